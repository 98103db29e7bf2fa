"""Findings in the formats of other programs, read by other programs or held against their schemas."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest
import toy
import xmlschema
from click.testing import CliRunner

from yzgeo.checks import example_plan
from yzgeo.checks.finding import Outcome
from yzgeo.checks.run import run
from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan

FORMATS = "yzgeo.checks.formats"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load("yinzhou")


@pytest.fixture(scope="module")
def outcome(plan: Plan) -> Outcome:
    return run(plan, ignore=["zone-area"])


def render(name: str, plan: Plan, outcome: Outcome) -> str:
    return plugins.load(FORMATS, name).render(plan, outcome, "en")


def test_all_formats_of_the_contract_are_there() -> None:
    assert plugins.names(FORMATS) == ["geojson", "github", "json", "junit", "sarif", "text"]


@pytest.mark.slow
def test_geojson_has_a_feature_per_finding(plan: Plan, outcome: Outcome) -> None:
    features = json.loads(render("geojson", plan, outcome))["features"]
    assert [feature["properties"]["subject"] for feature in features] == [
        finding.subject for finding in outcome.findings
    ]
    placed = {feature["properties"]["subject"]: feature["geometry"] for feature in features}
    assert placed["zone:mingzhou"]["type"] == "Polygon"
    assert placed["project:a2-12"] is None
    assert json.loads(features[0]["properties"]["values"]) == outcome.findings[0].values


@pytest.mark.slow
def test_junit_counts_rules_as_cases(plan: Plan, outcome: Outcome) -> None:
    suite = ElementTree.fromstring(render("junit", plan, outcome)).find("testsuite")
    assert suite is not None
    cases = {case.get("name"): case for case in suite.findall("testcase")}
    assert suite.get("tests") == str(len(cases)) == str(len(outcome.rules))
    assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert suite.get("skipped") == str(len(suite.findall("testcase/skipped")))
    assert "zone:mingzhou" in str(cases["leading-industries"].findtext("failure"))
    assert cases["zone-area"].find("skipped") is not None
    assert cases["project-unlocated"].find("failure") is None  # gaps of the data fail nothing
    assert cases["project-figures"].find("*") is None
    assert "not checked" in str(cases["cluster-shares"].findtext("system-out"))  # passed, but for the year 2018


@pytest.mark.slow
def test_junit_fails_where_the_command_does(tmp_path: Path) -> None:
    plan = load(
        example_plan.make(tmp_path / "plan", zones="zone_id, area\nnorth, 5", projects="project_id, floor_area\np1, 1")
    )
    outcome = run(plan)
    assert {finding.severity for finding in outcome.findings} >= {"error", "warning"}
    file = tmp_path / "findings.xml"
    for fail_on, severities in (("warning", {"error", "warning"}), ("error", {"error"})):
        given = ["check", "--plan", str(plan.folder), "--format", "junit", "-o", str(file), "--fail-on", fail_on]
        assert CliRunner().invoke(cli, given).exit_code == 1
        failures = ElementTree.parse(file).findall(".//failure")
        assert {failure.get("type") for failure in failures} == severities


@pytest.mark.slow
@pytest.mark.parametrize(
    ("must", "code", "told"),
    [
        ([], 0, ""),
        (["--must-check", "all"], 1, "zone-area"),
        (["--must-check", "numbering,zone-area"], 1, "zone-area"),
        (["--must-check", "numbering", "--select", "numbering"], 0, ""),
        (["--must-check", "zone-area", "--select", "numbering"], 1, "zone-area"),
        (["--must-check", "all", "--select", "numbering"], 0, ""),
        (["--must-check", "no-such-rule"], 2, "no-such-rule"),
    ],
)
def test_a_rule_that_must_be_checked_and_was_not_fails(must: list[str], code: int, told: str) -> None:
    done = CliRunner().invoke(cli, ["check", "--plan", "xiangcheng", *must])
    assert done.exit_code == code, done.output
    assert told in done.stderr


@pytest.mark.slow
def test_github_is_one_command_a_line(plan: Plan, outcome: Outcome) -> None:
    lines = render("github", plan, outcome).splitlines()
    of_rules = tuple(f"::notice title={state.rule}::" for state in outcome.rules)
    beside = [line for line in lines if "title=gap in the data" in line or "title=proof-reading" in line]
    assert len(beside) == len(outcome.gaps) + len(outcome.proofreading)
    assert sum(not line.startswith(of_rules) for line in lines) == len(outcome.findings) + len(beside)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any("::notice title=zone-overlap::" in line and "not checked" in line for line in lines)


@pytest.mark.slow
def test_sarif_refers_to_its_own_rules(plan: Plan, outcome: Outcome) -> None:
    log = json.loads(render("sarif", plan, outcome))
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
    assert len({result["partialFingerprints"]["ruleAndSubject/v1"] for result in one["results"]}) > 30
    assert any(
        "zone-area" not in note["message"]["text"] for note in one["invocations"][0]["toolExecutionNotifications"]
    )


BESIDE = {
    "parks": "park_id, name, place_id\nnowhere, 无名园, ",
    "zone_parks": "zone_id, park_id, listed_in, seq\nnorth, nowhere, text, 9\nnorth, nowhere, table, 9",
    "clauses": "clause, text\n四, 建设厂房，，改造车间。",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["geojson", "github", "junit", "sarif", "json", "text"])
def test_gaps_and_misprints_are_told_in_every_format_and_counted_in_none(tmp_path: Path, name: str) -> None:
    plan = load(example_plan.make(tmp_path / "plan", **BESIDE))
    outcome = run(plan)
    assert not outcome.at_least("info")
    (gap,) = [one for one in outcome.gaps if one.subject == "park:nowhere"]
    assert any("，，" in one.printed for one in outcome.proofreading)
    printed = render(name, plan, outcome)
    if name == "github":
        notices = [line for line in printed.splitlines() if "parks.csv,line=" in line]
        assert len(notices) == 1
        assert all(line.startswith("::notice ") for line in printed.splitlines())
        assert any("，，" in line and "clauses.csv,line=" in line for line in printed.splitlines())
    elif name == "junit":
        suite = ElementTree.fromstring(printed).find("testsuite")
        assert suite is not None
        assert (suite.get("failures"), "，，" in str(suite.findtext("system-out"))) == ("0", True)
        case = suite.find(f"testcase[@name='{gap.rule}']")
        assert case is not None
        assert gap.message.en in str(case.findtext("system-out"))
    elif name == "sarif":
        (one,) = json.loads(printed)["runs"]
        assert one["results"] == []
        notes = {
            str(note["properties"]): note
            for note in one["invocations"][0]["toolExecutionNotifications"]
            if "properties" in note
        }
        assert sum("'kind': 'gap'" in key for key in notes) == len(outcome.gaps)
        assert sum("'kind': 'proofreading'" in key for key in notes) == len(outcome.proofreading)
        assert all(note["level"] == "note" and note["locations"] for note in notes.values())
    elif name in ("geojson", "json"):
        record = json.loads(printed)
        assert record["features" if name == "geojson" else "findings"] == []
        assert [one["subject"] for one in record["gaps"]] == [one.subject for one in outcome.gaps]
        assert [one["printed"] for one in record["proofreading"]] == [one.printed for one in outcome.proofreading]
    else:
        assert gap.message.en in printed
        assert "，，" in printed


@pytest.mark.slow
@pytest.mark.parametrize("name", ["geojson", "github", "junit", "sarif", "json", "text"])
def test_hostile_names_break_no_format(tmp_path: Path, name: str) -> None:
    hostile = "a\n::error::b\x07\x1b[31m]]></failure><x>%0A\ud83d\ude00".encode("utf-16", "surrogatepass").decode(
        "utf-16"
    )
    project = {**toy.TABLES["projects"][0], "name": hostile, "floor_area": 1}
    plan = load(toy.make(tmp_path / "toy", projects=[project]))
    printed = render(name, plan, run(plan))
    if name == "github":
        assert printed.count("%0A\\u003a:error::b") > 0  # no command is smuggled in, and the text is there
        assert "\n::error" not in printed
        assert "\x07" not in printed
    elif name == "junit":
        assert ElementTree.fromstring(printed).find(".//x") is None
    elif name == "text":
        assert "\x07" not in printed
        assert "\x1b" not in printed
        assert "\n::error" not in printed
    else:
        json.loads(printed)


SCHEMAS = Path(__file__).parent / "schemas"
FLAWED = {
    "zones": "zone_id, name_table\nsouth, 南<片>",
    "projects": "project_id, floor_area\np1, 19999\np2, 1",
    "suppressions": "rule, subject, reason, by\nfloor-area-ratio, project:p1, 工艺要求单层, 规划科\nzone-area, , 范围未定, 规划科",
}


@pytest.fixture(params=["yinzhou", "flawed", "sound"])
def checked(request: pytest.FixtureRequest, tmp_path: Path) -> Plan:
    """Plans with and without findings and suppressions."""
    if request.param == "yinzhou":
        return load("yinzhou")
    return load(example_plan.make(tmp_path / "plan", **(FLAWED if request.param == "flawed" else {})))


@pytest.mark.slow
def test_sarif_is_valid_by_its_schema(checked: Plan) -> None:
    log = json.loads(render("sarif", checked, run(checked)))
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8-sig"))
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    del log["runs"][0]["tool"]["driver"]["name"]
    assert not jsonschema.validators.validator_for(schema)(schema).is_valid(log)  # the schema does look


@pytest.mark.slow
def test_junit_is_valid_by_its_schema(checked: Plan) -> None:
    schema = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")
    printed = render("junit", checked, run(checked))
    schema.validate(printed)
    assert not schema.is_valid(printed.replace("<testcase", "<test").replace("</testcase", "</test"))


def test_sarif_names_files_by_uri(
    plan: Plan, outcome: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def uris() -> set[str]:
        places = [result["locations"][0] for result in json.loads(render("sarif", plan, outcome))["runs"][0]["results"]]
        return {place["physicalLocation"]["artifactLocation"]["uri"] for place in places if "physicalLocation" in place}

    monkeypatch.chdir(plan.folder.parent)
    assert {"yinzhou/zones.csv", "yinzhou/projects.csv"} <= uris()
    monkeypatch.chdir(tmp_path)
    assert {urlsplit(uri).scheme for uri in uris()} == {"file"}


@pytest.mark.slow
@pytest.mark.parametrize(("changes", "code"), [({}, 0), (FLAWED, 1), (None, 2)])
def test_the_script_for_pipelines(tmp_path: Path, changes: dict[str, str] | None, code: int) -> None:
    folder = tmp_path / "plan"
    if changes is not None:
        example_plan.make(folder, **changes)
    script = Path(__file__).parents[1] / "scripts/check_plan.py"
    done = subprocess.run(
        [sys.executable, script, folder, tmp_path / "results"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == code, done.stderr
    written = {file.name for file in (tmp_path / "results").glob("*")}
    assert written == (set() if code == 2 else {"findings.json", "findings.junit.xml", "findings.sarif"})
    assert ("floor-area-ratio" in done.stdout) == (code != 2)
