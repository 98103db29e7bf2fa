"""Compare names with different spellings: marks and kind words that make no difference, shared runs of characters."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

import pandas as pd

MARKS = re.compile(r"[^\w+]|_")
"""Blanks, brackets, quotation marks and other punctuation; 5G+ keeps its plus."""
KINDS = ("产业集聚区", "产业集群", "产业链", "集聚区", "产业", "行业", "集群", "工业", "制造业", "制造", "业")
"""Words for a kind of thing at the end of a name: 电子信息 and 电子信息产业 are one."""
GENERIC = {
    *("智能", "数字", "高端", "先进", "新型", "现代", "绿色", "创新", "高新", "专用", "通用", "精密", "新一", "一代"),
    *(
        "产业",
        "工业",
        "制造",
        "装备",
        "设备",
        "材料",
        "技术",
        "服务",
        "信息",
        "系统",
        "科技",
        "产品",
        "器械",
        "行业",
        "互联",
    ),
    *("经济", "生产", "加工", "研发", "应用", "平台", "基地", "中心", "工程", "模式", "业态"),
}
"""Words that say of what sort a thing is, not which: 智能 alone does not make 人工智能 of 智能家电."""


def bare(name: str) -> str:
    """A name without marks, in half width: what is left is compared.

    >>> print(bare("智能工厂（数字化车间）") == bare("智能工厂(数字化车间) "), bare("“５G+”"))
    True 5G+
    """
    return MARKS.sub("", unicodedata.normalize("NFKC", name)).upper()


def without_kind(name: str) -> str:
    """A bare name without the kind word at its end.

    >>> print(without_kind("电子信息产业"), without_kind("轨道交通产业链集聚区"), without_kind("产业"))
    电子信息 轨道交通 产业
    """
    left = bare(name)
    while kind := next((kind for kind in KINDS if left.endswith(kind) and len(left) > len(kind) + 1), ""):
        left = left.removesuffix(kind)
    return left


def same_thing(one: str, other: str, shared: int = 2) -> bool:
    """Whether two names may be those of one thing: one holds the other, or they share a word that says which it is.

    >>> print(same_thing("5G+", "5G等新一代信息"), same_thing("软件信息", "软件与新兴服务"), same_thing("智能家电", "人工智能"))
    True True False
    """
    names = [without_kind(name) for name in (one, other)]
    if names[0] in names[1] or names[1] in names[0]:
        return True
    left = [_without_generic(name, mark) for name, mark in zip(names, "\0\1", strict=True)]
    return len(longest_shared(*left)) >= shared


def _without_generic(name: str, mark: str) -> str:
    """A name with a mark in the place of each generic word; names that are compared have marks that differ."""
    for word in sorted(GENERIC):
        name = name.replace(word, mark)
    return name


def runs(texts: pd.Series, length: int) -> pd.DataFrame:
    """Every run of `length` characters (n-gram) in some texts.

    Returns
    -------
    DataFrame
        `key` (the index of the text) and `run`, each pair once; missing texts have none.

    >>> print("、".join(runs(pd.Series({"a": "未来社区"}), 3)["run"]))
    未来社、来社区
    """
    present = texts.dropna()
    rows = [
        (key, text[start : start + length]) for key, text in present.items() for start in range(len(text) - length + 1)
    ]
    return pd.DataFrame(rows, columns=["key", "run"]).drop_duplicates(ignore_index=True)


def longest_shared(one: str, other: str) -> str:
    """The longest run of characters that two texts share.

    >>> print(longest_shared("智能照明器具", "LED智能照明"))
    智能照明
    """
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


def variation(one: str, other: str) -> tuple[str, str]:
    """What two names have apart from their like beginning and end.

    >>> print(variation("东区产业集聚区", "东区工业集聚区"))
    ('产', '工')
    """
    start = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), min(len(one), len(other))
    )
    one, other = one[start:], other[start:]
    turned = zip(reversed(one), reversed(other), strict=False)
    end = next((at for at, pair in enumerate(turned) if len(set(pair)) > 1), min(len(one), len(other)))
    return one[: len(one) - end], other[: len(other) - end]


def alike(one: str, other: str) -> float:
    """How alike two names are as written, from 0 to 1.

    >>> print(f"{alike('东区产业集聚区', '东区工业集聚区'):.2f} {alike('北区', '东片'):.2f}")
    0.86 0.00
    """
    return SequenceMatcher(None, bare(one), bare(other), autojunk=False).ratio()
