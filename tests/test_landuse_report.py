"""A land survey in the report of `build`: the same accounts as those of `landuse`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import pytest
import toy
from shapely import box

from yzgeo.plan.load import load
from yzgeo.spatial.crs import CGCS2000

pytestmark = pytest.mark.slow


def yzgeo(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yzgeo", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A hand-over folder with two surveys of a toy plan, and what the command said."""
    folder = tmp_path_factory.mktemp("handed over")
    plan = toy.make(folder / "plan")
    x, y, east, north = load(plan).zones.total_bounds
    cells = [box(x + (east - x) * step / 10, y, x + (east - x) * (step + 1) / 10, north) for step in range(10)]
    later = ["0601"] * 4 + ["0101"] * 6
    for name, codes in (("later.gpkg", later), ("earlier.gpkg", ["0101"] * 10)):
        frame = gpd.GeoDataFrame({"DLBM": codes, "DLMC": ["<b>甲</b>"] * 10}, geometry=cells, crs=CGCS2000)
        frame.to_file(folder / name, layer="DLTB")
    surveys = ["--landuse", folder / "later.gpkg", "--landuse-before", folder / "earlier.gpkg"]
    done = yzgeo("build", "--plan", plan, *surveys, "-o", folder / "out")
    assert done.returncode == 0, done.stderr
    return folder, done.stderr


def test_the_report_has_the_accounts_of_a_survey(handed_over: tuple[Path, str]) -> None:
    folder, _ = handed_over
    told = yzgeo(
        "landuse",
        folder / "later.gpkg",
        "--before",
        folder / "earlier.gpkg",
        "--plan",
        folder / "plan",
        "--format",
        "json",
    )
    record = json.loads(told.stdout)
    report = (folder / "out" / "report.html").read_text("utf-8")
    for lang, industrial in (("zh", "工业用地"), ("en", "industrial land")):
        chapter = report.partition(f'<section class="landuse" id="{lang}-landuse">')[2].partition("</section>")[0]
        assert industrial in chapter
        for row in record["classes"]:
            assert f"<td>{row['total_ha']:,.4f}</td>" in chapter
        changed = next(flow for flow in record["changes"]["matrix"] if flow["after"] == "0601")
        assert f">{changed['hectares']:,.4f}</td>" in chapter
        assert 'class="ribbon to-industry"' in chapter
        assert "<b>甲" not in chapter
    manifest = json.loads((folder / "out" / "data" / "manifest.json").read_text("utf-8"))
    assert {"landuse/1/later.gpkg", "landuse/2/earlier.gpkg"} <= manifest["inputs"].keys()


def test_a_build_that_is_public_or_without_a_survey_has_no_accounts(handed_over: tuple[Path, str]) -> None:
    folder, _ = handed_over
    for given in ([], ["--public", "--landuse", folder / "later.gpkg"]):
        done = yzgeo("build", "--plan", folder / "plan", *given, "-o", folder / "other", "--force", "--lang", "en")
        assert done.returncode == 0, done.stderr
        assert ("leaves the land survey out" in done.stderr) == bool(given)
        assert 'class="landuse"' not in (folder / "other" / "report.html").read_text("utf-8")
        assert "later.gpkg" not in (folder / "other" / "data" / "manifest.json").read_text("utf-8")


def test_a_survey_that_cannot_be_read_is_refused_by_the_option_of_build(handed_over: tuple[Path, str]) -> None:
    folder, _ = handed_over
    command = ["build", "--plan", folder / "plan", "-o", folder / "refused", "--lang", "en"]
    for given, said in (
        (["--landuse", folder / "later.gpkg", "--landuse-layer", "none"], "--landuse-layer"),
        (["--landuse-before", folder / "later.gpkg"], "name its file with --landuse"),
        (["--landuse", folder / "none.gpkg"], "none.gpkg"),
    ):
        done = yzgeo(*command, *given)
        assert done.returncode == 2
        assert said in done.stderr.splitlines()[-1]
        assert not (folder / "refused").exists()
