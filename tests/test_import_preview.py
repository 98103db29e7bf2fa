"""A preview of an import: what each column, unit, status and CRS is taken for, before anything is written."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import payloads
import pytest
import toy
from click.testing import CliRunner, Result
from shapely import box
from visiting import PHONE

from yzgeo.cli.main import cli
from yzgeo.plan import import_facts, import_ledger, outlines
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from visiting import Visit

SQUARE = box(121.6, 29.65, 121.601, 29.651)
MU = 16.0755  # of the square
HEAD = "地块编号,面积（公顷）,状态,盘活时间,厂名,wkt\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy plan with its outlines stored, since growing them on each loading takes its time."""
    folder = toy.make(tmp_path_factory.mktemp("preview") / "plan")
    (folder / "zones.geojson").write_text(outlines.text(load(folder).zones), "utf-8")
    return folder


def ledger(file: Path, *rows: str, head: str = HEAD) -> Path:
    file.write_text(head + "".join(f'{row},"{SQUARE.wkt}"\n' for row in rows), "utf-8")
    return file


def facts_of(
    folder: Path, file: Path, mapping: Mapping[str, str] | None = None, **request: Any
) -> import_facts.ImportFacts:
    steps: dict[str, import_facts.Steps] = {}
    pairs = tuple((mapping or {}).items())
    import_ledger.prepare(load(folder), import_ledger.LedgerRequest((file,), pairs, **request), steps=steps)
    return import_facts.facts(file.name, steps[file.name])


def preview(kind: str, file: Path | str, folder: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["import", kind, str(file), "--into", str(folder), "--preview", *options])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def data_of(page: Path) -> dict[str, Any]:
    matched = re.search(
        r'<script type="application/json" id="yz-data">(.*?)</script>', page.read_text("utf-8"), re.DOTALL
    )
    assert matched
    return dict(json.loads(matched[1]))


def test_each_column_says_what_for_why_and_in_which_unit(folder: Path, tmp_path: Path) -> None:
    facts = facts_of(folder, ledger(tmp_path / "a.csv", "A1,1.0717,已盘活,2024-05-06,甲厂"))
    told = {one.theirs: (one.ours, one.why, one.unit and (one.unit.unit, one.unit.by)) for one in facts.columns}
    assert told == {
        "地块编号": ("parcel_id", "header", None),
        "面积（公顷）": ("area_mu", "header", ("公顷", "header")),
        "状态": ("status", "header", None),
        "盘活时间": ("recovered_on", "header", None),
        "厂名": (None, "none", None),
    }
    assert facts.columns[4].examples == ("甲厂",)


@pytest.mark.parametrize(
    ("head", "cells", "unit"),
    [
        ("台账,单位：公顷,,\n地块编号,面积,状态,wkt\n", "A1,1.0717,已盘活", ("公顷", "title", None)),
        ("地块编号,面积,单位,wkt\n", "A1,1.0717,公顷", ("公顷", "rows", "单位")),
        ("地块编号,TBMJ,状态,wkt\n", "A1,10717,已盘活", ("平方米", "name", None)),
        ("parcel_id,area_mu,状态,wkt\n", "A1,16.0755,已盘活", ("亩", "header", None)),
    ],
)
def test_the_unit_says_where_it_is_stated(
    folder: Path, tmp_path: Path, head: str, cells: str, unit: tuple[str, str, str | None]
) -> None:
    facts = facts_of(folder, ledger(tmp_path / "a.csv", cells, head=head))
    assert [tuple(one.unit) for one in facts.columns if one.unit] == [unit]
    assert facts.areas is not None
    assert facts.areas.registered == pytest.approx(MU, rel=1e-3)


def test_a_day_of_a_spreadsheet_is_shown_without_its_midnight(folder: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["地块编号", "面积（亩）", "盘活时间", "巡查"],
        ["A1", 5, datetime(2021, 1, 1), datetime(2021, 1, 1, 8, 30)],
    ):
        book.active.append(row)
    book.save(file := tmp_path / "a.xlsx")
    assert [column.examples for column in facts_of(folder, file).columns[2:]] == [
        ("2021-01-01",),
        ("2021-01-01 08:30:00",),
    ]


def test_a_column_that_the_user_names_is_in_our_unit(folder: Path, tmp_path: Path) -> None:
    file = ledger(tmp_path / "a.csv", "A1,16.0755,已盘活", head="地块编号,数,状态,wkt\n")
    facts = facts_of(folder, file, {"area_mu": "数"})
    assert [(one.why, one.unit) for one in facts.columns if one.ours == "area_mu"] == [("mapped", ("亩", "ours", None))]


def test_words_are_known_guessed_mapped_or_not_understood(folder: Path, tmp_path: Path) -> None:
    rows = [f"A{number},1.0717,{word},," for number, word in enumerate(("已盘活", "已收储", "√", "√", "甲"))]
    facts = facts_of(folder, ledger(tmp_path / "a.csv", *rows), statuses={"甲": "under_way"})
    assert [(word.word, word.rows, word.code, word.why.en) for word in facts.words] == [
        ("√", 2, None, "the status is guessed from the word"),
        ("已盘活", 1, "recovered", "the status by its code"),
        ("已收储", 1, "recovered", "the status is guessed from the word"),
        ("甲", 1, "under_way", "the status as the user maps the word"),
    ]
    assert facts.areas is not None
    assert [(one.code, one.rows) for one in facts.areas.by_status] == [("under_way", 1), ("recovered", 2), (None, 2)]


def test_the_crs_says_what_it_rests_on(folder: Path, tmp_path: Path) -> None:
    file = ledger(tmp_path / "a.csv", "A1,1.0717,已盘活,,")
    assert facts_of(folder, file).crs_grounds == ("coordinates", "121.601, 29.65", ("EPSG:4490",))
    assert facts_of(folder, file, crs="EPSG:4490").crs_grounds.by == "user"
    shape = {"type": "Feature", "properties": {"地块编号": "A1"}, "geometry": SQUARE.__geo_interface__}
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [shape]}), "utf-8")
    assert facts_of(folder, tmp_path / "a.geojson").crs_grounds.by == "file"
    (tmp_path / "b.csv").write_text("地块编号,面积（亩）\nA1,3\n", "utf-8")
    assert facts_of(folder, tmp_path / "b.csv").crs_grounds.by == "nothing"


def test_totals_of_the_file_are_held_against_the_sum(folder: Path, tmp_path: Path) -> None:
    rows = "A1,0.5\nA2,0.7\n"
    for total, agrees in (("1.2", True), ("1.3", False)):
        (tmp_path / "a.csv").write_text(f"地块编号,面积（公顷）\n{rows}小计,0.5\n合计,{total}\n", "utf-8")
        facts = facts_of(folder, tmp_path / "a.csv")
        assert facts.areas is not None
        assert [(one.row, one.agrees) for one in facts.areas.totals] == [(5, agrees)]


def test_rows_are_left_out_or_doubted_with_their_reason(folder: Path, tmp_path: Path) -> None:
    file = ledger(tmp_path / "a.csv", "A1,1.0717,已盘活,去年,", "A2,2,已盘活,,")
    facts = facts_of(folder, file)
    assert [(one.kind, one.row, one.column, one.value) for one in facts.rows] == [
        ("doubt", 2, "盘活时间", "去年"),
        ("doubt", 3, "面积（公顷）", "30"),
    ]


def test_a_preview_writes_nothing_into_the_plan_and_its_command_imports(folder: Path, tmp_path: Path) -> None:
    file = ledger(tmp_path / "a b.csv", "A1,1.0717,已收储,,", "A2,1.0717,已盘活,,")
    before = contents(folder)
    page = tmp_path / "p.html"
    done = preview("parcels", file, folder, "-o", str(page))
    assert done.exit_code == 0, done.output
    assert contents(folder) == before
    assert "地块编号" in done.stdout
    words = shlex.split(data_of(page)["command"])
    assert words[:3] == ["yzgeo", "import", "parcels"]
    assert "--preview" not in words
    assert str(page) not in words
    copy = toy.make(tmp_path / "plan")
    imported = CliRunner().invoke(cli, [str(copy) if word == str(folder) else word for word in words[1:]])
    assert imported.exit_code == 0, imported.output
    assert load(copy).parcels["area_mu"].tolist() == pytest.approx([16.0755, 16.0755])


def test_every_bad_cell_is_told_at_once_and_the_page_is_whole(folder: Path, tmp_path: Path) -> None:
    file = ledger(tmp_path / "a.csv", "A1,很大,已盘活,,", "A2,1.2.3,√,,", "A3,1.07,已盘活,,")
    page = tmp_path / "p.html"
    done = preview("parcels", file, folder, "-o", str(page))
    assert done.exit_code == 2
    assert "第 2 行" in done.stderr
    assert "第 3 行" in done.stderr
    data = data_of(page)
    assert data["refused"]
    assert [(row["kind"], row["row"], row["column"], row["value"]) for row in data["parts"][0]["rows"]] == [
        ("refused", 2, "面积（公顷）", "很大"),
        ("refused", 3, "面积（公顷）", "1.2.3"),
    ]
    assert [word["word"] for word in data["words"]] == ["已盘活", "√"]


def test_a_file_that_cannot_be_read_has_no_preview(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("", "utf-8")
    page = tmp_path / "p.html"
    done = preview("parcels", tmp_path / "a.csv", folder, "-o", str(page))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert not page.exists()


def test_a_page_is_for_a_preview_and_over_no_file_that_is_read(folder: Path, tmp_path: Path) -> None:
    file = ledger(tmp_path / "a.csv", "A1,1.07,已盘活,,")
    without = CliRunner().invoke(cli, ["import", "parcels", str(file), "--into", str(folder), "-o", "p.html"])
    assert without.exit_code == 2
    assert "--preview" in without.stderr
    held = file.read_bytes()
    assert preview("parcels", file, folder, "-o", str(file)).exit_code == 2
    assert file.read_bytes() == held


def test_each_of_several_is_shown_and_one_command_imports_them(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    ledger(tmp_path / "a.csv", "A1,1.0717,甲,,", "A2,1.0717,已盘活,,")
    (tmp_path / "b.csv").write_text(f'宗地号,面积（亩）,状态,wkt\nB1,16,甲,"{SQUARE.wkt}"\n', "utf-8")
    before = contents(folder)
    page = tmp_path / "p.html"
    files = [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    done = preview("parcels", files[0], folder, files[1], "-o", str(page))
    assert done.exit_code == 0, done.output
    assert contents(folder) == before
    data = data_of(page)
    assert [(part["file"], part["features"], part["columns"][0]["theirs"]) for part in data["parts"]] == [
        ("a.csv", 2, "地块编号"),
        ("b.csv", 1, "宗地号"),
    ]
    assert all(part["file"] in done.stdout for part in data["parts"])
    assert [(word["word"], word["rows"]) for word in data["words"]] == [("甲", 2), ("已盘活", 1)]
    assert CliRunner().invoke(cli, shlex.split(data["command"])[1:]).exit_code == 0
    assert len(load(folder).parcels) == 3


def test_of_several_the_one_that_is_refused_is_marked(folder: Path, tmp_path: Path) -> None:
    ledger(tmp_path / "a.csv", "A1,1.07,已盘活,,")
    ledger(tmp_path / "b.csv", "A2,1.07,已盘活,,", "A3,很大,已盘活,,")
    ledger(tmp_path / "c.csv", "A1,1.07,已盘活,,")
    page = tmp_path / "p.html"
    for other, row in (("b.csv", 3), ("c.csv", 2)):
        done = preview("parcels", tmp_path / "a.csv", folder, str(tmp_path / other), "-o", str(page))
        assert done.exit_code == 2
        data = data_of(page)
        assert data["refused"]
        assert [
            (part["file"], [one["row"] for one in part["rows"] if one["kind"] == "refused"]) for part in data["parts"]
        ] == [("a.csv", []), (other, [row])]


def test_the_bad_cells_of_all_sheets_are_told_at_once(folder: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for sheet, number in ((book.active, "A"), (book.create_sheet("乙"), "B")):
        for row in (["地块编号", "面积（亩）"], [f"{number}1", "很大"], [f"{number}2", 5], [f"{number}3", "1.2.3"]):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    page = tmp_path / "p.html"
    done = preview("parcels", tmp_path / "a.xlsx", folder, "--all-layers", "-o", str(page))
    assert done.exit_code == 2
    refused = [[one["row"] for one in part["rows"] if one["kind"] == "refused"] for part in data_of(page)["parts"]]
    assert refused == [[2, 4], [2, 4]]
    assert done.stderr.count("a.xlsx:") == 4


def test_shapes_joined_by_number_are_shown_with_what_has_no_other_half(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("地块编号,面积（亩）,状态\nA 1,16,已盘活\nA2,16,已盘活\n", "utf-8")
    (tmp_path / "s.csv").write_text(f'DKBH,wkt\nA1,"{SQUARE.wkt}"\n', "utf-8")
    page = tmp_path / "p.html"
    words = "--shapes", str(tmp_path / "s.csv"), "-o", str(page)
    done = preview("parcels", tmp_path / "a.csv", folder, *words, "--lang", "en")
    assert done.exit_code == 0, done.output
    of_ledger, of_shapes = data_of(page)["parts"]
    assert (of_ledger["without_shape"], of_ledger["areas"]["both"]) == (1, 1)
    assert any("A2" in doubt["en"] for doubt in of_ledger["doubts"])
    assert (of_shapes["columns"][0]["theirs"], of_shapes["columns"][0]["ours"]["zh"]) == ("DKBH", "地块编号")
    assert preview("parcels", tmp_path / "a.csv", folder, *words, "--unmatched", str(tmp_path / "u.csv")).exit_code == 2
    assert not (tmp_path / "u.csv").exists()


def test_an_addition_is_previewed_with_what_would_refuse_it(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "plan")
    file = ledger(tmp_path / "a.csv", "A1,1.0717,已盘活,,")
    assert CliRunner().invoke(cli, ["import", "parcels", str(file), "--into", str(folder)]).exit_code == 0
    before = contents(folder)
    twice = preview("parcels", file, folder, "--add")
    assert twice.exit_code == 2
    assert "地块编号" in twice.stdout
    assert "A1" in twice.stderr
    page = tmp_path / "p.html"
    done = preview("parcels", file, folder, "--add", "--replace", "-o", str(page))
    assert done.exit_code == 0, done.output
    assert shlex.split(data_of(page)["command"])[-2:] == ["--add", "--replace"]
    assert contents(folder) == before


@pytest.mark.parametrize(("kind", "column"), [("zones", "名"), ("district", "名称")])
def test_other_imports_have_one_too(folder: Path, tmp_path: Path, kind: str, column: str) -> None:
    (tmp_path / "z.csv").write_text(f'{column},wkt\n北区,"{box(121.55, 29.6, 121.65, 29.66).wkt}"\n', "utf-8")
    before = contents(folder)
    done = preview(kind, tmp_path / "z.csv", folder, "--lang", "en", "-o", str(tmp_path / "p.html"))
    assert done.exit_code == 0, done.output
    assert column in done.stdout
    assert contents(folder) == before
    assert data_of(tmp_path / "p.html")["parts"][0]["columns"][0]["ours"]["en"] == "name"


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [None, PHONE])
def test_the_page_answers_by_keyboard_and_the_command_grows(
    folder: Path, tmp_path: Path, visit: Callable[..., Visit], viewport: dict[str, int] | None
) -> None:
    file = ledger(tmp_path / "a.csv", "A1,1.0717,√,,", "A2,1.0717,已收储,,")
    page_file = tmp_path / "p.html"
    assert preview("parcels", file, folder, "-o", str(page_file)).exit_code == 0
    opened = visit(page_file, viewport=viewport)
    page = opened.page
    button = page.locator("#yz-command button")
    assert button.is_disabled()
    page.locator("tr.bad select").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("tr.bad").count() == 0
    assert button.is_enabled()
    code = page.locator("#yz-command code").inner_text()
    assert "--status '√=identified'" in code
    assert "--status '已收储=recovered'" in code
    page.locator(".yz-bar button").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Nothing is written yet" in page.locator(".yz-bar").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.noise == []
    assert all(one.startswith(("file:", "data:")) for one in opened.requests)


@pytest.mark.slow
def test_hostile_cells_names_and_words_stay_text(folder: Path, tmp_path: Path, visit: Callable[..., Visit]) -> None:
    text = [" ".join(payload.replace('"', "'").split()) for payload in payloads.PAYLOADS if payload.strip()]
    rows = "".join(f'A{number},"{word}","{word}",3\n' for number, word in enumerate(text))
    file = tmp_path / "a<img src=x onerror=alert(1)>.csv"
    file.write_text(f'地块编号,状态,"<script>alert(1)</script>{{{{7*7}}}}",面积（亩）\n{rows}', "utf-8")
    page_file = tmp_path / "p.html"
    done = preview("parcels", file, folder, "-o", str(page_file))
    assert done.exit_code == 0, done.output
    opened = visit(page_file)
    assert "<script>alert(1)</script>{{7*7}}" in opened.page.locator("table").first.inner_text()
    assert opened.page.locator("main img, main script").count() == 0
    assert opened.noise == []
    data = data_of(page_file)
    assert str(file) in shlex.split(data["command"])
    for word in data["words"]:
        assert shlex.split(word["options"]["recovered"]) == ["--status", f"{word['word']}=recovered"]
