"""Targets of running text: what is to be reached, how much, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd

from yzgeo.documents import directions, period, statement_cells, statements, subjects
from yzgeo.documents.candidate import Candidate, frame
from yzgeo.documents.statement import Statement
from yzgeo.documents.words import Words

ORDER = 90
COLUMNS = {
    "value": "target",
    "value_to": "target_to",
    "qualifier": "target_qualifier",
    "year": "target_year",
    "noun": "name",
}


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `targets`: `name`, `target`, `target_to`, `unit`, `target_year`, `target_qualifier`, `phase`, `direction`."""
    years = period.of(clauses, words)
    headings = dict(zip(clauses["clause"], clauses["heading"], strict=True))
    zones = subjects.read(clauses, words).of_clause
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))
    return frame(
        candidate
        for said in statements.statements(clauses, words)
        if statement_cells.is_target(said, str(headings[said.clause] or ""), years)
        for candidate in _row(said, texts[said.clause], zones, words)
    )


def _row(said: Statement, text: str, zones: Mapping[str, str], words: Words) -> Iterator[Candidate]:
    zone, said = statement_cells.in_zone(said, text, zones, words)
    cell = partial(statement_cells.candidate, "targets", "target", said)
    for one in statement_cells.cells(said):
        if one.column != "year_from":
            found = cell(COLUMNS.get(one.column, one.column), one.value, one.start, one.end)
            yield found._replace(clause=one.clause, quote=one.quote)
    yield from statement_cells.candidates_beside("targets", "target", said, zone)
    for word in (*said.quantity.before, *said.quantity.behind, said.verb):
        direction = directions.direction(word, words) if word else ""
        if direction:
            yield cell(
                "direction",
                direction,
                said.name.start if said.name.start < said.quantity.first else said.sentence.start,
                said.quantity.last,
            )
            break
