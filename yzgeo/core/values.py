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


def json_value(value: Any) -> Any:
    """A value for JSON: missing becomes None, numpy numbers become Python's."""
    if isinstance(value, list | dict):
        return value
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
