"""Make zones of the features of a file: a row of `zones.csv` for each name that is no zone yet."""

from __future__ import annotations

import codecs
import csv
import io
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError, Parameter, all_of
from yzgeo.core.formula_injection import BEGINNING
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.text_encoding import decode_file
from yzgeo.core.unit_grammar import convert
from yzgeo.plan.model import Plan
from yzgeo.plan.names import new_id
from yzgeo.plan.transaction import valid_file
from yzgeo.plan.zone_matching import NAMES, same_name
from yzgeo.readers import column_matching

NAME_HEADERS = ("片区名称", "片区", "区块名称", "园区名称", "名称", "PQMC", "QKMC", "MC", "name")
MAPPED = ("name_en", "kind", "area", "area_unit", "area_kind", "area_qualifier", "positioning", "formed_from", "source")
"""Columns that are filled from the file only as the user maps them: what stands there is the plan's figure then."""
ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")
LAND = ("平方公里", "公顷", "亩", "平方米")
"""Units of land to offer; others that can be converted are taken, too."""
BOM = codecs.BOM_UTF8


class NewZones(NamedTuple):
    """Rows to add to `zones.csv` and `clauses.csv`, the column with the names, and the rows of the file without one."""

    zones: list[dict[str, str]]
    clauses: list[dict[str, str]]
    column: str
    nameless: list[int]


def of_features(plan: Plan, file: Path, frame: gpd.GeoDataFrame, mapping: Mapping[str, str]) -> NewZones:
    """The zones that the plan does not have yet.

    Parameters
    ----------
    plan
        The plan as it is.
    file
        Named in refusals, and in the clause that the new zones have for a source: the file is none of the plan's
        words, and the clause says so.
    frame
        The features, indexed by the row of the file. Several of one name are one zone.
    mapping
        The file's column by ours: `name`, which is found by its usual headers otherwise, `zone_id`, and `MAPPED`.

    Raises
    ------
    InputError
        When the file has no column of names, or cells cannot be used: all of them, with their rows.
    """
    theirs = [name for name in frame.columns if name != frame.geometry.name]
    headers = {"zone_id": (), "name": NAME_HEADERS, **dict.fromkeys(MAPPED, ())}
    columns = column_matching.match(file, theirs, mapping, headers)
    if "name" not in columns:
        raise InputError(
            Text("不知道哪一列是片区名称", "which column has the names of the zones?"),
            Text(f"指明这一列；列有：{'、'.join(theirs)}", f"name it; the columns are: {', '.join(theirs)}"),
            file=str(file),
            parameter=Parameter("mapping", Text("name=列名", "name=COLUMN")),
        )
    known = {same_name(zone[name]) for _, zone in plan.zones.iterrows() for name in NAMES if pd.notna(zone[name])}
    taken = list(plan.zones["zone_id"])
    zones: list[dict[str, str]] = []
    nameless = []
    clause = f"导入 {file.name}"
    flaws = []
    for row, feature in frame.iterrows():
        try:
            cells = {ours: _text(file, int(row), theirs, feature[theirs]) for ours, theirs in columns.items()}
            if not cells["name"]:
                nameless.append(int(row))
                continue
            if same_name(cells["name"]) in known:
                continue
            zone_id = cells.get("zone_id") or new_id(cells["name"], taken)
            _refuse_id(file, int(row), columns.get("zone_id"), zone_id, taken)
            area = _area(file, int(row), columns, cells)
            source = cells.get("source") or clause
            _refuse_source(file, int(row), columns.get("source"), source, {clause, *plan.clauses["clause"]})
        except InputError as refusal:
            flaws.append(refusal)
            continue
        zones.append({**cells, **area, "zone_id": zone_id, "source": source})
        known.add(same_name(cells["name"]))
        taken.append(zone_id)
    if flaws:
        raise all_of(flaws)
    is_new = any(zone["source"] == clause for zone in zones) and clause not in set(plan.clauses["clause"])
    words = {
        "clause": clause,
        "label_en": f"Import of {file.name}",
        "text": f"这些片区由导入的文件 {file.name} 建立，名称、范围等取自文件，不是规划原文。录入规划原文后，改用其条文编号为出处。",
    }
    return NewZones(zones, [words] if is_new else [], columns["name"], nameless)


def with_new(zones: gpd.GeoDataFrame, new: NewZones) -> gpd.GeoDataFrame:
    """The zones of a plan with the new ones behind them, without outlines yet."""
    rows = pd.DataFrame(new.zones, columns=[name for name in zones.columns if name != zones.geometry.name])
    rows["area_km2"] = pd.Series(
        [convert(float(row["area"]), row["area_unit"], LAND[0]) if row["area"] else None for row in new.zones],
        index=rows.index,
        dtype="float64",
    )
    new_frame = gpd.GeoDataFrame(rows, geometry=gpd.GeoSeries([None] * len(rows), crs=zones.crs))
    if zones.empty:
        return new_frame
    return gpd.GeoDataFrame(pd.concat([zones, new_frame], ignore_index=True), geometry="geometry", crs=zones.crs)


def files(folder: Path, new: NewZones) -> dict[str, bytes]:
    """The tables with the new rows."""
    added = {"clauses.csv": new.clauses, "zones.csv": new.zones}
    return {name: with_rows(valid_file(folder, name), rows) for name, rows in added.items() if rows}


def preview(new: NewZones, lang: Lang) -> list[str]:
    """A line for each zone to be made, and what else is to be known."""
    lines = [Text(f"新建片区 {len(new.zones)} 个，出处：", f"{len(new.zones)} new zones, source: ").of(lang)]
    lines[0] += Text("、", ", ").of(lang).join(dict.fromkeys(zone["source"] for zone in new.zones)) or "—"
    for zone in new.zones:
        area = f"{zone.get('area_qualifier', '')}{zone['area']}{zone['area_unit']}" if zone.get("area") else ""
        facts = [zone["zone_id"], zone["name"], zone.get("kind", ""), area]
        lines.append("  " + " ".join(fact for fact in facts if fact))
    if new.nameless:
        rows = ", ".join(map(str, new.nameless))
        lines.append(
            Text(f"没有名称、未读入的要素：第 {rows} 行", f"features without a name, left out: row {rows}").of(lang)
        )
    return lines


def with_rows(file: Path, rows: Iterable[Mapping[str, str]]) -> bytes:
    r"""A table with rows added, in UTF-8; what stands there keeps its characters.

    Where it was in GBK, or had no Chinese yet, a byte order mark goes first: Excel takes the file for GBK otherwise.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "zones.csv")
    >>> _ = file.write_bytes(b"zone_id,name\r\na,A")
    >>> with_rows(file, [{"name": "B, C", "zone_id": "b"}])
    b'\xef\xbb\xbfzone_id,name\r\na,A\r\nb,"B, C"\r\n'
    """
    content, (text, encoding) = file.read_bytes(), decode_file(file)
    header = next(csv_rows(text)).cells
    end = "\r\n" if "\r\n" in text else "\n"
    added = io.StringIO(newline="")
    writer = csv.DictWriter(added, header, restval="", extrasaction="ignore", lineterminator=end)
    writer.writerows(rows)
    whole = text + ("" if text.endswith(("\n", "\r")) else end) + added.getvalue()
    marked = content.startswith(BOM) or content.isascii() or encoding != "UTF-8"
    return (BOM if marked else b"") + whole.encode("utf-8")


def _text(file: Path, row: int, column: str, cell: object) -> str:
    """A cell as one line of text; a spreadsheet must not take it for a formula."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)) or cell is pd.NaT or cell is pd.NA:
        return ""
    text = f"{cell:.10g}" if isinstance(cell, float) else " ".join(str(cell).split())
    if isinstance(cell, str) and BEGINNING.match(text):
        raise InputError(
            Text(f"“{text[:40]}”会被电子表格当作公式", f"a spreadsheet would run '{text[:40]}' as a formula"),
            Text("改掉开头的符号", "change the sign at its beginning"),
            file=str(file),
            row=row,
            column=column,
        )
    return text


def _area(file: Path, row: int, columns: Mapping[str, str], cells: Mapping[str, str]) -> dict[str, str]:
    """Area and unit as `zones.csv` has them; the unit stands in a column of its own or in the header of the area."""
    if not cells.get("area"):
        return {"area": "", "area_unit": ""}
    figure = unicodedata.normalize("NFKC", cells["area"]).replace(",", "")
    try:
        value = float(figure)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value > 0):
        raise InputError(
            Text(f"“{cells['area']}”不是面积", f"'{cells['area']}' is not an area"),
            Text(
                "只填大于 0 的数，没有则留空；约、近等另立一列",
                "write a number above 0, or leave it empty; words such as 约 go into a column of their own",
            ),
            file=str(file),
            row=row,
            column=columns["area"],
        )
    stated = cells.get("area_unit") or column_matching.unit(columns["area"]) or ""
    if convert(value, stated, LAND[0]) is None:
        raise InputError(
            Text(f"面积单位“{stated}”不认得", f"the unit '{stated}' of the area is not known")
            if stated
            else Text("面积没有单位", "the area has no unit"),
            Text(
                f"写进列名，如 面积（公顷），或另立一列；单位取其一：{'、'.join(LAND)}",
                f"write it into the column's name, as in 面积（公顷）, or into a column; one of: {', '.join(LAND)}",
            ),
            file=str(file),
            row=row,
            column=columns.get("area_unit", columns["area"]),
            parameter=Parameter("mapping", Text("area_unit=列名", "area_unit=COLUMN")),
        )
    return {"area": figure, "area_unit": stated}


def _refuse_id(file: Path, row: int, column: str | None, zone_id: str, taken: Iterable[str]) -> None:
    if not ID.fullmatch(zone_id) or zone_id in taken:
        raise InputError(
            Text(f"片区编号“{zone_id}”已有", f"there is a zone '{zone_id}' already")
            if zone_id in taken
            else Text(f"“{zone_id}”不能作片区编号", f"'{zone_id}' cannot be the id of a zone"),
            Text("用小写英文字母、数字、连字符，各不相同", "use lower-case letters, digits and hyphens, each id once"),
            file=str(file),
            row=row,
            column=column,
        )


def _refuse_source(file: Path, row: int, column: str | None, source: str, clauses: set[str]) -> None:
    if source not in clauses:
        raise InputError(
            Text(f"“{source}”不是 clauses.csv 中的条文编号", f"'{source}' is no clause of clauses.csv"),
            Text("先录入这一条文，或不指明出处一列", "add the clause first, or name no column of sources"),
            file=str(file),
            row=row,
            column=column,
        )
