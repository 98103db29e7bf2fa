"""Rule packs: limits of an office's own, checked with units converted; Python rules run only where they are named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from yzgeo.checks import example_plan
from yzgeo.checks.finding import Outcome
from yzgeo.checks.packs.folder import LIMITS
from yzgeo.checks.packs.folder import load as load_packs
from yzgeo.checks.run import run
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.plan.template import copy

HEADER = "rule_id,clause,scope,measure,direction,value,unit,reason"
PYTHON_RULE = '''
"""Every project is refused."""
from yzgeo.checks.finding import Finding
from yzgeo.core.i18n import Text

open({mark!r}, "w").close()
TITLE = Text("项目一律不可", "No projects")

def clause(plan):
    return "office order 1"

def check(plan):
    for project in plan.projects.itertuples():
        yield Finding(severity="info", subject=f"project:{{project.project_id}}", message=TITLE, clause=project.source, values={{}})
'''


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load(example_plan.make(tmp_path_factory.mktemp("packs") / "plan"))


def pack(folder: Path, *rows: str, header: str = HEADER) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LIMITS).write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return folder


def python_rule(folder: Path, mark: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "no_projects.py").write_text(PYTHON_RULE.format(mark=str(mark)), "utf-8")
    return folder


def told(outcome: Outcome) -> list[str]:
    return [f"{finding.severity} {finding.subject}" for finding in outcome.findings]


VIOLATIONS = {
    "land in hectares": ("zone,usable-area,at_least,500,公顷", ["warning zone:north"]),
    "one kind of zone": ("kind:agglomeration,usable-area,at_most,8000,亩", ["warning zone:south"]),
    "money in 万元": ("project,investment,at_most,20000,万元", ["warning project:p4"]),
    "money per mu": ("project,investment-per-mu,at_least,0.1,亿元/亩", ["warning project:p3", "warning project:p5"]),
    "one project": ("project:p1,floor-area,at_most,1.9,公顷", ["warning project:p1"]),
    "a list": ("list:planned,years,at_most,24,个月", ["warning project:p4"]),
    "the district's figure": ("district,output,at_most,45,亿元", ["warning figure:output-2026"]),
    "a cluster's": ("cluster:steel,output,at_most,1500000,万元", ["warning cluster:steel"]),
    "an equality": ("zone,parks,equal,2,个", ["warning zone:north"]),
}
SOUND = {
    "the same in another unit": "zone:south,usable-area,equal,600,公顷",
    "a limit that is just kept": "project,investment,at_most,22000,万元",
    "another kind": "kind:core,usable-area,at_most,500,公顷",
    "above an open end": "district,output,at_least,40,亿元",
    "an open end that may be more": "district,output,at_least,5,亿元",
    "unknown is not nought": "project:p1,new-land,at_least,1,亩",
}


@pytest.mark.slow
@pytest.mark.parametrize("case", VIOLATIONS)
def test_a_figure_beyond_a_limit_is_found(tmp_path: Path, plan: Plan, case: str) -> None:
    row, wanted = VIOLATIONS[case]
    folder = pack(tmp_path / "pack", f"own,办法 第1条,{row},本局规定")
    outcome = run(plan, select=["pack:own"], rule_packs=[folder])
    assert told(outcome) == wanted
    for finding in outcome.findings:
        assert (finding.rule, finding.clause.split("；")[0]) == ("pack:own", "办法 第1条")
        assert "本局规定" in finding.message.zh


@pytest.mark.slow
@pytest.mark.parametrize("case", SOUND)
def test_a_figure_within_a_limit_is_not(tmp_path: Path, plan: Plan, case: str) -> None:
    folder = pack(tmp_path / "pack", f"own,办法,{SOUND[case]},本局规定")
    assert told(run(plan, select=["pack:own"], rule_packs=[folder])) == []


@pytest.mark.slow
def test_a_table_with_flaws_is_refused_with_all_of_them(tmp_path: Path, plan: Plan) -> None:
    folder = pack(
        tmp_path / "pack",
        "own,办法,zone,usable-area,at_most,5,吨,重量不是面积",
        "own2,办法,zone:nowhere,usable-area,at_most,5,亩,没有此片区",
        "own3,办法,project,investment,at_most,5,万美元,外币不折算",
    )
    with pytest.raises(InputError) as refusal:
        load_packs(plan, [folder])
    places = [(one.row, one.column) for one in (refusal.value, *refusal.value.others)]
    assert places == [(2, "unit"), (3, "scope")]
    pack(folder, "own,,zone,usable-area,over,many,亩,x", ",办法,planet,usable-area,at_most,5,亩,x")
    with pytest.raises(InputError) as refusal:
        load_packs(plan, [folder])
    columns = {one.column for one in (refusal.value, *refusal.value.others)}
    assert columns == {"clause", "direction", "value", "rule_id", "scope"}


@pytest.mark.slow
def test_a_measure_that_the_plan_lacks_is_told_and_not_passed(tmp_path: Path, plan: Plan) -> None:
    folder = pack(tmp_path / "pack", "own,办法,district,outputs,at_most,5,亿元,x")
    state = next(one for one in run(plan, select=["pack:own"], rule_packs=[folder]).rules if one.rule == "pack:own")
    assert state.status == "not_checked"
    assert "output" in state.reason.en


@pytest.mark.slow
def test_the_pack_in_a_plan_folder_counts_but_its_python_does_not_run(tmp_path: Path) -> None:
    folder = example_plan.make(tmp_path / "plan")
    pack(folder / "rules", "own,办法,project,investment,at_most,20000,万元,x")
    mark = tmp_path / "ran"
    python_rule(folder / "rules", mark)
    outcome = run(load(folder))
    assert told(outcome) == ["warning project:p4"]
    state = next(one for one in outcome.rules if one.rule == "pack:no-projects")
    assert state.status == "not_checked"
    assert "rules/no_projects.py" in state.reason.zh
    assert not mark.exists()
    named = run(load(folder), select=["pack:no-projects"], rule_packs=[folder / "rules"])
    assert mark.exists()
    assert len(named.findings) == 5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "problem"),
    [("TITLE = 1", "lacks clause, check"), ("def (", "SyntaxError"), ("raise SystemError('no')", "SystemError: no")],
)
def test_a_python_file_that_is_no_rule_is_refused(tmp_path: Path, plan: Plan, text: str, problem: str) -> None:
    (tmp_path / "own.py").write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem):
        load_packs(plan, [tmp_path])
    assert not (tmp_path / "__pycache__").exists()


RULE_THAT_FAILS = """
from yzgeo.checks.finding import Finding
from yzgeo.core.i18n import Text

TITLE = Text("甲", "A")

def clause(plan):
    return "office order 1"

def check(plan):
    yield Finding(severity="info", subject="project:p1", message=TITLE, clause="一", values={})
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sound", "wrong", "problem"),
    [
        ("    yield Finding", "    plan.nothing\n    yield Finding", r"own\.py, row 11: does not run \(AttributeError"),
        ('return "office order 1"', "return {}[plan.folder]", r"own\.py, row 8: does not run \(KeyError"),
        ('return "office order 1"', "return None", "clause"),
        ('TITLE = Text("甲", "A")', 'TITLE = ("甲", "A")', "TITLE: Text"),
        ('TITLE = Text("甲", "A")', "TITLE = Text(1, 2)", "TITLE: Text"),
        ("message=TITLE", 'message="甲"', "message: Text"),
        ('severity="info"', 'severity="grave"', "severity: error"),
        ('Finding(severity="info"', 'dict(severity="info"', "not dict"),
    ],
)
def test_a_python_rule_that_fails_is_refused_in_one_line(
    tmp_path: Path, plan: Plan, sound: str, wrong: str, problem: str
) -> None:
    file = tmp_path / "own.py"
    file.write_text(RULE_THAT_FAILS, "utf-8")
    assert told(run(plan, select=["pack:own"], rule_packs=[tmp_path])) == ["info project:p1"]
    file.write_text(RULE_THAT_FAILS.replace(sound, wrong), "utf-8")
    with pytest.raises(InputError, match=problem) as refusal:
        run(plan, select=["pack:own"], rule_packs=[tmp_path])
    assert "\n" not in refusal.value.message("zh")


@pytest.mark.slow
def test_packs_that_are_none_and_names_that_clash_are_refused(tmp_path: Path, plan: Plan) -> None:
    with pytest.raises(InputError, match="plan-limits"):
        load_packs(plan, ["plan-limit"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"limits\.csv"):
        load_packs(plan, [tmp_path / "empty"])
    row = "own,办法,zone,usable-area,at_most,5,亩,x"
    with pytest.raises(InputError, match="in several packs"):
        load_packs(plan, [pack(tmp_path / "a", row), pack(tmp_path / "b", row)])


OWN_LIMIT = """
target_id, measure_id,        scope,   name,     direction, target, unit,    source
dense,     investment-per-mu, project, 亩均投资, at_least,  1000,   万元/亩, 二"""


@pytest.mark.slow
def test_the_plans_own_limits_are_a_pack(tmp_path: Path) -> None:
    measures = "measure_id, name, name_en, unit\ninvestment-per-mu, 亩均投资, Investment per mu, 万元/亩"
    plan = load(example_plan.make(tmp_path / "plan", targets=OWN_LIMIT, measures=measures))
    outcome = run(plan, select=["pack:dense"], rule_packs=["plan-limits"])
    low = plan.projects["investment_100m_yuan"] * 10000 / plan.projects["site_mu"].fillna(plan.projects["new_land_mu"])
    assert told(outcome) == [f"warning project:{one}" for one in plan.projects.loc[low < 1000, "project_id"]] != []
    assert outcome.findings[0].clause.startswith("二；附件 第")


@pytest.mark.slow
@pytest.mark.parametrize("pack_of", ["plan-limits", "an office"])
def test_a_limit_that_a_rule_judges_is_told_once(tmp_path: Path, pack_of: str) -> None:
    plan = load(example_plan.make(tmp_path / "plan", projects="project_id, floor_area\np1, 19000"))
    own = pack(tmp_path / "pack", "floor-area-ratio,二,project,floor-area-ratio,at_least,2,,规划要求")
    outcome = run(plan, rule_packs=["plan-limits" if pack_of == "plan-limits" else own])
    assert [one.rule for one in outcome.findings if one.subject == "project:p1"] == ["floor-area-ratio"]
    state = next(one for one in outcome.rules if one.rule == "pack:floor-area-ratio")
    assert (state.status, "floor-area-ratio" in state.reason.en) == ("not_checked", True)
    stricter = pack(tmp_path / "stricter", "own,令,project,floor-area-ratio,at_least,2.5,,更严")
    rules = {one.rule for one in run(plan, rule_packs=[stricter]).findings if one.subject == "project:p1"}
    assert rules == {"floor-area-ratio", "pack:own"}


RATIO, FLOOR, INVESTMENT = "floor-area-ratio,at_least,3,", "floor-area,at_least,3,公顷", "investment,at_most,1.4,亿元"
WEIGHED: dict[str, tuple[str, str, list[str]]] = {
    "planned and below": (RATIO, "floor_area\np1, 16000", ["warning project:p1"]),
    "under construction": (RATIO, "floor_area, list\np1, 16000, under_construction", ["info project:p1"]),
    "a plant alone": (RATIO, "floor_area, floor_area_words\np1, 16000, 厂房面积", ["info project:p1"]),
    "a plant alone, by its area": (FLOOR, "floor_area, floor_area_words\np1, 16000, 厂房面积", ["info project:p1"]),
    "doubted by another rule": (RATIO, "site_area, floor_area\np1, 15.23, 10153", ["info project:p1"]),
    "about, and perhaps enough": (RATIO, "floor_area, floor_area_qualifier\np1, 29500, 约", []),
    "about, and too little": (RATIO, "floor_area, floor_area_qualifier\np1, 16000, 约", ["warning project:p1"]),
    "at least so much": (RATIO, "floor_area, floor_area_qualifier\np1, 16000, 以上", []),
    "an upgrade that builds nothing": (RATIO, "floor_area, works\np1, 1600, technical_upgrade", []),
    "about more": (INVESTMENT, "investment, investment_qualifier\np1, 1.45, 约", []),
    "more": (INVESTMENT, "investment\np1, 1.45", ["warning project:p1"]),
    "a range that begins within": (INVESTMENT, "investment, investment_to\np1, 1.3, 1.9", []),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", WEIGHED)
def test_a_limit_weighs_a_figure_as_the_rules_do(tmp_path: Path, case: str) -> None:
    limit, changed, wanted = WEIGHED[case]
    plan = load(example_plan.make(tmp_path / "plan", projects=f"project_id, {changed}"))
    own = pack(tmp_path / "pack", f"own,办法,project,{limit},本局规定")
    outcome = run(plan, select=["pack:own"], rule_packs=[own])
    assert [one for one in told(outcome) if one.endswith("p1")] == wanted


@pytest.mark.slow
def test_what_an_office_weighs_itself_stays_so(tmp_path: Path) -> None:
    projects = "project_id, floor_area, list\np1, 16000, under_construction"
    plan = load(example_plan.make(tmp_path / "plan", projects=projects))
    row = "own,办法,project:p1,floor-area-ratio,at_least,3,,x"
    named = run(plan, select=["pack:own"], rule_packs=[pack(tmp_path / "named", row)])
    assert told(named) == ["warning project:p1"]
    row = "own,办法,project,floor-area-ratio,at_least,1.7,,x,error"
    graded = run(plan, select=["pack:own"], rule_packs=[pack(tmp_path / "graded", row, header=f"{HEADER},severity")])
    assert told(graded) == ["error project:p1"]


YEARS = """
figure_id, measure_id, scope,    year, value, source
then,      output,     district, 2024, 60,    一
now,       output,     district, 2026, 45,    一"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("year", "wanted"), [("2024", "figure:output-2024"), ("2026", "figure:output-2026"), ("2020", None)]
)
def test_a_limit_of_one_year_judges_that_year(tmp_path: Path, year: str, wanted: str | None) -> None:
    plan = load(example_plan.make(tmp_path / "plan", figures=YEARS))
    own = pack(tmp_path / "pack", f"own,办法,district,output,at_most,40,亿元,x,{year}", header=f"{HEADER},year")
    outcome = run(plan, select=["pack:own"], rule_packs=[own])
    assert {one.subject for one in outcome.findings} == ({wanted} if wanted else set())
    state = next(one for one in outcome.rules if one.rule == "pack:own")
    assert year in state.title.zh
    assert wanted or (state.status == "not_checked" and year in state.reason.en)


@pytest.mark.slow
def test_all_that_is_wrong_in_all_packs_is_told_at_once(tmp_path: Path, plan: Plan) -> None:
    own = pack(
        tmp_path / "own",
        "a,办法,kind:agglomerat,usable-area,at_most,5,吨,x,",
        "b,,list:plannd,years,at_most,many,年,x,",
        "c,办法,project,years,at_most,5,年,x,2025",
        "d,办法,district,output,at_most,5,亿元,x,next",
        header=f"{HEADER},year",
    )
    other = pack(tmp_path / "other", "e,办法,zone:nowhere,usable-area,at_most,5,亩,x")
    with pytest.raises(InputError) as refusal:
        load_packs(plan, [own, other, "no-such-pack"])
    flaws = [refusal.value, *refusal.value.others]
    places = {(Path(str(one.file)).parent.name if one.file else "", one.row, one.column) for one in flaws}
    assert places == {
        ("own", 2, "scope"), ("own", 2, "unit"), ("own", 3, "clause"), ("own", 3, "value"), ("own", 3, "scope"),
        ("own", 4, "year"), ("own", 5, "year"), ("other", 2, "scope"), ("", None, None),
    }  # fmt: skip
    remedies = {one.column: one.remedy.en for one in flaws if one.row == 2 and "agglomerat" in str(one)}
    assert "agglomeration" in remedies["scope"]
    assert any("planned" in one.remedy.en for one in flaws if one.row == 3)


@pytest.mark.slow
def test_every_output_takes_findings_of_packs_and_suppressions_excuse_them(tmp_path: Path) -> None:
    excuse = "rule, subject, reason, by\npack:own, project:p4, 已批, 规划科\npack:absent, project:p1, 他处, 规划科"
    folder = example_plan.make(tmp_path / "plan", suppressions=excuse)
    own = pack(tmp_path / "pack", "own,<b>办法,project,investment,at_most,16000,万元,=1+1")
    plan = load(folder)
    outcome = run(plan, rule_packs=[own])
    assert told(outcome) == ["warning project:p2"]
    for name in plugins.names("yzgeo.checks.formats"):
        printed = plugins.load("yzgeo.checks.formats", name).render(plan, outcome, "zh")
        assert "pack:own" in printed.replace("%3A", ":"), name  # as GitHub wants it in a title
    assert run(plan).findings == []


@pytest.mark.slow
def test_the_command_takes_packs_and_writes_over_none(tmp_path: Path) -> None:
    own = pack(tmp_path / "pack", "own,办法,zone,usable-area,at_least,900,公顷,x")

    def yzgeo(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "yzgeo", "check", "--rules", str(own), "--select", "pack:own", *words],
            capture_output=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip

    done = yzgeo("--format", "json")
    assert done.returncode == 1, done.stderr
    record = json.loads(done.stdout)
    assert [one["subject"] for one in record["findings"]] == ["zone:dongwu", "zone:longxi", "zone:wuxiang"]
    assert yzgeo("-o", str(own / LIMITS)).returncode == 2
    assert (own / LIMITS).read_text("utf-8").startswith(HEADER)


@pytest.mark.slow
def test_build_runs_packs_and_names_them_in_the_manifest(tmp_path: Path) -> None:
    from yzgeo.publish.build import build

    folder = example_plan.make(tmp_path / "plan")
    pack(folder / "rules", "mine,办法,project,investment,at_most,20000,万元,x")
    own = pack(tmp_path / "office", "own,办法,project,years,at_most,24,月,x")
    build(load(folder), tmp_path / "maps", "zh", lambda line: None, rule_packs=[own])
    manifest = json.loads((tmp_path / "maps/data/manifest.json").read_text("utf-8"))
    assert {"pack:mine", "pack:own"} <= set(manifest["rules"])
    assert {"rules/limits.csv", "rules/office/limits.csv"} <= set(manifest["inputs"])
    findings = json.loads((tmp_path / "maps/data/findings.json").read_text("utf-8"))["findings"]
    assert [one["rule"] for one in findings] == ["pack:mine", "pack:own"]


def test_a_copy_of_a_plan_has_its_rules(tmp_path: Path) -> None:
    folder = example_plan.make(tmp_path / "plan")
    pack(folder / "rules", "mine,办法,project,investment,at_most,20000,万元,x")
    copy(folder, tmp_path / "copy")
    assert (tmp_path / "copy/rules" / LIMITS).read_bytes() == (folder / "rules" / LIMITS).read_bytes()
