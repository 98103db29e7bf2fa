"""Base figures of running text: what was, how much, and when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd

from yzgeo.documents import statement_cells, subjects
from yzgeo.documents.candidate import Candidate, frame
from yzgeo.documents.passages import before
from yzgeo.documents.statement_cells import Stated
from yzgeo.documents.words import Words

ORDER = 95


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `figures`: `noun`, `value`, `value_to`, `unit`, `year_from`, `year`, `qualifier`.

    Areas of zones are left to their own kind.
    """
    zones = subjects.read(clauses, words)
    areas = tuple(row["word"] for row in words["areas"])
    return frame(
        candidate
        for one in statement_cells.stated(clauses, words)
        if not one.target
        and not (
            one.said.name.text.endswith(areas)
            and (one.said.clause in zones.of_clause or subjects.beginning(before(one.text, one.said.name.end), zones))
        )
        for candidate in _row(one)
    )


def _row(stated: Stated) -> Iterator[Candidate]:
    said = stated.said
    cell = partial(statement_cells.candidate, "figures", "figure", said)
    for one in statement_cells.cells(said):
        if one.column != "phase":
            yield cell(one.column, one.value, one.start, one.end)._replace(clause=one.clause, quote=one.quote)
    yield from statement_cells.candidates_beside("figures", "figure", said, stated.zone)
