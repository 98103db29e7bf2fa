"""Styles for QGIS (QML), for map servers (SLD), and a QGIS project: one set of facts, put into templates.

The facts of a layer are `Look` (colours, dashes, sizes: the layer's own `style`), `labels.py` (names of columns
and codes) and `About`; what stands here only turns pixels into millimetres and colours into QGIS's notation.
"""

from __future__ import annotations

import uuid
from typing import Any

import geopandas as gpd
import jinja2
import pyproj

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.core.palette import INK
from yzgeo.export.flat_tables import title
from yzgeo.export.metadata import About, description
from yzgeo.export.symbology import Look, Symbol
from yzgeo.spatial.crs import belt

MM_PER_PX = 25.4 / 96
"""A CSS pixel is a 96th of an inch."""
FONTS = ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif")
"""The typefaces of the page; the first that is there is used."""
PRINT_FONT = "Noto Sans CJK SC"
PAPER = "#fffdf8"
MAP_MM = (300.0, 254.0)
"""The map on the printed sheet (A3, landscape)."""
MARGIN = 1.06
"""Room around the data on the printed map."""
LEGEND_MM = 222.0
"""Room for the legend between the head of the sheet and the note on sources."""
LEGEND_HEAD_MM, LEGEND_LAYER_MM, LEGEND_SYMBOL_MM = 9.0, 10.0, 5.8
"""What heading, layer and symbol take of it at full size."""
KINDS = {"Polygon": "fill", "MultiPolygon": "fill", "LineString": "line", "MultiLineString": "line"}
GEOMETRIES = {"fill": "Polygon", "line": "Line", "marker": "Point"}
AROUND_POINT, HORIZONTAL = 6, 4
"""QGIS's numbers for label placement: at fixed places round a point, and lying in a polygon."""
LAYOUT = Text("A3 横幅", "A3 landscape")
LEGEND = Text("图例", "Legend")
KM = Text("公里", "km")


def qml(said: About, frame: gpd.GeoDataFrame) -> str:
    """The style as QGIS reads it: symbols, labels, aliases of columns and words for codes."""
    return _rendered("style.qml", layer=_facts(said, frame))


def sld(said: About, frame: gpd.GeoDataFrame) -> str:
    """The style as Styled Layer Descriptor 1.1.0, for GeoServer, MapServer and others."""
    return _rendered("layer.sld", layer=_facts(said, frame))


def metadata(said: About, frame: gpd.GeoDataFrame) -> str:
    """Title, abstract, rights and CRS of a layer as QGIS reads them."""
    return _rendered("metadata.qmd", layer=_facts(said, frame))


def project(layers: list[tuple[About, gpd.GeoDataFrame]]) -> str:
    """A project over `plan.gpkg` beside it: the layers from the lowest to the highest, and a sheet to print."""
    said = layers[-1][0]
    every = [frame.geometry for _, frame in layers]
    crs = belt(every[0])
    return _rendered(
        "project.qgs",
        layers=[_facts(about, frame) for about, frame in layers],
        project_crs=_crs(crs),
        extent=_extent(every, crs),
        map_size=MAP_MM,
        side_x=MAP_MM[0] + 20,
        legend=_legend([about.look for about, _ in layers]),
        title=said.plan.of(said.lang),
        identifier=said.plan.zh,
        abstract=description(said._replace(title=Text("全部", "all")), every[0].crs),
        authority=said.authority.of(said.lang),
        date=said.date.isoformat(),
        language=said.lang,
        key=_key,
        words={
            "layout": LAYOUT.of(said.lang),
            "legend": LEGEND.of(said.lang),
            "km": KM.of(said.lang),
            "subtitle": f"{said.authority.of(said.lang)} · {said.issued} · {said.outlines.of(said.lang)}",
        },
    )


def _legend(looks: list[Look]) -> dict[str, str]:
    """Sizes of the legend, in millimetres and points, so small that it ends above what stands below it."""
    symbols = sum(len(look.symbols) for look in looks)
    wanted = LEGEND_HEAD_MM + LEGEND_LAYER_MM * len(looks) + LEGEND_SYMBOL_MM * symbols
    shrunk = min(1.0, LEGEND_MM / wanted)
    full = {"symbol": 4.0, "heading": 11.0, "text": 9.0, "apart": 3.0, "between": 1.6}
    largest = 0.0 if shrunk == 1 else 4 * shrunk  # 0 is QGIS's word for no limit
    sizes = {name: size * shrunk for name, size in full.items()} | {"largest": largest, "room": LEGEND_MM}
    return {name: f"{size:.3g}" for name, size in sizes.items()}


def fields(frame: gpd.GeoDataFrame, said: About) -> list[dict[str, Any]]:
    """Columns of a flat table: name, title, and the words for its codes where it holds nothing but codes."""
    return [
        {"name": name, "title": title(name).of(said.lang), "words": _words(frame, name, said)}
        for name in frame.columns.drop(frame.geometry.name)
    ]


def _words(frame: gpd.GeoDataFrame, name: str, said: About) -> list[tuple[str, str]]:
    held = {value for value in frame[name].dropna() if isinstance(value, str)} if frame[name].dtype == "str" else set()
    return (
        [(code, labels.VALUES[code].of(said.lang)) for code in sorted(held)]
        if held and held <= set(labels.VALUES)
        else []
    )


def _rendered(template: str, **facts: Any) -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("yzgeo.export", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals |= {"fonts": FONTS, "font": PRINT_FONT, "ink": INK, "paper": PAPER}
    return environment.get_template(template).render(**facts)


def _facts(said: About, frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """What the templates say of one layer."""
    shapes = frame.geometry.dropna()
    kind = KINDS.get(shapes.geom_type.iloc[0], "marker") if len(shapes) else "marker"
    zones = kind == "fill"
    return {
        "name": said.layer,
        "id": f"yzgeo_{said.layer}_plan",  # QGIS gives a new id to a layer whose own has ten characters or fewer
        "title": said.title.of(said.lang),
        "abstract": description(said, frame.crs),
        "outlines": said.outlines.of(said.lang),
        "language": said.lang,
        "kind": kind,
        "geometry": GEOMETRIES[kind],
        "crs": _crs(frame.crs),
        "key": _key(said.layer),
        "symbols": [_drawn(said, symbol, number) for number, symbol in enumerate(said.look.symbols)],
        "size": said.look.size,
        "label": said.look.label,
        "label_points": 9 if zones else 7,
        "label_px": 12 if zones else 9.5,
        "label_weight": 63 if zones else 50,
        "label_wrap": 12,
        "label_priority": 9 if zones else 3,
        "label_placement": HORIZONTAL if zones else AROUND_POINT,
        "fields": [{"name": "fid", "title": "fid", "words": []}, *fields(frame, said)],
    }


def _drawn(said: About, symbol: Symbol, number: int) -> dict[str, Any]:
    path = symbol.path
    line, fill = str(path.get("color", INK)), str(path.get("fillColor", path.get("color", INK)))
    opacity = float(path.get("fillOpacity", 0.2)) if path.get("fill", True) else 0.0
    dash = [float(length) for length in str(path.get("dashArray", "")).split()]
    radius = float(path.get("radius", 4))
    width = float(path.get("weight", 1))
    return {
        "key": _key(f"{said.layer}-{number}"),
        "title": symbol.title.of(said.lang),
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
        "size_expression": _size(said.look),
    }


def _size(look: Look) -> str:
    if look.size is None:
        return ""
    column, smallest, per_root = look.size
    return f'{MM_PER_PX * 2:.4f} * ({smallest} + {per_root} * sqrt(coalesce("{column}", 0)))'


def _filter(symbol: Symbol) -> str:
    """The condition in QGIS's expressions; quotes in values are doubled, as in SQL."""
    tests = []
    for column, value in symbol.where.items():
        quoted = None if value is None else str(value).replace("\\", "\\\\").replace("'", "''")
        tests.append(f'"{column}" IS NULL' if quoted is None else f"\"{column}\" = '{quoted}'")
    return " AND ".join(tests)


def _rgba(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * opacity)}"


def _mm(px: float) -> str:
    return f"{px * MM_PER_PX:.3f}"


def _key(name: str) -> str:
    """An id as QGIS makes them, but the same each time."""
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


def _extent(every: list[gpd.GeoSeries], crs: pyproj.CRS) -> list[str]:
    """The bounds of all layers, widened to the shape of the printed map."""
    bounds = [shapes.dropna().to_crs(crs).total_bounds for shapes in every if shapes.notna().any()]
    west, south = min(each[0] for each in bounds), min(each[1] for each in bounds)
    east, north = max(each[2] for each in bounds), max(each[3] for each in bounds)
    across, up = MAP_MM
    scale = MARGIN * max((east - west) / across, (north - south) / up)
    x, y = (west + east) / 2, (south + north) / 2
    return [
        f"{value:.1f}"
        for value in (x - scale * across / 2, y - scale * up / 2, x + scale * across / 2, y + scale * up / 2)
    ]
