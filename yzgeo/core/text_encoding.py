"""Detect the encoding of a text file: UTF-8, GB 18030 (which includes GBK) or UTF-16."""

from __future__ import annotations

import codecs
import contextlib
from pathlib import Path
from typing import NamedTuple

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

GREEK = "\u0370"
"""The first letters after the Latin ones."""


BEYOND_TWO_BYTES = "\u0800"
"""Characters below it have two bytes in UTF-8; a Chinese one has three there, and two in GBK."""


WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks of the encodings that Windows programs call "Unicode"; the longer ones first."""
SAMPLE_BYTES = 400
LEAST_SHARE_OF_ZEROS = 0.1
"""Share of zero bytes in UTF-16 text that is partly ASCII; no text in UTF-8 or GBK has any."""


class Decoded(NamedTuple):
    """The text of a file and its encoding: `UTF-8`, `GBK`, `UTF-16` or `UTF-32`."""

    text: str
    encoding: str


def decode(file: Path) -> str:
    """The text of a file in UTF-8, GBK or UTF-16; see `decode_file`."""
    return decode_file(file).text


def decode_file(file: Path) -> Decoded:
    """Decode a file in UTF-8, with or without a BOM, in GBK (GB 18030), as spreadsheets save it, or in UTF-16.

    A short GBK file can be valid UTF-8 too, and would then read as Cyrillic or Greek, which no Chinese plan is
    written in: such a file is decoded as GBK.

    Raises
    ------
    InputError
        When it is in none of them.
    """
    content = file.read_bytes()
    wide = _wide(content)
    if wide is not None:
        with contextlib.suppress(UnicodeDecodeError):
            return Decoded(content.decode(wide).removeprefix("\ufeff"), "-".join(wide.upper().split("-")[:2]))
    readings = {}
    for encoding in () if wide else ("utf-8-sig", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            readings[encoding] = content.decode(encoding)
    if not readings:
        raise InputError(
            Text("编码既不是 UTF-8 也不是 GBK、UTF-16", "is neither UTF-8 nor GBK nor UTF-16"),
            Text("用记事本等另存为 UTF-8", "save it as UTF-8 in a text editor"),
            file=str(file),
        )
    chosen = "gb18030" if foreign(readings.get("utf-8-sig", "")) else "utf-8-sig"
    chosen = chosen if chosen in readings else next(iter(readings))
    return Decoded(readings[chosen], "GBK" if chosen == "gb18030" else "UTF-8")


def _wide(content: bytes) -> str | None:
    """The encoding of two or four bytes a character: by its mark, or by the zero bytes of ASCII signs on one side."""
    for mark, encoding in WIDE_MARKS.items():
        if content.startswith(mark):
            return encoding
    zeros = [content[side:SAMPLE_BYTES:2].count(0) for side in (0, 1)]
    if max(zeros) < LEAST_SHARE_OF_ZEROS * len(content[:SAMPLE_BYTES]):
        return None  # some Chinese characters, like 一, end in a zero byte: a few stand on the other side
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def foreign(text: str) -> bool:
    """Whether a text has Greek or Cyrillic letters and the like and nothing Chinese: GBK misread as UTF-8.

    >>> print(foreign("面积"), foreign("ҩ"), foreign("area"))
    False True False
    """
    letters = {character for character in text if not character.isascii()}
    return any(character >= GREEK for character in letters) and all(
        character < BEYOND_TWO_BYTES for character in letters
    )
