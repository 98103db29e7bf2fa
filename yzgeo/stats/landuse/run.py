"""Measure a survey, and an earlier one, in zones and district, and put the result together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pyogrio
import pyproj
import shapely

from yzgeo.assignment.parcel_source import ParcelFile, open_parcels
from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.readers.geopackage_snapshot import snapshot
from yzgeo.spatial.crs import CGCS2000, equal_area
from yzgeo.spatial.overlay.prepared_zones import prepare, shared_by_zones
from yzgeo.spatial.polygon_repair import polygonal
from yzgeo.spatial.zone_tree import in_tree_order, innermost, with_inner
from yzgeo.stats.landuse import changes, survey
from yzgeo.stats.landuse.accounts import DISTRICT, UNION, ZONES, account
from yzgeo.stats.landuse.result import Result, Zone, zones_of
from yzgeo.stats.landuse.survey import Basis, Layer, Survey

DATABASES = (".gdb", ".gpkg")
LAYERS = ("DLTB", "地类图斑")
"""What the layer of polygons is called in a database of the third land survey (TD/T 1057)."""
Progress = Callable[[int], AbstractContextManager[Callable[[int], None]]]
"""Given a number of polygons, a context whose value is called with the number of polygons done."""


class Areas(NamedTuple):
    """Where land is counted.

    - `title`: of the plan, or the name of the file
    - `zones`: all of them, in their order
    - `names`, `shapes`, `crs`: the outlines of the zones' own land; shapes of one name are one zone
    - `district`: its outline in EPSG:4490, empty where there is none
    - `schematic`: whether an outline is schematic
    """

    title: Text
    zones: list[Zone]
    names: list[Any]
    shapes: np.ndarray
    crs: pyproj.CRS
    district: gpd.GeoSeries
    schematic: bool

    def near(self) -> gpd.GeoSeries:
        """The outlines in EPSG:4490, near which a survey is likely to lie."""
        return gpd.GeoSeries(self.shapes, crs=self.crs).to_crs(CGCS2000)


def areas_of(plan: Plan) -> Areas:
    """The zones and the district of a plan."""
    own = innermost(plan.zones)
    return Areas(
        Text(plan.title("zh"), plan.title("en")),
        zones_of(in_tree_order(plan.zones), with_inner(plan.zones)),
        own["zone_id"].tolist(),
        own.geometry.to_numpy(),
        own.crs,
        plan.district.geometry.dropna(),
        bool((own["outline_basis"] == "schematic").any()),
    )


class Source(NamedTuple):
    """A survey's file and how to read it, as `open_parcels` and `survey.read` take it."""

    file: Path
    mapping: Mapping[str, str]
    layer: str | None = None
    crs: str | None = None
    datum: str | None = None
    codes: str | None = None


class Opened(NamedTuple):
    """A survey that was opened: its source, its polygons, and the file's columns by ours."""

    source: Source
    polygons: ParcelFile
    columns: dict[str, str]


def open_survey(source: Source, areas: Areas) -> Opened:
    """Open the file of a survey.

    Raises
    ------
    InputError
        When it cannot be read, or has no column of codes.
    """
    choose, columns = survey.choose(source.file, source.mapping)
    layer = source.layer or survey_layer(source.file)
    polygons = open_parcels(
        source.file, layer=layer, crs=source.crs, datum=source.datum, near=areas.near, choose=choose
    )
    return Opened(source, polygons, columns)


def survey_layer(file: Path) -> str | None:
    """The layer of polygons among those of a database of a survey, by the name that the standard gives it; else None."""
    if file.suffix.lower() not in DATABASES or not file.exists():
        return None
    with refuse_unreadable(file), ExitStack() as opening:
        path = opening.enter_context(snapshot(file)) if file.is_file() else file
        names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    fitting = [name for name in names if name.upper() in LAYERS]
    return fitting[0] if len(fitting) == 1 else None


def landuse(
    opened: Opened,
    areas: Areas,
    progress: Progress,
    *,
    earlier: Opened | None = None,
    basis: Basis | None = None,
    system: str | None = None,
    level: int = 2,
) -> Result:
    """The accounts of a survey and, with an earlier one, what became what.

    Parameters
    ----------
    opened, earlier
        From `open_survey`.
    areas
        Zones and district.
    progress
        Of reading each survey, and of comparing them.
    basis
        Which area counts, `registered` or `drawn`; without it the registered one where a survey has one.
    system, level
        In which classes are told; without a system that of the survey.

    Raises
    ------
    InputError
        When a survey cannot be read or measured.
    """
    areas = _areal(areas)
    crs = equal_area(areas.near())
    outlines = _outlines(areas, opened.polygons.crs, crs)
    later = _measured(opened, areas, crs, progress, basis)
    accounts = account(later, outlines, outlines["zone_id"].tolist())
    remarks = _indicative(areas)
    result = Result(
        areas.title,
        later,
        accounts,
        areas.zones,
        outlines,
        system or later.system,
        level,
        [*remarks, *_named(later, opened, earlier is not None)],
        areas.schematic,
    )
    if earlier is None:
        return result
    before = _measured(earlier, areas, crs, progress, basis)
    earlier_outlines = _outlines(areas, earlier.polygons.crs, crs)
    earlier_accounts = account(before, earlier_outlines, earlier_outlines["zone_id"].tolist())
    twice = earlier_accounts.overlap, accounts.overlap
    with progress(len(before.drawn_m2)) as done:
        moved = changes.compare(before, later, twice, outlines, result.system, done)
    return result._replace(
        earlier=before,
        earlier_accounts=earlier_accounts,
        changes=moved,
        remarks=[*result.remarks, *_named(before, earlier, named=True)],
    )


def _named(measured: Survey, opened: Opened, named: bool) -> list[Text]:
    """The remarks on a survey, with its name where there are two."""
    told = [*opened.polygons.crs_notes, *measured.remarks]
    name = measured.file
    return [Text(f"{name}：{text.zh}", f"{name}: {text.en}") if named else text for text in told]


def _areal(areas: Areas) -> Areas:
    """The same without zones that are no area, since no land lies in them.

    Raises
    ------
    InputError
        When none is left.
    """
    shapes = polygonal(areas.shapes)
    there = np.flatnonzero(shapely.area(shapes) > 0)
    if not len(there):
        raise InputError(
            Text("片区没有范围", "the zones have no outlines"), Text("补上范围，或换用面图层", "add outlines of areas")
        )
    return areas._replace(names=[areas.names[place] for place in there], shapes=shapes[there])


def _indicative(areas: Areas) -> list[Text]:
    if not areas.schematic:
        return []
    return [
        Text(
            "片区为示意范围：各片区的数字只供参考，合计不受影响",
            "the outlines of zones are schematic: figures by zone are indicative, totals are not affected",
        )
    ]


def _measured(opened: Opened, areas: Areas, crs: pyproj.CRS, progress: Progress, basis: Basis | None) -> Survey:
    """Read a survey, and lay it over zones and district."""
    polygons = opened.polygons
    zones = prepare(areas.names, areas.shapes, areas.crs, polygons.crs, polygons.rows)
    layers = [Layer(ZONES, zones)]
    if shared_by_zones(zones):
        together = np.full(len(areas.names), "all", dtype=object).tolist()
        layers.append(Layer(UNION, prepare(together, areas.shapes, areas.crs, polygons.crs, polygons.rows)))
    if not areas.district.empty:
        outline = areas.district.to_numpy()
        layers.append(Layer(DISTRICT, prepare(["district"] * len(outline), outline, areas.district.crs, polygons.crs)))
    with progress(polygons.rows) as done:
        try:
            return survey.read(
                opened.source.file,
                polygons,
                opened.columns,
                layers,
                crs,
                basis,
                opened.source.codes,
                done,
            )
        except InputError as error:
            if error.file is not None:
                raise
            raise error.at(file=str(opened.source.file)) from error  # a row is one of this file


def _outlines(areas: Areas, survey_crs: pyproj.CRS, crs: pyproj.CRS) -> gpd.GeoDataFrame:
    """`zone_id` and outline in the projection: of edges straight in the survey's CRS, as its own are, one row a zone."""
    there = gpd.GeoSeries(polygonal(areas.shapes), crs=areas.crs).to_crs(survey_crs)
    shapes = polygonal(there.to_crs(crs).to_numpy())
    names: dict[Any, list[Any]] = {}
    for name, shape in zip(areas.names, shapes, strict=True):
        names.setdefault(name, []).append(shape)
    merged = [shapely.union_all(parts) for parts in names.values()]
    return gpd.GeoDataFrame({"zone_id": list(names)}, geometry=merged, crs=crs)
