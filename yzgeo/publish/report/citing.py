"""Sources as links to the clauses of the plan in the report's appendix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.plan.model import Plan

DATA_FILES = (".csv", ".geojson", ".json", ".parquet")


class Reference(NamedTuple):
    """A source as the report prints it; `number` is that of its clause in the plan, None outside the plan."""

    label: Text
    number: int | None


class Clause(NamedTuple):
    """A clause with its words, for the appendix."""

    number: int
    label: Text
    heading: str
    text: str


def clauses(plan: Plan) -> dict[str, Clause]:
    """All clauses by their name, numbered in the plan's order.

    >>> from yzgeo.plan.load import load
    >>> print(clauses(load("yinzhou"))["表1"].label.en)
    Table 1
    """
    return {
        row.clause: Clause(
            number, bilingual(row.clause, row.label_en), "" if pd.isna(row.heading) else row.heading, row.text
        )
        for number, row in enumerate(plan.clauses.itertuples(), start=1)
    }


def references(sources: str | Iterable[str] | None, clauses: dict[str, Clause]) -> list[Reference]:
    """The single sources of a text or of several texts, each once.

    >>> from yzgeo.plan.load import load
    >>> for one in references("三（二）1 第2段；一、表1；GeoNames 1806272", clauses(load("yinzhou"))):
    ...     print(one.label.en, one.number is not None)
    Chapter 3 (2) 1, paragraph 2 True
    Chapter 1 True
    Table 1 True
    GeoNames 1806272 False
    """
    if sources is None:
        return []
    names = [
        name
        for source in ([sources] if isinstance(sources, str) else sources)
        for part in ([source] if source in clauses else source.split("；"))
        for name in _parts(part, clauses)
    ]
    return [_reference(name, clauses) for name in dict.fromkeys(names)]


def in_words(plan: Plan, source: str) -> Text:
    """All sources of a text, each once, with the labels of clauses in both languages.

    >>> from yzgeo.plan.load import load
    >>> print(in_words(load("yinzhou"), "表1；GeoNames 1806272").en)
    Table 1; GeoNames 1806272
    """
    parts = dict.fromkeys(part.strip() for part in source.split("；") if part.strip())
    names = [plan.place(part) for part in parts]
    return Text("；".join(name.zh for name in names), "; ".join(name.en for name in names))


def _parts(text: str, clauses: dict[str, Clause]) -> list[str]:
    """Names joined by 、 when all of them are clauses, else the text as it is."""
    names = text.split("、")
    return names if all(_clause(name, clauses) for name in names) else [text]


def _clause(name: str, clauses: dict[str, Clause]) -> Clause | None:
    return clauses.get(name) or clauses.get(f"第{name}章")


def _reference(name: str, clauses: dict[str, Clause]) -> Reference:
    clause = _clause(name, clauses)
    if clause is not None:
        return Reference(Text(name, clause.label.en), clause.number)
    if name.endswith(DATA_FILES):
        return Reference(Text(f"数据文件 {name}", f"data file {name}"), None)
    return Reference(plain(name), None)
