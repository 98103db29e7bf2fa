"""Compare names with different spellings: shared runs of characters."""

from __future__ import annotations

from difflib import SequenceMatcher

import pandas as pd


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
