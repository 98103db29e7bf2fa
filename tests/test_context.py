"""A build computes each thing once: counted by the profiler in a build with a ledger."""

from __future__ import annotations

import cProfile
import pstats
from collections import Counter
from pathlib import Path

import pytest
import toy
from shapely import box

from yzgeo.core import plugins
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.publish.build import build

pytestmark = pytest.mark.slow
PACKAGE = Path(plugins.__file__).parents[1]


def executions(profile: cProfile.Profile) -> Counter[str]:
    """How often the body of each function of the package ran, by `room/module.py:function`."""
    counted: Counter[str] = Counter()
    for (file, _, name), (_, calls, *_) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if Path(file).is_relative_to(PACKAGE):
            counted[f"{Path(file).relative_to(PACKAGE).as_posix()}:{name}"] += calls
    return counted


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """The executions of one build of the toy plan with a ledger of two parcels."""
    folder = tmp_path_factory.mktemp("context")
    plan = load(toy.make(folder / "toy"))
    parcels = ledger.empty().reindex([0, 1])
    parcels["parcel_id"], parcels["status"] = ["A", "B"], ["recovered", "identified"]
    parcels["geometry"] = [box(121.60, 29.64, 121.601, 29.641), box(121.60, 29.55, 121.601, 29.551)]
    profile = cProfile.Profile()
    profile.enable()
    build(with_parcels(plan, parcels), folder / "maps", "zh", say=lambda line: None)
    profile.disable()
    return executions(profile)


def test_the_frame_of_each_layer_is_made_once(calls: Counter[str]) -> None:
    assert {
        name: calls[f"layers/{name.replace('-', '_')}.py:frame"] for name in plugins.names("yzgeo.layers")
    } == dict.fromkeys(plugins.names("yzgeo.layers"), 1)


def test_each_statistic_is_computed_once(calls: Counter[str]) -> None:
    subjects = [name.replace("-", "_") for name in plugins.names("yzgeo.stats.subjects")]
    assert {name: calls[f"stats/subjects/{name}.py:table"] for name in subjects} == dict.fromkeys(subjects, 1)


@pytest.mark.parametrize(
    "function",
    [
        "ledger/net_area.py:measure_ledger",
        "stats/recovery.py:net_land",
        "plan/listings.py:parks_by_zone",
        "plan/listings.py:industries_by_zone",
        "checks/run.py:run",
        "stats/collect.py:collect",
        "stats/recovery.py:recovery_progress",
        "stats/subjects/zones.py:official_areas",
        "layers/parcels.py:with_zones",
        "publish/page/subjects.py:_possible_zones",
        "publish/report/maps.py:land_of",
    ],
)
def test_what_many_ask_for_is_computed_once(calls: Counter[str], function: str) -> None:
    assert calls[function] == 1


def test_the_report_projects_the_layers_once_however_many_maps_it_draws(calls: Counter[str]) -> None:
    zones, frames = 2, 3  # that of the sheet serves report and page too; slides and document have one each
    assert calls["publish/report/maps.py:around_zone"] == zones
    assert calls["publish/board/zones.py:zones_on"] == frames


def test_what_is_said_of_each_thing_is_computed_once_for_page_and_report(calls: Counter[str]) -> None:
    zones, targets, layers_with_rows = 2, 2, 5
    assert calls["facts/kinds/zone.py:facts"] == zones
    assert calls["stats/subjects/targets.py:_row"] == targets
    assert calls["export/metadata.py:layer_metadata"] == layers_with_rows
