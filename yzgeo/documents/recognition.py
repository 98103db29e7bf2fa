"""Recognise the characters of a scanned page, where the optional engine is installed; its models are part of it.

Nothing is fetched: a page is read by the models inside the package, or it is not read.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
from collections.abc import Iterator
from typing import Any

from yzgeo.documents.pdf_page import Char, Line, Page

ENGINE = "rapidocr"
DOTS_PER_POINT = 200 / 72
LONGEST_SIDE = 3_500
"""Dots; a larger page is read at less dots a point."""
LEAST_RULE = 40
"""Dots of the shortest line that rules a table."""
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


def _rules(picture: Any, scale: float) -> Iterator[Line]:
    """The level and upright lines of a picture."""
    import cv2  # part of the engine

    dark = (picture.min(axis=2) < DARK).astype("uint8")
    for kernel in ((LEAST_RULE, 1), (1, LEAST_RULE)):
        opened = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, kernel))
        outlines, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            x, y, width, height = (one / scale for one in cv2.boundingRect(outline))
            if kernel[0] > 1 and height < width / 4:
                yield Line(x, y + height / 2, x + width, y + height / 2)
            elif kernel[1] > 1 and width < height / 4:
                yield Line(x + width / 2, y, x + width / 2, y + height)
