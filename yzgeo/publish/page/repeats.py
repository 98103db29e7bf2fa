"""Data of the page in which what occurs repeatedly is written once: labels, heads and rows are the same for many subjects."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

LEAST = 24
"""Characters of JSON from which a repetition is worth a reference."""
MARK = "="


def folded(data: object) -> dict[str, Any]:
    """JSON-able data as `parts`, each object or list that occurs more than once, and `data`, which refers to them.

    A reference is an object with nothing but the place of a part under `mark`, which no object of the data looks like.
    A part refers to earlier ones only. `src/repeats.js` puts the data together again.

    >>> print(folded([{"zh": "片区", "en": "zone of the plan"}, {"zh": "片区", "en": "zone of the plan"}])["data"])
    [{'=': 0}, {'=': 0}]
    """
    counts: Counter[str] = Counter()
    marks: set[str] = set()
    _count(data, counts, marks)
    mark = MARK
    while mark in marks:
        mark += MARK
    parts: list[object] = []
    places: dict[str, int] = {}
    whole = _fold(data, counts, places, parts, mark)
    return {"mark": mark, "parts": parts, "data": whole}


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _inner(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list) else []


def _count(value: object, counts: Counter[str], marks: set[str]) -> None:
    """How often each object and list occurs; what is in a repeated one counts once, since it will be written once."""
    if isinstance(value, dict) and len(value) == 1:
        marks.update(value)
    if isinstance(value, dict | list):
        text = _written(value)
        counts[text] += 1
        if counts[text] > 1 and len(text) >= LEAST:
            return
    for one in _inner(value):
        _count(one, counts, marks)


def _fold(value: object, counts: Counter[str], places: dict[str, int], parts: list[object], mark: str) -> object:
    if not isinstance(value, dict | list):
        return value
    text = _written(value)
    is_repeated = counts[text] > 1 and len(text) >= LEAST
    if is_repeated and text in places:
        return {mark: places[text]}
    inner: object
    if isinstance(value, dict):
        inner = {key: _fold(one, counts, places, parts, mark) for key, one in value.items()}
    else:
        inner = [_fold(one, counts, places, parts, mark) for one in value]
    if not is_repeated:
        return inner
    places[text] = len(parts)
    parts.append(inner)
    return {mark: places[text]}
