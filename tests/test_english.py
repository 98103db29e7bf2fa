"""English output reads as English, whatever the plan has English names for."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pandas as pd
import pytest
from english import QUOTED, english_of, marks_outside, words_of

from yzgeo.checks import example_plan
from yzgeo.checks.formats import text
from yzgeo.checks.run import run
from yzgeo.core.i18n import quote
from yzgeo.plan.listings import english_by_class
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan

pytestmark = pytest.mark.slow
SUMS = ("tier-sums", "table-sums", "announced-count")
"""Rules whose sums and lists are still told with the marks of Chinese."""


def without_english(plan: Plan) -> Plan:
    """The plan as of an office that wrote no English name."""
    tables = {
        field.name: table.assign(**{name: None for name in ("name_en", "label_en") if name in table.columns})
        for field in dataclasses.fields(plan)
        if isinstance(table := getattr(plan, field.name), pd.DataFrame)
    }
    return dataclasses.replace(plan, **tables)


def plan_of(name: str) -> Plan:
    return without_english(load("yinzhou")) if name == "yinzhou without English" else load(name)


@pytest.mark.parametrize("name", ["yinzhou", "xiangcheng", "liupanshui", "yinzhou without English"])
def test_marks_of_chinese_stand_in_the_plans_words_alone(name: str) -> None:
    plan = plan_of(name)
    outcome, words = run(plan), words_of(plan)
    texts = {place: said for place, said in english_of(outcome).items() if not place.startswith(SUMS)}
    assert len(texts) > 100
    assert {place: said for place, said in texts.items() if marks_outside(said, words)} == {}
    assert {
        place for place, said in texts.items() if re.search(r"\bnan\b|None|  (?=\S)", QUOTED.sub("“”", said))
    } == set()
    printed = text.render(plan, outcome, "en")
    frame = [line for line in printed.splitlines() if not line.startswith("  ") or "remedy" in line]
    assert not [line for line in frame if "remedy：" in line or "perhaps：" in line]


def test_a_class_has_its_english_name_wherever_it_is_told(tmp_path: Path) -> None:
    plan = load("yinzhou")
    named = english_by_class(plan)
    told = [one.message.en for one in run(plan, select=["project-industry", "industries-text-table"]).findings]
    assert told
    for name, english in named.items():
        for message in told:
            for place in re.finditer(rf"(?<![\u4e00-\u9fff“]){name}(?![\u4e00-\u9fff”])", message):
                assert message[: place.start()].endswith(f"{english} ("), message


def test_quotations_within_quotations_have_single_marks() -> None:
    assert quote("“154”产业") == "“‘154’产业”"
    assert marks_outside(f"see {quote('甲，“乙”、丙')}", []) == ""
    assert marks_outside("see 甲，乙", []) == "，"


def test_clauses_are_named_once_and_none_is_empty(tmp_path: Path) -> None:
    for name in ("yinzhou", "xiangcheng", "liupanshui"):
        plan = load(name)
        printed = text.render(plan, run(plan), "en")
        for line in printed.splitlines():
            if line.startswith("  clause "):
                clauses = line.removeprefix("  clause ").split("; ")
                assert all(clauses), line
                assert len(clauses) == len(set(clauses)), line


def test_what_a_description_says_is_quoted(tmp_path: Path) -> None:
    folder = example_plan.make(
        tmp_path / "plan", projects="project_id, new_land, content\np1, 15, 整合旧厂区15亩，新建厂房。"
    )
    (finding,) = run(load(folder), select=["new-land-is-existing"]).findings
    assert "“整合旧厂区15亩”" in finding.message.en
    assert marks_outside(finding.message.en, []) == ""
