"""The plan of 鄞州 gives the clauses of its clauses.csv, whatever it is read from."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

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
