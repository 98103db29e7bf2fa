"""Columns of numbers and texts in few bytes, for scripts of a page to read.

Whole numbers are varints: seven bits a byte, the low ones first, the eighth bit saying that more follow. Signed ones
are zigzag numbers before that (0, -1, 1, -2, … become 0, 1, 2, 3, …).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

Integers = npt.NDArray[np.int64]

CODED, TEXTS, NUMBERED, SCALED, FLOATS = range(5)
"""The encodings of a column; its first varint is the number of one."""
DECIMALS = 6
EXACT_UP_TO = 2.0**51
"""Up to this, a whole number is exact in a float of the page's scripts, its zigzag number and one more included."""
NUMBER_IN_TEXT = re.compile(r"(.*?)([0-9]{1,15})([^0-9]*)", re.DOTALL)


def compress(content: bytes) -> bytes:
    """Gzip with neither time nor operating system in it: the same bytes each time, whatever Python writes them.

    >>> print(compress(b"land")[:10].hex(" "))
    1f 8b 08 00 00 00 00 00 02 ff
    """
    packed = gzip.compress(content, compresslevel=9, mtime=0)
    return packed[:9] + b"\xff" + packed[10:]  # until 3.12 the ninth byte, counted from 0, says Unix or another system


def varints(values: Integers) -> bytes:
    """Whole numbers from 0 on, each in as few bytes as it takes.

    >>> print(varints(np.array([1, 127, 128, 300])).hex(" "))
    01 7f 80 01 ac 02
    """
    rest = np.ascontiguousarray(values, dtype=np.int64).view(np.uint64)
    sizes = np.ones(len(rest), dtype=np.int64)
    for bits in range(7, 64, 7):
        longer = rest >= np.uint64(1 << bits)
        if not longer.any():
            break
        sizes += longer
    ends = np.cumsum(sizes)
    encoded = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    starts = ends - sizes
    for place in range(int(sizes.max(initial=0))):
        here = np.flatnonzero(sizes > place)
        seven = (rest[here] >> np.uint64(7 * place)) & np.uint64(0x7F)
        more = (sizes[here] > place + 1).astype(np.uint64) << np.uint64(7)
        encoded[starts[here] + place] = (seven | more).astype(np.uint8)
    return encoded.tobytes()


def zigzag(values: Integers) -> Integers:
    """Signed numbers as numbers from 0 on, small ones staying small.

    >>> print(zigzag(np.array([0, -1, 1, -2])).tolist())
    [0, 1, 2, 3]
    """
    return (values << 1) ^ (values >> 63)


def steps(values: Integers) -> bytes:
    """Numbers that lie near their neighbours: the first, then each difference.

    >>> print(steps(np.array([1000, 1001, 999])).hex(" "))
    d0 0f 02 03
    """
    return varints(zigzag(np.diff(values, prepend=0)))


def codes(places: Integers) -> bytes:
    """A column of places in a list that is kept elsewhere; 0 stands for nothing."""
    return bytes([CODED]) + varints(places)


def numbers(values: npt.NDArray[np.float64]) -> bytes:
    """A column of floats, NaN for nothing: as whole numbers of a decimal place if that says exactly the same.

    >>> print(numbers(np.array([12.5, np.nan, 0.25])).hex(" "))
    03 02 c5 13 00 33
    """
    present = values[~np.isnan(values)]
    largest = np.abs(present).max(initial=0)
    for decimals in range(DECIMALS + 1):
        scale = 10.0**decimals
        if largest >= EXACT_UP_TO / scale:
            break
        whole = np.round(present * scale)
        if (whole / scale == present).all():
            codes = np.zeros(len(values), dtype=np.int64)
            codes[~np.isnan(values)] = zigzag(whole.astype(np.int64)) + 1
            return bytes([SCALED, decimals]) + varints(codes)
    return bytes([FLOATS]) + values.astype("<f8").tobytes()


def texts(values: Sequence[str | None]) -> bytes:
    """A column of texts, None for nothing: as steps of a number inside where that is all they differ by.

    >>> print(len(texts(["330212GB00001", "330212GB00002", "330212GB00004"])), "bytes")
    24 bytes
    """
    if frame := _frame(values):
        before, _, digits = frame
        end = len(before) + digits
        numbers = np.array([int(value[len(before) : end]) for value in values if value is not None], dtype=np.int64)
        return bytes([NUMBERED]) + _json(frame) + steps(numbers)
    return bytes([TEXTS]) + _json(values)


def _frame(values: Sequence[str | None]) -> tuple[str, str, int] | None:
    """The text before and after the last number and its count of digits, if all values share these; else None."""
    first = NUMBER_IN_TEXT.fullmatch(values[0]) if values and values[0] is not None else None
    if first is None:
        return None
    before, number, after = first.groups()
    start, end, length = len(before), len(before) + len(number), len(first[0])
    alike = all(
        value is not None
        and len(value) == length
        and value[start:end].isdigit()
        and value.isascii()
        and value.startswith(before)
        and value.endswith(after)
        for value in values
    )
    return (before, after, len(number)) if alike else None


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return varints(np.array([len(text)])) + text


def dictionary(values: pd.Series, most: int) -> tuple[list[str], Integers] | None:
    """The few values that a column of texts has, sorted, and for each row the place of its own from 1 on.

    Nothing where it has more than `most` values.

    >>> print(dictionary(pd.Series(["b", None, "a", "b"]), most=2))
    (['a', 'b'], array([2, 0, 1, 2]))
    """
    places, distinct = pd.factorize(values, sort=True)
    return None if len(distinct) > most else ([str(value) for value in distinct], places.astype(np.int64) + 1)
