"""The page in English: what is Chinese in it are the plan's own words, marked as Chinese."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from visiting import VIEWS

HAN = re.compile("[\u3400-\u9fff]+")
TEXTS = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (/[\u3400-\u9fff]/.test(node.data) && !node.parentElement.closest("script, style"))
            found.push([Boolean(node.parentElement.closest("[lang=zh]")), node.data]);
    }
    return found;
}"""


@pytest.fixture(scope="module")
def own_words() -> str:
    """The characters in the files of the plan and of its ground, without signs: misprints are told without theirs."""
    folder = Path(__file__).parents[1] / "geodata" / "yinzhou"
    files = [file for end in ("csv", "md", "json", "geojson") for file in folder.rglob(f"*.{end}")]
    assert files
    return "\n".join("".join(HAN.findall(file.read_text("utf-8"))) for file in files)


def test_what_is_chinese_on_the_english_page_is_the_plans_and_marked(
    visit: Any, page_file: Path, own_words: str
) -> None:
    seen = visit(page_file, "#lang=en")
    page, unmarked, strange = seen.page, set(), set()

    # What a misprint is suspected to stand for is not in the plan.
    suspected = page.evaluate("window.yzgeo.page.data.proofreading.map(one => one.suspected).join()")
    known = own_words + "\n" + suspected

    def read(where: str) -> None:
        page.wait_for_timeout(60)
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        page.wait_for_timeout(40)
        for is_marked, words in page.evaluate(TEXTS):
            if not is_marked:
                unmarked.add((where, words))
            strange.update((where, run) for run in HAN.findall(words) if run not in known)

    for view in VIEWS:
        seen.go(f"#view={view}")
        read(view)
    for table in ("parks", "zones", "targets", "findings"):
        seen.go(f"#view=projects&table={table}")
        read(table)
    seen.go("")
    keys = page.evaluate("Object.values(window.yzgeo.page.data.order).flatMap(keys => keys.slice(0, 4))")
    for key in keys:
        page.evaluate("key => window.yzgeo.page.open(key)", key)
        read(key)
    page.keyboard.press("Escape")
    for tool in ("print", "download"):
        page.locator(f'[data-tool="{tool}"]').click()
        read(tool)
        page.keyboard.press("Escape")
    assert unmarked == set()
    assert {one for one in strange if one[1] not in ("中文", "中")} == set()


def test_language_place_and_layers_stand_in_the_address(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu").page
    page.locator("#yz-lang").click()
    assert page.evaluate("location.hash") == "#zone=dongwu&lang=en"
    page.locator('[data-layer="towns"]').evaluate("box => box.click()")
    page.locator('[data-tool="zoom-in"]').click()
    page.wait_for_function("() => location.hash.includes('at=')")
    address = page.evaluate("location.hash")
    assert "layers=-towns" in address
    other = visit(page_file, address).page
    assert other.evaluate("document.documentElement.lang") == "en"
    assert not other.locator('[data-layer="towns"]').is_checked()
    where = "(({ lat, lng }, zoom) => [lat, lng, zoom])(window.yzgeo.page.leaflet.getCenter(), window.yzgeo.page.leaflet.getZoom())"
    assert other.evaluate(where) == pytest.approx(page.evaluate(where), abs=2e-3)


def test_the_language_is_a_step_of_the_history(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu").page
    language = "document.documentElement.lang"
    page.locator("#yz-lang").click()
    assert page.title().startswith("Dongwu")
    page.locator("#yz-tab-land").click()
    page.go_back()
    page.wait_for_function("() => location.hash === '#zone=dongwu&lang=en'")
    assert page.evaluate(language) == "en"
    page.go_back()
    page.wait_for_function("() => location.hash === '#zone=dongwu'")
    assert page.evaluate(language) == "zh"
    assert page.title().startswith("东吴产业集聚区")
    page.go_forward()
    page.wait_for_function(f"() => {language} === 'en'")
    page.evaluate("location.hash = '#view=land'")  # a link that names no language keeps the reader's
    page.wait_for_function("() => window.yzgeo.page.state.view === 'land'")
    assert page.evaluate(language) == "en"


def test_a_map_that_the_reader_moved_keeps_its_middle_beside_another_list(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    page.locator('[data-tool="zoom-in"]').click()
    page.wait_for_function("() => location.hash.includes('at=')")
    middle = "(({ lat, lng }) => [lat, lng])(window.yzgeo.page.leaflet.getCenter())"
    before = page.evaluate(middle)
    for view in ("land", "overview", "projects"):
        page.locator(f"#yz-tab-{view}").click()
        assert page.evaluate(middle) == pytest.approx(before, abs=2e-3), view


def test_a_map_that_nobody_moved_is_not_in_the_address(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    seen.go("#zone=dongwu")
    seen.page.wait_for_timeout(900)
    assert seen.page.evaluate("location.hash") == "#zone=dongwu"


def test_title_and_history_say_what_is_shown(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    page = seen.page
    page.locator("#yz-tab-land").click()
    assert page.title().startswith("土地 · ")
    page.evaluate("window.yzgeo.page.open('zone:dongwu')")
    assert page.title().startswith("东吴产业集聚区 · 土地 · ")
    page.go_back()
    page.wait_for_function("() => document.title.startsWith('土地')")
    page.go_back()
    page.wait_for_function("() => document.title.startsWith('总览')")
    page.go_forward()
    page.wait_for_function("() => document.title.startsWith('土地')")


def test_english_words_are_whole(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects&lang=en").page
    cut = page.evaluate(
        """() => [...document.querySelectorAll("#yz-table tbody td:nth-child(3), #yz-table tbody td:nth-child(4)")]
        .filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent)"""
    )
    assert cut == []
    page = visit(page_file, "#lang=en", viewport={"width": 390, "height": 844}).page
    broken = page.evaluate(
        """() => [...document.querySelectorAll(".share-bar .labels span")].filter((label) => {
          const word = document.createElement("span");
          word.style.cssText = "position:absolute;white-space:nowrap";
          return label.innerText.split(/\\s+/).some((one) => {
            word.textContent = one;
            label.appendChild(word);
            const width = word.offsetWidth;
            word.remove();
            return width > label.offsetWidth + 1;
          });
        }).map((label) => label.textContent)"""
    )
    assert broken == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_small_screen_has_every_tool_and_whole_names(visit: Any, page_file: Path, lang: str) -> None:
    page = visit(page_file, f"#lang={lang}", viewport={"width": 1024, "height": 768}).page
    for view in ("overview", "projects", "land"):
        page.locator(f"#yz-tab-{view}").click()
        for tool in [*page.locator("#yz-bar button:visible").all(), page.locator("#yz-query")]:
            box = tool.bounding_box()
            assert box["x"] >= 0, view
            assert box["x"] + box["width"] <= 1024, view
    page.locator("#yz-tab-overview").click()
    heights = page.locator(".zone-row th b").evaluate_all(
        "names => names.map((name) => name.getBoundingClientRect().height / parseFloat(getComputedStyle(name).lineHeight))"
    )
    assert len(heights) == 6
    assert max(heights) < 1.5
    assert page.evaluate("(([list]) => list.scrollWidth <= list.clientWidth)([document.querySelector('#yz-list')])")
