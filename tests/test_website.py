"""The site of the docs: built without a warning, no link leads nowhere, and it is read and searched with no network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import qgis_plugin
import website

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"width": 390, "height": 844}
LOADED = ("script", "img", "iframe", "source")
"""Elements whose address a browser asks for by itself."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as the guide says."""
    pytest.importorskip("mkdocs", reason='no MkDocs: run pip install -e ".[docs]"')
    into = tmp_path_factory.mktemp("site") / "site"
    command = [sys.executable, str(website.ROOT / "scripts" / "website.py"), "-o", str(into)]
    env = {**os.environ, "PYTHONPATH": str(website.ROOT)}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return into


class Reading:
    """A page opened from its file with the network cut, with all that it asked for and complained about."""

    def __init__(self, browser: Browser, file: Path, **context: Any) -> None:
        self.context = browser.new_context(offline=True, **context)
        self.page: Page = self.context.new_page()
        self.noise: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.noise.append(message.text))
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def found(self, words: str) -> list[str]:
        """Titles that the search gives for what is typed."""
        field = self.page.locator("input.md-search__input")
        field.fill(words)
        field.press("End")  # the search listens to keys, which an input method sends too
        self.page.locator(".md-search-result__item").first.wait_for(state="attached")
        self.page.wait_for_timeout(400)  # results of the word before are still replaced
        titles = self.page.locator(".md-search-result__item :is(h1, h2)").all_text_contents()
        return [title.replace("\u200b", "") for title in titles]


@pytest.fixture(scope="module")
def readings(browser: Browser) -> Iterator[Any]:
    opened: list[Reading] = []

    def read(file: Path, **context: Any) -> Reading:
        opened.append(Reading(browser, file, **context))
        return opened[-1]

    yield read
    for one in opened:
        one.context.close()


@pytest.mark.slow
def test_each_page_of_the_docs_is_on_both_sites(site: Path) -> None:
    pages = {file.name.removesuffix(".md").removesuffix(".zh") for file in (website.ROOT / "docs").glob("*.md")}
    for language in website.LANGUAGES:
        assert pages - {file.stem for file in (site / language).glob("*.html")} == set()
        assert f'<html lang="{language}"' in (site / language / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_nothing_leads_nowhere_and_nothing_is_loaded_from_a_host(site: Path) -> None:
    lost, external = website.check(site)
    assert lost == []
    assert {link.address for link in external if link.element in LOADED} == set()
    assert {link.element for link in external} <= {"a"}


@pytest.mark.slow
def test_what_a_reader_saves_is_on_the_site(site: Path) -> None:
    for language in website.LANGUAGES:
        downloads = site / language / "downloads"
        assert (downloads / "check_plan.py").read_bytes() == (website.ROOT / "scripts/check_plan.py").read_bytes()
        assert (downloads / "yzgeo_processing.zip").read_bytes() == qgis_plugin.pack({})
        for page, name in (("pipelines", "check_plan.py"), ("qgis-plugin", "yzgeo_processing.zip")):
            assert f'href="downloads/{name}"' in (site / language / f"{page}.html").read_text("utf-8")


@pytest.mark.slow
def test_notebooks_are_pages_with_what_they_showed(site: Path) -> None:
    for language in website.LANGUAGES:
        for name, words in (("planner", 'srcdoc="'), ("gis", 'srcdoc="'), ("pipeline", "unfinished-sentences")):
            page = (site / language / "notebooks" / f"{name}.html").read_text("utf-8")
            assert words in page
            assert f"notebooks/{name}.html" in (site / language / "how-to-gis.html").read_text("utf-8")
            assert ("下载这本笔记本" if language == "zh" else "Download this notebook") in page


def test_a_link_leads_to_a_file_of_the_site_and_to_an_element_of_it(tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text('<p id="有">', "utf-8")
    (tmp_path / "index.html").write_text(
        '<a href="other.html#%E6%9C%89">1</a> <a href="other.html#无">2</a> <a href="#top">3</a>'
        '<a href="gone.html">4</a> <img src="gone.png"> <a href="../elsewhere.html">5</a>'
        '<a href="https://example.org/">6</a> <script src="//example.org/x.js"></script>',
        "utf-8",
    )
    (tmp_path.parent / "elsewhere.html").write_text("outside of the folder that is handed on")
    lost, external = website.check(tmp_path)
    assert [link.address for link in lost] == [
        "other.html#无",
        "#top",
        "gone.html",
        "gone.png",
        "../elsewhere.html",
    ]
    assert [(link.element, link.address) for link in external] == [
        ("a", "https://example.org/"),
        ("script", "//example.org/x.js"),
    ]


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert website.main(["-o", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "led"), [("../LICENSE", "LICENSE"), ("../scripts/check_plan.py", "check_plan")])
def test_a_link_to_a_file_that_is_no_page_tells_its_path(name: str, led: str) -> None:
    hooks = pytest.importorskip("website_hooks", reason='no MkDocs: run pip install -e ".[docs]"')
    match = hooks.LINK.search(f"see [this]({name})")
    text = hooks._link(match, "install.md", website.ROOT / "docs" / "install.md", {}, "zh")
    assert text == f"this (`{name.removeprefix('../')}`)"
    assert led in text


@pytest.mark.slow
def test_no_line_break_divides_an_option_of_a_command() -> None:
    hooks = pytest.importorskip("website_hooks", reason='no MkDocs: run pip install -e ".[docs]"')
    html = 'a --b <code>x --into my-plan -o y-- z</code> <code title="--t">--no-x</code>'
    whole = hooks.on_page_content(html, None, None, None)
    option = '<span class="option">{}</span>'.format
    assert whole == re.sub(r"--into|-o|--no-x", lambda match: option(match[0]), html)


def test_the_search_finds_words_of_both_languages(site: Path, readings: Any) -> None:
    reading = readings(site / "zh" / "index.html")
    for words, title in (("示意范围", "示意"), ("台账", "台账"), ("shapefile", "Shapefile"), ("assign", "assign")):
        assert any(title in one for one in reading.found(words)), words
    english = readings(site / "en" / "index.html")
    assert any("assign" in title for title in english.found("assign"))
    for one in (reading, english):
        assert one.noise == []
        assert {address.split(":")[0] for address in one.requests} <= {"file", "data", "blob"}


def test_the_switch_leads_to_the_same_page_in_the_other_language(site: Path, readings: Any) -> None:
    page = readings(site / "index.html").page
    page.wait_for_url("**/zh/index.html")
    page.goto((site / "zh" / "exports.html").as_uri())
    assert "坐标系" in page.inner_text("article")
    assert "规划人员" in page.inner_text(".md-tabs")
    page.click("text=English")
    page.wait_for_url("**/en/exports.html")
    assert "Planners" in page.inner_text(".md-tabs")
    page.click("text=中文")
    page.wait_for_url("**/zh/exports.html")


def test_no_page_is_wider_than_a_phone(site: Path, readings: Any) -> None:
    reading = readings(site / "zh" / "index.html", viewport=PHONE)
    wider = {}
    for language in website.LANGUAGES:
        for file in sorted((site / language).glob("*.html")):
            reading.page.goto(file.as_uri(), wait_until="commit")
            reading.page.wait_for_load_state("domcontentloaded")
            beyond = reading.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if beyond > 0:
                wider[f"{language}/{file.name}"] = beyond
    assert wider == {}
    assert reading.noise == []
