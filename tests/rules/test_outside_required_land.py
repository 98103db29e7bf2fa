"""`outside-required-land`: what lies outside land that must hold it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, polygon, told

pytestmark = pytest.mark.slow
RULE = "outside-required-land"
ROWS = "constraint_id, kind, effect, wkt\nb1, {}, must_hold, {}"
LINE = "constraint:industrial-control-line"
CITY = "constraint:urban-development-boundary"
ALL = (121.5, 29.5, 121.7, 29.7)


def boundary(kind: str, *corners: float) -> Case:
    return {"constraints": ROWS.format(kind, polygon(*corners))}


VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "ten metres of a parcel outside": (
        boundary("industrial-control-line", 121.5, 29.5, 121.6029, 29.7), [f"warning parcel:D/{LINE}"],
    ),
    "two whole parcels outside": (
        boundary("industrial-control-line", 121.5, 29.5, 121.6, 29.7), [f"warning parcel:C/{LINE}", f"warning parcel:D/{LINE}"],
    ),
    "a corner of a zone": (
        boundary("urban-development-boundary", 121.5, 29.575, 121.7, 29.7), [f"warning zone:south/{CITY}"],
    ),
    "a gap between two parts of the boundary": (
        {
            "constraints": ROWS.format("industrial-control-line", polygon(121.5, 29.5, 121.5953, 29.7))
            + f"\nb2, industrial-control-line, must_hold, {polygon(121.5955, 29.5, 121.7, 29.7)}"
        },
        [f"warning parcel:A/{LINE}"],
    ),
    "a hole in the boundary": (
        {
            "constraints": ROWS.format(
                "industrial-control-line",
                '"POLYGON ((121.5 29.5, 121.7 29.5, 121.7 29.7, 121.5 29.7, 121.5 29.5), '
                '(121.5952 29.6052, 121.5958 29.6052, 121.5958 29.6058, 121.5952 29.6058, 121.5952 29.6052))"',
            )
        },
        [f"warning parcel:A/{LINE}"],
    ),
}  # fmt: skip
SOUND: dict[str, Case] = {
    "no constraints": {"constraints": ""},
    "those of the example": {},
    "around the district": boundary("urban-development-boundary", *ALL),
    "two parts that meet within a parcel": {
        "constraints": ROWS.format("industrial-control-line", polygon(121.5, 29.5, 121.5955, 29.7))
        + f"\nb2, industrial-control-line, must_hold, {polygon(121.5955, 29.5, 121.7, 29.7)}"
    },
    "half a metre, narrower than the tolerance": boundary("industrial-control-line", 121.5, 29.5, 121.602995, 29.7),
    "a zone outside the industrial line, which holds no zones": {
        **boundary("industrial-control-line", 121.5, 29.577, 121.7, 29.7),
    },
    "land that forbids and need not hold": {
        "constraints": f"constraint_id, kind, effect, wkt\nf1, river-management, forbids, {polygon(121.65, 29.65, 121.66, 29.66)}"
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert (
        sorted(one for one in told(tmp_path, RULE, case) if not one.startswith(("warning park", "warning project")))
        == expected
    )


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert list(told(tmp_path, RULE, SOUND[name])) == []


def test_a_place_outside_by_more_than_it_is_uncertain_is_told(tmp_path: Path) -> None:
    case = boundary("industrial-control-line", 121.5, 29.5, 121.51, 29.51)
    assert f"warning park:mill/{LINE}" in told(tmp_path, RULE, case)


def test_the_area_outside_is_that_of_the_gap(tmp_path: Path) -> None:
    (one,) = findings(tmp_path, RULE, VIOLATIONS["a gap between two parts of the boundary"][0])
    assert one.values["share"] == pytest.approx(0.2, abs=1e-3)
    assert one.values["area_mu"] == pytest.approx(3.22, abs=0.01)
