"""Marks on the map: each on its place, none out of the district, one for things at one place, and what they open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import made_plans
import pytest
import shapely
import toy
from visiting import PHONE, WIDE

from yzgeo.plan.load import load
from yzgeo.publish.context import build_context
from yzgeo.publish.page.render import render
from yzgeo.publish.page.sites import sites
from yzgeo.spatial.crs import GEOD

HUGE = {"width": 2560, "height": 1440}
LARGE = {"width": 1920, "height": 1080}
DRAWN = """() => [...document.querySelectorAll("#yz-map .mark")].map(mark => {
    const { page } = window.yzgeo, frame = page.leaflet.getContainer().getBoundingClientRect();
    const { left, right, top, bottom } = mark.querySelector(".face, .park").getBoundingClientRect();
    const at = page.leaflet.containerPointToLatLng([(left + right) / 2 - frame.left, (top + bottom) / 2 - frame.top]);
    const { sites } = page.map.marks().find(one => one.host.place_id === mark.dataset.place);
    return { lon: at.lng, lat: at.lat, places: sites.map(site => site.place_id) };
})"""
"""Where the browser has drawn each mark, in degrees, and the places that it stands for."""
ROUNDING_PX = 1.0


def metres_of_a_pixel(page: Any) -> float:
    return float(
        page.evaluate("""() => {
            const map = window.yzgeo.page.leaflet, at = map.getCenter();
            return map.distance(at, map.containerPointToLatLng(map.latLngToContainerPoint(at).add([1, 0])));
        }""")
    )


def page_of(folder: Path, file: Path) -> Path:
    file.write_text(render(build_context(load(folder), "zh")), "utf-8")
    return file


def far_off(page: Any, plan: Any) -> list[tuple[str, float, float]]:
    """Places whose mark stands farther off than the things there are uncertain, and marks outside the district."""
    known = {site["place_id"]: site for site in sites(plan)}
    district = plan.district.geometry.union_all()
    slack = ROUNDING_PX * metres_of_a_pixel(page)
    wrong = []
    for mark in page.evaluate(DRAWN):
        if shapely.distance(district, shapely.Point(mark["lon"], mark["lat"])) > slack / 90_000:
            wrong.append((mark["places"][0], mark["lon"], mark["lat"]))
        for place in mark["places"]:
            lat, lon = known[place]["at"]
            away = GEOD.inv(lon, lat, mark["lon"], mark["lat"])[2]
            if away > known[place]["uncertainty_m"] + slack:
                wrong.append((place, away, known[place]["uncertainty_m"]))
    return wrong


@pytest.mark.parametrize("viewport", [PHONE, WIDE, LARGE], ids=["390", "1366", "1920"])
def test_no_mark_is_farther_from_its_place_than_that_is_uncertain(
    visit: Any, page_file: Path, viewport: dict[str, int]
) -> None:
    plan = load("yinzhou")
    page = visit(page_file, viewport=viewport).page
    page.evaluate("window.yzgeo.page.store.change({ shown: { ...window.yzgeo.page.state.shown, parks: true } })")
    for zoom in (0, 1, 2):
        page.evaluate("by => window.yzgeo.page.leaflet.setZoom(window.yzgeo.page.leaflet.getZoom() + by)", zoom)
        page.wait_for_timeout(400)
        marked = [place for mark in page.evaluate(DRAWN) for place in mark["places"]]
        assert sorted(marked) == sorted(site["place_id"] for site in sites(plan))
        assert far_off(page, plan) == []


@pytest.mark.parametrize("viewport", [WIDE, LARGE, HUGE], ids=["1366", "1920", "2560"])
@pytest.mark.parametrize("plan", ["yinzhou", "xiangcheng"])
def test_tools_stand_clear_of_the_district_and_the_legend_of_its_marks(
    visit: Any, tmp_path: Path, plan: str, viewport: dict[str, int]
) -> None:
    file = tmp_path / "index.html"
    file.write_text(render(build_context(load(plan), "zh")), "utf-8")
    page = visit(file, viewport=viewport).page
    covered = page.evaluate("""() => {
        const { page } = window.yzgeo, map = page.leaflet;
        const frame = map.getContainer().getBoundingClientRect();
        const tools = document.querySelector("#yz-hands").getBoundingClientRect();
        const key = document.querySelector("#yz-key").getBoundingClientRect();
        const [low, high] = page.data.bounds.map((at) => map.latLngToContainerPoint(at));
        const discs = [...document.querySelectorAll(".mark .face")].map((face) => face.getBoundingClientRect());
        const isOver = (one) => one.left < key.right && one.right > key.left && one.bottom > key.top;
        return { tools: high.x + frame.left > tools.left, outside: low.x < 0, marks: discs.filter(isOver).length };
    }""")
    assert covered == {"tools": False, "outside": False, "marks": 0}


def test_marks_of_a_crowded_plan_stay_on_their_places_and_leave_land_to_be_seen(visit: Any, tmp_path: Path) -> None:
    folder = made_plans.make(tmp_path / "plan", made_plans.SIZES["sixty zones, 500 projects"])
    seen = visit(page_of(folder, tmp_path / "index.html"), viewport=PHONE)
    assert far_off(seen.page, load(folder)) == []
    covered = seen.page.evaluate("""() => {
        const areas = [...document.querySelectorAll(".mark .disc .face")].map(face => Math.PI * face.r.baseVal.value ** 2);
        const [low, high] = window.yzgeo.page.data.bounds.map(at => window.yzgeo.page.leaflet.latLngToLayerPoint(at));
        return areas.reduce((sum, area) => sum + area, 0) / Math.abs((high.x - low.x) * (high.y - low.y));
    }""")
    assert 0 < covered < 0.15
    assert seen.noise == []


def test_things_at_one_place_are_one_mark_that_opens_into_a_list(visit: Any, tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan", **toy.MONEY)
    seen = visit(page_of(folder, tmp_path / "index.html"))
    page = seen.page
    assert page.locator(".mark").count() == 2
    hill = page.locator('.mark-label[data-place="hill"]')
    assert hill.inner_text().split("\n") == ["7.5 亿元", "山镇 · 2 项"]
    page.locator('.mark[data-place="hill"] .face').click()
    rows = page.locator(".leaflet-popup li")
    assert [row.split("\n")[0] for row in rows.all_inner_texts()] == ["两地厂", "甲厂"]  # the larger first
    rows.nth(1).locator("button").click()
    assert page.evaluate("location.hash") == "#project=p1"
    assert page.locator(".mark .ring.selected").count() == 1
    assert seen.noise == []


def test_a_single_project_opens_at_once_and_pointing_at_it_tells_the_page(visit: Any, tmp_path: Path) -> None:
    page = visit(page_of(toy.make(tmp_path / "plan"), tmp_path / "index.html")).page
    disc = page.locator('.mark[data-place="hill"] .face')
    disc.hover()
    assert page.evaluate("window.yzgeo.page.state.hovered") == "project:p1"
    assert page.locator(".mark .ring:not(.selected)").count() == 1
    disc.click()
    assert page.locator("#yz-panel h2").inner_text() == "甲厂"


def test_a_disc_shows_what_is_under_construction(visit: Any, tmp_path: Path) -> None:
    built = {**toy.TABLES["projects"][0], "project_id": "p2", "seq": 2, "list": "under_construction", "investment": 7.5}
    changes = {
        "projects": [*toy.TABLES["projects"], built],
        "project_locations": [
            *toy.TABLES["project_locations"],
            {**toy.TABLES["project_locations"][0], "project_id": "p2", "evidence": "owner_works"},
        ],
    }
    page = visit(page_of(toy.make(tmp_path / "plan", **changes), tmp_path / "index.html")).page
    share = page.evaluate("window.yzgeo.page.map.marks()[0].share")
    assert share == pytest.approx(0.75)
    assert page.locator(".mark .weak").count() == 1  # 7.5 of 10 by the owner alone
    page.evaluate("location.hash = '#list=planned'")
    page.wait_for_function("document.querySelectorAll('.mark .ghost').length === 1")
    assert page.evaluate("window.yzgeo.page.map.marks()[0].share") == 0
    assert page.locator(".mark .weak").count() == 0
    assert page.locator(".mark-label").inner_text().split("\n") == ["2.5 亿元", "山镇 · 1 项"]


def test_a_zone_is_flagged_alike_on_the_map_in_the_list_and_in_the_panel(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator('#yz-legend input[data-layer="findings"]').check()
    counts = page.evaluate("window.yzgeo.page.data.flags")
    zones = page.evaluate("window.yzgeo.page.data.zones.map(zone => zone.key)")
    flagged = [key for key in zones if counts.get(key)]
    assert len(flagged) > 1
    for key in flagged:
        assert page.locator(f'.zone-label[data-key="{key}"] .flag').inner_text() == str(counts[key])
        assert str(counts[key]) in page.locator(f'#yz-list [data-key="{key}"] .flag').inner_text()
    for key in flagged:
        page.evaluate("key => window.yzgeo.page.open(key)", key)
        assert str(counts[key]) in page.locator("#yz-panel h3 .flag").first.inner_text()


def test_a_schematic_zone_fades_as_far_as_it_is_uncertain_and_an_official_one_has_a_line(
    visit: Any, tmp_path: Path
) -> None:
    """Across the northern edge of a zone: how many pixels lie between its full tint and none."""
    folder = toy.make(tmp_path / "plan")
    shapes = {"north": ("schematic", 500, 29.62, 29.68), "south": ("official", None, 29.52, 29.58)}
    features = [
        {
            "type": "Feature",
            "properties": {"zone_id": zone_id, "outline_basis": basis, "outline_uncertainty_m": metres},
            "geometry": shapely.geometry.mapping(shapely.box(121.55, south, 121.65, north)),
        }
        for zone_id, (basis, metres, south, north) in shapes.items()
    ]
    (folder / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    page = visit(page_of(folder, tmp_path / "index.html")).page
    page.evaluate("window.yzgeo.page.store.change({ shown: { ...window.yzgeo.page.state.shown, projects: false } })")
    widths = page.evaluate("""() => {
        const { page } = window.yzgeo, map = page.leaflet, canvas = document.querySelector(".leaflet-yz-zones-pane canvas");
        const pen = canvas.getContext("2d"), frame = canvas.getBoundingClientRect(), dense = canvas.width / frame.width;
        const width = (key) => {
            const bounds = page.map.byKey[key].getBounds(), box = map.getContainer().getBoundingClientRect();
            const x = map.latLngToContainerPoint(bounds.getCenter()).x + 8 + box.left - frame.left;
            const [top, middle] = [bounds.getNorth(), bounds.getCenter().lat].map(lat => map.latLngToContainerPoint([lat, 121.6]).y + box.top - frame.top);
            const alpha = (y) => pen.getImageData(Math.round(x * dense), Math.round(y * dense), 1, 1).data[3];
            const full = alpha(middle);
            let count = 0;
            for (let y = top - 60; y < middle; y += 1) if (alpha(y) > 0.1 * full && alpha(y) < 0.9 * full) count += 1;
            return count;
        };
        const metre = map.distance(map.containerPointToLatLng([0, 0]), map.containerPointToLatLng([0, 1]));
        return { soft: width("zone:north"), sharp: width("zone:south"), u: 500 / metre };
    }""")
    assert widths["sharp"] <= 2
    assert 0.6 * widths["u"] < widths["soft"] < 2 * widths["u"] + 2
    legend = page.locator("#yz-legend").inner_text()
    assert "有边线为法定" in legend
