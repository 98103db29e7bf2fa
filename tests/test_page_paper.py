"""The page on paper, as the browser prints it without asking: what is on its sheets, and that nothing is lost or hidden."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def paper(visit: Any, page_file: Path, tmp_path: Path) -> Any:
    """An address to the document that the browser prints of it."""

    def printed(address: str, **context: Any) -> pypdfium2.PdfDocument:
        page = visit(page_file, address, **context).page
        page.wait_for_timeout(300)  # what was painted must be on the screen before the print begins
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
        assert page.locator("#yz-map canvas:visible").count() > 0 or "compare" in address
        return pypdfium2.PdfDocument(tmp_path / "page.pdf")

    return printed


def _words(sheet: pypdfium2.PdfPage) -> str:
    return re.sub(r"\s+", "", sheet.get_textpage().get_text_bounded())


@pytest.mark.parametrize("address", ["#view=projects", "#view=industries", "#view=land", "#zone=dongwu"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_on_paper(paper: Any, address: str, scheme: str) -> None:
    picture = paper(address, color_scheme=scheme)[0].render(scale=0.5).to_numpy()
    height, width = picture.shape[:2]
    land = picture[height // 4 : height * 3 // 4, width // 6 : width * 3 // 5, :3].reshape(-1, 3)
    assert (land > 250).all(axis=1).mean() < 0.2, "paper where land should be"
    assert len(np.unique(land // 8, axis=0)) > 20, "one colour"


def test_every_row_is_on_paper_and_the_sum_after_the_last(paper: Any) -> None:
    sheets = [_words(sheet) for sheet in paper("#view=projects")]
    assert "不合计" not in sheets[0]
    assert "指标" not in sheets[0]
    clauses = re.findall(r"附件[23]·\d+", "".join(sheets[1:]))
    assert len(clauses) == len(set(clauses)) == 43
    assert [number for number, sheet in enumerate(sheets) if "43项合计" in sheet] == [len(sheets) - 1]
    assert sheets[-1].index("43项合计") > sheets[-1].index(clauses[-1])


def test_zones_side_by_side_are_whole_on_paper(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=compare&zones=mingzhou,yinzhou,panhuo,longxi").page
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    cut, screen_only, title = page.evaluate(
        """() => {
          const edge = document.querySelector("#yz-app").getBoundingClientRect().right + 1;
          const width = (one) => one.getBoundingClientRect().width;
          const all = (parts) => [...document.querySelectorAll(parts)];
          return [
            all("#yz-compare thead th, #yz-compare tbody td").filter((one) => one.getBoundingClientRect().right > edge).length,
            all("#yz-compare .remove, #yz-compare .add").filter(width).length,
            width(document.querySelector("#yz-title")),
          ];
        }"""
    )
    assert cut == 0
    assert screen_only == 0
    assert title > 200


@pytest.mark.parametrize("paper_size", [None, "A4"])
def test_a_fact_has_room_for_its_words(visit: Any, page_file: Path, paper_size: str | None) -> None:
    page = visit(page_file, "#zone=mingzhou").page
    if paper_size:
        page.evaluate("paper => window.yzgeo.page.print.prepare(paper)", paper_size)
    narrow = page.evaluate(
        """() => [...document.querySelectorAll("#yz-panel .fact:not(.measure) .value")].filter((value) => {
          const size = parseFloat(getComputedStyle(value).fontSize);
          return value.textContent.length > 6 && value.getBoundingClientRect().width < 6 * size;
        }).map((value) => value.textContent)"""
    )
    assert narrow == []
