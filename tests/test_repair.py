"""One answer to how much land a flawed shape is: wherever it is imported, assigned, counted, checked or drawn."""

from __future__ import annotations

import json
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
import toy

import yzgeo
from yzgeo.checks.run import run
from yzgeo.core.units import mu_to_m2
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.public_edition import public_edition
from yzgeo.readers import reading
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.overlay.assign import assign
from yzgeo.spatial.polygon_repair import cut_by_even_odd, polygonal
from yzgeo.stats.subjects import land_recovery

LAPPED = [(0, 0), (6, 0), (6, 6), (2, 6), (2, 2), (4, 2), (4, 4), (0, 4)]
"""A ring that runs twice around the square from 2 to 4: a square of 6 without that of 2 at its corner."""
CLEAN = [(0, 0), (6, 0), (6, 6), (2, 6), (2, 4), (0, 4)]
STEP = 1e-3
"""Degrees that one unit of the toy is long."""
WEST, SOUTH = 121.51, 29.61


def placed(ring: list[tuple[float, float]]) -> shapely.Polygon:
    return shapely.Polygon([(WEST + STEP * x, SOUTH + STEP * y) for x, y in ring])


def m2(shape: shapely.Geometry) -> float:
    return float(ellipsoidal_m2(gpd.GeoSeries([shape], crs=CGCS2000)).iloc[0])


TRUE_M2 = m2(placed(CLEAN))
"""Of the same land, drawn without a flaw."""


@pytest.mark.parametrize(
    ("shape", "area", "cut"),
    [
        (shapely.Polygon(LAPPED), 32, 4),
        (shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), 2, 0),  # a bow-tie
        (shapely.Polygon(shapely.box(0, 0, 4, 4).exterior, [shapely.box(6, 0, 7, 1).exterior]), 16, 0),  # hole outside
        (shapely.Polygon(shapely.box(0, 0, 4, 4).exterior, [shapely.box(3, 1, 5, 2).exterior]), 15, 0),  # half outside
        (shapely.MultiPolygon([shapely.box(0, 0, 2, 2), shapely.box(1, 0, 3, 2)]), 6, 0),  # parts overlap
        (shapely.MultiPolygon([shapely.box(0, 0, 4, 4), shapely.box(1, 1, 2, 2)]), 16, 1),  # one within the other
        (shapely.box(0, 0, 4, 4).difference(shapely.box(1, 1, 2, 2)), 15, 0),  # a hole stays one
    ],
)
def test_land_counts_once_and_a_hole_is_never_land(shape: shapely.Geometry, area: float, cut: float) -> None:
    shapes = np.array([shape])
    assert shapely.area(polygonal(shapes)).tolist() == [area]
    assert cut_by_even_odd(shapes).tolist() == [cut]
    assert shapely.is_valid(polygonal(shapes)).all()


def test_import_takes_it_for_that_and_warns(tmp_path: Path) -> None:
    feature = {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(placed(LAPPED))}
    collection = {"type": "FeatureCollection", "features": [feature]}
    (tmp_path / "lapped.geojson").write_text(json.dumps(collection), "utf-8")
    read = reading.read(tmp_path / "lapped.geojson")
    assert m2(read.frame.geometry.iloc[0]) == pytest.approx(TRUE_M2)
    assert any("run around the same land twice" in why.en for why in read.log["why"])


def test_the_raw_ring_measures_the_same() -> None:
    assert m2(placed(LAPPED)) == pytest.approx(TRUE_M2)


def test_assign_takes_it_for_that() -> None:
    zone = gpd.GeoDataFrame({"zone_id": ["all"]}, geometry=[shapely.box(121.5, 29.6, 121.6, 29.7)], crs=CGCS2000)
    parcel = gpd.GeoDataFrame({"parcel_id": ["A"]}, geometry=[placed(LAPPED)], crs=CGCS2000)
    (row,) = assign(parcel, zone).itertuples()
    assert (row.overlap_m2, row.share) == (pytest.approx(TRUE_M2), 1)


@pytest.mark.slow
def test_statistics_and_rules_of_a_ledger_take_it_for_that(tmp_path: Path) -> None:
    plan = load(toy.make(tmp_path / "toy"))
    rows = ledger.empty().reindex([0]).assign(parcel_id="A", status="recovered")
    drawn = rows.set_geometry([placed(LAPPED)], crs=CGCS2000)
    counted = land_recovery.table(with_parcels(plan, drawn))
    assert mu_to_m2(counted["recovered_mu"]) == pytest.approx(TRUE_M2)
    checked = run(with_parcels(plan, drawn.assign(area_mu=1.0)), select=["parcel-area", "parcel-fields"])
    by_rule = {finding.rule: finding for finding in checked.findings}
    assert mu_to_m2(by_rule["parcel-area"].values["drawn_mu"]) == pytest.approx(TRUE_M2)
    assert "has an invalid shape" in by_rule["parcel-fields"].message.en
    beside = drawn.assign(parcel_id="B").set_geometry([shapely.box(WEST, SOUTH, WEST + 1, SOUTH + 1)], crs=CGCS2000)
    both = with_parcels(plan, gpd.GeoDataFrame(gpd.pd.concat([drawn, beside], ignore_index=True)))
    (overlap,) = run(both, select=["parcel-overlap"]).findings
    assert m2(overlap.geometry) == pytest.approx(TRUE_M2)


@pytest.mark.slow
def test_an_outline_in_the_plan_its_rule_and_the_public_edition_take_it_for_that(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    file = folder / "zones.geojson"
    large = [(10 * x, 10 * y) for x, y in LAPPED]  # that generalising by 100 m leaves it its corners
    feature = {
        "type": "Feature",
        "properties": {"zone_id": "north", "outline_basis": "official"},
        "geometry": shapely.geometry.mapping(placed(large)),
    }
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    clean_m2 = m2(placed([(10 * x, 10 * y) for x, y in CLEAN]))
    plan = load(folder)
    assert m2(plan.zones.set_index("zone_id").geometry["north"]) == pytest.approx(clean_m2)
    flaw = next(f for f in run(plan, select=["zone-geometry"]).findings if f.subject == "zone:north")
    assert m2(flaw.geometry) == pytest.approx(clean_m2)
    coarse = public_edition(plan).zones.set_index("zone_id").geometry["north"]
    assert m2(coarse) == pytest.approx(clean_m2, rel=0.01)


def test_no_other_module_repairs_shapes_in_its_own_way() -> None:
    package = Path(yzgeo.__file__).parent
    own = [
        path.relative_to(package).as_posix()
        for path in sorted(package.rglob("*.py"))
        if re.search(r"make_valid\(|buffer\(0\)", path.read_text("utf-8"))
    ]
    assert own == ["spatial/polygon_repair.py"]


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "Polygon", "coordinates": [[[WEST, SOUTH]] * 4]},
        {"type": "Polygon", "coordinates": [[[WEST, SOUTH], [WEST + 1, SOUTH], [WEST + 0.5, SOUTH], [WEST, SOUTH]]]},
    ],
    ids=["one point", "one line"],
)
def test_a_ring_that_encloses_nothing_is_not_called_repaired(shape: dict[str, object], tmp_path: Path) -> None:
    feature = {"type": "Feature", "properties": {"area_mu": 15}, "geometry": shape}
    file = tmp_path / "a.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    read = reading.read(file)
    assert read.frame.geometry.isna().tolist() == [True]
    reasons = [why.en for why in read.log["why"]]
    assert "the shape encloses nothing and is left without geometry" in reasons
    assert "the geometry was invalid and is made valid" not in reasons
