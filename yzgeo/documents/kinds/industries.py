"""Leading industries of zones: after a label, in a table, in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import heads, subjects
from yzgeo.documents import words as word_tables
from yzgeo.documents.candidate import Candidate, Certainty, How, frame, sentence
from yzgeo.documents.passages import MARKS, Span, items, plain, prose
from yzgeo.documents.words import Words

ORDER = 40
LONGEST = 24
TRADE = (
    r"(?:产业|业|制造|装备|材料|加工|服务|物流|能源|医药|信息|汽车|零部件|电子|环保|机械|器械|设计|家电|服装|纺织|食品|软件|航天|技|技术"
    r"|商务|旅游|康养|经济|设备|电机|泵阀|贸易|金融|文化|集成电路|芯片|仪表|网络|研发|化工|建材|冶金|生物|健康|孵化|投资)$"
)
"""How names of industries end; a list of prose in which one does not end so is asked."""


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `zone_industries`: `zone`, `industry`, `role`, `listed_in`, `seq`."""
    return frame([*_of_text(clauses, words), *_of_tables(clauses, words)])


def _of_text(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    reading = subjects.read(clauses, words)
    labels = word_tables.one_of(word_tables.of(words, "labels", role="industry"))
    verbs = word_tables.one_of(row["word"] for row in words["industry_verbs"])
    for clause in prose(clauses):
        zone, text = reading.of_clause.get(clause["clause"]), clause["text"]
        if zone is None:
            continue
        for match in re.finditer(
            rf"(?:^|(?<=[。；;，,\n]))(?:{MARKS})(?P<label>{labels})(?:[：:]|(?:为|是|有|包括)[：:]?)(?P<list>[^。；;\n]+)",
            text,
        ):
            yield from _listed(
                clause,
                zone,
                Span(match["label"], *match.span("label")),
                match["list"],
                match.start("list"),
                "text",
                "label",
                "sure",
            )
        seq = 0
        for match in re.finditer(
            rf"(?:(?P<role>{verbs})(?P<list>[^。；，]{{2,80}}?)(?:等[^。；，]{{0,16}})?(?:[，。；]|产业集聚|$))|以(?P<list2>[^。；，以]{{2,60}}?)(?:等)?(?P<role2>为主导|为主|为特色|为重点)",
            text,
        ):
            role, body = match["role"] or match["role2"], match["list"] or match["list2"]
            at = match.start("list") if match["list"] else match.start("list2")
            named = [part for part in items(body, at, "、和及与") if len(part.text) <= LONGEST]
            fitting = [part for part in named if re.search(TRADE, part.text)]
            sure = bool(match["role2"]) and 1 < len(named) == len(fitting)
            place = Span(role, *match.span("role" if match["role"] else "role2"))
            if not fitting:
                continue
            for part in named:
                seq += 1
                yield from _row(
                    clause,
                    zone,
                    place,
                    part,
                    seq,
                    "prose",
                    "prose",
                    "sure" if sure else "likely",
                    "" if sure else "industry",
                )


def _listed(
    clause: pd.Series, zone: str, label: Span, body: str, at: int, listed_in: str, how: How, certainty: Certainty
) -> Iterator[Candidate]:
    for seq, part in enumerate(items(body, at, "、，,/／"), 1):
        fits = len(part.text) <= LONGEST and not re.search(r"[0-9]", part.text)
        yield from _row(
            clause, zone, label, part, seq, listed_in, how, certainty if fits else "likely", "" if fits else "industry"
        )


def _row(
    clause: pd.Series,
    zone: str,
    role: Span,
    part: Span,
    seq: int,
    listed_in: str,
    how: How,
    certainty: Certainty,
    why: str = "",
) -> Iterator[Candidate]:
    text = clause["text"]
    quote = text if how == "table_cell" else sentence(text, min(role.start, part.start), part.end)
    key = f"{zone}|{listed_in}|{clause['clause']}@{part.start}"

    def cell(column: str, value: str, start: int, end: int, code: str = "") -> Candidate:
        return Candidate(
            "zone_industries",
            key,
            column,
            value,
            "industry",
            clause["clause"],
            start,
            end,
            quote,
            how,
            certainty,
            why or code,
        )

    yield cell("zone", zone, part.start, part.end, "code")
    yield cell("industry", plain(part.text), part.start, part.end)
    if role.text:
        yield cell("role", role.text, role.start, role.end, "head" if how == "table_cell" else "")
    yield cell("listed_in", listed_in, part.start, part.end, "code")
    yield cell("seq", str(seq), part.start, part.end, "code")


def _of_tables(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    for table in heads.tables(clauses):
        columns = heads.columns(table, words, "zones")
        place = {one.role: position for position, one in reversed(list(enumerate(columns))) if one.role}
        if "zone" not in place or "industry" not in place:
            continue
        zone = outer = ""
        listed: dict[str, list[str]] = {}
        head = columns[place["industry"]].head
        for row in table.rows:
            cells = heads.cell_spans(row)
            if len(cells) < len(columns) or heads.is_total(row):
                continue
            if cells[place["zone"]].text:
                outer = plain(cells[place["zone"]].text)
                zone = outer
            if "inner" in place and cells[place["inner"]].text:
                zone = f"{outer}/{plain(cells[place['inner']].text)}"
            if not zone or not row["cells"][place["industry"]].strip():
                continue
            parts = heads.cell_parts(row, place["industry"])
            if listed.get(zone) == [part.text for part in parts]:
                continue  # a merged cell that the file repeats
            before = len(listed.get(zone, []))
            listed[zone] = listed.get(zone, []) + [part.text for part in parts]
            for seq, part in enumerate(parts, before + 1):
                fits = 2 <= len(part.text) <= LONGEST
                yield from _row(
                    row,
                    zone,
                    Span(head, 0, 0),
                    part,
                    seq,
                    "table",
                    "table_cell",
                    "sure" if fits else "likely",
                    "" if fits else "industry",
                )
