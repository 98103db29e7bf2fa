"""KML and KMZ: a folder of features in the colours of the map, texts escaped.

Google Earth shows a description as HTML, so its content is escaped twice: once as HTML, once as XML. The columns are in
`ExtendedData`, unchanged, under their own names and with their titles: as plain `Data`, since GDAL does not read a
typed `Schema` in a KMZ.
"""

from __future__ import annotations

import html
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

import geopandas as gpd
import pyproj
import shapely

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.core.palette import INK
from yzgeo.core.values import json_value
from yzgeo.core.xml_text import allowed
from yzgeo.export.flat_tables import flatten, title
from yzgeo.export.metadata import LayerMetadata, description, zip_stamp
from yzgeo.export.symbology import Symbol, rows_of_symbol
from yzgeo.spatial.crs import WGS84
from yzgeo.spatial.geojson import DECIMALS, refuse_other_crs

TITLE = Text("KML／KMZ（含样式与文件夹）", "KML and KMZ (with styles and folders)")
SUFFIXES = (".kml", ".kmz")
NAMESPACE = "http://www.opengis.net/kml/2.2"


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write one document; .kmz is the same, packed.

    Raises
    ------
    InputError
        When another CRS than WGS 84 is asked for, or the file cannot be written.
    """
    refuse_other_crs(crs, file, "KML")
    table = flatten(frame.to_crs(WGS84))
    document = _document(table, metadata, frame.crs)
    with atomic_file(file) as temporary:
        if file.suffix.lower() == ".kml":
            document.write(temporary, encoding="utf-8", xml_declaration=True)
        else:
            stamp = zip_stamp(metadata)
            entry = zipfile.ZipInfo("doc.kml", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with zipfile.ZipFile(temporary, "w") as archive, archive.open(entry, "w") as packed:
                document.write(packed, encoding="utf-8", xml_declaration=True)
    return []


def _document(table: gpd.GeoDataFrame, metadata: LayerMetadata, stored: pyproj.CRS) -> ElementTree:
    root = Element("kml", {"xmlns": NAMESPACE})
    document = SubElement(root, "Document", {"id": metadata.layer})
    _text(document, "name", metadata.title.of(metadata.lang))
    _text(document, "description", _balloon(description(metadata, stored)))
    for number, symbol in enumerate(metadata.symbology.symbols):
        _style(document, f"style{number}", symbol)
    _folder(document, table, metadata)
    indent(root)
    return ElementTree(root)


def _style(document: Element, name: str, symbol: Symbol) -> None:
    path = symbol.path
    line = str(path.get("color", INK))
    fill = str(path.get("fillColor", line))
    style = SubElement(document, "Style", {"id": name})
    icon = SubElement(style, "IconStyle")
    _text(icon, "color", _abgr(line, 1))
    _text(icon, "scale", "0.8")
    stroke = SubElement(style, "LineStyle")
    _text(stroke, "color", _abgr(line, 1))
    _text(stroke, "width", str(path.get("weight", 1)))
    _text(SubElement(style, "PolyStyle"), "color", _abgr(fill, float(path.get("fillOpacity", 0.2))))


def _abgr(colour: str, opacity: float) -> str:
    """#rrggbb as KML writes it: opacity first, blue before red."""
    return f"{round(255 * opacity):02x}{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()


def _folder(document: Element, table: gpd.GeoDataFrame, metadata: LayerMetadata) -> None:
    """All features in the plan's order, in one folder: GIS programs make a layer of each."""
    folder = SubElement(document, "Folder")
    _text(folder, "name", metadata.title.of(metadata.lang))
    styles: dict[Any, int] = {}
    for number, symbol in enumerate(metadata.symbology.symbols):
        styles |= dict.fromkeys(table.index[rows_of_symbol(table, symbol)], number)
    rows = table.drop(columns=table.geometry.name).to_dict("records")
    for place, row, shape in zip(table.index, rows, table.geometry, strict=True):
        values = {column: value for column, content in row.items() if (value := json_value(content)) is not None}
        placemark = SubElement(folder, "Placemark")
        named = metadata.symbology.label or metadata.symbology.number or ""
        _text(placemark, "name", str(values.get(named, place)))
        lines = "<br>".join(
            f"{_balloon(title(column).of(metadata.lang))}：{_balloon(str(value))}" for column, value in values.items()
        )
        _text(placemark, "description", lines)
        if shape is not None:
            _text(placemark, "styleUrl", f"#style{styles[place]}")
        data = SubElement(placemark, "ExtendedData")
        for column, value in values.items():
            cell = SubElement(data, "Data", {"name": allowed(column)})
            _text(cell, "displayName", html.escape(title(column).of(metadata.lang)))
            _text(cell, "value", str(value))
        if shape is not None:
            _geometry(placemark, shapely.orient_polygons(shape))


def _geometry(parent: Element, shape: Any) -> None:
    if hasattr(shape, "geoms"):
        many = SubElement(parent, "MultiGeometry")
        for part in shape.geoms:
            _geometry(many, part)
    elif shape.geom_type == "Polygon":
        polygon = SubElement(parent, "Polygon")
        for ring, place in (
            (shape.exterior, "outerBoundaryIs"),
            *((hole, "innerBoundaryIs") for hole in shape.interiors),
        ):
            _coordinates(SubElement(SubElement(polygon, place), "LinearRing"), ring.coords)
    else:
        _coordinates(SubElement(parent, {"Point": "Point"}.get(shape.geom_type, "LineString")), shape.coords)


def _coordinates(parent: Element, coordinates: Iterable[tuple[float, ...]]) -> None:
    _text(parent, "coordinates", " ".join(f"{point[0]:.{DECIMALS}f},{point[1]:.{DECIMALS}f}" for point in coordinates))


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = allowed(text)


def _balloon(text: str) -> str:
    """Text in a balloon, which is HTML, and where Google Earth puts the value of a column in the place of `$[column]`."""
    return html.escape(text).replace("$[", "$&#91;")
