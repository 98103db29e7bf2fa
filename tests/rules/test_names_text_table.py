"""`names-text-table`: names of zones that differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "names-text-table"
NAMES = "zone_id, name, name_table\n"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "quite another": ({"zones": f"{NAMES}north, 北区, 沿江片"}, ["warning zone:north"]),
    "another side": ({"zones": f"{NAMES}south, 南部新城, 滨海园区"}, ["warning zone:south"]),
    "a word varied": ({"zones": f"{NAMES}north, 潘火产业集聚区, 潘火工业集聚区"}, ["info zone:north"]),
    "the same word in two": (
        {"zones": f"{NAMES}north, 甲山产业集聚区, 甲山工业集聚区\nsouth, 乙水产业集聚区, 乙水工业集聚区"},
        ["info table:zone-names"],
    ),
    "two words in two": (
        {"zones": f"{NAMES}north, 甲山产业集聚区, 甲山工业集聚区\nsouth, 南部核心片区, 南部核心区块"},
        ["info zone:north", "info zone:south"],
    ),
}
SOUND: dict[str, Case] = {
    "the same": {"zones": f"{NAMES}north, 北区, 北区"},
    "brackets of another width": {"zones": f"{NAMES}north, 北区（核心）, 北区(核心)"},
    "quotation marks": {"zones": f"{NAMES}north, “北区”, 北区"},
    "digits of another width": {"zones": f"{NAMES}north, 北１区, 北1区"},
    "no table": {"zones": f"{NAMES}north, 北区, "},
}
EXCUSE = "rule, subject, reason, by\nnames-text-table, {}, 简称, 规划科"


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


@pytest.mark.parametrize(("excused", "left"), [("zone:north", ["info zone:south"]), ("table:zone-names", [])])
def test_one_of_several_subjects_is_excused_and_so_are_all(tmp_path: Path, excused: str, left: list[str]) -> None:
    case, _ = VIOLATIONS["the same word in two"]
    assert told(tmp_path, RULE, {**case, "suppressions": EXCUSE.format(excused)}) == left


def test_the_subjects_are_listed(tmp_path: Path) -> None:
    case, _ = VIOLATIONS["the same word in two"]
    (finding,) = findings(tmp_path, RULE, case)
    assert finding.values["subjects"] == ["zone:north", "zone:south"]
    assert finding.subjects == ("table:zone-names", "zone:north", "zone:south")
    assert finding.geometry is not None
