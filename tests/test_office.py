"""Documents, slides and workbooks: they open, hold what the plan says, mark what is invented, and run nothing."""

from __future__ import annotations

import functools
import io
import itertools
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import payloads
import pptx
import pytest
from english import QUOTED
from lxml import etree
from made_plans import Made, make
from test_invented import with_land

from yzgeo.checks.proofreading import with_sic
from yzgeo.core import plugins
from yzgeo.core.i18n import LANGS, Lang
from yzgeo.core.visible_text import one_line
from yzgeo.core.xml_text import FORBIDDEN
from yzgeo.facts import cite
from yzgeo.plan import attribution
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.plan.public_edition import public_edition
from yzgeo.publish.board import lettering, placement, problems, svg
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.frame import frame_of
from yzgeo.publish.context import BuildContext, build_context
from yzgeo.publish.office import drawing, slides
from yzgeo.publish.office.map import map_and_legend, sizes
from yzgeo.publish.report import schedule
from yzgeo.stats.subjects import land_recovery

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OUTPUTS = ("slides", "report-document", "rectification", "findings-workbook")
MARK = {"zh": "虚构示例", "en": "INVENTED EXAMPLE"}
ENDINGS = {".pptx", ".docx", ".xlsx"}
MADE = {
    "one zone": Made(zones=1, projects=4),
    "25 zones": Made(zones=25, projects=30, nested=True),
    "no parks, no projects, no English": Made(zones=3, parks=False, english=False),
    "nothing stated": Made(zones=3, projects=3, outlines=False, areas=False, investments=False, kinds=False, owners=False),
    "nothing": Made(zones=0, parks=False, industries=0),
}  # fmt: skip


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Plan]:
    """Plans of many states by name, each loaded once."""
    folder, loaded = tmp_path_factory.mktemp("plans"), {}

    def plan(name: str) -> Plan:
        if name not in loaded:
            there = folder / re.sub(r"\W+", "-", name)
            if name == "invented":
                loaded[name] = with_land(there, "虚构示例 INVENTED EXAMPLE")
            elif name == "hostile":
                loaded[name] = load(payloads.plan_folder(there))
            else:
                loaded[name] = load(make(there, MADE[name]) if name in MADE else name)
        return loaded[name]

    return plan


@pytest.fixture(scope="module")
def contexts(plans: Callable[[str], Plan]) -> Callable[[str, Lang], BuildContext]:
    """What is made of a plan, once."""
    return functools.cache(lambda name, lang: build_context(plans(name), lang))


@pytest.fixture(scope="module")
def made_of(contexts: Callable[[str, Lang], BuildContext]) -> Callable[[str, Lang], dict[str, bytes]]:
    """The files of a plan, made once."""
    return functools.cache(lambda name, lang: files(contexts(name, lang)))


def files(context: BuildContext) -> dict[str, bytes]:
    """All office files of a plan."""
    made: dict[str, bytes] = {}
    for name in OUTPUTS:
        made |= plugins.load("yzgeo.publish.outputs", name).files(context)
    return made


def parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of an archive and of the archives in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            yield name, packed.read(name)
            if Path(name).suffix in ENDINGS:
                yield from parts(packed.read(name))


def words(content: bytes) -> str:
    """All words of a file, a line a part."""
    found = []
    for name, part in parts(content):
        if name.endswith(".xml"):
            found.append("".join(str(text) for text in etree.fromstring(part).itertext()))
    return "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "name",
    ["nothing", *(pytest.param(name, marks=pytest.mark.slow) for name in ("one zone", "liupanshui", "25 zones"))],
)
def test_files_are_the_same_bytes_each_time(
    name: str,
    lang: Lang,
    contexts: Callable[[str, Lang], BuildContext],
    made_of: Callable[[str, Lang], dict[str, bytes]],
) -> None:
    made = made_of(name, lang)
    assert {Path(one).suffix for one in made} == ENDINGS
    assert made == files(contexts(name, lang))
    for content in made.values():
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = dict(parts(content))["docProps/core.xml"].decode()
        assert set(re.findall(r"\d{4}-\d{2}-\d{2}T", core)) == {"2000-01-01T"}


@pytest.mark.slow
def test_strangers_text_is_text_everywhere(made_of: Callable[[str, Lang], dict[str, bytes]]) -> None:
    made = made_of("hostile", "zh")
    for file, content in made.items():
        for name, part in parts(content):
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
            assert not FORBIDDEN.search(part.decode("utf-8")), name
            # The program's own fields are the contents and the number of a page.
            fields = [one.text.split()[0] for one in root.iter(f"{WORD}instrText")]
            fields += [one.get(f"{WORD}instr").split()[0] for one in root.iter(f"{WORD}fldSimple")]
            assert set(fields) <= {"TOC", "PAGE"}, file
            assert not list(root.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f")), file
            assert not list(root.iter(f"{DRAWING}hlinkClick", f"{DRAWING}fld")), file
            links = [one.get("Target") for one in root if one.get("TargetMode") == "External"]
            assert not links, file
            for link in root.iter(f"{WORD}hyperlink"):
                assert link.get(f"{WORD}anchor", "").startswith("_Toc")
    assert "=HYPERLINK" in words(made["data/findings.xlsx"])
    assert "HYPERLINK" in words(made["report.docx"])


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_each_slide_sheet_and_page_marks_an_invented_ledger(
    lang: Lang, made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    made = made_of("invented", lang)
    deck = pptx.Presentation(io.BytesIO(made["board.pptx"]))
    for slide in deck.slides:
        assert any(shape.has_text_frame and MARK[lang] == shape.text_frame.text for shape in slide.shapes)
    for name in ("report.docx", "rectification.docx"):
        document = docx.Document(io.BytesIO(made[name]))
        assert all(MARK[lang] in section.header.paragraphs[0].text for section in document.sections)
        assert not any(section.different_first_page_header_footer for section in document.sections)
    for sheet in openpyxl.load_workbook(io.BytesIO(made["data/findings.xlsx"])):
        assert MARK[lang] in str(sheet.cell(1, sheet.max_column).value)
        assert MARK[lang] in sheet.oddHeader.right.text


@pytest.mark.slow
def test_nothing_is_marked_without_an_invented_ledger(made_of: Callable[[str, Lang], dict[str, bytes]]) -> None:
    for content in made_of("one zone", "zh").values():
        assert "虚构" not in words(content)


@pytest.mark.slow
def test_the_public_edition_is_marked_on_each_page_and_slide(plans: Callable[[str], Plan]) -> None:
    made = files(build_context(public_edition(plans("one zone")), "zh"))
    deck = pptx.Presentation(io.BytesIO(made["board.pptx"]))
    for slide in deck.slides:
        assert any(shape.has_text_frame and "审图号" in shape.text_frame.text for shape in slide.shapes)
    for name in ("report.docx", "rectification.docx"):
        head = docx.Document(io.BytesIO(made[name])).sections[0].header.paragraphs[0]
        assert "公开版" in head.text
    for sheet in openpyxl.load_workbook(io.BytesIO(made["data/findings.xlsx"])):
        assert "公开版" in sheet.oddHeader.left.text


@pytest.mark.slow
def test_what_no_project_states_is_a_dash(made_of: Callable[[str, Lang], dict[str, bytes]]) -> None:
    made = made_of("nothing stated", "zh")
    book = openpyxl.load_workbook(io.BytesIO(made["data/findings.xlsx"]))
    rows = list(book["projects"].values)
    money = rows[0].index("计划投资（亿元）")
    assert {row[money] for row in rows[1:-1]} == {"—"}  # the last row counts those that state none
    zones = list(book["zones"].values)
    assert {row[zones[0].index("计划投资（亿元）")] for row in zones[1:]} == {"—"}
    document = docx.Document(io.BytesIO(made["report.docx"]))
    tables = [table for table in document.tables if table.cell(0, 2).text == "计划投资"]
    assert tables
    assert {row.cells[2].text.partition("\n")[0] for table in tables for row in table.rows[1:]} == {"—"}


@pytest.mark.slow
def test_the_plan_s_figures_stand_in_every_file(made_of: Callable[[str, Lang], dict[str, bytes]]) -> None:
    made = made_of("yinzhou", "zh")
    for name in ("board.pptx", "report.docx"):
        told = words(made[name])
        assert all(figure in told for figure in ("70.25", "190.31", "5,000", "16.88", "16.31", "7.08"))
    numbers = {
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(made["data/findings.xlsx"]))
        for row in sheet.values
        for cell in row
    }
    assert {5000, 16.88} <= numbers


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nothing stated", "nothing"])
def test_a_plan_that_states_nothing_has_no_sum_of_zero_and_no_head_without_rows(
    name: str, made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    made = made_of(name, "zh")
    for file in ("report.docx", "rectification.docx", "board.pptx"):
        told = "\n".join(lines(made[file]))
        assert not re.search(r"(?<![\d.,])0\.0+(?!\d)|(?<![\d.,])0 ?(?:亿元|万元|亩|平方公里|%)|\bnan\b|None", told), (
            file
        )
    for file in ("report.docx", "rectification.docx"):
        for table in docx.Document(io.BytesIO(made[file])).tables:
            has_head = table._tbl.find(f".//{WORD}tblHeader") is not None
            assert len(table.rows) > 1 or not has_head
    book = openpyxl.load_workbook(io.BytesIO(made["data/findings.xlsx"]))
    for sheet in book:
        heads, *rows = sheet.values
        measured = [place for place, head in enumerate(heads) if re.search("（(?:亩|亿元|平方)", str(head))]
        counts = [row for row in rows if any("未载的项目数" in str(cell) for cell in row)]
        assert [row for row in rows if row not in counts and any(row[place] == 0 for place in measured)] == []


HAN = re.compile("[\u3400-\u9fff]+")
TEXT_TAGS = {f"{WORD}t", f"{DRAWING}t", "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"}
PARAGRAPHS = {f"{WORD}p", f"{DRAWING}p", "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}si"}
QUOTES = (
    "positioning",
    "formed_from",
    "positioning_table",
    "target_text",
    "city_text",
    "text",
    "heading",
    "list",
    "works",
    "group",
    "target_qualifier",
    "base_qualifier",
)
"""Columns whose words are the plan's own sentences."""


def words_without_english(context: BuildContext) -> list[str]:
    """What may be Chinese in an English file: names that have no English, the plan's sentences, what rules quote."""
    plan = context.plan
    tables = (
        plan.zones,
        plan.parks,
        plan.projects,
        plan.places,
        plan.industries,
        plan.clusters,
        plan.measures,
        plan.targets,
    )
    found: set[str] = {one for column in ("owner", "industry") for one in plan.projects[column].dropna()}
    for table in tables:
        in_english = table["name_en"].notna() if "name_en" in table else pd.Series(False, index=table.index)
        found |= set(table.loc[~in_english, "name"].dropna())
        found |= {one for column in QUOTES if column in table for one in table[column].dropna()}
    found |= set(plan.zones["name_table"].dropna()) | set(
        plan.zone_industries.get("words", pd.Series(dtype=str)).dropna()
    )
    for one in context.outcome.findings:
        texts = (one.message, one.remedy, one.reading, with_sic(one.message, context.outcome.proofreading))
        found |= {text.en for text in texts}
    found |= {getattr(one, name).en for one in context.outcome.gaps for name in ("message", "remedy")}
    found |= {fact.value.en for zone in plan.zones["zone_id"] for fact in cite.facts(plan, "zone", zone)}
    sources = {one for table in tables if "source" in table for one in table["source"].dropna()}
    sources |= {gap.source for gap in context.outcome.gaps} | {finding.clause for finding in context.outcome.findings}
    parts = {part.strip() for source in sources for part in source.split("；")}
    found |= {part for part in parts if plan.place(part).en == part} | set(plan.places["source"].dropna())
    found |= set(land_recovery.CLASSES)
    found |= {one for column in ("measure", "block_class") for one in plan.parcels[column].dropna()}
    found |= {text.en for text in (attribution.boundary(plan), *attribution.sources(plan), plan.authority)}
    return sorted((one for one in found if HAN.search(one)), key=len, reverse=True)


def lines(content: bytes) -> Iterator[str]:
    """The paragraphs and cells of a file, runs joined."""
    for name, part in parts(content):
        if name.endswith(".xml"):
            for one in etree.fromstring(part).iter(*PARAGRAPHS):
                yield "".join(str(text.text or "") for text in one.iter(*TEXT_TAGS))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["yinzhou", "invented", "25 zones"])
def test_what_is_chinese_in_an_english_file_has_no_english_words(
    name: str, contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    allowed = words_without_english(contexts(name, "en"))
    strange = set()
    for file, content in made_of(name, "en").items():
        for line in lines(content):
            rest = line
            for words in allowed:
                if not HAN.search(rest):
                    break
                rest = rest.replace(words, "").replace(one_line(words), "")
            strange |= {(file, line[:200], run) for run in HAN.findall(QUOTED.sub("", rest))}
    assert strange == set()


def sheet_rows(content: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by heading."""
    heads, *rows = openpyxl.load_workbook(io.BytesIO(content))[name].values
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["yinzhou", "invented", "25 zones"])
def test_the_workbook_closes_its_sums_and_numbers_findings_as_the_report(
    name: str, contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    """The rows above a sum add up to it, zones in zones too; what states no figure is counted beside it."""
    content, plan = made_of(name, "zh")["data/findings.xlsx"], contexts(name, "zh").plan
    *zones, total = sheet_rows(content, "zones")
    assert total["片区"] == "合计"
    for column in ("项目数", "计划投资（亿元）", "用地（亩）", "新增用地（亩）", "已盘活（亩）"):
        known = [row[column] for row in zones if column in row and row[column] not in ("—", None)]
        if known:
            assert total[column] == pytest.approx(sum(known)), column
        elif column in total:
            assert total[column] == "—"
    assert total["项目数"] == len(plan.projects)
    projects = sheet_rows(content, "projects")
    if len(plan.projects) > 1:
        *projects, whole, lacking = projects
    for column in (
        ("计划投资（亿元）", "用地（亩）", "新增用地（亩）", "建筑面积（平方米）") if len(projects) > 1 else ()
    ):
        known = [row[column] for row in projects if row[column] != "—"]
        assert whole[column] == (pytest.approx(sum(known)) if known else "—"), column
        assert lacking[column] == len(projects) - len(known)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book["projects"].auto_filter.ref.endswith(f"{len(projects) + 1}")
    numbers = [row["编号"] for row in sheet_rows(content, "findings")]
    assert len(set(numbers)) == len(numbers) == len(contexts(name, "zh").outcome.findings)
    document = docx.Document(io.BytesIO(made_of(name, "zh")["rectification.docx"]))
    listed = [row.tc_lst[0].p_lst[0].text for row in document.tables[-1]._tbl.tr_lst if len(row.tc_lst) > 1][1:]
    assert listed[: len(numbers)] == numbers


@pytest.mark.slow
def test_the_list_of_findings_says_what_the_data_lack(
    contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    document = docx.Document(io.BytesIO(made_of("yinzhou", "zh")["rectification.docx"]))
    lacking = len(contexts("yinzhou", "zh").outcome.gaps)
    assert any(f"待补资料 {lacking} 项" in one.text for one in document.paragraphs[:3])
    *_, total, gaps = document.tables[0].rows
    outcome = contexts("yinzhou", "zh").outcome
    graver = len(outcome.at_least("warning"))
    assert [one.text for one in total.cells] == ["合计", f"{graver}", f"{len(outcome.findings) - graver}"]
    assert "待补资料" in gaps.cells[0].text
    assert gaps.cells[1].text.startswith(f"{lacking} 项")


@pytest.mark.slow
def test_tables_of_projects_have_land_ratio_and_a_sum_that_says_what_it_leaves_out(
    contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    projects = contexts("yinzhou", "zh").plan.projects
    document = docx.Document(io.BytesIO(made_of("yinzhou", "zh")["report.docx"]))
    tables = [one for one in document.tables if [cell.text for cell in one.rows[0].cells][2:4] == ["计划投资", "用地"]]
    sums = [one.rows[-1] for one in tables if one.rows[-1].cells[0].text.startswith("合计")]
    assert len(sums) >= 4
    here = projects[projects["zone_id"] == "mingzhou"]
    first = [cell.text for cell in sums[0].cells]
    assert first[0] == f"合计 {len(here)} 项"
    assert first[2] == "39.95 亿元"
    assert first[3] == f"484.28 亩\n{int(here['site_mu'].isna().sum())} 项未载"
    assert first[4] == f"312 亩\n{int(here['new_land_mu'].isna().sum())} 项未载"
    ratios = {row.cells[0].text: row.cells[5].text for one in tables for row in one.rows}
    assert ratios["首南都市产业园"] == "1.47"


@pytest.mark.slow
def test_findings_are_numbered_as_in_the_report_and_the_head_is_repeated(
    contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    context = contexts("yinzhou", "zh")
    table = docx.Document(io.BytesIO(made_of("yinzhou", "zh")["rectification.docx"])).tables[-1]
    assert table.rows[0]._tr.trPr.find(f"{WORD}tblHeader") is not None
    assert all(row.trPr.find(f"{WORD}cantSplit") is not None for row in table._tbl.tr_lst)
    numbers = [row.tc_lst[0].p_lst[0].text for row in table._tbl.tr_lst if len(row.tc_lst) > 1][1:]
    groups = schedule.groups(context.outcome)
    expected = [
        schedule.numbered(group.number, number, number, "zh")
        for group in groups
        for item in group.items
        for number in range(item.first, item.last + 1)
    ]
    gaps = [
        schedule.numbered(len(groups) + 1, number, number, "zh") for number in range(1, len(context.outcome.gaps) + 1)
    ]
    assert numbers == [*expected, *gaps]
    assert len(expected) == len(context.outcome.findings)


@pytest.mark.slow
def test_contents_name_every_heading(
    contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    document = docx.Document(io.BytesIO(made_of("one zone", "zh")["report.docx"]))
    headings = {one.text: one for one in document.paragraphs if one.style.name in ("Heading 1", "Heading 2")}
    links = {
        "".join(words.text for words in link.iter(f"{WORD}t")): link.get(f"{WORD}anchor")
        for link in document.element.iter(f"{WORD}hyperlink")
    }
    assert links.keys() == headings.keys()
    for name, heading in headings.items():
        assert heading._p.find(f"{WORD}bookmarkStart").get(f"{WORD}name") == links[name]
    assert {f"{zone}" for zone in contexts("one zone", "zh").plan.zones["name"]} <= headings.keys()


def test_text_names_a_typeface_for_chinese_letters(made_of: Callable[[str, Lang], dict[str, bytes]]) -> None:
    made = made_of("one zone", "zh")
    for name, part in parts(made["board.pptx"]):
        if re.match(r"ppt/slides/slide\d+\.xml", name):
            for run in etree.fromstring(part).iter(f"{DRAWING}rPr"):
                assert run.find(f"{DRAWING}ea") is not None
    styles = docx.Document(io.BytesIO(made["report.docx"])).styles
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Title"):
        assert styles[name].element.rPr.rFonts.get(f"{WORD}eastAsia") in ("SimSun", "SimHei")


def test_shapes_lie_where_the_sheet_draws_them() -> None:
    drawn = (
        '<clipPath id="c"><rect x="0" y="0" width="10" height="10"/></clipPath>'
        '<g clip-path="url(#c)" stroke="#112233" stroke-width="0.5">'
        f"{svg.path([[(-5, 5), (5, 5), (5, 15), (-5, 15)]], True, fill='#FF0000', fill_opacity='0.5')}"
        '<circle cx="3" cy="4" r="1"/><circle cx="11" cy="4" r="2"/>'
        '<line x1="8" y1="8" x2="12" y2="8"/></g>'
    )
    square, dot, line = drawing.shapes_of(drawn)
    assert square.box == (0, 5, 5, 10)
    assert dot.box == (2, 3, 4, 5)
    assert line.box == (8, 8, 10, 8)
    assert line.paint["stroke"] == "#112233"
    moved = drawing.moved(square, (0, 5, 5, 10), 100.0, 50.0, 2.0)
    assert moved.box == (100, 50, 110, 60)
    assert moved.paint["stroke-width"] == "1.000"
    assert '<a:alpha val="50000"/>' in drawing.geometry_xml(moved)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["yinzhou", "25 zones"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_map_has_a_true_bar_and_type_to_be_read_that_collides_with_nothing(
    name: str, lang: Lang, contexts: Callable[[str, Lang], BuildContext]
) -> None:
    context = contexts(name, lang)
    board = Board(context.plan, context.outcome, context.statistics, context.lang)
    shapes = map_and_legend(board, [], (300.0, 140.0), 9.0)
    assert min(sizes(shapes)) >= 8.99
    upright = [shape for shape in shapes if shape.lettering is None or not shape.lettering.turn]
    assert [one.box for one in upright if one.box[0] < -1 or one.box[2] > 301 or one.box[3] > 141] == []
    lines = [shape.box for shape in shapes if shape.lettering is not None and not shape.lettering.turn]
    # Boxes of type are 1.4 times as high as its size: the letters of lines set close take the middle.
    tight = [
        (left, top + (bottom - top) * 0.2, right, bottom - (bottom - top) * 0.2) for left, top, right, bottom in lines
    ]
    assert [one for one, other in itertools.combinations(tight, 2) if placement.meet(one, other, -0.3)] == []
    frame = next(
        shape for shape in shapes if shape.kind == "rect" and shape.paint.get("stroke-width") == f"{0.4 * 9 / 7:.3f}"
    )
    bar = next(shape for shape in shapes if "data-km" in shape.paint)
    factor = 9.0 / 7.0
    left, top, right, bottom = frame.box
    own = frame_of(board.plan, (0.0, 0.0, (right - left) / factor, (bottom - top) / factor))
    assert own is not None
    assert bar.box[2] - bar.box[0] == pytest.approx(
        float(bar.paint["data-km"]) * 1000 * own.mm_per_m * factor, rel=1e-3
    )


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["invented", "yinzhou", "25 zones"])
def test_nothing_on_a_slide_is_too_small_to_be_read(
    name: str, lang: Lang, made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    for part, content in parts(made_of(name, lang)["board.pptx"]):
        if re.match(r"ppt/slides/slide\d+\.xml", part):
            runs = list(etree.fromstring(content).iter(f"{DRAWING}rPr"))
            assert min(int(run.get("sz")) for run in runs if run.get("sz")) >= 900, part


def test_runs_of_a_line_stay_one_line() -> None:
    drawn = (
        svg.text(1, 5, "3 项 ", 8)
        + svg.text(1 + lettering.width("3 项 ", 8), 5, "10.80", 8, bold=True)
        + svg.text(40, 5, "别处", 8)
    )
    (line, other) = drawing.shapes_of(drawn)
    assert [line.lettering.words, *(run.words.strip() for run in line.lettering.runs)] == ["3 项 ", "10.80"]
    assert other.lettering.words == "别处"
    assert line.box[2] < other.box[0]


@pytest.mark.slow
def test_the_chart_holds_its_figures(
    contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    deck = pptx.Presentation(io.BytesIO(made_of("invented", "zh")["board.pptx"]))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 1
    plot = charts[0].plots[0]
    told = dict(zip(plot.categories, plot.series[0].values, strict=True))
    land = contexts("invented", "zh").statistics["land_recovery"]
    assert told["已盘活"] == land["recovered_mu"]
    assert told["目标"] == 9000
    book = openpyxl.load_workbook(io.BytesIO(charts[0].part.chart_workbook.xlsx_part.blob))
    assert dict(list(book.active.values)[1:]) == told


@pytest.mark.slow
def test_six_slides_for_a_plan_that_has_all(
    contexts: Callable[[str, Lang], BuildContext], made_of: Callable[[str, Lang], dict[str, bytes]]
) -> None:
    deck = pptx.Presentation(io.BytesIO(made_of("yinzhou", "zh")["board.pptx"]))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(titles) == 6
    context = contexts("yinzhou", "zh")
    board = Board(context.plan, context.outcome, context.statistics, context.lang)
    last = next(shape.table for shape in deck.slides[5].shapes if shape.has_table)
    assert len(last.rows) == 1 + len(problems.problems(board, slides.MOST_PROBLEMS))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["yinzhou", "xiangcheng", "invented", "hostile", *MADE])
def test_libreoffice_opens_each_file(
    name: str, lang: Lang, libreoffice: str, made_of: Callable[[str, Lang], dict[str, bytes]], tmp_path: Path
) -> None:
    made = made_of(name, lang)
    for file, content in made.items():
        (tmp_path / Path(file).name).write_bytes(content)
    names = [str(tmp_path / Path(file).name) for file in made]
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    told = subprocess.run(
        [libreoffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if "could not be loaded" in told.stderr:
        pytest.skip("no Writer or Impress: run `apt install libreoffice-writer libreoffice-impress`")
    for file in made:
        assert (tmp_path / Path(file).name).with_suffix(".pdf").stat().st_size > 1000, told.stderr
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext: run `apt install poppler-utils`")
    if name != "invented":
        return
    for file in ("report.pdf", "rectification.pdf", "board.pdf", "findings.pdf"):
        text = subprocess.run(
            ["pdftotext", str(tmp_path / file), "-"], capture_output=True, text=True, check=True
        ).stdout
        pages = text.split("\f")[:-1]
        assert pages
        assert all(MARK[lang] in page for page in pages), file
