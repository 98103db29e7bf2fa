"""Plans of all sizes and states: what is handed over builds, says nothing of what is absent, and can be read."""

from __future__ import annotations

import csv
import html
import io
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from made_plans import SIZES, make
from visiting import PHONE, WIDE

from yzgeo.core import palette
from yzgeo.plan.load import load
from yzgeo.plan.missing import missing
from yzgeo.plan.template import create
from yzgeo.publish.build import build
from yzgeo.publish.context import build_context
from yzgeo.publish.page.render import render
from yzgeo.publish.report.findings import names, place_names
from yzgeo.stats.collect import collect, flatten
from yzgeo.stats.formats import csv as csv_format
from yzgeo.stats.formats import text as text_format

NOT_WORDS = re.compile(r"(?<![A-Za-z_.-])(nan|NaN|undefined|null|None(?!\.))(?![A-Za-z_-])")
"""What a program says where a person would say nothing or a dash."""
NONE_OF_THEM = re.compile(r"(?<![\d.,])0 (个项目|个园区|个片区|projects|parks|zones)(?! more)")
TABS = "() => Array.from(document.querySelectorAll('#yz-views [role=tab]'), tab => tab.dataset.view)"
LABELS = """() => Array.from(document.querySelectorAll('#yz-map .map-label'))
    .filter(node => node.style.visibility !== 'hidden' && node.getClientRects().length)
    .map(node => { const box = node.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom, node.innerText]; })"""
TOUCH_PX = 1
FADED_MS = 400
"""Labels of the view before have faded by then."""


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The folder of a made plan by its name, made once."""
    made: dict[str, Path] = {}

    def folder(name: str) -> Path:
        if name not in made:
            made[name] = make(tmp_path_factory.mktemp("made") / "plan", SIZES[name])
        return made[name]

    return folder


@pytest.fixture(scope="session")
def pages(plans: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The page of a made plan by the plan's name, made once."""
    files: dict[str, Path] = {}

    def page(name: str) -> Path:
        if name not in files:
            files[name] = tmp_path_factory.mktemp("page") / "index.html"
            files[name].write_text(render(build_context(load(str(plans(name))), "zh")), "utf-8")
        return files[name]

    return page


def words_of(page: str) -> str:
    """What a page of HTML shows, scripts, styles and attributes left out."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "\n", bare))


@pytest.mark.slow
@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_plan_builds_and_no_file_speaks_as_programs_do(name: str, lang: Any, plans: Any, tmp_path: Path) -> None:
    plan = load(str(plans(name)))
    told = build(plan, tmp_path, lang, lambda line: None)
    report = words_of((tmp_path / "report.html").read_text("utf-8"))
    for text in (told, report, (tmp_path / "使用说明.txt").read_text("utf-8")):
        assert NOT_WORDS.findall(text) == []
    if not SIZES[name].projects:
        assert "个项目" not in told
        assert NONE_OF_THEM.findall(report) == []
    data = re.search(
        r'<script[^>]*id="yz-data"[^>]*>(.*?)</script>', (tmp_path / "index.html").read_text("utf-8"), re.DOTALL
    )
    assert data
    assert [text for text in _texts(json.loads(data[1])) if text in {"nan", "None", "NaN"}] == []
    drawn = bool(SIZES[name].zones or SIZES[name].projects)
    assert (tmp_path / "data" / "plan.gpkg").exists() == drawn


def _texts(content: Any) -> list[str]:
    if isinstance(content, dict):
        return [text for value in content.values() for text in _texts(value)]
    if isinstance(content, list):
        return [text for value in content for text in _texts(value)]
    return [content] if isinstance(content, str) else []


@pytest.mark.slow
def test_a_new_folder_builds_and_is_told_what_it_lacks(tmp_path: Path) -> None:
    create(tmp_path / "new")
    told = build(load(str(tmp_path / "new")), tmp_path / "maps", "zh", lambda line: None)
    assert "规划文件夹还是空的" in told
    for wanted in ("规划原文", "区界", "片区"):
        assert wanted in told
    assert "yzgeo " not in told  # in words, not in commands
    note = (tmp_path / "maps" / "使用说明.txt").read_text("utf-8")
    assert "没有画出片区范围" in note
    assert "projects.geojson：投资项目：规划没有，为空" in note


@pytest.mark.slow
def test_only_what_every_plan_has_is_called_missing(plans: Any) -> None:
    assert [gap.zh.partition("：")[0] for gap in missing(load(str(plans("nothing"))))] == ["区界", "片区"]
    assert [gap.zh.partition("：")[0] for gap in missing(load(str(plans("zones alone"))))] == ["范围"]
    assert missing(load(str(plans("one zone")))) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("zones alone", {"projects", "parks"}),
        ("thirteen zones without areas", {"projects", "parks"}),
        ("projects alone", {"zones", "parks"}),
        ("nothing", {"projects", "parks", "zones"}),
    ],
)
def test_absent_subjects_have_no_table_and_no_column(name: str, absent: set[str], plans: Any) -> None:
    statistics = collect(load(str(plans(name))))
    tables = flatten(statistics)
    for subject in absent:
        assert not [table.name for table in tables if table.name.partition(".")[0] == subject]
    columns = {column for table in tables for row in table.rows for column in row}
    items = {row["item"] for table in tables if table.name == "summary" for row in table.rows}
    if "projects" in absent:
        assert not {"project_count", "investment_100m_yuan", "new_land_mu"} & (columns | items)
    if "parks" in absent:
        assert "parks" not in columns | items
    shown = text_format.render(statistics, "zh").decode("utf-8")
    rows = list(csv.reader(io.StringIO(csv_format.render(statistics, "en").decode("utf-8-sig"))))
    for text in (shown, *itertools.chain.from_iterable(rows)):
        assert NOT_WORDS.findall(text) == []


@pytest.mark.slow
def test_what_is_not_known_is_no_sum(plans: Any) -> None:
    totals = collect(load(str(plans("no outlines"))))["summary"]
    assert totals["investment_100m_yuan"] is None
    assert totals["new_land_mu"] is None
    assert totals["usable_area_km2"] is None


def test_colours_tell_zones_apart_or_go_by_kind() -> None:
    for zones in (1, 6):
        colours = palette.zone_colours(range(zones), ["core"] * zones)  # type: ignore[arg-type]
        assert len(set(colours.values())) == zones
    ids, kinds = list("abcdefghijkl"), ["core", "带", None] * 4
    colours = palette.zone_colours(ids, kinds)
    by_kind = {kind: {colours[one] for one, its in zip(ids, kinds, strict=True) if its == kind} for kind in kinds}
    assert {len(found) for found in by_kind.values()} == {1}
    assert len(set(colours.values())) == 3
    assert by_kind[None] == {palette.QUIET}
    assert len(set(palette.zone_colours(ids, [None] * 12).values())) == 1
    assert palette.print_colours(ids[:2], ["core", "core"]) == dict.fromkeys("ab", palette.PRINT_TONES[0])


@pytest.mark.parametrize(
    ("name", "tabs"),
    [
        ("one zone", ["overview", "industries", "projects", "land", "findings"]),
        ("thirteen zones without areas", ["overview", "industries", "projects", "compare", "findings"]),
        ("no outlines", ["overview", "industries", "projects", "compare", "findings"]),
        ("zones alone", ["overview", "projects", "compare", "findings"]),
        ("projects alone", ["overview", "projects", "findings"]),
        ("nothing", ["overview", "findings"]),
    ],
)
def test_the_page_has_the_views_of_what_there_is(name: str, tabs: list[str], visit: Any, pages: Any) -> None:
    for lang in ("zh", "en"):
        seen = visit(pages(name))
        assert seen.page.evaluate(TABS) == tabs
        if lang == "en":
            seen.page.locator("#yz-lang").click()
        for tab in tabs:
            seen.page.locator(f"#yz-tab-{tab}").click()
            text = seen.page.locator("#yz-app").inner_text()
            assert NOT_WORDS.findall(text) == []
            if not SIZES[name].projects:
                assert NONE_OF_THEM.findall(text) == []
            assert seen.page.locator("#yz-view h2").count() == 0 or seen.page.locator("#yz-view").inner_text().strip()
        assert seen.noise == []
        seen.context.close()


@pytest.mark.parametrize("name", ["many industries without English", "sixty zones, 500 projects"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_label_lies_on_another(name: str, viewport: dict[str, int], visit: Any, pages: Any) -> None:
    seen = visit(pages(name), viewport=viewport)
    for tab in ("overview", "industries", "projects", "land"):
        seen.page.locator(f"#yz-tab-{tab}").click()
        seen.page.wait_for_timeout(FADED_MS)
        boxes = seen.page.evaluate(LABELS)
        assert len(boxes) > 3 or tab == "projects"  # the map is small beside a table
        for one, other in itertools.combinations(boxes, 2):
            apart = (
                one[0] >= other[2] - TOUCH_PX
                or other[0] >= one[2] - TOUCH_PX
                or one[1] >= other[3] - TOUCH_PX
                or other[1] >= one[3] - TOUCH_PX
            )
            assert apart, (tab, one, other)
    assert seen.noise == []


def test_hundreds_of_projects_are_marks_with_count_and_sum_that_open(visit: Any, pages: Any) -> None:
    """Each of the projects with a place is in one mark, which tells how many and how much it stands for."""
    seen = visit(pages("sixty zones, 500 projects"))
    page = seen.page
    stands_for = "() => yzgeo.page.map.marks().map(mark => mark.all.map(project => project.key))"
    marked = page.evaluate(stands_for)
    keys = [key for mark in marked for key in mark]
    assert len(keys) == len(set(keys)) == 400  # those with a place, each once
    assert 10 < len(marked) == page.locator("#yz-map .mark").count() < 400
    largest = page.locator(
        f'#yz-map .mark[data-place="{page.evaluate("() => yzgeo.page.map.marks()[0].host.place_id")}"] .face'
    )
    largest.first.click()
    popup = page.locator(".leaflet-popup")
    popup.wait_for()
    assert re.search(rf"· {len(marked[0])} 个项目 · [\d.,]+ 亿元", popup.locator("p").inner_text())
    assert popup.locator("li").count() == len(marked[0])
    popup.locator("li button").first.click()
    page.locator("#yz-panel").wait_for()
    page.evaluate("() => yzgeo.page.leaflet.setZoom(14, { animate: false })")
    places = page.evaluate("() => yzgeo.page.data.sites.filter(site => site.projects.length).length")
    assert len(page.evaluate(stands_for)) == places  # where there is room each place has its own
    assert seen.noise == []


def test_a_wide_matrix_scrolls_beside_its_first_column(visit: Any, pages: Any) -> None:
    seen = visit(pages("many industries without English"), "#view=industries")
    matrix = seen.page.locator(".matrix")
    matrix.scroll_into_view_if_needed()
    assert matrix.evaluate("node => node.scrollWidth > node.clientWidth")
    head = matrix.locator("tbody th").first
    before = head.bounding_box()
    matrix.evaluate("node => { node.scrollLeft = 60; }")
    assert head.bounding_box()["x"] == pytest.approx(before["x"], abs=1)
    assert seen.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    heads = matrix.locator("thead button").evaluate_all("all => all.map(one => one.offsetHeight > one.offsetWidth)")
    assert all(heads)
    assert seen.page.locator("#yz-legend li", has_text="产业带").count() == 1


@pytest.mark.slow
def test_a_place_with_the_id_of_a_zone_keeps_its_name(plans: Any) -> None:
    plan = load(str(plans("one zone")))
    assert names(plan)["z0"].zh == "北桥经济技术开发区核心区"
    assert place_names(plan)["z0"].zh == "北桥镇"
