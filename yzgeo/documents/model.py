"""What a model of the office's own proposes of a document: each with its quote, none of it sure.

The model runs on a server of the office with the interface of OpenAI (`POST …/chat/completions`), whose address the
user types; nothing else is asked, no proxy is used and no redirection followed. Its answers are strangers' text: what
is not proved by the document is dropped, what is proved becomes a question.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pandas as pd

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.documents import candidate, proof
from yzgeo.documents.candidate import Candidate
from yzgeo.documents.numbers import number
from yzgeo.documents.words import Words

LONGEST = 3000
"""Characters of the document that one request holds."""
SECONDS = 120.0
"""How long one answer may take."""
MOST_BYTES = 4 * 2**20
MOST_FAILURES = 2
"""Failures one after the other, after which the model is asked no more."""
MOST_ROWS = 200
"""Rows of one answer that are looked at."""
PROMPT = (
    "下面是一份规划的段落，每段前的方括号里是编号。只列出原文里写明的目标与现状数，不推算，不补充。"
    '只回 JSON：{"rows":[{"clause":编号,"kind":"target"或"figure","name":指标名称,"value":数字,'
    '"unit":单位,"year":年份或空,"quote":原句}]}。名称、数字、单位、年份、原句都照抄原文。'
)
COLUMNS = {
    "target": ("targets", {"name": "name", "value": "target", "unit": "unit", "year": "target_year"}),
    "figure": ("figures", {"name": "noun", "value": "value", "unit": "unit", "year": "year"}),
}
"""By the kind of a row its table, and the column of each of its cells."""


class Model(NamedTuple):
    """A model: the address of its server, such as http://127.0.0.1:8000/v1, and its name there."""

    address: str
    name: str


def model_at(address: str, name: str) -> Model:
    """A model at an address of the web.

    Raises
    ------
    InputError
        When the address is none of http or https.

    >>> print(model_at("http://127.0.0.1:8000/v1/", "qwen").address)
    http://127.0.0.1:8000/v1
    """
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query and not parts.fragment
        _ = parts.port
    except ValueError:
        usable = False
    if not usable or any(character.isspace() or ord(character) < ord(" ") for character in address):
        raise InputError(
            Text("不是 http 或 https 的地址", "is no address of http or https"),
            Text("写成 http://127.0.0.1:8000/v1", "write: http://127.0.0.1:8000/v1"),
            parameter=Parameter("model"),
        )
    return Model(address.rstrip("/"), name)


def propose(
    clauses: pd.DataFrame, known: pd.DataFrame, words: Words, model: Model, tell: Callable[[Text], None]
) -> pd.DataFrame:
    """Candidates that a model proposes, all of them guesses, each proved; those of a number that is known are left out.

    Parameters
    ----------
    clauses
        Of the document.
    known
        Candidates that the grammar found.
    tell
        Given each thing that went wrong, and how many proposals were kept; the work goes on.
    """
    taken = {
        clause: [(int(start), int(end)) for start, end in zip(group["start"], group["end"], strict=True) if end > start]
        for clause, group in known.groupby("clause")
    }
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))
    found: list[Candidate] = []
    dropped = failures = 0
    for part in _parts(clauses):
        try:
            rows = _answer(model, part)
        except (OSError, ValueError, http.client.HTTPException) as error:
            failures += 1
            tell(Text(f"模型没有可用的回答（{_said(error)}）", f"the model gave no usable answer ({_said(error)})"))
            if failures >= MOST_FAILURES:
                tell(Text("不再问模型，照常继续", "the model is asked no more; the work goes on without it"))
                break
            continue
        failures = 0
        for row in rows[:MOST_ROWS]:
            cells = _cells(row, texts)
            if not cells or (proof.check(candidate.frame(cells), clauses, words) != "").any():
                dropped += 1
            elif not any(
                start < cells[0].end and cells[0].start < end for start, end in taken.get(cells[0].clause, [])
            ):
                taken.setdefault(cells[0].clause, []).append((cells[0].start, cells[0].end))
                found += cells
    kept = len({(one.table, one.key) for one in found})
    tell(
        Text(
            f"模型提议 {kept} 个留作问题；{dropped} 个不见于原文，已丢弃",
            f"proposals of the model: kept as questions {kept}; dropped, as the text does not say them, {dropped}",
        )
    )
    return candidate.frame(found)


def _said(error: Exception) -> str:
    """What an error says, in one short line: a server's words are strangers' text."""
    words = " ".join(str(getattr(error, "reason", "") or error).split())
    return "".join(one for one in words if one.isprintable())[:80] or type(error).__name__


def _parts(clauses: pd.DataFrame) -> Iterator[str]:
    """The paragraphs of a document with their references, as much as a request holds."""
    listed = [
        f"[{clause}] {text}"[:LONGEST]
        for clause, text, kind in zip(clauses["clause"], clauses["text"], clauses["kind"], strict=True)
        if kind in {"paragraph", "note"} and any(one.isdigit() for one in text)
    ]
    length, place, places = 0, 0, []
    for text in listed:
        if length + len(text) > LONGEST and length:
            length, place = 0, place + 1
        length += len(text)
        places.append(place)
    for _, group in groupby(zip(places, listed, strict=True), key=lambda pair: pair[0]):
        yield "\n".join(text for _, text in group)


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    """Only the address that was typed is asked."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _answer(model: Model, part: str) -> list[Any]:
    """The rows that a model answers with."""
    body = {
        "model": model.name,
        "temperature": 0,
        "messages": [{"role": "system", "content": PROMPT}, {"role": "user", "content": part}],
    }
    request = urllib.request.Request(  # noqa: S310  the address is checked by `model_at`
        f"{model.address}/chat/completions",
        json.dumps(body, ensure_ascii=False).encode("utf-8"),
        {"Content-Type": "application/json; charset=utf-8"},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirection)
    with opener.open(request, timeout=SECONDS) as response:
        said = response.read(MOST_BYTES + 1)
    if len(said) > MOST_BYTES:
        raise ValueError("too long")
    try:
        content = json.loads(said)["choices"][0]["message"]["content"]
        rows = json.loads(content[content.index("{") : content.rindex("}") + 1])["rows"]
    except (KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not the JSON that was asked for") from error
    if not isinstance(rows, list):
        raise ValueError("not the JSON that was asked for")
    return rows


def _cells(row: Any, texts: dict[str, str]) -> list[Candidate]:
    """The cells of a row, the amount first; none where it lacks one or its words do not stand in the clause."""
    if not isinstance(row, dict) or row.get("kind") not in COLUMNS:
        return []
    said = {
        name: str(row[name]).strip()
        for name in ("clause", "name", "value", "unit", "year", "quote")
        if isinstance(row.get(name), str | int | float) and not isinstance(row.get(name), bool)
    }
    text, quote = texts.get(said.get("clause", ""), ""), said.get("quote", "")
    begin = text.find(quote) if quote else -1
    if begin < 0 or not all(said.get(name) for name in ("name", "value", "unit")):
        return []
    table, columns = COLUMNS[row["kind"]]
    spans = {name: _span(quote, said[name]) for name in columns if said.get(name)}
    if any(span is None for span in spans.values()) or number(said["value"]) is None:
        return []
    at = {name: begin + span[0] for name, span in spans.items() if span}
    key = f"{said['clause']}@{at['value']}"
    values = {**said, "value": number(said["value"]) or ""}
    return [
        Candidate(
            table,
            key,
            columns[name],
            values[name],
            row["kind"],
            said["clause"],
            at[name],
            at[name] + len(said[name]),
            quote,
            "outside",
            "guess",
            "model",
        )
        for name in ("value", "unit", "name", "year")
        if name in at
    ]


def _span(quote: str, words: str) -> tuple[int, int] | None:
    """Where words stand in a quote, a number whole: 6 does not stand in 16."""
    edges = "0123456789.,０１２３４５６７８９" if words[0].isdigit() else ""
    at = quote.find(words)
    while at >= 0:
        around = quote[max(0, at - 1) : at] + quote[at + len(words) : at + len(words) + 1]
        if not any(one in edges for one in around):
            return at, at + len(words)
        at = quote.find(words, at + 1)
    return None
