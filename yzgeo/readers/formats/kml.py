"""Read the areas of KML and KMZ, as Google Earth, Ovital and phones write them.

The file is parsed here and not by GDAL: GDAL takes each folder for a layer of its own, opens other formats and links that
carry the name .kml, and gives a label point the rank of a parcel. Nothing outside the file is looked at.

Source: OGC KML 2.3 (12-007r2).
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.core.archives import MOST_KML_BYTES, refuse_many, remedy
from yzgeo.core.errors import InputError, Parameter, unreadable
from yzgeo.core.i18n import Text
from yzgeo.readers.gdal_source import is_elsewhere, refuse_content
from yzgeo.readers.repair import LINE
from yzgeo.readers.source import ALL_ROWS, GBK_READ, GEOMETRY, Change, Source, refuse_empty
from yzgeo.spatial.crs import WGS84

TITLE = Text("KML、KMZ", "KML, KMZ")
SUFFIXES = (".kml", ".kmz")
LINE_BREAK, COLON = "<br>", "："
FOLDER, NAME, DESCRIPTION = "Folder", "Name", "description"
"""Columns beside those of the extended data."""
CONTAINERS = ("Document", "Folder")
OUTSIDE = ("GroundOverlay", "PhotoOverlay", "ScreenOverlay")
"""Features that show another file."""
LINES = ("LineString", "LinearRing", "Track")
NUMERIC = ("int", "uint", "short", "ushort", "float", "double")
DECLARED = re.compile(rb"""^[^>]*encoding\s*=\s*["']([^"']+)["']""")
HEAD = 200
"""The XML declaration stands in the first so many bytes."""
CHUNK = 1 << 20
DEEPEST = 256
"""Elements within each other; those of the folders of an office are some 20."""
FEWEST_POINTS = 3
"""Points of the smallest area, not counting the one that closes it."""

LABEL = Text("只是标注点，已略去", "a label point, left out")
OPEN = Text(
    "线没有闭合，不是面，已略去；若是地块，请把首尾两点连上",
    "the line is open, not an area, and is left out; if it is a parcel, join its ends",
)
NOT_AREA = Text("面以外的点和线已略去", "points and lines beside the area are left out")
OTHER = Text("不是面，已略去", "not an area, left out")
CLOSED = Text("环首尾不同，已闭合", "the ring's ends differ: it is closed")
LINKED = Text("指向别的文件，未跟随", "shows another file, which is not opened")
FOLDERS = Text("各文件夹合为一层读入", "the folders are read as one layer")


@dataclass
class Folder:
    """A folder or document, the names of which may stand behind its features."""

    parent: Folder | None
    name: str = ""

    def names(self) -> Iterator[str]:
        """Its own name and those of the folders around it, the innermost first."""
        folder: Folder | None = self
        while folder is not None:
            yield folder.name
            folder = folder.parent


@dataclass
class Content:
    """What a KML file holds: its placemarks with their folders, types of fields, links by kind, targets of links."""

    placemarks: list[tuple[ElementTree.Element, Folder | None]] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    links: dict[str, int] = field(default_factory=dict)
    folders: list[Folder] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)

    def add(self, other: Content) -> None:
        """Join the content of another file of the same archive."""
        self.placemarks += other.placemarks
        self.types |= other.types
        self.folders += other.folders
        self.targets += other.targets
        for kind, count in other.links.items():
            self.links[kind] = self.links.get(kind, 0) + count


class Shape(NamedTuple):
    """The geometry of a placemark, None where it is no area, and the changes made to read it."""

    geometry: Any
    changes: list[Change]
    is_left_out: bool = False


def read(file: Path, layer: str | None) -> Source:
    """The areas of all folders, or of the folder of that name, with name, description and extended data.

    Label points, open lines and links are left out, each with a change.

    Raises
    ------
    InputError
        When the file cannot be read, holds no placemark or no area, or a ring of it is none.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "one.kml")
    >>> ring = "<LinearRing><coordinates>121,29 121.1,29 121,29.1 121,29</coordinates></LinearRing>"
    >>> area = f"<Polygon><outerBoundaryIs>{ring}</outerBoundaryIs></Polygon>"
    >>> _ = file.write_text(f"<kml><Placemark><name>A1</name>{area}</Placemark></kml>")
    >>> print(read(file, None).frame.to_csv().strip())
    row,Name,geometry
    1,A1,"POLYGON ((121 29, 121.1 29, 121 29.1, 121 29))"
    """
    return _read(file, layer, _shape)


def read_shapes(file: Path, layer: str | None) -> Source:
    """The areas, lines and points of all folders, or of the folder of that name, as they are drawn.

    Of a placemark with shapes of several kinds the areas go first, then the lines.

    Raises
    ------
    InputError
        When the file cannot be read, holds no placemark, or a ring of it is none.
    """
    return _read(file, layer, _as_drawn)


def _read(file: Path, layer: str | None, shape_of: Callable[[Path, int, ElementTree.Element], Shape]) -> Source:
    content, changes = _content(file)
    placemarks = list(enumerate(content.placemarks, start=1))
    if layer is not None:
        placemarks = _of_layer(file, placemarks, content.folders, layer)
    if not placemarks:
        raise _refuse_links(file, content) if content.links else refuse_empty(file)
    rows, cells, shapes, repeating = [], [], [], True
    for row, (placemark, folder) in placemarks:
        shape = shape_of(file, row, placemark)
        changes += shape.changes
        if not shape.is_left_out:
            rows.append(row)
            data = _data(placemark, content.types)
            own = _cells(placemark, folder)
            cells.append((own, data))
            repeating = repeating and _repeats(own, data)
            shapes.append(shape.geometry)
    if not rows:
        raise _refuse_no_area(file, changes)
    changes += [Change(ALL_ROWS, kind, count, "", LINKED) for kind, count in content.links.items()]
    several_folders = len({own.get(FOLDER) for own, _ in cells}) > 1
    table = [
        {**({FOLDER: own.get(FOLDER)} if several_folders else {}), **data}
        if repeating
        else {**own, **{name: cell for name, cell in data.items() if name not in own}}
        for own, data in cells
    ]
    frame = pd.DataFrame(table, index=pd.Index(rows, name="row"))
    if FOLDER in frame:
        names = list(dict.fromkeys(frame[FOLDER].dropna()))
        if len(content.folders) > 1 and layer is None and len(names) > 0:
            changes.append(Change(ALL_ROWS, FOLDER, "", "、".join(names), FOLDERS))
    return Source(gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(shapes, index=frame.index, crs=WGS84)), changes)


def _content(file: Path) -> tuple[Content, list[Change]]:
    """What the file holds, or of a KMZ all its files of KML, which link to each other."""
    content, changes = Content(), []
    try:
        with _members(file) as members:
            for open_member in members.values():
                with open_member() as stream:
                    head = stream.read(HEAD)
                if is_elsewhere(head):
                    raise refuse_content(file, head)
                encoding, recoding = _encoding(head)
                try:
                    part = _parsed(file, open_member, encoding)
                except UnicodeDecodeError:
                    part = _parsed(file, open_member, "gb18030")
                    recoding = [Change(ALL_ROWS, "encoding", encoding, "GBK", GBK_READ)]
                content.add(part)
                changes += recoding
    except (expat.ExpatError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, UnicodeError) as error:
        raise unreadable(file, error) from error
    except RuntimeError as error:  # it is encrypted
        raise unreadable(file, error) from error
    outside = [target for target in content.targets if target not in members]
    if outside:
        content.links["NetworkLink"] = len(outside)
    return content, changes


@contextmanager
def _members(file: Path) -> Iterator[dict[str, Callable[[], IO[bytes]]]]:
    """How to open each file of KML in a KMZ, by its name; the only member of a KML is itself."""
    if file.suffix.lower() != ".kmz":
        yield {file.name: lambda: file.open("rb")}
        return
    with zipfile.ZipFile(file) as archive:
        members = {member.filename: member for member in archive.infolist() if member.filename.lower().endswith(".kml")}
        if not members:
            raise InputError(
                Text("压缩包里没有 .kml", "holds no .kml"),
                Text("在制作它的软件中重新导出", "export it again from the program that made it"),
                file=str(file),
            )
        refuse_many(file, archive)
        names = Counter(member.filename for member in archive.infolist())
        twice = next((name for name in members if names[name] > 1), None)
        if twice is not None:  # one of them would be lost
            raise InputError(
                Text(f"压缩包里有几个同名文件“{twice}”", f"holds several files of the name '{twice}'"),
                Text("在制作它的软件中重新导出", "export it again from the program that made it"),
                file=str(file),
            )
        if sum(member.file_size for member in members.values()) > MOST_KML_BYTES:
            raise _refuse_size(file)
        yield {name: partial(archive.open, member) for name, member in members.items()}


def _encoding(head: bytes) -> tuple[str, list[Change]]:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", []
    declared = DECLARED.search(head)
    if declared is not None and declared[1].lower().startswith(b"gb"):
        name = declared[1].decode("ascii", "replace")
        return "gb18030", [Change(ALL_ROWS, "encoding", name, "UTF-8", GBK_READ)]
    return "utf-8-sig", []


def _parsed(file: Path, open_member: Callable[[], IO[bytes]], encoding: str) -> Content:
    """Parse in one pass; only one placemark at a time is built as a tree before it joins the others."""
    content = Content()
    folder: Folder | None = None
    path: list[str] = []
    builder: ElementTree.TreeBuilder | None = None
    texts: list[str] = []
    open_placemarks = open_links = 0

    def start(qualified: str, attributes: dict[str, str]) -> None:
        nonlocal folder, builder, open_placemarks, open_links
        tag = qualified.rpartition(":")[2]
        path.append(tag)
        if len(path) > DEEPEST:
            raise _refuse_nesting(file)
        open_placemarks += tag == "Placemark"
        open_links += tag == "NetworkLink"
        if tag == "Placemark" and builder is None:
            builder = ElementTree.TreeBuilder()
        if builder is not None:
            builder.start(tag, attributes)
        elif tag in CONTAINERS:
            folder = Folder(folder)
            content.folders.append(folder)
        elif tag in OUTSIDE:
            content.links[tag] = content.links.get(tag, 0) + 1
        elif tag == "SimpleField":
            content.types[attributes.get("name", "")] = attributes.get("type", "")
        texts.clear()

    def end(qualified: str) -> None:
        nonlocal folder, builder, open_placemarks, open_links
        tag = qualified.rpartition(":")[2]
        path.pop()
        open_placemarks -= tag == "Placemark"
        open_links -= tag == "NetworkLink"
        if builder is not None:
            builder.end(tag)
            if tag == "Placemark" and not open_placemarks:
                content.placemarks.append((builder.close(), folder))
                builder = None
        elif tag in CONTAINERS and folder is not None:
            folder = folder.parent
        elif tag == "name" and folder is not None and path and path[-1] in CONTAINERS:
            folder.name = "".join(texts).strip()
        elif tag == "href" and open_links:
            content.targets.append("".join(texts).strip())

    def text(data: str) -> None:
        if builder is None:
            texts.append(data)
        else:
            builder.data(data)

    def doctype(*_: object) -> None:
        raise InputError(
            Text("XML 带有 DOCTYPE 声明", "declares a DOCTYPE, which may point to other files"),
            Text("删去 <!DOCTYPE …> 一段", "take the part <!DOCTYPE …> out"),
            file=str(file),
        )

    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    errors = "replace" if encoding == "gb18030" else "strict"
    with open_member() as stream, io.TextIOWrapper(stream, encoding, errors) as decoded:
        while chunk := decoded.read(CHUNK):
            parser.Parse(chunk.encode("utf-8"), False)
            if parser.CurrentByteIndex > MOST_KML_BYTES:
                raise _refuse_size(file)
    parser.Parse(b"", True)
    return content


def _refuse_nesting(file: Path) -> InputError:
    return InputError(
        Text(f"元素嵌套超过 {DEEPEST} 层", f"its elements nest more than {DEEPEST} deep"),
        Text("把各地块移到少数几层文件夹中，再导出", "move the parcels to a few levels of folders and export it again"),
        file=str(file),
    )


def _of_layer(
    file: Path, placemarks: list[tuple[int, Any]], folders: list[Folder], layer: str
) -> list[tuple[int, Any]]:
    names = list(dict.fromkeys(folder.name for folder in folders if folder.name))
    if layer not in names:
        raise InputError(
            Text(f"没有文件夹“{layer}”", f"has no folder '{layer}'"),
            Text(f"取其一：{'、'.join(names)}", f"use one of these: {', '.join(names)}")
            if names
            else Text("文件里没有带名的文件夹，不必指明", "it has no named folder: name none"),
            file=str(file),
            parameter=Parameter("layer"),
        )
    return [(row, (mark, folder)) for row, (mark, folder) in placemarks if folder and layer in folder.names()]


def _cells(placemark: ElementTree.Element, folder: Folder | None) -> dict[str, Any]:
    """Name, description and folder of a placemark by column."""
    cells: dict[str, Any] = {NAME: placemark.findtext("name", "").strip() or None}
    description = placemark.findtext("description", "").strip()
    if description:
        cells[DESCRIPTION] = description
    if folder is not None and folder.parent is not None and folder.name:
        cells[FOLDER] = folder.name
    return cells


def _data(placemark: ElementTree.Element, types: dict[str, str]) -> dict[str, Any]:
    """The extended data of a placemark by column."""
    cells: dict[str, Any] = {}
    for data in placemark.iter("Data"):
        cells.setdefault(data.get("name", ""), data.findtext("value", "").strip() or None)
    for data in placemark.iter("SimpleData"):
        name = data.get("name", "")
        cells.setdefault(name, _typed((data.text or "").strip(), types.get(name, "")))
    return cells


def _repeats(own: dict[str, Any], data: dict[str, Any]) -> bool:
    """Whether name and description of a placemark only repeat its extended data, as those of an export of yzgeo do.

    >>> own = {"Name": "A1", "description": "编号：A1<br>备注：1 &lt; 2"}
    >>> print(_repeats(own, {"编号": "A1", "备注": "1 < 2"}), _repeats(own, {"编号": "A1", "备注": "其他"}))
    True False
    """
    values = [str(value) for value in data.values() if value is not None]
    lines = [html.unescape(line).strip() for line in own.get(DESCRIPTION, "").split(LINE_BREAK)]
    told = len(lines) == len(values) and all(
        line.endswith(f"{COLON}{value}") for line, value in zip(lines, values, strict=True)
    )
    return told and own[NAME] in (None, *values)


def _typed(text: str, kind: str) -> Any:
    """The value of a field of that type; text where it is none."""
    if not text:
        return None
    if kind not in NUMERIC:
        return text
    try:
        return float(text) if kind in ("float", "double") else int(text)
    except ValueError:
        return text


def _shape(file: Path, row: int, placemark: ElementTree.Element) -> Shape:
    """The area of a placemark: its polygons, or else its closed lines."""
    changes: list[Change] = []
    polygons = [_polygon(file, row, polygon, changes) for polygon in placemark.iter("Polygon")]
    inside = {id(ring) for polygon in placemark.iter("Polygon") for ring in polygon.iter("LinearRing")}
    lines = [line for line in placemark.iter() if line.tag in LINES and id(line) not in inside]
    points = placemark.findall(".//Point")
    if polygons:
        if lines or points:
            kinds = ", ".join(dict.fromkeys(each.tag for each in [*points, *lines]))
            changes.append(Change(row, GEOMETRY, kinds, "", NOT_AREA))
        return Shape(polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons), changes)
    closed, gaps = [], 0
    for line in lines:
        coordinates = _coordinates(file, row, line)
        if len(coordinates) > FEWEST_POINTS and coordinates[0][:2] == coordinates[-1][:2]:
            closed.append(shapely.Polygon(coordinates))
        else:
            gaps += 1
    if gaps:
        changes.append(Change(row, GEOMETRY, _name(placemark), "", OPEN))
    if closed:
        changes.append(Change(row, GEOMETRY, "LineString", "Polygon", LINE))
        return Shape(closed[0] if len(closed) == 1 else shapely.MultiPolygon(closed), changes)
    if gaps:
        return Shape(None, changes, is_left_out=True)
    if points:
        return Shape(None, [Change(row, GEOMETRY, _name(placemark), "", LABEL)], is_left_out=True)
    if any(placemark.iter("Model")):
        return Shape(None, [Change(row, GEOMETRY, _name(placemark), "", OTHER)], is_left_out=True)
    return Shape(None, [])


def _as_drawn(file: Path, row: int, placemark: ElementTree.Element) -> Shape:
    """The areas of a placemark, or else its lines, or else its points."""
    if any(placemark.iter("Polygon")):
        return _shape(file, row, placemark)
    lines = [_coordinates(file, row, line) for line in placemark.iter() if line.tag in LINES]
    drawn = [shapely.LineString(line) for line in lines if len(line) > 1]
    if drawn:
        return Shape(drawn[0] if len(drawn) == 1 else shapely.MultiLineString(drawn), [])
    points = [point for each in placemark.iter("Point") for point in _coordinates(file, row, each)[:1]]
    if points:
        return Shape(shapely.Point(points[0]) if len(points) == 1 else shapely.MultiPoint(points), [])
    return Shape(None, [])


def _name(placemark: ElementTree.Element) -> str:
    return placemark.findtext("name", "").strip()


def _polygon(file: Path, row: int, polygon: ElementTree.Element, changes: list[Change]) -> shapely.Polygon:
    outer = [_ring(file, row, ring, changes) for ring in polygon.findall("outerBoundaryIs/LinearRing")]
    if len(outer) != 1:
        raise InputError(
            Text(f"多边形有 {len(outer)} 个外圈", f"a polygon of it has {len(outer)} outer rings"),
            Text("每个多边形只画一个外圈", "draw each polygon with one outer ring"),
            file=str(file),
            row=row,
        )
    inner = [_ring(file, row, ring, changes) for ring in polygon.findall("innerBoundaryIs/LinearRing")]
    return shapely.Polygon(outer[0], inner)


def _ring(file: Path, row: int, ring: ElementTree.Element, changes: list[Change]) -> list[tuple[float, ...]]:
    coordinates = _coordinates(file, row, ring)
    if len(set(coordinates)) < FEWEST_POINTS:
        raise InputError(
            Text(f"一个环只有 {len(set(coordinates))} 个点", f"a ring of it has {len(set(coordinates))} points"),
            Text("重画这一图形；面至少要三个点", "draw this shape again; an area has three points at least"),
            file=str(file),
            row=row,
        )
    if coordinates[0] != coordinates[-1]:
        if coordinates[0][:2] != coordinates[-1][:2]:
            changes.append(Change(row, GEOMETRY, "", "", CLOSED))
        coordinates = [*coordinates, coordinates[0]]
    return coordinates


def _coordinates(file: Path, row: int, line: ElementTree.Element) -> list[tuple[float, ...]]:
    """The points of a line; with heights where each has one."""
    stated = re.sub(r"\s*,\s*", ",", line.findtext("coordinates", ""))
    points = [each.split(",") for each in stated.split()]
    points += [(coord.text or "").split() for coord in line.iter("coord")]  # of a track
    size = 3 if points and all(len(point) >= 3 for point in points) else 2
    try:
        numbers = [tuple(float(value) for value in point[:size]) for point in points]
    except ValueError as error:
        raise _refuse_coordinates(file, row, error) from error
    if any(len(point) < 2 for point in numbers):
        raise _refuse_coordinates(file, row, ValueError("one number"))
    return numbers


def _refuse_coordinates(file: Path, row: int, error: ValueError) -> InputError:
    detail = " ".join(str(error).split())[:60]
    return InputError(
        Text(f"坐标不是“经度,纬度”（{detail}）", f"its coordinates are not 'longitude,latitude' ({detail})"),
        Text("重新绘制或导出这一图形", "draw this shape again, or export it again"),
        file=str(file),
        row=row,
    )


def _refuse_no_area(file: Path, changes: list[Change]) -> InputError:
    lines, points = (sum(change.why is why for change in changes) for why in (OPEN, LABEL))
    return InputError(
        Text(
            f"没有面：只有 {points} 个标注点、{lines} 条没有闭合的线",
            f"holds no area: only {points} label points and {lines} lines that are open",
        ),
        Text(
            "把地块画成多边形，或把线的首尾两点连上，再导出",
            "draw the parcels as polygons, or join the ends of each line, and export it again",
        ),
        file=str(file),
    )


def _refuse_links(file: Path, content: Content) -> InputError:
    kinds = ", ".join(content.links)
    return InputError(
        Text(f"没有地标，只有指向别处的 {kinds}", f"holds no placemark, only {kinds}, which shows another file"),
        Text("在 Google Earth 中打开后把内容另存为 KML", "open it in Google Earth and save what it shows as KML"),
        file=str(file),
    )


def _refuse_size(file: Path) -> InputError:
    return InputError(
        Text(f"KML 超过 {MOST_KML_BYTES // 2**20} MB", f"holds more than {MOST_KML_BYTES // 2**20} MB of KML"),
        remedy(file),
        file=str(file),
    )
