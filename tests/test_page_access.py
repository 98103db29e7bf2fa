"""The page for every reader: axe-core, the keyboard alone, and screens from a phone to 4K."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from visiting import PHONE, WIDE

ADDRESSES = (
    "#zone=mingzhou",
    "#view=land",
    "#view=industries&industry=new-materials",
    "#view=projects&owner=" + quote("日月重工"),
    "#rule=leading-industries&project=a3-13",
    "#rule=floor-area-ratio",
    "#clause=" + quote("三（二）1 第3段"),
)
SCREENS = {
    "phone": PHONE,
    "tablet": {"width": 820, "height": 1180},
    "wide": WIDE,
    "desk": {"width": 1920, "height": 1080},
    "4k": {"width": 3840, "height": 2160},
}


CONTRAST = {"runOnly": ["color-contrast"]}


@pytest.mark.parametrize(
    ("lang", "scheme", "options"),
    [("zh", "light", None), ("en", "dark", None), ("zh", "dark", CONTRAST), ("en", "light", CONTRAST)],
    ids=["zh-light", "en-dark", "zh-dark-contrast", "en-light-contrast"],
)
def test_axe_finds_nothing(visit: Any, page_file: Path, lang: str, scheme: str, options: dict[str, Any] | None) -> None:
    """Every rule in both languages and both themes; the other pairs differ from these in contrast alone."""
    from axe_playwright_python.sync_playwright import Axe

    seen = visit(page_file, color_scheme=scheme, reduced_motion="reduce")  # no colour between two others
    page, found = seen.page, []

    def examine(where: str) -> None:
        violations = Axe().run(page, options=options).response["violations"]
        found.extend((where, one["id"], one["impact"], one["nodes"][0]["html"][:200]) for one in violations)

    if lang == "en":
        page.locator("#yz-lang").click()
    for address in ADDRESSES:
        seen.go(address)
        page.evaluate("document.querySelectorAll('#yz-list details').forEach(part => { part.open = true; })")
        examine(address)
    for tool in ("print", "download"):
        page.locator(f'[data-tool="{tool}"]').click()
        examine(tool)
        page.keyboard.press("Escape")
    assert found == []


def test_everything_is_reached_by_keyboard_in_the_order_of_the_page(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    reached = []
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # once around
        reached.append(
            page.evaluate(
                "document.activeElement.id || document.activeElement.dataset.tool || document.activeElement.closest('[data-key]')?.dataset.key || document.activeElement.className"
            )
        )
        outlined = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outlined != "none", reached[-1]  # what has the focus shows it
    wanted = [
        "yz-skip",
        "yz-tab-overview",
        "yz-query",
        "theme",
        "yz-lang",
        "measure-length",
        "yz-list",
        "zone:mingzhou",
    ]
    assert [name for name in wanted if name in reached] == wanted
    assert [reached.index(name) for name in wanted] == sorted(reached.index(name) for name in wanted)


def test_views_and_panels_by_keyboard_alone(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-tab-overview").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "yz-tab-industries"
    page.keyboard.press("ArrowLeft")
    page.locator(".zone-row button").nth(4).focus()
    page.keyboard.press("Enter")
    assert "东吴" in page.locator("#yz-panel").inner_text()
    assert page.evaluate("document.activeElement.tagName") == "H2"  # the reader is taken to what was opened
    page.keyboard.press("Escape")
    assert page.locator("#yz-panel").is_hidden()
    assert (
        page.evaluate("document.activeElement.closest('[data-key]').dataset.key") == "zone:dongwu"
    )  # and back to where it was opened from


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_nothing_is_cut_on_any_screen(visit: Any, page_file: Path, name: str) -> None:
    screen = SCREENS[name]
    page = visit(page_file, viewport=screen).page
    for _ in ("zh", "en"):
        for address in (
            "#view=overview",
            "#view=industries&zone=yinzhou",
            "#view=projects",
            "#view=findings&project=a2-14",
        ):
            page.evaluate("address => { location.hash = address; }", address)
            page.wait_for_timeout(50)
            assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"], address
            cut = page.evaluate(
                """() => Array.from(document.querySelectorAll('#yz-head *, #yz-list *, #yz-panel *, #yz-legend *, #yz-reading *')).filter(node => !node.closest('.leaf, .strip, .contents, body:not([data-layout=map]) #yz-head, .hidden-words, details:not([open]) > :not(summary), #yz-legend:not([open]) > summary') &&
                    node.scrollWidth > node.clientWidth + 2 && node.clientWidth > 0 && !node.closest('svg, details:not([open]) ul') &&
                    getComputedStyle(node).display !== 'inline' && !['INPUT', 'SELECT', 'TBODY', 'THEAD', 'TR'].includes(node.tagName)).map(node => node.outerHTML.slice(0, 120))"""
            )
            assert cut == [], address
            assert page.locator("#yz-map").bounding_box()["width"] > 250
        page.evaluate("yzgeo.page.store.change({ lang: 'en' })")  # the button is in a menu on phones


def test_the_map_keeps_clear_of_the_panel_on_phones(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu", viewport=PHONE).page
    page.wait_for_timeout(400)
    label = page.locator(".zone-label", has_text="东吴").bounding_box()
    assert label["y"] + label["height"] <= page.locator("#yz-panel").bounding_box()["y"] + 20


def test_things_in_one_place_are_drawn_apart_and_labels_cover_no_label(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    overlaps = page.evaluate(
        """() => {
            const boxes = Array.from(document.querySelectorAll('.map-label')).filter(node => node.style.visibility !== 'hidden').map(node => node.getBoundingClientRect());
            let count = 0;
            boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => { if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) count += 1; }));
            return [boxes.length, count];
        }"""
    )
    assert overlaps[0] > 6
    assert overlaps[1] == 0


def test_on_a_low_screen_what_is_opened_stands_beside_the_map(visit: Any, page_file: Path) -> None:
    """A laptop of 1366 by 768 at 200 %, or a phone on its side."""
    page = visit(page_file, viewport={"width": 683, "height": 384}).page
    page.locator(".zone-row", has_text="东吴").click()
    page.wait_for_timeout(400)
    panel, stage = page.locator("#yz-panel").bounding_box(), page.locator("#yz-stage").bounding_box()
    assert -1 < panel["y"] < 384 - 100  # in sight, though the row that opened it was further down
    assert panel["x"] >= stage["x"] + stage["width"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 683
    label = page.locator(".zone-label", has_text="东吴").bounding_box()
    assert stage["x"] <= label["x"] < label["x"] + label["width"] <= stage["x"] + stage["width"]


def test_the_legend_folds_where_it_would_hide_the_map(visit: Any, page_file: Path) -> None:
    page = visit(page_file, viewport={"width": 900, "height": 700}).page
    folded = "!document.querySelector('#yz-legend').open"
    assert not page.evaluate(folded)
    page.locator(".zone-row").first.click()
    assert page.evaluate(folded)
    page.locator("#yz-legend > summary").click()
    page.locator(".zone-row").nth(1).click()
    assert not page.evaluate(folded)  # the reader's choice stays
    page.keyboard.press("Escape")
    assert not page.evaluate(folded)


def test_a_small_phone_keeps_some_of_the_map_above_the_sheet(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu", viewport={"width": 320, "height": 568}).page
    page.wait_for_timeout(400)
    assert page.locator("#yz-panel").bounding_box()["y"] - page.locator("#yz-stage").bounding_box()["y"] > 80


def test_the_legend_stands_clear_of_the_district_beside_a_panel(visit: Any, page_file: Path) -> None:
    """Where the panel leaves no room beside the district, there is some below it."""
    page = visit(page_file, "#target=low-efficiency-land").page
    page.wait_for_timeout(400)
    legend = page.locator("#yz-legend").bounding_box()
    for label in page.locator(".zone-label").all():
        box = label.bounding_box()
        assert box["x"] > legend["x"] + legend["width"] or box["y"] + box["height"] <= legend["y"] + 2
