"""Parks that text or table lists for a zone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import heads, subjects
from yzgeo.documents import words as word_tables
from yzgeo.documents.candidate import Candidate, Certainty, How, frame, sentence
from yzgeo.documents.passages import MARKS, Span, items, plain, prose
from yzgeo.documents.words import Words

ORDER = 50
LONGEST = 30
PLACE = r"(?:园|区|园区|基地|中心|平台|社区|城|谷|港|镇|集聚点|地块|片|湾|街|楼宇|大厦)[^\u4e00-\u9fff]*$"
"""How names of parks end; a cell of several lines of which one does not end so may hold a name in two lines."""


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `zone_parks`: `zone`, `park`, `listed_in`, `seq`."""
    return frame([*_of_text(clauses, words), *_of_tables(clauses, words)])


def _of_text(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    reading = subjects.read(clauses, words)
    labels = word_tables.one_of(word_tables.of(words, "labels", role="park"))
    for clause in prose(clauses):
        zone, text = reading.of_clause.get(clause["clause"]), clause["text"]
        if zone is None:
            continue
        for match in re.finditer(rf"(?:^|(?<=[。；;\n]))(?:{MARKS}){labels}[：:](?P<list>[^。；;\n]+)", text):
            for seq, part in enumerate(items(match["list"], match.start("list")), 1):
                yield from _row(clause, zone, part, seq, "text", "label")
        listed = re.search(
            r"(?:有|设有|设|下设)(?P<list>[^。；：:]{4,80}?园区?(?:、[^。；：:]{2,40}?园区?)+)等?(?=[，,。；])", text
        )
        if listed:
            for seq, part in enumerate(items(listed["list"], listed.start("list"), "、"), 1):
                if re.search("园区?$", part.text):
                    yield from _row(clause, zone, part, seq, "text", "pattern")


def _row(
    clause: pd.Series, zone: str, part: Span, seq: int, listed_in: str, how: How, *, known: bool = True
) -> Iterator[Candidate]:
    fits = known and 2 <= len(part.text) <= LONGEST
    certainty: Certainty = "sure" if fits else "likely"
    quote = clause["text"] if how == "table_cell" else sentence(clause["text"], part.start, part.end)
    key = f"{zone}|{listed_in}|{clause['clause']}@{part.start}"
    rows = (
        ("zone", zone, "code"),
        ("park", plain(part.text), ""),
        ("listed_in", listed_in, "code"),
        ("seq", str(seq), "code"),
    )
    for column, value, code in rows:
        yield Candidate(
            "zone_parks",
            key,
            column,
            value,
            "park",
            clause["clause"],
            part.start,
            part.end,
            quote,
            how,
            certainty,
            code if fits else "park",
        )


def _of_tables(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    for table in heads.tables(clauses):
        columns = heads.columns(table, words, "zones")
        place = {one.role: position for position, one in reversed(list(enumerate(columns))) if one.role}
        if "zone" not in place or "park" not in place:
            continue
        zone = ""
        seqs: dict[str, int] = {}
        for row in table.rows:
            cells = heads.cell_spans(row)
            if len(cells) < len(columns) or heads.is_total(row):
                continue
            zone = plain(cells[place["zone"]].text) or zone
            if not zone or not row["cells"][place["park"]].strip():
                continue
            parts = heads.cell_parts(row, place["park"])
            known = len(parts) == 1 or all(re.search(PLACE, part.text) for part in parts)
            for part in parts:
                seqs[zone] = seqs.get(zone, 0) + 1
                yield from _row(row, zone, part, seqs[zone], "table", "table_cell", known=known)
