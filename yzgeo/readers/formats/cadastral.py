"""Read the cadastral point text file of land offices (勘测定界界址点坐标), in UTF-8 or GBK.

Offices vary it: 9 or 12 fields in a parcel's line, points named J1 or 1, eastings with or without the belt's number,
brackets [] or 【】, commas , or ，.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode
from yzgeo.readers import point_lists
from yzgeo.readers.source import ALL_ROWS, GBK_READ, GEOMETRY, Change, Source, refuse_empty
from yzgeo.spatial.crs import CGCS2000
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
DATUMS = (
    ("cgcs2000", ("2000", "cgcs")),
    ("xian80", ("80", "西安", "xian")),
    ("beijing54", ("54", "北京", "beijing")),
)
ELLIPSOIDS = {"xian80": "+a=6378140 +rf=298.257", "beijing54": "+ellps=krass"}
PLAIN = str.maketrans("，＝【】［］＠", ",=[][]@")
PARCEL_END = re.compile(r"[,，]?\s*[@＠]$")
FEWEST_FIELDS = 5
"""A line with fewer fields between plain commas is split at full-width ones: points, area, number, name, 面."""
MOST_DIGITS = 9
"""A count or a belt of more digits is none."""
MOST_OUT = 950_000
"""An easting without a belt's number is below this."""
COUNT = Text(
    "界址点数与实有点数不符，以实有点为准",
    "the stated number of points is not that of the points that follow, which count",
)
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

    Raises
    ------
    InputError
        When a section or a number is missing, or the stated belt is not the one that eastings begin with.
    """
    text = decode(file)
    lines = [(number, _bare(line)) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    properties, body = _sections(file, lines)
    records, changes = _records(file, body)
    if not records:
        raise refuse_empty(file)
    if text.encode("utf-8") != file.read_bytes().removeprefix(b"\xef\xbb\xbf"):
        changes.append(Change(ALL_ROWS, "encoding", "GBK", "UTF-8", GBK_READ))
    changes += _easting_first(records)
    eastings = [easting for record in records for _, (easting, _) in record.points]
    crs, transformation, more = _crs(file, properties, eastings)
    rows, shapes = [], []
    for record in records:
        shape, ring_changes = point_lists.polygon(point_lists.split_rings(record.points), record.line)
        changes += ring_changes
        rows.append(record.fields)
        shapes.append(shape)
    index = pd.Index([record.line for record in records], name="row")
    frame = gpd.GeoDataFrame(
        pd.DataFrame(rows, index=index, dtype=object), geometry=gpd.GeoSeries(shapes, index=index), crs=crs
    )
    return Source(frame, [*changes, *more], transformation)


class _Record:
    """One parcel while it is read: line, stated number of points, fields and points."""

    def __init__(self, line: int, point_count: int, fields: dict[str, str | None]) -> None:
        self.line, self.point_count, self.fields = line, point_count, fields
        self.points: list[tuple[str, point_lists.Point]] = []


def _bare(line: str) -> str:
    return line.strip().strip("\ufeff").strip()


def _plain(line: str) -> str:
    """The line with full-width signs replaced by plain ones."""
    return line.translate(PLAIN)


def _fields(line: str) -> list[str]:
    """The fields of a parcel line; full-width commas separate them only where plain ones do not."""
    content = PARCEL_END.sub("", line)
    fields = content.split(",")
    if len(fields) < FEWEST_FIELDS:
        fields = _plain(content).split(",")
    return [field.strip() for field in fields]


def _sections(file: Path, lines: list[tuple[int, str]]) -> tuple[dict[str, tuple[int, str]], list[tuple[int, str]]]:
    """Properties by key with their line, and the lines of the parcels."""
    plain = [_plain(line) for _, line in lines]
    heads = {line.strip("[] "): place for place, line in enumerate(plain) if re.fullmatch(r"\[.*\]", line)}
    if PARCELS not in heads:
        raise InputError(
            Text(
                f"没有 [{PARCELS}] 一节，不是界址点坐标文件",
                f"has no section [{PARCELS}], so it is no cadastral point file",
            ),
            Text("对照格式补上；表格请存为 .csv", "add it as the format asks; save tables as .csv"),
            file=str(file),
        )
    start, first = heads[PARCELS], heads.get(PROPERTIES, -1)
    properties = {}
    for number, line in lines[first + 1 : start] if first < start else []:
        key, sign, value = _plain(line).partition("=")
        if sign:
            properties[key.strip()] = (number, value.strip())
    return properties, lines[start + 1 :]


def _records(file: Path, lines: list[tuple[int, str]]) -> tuple[list[_Record], list[Change]]:
    records: list[_Record] = []
    changes: list[Change] = []
    for number, line in lines:
        if PARCEL_END.search(line):
            records.append(_record(file, number, _fields(line)))
        elif not records:
            raise _bad_line(file, number, line)
        else:
            records[-1].points.append(_point(file, number, _plain(line)))
    areal = []
    for record in records:
        if (record.fields["图形属性"] or "面") != "面":
            changes.append(Change(record.line, "图形属性", record.fields["图形属性"], "", NO_AREA))
            continue
        closing = len({ring for ring, _ in record.points})  # offices count closing points or leave them out
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


def _point(file: Path, line: int, text: str) -> tuple[str, point_lists.Point]:
    """Ring number, easting and northing: the file has the northing (X) first."""
    fields = [field.strip() for field in text.rstrip(",").split(",")]
    try:
        if len(fields) < 4:
            raise ValueError(text)
        north, east = float(fields[2]), float(fields[3])
    except ValueError as error:
        raise _bad_line(file, line, text) from error
    if not (math.isfinite(north) and math.isfinite(east)):
        raise _bad_line(file, line, text)
    return fields[1] or "1", (east, north)


def _easting_first(records: list[_Record]) -> list[Change]:
    """Swap the axes of files in which the easting stands first, against the format.

    The numbers are checked before any belt is detected: a northing taken for an easting would begin with 3.
    """
    points = [point for record in records for _, point in record.points]
    if not points or not all(_is_easting(north) and NORTHING[0] <= east <= NORTHING[1] for east, north in points):
        return []
    for record in records:
        record.points = [(ring, (north, east)) for ring, (east, north) in record.points]
    (east, north), *_ = points
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
    if unit in ("度", "十进制度") or "地理" in projection or "经纬" in projection:
        return CGCS2000, None, []
    if unit not in ("", "米", "m"):
        raise InputError(
            Text(f"计量单位“{unit}”不能用", f"the unit '{unit}' cannot be used"),
            Text("换算成米", "convert to metres (米)"),
            file=str(file), row=properties["计量单位"][0], column="计量单位",
        )  # fmt: skip
    datum = next((datum for datum, words in DATUMS if any(word in named.lower() for word in words)), None)
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
