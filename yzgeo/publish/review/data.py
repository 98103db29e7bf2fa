"""What the page of the review reads: the document, what was read in it, and what is to be asked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core import formula_injection, labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.palette import ON_DARK, zone_colours
from yzgeo.documents import proof
from yzgeo.documents.questions import UNSETTLED
from yzgeo.plan import tables

QUESTION_COLUMNS = (
    "question_id", "kind", "question_zh", "why_zh", "question_en", "why_en", "options", "quote", "clause", "start",
    "end", "table", "key", "column", "answer", "value", "unit", "note", "time",
)  # fmt: skip
GIVEN = "given"
"""Column of the questions, where it is known: for each option the cells that it gives (`table`, `column`, `value`)."""
DOCUMENT = "document"
"""Column of a saved file: the title of the document and its key in brackets."""
OPTION = re.compile(r"\s*(?P<number>[1-9]\d*)\s*[.．、:：)）\t|｜]\s*(?P<rest>.*)")
PARTS = re.compile(r"\s*\t\s*|\s+[|｜]\s+|\s+—\s+")
"""What parts the value of an option from its evidence."""
KEY_PARTS = "|"
"""What parts a key of several columns."""
REFERENCE_END = re.compile(r"[“”\"：:，,]")


PARTICULARS = {
    "datapackage": Text("规划信息", "Particulars of the plan"),
    "datapackage.title": Text("名称", "title"),
    "datapackage.authority": Text("发文机关", "authority"),
    "datapackage.issued": Text("印发日期", "issued"),
    "datapackage.number": Text("文号", "number"),
    "datapackage.period": Text("规划期", "period"),
    "datapackage.district": Text("行政区", "district"),
}
"""What the particulars are called: they stand in `datapackage.json`, which has no table."""


class Document(NamedTuple):
    """What the page says of the document as a whole."""

    title: str
    files: tuple[str, ...]
    complete: bool | None = None
    """Whether the clauses hold every character of the document exactly once; None where nobody has looked."""
    apply_command: str = ""
    """What takes the saved file in, as the command that wrote the page says it."""


def review_data(
    document: Document,
    clauses: pd.DataFrame,
    candidates: pd.DataFrame,
    questions: pd.DataFrame,
    unread: pd.DataFrame,
    lang: Lang,
) -> dict[str, Any]:
    """Everything that the page's scripts read, as JSON-able values.

    Parameters
    ----------
    clauses
        In the order of the document: `clause` (unique), `text`, `kind`, and where known `heading`, `cells`, `header`,
        `table`, `table_title`, `page`.
    candidates
        A row per cell that was read: `table`, `key` (text or a tuple), `column`, `value`, `kind`, `clause`, `start`,
        `end` (characters of the clause's text), `quote`, `how`, `certainty`, and `taken` where it is not the sure ones
        that went into the tables. One whose quote does not stand in its clause is left out, and so are cells that are
        made of names and places (`proof.MADE`).
    questions
        The columns `QUESTION_COLUMNS`, and where it is known `given`.
    unread
        Words with numbers that went nowhere: `clause`, `start`, `end`.

    >>> import pandas as pd
    >>> clauses = pd.DataFrame([{"clause": "一", "kind": "paragraph", "text": "东片区，面积16平方公里。"}])
    >>> cell = {"table": "zones", "key": "东片区", "column": "area", "value": "16", "kind": "area", "clause": "一",
    ...         "start": 6, "end": 8, "quote": "16", "how": "label", "certainty": "sure"}
    >>> cells = pd.DataFrame([cell, {**cell, "quote": "17"}])
    >>> data = review_data(Document("某规划", ()), clauses, cells, pd.DataFrame(), pd.DataFrame(), "zh")
    >>> print(len(data["candidates"]), data["document"]["characters"])
    1 13
    """
    places = {str(clause): number for number, clause in enumerate(clauses["clause"])}
    texts = [_text(text) for text in clauses["text"]]
    cells = _candidates(candidates, places, texts, _heads(clauses))
    asked = _questions(questions, places, texts)
    _link(cells, asked)
    colours = _zones(cells)
    return {
        "lang": lang,
        "document": {
            "title": document.title,
            "files": list(document.files),
            "key": _digest("\x1f".join(texts)),
            "characters": sum(len(re.sub(r"\s", "", text)) for text in texts),
            "complete": document.complete,
            "command": document.apply_command,
        },
        "clauses": _clauses(clauses, texts),
        "candidates": cells,
        "questions": asked,
        "unread": _spans(unread, places, texts),
        "zones": [{"name": name, "light": colour, "dark": ON_DARK.get(colour, colour)} for name, colour in colours],
        "labels": _labels(),
        "values": {
            code: {"zh": words.zh, "en": words.en}
            for code in sorted({cell["value"] for cell in cells})
            if (words := labels.VALUES.get(code))
        },
        "columns": [*QUESTION_COLUMNS, DOCUMENT],
        "formula": formula_injection.START,
    }


def _labels() -> dict[str, dict[str, str]]:
    """What tables, and columns of a table, are called."""
    words: dict[str, dict[str, str]] = {}
    for table in tables.schema()["tables"]:
        words[table["name"]] = _titles(table)
        words |= {f"{table['name']}.{field['name']}": _titles(field) for field in table["schema"]["fields"]}
    words |= {name: {"zh": text.zh, "en": text.en} for name, text in PARTICULARS.items()}
    return words


def _titles(described: dict[str, Any]) -> dict[str, str]:
    name = described["name"]
    return {"zh": described.get("title", name), "en": described.get("title_en", name)}


def _clauses(clauses: pd.DataFrame, texts: list[str]) -> list[dict[str, Any]]:
    rows = []
    for row, text in zip(clauses.to_dict("records"), texts, strict=True):
        one: dict[str, Any] = {
            "clause": str(row["clause"]),
            "text": text,
            "kind": _text(row.get("kind")) or "paragraph",
        }
        one |= {name: _text(row[name]) for name in ("heading", "table_title", "unit", "label") if _text(row.get(name))}
        one |= {name: int(row[name]) for name in ("table", "page", "level") if _number(row.get(name)) is not None}
        one |= {name: _list(row[name]) for name in ("cells", "header") if _list(row.get(name))}
        rows.append(one)
    return rows


def _heads(clauses: pd.DataFrame) -> list[str]:
    """What stands over each clause: the head, the title and the unit of its table."""
    return [
        " ".join([*_list(row.get("header")), _text(row.get("table_title")), _text(row.get("unit"))])
        for row in clauses.to_dict("records")
    ]


def _candidates(
    frame: pd.DataFrame, places: dict[str, int], texts: list[str], heads: list[str]
) -> list[dict[str, Any]]:
    cells = {}
    for row in frame.to_dict("records"):
        at = places.get(_text(row.get("clause")))
        said = _text(row.get("quote"))
        quote = "" if at is None else _standing(said, texts[at]) or _standing(said, heads[at])
        if at is None or not quote or row["column"] in proof.MADE or not _text(row.get("value")):
            continue
        key = _list(row.get("key"))
        start = _text(row.get("start"))
        identity = "\x1f".join(
            [_text(row["table"]), *key, _text(row["column"]), _text(row["clause"]), start, _text(row["value"])]
        )
        names = ("table", "column", "value", "kind", "how", "certainty")
        cells[identity] = {
            "id": f"row-{_digest(identity)[:10]}",
            **{name: _text(row.get(name)) for name in names},
            "key": key,
            "quote": quote,
            "unsettled": _text(row.get("why")) in UNSETTLED,
            "taken": bool(row.get("taken", row["certainty"] == "sure")),
            **(_span(row, places, texts) or {"at": at, "start": 0, "end": 0}),
        }
    return sorted(cells.values(), key=lambda cell: (cell["at"], cell["start"]))


def _standing(quote: str, text: str) -> str:
    """A quote that stands in a text; where its blanks or widths differ, the text itself; blank where it does not stand.

    >>> print(_standing("面积 16", "面积16亩。"), _standing("面积17", "面积16亩。") == "")
    面积16亩。 True
    """
    if not quote or quote in text:
        return quote
    return text if proof.compact(quote) in proof.compact(text) else ""


def _questions(frame: pd.DataFrame, places: dict[str, int], texts: list[str]) -> list[dict[str, Any]]:
    rows = []
    for row in frame.to_dict("records"):
        cells = {name: _text(row.get(name)) for name in QUESTION_COLUMNS}
        span = _span(row, places, texts) or {"at": places.get(cells["clause"]), "start": None, "end": None}
        rows.append(
            {
                "id": cells["question_id"],
                "kind": cells["kind"],
                "question": _both(cells, "question"),
                "why": _both(cells, "why"),
                "options": _options(cells["options"], row.get(GIVEN), places),
                "row": cells,
                "likely": None,
                **span,
            }
        )
    return sorted(rows, key=lambda row: (row["at"] is None, row["at"], row["start"] or 0))


def _options(lines: str, given: Any, places: dict[str, int]) -> list[dict[str, Any]]:
    options = [_option(line, places) for line in lines.splitlines() if line.strip()]
    effects = given if isinstance(given, list) and len(given) == len(options) else [([], "")] * len(options)
    return [
        {**option, "cells": cells, "english": english or option["value"]}
        for option, (cells, english) in zip(options, effects, strict=True)
    ]


def _both(cells: dict[str, str], name: str) -> dict[str, str]:
    return {"zh": cells[f"{name}_zh"], "en": cells[f"{name}_en"] or cells[f"{name}_zh"]}


def _option(line: str, places: dict[str, int]) -> dict[str, Any]:
    """Number, value and evidence of one line of options; `at` is the place of the clause that the evidence names.

    >>> print(_option("2. 16.9 平方公里 | 表2 第1行：16.9", {"表2 第1行": 4}))
    {'number': '2', 'value': '16.9 平方公里', 'evidence': '表2 第1行：16.9', 'at': 4}
    """
    match = OPTION.fullmatch(line)
    number, rest = (match["number"], match["rest"]) if match else ("", line.strip())
    value, *evidence = PARTS.split(rest, maxsplit=1)
    said = evidence[0] if evidence else ""
    return {"number": number, "value": value, "evidence": said, "at": places.get(REFERENCE_END.split(said)[0].strip())}


def _link(cells: list[dict[str, Any]], questions: list[dict[str, Any]]) -> None:
    """Tell each cell that is not taken the question about it; a likely cell's value is its preselected option.

    None is preselected where the text has as much for another.
    """
    asked: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for one in questions:
        for key in one["row"]["key"].splitlines():
            asked.setdefault((one["row"]["table"], key), []).append(one)
    for cell in cells:
        unsettled = cell.pop("unsettled")
        about = asked.get((cell["table"], KEY_PARTS.join(cell["key"])), [])
        if cell.pop("taken") or not about:
            continue
        question = min(about, key=lambda one: _distance(one, cell))
        cell["question"] = question["id"]
        if cell["certainty"] == "sure":
            cell["certainty"] = "likely"  # it is sure itself, its row is not
        elif cell["certainty"] == "likely" and cell["column"] == question["row"]["column"]:
            same = [option["number"] for option in question["options"] if cell["value"] in option["value"]]
            question["likely"] = same[0] if len(same) == 1 and not unsettled else None


def _distance(question: dict[str, Any], cell: dict[str, Any]) -> tuple[bool, bool, bool]:
    """How far a question is from a cell: another clause, another column, other words."""
    family = question["row"]["column"].split("_")[0] != cell["column"].split("_")[0]
    return question["at"] != cell["at"], family, question["start"] != cell["start"]


def _zones(cells: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The zones named, in the order of the text, with their colours."""
    kinds: dict[str, object] = {}
    for cell in cells:
        if cell["table"] == "zones" and cell["key"]:
            kinds.setdefault(cell["key"][0], None)
            if cell["column"] == "kind":
                kinds[cell["key"][0]] = cell["value"]
    return list(zone_colours(kinds, kinds.values()).items())


def _spans(frame: pd.DataFrame, places: dict[str, int], texts: list[str]) -> list[dict[str, Any]]:
    spans = [_span(row, places, texts) for row in frame.to_dict("records")]
    return sorted(filter(None, spans), key=lambda span: (span["at"], span["start"]))


def _span(row: dict[str, Any], places: dict[str, int], texts: list[str]) -> dict[str, Any] | None:
    """Where words stand, in the units in which scripts count; None where there are none."""
    at = places.get(_text(row.get("clause")))
    start, end = _number(row.get("start")), _number(row.get("end"))
    if at is None or start is None or end is None or not 0 <= start < end <= len(texts[at]):
        return None
    return {"at": at, "start": _units(texts[at][:start]), "end": _units(texts[at][:end])}


def _units(text: str) -> int:
    """How long a text is for a script, which counts characters beyond the basic plane twice.

    >>> print(_units("𠮷野"))
    3
    """
    return len(text) + sum(character > "\uffff" for character in text)


def _text(value: Any) -> str:
    return "" if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)) else str(value)


def _number(value: Any) -> int | None:
    try:
        return None if value is None or pd.isna(value) or value == "" else int(value)
    except (TypeError, ValueError):
        return None


def _list(value: Any) -> list[str]:
    if isinstance(value, str):
        return value.split(KEY_PARTS) if value else []
    return [_text(one) for one in value] if isinstance(value, Iterable) else []


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
