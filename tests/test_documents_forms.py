"""The plan of 鄞州 gives the clauses of its clauses.csv, whatever it is read from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import made_documents
import pandas as pd
import pypdfium2
import pytest
from playwright.sync_api import Browser

import plan_documents
from yzgeo.documents import document
from yzgeo.documents.block import ASIDES
from yzgeo.documents.clauses import clauses, of_blocks, of_clauses

LEAST = 0.99


def compact(text: object) -> str:
    return "".join(str(text).split())


def read(file: Path) -> pd.DataFrame:
    blocks = document.read([file]).blocks
    frame = clauses(blocks)
    assert of_blocks(blocks) == of_clauses(frame)
    return frame[~frame["kind"].isin(ASIDES)].reset_index(drop=True)


def score(frame: pd.DataFrame) -> tuple[float, float]:
    """Precision and recall of references with their texts."""
    gold = pd.read_csv(plan_documents.CLAUSES, keep_default_na=False)
    made = set(zip(frame["clause"], map(compact, frame["text"]), strict=True))
    right = set(zip(gold["clause"], map(compact, gold["text"]), strict=True))
    return len(made & right) / len(made), len(made & right) / len(right)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan")
    for write, name in (
        (plan_documents.write_txt, "plan.txt"),
        (plan_documents.write_docx, "plan.docx"),
        (plan_documents.write_html, "plan.html"),
    ):
        write(folder / name)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["txt", "docx", "html"])
def test_the_clauses_are_those_made_by_hand(folder: Path, ending: str) -> None:
    assert min(score(read(folder / f"plan.{ending}"))) >= LEAST


def test_cells_and_heads_are_the_same_in_all_forms(folder: Path) -> None:
    text = read(folder / "plan.txt")
    for ending in ("docx", "html"):
        other = read(folder / f"plan.{ending}")
        for column in ("clause", "kind", "heading", "header", "unit"):
            assert [compact(one) for one in other[column]] == [compact(one) for one in text[column]], (ending, column)
        assert [tuple(map(compact, one)) for one in other["cells"]] == [
            tuple(map(compact, one)) for one in text["cells"]
        ]


@pytest.mark.slow
def test_the_pdf_that_libreoffice_prints_gives_the_same(folder: Path) -> None:
    plan_documents.write_pdf(folder / "plan.pdf")
    frame, text = read(folder / "plan.pdf"), read(folder / "plan.txt")
    assert min(score(frame)) >= LEAST
    assert frame["page"].is_monotonic_increasing
    cells = dict(zip(text["clause"], text["cells"], strict=True))
    heads = dict(zip(text["clause"], text["header"], strict=True))
    same = [tuple(map(compact, row.cells)) == tuple(map(compact, cells[row.clause])) for row in frame.itertuples()]
    assert sum(same) >= LEAST * len(same)
    assert all(row.header == heads[row.clause] for row in frame.itertuples())


@pytest.mark.slow
def test_the_doc_that_libreoffice_saves_anew_gives_the_same(folder: Path, tmp_path: Path) -> None:
    """LibreOffice writes other XML than Word: numbers by style, merged cells, page heads."""
    saved = plan_documents.convert(folder / "plan.docx", tmp_path, "docx")
    assert min(score(read(saved))) >= LEAST


@pytest.mark.slow
def test_the_pdf_that_a_browser_prints_of_the_page_gives_the_same(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((folder / "plan.html").as_uri())
    edges = dict.fromkeys(("top", "bottom", "left", "right"), "60px")
    page.pdf(path=folder / "printed.pdf", format="A4", margin=edges)  # type: ignore[arg-type]
    page.close()
    assert min(score(read(folder / "printed.pdf"))) >= LEAST


def test_a_plan_of_chapters_has_its_tables_whole(tmp_path: Path) -> None:
    made_documents.write_chapters(tmp_path / "plan.docx")
    frame = read(tmp_path / "plan.docx")
    assert list(frame["clause"][:11]) == [
        *("引言", "目录", "第一章", "第一章 第一节", "第一章 第一节 第1段", "第一章 第一节（1）", "第一章 第一节（2）"),
        *("第二章", "第二章 第1段", "表1", "表1 第1行"),
    ]
    rows = frame.set_index("clause")
    assert rows.loc["表1 第1行", "header"] == ("类型", "片区", "面积 总面积", "面积 可利用", "主导产业")
    assert rows.loc["表1 第1行", "unit"] == "公顷"
    assert rows.loc["表1 注", "kind"] == "note"
    annex = frame[frame["clause"].str.startswith("附件1 第")]
    assert list(annex["cells"]) == [tuple(row) for row in made_documents.PROJECTS[1:]]
    assert not frame["text"].str.contains("9999").any()


@pytest.mark.slow
def test_a_plan_of_chapters_printed_gives_the_same(tmp_path: Path) -> None:
    made_documents.write_chapters(tmp_path / "plan.docx")
    text = read(tmp_path / "plan.docx")
    printed = read(plan_documents.convert(tmp_path / "plan.docx", tmp_path, "pdf"))
    for column in ("clause", "kind", "heading", "text", "unit"):
        assert [compact(one) for one in printed[column]] == [compact(one) for one in text[column]], column
    for column in ("cells", "header"):
        assert [tuple(map(compact, one)) for one in printed[column]] == [
            tuple(map(compact, one)) for one in text[column]
        ]


MOST_SECONDS, MOST_MEGABYTES, PAGES = 60, 1_000, 300
MEASURED = """
import re, resource, sys
from pathlib import Path
from yzgeo.documents import document
from yzgeo.documents.clauses import clauses
rows = clauses(document.read([sys.argv[1]]).blocks)
used = resource.getrusage(resource.RUSAGE_SELF)
most = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())  # ru_maxrss counts the parent before exec
print(len(rows), used.ru_utime + used.ru_stime, int(most[1]) / 1024)
"""


@pytest.mark.slow
def test_three_hundred_pages_take_less_than_a_minute_and_a_gigabyte(folder: Path) -> None:
    if not (folder / "plan.pdf").exists():
        plan_documents.write_pdf(folder / "plan.pdf")
    source, long = pypdfium2.PdfDocument(folder / "plan.pdf"), pypdfium2.PdfDocument.new()
    while len(long) < PAGES:
        long.import_pages(source)
    long.save(folder / "long.pdf")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(folder / "long.pdf")], capture_output=True, encoding="utf-8", check=True
    )
    clauses_read, seconds, megabytes = map(float, done.stdout.split())
    assert clauses_read > PAGES
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
