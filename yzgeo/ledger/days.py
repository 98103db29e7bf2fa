"""Days of recovery as a ledger states them."""

from __future__ import annotations

import pandas as pd

ISO_DAY = r"\s*(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*"
"""A day as a ledger writes it; formats that know no bare day add the midnight."""
ISO_MONTH = r"(\d{4})(?:-(\d{2}))?"


def parse_days(column: pd.Series) -> pd.Series:
    """The days of a ledger's column; NaT where a cell holds no day of the calendar. A month or year gives its last day.

    >>> print(parse_days(pd.Series(["2024-02-29", "2023-02-29", "2024/3/1"])).notna().tolist())
    [True, False, False]
    >>> print(parse_days(pd.Series(["2024-02", "2024"])).dt.strftime("%Y-%m-%d").tolist())
    ['2024-02-29', '2024-12-31']
    """
    day = column.astype("str").str.extract(f"^{ISO_DAY}$", expand=False)
    month = column.astype("str").str.extract(f"^{ISO_MONTH}$")
    months = month[0] + "-" + month[1].fillna("12")
    last = pd.to_datetime(months, format="%Y-%m", errors="coerce") + pd.offsets.MonthEnd(0)
    return pd.to_datetime(day, format="%Y-%m-%d", errors="coerce").fillna(last)
