"""The cells of plan tables that a statement of running text gives: targets and base figures, of a zone or the district."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from yzgeo.documents import period, statements, subjects
from yzgeo.documents.candidate import Candidate
from yzgeo.documents.once import once_per_document
from yzgeo.documents.passages import before
from yzgeo.documents.period import Period
from yzgeo.documents.statement import Statement
from yzgeo.documents.statement_doubts import is_extent
from yzgeo.documents.words import Words

PAST = "截[至止]|已|共|现有|现状|目前|[成到现有]了"
"""Words that tell that a year is past."""
DEEDS = "开工|建设|新建|实施|推进|启动|腾退|盘活|整治|淘汰|改造|引进|培育|创建|打造"
"""What is done, now or later."""
MILESTONE = 5
"""Years by which plans set their marks."""
AIMED = "达|突破|超过|提高|提升|增[至加]|升至|控制"
"""Verbs of what is to be reached, where the year alone does not tell."""
WIDER = "(?<![占居列])(?:全[区市县省国镇]|我[区市县省]|本[区市县省])"


class Stated(NamedTuple):
    """A statement, whether it is of what is to be reached, the zone it is of (blank for the district), its text."""

    said: Statement
    target: bool
    zone: str
    text: str


@once_per_document
def stated(clauses: pd.DataFrame, words: Words) -> list[Stated]:
    """The statements of a document, each sorted: target or base figure, of which zone; what is open is a doubt."""
    years = period.of(clauses, words)
    aimed = min(
        (one.time.year for one in statements.statements(clauses, words) if one.time and one.time.until), default=""
    )
    headings = dict(zip(clauses["clause"], clauses["heading"], strict=True))
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))
    zones = subjects.read(clauses, words)
    found = []
    for one in statements.statements(clauses, words):
        text = texts[one.clause]
        target = is_target(one, str(headings[one.clause] or ""), years)
        zone, said = in_zone(one, text, zones, words)
        if any(said.name.text == other.name for other in zones.subjects):
            said = said._replace(doubts=(*said.doubts, "name"))
        if is_of_either(said, text, years, aimed):
            said = said._replace(doubts=(*said.doubts, "stage"))
        found.append(Stated(said, target, zone, text))
    return found


def is_of_either(said: Statement, text: str, period: Period | None, aimed: str = "") -> bool:
    """Whether a year within the plan's period may be past already or still to come, and no word tells.

    Where the document says no period, years from the first one that is `aimed` at may be, and of a deed any year.

    >>> from yzgeo.documents.statements import in_text
    >>> from yzgeo.documents.words import load
    >>> plan = Period("2021", "2025", "一", 0, 0, True)
    >>> for text in ("2023年完成投资80亿元。", "截至2023年底，完成投资80亿元。", "2025年完成投资80亿元。"):
    ...     print(is_of_either(next(in_text("一", text, load())), text, plan))
    True
    False
    False
    """
    if said.time is None or said.time.until or said.firm or said.phase is not None:
        return False
    told = said.time_said[0] == said.clause
    if told and re.search(PAST, text[max(0, said.time.start - 3) : said.quantity.first]):
        return False
    if period is None:
        return bool(said.time.year) and (
            (bool(aimed) and said.time.year >= aimed) or bool(re.match(DEEDS, said.name.text))
        )
    if not int(period.first) <= int(said.time.year or 0) < int(period.last):
        return False
    return not (int(said.time.year) % MILESTONE == 0 and re.match(AIMED, said.verb))


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


def in_zone(said: Statement, text: str, zones: subjects.Reading, words: Words) -> tuple[str, Statement]:
    """The zone that a statement is of: that of its clause, blank for the district, which its own words may name.

    Where words before it name the district, or a zone in a clause of none, it may be of either, which is doubtful.
    """
    zone = zones.of_clause.get(said.clause, "")
    words_before = before(text, said.quantity.first)
    if not zone:
        named = subjects.spoken_of(re.split(WIDER, words_before)[-1], zones)
        doubt = "scope" if named else "name" if is_extent(said.name.text, words) else ""
        return named, said._replace(doubts=(*said.doubts, doubt)) if doubt else said
    if zone and re.search(WIDER, re.split("[，,；;。]", words_before)[-1]):
        return "", said
    if zone and subjects.other_zone(words_before, zone, words):
        return "", said._replace(doubts=(*said.doubts, "scope"))
    if zone and re.search(WIDER, words_before):
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
    """A cell of the row of `table` that a statement makes.

    Why it is doubtful is its first doubt at the amount and its last at the other cells, so that an answer to both can be
    offered; without doubts `code` says how the cell was had.
    """
    doubts = said.doubts[:1] if start == said.quantity.start else said.doubts[-1:]
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
        "likely" if doubts else "sure",
        doubts[0] if doubts else code,
    )


def candidates_beside(table: str, kind: str, said: Statement, zone: str) -> Iterator[Candidate]:
    """What stands beside the amount of a statement: the zone, whose the figure is, and that it is a change."""
    if zone:
        yield candidate(table, kind, said, "scope", f"zone:{zone}", said.quantity.start, said.quantity.end, "code")
    if said.of:
        yield candidate(table, kind, said, "of", said.of, said.name.start, said.name.end, "code")
    if said.change:
        yield candidate(table, kind, said, "change", said.change, said.sentence.start, said.quantity.start, "code")
