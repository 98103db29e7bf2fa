"""Scanned pages are read where the engine is installed, and told where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageDraw

from yzgeo.core.errors import InputError
from yzgeo.documents import document, reading, recognition, words
from yzgeo.documents.block import Block
from yzgeo.documents.clauses import clauses, of_blocks, of_clauses

DOTS = 200 / 72
"""The picture has so many dots a point, as the engine is given."""
RUNS = (
    ("面积5平方公里。", 0.97, (100, 100, 420, 140)),
    ("片区", 0.99, (120, 310, 200, 345)),
    ("面积", 0.99, (420, 310, 500, 345)),
    ("甲区", 0.98, (120, 410, 200, 445)),
    ("16.88", 0.61, (420, 410, 520, 445)),
)


class Found(NamedTuple):
    """What the engine returns: boxes of four corners, texts, scores."""

    boxes: list[list[tuple[int, int]]]
    txts: list[str]
    scores: list[float]


def stand_in(_picture: object) -> Found:
    boxes = [[(x0, y0), (x1, y0), (x1, y1), (x0, y1)] for _, _, (x0, y0, x1, y1) in RUNS]
    return Found(boxes, [text for text, _, _ in RUNS], [score for _, score, _ in RUNS])


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    picture = Image.new("RGB", (1654, 2339), "white")
    draw = ImageDraw.Draw(picture)
    for y in (300, 400, 500):
        draw.line((100, y, 700, y), fill="black", width=3)
    for x in (100, 400, 700):
        draw.line((x, 300, x, 500), fill="black", width=3)
    picture.save(tmp_path / "scan.pdf", resolution=200)
    return tmp_path / "scan.pdf"


def test_a_scan_is_read_with_its_scores_and_its_table(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_there", lambda: True)
    monkeypatch.setattr(recognition, "_engine", lambda: stand_in)
    blocks = document.read([scan]).blocks
    assert [block.cells or block.text for block in blocks] == ["面积5平方公里。", ("片区", "面积"), ("甲区", "16.88")]
    frame = clauses(blocks)
    assert of_blocks(blocks) == of_clauses(frame)
    assert list(frame["score"]) == [0.97, 0.61, 0.61]


def test_nothing_that_was_recognised_is_taken_unasked() -> None:
    texts = ["一、布局", "城东产业集聚区。整合东山镇，规划面积5平方公里。", "主导产业：新材料、电子信息。"]
    blocks = [Block("paragraph", text) for text in texts]
    recognised = [block._replace(score=0.99) for block in blocks]
    tables = words.load()
    assert len(reading.read(clauses(blocks), tables).taken)
    read = reading.read(clauses(recognised), tables)
    assert len(read.taken) == 0
    assert set(read.asked["how"]) == {"ocr"}


def test_a_scan_is_refused_with_the_remedy_where_no_engine_is(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_there", lambda: False)
    with pytest.raises(InputError, match=r"yzgeo\[ocr\]"):
        document.read([scan])
