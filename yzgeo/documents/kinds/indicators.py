"""Tables of indicators: base, target and the wider region's, by the years over the columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import directions, heads, period
from yzgeo.documents import words as word_tables
from yzgeo.documents.candidate import Candidate, frame
from yzgeo.documents.heads import Column, Table
from yzgeo.documents.numbers import number, qualifier, quantities
from yzgeo.documents.passages import Span, plain
from yzgeo.documents.period import Period
from yzgeo.documents.words import Words

ORDER = 60
NONE = {"", "-", "--", "—", "——", "－", "–", "/", "／", "…"}
RATE = r"年均|增速|增长|累计"
BRACKETS = str.maketrans("〔〕【】", "[][]")
"""Around a figure that adds up over the years."""
SIGNS = r"[≥≤≧≦><＞＜]"


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `targets`, a row of them for each indicator and target year."""
    years = period.of(clauses, words)
    found: list[Candidate] = []
    for table in heads.tables(clauses):
        columns = heads.columns(table, words, "indicators")
        stages = _stages(columns, years, words)
        if "goal" in stages and any(one.role == "name" for one in columns):
            found.extend(_of_table(table, columns, stages, words))
    return frame(_marked(found, clauses, words))


def _marked(found: list[Candidate], clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    """Figures in square brackets with the qualifier that a note gives the brackets; asked where none does.

    Where the indicator itself is a rise or a fall (单位能耗降低) its figure spans years anyway.
    """
    change = word_tables.one_of(
        [*word_tables.of(words, "verbs", role="drop"), *word_tables.of(words, "verbs", role="grow")]
    )
    notes = [
        (clause, text, match)
        for clause, text in zip(clauses["clause"], clauses["text"], strict=True)
        if (match := re.search(r"[\[〔【][\s　]*[\]〕】][^。；]{0,10}?(累计)", text))
    ]
    for one in found:
        cell = one.quote[one.start : one.end] if one.start < one.end else ""
        in_brackets = one.column in {"target", "base"} and re.fullmatch(r"\s*[\[〔【][^\]〕】]+[\]〕】]\s*", cell)
        if not in_brackets or (not notes and re.search(change, one.quote)):
            yield one
        elif notes:
            clause, text, match = notes[0]
            yield one
            yield one._replace(
                column=f"{one.column}_qualifier",
                value=match[1],
                clause=clause,
                start=match.start(1),
                end=match.end(1),
                quote=text,
            )
        else:
            yield one._replace(certainty="likely", why="accrued")


def _stages(columns: list[Column], years: Period | None, words: Words) -> list[str]:
    """What each column of figures tells: "base", "goal", "open" where neither head nor period says; blank for others.

    Of years without a word the first is what was and the last what is to be; those between are either, by the plan's
    period, or by a column before them that says it is the base.
    """
    base, goal = (word_tables.one_of(word_tables.of(words, "stages", stage=stage)) for stage in ("base", "goal"))
    ours = [not one.role and not one.wider and not re.search(RATE, one.head) for one in columns]
    said = [
        "" if not own else "base" if re.search(base, one.head) else "goal" if re.search(goal, one.head) else ""
        for one, own in zip(columns, ours, strict=True)
    ]
    dated = sorted({one.year for one, own in zip(columns, ours, strict=True) if own and one.year})
    bases = [one.year for one, stage in zip(columns, said, strict=True) if stage == "base"]
    goals = [one.year for one, stage in zip(columns, said, strict=True) if stage == "goal" and one.year]

    def of_year(year: str) -> str:
        if any(not one or year > one for one in bases) and not goals:
            return "goal"
        if goals and year > min(goals):
            return "goal"
        if len(dated) < 2:
            return "base" if goals else ""
        if year == dated[0]:
            return "base"
        if year == dated[-1] and not goals:
            return "goal"
        if years is None or year == years.first:
            return "open"
        return "goal" if year > years.first else "base"

    return [
        stage or (of_year(one.year) if own and one.year else "")
        for one, own, stage in zip(columns, ours, said, strict=True)
    ]


def _of_table(table: Table, columns: list[Column], stages: list[str], words: Words) -> Iterator[Candidate]:
    group = Span("", 0, 0)
    group_clause = ""
    names = [position for position, one in enumerate(columns) if one.role == "name"]
    goals = [position for position, stage in enumerate(stages) if stage in {"goal", "open"}]
    bases = [position for position, stage in enumerate(stages) if stage == "base"]
    goal_words = word_tables.one_of(word_tables.of(words, "stages", stage="goal"))
    cities = [
        position
        for position, one in enumerate(columns)
        if one.wider and not one.role and (re.search(goal_words, one.head) or one.year)
    ]
    groups = [position for position, one in enumerate(columns) if one.role == "group"]
    for row in table.rows:
        cells = heads.cell_spans(row)
        if len(cells) < len(columns):
            continue
        if groups and cells[groups[0]].text:
            group, group_clause = cells[groups[0]], row["clause"]
        name = cells[names[-1]]
        filled = [one for one in (*goals, *bases) if cells[one].text]
        if not name.text or not filled:
            continue
        for goal in goals:
            if stages[goal] == "open" and plain(cells[goal].text) in NONE:
                continue
            for one in _row(row, table, columns, cells, name, goal, bases, cities, group, group_clause, words):
                # Whether a year between is past is not for the reader to say.
                yield one if stages[goal] == "goal" else one._replace(certainty="likely", why="stage")


def _row(
    row: pd.Series,
    table: Table,
    columns: list[Column],
    cells: list[Span],
    name: Span,
    goal: int,
    bases: list[int],
    cities: list[int],
    group: Span,
    group_clause: str,
    words: Words,
) -> Iterator[Candidate]:
    clause = row["clause"]
    year = columns[goal].year
    key = f"{clause}|{year}"

    def cell(column: str, value: str, span: Span, of: str = clause) -> Candidate:
        quote = row["text"] if of == clause else span.text
        return Candidate("targets", key, column, value, "target", of, span.start, span.end, quote, "table_cell", "sure")

    yield cell("name", plain(name.text), name)
    if group.text:
        yield cell("group", plain(group.text), group, group_clause)
    unit = _unit(name, columns, cells)
    if unit is not None:
        yield cell("unit", *unit)
    binding = next((cells[i] for i, one in enumerate(columns) if one.role == "binding"), None)
    if binding is not None and binding.text and binding.text not in NONE:
        yield cell("binding", plain(binding.text), binding)
    yield from _value(cell, "target", "target_text", cells[goal], unit[0] if unit else "", name.text, words)
    if year:
        yield from _head_year(row, "target_year", year, key)
    base = [one for one in bases if _is_plain(cells[one])]
    if base:
        nearest = max(base, key=lambda one: columns[one].year)
        yield from _value(cell, "base", "", cells[nearest], unit[0] if unit else "", name.text, words)
        if columns[nearest].year:
            yield from _head_year(row, "base_year", columns[nearest].year, key)
    if len(cities) == 1:
        yield from _value(cell, "city_target", "city_text", cells[cities[0]], unit[0] if unit else "", name.text, words)


def _head_year(row: pd.Series, column: str, year: str, key: str) -> Iterator[Candidate]:
    """The year over a column, which stands in the head row of the table."""
    yield Candidate(
        "targets",
        key,
        column,
        year,
        "target",
        row["clause"],
        0,
        0,
        " ".join(row["header"]),
        "table_cell",
        "sure",
        "head",
    )


def _unit(name: Span, columns: list[Column], cells: list[Span]) -> tuple[str, Span] | None:
    own = next((cells[i] for i, one in enumerate(columns) if one.role == "unit"), None)
    if own is not None and own.text and own.text not in NONE:
        return unicodedata.normalize("NFKC", plain(own.text)), own
    bracket = re.search(r"[（(]([^（）()]{1,12})[）)]\s*$", name.text)
    if bracket:
        start = name.start + bracket.start(1)
        return unicodedata.normalize("NFKC", bracket[1]), Span(bracket[1], start, start + len(bracket[1]))
    return None


def _value(
    cell: object, column: str, text_column: str, span: Span, unit: str, name: str, words: Words
) -> Iterator[Candidate]:
    make = cell
    assert callable(make)  # noqa: S101
    if plain(span.text) in NONE:
        return
    text = unicodedata.normalize("NFKC", plain(span.text)).translate(BRACKETS)
    before = qualifier(words)
    behind = word_tables.one_of(word_tables.of(words, "qualifiers", side="behind"))
    match = re.fullmatch(
        rf"(?P<sign>{SIGNS})?(?P<before>{before})?\[?(?P<low>-?[0-9][0-9,]*(?:\.[0-9]+)?)\]?"
        rf"(?:[-~—–至](?P<high>[0-9][0-9,]*(?:\.[0-9]+)?))?(?P<unit>%|[\u4e00-\u9fff/]{{0,6}}?)(?P<behind>{behind})?",
        text,
    )
    cut = re.fullmatch(r"(?:累计|年均)?(?:下降|降低|减少)(?P<low>[0-9.]+)(?P<unit>%)", text)
    plain_unit = unit.replace("％", "%")
    if match and (not match["unit"] or match["unit"] == plain_unit) and not (text.startswith("[") ^ ("]" in text)):
        yield make(column, number(match["low"]) or "", span)
        if match["high"] and column == "target":
            yield make(f"{column}_to", number(match["high"]) or "", span)
        said = [word for word in (match["before"], match["behind"]) if word]
        if said and f"{column}_qualifier" in {"target_qualifier", "base_qualifier"}:
            yield make(f"{column}_qualifier", "、".join(said), span)
        if column == "target":
            words_of = [word for word in (match["sign"], match["before"], match["behind"]) if word]
            direction = next((d for w in words_of if (d := directions.direction(w, words))), "")
            if direction:
                yield make("direction", direction, span)
    elif cut and plain_unit == "%" and re.search(r"降|减", name):
        yield make(column, number(cut["low"]) or "", span)
    elif text_column:
        yield make(text_column, plain(span.text), span)
    elif quantities(text, words):
        yield make(column, text, span)._replace(certainty="guess", why="cell")


def _is_plain(span: Span) -> bool:
    """Whether a cell is one number and no bound: a base has no column for an upper end or a sign."""
    text = unicodedata.normalize("NFKC", plain(span.text))
    return re.search(rf"{SIGNS}|[0-9][-~—–至][0-9]", text) is None
