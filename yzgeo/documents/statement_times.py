"""When a number of running text is of: the time before it in its sentence, or one that an earlier sentence set."""

from __future__ import annotations

import re
from typing import NamedTuple

from yzgeo.documents import words as word_tables
from yzgeo.documents.numbers import Time
from yzgeo.documents.passages import MARKS, Span
from yzgeo.documents.statement import Statement
from yzgeo.documents.statement_names import FIRM, HARD
from yzgeo.documents.words import Words


class Said(NamedTuple):
    """A time that holds for what follows: how many sentences ago it was said, its clause and sentence."""

    ago: int
    time: Time
    clause: str
    quote: str


def is_base(text: str, time: Time) -> bool:
    """Whether a time is what another one is compared with: 比2020年; 由2020年的18 says when the 18 were."""
    before = text[max(0, time.start - 3) : time.start]
    if before.endswith(("由", "从")):
        return not re.match(r"的?[约近]?[0-9０-９]", text[time.end :])
    return bool(re.search(r"(?:比|较|与|以|[高低快慢优好多少大小]于|[高超低]出|超过)$", before))


def is_setting(text: str, sentence: Span, time: Time) -> bool:
    """Whether a time stands for what follows, at the beginning of a sentence or between commas: not 2020年全国示范项目."""
    before = text[sentence.start : time.start].strip("“ 　")
    return not re.sub(rf"^(?:{'|'.join(FIRM)}|——|其中|预计|计划|截[至止到]|[近中远]期|{MARKS})*", "", before) or (
        before[-1:] in "，,；;（(" or text[time.end : time.end + 1] in "，,"
    )


def time_of(
    text: str, statement: Statement, own: list[Time], setting: list[Time], earlier: list[Said]
) -> tuple[Said | None, str]:
    """When a number is of, and what is doubtful about it."""
    start = statement.quantity.start
    lowest = statement.sentence.start
    begin = max(lowest, *(text.rfind(mark, lowest, start) + 1 for mark in HARD))
    preceding = [one for one in own if one.end <= start and (one in setting or one.start >= begin)]
    if preceding:
        nearest = preceding[-1]
        beside = {one.year for one in preceding if nearest.start - one.end <= 2}
        said = Said(0, nearest, statement.clause, statement.sentence.text.strip())
        return said, "several_times" if len(beside) > 1 else ""
    if any(one.start > start for one in setting):
        return None, "time"
    if not earlier:
        return None, "time"
    years = {(one.time.year_from, one.time.year) for one in earlier}
    return earlier[-1], "" if len(years) == 1 or earlier[-1].ago == 1 else "time"


def of_phase(text: str, said: Statement, sentence: Span, done: list[Statement], words: Words) -> Statement:
    """A number of the near or far term, with the name that stands before the terms: 人口规模：近期12万人，远期20万人."""
    phase = word_tables.one_of(word_tables.of(words, "phases"))
    match = re.fullmatch(rf"(?P<name>[^，；。]*?){phase}(?:[（(][^）)]*[）)])?", said.name.text)
    if match is None:
        return said
    name = Span(match["name"], said.name.start, said.name.start + len(match["name"]))
    if not name.text:
        head = re.match(
            rf"\s*(?:{MARKS})(?P<name>[^，；。：:]{{2,16}})[：:]", text[sentence.start : said.quantity.start]
        )
        if done and done[-1].phase is not None:
            name = done[-1].name
        elif head and not re.match(phase, head["name"]):
            name = Span(head["name"], sentence.start + head.start("name"), sentence.start + head.end("name"))
    doubts = tuple(doubt for doubt in said.doubts if doubt != "name")
    doubts = doubts if len(name.text) > 1 else (*doubts, "name")
    return said._replace(name=name, doubts=doubts)


def phase_of(text: str, statement: Statement, words: Words) -> Span | None:
    """The word for the near or far term that stands before a number in its part of the sentence; None without one."""
    lowest = statement.sentence.start
    begin = max(lowest, *(text.rfind(mark, lowest, statement.quantity.first) + 1 for mark in HARD))
    part = text[max(begin, statement.sentence.start) : statement.quantity.first]
    match = re.search(word_tables.one_of(word_tables.of(words, "phases")), part)
    if match is None:
        return None
    start = max(begin, statement.sentence.start) + match.start()
    return Span(match[0], start, start + len(match[0]))
