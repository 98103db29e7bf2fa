"""What stands where in the workbook of a plan: its sheets, their headings, and the particulars on the first sheet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from yzgeo.core.i18n import LANGS, Lang, Text
from yzgeo.core.xml_text import allowed
from yzgeo.plan import tables

FIRST_SHEET = Text("规划", "plan")
"""The sheet of the particulars; the others are the tables."""


class Particular(NamedTuple):
    """A particular of the plan: its key in the descriptor, whether under `plan`, what it is called, what to fill in."""

    key: str
    of_plan: bool
    title: Text
    description: Text


PERIOD = "period"
PARTICULARS = (
    Particular(
        "name",
        False,
        Text("代号", "id"),
        Text(
            "小写英文字母、数字、连字符，如 haishu；必填",
            "lower-case letters, digits, hyphens, such as haishu; required",
        ),
    ),
    Particular("title", False, Text("规划名称", "title"), Text("照录全称；必填", "in full, as printed; required")),
    Particular("title_en", False, Text("规划英文名", "title in English"), Text("可空", "may be blank")),
    Particular(
        "description",
        False,
        Text("简介", "description"),
        Text("本数据是什么、缺什么；可空", "what these data are, and what they lack; may be blank"),
    ),
    Particular(
        "version", False, Text("版本", "version"), Text("本数据的版本或日期；可空", "of these data; may be blank")
    ),
    Particular("authority", True, Text("发布机关", "authority"), Text("照录；可空", "as printed; may be blank")),
    Particular("authority_en", True, Text("发布机关英文名", "authority in English"), Text("可空", "may be blank")),
    Particular(
        "issued",
        True,
        Text("发布日期", "issued"),
        Text("年-月-日，或只写年-月、年；可空", "year-month-day, or only year-month or year; may be blank"),
    ),
    Particular(
        PERIOD,
        True,
        Text("规划期", "period"),
        Text("起止两个年份，如 2021-2025；可空", "first and last year, such as 2021-2025; may be blank"),
    ),
    Particular(
        "district",
        True,
        Text("行政区", "district"),
        Text("县区或市的全名；可空", "full name of the county or city; may be blank"),
    ),
    Particular("district_en", True, Text("行政区英文名", "district in English"), Text("可空", "may be blank")),
    Particular(
        "district_code",
        True,
        Text("行政区划代码", "district code"),
        Text("六位数字；可空", "six digits; may be blank"),
    ),
)
"""In the order of the sheet."""


class Entries(NamedTuple):
    """What the descriptor lists, the sources or the licences, a row each; `columns` of the sheet by key of an entry."""

    key: str
    title: Text
    description: Text
    columns: Mapping[str, str]


ENTRIES = (
    Entries(
        "sources",
        Text("资料来源", "source"),
        Text(
            "一项一行，可加行：资料名称，有则填网址、许可代号、须写的署名",
            "a row each, add rows at will: its title; its address, licence and the attribution it asks for, if any",
        ),
        MappingProxyType({"title": "content", "path": "path", "license": "license", "attribution": "attribution"}),
    ),
    Entries(
        "licenses",
        Text("许可", "licence"),
        Text(
            "一项一行，可加行：管哪些数据，代号如 CC-BY-4.0",
            "a row each, add rows at will: what it covers; its name, such as CC-BY-4.0",
        ),
        MappingProxyType({"title": "content", "path": "path", "name": "license"}),
    ),
)
GUIDE = Text("填表说明", "how to fill in")
"""Rows of the first sheet that are only to be read."""
ITEM = "item"
FIRST_HEADINGS = {
    ITEM: Text("项目", "item"),
    "content": Text("内容", "content"),
    "stated_in": Text("述于", "stated in"),
    "path": Text("网址", "address"),
    "license": Text("许可代号", "name of licence"),
    "attribution": Text("署名", "attribution"),
    "description": Text("说明", "notes"),
}
"""The columns of the first sheet; those from `path` on are of sources and licences."""
GUIDE_LINES = (
    Text(
        "每张表一个工作表，名称不改。整张删去的工作表，导入时不动文件夹中的这张表。",
        "Each table is a sheet; keep its name. A table whose sheet is deleted stays in the folder as it is.",
    ),
    Text(
        "照录规划原文。不知道的留空，不填 0。深色表头的列必填；鼠标停在表头上看说明。",
        "Write what the plan prints. Leave blank what is not known, never 0. Columns with a dark heading are required; "
        "notes stand on the headings.",
    ),
    Text(
        "出处、片区等列从下拉列表选；列表取自相应的表，先在那里加行。单位、类别等列的列表只是常用词，可填别的。",
        "Choose sources, zones and other keys from the lists; they come from their own sheets: add a row there first. "
        "Lists of units, kinds and the like only suggest.",
    ),
    Text(
        "可插行、排序、筛选、隐藏，可加自己的列；空行不读，隐藏的行照读。",
        "Insert, sort, filter and hide rows, add columns of your own; blank rows are not read, hidden ones are.",
    ),
    Text(
        "不合并单元格。百分数只填数，如 5，不设百分比格式。年份填 2025，不设日期格式。",
        "Merge no cells. Of a percentage write the number, 5, without the format; write a year as 2025, not as a date.",
    ),
    Text(
        "填好后用 yzgeo import plan 导入；有错一次列出全部，改正后再导入。",
        "Take it back with: yzgeo import plan. All errors are told at once; nothing is written until there is none.",
    ),
)


class Headings(NamedTuple):
    """The headings of a sheet: the place of each field by its name, places of one's own columns, and headings that repeat."""

    fields: dict[str, int]
    own: dict[str, int]
    repeated: list[tuple[int, str]]


def normal(heading: object) -> str:
    r"""A name as it is compared: without blanks and line breaks, in half-width and lower-case letters.

    >>> print(normal("条文编号\n（英文） "), normal("Zone_ID"))
    条文编号(英文) zone_id
    """
    return "".join(unicodedata.normalize("NFKC", str(heading)).split()).casefold()


def in_cell(text: str) -> str:
    r"""A text as a cell holds it: without what XML forbids, its lines parted as spreadsheets do.

    >>> print(repr(in_cell(" 甲\r\n乙\x07")))
    '甲\n乙␇'
    """
    return allowed(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def sheet_names(lang: Lang) -> dict[str, str]:
    """The name of the sheet of each table.

    >>> print(sheet_names("zh")["zones"], "|", sheet_names("en")["zone_parks"])
    片区 | parks of zones
    """
    return {table["name"]: Text(table["title"], table["title_en"]).of(lang) for table in tables.schema()["tables"]}


def table_of(sheet: str) -> str | None:
    """The table of a sheet: by its title in either language, or by its name; None for a sheet that is none.

    >>> print(table_of("片区"), table_of(" Zones"), table_of("备注"))
    zones zones None
    """
    known = {normal(name): table for lang in LANGS for table, name in sheet_names(lang).items()}
    return (known | {normal(table): table for table in tables.table_schemas()}).get(normal(sheet))


def headings(names: Iterable[tuple[int, str]], schema: tables.Descriptor) -> Headings:
    """The fields of a table among the headings of its sheet: by their id, else by their title in either language.

    Parameters
    ----------
    names
        Place and text of each heading.
    schema
        The table's schema.

    >>> schema = tables.table_schemas()["measures"]
    >>> print(headings([(1, "单位"), (2, "measure_id"), (3, "备注")], schema))
    Headings(fields={'unit': 1, 'measure_id': 2}, own={'备注': 3}, repeated=[])
    """
    left = list(names)
    fields: dict[str, int] = {}
    repeated = []
    for attribute in (
        "name",
        "title",
        "title_en",
    ):  # an id outweighs a title, so that a column of one's own may be called so
        known = {normal(field[attribute]): field["name"] for field in schema["fields"] if field["name"] not in fields}
        rest = []
        for place, text in left:
            name = known.get(normal(text))
            if name is None:
                rest.append((place, text))
            elif name in fields:
                repeated.append((place, text))
            else:
                fields[name] = place
        left = rest
    own: dict[str, int] = {}
    for place, text in left:
        name = " ".join(text.split())
        if name in own:
            repeated.append((place, text))
        own.setdefault(name, place)
    in_order = dict(sorted(fields.items(), key=lambda item: item[1]))
    return Headings(in_order, own, repeated)


def titles(schema: tables.Descriptor, own: Iterable[str], lang: Lang) -> dict[str, str]:
    """The heading of each column: its title, or its id where a column of one's own has that title.

    >>> print(titles(tables.table_schemas()["measures"], ["名称"], "zh"))
    {'measure_id': '编号', 'name': 'name', 'name_en': '英文名', 'unit': '单位', '名称': '名称'}
    """
    taken = {normal(name) for name in own}
    named = {}
    for field in schema["fields"]:
        clash = taken & {normal(field["title"]), normal(field["title_en"])}
        named[field["name"]] = field["name"] if clash else Text(field["title"], field["title_en"]).of(lang)
    return named | {name: name for name in own}


def period_text(period: Any) -> str:
    """The period as the sheet has it.

    >>> print(period_text([2021, 2025]), repr(period_text(None)))
    2021-2025 ''
    """
    return f"{period[0]}-{period[1]}" if period else ""
