"""Import the boundary of the district: one feature of a file, or several together."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import LANGS, Lang, Text, plain
from yzgeo.core.output_guard import DESCRIPTOR
from yzgeo.core.units import M2_PER_KM2
from yzgeo.plan import tables
from yzgeo.plan.import_facts import Steps
from yzgeo.plan.import_files import ImportRequest, PreparedImport, heading
from yzgeo.plan.model import Plan
from yzgeo.plan.outlines import district_text
from yzgeo.plan.template import OF_OUTLINE
from yzgeo.readers import column_matching, reading
from yzgeo.readers.source import GEOMETRY, Change
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000, equal_area
from yzgeo.spatial.topology import outside

HEADERS = {
    "name": ("XZQMC", "行政区名称", "区县名称", "区划名称", "县级", "名称", "name"),
    "district_code": ("XZQDM", "行政区代码", "行政区划代码", "区划代码", "district_code", "adcode", "PAC", "gb"),
}
"""Headers of the database standards of territorial planning (TD/T 1016) first."""
CHINA = "156"
MOST_SHOWN = 12
LEAST_SHARED = 0.5
"""Of the smaller of two boundaries of one district; less, and it is another district."""
MERGED = Text("几个要素已合并为区界", "several features are merged into the boundary")


def prepare(
    plan: Plan,
    request: ImportRequest,
    features: Sequence[str] = (),
    *,
    dissolve: bool = False,
    steps: Steps | None = None,
) -> PreparedImport:
    """The district's outline from a file; nothing is written.

    Parameters
    ----------
    plan
        The plan of the folder as it is now; it may have no district yet.
    request
        The file. Its mapping may name the columns of `name` and `district_code`.
    features
        Names or codes of the features that make the district, as they stand in any column.
    dissolve
        All features together are the district.
    steps
        Filled on the way.

    Returns
    -------
    PreparedImport
        `district.geojson`, one feature in EPSG:4490, and `datapackage.json`: the source of the old outline gives way
        to this file; name and code of the district where the plan has none.

    Raises
    ------
    InputError
        When the file cannot be read, has no areas, has several and none is named, or one of another code.
    """
    district = plan.district.geometry
    source = reading.read(
        request.file, request.crs, request.datum, request.layer, district if len(district) else None, allow_far=True
    )
    steps = {} if steps is None else steps
    steps |= {"mapping": source.by_column(request.mapping), "headers": HEADERS, "source": source}
    areal = source.frame[source.frame.geometry.notna()]
    if areal.empty:
        raise InputError(
            Text("没有面要素", "has no areas"),
            Text("给出区界的面，不是线", "give the boundary as a polygon, not as lines"),
            file=str(request.file),
        )
    theirs = [name for name in areal.columns if name != areal.geometry.name]
    columns = column_matching.match(request.file, theirs, source.by_column(request.mapping), HEADERS)
    steps["names"] = columns
    chosen = _chosen(plan, request.file, areal, columns, features, dissolve=dissolve)
    outline = chosen.geometry.iloc[0] if len(chosen) == 1 else chosen.union_all()
    outline = shapely.orient_polygons(outline)
    of_file = {ours: value for ours, theirs in columns.items() if (value := _one_value(chosen[theirs]))}
    if not (features or dissolve):
        _refuse_other_district(plan, request.file, of_file, columns)
    package, doubts = _package(plan, request.file, of_file)
    said = Text(f"{request.file.name}（导入）", f"imported from {request.file.name}")
    properties = {**of_file, "source": f"{said.zh} / {said.en}"}
    merged = [Change(int(chosen.index[0]), GEOMETRY, str(len(chosen)), "1", MERGED)] if len(chosen) > 1 else []
    log = pd.concat([source.log, reading.log(request.file, merged)], ignore_index=True) if merged else source.log
    new = gpd.GeoSeries([outline], crs=CGCS2000)
    preview = {
        lang: [*heading(request.file.name, source, lang), *_preview(new, district, chosen, columns, lang)]
        for lang in LANGS
    }
    files = {"district.geojson": district_text(outline, properties).encode("utf-8"), DESCRIPTOR: package}
    steps["doubts"] = [*doubts, *_misfits(plan, new)]
    return PreparedImport(files, log, preview, steps["doubts"])


def _chosen(
    plan: Plan,
    file: Path,
    areal: gpd.GeoDataFrame,
    columns: Mapping[str, str],
    features: Sequence[str],
    *,
    dissolve: bool,
) -> gpd.GeoDataFrame:
    """The features that make the district: those named, all, the only one, or those with the plan's code or name."""
    if features and dissolve:
        raise InputError(
            Text("既指名要素，又要全部合并", "names features and wants all of them together"),
            Text("只给一种", "give one of the two"),
            parameter=Parameter("features", plain(features[0])),
        )
    if dissolve or (len(areal) == 1 and not features):
        return areal
    cells = areal.drop(columns=areal.geometry.name).map(_same)
    if features:
        whole = pd.Series(data=False, index=areal.index)
        for wanted in features:
            found = (cells == _same(wanted)).any(axis=1)
            if not found.any():
                raise InputError(
                    Text(f"没有一个要素的名称或代码是“{wanted}”", f"no feature has the name or code '{wanted}'"),
                    _offer(areal, columns),
                    file=str(file),
                    parameter=Parameter("features"),
                )
            whole |= found
        return areal[whole]
    for particular in ("district_code", "district"):
        stated = plan.particulars.get(particular)
        if stated and (cells == _same(stated)).any(axis=None):
            return areal[(cells == _same(stated)).any(axis=1)]
    raise InputError(
        Text(
            f"有 {len(areal)} 个面要素，不知道哪一个是规划的行政区", f"has {len(areal)} areas: which is the district?"
        ),
        _offer(areal, columns),
        file=str(file),
        parameter=Parameter("features", Text("名称或代码", "NAME or CODE")),
    )


def _refuse_other_district(plan: Plan, file: Path, of_file: Mapping[str, str], columns: Mapping[str, str]) -> None:
    """Refuse a single feature whose code is not the plan's: it is another district, unless its owner names it."""
    code, stated = of_file.get("district_code"), plan.particulars.get("district_code")
    if code and stated and _same(code) != _same(stated):
        raise InputError(
            Text(
                f"是 {code} 的界线，规划的行政区是 {stated}",
                f"is the boundary of {code}, the plan's district is {stated}",
            ),
            Text(
                "核对文件；规划的行政区代码写错了就改正它，确要用这条界线则指名这个要素",
                "check the file; correct the plan's district code if that is wrong, or name the feature to use it all the same",
            ),
            file=str(file),
            column=columns["district_code"],
            parameter=Parameter("features", plain(code)),
        )


def _offer(areal: gpd.GeoDataFrame, columns: Mapping[str, str]) -> Text:
    """What a user may name: the values of the column of names, or of that with the most different texts."""
    texts = areal.drop(columns=areal.geometry.name)
    column = columns.get("name") or max(texts.columns, key=lambda name: texts[name].nunique(), default=None)
    if column is None:
        return Text("要素没有属性；若都属于这个区，全部合并", "the features have no attributes: take them all together")
    values = [str(value) for value in texts[column].dropna().unique()]
    shown, more = values[:MOST_SHOWN], "…" if len(values) > MOST_SHOWN else ""
    return Text(
        f"按“{column}”列指名其一（{'、'.join(shown)}{more}），或全部合并",
        f"name one by column {column} ({', '.join(shown)}{more}), or take all of them together",
    )


def _package(plan: Plan, file: Path, of_file: Mapping[str, str]) -> tuple[bytes, list[Text]]:
    """`datapackage.json` with the new source of the outline, and what its owner should look at."""
    package = tables.descriptor(plan.folder)
    doubts = []
    for key in ("sources", "licenses"):
        listed = package.get(key) or []
        kept = [entry for entry in listed if entry.get("resource") != OF_OUTLINE]
        if key == "sources":
            if len(kept) == len(listed) and listed and not plan.district.empty:
                doubts.append(
                    Text(
                        "datapackage.json 的来源与许可仍是原来的，其中若有旧区界的，请删去",
                        "sources and licences in datapackage.json are as before: remove those of the old boundary",
                    )
                )
            kept.append(
                {
                    "title": f"区界：{file.name}（导入）",
                    "title_en": f"boundary: imported from {file.name}",
                    "resource": OF_OUTLINE,
                }
            )
        if kept or key in package:
            package[key] = kept
    particulars = package.setdefault("plan", {})
    for ours, particular in (("name", "district"), ("district_code", "district_code")):
        value, stated = of_file.get(ours), particulars.get(particular)
        if value and not stated:
            particulars[particular] = value
        elif value and _same(value) != _same(stated):
            doubts.append(
                Text(
                    f"规划的行政区是“{stated}”，文件中是“{value}”；规划的未改",
                    f"the district of the plan is '{stated}', that of the file '{value}'; the plan's is unchanged",
                )
            )
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8"), doubts


def _preview(
    new: gpd.GeoSeries,
    district: gpd.GeoSeries,
    chosen: gpd.GeoDataFrame,
    columns: Mapping[str, str],
    lang: Lang,
) -> list[str]:
    area = float(ellipsoidal_m2(new).iloc[0]) / M2_PER_KM2
    named = [str(value) for value in chosen[columns["name"]].dropna().unique()] if "name" in columns else []
    who = "、".join(named[:MOST_SHOWN]) + ("…" if len(named) > MOST_SHOWN else "")
    lines = [
        Text(
            f"区界：{len(chosen)} 个要素{who and f'（{who}）'}，{area:,.2f} 平方公里",
            f"boundary: {len(chosen)} features{who and f' ({who})'}, {area:,.2f} km²",
        ).of(lang)
    ]
    if len(district):
        old = float(ellipsoidal_m2(district).sum()) / M2_PER_KM2
        difference = round(area / old - 1, 3) + 0.0  # no minus before a zero
        lines.append(
            Text(
                f"  原来 {old:,.2f} 平方公里，相差 {difference:+.1%}",
                f"  before {old:,.2f} km²: {difference:+.1%}",
            ).of(lang)
        )
    return lines


def _misfits(plan: Plan, new: gpd.GeoSeries) -> list[Text]:
    """Doubts: a boundary elsewhere than the old one, zones and places that it leaves outside."""
    doubts = []
    crs = equal_area(new)
    planar = new.to_crs(crs).iloc[0]
    if not plan.district.empty:
        old = plan.district.geometry.to_crs(crs).union_all()
        if planar.intersection(old).area < LEAST_SHARED * min(planar.area, old.area):
            doubts.append(
                Text(
                    "与原来的区界大半不重合，核对是否同一个区",
                    "most of it is not where the old boundary is: check that it is the same district",
                )
            )
    official = plan.zones[plan.zones["outline_basis"] == "official"]
    if not official.empty:
        pieces = outside(official, gpd.GeoDataFrame(geometry=new)).groupby("zone_id")["area_m2"].sum()
        names = official.set_index("zone_id")["name"]
        if len(pieces):
            km2 = {zone_id: f"{area / M2_PER_KM2:.3f}" for zone_id, area in pieces.items()}
            zh = "、".join(f"{names[zone_id]} {area} 平方公里" for zone_id, area in km2.items())
            en = ", ".join(f"{zone_id} {area} km²" for zone_id, area in km2.items())
            doubts.append(Text(f"片区有部分在区界之外：{zh}", f"parts of zones lie outside: {en}"))
    distances = plan.places.geometry.to_crs(crs).distance(planar)
    away = plan.places[distances > plan.places["uncertainty_m"]]
    if len(away):
        shown, more = list(away["name"])[:MOST_SHOWN], "…" if len(away) > MOST_SHOWN else ""
        doubts.append(
            Text(
                f"{len(away)} 处地点在区界之外（已计不确定半径）：{'、'.join(shown)}{more}",
                f"{len(away)} places lie outside by more than their uncertainty: {', '.join(shown)}{more}",
            )
        )
    return doubts


def _one_value(cells: pd.Series) -> str:
    """The text that all cells agree on; empty where they do not."""
    values = {_same(value): " ".join(str(value).split()) for value in cells}
    same, text = next(iter(values.items()))
    return "" if len(values) > 1 or not same else same if same.isdecimal() else text


def _same(value: Any) -> str:
    """A name or code as it is compared: without widths and blanks, whole numbers without a point, `156` off a code."""
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return ""
    text = "".join(unicodedata.normalize("NFKC", str(value)).split()).removesuffix(".0")
    return text.removeprefix(CHINA) if text.isdecimal() and len(text) == len(CHINA) + 6 else text
