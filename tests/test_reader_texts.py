"""What page and report tell their reader: no command, no table to fill in, no sentence that denies a row, misprints marked."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import toy

from yzgeo.checks.proofreading import misprints, with_sic
from yzgeo.core.i18n import Text
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.publish.context import build_context
from yzgeo.publish.page.data import page_data
from yzgeo.publish.report.render import render as render_report

COMMAND = re.compile(
    r"yzgeo (?:assign|build|check|cite|diff|evaluate|export|import|map|migrate|new|places|read|stats)\b|(?<![\w-])--[a-z]{2,}"
)
FILL_IN = re.compile(r"\b\w+\.(?:csv|geojson|gpkg)\b")
TEXTS_JS = Path(__file__).parents[1] / "yzgeo/publish/page/src/words"


def texts_of(content: Any, key: str = "") -> list[str]:
    """All strings in the page's data but for sources, which may name the data file that a fact stands in."""
    if isinstance(content, str):
        return [] if key in ("clauses", "sources", "source", "licences", "attributions") else [content]
    if isinstance(content, dict):
        return [
            text for name, value in content.items() for text in texts_of(value, key if name in ("zh", "en") else name)
        ]
    return [text for value in content for text in texts_of(value, key)] if isinstance(content, list) else []


def prose(report: str) -> str:
    """The words of a report without the links that name sources."""
    bare = re.sub(
        r"<(style|script|head)\b.*?</\1>|<section id=\"\w\w-sources\">.*?</section>", "", report, flags=re.DOTALL
    )
    cited = r'<span class="cite">(?:<a [^>]*>[^<]*</a>|<span>[^<]*</span>|[^<])*</span>'
    bare = re.sub(cited, "", bare)
    return re.sub(r"<[^>]+>", " ", bare)


@pytest.fixture(scope="module", params=["yinzhou", "xiangcheng", "liupanshui", "toy without targets"])
def plan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    if request.param == "toy without targets":
        return load(toy.make(tmp_path_factory.mktemp("toy") / "plan", targets=[], project_locations=[], zone_places=[]))
    return load(request.param)


@pytest.mark.slow
def test_no_reader_is_told_a_command_or_a_table_to_fill_in(plan: Plan) -> None:
    context = build_context(plan, "zh")
    told = [text for text in texts_of(page_data(context)) if COMMAND.search(text)]
    gaps = json.dumps([page_data(context)[part] for part in ("gaps", "missing")], ensure_ascii=False)
    reasons = json.dumps([rule["reason"] for rule in page_data(context)["rules"]], ensure_ascii=False)
    assert told == []
    assert FILL_IN.findall(gaps + reasons) == []
    report = prose(render_report(context))
    assert COMMAND.findall(report) == []
    assert FILL_IN.findall(report) == []


def test_no_text_of_the_page_holds_a_command() -> None:
    words = "".join(file.read_text("utf-8") for file in TEXTS_JS.glob("*.js"))
    assert len(words) > 1000
    assert COMMAND.findall(words) == []


@pytest.mark.slow
def test_misprints_are_marked_where_they_are_quoted() -> None:
    plan = load("yinzhou")
    context = build_context(plan, "zh")
    report = render_report(context)
    assert report.count("〔原文如此〕") >= len(misprints(plan))
    assert report.count(" [sic]") >= len(misprints(plan))
    quoting = [one["message"] for one in page_data(context)["findings"] if "平塘工而业区" in one["message"]["zh"]]
    assert quoting
    assert all("工而业区土地〔原文如此〕" in one["zh"] and "工而业区土地 [sic]" in one["en"] for one in quoting)


@pytest.mark.slow
def test_only_what_is_misprinted_is_marked() -> None:
    found = misprints(load("yinzhou"))
    untouched = Text("平塘工业区土地164亩", "平塘工业区土地164亩")
    assert with_sic(untouched, found) == untouched
    assert with_sic(Text("甲", "a"), []) == Text("甲", "a")


@pytest.mark.slow
def test_no_sentence_denies_the_row_above_it() -> None:
    """A ledger where the plan has no target, or nobody reported actual figures, is still a ledger."""
    plan = load("yinzhou")
    context = build_context(plan, "zh")
    land = context.statistics["land_recovery"] | {
        "recovered_mu": 12.5, "under_way_mu": 0.0, "identified_mu": 0.0, "by_zone": [], "parcels": 1, "target_on": "2025-12-31",
    }  # fmt: skip
    without_target = land | {"target_mu": None, "target_km2": None, "source": None}
    targets = [
        row
        | ({"actual": 12.5, "actual_year": 2024, "progress": 0.1} if row["target_id"] == "low-efficiency-land" else {})
        for row in context.statistics["targets"]
    ]
    for one in (land, without_target):
        told = {**context.statistics, "land_recovery": one, "targets": targets}
        report = render_report(replace(context, statistics=told))
        assert "未提供地块台账，进度未知" not in report
        assert "12.5" in report
        assert "没有填报完成值，进度一栏空白" not in report
        assert ("规划未载目标" in report) is (one["target_mu"] is None)
    assert "没有填报完成值，进度一栏空白" in render_report(context)
    assert "未提供地块台账，进度未知" in render_report(context)
