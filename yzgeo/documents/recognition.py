"""Recognise the characters of a scanned page, where the optional engine is installed; its models are part of it.

Nothing is fetched: a page is read by the models inside the package, or it is not read.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
from collections.abc import Iterator
from typing import Any

import numpy as np

from yzgeo.documents.pdf_page import Char, Line, Page

ENGINE = "rapidocr"
DOTS_PER_POINT = 200 / 72
LONGEST_SIDE = 3_500
"""Dots; a larger page is read at less dots a point."""
LEAST_RULE = 80
"""Dots of the shortest line that rules a table, longer than a stroke of a heading."""
THICKEST = 12
"""Dots; what is thicker is no line."""
DARK = 160
WIDTHS = {True: 0.55, False: 1.0}
"""Width of a character by whether it is of ASCII, in sizes."""
BASELINE = 0.85
"""Share of a line's height above its baseline."""
LETTER_SHARE = 0.9
"""Size of the letters by the height of their line."""


def is_there() -> bool:
    """Whether the engine is installed."""
    return importlib.util.find_spec(ENGINE) is not None and importlib.util.find_spec("onnxruntime") is not None


def read(page: Any, layout: Page) -> Page:
    """A scanned page of pypdfium2 with the characters and rules in its picture, each with the score of its run."""
    scale = min(DOTS_PER_POINT, LONGEST_SIDE / max(layout.width, layout.height, 1))
    bitmap = page.render(scale=scale)
    try:
        picture = bitmap.to_numpy().copy()
    finally:
        bitmap.close()
    found = _engine()(picture)
    chars = [
        char
        for box, text, score in zip(
            found.boxes if found.boxes is not None else (), found.txts or (), found.scores or (), strict=True
        )
        for char in _characters(box, text, float(score), scale)
    ]
    return layout._replace(chars=chars, lines=list(_rules(picture, scale)), unmapped=0.0)


@functools.cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # takes its time, and few documents are scans

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def _characters(box: Any, text: str, score: float, scale: float) -> Iterator[Char]:
    """The characters of a run, which share its box by their widths."""
    left, right = min(point[0] for point in box) / scale, max(point[0] for point in box) / scale
    top, bottom = min(point[1] for point in box) / scale, max(point[1] for point in box) / scale
    whole = sum(WIDTHS[one.isascii()] for one in text) or 1
    x = float(left)
    size = round(float(bottom - top) * LETTER_SHARE)
    y = float(top + BASELINE * (bottom - top))
    for one in text:
        end = x + float(right - left) * WIDTHS[one.isascii()] / whole
        yield Char(one, x, end, float(top), float(bottom), y, size, unseen=False, turned=False, score=score)
        x = end


def _rules(picture: np.ndarray, scale: float) -> Iterator[Line]:
    """The level and upright lines of a picture."""
    dark = picture.min(axis=2) < DARK
    for strip in _strips(dark):
        first, last, start, end = (one / scale for one in strip)
        yield Line(start, (first + last) / 2, end, (first + last) / 2)
    for strip in _strips(dark.T):
        first, last, start, end = (one / scale for one in strip)
        yield Line((first + last) / 2, start, (first + last) / 2, end)


def _strips(dark: np.ndarray) -> list[tuple[int, int, int, int]]:
    """Thin strips of dark dots along the rows: first and last row, first and last column."""
    padded = np.zeros((dark.shape[0], dark.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = dark
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    long = ends - starts >= LEAST_RULE
    strips: list[tuple[int, int, int, int]] = []
    open_strips: list[tuple[int, int, int, int]] = []
    for row, start, end in zip(rows[long].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True):
        done = [strip for strip in open_strips if strip[1] < row - 1]
        strips += done
        open_strips = [strip for strip in open_strips if strip not in done]
        above = [strip for strip in open_strips if strip[2] < end and start < strip[3]]
        whole = (row, row, start, end)
        for strip in above:
            whole = (min(whole[0], strip[0]), row, min(whole[2], strip[2]), max(whole[3], strip[3]))
        open_strips = [strip for strip in open_strips if strip not in above] + [whole]
    return [strip for strip in strips + open_strips if strip[1] - strip[0] <= THICKEST]
