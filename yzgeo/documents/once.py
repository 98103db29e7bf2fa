"""What several kinds of things need of one document, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

import pandas as pd

from yzgeo.documents.words import Words

Found = TypeVar("Found")


def once_per_document(of: Callable[[pd.DataFrame, Words], Found]) -> Callable[[pd.DataFrame, Words], Found]:
    """A function of clauses and words that keeps what it found for the same ones, until it is given others.

    >>> called = []
    >>> @once_per_document
    ... def count(clauses: pd.DataFrame, words: Words) -> int:
    ...     called.append(len(clauses))
    ...     return len(clauses)
    >>> frame = pd.DataFrame({"text": ["甲"]})
    >>> count(frame, words := {}), count(frame, words), called
    (1, 1, [1])
    """
    last: list[tuple[pd.DataFrame, Words, Found]] = []

    @wraps(of)
    def kept(clauses: pd.DataFrame, words: Words) -> Found:
        if not last or last[0][0] is not clauses or last[0][1] is not words:
            last[:] = [(clauses, words, of(clauses, words))]
        return last[0][2]

    return kept
