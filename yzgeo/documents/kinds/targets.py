"""Targets of running text: what is to be reached, how much, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from yzgeo.documents import directions, period, statements, subjects
from yzgeo.documents.candidate import Candidate, Certainty, frame
from yzgeo.documents.statements import Statement
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
        if statements.is_target(said, str(headings[said.clause] or ""), years)
        for candidate in _row(said, texts[said.clause], zones, words)
    )


def _row(said: Statement, text: str, zones: Mapping[str, str], words: Words) -> Iterator[Candidate]:
    zone, said = statements.in_zone(said, text, zones, words)
    key = f"{said.clause}@{said.quantity.start}"
    certainty: Certainty = "likely" if said.doubts else "sure"
    why = said.doubts[0] if said.doubts else ""

    def cell(column: str, value: str, start: int, end: int, code: str = "") -> Candidate:
        return Candidate(
            "targets",
            key,
            column,
            value,
            "target",
            said.clause,
            start,
            end,
            said.sentence.text.strip(),
            "prose",
            certainty,
            why or code,
        )

    for one in statements.cells(said):
        if one.column != "year_from":
            found = cell(COLUMNS.get(one.column, one.column), one.value, one.start, one.end)
            yield found._replace(clause=one.clause, quote=one.quote)
    if zone:
        yield cell("scope", f"zone:{zone}", said.quantity.start, said.quantity.end, "code")
    if said.of:
        yield cell("of", said.of, said.name.start, said.name.end, "code")
    if said.change:
        yield cell("change", said.change, said.sentence.start, said.quantity.start, "code")
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
