"""Page, report and page of places in Firefox: opened from a file without a network, used by click and key, printed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from visiting import PHONE, VIEWS

from yzgeo.plan.load import load
from yzgeo.publish.context import build_context
from yzgeo.publish.places.render import render as render_places
from yzgeo.publish.report.render import render as render_report

if TYPE_CHECKING:
    from firefox_driven import Firefox

READY = "window.yzgeo?.ready === true"
CONTROL = """<!doctype html><meta charset="utf-8"><title>control</title>
<button onclick="Promise.reject(new Error('rejected')); console.log('said')">?</button>
<script>
addEventListener("load", () => { new Image().src = "http://localhost:8080/asked.png"; });
setTimeout(() => { throw new Error("thrown"); });
</script>"""


@pytest.fixture
def page(firefox: Firefox, page_file: Path) -> Firefox:
    """The page of the built-in plan, ready."""
    firefox.open(page_file)
    firefox.wait(READY)
    return firefox


def quiet(firefox: Firefox) -> None:
    assert firefox.noise == []
    assert firefox.requests == []


def test_firefox_tells_what_a_page_says_asks_for_and_breaks(firefox: Firefox, tmp_path: Path) -> None:
    """Else none of the tests below could fail."""
    file = tmp_path / "control.html"
    file.write_text(CONTROL, "utf-8")
    firefox.open(file)
    firefox.click("button")
    firefox.evaluate("new Promise(done => setTimeout(done, 300))")
    noise = "\n".join(firefox.noise)
    assert all(word in noise for word in ("rejected", "said", "thrown"))
    assert firefox.requests == ["http://localhost:8080/asked.png"]


def test_views_open_by_click(page: Firefox) -> None:
    lists = set()
    for name in VIEWS:
        page.click(f"#yz-tab-{name}")
        page.wait(f"location.hash === '{'' if name == 'overview' else f'#view={name}'}'")
        sheet = {"projects": "table", "compare": "compare", "findings": "reading"}.get(name, "list")
        lists.add(page.text(f"#yz-{sheet}"))
    assert len(lists) == len(VIEWS)
    assert all(len(text) > 100 for text in lists)
    quiet(page)


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["wide", "phone"])
def test_what_an_address_opens_is_told_in_the_panel(
    firefox: Firefox, page_file: Path, viewport: dict[str, int] | None
) -> None:
    firefox.open(page_file, "#zone=dongwu", **(viewport or {}))
    firefox.wait(READY)
    assert "5.92" in firefox.text("#yz-panel")
    assert firefox.evaluate("document.documentElement.scrollWidth <= innerWidth")
    firefox.evaluate("void (location.hash = '#project=a3-13')")
    firefox.wait("document.getElementById('yz-panel').innerText.includes('平塘')")
    firefox.ask("press", key="Escape")
    firefox.wait("document.getElementById('yz-panel').hidden")
    quiet(firefox)


def test_search_finds_by_pinyin_and_by_key_opens(page: Firefox) -> None:
    page.ask("type", selector="#yz-search input", text="riyue")
    page.wait("document.body.innerText.includes('日月重工')")
    page.ask("press", key="ArrowDown")
    page.ask("press", key="Enter")
    page.wait("!document.getElementById('yz-panel').hidden")
    assert "日月" in page.text("#yz-panel")
    quiet(page)


def test_the_language_is_switched(page: Firefox) -> None:
    page.click("#yz-lang")
    page.wait("document.documentElement.lang.startsWith('en')")
    assert "Dongwu" in page.evaluate("document.body.innerText")
    quiet(page)


def test_a_dark_page_has_dark_bars_to_scroll(page: Firefox) -> None:
    bars = "getComputedStyle(document.getElementById('yz-list')).scrollbarColor"
    for _ in range(3):  # the theme goes in a round
        if page.evaluate("document.documentElement.dataset.theme") != "dark":
            page.click("[data-tool=theme]")
    page.wait("document.documentElement.dataset.theme === 'dark'")
    thumb, track = page.evaluate(
        f"{bars}.match(/rgb\\([^)]*\\)/g).map(colour => colour.match(/\\d+/g).reduce((sum, one) => sum + Number(one), 0))"
    )
    assert track < 3 * 64 < thumb  # of 255 each
    quiet(page)


def test_refused_full_screen_is_told_and_breaks_nothing(page: Firefox) -> None:
    page.evaluate(
        "void (Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Fullscreen request denied')))"
    )
    page.click("[data-tool=full]")
    page.wait("!document.getElementById('yz-notice').hidden")
    assert "全屏" in page.text("#yz-notice")
    quiet(page)


def test_full_screen_comes_and_goes(page: Firefox) -> None:
    for state in (True, False):
        page.click("[data-tool=full]")
        page.wait(f"Boolean(document.fullscreenElement) === {str(state).lower()}")
    quiet(page)


def test_the_page_is_printed_from_its_button(page: Firefox) -> None:
    printed = page.folder / "mozilla.pdf"
    printed.unlink(missing_ok=True)
    page.click("[data-tool=print]")
    page.click("#yz-dialog button[type=submit]")
    until = time.monotonic() + 30
    while not (printed.is_file() and printed.read_bytes().rstrip().endswith(b"%%EOF")):
        assert time.monotonic() < until, list(page.folder.iterdir())
        time.sleep(0.1)
    assert page.evaluate("window.yzgeo.page.state.printing") is None  # the page is as it was
    quiet(page)


def test_pictures_are_drawn(page: Firefox) -> None:
    assert page.evaluate("window.yzgeo.page.picture.draw().then(canvas => canvas.width)") > 0
    quiet(page)


def test_the_report_opens_and_prints(firefox: Firefox, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(render_report(build_context(load("yinzhou"), "zh")), "utf-8")
    firefox.open(file)
    firefox.wait(READY)
    firefox.click("#yz-lang")
    firefox.wait("document.documentElement.lang.startsWith('en')")
    assert firefox.pdf().startswith(b"%PDF")
    quiet(firefox)


def test_the_page_of_places_opens(firefox: Firefox, tmp_path: Path) -> None:
    file = tmp_path / "places.html"
    file.write_text(render_places(load("yinzhou"), "zh"), "utf-8")
    firefox.open(file)
    firefox.wait(READY)
    quiet(firefox)


def test_hostile_text_stays_text(firefox: Firefox, page_file: Path) -> None:
    firefox.open(page_file, "#owner=" + quote("<img src=x onerror=window.hacked=1>"))
    firefox.wait(READY)
    assert firefox.evaluate("window.hacked") is None
    quiet(firefox)
