"""How deep geometry nests, counted before the bytes reach GEOS.

GEOS follows collections within collections on the stack of the process; deep ones overflow it, and the process ends
without a word.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from itertools import accumulate

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

DEEPEST = 32
"""Most geometries within geometries, as in GDAL."""
BRACKETS = re.compile(r"[()]")
BRACES = re.compile(r"[{}\[\]]")
HEAD = 9
"""Bytes of the head of a geometry of parts: byte order, type, number of parts."""
HEADS = re.compile(
    rb"(?=[\x04-\x10\xd4-\xe0\xec-\xf8\xbc-\xc8][\x00\x03\x07\x0b]\x00[\x00\x20\x40\x60\x80\xa0\xc0\xe0]"
    rb"|[\x00\x20\x40\x60\x80\xa0\xc0\xe0]\x00[\x00\x03\x07\x0b][\x04-\x10\xd4-\xe0\xec-\xf8\xbc-\xc8])"
)
"""Where the type code of a geometry of parts may stand: every one is seen, and other numbers now and then."""
OF_PARTS = frozenset({4, 5, 6, 7, 9, 10, 11, 12, 15, 16})
OF_RINGS = frozenset({3, 17})
OF_POINTS = frozenset({2, 8, 13})
"""Type codes by what follows the head: geometries, rings, points; a single point has no number in its head."""
POINT = 1
Z, M, SRID = 0x80000000, 0x40000000, 0x20000000
"""Flags of the type code in extended well-known binary."""


def refuse_deep_wkt(text: str) -> None:
    """Refuse well-known text that nests too deep.

    Raises
    ------
    InputError
        For such text; the caller adds where it stands.

    >>> refuse_deep_wkt("GEOMETRYCOLLECTION(" * 40)
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: the shape nests more than 32 deep. Remedy: dissolve the collections (QGIS: Multipart \
to singleparts) and export it again.
    """
    if text.count("(") > DEEPEST and _depth_of_text(text) > DEEPEST:
        raise _too_deep()


def refuse_deep_wkb(shapes: Iterable[object]) -> None:
    """Refuse well-known binary that nests too deep; what is no bytes passes.

    Raises
    ------
    InputError
        For the first such shape; `row` is its number, counted from 1.

    >>> deep = struct.pack("<BII", 1, 7, 1) * 40 + struct.pack("<BIdd", 1, 1, 0.0, 0.0)
    >>> refuse_deep_wkb([None, deep])
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: row 2: the shape nests more than 32 deep. Remedy: dissolve the collections (QGIS: \
Multipart to singleparts) and export it again.
    """
    for number, shape in enumerate(shapes, start=1):
        # So few bytes, or so few heads, cannot nest too deep; nearly all shapes end here.
        if not isinstance(shape, bytes) or len(shape) < HEAD * DEEPEST or len(HEADS.findall(shape)) <= DEEPEST:
            continue
        if _depth_of_binary(shape) > DEEPEST:
            raise _too_deep().at(row=number)


def refuse_deep_json(text: str) -> None:
    """Refuse JSON that nests too deep for a shape; brackets in its texts count, too.

    Raises
    ------
    InputError
        For such text; the caller adds where it stands.

    >>> refuse_deep_json('{"geometries": [' * 40)
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: the shape nests more than 32 deep. Remedy: dissolve the collections (QGIS: Multipart \
to singleparts) and export it again.
    """
    if max(accumulate(1 if brace in "{[" else -1 for brace in BRACES.findall(text)), default=0) > DEEPEST:
        raise _too_deep()


def _too_deep() -> InputError:
    return InputError(
        Text(f"图形嵌套超过 {DEEPEST} 层", f"the shape nests more than {DEEPEST} deep"),
        Text(
            "把集合拆成单个的面（QGIS 的“多部件转单部件”）后重新导出",
            "dissolve the collections (QGIS: Multipart to singleparts) and export it again",
        ),
    )


def _depth_of_text(text: str) -> int:
    return max(accumulate(1 if bracket == "(" else -1 for bracket in BRACKETS.findall(text)), default=0)


def _depth_of_binary(shape: bytes) -> int:
    """The depth, counted up to one more than `DEEPEST`, or to the first byte that makes no sense."""
    parts_left, at, deepest, order = [1], 0, 0, "<"
    while parts_left and len(parts_left) <= DEEPEST + 1:
        if not parts_left[-1]:
            parts_left.pop()
            continue
        parts_left[-1] -= 1
        deepest = max(deepest, len(parts_left))
        order = {b"\x00": ">", b"\x01": "<"}.get(shape[at : at + 1], order)  # GEOS, too, leaves it at any other byte
        try:
            (code,) = struct.unpack_from(f"{order}I", shape, at + 1)
            at += HEAD if code & SRID else HEAD - 4
            thousands, kind = divmod(code & ~(Z | M | SRID), 1000)
            values = 2 + bool(code & Z) + bool(code & M) + (thousands in (1, 3)) + (thousands in (2, 3))
            if kind == POINT:
                at += 8 * values
                continue
            (count,) = struct.unpack_from(f"{order}I", shape, at)
            at += 4
            if kind in OF_PARTS:
                parts_left.append(count)
            elif kind in OF_POINTS:
                at += 8 * values * count
            elif kind in OF_RINGS:
                for _ in range(count):
                    (points,) = struct.unpack_from(f"{order}I", shape, at)
                    at += 4 + 8 * values * points
            else:
                break
        except struct.error:  # the shape ends here
            break
    return deepest
