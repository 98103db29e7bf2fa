"""Single values for output: missing is None, sums are exact."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd


def total(values: Iterable[float]) -> float:
    """Exact sum of floats (Shewchuk 1997, https://doi.org/10.1007/PL00009321); missing values are skipped.

    >>> print(total([0.1, 0.2, float("nan"), 0.3]))
    0.6
    """
    numbers = np.array(list(values), dtype=float)
    return math.fsum(numbers[~np.isnan(numbers)].tolist())


def known_total(values: Iterable[float]) -> float | None:
    """The sum of what is known; None where there are values and none of them is known.

    >>> print(known_total([0.5, float("nan")]), known_total([float("nan")]), known_total([]))
    0.5 None 0.0
    """
    numbers = list(values)
    return None if numbers and all(pd.isna(number) for number in numbers) else total(numbers)


def count_missing(values: Iterable[Any]) -> int:
    """How many values are not known, to be told beside their sum.

    >>> print(count_missing([0.5, None, float("nan")]))
    2
    """
    return sum(bool(pd.isna(value)) for value in values)


def json_value(value: Any) -> Any:
    """A value for JSON: missing becomes None, numpy numbers become Python's."""
    if isinstance(value, list | dict):
        return value
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
