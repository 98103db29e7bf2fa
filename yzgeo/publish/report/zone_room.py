"""How many findings the page of a zone has room for: what stands above them is measured by the widths of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from yzgeo.checks.finding import Finding
from yzgeo.core.i18n import Lang, Text, plain
from yzgeo.core.labels import word
from yzgeo.publish.board.lettering import width, wrap
from yzgeo.publish.report.citing import Reference

PAGE_MM = 254.0
"""The height of a page's text, less what typefaces differ by."""
HEAD_MM, MAP_MM, FACTS_MM, FOOT_MM = 22.0, 109.0, 61.0, 6.0
"""The zone's name with its lead, the map with the words below it, the width of the facts, the line of what is left out."""
TITLE_MM, HEADS_MM = 11.2, 4.8
"""The heading of a table, and its row of column heads where they take one line."""
LINE_MM, LABEL_MM, FACT_MM, ROW_MM = 3.8, 3.4, 1.4, 1.3
"""A line of type, of a label, and what a fact and a row add to their lines."""
TYPE, SMALL = 8.4, 7.4
NAME_MM, OWNER_MM = 65.0, 27.0
MESSAGE_MM, REMEDY_MM, CLAUSE_MM = 90.0, 39.0, 30.0
"""Widths of the columns that decide how high a row is."""
COLUMN_HEAD_LINES: dict[Lang, int] = {"zh": 1, "en": 3}
"""Lines of the longest column head of the table of projects."""
MOST_LINES = 99
FIRST_FINDINGS = 12
"""So many findings are told after the projects of a zone that fill more than its page; all are in the list of findings."""
Row = dict[str, Any]
Cited = Callable[[Iterable[str] | str | None], list[Reference]]


def findings_that_fit(
    findings: list[Finding], projects: list[Row], places: int, facts: list[tuple[Text, Text, tuple[str, ...]]],
    cited: Cited, lang: Lang,
) -> int:  # fmt: skip
    """How many of a zone's findings fit its page in a language; the first few where its projects alone fill more.

    Parameters
    ----------
    findings, projects
        Those of the zone, in their order; `projects` have `name`, `owner` and `list`.
    places
        How many places the projects are told by.
    facts
        Label, words and sources of what stands beside the map.
    cited
        The references that sources are printed as.
    """
    used = HEAD_MM + max(MAP_MM, sum(_fact(*fact, cited, lang) for fact in facts))
    if projects:
        used += TITLE_MM + HEADS_MM + LABEL_MM * (COLUMN_HEAD_LINES[lang] - 1)
        used += sum(_project(row, lang) for row in projects) + (places + 1) * (LINE_MM + ROW_MM)
    else:
        used += TITLE_MM + LINE_MM + 2.0
    if used > PAGE_MM:
        return FIRST_FINDINGS
    used += TITLE_MM + HEADS_MM + FOOT_MM
    for number, finding in enumerate(findings):
        used += _finding(finding, cited, lang)
        if used > PAGE_MM:
            return number
    return len(findings)


def _fact(label: Text, words: Text, sources: tuple[str, ...], cited: Cited, lang: Lang) -> float:
    beside = width(label.of(lang), SMALL) + sum(width(one, SMALL) + 1.5 for one in _some(sources, 2, cited, lang)) + 2.0
    return LABEL_MM * (1 if beside <= FACTS_MM else 2) + LINE_MM * _lines(words.of(lang), FACTS_MM) + FACT_MM


def _project(row: Row, lang: Lang) -> float:
    owner = f"{row['owner'] or '—'} {word(row['list']).of(lang) if row['list'] else ''}"
    return LINE_MM * max(_lines(row["name"], NAME_MM), _lines(owner, OWNER_MM)) + ROW_MM


def _finding(finding: Finding, cited: Cited, lang: Lang) -> float:
    lines = (
        _lines(finding.message.of(lang), MESSAGE_MM),
        _lines(finding.remedy.of(lang), REMEDY_MM),
        _clause_lines(_some(finding.clause, 3, cited, lang)),
    )
    return LINE_MM * max(lines) + ROW_MM


def _some(sources: Iterable[str] | str, most: int, cited: Cited, lang: Lang) -> list[str]:
    """The names of the first references, and the word that tells of more."""
    references = cited(sources)
    more = [plain(f"等 {len(references)} 处")] if len(references) > most else []
    return [one.label.of(lang) for one in references[:most]] + [one.of(lang) for one in more]


def _clause_lines(names: list[str]) -> int:
    """Lines of names that are not broken."""
    lines, at = 1, 0.0
    for name in names:
        wide = width(f"{name}; ", SMALL)
        lines, at = (lines, at + wide) if at + wide <= CLAUSE_MM or at == 0.0 else (lines + 1, wide)
    return lines


def _lines(words: str, room: float) -> int:
    return max(1, len(wrap(words, room, TYPE, MOST_LINES)))
