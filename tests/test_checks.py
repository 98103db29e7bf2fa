"""Rules: each fires on what it names, is silent on a sound plan, and says what it could not check."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
import toy
from hypothesis import given, settings
from hypothesis import strategies as st

from yzgeo import plugins
from yzgeo.errors import InputError
from yzgeo.findings import Finding, Outcome, run
from yzgeo.plan import load


def outcome_of(folder: Path, **options: Any) -> Outcome:
    return run(load(folder), **options)


def status(outcome: Outcome) -> dict[str, str]:
    return {state.rule: state.status for state in outcome.rules}


def of(outcome: Outcome, rule: str) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.rule == rule]


def test_a_sound_plan_has_no_findings(tmp_path: Path) -> None:
    outcome = outcome_of(toy.make(tmp_path / "toy"))
    assert outcome.findings == []
    states = status(outcome)
    assert states["zone-area"] == "not_checked"  # its outlines are schematic
    assert states["floor-area-ratio"] == states["leading-industries"] == states["project-unlocated"] == "passed"


def test_every_rule_has_a_manual_a_title_and_a_clause(tmp_path: Path) -> None:
    plan = load(toy.make(tmp_path / "toy"))
    for name, rule in plugins.discover("yzgeo.checks").items():
        assert "Found: " in rule.__doc__, name
        assert "Not found: " in rule.__doc__, name
        assert rule.TITLE.zh
        assert rule.TITLE.en
        assert rule.clause(plan)


def test_too_many_leading_industries(tmp_path: Path) -> None:
    third = {"industry_id": "paper", "name": "造纸", "name_en": "Paper", "source": "一"}
    extra = {
        "zone_id": "north",
        "industry_id": "paper",
        "listed_in": "text",
        "role": "主导产业",
        "seq": 3,
        "source": "一",
    }
    folder = toy.make(
        tmp_path / "toy",
        industries=[*toy.TABLES["industries"], third],
        zone_industries=[*toy.TABLES["zone_industries"], extra],
    )
    outcome = outcome_of(folder)
    (finding,) = outcome.findings
    assert (finding.rule, finding.subject, finding.clause) == ("leading-industries", "zone:north", "二")
    assert finding.values["text"] == ["钢铁", "纺织", "造纸"]
    assert "none" in finding.reading.en  # the zone is a core zone, so the narrow reading finds nothing


def test_both_readings_of_the_limit(tmp_path: Path) -> None:
    rows = [{**row, "zone_id": "south"} for row in toy.TABLES["zone_industries"][:2]]
    folder = toy.make(tmp_path / "toy", zone_industries=rows, targets=[{**toy.TABLES["targets"][0], "target": 1}])
    (finding,) = of(outcome_of(folder), "leading-industries")
    assert "agglomeration areas only, over the limit: 南区" in finding.reading.en


def test_without_a_limit_the_rule_says_so(tmp_path: Path) -> None:
    outcome = outcome_of(toy.make(tmp_path / "toy", targets=[]))
    assert status(outcome)["leading-industries"] == status(outcome)["floor-area-ratio"] == "not_checked"
    assert all(state.reason.zh and state.reason.en for state in outcome.rules if state.status == "not_checked")


@pytest.mark.parametrize(("works", "severity"), [("new_build", "warning"), ("rebuild", "info"), ("not_stated", "info")])
def test_a_low_floor_area_ratio(tmp_path: Path, works: str, severity: str) -> None:
    project = {**toy.TABLES["projects"][0], "floor_area": 19_999, "works": works}
    (finding,) = outcome_of(toy.make(tmp_path / "toy", projects=[project])).findings
    assert (finding.rule, finding.severity, finding.subject) == ("floor-area-ratio", severity, "project:p1")
    assert finding.values["floor_area_ratio"] == pytest.approx(1.9999)
    assert finding.clause == "二；附件 第1行"


def test_a_technical_upgrade_has_no_floor_area_ratio_to_keep(tmp_path: Path) -> None:
    project = {**toy.TABLES["projects"][0], "floor_area": 1, "works": "technical_upgrade"}
    assert outcome_of(toy.make(tmp_path / "toy", projects=[project])).findings == []


def test_a_project_without_place_is_named(tmp_path: Path) -> None:
    (finding,) = outcome_of(toy.make(tmp_path / "toy", project_locations=[])).findings
    assert (finding.rule, finding.severity, finding.subject) == ("project-unlocated", "info", "project:p1")


def test_official_outlines_are_held_against_the_plan(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    # 0.02 degrees square at 29.6 north are 4.29 km²: too much for 4 km²; the other zone stays undrawn.
    toy.official(folder, north=(121.59, 29.59, 121.61, 29.61))
    outcome = outcome_of(folder)
    (finding,) = of(outcome, "zone-area")
    assert finding.values["drawn_km2"] == pytest.approx(4.29, abs=0.01)
    assert finding.severity == "error"
    assert "1 zones have a schematic outline or none" in next(
        state.reason.en for state in outcome.rules if state.rule == "zone-area"
    )


def test_select_and_ignore(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy", project_locations=[])
    assert outcome_of(folder, ignore=["project-unlocated"]).findings == []
    selected = outcome_of(folder, select=["project-unlocated"])
    assert [state.rule for state in selected.rules if state.status != "skipped"] == ["project-unlocated"]
    with pytest.raises(InputError, match="perhaps you mean: zone-area"):
        outcome_of(folder, select=["zone-aera"])


def test_yinzhou_has_the_findings_that_its_text_has() -> None:
    outcome = run(load("yinzhou"))
    leading = of(outcome, "leading-industries")
    assert [finding.subject for finding in leading] == ["zone:mingzhou", "zone:yinzhou"]
    assert all(len(finding.values["text"]) == len(finding.values["table"]) == 4 for finding in leading)
    low = {finding.subject.removeprefix("project:"): finding.severity for finding in of(outcome, "floor-area-ratio")}
    assert low.pop("a2-11") == "info"  # 改扩建: the clause speaks of new building
    new = ["a2-18", "a2-19", "a2-24", "a3-01", "a3-02", "a3-04", "a3-06", "a3-07", "a3-10", "a3-14"]
    assert low == dict.fromkeys(new, "warning")
    assert len(of(outcome, "project-unlocated")) == 24
    assert status(outcome)["zone-area"] == "not_checked"
    assert all(finding.clause for finding in outcome.findings)
    json.dumps(outcome.record("zh"), allow_nan=False)


def figure(measure: str, value: float, source: str, **more: Any) -> dict[str, Any]:
    row = {
        "figure_id": f"{measure}-{source}-{value}",
        "measure_id": measure,
        "scope": "district",
        "year": 2026,
        "value": value,
        "source": source,
    }
    return {**row, **more}


MEASURES = [
    *toy.TABLES["measures"],
    {"measure_id": "output", "name": "产值", "name_en": "Output", "unit": "亿元"},
    {"measure_id": "share", "name": "占比", "name_en": "Share", "unit": "%"},
    {"measure_id": "firms", "name": "企业数", "name_en": "Firms", "unit": "家"},
    {"measure_id": "tier", "name": "分级企业数", "name_en": "Firms in a tier", "unit": "家"},
    {"measure_id": "capacity", "name": "年产能力", "name_en": "Capacity"},
]
CLUSTER = {
    "cluster_id": "steel", "name": "钢铁", "name_en": "Steel", "output_2018": 100, "output_2020": 121, "growth_2020": 10, "output_2025": 200,
    "city_output_2025": 1000, "city_share_2025": 20, "source": "一",
}  # fmt: skip
CLOTH = {**CLUSTER, "cluster_id": "cloth", "name": "纺织"}
LED = [{**row, "cluster_id": "steel"} for row in toy.TABLES["industries"]]  # what each industry belongs to
TIERS = [figure("tier", count, "一", scope=f"tier:{count}") for count in (1, 2, 3)]
SUM = {
    "relation_id": "tiers",
    "kind": "sum",
    "whole_measure": "firms",
    "whole_scope": "district",
    "part_measure": "tier",
    "part_scope": "tier:*",
    "year": 2026,
    "source": "一",
}
SHARE = {
    "relation_id": "half",
    "kind": "share",
    "whole_measure": "output",
    "whole_scope": "district",
    "part_measure": "output",
    "part_scope": "town",
    "share_measure": "share",
    "year": 2026,
    "source": "一",
}
CAPACITY = [
    figure("capacity", 5, "附件 第1行", scope="project:p1", unit="万吨", stated_in=place)
    for place in ("title", "content")
]
for row, place in zip(CAPACITY, ("title", "content"), strict=True):
    row["figure_id"] = place
HALF = [
    figure("output", 50, "一"),
    figure("output", 25, "一", scope="town", figure_id="t"),
    figure("share", 50, "二", scope="town"),
]

SOUND_AND_FLAWED = {
    "names-text-table": (
        {"zones": [{**row, "name_table": row["name"], "source_table": "二"} for row in toy.TABLES["zones"]]},
        {"zones": [{**row, "name_table": "南区", "source_table": "二"} for row in toy.TABLES["zones"]]},
        "zone:north",
    ),
    "parks-text-table": (
        {"zone_parks": [{**toy.TABLES["zone_parks"][0], "listed_in": place} for place in ("text", "table")]},
        {
            "parks": [*toy.TABLES["parks"], {"park_id": "pond", "name": "池园", "source": "一"}],
            "zone_parks": [toy.TABLES["zone_parks"][0], {**toy.TABLES["zone_parks"][0], "park_id": "pond", "listed_in": "table"}],
        },
        "zone:north",
    ),
    "industries-text-table": (
        {"zone_industries": [{**row, "listed_in": place} for row in toy.TABLES["zone_industries"] for place in ("text", "table")]},
        {"zone_industries": [*toy.TABLES["zone_industries"], {**toy.TABLES["zone_industries"][0], "listed_in": "table"}]},
        "zone:north",
    ),
    "new-land-is-existing": (
        {"projects": [{**toy.TABLES["projects"][0], "new_land_mu": 15}]},
        {"projects": [{**toy.TABLES["projects"][0], "new_land_mu": 15, "land_reuse": "整合旧厂区15亩"}]},
        "project:p1",
    ),
    "project-capacity": (
        {"measures": MEASURES, "figures": CAPACITY},
        {"measures": MEASURES, "figures": [CAPACITY[0], {**CAPACITY[1], "value": 50}]},
        "project:p1",
    ),
    "cluster-shares": (
        {"clusters": [CLUSTER], "industries": LED},
        {"clusters": [{**CLUSTER, "city_share_2025": 21}], "industries": LED},
        "cluster:steel",
    ),
    "growth-rates": (
        {"clusters": [CLUSTER], "industries": LED},
        {"clusters": [{**CLUSTER, "growth_2020": 12}], "industries": LED},
        "cluster:steel",
    ),
    "project-industry": (
        {"clusters": [CLUSTER], "industries": LED},
        {"clusters": [{**CLUSTER, "name": "造纸"}], "industries": LED},
        "project:p1",
    ),
    "project-outside-leading-industries": (
        {"clusters": [CLUSTER, CLOTH], "industries": LED},
        {"clusters": [CLUSTER, CLOTH], "industries": [{**row, "cluster_id": "cloth"} for row in toy.TABLES["industries"]]},
        "project:p1",
    ),
    "conflicting-figures": (
        {"measures": MEASURES, "figures": [figure("output", 50, "一"), figure("output", 40, "二", qualifier="超过")]},
        {"measures": MEASURES, "figures": [figure("output", 50, "一"), figure("output", 60, "二", qualifier="超过")]},
        "figure:output-2026",
    ),
    "tier-sums": (
        {"measures": MEASURES, "figures": [*TIERS, figure("firms", 6, "二")], "measure_relations": [SUM]},
        {"measures": MEASURES, "figures": [*TIERS, figure("firms", 7, "二")], "measure_relations": [SUM]},
        "figure:firms-2026",
    ),
    "stated-shares": (
        {"measures": MEASURES, "figures": HALF, "measure_relations": [SHARE]},
        {"measures": MEASURES, "figures": [*HALF[:2], {**HALF[2], "value": 60}], "measure_relations": [SHARE]},
        "figure:share-2026",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", sorted(SOUND_AND_FLAWED))
def test_a_rule_fires_on_its_flaw_alone(tmp_path: Path, rule: str) -> None:
    sound, flawed, subject = SOUND_AND_FLAWED[rule]
    assert outcome_of(toy.make(tmp_path / "sound", **sound)).findings == []
    outcome = outcome_of(toy.make(tmp_path / "flawed", **flawed))
    assert [(finding.rule, finding.subject) for finding in outcome.findings] == [(rule, subject)]
    (finding,) = outcome.findings
    assert finding.clause
    assert finding.message.zh != finding.message.en
    json.dumps(finding.record("zh"), allow_nan=False)


def test_yinzhou_contradicts_itself_where_a_careful_reader_sees_it() -> None:
    found = {}
    for finding in run(load("yinzhou")).findings:
        found.setdefault(finding.rule, set()).add(finding.subject)
    assert found["names-text-table"] == {"zone:panhuo", "zone:longxi", "zone:dongwu", "zone:wuxiang"}
    assert found["parks-text-table"] == {"zone:mingzhou", "zone:yinzhou", "zone:longxi", "zone:dongwu"}
    assert found["industries-text-table"] == {"zone:mingzhou", "zone:yinzhou"}
    assert found["conflicting-figures"] == {"figure:value-added-per-mu-2020", "figure:rd-intensity-2020"}
    assert found["project-capacity"] == {"project:a2-12", "project:a2-28"}
    assert found["new-land-is-existing"] == {"project:a3-04", "project:a3-13"}
    assert found["tier-sums"] == {
        "figure:firms-over-1bn-2025",
        "figure:above-scale-output-2020",
        "figure:smart-factories-all-2020",
    }
    assert found["stated-shares"] == {"figure:high-tech-industry-share-2020", "figure:output-share-2020"}
    assert found["project-industry"] == {"project:a2-19", "project:a3-11", "project:a3-12"}
    assert found["project-outside-leading-industries"] == {"project:a2-13", "project:a3-01"}
    assert not {"cluster-shares", "growth-rates"} & set(found)  # every printed rate and share fits some base


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_rows(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random
) -> None:
    rows = {name: list(table) for name, table in toy.TABLES.items()}
    rows["targets"] = [{**row, "target": 1.5} for row in rows["targets"]]
    rows["project_locations"] = []
    plain = outcome_of(toy.make(tmp_path_factory.mktemp("a") / "toy", **rows))
    for table in rows.values():
        chance.shuffle(table)
    shuffled = outcome_of(toy.make(tmp_path_factory.mktemp("b") / "toy", **rows))
    assert [finding.record("en") for finding in shuffled.findings] == [
        finding.record("en") for finding in plain.findings
    ]
