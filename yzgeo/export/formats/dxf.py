"""DXF for drawing programs: closed polylines, points and names in metres, with the columns as extended data.

A drawing has no CRS; the drawing's properties name the CRS of its metres, with plan, source and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyproj
import shapely

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.core.palette import INK
from yzgeo.core.values import json_value
from yzgeo.core.visible_text import visible
from yzgeo.export.flat_tables import flatten, split_bytes
from yzgeo.export.metadata import LayerMetadata, statements
from yzgeo.export.symbology import Symbol, rows_of_symbol
from yzgeo.spatial.crs import belt, reproject

TITLE = Text("DXF（CAD，米）", "DXF (CAD, metres)")
SUFFIXES = (".dxf",)
IN_GBK, IN_UTF8 = "R2004", "R2010"
"""Up to R2004 text is in a code page, later in UTF-8, which GDAL decodes as Latin-1 without
DXF_ENCODING=UTF-8. So GBK is written, which Chinese CAD and GDAL both read right, with \\U+XXXX for characters that
it lacks; only for those beyond four hexadecimal digits there is no such mark that both read."""
LONGEST_MARK_PER_BYTE = 7 / 2
"""A character of two bytes in UTF-8 may become a mark of seven."""
APPLICATION = "YZGEO"
"""The name under which the columns stand in the extended data of each entity."""
XDATA_BYTES = 240
LABELS = Text("注记", "labels")
TEXT_SHARE_OF_EXTENT = 1 / 120
POINT_STYLE, POINT_PERCENT = 34, -1.5
"""A point is drawn as a circle with a cross, its size in per cent of the screen."""
NOT_IN_LAYER_NAMES = str.maketrans(dict.fromkeys('<>/\\":;?*|=`,', "_"))
CODED = re.compile(r"\\(?=[UM]\+)", re.IGNORECASE)
"""The backslash of what programs take for a coded character (`\\U+0041`, `\\M+5B0A1`) wherever it stands."""
BACKSLASH = "\\U+005C"
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
IN_MTEXT = {"\\": "\\\\", "{": "\\{", "}": "\\}", "\n": "\\P", "%": "\\U+0025", "^": "\\U+005E"}
"""Escapes of characters that are control codes in drawing programs."""


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write the features that have a place.

    Parameters
    ----------
    frame, file, metadata
        As for every format.
    crs
        A projected CRS; None for the Gauss-Krüger belt in which the middle of the data lies.

    Raises
    ------
    InputError
        When the CRS is not projected, the data does not lie in it, or nothing has a place.
    """
    located = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
    if located.empty:
        raise InputError(
            Text(f"{metadata.title.zh}没有一个有位置", f"{metadata.title.en}: none has a place"),
            Text("换一种能存表格的格式，如 .xlsx", "choose a format that holds tables, such as .xlsx"),
            file=str(file),
        )
    target_crs = crs or belt(located.geometry)
    if not target_crs.is_projected:
        raise InputError(
            Text(f"{target_crs.name} 是经纬度，DXF 以米为单位", f"{target_crs.name} is in degrees, DXF is in metres"),
            Text(
                "换用投影坐标系，如 EPSG:4549，或不指明",
                "use a projected CRS such as EPSG:4549, or name none",
            ),
            file=str(file),
            parameter=Parameter("crs", plain("EPSG:4549")),
        )
    changed, warning = reproject(located, target_crs)
    table = flatten(changed)
    version = _version(table, metadata)
    with atomic_file(file) as temporary, _no_clock():
        _save(temporary, table, metadata, version)
    remarks = [warning] if warning else []
    if version == IN_UTF8:
        remarks.append(
            Text(
                "有罕用字（Unicode 基本平面以外），已按 UTF-8（R2010）写；GDAL 3.6 读时须设 DXF_ENCODING=UTF-8",
                "some characters are beyond Unicode's basic plane: written in UTF-8 (R2010), which GDAL 3.6 reads "
                "with DXF_ENCODING=UTF-8 set",
            )
        )
    remarks.append(Text(f"坐标系 {target_crs.name}", f"in {target_crs.name}"))
    if len(located) < len(frame):
        left_out = len(frame) - len(located)
        remarks.append(Text(f"{left_out} 个要素没有位置，未写", f"{left_out} features have no place and were left out"))
    return remarks


def _version(table: gpd.GeoDataFrame, metadata: LayerMetadata) -> str:
    """The release of the format that can encode all of the text."""
    names = table.columns.drop(table.geometry.name)
    cells = [*map(str, names), *(str(cell) for name in names for cell in table[name].dropna())]
    metadata_values = [content for _, content in statements(metadata, table.crs)]
    return IN_UTF8 if max("".join([*cells, *metadata_values, metadata.title.zh])) > "\uffff" else IN_GBK


def _in_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _coded(text: str, version: str) -> str:
    """Text of one line, in which no characters stand for another one by accident."""
    return _encoded(CODED.sub(lambda _: BACKSLASH, text), version)


def _encoded(text: str, version: str) -> str:
    """Text with marks (backslash, U+XXXX) for the characters that the drawing's code page lacks."""
    if version == IN_UTF8 or _in_gbk(text):
        return text
    return "".join(letter if _in_gbk(letter) else f"\\U+{ord(letter):04X}" for letter in text)


@contextmanager
def _no_clock() -> Iterator[None]:
    """Keep ezdxf from writing the time and random ids into the file."""
    from ezdxf._options import options

    before = options.write_fixed_meta_data_for_testing
    options.write_fixed_meta_data_for_testing = True
    try:
        yield
    finally:
        options.write_fixed_meta_data_for_testing = before


def _save(file: Path, table: gpd.GeoDataFrame, metadata: LayerMetadata, version: str) -> None:
    from ezdxf import filemanagement, units

    drawing = filemanagement.new(version, setup=["linetypes"], units=units.M)
    if version == IN_GBK:
        drawing.encoding = "gbk"
    drawing.appids.add(APPLICATION)
    drawing.header["$PDMODE"], drawing.header["$PDSIZE"] = POINT_STYLE, POINT_PERCENT
    for heading, content in statements(metadata, table.crs):
        drawing.header.custom_vars.append(heading.of(metadata.lang), _coded(_one_line(content), version))
    layer = metadata.title.of(metadata.lang).translate(NOT_IN_LAYER_NAMES)
    labels = f"{layer}_{LABELS.of(metadata.lang)}"
    drawing.layers.add(layer)
    drawing.layers.add(labels)
    space = drawing.modelspace()
    west, south, east, north = table.total_bounds
    height = max(east - west, north - south, 1.0) * TEXT_SHARE_OF_EXTENT
    label = metadata.symbology.label or metadata.symbology.number
    for symbol in metadata.symbology.symbols:
        rows = table[rows_of_symbol(table, symbol)]
        attributes = {"layer": layer, **_attributes(symbol, height)}
        for row, shape in zip(rows.drop(columns=table.geometry.name).to_dict("records"), rows.geometry, strict=True):
            xdata = [
                (1000, part) for name, value in row.items() for part in _extended(name, json_value(value), version)
            ]
            for part in shapely.get_parts(shape):
                for entity in _entities(space, part, attributes):
                    entity.set_xdata(APPLICATION, xdata)
            name = json_value(row[label]) if label else None
            if name:
                place = shape.representative_point()
                space.add_mtext(
                    _encoded(_escaped(str(name)), version),
                    {"layer": labels, "char_height": height, "insert": (place.x, place.y), "attachment_point": 5},
                )
    # ezdxf adds the classes in use in the order of a set, which differs from process to process.
    for dxftype in sorted(drawing.entitydb.dxf_types_in_use()):
        drawing.classes.add_class(dxftype)
    drawing.saveas(file)


def _attributes(symbol: Symbol, height: float) -> dict[str, Any]:
    colour = str(symbol.path.get("color", INK))
    attributes: dict[str, Any] = {"true_color": int(colour[1:], 16)}
    return attributes | ({"linetype": "DASHED", "ltscale": height} if symbol.path.get("dashArray") else {})


def _entities(space: Any, shape: Any, attributes: dict[str, Any]) -> list[Any]:
    if shape.geom_type == "Point":
        return [space.add_point((shape.x, shape.y), dxfattribs=attributes)]
    if shape.geom_type == "Polygon":
        rings = [shape.exterior, *shape.interiors]
        return [space.add_lwpolyline(list(ring.coords)[:-1], close=True, dxfattribs=attributes) for ring in rings]
    return [space.add_lwpolyline(list(shape.coords), dxfattribs=attributes)]


def _extended(name: str, value: Any, version: str) -> list[str]:
    """`column=value`, in strings no longer than the format allows; the next ones begin with the column and +."""
    if value is None:
        return []
    name = _coded(_one_line(name.replace("=", "＝")), version)
    text, room = _one_line(str(value)), max(XDATA_BYTES - len(name.encode("utf-8")) - 2, XDATA_BYTES // 4)
    if _coded(text, version) != text:
        room = int(room / LONGEST_MARK_PER_BYTE)
    first, *more = (_coded(part, version) for part in split_bytes(text, room, "utf-8"))
    return [f"{name}={first}", *(f"{name}+={part}" for part in more)]


def _one_line(text: str) -> str:
    """Escape control characters as drawing programs do (^J for a line break), since a value is one line."""
    return "".join(
        f"^{chr(ord(character) + 64)}" if character < " " else "^ " if character == "^" else character
        for character in text
    )


def _escaped(text: str) -> str:
    """Text of a label with the control codes of drawing programs escaped, and control characters shown."""
    printable = CONTROL.sub(lambda match: visible(match[0]), text)
    parts = CODED.split(printable)
    return BACKSLASH.join("".join(IN_MTEXT.get(character, character) for character in part) for part in parts)
