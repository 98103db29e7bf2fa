"""The sheet for a meeting: one page that holds what it says, at a true scale, with nothing over anything else."""

from __future__ import annotations

import csv
import ctypes
import itertools
import json
import math
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import hostile
import pypdfium2
import pyproj
import pytest
import shapely
import toy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from made_plans import Made, make
from pypdfium2 import raw
from test_invented import with_land

import demo_ledger
from yzgeo.cli.main import cli
from yzgeo.core.i18n import Lang
from yzgeo.core.palette import PRINT_TONES, print_colours
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.board import header, industries, marks, problems, progress, rows
from yzgeo.publish.board.board import Board, TitleBlock
from yzgeo.publish.board.frame import frame_of
from yzgeo.publish.board.lettering import ELLIPSIS, distinct, shortened, whole_names, width, wrap
from yzgeo.publish.board.names import sheet_names
from yzgeo.publish.board.placement import Candidate, Label, around, disc, meet, place
from yzgeo.publish.board.render import RIGHT_BOTTOM, RIGHT_TOP, drawing_of, render
from yzgeo.publish.board.svg import ASCENT, DESCENT, DISTRICT, DONE, LAG, NEWS, OUTSIDE, PT, WATER
from yzgeo.publish.board.zones import ALPHA
from yzgeo.publish.context import build_context
from yzgeo.publish.pdf import print_page
from yzgeo.stats.recovery import INVENTED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MARK = "虚构示例"
SVG = "{http://www.w3.org/2000/svg}"
SIDES = st.floats(0, 100)
FRAME = (0.0, 0.0, 100.0, 80.0)
TOUCH = 0.25
"""Millimetres by which boxes of type may meet: no ink of a letter reaches the edge of its box."""


@st.composite
def labelled(draw: Any) -> list[Label]:
    points = draw(st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=25))
    sizes = st.tuples(st.floats(1, 30), st.floats(1, 6))
    return [
        Label(str(n), draw(st.integers(0, 3)), tuple(around(x, y, 1.0, *draw(sizes))))
        for n, (x, y) in enumerate(points)
    ]


@given(labelled(), st.lists(st.tuples(SIDES, SIDES), max_size=6))
def test_placed_labels_meet_nothing(labels: list[Label], points: list[tuple[float, float]]) -> None:
    obstacles = [(x - 1, y - 1, x + 1, y + 1) for x, y in points]
    placed = place(labels, obstacles, FRAME)
    boxes = [candidate.boxes[0] for candidate in placed.values()]
    assert all(not meet(one, other) for one, other in itertools.combinations(boxes, 2))
    assert all(not meet(box, obstacle) for box in boxes for obstacle in obstacles)
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 100 and box[3] <= 80 for box in boxes)
    by_key = {label.key: label for label in labels}
    assert all(candidate in by_key[key].candidates for key, candidate in placed.items())


CASES = json.loads((Path(__file__).parent / "placement_cases.json").read_text("utf-8"))
"""What the page's own script is tried on too (tests/page/placing.test.js)."""
SIDE = {"start": "left", "end": "right", "middle": "center"}


@pytest.mark.parametrize("case", CASES["place"], ids=lambda case: case["name"])
def test_labels_are_placed_by_the_rules_of_the_page(case: dict[str, Any]) -> None:
    labels = [
        Label(
            label["key"],
            label["priority"],
            tuple(Candidate((tuple(one["box"]),), one["cost"]) for one in label["candidates"]),
        )
        for label in case["labels"]
    ]
    obstacles = [tuple(box) for box in case["obstacles"]]
    placed = place(labels, obstacles, (-1e9, -1e9, 1e9, 1e9), gap=case["gap"])
    assert {key: list(candidate.boxes[0]) for key, candidate in placed.items()} == case["placed"]


@pytest.mark.parametrize("case", CASES["around"])
def test_positions_around_a_mark_are_those_of_the_page(case: dict[str, Any]) -> None:
    found = around(*case["point"], case["clearance"], *case["size"])
    assert [list(one.boxes[0]) for one in found] == [pytest.approx(box) for box in case["boxes"]]
    assert [SIDE[one.anchor] for one in found] == case["sides"]


@given(st.floats(0.5, 30), st.floats(0, 360))
def test_a_disc_is_covered_and_the_corners_around_it_are_free(reach: float, turn: float) -> None:
    boxes = disc(0, 0, reach)
    x, y = reach * math.cos(math.radians(turn)), reach * math.sin(math.radians(turn))
    assert any(left - 1e-9 <= x <= right + 1e-9 and top - 1e-9 <= y <= low + 1e-9 for left, top, right, low in boxes)
    assert all(not meet(one.boxes[0], box) for one in around(0, 0, reach + 0.2, 8, 3) for box in boxes)
    assert [list(box) for box in disc(*CASES["disc"][0]["point"], CASES["disc"][0]["reach"])] == [
        pytest.approx(box) for box in CASES["disc"][0]["boxes"]
    ]


def test_what_has_priority_is_placed_and_a_lone_label_always() -> None:
    first, second = (Label(key, rank, tuple(around(50, 40, 1, 98, 78))[:1]) for key, rank in (("b", 1), ("a", 2)))
    assert place([second, first], [], (0, 0, 200, 80)).keys() == {"b"}
    assert place([Label("x", 9, tuple(around(50, 40, 1, 20, 5)))], [], FRAME).keys() == {"x"}


@given(st.text("甲乙丙，。（abc 12", min_size=1, max_size=60), st.floats(8, 60), st.integers(1, 3))
def test_lines_fit_and_lose_nothing_without_saying_so(words: str, room: float, lines: int) -> None:
    found = wrap(words, room, 9, lines)
    assert len(found) <= lines
    assert all(width(one, 9) <= room + 0.01 for one in found)
    bare, kept = (re.sub(" ", "", text) for text in (words, "".join(found)))
    assert kept == bare or (kept.endswith(ELLIPSIS) and bare.startswith(kept.removesuffix(ELLIPSIS)))
    assert width(shortened(words, room, 9), 9) <= room


@given(st.lists(st.text("甲乙丙丁ab 1", min_size=1, max_size=40), min_size=1, max_size=8), st.floats(12, 60))
def test_names_that_are_cut_stay_apart_and_fit(names: list[str], room: float) -> None:
    lines = distinct(names, room, 8)
    assert len(set(lines)) == len(names)
    assert all(width(line, 8) <= room for line in lines)
    assert [
        line for name, line in zip(names, lines, strict=True) if names.count(name) == 1 and width(name, 8) <= room
    ] == [name for name in names if names.count(name) == 1 and width(name, 8) <= room]


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=8), max_size=12), st.integers(1, 3))
def test_a_list_of_names_cuts_none_and_counts_the_rest(names: list[str], lines: int) -> None:
    shown = "".join(whole_names(names, 30, 8, lines, "、", lambda count: f"另{count}个"))
    kept, _, rest = shown.partition("另")
    listed = [one for one in kept.split("、") if one]
    assert listed == names[: len(listed)]
    assert len(names) - len(listed) == (int(rest.removesuffix("个")) if rest else 0)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("demo") / "ledger.gpkg"
    demo_ledger.write(load("yinzhou"), file)
    return file


@pytest.fixture(scope="module")
def with_ledger(demo: Path) -> Plan:
    plan = load("yinzhou")
    return with_parcels(plan, ledger.read_with_log(demo, {}, None, None, None, plan.district.geometry, {}).frame)


@pytest.fixture(scope="module")
def plans(with_ledger: Plan, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Plan]:
    """Plans of many states by name."""
    folder = tmp_path_factory.mktemp("plans")
    sizes = {
        "one zone": Made(zones=1, projects=4),
        "25 zones": Made(zones=25, projects=30, nested=True),
        "60 zones": Made(zones=60, projects=80, english=False),
        "no outlines": Made(
            zones=3, projects=3, outlines=False, areas=False, investments=False, kinds=False, owners=False
        ),
        "nothing": Made(zones=0, parks=False, industries=0),
    }

    def plan(name: str) -> Plan:
        if name == "with ledger":
            return with_ledger
        if name == "odd":
            return load(folder / "odd" if (folder / "odd").exists() else odd(folder / "odd"))
        if name in sizes:
            there = folder / name.replace(" ", "-")
            return load(there if there.exists() else make(there, sizes[name]))
        return load(name)

    return plan


def odd(folder: Path) -> Path:
    """Names that are too long for anything, 24 industries, projects of 0 亿元 and of very much, text like numbers."""
    make(folder, Made(zones=8, projects=24))
    long = "国家级经济技术开发区与自由贸易试验区联动创新先进制造业高质量发展示范核心承载区北部拓展片区"

    def changed(table: str, change: Callable[[int, dict[str, str]], Any]) -> None:
        file = folder / f"{table}.csv"
        rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
        for number, row in enumerate(rows):
            change(number, row)
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)

    words = ["-5", "=1+1", "0", "−3.5亿元", "1e9", "Supercalifragilisticexpialidocious-manufacturing"]
    changed("zones", lambda n, row: row.update(name=words[n] if n < 6 else f"{long}{n}", name_en=words[n % 6] * 4))
    changed("places", lambda n, row: row.update(name=f"{long}{n}" if n % 2 else words[n % 6]))
    changed(
        "projects",
        lambda n, row: row.update(
            name=words[n % 6] + long * (n % 3),
            investment="0" if n % 3 == 0 else "99999.99" if n == 4 else row["investment"],
            investment_unit="亿元",
        ),
    )
    changed("clauses", lambda n, row: row.update(heading=long, label_en=words[5] * 3))
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    described.update(title=long * 3, title_en=words[5] * 6)
    described.setdefault("plan", {}).update(drawn_by=long * 2, review_number="GS（2026）0000号" * 4, authority=long * 4)
    (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
    toy.fill(
        folder,
        "industries",
        [{"industry_id": f"i{n}", "name": f"{long[n : n + 7]}产业", "source": "一"} for n in range(24)],
    )
    toy.fill(
        folder,
        "zone_industries",
        [
            {
                "zone_id": f"z{n % 8}",
                "industry_id": f"i{n}",
                "listed_in": "text",
                "role": "主导产业",
                "seq": n + 1,
                "source": "一",
            }
            for n in range(24)
        ],
    )
    return folder


def sheet(plan: Plan, lang: Lang = "zh", **more: Any) -> str:
    return render(build_context(plan, lang), **more)


def groups(page: str, name: str) -> list[str]:
    """The words of each group of a class."""
    drawing = ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
    return [" ".join(part.itertext()) for part in drawing.iter(f"{SVG}g") if part.get("class") == name]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["yinzhou", "xiangcheng", "liupanshui"])
def test_the_map_has_the_scale_that_it_states(name: str, plans: Callable[[str], Plan]) -> None:
    plan = plans(name)
    frame = frame_of(plan)
    assert frame is not None
    west, south, east, north = plan.district.total_bounds
    middle = ((west + east) / 2, (south + north) / 2)
    geod = pyproj.Geod(ellps="GRS80")
    for one, other in (
        ((west, middle[1]), (east, middle[1])),
        ((middle[0], south), (middle[0], north)),
        ((west, south), (east, north)),
    ):
        points = plan.district.geometry.iloc[:0].reindex([0, 1])
        points.loc[:] = [shapely.Point(one), shapely.Point(other)]
        on_sheet = frame.on_sheet(points.set_crs(4490, allow_override=True))
        metres = geod.inv(*one, *other)[2]
        assert on_sheet[0].distance(on_sheet[1]) * frame.denominator / 1000 == pytest.approx(metres, rel=0.005)
    land = frame.on_sheet(plan.district.geometry)
    left, top, right, bottom = shapely.total_bounds(land)
    assert min(left - frame.box[0], top - frame.box[1], frame.box[2] - right, frame.box[3] - bottom) >= 8 - 0.01
    page = sheet(plan)
    bar = re.search(r'<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"[^>]*data-km="([\d.]+)"', page)
    assert bar is not None
    assert float(bar[1]) * frame.denominator == pytest.approx(float(bar[2]) * 1e6, rel=0.005)
    assert f"1 : {frame.denominator:,.0f}" in page


@pytest.mark.slow
def test_rows_close_the_sums(with_ledger: Plan) -> None:
    context = build_context(with_ledger, "zh")
    board = Board(context.plan, context.outcome, context.statistics, "zh")
    table = rows.table_of(board)
    every = [*table.rows, *table.closing]
    assert sum(row.projects or 0 for row in every) == table.whole.projects == 43
    assert sum(row.money or 0 for row in every) == pytest.approx(190.31)
    assert sum(row.new_land or 0 for row in every) == pytest.approx(table.whole.new_land)
    assert sum(row.recovered or 0 for row in every) == pytest.approx(table.whole.recovered)
    assert sum(row.warnings for row in every) == len(context.outcome.at_least("warning"))
    assert sum(row.hints for row in every) == len(context.outcome.findings) - len(context.outcome.at_least("warning"))
    assert {row.key for row in table.closing} >= {rows.OUTSIDE, rows.UNLOCATED}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["one zone", "25 zones", "60 zones"])
def test_rows_of_made_plans_close_too(name: str, plans: Callable[[str], Plan]) -> None:
    context = build_context(plans(name), "zh")
    table = rows.table_of(Board(context.plan, context.outcome, context.statistics, "zh"))
    every = [*table.rows, *table.closing]
    assert len(table.rows) <= rows.MOST_ROWS
    assert sum(row.projects or 0 for row in every) == len(context.plan.projects)
    assert sum(row.money or 0 for row in every) == pytest.approx(table.whole.money)
    assert sum(row.warnings + row.hints for row in every) == len(context.outcome.findings)


def table_of(plan: Plan) -> rows.Table:
    context = build_context(plan, "zh")
    return rows.table_of(Board(context.plan, context.outcome, context.statistics, "zh"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_the_map_lacks_is_told(lang: Lang, plans: Callable[[str], Plan]) -> None:
    """Of 23 zones 12 have no outline: the headline, the legend, the table's squares and a list of their names say so."""
    plan = plans("xiangcheng")
    undrawn = int(plan.zones.geometry.isna().sum())
    page = sheet(plan, lang)
    assert 0 < undrawn < len(plan.zones)
    assert f"{undrawn}" in groups(page, "headline")[0]
    words = {"zh": f"{undrawn} 个片区位置未知", "en": f"{undrawn} zones: place unknown"}[lang]
    assert words in groups(page, "map-and-legend")[0]
    table, lost = groups(page, "block")[0], groups(page, "block")[-1]
    assert {"zh": "图上未绘", "en": "not on the map"}[lang] in table
    names = sheet_names(plan)
    assert all(
        re.sub(" ", "", names[zone_id].short.of(lang)) in re.sub(" ", "", lost)
        for zone_id in plan.zones.loc[plan.zones.geometry.isna(), "zone_id"]
    )
    assert [row.is_drawn for row in table_of(plan).rows] == plan.zones.geometry.notna().tolist()
    assert "个片区位置未知" not in sheet(plans("one zone"))


@pytest.mark.slow
def test_no_two_rows_of_the_sheet_have_one_name(plans: Callable[[str], Plan]) -> None:
    for name in ("xiangcheng", "odd"):
        plan = plans(name)
        page = ElementTree.fromstring(re.search("<svg.*</svg>", sheet(plan), re.DOTALL)[0])  # type: ignore[index]
        table = next(
            part
            for part in page.iter(f"{SVG}g")
            if part.get("class") == "block" and "检查发现" in "".join(part.itertext())
        )
        bold = [one for one in table.iter(f"{SVG}text") if one.get("class") == "b" and one.get("text-anchor") is None]
        names = [one.text for one in bold if one.text != "合计"][1:]
        assert len(names) == len(plan.zones)
        assert len(set(names)) == len(names)


@pytest.mark.slow
def test_a_sum_that_is_without_some_says_so(tmp_path: Path) -> None:
    """Two zones, one with an area of another kind; two projects, one without a sum of money."""
    zones = [dict(zone) for zone in toy.TABLES["zones"]]
    zones[1].update(area_kind="规划")
    projects = [dict(toy.TABLES["projects"][0])]
    projects.append(
        {**projects[0], "project_id": "p2", "seq": 2} | dict.fromkeys(("investment", "investment_unit"), "")
    )
    plan = load(toy.make(tmp_path / "plan", zones=zones, projects=projects))
    table = table_of(plan)
    assert [row.area is None for row in table.rows] == [False, True]
    assert table.rows[1].area_text.zh.startswith("规划 ")
    assert table.whole.left_out == 1
    assert len(table.notes) == 2
    assert "1 个为规划面积" in table.notes[0].zh
    assert "1 个未载" in table.notes[1].zh
    page = sheet(plan)
    in_table = next(words for words in groups(page, "block") if "检查发现" in words)
    assert all(note.zh in in_table for note in table.notes)
    assert in_table.count("*") >= 3  # at both sums and before the notes
    whole = next(words for words in groups(sheet(load("yinzhou")), "block") if "检查发现" in words)
    assert "*" not in whole


@pytest.mark.slow
@pytest.mark.parametrize("name", ["yinzhou", "with ledger", "liupanshui", "xiangcheng", "25 zones", "60 zones"])
def test_the_right_column_is_full(name: str, plans: Callable[[str], Plan]) -> None:
    """What is in it reaches its last fifth."""
    drawing = ElementTree.fromstring(re.search("<svg.*</svg>", sheet(plans(name)), re.DOTALL)[0])  # type: ignore[index]
    blocks = [part for part in drawing.iter(f"{SVG}g") if part.get("class") == "block"]
    ends = [float(one.get("y", 0)) for block in blocks for one in block.iter(f"{SVG}text")]
    assert RIGHT_TOP + 0.8 * (RIGHT_BOTTOM - RIGHT_TOP) < max(ends) <= RIGHT_BOTTOM


@pytest.mark.slow
def test_what_is_unknown_is_no_zero_and_no_guess(plans: Callable[[str], Plan]) -> None:
    page = sheet(plans("no outlines"))
    assert "0.00" not in page
    assert "3 个项目，" in "".join(groups(page, "headline")).replace("3 个项目，其中", "3 个项目，")
    without = sheet(load("yinzhou"))
    assert "进度未知" in "".join(groups(without, "headline"))
    assert groups(without, "figure")[0].startswith("—")
    assert "%" not in groups(without, "figure")[0]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_figure_of_an_invented_ledger_has_its_mark(lang: Lang, with_ledger: Plan) -> None:
    mark = {"zh": MARK, "en": "INVENTED EXAMPLE"}[lang]
    page, plain = sheet(with_ledger, lang), sheet(load("yinzhou"), lang)
    assert mark in groups(page, "headline")[0]
    figures = groups(page, "figure")
    assert [mark in figure for figure in figures] == [True, False, False, False]
    assert figures[1:] == groups(plain, "figure")[1:]
    assert not [words for words in figures if ELLIPSIS in words]  # nothing of the plan's own figures is cut
    progress, zones = groups(page, "block")[:2]
    assert mark in progress
    assert mark in zones
    assert mark not in plain


@pytest.mark.slow
def test_a_real_ledger_is_not_called_invented(tmp_path: Path) -> None:
    real, made_up = (sheet(with_land(tmp_path / name, note)) for name, note in (("real", None), ("invented", INVENTED)))
    assert "虚构" not in real
    assert 'class="invented"' in made_up
    assert "已盘活" in "".join(groups(real, "headline"))


@pytest.mark.slow
def test_names_of_strangers_are_text(tmp_path: Path) -> None:
    page = sheet(load(hostile.make(tmp_path / "plan")))
    drawing = page[page.index("<svg") : page.index("</svg>") + 6]
    parts = [*ElementTree.fromstring(drawing).iter()]
    tags = {part.tag.removeprefix(SVG) for part in parts}
    assert tags <= {"svg", "defs", "pattern", "g", "rect", "line", "path", "circle", "text", "clipPath"}
    assert "<script" not in page
    assert "<img" not in page
    attributes = {name for part in parts for name in part.attrib}
    assert not [name for name in attributes if name.startswith("on") or name.endswith(("href", "src", "style"))]
    assert "<img src=x" in "".join(ElementTree.fromstring(drawing).itertext())


@pytest.mark.slow
def test_the_same_plan_gives_the_same_sheet(tmp_path: Path) -> None:
    plan = toy.make(tmp_path / "plan")
    assert sheet(load(plan)) == sheet(load(plan))


@pytest.mark.slow
def test_headlines_follow_what_is_proved(tmp_path: Path) -> None:
    def said(plan: Plan) -> str:
        context = build_context(plan, "zh")
        return header.headline(Board(context.plan, context.outcome, context.statistics, "zh")).zh

    assert "匀速" in said(with_land(tmp_path / "ledger", None)) or "目标" in said(with_land(tmp_path / "again", None))
    assert said(load("xiangcheng")).startswith("23 个片区")
    assert "盘活" not in said(load("xiangcheng"))


@pytest.mark.slow
def test_the_command_writes_a_page_and_refuses_what_it_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = toy.make(tmp_path / "plan")
    file = tmp_path / "sheet.html"
    done = CliRunner().invoke(cli, ["board", "-o", str(file), "--plan", str(plan), "--size", "A1", "--lang", "en"])
    assert done.exit_code == 0, done.output
    assert "size:841mm 594mm" in file.read_text("utf-8")
    wrong = CliRunner().invoke(cli, ["board", "-o", str(tmp_path / "x.html"), "--plan", str(plan), "--date", "gestern"])
    assert wrong.exit_code == 2
    assert "--date" in wrong.stderr
    monkeypatch.setenv("YZGEO_CHROMIUM", str(tmp_path / "none"))
    for name in ("sheet.pdf", "sheet.png"):
        refused = CliRunner().invoke(cli, ["board", "-o", str(tmp_path / name), "--plan", str(plan)])
        assert refused.exit_code == 2
        assert not (tmp_path / name).exists()
    assert "html" in CliRunner().invoke(cli, ["board", "-o", str(tmp_path / "sheet.pdf"), "--plan", str(plan)]).stderr


@pytest.mark.slow
def test_the_title_block_has_what_is_stated_and_room_for_the_rest(tmp_path: Path) -> None:
    plan = toy.make(tmp_path / "plan")
    assert groups(sheet(load(plan)), "imprint")[0].endswith("图号 审图号 编制单位 制图日期")
    described = json.loads((plan / "datapackage.json").read_text("utf-8"))
    described.setdefault("plan", {}).update(drawn_by="甲局", sheet_number="图一")
    (plan / "datapackage.json").write_text(json.dumps(described), "utf-8")
    page = sheet(load(plan), title_block=TitleBlock(sheet_number="图二", date="2026-01-05"))
    assert groups(page, "imprint")[0].endswith("图号 图二 审图号 编制单位 甲局 制图日期 2026-01-05")


@pytest.mark.slow
def test_the_target_is_told_in_the_words_of_its_clause(tmp_path: Path) -> None:
    beside = groups(sheet(load("yinzhou")), "block")[0]
    assert "专栏7：到2025年，腾出盘活低效工业用地5000亩" in beside
    assert "入园率" not in beside
    assert progress.quoted_target(load("xiangcheng")) == ""


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("甲项目共九十亿元，其中二十七项位置未知；5,000 亩低效用地盘活进度未知", 2),
        ("已盘活 4,209 亩，达 2025 目标的 84%，比匀速进度少 257 亩，尚缺 791 亩", 2),
        ("片区 3 个", 1),
    ],
)
def test_a_headline_breaks_where_a_clause_ends(words: str, lines: int) -> None:
    found = header.balanced(words, header.HEADLINE)
    assert "".join(found) == words
    assert len(found) == lines
    assert all(line[-1] in "，；" for line in found[:-1])
    assert "；" not in words or found[0].endswith("；")


@pytest.mark.slow
def test_the_target_is_named_beside_its_tick() -> None:
    """Without a ledger the axis ends near the target: its words stand left of the tick, not across it."""
    drawing = ElementTree.fromstring(re.search("<svg.*</svg>", sheet(load("yinzhou")), re.DOTALL)[0])  # type: ignore[index]
    block = next(part for part in drawing.iter(f"{SVG}g") if part.get("class") == "block")
    tick = next(float(one.get("x1", 0)) for one in block.iter(f"{SVG}line") if one.get("stroke-width") == "0.6")
    words = next(one for one in block.iter(f"{SVG}text") if (one.text or "").endswith("5,000 亩"))
    assert float(words.get("x", 0)) + width(words.text or "", 7.6, bold=True) < tick


BOXES = """() => [...document.querySelectorAll('text')].map(one => {
    const box = one.getBBox(), size = parseFloat(one.getAttribute('font-size')), turned = one.getAttribute('transform');
    return [one.textContent, box.x, +one.getAttribute('y'), box.width, size, !!turned];
})"""
STATES = [
    ("yinzhou", "zh"),
    ("with ledger", "zh"),
    ("with ledger", "en"),
    ("xiangcheng", "zh"),
    ("liupanshui", "zh"),
    ("liupanshui", "en"),
    ("25 zones", "zh"),
    ("25 zones", "en"),
    ("60 zones", "zh"),
    ("one zone", "zh"),
    ("no outlines", "zh"),
    ("nothing", "en"),
    ("odd", "zh"),
    ("odd", "en"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), STATES)
def test_no_words_meet_and_none_leave_the_sheet(
    name: str, lang: Lang, plans: Callable[[str], Plan], browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1600, "height": 1200})
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.set_content(sheet(plans(name), lang))
    found = page.evaluate(BOXES)
    page.close()
    assert noise == []
    assert min(size for *_, size, _ in found) >= 7 * PT - 0.01
    boxes = []
    for words, x, base, wide, size, turned in found:
        tall = (base - ASCENT * size, base + DESCENT * size)
        box = (
            (x, tall[0], x + wide, tall[1])
            if not turned
            else (x + wide / 2 - size, base - wide / 2, x + wide / 2, base + wide / 2)
        )
        boxes.append((words, box))
        assert shapely.box(2, 2, 409, 291).covers(shapely.box(*box)), (words, box)
    over = [
        (one, other) for (one, box), (other, another) in itertools.combinations(boxes, 2) if meet(box, another, -TOUCH)
    ]
    assert over == []


@pytest.mark.slow
@pytest.mark.parametrize("size", ["A3", "A1"])
def test_the_pdf_is_one_page_with_its_fonts_and_figures(
    size: Any, with_ledger: Plan, chromium: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext: run `apt install poppler-utils`")
    monkeypatch.setenv("YZGEO_CHROMIUM", chromium)
    file = tmp_path / "board.pdf"
    file.write_bytes(print_page(sheet(with_ledger, size=size).encode(), "2021-11-03"))

    def told(*command: str) -> str:
        return subprocess.run(
            [*command, str(file), *(["-"] if command[0] == "pdftotext" else [])],
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    info = told("pdfinfo")
    assert re.search(r"Pages:\s+1\n", info)
    points = [float(side) for side in re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", info)[0]]
    expected = {"A3": (420, 297), "A1": (841, 594)}[size]
    assert points == pytest.approx([side * 72 / 25.4 for side in expected], abs=1.5)
    fonts = told("pdffonts").splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes\s+\w+\s+\w+\s+\d+\s+\d+$", line) for line in fonts)
    words = re.sub(r"\s", "", told("pdftotext"))
    for figure in (
        "70.25",
        "190.31",
        "5,000",
        "16.88",
        "16.31",
        "16.10",
        "7.08",
        "5.92",
        "7.96",
        "1:200,000" if size == "A3" else "1:100,000",
    ):
        assert figure in words, figure


def printed(page: bytes, browser: Browser, file: Path) -> pypdfium2.PdfDocument:
    """A sheet as a browser prints it that knows its page alone, as by hand."""
    tab = browser.new_page()
    tab.set_content(page.decode("utf-8"))
    tab.pdf(path=file, prefer_css_page_size=True, print_background=True)
    tab.close()
    return pypdfium2.PdfDocument(file)


def type_sizes(pdf: pypdfium2.PdfDocument) -> set[float]:
    """The sizes of all characters that a PDF draws, in points of its paper."""
    text = pdf[0].get_textpage()
    sizes = set()
    for at in range(text.count_chars()):
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, at, matrix)
        if not raw.FPDFText_IsGenerated(text, at):
            sizes.add(raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d))
    return sizes


def solid_discs(pdf: pypdfium2.PdfDocument) -> list[tuple[float, float, float]]:
    """Middle and radius, in millimetres of the paper from its lower left, of what is drawn in the tone of marks."""
    found = []
    for shape in pdf[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=15):
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFPageObj_GetFillColor(shape, red, green, blue, alpha)
        left, low, right, top = (side * 25.4 / 72 for side in shape.get_bounds())
        tone = f"#{red.value:02X}{green.value:02X}{blue.value:02X}"
        if tone == DONE and abs((right - left) - (top - low)) < 0.02 and raw.FPDFPath_CountSegments(shape) > 8:
            found.append(((left + right) / 2, (low + top) / 2, (right - left) / 2))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_mark_hides_the_map_and_no_bar_its_figure(lang: Lang, plans: Callable[[str], Plan]) -> None:
    """Even where one place has a thousand times the money of the others."""
    page = sheet(plans("odd"), lang)
    drawing = ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
    assert max(float(one.get("r", 0)) for one in drawing.iter(f"{SVG}circle")) <= marks.MOST + 0.31
    table = next(
        part
        for part in drawing.iter(f"{SVG}g")
        if part.get("class") == "block" and re.search("检查发现|Findings", "".join(part.itertext()))
    )
    bars = [
        (float(one.get("x", 0)), float(one.get("y", 0)), float(one.get("width", 0)), float(one.get("height", 0)))
        for one in table.iter(f"{SVG}rect")
    ]
    figures = [one for one in table.iter(f"{SVG}text") if one.get("text-anchor") == "end"]
    assert len(bars) > 16
    for one in figures:
        words, right, base, size = one.text or "", *(float(one.get(name, 0)) for name in ("x", "y", "font-size"))
        left = right - width(words, size / PT, bold="b" in (one.get("class") or ""))
        met = [
            (x, y)
            for x, y, wide, high in bars
            if x < right and left < x + wide and y < base and base - size * 0.7 < y + high
        ]
        assert met == [], words


@pytest.mark.slow
@pytest.mark.parametrize(("size", "denominator"), [("A3", 200_000), ("A1", 100_000)])
def test_the_paper_measures_what_the_ground_does(size: Any, denominator: int, browser: Browser, tmp_path: Path) -> None:
    """The two largest marks of the PDF against the places of their projects on the ellipsoid, and what the sheet states."""
    plan = load("yinzhou")
    pdf = printed(sheet(plan, size=size).encode(), browser, tmp_path / "board.pdf")
    assert f"1:{denominator:,}" in pdf[0].get_textpage().get_text_range().replace(" ", "")
    firm = plan.projects[plan.projects["location_evidence"].isin(["plan_text", "project_news"])]
    sums = firm.groupby("place_id")["investment_100m_yuan"].sum().sort_values(ascending=False)
    one, other = (plan.places.set_index("place_id").geometry[place] for place in sums.index[:2])
    metres = pyproj.Geod(ellps="GRS80").inv(one.x, one.y, other.x, other.y)[2]
    left_half = pdf[0].get_size()[0] / 72 * 25.4 * 0.61
    on_map = sorted((disc for disc in solid_discs(pdf) if disc[0] < left_half), key=lambda one: -one[2])
    apart = math.dist(on_map[0][:2], on_map[1][:2])
    assert apart * denominator / 1000 == pytest.approx(metres, rel=0.005)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), STATES)
def test_every_plan_prints_one_page_that_can_be_read(
    name: str, lang: Lang, plans: Callable[[str], Plan], browser: Browser, tmp_path: Path
) -> None:
    pdf = printed(sheet(plans(name), lang).encode(), browser, tmp_path / "board.pdf")
    assert len(pdf) == 1
    assert pdf[0].get_size() == pytest.approx((420 * 72 / 25.4, 297 * 72 / 25.4), abs=1.5)
    assert min(type_sizes(pdf)) >= 7 - 0.05


@pytest.mark.slow
def test_printing_twice_gives_the_same_bytes(chromium: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("YZGEO_CHROMIUM", chromium)
    page = sheet(load(toy.make(tmp_path / "plan"))).encode()
    assert print_page(page, "2026-01-05") == print_page(page, "2026-01-05")


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["with ledger", "liupanshui", "25 zones", "one zone", "odd"])
def test_what_a_problem_says_is_read_whole(name: str, lang: Lang, plans: Callable[[str], Plan]) -> None:
    """Each problem's words are those of one of its findings or of all, to the last full stop; a long one is in the report."""
    plan = plans(name)
    context = build_context(plan, lang)
    board = Board(context.plan, context.outcome, context.statistics, lang)
    shown = [words for words in groups(sheet(plan, lang), "block") if re.search("请先看的|to see", words)]
    assert len(shown) == 1
    assert name == "odd" or ELLIPSIS not in shown[0]  # it has headings of clauses longer than the column
    joined = shown[0].replace(" ", "")
    for one in problems.problems(board, problems_shown(shown[0])):
        words = [board.say(one.detail), board.say(problems.IN_REPORT)]
        assert any(detail.replace(" ", "") in joined for detail in words), one.detail
        assert board.say(one.title).replace(" ", "") in joined


def problems_shown(words: str) -> int:
    """How many problems a block says that it tells."""
    numeral = re.search("[零一两三四五六七八九]|[0-9]", words)
    assert numeral is not None
    return problems.NUMBERS.index(numeral[0]) if numeral[0] in problems.NUMBERS else int(numeral[0])


@pytest.mark.slow
def test_a_hint_has_no_red_square_and_no_red_column(plans: Callable[[str], Plan]) -> None:
    hints, warnings = (
        ElementTree.fromstring(f"<svg>{problems.square(0, 0, 1, is_grave=is_grave)}</svg>")[0]
        for is_grave in (False, True)
    )
    assert [warnings.get("fill"), hints.get("fill")] == [LAG, "#FFFFFF"]
    assert hints.get("stroke") is not None
    context = build_context(plans("liupanshui"), "zh")
    assert {finding.severity for finding in context.outcome.findings} == {"info"}
    assert LAG not in "".join(
        re.findall(r"<rect[^>]*>", drawing_of(context, "zh")[drawing_of(context, "zh").index("请先看") :])
    )
    of_yinzhou = build_context(load("yinzhou"), "zh")
    board = Board(of_yinzhou.plan, of_yinzhou.outcome, of_yinzhou.statistics, "zh")
    found = next(one for one in problems.problems(board, 9) if one.plot is not None)
    assert found.plot is not None
    drawn = ElementTree.fromstring(f"<svg>{problems.columns(found.plot, 400, 100)}</svg>")
    red = [one.get("fill") == LAG for one in drawn.iter("rect")]
    assert red == [finding.severity != "info" for finding, _ in found.plot.points]
    assert found.title.zh.endswith(f"{sum(red)} 条警告、{len(red) - sum(red)} 条提示")


@pytest.mark.slow
def test_like_findings_are_one_sorted_plot() -> None:
    context = build_context(load("yinzhou"), "zh")
    board = Board(context.plan, context.outcome, context.statistics, "zh")
    found = next(one for one in problems.problems(board, 9) if one.plot is not None)
    assert found.plot is not None
    ratios = [
        finding.values["floor_area_ratio"] for finding in context.outcome.findings if finding.rule == "floor-area-ratio"
    ]
    assert sorted(value for _, value in found.plot.points) == pytest.approx(sorted(ratios))
    assert [f"{min(ratios):.2f} 至 {max(ratios):.2f}" in found.detail.zh, "均低于 2" in found.detail.zh] == [True, True]
    drawn = ElementTree.fromstring(f"<svg>{problems.columns(found.plot, 400, 100)}</svg>")
    high = [float(one.get("height", 0)) for one in drawn.iter("rect")]
    left = [float(one.get("x", 0)) for one in drawn.iter("rect")]
    limit = 100 - min(float(one.get("y1", 0)) for one in drawn.iter("line"))
    assert left == sorted(left)
    assert [one / limit * 2 for one in high] == pytest.approx(sorted(ratios), abs=0.01)


@pytest.mark.slow
def test_every_place_with_projects_has_its_mark_where_it_is(plans: Callable[[str], Plan]) -> None:
    for name in ("yinzhou", "25 zones"):
        plan = plans(name)
        frame = frame_of(plan)
        assert frame is not None
        context = build_context(plan, "zh")
        board = Board(context.plan, context.outcome, context.statistics, "zh")
        found = marks.marks_on(board, frame, [])
        located = plan.projects.loc[plan.projects.geometry.notna(), "place_id"].str.split("、").explode()
        assert {mark.place_id for mark in found} == set(located)
        places = plan.places.set_index("place_id").loc[[mark.place_id for mark in found]]
        true = shapely.get_coordinates(frame.on_sheet(places.geometry))
        assert [(mark.x, mark.y) for mark in found] == [pytest.approx(tuple(point)) for point in true]
        drawn = ElementTree.fromstring(f"<svg>{marks.draw(found)}</svg>")
        centres = {(float(one.get("cx", 0)), float(one.get("cy", 0))) for one in drawn.iter("circle")}
        assert centres == {(round(mark.x, 2), round(mark.y, 2)) for mark in found}


SEEN = {
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}
"""Linear colours as they are seen without green, and without red cones (Machado et al. 2009)."""


def lightness(colour: str, over: str = "#FFFFFF", alpha: float = 1.0, *, vision: str = "grey") -> float:
    """CIE L* of a colour on paper, as printed in grey or as the colour-blind see it."""
    tones = [[int(one[at : at + 2], 16) / 255 for at in (1, 3, 5)] for one in (colour, over)]
    mixed = [alpha * front + (1 - alpha) * back for front, back in zip(*tones, strict=True)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in mixed]
    if vision in SEEN:
        linear = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in SEEN[vision]]
    light = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


VISIONS = ("grey", *SEEN)


@pytest.mark.parametrize("vision", VISIONS)
def test_all_kinds_of_zones_differ_in_lightness(vision: str) -> None:
    tones = [lightness(tone, DISTRICT, ALPHA[tone == PRINT_TONES[0]], vision=vision) for tone in PRINT_TONES]
    assert min(abs(one - other) for one, other in itertools.combinations(tones, 2)) > 7


@pytest.mark.slow
def test_what_is_red_has_another_sign_too() -> None:
    """A warning's square is full where a hint's is hollow, its count bold, and what one list alone has is half a cell."""
    grave, hint = (problems.square(0, 0, 1, is_grave=is_grave) for is_grave in (True, False))
    assert ("stroke=" in grave, "stroke=" in hint) == (False, True)
    plan = load("yinzhou")
    page = ElementTree.fromstring(re.search("<svg.*</svg>", sheet(plan), re.DOTALL)[0])  # type: ignore[index]
    texts = [one for one in page.iter(f"{SVG}text") if one.get("fill") == LAG and (one.text or "").strip().isdigit()]
    assert texts
    assert all("b" in (one.get("class") or "") for one in texts)
    cells = industries.cells_of(plan)
    whole, half = (
        [float(one.get("width", 0)) for one in ElementTree.fromstring(f"<svg>{drawn}</svg>")]
        for drawn in (industries.cell(cells, places, 0, 0, 9, 5) for places in ({"text", "table"}, {"text"}))
    )
    assert half[0] == pytest.approx(whole[0] / 2)


@pytest.mark.parametrize("vision", VISIONS)
def test_what_colours_tell_is_told_by_lightness_too(vision: str) -> None:
    """In grey and to the colour-blind: the kinds of zones, what money is placed by, water and land."""
    core, around_it = list(print_colours(["a", "b"], ["core", "agglomeration"]).values())[:2]
    pairs = [
        (lightness(core, DISTRICT, 0.52, vision=vision), lightness(around_it, DISTRICT, 0.56, vision=vision)),
        (lightness(DONE, vision=vision), lightness(NEWS, vision=vision)),
        (lightness(WATER, vision=vision), lightness(OUTSIDE, vision=vision)),
        (lightness(OUTSIDE, vision=vision), lightness(DISTRICT, vision=vision)),
    ]  # fmt: skip
    least = [10, 25, 5, 5]
    assert [abs(one - other) >= apart for (one, other), apart in zip(pairs, least, strict=True)] == [True] * 4, pairs
