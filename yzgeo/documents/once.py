"""What several kinds of things need of one document, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")


def once_per_document(of: Callable[Given, Found]) -> Callable[Given, Found]:
    """A function of clauses, perhaps with words, that keeps what it found for the same ones, until it is given others.

    >>> import pandas as pd
    >>> called = []
    >>> @once_per_document
    ... def count(clauses: pd.DataFrame) -> int:
    ...     called.append(len(clauses))
    ...     return len(clauses)
    >>> frame = pd.DataFrame({"text": ["甲"]})
    >>> count(frame), count(frame), called
    (1, 1, [1])
    """
    last: list[tuple[tuple[object, ...], Found]] = []

    @wraps(of)
    def kept(*given: Given.args, **named: Given.kwargs) -> Found:
        if not last or len(last[0][0]) != len(given) or any(a is not b for a, b in zip(last[0][0], given, strict=True)):
            last[:] = [(given, of(*given, **named))]
        return last[0][1]

    return kept
