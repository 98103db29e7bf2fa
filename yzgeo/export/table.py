"""Tables without geometry that are exported beside the layers of a plan."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from yzgeo.core.i18n import Text, plain
from yzgeo.export.flat_tables import title
from yzgeo.plan.keys import column_titles

TITLES = {
    "finding_id": Text("检查结果", "finding"),
    "clause": Text("条文", "clause"),
    "severity": Text("级别", "severity"),
    "message": Text("发现", "finding"),
    "remedy": Text("处理", "remedy"),
    "reading": Text("读法", "reading"),
    "rule": Text("规则", "rule"),
    "subject": Text("对象", "subject"),
    "value_as_printed": Text("数值（照录）", "value as printed"),
}
"""Titles of columns that no table of a plan folder has."""


class Table(NamedTuple):
    """A table without geometry that goes into the same file as the layers."""

    name: str
    title: Text
    rows: pd.DataFrame


def column_title(table: str, column: str) -> Text:
    """The title of a column of a table: as elsewhere in yzgeo, else as in the schema of plan folders, else its name.

    >>> print(column_title("clauses", "text").zh, "|", column_title("targets", "target_year").en)
    原文 | target year
    """
    known = title(column)
    if known != plain(column):
        return known
    return column_titles(table).get(column) or TITLES.get(column, known)
