"""Base figures of running text: what was, how much, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd

from yzgeo.documents import period, statement_cells, statements, subjects
from yzgeo.documents.candidate import Candidate, frame
from yzgeo.documents.statement import Statement
from yzgeo.documents.words import Words

ORDER = 95


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `figures`: `noun`, `value`, `value_to`, `unit`, `year_from`, `year`, `qualifier`.

    Areas of zones are left to their own kind.
    """
    years = period.of(clauses, words)
    headings = dict(zip(clauses["clause"], clauses["heading"], strict=True))
    zones = subjects.read(clauses, words).of_clause
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))
    areas = {row["word"] for row in words["areas"]}
    return frame(
        candidate
        for said in statements.statements(clauses, words)
        if not statement_cells.is_target(said, str(headings[said.clause] or ""), years)
        and not (said.clause in zones and any(said.name.text.endswith(word) for word in areas))
        for candidate in _row(said, texts[said.clause], zones, words)
    )


def _row(said: Statement, text: str, zones: Mapping[str, str], words: Words) -> Iterator[Candidate]:
    zone, said = statement_cells.in_zone(said, text, zones, words)
    cell = partial(statement_cells.candidate, "figures", "figure", said)
    for one in statement_cells.cells(said):
        if one.column != "phase":
            yield cell(one.column, one.value, one.start, one.end)._replace(clause=one.clause, quote=one.quote)
    yield from statement_cells.candidates_beside("figures", "figure", said, zone)
