"""Detect the encoding of a text file: UTF-8 or GB 18030 (which includes GBK)."""

from __future__ import annotations

import contextlib
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

GREEK = "\u0370"
"""The first letters after the Latin ones."""


BEYOND_TWO_BYTES = "\u0800"
"""Characters below it have two bytes in UTF-8; a Chinese one has three there, and two in GBK."""


def decode(file: Path) -> str:
    """Decode a file in UTF-8, with or without a BOM, or in GBK (GB 18030), as spreadsheets save it.

    A short GBK file can be valid UTF-8 too, and would then read as Cyrillic or Greek, which no Chinese plan is
    written in: such a file is decoded as GBK.
    """
    content = file.read_bytes()
    readings = {}
    for encoding in ("utf-8-sig", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            readings[encoding] = content.decode(encoding)
    if not readings:
        raise InputError(
            Text("编码既不是 UTF-8 也不是 GBK", "is neither UTF-8 nor GBK"),
            Text("另存为 CSV UTF-8", "save it as CSV UTF-8"),
            file=str(file),
        )
    if len(readings) == 1:
        return next(iter(readings.values()))
    return readings["gb18030" if foreign(readings["utf-8-sig"]) else "utf-8-sig"]


def foreign(text: str) -> bool:
    """Whether a text has Greek or Cyrillic letters and the like and nothing Chinese: GBK misread as UTF-8.

    >>> print(foreign("面积"), foreign("ҩ"), foreign("area"))
    False True False
    """
    letters = {character for character in text if not character.isascii()}
    return any(character >= GREEK for character in letters) and all(
        character < BEYOND_TWO_BYTES for character in letters
    )
