"""Zones: their names, kinds and nesting, as headings, heads of paragraphs, structures and tables name them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import heads, subjects
from yzgeo.documents.candidate import Candidate, Certainty, How, frame, sentence
from yzgeo.documents.passages import Span, plain
from yzgeo.documents.words import Words

ORDER = 20


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `zones`: `name` or `name_table`, `kind`, `parent`, `positioning_table`."""
    return frame([*_of_text(clauses, words), *_of_tables(clauses, words)])


def _of_text(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))
    for one in subjects.read(clauses, words).subjects:
        text = texts[one.clause]
        quote = sentence(text, one.start, one.end)
        how: How = "label" if one.how == "label" else "pattern"
        certainty: Certainty = "sure" if one.certain else "likely"
        yield Candidate(
            "zones", one.name, "name", one.name, "zone", one.clause, one.start, one.end, quote, how, certainty, one.why
        )
        clause, start, end = one.kind_at
        if one.kind:
            yield Candidate(
                "zones",
                one.name,
                "kind",
                one.kind,
                "zone",
                clause,
                start,
                end,
                sentence(texts[clause], start, end),
                how,
                "sure",
            )
        if one.parent:
            yield Candidate(
                "zones",
                one.name,
                "parent",
                one.parent,
                "zone",
                one.clause,
                one.start,
                one.end,
                quote,
                how,
                "sure",
                "code",
            )


def _of_tables(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    for table in heads.tables(clauses):
        columns = heads.columns(table, words, "zones")
        place = {one.role: position for position, one in reversed(list(enumerate(columns))) if one.role}
        if "zone" not in place or not set(place) & {"industry", "park", "positioning", "inner", "extent"}:
            continue
        outer: Span | None = None
        outer_clause = ""
        for row in table.rows:
            cells = heads.cell_spans(row)
            if len(cells) < len(columns) or heads.is_total(row):
                continue
            cell = cells[place["zone"]]
            if cell.text and plain(cell.text) != (plain(outer.text) if outer else ""):
                outer, outer_clause = cell, row["clause"]
                yield _cell(row, plain(cell.text), "name_table", plain(cell.text), cell)
                if "positioning" in place and cells[place["positioning"]].text:
                    said = cells[place["positioning"]]
                    yield _cell(row, plain(cell.text), "positioning_table", plain(said.text), said)
            if outer is None or "inner" not in place or not cells[place["inner"]].text:
                continue
            inner = cells[place["inner"]]
            yield _cell(row, f"{plain(outer.text)}/{plain(inner.text)}", "name_table", plain(inner.text), inner)
            yield _cell(row, f"{plain(outer.text)}/{plain(inner.text)}", "parent", plain(outer.text), outer)._replace(
                clause=outer_clause, why="code"
            )


def _cell(row: pd.Series, key: str, column: str, value: str, span: Span) -> Candidate:
    return Candidate(
        "zones", key, column, value, "zone", row["clause"], span.start, span.end, row["text"], "table_cell", "sure"
    )
