"""Ways through the page: there and back on the map, the keyboard's place in it, addresses that lead nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from visiting import PHONE, WIDE

ZOOM = "window.yzgeo.page.leaflet.getZoom()"
WHOLE = "window.yzgeo.page.map.isWhole()"
FOCUS = "document.activeElement.id || document.activeElement.dataset.rule || document.activeElement.dataset.row || document.activeElement.tagName"


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_what_was_opened_is_left_for_the_whole_district(
    visit: Any, page_file: Path, viewport: dict[str, int]
) -> None:
    seen = visit(page_file, viewport=viewport)
    page = seen.page
    away = page.evaluate(ZOOM)
    for leave in ("Escape", "back", "view"):
        seen.go("#zone=dongwu")
        page.wait_for_function(f"() => {ZOOM} > {away} + 0.5")
        if leave == "Escape":
            page.keyboard.press("Escape")
        elif leave == "back":
            page.go_back()
        else:
            page.locator("#yz-tab-land").click()
        page.wait_for_function(f"() => {WHOLE} && {ZOOM} <= {away} + 0.25")
        seen.go("")


def test_where_the_reader_went_the_page_stays_and_a_button_leads_back(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#zone=dongwu")
    page = seen.page
    page.wait_for_timeout(500)
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_timeout(500)
    close = page.evaluate(ZOOM)
    page.keyboard.press("Escape")
    assert page.evaluate(ZOOM) == close
    back = page.get_by_role("button", name="全区", exact=True)
    back.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(WHOLE)
    assert page.evaluate(ZOOM) < close
    page.locator("#yz-lang").click()
    assert page.get_by_role("button", name="Whole district").is_visible()
    box, zoom = back.or_(page.locator(".whole-district")).first.bounding_box(), page.locator(".leaflet-control-zoom")
    assert abs(box["y"] - zoom.bounding_box()["y"] - zoom.bounding_box()["height"]) < 20


def test_the_focus_stays_where_a_list_is_drawn_anew(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#view=projects")
    page = seen.page
    row = page.locator(".class-row").nth(2)
    name = row.get_attribute("data-row")
    row.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == name
    seen.go("#view=findings")
    page.locator("[data-rule=leading-industries]").focus()
    page.keyboard.press("Enter")
    assert page.locator(".rule.open").count() == 1
    assert page.evaluate(FOCUS) == "leading-industries"


def test_home_and_end_go_to_the_first_and_last_tab(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-tab-overview").focus()
    for key, tab in (("End", "findings"), ("Home", "overview"), ("ArrowLeft", "findings"), ("ArrowRight", "overview")):
        page.keyboard.press(key)
        assert page.evaluate(FOCUS) == f"yz-tab-{tab}"
    page.locator("#yz-tab-land").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "yz-tab-land"


def test_escape_ends_measuring_before_it_closes_the_panel(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu").page
    page.locator('[data-tool="measure-length"]').click()
    box, scale = page.locator("#yz-measure").bounding_box(), page.locator(".leaflet-control-scale").bounding_box()
    assert box["y"] + box["height"] <= scale["y"]
    page.locator('[data-tool="measure-length"]').focus()
    page.keyboard.press("Escape")
    assert page.locator("#yz-measure").is_hidden()
    assert page.locator("#yz-panel").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#yz-panel").is_hidden()


@pytest.mark.parametrize(
    ("address", "told"),
    [("#zone=nosuch", "nosuch"), ("#parcel=nope", "nope"), ("#view=x", "x"), ("#rule=<b>y</b>", "<b>y</b>")],
)
def test_an_address_that_names_nothing_is_told(visit: Any, page_file: Path, address: str, told: str) -> None:
    seen = visit(page_file, address)
    notice = seen.page.locator("#yz-notice")
    assert notice.inner_text().startswith("网址所指的内容不在此页：")
    assert notice.inner_text().endswith(" " + told)
    seen.go("#zone=dongwu")
    assert notice.is_hidden()
    assert seen.noise == []
