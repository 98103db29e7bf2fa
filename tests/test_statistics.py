"""Statistics of the built-in plan against sums done by hand, and their formats read by other programs."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.checks.run import run
from yzgeo.core import labels
from yzgeo.core.plugins import load as plugin
from yzgeo.core.plugins import names
from yzgeo.core.unit_grammar import convert
from yzgeo.facts import cite
from yzgeo.plan.figure_units import in_unit
from yzgeo.plan.load import load
from yzgeo.plan.location_evidence import BY_OWNER, sums_by_evidence
from yzgeo.plan.project_money import beside_sum
from yzgeo.publish.context import build_context
from yzgeo.publish.page.data import page_data
from yzgeo.publish.page.subjects import subjects
from yzgeo.publish.report.render import render as render_report
from yzgeo.stats.collect import collect, flatten
from yzgeo.stats.formats.text import render as render_text

FORMATS = "yzgeo.stats.formats"


@pytest.fixture(scope="module")
def statistics() -> dict[str, Any]:
    return collect(load("yinzhou"))


@pytest.mark.slow
def test_zones(statistics: dict[str, Any]) -> None:
    zones = {row["zone_id"]: row for row in statistics["zones"]}
    assert zones["dongwu"]["usable_area_mu"] == 8880  # 5.92 km² × 1500
    assert zones["dongwu"]["usable_area_ha"] == 592
    assert math.fsum(row["share_of_usable_area"] for row in zones.values()) == pytest.approx(1)
    assert zones["mingzhou"]["leading_industries"] == ["智能家电", "医疗健康", "电子信息", "高端汽配"]
    # a3-13 10 by the plan's text, a2-01 0.8 by its owner's address
    assert (zones["dongwu"]["project_count"], zones["dongwu"]["investment_100m_yuan"]) == (2, 10.8)
    assert zones["dongwu"]["project_count_by_evidence"] == {
        "plan_text": 1,
        "project_news": 0,
        "owner_works": 0,
        "owner_address": 1,
    }
    assert zones["dongwu"]["investment_100m_yuan_by_evidence"]["owner_address"] == 0.8


def test_no_zone_leads_by_its_owners_addresses(statistics: dict[str, Any]) -> None:
    rows = [row for row in statistics["projects"]["by_zone"] if row["zone_id"]]
    for row in rows:
        split = row["investment_100m_yuan_by_evidence"]
        assert math.fsum(split.values()) == pytest.approx(row["investment_100m_yuan"])
        assert sum(row["project_count_by_evidence"].values()) == row["project_count"]

    def by_owner(row: dict[str, Any]) -> float:
        return math.fsum(row["investment_100m_yuan_by_evidence"][kind] for kind in BY_OWNER)

    nothing = [row["zone_id"] for row in rows if row["project_count"] == 0]
    assert nothing == [row["zone_id"] for row in rows if row["investment_100m_yuan"] == 0] == ["wuxiang"]
    by_all = max(rows, key=lambda row: row["investment_100m_yuan"])
    by_firm = max(rows, key=lambda row: row["investment_100m_yuan"] - by_owner(row))
    assert by_all["zone_id"] == by_firm["zone_id"] == "mingzhou"
    weak = math.fsum(by_owner(row) for row in rows)
    assert weak == pytest.approx(3.6)  # a2-01 0.8, a2-13 1.2, a2-21 0.5, a2-28 1.1


def test_sums_by_evidence_have_a_column_each_in_flat_tables(statistics: dict[str, Any]) -> None:
    table = next(table for table in flatten(statistics) if table.name == "projects.by_zone")
    assert table.rows[0]["project_count_by_evidence_owner_works"] == 1
    assert not any(isinstance(value, dict) for row in table.rows for value in row.values())
    assert labels.column("project_count_by_evidence_owner_works", "zh") == "项目数（按位置依据）：业主同类厂房"
    shown = plugin(FORMATS, "text").render(statistics, "zh").decode()
    assert "│ 39.95 │ 484.28 │ 312 │ 1, 0.5 │" in re.sub(" +", " ", shown)  # 明州: a2-21, by a works of its owner


def test_projects_add_up_in_every_cut(statistics: dict[str, Any]) -> None:
    projects = statistics["projects"]
    for cut in ("by_list", "by_industry"):
        assert sum(row["project_count"] for row in projects[cut]) == 43
        assert math.fsum(row["investment_100m_yuan"] for row in projects[cut]) == pytest.approx(190.31)
    located = sum(row["project_count"] for row in projects["by_zone"])
    assert located + projects["unlocated"]["project_count"] == 43
    assert projects["by_zone"][-1] == {
        "zone_id": None,
        "project_count": 1,
        "investment_100m_yuan": 0.7,
        "site_mu": None,  # the plan prints none for it
        "new_land_mu": None,
        **sums_by_evidence(pd.DataFrame({"location_evidence": ["owner_address"], "investment_100m_yuan": [0.7]})),
    }
    assert len(projects["unlocated"]["projects"]) == 27


def test_land_recovery_without_a_ledger(statistics: dict[str, Any]) -> None:
    land = statistics["land_recovery"]
    assert land["target_mu"] == 5000
    assert land["target_km2"] == pytest.approx(10 / 3)
    assert land["share_of_usable_area"] == pytest.approx(10 / 3 / 70.25)
    assert land["identified_in_plan_mu"] == 253
    assert [row["project_id"] for row in land["identified_in_plan"]] == ["a2-11", "a3-13"]
    assert [row["project_id"] for row in land["identified_without_figure"]] == ["a2-04", "a3-04"]
    for key in (
        "recovered_mu",
        "under_way_mu",
        "identified_mu",
        "progress",
        "by_zone",
        "by_measure",
        "by_year",
        "as_of",
    ):
        assert land[key] is None


def test_targets_and_clusters(statistics: dict[str, Any]) -> None:
    targets = {row["target_id"]: row for row in statistics["targets"]}
    assert targets["value-added-per-mu"]["base"] == 163
    assert (targets["tax-per-mu"]["base"], targets["tax-per-mu"]["base_source"]) == (37.9, "一（一）1")
    assert targets["patents-per-10bn"]["target"] is None
    assert targets["profit-margin"]["target_text"] == "高于全国1个百分点"
    assert len(statistics["clusters"]) == 10
    assert math.fsum(row["output_2025"] for row in statistics["clusters"]) == 4715


@pytest.mark.slow
def test_progress_is_told_from_actuals(tmp_path: Path) -> None:
    target = {**toy.TABLES["targets"][1], "base_year": 2026, "base": 1.0, "target_year": 2030}
    reached = [
        {"target_id": "floor-area-ratio", "year": year, "value": value, "source": "年报"}
        for year, value in ((2027, 1.2), (2028, 1.75))
    ]
    row = collect(load(toy.make(tmp_path / "toy", targets=[target], actuals=reached)))["targets"][0]
    assert (row["actual"], row["actual_year"], row["progress"]) == (1.75, 2028, 0.75)


def test_json_csv_and_xlsx_hold_the_same(statistics: dict[str, Any]) -> None:
    assert sorted(names(FORMATS)) == ["csv", "json", "text", "xlsx"]
    assert json.loads(plugin(FORMATS, "json").render(statistics, "zh")) == statistics
    rows = list(csv.DictReader(io.StringIO(plugin(FORMATS, "csv").render(statistics, "zh").decode("utf-8-sig"))))
    mu = [row["value"] for row in rows if row["table"] == "zones" and row["column"] == "可利用面积（亩）"]
    assert [float(value) for value in mu] == [row["usable_area_mu"] for row in statistics["zones"]]
    book = openpyxl.load_workbook(io.BytesIO(plugin(FORMATS, "xlsx").render(statistics, "zh")))
    sheet = book["zones"]
    assert [cell.value for cell in sheet[1]][:3] == ["片区", "名称", "类别"]
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == [
        row["usable_area_km2"] for row in statistics["zones"]
    ]
    assert sheet.freeze_panes == "A2"


def test_a_terminal_shows_what_is_known_by_names_and_counts_the_rest(statistics: dict[str, Any]) -> None:
    shown = plugin(FORMATS, "text").render(statistics, "zh").decode()
    assert shown.index("\n片区\n") < shown.index("\n投资项目\n") < shown.index("\n产业集群产值\n")
    land = statistics["land_recovery"]
    unknown = sum(value is None for value in land.values())
    assert f"另有 {unknown} 项未知" in shown
    assert "4.7%" in shown  # of the usable area: 5,000 of 105,375 mu
    assert shown.count("│ mingzhou ") == 1  # beside its name; elsewhere the name alone
    assert shown.count("│ 明州经济开发区核心区 ") == 1


@pytest.mark.slow
def test_names_never_become_formulas(tmp_path: Path) -> None:
    hostile = {**toy.TABLES["projects"][0], "name": "=1+1", "floor_area_words": "建筑面积"}
    statistics = collect(load(toy.make(tmp_path / "toy", projects=[hostile])))
    book = openpyxl.load_workbook(io.BytesIO(plugin(FORMATS, "xlsx").render(statistics, "zh")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
    assert ",=1+1" not in plugin(FORMATS, "csv").render(statistics, "zh").decode("utf-8-sig")


@pytest.mark.slow
def test_no_number_carries_the_noise_of_floats() -> None:
    written = json.dumps(collect(load("yinzhou")))
    assert not re.findall(r"\d+\.\d{10,}", written)
    assert '"usable_area_ha": 1631.0' in written


@pytest.mark.slow
def test_a_project_in_two_zones_counts_in_a_row_of_its_own(tmp_path: Path) -> None:
    projects = collect(load(toy.make(tmp_path / "plan", **toy.MONEY)))["projects"]
    counts = {row["zone_id"]: row["project_count"] for row in projects["by_zone"]}
    assert counts == {"north": 1, "south": 1, "across zones": 1, None: 0}
    assert sum(counts.values()) + projects["unlocated"]["project_count"] == projects["project_count"]
    money = [row["investment_100m_yuan"] or 0 for row in projects["by_zone"]]
    assert sum(money) == projects["investment_100m_yuan"] == 7.5


@pytest.mark.slow
def test_a_project_partly_outside_all_zones_is_not_told_to_be_outside(tmp_path: Path) -> None:
    far = {
        "place_id": "isle",
        "name": "岛",
        "kind": "town",
        "lon": 121.6,
        "lat": 29.6,
        "uncertainty_m": 500,
        "source": "地图",
    }
    locations = [
        {"project_id": "p1", "place_id": place, "evidence": "plan_text", "source": "附件 第1行"}
        for place in ("hill", "isle")
    ]
    folder = toy.make(tmp_path / "plan", places=[*toy.TABLES["places"], far], project_locations=locations)
    counts = {row["zone_id"]: row["project_count"] for row in collect(load(folder))["projects"]["by_zone"]}
    assert counts == {"north": 0, "south": 0, "across zones": 1, None: 0}


@pytest.mark.slow
def test_foreign_money_and_ranges_stand_beside_a_sum_and_are_not_called_unknown(tmp_path: Path) -> None:
    summary = collect(load(toy.make(tmp_path / "plan", **toy.MONEY)))["summary"]
    assert summary["investment_unknown"] == 1
    assert (summary["investment_foreign_count"], summary["investment_foreign"]) == (1, {"万美元": 5000.0})
    assert summary["investment_lower_ends"] == 1


@given(
    st.lists(
        st.sampled_from(
            [
                (3.0, "亿元"),
                (500.0, "万元"),
                (5000.0, "万美元"),
                (1.0, "亿美元"),
                (2.0, "亿日元"),
                (9.0, None),
                (None, None),
            ]
        )
    )
)
def test_every_project_is_in_the_sum_or_told_beside_it(rows: list[tuple[float | None, str | None]]) -> None:
    values, units = ([row[place] for row in rows] for place in (0, 1))
    projects = pd.DataFrame({"investment": values, "investment_to": None, "investment_unit": units})
    yuan = in_unit(projects["investment"], projects["investment_unit"], "亿元")
    beside = beside_sum(projects.assign(investment_100m_yuan=yuan))
    told = ("investment_unknown", "investment_without_unit", "investment_foreign_count")
    assert yuan.notna().sum() + sum(beside.get(name, 0) for name in told) == len(rows)
    dollars = sum({"万美元": 1.0, "亿美元": 1e4}[unit] * value for value, unit in rows if unit in ("万美元", "亿美元"))
    sums = beside.get("investment_foreign", {})
    assert sum(convert(value, unit, "万美元") or 0 for unit, value in sums.items()) == pytest.approx(dollars)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("base", "actual", "progress", "verdict"),
    [
        (None, 18500, None, "exceeded"),
        (None, 17000, None, "on_track"),
        (15000, 18500, None, "exceeded"),
        (21000, 19000, 2 / 3, "on_track"),
    ],
)
def test_a_cap_is_kept_or_exceeded_and_has_no_progress(
    base: float | None, actual: float, progress: float | None, verdict: str, tmp_path: Path
) -> None:
    """1,200 公顷 are 18,000 亩: a cap, unless the base lies above it; then it is a level to come down to."""
    land = {"target_id": "land", "measure_id": "land", "scope": "district", "name": "工业用地", "direction": "at_most", "target_year": 2030, "target": 1200, "unit": "公顷", "source": "二"}  # fmt: skip
    if base is not None:
        land |= {"base_year": 2025, "base": base / 15}
    plan = load(
        toy.make(
            tmp_path / "plan",
            measures=[*toy.TABLES["measures"], {"measure_id": "land", "name": "工业用地", "unit": "亩"}],
            targets=[land],
            actuals=[{"target_id": "land", "year": 2028, "value": actual, "unit": "亩", "source": "公报"}],
        )
    )
    row = collect(plan)["targets"][0]
    assert (row["progress"], row["pace"]) == (progress and pytest.approx(progress), verdict)
    told = {fact.label.zh: fact.value.zh for fact in cite.facts(plan, "target", "land")}
    assert ("完成进度" in told, told.get("进度判断")) == (
        progress is not None,
        "超过上限" if verdict == "exceeded" else None,
    )
    messages = [finding.message.zh for finding in run(plan, select=["target-pace"]).findings]
    exceeded = ["工业用地：2028 年为 18,500 亩，超过上限 1,200 公顷 2.8%。"]
    assert messages == (exceeded if verdict == "exceeded" else [])


@pytest.mark.slow
def test_areas_of_each_kind_are_summed_apart_and_only_one_kind_is_compared(tmp_path: Path) -> None:
    printed = [
        ("规划", 1200, None, "公顷", "约"),
        ("规划", 3, 4, "平方公里", None),
        ("建设用地", 18000, None, "亩", None),
        (None,) * 5,
    ]
    zones = [
        {"zone_id": f"z{number}", "name": f"{number}号区", "area_kind": kind, "area": area, "area_to": upper, "area_unit": unit, "area_qualifier": words, "source": "一"}
        for number, (kind, area, upper, unit, words) in enumerate(printed)
    ]  # fmt: skip
    clauses = [{**clause, "text": "略。"} for clause in toy.CLAUSES]
    plan = load(
        toy.make(tmp_path / "plan", zones=zones, clauses=clauses, zone_places=[], zone_parks=[], zone_industries=[])
    )
    statistics = collect(plan)
    assert [(row["area_kind"], row["area_km2"], row["area_to_km2"]) for row in statistics["summary"]["area_by_kind"]] == [
        ("规划面积", 15, 16), ("建设用地面积", 12, None)]  # fmt: skip
    assert [row["zones_without_area"] for row in statistics["summary"]["area_by_kind"]] == [2, 3]
    context = build_context(plan, "zh")
    shares = [zone["share"] for zone in page_data(context)["zones"]]
    assert shares == [1, 0.25, None, None]
    areas = [zone["area"] for zone in page_data(context)["zones"]]
    assert areas[:3] == [
        {"zh": "规划面积 约 1,200 公顷（12 平方公里）", "en": "Planned area about 1,200 ha (12 km²)"},
        {"zh": "规划面积 3—4 平方公里", "en": "Planned area 3 to 4 km²"},
        {"zh": "建设用地面积 18,000 亩（12 平方公里）", "en": "Building land 18,000 mu (12 km²)"},
    ]
    told = [one["number"]["zh"] + one["unit"]["zh"] for one in page_data(context)["overview"]]
    assert told[:2] == [
        "15—16平方公里规划面积（其中约数或区间 2 个，另 2 个片区未载）",
        "12平方公里建设用地面积（另 3 个片区未载）",
    ]
    for text in (
        render_report(context),
        json.dumps(page_data(context)["subjects"], ensure_ascii=False),
        render_text(statistics, "zh").decode(),
    ):
        assert "可利用" not in text


@pytest.mark.slow
def test_small_sums_are_told_in_a_smaller_unit_and_unknown_ones_are_not_0(tmp_path: Path) -> None:
    project = {**toy.TABLES["projects"][0], "investment": 3, "investment_unit": "万元"}
    lost = {**project, "project_id": "p2", "seq": 2, "owner": "乙公司", "investment": None, "investment_unit": None}
    plan = load(toy.make(tmp_path / "plan", projects=[project, lost]))
    (total,) = [
        line for line in render_text(collect(plan), "zh").decode().splitlines() if "计划总投资（亿元）" in line
    ][:1]
    assert "0.0003" in total
    found, _ = subjects(plan, {"north": "", "south": ""}, collect(plan)["land_recovery"])
    assert found["owner:甲公司"]["note"] == {"zh": "1 个项目，3 万元", "en": "1 project, CNY 30,000"}
    figures = [one["number"]["zh"] + one["unit"]["zh"] for one in page_data(build_context(plan, "zh"))["overview"]]
    assert "3万元计划总投资（另 1 个未载）" in figures
    assert found["owner:乙公司"]["note"]["zh"] == "1 个项目，—"
    assert "3 万元" in {fact.label.zh: fact.value.zh for fact in cite.facts(plan, "zone", "north")}["区内已定位项目"]
    assert cite.facts(plan, "owner", "乙公司")[0].value.zh == "1 个，计划总投资 未载"


@pytest.mark.slow
def test_what_is_computed_is_rounded_and_what_is_reported_keeps_its_unit(tmp_path: Path) -> None:
    land = {"target_id": "land", "measure_id": "land", "scope": "district", "name": "工业用地", "direction": "at_most", "base_year": 2026, "base": 1700, "target_year": 2030, "target": 1200, "unit": "公顷", "source": "二"}  # fmt: skip
    project = {**toy.TABLES["projects"][0], "new_land": 10, "new_land_unit": "公顷"}
    plan = load(
        toy.make(
            tmp_path / "plan",
            projects=[project],
            measures=[*toy.TABLES["measures"], {"measure_id": "land", "name": "工业用地", "unit": "亩"}],
            targets=[land],
            actuals=[{"target_id": "land", "year": 2029, "value": 23500, "unit": "亩", "source": "公报"}],
        )
    )
    report = render_report(build_context(plan, "zh"))
    assert "23,500 亩 <small>2029" in report
    assert not re.findall(r">[^<]*\b(?:True|False|0\.2666\d*|\d+\.\d{5,})[^<]*<", report)
    assert {"26.7%", "否"} <= set(re.findall(">([^<]+)</td>", report))
    assert {fact.label.zh: fact.value.zh for fact in cite.facts(plan, "project", "p1")}[
        "新增用地"
    ] == "10 公顷（150 亩）"
