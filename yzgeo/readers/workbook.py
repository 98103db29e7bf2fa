"""Read the cells that exist in an Office Open XML workbook, Transitional or Strict, one part at a time.

Cost grows with the cells that hold a value, not with the sheet: a styled cell in the last row, a merged column or a
stated dimension cost nothing. Openpyxl makes every cell up to the last one, also when it streams, and calamine makes
a rectangle of them. Nothing outside the file is followed, and document types, which entities need, are refused.
"""

from __future__ import annotations

import contextlib
import datetime
import math
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from yzgeo.core.archives import refuse_swelling_part
from yzgeo.core.errors import InputError, unreadable
from yzgeo.core.i18n import Text

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The limits of a sheet."""
PART_BYTES = 2**21
"""A part is read in pieces of so many bytes."""
DATE_FORMATS = {*range(27, 37), *range(50, 59)}
"""Formats of dates that only Chinese, Japanese and Korean Excel define."""
PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+")
EXACT_DIGITS = 40
"""Longer numbers are read as floating point; no number of a parcel is longer."""
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
QUOTED = re.compile(r'"[^"]*"|\\.')
"""What a number format shows as it stands."""
DATE, PERCENT = "date", "percent"
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
SURROGATES = range(0xD800, 0xE000)

Cells = dict[int, dict[int, Any]]
Place = tuple[int, int]


class Area(NamedTuple):
    """A rectangle of merged cells, rows and columns from 1, and how the sheet writes it."""

    top: int
    left: int
    bottom: int
    right: int
    text: str


TRUE = ("1", "true")


class Sheet(NamedTuple):
    """The cells of a sheet.

    - `cells`: value by row and column, from 1: str, int, float, bool, datetime; rows without values are not there
    - `merged`: the merged areas
    - `uncomputed`: row and column of each formula without a value
    - `failed`: row and column of each formula whose value is an error, such as #REF!
    - `percents`: row and column of each number that is shown as a percentage: 0.05 for 5 %
    - `hidden`: rows that are not shown, by hand or by a filter
    """

    cells: Cells
    merged: list[Area]
    uncomputed: list[Place]
    failed: list[Place]
    percents: set[Place]
    hidden: set[int]


class Workbook:
    """An open workbook: the names of its sheets, and their cells when asked for.

    Raises
    ------
    InputError
        When it is damaged, encrypted, or unpacks to far more than a table can hold.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        with _refused(file):
            self._archive = zipfile.ZipFile(file)
            self._entries = {info.filename.lstrip("/").lower(): info for info in self._archive.infolist()}
            book = self._target_of("officeDocument", "", self._relations(""))
            if book is None:
                raise KeyError("xl/workbook.xml")
            relations = self._relations(book)
            by_id = {name: target for name, _, target in relations}
            self.visible: dict[str, bool] = {}
            self._parts: dict[str, str] = {}
            self._epoch = CALENDAR_WINDOWS_1900

            def start(tag: str, attributes: dict[str, str]) -> None:
                if tag == "sheet":
                    part = by_id.get(attributes.get("id", ""))
                    if part is not None and "chartsheet" not in part and part.lower() in self._entries:
                        self.visible[attributes["name"]] = attributes.get("state", "visible") == "visible"
                        self._parts[attributes["name"]] = part
                elif tag == "workbookPr" and attributes.get("date1904") in TRUE:
                    self._epoch = CALENDAR_MAC_1904

            self._parse(book, start)
            self._strings = self._shared_strings(self._target_of("sharedStrings", book, relations))
            self._styles = self._number_styles(self._target_of("styles", book, relations))

    def close(self) -> None:
        """Close the file."""
        self._archive.close()

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet."""
        with _refused(self._file):
            return self._cells(self._parts[name])

    def _target_of(self, kind: str, base: str, relations: list[tuple[str, str, str]]) -> str | None:
        return next((target for _, type_, target in relations if type_.rpartition("/")[2] == kind), None)

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        """Name, type and part of the relations of a part inside the file."""
        folder, name = posixpath.split(part)
        relations: list[tuple[str, str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes["Target"]
                inside = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                relations.append((attributes["Id"], attributes["Type"], inside))

        self._parse(posixpath.join(folder, "_rels", f"{name}.rels"), start)
        return relations

    def _shared_strings(self, part: str | None) -> list[str]:
        strings: list[str] = []
        if part is None or part.lower() not in self._entries:
            return strings
        texts: list[str] = []
        phonetic = 0

        def start(tag: str, _: dict[str, str]) -> None:
            nonlocal phonetic
            if tag == "si":
                texts.clear()
            phonetic += tag == "rPh"

        def end(tag: str, text: str) -> None:
            nonlocal phonetic
            if tag == "t" and not phonetic:
                texts.append(text)
            elif tag == "si":
                strings.append(_unescape("".join(texts)))
            phonetic -= tag == "rPh"

        self._parse(part, start, end)
        return strings

    def _number_styles(self, part: str | None) -> list[str]:
        """As what each cell style shows a number: DATE, PERCENT or neither."""
        styles: list[str] = []
        if part is None or part.lower() not in self._entries:
            return styles
        formats: dict[int, str] = {}
        in_cells = False

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal in_cells
            if tag == "numFmt":
                formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
            elif tag == "cellXfs":
                in_cells = True
            elif tag == "xf" and in_cells:
                number = int(attributes.get("numFmtId", "0"))
                code = formats.get(number, BUILTIN_FORMATS.get(number))
                if number in DATE_FORMATS if code is None else is_date_format(code):
                    styles.append(DATE)
                else:
                    styles.append(PERCENT if "%" in QUOTED.sub("", code or "") else "")

        def end(tag: str, _: str) -> None:
            nonlocal in_cells
            in_cells = in_cells and tag != "cellXfs"

        self._parse(part, start, end)
        return styles

    def _cells(self, part: str) -> Sheet:
        cells: Cells = {}
        merged: list[Area] = []
        uncomputed: list[Place] = []
        failed: list[Place] = []
        percents: set[Place] = set()
        hidden: set[int] = set()
        row = column = 0
        attributes: dict[str, str] = {}
        texts: list[str] = []
        value: str | None = None
        formula = False
        phonetic = 0

        def start(tag: str, given: dict[str, str]) -> None:
            nonlocal row, column, attributes, value, formula, phonetic
            if tag == "c":
                attributes, value, formula = given, None, False
                texts.clear()
                place = PLACE.fullmatch(given.get("r", ""))
                if place is None and "r" in given:
                    raise ValueError(f"cell {given['r'][:20]}")
                column = column + 1 if place is None else column_number(place[1])
            elif tag == "row":
                row, column = _whole(given.get("r", str(row + 1)), "row"), 0
                if given.get("hidden") in TRUE:
                    hidden.add(row)
            elif tag == "f":
                formula = True
            elif tag == "mergeCell":
                merged.append(_area(given["ref"]))
            phonetic += tag == "rPh"

        def end(tag: str, text: str) -> None:
            nonlocal value, phonetic
            if tag == "v":
                value = text
            elif tag == "t" and not phonetic:
                texts.append(text)
            elif tag == "c":
                if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
                    raise ValueError(f"row {row}, column {column}")
                content = self._value(attributes, value, texts)
                if content is not None and content != "":
                    cells.setdefault(row, {})[column] = content
                    if attributes.get("t") == "e":
                        failed.append((row, column))
                    elif isinstance(content, int | float) and self._style(attributes) == PERCENT:
                        percents.add((row, column))
                elif formula and not value and not texts and attributes.get("t") != "str":
                    uncomputed.append((row, column))
            phonetic -= tag == "rPh"

        self._parse(part, start, end)
        return Sheet(dict(sorted(cells.items())), merged, uncomputed, failed, percents, hidden)

    def _value(self, attributes: dict[str, str], value: str | None, texts: list[str]) -> Any:
        kind = attributes.get("t", "n")
        if kind == "inlineStr":
            return _unescape("".join(texts))
        if value is None:
            return None
        if kind == "s":
            return self._strings[_whole(value, "string")]
        if kind == "b":
            return value.strip() in TRUE
        if kind == "d":
            with contextlib.suppress(ValueError):
                return datetime.datetime.fromisoformat(value.strip())
            return value
        if kind != "n":
            return _unescape(value)
        number = _number(value.strip())
        if isinstance(number, int | float) and self._style(attributes) == DATE:
            with contextlib.suppress(ValueError, OverflowError):  # a number that is no day stays one
                return from_excel(number, self._epoch)
        return number

    def _style(self, attributes: dict[str, str]) -> str:
        """As what the style of a cell shows a number."""
        style = attributes.get("s", "0")
        known = style.isascii() and style.isdigit() and int(style) < len(self._styles)
        return self._styles[int(style)] if known else ""

    def _parse(
        self, part: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str, str], None] | None = None
    ) -> None:
        """Call `start` with name and attributes of each element, `end` with name and text; names without namespace."""
        info = self._entries[part.lower()]
        refuse_swelling_part(self._file, info)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        text: list[str] = []

        def start_element(name: str, attributes: dict[str, str]) -> None:
            text.clear()
            start(name.rpartition(" ")[2], {key.rpartition(" ")[2]: cell for key, cell in attributes.items()})

        def end_element(name: str) -> None:
            if end is not None:
                end(name.rpartition(" ")[2], "".join(text))
            text.clear()

        def doctype(*_: Any) -> None:
            raise ValueError("DOCTYPE")

        parser.StartElementHandler = start_element
        parser.EndElementHandler = end_element
        parser.CharacterDataHandler = text.append
        parser.StartDoctypeDeclHandler = doctype
        with self._archive.open(info) as stream:
            while piece := stream.read(PART_BYTES):
                parser.Parse(piece, False)
        parser.Parse(b"", True)


def refuse_uncomputed(file: Path, sheet: Sheet) -> None:
    """Refuse a sheet with a formula that no program has computed: its value is not known."""
    if sheet.uncomputed:
        row, column = sheet.uncomputed[0]
        raise InputError(
            Text("公式没有算出的值", "this formula has never been computed"),
            Text("在 Excel 或 WPS 中打开、保存一次", "open the file in Excel or WPS and save it once"),
            file=str(file), row=row, column=column_letters(column),
        )  # fmt: skip


def column_number(letters: str) -> int:
    """The number of a column, from 1.

    >>> print(column_number("A"), column_number("XFD"))
    1 16384
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """The letters of a column.

    >>> print(column_letters(1), column_letters(16384))
    A XFD
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _whole(text: str, what: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < EXACT_DIGITS):
        raise ValueError(f"{what} {text[:20]}")
    return int(text)


def _area(text: str) -> Area:
    corners = [PLACE.fullmatch(corner) for corner in text.split(":")]
    first, last = corners[0], corners[-1]
    if first is None or last is None:
        raise ValueError(f"merged {text[:20]}")
    return Area(int(first[2]), column_number(first[1]), int(last[2]), column_number(last[1]), text)


def _number(text: str) -> int | float | str | None:
    """A number of a cell; what is none, or too large for one, stays text and is refused where a number is needed."""
    if not text:
        return None
    if PLAIN_NUMBER.fullmatch(text) and len(text) <= EXACT_DIGITS:
        return int(text)
    try:
        number = float(text) if text.isascii() else math.inf
    except ValueError:
        return text
    return number if math.isfinite(number) else text


def _unescape(text: str) -> str:
    """Text with the characters that XML cannot hold, as Excel escapes them."""
    if "_x" not in text:
        return text

    def character(found: re.Match[str]) -> str:
        code = int(found[1], 16)
        return found[0] if code in SURROGATES else chr(code)

    return ESCAPED.sub(character, text)


@contextmanager
def _refused(file: Path) -> Iterator[None]:
    """Turn what a damaged or foreign archive throws into a refusal."""
    try:
        yield
    except (
        zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, LookupError, ValueError, OverflowError,
        NotImplementedError, RuntimeError,
    ) as error:  # fmt: skip
        raise unreadable(file, error) from error
