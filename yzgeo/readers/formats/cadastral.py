"""Read the cadastral point text file of land offices (勘测定界界址点坐标), in UTF-8, GBK or UTF-16.

Offices vary it: 9 to 13 fields in a parcel's line, points named J1 or 1, rings numbered from 1 or 0 or not at all,
eastings with or without the belt's number, brackets [] or 【】, commas , or ，, several files joined into one.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from yzgeo.core.errors import DETAIL_CHARACTERS, InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode_file
from yzgeo.core.units import M2_PER_HA, M2_PER_MU, english
from yzgeo.readers import point_lists
from yzgeo.readers.coordinate_text import FEWEST, LEAST_METRES, ListedPoint, how_typed, number, plain
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change, Source, recoded, refuse_empty
from yzgeo.spatial.crs import CGCS2000, refuse_old_datum
from yzgeo.spatial.gauss_kruger import (
    BELTS,
    EASTING,
    NORTHING,
    SIX_DEGREE,
    THREE_DEGREE,
    central_meridian,
    gauss_kruger,
)

TITLE = Text("勘测定界界址点坐标", "Cadastral point text file")
SUFFIXES = (".txt",)
PROPERTIES, PARCELS = "属性描述", "地块坐标"
AREA_COLUMN = "面积（公顷）"
COLUMNS = (AREA_COLUMN, "地块编号", "地块名称", "图形属性", "图幅号", "地块用途", "地类编码")
"""Fields of a parcel line after its number of points; files of 12 fields have more, which differ by office."""
PRODUCED = ("数据产生单位", "数据产生日期")
"""Properties of a section that are columns of its parcels: whose data they are, and of which day."""
DATUMS = (
    ("cgcs2000", ("2000", "cgcs")),
    ("xian80", ("80", "西安", "xian")),
    ("beijing54", ("54", "北京", "beijing")),
)
ELLIPSOIDS = {"xian80": "+a=6378140 +rf=298.257", "beijing54": "+ellps=krass"}
LOCAL = re.compile("独立|地方|城建|城市|本地|假定|任意|自定义|工程坐标|local", re.IGNORECASE)
"""Words in the name of a local grid, whatever else it holds."""
NATIONAL = re.compile(
    "国家|中国|全国|大地|坐标系统|坐标系|坐标|系统|(?:19)?54年?北京|北京(?:19)?54|(?:19)?80年?西安|西安(?:19)?80|"
    "高斯|克吕格尔?|克里格|投影|平面|直角|[三六3-6]度|分带|中央|子午线|经线|经度|东经|基准|标准|地理|经纬|带|度|年|第|号|新|米|"
    "cgcs|gcs|china|geodetic|coordinate|system|degrees?|gauss|krueger|kruger|krüger|zone|gk|cm|xian|beijing|epsg|datum"
)
"""Words in the names of national systems. What is left names a place, and its grid is local: 某市2000坐标系."""
COMMAS = str.maketrans("，﹐､", ",,,")
HEAD = re.compile(r"[\[【［]\s*(.*?)\s*[\]】］]")
PER_HECTARE = {"平方米": M2_PER_HA, "亩": M2_PER_HA / M2_PER_MU}
SAME_UNIT_SHARE = 0.1
"""How far stated and drawn area may differ for their ratio to be that of two units."""
FEWEST_POINT_FIELDS = 3
PARCEL_END = re.compile(r"[,，]?\s*[@＠]$")
FEWEST_FIELDS = 5
"""A line with fewer fields between plain commas is split at full-width ones: points, area, number, name, 面."""
MOST_DIGITS = 9
"""A count or a belt of more digits is none."""
MOST_OUT = 950_000
"""An easting without a belt's number is below this."""
OTHER_SECTION = Text("这一节不是地块坐标，未读入", "a section that holds no parcels: left out")
COUNT = Text(
    "界址点数与实有点数不符，以实有点为准",
    "the stated number of points is not that of the points that follow, which count",
)
AREAL_KINDS = ("面", "多边形", "polygon")
"""What 图形属性 says of an area, in lower case; lines and points are left out."""
NO_AREA = Text("不是面，未读入", "not an area: left out")
EASTING_FIRST = Text(
    "东坐标写在前面（应为 X 北坐标在前），两轴已对调",
    "the easting stood first, where the format has the northing (X): the axes are swapped",
)
SEVEN = Text(
    "按文件所载七参数（布尔莎模型，坐标框架旋转，角秒、ppm）转换到 CGCS2000",
    "transformed to CGCS2000 by the file's seven parameters (Bursa-Wolf, coordinate frame rotation, arc seconds, ppm)",
)


def read(file: Path, layer: str | None) -> Source:
    """A row per parcel, indexed by its line: the fields of `COLUMNS`, the area as stated, in hectares.

    Files joined into one have several sections of parcels, each with the properties that stand before it.

    Raises
    ------
    InputError
        When a section or a number is missing. A CRS that cannot be used is the `crs_refusal` of the source.
    """
    text, encoding = decode_file(file)
    lines = [(row, _bare(line)) for row, line in enumerate(text.splitlines(), start=1) if line.strip()]
    sections, changes = _sections(file, lines)
    frames, statements, refusals = [], [], []
    for section in sections:
        records, more = _records(file, section.lines)
        changes += more
        if not records:
            continue
        changes += _easting_first(records)
        eastings = [place.point[0] for record in records for place in record.points]
        try:
            statements.append(_crs(file, section.properties, eastings))
        except InputError as refusal:
            statements.append((None, None, []))
            refusals.append(refusal)
        shapes = []
        for record in records:
            shape, ring_changes = point_lists.polygon(point_lists.split_rings(record.points), record.line)
            changes += ring_changes
            shapes.append(shape)
        changes += _areas_in_hectares(records, shapes)
        index = pd.Index([record.line for record in records], name="row")
        rows = pd.DataFrame([record.fields for record in records], index=index, dtype=object)
        for key in PRODUCED:
            rows[key] = section.properties.get(key, (0, ""))[1] or None
        frames.append(gpd.GeoDataFrame(rows, geometry=gpd.GeoSeries(shapes, index=index), crs=statements[-1][0]))
    if not frames:
        raise _refuse_no_area(file, changes)
    changes += recoded(encoding)
    changes += [change for _, _, more in statements[:1] for change in more]
    if refusals:
        frames = [frame.set_crs(None, allow_override=True) for frame in frames]
        return Source(gpd.GeoDataFrame(pd.concat(frames)), changes, crs_refusal=refusals[0])
    if any(statement[:2] != statements[0][:2] for statement in statements):
        frames = _in_one_crs(file, frames, statements)
    return Source(
        gpd.GeoDataFrame(pd.concat(frames)), changes, None if len(frames) > 1 and frames[0].crs else statements[0][1]
    )


def _refuse_no_area(file: Path, changes: list[Change]) -> InputError:
    """The refusal of a file without parcels, or in which each is a line or a point by its 图形属性."""
    not_areas = [change for change in changes if change.why is NO_AREA]
    if not not_areas:
        return refuse_empty(file)
    first = not_areas[0]
    shown = " ".join(str(first.old).split())[:DETAIL_CHARACTERS]
    return InputError(
        Text(f"图形属性是“{shown}”而不是“面”，没有可读的地块", f"is '{shown}' and not 面 (an area), so there is no parcel to read"),
        Text("若是地块，把图形属性改为“面”", "if it is a parcel, write 面 there"),
        file=str(file), row=first.row, column=first.field,
    )  # fmt: skip


def _in_one_crs(
    file: Path, frames: list[gpd.GeoDataFrame], statements: list[tuple[str | None, str | None, list[Change]]]
) -> list[gpd.GeoDataFrame]:
    """The frames of sections on several grids, in degrees of CGCS2000.

    Raises
    ------
    InputError
        When one of them states no grid, or one on an old datum.
    """
    for frame, (crs, _, _) in zip(frames, statements, strict=True):
        if crs is None:
            raise InputError(
                Text(
                    "各段的坐标系不同，这一段的坐标系不能直接换算",
                    "its sections are in several CRS, and that of this one cannot be converted",
                ),
                Text(
                    "把文件按坐标系拆开，各自转换到同一坐标系后再合并",
                    "split the file by CRS, and join the parts after transforming them to one",
                ),
                file=str(file),
                row=int(frame.index[0]),
            )
        refuse_old_datum(pyproj.CRS(crs), str(file))
    return [frame.to_crs(CGCS2000) for frame in frames]


class _Section(NamedTuple):
    """Properties by key with their line, and the lines of the parcels that stand under them."""

    properties: dict[str, tuple[int, str]]
    lines: list[tuple[int, str]]


class _Record:
    """One parcel while it is read: line, stated number of points, fields and points."""

    def __init__(self, line: int, point_count: int, fields: dict[str, str | None]) -> None:
        self.line, self.point_count, self.fields = line, point_count, fields
        self.points: list[ListedPoint] = []


def _bare(line: str) -> str:
    return line.strip().strip("\ufeff").strip()


def _fields(line: str) -> list[str]:
    """The fields of a parcel line; full-width commas separate them only where plain ones do not."""
    content = PARCEL_END.sub("", line)
    fields = content.split(",")
    if len(fields) < FEWEST_FIELDS:
        fields = plain(content).split(",")
    return [field.strip() for field in fields]


def _sections(file: Path, lines: list[tuple[int, str]]) -> tuple[list[_Section], list[Change]]:
    """The sections of parcels with the properties before each; other sections are left out and logged."""
    sections: list[_Section] = []
    changes: list[Change] = []
    properties: dict[str, tuple[int, str]] = {}
    title = ""
    for row, line in lines:
        head = HEAD.fullmatch(line)
        if head is not None:
            title = "".join(head[1].split())
            if title == PROPERTIES:
                properties = {}
            elif title == PARCELS:
                sections.append(_Section(properties, []))
            else:
                changes.append(Change(row, title, line, "", OTHER_SECTION))
        elif title == PROPERTIES:
            key, sign, value = plain(line).partition("=")
            if sign:
                properties[key.strip()] = (row, value.strip())
        elif title == PARCELS:
            sections[-1].lines.append((row, line))
    if not sections:
        raise InputError(
            Text(
                f"没有 [{PARCELS}] 一节，不是界址点坐标文件",
                f"has no section [{PARCELS}], so it is no cadastral point file",
            ),
            Text("对照格式补上；表格请存为 .csv", "add it as the format asks; save tables as .csv"),
            file=str(file),
        )
    return sections, changes


def _records(file: Path, lines: list[tuple[int, str]]) -> tuple[list[_Record], list[Change]]:
    records: list[_Record] = []
    changes: list[Change] = []
    for row, line in lines:
        if PARCEL_END.search(line):
            records.append(_record(file, row, _fields(line)))
        elif not records:
            raise _bad_line(file, row, line)
        else:
            records[-1].points.append(_point(file, row, line, changes))
    areal: list[_Record] = []
    for record in records:
        if (record.fields["图形属性"] or "面").lower() not in AREAL_KINDS:
            changes.append(Change(record.line, "图形属性", record.fields["图形属性"], "", NO_AREA))
            continue
        closing = len({place.ring for place in record.points})  # offices count closing points or leave them out
        if len(record.points) not in (record.point_count, record.point_count + closing):
            changes.append(Change(record.line, "界址点数", record.point_count, len(record.points), COUNT))
        _refuse_cut(file, record)
        areal.append(record)
    return areal, changes


def _record(file: Path, line: int, fields: list[str]) -> _Record:
    if len(fields) < 2 or not fields[0].isdecimal() or len(fields[0]) > MOST_DIGITS:
        raise _bad_line(file, line, ",".join(fields))
    fields += [""] * (len(COLUMNS) + 1 - len(fields))
    named = dict(zip((*COLUMNS, *(f"字段{place}" for place in range(9, len(fields) + 1))), fields[1:], strict=False))
    return _Record(line, int(fields[0]), {name: value or None for name, value in named.items()})


def _point(file: Path, line: int, text: str, changes: list[Change]) -> ListedPoint:
    """Name, ring number and place of a point: the file has the northing (X) before the easting (Y)."""
    bare = plain(text).strip().rstrip(",")
    fields = [field.strip() for field in bare.split(",")] if "," in bare else bare.split()
    if len(fields) == FEWEST_POINT_FIELDS:  # an office that numbers no rings
        fields.insert(1, "")
    numbers = [number(field) for field in fields[2:4]]
    if len(numbers) < 2 or None in numbers or not all(math.isfinite(value or 0) for value in numbers):
        raise _bad_line(file, line, text)
    north, east = numbers
    why = how_typed(",".join(text.translate(COMMAS).split(",")[-2:]))
    if why is not None:
        changes.append(Change(line, GEOMETRY, text, f"{north:.10g} {east:.10g}", why))
    return ListedPoint(fields[1] or "1", (float(east or 0), float(north or 0)), fields[0])


def _areas_in_hectares(records: list[_Record], shapes: list[Any]) -> list[Change]:
    """Convert areas that an office wrote in another unit than the format's hectares, where every drawn area says so."""
    drawn = np.nan_to_num(shapely.area(np.array(shapes, dtype=object))) / M2_PER_HA
    stated = np.array([number(record.fields[AREA_COLUMN] or "") or 0.0 for record in records])
    metres = shapely.total_bounds(np.array(shapes, dtype=object))[2] > LEAST_METRES
    both = (stated > 0) & (drawn > 0)
    if not metres or not both.any():
        return []
    ratios = stated[both] / drawn[both]
    for unit, per_hectare in PER_HECTARE.items():
        if (np.abs(ratios / per_hectare - 1) <= SAME_UNIT_SHARE).all():
            why = Text(
                f"面积应为公顷，按图形面积看写的是{unit}，已换算",
                f"the format has hectares; by the areas drawn it is {english(unit).after}: converted",
            )
            changes = []
            for record, area in zip(records, stated, strict=True):
                if area:
                    new = f"{area / per_hectare:.10g}"
                    changes.append(Change(record.line, AREA_COLUMN, record.fields[AREA_COLUMN], new, why))
                    record.fields[AREA_COLUMN] = new
            return changes
    return []


def _easting_first(records: list[_Record]) -> list[Change]:
    """Swap the axes of files in which the easting stands first, against the format.

    The numbers are checked before any belt is detected: a northing taken for an easting would begin with 3.
    """
    places = [place.point for record in records for place in record.points]
    if not places or not all(_is_easting(north) and NORTHING[0] <= east <= NORTHING[1] for east, north in places):
        return []
    for record in records:
        record.points = [place._replace(point=place.point[::-1]) for place in record.points]
    (east, north), *_ = places
    return [Change(ALL_ROWS, GEOMETRY, f"{north:.10g} {east:.10g}", f"{east:.10g} {north:.10g}", EASTING_FIRST)]


def _is_easting(number: float) -> bool:
    belt = int(number // 1e6)
    return (belt == 0 or belt in (*THREE_DEGREE, *SIX_DEGREE)) and EASTING[0] <= number - belt * 1e6 <= EASTING[1]


def _bad_line(file: Path, line: int, text: str) -> InputError:
    excerpt = text if len(text) <= 40 else f"{text[:39]}…"
    return InputError(
        Text(
            f"“{excerpt}”既不是地块行也不是界址点行", f"'{excerpt}' is neither the line of a parcel nor that of a point"
        ),
        Text(
            "地块行写“点数,面积,编号,名称,面,图幅号,用途,地类编码,@”，界址点行写“点号,圈号,X,Y”",
            "a parcel: 点数,面积,编号,名称,面,图幅号,用途,地类编码,@; a point: name,ring,X,Y",
        ),
        file=str(file),
        row=line,
    )


def _refuse_cut(file: Path, record: _Record) -> None:
    """Refuse a parcel with fewer points than stated and an open last ring: the file is incomplete."""
    parts = point_lists.split_rings(record.points)
    if parts and max(len(part.points) for part in parts) < FEWEST:
        raise InputError(
            Text(
                f"地块只有 {len(record.points)} 个界址点，围不成面",
                f"the parcel has {len(record.points)} points only and encloses nothing",
            ),
            Text("补上缺少的界址点，或删去这一地块", "add the points that are missing, or remove the parcel"),
            file=str(file),
            row=record.line,
        )
    if not parts or (
        len(record.points) < record.point_count
        and not parts[-1].closed
        and len(record.points) < record.point_count - len(parts)
    ):
        raise InputError(
            Text(
                f"地块应有 {record.point_count} 点，实有 {len(record.points)} 点，且末圈未闭合，文件可能不完整",
                f"the parcel should have {record.point_count} points and has {len(record.points)}, its last ring open: the file looks cut",
            ),
            Text("重新导出完整的文件", "export the whole file again"),
            file=str(file),
            row=record.line,
        )


def _crs(
    file: Path, properties: dict[str, tuple[int, str]], eastings: list[float]
) -> tuple[str | None, str | None, list[Change]]:
    """The CRS that the file states, a transformation pipeline where its datum is an old one, and the changes."""
    line, named = properties.get("坐标系", (0, ""))
    _, unit = properties.get("计量单位", (0, ""))
    _, projection = properties.get("投影类型", (0, ""))
    if unit in ("度", "十进制度", "度分秒") or "地理" in projection or "经纬" in projection:
        return CGCS2000, None, []
    if unit not in ("", "米", "m"):
        raise InputError(
            Text(f"计量单位“{unit}”不能用", f"the unit '{unit}' cannot be used"),
            Text("换算成米", "convert to metres (米)"),
            file=str(file), row=properties["计量单位"][0], column="计量单位",
        )  # fmt: skip
    datum = next((datum for datum, words in DATUMS if any(word in named.lower() for word in words)), None)
    if LOCAL.search(named) or (datum is not None and _place_names(named)):
        raise InputError(
            Text(f"坐标系“{named}”是地方独立坐标系，换算要有转换参数", f"'{named}' is a local grid: it takes parameters to convert it"),
            Text(
                "向数据单位索取 2000 国家大地坐标系的成果；或指明带参数的坐标系（PROJ 串、pipeline 或 .prj 文件）",
                "ask its office for the data in CGCS2000, or state a CRS with the parameters (PROJ string, pipeline or .prj file)",
            ),
            file=str(file), row=line, column="坐标系", parameter=Parameter("crs"),
        )  # fmt: skip
    if named and datum is None:
        raise InputError(
            Text(f"不认得坐标系“{named}”", f"'{named}' is not a CRS that is known"),
            Text("指明坐标系（EPSG 代码、PROJ 串或 .prj 文件）", "state it (EPSG code, PROJ string or .prj file)"),
            file=str(file), row=line, column="坐标系", parameter=Parameter("crs"),
        )  # fmt: skip
    number = _belt(file, properties, eastings)
    if number is None:
        return None, None, []
    numbered = max(eastings, default=0) > MOST_OUT
    if datum in (None, "cgcs2000"):
        return gauss_kruger(number, numbered=numbered), None, []
    parameters = _parameters(file, properties)
    if parameters is None:
        return gauss_kruger(number, str(datum), numbered=numbered), None, []
    old = BELTS[str(datum)].name
    return (
        None,
        _pipeline(str(datum), number, numbered, parameters),
        [Change(ALL_ROWS, "geometry", old, CGCS2000, SEVEN)],
    )


def _place_names(named: str) -> str:
    """The words in the name of a CRS that no national one has: the place whose grid it is."""
    return "".join(re.findall(r"[\u4e00-\u9fff]+|[a-z]{2,}", NATIONAL.sub(" ", named.lower())))


def _belt(file: Path, properties: dict[str, tuple[int, str]], eastings: list[float]) -> int | None:
    """The belt number, stated or in front of the eastings; both must agree."""
    prefixes = {int(easting // 1e6) for easting in eastings if easting > MOST_OUT}
    line, belt_text = properties.get("带号", (0, ""))
    if not belt_text:
        return prefixes.pop() if len(prefixes) == 1 and next(iter(prefixes)) in (*THREE_DEGREE, *SIX_DEGREE) else None
    if not belt_text.isdecimal() or len(belt_text) > MOST_DIGITS or int(belt_text) not in (*THREE_DEGREE, *SIX_DEGREE):
        raise InputError(
            Text(f"“{belt_text}”不是带号", f"'{belt_text}' is not the number of a belt"),
            Text("填 25 到 45（3 度带）或 13 到 23（6 度带）", "write 25 to 45 (3 degrees) or 13 to 23 (6 degrees)"),
            file=str(file), row=line, column="带号",
        )  # fmt: skip
    number = int(belt_text)
    degrees = properties.get("几度分带", (0, ""))[1][:1]
    if degrees in ("3", "6") and number not in (THREE_DEGREE if degrees == "3" else SIX_DEGREE):
        raise InputError(
            Text(f"带号 {number} 不是 {degrees} 度带的带号", f"belt {number} is not one of {degrees} degrees"),
            Text("核对“几度分带”与“带号”", "check 几度分带 and 带号"),
            file=str(file), row=line, column="带号",
        )  # fmt: skip
    if prefixes and prefixes != {number}:
        others = sorted(prefixes)
        raise InputError(
            Text(
                f"属性描述的带号是 {number}（中央经线 {central_meridian(number)}°），横坐标却以 {'、'.join(map(str, others))} 开头",
                f"states belt {number} (central meridian {central_meridian(number)}°), but its eastings begin with "
                f"{', '.join(map(str, others))}",
            ),
            Text("核对是带号填错还是坐标有误，改正后再导入", "find out which of the two is wrong and correct it"),
            file=str(file), row=line, column="带号",
        )  # fmt: skip
    return number


def _parameters(file: Path, properties: dict[str, tuple[int, str]]) -> list[float] | None:
    """The seven transformation parameters, or None where all are empty or zero."""
    line, text = properties.get("转换参数", (0, ""))
    cells = [cell.strip() for cell in text.split(",")]
    if not any(cells):
        return None
    try:
        values = [float(cell) for cell in cells if cell]
    except ValueError:
        values = []
    if len(values) != 7:
        raise InputError(
            Text("转换参数应有七个数，或全空", "the transformation has seven numbers, or none at all"),
            Text("依次填三个平移（米）、三个旋转（角秒）、尺度（ppm）", "three shifts (m), three rotations (arc seconds), scale (ppm)"),
            file=str(file), row=line, column="转换参数",
        )  # fmt: skip
    return values if any(values) else None


def _pipeline(datum: str, number: int, numbered: bool, parameters: list[float]) -> str:
    """The PROJ pipeline from the old grid to degrees of CGCS2000."""
    x, y, z, rx, ry, rz, scale = parameters
    ellipsoid = ELLIPSOIDS[datum]
    false_easting = 500_000 + (number * 1_000_000 if numbered else 0)
    return (
        f"+proj=pipeline +step +inv +proj=tmerc +lon_0={central_meridian(number)} +x_0={false_easting} {ellipsoid} "
        f"+step +proj=cart {ellipsoid} "
        f"+step +proj=helmert +convention=coordinate_frame +x={x} +y={y} +z={z} +rx={rx} +ry={ry} +rz={rz} +s={scale} "
        "+step +inv +proj=cart +ellps=GRS80 +step +proj=unitconvert +xy_in=rad +xy_out=deg"
    )
