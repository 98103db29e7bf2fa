"""`plan-particulars`: what a plan folder does not say of the plan: gaps of the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rule_cases import Case, gaps

from yzgeo.checks import example_plan
from yzgeo.checks.run import run
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow
RULE = "plan-particulars"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "no authority": ({"particulars": "authority"}, ["plan:authority"]),
    "no day of issue": ({"particulars": "issued"}, ["plan:issued"]),
    "no period": ({"particulars": "period"}, ["plan:period"]),
    "no district": ({"particulars": "district"}, ["plan:district"]),
    "two of them": ({"particulars": "district issued"}, ["plan:issued", "plan:district"]),
    "none of them": (
        {"particulars": "authority district issued period"},
        ["plan:authority", "plan:issued", "plan:period", "plan:district"],
    ),
}
SOUND: dict[str, dict[str, object]] = {
    "as it is": {},
    "several authorities": {"authority": "示例区政府、示例市经济和信息化局"},
    "issued in another year": {"issued": "2025-12-31"},
    "a period of fifteen years": {"period": [2021, 2035]},
    "a period of one year": {"period": [2026, 2026]},
    "a district of another county": {"district": "某县"},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert gaps(tmp_path, RULE, case) == expected


def _gaps(folder: Path, package: dict[str, object], particulars: dict[str, object]) -> list[str]:
    file = folder / "datapackage.json"
    written = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**written, **package, "plan": {**written["plan"], **particulars}}), "utf-8")
    return [gap.subject for gap in run(load(folder), select=[RULE]).gaps]


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert _gaps(example_plan.make(tmp_path / "plan"), {}, SOUND[name]) == []


def test_a_title_that_is_the_name_of_the_folder_is_none(tmp_path: Path) -> None:
    folder = example_plan.make(tmp_path / "plan")
    name = json.loads((folder / "datapackage.json").read_text("utf-8"))["name"]
    assert _gaps(folder, {"title": name}, {}) == ["plan:title"]
