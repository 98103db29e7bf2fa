"""Locate the row of a subject in the tables of a plan folder, for annotations."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.text_encoding import decode
from yzgeo.plan.model import Plan
from yzgeo.plan.transaction import valid_file

TABLES = {
    "zone": ("zones", "zone_id"),
    "park": ("parks", "park_id"),
    "project": ("projects", "project_id"),
    "cluster": ("clusters", "cluster_id"),
    "target": ("targets", "target_id"),
    "industry": ("industries", "industry_id"),
    "figure": ("figures", "measure_id"),
    "clause": ("clauses", "clause"),
}
"""Table and key column of each kind of subject."""


class Row(NamedTuple):
    """A file, relative to the current folder if it lies below it, and the first line of a row."""

    file: str
    line: int


def locate(plan: Plan, subject: str) -> Row | None:
    """The row of a subject (`zone:mingzhou`; of a `figure:` its first statement), None where it has none.

    >>> from yzgeo.plan.load import load
    >>> row = locate(load("yinzhou"), "project:a2-12")
    >>> print(Path(row.file).name, row.line)
    projects.csv 13
    """
    kind, _, name = subject.partition(":")
    if kind not in TABLES:
        return None
    table, column = TABLES[kind]
    file = valid_file(plan.folder, f"{table}.csv")
    if not file.is_file():  # a table that the plan does without
        return None
    lines = _lines(file, column, file.stat().st_mtime_ns)
    line = lines.get(name) or lines.get(name.rpartition("-")[0])  # a figure's name ends with its year
    return Row(_display_path(file), line) if line else None


def _display_path(file: Path) -> str:
    """The path for annotations: with slashes, relative to the current folder if it lies below it."""
    absolute = file.resolve()
    return (absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute).as_posix()


@lru_cache(maxsize=len(TABLES))
def _lines(file: Path, column: str, changed: int) -> dict[str, int]:
    """First line of the first row for each value of a column; `changed` (the file time) invalidates the cache."""
    rows = csv_rows(decode(file))
    header = next(rows).cells
    lines: dict[str, int] = {}
    for row in rows:
        if row.cells:
            lines.setdefault(row.cells[header.index(column)].strip(), row.line)
    return lines
