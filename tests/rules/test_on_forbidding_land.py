"""`on-forbidding-land`: what lies on land that forbids it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, polygon, told

from yzgeo.checks import example_plan
from yzgeo.checks.run import run
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow
RULE = "on-forbidding-land"
FARMLAND = "constraint_id, kind, effect, wkt\nf1, permanent-basic-farmland, forbids, {}"
RIVER = "constraint_id, kind, effect, wkt\nr1, river-management, forbids, {}"
OWN = "constraint_id, kind, effect, wkt\no1, 军事禁区, forbids, {}"
KIND = "constraint:permanent-basic-farmland"
TEN_METRES = polygon(121.6029, 29.605, 121.603, 29.606)
HILL = polygon(121.58, 29.59, 121.62, 29.63)
"""Around the places of park and projects in the north, by more than they are uncertain."""
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "ten metres of a parcel": (
        {"constraints": FARMLAND.format(TEN_METRES)}, [f"error parcel:D/{KIND}", f"warning zone:north/{KIND}"],
    ),
    "two metres of a parcel on a river": (
        {"constraints": RIVER.format(polygon(121.60298, 29.605, 121.603, 29.606))},
        ["error parcel:D/constraint:river-management"],
    ),
    "a whole parcel, by two polygons that overlap": (
        {
            "constraints": RIVER.format(polygon(121.595, 29.605, 121.5957, 29.606))
            + f"\nr2, river-management, forbids, {polygon(121.5954, 29.605, 121.596, 29.606)}"
        },
        ["error parcel:A/constraint:river-management"],
    ),
    "an island in a lake": (
        {
            "constraints": RIVER.format(
                '"POLYGON ((121.594 29.604, 121.597 29.604, 121.597 29.607, 121.594 29.607, 121.594 29.604), '
                '(121.5951 29.6051, 121.5959 29.6051, 121.5959 29.6059, 121.5951 29.6059, 121.5951 29.6051))"'
            )
        },
        ["error parcel:A/constraint:river-management"],
    ),
    "a kind of an office's own": (
        {"constraints": OWN.format(TEN_METRES)},
        ["error parcel:D/constraint:军事禁区", "warning zone:north/constraint:军事禁区"],
    ),
    "a corner of a zone alone": (
        {"constraints": FARMLAND.format(polygon(121.609, 29.58, 121.62, 29.582))}, [f"warning zone:south/{KIND}"],
    ),
    "two kinds": (
        {"constraints": RIVER.format(TEN_METRES) + f"\ng1, urban-green-line, forbids, {TEN_METRES}"},
        ["error parcel:D/constraint:river-management", "error parcel:D/constraint:urban-green-line"],
    ),
}  # fmt: skip
SOUND: dict[str, Case] = {
    "no constraints": {"constraints": ""},
    "those of the example": {},
    "farmland beside everything": {"constraints": FARMLAND.format(polygon(121.65, 29.65, 121.66, 29.66))},
    "a border that is shared": {"constraints": RIVER.format(polygon(121.603, 29.605, 121.604, 29.606))},
    "half a metre, narrower than the tolerance": {
        "constraints": RIVER.format(polygon(121.602995, 29.605, 121.603, 29.606))
    },
    "a parcel in the hole": {
        "constraints": RIVER.format(
            '"POLYGON ((121.594 29.604, 121.597 29.604, 121.597 29.607, 121.594 29.607, 121.594 29.604), '
            '(121.595 29.605, 121.596 29.605, 121.596 29.606, 121.595 29.606, 121.595 29.605))"'
        )
    },
    "land that must hold and does not forbid": {
        "constraints": f"constraint_id, kind, effect, wkt\nb1, urban-development-boundary, must_hold, {HILL}"
    },
    "what an office allows": {
        "constraints": RIVER.format(polygon(121.60298, 29.605, 121.603, 29.606)),
        "tolerances": "rule, value, reason\non-forbidding-land, 3, 旧图",
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert sorted(told(tmp_path, RULE, case)) == sorted(expected)


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_the_area_counts_land_once_and_names_law_and_place(tmp_path: Path) -> None:
    (one,) = findings(tmp_path, RULE, VIOLATIONS["a whole parcel, by two polygons that overlap"][0])
    assert one.values["share"] == pytest.approx(1)
    assert one.values["area_m2"] == pytest.approx(10737.2, rel=1e-3)
    assert one.values["constraints"] == ["r1", "r2"]
    assert "《水法》第三十七条" in one.message.zh
    assert one.geometry.centroid.x == pytest.approx(121.5955, abs=1e-5)


def test_a_point_is_told_inside_alone_and_not_checked_at_the_edge(tmp_path: Path) -> None:
    wide = "park_id, name, place_id\nmill, 磨坊园, hill"
    inside = {"constraints": FARMLAND.format(polygon(121.5, 29.5, 121.7, 29.7)), "parks": wide, "parcels": ""}
    assert f"warning park:mill/{KIND}" in told(tmp_path / "in", RULE, inside)
    across = {"constraints": FARMLAND.format(polygon(121.6, 29.5, 121.7, 29.7)), "parks": wide, "parcels": ""}
    outcome = run(load(example_plan.make(tmp_path / "plan", **across)), select=[RULE])
    assert not [one.subject for one in outcome.findings if one.subject.startswith(("park:", "project:"))]
    (state,) = [state for state in outcome.rules if state.rule == RULE]
    assert "uncertainty" in state.reason.en


def test_schematic_outlines_are_not_checked(tmp_path: Path) -> None:
    folder = example_plan.make(
        tmp_path / "plan", constraints=FARMLAND.format(polygon(121.5, 29.5, 121.7, 29.7)), parcels=""
    )
    (folder / "zones.geojson").unlink()
    outcome = run(load(folder), select=[RULE])
    assert not [one.subject for one in outcome.findings if one.subject.startswith("zone:")]
    assert any("schematic" in state.reason.en for state in outcome.rules)
