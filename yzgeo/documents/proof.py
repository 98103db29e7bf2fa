"""The proof of every value: it stands in its quote, and the quote in the document, or it is not taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from yzgeo.documents import directions, number_words
from yzgeo.documents import words as word_tables
from yzgeo.documents.block import ASIDES
from yzgeo.documents.numbers import CHINESE, number, quantities, times, with_digits
from yzgeo.documents.words import Words

HEAD, CODE = "head", "code"
"""Marks of a candidate whose value stands in the head, title or unit of its table, and of one that is made of names
and places: which zone, which list, the how-manyeth."""
CODED = {"listed_in": {"text", "table", "prose"}, "stated_in": {"title", "content"}, "measure": {"年产能力"}}
MADE = {"zone", "listed_in", "seq", "scope", "of", "change", "stated_in", "measure", "parent"}
"""Columns whose values the reader makes of names and places."""
READ_AS = (
    ("lists", "list"),
    ("works", "works"),
    ("areas", "kind"),
    ("structure", "kind"),
    ("units", "unit"),
)
"""Tables that say what a word is read as, and the column that has it."""
NUMBERS = rf"-?[0-9][0-9,]*(?:\.[0-9]+)?|{CHINESE}(?!分之)"


def check(candidates: pd.DataFrame, clauses: pd.DataFrame, words: Words) -> pd.Series:
    """Why each candidate is not proved, blank for those that are.

    >>> from yzgeo.documents.candidate import Candidate, frame
    >>> clauses = pd.DataFrame({"clause": ["一"], "kind": ["paragraph"], "text": ["面积5公顷。"], "header": [()],
    ...     "table_title": [""], "unit": [""]})
    >>> def area(value, start, end):
    ...     return Candidate("zones", "甲", "area", value, "area", "一", start, end, "面积5公顷。", "prose", "sure")
    >>> print(list(check(frame([area("5", 2, 3), area("6", 2, 3), area("5", 2, 99)]), clauses, word_tables.load())))
    ['', 'value', 'place']
    """
    rows = {row["clause"]: row for _, row in clauses.iterrows()}
    whole = compact("\n".join(clauses.loc[~clauses["kind"].isin(ASIDES), "text"]))
    return pd.Series(
        [_reason(candidate, rows, whole, words) for candidate in candidates.to_dict("records")],
        index=candidates.index,
        dtype="object",
    )


@lru_cache(maxsize=64)  # the candidates of one clause follow each other
def compact(text: str) -> str:
    """A text as it is compared: widths and blanks are of the print, not of the words.

    >>> print(compact("面积 １６．８８ ％"))
    面积16.88%
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _reason(candidate: dict[str, object], rows: dict[str, pd.Series], whole: str, words: Words) -> str:
    row = rows.get(str(candidate["clause"]))
    if row is None or row["kind"] in ASIDES:
        return "clause"
    text, value = str(row["text"]), str(candidate["value"])
    start, end = int(str(candidate["start"])), int(str(candidate["end"]))
    if not 0 <= start <= end <= len(text):
        return "place"
    if not value.strip():
        return "value"
    if start == end:  # said by the head, title or unit of its table
        over = compact(" ".join((*row["header"], str(row["table_title"]), str(row["unit"]))))
        return "" if _says(over, value, over, words) else "value"
    quote = compact(str(candidate["quote"]))
    if not quote or quote not in compact(text):
        return "quote"
    if str(candidate["column"]) in MADE and candidate["table"] != "projects":
        return "" if _is_code(str(candidate["column"]), value, whole) else "value"
    part = compact(text[start:end])
    if not part or (part not in quote and quote not in part):
        return "place"
    return "" if _says(part, value, quote, words) else "value"


def _is_code(column: str, value: str, whole: str) -> bool:
    """Whether a value that is made by the reader is made of what stands in the document."""
    if column in CODED:
        return value in CODED[column]
    if column == "seq":
        return value.isdigit()
    names = value.split(":", 1)[-1].split("/")
    return (column == "scope" and value.startswith("project:")) or all(compact(name) in whole for name in names)


def _says(part: str, value: str, quote: str, words: Words) -> bool:
    """Whether characters say a value: the same ones, a number or a time that is read so, or a word with that meaning."""
    plain = compact(value)
    if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", plain):
        return any(plain in {found, found.lstrip("-")} for found in _numbers(part, words))
    if plain in part:
        return True
    if plain in directions.TURNED:
        return plain in directions.stated(part, words)
    if "、" in value and all(compact(word) in part for word in value.split("、")):
        return True
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", plain):
        stated = [str(int(piece)) for piece in plain.split("-")]
        return [_digits(piece) for piece in re.split("[年月日]", part) if piece] == stated
    if re.fullmatch(r"[0-9]{4}-[0-9]{4}", plain):
        return _is_period(part, plain, words)
    return any(
        row[column] == value and compact(row[word_tables.WORD]) in part
        for table, column in READ_AS
        for row in words[table]
    ) or any(one.unit == value for one in quantities(f"1{part}", words) + quantities(part, words))


def _digits(piece: str) -> str:
    digits = {"〇": "0", "○": "0", "零": "0", **{word: str(at) for at, word in enumerate("一二三四五六七八九", 1)}}
    if re.fullmatch("[〇○零一二三四五六七八九]{4}", piece):
        return "".join(digits[one] for one in piece)
    return number(piece) or ""


def _is_period(part: str, plain: str, words: Words) -> bool:
    first, last = plain.split("-")
    named = any(row["from"] == first and row["to"] == last and row["word"] in part for row in words["periods"])
    return named or (first in with_digits(part) and last in with_digits(part))


def _numbers(part: str, words: Words) -> Iterator[str]:
    """The numbers that stand in a text, whole ones: 6 does not stand in 16."""
    for match in re.finditer(NUMBERS, part):
        found = number(match[0])
        if found is not None:
            yield found
    for spoken in number_words.find(part, words):
        yield from spoken.readings
    for one in quantities(part, words):
        yield from (one.value, one.upper)
    for time in times(part, words):
        yield from (time.year, time.year_from)
