"""Chinese names as readers type them without an input method: syllables, whole or by their first letters."""

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
