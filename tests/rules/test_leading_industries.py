"""`leading-industries`: limits that look different, and plans that keep them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.checks import example_plan
from yzgeo.checks.finding import Outcome
from yzgeo.checks.limit_wording import stated_limits
from yzgeo.checks.run import run
from yzgeo.plan.load import load

RULE = "leading-industries"
NORTH = "warning zone:north"
SOUTH = "warning zone:south"
THIRD = "zone_id, industry_id, listed_in, role, seq\nnorth, paper, text, 主导产业, 3"
SECOND_IN_SOUTH = (
    "zone_id, industry_id, listed_in, role, seq\nsouth, steel, text, 主导产业, 2\nsouth, steel, table, 主导产业, 2"
)
NO_LIMIT = "target_id, target, direction, name, source\nleading-industries-max, , at_most, 主导产业, 一"


def limits(*rows: str) -> str:
    """Targets in place of the example's: id, scope, direction, number, name."""
    header = "target_id, measure_id, scope, direction, target, name, source"
    own = [f"{name}, leading-industries-max, {rest}, 二" for name, rest in (row.split(", ", 1) for row in rows)]
    if not any(row.startswith("leading-industries-max,") for row in rows):
        own.append("leading-industries-max, leading-industries-max, zone, at_most, 9, 主导产业, 一")
    return "\n".join([header, *own])


def words(text: str) -> dict[str, str]:
    """A plan whose limit stands in the text alone."""
    return {"clauses": f'clause, text\n二, "{text}"', "targets": NO_LIMIT}


def renamed(name: str, **other: str) -> dict[str, str]:
    """A plan in which cloth is called by another name, and in no other table by the old one."""
    projects = "project_id, industry\np2, 钢铁\np3, 钢铁\np5, 钢铁"
    return {"industries": f'industry_id, name\ncloth, "{name}"', "projects": projects, **other}


VIOLATIONS = {
    "three in the line": ({"zone_industries": THIRD}, [NORTH]),
    "one for one zone": ({"targets": limits("own, zone:north, at_most, 1, 主导产业")}, [NORTH]),
    "one for a kind": ({"targets": limits("own, kind:agglomeration, at_most, 1, 主导产业"), "zone_industries": SECOND_IN_SOUTH}, [SOUTH]),
    "kind in the plan's words": ({"targets": limits("own, kind:核心区, at_most, 1, 主导产业")}, [NORTH]),
    "fewer than asked for": ({"targets": limits("own, zone, at_least, 2, 主导产业")}, [SOUTH]),
    "not the number asked for": ({"targets": limits("own, zone, equal, 1, 主导产业")}, [NORTH]),
    "the text's words": ({**words("各片区主导产业控制在一个以内"), }, [NORTH]),
    "words for one kind": (words("每个核心区至多1个主导产业，每个集聚区最多3个主导产业"), [NORTH]),
    "words for one zone": (words("北区主导产业不超过一个"), [NORTH]),
    "a range in words": (words("每个园区聚焦2—3个主导产业"), [SOUTH]),
    "several in one cell": (renamed("纺织、造纸"), [NORTH]),
    "several behind a slash": (renamed("纺织/服装"), [NORTH]),
    "both halves known": (renamed("造纸和钢管", industries='industry_id, name\ncloth, 造纸和钢管\npipe, 钢管'), [NORTH]),
    "may be two": (renamed("汽车及零部件"), ["info zone:north"]),
    "the paragraph alone": (
        {"zone_industries": "zone_id, industry_id, listed_in, role, seq\nsouth, steel, prose, 主导产业, 1\nsouth, paper, prose, 主导产业, 2\nsouth, cloth, prose, 主导产业, 3"},
        [SOUTH],
    ),
    "an untyped paragraph": (
        {"clauses": 'clause, text\n三, "南区。重点培育钢铁、纺织、造纸等主导产业。"', "zones": "zone_id, source\nsouth, 三"},
        [SOUTH],
    ),
    "pillar industries": (
        {
            "targets": limits("own, zone, at_most, 1, 支柱产业"),
            "zone_industries": "zone_id, industry_id, listed_in, role, seq\nsouth, steel, text, 支柱产业, 2\nsouth, paper, text, 支柱产业, 3",
        },
        [SOUTH],
    ),
    "rows without a role": ({"zone_industries": THIRD.replace("主导产业", "")}, [NORTH]),
}  # fmt: skip

SOUND = {
    "as many as allowed": {},
    "four for the core zones": {"targets": limits("own, kind:core, at_most, 4, 主导产业", "leading-industries-max, zone, at_most, 2, 主导产业"), "zone_industries": THIRD},
    "more for one zone": {"targets": limits("own, zone:north, at_most, 3, 主导产业", "leading-industries-max, zone, at_most, 2, 主导产业"), "zone_industries": THIRD},
    "one for another zone": {"targets": limits("own, zone:south, at_most, 1, 主导产业")},
    "lists that differ": {
        "zone_industries": "zone_id, industry_id, listed_in, role, seq\nnorth, paper, table, 主导产业, 2\nnorth, cloth, table, 特色产业, 3"
    },
    "at least one": {"targets": limits("own, zone, at_least, 1, 主导产业")},
    "a key industry beside them": {"zone_industries": THIRD.replace("主导产业", "重点产业")},
    "what the paragraph only promotes": {"zone_industries": THIRD.replace("text, 主导产业", "prose, 加快培育")},
    "an alias": renamed("纺织", industries="industry_id, name, aliases\ncloth, 纺织, 纺织品、面料\npaper, 面料, ", zone_industries=THIRD),
    "one name elsewhere": {**renamed("汽车及零部件"), "clusters": "cluster_id, name\ncloth, 汽车及零部件"},
    "brackets explain": renamed("高端装备（机床、机器人）"),
    "the same in another order": {"zone_industries": "zone_id, industry_id, listed_in, seq\nnorth, cloth, table, 1\nnorth, steel, table, 2"},
    "words for some, a target for others": {
        "targets": limits("leading-industries-max, kind:core, at_most, 3, 主导产业"),
        "clauses": 'clause, text\n二, "每个集聚区不超过1个主导产业"',
    },
    "words that allow it": words("每个集聚区原则上不超过3个主导产业"),
    "words for other things": words("每个小微园不超过1个主导产业，全区主导产业不超过1个，重大项目不超过1个"),
    "words that describe": words("主导产业不超过1个的片区有五个；主导产业占比不超过1成；每个片区引进1个主导产业项目"),
    "the words for the core zones": {**words("每个核心区不超过4个、每个集聚区不超过2个主导产业"), "zone_industries": THIRD},
}  # fmt: skip


def outcome_of(folder: Path, changes: dict[str, str]) -> Outcome:
    return run(load(example_plan.make(folder / "plan", **changes)), select=[RULE])


def told(outcome: Outcome) -> list[str]:
    return [f"{finding.severity} {finding.subject}" for finding in outcome.findings]


@pytest.mark.slow
@pytest.mark.parametrize("case", VIOLATIONS)
def test_a_violation_is_found(tmp_path: Path, case: str) -> None:
    changes, wanted = VIOLATIONS[case]
    assert told(outcome_of(tmp_path, changes)) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_a_sound_plan_is_not_flagged(tmp_path: Path, case: str) -> None:
    assert told(outcome_of(tmp_path, SOUND[case])) == []


@pytest.mark.slow
def test_text_table_and_paragraph_are_counted_apart_and_together(tmp_path: Path) -> None:
    rows = f"{THIRD}\nnorth, steel, prose, 主导产业, 1"
    (finding,) = outcome_of(tmp_path, {"zone_industries": rows}).findings
    assert finding.values["counts"] == {"text": 3, "table": 2, "prose": 1, "together": 3}
    assert finding.values["sources"] == {"text": "一", "table": "表", "prose": "一"}


@pytest.mark.slow
def test_a_limit_read_from_the_text_says_so_with_its_clause(tmp_path: Path) -> None:
    (finding,) = outcome_of(tmp_path, words("各片区主导产业控制在一个以内")).findings
    assert "各片区主导产业控制在一个以内" in finding.reading.zh
    assert finding.clause.startswith("二")
    assert finding.values["limit"] == 1


@pytest.mark.slow
def test_the_other_reading_of_a_word_for_some_zones_is_told(tmp_path: Path) -> None:
    changes = {"clauses": 'clause, text\n二, "每个集聚区不超过2个主导产业"', "zone_industries": THIRD}
    (finding,) = outcome_of(tmp_path, changes).findings
    assert "若只计称“集聚区”的片区，则无一超出" in finding.reading.zh


@pytest.mark.slow
@pytest.mark.parametrize(
    "changes",
    [
        {**words("产业布局集中"), "zone_industries": THIRD},
        {
            "targets": limits("leading-industries-max, district, at_most, 1, 主导产业"),
            "clauses": 'clause, text\n二, "集中布局"',
        },
    ],
)
def test_without_a_limit_of_zones_nothing_is_checked(tmp_path: Path, changes: dict[str, str]) -> None:
    outcome = outcome_of(tmp_path, changes)
    state = next(state for state in outcome.rules if state.rule == RULE)
    assert (outcome.findings, state.status) == ([], "not_checked")
    assert state.reason.zh
    assert state.reason.en


@pytest.mark.slow
def test_lists_that_differ_are_counted_together_in_a_note_alone(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, SOUND["lists that differ"])
    state = next(state for state in outcome.rules if state.rule == RULE)
    assert state.status == "passed"
    assert "合计 3 个" in state.reason.zh


NUMERALS = dict(enumerate("零一二三四五六七八九十"))


@given(
    st.integers(1, 10),
    st.sampled_from(["每个{}原则上不超过{}个主导产业", "各{}主导产业控制在{}个以内", "每个{}至多{}类主导产业"]),
    st.booleans(),
)
def test_a_limit_reads_the_same_in_digits_and_numerals(number: int, wording: str, in_digits: bool) -> None:
    text = wording.format("园区", number if in_digits else NUMERALS[number])
    (limit,) = stated_limits(pd.DataFrame({"clause": ["一"], "text": [f"要合理布局，{text}，逐步实施。"]}))
    assert (limit.role, limit.high, limit.noun) == ("主导", number, "园区")
