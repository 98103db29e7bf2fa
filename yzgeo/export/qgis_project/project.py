"""The project file: layers in groups, tables, relations, forms, themes, bookmarks and sheets, over `plan.gpkg` beside it.

All layers are read-only: QGIS then opens the GeoPackage without changing it, and its checksum stays that of the manifest.
"""

from __future__ import annotations

import math
from typing import Any

import geopandas as gpd
import pyproj

from yzgeo.core.i18n import Lang, Text
from yzgeo.core.palette import goes_by_kind
from yzgeo.export import qgis, qgis_text
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.export.qgis_project import marks
from yzgeo.export.qgis_project.bookmarks import bookmarks
from yzgeo.export.qgis_project.display import display
from yzgeo.export.qgis_project.forms import form
from yzgeo.export.qgis_project.relations import LINKS, Member, Relation, relations
from yzgeo.export.qgis_project.sheets import MAP_MM, WORDS, north_arrow, sheets
from yzgeo.export.qgis_project.tips import tip
from yzgeo.export.qgis_project.views import View, shows, views
from yzgeo.export.table import Table
from yzgeo.spatial.crs import belt

MARGIN = 1.06
"""Room around the data on the printed map."""
GROUPS = {
    "plan": Text("规划", "The plan"),
    "limits": Text("管控", "Limits"),
    "ground": Text("底图", "Ground"),
    "tables": Text("表", "Tables"),
    "links": Text("对应关系", "Links"),
}
"""Groups of layers and tables, the highest first."""
Layers = list[tuple[LayerMetadata, gpd.GeoDataFrame]]


def project(all_layers: Layers, all_tables: list[Table]) -> str:
    """The project as XML.

    Parameters
    ----------
    all_layers
        The layers of `plan.gpkg` with flat columns, from the lowest to the highest; at least one feature is drawn. A
        layer of which nothing has a place is listed as a table.
    all_tables
        Its tables.
    """
    layers = [(of, frame) for of, frame in all_layers if frame.geometry.notna().any()]
    placeless = [(of, frame) for of, frame in all_layers if frame.geometry.isna().all()]
    tables = [Table(of.layer, of.title, frame.drop(columns=frame.geometry.name)) for of, frame in placeless]
    tables += all_tables
    metadata = layers[-1][0]
    lang = metadata.lang
    geometries = [frame.geometry for of_layer, frame in layers if not of_layer.is_ground] or [layers[0][1].geometry]
    crs = belt(next(shapes for shapes in geometries if shapes.notna().any()))
    members = [Member(of.layer, of.title, frame.drop(columns=frame.geometry.name)) for of, frame in layers]
    members += [Member(*table) for table in tables]
    related = relations(members)
    titles = {member.name: member.title for member in members}
    themes = views({of.layer for of, _ in layers}, {table.name for table in tables})
    zones = next((frame for of, frame in all_layers if of.layer == "zones"), None)
    zone_names = {} if zones is None else _names(zones, lang)
    drawn = [_layer(of, frame, related, titles, zone_names, themes) for of, frame in layers]
    listed = [_table(Member(*table), related, zone_names, lang) for table in tables]
    whole = metadata._replace(title=Text("全部", "all"), is_ground=False)
    told = [of_layer for of_layer, _ in reversed(layers) if of_layer.is_ground]
    everything = dict.fromkeys([*whole.sources, *(words for of_layer in told for words in of_layer.sources)])
    about = description(whole._replace(sources=tuple(everything)), geometries[0].crs)
    due = dict.fromkeys([*whole.attributions, *(words for of_layer in told for words in of_layer.attributions)])
    on_sheet = description(whole._replace(sources=tuple(due)) if told else whole, geometries[0].crs)  # no room for all
    authority = metadata.authority.of(lang)
    return qgis.render(
        "project/project.qgs",
        layers=drawn,
        tables=listed,
        groups=_groups(drawn, listed, lang),
        relations=[_relation(relation, lang) for relation in related],
        themes=[_theme(view, drawn, lang) for view in themes],
        bookmarks=[] if zones is None else bookmarks(zones, crs, lang),
        sheets=sheets(themes, drawn, lang),
        north=north_arrow(),
        project_crs=qgis.crs_facts(crs),
        extent=_extent(geometries, crs),
        map_size=MAP_MM,
        side_x=MAP_MM[0] + 20,
        title=metadata.plan.of(lang),
        identifier=metadata.plan.zh,
        abstract=qgis_text.abstract(about),
        source=qgis_text.label(on_sheet),
        heading=qgis_text.label(metadata.plan.of(lang)),
        authority=authority,
        date=metadata.date.isoformat(),
        language=lang,
        key=qgis.key,
        words={
            **{name: words.of(lang) for name, words in WORDS.items()},
            "subtitle": qgis_text.label(
                " · ".join(filter(None, [authority, metadata.issued, metadata.outlines.of(lang)]))
            ),
        },
    )


def _layer(
    metadata: LayerMetadata,
    frame: gpd.GeoDataFrame,
    related: list[Relation],
    titles: dict[str, Text],
    zone_names: dict[str, str],
    themes: list[View],
) -> dict[str, Any]:
    """The facts of a layer: as its own style has them, its form and tips, and how each theme draws it."""
    name, lang = metadata.layer, metadata.lang
    rows = frame.drop(columns=frame.geometry.name)
    shown = display(name, rows, lang)
    facts = qgis.facts(metadata, frame) | {
        "group": "ground"
        if metadata.is_ground or name == "district"
        else "limits"
        if name == "constraints"
        else "plan",
        "form": form(Member(name, metadata.title, rows), related, zone_names, lang),
        "display": shown,
        "label_expression": shown if lang == "en" and "name_en" in rows else "",
        "label": None if name == "district" else metadata.symbology.label,
        "map_tip": tip(name, rows, shown, lang),
        "source": f"./plan.gpkg|layername={name}",
    }
    if name == "zones" and goes_by_kind(len(frame)):
        facts["symbols"] = marks.by_kind(metadata, facts["symbols"], frame)
    facts["styles"] = {
        view.name: facts | own for view in themes if (own := _drawn_in(view, metadata, frame, set(titles))) is not None
    }
    facts["themes"] = [view.name for view in themes if shows(view, name, is_ground=metadata.is_ground)]
    facts["explained_in"] = [] if metadata.is_ground or name == "district" else facts["themes"]
    return facts


def _drawn_in(view: View, metadata: LayerMetadata, frame: gpd.GeoDataFrame, held: set[str]) -> dict[str, Any] | None:
    """What a theme changes of a layer's own style; None where that serves."""
    name, lang, has_findings = metadata.layer, metadata.lang, "finding_subjects" in held
    if name == "zones":
        return marks.zones(frame, view.name, lang, has_findings=has_findings)
    if name in ("parks", "projects") and view.name == "review" and has_findings:
        return marks.flags(f"{name[:-1]}_id", name, lang)
    if name == "projects":
        return marks.projects(frame, view.name, lang, has_towns="ground-towns" in held)
    if name == "ground-towns" and "projects" in held and "projects" in view.layers:
        return marks.towns(lang)
    return None


def _names(zones: gpd.GeoDataFrame, lang: Lang) -> dict[str, str]:
    """The name of each zone by its id."""
    named = zip(zones["zone_id"], zones["name"], zones["name_en"], strict=True)
    return {zone_id: name_en if lang == "en" and isinstance(name_en, str) else name for zone_id, name, name_en in named}


def _table(member: Member, related: list[Relation], zone_names: dict[str, str], lang: Lang) -> dict[str, Any]:
    return {
        "name": member.name,
        "id": qgis.layer_id(member.name),
        "title": member.title.of(lang),
        "group": "links" if member.name in LINKS else "tables",
        "form": form(member, related, zone_names, lang),
        "display": display(member.name, member.rows, lang),
        "source": f"./plan.gpkg|layername={member.name}",
        "themes": [],
    }


def _groups(layers: list[dict[str, Any]], tables: list[dict[str, Any]], lang: Lang) -> list[dict[str, Any]]:
    members = [*reversed(layers), *tables]
    return [
        {"name": name, "title": title.of(lang), "members": [one for one in members if one["group"] == name]}
        for name, title in GROUPS.items()
        if any(one["group"] == name for one in members)
    ]


def _relation(relation: Relation, lang: Lang) -> dict[str, str]:
    return {
        "id": relation.id,
        "name": relation.name.of(lang),
        "child": qgis.layer_id(relation.child),
        "column": relation.column,
        "parent": qgis.layer_id(relation.parent),
        "key": relation.key,
    }


def _theme(view: View, layers: list[dict[str, Any]], lang: Lang) -> dict[str, Any]:
    shown = [layer for layer in layers if view.name in layer["themes"]]
    return {
        "view": view.name,
        "name": view.title.of(lang),
        "groups": [GROUPS[name].of(lang) for name in GROUPS if any(layer["group"] == name for layer in shown)],
        "layers": [{"id": layer["id"], "style": view.name if view.name in layer["styles"] else ""} for layer in shown],
    }


def _extent(geometries: list[gpd.GeoSeries], crs: pyproj.CRS) -> list[str]:
    """The bounds of all layers, widened to the shape of the printed map."""
    bounds = [shapes.dropna().to_crs(crs).total_bounds for shapes in geometries if shapes.notna().any()]
    west, south = min(each[0] for each in bounds), min(each[1] for each in bounds)
    east, north = max(each[2] for each in bounds), max(each[3] for each in bounds)
    across, up = MAP_MM
    scale = _round_scale(1000 * MARGIN * max((east - west) / across, (north - south) / up)) / 1000
    x, y = (west + east) / 2, (south + north) / 2
    return [
        f"{value:.1f}"
        for value in (x - scale * across / 2, y - scale * up / 2, x + scale * across / 2, y + scale * up / 2)
    ]


def _round_scale(least: float) -> float:
    """The next scale number of at most three digits, so that a sheet can be measured with a ruler.

    >>> _round_scale(148886.3), _round_scale(9101.0)
    (150000.0, 9150.0)
    """
    power = 10.0 ** math.floor(math.log10(least))
    step = power / 20 if power else 1.0
    return math.ceil(least / step) * step
