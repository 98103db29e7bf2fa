"""The command `scenario`: the walk of the docs as printed, its files, its refusals."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shlex
from pathlib import Path
from typing import Any

import openpyxl
import pyogrio
import pytest
from click.testing import CliRunner, Result
from payloads import PAYLOADS
from playwright.sync_api import Browser

import demo_ledger
from yzgeo.cli.main import cli
from yzgeo.core.formula_injection import BEGINNING
from yzgeo.plan.load import load

DOCS = Path(__file__).parent.parent / "docs" / "scenario.md"
INVENTED = "虚构示例"


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the walk of the docs was made."""
    folder = tmp_path_factory.mktemp("walk")
    demo_ledger.write(load("yinzhou"), folder / "ledger.gpkg")
    text = DOCS.read_text("utf-8")
    files = re.findall(r"`([a-z]+/[a-z]+\.(?:csv|toml))`[^\n]*\n\n```(?:csv|toml)\n(.*?)```", text, re.DOTALL)
    assert len(files) == 4
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
            for line in block.splitlines():
                words = shlex.split(line)
                if words[0] != "yzgeo":
                    continue  # the ledger is made already
                done = CliRunner().invoke(cli, words[1:])
                assert done.exit_code == 0, done.output
            for name, content in files:
                if Path(name).parent.is_dir():
                    Path(name).write_text(content, "utf-8")
                    if name.endswith(".csv"):
                        for other in ("balanced", "compact"):
                            Path(other, "costs.csv").write_text(content, "utf-8")
    return folder


def figures(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "scenario.json").read_text("utf-8")))


@pytest.mark.slow
def test_the_walk_of_the_docs_gives_three_scenarios(walk: Path) -> None:
    cheap, balanced, compact = (figures(walk / "out" / name) for name in ("cheap", "balanced", "compact"))
    assert [one["status"] for one in (cheap, balanced, compact)] == ["optimal"] * 3
    assert cheap["totals"]["cost"] <= balanced["totals"]["cost"] * 1.001
    assert all(one["gap"] <= 0.001 for one in (cheap, balanced, compact))
    by_zone = {row["key"]: row for row in balanced["demands"]}
    assert by_zone["zone:panhuo"]["reached"] >= 80
    spent = sum(row["cost"] for row in balanced["parcels"] if row["year"] == 2025)
    assert spent <= 60_000 + 1e-6
    assert sum(row["mu"] for row in cheap["parcels"]) + cheap["recovered_mu"] >= 5000


@pytest.mark.slow
def test_everything_of_an_invented_ledger_says_so(walk: Path) -> None:
    folder = walk / "out" / "cheap"
    assert INVENTED in (folder / "scenario.html").read_text("utf-8")
    assert INVENTED in (walk / "out" / "comparison.html").read_text("utf-8")
    rows = list(csv.DictReader((folder / "chosen.csv").read_text("utf-8-sig").splitlines()))
    assert rows
    assert all(INVENTED in row["备注"] for row in rows)
    book = openpyxl.load_workbook(folder / "scenario.xlsx")
    assert all(any(INVENTED in str(cell.value) for cell in sheet[1]) for sheet in book if sheet.max_row > 1)
    assert figures(folder)["invented"] is True


@pytest.mark.slow
def test_the_layer_holds_each_candidate_with_its_year(walk: Path) -> None:
    folder = walk / "out" / "balanced"
    layer = pyogrio.read_dataframe(folder / "scenario.gpkg", layer=0)
    chosen = {row["parcel_id"]: row["year"] for row in figures(folder)["parcels"]}
    taken = layer[layer["chosen"].astype(bool)]
    assert dict(zip(taken["parcel_id"], taken["year"].astype(int), strict=True)) == chosen
    assert len(layer) > len(taken)


@pytest.mark.slow
def test_a_comparison_names_what_all_take(walk: Path) -> None:
    page = (walk / "out" / "comparison.html").read_text("utf-8")
    sets = [
        {row["parcel_id"] for row in figures(walk / "out" / name)["parcels"]}
        for name in ("cheap", "balanced", "compact")
    ]
    assert f"其中 {len(set.intersection(*sets))} 个各方案都选" in page
    assert all(name in page for name in ("最省", "均衡", "连片"))
    assert "<script" not in page


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(walk: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        cli,
        [
            "scenario",
            str(walk / "ledger.gpkg"),
            "-o",
            str(tmp_path / "again"),
            "--scenario",
            str(walk / "cheap"),
            "--by",
            "2026",
        ],
    )
    assert done.exit_code == 0, done.output
    for file in sorted((walk / "out" / "cheap").iterdir()):
        again = tmp_path / "again" / file.name
        assert hashlib.sha256(file.read_bytes()).hexdigest() == hashlib.sha256(again.read_bytes()).hexdigest(), (
            file.name
        )


@pytest.mark.slow
def test_a_contradiction_is_told_in_both_languages(walk: Path, tmp_path: Path) -> None:
    for lang, words in (("zh", "没有一种选法"), ("en", "no choice satisfies all demands")):
        out = tmp_path / lang
        done = CliRunner().invoke(
            cli,
            [
                "scenario",
                str(walk / "ledger.gpkg"),
                "-o",
                str(out),
                "--scenario",
                str(walk / "cheap"),
                "--max-cost",
                "5000",
                "--lang",
                lang,
            ],
        )
        assert done.exit_code == 0, done.output
        assert words in done.stdout
        assert {"zh": "其余都满足时至多达到", "en": "with the others kept, at most"}[lang] in done.stdout
        assert len(figures(out)["conflict"]["demands"]) == 2
        assert figures(out)["totals"]["parcels"] == 0
        page = (out / "scenario.html").read_text("utf-8")
        assert {"zh": "放宽其中任何一条即可", "en": "easing any one of them is enough"}[lang] in page
        assert not re.search(r">0(?:\.0+)? <small>", page)  # what is not chosen costs nothing known


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1366])
def test_the_sheet_is_one_offline_page(walk: Path, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, offline=True)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((walk / "out" / "balanced" / "scenario.html").as_uri())
    assert page.locator("h1").inner_text() == "均衡"
    assert page.locator("svg[role=img] path").count() > 50
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert len(requests) == 1
    page.close()


@pytest.mark.slow
def test_printed_it_is_one_sheet_and_the_list(walk: Path, browser: Browser) -> None:
    page = browser.new_page(offline=True)
    page.goto((walk / "out" / "balanced" / "scenario.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
    page.close()


def ledger_of(file: Path, *rows: str) -> Path:
    """A ledger of rows `parcel_id,status,area_mu,tax_10k_yuan,recovered_on`."""
    file.write_text("\n".join(["parcel_id,status,area_mu,tax_10k_yuan,recovered_on", *rows]), "utf-8")
    return file


def scenario(*words: object) -> Result:
    return CliRunner().invoke(cli, ["scenario", *map(str, words)])


@pytest.mark.slow
def test_scenarios_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger.csv", "A,identified,30,3,", "B,identified,20,1,")
    for name in ("a/low", "a/high", "b/high"):
        target = 20 if name == "a/low" else 50
        assert scenario(ledger, "-o", tmp_path / name, "--target", target, "--by", 2030).exit_code == 0
    file = tmp_path / "c.json"
    done = scenario("compare", tmp_path / "a/low", tmp_path / "a/high", tmp_path / "b/high", "-o", file)
    assert done.exit_code == 0, done.output
    rows = json.loads(file.read_text("utf-8"))["tables"]["parcels"]
    assert [list(row) for row in rows] == [["parcel_id", "方案 (low)", "方案 (high) 2", "方案 (high) 3"]] * 2


@pytest.mark.slow
def test_numbers_come_back_from_a_new_folder_as_they_are(tmp_path: Path) -> None:
    ids = ["=1+1", "-5", "001", "${x}", *PAYLOADS[6:20]]
    rows = [["parcel_id", "status", "area_mu"], *([one, "identified", "10"] for one in ids)]
    ledger = tmp_path / "ledger.csv"
    with ledger.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    assert scenario("new", tmp_path / "s", "--parcels", ledger).exit_code == 0
    done = scenario(ledger, "-o", tmp_path / "out", "--scenario", tmp_path / "s", "--target", 180, "--by", 2030)
    assert done.exit_code == 0, done.output
    stored = json.loads((tmp_path / "out" / "scenario.json").read_text("utf-8"))["parcels"]
    assert {row["parcel_id"] for row in stored} == set(ids)
    page = (tmp_path / "out" / "scenario.html").read_text("utf-8")
    assert not any(one in page for one in ids if "<" in one)
    with (tmp_path / "out" / "chosen.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert not any(BEGINNING.match(cell) for row in csv.reader(stream) for cell in row if cell != "-5")


@pytest.mark.slow
def test_a_number_without_its_zeros_is_refused_with_the_reason(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger.csv", "001,identified,30,3,")
    assert scenario("new", tmp_path / "s", "--parcels", ledger).exit_code == 0
    (tmp_path / "s" / "candidates.csv").write_text("parcel_id,cost_10k_yuan\n1,5\n", "utf-8")
    done = scenario(ledger, "-o", tmp_path / "out", "--scenario", tmp_path / "s", "--target", 20, "--by", 2030)
    assert done.exit_code == 2
    assert "台账里是“001”" in done.stderr


@pytest.mark.slow
def test_a_cell_called_as_a_column_is_no_column(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger.csv", "A,identified,30,3,")
    assert scenario("new", tmp_path / "s", "--parcels", ledger).exit_code == 0
    (tmp_path / "s" / "costs.csv").write_text("cost_10k_yuan_per_mu,basis\n2,town\n", "utf-8")
    done = scenario(ledger, "-o", tmp_path / "out", "--scenario", tmp_path / "s", "--target", 20, "--by", 2030)
    assert done.exit_code == 0, done.output
    assert figures(tmp_path / "out")["totals"]["cost"] == 60


def test_a_new_folder_takes_no_others_place(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger.csv", "A,identified,30,3,")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("x", "utf-8")
    done = scenario("new", tmp_path / "mine", "--parcels", ledger)
    assert done.exit_code == 2
    assert "已经存在，且不是空文件夹" in done.stderr
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["notes.txt"]


@pytest.mark.slow
def test_what_cannot_be_used_is_refused(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("parcel_id,status,area_mu\nA,recovered,3\n", "utf-8")
    done = CliRunner().invoke(cli, ["scenario", str(ledger), "-o", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert "台账中没有尚未盘活的地块" in done.stderr
    assert not (tmp_path / "out").exists()
    done = CliRunner().invoke(cli, ["scenario", "compare", str(tmp_path)])
    assert done.exit_code == 2
    assert "没有 scenario.json" in done.stderr


def test_help_tells_options_and_commands() -> None:
    told = CliRunner().invoke(cli, ["scenario", "--help"]).output
    assert "--max-cost" in told
    assert "compare" in told
    assert "yzgeo scenario ledger.gpkg" in told


@pytest.mark.slow
def test_firms_moved_stand_in_summary_and_comparison_where_they_count(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger.csv", "A,identified,30,3,", "B,identified,40,9,")
    assert scenario("new", tmp_path / "s", "--parcels", ledger).exit_code == 0
    (tmp_path / "s" / "scenario.toml").write_text("minimise = {firms = 50}\n", "utf-8")
    (tmp_path / "s" / "candidates.csv").write_text("parcel_id,firms\nA,7\nB,4\n", "utf-8")
    common = (ledger, "--target", 20, "--by", 2030)
    assert scenario(*common, "-o", tmp_path / "firms", "--scenario", tmp_path / "s").exit_code == 0
    assert scenario(*common, "-o", tmp_path / "tax", "--gap", 0, "--draws", 0).exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "firms" / "scenario.xlsx")
    summary = {row[0].value: row[1].value for row in book["summary"]}
    assert summary["搬迁企业数"] == 4
    done = scenario("compare", tmp_path / "firms", tmp_path / "tax", "-o", tmp_path / "c.json")
    assert done.exit_code == 0, done.output
    rows = json.loads((tmp_path / "c.json").read_text("utf-8"))["tables"]["figures"]
    (firms,) = [row for row in rows if row["item"] == "搬迁企业数"]
    assert (firms["方案 (firms)"], firms["方案 (tax)"]) == (4, None)
    done = scenario("compare", tmp_path / "tax", tmp_path / "tax", "-o", tmp_path / "d.json")
    assert "搬迁企业数" not in (tmp_path / "d.json").read_text("utf-8")


@pytest.mark.slow
def test_a_second_run_replaces_the_first_and_nothing_else(tmp_path: Path) -> None:
    ledger, out = ledger_of(tmp_path / "ledger.csv", "A,identified,30,3,", "B,identified,40,9,"), tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("a build", "utf-8")
    digest = hashlib.sha256(b"a build").hexdigest()
    build = {"yzgeo": "1", "edition": "internal", "outputs": {"index.html": digest}}
    (out / "manifest.json").write_text(json.dumps(build), "utf-8")
    for target in (20, 50):
        done = scenario(ledger, "-o", out, "--target", target, "--by", 2030)
        assert done.exit_code == 0, done.output
        assert figures(out)["target_mu"] == target
    assert (out / "index.html").read_text("utf-8") == "a build"
    (out / "chosen.csv").write_text("my own notes", "utf-8")
    done = scenario(ledger, "-o", out, "--target", 20, "--by", 2030)
    assert done.exit_code == 2
    assert "chosen.csv" in done.stderr
    assert (figures(out)["target_mu"], (out / "chosen.csv").read_text("utf-8")) == (50, "my own notes")


@pytest.mark.parametrize(
    "words", [("--target", "nan"), ("--target", "inf"), ("--max-cost", "inf"), ("--by", "0"), ("--gap", "nan")]
)
def test_numbers_that_are_none_are_refused(tmp_path: Path, words: tuple[str, str]) -> None:
    ledger = ledger_of(tmp_path / "ledger.csv", "A,identified,30,3,")
    done = scenario(ledger, "-o", tmp_path / "out", *words)
    assert done.exit_code == 2
    assert words[0] in done.stderr
    assert not (tmp_path / "out").exists()
