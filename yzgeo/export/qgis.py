"""Styles for QGIS (QML), for map servers (SLD), and a QGIS project: one set of facts in templates.

The facts of a layer are its `Symbology` (colours, dashes, sizes: the layer's own `style`), `labels.py` (names of
columns and codes) and its `LayerMetadata`; this module only converts pixels to millimetres and colours to QGIS's
notation.
"""

from __future__ import annotations

import uuid
from typing import Any

import geopandas as gpd
import jinja2
import pyproj
from markupsafe import Markup

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.core.palette import INK
from yzgeo.core.xml_text import escaped
from yzgeo.export import qgis_text
from yzgeo.export.flat_tables import title
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.export.symbology import Symbol, Symbology
from yzgeo.spatial.crs import belt

MM_PER_PX = 25.4 / 96
"""A CSS pixel is a 96th of an inch."""
FONTS = ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif")
"""The typefaces of the page; the first installed one is used."""
PRINT_FONT = "Noto Sans CJK SC"
PAPER = "#fffdf8"
MAP_MM = (300.0, 254.0)
"""The map on the printed sheet (A3, landscape)."""
MARGIN = 1.06
"""Room around the data on the printed map."""
LEGEND_MM = 222.0
"""Room for the legend between the head of the sheet and the note on sources."""
LEGEND_HEAD_MM, LEGEND_LAYER_MM, LEGEND_SYMBOL_MM = 9.0, 10.0, 5.8
"""Height of a heading, a layer and a symbol in the legend at full size."""
KINDS = {"Polygon": "fill", "MultiPolygon": "fill", "LineString": "line", "MultiLineString": "line"}
GEOMETRIES = {"fill": "Polygon", "line": "Line", "marker": "Point"}
AROUND_POINT, HORIZONTAL, CURVED = 6, 4, 3
"""QGIS's numbers for label placement: at fixed places round a point, lying in a polygon, and along a line."""
LAYOUT = Text("A3 横幅", "A3 landscape")
LEGEND = Text("图例", "Legend")
KM = Text("公里", "km")


def qml(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> str:
    """The style for QGIS (QML): symbols, labels, aliases of columns and words for codes."""
    return _render("style.qml", layer=_facts(metadata, frame))


def sld(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> str:
    """The style as Styled Layer Descriptor 1.1.0, for GeoServer, MapServer and others."""
    return _render("layer.sld", layer=_facts(metadata, frame))


def qmd(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> str:
    """The metadata of a layer for QGIS (QMD): title, abstract, rights and CRS."""
    return _render("metadata.qmd", layer=_facts(metadata, frame))


def project(layers: list[tuple[LayerMetadata, gpd.GeoDataFrame]]) -> str:
    """A project over `plan.gpkg` beside it: the layers from the lowest to the highest, and a sheet to print."""
    metadata = layers[-1][0]
    geometries = [frame.geometry for of_layer, frame in layers if not of_layer.is_ground] or [layers[0][1].geometry]
    crs = belt(geometries[0])
    whole = metadata._replace(title=Text("全部", "all"), is_ground=False)
    told = [of_layer for of_layer, _ in reversed(layers) if of_layer.is_ground]
    everything = dict.fromkeys([*whole.sources, *(words for of_layer in told for words in of_layer.sources)])
    about = description(whole._replace(sources=tuple(everything)), geometries[0].crs)
    due = dict.fromkeys([*whole.attributions, *(words for of_layer in told for words in of_layer.attributions)])
    on_sheet = description(whole._replace(sources=tuple(due)) if told else whole, geometries[0].crs)  # no room for all
    return _render(
        "project.qgs",
        layers=[_facts(metadata_of_layer, frame) for metadata_of_layer, frame in layers],
        project_crs=_crs(crs),
        extent=_extent(geometries, crs),
        map_size=MAP_MM,
        side_x=MAP_MM[0] + 20,
        legend=_legend([metadata_of_layer.symbology for metadata_of_layer, _ in layers]),
        title=metadata.plan.of(metadata.lang),
        identifier=metadata.plan.zh,
        abstract=qgis_text.abstract(about),
        source=qgis_text.label(on_sheet),
        heading=qgis_text.label(metadata.plan.of(metadata.lang)),
        authority=metadata.authority.of(metadata.lang),
        date=metadata.date.isoformat(),
        language=metadata.lang,
        key=_key,
        words={
            "layout": LAYOUT.of(metadata.lang),
            "legend": LEGEND.of(metadata.lang),
            "km": KM.of(metadata.lang),
            "subtitle": qgis_text.label(
                f"{metadata.authority.of(metadata.lang)} · {metadata.issued} · {metadata.outlines.of(metadata.lang)}"
            ),
        },
    )


def _legend(symbologies: list[Symbology]) -> dict[str, str]:
    """Sizes of the legend, in millimetres and points, shrunk to fit above the note on sources."""
    symbols = sum(len(symbology.symbols) for symbology in symbologies)
    full_height_mm = LEGEND_HEAD_MM + LEGEND_LAYER_MM * len(symbologies) + LEGEND_SYMBOL_MM * symbols
    shrunk = min(1.0, LEGEND_MM / full_height_mm)
    full = {"symbol": 4.0, "heading": 11.0, "text": 9.0, "apart": 3.0, "between": 1.6}
    largest = 0.0 if shrunk == 1 else 4 * shrunk  # 0 means no limit in QGIS
    sizes = {name: size * shrunk for name, size in full.items()} | {"largest": largest, "room": LEGEND_MM}
    return {name: f"{size:.3g}" for name, size in sizes.items()}


def fields(frame: gpd.GeoDataFrame, metadata: LayerMetadata) -> list[dict[str, Any]]:
    """Columns of a flat table: name, title, and words for codes where all cells are codes."""
    return [
        {"name": name, "title": title(name).of(metadata.lang), "words": _words(frame, name, metadata)}
        for name in frame.columns.drop(frame.geometry.name)
    ]


def _words(frame: gpd.GeoDataFrame, name: str, metadata: LayerMetadata) -> list[tuple[str, str]]:
    held = {value for value in frame[name].dropna() if isinstance(value, str)} if frame[name].dtype == "str" else set()
    return (
        [(code, labels.VALUES[code].of(metadata.lang)) for code in sorted(held)]
        if held and held <= set(labels.VALUES)
        else []
    )


def _render(template: str, **facts: Any) -> str:
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


def _facts(metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """The facts of one layer for the templates."""
    shapes = frame.geometry.dropna()
    kind = KINDS.get(shapes.geom_type.iloc[0], "marker") if len(shapes) else "marker"
    zones = kind == "fill"
    return {
        "name": metadata.layer,
        "id": f"yzgeo_{metadata.layer}_plan",  # QGIS gives a new id to a layer whose own has ten characters or fewer
        "title": metadata.title.of(metadata.lang),
        "abstract": description(metadata, frame.crs),
        "abstract_html": qgis_text.abstract(description(metadata, frame.crs)),
        "outlines": metadata.outlines.of(metadata.lang),
        "language": metadata.lang,
        "kind": kind,
        "geometry": GEOMETRIES[kind],
        "crs": _crs(frame.crs),
        "key": _key(metadata.layer),
        "symbols": [
            _symbol_facts(metadata, symbol, number) for number, symbol in enumerate(metadata.symbology.symbols)
        ],
        "size": metadata.symbology.size,
        "label": metadata.symbology.label,
        "map_tip": qgis_text.map_tip(metadata.symbology.label) if metadata.symbology.label else "",
        "label_points": 9 if zones and not metadata.is_ground else 7,
        "label_px": 12 if zones and not metadata.is_ground else 9.5,
        "label_weight": 63 if zones and not metadata.is_ground else 50,
        "label_wrap": 12,
        "label_priority": 1 if metadata.is_ground else 9 if zones else 3,
        "label_placement": CURVED if kind == "line" else HORIZONTAL if zones else AROUND_POINT,
        "read_only": int(metadata.is_ground),
        "fields": [{"name": "fid", "title": "fid", "words": []}, *fields(frame, metadata)],
    }


def _symbol_facts(metadata: LayerMetadata, symbol: Symbol, number: int) -> dict[str, Any]:
    path = symbol.path
    line, fill = str(path.get("color", INK)), str(path.get("fillColor", path.get("color", INK)))
    opacity = float(path.get("fillOpacity", 0.2)) if path.get("fill", True) else 0.0
    dash = [float(length) for length in str(path.get("dashArray", "")).split()]
    radius = float(path.get("radius", 4))
    width = float(path.get("weight", 1))
    return {
        "key": _key(f"{metadata.layer}-{number}"),
        "legend": qgis_text.label(symbol.title.of(metadata.lang)),
        "title": qgis_text.title(symbol.title.of(metadata.lang)),
        "where": symbol.where,
        "filter": _filter(symbol),
        "line": _rgba(line, 1),
        "fill": _rgba(fill, opacity),
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


def _rgba(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * opacity)}"


def _mm(px: float) -> str:
    return f"{px * MM_PER_PX:.3f}"


def _key(name: str) -> str:
    """An id like those of QGIS, but deterministic."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'yzgeo/{name}')}}}"


def _crs(crs: pyproj.CRS) -> dict[str, Any]:
    code = crs.to_epsg()
    return {
        "wkt": crs.to_wkt(),
        "proj4": "",
        "srid": code or 0,
        "authid": f"EPSG:{code}" if code else "",
        "name": crs.name,
        "geographic": crs.is_geographic,
    }


def _extent(geometries: list[gpd.GeoSeries], crs: pyproj.CRS) -> list[str]:
    """The bounds of all layers, widened to the shape of the printed map."""
    bounds = [shapes.dropna().to_crs(crs).total_bounds for shapes in geometries if shapes.notna().any()]
    west, south = min(each[0] for each in bounds), min(each[1] for each in bounds)
    east, north = max(each[2] for each in bounds), max(each[3] for each in bounds)
    across, up = MAP_MM
    scale = MARGIN * max((east - west) / across, (north - south) / up)
    x, y = (west + east) / 2, (south + north) / 2
    return [
        f"{value:.1f}"
        for value in (x - scale * across / 2, y - scale * up / 2, x + scale * across / 2, y + scale * up / 2)
    ]
