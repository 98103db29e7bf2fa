"""What stands on a page of a PDF: characters with their boxes, ruled lines and grounds, the page turned upright.

Coordinates are in points, from the upper left corner, y downwards.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

THIN = 2.6
"""Points; a filled shape so thin is a line."""
WHITE = 250
"""Of 255 in each colour."""
MOST_OBJECTS = 30_000
"""A page of more shapes is a map, whose lines rule no table."""
MOST_SEGMENTS = 2_000
RENDER_INVISIBLE = (3, 7)
UPRIGHT = math.radians(10)
SMALLEST = 2.0
LARGE_PICTURE = 0.5
"""Share of the page."""
SPECIAL = {0x2: "-", 0xAD: "", 0xFFFE: "-", 0x0: ""}

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Char(NamedTuple):
    """A character: its box, the baseline `y`, its size, and whether no reader of the page sees it or it is turned."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    y: float
    size: float
    unseen: bool
    turned: bool
    score: float | None = None
    """Of character recognition."""
    artifact: bool = False
    """Marked by the file as no part of its text, as page heads and numbers are."""


class Line(NamedTuple):
    """A ruled line, horizontal where `y0` is `y1`."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(NamedTuple):
    """A page: its size, its characters in the order of the file, its ruled lines, and what covers it.

    - `picture`: share of the page that the largest picture covers
    - `recognised`: the text is an unseen layer over a picture, as character recognition makes it
    - `unmapped`: share of characters without a code
    """

    width: float
    height: float
    chars: list[Char]
    lines: list[Line]
    picture: float
    recognised: bool
    unmapped: float


class _Shapes(NamedTuple):
    lines: list[Line]
    grounds: list[tuple[float, float, float, float]]
    """Boxes that are filled in a colour that is not white."""
    pictures: list[tuple[float, float, float, float]]


def read(page: Any) -> Page:
    """Read a page of pypdfium2."""
    left, bottom, right, top = page.get_mediabox()
    crop = page.get_cropbox()
    shapes = _Shapes([], [], [])
    for number, (item, matrix) in enumerate(_objects(page.raw, IDENTITY, 0)):
        if number > MOST_OBJECTS:
            shapes.lines.clear()
            break
        _add_shape(shapes, item, matrix)
    text_page = page.get_textpage()
    try:
        raw = list(_characters(text_page.raw, shapes, crop))
    finally:
        text_page.close()
    turn = _turn(raw)
    corners = [_turned(x, y, turn) for x, y in ((crop[0], crop[1]), (crop[2], crop[3]))]
    x_min, x_max = sorted(x for x, _ in corners)
    y_min, y_max = sorted(y for _, y in corners)
    chars = [_placed(*one, turn, x_min, y_max) for one in raw]
    lines = []
    for line in shapes.lines:
        (x0, y0), (x1, y1) = _turned(line.x0, line.y0, turn), _turned(line.x1, line.y1, turn)
        x0, x1 = sorted((x0 - x_min, x1 - x_min))
        y0, y1 = sorted((y_max - y0, y_max - y1))
        lines.append(Line(x0, y0, x1, y1))
    area = max((right - left) * (top - bottom), 1)
    picture = max(((box[2] - box[0]) * (box[3] - box[1]) / area for box in shapes.pictures), default=0.0)
    unseen = sum(char.unseen for char in chars)
    recognised = picture >= LARGE_PICTURE and unseen > len(chars) / 2
    if recognised:
        chars = [char._replace(unseen=False, score=0.0) for char in chars]  # it says nothing of its score
    if sum(char.artifact for char in chars) > len(chars) / 2:  # as a careless program marks all it writes
        chars = [char._replace(artifact=False) for char in chars]
    unmapped = sum(char.text == "\ufffd" or "\ue000" <= char.text <= "\uf8ff" for char in chars) / max(len(chars), 1)
    return Page(x_max - x_min, y_max - y_min, chars, lines, picture, recognised, unmapped)


def _objects(page: Any, matrix: Matrix, depth: int, form: Any = None) -> Iterator[tuple[Any, Matrix]]:
    """The objects of a page that are no text, those in forms as well, with the matrix of the form."""
    count = pdfium.FPDFPage_CountObjects(page) if form is None else pdfium.FPDFFormObj_CountObjects(form)
    for at in range(count):
        item = pdfium.FPDFPage_GetObject(page, at) if form is None else pdfium.FPDFFormObj_GetObject(form, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 8:
            yield from _objects(page, _times(_matrix(item), matrix), depth + 1, item)
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield item, matrix


def _matrix(item: Any) -> Matrix:
    given = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, given):
        return IDENTITY
    return (given.a, given.b, given.c, given.d, given.e, given.f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    k, m, n, p, q, r = other
    return (a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _add_shape(shapes: _Shapes, item: Any, matrix: Matrix) -> None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *edges):
        return
    x0, y0 = _apply(matrix, edges[0].value, edges[1].value)
    x1, y1 = _apply(matrix, edges[2].value, edges[3].value)
    x0, x1 = sorted((x0, x1))
    y0, y1 = sorted((y0, y1))
    if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
        shapes.pictures.append((x0, y0, x1, y1))
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    if _is_white(item, stroked=not fill.value):
        return
    if x1 - x0 <= THIN < y1 - y0:
        shapes.lines.append(Line((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))
    elif y1 - y0 <= THIN < x1 - x0:
        shapes.lines.append(Line(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
    elif fill.value and not stroke.value:
        shapes.grounds.append((x0, y0, x1, y1))
    elif stroke.value and pdfium.FPDFPath_CountSegments(item) <= MOST_SEGMENTS:
        shapes.lines.extend(_straight(item, _times(_matrix(item), matrix)))
        if fill.value:
            shapes.grounds.append((x0, y0, x1, y1))


def _is_white(item: Any, *, stroked: bool) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    get = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
    return bool(get(item, *parts)) and (all(part.value >= WHITE for part in parts[:3]) or not parts[3].value)


def _straight(item: Any, matrix: Matrix) -> Iterator[Line]:
    """The level and upright segments of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for at in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        ends = []
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            ends.append((last, point))
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            ends.append((point, first))
        for (x0, y0), (x1, y1) in ends:
            if abs(x0 - x1) < 1 < abs(y0 - y1) or abs(y0 - y1) < 1 < abs(x0 - x1):
                yield Line(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _characters(text_page: Any, shapes: _Shapes, crop: tuple[float, ...]) -> Iterator[tuple[Char, float, Point]]:
    """The characters with their angles, clockwise, and origins, in the coordinates of the file."""
    edges = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    looks: dict[int, tuple[bool, bool, bool]] = {}
    for at in range(pdfium.FPDFText_CountChars(text_page)):
        if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, at)
        text = _text_of(code)
        if not text or text in "\r\n":
            continue
        pdfium.FPDFText_GetCharBox(text_page, at, *edges)
        x0, x1, low, high = (edge.value for edge in edges)
        pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
        angle = pdfium.FPDFText_GetCharAngle(text_page, at)
        item = pdfium.FPDFText_GetTextObject(text_page, at)
        key = ctypes.cast(item, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _look(text_page, at, item)
        invisible, white, artifact = looks[key]
        size = _size(text_page, at)
        middle = ((x0 + x1) / 2, (low + high) / 2)
        outside = not (crop[0] - 1 <= middle[0] <= crop[2] + 1 and crop[1] - 1 <= middle[1] <= crop[3] + 1)
        on_white = white and not any(
            box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]
            for box in (*shapes.grounds, *shapes.pictures)
        )
        unseen = invisible or outside or on_white or 0 < size < SMALLEST
        char = Char(text, x0, x1, high, low, y.value, size, unseen, turned=False, artifact=artifact)
        yield char, angle, (x.value, y.value)


def _size(text_page: Any, at: int) -> float:
    """The size of a character as it is printed."""
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(text_page, at))
    if pdfium.FPDFText_GetMatrix(text_page, at, matrix):
        scale = math.hypot(matrix.c, matrix.d)
        return size * scale if scale else size
    return size


def _look(text_page: Any, at: int, item: Any) -> tuple[bool, bool, bool]:
    """Whether a text is drawn unseen, whether it is white, and whether it is marked as an artifact."""
    invisible = pdfium.FPDFTextObj_GetTextRenderMode(item) in RENDER_INVISIBLE
    parts = [ctypes.c_uint() for _ in range(4)]
    coloured = pdfium.FPDFText_GetFillColor(text_page, at, *parts)
    white = bool(coloured) and all(part.value >= WHITE for part in parts[:3])
    return invisible or (bool(coloured) and parts[3].value == 0), white, "Artifact" in _marks(item)


def _marks(item: Any) -> Iterator[str]:
    """The names of the marks on an object."""
    length = ctypes.c_ulong()
    for at in range(max(pdfium.FPDFPageObj_CountMarks(item), 0)):
        mark = pdfium.FPDFPageObj_GetMark(item, at)
        if pdfium.FPDFPageObjMark_GetName(mark, None, 0, length) and length.value:
            name = (ctypes.c_ushort * (length.value // 2 + 1))()
            pdfium.FPDFPageObjMark_GetName(mark, name, length.value, length)
            yield bytes(name)[: length.value].decode("utf-16-le", "replace").rstrip("\0")


def _text_of(code: int) -> str:
    """A character by its code; radicals and compatibility forms, which fonts give for characters, as those."""
    if code in SPECIAL:
        return SPECIAL[code]
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)


def _turn(chars: list[tuple[Char, float, Point]]) -> int:
    """The quarter turns of most characters, counter-clockwise."""
    turns = Counter(round(-angle / (math.pi / 2)) % 4 for char, angle, _ in chars if not char.text.isspace())
    return turns.most_common(1)[0][0] if turns else 0


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point turned so that text of so many quarter turns stands upright."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _placed(char: Char, angle: float, origin: Point, turn: int, x_min: float, y_max: float) -> Char:
    """A character in the coordinates of the upright page."""
    ends = [_turned(x, y, turn) for x, y in ((char.x0, char.bottom), (char.x1, char.top))]
    x0, x1 = sorted(x - x_min for x, _ in ends)
    top, bottom = sorted(y_max - y for _, y in ends)
    off = (-angle - turn * math.pi / 2 + math.pi) % (2 * math.pi) - math.pi
    y = y_max - _turned(*origin, turn)[1]
    return char._replace(x0=x0, x1=x1, top=top, bottom=bottom, y=y, turned=abs(off) > UPRIGHT)
