"""Of very many findings of a rule the first are listed, all are counted, and all stand in a table."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import pandas as pd
import pytest
import shapely
import toy

from yzgeo.checks.finding import Finding, Outcome
from yzgeo.checks.listing import MOST_LISTED, listed, table
from yzgeo.checks.run import run
from yzgeo.checks.summary import summary
from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Text
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.publish.context import build_context
from yzgeo.publish.outputs import findings as output
from yzgeo.publish.page import views
from yzgeo.publish.report.render import render

MANY = 100_000
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load("yinzhou")


@pytest.fixture(scope="module")
def flawed(plan: Plan) -> Outcome:
    """As of a ledger of which each parcel is drawn larger than it is registered."""
    shape = shapely.Point(121.5, 29.8).buffer(0.0003, quad_segs=8)
    bad = Finding(
        severity="warning",
        subject="parcel:0",
        message=Text("登记 12.0 亩，图上 15.0 亩", "registered as 12.0 mu, drawn as 15.0"),
        clause="七",
        values={"registered_mu": 12.0, "drawn_mu": 15.0},
        rule="parcel-area",
        geometry=shape,
    )
    outcome = run(plan)
    return replace(outcome, findings=[*outcome.findings, *(replace(bad, subject=f"parcel:{n}") for n in range(MANY))])


@pytest.mark.slow
def test_a_ledger_flawed_everywhere_makes_a_small_listing_and_a_whole_table(plan: Plan, flawed: Outcome) -> None:
    short = listed(flawed, "findings.parquet")
    text = json_text(short.record("zh"))
    assert len(text.encode()) < 5 * MEGABYTE
    record = json.loads(text)
    of_rule = [one for one in record["findings"] if one["rule"] == "parcel-area"]
    assert [one["subject"] for one in of_rule] == [f"parcel:{n}" for n in range(MOST_LISTED)]
    assert record["left_out"] == [
        {"rule": "parcel-area", "listed": MOST_LISTED, "all": MANY, "file": "findings.parquet"}
    ]
    written = table(short, "zh")
    assert len(written) < 10 * MEGABYTE
    rows = gpd.read_parquet(io.BytesIO(written))
    assert len(rows) == len(flawed.findings)
    assert set(rows["key"]) == {one.key for one in flawed.findings}
    assert rows.crs == 4490
    of_table = rows[rows["rule"] == "parcel-area"]
    assert json.loads(of_table["values"].iloc[-1]) == {"registered_mu": 12.0, "drawn_mu": 15.0}
    assert of_table.geometry.iloc[-1].normalize().equals(flawed.findings[-1].geometry.normalize())


@pytest.mark.slow
def test_every_format_tells_how_many_there_are_and_where(plan: Plan, flawed: Outcome) -> None:
    short = listed(flawed, "findings.parquet")
    for name in plugins.names("yzgeo.checks.formats"):
        if name in ("json", "geojson"):
            continue
        text = plugins.load("yzgeo.checks.formats", name).render(plan, short, "en")
        assert "the first 1,000 of 100,000 findings are listed; all are in findings.parquet" in text, name
        assert len(text.encode()) < 5 * MEGABYTE
    collection = json.loads(plugins.load("yzgeo.checks.formats", "geojson").render(plan, short, "en"))
    assert collection["left_out"][0]["all"] == MANY
    junit = ElementTree.fromstring(plugins.load("yzgeo.checks.formats", "junit").render(plan, short, "en"))
    (case,) = junit.findall(".//testcase[@name='parcel-area']/failure")
    assert str(case.get("message")).endswith(f": {MANY}")
    assert summary(short, "en").startswith(summary(flawed, "en").partition(" 33 gaps")[0])
    assert "99,000 of them are not listed; all are in findings.parquet" in summary(short, "en")


@pytest.mark.slow
def test_page_and_report_say_where_all_are(plan: Plan, flawed: Outcome) -> None:
    context = replace(build_context(plan, "en"), outcome=flawed)
    files = output.files(context)
    assert list(files) == ["data/findings.json", "data/findings.parquet"]
    assert list(output.files(replace(context, outcome=run(plan)))) == ["data/findings.json"]
    (rule,) = (rule for rule in views.rules(plan, flawed) if rule["rule"] == "parcel-area")
    assert (rule["count"], rule["in_table"]) == (MANY, True)
    assert f"all {MANY} are in data/findings.parquet" in render(context)


@pytest.mark.slow
def test_few_findings_are_listed_as_they_are(plan: Plan) -> None:
    outcome = run(plan)
    assert listed(outcome, "findings.parquet") is outcome
    assert "left_out" not in outcome.record("en")


@pytest.mark.slow
@pytest.mark.parametrize(("name", "beside"), [("findings.json", "findings"), ("ledger.sarif.json", "ledger-findings")])
def test_check_writes_the_table_beside_its_output(tmp_path: Path, name: str, beside: str) -> None:
    folder = toy.make(tmp_path / "toy")
    count = MOST_LISTED + 200
    squares = [
        shapely.box(121.55 + n % 40 / 1e3, 29.6 + n // 40 / 1e3, 121.5505 + n % 40 / 1e3, 29.6005 + n // 40 / 1e3)
        for n in range(count)
    ]
    ledger = pd.DataFrame({"parcel_id": [f"P{n}" for n in range(count)], "status": "identified", "area_mu": 1.0})
    gpd.GeoDataFrame(ledger, geometry=squares, crs=4490).to_file(tmp_path / "ledger.gpkg")
    command = [sys.executable, "-m", "yzgeo", "check", "--plan", folder, "--parcels", tmp_path / "ledger.gpkg"]
    command += ["--select", "parcel-area", "--lang", "en"]
    done = subprocess.run([*command, "-o", tmp_path / name], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert len(gpd.read_parquet(tmp_path / f"{beside}.parquet")) == count
    assert f"{beside}.parquet" in (tmp_path / name).read_text("utf-8")
    shown = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert f"the first 1,000 of {count:,} findings are listed" in shown


@pytest.mark.slow
def test_the_table_never_overwrites_what_was_read(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    count = MOST_LISTED + 1
    squares = [shapely.box(121.55, 29.6 + n / 1e4, 121.5505, 29.60005 + n / 1e4) for n in range(count)]
    ledger = pd.DataFrame({"parcel_id": [f"P{n}" for n in range(count)], "status": "identified", "area_mu": 99.0})
    gpd.GeoDataFrame(ledger, geometry=squares, crs=4490).to_parquet(tmp_path / "findings.parquet")
    before = (tmp_path / "findings.parquet").read_bytes()
    command = [sys.executable, "-m", "yzgeo", "check", "--plan", folder, "--parcels", tmp_path / "findings.parquet"]
    command += ["--select", "parcel-area", "-o", tmp_path / "findings.json"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
    assert (tmp_path / "findings.parquet").read_bytes() == before
    assert not (tmp_path / "findings.json").exists()
