"""Areas of zones: the figure with its unit, the kind of area and the words that qualify it, in text and table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import heads, subjects
from yzgeo.documents import words as word_tables
from yzgeo.documents.candidate import Candidate, Certainty, How, frame, sentence
from yzgeo.documents.numbers import Quantity, number, quantities
from yzgeo.documents.passages import MARKS, Span, before, plain, prose
from yzgeo.documents.words import Words

ORDER = 30
LAND = r"(?:平方公里|平方米|公顷|亩)"
WHOLE = ("总", "规划总", "总规划", "可利用", "规划")
"""Kinds of area that are of the whole zone, where several are stated."""


PART = "part"
"""Stands for a kind of land that is no kind of area of a whole zone."""
PARTS = r"(?:其中)?(?:核心区|启动区|起步区|先行区|拓展区|中心区|示范区|引领区|[一二三首]期|[近远]期|远景|先期)"
"""Before an area: it is of a part or a stage of a zone."""
WHOSE = "园区|片区|全区|该区|本区|基地|新区|[东西南北中]区"


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `zones`: `area`, `area_to`, `area_unit`, `area_kind`, `area_qualifier`; further areas of `figures`."""
    return frame([*_of_text(clauses, words), *_of_tables(clauses, words)])


def _of_text(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    reading = subjects.read(clauses, words)
    inner: dict[str, list[subjects.Subject]] = {}
    for subject in reading.subjects:
        if subject.how == "pattern":
            inner.setdefault(subject.clause, []).append(subject)
    stated: dict[str, list[tuple[str, Quantity, Span, str, str]]] = {}
    for clause in prose(clauses):
        name = reading.of_clause.get(clause["clause"])
        text = clause["text"]
        for one, label, kind in _areas(text, words):
            parts = [part for part in inner.get(clause["clause"], []) if part.end <= one.start]
            whose = max(parts, key=lambda part: part.end).name if parts else name
            whose = subjects.beginning(before(text, label.start), reading) or whose
            if whose and subjects.other_zone(before(text, label.end), whose, words):
                yield from _as_figure(whose, (clause["clause"], one, label, kind, text), "scope")
            elif whose:
                stated.setdefault(whose, []).append((clause["clause"], one, label, kind, text))
    for name, found in stated.items():
        yield from _of_zone(name, found)


def _areas(text: str, words: Words) -> Iterator[tuple[Quantity, Span, str]]:
    """Areas with the words before them that say of what kind: 可利用面积16.88平方公里."""
    kinds = word_tables.one_of([row["word"] for row in words["areas"]])
    for one in quantities(text, words):
        if not re.fullmatch(rf"万?{LAND}", one.unit):
            continue
        window = before(text, one.first)
        match = re.search(rf"(?P<kind>{kinds})(?:[为是达共约有到:：]|达到|合计|共计)*$", window)
        if match is None:
            continue
        ahead = one.first - len(window)
        word, start = match["kind"], ahead + match.start("kind")
        kind = word_tables.meaning(words, "areas", word, "kind")
        lead = re.split(r"[，,、。；;：:（）()\n]|其中|[—–]{1,2}", before(text, start))[-1].strip()
        if not before(text, start).strip().removesuffix(lead):
            lead = re.sub(rf"^{MARKS}", "", lead)
        zones = word_tables.one_of(word_tables.of(words, "zones"))
        if lead and (re.fullmatch(PARTS, lead) or not re.search(rf"(?:{WHOSE}|{zones}|[的现共总])$", lead)):
            start -= len(lead)  # land of a kind that only this plan names: 景观生态绿地
            word, kind = lead + word, PART
        yield one, Span(word, start, ahead + match.end("kind")), kind


def _of_zone(name: str, found: list[tuple[str, Quantity, Span, str, str]]) -> Iterator[Candidate]:
    """The area of a zone: the only one, else that of the whole; others are figures of it, and of what is doubtful all are asked."""
    own = [
        entry
        for entry in found
        if entry[3] != PART and "其中" not in re.split("[。；]", before(entry[4], entry[1].first))[-1]
    ]
    firsts = [entry for entry in own if entry[0] == own[0][0]] if own else []
    chosen = None
    for kind in WHOLE:
        of_kind = [entry for entry in firsts if entry[3] == kind]
        if len(of_kind) == 1:
            chosen = of_kind[0]
            break
    if chosen is None and len(firsts) == 1:
        chosen = firsts[0]
    same_kind = [
        entry
        for entry in own
        if chosen is not None
        and entry[3] == chosen[3]
        and (entry[1].value, entry[1].unit) != (chosen[1].value, chosen[1].unit)
    ]
    for entry in found:
        if entry is chosen:
            yield from _cells(name, entry, "likely" if same_kind else "sure", "several" if same_kind else "")
        elif entry in same_kind or (chosen is None and entry in own):
            yield from _cells(name, entry, "likely", "several")
        else:
            yield from _as_figure(name, entry)


def _cells(
    name: str, entry: tuple[str, Quantity, Span, str, str], certainty: Certainty, why: str
) -> Iterator[Candidate]:
    clause, one, label, kind, text = entry
    quote = sentence(text, label.start, one.last)

    def cell(column: str, value: str, start: int, end: int, how: How = "pattern") -> Candidate:
        return Candidate("zones", name, column, value, "area", clause, start, end, quote, how, certainty, why)

    yield cell("area", one.value, one.start, one.end)
    if one.upper:
        yield cell("area_to", one.upper, one.start, one.end)
    yield cell("area_unit", one.unit, one.start, one.end)
    if kind:
        yield cell("area_kind", kind, label.start, label.end)
    if one.before or one.behind:
        yield cell("area_qualifier", "、".join((*one.before, *one.behind)), one.first, one.last)


def _as_figure(name: str, entry: tuple[str, Quantity, Span, str, str], why: str = "") -> Iterator[Candidate]:
    clause, one, label, _, text = entry
    quote = sentence(text, label.start, one.last)
    key = f"{clause}@{one.start}"
    rows = [
        ("noun", label.text, label.start, label.end),
        ("value", one.value, one.start, one.end),
        ("unit", one.unit, one.start, one.end),
    ]
    if one.upper:
        rows.append(("value_to", one.upper, one.start, one.end))
    if one.before or one.behind:
        rows.append(("qualifier", "、".join((*one.before, *one.behind)), one.first, one.last))
    certainty: Certainty = "likely" if why else "sure"
    for column, value, start, end in rows:
        yield Candidate("figures", key, column, value, "area", clause, start, end, quote, "pattern", certainty, why)
    if why:
        return  # whose it is, is asked
    yield Candidate(
        "figures", key, "scope", f"zone:{name}", "area", clause, one.start, one.end, quote, "pattern", "sure", "code"
    )


def _of_tables(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    kinds = {row["word"]: row["kind"] for row in words["areas"]}
    for table in heads.tables(clauses):
        columns = heads.columns(table, words, "zones")
        zone = next((i for i, one in enumerate(columns) if one.role == "zone"), None)
        bare = [unicodedata.normalize("NFKC", one.head).split("(")[0].split(" ")[-1] for one in columns]
        areas = [i for i, text in enumerate(bare) if text in kinds]
        parts = [
            (i, name)
            for i, text in enumerate(bare)
            if (name := re.sub("^其中[:]?", "", text)) != text and name in kinds
        ]
        if zone is None or not (areas or parts):
            continue
        for row in table.rows:
            cells = heads.cell_spans(row)
            if len(cells) < len(columns) or heads.is_total(row) or not cells[zone].text:
                continue
            for position in areas:
                yield from _cell_area(
                    row,
                    plain(cells[zone].text),
                    cells[position],
                    columns[position].unit or table.unit,
                    columns[position].head,
                    bare[position],
                    kinds[bare[position]],
                    sure=len(areas) == 1,
                    words=words,
                )
            for position, name in parts:
                unit = columns[position].unit or table.unit
                yield from _cell_part(row, plain(cells[zone].text), cells[position], unit, name, words)


def _cell_part(row: pd.Series, zone: str, cell: Span, unit: str, noun: str, words: Words) -> Iterator[Candidate]:
    """A column of land that is part of a zone's: a figure of it."""
    text = unicodedata.normalize("NFKC", plain(cell.text))
    known = quantities(f"1{unit}", words) if unit else []
    if not re.fullmatch(r"[0-9][0-9,]*(?:\.[0-9]+)?", text) or not known:
        return
    key = f"{row['clause']}@{cell.start}"

    def make(column: str, value: str, start: int, end: int) -> Candidate:
        return Candidate(
            "figures", key, column, value, "area", row["clause"], start, end, row["text"], "table_cell", "sure"
        )

    yield make("value", number(text) or "", cell.start, cell.end)
    yield make("unit", known[0].unit, 0, 0)
    yield make("noun", noun, 0, 0)
    yield make("scope", f"zone:{zone}", cell.start, cell.end)


def _cell_area(
    row: pd.Series, name: str, cell: Span, unit: str, head: str, label: str, kind: str, *, sure: bool, words: Words
) -> Iterator[Candidate]:
    text = unicodedata.normalize("NFKC", plain(cell.text))
    match = re.fullmatch(
        rf"(?P<before>约)?(?P<low>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>{LAND})?(?P<behind>左右|以上)?", text
    )
    if match is None:
        return
    stated = match["unit"] or unit
    known = quantities(f"1{stated}", words) if stated else []
    certainty: Certainty = "sure" if sure and known else "likely"
    why = "" if certainty == "sure" else "several" if known else "unit"

    def make(column: str, value: str, said: str = "") -> Candidate:
        return Candidate(
            "zones",
            name,
            column,
            value,
            "area",
            row["clause"],
            cell.start,
            cell.end,
            row["text"],
            "table_cell",
            certainty,
            why or said,
        )

    yield make("area", number(match["low"]) or "")
    if known:
        unit_cell = make("area_unit", known[0].unit, "" if match["unit"] else "head")
        yield unit_cell if match["unit"] else unit_cell._replace(quote=f"{head} {unit}", start=0, end=0)
    if kind:
        yield make("area_kind", kind, "head")._replace(quote=head, start=0, end=0)
    said = "、".join(word for word in (match["before"], match["behind"]) if word)
    if said:
        yield make("area_qualifier", said)
