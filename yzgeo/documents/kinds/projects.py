"""Tables of projects: every printed column, and the figures inside the descriptions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import heads
from yzgeo.documents.candidate import Candidate, How, frame
from yzgeo.documents.heads import Column, Table
from yzgeo.documents.numbers import Quantity, number, quantities
from yzgeo.documents.passages import Span, plain
from yzgeo.documents.words import Words

ORDER = 70
NONE = {"", "-", "--", "—", "——", "－", "–", "/", "／", "…", "无"}
LAND = r"平方公里|平方米|公顷|亩"
PRINTED = ("name", "owner", "content", "industry")
"""Columns that are taken over as they are printed."""
_COUNT = "[0-9０-９一二三四五六七八九十百]+[个项]"
COUNTED = rf"[（(]\s*(?:共|计|合计)?\s*{_COUNT}(?:项目)?\s*[）)]$|共计?{_COUNT}$"
"""Words of a row that counts the rows of its group."""
FIGURES = (("investment", "亿元"), ("new_land", ""), ("site_area", ""), ("floor_area", ""))


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `projects`, and of `figures` for what their names and descriptions state."""
    return frame(
        candidate
        for table in heads.tables(clauses)
        if (columns := _columns(table, words)) is not None
        for candidate in _of_table(table, columns, words)
    )


def _columns(table: Table, words: Words) -> list[Column] | None:
    columns = heads.columns(table, words, "projects")
    roles = {one.role for one in columns}
    land = {"site_area", "new_land", "floor_area"} if "investment" in roles else set()
    is_table = "name" in roles and len(roles & {"owner", "content", "investment", "years", *land}) >= 2
    titled = bool(re.search("项目", table.title + " ".join(table.header)))
    return columns if is_table and titled else None


def _of_table(table: Table, columns: list[Column], words: Words) -> Iterator[Candidate]:
    place = {one.role: position for position, one in reversed(list(enumerate(columns))) if one.role}
    for row in table.rows:
        cells = heads.cell_spans(row)
        if len(cells) < len(columns) or heads.is_total(row):
            continue
        name = cells[place["name"]]
        if not name.text or plain(name.text) in NONE or _heads_group(row, table, place):
            continue
        stated = [cells[place[role]].text for role in ("seq", "owner", "content") if role in place]
        for one in _row(row, table, columns, cells, place, words):
            # A name and a sum alone may be a project or head a group of them.
            yield one if any(stated) or one.certainty != "sure" else one._replace(certainty="likely", why="group")


def _heads_group(row: pd.Series, table: Table, place: dict[str, int]) -> bool:
    """Whether a row sums up those below it: it counts them, or is numbered as they are not."""
    if re.search(COUNTED, plain(row["cells"][place["name"]])):
        return True
    if "seq" not in place:
        return False
    seq = plain(row["cells"][place["seq"]])
    others = [plain(one["cells"][place["seq"]]) for one in table.rows if len(one["cells"]) > place["seq"]]
    if re.fullmatch(heads.GROUP, seq):
        return any(re.fullmatch(r"[0-9０-９]+", one) for one in others)
    return bool(seq) and any(re.match(rf"{re.escape(seq)}[-.．—][0-9]", one) for one in others)


def _row(
    row: pd.Series, table: Table, columns: list[Column], cells: list[Span], place: dict[str, int], words: Words
) -> Iterator[Candidate]:
    clause, key = row["clause"], row["clause"]

    def cell(
        column: str, value: str, span: Span, how: How = "table_cell", why: str = "", sure: bool = True
    ) -> Candidate:
        return Candidate(
            "projects",
            key,
            column,
            value,
            "project",
            clause,
            span.start,
            span.end,
            row["text"],
            how,
            "sure" if sure else "likely",
            why,
        )

    for role in PRINTED:
        if role in place and plain(cells[place[role]].text) not in NONE:
            yield cell(role, plain(cells[place[role]].text), cells[place[role]])
    if "seq" in place and (seq := number(cells[place["seq"]].text)):
        yield cell("seq", seq, cells[place["seq"]])
    kind = _list(table.title, words)
    if kind is not None:
        yield Candidate("projects", key, "list", kind[0], "project", clause, 0, 0, table.title, "label", "sure", "head")
    for role, _ in FIGURES:
        if role in place:
            yield from _figure(cell, role, cells[place[role]], columns[place[role]], table.unit, words)
    if "years" in place:
        yield from _years(cell, cells[place["years"]], columns[place["years"]])
    name = cells[place["name"]]
    content = cells[place["content"]] if "content" in place else Span("", 0, 0)
    stated = cells[place["works"]] if "works" in place else Span("", 0, 0)
    yield from _works(cell, (stated,) if stated.text else (name, content), words)
    if content.text:
        given = {role for role, _ in FIGURES if role in place and plain(cells[place[role]].text) not in NONE}
        yield from _areas(cell, content, given, words)
    yield from _capacities(row, key, name, "title", words)
    yield from _capacities(row, key, content, "content", words)


def _list(title: str, words: Words) -> tuple[str, str] | None:
    bracket = re.search(r"[（(]([^（）()]{2,12})[）)]\s*$", title)
    text = bracket[1] if bracket else title
    for row in words["lists"]:
        if row["word"] in text:
            return row["list"], row["word"]
    return None


def _figure(cell: object, role: str, span: Span, column: Column, table_unit: str, words: Words) -> Iterator[Candidate]:
    make = cell
    assert callable(make)  # noqa: S101
    text = unicodedata.normalize("NFKC", plain(span.text))
    if text in NONE:
        return
    match = re.fullmatch(
        r"(?P<before>约|近|超过|超)?(?P<low>[0-9][0-9,]*(?:\.[0-9]+)?)(?:[-~—–至](?P<high>[0-9][0-9,]*(?:\.[0-9]+)?))?(?P<unit>[^0-9]*?)(?P<behind>以上|左右|余)?",
        text,
    )
    if match is None:
        for one in quantities(text, words):
            yield make(role, one.value, span, why="cell", sure=False)
            yield make(f"{role}_unit", one.unit, span, why="cell", sure=False)
        return
    unit = match["unit"] or column.unit or (_unit_of(table_unit, role) if table_unit else "")
    known = bool(unit) and bool(quantities(f"1{unit}", words))
    if match["high"] and role != "investment":  # the table has no column for an upper end
        for end in ("low", "high"):
            yield make(role, number(match[end]) or "", span, why="cell", sure=False)
            if known:
                named = quantities(f"1{unit}", words)[0].unit
                where = span if match["unit"] else Span("", 0, 0)
                asked = make(f"{role}_unit", named, where, why="cell", sure=False)
                yield asked if match["unit"] else asked._replace(quote=f"{column.head} {table_unit}")
        return
    yield make(role, number(match["low"]) or "", span, why="" if known else "unit", sure=known)
    if match["high"]:
        yield make("investment_to", number(match["high"]) or "", span)
    if known:
        where = span if match["unit"] else Span("", 0, 0)
        found = make(f"{role}_unit", quantities(f"1{unit}", words)[0].unit, where)
        yield found if match["unit"] else found._replace(quote=f"{column.head} {table_unit}", why="head")
    said = "、".join(word for word in (match["before"], match["behind"]) if word)
    if said and role != "new_land":
        yield make(f"{role}_qualifier", said, span)


def _unit_of(table_unit: str, role: str) -> str:
    """Of several units of a table (亿元、亩) the one that fits the column."""
    parts = re.split("[、，,]", table_unit)
    for part in parts:
        is_money = part.endswith("元")
        if is_money == (role == "investment"):
            return part
    return ""


def _years(cell: object, span: Span, column: Column) -> Iterator[Candidate]:
    make = cell
    assert callable(make)  # noqa: S101
    text = unicodedata.normalize("NFKC", plain(span.text))
    match = re.fullmatch(r"(?P<low>[0-9]{1,2}(?:\.[0-9]+)?)(?P<unit>年|个月)?", text)
    if match is None:
        return
    if match["unit"] == "个月" or (not match["unit"] and "月" in column.head):
        return  # the table holds years, and none stand here
    stated = match["unit"] == "年" or column.unit == "年" or "年" in column.head
    yield make("years", match["low"], span, why="" if stated else "unit", sure=stated or float(match["low"]) <= 10)


def _works(cell: object, spans: tuple[Span, ...], words: Words) -> Iterator[Candidate]:
    make = cell
    assert callable(make)  # noqa: S101
    for span in spans:
        for row in words["works"]:
            at = span.text.find(row["word"])
            if at >= 0:
                yield make(
                    "works",
                    row["works"],
                    Span(row["word"], span.start + at, span.start + at + len(row["word"])),
                    "pattern",
                )
                return


def _areas(cell: object, content: Span, given: set[str], words: Words) -> Iterator[Candidate]:
    """The site and the floor area that a description states."""
    make = cell
    assert callable(make)  # noqa: S101
    found = [one for one in quantities(content.text, words) if re.search(rf"(?:{LAND})$", one.unit)]
    sites, floors = [], []
    for one in found:
        before = re.split(r"[，。；、,;：:]", content.text[: one.first])[-1]
        after = re.split(r"[，。；、,;：:]", content.text[one.last :])[0]
        is_part = "其中" in content.text[max(0, one.first - 40) : one.first].split("。")[-1]
        if re.search(r"(?:用地|占地|土地)(?:总?面积)?(?:共|为|约)*$", before) and not re.search(r"建筑", before):
            sites.append((one, before))
        elif re.search(r"拆|其中|地上|地下|绿", before) or is_part:
            continue
        elif re.search(r"建筑|建设|新建|厂房|改扩建", before + after) and not one.unit.endswith("亩"):
            floors.append((one, before))
    for role, listed in (("site_area", sites), ("floor_area", floors)):
        if role in given or not listed:
            continue
        total = [entry for entry in listed if re.search("总", entry[1])] or listed
        sure = len(total) == 1 or len(listed) == 1
        one, before = total[0]
        span = _span(content, one)
        yield make(role, one.value, span, "pattern", "" if sure else "several", sure)
        yield make(f"{role}_unit", one.unit, span, "pattern", "", sure)
        if one.before or one.behind:
            yield make(
                f"{role}_qualifier",
                "、".join((*one.before, *one.behind)),
                Span("", content.start + one.first, content.start + one.last),
                "pattern",
                "",
                sure,
            )
        if role == "floor_area":
            words_before = re.sub(
                r"^(?:项目|该项目|拟|计划|并|其中|可)+", "", re.sub(r"(?:为|共|达)+$", "", before)
            ).strip()
            if words_before:
                at = content.text.rfind(words_before, 0, one.first)
                yield make(
                    "floor_area_words",
                    words_before,
                    Span("", content.start + at, content.start + at + len(words_before)),
                    "pattern",
                    "",
                    sure,
                )


def _span(content: Span, one: Quantity) -> Span:
    return Span(content.text[one.start : one.end], content.start + one.start, content.start + one.end)


CAPACITY = r"年(?:生)?产(?:能)?(?:约|达|达到|可达)?(?=[0-9０-９])|(?:形成|达到)(?=[0-9０-９.]+[万亿]?[^，。；0-9]{2,24}(?:生产能力|产能))"
NAMED = r"年产(?P<item>[\u4e00-\u9fffA-Za-z]{2,14})(?=[0-9０-９])"
"""What is made before how much of it: 年产汽车零部件200万件."""
ITEM_END = r"项目|生产线|技改|改造|建设|生产能力|的生产|和年产|以及|及年产|和(?=[0-9])|$|[，。；、,;]"


def _capacities(row: pd.Series, key: str, span: Span, where: str, words: Words) -> Iterator[Candidate]:
    """What a project makes in a year: 年产28万吨铸件, and what is listed after it."""
    text = span.text
    found = quantities(text, words)
    for match in re.finditer(CAPACITY, text):
        at = match.end()
        for one in found:
            if one.start < match.end():
                continue
            between = text[at : one.start]
            if one.start - match.end() > 1 and not re.fullmatch(r"[^，。；0-9]{2,30}[、和及与]", between):
                break
            item = re.match(rf"\s*(?:的)?([^，。；、,;]{{2,30}}?)(?:{ITEM_END})", text[one.last :])
            place = Span(item[1], one.last + item.start(1), one.last + item.end(1)) if item else None
            yield from _capacity(row, key, span, where, one, place, Span(match[0], *match.span()))
            at = one.end
    for match in re.finditer(NAMED, text):
        named = [one for one in found if one.start == match.end()]
        if named:
            yield from _capacity(
                row, key, span, where, named[0], Span(match["item"], *match.span("item")), Span("", *match.span())
            )


def _capacity(
    row: pd.Series, key: str, span: Span, where: str, one: Quantity, item: Span | None, said: Span
) -> Iterator[Candidate]:
    row_key = f"{key}@{span.start + one.start}"

    def cell(column: str, value: str, start: int, end: int, code: str = "") -> Candidate:
        first, last = span.start + start, span.start + end
        return Candidate(
            "figures",
            row_key,
            column,
            value,
            "project",
            row["clause"],
            first,
            last,
            row["text"],
            "pattern",
            "sure",
            code,
        )

    yield cell("measure", "年产能力", said.start, said.end, "code")
    yield cell("scope", f"project:{key}", one.start, one.end, "code")
    yield cell("stated_in", where, one.start, one.end, "code")
    yield cell("value", one.value, one.start, one.end)
    yield cell("unit", one.unit, one.start, one.end)
    if one.upper:
        yield cell("value_to", one.upper, one.start, one.end)
    if item is not None:
        yield cell("item", plain(item.text), item.start, item.end)
    if one.before or one.behind:
        yield cell("qualifier", "、".join((*one.before, *one.behind)), one.first, one.last)
