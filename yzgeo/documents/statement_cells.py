"""The cells of plan tables that a statement of running text gives: targets and base figures, of a zone or the district."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from yzgeo.documents import subjects
from yzgeo.documents.candidate import Candidate
from yzgeo.documents.period import Period
from yzgeo.documents.statement import Statement
from yzgeo.documents.words import Words

AIMED = "达|突破|超过|提高|提升|增[至加]|升至|控制"
"""Verbs of what is to be reached, where the year alone does not tell."""
WIDER = "(?<![占居列])(?:全[区市县省国镇]|我[区市县省]|本[区市县省])"


def is_target(said: Statement, heading: str, period: Period | None) -> bool:
    """Whether a statement is of what is to be reached: by its year, its words, or the heading over it.

    >>> from yzgeo.documents.statements import in_text
    >>> from yzgeo.documents.words import load
    >>> statement = next(in_text("一", "到2025年，绿色工厂达到100家。", load()))
    >>> print(is_target(statement, "", None))
    True
    """
    if said.phase is not None:
        return True
    if said.time is None:
        return bool(said.firm)
    if period is not None and said.time.year and int(said.time.year) < int(period.first):
        return False
    if said.time.until or said.firm:
        return True
    if period is not None and said.time.year:
        inside = int(period.first) < int(said.time.year) < int(period.last)
        return bool(re.match(AIMED, said.verb)) if inside else int(said.time.year) >= int(period.last)
    return bool(re.search(r"目标|指标", heading))


def in_zone(said: Statement, text: str, zones: Mapping[str, str], words: Words) -> tuple[str, Statement]:
    """The zone that a statement is of: that of its clause, blank for the district, which its own words may name.

    Where words before it name the district it may be of either, which is doubtful.
    """
    zone = zones.get(said.clause, "")
    before = text[: said.quantity.first]
    if zone and re.search(WIDER, re.split("[，,；;。]", before)[-1]):
        return "", said
    if zone and subjects.other_zone(before, zone, words):
        return "", said._replace(doubts=(*said.doubts, "scope"))
    if zone and re.search(WIDER, before):
        return "", said._replace(doubts=(*said.doubts, "scope"))
    return zone, said


class Cell(NamedTuple):
    """A cell of a statement: column, value, the clause and characters that say it, and the words around."""

    column: str
    value: str
    clause: str
    start: int
    end: int
    quote: str


def cells(said: Statement) -> Iterator[Cell]:
    """The cells that a statement gives, whichever table it goes to."""
    one, quote = said.quantity, said.sentence.text.strip()

    def cell(column: str, value: str, start: int, end: int) -> Cell:
        return Cell(column, value, said.clause, start, end, quote)

    yield cell("value", one.value, one.start, one.end)
    if one.upper:
        yield cell("value_to", one.upper, one.start, one.end)
    yield cell("unit", one.unit, one.start, one.end)
    firm = said.firm if said.firm and said.firm not in one.before else ""
    qualifiers = [*filter(None, [firm]), *one.before, *one.behind]
    if qualifiers:
        yield cell("qualifier", "、".join(qualifiers), said.sentence.start if firm else one.first, one.last)
    if said.time is not None:
        clause, around = said.time_said
        for column, value in (("year", said.time.year), ("year_from", said.time.year_from)):
            if value:
                yield Cell(column, value, clause, said.time.start, said.time.end, around)
    if said.phase is not None:
        yield cell("phase", said.phase.text, said.phase.start, said.phase.end)
    yield cell("noun", said.name.text, said.name.start, said.name.end)


def candidate(
    table: str, kind: str, said: Statement, column: str, value: str, start: int, end: int, code: str = ""
) -> Candidate:
    """A cell of the row of `table` that a statement makes; its first doubt, else `code`, says how it was had."""
    return Candidate(
        table,
        f"{said.clause}@{said.quantity.start}",
        column,
        value,
        kind,
        said.clause,
        start,
        end,
        said.sentence.text.strip(),
        "prose",
        "likely" if said.doubts else "sure",
        said.doubts[0] if said.doubts else code,
    )


def candidates_beside(table: str, kind: str, said: Statement, zone: str) -> Iterator[Candidate]:
    """What stands beside the amount of a statement: the zone, whose the figure is, and that it is a change."""
    if zone:
        yield candidate(table, kind, said, "scope", f"zone:{zone}", said.quantity.start, said.quantity.end, "code")
    if said.of:
        yield candidate(table, kind, said, "of", said.of, said.name.start, said.name.end, "code")
    if said.change:
        yield candidate(table, kind, said, "change", said.change, said.sentence.start, said.quantity.start, "code")
