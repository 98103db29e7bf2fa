"""The page on a phone: the sheet over the map, the views at the thumb, the tools in a menu."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from visiting import PHONE, VIEWS

TARGETS = "#yz-views .tab, #yz-query, #yz-menu-button, #yz-legend > summary, #yz-hands button, #yz-panel .close"
LEAST_PX = 44


def settle(page: Any) -> None:
    """Until the sheet has come to rest."""
    page.wait_for_timeout(450)


def top_of_sheet(page: Any) -> float:
    settle(page)
    return page.locator("#yz-grip").bounding_box()["y"]


def snap(page: Any) -> str:
    return page.evaluate("window.yzgeo.page.state.snap")


def drag(page: Any, to: float, steps: int = 12) -> None:
    """With the finger at rest before it is lifted."""
    box = page.locator("#yz-grip").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, steps + 1):
        page.mouse.move(x, y + (to - y) * step / steps)
    page.wait_for_timeout(150)
    page.mouse.up()


@pytest.mark.parametrize("width", [320, 360, 390, 430])
def test_nothing_is_wider_than_a_phone(visit: Any, page_file: Path, width: int) -> None:
    seen = visit(page_file, viewport={"width": width, "height": 780})
    for lang in ("zh", "en"):
        seen.page.evaluate("lang => window.yzgeo.page.store.change({ lang })", lang)
        for view in VIEWS:
            seen.go(f"#view={view}")
            whole = seen.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            assert whole[0] <= width, (lang, view)
            assert whole[1] <= 780, (lang, view)
            tab = seen.page.locator(f"#yz-tab-{view}")
            assert tab.get_attribute("aria-selected") == "true"


def test_whatever_is_tapped_is_large_enough_for_a_finger(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu", viewport=PHONE).page
    page.locator("#yz-menu-button").click()
    sizes = page.evaluate(
        """wanted => [...document.querySelectorAll(wanted + ', #yz-menu button')].map(node => {
            const { width, height } = node.getBoundingClientRect();
            return [node.id || node.dataset.tool || node.className, width, height];
        })""",
        TARGETS,
    )
    assert len(sizes) > 15
    assert [one for one in sizes if min(one[1:]) < LEAST_PX] == []


def test_the_sheet_follows_the_finger_and_rests_at_three_heights(visit: Any, page_file: Path) -> None:
    page = visit(page_file, viewport=PHONE).page
    half = top_of_sheet(page)
    assert 0.5 * 844 < half < 0.54 * 844
    drag(page, 80)
    assert top_of_sheet(page) == pytest.approx(60, abs=2)
    drag(page, 740)
    assert top_of_sheet(page) == pytest.approx(844 - 64 - 96, abs=2)
    assert page.locator("#yz-map").bounding_box()["height"] > 600  # the map has what the sheet left
    drag(page, 470)
    assert top_of_sheet(page) == half
    assert page.evaluate("window.yzgeo.page.map.isWhole()")


def test_a_flick_goes_one_height_on(visit: Any, page_file: Path) -> None:
    page = visit(page_file, viewport=PHONE).page
    box = page.locator("#yz-grip").bounding_box()
    page.mouse.move(195, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(195, box["y"] + 2)
    page.mouse.move(195, box["y"] - 60)
    page.mouse.up()
    settle(page)
    assert snap(page) in ("full", "half")  # a slow machine may make a rest of it
    page.locator("#yz-grip").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert snap(page) == "low"
    page.keyboard.press("Enter")
    assert snap(page) == "half"
    assert "半屏" in page.locator("#yz-grip").get_attribute("aria-label")


def test_no_motion_for_who_wants_none(visit: Any, page_file: Path) -> None:
    page = visit(page_file, viewport=PHONE, reduced_motion="reduce").page
    assert page.evaluate("getComputedStyle(document.querySelector('#yz-list')).transitionDuration") == "0s"
    page.locator("#yz-grip").click()
    assert page.locator("#yz-grip").bounding_box()["y"] == pytest.approx(60, abs=2)


@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 568}], ids=["phone", "small"])
def test_nothing_covers_what_was_opened(visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
    """From the list at full height: the zone is fitted into the map above the sheet that tells of it."""
    page = visit(page_file, viewport=viewport).page
    for _ in range(1):
        page.locator("#yz-grip").click()
    assert snap(page) == "full"
    page.locator(".zone-row", has_text="东吴").click()
    settle(page)
    assert snap(page) == "half"
    sheet = page.locator("#yz-grip").bounding_box()["y"]
    place = page.evaluate(
        """() => { const { map, leaflet } = window.yzgeo.page, at = map.byKey["zone:dongwu"].getBounds(), box = leaflet.getContainer().getBoundingClientRect();
        const [a, b] = [at.getNorthWest(), at.getSouthEast()].map(one => leaflet.latLngToContainerPoint(one));
        return [box.left + a.x, box.top + a.y, box.left + b.x, box.top + b.y]; }"""
    )
    assert place[0] >= 0
    assert place[1] >= 60
    assert place[2] <= viewport["width"]
    assert place[3] <= sheet
    assert page.locator("#yz-panel h2").bounding_box()["y"] > sheet
    page.locator("#yz-panel .close").click()
    assert page.locator("#yz-panel").is_hidden()
    assert page.locator(".zone-row").first.is_visible()


def test_a_text_that_is_read_has_the_screen(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=findings", viewport=PHONE).page
    assert snap(page) == "low"
    page.locator("#yz-grip").click()
    page.locator(".rule-row[aria-expanded=false]").first.click()
    if page.locator(".choices .choice").count():
        page.locator(".choices .choice").first.click()
    assert snap(page) == "low"
    assert page.locator("#yz-reading").bounding_box()["height"] > 500


def test_the_menu_has_what_the_map_has_no_room_for(visit: Any, page_file: Path) -> None:
    page = visit(page_file, viewport=PHONE).page
    button, menu = page.locator("#yz-menu-button"), page.locator("#yz-menu")
    assert menu.is_hidden()
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    tools = page.evaluate("[...document.querySelectorAll('#yz-menu [data-tool]')].map(node => node.dataset.tool)")
    assert {"print", "download", "theme", "full", "picture", "measure-length", "measure-area"} <= set(tools)
    page.keyboard.press("Escape")
    assert menu.is_hidden()
    assert page.evaluate("document.activeElement.id") == "yz-menu-button"
    button.click()
    page.locator("#yz-lang").click()
    assert menu.is_hidden()
    assert page.locator("#yz-tab-land").inner_text() == "Land"
    button.click()
    page.locator('[data-tool="measure-length"]').click()
    assert "Click from point to point" in page.locator("#yz-measure").inner_text()


def test_the_search_grows_over_the_head(visit: Any, page_file: Path) -> None:
    page = visit(page_file, viewport=PHONE).page
    field = page.locator("#yz-search input")
    assert field.bounding_box()["width"] == pytest.approx(44)
    field.fill("东吴")
    assert field.bounding_box()["width"] > 250
    page.locator("#yz-results [role=option]").first.click()
    assert "东吴" in page.locator("#yz-panel h2").inner_text()


def test_enlarged_until_little_fits_everything_is_still_reached(visit: Any, page_file: Path) -> None:
    """1280 by 1024 at 400 %: the page flows, and is read by scrolling one way."""
    page = visit(page_file, viewport={"width": 320, "height": 256}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator(".zone-row", has_text="东吴").click()
    assert re.search("5.92", page.locator("#yz-panel").inner_text())
    page.locator("#yz-panel .close").click()
    page.locator("#yz-tab-projects").click()
    assert page.locator("#yz-table").bounding_box()["height"] > 150
