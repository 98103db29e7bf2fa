"""What is made of an invented ledger says so: every printed page, view, panel, picture, sheet, layer and finding."""

from __future__ import annotations

import io
import json
import re
import shutil
import sqlite3
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pytest
import shapely
import toy
from click.testing import CliRunner
from visiting import PHONE, WIDE

from yzgeo.checks.run import run
from yzgeo.cli.main import cli
from yzgeo.core.i18n import LANGS, Lang
from yzgeo.core.plugins import names
from yzgeo.export.metadata import layer_metadata
from yzgeo.layers import parcels as layer
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.build import build
from yzgeo.stats.collect import collect, flatten
from yzgeo.stats.recovery import INVENTED, warning

MARK = {"zh": "虚构示例", "en": "INVENTED EXAMPLE"}
PLAIN = re.compile("虚构|INVENTED|invented", re.IGNORECASE)


def with_land(folder: Path, note: str | None) -> Plan:
    """A plan of two zones and a target, with parcels recovered twice, of no status and without a day."""
    measure = {"measure_id": "low-efficiency-land", "name": "低效工业用地", "name_en": "Low-efficiency land"}
    target = {**toy.TABLES["targets"][0], "target_id": "land", "measure_id": "low-efficiency-land", "name": "盘活用地",
              "scope": "district", "direction": "at_least", "base_year": 2025, "base": 0, "target_year": 2030, "target": 9000, "unit": "亩"}  # fmt: skip
    made = toy.make(folder, measures=[*toy.TABLES["measures"], measure], targets=[*toy.TABLES["targets"], target])
    toy.official(made, north=(121.5, 29.6, 121.7, 29.7), south=(121.5, 29.5, 121.7, 29.6))
    plan = load(made)
    shapes = [shapely.box(121.55, 29.65, 121.56, 29.66)] * 2 + [shapely.box(121.58, 29.55, 121.59, 29.56)]
    rows = ledger.empty().reindex(range(3)).assign(
        parcel_id=["A", "B", "C"], status=["recovered", "recovered", "under_way"], area_mu=[1600.0, 1600.0, 5.0],
        recovered_on=["2026-05-01", None, None], measure=["盘活", "腾出", None], tax_10k_yuan=[100.0, None, None], note=note,
    )  # fmt: skip
    return with_parcels(plan, gpd.GeoDataFrame(rows, geometry=shapes, crs=4490))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return with_land(tmp_path_factory.mktemp("invented") / "plan", "虚构示例 INVENTED EXAMPLE")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return with_land(tmp_path_factory.mktemp("real") / "plan", None)


@pytest.fixture(scope="module")
def built(plan: Plan, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The hand-over folder in each language, with the PDF."""
    folders = {lang: tmp_path_factory.mktemp("built") / lang for lang in LANGS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YZGEO_CHROMIUM", chromium)
        for lang, folder in folders.items():
            build(plan, folder, lang, lambda line: None, pdf=True)
    return folders


@pytest.mark.parametrize("lang", LANGS)
def test_every_printed_page_says_so(built: dict[str, Path], lang: Lang) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext: run `apt install poppler-utils`")
    command = ["pdftotext", "-layout", built[lang] / "report.pdf", "-"]
    pages = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split("\f")[:-1]
    assert len(pages) > 3
    assert [place for place, page in enumerate(pages, start=1) if MARK[lang] not in page] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_part_of_the_report_says_so_on_the_screen(visit: Any, built: dict[str, Path], lang: Lang) -> None:
    page = visit(built[lang] / "report.html").page
    parts = page.locator("article:visible section").all_inner_texts()
    assert len(parts) > 5
    assert [part[:60] for part in parts if MARK[lang] not in part] == []


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("lang", LANGS)
def test_page_and_panels_say_so(visit: Any, built: dict[str, Path], lang: Lang, viewport: dict[str, int]) -> None:
    seen = visit(built[lang] / "index.html", viewport=viewport)
    page = seen.page
    for view in ("overview", "land", "findings", "parcels"):
        seen.go(f"#view={view}")
        whole = page.evaluate("() => getComputedStyle(document.getElementById('yz-short')).display !== 'none'")
        head = page.locator("#yz-short .invented" if whole else "#yz-subtitle")
        if viewport == PHONE:
            head = page.locator("#yz-title .invented")
        assert head.is_visible()
        assert MARK[lang].lower() in head.inner_text().lower()
        assert head.evaluate(
            "node => node.getBoundingClientRect().right <= node.parentElement.getBoundingClientRect().right"
        )
    for opened in ("zone=north", "target=land", "parcel=A"):
        seen.go(f"#{opened}")
        page.locator("#yz-panel").wait_for()
        told = page.locator("#yz-panel").inner_text()
        assert PLAIN.search(told), opened
    drawn = page.evaluate(
        """async () => {
            const words = [], write = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) { words.push(text); return write.call(this, text, ...rest); };
            await window.yzgeo.page.picture.draw();
            return words.join(" ");
        }"""
    )
    assert MARK[lang] in drawn


def test_every_sheet_and_row_of_the_ledger_says_so(built: dict[str, Path], plan: Plan) -> None:
    for lang, folder in built.items():
        book = openpyxl.load_workbook(folder / "data/statistics.xlsx")
        assert len(book.worksheets) > 8
        for sheet in book.worksheets:
            assert MARK[lang] in str([cell.value for cell in sheet[1]]), sheet.title
            assert MARK[lang] in sheet.oddHeader.center.text
    tables = {table.name: table for table in flatten(collect(plan))}
    for name in ("land_recovery.by_zone", "land_recovery.by_year", "land_recovery.by_measure", "land_intensity"):
        assert all(row["invented_note"] == INVENTED for row in tables[name].rows), name
    assert collect(plan)["summary"]["invented_note"] == INVENTED


def test_layers_project_and_manifest_say_so(built: dict[str, Path]) -> None:
    data = built["zh"] / "data"
    with sqlite3.connect(data / "plan.gpkg") as package:
        described = dict(package.execute("SELECT table_name, description FROM gpkg_contents"))
    package.close()
    assert "虚构示例" in described["parcels"]
    assert "虚构" not in described["zones"]  # the plan's own
    assert "虚构示例" in (data / "parcels.sld").read_text("utf-8")
    project = zipfile.ZipFile(io.BytesIO((data / "plan.qgz").read_bytes())).read("plan.qgs").decode()
    assert "虚构示例" in re.search(r"<title>(.*?)</title>", project)[1]  # type: ignore[index]
    features = json.loads((data / "parcels.geojson").read_text("utf-8"))["features"]
    assert all("虚构示例" in feature["properties"]["note"] for feature in features)
    for name in ("manifest.json", "statistics.json", "findings.json"):
        assert "虚构示例" in (data / name).read_text("utf-8"), name
    assert "虚构示例" in (built["zh"] / "使用说明.txt").read_text("utf-8")


@pytest.mark.slow
def test_findings_on_the_ledger_say_so_in_every_format(plan: Plan, tmp_path: Path) -> None:
    of_ledger = [one for one in run(plan).findings if one.subject.startswith("parcel:") or one.rule == "land-recovery"]
    assert len({one.rule for one in of_ledger}) > 1
    assert all(one.message.zh.startswith("【虚构示例】") for one in of_ledger)
    assert all(one.message.en.startswith("[INVENTED EXAMPLE] ") for one in of_ledger)
    file = tmp_path / "ledger.gpkg"
    plan.parcels.to_file(file)
    for form in names("yzgeo.checks.formats"):
        given = ["check", "--plan", str(plan.folder), "--parcels", str(file), "--select", "parcel-recovered-twice"]
        assert "虚构示例" in CliRunner().invoke(cli, [*given, "--format", form]).stdout, form


@pytest.mark.slow
def test_a_real_ledger_is_called_invented_nowhere(real: Plan, tmp_path: Path) -> None:
    build(real, tmp_path / "maps", "zh", lambda line: None)
    for file in (tmp_path / "maps").rglob("*"):
        if file.suffix in (".json", ".geojson", ".txt", ".sld"):
            assert "虚构" not in file.read_text("utf-8").replace("含虚构数据", ""), file.name
    for sheet in openpyxl.load_workbook(tmp_path / "maps/data/statistics.xlsx").worksheets:
        assert "虚构示例" not in str(list(sheet.values)), sheet.title
    report = (tmp_path / "maps/report.html").read_text("utf-8")
    assert "虚构" not in report
    assert layer_metadata(real, "parcels", layer.frame(real), "zh").title.zh == "地块"
    assert not any("虚构" in one.message.zh for one in run(real).findings)
    assert warning(real).zh == ""
