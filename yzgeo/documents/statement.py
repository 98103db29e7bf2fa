"""A number that running text states: how much of what, and when."""

from __future__ import annotations

from typing import NamedTuple

from yzgeo.documents.numbers import Quantity, Time
from yzgeo.documents.passages import Span


class Statement(NamedTuple):
    """A number that running text states.

    - `clause`, `quantity`: where, and what (positions are of the clause's text)
    - `name`: what it is a number of, as the text has it
    - `change`: 新增, 增加 and the like before a number whose name stands behind it; blank else
    - `of`: the name that a relative one (同比增长, 占比) belongs to, else blank
    - `time`: when; None where the text does not say
    - `phase`: near or far term, as the text has it
    - `firm`: 力争 and the like, said of the whole sentence
    - `verb`: the verb before the number
    - `sentence`: the words around it
    - `time_said`: the clause that says when, and the sentence that does
    - `doubts`: why it is not sure, as keys of `questions`
    """

    clause: str
    quantity: Quantity
    name: Span
    of: str
    change: str
    time: Time | None
    phase: Span | None
    firm: str
    verb: str
    sentence: Span
    time_said: tuple[str, str]
    doubts: tuple[str, ...]
