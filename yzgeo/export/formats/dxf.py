"""DXF for drawing programs: closed polylines, points and names in metres, with the columns as extended data.

A drawing knows no CRS; which one its metres are in stands in the drawing's properties, with plan, source and date.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyproj
import shapely

from yzgeo.core.atomic_write import replacing
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.core.palette import INK
from yzgeo.core.values import known
from yzgeo.export.flat_tables import flat, pieces
from yzgeo.export.metadata import About, statements
from yzgeo.export.symbology import Symbol, selected
from yzgeo.spatial.crs import belt, moved

TITLE = Text("DXF（CAD，米）", "DXF (CAD, metres)")
SUFFIXES = (".dxf",)
IN_GBK, IN_UTF8 = "R2004", "R2010"
"""Up to R2004 text is in a code page, later in UTF-8, which GDAL takes for Latin letters unless it is told
(DXF_ENCODING=UTF-8). So GBK is written, which Chinese CAD and GDAL both read right, with \\U+XXXX for characters that
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
IN_MTEXT = {"\\": "\\\\", "{": "\\{", "}": "\\}", "\n": "\\P", "%": "\\U+0025", "^": "\\U+005E"}
"""Characters that a drawing program would take for its own marks."""


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, about: About) -> list[Text]:
    """Write the features that have a place.

    Parameters
    ----------
    frame, file, about
        As for every format.
    crs
        A projected CRS; None for the Gauss-Krüger belt in which the middle of the data lies.

    Raises
    ------
    InputError
        When the CRS is not projected, the data does not lie in it, or nothing has a place.
    """
    drawn = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
    if drawn.empty:
        raise InputError(
            Text(f"{about.title.zh}没有一个有位置", f"{about.title.en}: none has a place"),
            Text("换一种能存表格的格式，如 .xlsx", "choose a format that holds tables, such as .xlsx"),
            file=str(file),
        )
    wanted = crs or belt(drawn.geometry)
    if not wanted.is_projected:
        raise InputError(
            Text(f"{wanted.name} 是经纬度，DXF 以米为单位", f"{wanted.name} is in degrees, DXF is in metres"),
            Text(
                "换用投影坐标系，如 EPSG:4549，或不指明",
                "use a projected CRS such as EPSG:4549, or name none",
            ),
            file=str(file),
            parameter=Parameter("crs", plain("EPSG:4549")),
        )
    changed, warning = moved(drawn, wanted)
    table = flat(changed)
    version = _version(table, about)
    with replacing(file) as temporary, _no_clock():
        _save(temporary, table, about, version)
    remarks = [warning] if warning else []
    if version == IN_UTF8:
        remarks.append(
            Text(
                "有罕用字（Unicode 基本平面以外），已按 UTF-8（R2010）写；GDAL 3.6 读时须设 DXF_ENCODING=UTF-8",
                "some characters are beyond Unicode's basic plane: written in UTF-8 (R2010), which GDAL 3.6 reads "
                "with DXF_ENCODING=UTF-8 set",
            )
        )
    remarks.append(Text(f"坐标系 {wanted.name}", f"in {wanted.name}"))
    if len(drawn) < len(frame):
        left = len(frame) - len(drawn)
        remarks.append(Text(f"{left} 个要素没有位置，未写", f"{left} features have no place and were left out"))
    return remarks


def _version(table: gpd.GeoDataFrame, about: About) -> str:
    """The release of the format that can hold all of the text."""
    cells = [str(cell) for name in table.columns.drop(table.geometry.name) for cell in table[name].dropna()]
    said = [content for _, content in statements(about, table.crs)]
    return IN_UTF8 if max("".join([*cells, *said, about.title.zh])) > "\uffff" else IN_GBK


def _in_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _written(text: str, version: str) -> str:
    """Text with marks for the characters that the drawing's code page lacks."""
    if version == IN_UTF8 or _in_gbk(text):
        return text
    return "".join(letter if _in_gbk(letter) else f"\\U+{ord(letter):04X}" for letter in text)


@contextmanager
def _no_clock() -> Iterator[None]:
    """Without this ezdxf would put the time and random ids into the file."""
    from ezdxf._options import options

    before = options.write_fixed_meta_data_for_testing
    options.write_fixed_meta_data_for_testing = True
    try:
        yield
    finally:
        options.write_fixed_meta_data_for_testing = before


def _save(file: Path, table: gpd.GeoDataFrame, about: About, version: str) -> None:
    from ezdxf import filemanagement, units

    drawing = filemanagement.new(version, setup=["linetypes"], units=units.M)
    if version == IN_GBK:
        drawing.encoding = "gbk"
    drawing.appids.add(APPLICATION)
    drawing.header["$PDMODE"], drawing.header["$PDSIZE"] = POINT_STYLE, POINT_PERCENT
    for heading, content in statements(about, table.crs):
        drawing.header.custom_vars.append(heading.of(about.lang), _written(_one_line(content), version))
    layer = about.title.of(about.lang).translate(NOT_IN_LAYER_NAMES)
    labels = f"{layer}_{LABELS.of(about.lang)}"
    drawing.layers.add(layer)
    drawing.layers.add(labels)
    space = drawing.modelspace()
    west, south, east, north = table.total_bounds
    height = max(east - west, north - south, 1.0) * TEXT_SHARE_OF_EXTENT
    for symbol in about.look.symbols:
        rows = table[selected(table, symbol)]
        look = {"layer": layer, **_look(symbol, height)}
        for row, shape in zip(rows.drop(columns=table.geometry.name).to_dict("records"), rows.geometry, strict=True):
            xdata = [(1000, part) for name, value in row.items() for part in _extended(name, known(value), version)]
            for part in shapely.get_parts(shape):
                for entity in _entities(space, part, look):
                    entity.set_xdata(APPLICATION, xdata)
            name = known(row[about.look.label]) if about.look.label else None
            if name:
                place = shape.representative_point()
                space.add_mtext(
                    _written(_marked(str(name)), version),
                    {"layer": labels, "char_height": height, "insert": (place.x, place.y), "attachment_point": 5},
                )
    drawing.saveas(file)


def _look(symbol: Symbol, height: float) -> dict[str, Any]:
    colour = str(symbol.path.get("color", INK))
    look: dict[str, Any] = {"true_color": int(colour[1:], 16)}
    return look | ({"linetype": "DASHED", "ltscale": height} if symbol.path.get("dashArray") else {})


def _entities(space: Any, shape: Any, look: dict[str, Any]) -> list[Any]:
    if shape.geom_type == "Point":
        return [space.add_point((shape.x, shape.y), dxfattribs=look)]
    if shape.geom_type == "Polygon":
        rings = [shape.exterior, *shape.interiors]
        return [space.add_lwpolyline(list(ring.coords)[:-1], close=True, dxfattribs=look) for ring in rings]
    return [space.add_lwpolyline(list(shape.coords), dxfattribs=look)]


def _extended(name: str, value: Any, version: str) -> list[str]:
    """`column=value`, in strings no longer than the format allows; the next ones begin with the column and +."""
    if value is None:
        return []
    text, room = _one_line(str(value)), XDATA_BYTES - len(name.encode("utf-8")) - 2
    if _written(text, version) != text:
        room = int(room / LONGEST_MARK_PER_BYTE)
    first, *more = (_written(part, version) for part in pieces(text, room, "utf-8"))
    return [f"{name}={first}", *(f"{name}+={part}" for part in more)]


def _one_line(text: str) -> str:
    """Control characters as drawing programs write them (^J for a line break), since a value is one line."""
    return "".join(
        f"^{chr(ord(character) + 64)}" if character < " " else "^ " if character == "^" else character
        for character in text
    )


def _marked(text: str) -> str:
    """Text of a label with all that a drawing program would take for its own marks written as what it is."""
    kept = (character for character in text if character == "\n" or ord(character) >= ord(" "))
    return "".join(IN_MTEXT.get(character, character) for character in kept)
