"""The page in a real browser with the network cut: what it shows, in both languages, and that it asks for nothing."""

from __future__ import annotations

import csv
import importlib.resources
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import toy
from visiting import HOSTILE, PHONE, VIEWS, WIDE

from yzgeo.plan.load import load
from yzgeo.publish.context import build_context
from yzgeo.publish.page import parcel_tiles
from yzgeo.publish.page import render as page_module
from yzgeo.publish.page.render import render


def test_the_page_asks_for_nothing_and_says_nothing(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    assert seen.requests == [page_file.as_uri()]
    assert seen.noise == []
    assert page_file.stat().st_size < 1_800_000


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_root_elements_and_layout(visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
    page = visit(page_file, viewport=viewport).page
    for name in ("map", "search", "layers", "legend", "findings", "lang", "panel"):
        assert page.locator(f"#yz-{name}").count() == 1, name
    assert page.locator("#yz-panel").is_hidden()
    assert page.locator("#yz-search input").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    box = page.locator("#yz-map").bounding_box()
    assert box["height"] > 300
    assert page.locator("#yz-map .leaflet-container").bounding_box()["height"] == box["height"]
    assert page.locator(".zone-label").all_inner_texts() != []


def test_chinese_is_drawn_with_real_glyphs(visit: Any, page_file: Path) -> None:
    """Two different characters look different: no row of boxes for a missing font."""
    page = visit(page_file).page
    pictures = page.evaluate(
        """() => ["鄞", "潘"].map(letter => {
            const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
            canvas.width = canvas.height = 40;
            pen.font = "32px " + getComputedStyle(document.body).fontFamily;
            pen.fillText(letter, 2, 34);
            return canvas.toDataURL();
        })"""
    )
    assert pictures[0] != pictures[1]


def test_a_zone_opens_from_list_map_search_and_address(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=mingzhou").page
    panel = page.locator("#yz-panel")
    assert "明州经济开发区核心区" in panel.inner_text()
    assert {"16.88 平方公里", "25,320 亩"} <= set(re.split("[；\n]", panel.inner_text()))
    page.get_by_text("东吴产业集聚区").first.click()
    assert "5.92 平方公里" in panel.inner_text()
    assert page.evaluate("location.hash") == "#zone=dongwu"
    page.go_back()
    page.wait_for_function("location.hash === '#zone=mingzhou'")
    assert "16.88 平方公里" in panel.inner_text()
    page.locator("#yz-panel .close").click()
    assert panel.is_hidden()
    page.locator("#yz-search input").fill("日月重工")
    page.locator("#yz-results button").first.click()
    assert "计划总投资" in panel.inner_text()
    page.locator("#yz-panel .close").click()
    page.locator("#yz-map path.leaflet-interactive").first.dispatch_event("click")
    assert "16.88 平方公里" in panel.inner_text()  # zones are drawn in the plan's order, above the district


def test_a_figure_is_one_click_from_its_clause(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu").page
    fact = page.locator("#yz-panel .fact", has_text="可利用面积")
    fact.locator(".chip").click()
    passage = fact.locator(".passage").inner_text()
    assert "形成东吴产业集聚区，可利用面积5.92平方公里" in passage
    assert "三、产业体系及布局" in passage


def test_every_number_in_the_list_opens_where_it_comes_from(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    for button in page.locator(".overview button").all():
        button.click()
        assert page.locator("#yz-panel .chip").count() > 0
    assert "5,000 亩（2025 年）" in page.locator("#yz-panel").inner_text()


def test_why_a_zone_is_flagged(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    row = page.locator(".zone-row", has_text="明州")
    assert row.locator(".flag").inner_text() == "3"  # industries too many, and unlike in text and table; parks unlike
    row.click()
    assert "多于 3 个" in "".join(page.locator("#yz-panel .finding").all_inner_texts())


def test_unlocated_projects_are_named(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-unlocated summary").click()
    listed = page.locator("#yz-unlocated").inner_text()
    assert listed.startswith("未定位项目 27")
    assert "电视机支架项目" in listed
    assert page.locator("#yz-unlocated ul").first.locator("li").count() == 27


def test_the_language_switches_without_reload(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#zone=longxi")
    page = seen.page
    page.locator("#yz-lang").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    text = page.locator("body").inner_text()
    assert "Longxi Industrial Agglomeration Area" in text
    assert {"7.08 km²", "10,620 mu"} <= set(re.split("; |\n", text))
    assert "Chapter 3 (2) 2, paragraph 5" in text
    assert seen.requests == [page_file.as_uri()]
    page.locator("#yz-lang").click()
    page.keyboard.press("Escape")  # beside an opened zone the list is folded to a rail
    interface = page.locator("#yz-list").inner_text()
    assert "东吴产业集聚区" in interface
    assert not re.findall(r"[A-Za-z]{4,}", re.sub(r"OpenStreetMap|GeoNames|CGCS|EPSG", "", interface))


def test_the_schematic_outline_has_no_line_and_is_said_to_be_schematic(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    assert page.locator("#yz-map path[data-look]").count() == 6
    assert page.locator("#yz-map path[data-look][stroke='none']").count() == 6
    assert "示意：边缘渐隐即不确定" in page.locator("#yz-legend").inner_text()
    page.evaluate("location.hash = '#zone=dongwu'")
    page.wait_for_selector("#yz-panel .fact")
    assert "示意范围" in page.locator("#yz-panel").inner_text()


def test_layers_can_be_switched(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    before = page.locator("#yz-map path").count()
    assert page.locator(".mark").count() == 7  # places of 16 projects
    page.locator("#yz-layers label", has_text="项目").locator("input").uncheck()
    assert page.locator(".mark").count() == 0
    page.locator("#yz-layers label", has_text="园区").locator("input").check()
    assert page.locator(".mark .park").count() == 13  # places of 18 parks
    page.locator("#yz-layers label", has_text="误差范围").locator("input").check()
    assert page.locator("#yz-map path").count() > before


def test_an_online_basemap_is_asked_for_only_when_chosen_and_its_failure_is_told(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    seen.page.locator("#yz-layers select").select_option("OpenStreetMap")
    seen.page.wait_for_selector("#yz-notice:not([hidden])")
    assert "底图没有载入" in seen.page.locator("#yz-notice").inner_text()
    assert any("tile.openstreetmap.org" in url for url in seen.requests)
    seen.page.get_by_text("东吴产业集聚区").first.click()
    assert "5.92" in seen.page.locator("#yz-panel").inner_text()


@pytest.fixture
def hostile_page(tmp_path: Path) -> Path:
    """The page of a plan in which every free text is an attack."""
    tables: dict[str, list[dict[str, Any]]] = {}
    columns = {
        "zones": ("name", "name_en", "positioning", "formed_from"),
        "places": ("name", "name_en", "source"),
        "parks": ("name", "name_en", "source"),
        "industries": ("name", "name_en"),
        "projects": ("name", "owner", "content", "industry", "floor_area_words", "land_reuse"),
        "project_locations": ("source",),
        "measures": ("name", "name_en", "unit"),
        "targets": ("name",),
        "zone_places": ("words",),
    }
    for name, free in columns.items():
        tables[name] = [{**row, **dict.fromkeys(free, HOSTILE)} for row in toy.TABLES[name]]
    tables["clauses"] = [{**row, "heading": HOSTILE, "label_en": HOSTILE, "text": HOSTILE} for row in toy.CLAUSES]
    folder = toy.make(tmp_path / "toy", **tables)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package |= {"title": HOSTILE, "title_en": HOSTILE, "version": HOSTILE}
    package |= {"sources": [{"title": HOSTILE, "path": HOSTILE}], "licenses": [{"name": "MIT", "title": HOSTILE}]}
    package["plan"] |= {"authority": HOSTILE, "district": HOSTILE}
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    page_file = tmp_path / "index.html"
    page_file.write_text(render(build_context(load(folder), "zh")), "utf-8")
    return page_file


def test_hostile_names_are_text_everywhere(visit: Any, hostile_page: Path, tmp_path: Path) -> None:
    seen = visit(hostile_page)
    page = seen.page
    assert page.locator("#yz-title").inner_text() == HOSTILE
    for _ in ("zh", "en"):
        for view in VIEWS:
            page.locator(f"#yz-tab-{view}").click()
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
            for number in range(4 if view == "findings" else 0):
                page.locator(".rule-row").nth(number).click()
        assert "onerror" in page.locator("#yz-sources").inner_text()
        page.locator("#yz-tab-overview").click()
        for kind, name in (
            ("zone", "north"),
            ("park", "mill"),
            ("project", "p1"),
            ("industry", "steel"),
            ("owner", quote(HOSTILE, safe="")),
            ("target", "floor-area-ratio"),
        ):
            seen.go(f"#{kind}={name}")
            assert "onerror" in page.locator("#yz-panel").inner_text(), kind
            for chip in page.locator("#yz-panel button.chip").all():
                chip.click()
            assert "onerror" in page.evaluate("window.yzgeo.page.download.geojson()")
            assert "onerror" in page.evaluate("window.yzgeo.page.download.csv()")
            assert page.evaluate("window.yzgeo.page.download.name()").find("<") < 0
        page.locator("#yz-search input").fill("onerror")
        assert page.locator("#yz-results [role=option]").count() > 5
        page.keyboard.press("Escape")
        page.locator("#yz-map path.leaflet-interactive").last.hover(force=True)
        page.locator('[data-tool="download"]').click()
        page.keyboard.press("Escape")
        page.evaluate("window.yzgeo.page.picture.draw().then(canvas => canvas.toDataURL())")
        page.evaluate("window.yzgeo.page.print.isRead.then(() => window.yzgeo.page.print.prepare('sheet'))")
        assert "onerror" in (page.locator("#yz-sheet").text_content() or "")
        page.evaluate("window.yzgeo.page.print.restore()")
        page.evaluate("window.yzgeo.page.print.prepare('A4')")
        assert "onerror" in page.locator("#yz-imprint").inner_text()
        page.pdf(path=tmp_path / "sheet.pdf")
        page.locator("#yz-lang").click()
    assert page.evaluate("window.hacked") is None
    assert seen.noise == []
    assert page.locator("img").count() == 0


def test_a_spreadsheet_takes_no_text_for_a_formula(visit: Any, tmp_path: Path) -> None:
    names = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", " =1", '=HYPERLINK("http://x","y")']
    projects = [
        {**toy.TABLES["projects"][0], "project_id": f"p{number}", "seq": number, "name": name, "owner": "-2"}
        for number, name in enumerate(names, start=1)
    ]
    page_file = tmp_path / "index.html"
    page_file.write_text(render(build_context(load(toy.make(tmp_path / "toy", projects=projects)), "zh")), "utf-8")
    text = visit(page_file, "#view=projects").page.evaluate("window.yzgeo.page.download.csv()")
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert [row["名称"][0] for row in rows] == ["'"] * len(names)
    assert {row["项目单位"] for row in rows} == {"'-2"}
    assert {row["计划总投资（亿元）"] for row in rows} == {"2.5"}  # numbers stay numbers


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    pages = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.html"
        command = [sys.executable, "-m", "yzgeo", "map", "-o", str(out)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"}, capture_output=True)
        pages.append(out.read_bytes())
    assert pages[0] == pages[1]


@pytest.mark.slow
def test_the_scripts_stand_in_the_page_as_they_are(page_file: Path) -> None:
    """Folium renders elements as templates: what looks like Jinja in scripts and styles is not run."""
    assets = importlib.resources.files("yzgeo.publish.page") / "assets"
    page = page_file.read_text("utf-8")
    for name in (*page_module.SCRIPTS, *page_module.STYLES):
        assert (assets / name).read_text("utf-8").strip() in page, name


NEWER = r"\.at\(|replaceChildren|structuredClone|replaceAll|\?\?=|\|\|=|&&=|:has\(|\binset:|aspect-ratio|@layer|@container|Object\.hasOwn"
"""What Chromium 80 does not know, and what nobody should need here."""
FORGET_NEWER = """
delete Array.prototype.at; delete String.prototype.at; delete String.prototype.replaceAll; delete Object.hasOwn;
delete window.structuredClone; delete Element.prototype.replaceChildren; delete Promise.any;
"""


def test_the_scripts_and_styles_ask_for_no_newer_browser() -> None:
    """Of what Chromium has learned since version 80 only what it can do without is used: focus-visible, flex gaps."""
    room = Path(page_module.__file__).parent
    scripts = list((room / "src").rglob("*.js"))
    assert scripts
    for file in (*scripts, *(room / "assets" / name for name in (*page_module.STYLES, parcel_tiles.STYLE))):
        assert re.findall(NEWER, file.read_text("utf-8").replace("not (inset: 0)", "")) == [], file.name


def test_the_libraries_inside_do_without_a_newer_browser(visit: Any, page_file: Path) -> None:
    """Every view opens, and a workbook is saved, where the browser lacks what Chromium 80 lacks."""
    seen = visit(page_file)
    page = seen.page
    page.add_init_script(FORGET_NEWER)
    page.reload()
    page.wait_for_function("window.yzgeo.ready === true")
    assert not page.evaluate("'replaceAll' in String.prototype || 'at' in Array.prototype")
    for view in VIEWS:
        page.locator(f"#yz-tab-{view}").click()
    page.locator("#yz-tab-projects").click()
    with page.expect_download() as saved:
        page.get_by_text("XLSX").click()
    assert saved.value.suggested_filename.endswith(".xlsx")
    assert seen.noise == []
