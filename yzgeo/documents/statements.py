"""Figures of running text: which number, of what, of when; the ground on which targets and base figures are drafted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from yzgeo.core.unit_words import CURRENCIES
from yzgeo.documents import statement_names
from yzgeo.documents.numbers import Quantity, Time, quantities, times
from yzgeo.documents.once import once_per_document
from yzgeo.documents.passages import MARKS, Span, prose, sentences
from yzgeo.documents.statement import Statement
from yzgeo.documents.statement_doubts import compares, is_conditional, is_extent, whose_territory
from yzgeo.documents.statement_names import FIRM
from yzgeo.documents.statement_times import Said, is_base, is_founding, is_setting, of_phase, phase_of, time_of
from yzgeo.documents.words import Words

LISTED = (
    r"[\s　]*(?:[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[①-⑳]|——|[●•·◆■]|[0-9０-９]{1,2}[.．、)）](?![0-9０-９]))"
)
"""A paragraph of a list."""


@once_per_document
def statements(clauses: pd.DataFrame, words: Words) -> list[Statement]:
    """All numbers with units of the running text, in their order; headings state none."""
    found: list[Statement] = []
    of_province = clauses["text"].str.contains("[我本]省").any()
    opened: Said | None = None  # the time over a list: 到2025年：
    above: list[tuple[str, str, Said]] = []  # heading and text of paragraphs that say by when, and the time
    for clause in prose(clauses):
        if clause["kind"] == "heading":
            continue
        text, heading = clause["text"], str(clause["heading"] or "")
        term = re.match(rf"{MARKS}[“\"‘](?P<term>[^”\"’]{{1,12}})[”\"’]", text)
        defined = [said for path, earlier, said in above if term and path == heading and term["term"] in earlier]
        if opened is not None and not re.match(LISTED, text):
            opened = None
        defined += [opened] if opened is not None else []
        found += in_text(clause["clause"], text, words, tuple(defined[-1:]), of_province=of_province)
        whole = Span(text, 0, len(text))
        until = [one for one in times(text, words) if one.until and is_setting(text, whole, one)]
        if until:
            quote = _around(text, until[0])
            above.append((heading, text, Said(1, until[0], clause["clause"], quote)))
            opened = above[-1][2] if text.rstrip().endswith(("：", ":")) else None
    return found


def _around(text: str, time: Time) -> str:
    return next((one.text.strip() for one in sentences(text) if one.start <= time.start < one.end), text)


def in_text(
    clause: str, text: str, words: Words, known: tuple[Said, ...] = (), *, of_province: bool = False
) -> Iterator[Statement]:
    """The statements of one text; `known` is a time that holds for it from an earlier one.

    In a plan `of_province` the figures of the whole province are its own.

    >>> from yzgeo.documents.words import load
    >>> tables = load()
    >>> for said in in_text("一", "到2025年，绿色工厂达到100家，高新企业冲破千家，同比增长5%。", tables):
    ...     print(said.name.text, said.quantity.value, said.quantity.unit, said.time and said.time.year, said.of, said.doubts)
    绿色工厂 100 家 2025  ()
    高新企业 1000 家 2025  ()
    同比增长 5 % 2025 高新企业 ()
    """
    all_quantities = quantities(text, words)
    starts = [one.start for one in all_quantities]
    earlier: list[Said] = list(known)
    for sentence in sentences(text):
        inside = all_quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        named = [
            Time(one.year_from, one.year, one.until, one.start + sentence.start, one.end + sentence.start)
            for one in times(sentence.text, words)
        ]
        yield from _sentence(clause, text, sentence, inside, named, earlier, words, of_province)
        setting = [
            one
            for one in named
            if not is_base(text, one) and not is_founding(text, one, words) and is_setting(text, sentence, one)
        ]
        if setting or not known:
            earlier = [one._replace(ago=one.ago + 1) for one in earlier if one not in known]
        again = {(one.year_from, one.year) for one in setting}
        earlier = [one for one in earlier if (one.time.year_from, one.time.year) not in again]  # a time is held once
        alone = len({one.year for one in named if not is_base(text, one)}) < 2 or (bool(setting) and setting[-1].until)
        earlier += [Said(1, one, clause, sentence.text.strip(), alone) for one in setting]


def _sentence(
    clause: str,
    text: str,
    sentence: Span,
    inside: list[Quantity],
    named: list[Time],
    earlier: list[Said],
    words: Words,
    of_province: bool,
) -> Iterator[Statement]:
    own = [one for one in named if not is_base(text, one) and not is_founding(text, one, words)]
    setting = [one for one in own if is_setting(text, sentence, one)]
    firm = next((word for word in FIRM if re.match(rf"[^，]{{0,12}}{word}", sentence.text)), "")
    done: list[Statement] = []
    following = {one.start: other.first for one, other in pairwise(inside)}
    for series in _series(text, inside):
        stated = [one for one in _without_sizes(text, series) if not _restates(text, one, inside)]
        if not stated:
            continue
        for named_one in statement_names.names(clause, text, sentence, stated, done, following, words):
            statement = of_phase(text, named_one, sentence, done, words)
            said, doubt = time_of(text, statement, own, setting, earlier, words)
            phase = phase_of(text, statement, words)
            doubts = [*statement.doubts, *([doubt] if doubt and phase is None else [])]
            doubts += whose_territory(text, sentence, statement.quantity, done, words, of_province)
            doubts += ["comparison"] if compares(text[sentence.start : statement.quantity.start], words) else []
            doubts += ["condition"] if is_conditional(text[sentence.start : statement.quantity.start], words) else []
            if said is not None and said.ago and is_extent(statement.name.text, words):
                said = None  # how large something is planned is of no year told before
            if {"rule", "rise", "condition"} & set(doubts):
                said = None
            finished = statement._replace(
                time=None if said is None else said.time,
                time_said=("", "") if said is None else (said.clause, said.quote),
                phase=phase,
                firm=firm or statement.firm,
                doubts=tuple(dict.fromkeys(doubts)),
            )
            done.append(finished)
            yield finished


def _series(text: str, inside: list[Quantity]) -> Iterator[list[Quantity]]:
    """Numbers that follow each other with nothing but 、 or 和 between them, else each alone."""
    series: list[Quantity] = []
    for one in inside:
        if series and not re.fullmatch(r"[、和及与以]{1,2}", text[series[-1].last : one.first].strip()):
            yield series
            series = []
        series.append(one)
    if series:
        yield series


def _without_sizes(text: str, series: list[Quantity]) -> list[Quantity]:
    """Without numbers that only describe what is counted: 500万元以上工业项目1572个."""
    found = []
    for one in series:
        rest = text[one.last :]
        size = re.match(r"(?:的)?[^，；。、：\n（(]{0,16}", rest)
        follows = size[0] if size else ""
        is_money = one.unit.endswith("元") or one.unit[-2:] in CURRENCIES
        counted = re.match(r"[^，；。：\n]{0,30}?[0-9０-９]+\s*[-—～]?[0-9０-９]*\s*(?:余|多)?[家个项户人座条]", rest)
        if is_money and (re.match(r"的?(?:[^，；。]{0,6})?(?:企业|项目|园区|开发区|集群|产业链)", follows) or counted):
            continue
        found.append(one)
    return found


def _restates(text: str, one: Quantity, inside: list[Quantity]) -> bool:
    """Whether a number only says the one before it in another unit: 8500亩（约5.67平方公里）."""
    before = next((other for other in reversed(inside) if other.last <= one.first), None)
    return (
        before is not None
        and text[before.last : one.first] in {"（", "("}
        and text[one.last : one.last + 1] in {"）", ")"}
    )
