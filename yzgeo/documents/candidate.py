"""A candidate: one cell that a document may give a plan's table, with the place that proves it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import pandas as pd

Certainty = Literal["sure", "likely", "guess"]
How = Literal["label", "table_cell", "prose", "pattern", "ocr", "outside"]


class Candidate(NamedTuple):
    """One cell of a table of the plan folder.

    - `table`, `key`, `column`: where it would go; cells of one row have the same key
    - `value`: as it would stand in the table
    - `kind`: what it says: zone, area, composition, industry, park, project, target, figure, cluster, particulars
    - `clause`, `start`, `end`: the characters of the clause's text that say it
    - `quote`: the words around them, as they stand
    - `how`: label, table_cell, prose, pattern, ocr or outside
    - `certainty`: sure, likely or guess
    - `why`: why it is not sure, as a key of `questions`; blank where it is
    """

    table: str
    key: str
    column: str
    value: str
    kind: str
    clause: str
    start: int
    end: int
    quote: str
    how: How
    certainty: Certainty
    why: str = ""


def frame(candidates: Iterable[Candidate]) -> pd.DataFrame:
    """Candidates as a table, a row each, in their order.

    >>> print(list(frame([]))[:4], len(frame([])))
    ['table', 'key', 'column', 'value'] 0
    """
    return pd.DataFrame(list(candidates), columns=list(Candidate._fields))


def sentence(text: str, start: int, end: int) -> str:
    """The sentence of a text around some of its characters, as it stands.

    >>> print(sentence("甲区大。乙区小，丙区中。", 4, 5))
    乙区小，丙区中。
    """
    ends = "。；！？\n"
    first = max((text.rfind(mark, 0, start) for mark in ends), default=-1) + 1
    lasts = [found for mark in ends if (found := text.find(mark, max(end - 1, start))) >= 0]
    last = min(lasts) + 1 if lasts else len(text)
    return text[first:last].strip()
