"""What changed between two plans, on toy plans whose differences are obvious, in every format."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shapely
import toy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.diff.compare import compare, same
from yzgeo.diff.subjects import outlines
from yzgeo.plan.load import load

GRS80 = Geod(a=6378137, rf=298.257222101)
FORMATS = plugins.names("yzgeo.diff.formats")


def folder(tmp_path: Path, name: str, **changes: Any) -> Path:
    return toy.make(tmp_path / name, **changes)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["diff", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.slow
def test_a_plan_does_not_differ_from_itself(tmp_path: Path) -> None:
    assert "没有不同" in run("yinzhou", "yinzhou")
    assert json.loads(run("yinzhou", "yinzhou", "--format", "json"))["changes"] == []
    assert json.loads(run("yinzhou", "yinzhou", "--format", "geojson"))["features"] == []


@pytest.mark.slow
def test_every_subject_is_told(tmp_path: Path) -> None:
    """A change of one row in each table, told with the old and the new value."""
    tables = toy.TABLES
    old = folder(tmp_path, "old")
    new = folder(
        tmp_path,
        "new",
        zones=[{**tables["zones"][0], "area": 4.5}, tables["zones"][1]],
        parks=[{**tables["parks"][0], "name": "新磨坊园"}],
        zone_parks=[{**tables["zone_parks"][0], "zone_id": "south"}],
        zone_industries=tables["zone_industries"][:2],
        projects=[*tables["projects"], {**tables["projects"][0], "project_id": "p2", "seq": 2, "name": "乙厂"}],
        targets=[{**tables["targets"][0], "target": 3}],
        actuals=[{"target_id": "leading-industries-max", "year": 2027, "value": 2, "source": "统计"}],
    )
    for one in (old, new):
        toy.official(one, north=(121.58, 29.60, 121.60, 29.62))
    changes = json.loads(run(str(old), str(new), "--format", "json"))["changes"]
    told = {
        (one["part"], one["subject"], one["what"]): {f["column"]: (f["old"], f["new"]) for f in one["fields"]}
        for one in changes
    }
    assert told == {
        ("zones", "zone:north", "changed"): {"usable_area_km2": (4.0, 4.5)},
        ("parks", "park:mill", "changed"): {"name": ("磨坊园", "新磨坊园"), "listed_in_text": (["north"], ["south"])},
        ("industries", "industry:cloth", "changed"): {"listed_in_text": (["north", "south"], ["north"])},
        ("projects", "project:p2", "added"): {},
        ("targets", "target:leading-industries-max", "changed"): {"target": (2.0, 3.0), "actual": ([], ["2027: 2"])},
        ("targets", "target:floor-area-ratio", "removed"): {},
    }
    text = run(str(old), str(new))
    for line in ("可利用面积（平方公里）：4 → 4.5", "正文列于：北区 → 南区", "+ 乙厂", "- 容积率", "目标值：2 → 3"):
        assert line in text
    assert "listed in the text: North → South" in run(str(old), str(new), "--lang", "en")


@pytest.mark.slow
def test_a_changed_figure_of_the_text_is_told() -> None:
    """Rules hold these figures against each other, so a changed one is a changed plan."""
    old = load("yinzhou")
    figures = old.figures.copy()
    figures.loc[figures["figure_id"] == "value-added-per-mu-2020", "value"] = 163.0
    figures = figures[figures["figure_id"] != "value-added-per-mu-growth-2020"]
    parts = [part for part in compare(old, replace(old, figures=figures)) if part.changes]
    assert [part.name for part in parts] == ["figures"]
    told = [(one.subject, one.what, [tuple(field) for field in one.fields]) for one in parts[0].changes]
    assert told == [
        ("figure:value-added-per-mu-2020", "changed", [("value", 168.8, 163.0)]),
        ("figure:value-added-per-mu-growth-2020", "removed", []),
    ]
    assert parts[0].changes[0].name.en == "Value added per mu (2020)"


@pytest.mark.slow
def test_area_gained_and_lost_is_that_of_the_shapes(tmp_path: Path) -> None:
    """North moves east by half its width: it gains one half and loses the other; south vanishes, and the areas are Geod's own."""
    old, new = folder(tmp_path, "old"), folder(tmp_path, "new")
    toy.official(old, north=(121.58, 29.60, 121.60, 29.62), south=(121.58, 29.55, 121.60, 29.56))
    toy.official(new, north=(121.59, 29.60, 121.61, 29.62))
    features = json.loads(run(str(old), str(new), "--format", "geojson"))["features"]
    told = {(one["properties"]["zone_id"], one["properties"]["change"]): one for one in features}
    half, whole = (
        abs(GRS80.geometry_area_perimeter(shapely.box(*bounds))[0])
        for bounds in ((121.60, 29.60, 121.61, 29.62), (121.58, 29.55, 121.60, 29.56))
    )
    assert set(told) == {("north", "added"), ("north", "lost"), ("south", "lost")}
    assert told["north", "added"]["properties"]["area_m2"] == pytest.approx(half, rel=1e-9)
    assert told["north", "lost"]["properties"]["area_m2"] == pytest.approx(half, rel=1e-9)
    assert told["south", "lost"]["properties"]["area_m2"] == pytest.approx(whole, rel=1e-9)
    assert shapely.geometry.shape(told["north", "added"]["geometry"]).bounds == (121.60, 29.60, 121.61, 29.62)
    assert all(
        len(str(x).partition(".")[2]) <= 7
        for one in features
        for x, _ in shapely.get_coordinates(shapely.geometry.shape(one["geometry"]))
    )
    text = run(str(old), str(new), "--lang", "en")
    assert f"gained {half / 1e6:.3f} km², lost {half / 1e6:.3f} km²" in text


boxes = st.tuples(st.floats(121.51, 121.6), st.floats(29.51, 29.6), st.floats(0.001, 0.09), st.floats(0.001, 0.09)).map(
    lambda b: shapely.box(b[0], b[1], b[0] + b[2], b[1] + b[3])
)


@given(boxes, boxes)
def test_old_and_gained_less_lost_is_new(old: shapely.Polygon, new: shapely.Polygon) -> None:
    """What two areas differ by is what was gained less what was lost, either way round."""
    there, back = outlines._area(old, new), outlines._area(new, old)
    differ = abs(GRS80.geometry_area_perimeter(new)[0]) - abs(GRS80.geometry_area_perimeter(old)[0])
    if there is None:
        assert back is None
        assert differ == pytest.approx(0, abs=0.1)
        return
    assert back is not None
    bulge = (
        20_000  # m²: an edge of 0.09° along a parallel, cut in two, follows two geodesics instead of one; 5,000 each
    )
    assert there.added_m2 - there.lost_m2 == pytest.approx(differ, abs=bulge)
    assert (there.added_m2, there.lost_m2) == pytest.approx((back.lost_m2, back.added_m2))


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_names_stay_text_in_every_format(tmp_path: Path, form: str, lang: str) -> None:
    hostile = '<img src=x onerror="window.hacked=1"></script>{{7*7}}`${1}\n=1+1😀'
    old = folder(tmp_path, "old")
    new = folder(
        tmp_path, "new", zones=[{**toy.TABLES["zones"][0], "name": hostile, "name_en": hostile}, toy.TABLES["zones"][1]]
    )
    toy.official(new, north=(121.58, 29.60, 121.60, 29.62))
    output = run(str(old), str(new), "--format", form, "--lang", lang)
    assert "49" not in output.replace("121.", "") or "{{7*7}}" in output
    if form == "html":
        assert "<img" not in output
        assert "&lt;img src=x" in output
        assert "<script" not in output
    elif form != "text":
        assert hostile in json.dumps(json.loads(output), ensure_ascii=False).replace("\\n", "\n").replace('\\"', '"')


@pytest.mark.slow
def test_the_ending_names_the_format_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    for ending, start in ((".json", "{"), (".geojson", '{"type"'), (".html", "<!doctype"), (".txt", "宁波")):
        file = tmp_path / f"diff{ending}"
        run("yinzhou", "yinzhou", "-o", str(file))
        assert file.read_text("utf-8").startswith(start)
    for arguments in (["yinzhou", "nowhere"], ["yinzhou", "yinzhou", "-o", str(tmp_path / "diff.docx")]):
        done = subprocess.run(
            [sys.executable, "-m", "yzgeo", "diff", *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "diff.docx").exists()


@pytest.mark.slow
def test_the_order_of_rows_says_nothing(tmp_path: Path) -> None:
    old = folder(tmp_path, "old")
    new = folder(
        tmp_path,
        "new",
        **{name: rows[::-1] for name, rows in toy.TABLES.items() if name not in ("clauses", "places", "zone_places")},
    )
    assert [part for part in compare(load(old), load(new)) if part.changes] == []


def test_numbers_computed_in_another_order_are_the_same() -> None:
    assert same(0.1 + 0.2, 0.3)
    assert not same(0.3, 0.3001)
    assert not same(None, 0.0)


PATH_DATA = re.compile(r"(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)*Z|M0 -5V0H[\d.]+V-5)+|M0 -8L5 8L0 4L-5 8Z")


@pytest.mark.slow
def test_every_path_of_the_page_is_a_path(tmp_path: Path) -> None:
    """A zone that only gained has an empty piece lost, which has no path."""
    old, new = folder(tmp_path, "old"), folder(tmp_path, "new")
    for plan, width in ((old, 121.55), (new, 121.6)):
        ring = [[121.52, 29.6], [width, 29.6], [width, 29.65], [121.52, 29.65], [121.52, 29.6]]
        feature = {
            "type": "Feature",
            "properties": {"zone_id": "north", "outline_basis": "official"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        (plan / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    page = run(str(old), str(new), "--format", "html")
    assert len(re.findall('<path class="gained"', page)) == 1
    assert '<path class="lost"' not in page
    paths = re.findall(r'<path[^>]* d="([^"]*)"', page)
    assert len(paths) > 3
    assert [path for path in paths if not PATH_DATA.fullmatch(path)] == []
