"""Targets of running text: what is to be reached, how much, and when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd

from yzgeo.documents import directions, statement_cells
from yzgeo.documents.candidate import Candidate, frame
from yzgeo.documents.statement_cells import Stated
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
    return frame(
        candidate for one in statement_cells.stated(clauses, words) if one.target for candidate in _row(one, words)
    )


def _row(stated: Stated, words: Words) -> Iterator[Candidate]:
    said = stated.said
    cell = partial(statement_cells.candidate, "targets", "target", said)
    for one in statement_cells.cells(said):
        if one.column != "year_from":
            found = cell(COLUMNS.get(one.column, one.column), one.value, one.start, one.end)
            yield found._replace(clause=one.clause, quote=one.quote)
    yield from statement_cells.candidates_beside("targets", "target", said, stated.zone)
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
