"""Tables of clusters of industries, whose columns are years: a row of the plan folder for each cluster and year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import heads
from yzgeo.documents.candidate import Candidate, frame
from yzgeo.documents.heads import Column, Table
from yzgeo.documents.numbers import number
from yzgeo.documents.passages import plain
from yzgeo.documents.words import Words

ORDER = 80
VALUES = ("firms", "output", "growth", "city_output", "city_share")
NONE = {"", "-", "--", "—", "——", "－", "/", "／"}


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `clusters` and `cluster_years`."""
    return frame(
        candidate
        for table in heads.tables(clauses)
        if (columns := _columns(table, words)) is not None
        for candidate in _of_table(table, columns)
    )


def _columns(table: Table, words: Words) -> list[Column] | None:
    columns = [_wider(one) for one in heads.columns(table, words, "clusters")]
    roles = [one.role for one in columns]
    dated = [one for one in columns if one.year and one.role in VALUES]
    return columns if roles.count("cluster") == 1 and len(dated) >= 2 and "output" in roles else None


def _wider(column: Column) -> Column:
    return column._replace(role="city_output") if column.role == "output" and column.wider else column


def _of_table(table: Table, columns: list[Column]) -> Iterator[Candidate]:
    name_at = next(i for i, one in enumerate(columns) if one.role == "cluster")
    for row in table.rows:
        cells = heads.cell_spans(row)
        if len(cells) < len(columns) or heads.is_total(row) or not cells[name_at].text:
            continue
        clause, name = row["clause"], plain(cells[name_at].text)
        span = cells[name_at]
        yield Candidate(
            "clusters", name, "name", name, "cluster", clause, span.start, span.end, row["text"], "table_cell", "sure"
        )
        used: set[tuple[str, str]] = set()
        for cell, column in zip(cells, columns, strict=False):
            text = unicodedata.normalize("NFKC", plain(cell.text))
            value = re.fullmatch(r"(?P<low>-?[0-9][0-9,]*(?:\.[0-9]+)?)%?", text)
            if column.role not in VALUES or not column.year or text in NONE or value is None:
                continue
            key = f"{name}|{column.year}"
            sure = (column.year, column.role) not in used
            used.add((column.year, column.role))
            low = number(value["low"]) or ""
            yield Candidate(
                "cluster_years",
                key,
                column.role,
                low,
                "cluster",
                clause,
                cell.start,
                cell.end,
                row["text"],
                "table_cell",
                "sure" if sure else "likely",
                "" if sure else "cell",
            )
            unit = column.unit or table.unit
            if column.role == "output" and unit:
                yield Candidate(
                    "cluster_years",
                    key,
                    "output_unit",
                    unit,
                    "cluster",
                    clause,
                    0,
                    0,
                    f"{column.head} {unit}",
                    "table_cell",
                    "sure",
                    "head",
                )
        for year in dict.fromkeys(one.year for one in columns if one.year and one.role in VALUES):
            key = f"{name}|{year}"
            yield Candidate(
                "cluster_years",
                key,
                "cluster",
                name,
                "cluster",
                clause,
                span.start,
                span.end,
                row["text"],
                "table_cell",
                "sure",
            )
            yield Candidate(
                "cluster_years",
                key,
                "year",
                year,
                "cluster",
                clause,
                0,
                0,
                " ".join(row["header"]),
                "table_cell",
                "sure",
                "head",
            )
