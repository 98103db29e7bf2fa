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

LONGEST_BEFORE = 6
"""Characters before a time that tell what it is a time of."""


class Said(NamedTuple):
    """A time that holds for what follows: how many sentences ago it was said, its clause and sentence."""

    ago: int
    time: Time
    clause: str
    quote: str
    alone: bool = True
    """Whether its sentence names no other year, so that what follows is surely of it."""


def is_base(text: str, time: Time) -> bool:
    """Whether a time is what another one is compared with: 比2020年; 由2020年的18 says when the 18 were."""
    before = text[max(0, time.start - LONGEST_BEFORE) : time.start]
    if before.endswith(("由", "从")):
        return not re.match(r"的?[约近]?[0-9０-９]", text[time.end :])
    return bool(re.search(r"(?:比|较|与|以|[高低快慢优好多少大小]于|[高超低]出|超过)$", before))


def is_setting(text: str, sentence: Span, time: Time) -> bool:
    """Whether a time stands for what follows, at the beginning of a sentence or between commas: not 2020年全国示范项目."""
    before = text[sentence.start : time.start].strip("“ 　")
    return not re.sub(rf"^(?:{'|'.join(FIRM)}|——|其中|预计|计划|截[至止到]|[近中远]期|{MARKS})*", "", before) or (
        before[-1:] in "，,；;（(" or text[time.end : time.end + 1] in "，,"
    )


def is_founding(text: str, time: Time, words: Words) -> bool:
    """Whether a time only says when something came into being: 始建于2003年, 2010年获批."""
    known = word_tables.one_of(word_tables.of(words, "foundings"))
    before = text[max(0, time.start - LONGEST_BEFORE) : time.start]
    return not time.until and bool(re.search(rf"{known}于$", before))


def time_of(
    text: str, statement: Statement, own: list[Time], setting: list[Time], earlier: list[Said], words: Words
) -> tuple[Said | None, str]:
    """When a number is of, and what is doubtful about it."""
    start = statement.quantity.start
    lowest = statement.sentence.start
    begin = max(lowest, *(text.rfind(mark, lowest, start) + 1 for mark in HARD))
    preceding = [
        one
        for one in own
        if one.end <= start and (one in setting or one.start >= begin) and not _is_closed(text, one.end, start)
    ]
    if preceding:
        nearest = preceding[-1]
        said = Said(0, nearest, statement.clause, statement.sentence.text.strip())
        if _is_listed(nearest, [one for one in own if one.end <= start]):
            return said, "several_times"
        return said, "time" if _is_of_another_deed(text, nearest, begin, start, lowest, words) else ""
    if any(one.start > start for one in setting):
        return None, "time"
    if not earlier:
        return None, "time"
    if not earlier[-1].alone:
        return earlier[-1], "time"
    years = {(one.time.year_from, one.time.year) for one in earlier}
    return earlier[-1], "" if len(years) == 1 or earlier[-1].ago == 1 else "time"


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether brackets that are open at the start close before the end: what stands in them is of no number behind."""
    depth = 0
    for character in text[start:end]:
        depth += (character in "（(") - (character in "）)")
        if depth < 0:
            return True
    return False


def _is_listed(one: Time, times: list[Time]) -> bool:
    """Whether a time is one of several years that stand together: 2023年、2024年."""
    return any(
        other.year != one.year and 0 <= max(other.start - one.end, one.start - other.end) <= 2 for other in times
    )


def _is_of_another_deed(text: str, time: Time, begin: int, start: int, lowest: int, words: Words) -> bool:
    """Whether a time tells when something else was done: 2024年完成改造，投资2亿元; or is of an earlier part.

    `begin` is where the words before the number begin, `lowest` where the sentence does.
    """
    if time.until or time.start >= begin:
        return False
    part = re.split("[，,；;。：:]", text[time.end : start])[0]
    deed = word_tables.one_of(word_tables.of(words, "deeds"))
    if not re.search("[0-9０-９]", part) and re.search(deed, part):
        return True
    parted = max(text.rfind(mark, lowest, time.start) for mark in "；;") + 1
    before = text[max(parted, lowest) : time.start]
    opens = not re.sub(rf"^[\s“]*(?:{'|'.join(FIRM)}|——|其中|预计|计划|截[至止到]|[近中远]期|{MARKS})*", "", before)
    return not opens and bool(re.search("[；;]", text[time.end : start]))


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
    known = word_tables.one_of(word_tables.of(words, "phases"))
    match = re.search(known, part)
    if match is None:  # 近期（2021—2025年）：… is said of all that follows, up to another phase
        before = text[lowest : statement.quantity.first]
        heads = list(re.finditer(rf"(?:^{MARKS}|[；;]\s*)(?P<phase>{known})(?=[（(，,：:到至])", before))
        if not heads:
            return None
        start = lowest + heads[-1].start("phase")
        return Span(heads[-1]["phase"], start, lowest + heads[-1].end("phase"))
    start = max(begin, statement.sentence.start) + match.start()
    return Span(match[0], start, start + len(match[0]))
