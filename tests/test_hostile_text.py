"""Every writer gives the text of strangers back as it stands, or visibly defused; nothing of it is run or obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import unicodedata
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import ezdxf
import geopandas as gpd
import openpyxl
import pandas as pd
import payloads
import pyogrio
import pytest
import shapely
import toy
from click.testing import CliRunner
from payloads import PAYLOADS

from yzgeo.checks.finding import Outcome
from yzgeo.checks.run import run
from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.visible_text import in_json, one_line, visible
from yzgeo.diff.compare import compare
from yzgeo.export.export import export
from yzgeo.facts.cite import cite
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.publish.build import build
from yzgeo.stats.collect import collect


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load(payloads.plan_folder(tmp_path_factory.mktemp("hostile") / "plan"))


@pytest.fixture(scope="module")
def outcome(plan: Plan) -> Outcome:
    return run(plan)


def is_formula(cell: str) -> bool:
    """What a spreadsheet would run, found another way than the product's: by Unicode's categories and normal form."""
    seen = "".join(
        letter for letter in cell if unicodedata.category(letter) not in ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn")
    )
    return unicodedata.normalize("NFKC", seen)[:1] in ("=", "+", "-", "@")


def obeyed(text: str) -> list[str]:
    """What a terminal or a pipeline would obey in the lines of a text."""
    hidden = [
        repr(letter)
        for letter in text
        if letter not in "\n\u200d" and unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]
    commands = [line for line in text.split("\n") if re.match(r"\s*::\w", line) or re.search(r"##(vso)?\[", line)]
    return hidden + commands


def same_lines(text: str) -> str:
    """As any parser of XML gives ends of lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def shown_where_xml_forbids(text: str) -> str:
    return "".join(chr(0x2400 + ord(letter)) if letter < " " and letter not in "\t\n\r" else letter for letter in text)


def geojson_names(file: Path) -> list[str]:
    return [feature["properties"]["name"] for feature in json.loads(file.read_text("utf-8"))["features"]]


def sequence_names(file: Path) -> list[str]:
    return [json.loads(text)["properties"]["name"] for text in file.read_text("utf-8").split("\x1e")[1:]]


def by_pyogrio(file: Path) -> list[str]:
    return list(gpd.read_file(file, layer="projects")["name"])


def csv_names(file: Path) -> list[str]:
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if is_formula(cell)]
    return [row[rows[0].index("name")] for row in rows[1:]]


def kml_placemarks(file: Path) -> list[str]:
    text = file.read_text("utf-8")
    root = ElementTree.fromstring(text)
    kml = "{http://www.opengis.net/kml/2.2}"
    for balloon in root.iter(f"{kml}description"):
        assert set(tags(balloon.text or "")) <= {"br"}
        assert "$[" not in (balloon.text or "")
    return [mark.findtext(f"{kml}name") or "" for mark in root.iter(f"{kml}Placemark")]


def workbook_names(file: Path) -> list[str]:
    book = openpyxl.load_workbook(file)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}  # "f" would be a formula
    assert not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "macro" in name.lower()]
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    column = next(cell.column_letter for cell in book.worksheets[0][1] if cell.value == "name")
    shared = ["".join(one.itertext()) for one in parts["xl/sharedStrings.xml"]]
    texts = [
        shared[int(cell[0].text or "")]
        for cell in parts["xl/worksheets/sheet1.xml"].iter(
            f"{{{parts['xl/sharedStrings.xml'].tag[1:].partition('}')[0]}}}c"
        )
        if re.fullmatch(f"{column}[0-9]+", cell.attrib["r"]) and cell.attrib.get("t") == "s"
    ]
    return [re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text) for text in texts[1:]]


def dxf_names(file: Path) -> list[str]:
    """The labels as GDAL reads them, which knows the codes of drawings."""
    assert not ezdxf.readfile(file).audit().errors
    pyogrio.set_gdal_config_options({"DXF_ENCODING": "UTF-8"})
    try:
        entities = gpd.read_file(file)
    finally:
        pyogrio.set_gdal_config_options({"DXF_ENCODING": None})
    return list(entities.loc[entities["SubClasses"].str.contains("MText"), "Text"])


def tags(text: str) -> list[str]:
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append(tag)  # type: ignore[method-assign]
    parser.feed(text)
    parser.close()
    return found


def guarded(text: str) -> str:
    return f"'{text}" if is_formula(text) else text


def unchanged(text: str) -> str:
    return text


def in_kml(text: str) -> str:
    return same_lines(shown_where_xml_forbids(text))


def in_drawing(text: str) -> str:
    """Control characters are shown in a label, other than ends of lines."""
    return shown_where_xml_forbids(text).replace("\x7f", "␡").replace("\t", "␉").replace("\r", "␍")


EXPORTS: dict[str, tuple[str, Callable[[Path], list[str]], Callable[[str], str]]] = {
    "csv": (".csv", csv_names, guarded),
    "dxf": (".dxf", dxf_names, in_drawing),
    "flatgeobuf": (".fgb", by_pyogrio, unchanged),
    "geojson": (".geojson", geojson_names, unchanged),
    "geojsonseq": (".geojsonl", sequence_names, unchanged),
    "geopackage": (".gpkg", by_pyogrio, unchanged),
    "geoparquet": (".parquet", lambda file: list(gpd.read_parquet(file)["name"]), unchanged),
    "kml": (".kml", kml_placemarks, in_kml),
    "shapefile": (".shp", by_pyogrio, unchanged),
    "xlsx": (".xlsx", workbook_names, unchanged),
}


def test_every_format_is_tried() -> None:
    elsewhere = {"cadastral", "postgis"}  # cadastral holds outlines only, see below; postgis has tests of its own
    assert EXPORTS.keys() | elsewhere == set(plugins.names("yzgeo.export.formats"))
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 50


@pytest.mark.slow
@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_gives_every_text_back(plan: Plan, form: str, tmp_path: Path) -> None:
    ending, read, written = EXPORTS[form]
    file = tmp_path / f"projects{ending}"
    export(plan, "projects", str(file), None, None, None, "zh")
    names = read(file)
    assert sorted(names) == sorted(map(written, PAYLOADS))


@pytest.mark.slow
def test_a_point_file_holds_names_on_one_line(plan: Plan, tmp_path: Path) -> None:
    toy.official(plan.folder, north=(121.5, 29.6, 121.7, 29.7))
    try:
        outlined = load(plan.folder)
        export(outlined, "zones", str(tmp_path / "zones.txt"), None, None, None, "zh")
    finally:
        (plan.folder / "zones.geojson").write_text('{"type": "FeatureCollection", "features": []}', "utf-8")
    content = (tmp_path / "zones.txt").read_bytes()
    lines = content.decode("utf-8" if b"\xe5\x8c\xba" in content else "gbk").split("\r\n")
    sections = [line for line in lines if line.startswith("[")]
    assert sections == ["[属性描述]", "[地块坐标]"]
    assert [len(line.split(",")) for line in lines if line.endswith(",@")] == [9]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", plugins.names("yzgeo.checks.formats"))
def test_an_output_of_check_obeys_nothing(plan: Plan, outcome: Outcome, form: str, lang: Any) -> None:
    printed = plugins.load("yzgeo.checks.formats", form).render(plan, outcome, lang)
    commands = [one for one in obeyed(printed) if form != "github" or not one.startswith("::")]
    assert commands == []
    if form == "github":
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in printed.splitlines())
        assert all(line.count("::") >= 2 for line in printed.splitlines())
        assert "taken" in printed
    elif form == "junit":
        assert ElementTree.fromstring(printed).find(".//x") is None
        assert "</failure><x>" in "".join(ElementTree.fromstring(printed).itertext())
    elif form == "text":
        assert "甲␛[31m红␛]0;title␇乙" in printed
    else:
        parsed = json.loads(printed)
        if form == "sarif":
            assert not re.search(
                r"\]\(http", json.dumps([result["message"] for result in parsed["runs"][0]["results"]])
            )
        else:
            messages = json.dumps(parsed, ensure_ascii=False)
            assert json.dumps("甲\x1b[31m红\x1b]0;title\x07乙", ensure_ascii=False)[1:-1] in messages


@pytest.mark.slow
@pytest.mark.parametrize("form", plugins.names("yzgeo.stats.formats"))
def test_an_output_of_stats_runs_nothing(plan: Plan, form: str, tmp_path: Path) -> None:
    content = plugins.load("yzgeo.stats.formats", form).render(collect(plan), "zh")
    if form == "xlsx":
        (tmp_path / "a.xlsx").write_bytes(content)
        book = openpyxl.load_workbook(tmp_path / "a.xlsx")
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
        assert "<img src=x onerror=alert(1)>" in str([cell.value for cell in cells])
        return
    text = content.decode("utf-8-sig")
    if form == "csv":
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert not [row for row in rows for cell in row if is_formula(cell) and not is_number(cell)]
        assert any("<img src=x onerror=alert(1)>" in row[-1] for row in rows)
    else:
        assert obeyed(text) == []
    if form == "json":
        assert "甲\x1b[31m" in json.dumps(json.loads(text), ensure_ascii=False).replace("\\u001b", "\x1b")


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.parametrize("form", plugins.names("yzgeo.diff.formats"))
def test_an_output_of_diff_runs_nothing(plan: Plan, form: str, tmp_path: Path) -> None:
    old = load(toy.make(tmp_path / "old"))
    parts = compare(old, plan)
    printed = plugins.load("yzgeo.diff.formats", form).render(old, plan, parts, "zh")
    if form == "html":
        assert not {"script", "img", "x", "b"} & set(tags(printed))
        assert set(re.findall(r"<a\b[^>]*>", printed)) <= {f'<a href="#{part.name}">' for part in parts}
        assert "<svg onload" not in printed
        assert "&lt;svg onload=alert(1)&gt;" in printed
        return
    assert obeyed(printed) == []
    if form == "text":
        assert "甲␛[31m红␛]0;title␇乙" in printed
    else:
        json.loads(printed)


@pytest.mark.slow
def test_what_is_cited_is_shown(plan: Plan) -> None:
    for number in (32, 33, 36, 39, 40):
        printed = cite(plan, "project", f"p{number}", "zh")
        assert obeyed(printed) == []
        assert one_line(PAYLOADS[number - 1])[:2] in printed


@pytest.fixture(scope="module")
def maps(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("maps")
    return folder, build(plan, folder / "maps", "zh", say=lambda _: None)


@pytest.mark.slow
def test_a_build_holds_texts_as_they_stand(plan: Plan, maps: tuple[Path, str]) -> None:
    folder = maps[0] / "maps"
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    seen = set()
    for name, file in files.items():
        if name.endswith((".json", ".geojson")):
            json.loads(file.read_text("utf-8"))
        elif name.endswith(".sld"):
            rules = ElementTree.parse(file).getroot().iter("{http://www.opengis.net/se}Rule")
            titles = [title.text or "" for rule in rules for title in rule.iter("{http://www.opengis.net/se}Title")]
            assert not [title for title in titles if "[%" in title]
            assert (name != "data/district.sld") == any("[ % env('HOME') %]<b>北" in title for title in titles)
        elif name.endswith(".qgz"):
            with zipfile.ZipFile(file) as archive:
                project = ElementTree.fromstring(archive.read("plan.qgs"))
            assert project.findtext("title") == shown_where_xml_forbids(payloads.TITLE).replace("\ufffe", "\\ufffe")
        elif name.endswith(".gpkg"):
            with sqlite3.connect(file) as database:
                names = [row[0] for row in database.execute("SELECT name FROM projects ORDER BY seq")]
                styles = [
                    text for row in database.execute("SELECT styleQML, styleSLD FROM layer_styles") for text in row
                ]
            database.close()
            assert names == PAYLOADS
            for style in styles:
                ElementTree.fromstring(style)
        elif name.endswith(".xlsx"):
            book = openpyxl.load_workbook(file)
            assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        elif name.endswith((".docx", ".pptx")):  # test_office looks closer
            with zipfile.ZipFile(file) as archive:
                for part in archive.namelist():
                    if part.endswith((".xml", ".rels")):
                        assert b"TargetMode=" not in archive.read(part), part
                        ElementTree.fromstring(archive.read(part))
        elif name.endswith(".txt"):
            assert obeyed(file.read_text("utf-8").replace("\r\n", "\n")) == []
        elif name.endswith(".html"):
            text = file.read_text("utf-8")
            assert "<script>alert(1)" not in text
            assert "<img src=x" not in text
            assert "<svg onload" not in text
        else:
            raise AssertionError(f"{name} is not looked at")
        seen.add(Path(name).suffix)
    assert seen == {".json", ".geojson", ".sld", ".qgz", ".gpkg", ".xlsx", ".docx", ".pptx", ".txt", ".html"}


@pytest.mark.slow
def test_the_closing_message_obeys_nothing(maps: tuple[Path, str]) -> None:
    assert obeyed(visible(maps[1])) == []


@pytest.mark.slow
def test_commands_print_nothing_that_is_obeyed(plan: Plan, tmp_path: Path) -> None:
    odd = tmp_path / "\x1b[31m\u202e##[error]"
    for arguments in (
        ["check", "--plan", str(plan.folder), "--fail-on", "never"],
        ["stats", "--plan", str(plan.folder)],
        ["cite", "project", "--plan", str(plan.folder)],
        ["cite", "project", "::error::\x1b[31m\n::error::x", "--plan", str(plan.folder)],
        ["check", "--plan", "::error::\x1b\n::error::a"],
        ["check", "--\x1b[31m##[error]"],
        ["\x1b[31m::error::"],
        ["export", "zones", "-o", str(odd / "a.xyz")],
        ["new", str(odd)],
    ):
        done = CliRunner().invoke(cli, arguments)
        assert done.exception is None or isinstance(done.exception, SystemExit), arguments
        assert obeyed(done.stdout) == [], arguments
        assert obeyed(done.stderr) == [], arguments
        assert done.stdout or done.stderr


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_refusal_is_one_line_and_obeyed_by_nobody(text: str) -> None:
    error = InputError(Text(text, text), Text(text, text), file=text, column=text, row=1)
    for message in (error.message("zh"), error.message("en"), str(error)):
        assert "\n" not in message
        assert obeyed(message) == []


@pytest.mark.parametrize("text", [*PAYLOADS, "".join(PAYLOADS), "\ud800", ""])
def test_json_for_a_terminal_is_the_same_json(text: str) -> None:
    written = in_json(json.dumps({"a": [text]}, ensure_ascii=False, indent=1))
    assert json.loads(written) == {"a": [text]}
    assert obeyed(written) == []


@pytest.mark.parametrize(
    "text", ["鄞州区（核心）", "a::b", "C:\\data\\zones.csv", "50%", "x = -1", "👨‍👩‍👧", "a # b", "#[x]", "甲·乙—丙"]
)
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == one_line(text) == text


def parcels_of_payloads() -> gpd.GeoDataFrame:
    """A small parcel, named by a payload, for each of them, beside one another in the northern half."""
    boxes = [
        shapely.box(121.51 + 0.003 * place, 29.61, 121.512 + 0.003 * place, 29.612) for place in range(len(PAYLOADS))
    ]
    columns = {"parcel_id": PAYLOADS, "status": "recovered", "measure": PAYLOADS, "area_mu": [" 15亩"] * len(PAYLOADS)}
    return gpd.GeoDataFrame(columns, geometry=boxes, crs="EPSG:4490")


@pytest.mark.slow
@pytest.mark.parametrize("form", plugins.names("yzgeo.assignment.formats"))
def test_an_assignment_gives_every_number_back(form: str, tmp_path: Path) -> None:
    parcels_of_payloads().to_parquet(tmp_path / "parcels.parquet")
    zones = gpd.GeoDataFrame({"zone_id": ["=1+1"]}, geometry=[shapely.box(121.5, 29.6, 121.7, 29.7)], crs="EPSG:4490")
    zones.to_parquet(tmp_path / "zones.parquet")
    file = tmp_path / f"rows{plugins.load('yzgeo.assignment.formats', form).SUFFIXES[0]}"
    arguments = ["assign", str(tmp_path / "parcels.parquet"), "--zones", str(tmp_path / "zones.parquet")]
    done = CliRunner().invoke(cli, [*arguments, "-o", str(file)])
    assert done.exit_code == 0, done.stderr
    assert obeyed(done.stderr) == []
    if form == "csv":
        header, *rows = csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))
        assert header[:2] == ["parcel_id", "zone_id"]
        assert sorted(row[0] for row in rows) == sorted(map(guarded, PAYLOADS))
        assert {row[1] for row in rows} == {"'=1+1"}
        return
    read = pd.read_parquet(file) if form == "parquet" else gpd.read_file(file)
    assert sorted(read["parcel_id"]) == sorted(PAYLOADS)
    assert set(read["zone_id"]) == {"=1+1"}


@pytest.mark.slow
def test_an_import_logs_and_shows_texts_defused(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    file = tmp_path / "ledger.geojson"
    parcels_of_payloads().to_crs("EPSG:4326").to_file(file, driver="GeoJSON")
    done = CliRunner().invoke(cli, ["import", "parcels", str(file), "--into", str(folder)])
    assert done.exit_code == 0, done.stderr
    assert obeyed(done.stdout) == []
    assert obeyed(done.stderr) == []
    (log,) = folder.glob("*log*.csv")
    rows = list(csv.reader(io.StringIO(log.read_bytes().decode("utf-8-sig"), newline="")))
    assert len(rows) > 1
    assert not [cell for row in rows for cell in row if is_formula(cell) and not is_number(cell)]
