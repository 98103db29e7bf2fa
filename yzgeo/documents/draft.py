"""Rows of a plan's tables out of candidates: only what is sure and proved; the rest stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from yzgeo.core.unit_grammar import as_counted, ratio
from yzgeo.documents import proof
from yzgeo.documents import words as word_tables
from yzgeo.documents.rows import Row, Rows
from yzgeo.documents.words import Words
from yzgeo.plan.names import new_id

Tables = dict[str, list[Row]]
"""By name the rows of each table, all cells as text."""
Cells = Mapping[str, tuple[str, str]]
"""Of one row by column: the value, and the clause that states it."""

NEEDED = {
    "zones": (("name", "name_table"),),
    "zone_industries": (("zone",), ("industry",)),
    "zone_parks": (("zone",), ("park",)),
    "projects": (("name",),),
    "targets": (("name",), ("target", "target_text", "base", "city_target")),
    "figures": (("value",), ("noun", "measure")),
    "clusters": (("name",),),
    "cluster_years": (("cluster",), ("year",), ("firms", "output", "growth", "city_output", "city_share")),
}
"""Of each table the cells without which there is no row; of several either."""
ORDER = ("zones", "zone_industries", "zone_parks", "clusters", "cluster_years", "projects", "targets", "figures")
NO_PLACE = "规划未载位置"
DISTRICT = "district"


class Sorted(NamedTuple):
    """Candidates that are taken, and those that are asked."""

    taken: pd.DataFrame
    asked: pd.DataFrame


def sort(candidates: pd.DataFrame, clauses: pd.DataFrame, words: Words) -> Sorted:
    """Part candidates: a cell is taken when it is sure and proved and its row has all that it needs.

    Parameters
    ----------
    candidates
        As `candidate.frame` makes them.
    clauses
        Of the document (see `documents.clauses`).
    """
    found = candidates.copy()
    unproved = proof.check(found, clauses, words)
    failed = (unproved != "") & (found["certainty"] == "sure")
    found.loc[failed, "certainty"] = "likely"
    found.loc[failed, "why"] = "proof"
    sure = found["certainty"] == "sure"
    zones = _zones_taken(found[sure])
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for table, key, column, value in zip(
        *(found.loc[sure, name] for name in ("table", "key", "column", "value")), strict=True
    ):
        rows.setdefault((table, key), {}).setdefault(column, value)
    complete = {(table, key) for (table, key), row in rows.items() if _is_complete(table, row, zones)}
    complete |= {("datapackage", "plan")}
    whole = pd.Series(
        [(table, key) in complete for table, key in zip(found["table"], found["key"], strict=True)],
        index=found.index,
        dtype=bool,
    )
    open_row = sure & ~whole
    of_zone = found["table"].isin(["zone_industries", "zone_parks"])
    found.loc[open_row, "why"] = of_zone[open_row].map({True: "zone_open", False: "row"})
    return Sorted(found[sure & whole], found[~(sure & whole)])


def _zones_taken(sure: pd.DataFrame) -> set[str]:
    named = sure[(sure["table"] == "zones") & sure["column"].isin(["name", "name_table"])]
    return set(named["key"]) | set(named["value"])


def _is_complete(table: str, row: Mapping[str, str], zones: set[str]) -> bool:
    """Whether a row has all that it needs, its zone among what is taken."""
    if table == "datapackage":
        return True
    return all(set(row) & set(either) for either in NEEDED[table]) and ("zone" not in row or row["zone"] in zones)


def add(tables: Tables, taken: pd.DataFrame, clauses: pd.DataFrame, words: Words) -> Tables:
    """The tables with the rows and cells of the candidates taken; what is there stays, a row that is there is not doubled.

    Parameters
    ----------
    tables
        Rows that are there, which are changed.
    taken
        Candidates of one plan, in the order of the document.
    """
    order = {clause: position for position, clause in enumerate(clauses["clause"])}
    makers: dict[str, Callable[[Tables, str, Cells, Words], None]] = {
        "zones": _zone,
        "zone_industries": _industry,
        "zone_parks": _park,
        "clusters": _cluster,
        "cluster_years": _cluster_year,
        "projects": _project,
        "targets": _target,
        "figures": _figure,
    }
    for table in ORDER:
        rows = taken[taken["table"] == table]
        by_key: dict[str, list[Taken]] = {}
        for key, *cell in zip(*(rows[name].astype(str) for name in ("key", *Taken._fields)), strict=True):
            by_key.setdefault(key, []).append(Taken(*cell))
        groups = list(by_key.items())
        if table in {"targets", "figures"}:
            # A table of indicators states its targets first: prose that says them again is held against it.
            groups.sort(key=lambda pair: (pair[1][0].how != "table_cell", order.get(pair[1][0].clause, 0)))
        if table == "zones":
            groups.sort(key=lambda pair: all(cell.column != "name" for cell in pair[1]))
        for key, group in groups:
            for cells in _rows_of(group):
                makers[table](tables, key, cells, words)
    return tables


class Taken(NamedTuple):
    """A cell that is taken."""

    column: str
    value: str
    clause: str
    how: str


def _rows_of(group: list[Taken]) -> list[Cells]:
    """The cells of a key, in as many rows as one of its columns is said: text and table may say an area each."""
    rows: list[dict[str, tuple[str, str]]] = [{}]
    for column, value, clause, _ in group:
        if column in rows[-1] and rows[-1][column] != (value, clause):
            rows.append({})
        rows[-1][column] = (value, clause)
    return list(rows)


def _value(cells: Cells, column: str) -> str:
    return cells[column][0] if column in cells else ""


def _clause(cells: Cells, *columns: str) -> str:
    return next((cells[column][1] for column in columns if column in cells), "")


def _rows(tables: Tables, name: str) -> Rows:
    """The rows of a table, which are found by their cells from the first time that they are asked for."""
    rows = tables.get(name)
    if not isinstance(rows, Rows):
        rows = tables[name] = Rows(rows or ())
    return rows


def _set(row: Row, values: Mapping[str, str]) -> None:
    """Fill cells that are blank; what is there is not changed."""
    for column, value in values.items():
        if value and not row.get(column):
            row[column] = value


def stem(name: str, words: Words) -> str:
    """A zone's name without the word for its kind, by which text and table are matched.

    >>> tables = word_tables.load()
    >>> print(stem("潘火产业集聚区", tables) == stem("潘火工业集聚区", tables), stem("甲山经济开发区核心区", tables))
    True 甲山
    """
    kinds = word_tables.one_of(word_tables.of(words, "zones"))
    bare = name
    while (shorter := re.sub(rf"{kinds}$", "", bare)) != bare and len(shorter) > 1:
        bare = shorter
    return bare


def zone_id(tables: Tables, name: str, words: Words, *, alike: bool = False) -> str:
    """The id of a zone that is in the tables, by its name in text or table; `alike` also by its stem where one has it.

    Text and table word the kind of one zone differently; two zones of the text never have one name.
    """
    rows = _rows(tables, "zones")
    outer, _, inner = name.rpartition("/")
    if outer:
        above = zone_id(tables, outer, words)
        return next(
            (row["zone_id"] for row in rows if row.get("name") == inner and row.get("parent_zone_id") == above), ""
        )
    exact = [
        row["zone_id"] for row in rows if name in {row.get("name"), row.get("name_table")} and not (row.get("inner"))
    ]
    if exact:
        return exact[0]
    same = [row["zone_id"] for row in rows if alike and stem(row.get("name", ""), words) == stem(name, words)]
    return same[0] if len(same) == 1 else ""


def _zone(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    rows = _rows(tables, "zones")
    outer = key.rpartition("/")[0]
    found = zone_id(tables, key, words, alike="name" not in cells)
    row = next((one for one in rows if one["zone_id"] == found), None)
    printed = _value(cells, "name") or _value(cells, "name_table")
    if row is not None and "name_table" in cells and row.get("name_table") and row["name_table"] != printed:
        row = None  # another zone of the table with the same stem
    if row is None:
        if not printed:
            return
        row = {"zone_id": new_id(printed, rows.cells("zone_id")), "name": printed}
        row["source"] = _clause(cells, "name", "name_table")
        rows.append(row)
    if "name_table" in cells:
        _set(row, {"name_table": printed if not outer else "", "source_table": _clause(cells, "name_table")})
    parent = outer or _value(cells, "parent")
    columns = (
        "kind",
        "positioning_table",
        "formed_from",
        "area",
        "area_to",
        "area_unit",
        "area_kind",
        "area_qualifier",
    )
    if row.get("area") and "area" in cells and not _same_area(row, cells):
        again = {name: cells[f"area{end}"] for name, end in AREA_AGAIN if f"area{end}" in cells}
        noun = (f"{_value(cells, 'area_kind')}面积", _clause(cells, "area"))
        _figure(tables, key, {**again, "noun": noun, "scope": (f"zone:{key}", noun[1])}, words)
        cells = {column: cell for column, cell in cells.items() if not column.startswith("area")}
    _set(row, {column: _value(cells, column) for column in columns})
    if parent:
        _set(row, {"parent_zone_id": zone_id(tables, parent, words)})
    if "area" in cells and _clause(cells, "area") != row["source"]:
        _set(row, {"area_source": _clause(cells, "area")})


AREA_AGAIN = (("value", ""), ("value_to", "_to"), ("unit", "_unit"), ("qualifier", "_qualifier"))
"""Cells of a figure that an area is which is said again and differs, by the ends of the columns of zones."""


def _same_area(row: Row, cells: Cells) -> bool:
    """Whether an area that is said once more is that of the row, in whichever unit."""
    factor = ratio(_value(cells, "area_unit"), row.get("area_unit", ""))
    again = _value(cells, "area")
    return factor is not None and abs(float(again) * float(factor) - float(row["area"])) < 1e-9


def _industry(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    _listed(tables, ("industry", "industries"), cells, words, _clause(cells, "industry"), ("listed_in", "role", "seq"))


def _park(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    _listed(tables, ("park", "parks"), cells, words, NO_PLACE, ("listed_in", "seq"))


def _listed(
    tables: Tables, named: tuple[str, str], cells: Cells, words: Words, source: str, columns: Iterable[str]
) -> None:
    """A thing that is listed in a zone, once by its name, with `source` where it is new; `named` is its kind and table."""
    kind, table = named
    zone, name = zone_id(tables, _value(cells, "zone"), words), _value(cells, kind)
    if not zone:
        return
    identity = f"{kind}_id"
    things = _rows(tables, table)
    thing = next(iter(things.by("name").get((name,), [])), None)
    if thing is None:
        thing = {identity: new_id(name, things.cells(identity)), "name": name, "source": source}
        things.append(thing)
    row = {"zone_id": zone, identity: thing[identity]}
    row |= {column: _value(cells, column) for column in columns} | {"source": _clause(cells, kind)}
    _append(tables, f"zone_{table}", row, ("zone_id", identity, "listed_in"))


def _append(tables: Tables, name: str, row: Row, keys: Iterable[str]) -> None:
    columns = tuple(keys)
    if tuple(row.get(column, "") for column in columns) not in _rows(tables, name).by(*columns):
        _rows(tables, name).append(row)


def _cluster(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    name = _value(cells, "name")
    if all(row["name"] != name for row in _rows(tables, "clusters")):
        identity = new_id(name, _rows(tables, "clusters").cells("cluster_id"))
        _rows(tables, "clusters").append({"cluster_id": identity, "name": name, "source": _clause(cells, "name")})


def _cluster_year(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    cluster = next(
        (row["cluster_id"] for row in _rows(tables, "clusters") if row["name"] == _value(cells, "cluster")), ""
    )
    if not cluster:
        return
    row = {"cluster_id": cluster, "year": _value(cells, "year"), "source": _clause(cells, "cluster")}
    row |= {
        column: _value(cells, column)
        for column in ("firms", "output", "output_unit", "growth", "city_output", "city_share")
    }
    _append(tables, "cluster_years", row, ("cluster_id", "year"))


PROJECT = (
    *(
        "list",
        "seq",
        "name",
        "owner",
        "content",
        "investment",
        "investment_to",
        "investment_unit",
        "investment_qualifier",
    ),
    *("years", "industry", "new_land", "new_land_unit", "site_area", "site_area_unit", "site_area_qualifier"),
    *("floor_area", "floor_area_unit", "floor_area_qualifier", "floor_area_words", "works"),
)


def project_id(clause: str, taken: Iterable[str]) -> str:
    """The id of a project by where it is listed: 附件2 第3行 is a2-03.

    >>> print(project_id("附件2 第3行", []), project_id("表5 第12行", []), project_id("附件2 第3行", ["a2-03"]))
    a2-03 t5-12 a2-03-2
    """
    place = re.search(r"(?P<what>附件|附表|表|专栏)?\s*(?P<of>[0-9]+)?[^0-9]*第(?P<row>[0-9]+)行", clause)
    letter = {"附件": "a", "附表": "s", "表": "t", "专栏": "b"}.get(place["what"] or "", "p") if place else "p"
    name = f"{letter}{place['of'] or ''}-{int(place['row']):02}" if place else "p-1"
    used, number, found = set(taken), 1, name
    while found in used:
        number += 1
        found = f"{name}-{number}"
    return found


def _project(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    rows = _rows(tables, "projects")
    clause = _clause(cells, "name")
    row = next((one for one in rows if one["source"] == clause and one["name"] == _value(cells, "name")), None)
    if row is None:
        row = {"project_id": project_id(clause, rows.cells("project_id")), "source": clause}
        rows.append(row)
    _set(row, {column: _value(cells, column) for column in PROJECT})
    for column in ("investment", "new_land", "site_area", "floor_area"):
        if row.get(column) and not row.get(f"{column}_unit"):
            row[column] = ""  # a figure says nothing without its unit


def measure_name(name: str) -> str:
    """What a target or figure is of: its name without unit, blanks and words that say only that it is counted.

    >>> print(measure_name("规上工业增加值（亿元）"), measure_name("高新技术企业数量（家）"), measure_name("单项冠军企业（产品）"))
    规上工业增加值 高新技术企业 单项冠军企业（产品）
    """
    bare = re.sub(r"\s+", "", name)
    bracket = re.search(r"[（(]([^（）()]{1,12})[）)]$", bare)
    if bracket and re.fullmatch(
        r"%|％|[十百千万亿]*(?:元|美元|家|个|项|件|人|户|亩|吨|平方公里|公顷|平方米|台|套|条)(?:/.+)?|.*标准煤.*",
        bracket[1],
    ):
        bare = bare[: bracket.start()]
    return re.sub(r"(?<=.{3})(?:数量|总数|规模|数)$", "", bare) or bare


def _measure(tables: Tables, name: str, unit: str) -> str:
    """The measure of a name whose unit converts, made where there is none."""
    rows = _rows(tables, "measures")
    for row in rows.by("name").get((name,), []):
        if not unit or ratio(as_counted(unit, row.get("unit", "")), row.get("unit", "")) is not None:
            return row["measure_id"]
    identity = new_id(name, rows.cells("measure_id"))
    rows.append({"measure_id": identity, "name": name, "unit": unit})
    return identity


def _said(cells: Cells, column: str) -> str:
    """The name of what is counted: with what it is relative to, and that only what is new counts."""
    return f"{_value(cells, 'change')}{_value(cells, 'of')}{_value(cells, column)}"


TARGET = (
    *("group", "binding", "phase", "direction", "base_year", "base", "base_qualifier", "target_year", "target"),
    *("target_to", "target_qualifier", "unit", "target_text", "city_target", "city_text"),
)


def _target(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    name, unit, clause = _said(cells, "name"), _value(cells, "unit"), _clause(cells, "name")
    scope = _scope(tables, _value(cells, "scope"), words)
    if scope is None:
        return
    measure = _measure(tables, measure_name(name), unit)
    rows = _rows(tables, "targets")
    year = _value(cells, "target_year")
    first = [
        row
        for row in rows.by("measure_id", "scope").get((measure, scope), [])
        if row.get("target_year", "") == year and row.get("phase", "") == _value(cells, "phase")
    ]
    if any(row["source"] == clause and row.get("target", "") == _value(cells, "target") for row in first):
        return
    if first and "target" in cells:  # said once more: a statement to be held against the first
        again = {
            column: cells[name_of]
            for column, name_of in (
                ("value", "target"),
                ("value_to", "target_to"),
                ("year", "target_year"),
                ("qualifier", "target_qualifier"),
                ("unit", "unit"),
                ("noun", "name"),
                ("scope", "scope"),
                ("of", "of"),
                ("change", "change"),
            )
            if name_of in cells
        }
        _figure(tables, key, again, words)
        return
    row = {
        "target_id": new_id(measure_name(name), rows.cells("target_id")),
        "measure_id": measure,
        "scope": scope,
        "name": name,
        "source": clause,
    }
    row |= {column: _value(cells, column) for column in TARGET}
    if not row["base"]:
        row["base_year"] = ""
    rows.append(row)


FIGURE = ("item", "year_from", "year", "value", "value_to", "unit", "qualifier", "stated_in")


def _figure(tables: Tables, key: str, cells: Cells, words: Words) -> None:
    clause, unit = _clause(cells, "value"), _value(cells, "unit")
    name = _value(cells, "measure") or measure_name(_said(cells, "noun"))
    scope = _scope(tables, _value(cells, "scope"), words)
    if scope is None:
        return
    measure = _measure(tables, name, "" if _value(cells, "measure") else unit)
    row = {"measure_id": measure, "scope": scope, "noun": _value(cells, "noun"), "source": clause}
    row |= {column: _value(cells, column) for column in FIGURE}
    same = ("measure_id", "scope", "source", "item", "noun", "year", "year_from", "value", "unit", "stated_in")
    if tuple(row.get(column, "") for column in same) in _rows(tables, "figures").by(*same):
        return
    identity = new_id(f"{name}{row['year']}", _rows(tables, "figures").cells("figure_id"))
    _rows(tables, "figures").append({"figure_id": identity, **row})


def _scope(tables: Tables, scope: str, words: Words) -> str | None:
    """The scope by ids: of a project by its clause, of a zone by its name; None where it is not in the tables."""
    kind, colon, name = scope.partition(":")
    if not colon:
        return DISTRICT
    if kind == "project":
        identity = next((row["project_id"] for row in _rows(tables, "projects") if row["source"] == name), "")
    else:
        identity = zone_id(tables, name, words)
    return f"{kind}:{identity}" if identity else None
