"""What only the loader judges in the rows of a plan folder, and that all of it is told at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import toy

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.plan import particulars
from yzgeo.plan.load import load

NORTH, SOUTH = toy.TABLES["zones"]
PROJECT = toy.TABLES["projects"][0]
TARGET = toy.TABLES["targets"][0]
FIGURE = {"figure_id": "f", "measure_id": "leading-industries-max", "scope": "district", "value": 2, "source": "一"}
RELATION = {
    "relation_id": "r", "kind": "sum", "whole_measure": "floor-area-ratio", "whole_scope": "district",
    "part_measure": "floor-area-ratio", "part_scope": "cluster:*", "year": 2026, "source": "一",
}  # fmt: skip


def flaws(folder: Path) -> list[InputError]:
    try:
        load(folder)
    except InputError as refusal:
        return [refusal.at(), *refusal.others]
    return []


def places(folder: Path) -> list[tuple[str, int | None, str | None]]:
    return [(Path(str(flaw.file)).stem, flaw.row, flaw.column) for flaw in flaws(folder)]


REFUSED = {
    "area of 0": ({"zones": [NORTH, {**SOUTH, "area": 0}]}, ("zones", 3, "area")),
    "inverted area": ({"zones": [{**NORTH, "area": 6, "area_to": 5}, SOUTH]}, ("zones", 2, "area_to")),
    "upper end alone": ({"zones": [{**NORTH, "area": "", "area_to": 5}, SOUTH]}, ("zones", 2, "area")),
    "area without unit": ({"zones": [{**NORTH, "area_unit": ""}, SOUTH]}, ("zones", 2, "area_unit")),
    "area in tonnes": ({"zones": [{**NORTH, "area_unit": "吨"}, SOUTH]}, ("zones", 2, "area_unit")),
    "zone in itself": ({"zones": [NORTH, {**SOUTH, "parent_zone_id": "south"}]}, ("zones", 3, "parent_zone_id")),
    "same zone twice": ({"zones": [NORTH, SOUTH, {**NORTH, "zone_id": "x", "name": "北 区"}]}, ("zones", 4, "name")),
    "money without unit": ({"projects": [{**PROJECT, "investment_unit": ""}]}, ("projects", 2, "investment_unit")),
    "inverted money": ({"projects": [{**PROJECT, "investment_to": 2}]}, ("projects", 2, "investment_to")),
    "inverted figure": ({"figures": [{**FIGURE, "value_to": 1}]}, ("figures", 2, "value_to")),
    "inverted years": ({"figures": [{**FIGURE, "year_from": 2031, "year": 2030}]}, ("figures", 2, "year_from")),
    "base after target": ({"targets": [{**TARGET, "base_year": 2031, "target_year": 2030}]}, ("targets", 2, "base_year")),
    "no such zone": ({"figures": [{**FIGURE, "scope": "zone:nope"}]}, ("figures", 2, "scope")),
    "zone in capitals": ({"figures": [{**FIGURE, "scope": "Zone：north"}]}, ("figures", 2, "scope")),
    "no such project": ({"figures": [{**FIGURE, "scope": "project:p9"}]}, ("figures", 2, "scope")),
    "no such kind": ({"targets": [{**TARGET, "scope": "kind:nix"}]}, ("targets", 2, "scope")),
    "no such part": ({"measure_relations": [{**RELATION, "without": "tier:a、cluster:x"}]}, ("measure_relations", 2, "without")),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_with_its_row(tmp_path: Path, case: str) -> None:
    changes, place = REFUSED[case]
    (flaw,) = flaws(toy.make(tmp_path / "toy", **changes))
    assert (Path(str(flaw.file)).stem, flaw.row, flaw.column) == place
    assert isinstance(flaw.remedy, Text)
    assert flaw.remedy.zh != flaw.remedy.en


@pytest.mark.slow
@pytest.mark.parametrize(
    "changes",
    [
        {"figures": [{**FIGURE, "scope": scope, "figure_id": f"f{k}"} for k, scope in enumerate(("zone:north", "tier:a", "industry:x", "老城", "kind:any", "zone"))]},
        {"targets": [{**TARGET, "scope": "kind:core"}]},
        {"measure_relations": [RELATION]},
        {"zones": [NORTH, SOUTH, {**SOUTH, "zone_id": "in-north", "area": 1, "parent_zone_id": "north"}]},
        {"zones": [{**NORTH, "area": "", "area_unit": ""}, {**SOUTH, "area_to": 6}]},
    ],
)  # fmt: skip
def test_what_may_be_is_accepted(tmp_path: Path, changes: dict[str, list[toy.Row]]) -> None:
    assert places(toy.make(tmp_path / "toy", **changes)) == []


@pytest.mark.slow
def test_flaws_of_every_kind_are_told_at_once_in_the_order_of_the_tables(tmp_path: Path) -> None:
    folder = toy.make(
        tmp_path / "toy",
        zones=[{**NORTH, "area": 0}, {**SOUTH, "area": "INF"}, {**SOUTH, "zone_id": "loop", "parent_zone_id": "loop"}],
        zone_parks=[{**toy.TABLES["zone_parks"][0], "park_id": "heart"}],
        projects=[{**PROJECT, "site_area_unit": "吨", "works": "heart"}],
        targets=[{**TARGET, "target": "1,200", "scope": "zone:nope"}],
    )
    toy.official(folder, nowhere=(121.5, 29.5, 121.6, 29.6))
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["plan"]["issued"] = "胡说"
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert places(folder) == [
        ("datapackage", None, "plan.issued"),
        ("zones", None, "zone_id"),
        ("zones", 2, "area"),
        ("zones", 3, "area"),
        ("zones", 4, "parent_zone_id"),
        ("zone_parks", 2, "park_id"),
        ("projects", 2, "works"),
        ("projects", 2, "site_area_unit"),
        ("targets", 2, "target"),
        ("targets", 2, "scope"),
    ]
    told = {flaw.column: flaw.remedy.en for flaw in flaws(folder)}
    assert told["target"] == "leave out the commas between thousands: 1200"


def test_what_points_to_a_table_that_cannot_be_read_is_not_judged(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy", figures=[{**FIGURE, "scope": "zone:north"}])
    (folder / "zones.csv").write_text("zone_id\nnorth\n", "utf-8")
    assert {place for place, _, _ in places(folder)} == {"zones"}


@pytest.mark.parametrize("text", ["2026", "2026-01", "2026-01-31", "2026年1月31日", "2026 年 1 月"])
def test_a_day_of_issue_may_be_a_month_or_a_year(text: str) -> None:
    assert "2026-01-31".startswith(particulars.issued(text))


@pytest.mark.parametrize("text", ["胡说", "2026-13", "2026-02-30", "26-01-05", "2026/1/5", "2026-1-5", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is not a date"):
        particulars.issued(text)
