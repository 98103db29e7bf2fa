"""Single values as they are written out: missing is None, sums are exact."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd


def total(values: Iterable[float]) -> float:
    """Sum without the rounding noise of adding floats; missing values count nothing.

    >>> print(total([0.1, 0.2, float("nan"), 0.3]))
    0.6
    """
    numbers = np.array(list(values), dtype=float)
    return math.fsum(numbers[~np.isnan(numbers)].tolist())


def known(value: Any) -> Any:
    """A value for JSON: missing becomes None, numpy numbers become Python's."""
    if isinstance(value, list | dict):
        return value
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
