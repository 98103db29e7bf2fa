"""Chinese names in Latin letters: as readers type them without an input method, and as a map in English writes them."""

from __future__ import annotations

import pypinyin


def syllables(text: str) -> str:
    """The syllables of a name, separated by blanks; letters and digits each stand for themselves.

    A search matches from any syllable on, each by any first letters of it: `rizg`, `riyue`, `yuezhong`.

    >>> print(syllables("日月重工"), "|", syllables("联东U谷"))
    ri yue zhong gong | lian dong u gu
    """
    spelled = " ".join(pypinyin.lazy_pinyin(text.lower(), errors=" ".join))
    return " ".join(part for part in spelled.split() if part.isalnum())


GENERIC = (
    "自治县", "水库", "街道", "车站", "公园", "大道", "新区", "新城",
    "区", "县", "市", "省", "镇", "乡", "村", "湖", "江", "河", "溪", "港", "湾", "海", "岛", "山", "路", "街", "桥", "站",
)  # fmt: skip
"""What kind of thing a name names, with which it ends: a word of its own."""


def romanised(name: str) -> str:
    """A geographical name spelled by GB/T 16159 and GB 17733: its own part, then the kind of thing, each a word.

    >>> print(romanised("东钱湖"), "|", romanised("江北区"), "|", romanised("横溪水库"), "|", romanised("宁波站A口"))
    Dongqian Hu | Jiangbei Qu | Hengxi Shuiku | NingbozhanAkou
    """
    generic = next((word for word in GENERIC if name.endswith(word) and len(name) > len(word) + 1), "")
    words = [name.removesuffix(generic), generic] if generic else [name]
    return " ".join(_capitalised("".join(pypinyin.lazy_pinyin(word))) for word in words)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
