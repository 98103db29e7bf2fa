"""Scenarios handed over with a build: the view of the page, the part of the report, the data, and what is refused."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import geopandas as gpd
import jsonschema
import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely
import toy
from click.testing import CliRunner, Result
from visiting import HOSTILE, PHONE

from yzgeo.cli.main import cli
from yzgeo.publish.scenario.figures import schema

pytestmark = pytest.mark.slow

TARGET = {
    "target_id": "land", "measure_id": "low-efficiency-land", "scope": "district", "name": "盘活", "direction": "at_least",
    "target_year": 2030, "target": 100, "source": "二",
}  # fmt: skip
MEASURE = {"measure_id": "low-efficiency-land", "name": "盘活用地", "name_en": "Land recovered", "unit": "亩"}
EARLY, LATE = "先易", f"后难{HOSTILE}"
PAINTED = """() => {
    let count = 0;
    for (const tile of document.querySelectorAll(".yz-parcel-tiles canvas")) {
        const {data} = tile.getContext("2d").getImageData(0, 0, tile.width, tile.height);
        for (let i = 3; i < data.length; i += 4) count += data[i] > 0;
    }
    return count;
}"""


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def ledger(file: Path, area_mu: float = 30.0) -> Path:
    """Six parcels in a row, P0 to P5, of which the first two lie in the north."""
    rows = pd.DataFrame({"parcel_id": [f"P{n}" for n in range(6)], "status": "identified", "area_mu": area_mu})
    shapes = [
        shapely.box(121.56 + 0.004 * n, 29.61 if n < 2 else 29.58, 121.562 + 0.004 * n, 29.612 if n < 2 else 29.582)
        for n in range(6)
    ]
    gpd.GeoDataFrame(rows, geometry=shapes, crs=4490).to_file(file)
    return file


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan, a ledger, two scenarios (`early`: P0 and P1 in 2029, P2 and P3 in 2030; `late`: P5 for P0), a build of both."""
    room = tmp_path_factory.mktemp("handover")
    folder = toy.make(
        room / "plan", targets=[*toy.TABLES["targets"], TARGET], measures=[*toy.TABLES["measures"], MEASURE]
    )
    toy.official(folder, north=(121.55, 29.6, 121.65, 29.65), south=(121.55, 29.55, 121.65, 29.6))
    ledger(room / "ledger.gpkg")
    for name, title, must in (("early", EARLY, {}), ("late", LATE, {0: "leave", 5: "take"})):
        own = room / f"settings-{name}"
        own.mkdir()
        toml = f"name = {json.dumps(title)}\nfirst_year = 2029\nbudget_10k_yuan = 500\nzones.north.most_mu = 60\n"
        (own / "scenario.toml").write_text(toml, "utf-8")
        rows = [
            {"parcel_id": f"P{n}", "cost_10k_yuan": 10 * (n + 1), "must": must.get(n), "last_year": 2029 if n < 2 else None,
             "first_year": None if n < 2 else 2030}
            for n in range(6)
        ]  # fmt: skip
        pd.DataFrame(rows).convert_dtypes().to_csv(own / "candidates.csv", index=False)
        done = run("scenario", room / "ledger.gpkg", "-o", room / name, "--scenario", own, "--plan", folder)
        assert done.exit_code == 0, done.output
    done = build(room, "early", "late")
    assert done.exit_code == 0, done.output
    assert f"方案“{EARLY}”：选 4 个地块 120.00 亩" in done.stdout
    return room


def build(room: Path, *scenarios: str, output: str = "out", parcels: str | None = "ledger.gpkg", **more: Any) -> Result:
    given = [] if parcels is None else ["--parcels", room / parcels]
    folders = [word for name in scenarios for word in ("--scenario", room / name)]
    return run("build", "--plan", room / "plan", "-o", room / output, *given, *folders, *more.get("words", ()))


def chosen(room: Path, name: str) -> dict[str, int]:
    content = json.loads((room / name / "scenario.json").read_text("utf-8"))
    jsonschema.validate(content, schema())
    return {row["parcel_id"]: row["year"] for row in content["parcels"]}


def test_the_scenarios_are_what_they_must_be(room: Path) -> None:
    assert chosen(room, "early") == {"P0": 2029, "P1": 2029, "P2": 2030, "P3": 2030}
    assert chosen(room, "late") == {"P1": 2029, "P2": 2030, "P3": 2030, "P5": 2030}


def legend(page: Any) -> list[str]:
    page.evaluate("document.getElementById('yz-legend').open = true")
    return [re.sub(r"\s+", " ", row).strip() for row in page.locator(".parcel-row").all_inner_texts()]


def test_years_are_on_the_map_and_its_legend_switches_them(room: Path, visit: Any) -> None:
    seen = visit(room / "out" / "index.html", "#view=scenarios")
    page = seen.page
    assert legend(page) == ["2029 年 2 宗", "2030 年 2 宗", "备选未选 2 宗"]
    page.wait_for_function(f"({PAINTED})() > 0")
    counts = [page.evaluate(PAINTED)]
    for code in ("other", "2029", "2030"):
        page.locator(f'#yz-legend input[data-status="{code}"]').uncheck()
        page.wait_for_timeout(200)
        counts.append(page.evaluate(PAINTED))
    assert sorted(counts, reverse=True) == counts
    assert len(set(counts)) == len(counts)
    assert counts[-1] == 0


def test_a_scenario_is_chosen_and_the_address_tells_it(room: Path, visit: Any) -> None:
    seen = visit(room / "out" / "index.html", "#view=scenarios")
    page = seen.page
    assert page.locator("#yz-view .headline").inner_text() == "选 4 个地块 120.00 亩，已证明与最优相差不超过 0.00%"
    page.locator(".scenario-names button").nth(1).click()
    assert legend(page) == ["2029 年 1 宗", "2030 年 3 宗", "备选未选 2 宗"]
    address = page.evaluate("location.hash")
    assert unquote(address) == f"#view=scenarios&scenario={LATE}"
    other = visit(room / "out" / "index.html", address)
    assert other.page.locator('.scenario-names [aria-pressed="true"]').inner_text() == LATE
    assert other.page.evaluate("window.hacked") is None
    assert not seen.noise + other.noise


def test_the_list_tells_demands_sums_that_close_and_the_other_scenario(room: Path, visit: Any) -> None:
    page = visit(room / "out" / "index.html", "#view=scenarios&lang=en").page
    told = page.locator("#yz-view").inner_text()
    assert "120 mu with what is chosen; target 100 mu" in told
    assert page.locator(".demand .binds").count() >= 1
    zones = [row.split("\n") for row in page.locator("h2:has-text('By zone') ~ .class-row").all_inner_texts()]
    sums = [float(re.findall(r"([\d.]+) mu", row[-1])[0]) for row in zones]
    assert sums == [60, 60, 120]
    heads = page.locator(".side-by-side thead th").all_inner_texts()
    assert heads == ["", EARLY, LATE]
    assert "5 parcels in all, of which every scenario takes 3 parcels" in told


def test_a_parcel_tells_in_which_scenario_and_year_it_is_chosen(room: Path, visit: Any) -> None:
    page = visit(room / "out" / "index.html", "#view=land&parcel=P5").page
    page.locator("#yz-panel h2", has_text="P5").wait_for()
    rows = page.locator(".parcel-choices tr").all_inner_texts()
    assert [row.split("\t")[-1].strip() for row in rows] == ["备选未选", "2030 年盘活"]
    page.locator(".parcel-choices button").nth(1).click()
    assert page.evaluate("window.yzgeo.page.state.view") == "scenarios"
    assert page.evaluate("window.yzgeo.page.state.scenario") == LATE


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_wider_than_the_screen(room: Path, visit: Any, scheme: str) -> None:
    seen = visit(room / "out" / "index.html", "#view=scenarios", PHONE, color_scheme=scheme)
    wide = "() => [document.documentElement, document.getElementById('yz-list')].map(one => one.scrollWidth - one.clientWidth)"
    assert seen.page.evaluate(wide) == [0, 0]
    assert not seen.noise


def test_an_unknown_scenario_of_an_address_is_told(room: Path, visit: Any) -> None:
    page = visit(room / "out" / "index.html", "#view=scenarios&scenario=none").page
    assert "方案 none" in page.locator("#yz-notice").inner_text()
    assert legend(page)[0] == "2029 年 2 宗"


def test_the_report_has_a_part_with_map_demands_and_parcels(room: Path) -> None:
    text = (room / "out" / "report.html").read_text("utf-8")
    assert HOSTILE not in text
    for lang, total in (("zh", "合计"), ("en", "total")):
        part = re.search(rf'<section class="scenarios" id="{lang}-scenarios">.*?</section>', text, re.DOTALL)
        assert part is not None
        frames = pd.read_html(io.StringIO(part.group(0)))
        sums = next(one for one in frames if "2029" in map(str, one.columns))
        closing = sums[sums.iloc[:, 0] == total].iloc[0]
        assert [float(value) for value in closing.iloc[1:4]] == [60, 60, 120]
        listed = next(one for one in frames if "P0" in one.to_string() and len(one.columns) == 3)
        assert re.search(r"2029\s+P0\D", listed.to_string())
        assert part.group(0).count("<use ") == 2
        assert f'href="#{lang}-scenario-2"' in text


def test_the_data_hold_parcels_demands_and_layers(room: Path) -> None:
    data = room / "out" / "data"
    rows = list(csv.DictReader((data / "scenario-parcels.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["地块编号"], row["年份"]) for row in rows if row["方案"] == EARLY] == [
        ("P0", "2029"), ("P1", "2029"), ("P2", "2030"), ("P3", "2030"),
    ]  # fmt: skip
    told = csv.DictReader((data / "scenario-demands.csv").read_text("utf-8-sig").splitlines())
    assert {row["方案"] for row in told} == {EARLY, LATE}
    for number, name in enumerate(("early", "late"), start=1):
        layer = pyogrio.read_dataframe(data / "scenarios.gpkg", layer=f"scenario-{number}")
        taken = layer[layer["chosen"].astype(bool)]
        assert dict(zip(taken["parcel_id"], taken["year"].astype(int), strict=True)) == chosen(room, name)
        assert len(layer) == 6
    assert len(openpyxl.load_workbook(data / "scenarios.xlsx").sheetnames) == 5
    manifest = json.loads((data / "manifest.json").read_text("utf-8"))
    digest = hashlib.sha256((room / "late" / "scenario.json").read_bytes()).hexdigest()
    assert manifest["inputs"]["scenarios/2/scenario.json"] == digest
    assert {name for name in manifest["outputs"] if "scenario" in name} == {
        f"data/{name}"
        for name in (
            "scenario-demands.csv",
            "scenario-parcels.csv",
            "scenarios.gpkg",
            "scenarios.json",
            "scenarios.xlsx",
        )
    }
    note = (room / "out" / "使用说明.txt").read_text("utf-8")
    assert "scenario-parcels.csv：各方案所选地块及年份" in note
    assert "scenarios.gpkg: candidates with the year chosen" in note


def test_a_public_edition_has_no_scenario(room: Path) -> None:
    done = build(room, "early", output="public", words=["--public"])
    assert done.exit_code == 0, done.output
    assert "公开版不含地块，方案不写入" in done.stderr
    files = [file for file in (room / "public").rglob("*") if file.is_file()]
    assert not [file.name for file in files if "scenario" in file.name]
    assert not [file.name for file in files if EARLY.encode() in file.read_bytes()]
    page = (room / "public" / "index.html").read_text("utf-8")
    assert '"scenarios":null' in page.replace(" ", "")


def refused(room: Path, done: Result, *words: str) -> None:
    assert done.exit_code == 2, done.output
    assert done.stderr.count("yzgeo: ") == 1
    assert not [word for word in words if word not in done.stderr]
    assert not (room / "refused").exists()


def test_what_is_no_scenario_of_this_plan_and_ledger_is_refused(room: Path) -> None:
    refused(room, build(room, "settings-early", output="refused"), "没有 scenario.json")
    refused(room, build(room, "early", output="refused", parcels=None), "没有地块台账")
    ledger(room / "other.gpkg", area_mu=31)
    refused(room, build(room, "early", output="refused", parcels="other.gpkg"), "地块台账与现在的不同")
    done = build(room, "early", output="refused", words=["--as-of", "2020-01-01"])
    refused(room, done, "台账截至日与现在的不同")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda one: {**one, "target_mu": 7}, "写后被改过"),
        (lambda one: {**one, "parcels": [{**one["parcels"][0], "year": 3000}]}, "parcels.0.year"),
        (lambda one: {name: value for name, value in one.items() if name != "basis"}, "出自其他版本"),
        (lambda one: [one], "不是方案的数字"),
    ],
)
def test_figures_that_are_not_as_written_are_refused(room: Path, tmp_path: Path, change: Any, words: str) -> None:
    shutil.copytree(room / "early", tmp_path / "changed")
    file = tmp_path / "changed" / "scenario.json"
    file.write_text(json.dumps(change(json.loads(file.read_text("utf-8")))), "utf-8")
    done = run("build", "--plan", room / "plan", "-o", room / "refused", "--parcels", room / "ledger.gpkg",
               "--scenario", tmp_path / "changed")  # fmt: skip
    refused(room, done, words)


def test_a_scenario_of_another_plan_is_refused(room: Path, tmp_path: Path) -> None:
    done = run("build", "-o", room / "refused", "--parcels", room / "ledger.gpkg", "--scenario", room / "early")
    refused(room, done, "不是“yinzhou”的")


def test_numbers_that_are_none_are_no_figures(room: Path, tmp_path: Path) -> None:
    shutil.copytree(room / "early", tmp_path / "nan")
    file = tmp_path / "nan" / "scenario.json"
    file.write_text(re.sub(r'"value": [\d.]+', '"value": NaN', file.read_text("utf-8")), "utf-8")
    assert "NaN" in file.read_text("utf-8")
    done = run("scenario", "compare", tmp_path / "nan")
    assert done.exit_code == 2
    assert "NaN is no number" in done.stderr
