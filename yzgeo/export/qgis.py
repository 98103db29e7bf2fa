"""Styles for QGIS (QML) and for map servers (SLD): one set of facts in templates; `qgis_project` takes them further.

The facts of a layer are its `Symbology` (colours, dashes, sizes: the layer's own `style`), `labels.py` (names of
columns and codes) and its `LayerMetadata`; this module only converts pixels to millimetres and colours to QGIS's
notation.
"""

from __future__ import annotations

import uuid
from typing import Any

import geopandas as gpd
import jinja2
import pandas as pd
import pyproj
from markupsafe import Markup

from yzgeo.core import labels
from yzgeo.core.i18n import Lang
from yzgeo.core.palette import INK
from yzgeo.core.xml_text import escaped
from yzgeo.export import qgis_text
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.export.symbology import Symbol, Symbology
from yzgeo.export.table import column_title

MM_PER_PX = 25.4 / 96
"""A CSS pixel is a 96th of an inch."""
FONTS = ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif")
"""The typefaces of the page; the first installed one is used."""
PRINT_FONT = "Noto Sans CJK SC"
PAPER = "#fffdf8"
KINDS = {"Polygon": "fill", "MultiPolygon": "fill", "LineString": "line", "MultiLineString": "line"}
GEOMETRIES = {"fill": "Polygon", "line": "Line", "marker": "Point"}
FID: dict[str, Any] = {"name": "fid", "title": "fid", "words": []}
"""The number that GeoPackage gives to each row."""
INSIDE, IN_OR_BESIDE = 2, 3
"""QGIS's numbers for where the label of a polygon may lie."""
CENTRED, ALONG_PLACEMENT = 1, 3
"""QGIS's numbers for how the lines of a label stand under one another."""
SOFT_EDGE, SOFT_MIDDLE = 0.06, 0.5
"""Opacity of a schematic outline at its border, which nobody knows, and in its middle."""
AROUND_POINT, HORIZONTAL, CURVED = 6, 4, 3
"""QGIS's numbers for label placement: at fixed places round a point, lying in a polygon, and along a line."""


def qml(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> str:
    """The style for QGIS (QML): symbols, labels, aliases of columns and words for codes."""
    return render("style.qml", layer=facts(metadata, frame))


def sld(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> str:
    """The style as Styled Layer Descriptor 1.1.0, for GeoServer, MapServer and others."""
    return render("layer.sld", layer=facts(metadata, frame))


def qmd(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> str:
    """The metadata of a layer for QGIS (QMD): title, abstract, rights and CRS."""
    return render("metadata.qmd", layer=facts(metadata, frame))


def fields(table: str, rows: pd.DataFrame, lang: Lang) -> list[dict[str, Any]]:
    """Columns of a flat table but its geometry: name, title, and words for codes where all cells are codes."""
    columns = rows.columns.drop(rows.geometry.name) if isinstance(rows, gpd.GeoDataFrame) else rows.columns
    return [
        {"name": str(name), "title": column_title(table, str(name)).of(lang), "words": words(rows[name], lang)}
        for name in columns
    ]


def words(cells: pd.Series, lang: Lang) -> list[tuple[str, str]]:
    """The codes that a column holds with their words, in the order of the codes; none unless all are codes.

    >>> words(pd.Series(["planned", None, "under_construction"], dtype="str"), "en")
    [('planned', 'planned'), ('under_construction', 'under construction')]
    """
    held = {cell for cell in cells.dropna() if isinstance(cell, str)} if cells.dtype == "str" else set()
    if not held or not held <= set(labels.VALUES):
        return []
    return [(code, labels.VALUES[code].of(lang)) for code in sorted(held)]


def render(template: str, **facts: Any) -> str:
    """A template of `export/templates` filled in; all text becomes XML that shows it as it stands."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("yzgeo.export", "templates"),
        autoescape=True,
        finalize=_finalized,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals |= {"fonts": FONTS, "font": PRINT_FONT, "ink": INK, "paper": PAPER}
    return environment.get_template(template).render(**facts)


def _finalized(value: Any) -> Markup:
    """Text of the templates as XML; what a macro gives is XML already."""
    return value if isinstance(value, Markup) else Markup(escaped(str(value)))  # noqa: S704  (escaped)


def facts(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """The facts of one layer for the templates."""
    shapes = frame.geometry.dropna()
    kind = KINDS.get(shapes.geom_type.iloc[0], "marker") if len(shapes) else "marker"
    zones = kind == "fill"
    return {
        "name": metadata.layer,
        "id": layer_id(metadata.layer),
        "title": metadata.title.of(metadata.lang),
        "abstract": description(metadata, frame.crs),
        "abstract_html": qgis_text.abstract(description(metadata, frame.crs)),
        "outlines": metadata.outlines.of(metadata.lang),
        "language": metadata.lang,
        "kind": kind,
        "geometry": GEOMETRIES[kind],
        "crs": crs_facts(frame.crs),
        "key": key(metadata.layer),
        "symbols": [
            _symbol_facts(metadata, symbol, number) for number, symbol in enumerate(metadata.symbology.symbols)
        ],
        "size": metadata.symbology.size,
        "label": metadata.symbology.label,
        "map_tip": qgis_text.map_tip(metadata.symbology.label) if metadata.symbology.label else "",
        "label_expression": "",
        "label_colour": "",
        "label_shown": "",
        "label_always": 0,
        "label_inside": INSIDE,
        "label_align": CENTRED,
        "offset_by_symbol": False,
        "label_obstacle": int(kind != "fill"),
        "label_points": 9 if zones and not metadata.is_ground else 7,
        "label_px": 12 if zones and not metadata.is_ground else 9.5,
        "label_weight": 63 if zones and not metadata.is_ground else 50,
        "label_wrap": 12,
        "label_priority": 1 if metadata.is_ground else 9 if zones else 3,
        "label_placement": CURVED if kind == "line" else HORIZONTAL if zones else AROUND_POINT,
        "read_only": int(metadata.is_ground),
        "fields": [FID, *fields(metadata.layer, frame, metadata.lang)],
    }


def _symbol_facts(metadata: LayerMetadata, symbol: Symbol, number: int) -> dict[str, Any]:
    path = symbol.path
    line, fill = str(path.get("color", INK)), str(path.get("fillColor", path.get("color", INK)))
    opacity = float(path.get("fillOpacity", 0.2)) if path.get("fill", True) else 0.0
    dash = [float(length) for length in str(path.get("dashArray", "")).split()]
    radius = float(path.get("radius", 4))
    width = float(path.get("weight", 1))
    return {
        "key": key(f"{metadata.layer}-{number}"),
        "legend": qgis_text.label(symbol.title.of(metadata.lang)),
        "title": qgis_text.title(symbol.title.of(metadata.lang)),
        "where": symbol.where,
        "filter": _filter(symbol),
        "shape": "circle",
        "text": "",
        "text_expression": "",
        "soft": opacity > 0 and symbol.where.get("outline_basis") == "schematic",
        "fill_edge": rgba(fill, SOFT_EDGE),
        "fill_middle": rgba(fill, SOFT_MIDDLE),
        "line": rgba(line, 1),
        "fill": rgba(fill, opacity),
        "line_hex": line,
        "fill_hex": fill,
        "fill_opacity": opacity,
        "width_px": width,
        "width_mm": _mm(width),
        "dash_px": " ".join(f"{length:g}" for length in dash),
        "dash_mm": ";".join(_mm(length) for length in dash),
        "size_px": 2 * radius,
        "size_mm": _mm(2 * radius),
        "size_expression": _size(metadata.symbology),
    }


def _size(symbology: Symbology) -> str:
    if symbology.size is None:
        return ""
    column, smallest, per_root = symbology.size
    return f'{MM_PER_PX * 2:.4f} * ({smallest} + {per_root} * sqrt(coalesce("{column}", 0)))'


def _filter(symbol: Symbol) -> str:
    """The filter of a symbol as a QGIS expression."""
    tests = []
    for column, value in symbol.where.items():
        tests.append(f'"{column}" IS NULL' if value is None else f'"{column}" = {qgis_text.literal(str(value))}')
    return " AND ".join(tests)


def rgba(colour: str, opacity: float) -> str:
    """A colour as QGIS writes it.

    >>> rgba("#1D2B33", 0.5)
    '29,43,51,128'
    """
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * opacity)}"


def _mm(px: float) -> str:
    return f"{px * MM_PER_PX:.3f}"


def layer_id(name: str) -> str:
    """The id of a layer: QGIS gives a new one to a layer whose own has ten characters or fewer.

    >>> print(layer_id("zones"))
    yzgeo_zones_plan
    """
    return f"yzgeo_{name}_plan"


def key(name: str) -> str:
    """An id like those of QGIS, but deterministic."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'yzgeo/{name}')}}}"


def crs_facts(crs: pyproj.CRS) -> dict[str, Any]:
    """The facts of a CRS for the templates."""
    code = crs.to_epsg()
    return {
        "wkt": crs.to_wkt(),
        "proj4": "",
        "srid": code or 0,
        "authid": f"EPSG:{code}" if code else "",
        "name": crs.name,
        "geographic": crs.is_geographic,
    }
