"""A new rule, layer, format, statistic or kind of fact is one new file and nothing else."""

from __future__ import annotations

import importlib
import json
from importlib.metadata import EntryPoint
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
import toy
from click.testing import CliRunner

from yzgeo.checks.run import run
from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.diff.compare import compare
from yzgeo.export.metadata import layer_metadata
from yzgeo.plan.load import load
from yzgeo.publish.build import build
from yzgeo.publish.context import build_context
from yzgeo.publish.page.render import render
from yzgeo.readers import reading
from yzgeo.stats.collect import collect

RULE = '''"""Zones have short names.

Found: a long one. Not found: a short one.
"""
from yzgeo.checks.finding import Finding
from yzgeo.core.i18n import Text

TITLE = Text("片区名称简短", "Short names")

def clause(plan):
    return "一"

def check(plan):
    for zone in plan.zones.itertuples():
        yield Finding(
            severity="warning",
            subject=f"zone:{zone.zone_id}",
            message=Text("太长了", "too long"),
            clause="一",
            values={},
        )
'''
LAYER = """from yzgeo.core.i18n import Text

TITLE = Text("地点", "Places")
ORDER = 9

def frame(plan):
    return plan.places[["place_id", "name", "geometry"]]

def style(properties, colours):
    return {"radius": 2}
"""
DIFFERENCE = """from yzgeo.diff.compare import Change, Field
from yzgeo.core.i18n import Text

TITLE = Text("地点", "Towns")
ORDER = 99

def changes(old, new):
    return [Change("town:hill", Text("山镇", "Hill"), "changed", [Field("storeys", 1, 2)])]
"""
EXPORTER = """from yzgeo.core.i18n import Text

TITLE = Text("行数", "Line count")
SUFFIXES = (".count",)

def write(frame, file, crs, metadata):
    file.write_text(f"{metadata.title.en}: {len(frame)}", "utf-8")
    return []
"""


TALLY = """
def write(rows, file, crs):
    file.write_text(str(sum(len(batch) for batch in rows)), "utf-8")
"""
READER = """import geopandas as gpd
import shapely
from yzgeo.core.i18n import Text
from yzgeo.readers.source import Source

TITLE = Text("两点", "Two corners")
SUFFIXES = (".corners",)

def read(file, layer):
    corners = [float(cell) for cell in file.read_text().split()]
    return Source(gpd.GeoDataFrame({"id": ["a"]}, geometry=[shapely.box(*corners)], index=[1]), [])
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a module's text where the plugins of a package are looked for."""

    def put(package: str, name: str, text: str) -> None:
        folder = tmp_path / package
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.py").write_text(text, "utf-8")
        module = importlib.import_module(package)
        monkeypatch.setattr(module, "__path__", [*module.__path__, str(folder)])
        importlib.invalidate_caches()

    return put


@pytest.mark.slow
def test_a_rule_is_one_file(place, tmp_path: Path) -> None:
    place("yzgeo.checks.rules", "short_names", RULE)
    plan = load(toy.make(tmp_path / "toy"))
    outcome = run(plan)
    assert [finding.subject for finding in outcome.findings] == ["zone:north", "zone:south"]
    assert "太长了" in render(build_context(plan, "zh"))
    build(plan, tmp_path / "maps", "zh", say=lambda _: None)
    found = json.loads((tmp_path / "maps/data/findings.json").read_text("utf-8"))
    assert "short-names" in [rule["rule"] for rule in found["rules"]]


@pytest.mark.slow
def test_a_layer_and_an_exporter_are_one_file_each(place, tmp_path: Path) -> None:
    place("yzgeo.layers", "towns", LAYER)
    place("yzgeo.export.formats", "count", EXPORTER)
    plan = load(toy.make(tmp_path / "toy"))
    build(plan, tmp_path / "maps", "zh", say=lambda _: None)
    assert len(json.loads((tmp_path / "maps/data/towns.geojson").read_text("utf-8"))["features"]) == 2
    assert '"towns"' in (tmp_path / "maps/index.html").read_text("utf-8")
    layer, exporter = plugins.load("yzgeo.layers", "towns"), plugins.load("yzgeo.export.formats", "count")
    frame = layer.frame(plan)
    exporter.write(frame, tmp_path / "towns.count", None, layer_metadata(plan, "towns", frame, "zh"))
    assert (tmp_path / "towns.count").read_text("utf-8") == "Places: 2"


@pytest.mark.slow
def test_the_command_knows_a_new_exporter_by_its_ending(place, tmp_path: Path) -> None:
    place("yzgeo.export.formats", "count", EXPORTER)
    done = CliRunner().invoke(cli, ["export", "zones", "-o", str(tmp_path / "zones.count")])
    assert (done.exit_code, (tmp_path / "zones.count").read_text("utf-8")) == (0, "Zones: 6")


@pytest.mark.slow
def test_a_statistic_is_one_file(place, tmp_path: Path) -> None:
    text = (
        'from yzgeo.core.i18n import Text\nTITLE = Text("层数", "Storeys")\n\ndef table(plan):\n    return [{"n": 1}]\n'
    )
    place("yzgeo.stats.subjects", "storeys", text)
    plan = load(toy.make(tmp_path / "toy"))
    assert collect(plan)["storeys"] == [{"n": 1}]
    build(plan, tmp_path / "maps", "zh", say=lambda _: None)
    assert "<h3>层数</h3>" in (tmp_path / "maps/report.html").read_text("utf-8")


@pytest.mark.slow
def test_a_subject_of_diff_is_one_file(place, tmp_path: Path) -> None:
    place("yzgeo.diff.subjects", "towns", DIFFERENCE)
    plan = load(toy.make(tmp_path / "toy"))
    part = compare(plan, plan)[-1]
    assert (part.name, part.changes[0].subject) == ("towns", "town:hill")
    for form in plugins.names("yzgeo.diff.formats"):
        render = plugins.load("yzgeo.diff.formats", form).render
        assert ("town:hill" if form != "html" else "山镇") in render(plan, plan, [part], "zh") or form == "geojson"


@pytest.mark.slow
def test_another_distribution_adds_a_rule_by_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere_rule.py").write_text(RULE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("short-names", "elsewhere_rule", "yzgeo.rules")
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point] if group == "yzgeo.rules" else [])
    outcome = run(load(toy.make(tmp_path / "toy")), select=["short-names"])
    assert len(outcome.findings) == 2


@pytest.mark.slow
@pytest.mark.parametrize("form", plugins.names("yzgeo.checks.formats"))
def test_findings_are_told_under_the_name_by_which_their_rule_is_registered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (tmp_path / "elsewhere_rule.py").write_text(RULE, "utf-8")  # its findings say short-names
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("brief-names", "elsewhere_rule", "yzgeo.rules")
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point] if group == "yzgeo.rules" else [])
    plan = load(toy.make(tmp_path / "toy"))
    outcome = run(plan, select=["brief-names"])
    assert [finding.rule for finding in outcome.findings] == ["brief-names", "brief-names"]
    written = plugins.load("yzgeo.checks.formats", form).render(plan, outcome, "zh")
    assert written.count("太长了") == 2
    assert "brief-names" in written
    assert "short-names" not in written


FORMATS = [
    "yzgeo.assignment.formats",
    "yzgeo.checks.formats",
    "yzgeo.diff.formats",
    "yzgeo.export.formats",
    "yzgeo.readers.formats",
    "yzgeo.stats.formats",
    "yzgeo.stats.landuse.formats",
]


@pytest.mark.parametrize("package", FORMATS)
def test_every_ending_names_its_format_and_an_unknown_one_is_refused_in_one_way(package: str) -> None:
    for name, module in plugins.discover(package).items():
        for suffix in module.SUFFIXES:
            assert plugins.form_of(package, f"some.where/A{suffix.upper()}") == name
    with pytest.raises(
        InputError, match=r"^a\.xyz: the ending '\.xyz' is not known\. Remedy: use one of: \."
    ) as refused:
        plugins.form_of(package, "a.xyz")
    assert "(" not in str(refused.value)


@pytest.mark.slow
def test_a_format_of_assign_is_one_file(place, tmp_path: Path) -> None:
    place("yzgeo.assignment.formats", "tally", 'SUFFIXES = (".tally",)\nGEOMETRY = False\n' + TALLY)
    point = gpd.GeoDataFrame({"parcel_id": ["A"]}, geometry=[shapely.box(121.5, 29.7, 121.51, 29.71)], crs=4490)
    point.to_parquet(tmp_path / "parcels.parquet")
    done = CliRunner().invoke(cli, ["assign", str(tmp_path / "parcels.parquet"), "-o", str(tmp_path / "a.tally")])
    assert (done.exit_code, (tmp_path / "a.tally").read_text("utf-8")) == (0, "1")


def test_a_reader_is_one_file(place, tmp_path: Path) -> None:
    place("yzgeo.readers.formats", "corners", READER)
    (tmp_path / "a.corners").write_text("29.8 121.5 29.9 121.6", "utf-8")
    read = reading.read(tmp_path / "a.corners")
    assert read.frame.total_bounds.tolist() == [121.5, 29.8, 121.6, 29.9]
