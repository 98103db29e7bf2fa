"""The table and the filter: what a reader asks of the plan's lists, in clicks, and what can be taken along."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
import shapely
import toy
from visiting import HOSTILE, PHONE

from yzgeo.checks.proofreading import with_sic
from yzgeo.core.i18n import Text
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.context import build_context
from yzgeo.publish.page import views
from yzgeo.publish.page.render import render

pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")
ROWS = "#yz-table tbody tr[data-place]"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load("yinzhou")


def column(page: Any, title: str) -> list[str]:
    """The cells in sight under a heading."""
    heads = [
        head.split("\n")[0].split(" ")[0].strip("▾▴") for head in page.locator("#yz-table thead th").all_inner_texts()
    ]
    place = heads.index(title)
    return [row.locator("th, td").nth(place).inner_text() for row in page.locator(ROWS).all()]


def names(page: Any) -> list[str]:
    """The names of the rows in order, whether in sight or not."""
    rows: list[str] = page.evaluate(
        "(() => { const { source, rows } = window.yzgeo.page.table.drawn();"
        " return Array.from(rows, row => source.columns[0].value(row)); })()"
    )
    return rows


def sort_by(page: Any, title: str) -> str:
    head = page.locator("#yz-table thead th", has=page.locator("button", has_text=title))
    head.locator("button").click()
    direction: str = head.get_attribute("aria-sort")
    return direction


def choose(page: Any, part: str, value: str) -> None:
    page.locator(f"[aria-controls=yz-filter-{part}]").click()
    page.locator(f'#yz-filter-{part} [data-value="{value}"]').click()
    page.keyboard.press("Escape")


def expected(plan: Plan, rows: pd.Series) -> set[str]:
    return set(plan.projects.loc[rows, "name"])


def test_projects_below_the_ratio_asked_for_are_two_steps_away(visit: Any, page_file: Path, plan: Plan) -> None:
    seen = visit(page_file)
    page = seen.page
    page.locator("#yz-tab-projects").click()
    field = page.locator("[data-range=ratio] input[type=number]").last
    field.fill("2")
    field.press("Enter")
    page.wait_for_function("location.hash.includes('ratio=-2')")
    ratios = plan.projects["floor_area_ratio"]
    assert set(names(page)) == expected(plan, ratios <= 2)
    assert sort_by(page, "容积率") in ("ascending", "descending")
    if page.locator("#yz-table th[aria-sort=descending]").count():
        assert sort_by(page, "容积率") == "ascending"
    shown = [float(text) for text in column(page, "容积率")]
    assert shown == sorted(shown) == sorted(round(ratio, 2) for ratio in ratios[ratios <= 2])
    found = {
        row.locator("th").inner_text().split("\n")[0]
        for row in page.locator(ROWS).all()
        if row.locator(".below-asked").count()
    }
    context = build_context(plan, "zh")
    told = {
        finding.subject.removeprefix("project:")
        for finding in context.outcome.findings
        if finding.rule == "floor-area-ratio"
    }
    assert found == expected(plan, plan.projects["project_id"].isin(told))
    assert seen.noise == []


def test_a_slider_moves_by_keys_and_is_in_the_address_once_let_go(visit: Any, page_file: Path, plan: Plan) -> None:
    page = visit(page_file, "#view=projects").page
    low = page.locator("[data-range=investment] input[type=range]").first
    low.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    value = float(low.get_attribute("aria-valuetext").split(" ")[0])
    assert 0 < value < plan.projects["investment_100m_yuan"].max()
    assert set(names(page)) == expected(plan, plan.projects["investment_100m_yuan"] >= value)
    page.wait_for_function(f"location.hash === '#view=projects&investment={value:g}-'")


def test_a_class_and_an_investment_above_five(visit: Any, page_file: Path, plan: Plan) -> None:
    page = visit(page_file, "#view=projects").page
    choose(page, "classes", "汽车")
    field = page.locator("[data-range=investment] input[type=number]").first
    field.fill("5")
    field.press("Enter")
    projects = plan.projects
    wanted = (projects["industry"] == "汽车") & (projects["investment_100m_yuan"] >= 5)
    assert set(names(page)) == expected(plan, wanted)
    assert page.evaluate("decodeURIComponent(location.hash)") == "#view=projects&class=汽车&investment=5-"
    foot = page.locator("#yz-table tfoot").inner_text()
    assert f"{int(wanted.sum())} 项合计" in foot
    assert f"{projects.loc[wanted, 'investment_100m_yuan'].sum():.2f}" in foot
    page.locator("#yz-tab-overview").click()
    told = page.locator("#yz-filter").inner_text()
    assert "汽车" in told
    assert "5" in told
    page.go_back()
    page.go_back()
    page.wait_for_function("decodeURIComponent(location.hash) === '#view=projects&class=汽车'")
    assert set(names(page)) == expected(plan, projects["industry"] == "汽车")
    page.locator("#yz-filter .clear").click()
    assert len(names(page)) == len(projects)


def test_warnings_of_one_zone_with_its_projects_and_parks(visit: Any, page_file: Path, plan: Plan) -> None:
    page = visit(page_file, "#view=projects").page
    page.locator("[data-table=findings]").click()
    choose(page, "zones", "dongwu")
    page.locator("#yz-filter [data-value=warning]").click()
    rows = page.evaluate(
        "(() => { const { source, rows } = window.yzgeo.page.table.drawn();"
        " return Array.from(rows, row => source.columns.find(one => one.id === 'message').value(row)); })()"
    )
    zones = views.zones_of_subjects(plan)
    outcome = build_context(plan, "zh").outcome
    wanted = [
        with_sic(finding.message, outcome.proofreading).zh
        for finding in outcome.findings
        if finding.severity == "warning" and any("dongwu" in zones.get(key, []) for key in finding.subjects)
    ]
    assert rows == wanted
    assert rows
    assert page.evaluate("location.hash") == "#view=projects&table=findings&zone_in=dongwu&severity=warning"


def test_where_an_owner_invests(visit: Any, page_file: Path, plan: Plan) -> None:
    page = visit(page_file).page
    page.locator("#yz-search input").fill("日月重工")
    page.locator("#yz-results [role=group][aria-label*=单位] [role=option]").first.click()
    panel = page.locator("#yz-panel").inner_text()
    own = plan.projects[plan.projects["owner"] == "日月重工"]
    assert all(name in panel for name in own["name"])
    assert "42.6 亿元" in panel


def test_the_table_is_saved_as_it_stands(visit: Any, page_file: Path, plan: Plan, tmp_path: Path) -> None:
    seen = visit(page_file, "#view=projects&zone_in=mingzhou,~unlocated")
    page = seen.page
    while sort_by(page, "投资") != "descending":
        pass
    projects = plan.projects
    wanted = projects[(projects["zone_id"] == "mingzhou") | projects.geometry.isna()]
    wanted = wanted.sort_values("investment_100m_yuan", ascending=False, kind="stable")
    files = {}
    for ending in ("csv", "xlsx"):
        with page.expect_download() as download:
            page.locator(f"[data-save=save_{ending}]").click()
        files[ending] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[ending])
        assert files[ending].name == f"yzgeo-projects.{ending}"
    rows = list(csv.DictReader(io.StringIO(files["csv"].read_text("utf-8-sig"))))
    sheet = openpyxl.load_workbook(files["xlsx"]).active
    head, *lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head == list(rows[0])
    name, money, site = head.index("项目 · 业主"), head.index("投资（亿元）"), head.index("用地（亩）")
    assert [line[name] for line in lines] == [row["项目 · 业主"] for row in rows]
    assert sorted(line[name] for line in lines) == sorted(wanted["name"])
    assert (
        [line[money] for line in lines]
        == [float(row["投资（亿元）"]) for row in rows]
        == list(wanted["investment_100m_yuan"])
    )
    by_name = wanted.set_index("name")
    for line, row in zip(lines, rows, strict=True):
        stated = by_name.loc[line[name], "site_mu"]
        assert (line[site], row["用地（亩）"]) == ((None, "") if pd.isna(stated) else (stated, f"{stated:.15g}"))
        assert line[head.index("业主")] == by_name.loc[line[name], "owner"]
    assert seen.noise == []


def test_a_workbook_takes_no_text_for_a_formula_nor_for_a_number(visit: Any, tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(1)", "007", "1e5", "bell\u0007", HOSTILE]
    projects = [
        {**toy.TABLES["projects"][0], "project_id": f"p{number}", "seq": number, "name": f"n{number}", "owner": text}
        for number, text in enumerate(texts, start=1)
        if "\u0007" not in text
    ]
    file = tmp_path / "index.html"
    file.write_text(render(build_context(load(toy.make(tmp_path / "toy", projects=projects)), "zh")), "utf-8")
    seen = visit(file, "#view=projects&sort=name")
    with seen.page.expect_download() as download:
        seen.page.locator("[data-save=save_xlsx]").click()
    download.value.save_as(tmp_path / "taken.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "taken.xlsx").active
    head, *lines = list(sheet.iter_rows())
    owner = [cell.value for cell in head].index("业主")
    assert [line[owner].value for line in lines] == [project["owner"] for project in projects]
    assert {line[owner].data_type for line in lines} == {"s"}
    assert seen.page.evaluate("window.hacked") is None
    assert seen.page.locator("img").count() == 0
    assert seen.noise == []


def test_a_row_and_the_map_mark_each_other(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    row = page.locator(ROWS).nth(4)
    key = row.locator(".row-open").get_attribute("data-key")
    row.hover()
    assert page.evaluate("window.yzgeo.page.state.hovered") == key
    page.locator("#yz-tab-projects").hover()
    assert page.evaluate("window.yzgeo.page.state.hovered") is None
    last = page.evaluate(
        "(() => { const { source, rows } = window.yzgeo.page.table.drawn(); return source.key(rows[rows.length - 1]); })()"
    )
    assert page.locator(f'.row-open[data-key="{last}"]').count() == 0
    page.evaluate("key => window.yzgeo.page.store.change({ hovered: key })", last)  # as a mark of the map does
    pointed = page.locator(f'{ROWS}.hovered .row-open[data-key="{last}"]')
    pointed.wait_for()
    foot = page.locator("#yz-table tfoot").bounding_box()
    box = pointed.bounding_box()
    assert box["y"] + box["height"] <= foot["y"] + 1
    page.evaluate("window.yzgeo.page.store.change({ hovered: null })")
    page.locator(ROWS).nth(3).locator("td").nth(2).click()
    assert page.locator(f"{ROWS}.chosen").count() == 1
    assert page.locator("#yz-panel").is_hidden()


def test_rows_are_reached_and_opened_by_keys(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    page.locator(".row-open").first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "ArrowUp", "Home", "PageDown", "ArrowDown"):
        page.keyboard.press(key)
        page.wait_for_timeout(30)
        assert page.evaluate("document.activeElement.className") == "row-open", key
    place = page.evaluate("document.activeElement.closest('tr').dataset.place")
    key = page.evaluate("document.activeElement.dataset.key")
    assert int(place) > 2
    page.keyboard.press("Enter")
    page.locator("#yz-panel h2").wait_for()
    assert page.evaluate("window.yzgeo.page.state.opened") == key
    page.keyboard.press("Escape")
    page.wait_for_function("key => document.activeElement.dataset.key === key", arg=key)


@pytest.mark.parametrize("kind", ["projects", "parks", "zones", "targets", "findings"])
def test_every_kind_has_a_table_that_sorts_by_each_column(visit: Any, page_file: Path, kind: str) -> None:
    seen = visit(page_file, f"#view=projects&table={kind}")
    page = seen.page
    count = page.evaluate("kind => window.yzgeo.page.table.count(kind)", kind)
    assert count > 0
    for head in page.locator("#yz-table thead th button").all():
        head.click()
        rows = names(page)
        assert len(rows) == count
    assert page.locator("#yz-table th[aria-sort=ascending], #yz-table th[aria-sort=descending]").count() == 1
    assert page.locator("#yz-table").inner_text().find("NaN") < 0
    assert page.locator("#yz-table").inner_text().find("undefined") < 0
    page.locator("#yz-lang").click()
    assert len(names(page)) == count
    assert seen.noise == []
    assert seen.requests == [page_file.as_uri()]


def test_columns_are_chosen_and_restored(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    before = page.locator("#yz-table thead th").all_inner_texts()
    page.locator("[aria-controls=yz-columns]").click()
    page.locator("#yz-columns label", has_text="位置依据").click()
    assert "位置依据" in page.locator("#yz-table thead").inner_text()
    page.locator("#yz-columns .link-button").click()
    assert page.locator("#yz-table thead th").all_inner_texts() == before


def test_what_is_not_stated_is_no_nought_and_nothing_that_matches_is_said(
    visit: Any, page_file: Path, plan: Plan
) -> None:
    page = visit(page_file, "#view=projects").page
    stated = plan.projects["site_mu"].notna().sum()
    assert f"载 {stated} 项" in page.locator("#yz-table tfoot").inner_text()
    page.locator("[data-range=ratio] input[type=checkbox]").click()
    assert page.evaluate("location.hash") == "#view=projects&ratio=stated"
    assert set(names(page)) == expected(plan, plan.projects["floor_area_ratio"].notna())
    page.evaluate("location.hash = '#view=projects&investment=1000-'")
    page.locator("#yz-table .nothing", has_text="无符合项").wait_for()
    page.locator("#yz-table .nothing button").click()
    assert len(names(page)) == len(plan.projects)


def test_a_plan_that_asks_for_no_ratio_has_no_mark_of_it(visit: Any, tmp_path: Path) -> None:
    plan = load("yinzhou")
    bare = plan.targets[plan.targets["measure_id"] != "floor-area-ratio"]
    file = tmp_path / "index.html"
    file.write_text(render(build_context(replace(plan, targets=bare), "zh")), "utf-8")
    page = visit(file, "#view=projects&ratio=stated").page
    assert page.locator("#yz-filter .limit").count() == 0
    assert page.locator("#yz-table .asked").count() == 0
    assert page.locator("#yz-table .below-asked").count() == 0


def test_a_phone_has_fewer_columns_and_nothing_sticks_out(visit: Any, page_file: Path) -> None:
    for kind in ("projects", "parks", "zones", "targets", "findings"):
        page = visit(page_file, f"#view=projects&table={kind}&zone_in=dongwu", viewport=PHONE).page
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], kind
        assert page.locator("#yz-table thead th").count() <= 4
        page.locator(".filter-fold summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], kind


@pytest.mark.slow
def test_zones_of_subjects_are_those_of_what_lies_in_them() -> None:
    plan = load("yinzhou")
    zones = views.zones_of_subjects(plan)
    for project in plan.projects[plan.projects["zone_id"].notna()].itertuples():
        assert project.zone_id in zones[f"project:{project.project_id}"]
    assert Text(*views.place_names(plan)["jiangshan"].values()) == Text("姜山镇", "Jiangshan")


@pytest.fixture(scope="module")
def ledger_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in plan with 3,000 parcels of 1, 2, 3 … mu in a row, each second in Dongwu, the rest in Longxi."""
    plan = load("yinzhou")
    middles = [plan.zones.set_index("zone_id").geometry[zone].representative_point() for zone in ("dongwu", "longxi")]
    shapes = [
        shapely.box(middle.x + n * 1e-7, middle.y, middle.x + n * 1e-7 + 5e-8, middle.y + 5e-8)
        for n in range(1500)
        for middle in middles
    ]
    parcels = ledger.empty().reindex(range(3000)).set_geometry(shapes, crs="EPSG:4490")
    parcels["parcel_id"] = [f"N-{n:04}" for n in range(3000)]
    parcels["status"] = ["recovered" if n % 3 == 0 else "under_way" for n in range(3000)]
    parcels["area_mu"] = [float(n + 1) for n in range(3000)]
    parcels["recovered_on"] = [{0: "2023-05-01", 3: "2024-05-01"}.get(n % 6) for n in range(3000)]
    parcels["town"] = ["姜山镇" if n < 1000 else "无名镇" if n < 2000 else None for n in range(3000)]
    path = tmp_path_factory.mktemp("ledger") / "index.html"
    path.write_text(render(build_context(with_parcels(plan, gpd.GeoDataFrame(parcels)), "zh")), "utf-8")
    return path


def test_a_ledger_is_a_table_of_rows_in_sight(visit: Any, ledger_page: Path) -> None:
    seen = visit(ledger_page, "#view=projects&table=parcels&sort=-area_mu")
    page = seen.page
    page.locator(ROWS).first.wait_for()
    assert 10 < page.locator(ROWS).count() < 60
    assert names(page) == [f"N-{n:04}" for n in reversed(range(3000))]
    assert f"{3000 * 3001 / 2:,.0f}" in page.locator("#yz-table tfoot").inner_text()
    page.evaluate("document.querySelector('.table-scroll').scrollTop = 1e7")
    page.locator(ROWS, has_text="N-0000").wait_for()
    choose(page, "zones", "dongwu")
    assert set(names(page)) == {f"N-{n:04}" for n in range(0, 3000, 2)}
    choose(page, "statuses", "recovered")
    assert set(names(page)) == {f"N-{n:04}" for n in range(0, 3000, 6)}
    assert "status=recovered" in page.evaluate("location.hash")
    page.locator(".row-open").first.click()
    page.locator("#yz-panel h2").wait_for()
    assert seen.noise == []
    assert seen.requests == [ledger_page.as_uri()]


def test_a_large_workbook_is_written_without_another_thread(visit: Any, ledger_page: Path, tmp_path: Path) -> None:
    seen = visit(ledger_page, "#view=projects&table=parcels")
    seen.page.locator(ROWS).first.wait_for()
    with seen.page.expect_download() as download:
        seen.page.locator("[data-save=save_xlsx]").click()
    download.value.save_as(tmp_path / "taken.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "taken.xlsx").active
    assert sheet.max_row == 3001
    assert seen.noise == []


def test_a_lower_ratio_that_is_not_marked_is_explained(visit: Any, page_file: Path, plan: Plan) -> None:
    page = visit(page_file, "#view=projects&ratio=-1.99").page
    lower = page.locator(ROWS).count()
    marked = page.locator("#yz-table tbody .below-asked").count()
    assert lower > marked
    assert f"另有 {lower - marked} 项虽低于此数" in page.locator(".table-note").inner_text()


def test_findings_are_narrowed_by_rule_and_counts_follow(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects&table=findings").page
    findings = page.evaluate("window.yzgeo.page.data.findings")
    rule = findings[-1]["rule"]
    choose(page, "rules", rule)
    of_rule = [one for one in findings if one["rule"] == rule]
    assert page.locator(ROWS).count() == len(of_rule) < len(findings)
    counted = page.locator("#yz-filter .segments button[data-value]").all_inner_texts()
    assert sum(int(text.split()[-1]) for text in counted) == len(of_rule)
    assert f"rule_in={rule}" in page.evaluate("location.hash")


def test_a_row_of_no_subject_does_not_tell_its_rule_twice(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects&table=findings").page
    told = page.locator("#yz-table tbody th").evaluate_all(
        "heads => heads.map((head) => [...head.querySelectorAll('.name, .below')].map((part) => part.textContent))"
    )
    assert len(told) > 5
    assert all(name != below for name, below in told)


def test_a_page_at_twice_its_size_shows_rows(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects", viewport={"width": 683, "height": 384}).page
    seen = page.evaluate(
        """() => [...document.querySelectorAll("#yz-table tbody tr[data-place]")].filter((row) => {
          const box = row.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + 20, box.top + 3), low = document.elementFromPoint(box.left + 20, box.bottom - 3);
          return row.contains(top) && row.contains(low);
        }).length"""
    )
    assert seen >= 3


def test_a_ratio_is_taken_along_as_it_is_shown(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects&ratio=stated").page
    heads, *rows = csv.reader(io.StringIO(page.evaluate("window.yzgeo.page.table.csv()").lstrip("\ufeff")))
    ratios = [row[heads.index("容积率")] for row in rows]
    assert len(ratios) > 5
    assert all(len(ratio.partition(".")[2]) <= 2 for ratio in ratios)


def boxes_of(page: Any, *selectors: str) -> list[dict[str, float]]:
    return [page.locator(selector).first.bounding_box() for selector in selectors]


def apart(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["x"] + one["width"] <= other["x"] + 1
        or other["x"] + other["width"] <= one["x"] + 1
        or one["y"] + one["height"] <= other["y"] + 1
        or other["y"] + other["height"] <= one["y"] + 1
    )


@pytest.mark.parametrize("width", [1024, 1366, 1920])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_row_mark_callout_and_facts_are_seen_at_once(
    visit: Any, page_file: Path, plan: Plan, width: int, lang: str
) -> None:
    placed = set("project:" + plan.projects.loc[plan.projects.geometry.notna(), "project_id"])
    seen = visit(page_file, f"#view=projects&lang={lang}", viewport={"width": width, "height": 768})
    page = seen.page
    keys = [row.get_attribute("data-key") for row in page.locator(".row-open").all()]
    page.locator(f'.row-open[data-key="{next(key for key in keys if key in placed)}"]').click()
    page.locator("#yz-panel h2").wait_for()
    page.wait_for_timeout(400)
    stage, panel, table, box, ring = boxes_of(
        page, "#yz-stage", "#yz-panel", "#yz-table", "#yz-callout .box", ".marks .ring.selected"
    )
    assert apart(stage, panel)
    assert apart(stage, table)
    assert apart(panel, table)
    assert stage["height"] > 200
    for inner in (box, ring):
        assert stage["x"] <= inner["x"]
        assert inner["x"] + inner["width"] <= stage["x"] + stage["width"] + 1
        assert stage["y"] <= inner["y"]
        assert inner["y"] + inner["height"] <= stage["y"] + stage["height"] + 1
    assert apart(box, ring)
    assert page.locator("tr.chosen").is_visible()
    bounds = page.evaluate("window.yzgeo.page.leaflet.getBounds().contains(window.yzgeo.page.data.bounds)")
    assert bounds, "the map shows the whole district beside the panel"
    assert seen.noise == []


def unplaced(page: Any) -> int:
    told = page.locator("#yz-unplaced")
    return int("".join(letter for letter in told.inner_text() if letter.isdigit())) if told.is_visible() else 0


def test_what_has_no_place_is_counted_on_the_map(visit: Any, page_file: Path, plan: Plan) -> None:
    page = visit(page_file, "#view=projects").page
    nowhere = plan.projects.geometry.isna()
    assert unplaced(page) == nowhere.sum() > 0
    choose(page, "classes", "汽车")
    assert unplaced(page) == (nowhere & (plan.projects["industry"] == "汽车")).sum()
    page.locator("[data-table=parks]").click()
    assert unplaced(page) == plan.parks["place_id"].isna().sum() > 0
    page.locator("[data-table=targets]").click()
    assert unplaced(page) == 0
    page.locator("#yz-tab-overview").click()
    assert page.locator("#yz-unplaced").is_hidden()


def test_the_map_follows_the_table_of_parks(visit: Any, page_file: Path, plan: Plan) -> None:
    seen = visit(page_file, "#view=projects&table=parks")
    page = seen.page
    assert page.locator(".marks .disc").count() == 0
    assert page.locator(".marks .parks").count() > 3
    assert page.locator(".marks .parks.ghost").count() == 0
    choose(page, "zones", "dongwu")
    shown = page.evaluate("window.yzgeo.page.map.marks().flatMap(({ parks }) => parks)")
    listed = plan.zone_parks[plan.zone_parks["zone_id"] == "dongwu"]["park_id"]
    placed = plan.parks[plan.parks["place_id"].notna() & plan.parks["park_id"].isin(listed)]
    assert {key.removeprefix("park:") for key in shown} == set(placed["park_id"])
    assert page.locator(".marks .parks.ghost").count() > 0
    row = page.locator(f'.row-open[data-key="park:{placed["park_id"].iloc[0]}"]')
    row.hover()
    assert placed["name"].iloc[0] in page.locator("#yz-callout").inner_text()
    assert page.locator(".marks .ring").count() == 1
    page.locator("[data-table=projects]").click()
    assert page.locator(".marks .parks").count() == 0
    assert page.locator(".marks .disc").count() > 0
    assert "layers=" not in page.evaluate("location.hash")
    assert seen.noise == []


def test_parcels_are_narrowed_by_year_and_town_in_table_map_and_land(visit: Any, ledger_page: Path) -> None:
    seen = visit(ledger_page, "#view=projects&table=parcels&year=2023")
    page = seen.page
    page.locator(ROWS).first.wait_for()
    assert set(names(page)) == {f"N-{n:04}" for n in range(0, 3000, 6)}
    tally = "window.yzgeo.page.parcels.wanted()?.all.count"
    page.wait_for_function(f"() => {tally} === 500")
    choose(page, "towns", "jiangshan")
    wanted = range(0, 1000, 6)
    assert set(names(page)) == {f"N-{n:04}" for n in wanted}
    assert page.evaluate("location.hash") == "#view=projects&table=parcels&town=jiangshan&year=2023"
    page.wait_for_function(f"() => {tally} === {len(wanted)}")
    page.locator("#yz-tab-land").click()
    mu = sum(n + 1 for n in wanted)
    assert f"筛中 {len(wanted)} 宗，{mu:,} 亩" in page.locator("#yz-list").inner_text()
    assert "town=jiangshan&year=2023" in page.evaluate("location.hash")
    told = page.locator(".parcel-row .number").all_inner_texts()
    assert sorted(int(text.split()[0]) for text in told) == [0, 0, len(wanted)]
    page.locator("#yz-filter .clear").click()
    page.wait_for_function("() => window.yzgeo.page.parcels.wanted() === null")
    page.locator(".wanted-parcels").wait_for(state="detached")
    assert seen.noise == []


def test_a_town_that_only_the_ledger_names_narrows_it_too(visit: Any, ledger_page: Path) -> None:
    page = visit(ledger_page, "#view=projects&table=parcels&town=无名镇").page
    page.locator(ROWS).first.wait_for()
    assert len(names(page)) == 1000
    page.evaluate("location.hash = '#view=projects&table=parcels&town=~unlocated'")
    page.wait_for_function("() => window.yzgeo.page.table.rows().length === 1000")
    assert names(page)[0] >= "N-2000"


def test_a_parcel_that_is_pointed_at_is_called_out_on_the_map(visit: Any, ledger_page: Path) -> None:
    page = visit(ledger_page, "#view=projects&table=parcels&sort=area_mu").page
    row = page.locator(ROWS, has_text="N-0001").first
    row.hover()
    assert page.locator("#yz-callout .box b").inner_text() == "N-0001"
    assert "龙溪" in page.locator("#yz-callout").inner_text()
    ring = page.locator("#yz-callout .ringed").bounding_box()
    place = page.evaluate(
        """() => {
          const { leaflet, data } = window.yzgeo.page;
          const at = leaflet.latLngToContainerPoint(data.zones.find(({ zone_id }) => zone_id === "longxi").middle);
          const frame = leaflet.getContainer().getBoundingClientRect();
          return [frame.left + at.x, frame.top + at.y];
        }"""
    )
    assert abs(ring["x"] + ring["width"] / 2 - place[0]) < 40
    assert abs(ring["y"] + ring["height"] / 2 - place[1]) < 60


def test_a_map_without_any_place_says_why(visit: Any, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(render(build_context(load("liupanshui"), "zh")), "utf-8")
    page = visit(file).page
    assert page.locator("#yz-unplaced").inner_text() == "规划未载 3 个片区的位置：图上只有区界"
    page.locator("#yz-lang").click()
    assert "the border alone" in page.locator("#yz-unplaced").inner_text()
