"""A sum of what nobody stated is unknown wherever it is told: in statistics, tables, report and page; never 0."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st
from made_plans import Made, make

from yzgeo.core import plugins
from yzgeo.core.values import known_total
from yzgeo.plan.load import load
from yzgeo.plan.location_evidence import sums_by_evidence
from yzgeo.plan.model import Plan
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.rows import table_of
from yzgeo.publish.context import BuildContext, build_context
from yzgeo.publish.page.data import page_data
from yzgeo.publish.page.zone_measures import measures
from yzgeo.publish.report.render import render as render_report
from yzgeo.stats import screen

FORMATS = "yzgeo.stats.formats"
SUMS = ("investment_100m_yuan", "new_land_mu")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> BuildContext:
    """Three zones and eleven projects, some in each zone, none with money or new land."""
    made = Made(zones=3, projects=11, investments=False)
    return build_context(load(make(tmp_path_factory.mktemp("unknown") / "plan", made)), "zh")


@pytest.fixture
def plan(context: BuildContext) -> Plan:
    return context.plan


def rows_with_projects(content: Any) -> Iterator[dict[str, Any]]:
    """All rows of sums, wherever they stand, that are of some project."""
    if isinstance(content, dict):
        if content.get("project_count") or (isinstance(content.get("projects"), int) and content["projects"]):
            yield content
        for value in content.values():
            yield from rows_with_projects(value)
    elif isinstance(content, list):
        for value in content:
            yield from rows_with_projects(value)


@pytest.mark.slow
def test_statistics(context: BuildContext) -> None:
    rows = list(rows_with_projects(context.statistics))
    assert len(rows) > 8
    assert [row for row in rows for name in SUMS if row.get(name) is not None] == []
    for row in context.statistics["zones"]:
        counts, sums = row["project_count_by_evidence"], row["investment_100m_yuan_by_evidence"]
        assert {sums[kind] for kind in sums if counts[kind]} == {None}


@pytest.mark.slow
def test_csv_and_workbook(context: BuildContext) -> None:
    table = plugins.load(FORMATS, "csv").render(context.statistics, "zh").decode("utf-8-sig")
    told = [
        row
        for row in csv.DictReader(io.StringIO(table))
        if "计划总投资" in row["column"] and "依据" not in row["column"]
    ]
    counts = {
        (row["table"], row["row"]): row["value"]
        for row in csv.DictReader(io.StringIO(table))
        if row["column"] == "项目数"
    }
    assert len(told) > 8
    assert [row for row in told if row["value"] and counts.get((row["table"], row["row"])) != "0"] == []
    book = openpyxl.load_workbook(io.BytesIO(plugins.load(FORMATS, "xlsx").render(context.statistics, "zh")))
    seen = 0
    for sheet in book.worksheets:
        heading, *rows = sheet.iter_rows(values_only=True)
        if "项目数" in heading and "计划总投资（亿元）" in heading:
            count, money = heading.index("项目数"), heading.index("计划总投资（亿元）")
            values = [row[money] for row in rows if row[count]]
            seen += len(values)
            assert set(values) <= {None}, sheet.title
    assert seen > 3


@pytest.mark.slow
def test_terminal(context: BuildContext) -> None:
    summary = screen.render(context.plan, context.statistics, "zh")
    total = next(line for line in summary.splitlines() if line.startswith("合计"))
    assert total.split()[-2:] == ["11", "—"]
    full = plugins.load(FORMATS, "text").render(context.statistics, "zh").decode()
    assert not re.search(r"(?<![\d.,])0\.0+(?!\d)", full + summary)


@pytest.mark.slow
def test_report(context: BuildContext) -> None:
    report = render_report(context)
    overview = report[report.index('id="zh-summary"') : report.index("</section>", report.index('id="zh-summary"'))]
    body = overview[overview.index('<table class="rows">') :]
    rows = [
        [re.sub(r"<[^>]+>", " ", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    ]
    heads = [head.split()[0] for head in rows[0]]
    count, money, land = (heads.index(name) for name in ("项目", "计划投资", "新增用地"))
    assert rows[-1][0] == "合计"
    assert rows[-1][count] == "11"
    assert {(row[money], row[land]) for row in rows[1:]} == {("—", "—")}
    bare = re.sub(r"<svg.*?</svg>|<style.*?</style>", "", report, flags=re.DOTALL)
    assert not re.search(r"(?<![\d.,])0\.0+(?!\d)", bare)


@pytest.mark.slow
def test_page(context: BuildContext) -> None:
    data = page_data(context)
    assert data["land"]["new_land_mu"] is None
    assert {zone["new_land_mu"] for zone in data["land"]["zones"]} == {None}
    told = str(data["overview"]) + str(
        [subject for key, subject in data["subjects"].items() if key.startswith(("zone:", "plan:", "owner:"))]
    )
    assert not re.search(r"(?<![\d.,])0(?:\.0+)? ?(?:亿元|万元|亩)", told)
    assert not re.search(r"CNY 0\b|(?<![\d.,])0(?:\.0+)? mu", told)


@pytest.mark.slow
@pytest.mark.parametrize(("lost", "sum_of_none"), [(True, None), (False, 0.0)])
def test_the_sum_of_no_projects_is_unknown_while_one_may_be_there(
    lost: bool, sum_of_none: float | None, tmp_path: Path
) -> None:
    """A project in the north, none in the south; a second one without a place may be in the south.

    Readers are told alike everywhere; the columns of data files count what is located, which is nothing.
    """
    projects = [{**toy.TABLES["projects"][0], "new_land": 30, "new_land_unit": "亩"}]
    if lost:
        projects.append({**projects[0], "project_id": "p2", "seq": 2})
    context = build_context(load(toy.make(tmp_path / "plan", projects=projects)), "zh")
    plan, statistics = context.plan, context.statistics
    south = next(row for row in statistics["zones"] if row["zone_id"] == "south")
    by_zone = next(row for row in statistics["projects"]["by_zone"] if row["zone_id"] == "south")
    layer = context.frames["zones"].set_index("zone_id").loc["south"]
    measured = {one["id"]: one["by_zone"]["south"]["value"] for one in measures(plan, statistics["land_recovery"])}
    on_sheet = next(row for row in table_of(Board(plan, context.outcome, statistics, "zh")).rows if row.key == "south")
    land = next(row for row in page_data(context)["land"]["zones"] if row["zone_id"] == "south")
    assert {south["project_count"], by_zone["project_count"], layer["project_count"], on_sheet.projects} == {0}
    assert [measured["investment"], on_sheet.money] == [sum_of_none] * 2
    assert [row["investment_100m_yuan"] for row in (south, by_zone, layer)] == [0.0] * 3
    assert [south["new_land_mu"], measured["new_land"], on_sheet.new_land, land["new_land_mu"]] == [sum_of_none] * 4
    for row in (south, by_zone):
        assert set(row["investment_100m_yuan_by_evidence"].values()) == {0.0}


@given(st.lists(st.one_of(st.none(), st.floats(0.01, 1e6)), min_size=1))
def test_a_sum_is_unknown_only_where_all_is(values: list[float | None]) -> None:
    projects = pd.DataFrame(
        {"location_evidence": "plan_text", "investment_100m_yuan": pd.Series(values, dtype="float64")}
    )
    nothing = all(value is None for value in values)
    assert (known_total(projects["investment_100m_yuan"]) is None) is nothing
    by_evidence = sums_by_evidence(projects)["investment_100m_yuan_by_evidence"]
    assert (by_evidence["plan_text"] is None) is nothing


def test_no_total_of_the_house_is_pandas_own() -> None:
    """pandas adds nothing but unknowns up to 0: sums of stated figures go by `core.values`."""
    root = Path(__file__).parents[1] / "yzgeo"
    stated = r"\[\"(?:investment\w*|new_land_mu|site_mu|floor_area_m2|usable_area\w*|area_km2|output\w*|firms\w*)\"\]\.sum\(\)"
    found = [
        f"{file.name}: {hit}"
        for file in root.rglob("*.py")
        for hit in re.findall(stated, re.sub(r">>> .*", "", file.read_text("utf-8")))
    ]
    assert found == []
