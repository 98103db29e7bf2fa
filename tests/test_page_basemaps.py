"""Online basemaps: asked for only when chosen, put where they truly lie, and told when they do not come."""

from __future__ import annotations

import base64
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyproj
import pytest
from visiting import script_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
GEOD = pyproj.Geod(ellps="WGS84")
PLACES = [(29.8, 121.55), (29.61, 121.98), (39.9, 116.4), (22.5, 114.05), (43.8, 87.6), (18.2, 109.5)]
HOSTS = {"OpenStreetMap": "openstreetmap.org", "tianditu": "tianditu.gov.cn", "gaode": "is.autonavi.com"}


@pytest.fixture(scope="module")
def library() -> Any:
    """A maintained library of the same formulas."""
    return pytest.importorskip("geocoordinates_ffi", reason="run pip install geocoordinates-rs")


@pytest.fixture(scope="module")
def script(browser: Browser) -> Any:
    """The page's own formulas, alone in a browser."""
    page = browser.new_page()
    call = script_of(page, "map/gcj02.js")
    yield lambda name, place: call(name, *place)
    page.close()


def with_tiles(page: Page) -> list[str]:
    """Answer every request for a picture with one pixel; the addresses asked for."""
    asked: list[str] = []

    def answer(route: Any) -> None:
        asked.append(route.request.url)
        route.fulfill(body=PIXEL, content_type="image/png")

    page.route(re.compile("^https:"), answer)
    return asked


@pytest.mark.parametrize("place", PLACES)
def test_the_shift_is_that_of_a_maintained_library(script: Any, library: Any, place: tuple[float, float]) -> None:
    drawn, expected = script("fromWgs84", place), library.wgs84_to_gcj02(library.Wgs84(lat=place[0], lon=place[1]))
    assert GEOD.inv(drawn["lon"], drawn["lat"], expected.lon, expected.lat)[2] < 1
    assert 200 < GEOD.inv(drawn["lon"], drawn["lat"], place[1], place[0])[2] < 900
    back = script("toWgs84", (drawn["lat"], drawn["lon"]))
    assert GEOD.inv(back["lon"], back["lat"], place[1], place[0])[2] < 0.001


def test_there_is_no_shift_outside_china(script: Any) -> None:
    assert script("fromWgs84", (52.5, 13.4)) == {"lat": 52.5, "lon": 13.4}


def test_shifted_tiles_lie_where_the_library_says_and_data_does_not_move(
    visit: Any, page_file: Path, library: Any
) -> None:
    page = visit(page_file, offline=False).page
    asked = with_tiles(page)
    shapes = "() => window.yzgeo.page.map.byKey['zone:mingzhou'].getBounds().toBBoxString()"
    before = page.evaluate(shapes)
    page.locator("#yz-layers select").select_option("gaode")
    page.evaluate("window.yzgeo.page.leaflet.setView([29.8, 121.55], 18, {animate: false})")
    page.wait_for_selector("img.leaflet-tile-loaded")
    page.wait_for_timeout(300)
    tiles = page.evaluate(
        """() => {
            const map = window.yzgeo.page.leaflet, frame = map.getContainer().getBoundingClientRect();
            const layer = window.yzgeo.page.basemaps.layers()[0];
            return Object.values(layer._tiles).map(tile => {
                const box = tile.el.getBoundingClientRect();
                const at = map.containerPointToLatLng([box.left - frame.left + 128, box.top - frame.top + 128]);
                return [tile.coords.x, tile.coords.y, tile.coords.z, at.lat, at.lng];
            });
        }"""
    )
    assert len(tiles) >= 12
    for x, y, z, lat, lon in tiles:
        drawn_lon = (x + 0.5) / 2**z * 360 - 180
        drawn_lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (y + 0.5) / 2**z))))
        true = library.gcj02_to_wgs84_refined(library.Gcj02(lat=drawn_lat, lon=drawn_lon))
        assert GEOD.inv(lon, lat, true.lon, true.lat)[2] < 1
    assert page.evaluate(shapes) == before
    assert all("is.autonavi.com" in url for url in asked)
    covered = page.evaluate(
        """() => {
            const frame = window.yzgeo.page.leaflet.getContainer().getBoundingClientRect();
            const boxes = Array.from(document.querySelectorAll('img.leaflet-tile')).map(tile => tile.getBoundingClientRect());
            return [[5, 5], [frame.width - 5, 5], [5, frame.height - 5], [frame.width - 5, frame.height - 5]].every(([x, y]) =>
                boxes.some(box => box.left <= frame.left + x && frame.left + x <= box.right && box.top <= frame.top + y && frame.top + y <= box.bottom));
        }"""
    )
    assert covered  # the shift of some 600 pixels leaves no corner of the map empty


def test_the_reader_types_the_key_of_tianditu_and_it_stays_in_that_browser(visit: Any, page_file: Path) -> None:
    page = visit(page_file, offline=False).page
    asked = with_tiles(page)
    assert page.locator("#yz-tianditu-key").is_hidden()
    page.locator("#yz-layers select").select_option("tianditu")
    assert asked == []
    page.locator("#yz-tianditu-key").fill("abc123")
    page.locator(".key-form button").click()
    page.wait_for_selector("img.leaflet-tile-loaded")
    assert asked
    assert all("tianditu.gov.cn" in url and "tk=abc123" in url for url in asked)
    assert any("LAYER=cva" in url for url in asked)
    assert page.evaluate("localStorage.getItem('yzgeo-tianditu-key')") == "abc123"
    assert "abc123" not in page_file.read_text("utf-8")


@pytest.mark.parametrize("name", sorted(HOSTS))
def test_a_basemap_that_does_not_come_is_told_and_the_page_goes_on(visit: Any, page_file: Path, name: str) -> None:
    seen = visit(page_file)
    page = seen.page
    page.evaluate("localStorage.setItem('yzgeo-tianditu-key', 'abc123')")
    page.reload()
    page.wait_for_function("window.yzgeo.ready === true")
    page.locator("#yz-layers select").select_option(name)
    page.wait_for_selector("#yz-notice:not([hidden])")
    assert "底图没有载入" in page.locator("#yz-notice").inner_text()
    assert all(HOSTS[name] in url for url in seen.requests if url.startswith("https:"))
    assert [line for line in seen.noise if "Content Security Policy" in line] == []
    page.locator(".zone-row", has_text="东吴").click()
    assert "5.92" in page.locator("#yz-panel").inner_text()
    page.locator("#yz-layers select").select_option("")
    assert page.locator("#yz-notice").is_hidden()


def test_tiles_that_never_answer_are_told_after_a_while(visit: Any, page_file: Path) -> None:
    page = visit(page_file, offline=False).page
    page.route(re.compile("^https:"), lambda route: None)
    page.clock.install()
    page.locator("#yz-layers select").select_option("OpenStreetMap")
    page.clock.run_for(7000)
    assert page.locator("#yz-notice").is_hidden()
    page.clock.run_for(2000)
    assert "底图没有载入" in page.locator("#yz-notice").inner_text()


def test_the_policy_lets_the_page_ask_these_hosts_for_pictures_and_nothing_else(visit: Any, page_file: Path) -> None:
    policy = visit(page_file).page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";") if rule.strip())
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'none'"
    hosts = [source for source in rules["img-src"].split() if source.startswith("https:")]
    assert len(hosts) == len(HOSTS)
    assert all(any(host.endswith(known) for known in HOSTS.values()) for host in hosts)
