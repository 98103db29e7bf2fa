"""The public edition: nothing that must stay in the office is in any of its files, and every page says what it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import toy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from yzgeo.checks.run import run
from yzgeo.ledger import ledger
from yzgeo.plan import public_edition
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.build import build
from yzgeo.publish.context import build_context
from yzgeo.publish.page.data import page_data

pytestmark = pytest.mark.slow

SECRET = ("日月重工登记地址", "北村村", "P-秘密-17", "李某某")
ADDRESS = "秘密路17号"


def with_secrets(folder: Path) -> Plan:
    """A toy plan with official outlines, a parcel, an owner's address, a note on a place, and a name of staff."""
    rows = [{**toy.TABLES["projects"][0], "floor_area": 5000}]
    toy.make(
        folder,
        projects=[*rows, {**rows[0], "project_id": "p2", "seq": 2, "name": "乙厂"}],
        project_locations=[
            {"project_id": "p1", "place_id": "hill", "evidence": "plan_text", "source": f"附件 第1行：{ADDRESS}"},
            {"project_id": "p2", "place_id": "lake", "evidence": "owner_address", "source": f"登记地址：{ADDRESS}"},
        ],
        suppressions=[{"rule": "floor-area-ratio", "subject": "project:p1", "reason": "已批", "by": "李某某"}],
    )
    toy.official(
        folder,
        north=(121.5812345, 29.6012345, 121.6012345, 29.6198765),
        south=(121.5812345, 29.5812345, 121.6012345, 29.6012345),
    )
    parcels = pd.DataFrame(
        [{**dict.fromkeys(ledger.COLUMNS), "parcel_id": "P-秘密-17", "status": "recovered", "area_mu": 12.0}]
    )
    shapes = gpd.GeoSeries([shapely.box(121.59, 29.605, 121.591, 29.606)], crs="EPSG:4490")
    return with_parcels(load(folder), gpd.GeoDataFrame(parcels.astype(ledger.COLUMNS), geometry=shapes))


def test_parcels_addresses_and_names_of_staff_are_gone(tmp_path: Path) -> None:
    plan = with_secrets(tmp_path / "plan")
    assert len(plan.parcels) == len(plan.parcel_zones) == 1
    edition = public_edition.public_edition(plan)
    assert edition.edition == "public"
    assert plan.edition == "internal"
    assert len(edition.parcels) == len(edition.parcel_zones) == 0
    p1, p2 = edition.projects.set_index("project_id").loc[["p1", "p2"]].to_dict("records")
    assert p2["geometry"] is None
    assert [p2[column] for column in public_edition.LOCATION if not pd.isna(p2[column])] == []
    assert p1["geometry"] is not None
    assert p1["location_source"] == "附件 第1行"
    assert run(edition).suppressed[0].by == public_edition.WITHHELD


def test_outlines_are_coarse_and_neighbours_still_share_their_border(tmp_path: Path) -> None:
    edition = public_edition.public_edition(with_secrets(tmp_path / "plan"))
    north, south = edition.zones.geometry
    assert set(edition.zones["outline_basis"]) == {"schematic"}
    assert edition.zones["outline_uncertainty_m"].tolist() == [public_edition.GENERALISED_M] * 2
    assert north.bounds == (121.5812, 29.6012, 121.6012, 29.6199)
    assert shapely.intersection(north, south).area == 0
    assert shapely.intersection(north, south).length == pytest.approx(0.02)


def test_fine_bends_cannot_be_traced() -> None:
    """A border with teeth of 20 m becomes straight: what is left of 500 vertices is a few, none where it was."""
    plan = load("yinzhou")
    teeth = [(121.50 + number * 1e-4, 29.7 + (number % 2) * 2e-4 + 3.3e-6) for number in range(500)]
    jagged = shapely.Polygon([*teeth, (121.55, 29.75), (121.50, 29.75)])
    zones = plan.zones.copy()
    zones.loc[0, "geometry"] = jagged
    coarse = public_edition.public_edition(replace(plan, zones=zones)).zones.geometry.iloc[0]
    assert shapely.get_num_coordinates(coarse) < 20
    assert not set(map(tuple, shapely.get_coordinates(coarse))) & set(teeth)
    assert coarse.is_valid


@given(arrays(float, (6, 2), elements=st.floats(0, 0.1, allow_nan=False)))
def test_any_shape_comes_out_valid_on_the_grid(points: Any) -> None:
    shape = shapely.convex_hull(shapely.MultiPoint(points + np.array([121.5, 29.6])))
    if shape.geom_type != "Polygon" or shape.area < 1e-5:
        return
    frame = public_edition._rounded(gpd.GeoDataFrame(geometry=[shape], crs="EPSG:4490"))
    assert frame.geometry.iloc[0].is_valid
    assert all(
        re.fullmatch(r"\d+\.\d{1,4}", repr(float(number)))
        for number in shapely.get_coordinates(frame.geometry.iloc[0]).ravel()
    )


def test_an_undrawn_plan_and_one_without_projects_have_an_edition(tmp_path: Path) -> None:
    nothing: dict[str, list[toy.Row]] = {"zone_places": [], "projects": [], "project_locations": []}
    edition = public_edition.public_edition(load(toy.make(tmp_path / "plan", **nothing)))
    assert edition.zones.geometry.isna().all()
    assert len(edition.projects) == 0


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public build of a plan folder that has all secrets, over an internal build in the same folder."""
    root = tmp_path_factory.mktemp("public")
    plan = with_secrets(root / "plan")
    build(plan, root / "maps", "zh", lambda line: None)
    assert ADDRESS.encode() in (root / "maps" / "report.html").read_bytes()  # else nothing could go missing
    build(public_edition.public_edition(plan), root / "maps", "zh", lambda line: None)
    return root / "maps"


def contents(file: Path) -> bytes:
    """A file's bytes, a workbook's unpacked."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_no_file_holds_a_secret_or_a_fine_coordinate(maps: Path) -> None:
    files = [file for file in maps.rglob("*") if file.is_file()]
    assert len(files) > 8
    for file in files:
        held = contents(file)
        for secret in (*SECRET, ADDRESS):
            assert secret.encode() not in held, (file.name, secret)
        for fine in (b"121.5812345", b"29.6012345", b"121.59123"):
            assert fine not in held, (file.name, fine)
    for file in maps.glob("data/*.geojson"):
        numbers = re.findall(r"(?:121|29)\.(\d+)", file.read_text("utf-8").partition('"geometry"')[2])
        assert max(map(len, numbers), default=0) <= public_edition.DECIMALS, file.name


def test_every_page_is_marked(maps: Path) -> None:
    for name in ("index.html", "report.html", "使用说明.txt"):
        text = (maps / name).read_text("utf-8")
        for mark in ("公开版", "审图号", "ublic edition"):
            assert mark in text, (name, mark)
    assert json.loads((maps / "data/manifest.json").read_text("utf-8"))["edition"] == "public"
    assert json.loads((maps / "data/statistics.json").read_text("utf-8"))["summary"]["edition"] == "public"
    report = (maps / "report.html").read_text("utf-8")
    pages, marked = report.count("@page zh-"), report.count('content: "公开版"')
    assert marked == pages > 5  # in the head of every printed page
    assert "公开版不含地块台账" in report
    assert "--parcels" not in report


def test_the_command_makes_it(tmp_path: Path) -> None:
    with_secrets(tmp_path / "plan")
    done = subprocess.run(
        [sys.executable, "-m", "yzgeo", "build", "--public", "--plan", tmp_path / "plan", "-o", tmp_path / "maps"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "公开版" in done.stdout.splitlines()[0]
    assert json.loads((tmp_path / "maps/data/projects.geojson").read_text("utf-8"))["features"][1]["geometry"] is None


def test_an_internal_edition_is_not_marked(tmp_path: Path) -> None:
    from yzgeo.publish.report.render import render

    plan = load(toy.make(tmp_path / "plan"))
    assert "公开版" not in render(build_context(plan, "zh"))


def test_no_coordinate_of_the_page_is_finer_than_the_edition_says(tmp_path: Path) -> None:
    plan = with_secrets(tmp_path / "plan")
    for edition, decimals in ((plan, 6), (public_edition.public_edition(plan), public_edition.DECIMALS)):
        middles = [zone["middle"] for zone in page_data(build_context(edition, "zh"))["zones"]]
        assert max(len(str(value).partition(".")[2]) for middle in middles for value in middle) == decimals


def test_the_public_edition_does_not_say_that_no_ledger_was_given(tmp_path: Path) -> None:
    plan = with_secrets(tmp_path / "plan")
    told = build(public_edition.public_edition(plan), tmp_path / "maps", "zh", lambda _: None)
    assert "公开版不含地块台账" in told
    assert "未给出地块台账" not in told
