"""Numbers of parcels as two files write them: which of them are the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from yzgeo.ledger.cell_parsing import plain_text

DIGITS = re.compile("[0-9]+")


def number_key(cell: Any) -> str:
    r"""The form in which numbers are compared: without blanks and invisible signs, full-width signs as plain ones.

    >>> print(number_key(" 3302-Ａ０１\u3000"), number_key(12.0))
    3302-A01 12
    """
    text = unicodedata.normalize("NFKC", plain_text(cell))
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def number_keys(cells: pd.Series) -> pd.Series:
    """The `number_key` of each cell; missing where it is empty."""
    keys = cells.map(number_key, na_action="ignore").astype("str")
    return keys.mask(keys == "")


def without_zeros(one: Iterable[str], other: Iterable[str]) -> dict[str, str]:
    """The keys of the second by those of the first that differ by leading zeros only, where no other key comes into question.

    Excel drops the zeros before a number that it takes for a figure.

    Parameters
    ----------
    one, other
        All keys of either side; those that are equal stay out of it, but make the others ambiguous.

    >>> print(without_zeros(["12", "7", "007"], ["0012", "0007"]))
    {'12': '0012'}
    """
    sides = [{key for key in side if DIGITS.fullmatch(key)} for side in (one, other)]
    counts = [Counter(key.lstrip("0") for key in side) for side in sides]
    bare = {key.lstrip("0"): key for key in sides[1]}
    return {
        key: bare[stripped]
        for key in sorted(sides[0] - sides[1])
        if (stripped := key.lstrip("0")) and counts[0][stripped] == counts[1][stripped] == 1
    }
