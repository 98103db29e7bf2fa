"""Changes that the text tells by both ends: 由30%提高到40%."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from yzgeo.checks.clause_figures import ClauseFigure, clause_figures, in_unit
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

RISES = re.compile(
    "(?:提高|提升|增加|增长|上升|扩大|扩建|扩容|扩充|扩展|拓展|拓宽|延长|加密|壮大|跃升|增|升|扩)(?:了)?(?:到|至|为)"
)
FALLS = re.compile("(?:降低|下降|减少|压减|压缩|缩小|缩短|回落|降|减)(?:了)?(?:到|至|为)")
REACH = 16
"""So many characters before the first figure its 由 may stand."""


class Change(NamedTuple):
    """A change: both figures, the words from 由 on, and whether it is to rise."""

    first: ClauseFigure
    second: ClauseFigure
    quote: str
    rises: bool


@cached_per_plan
def changes(plan: Plan) -> list[Change]:
    """由 A 提高到 B and 由 A 降低到 B in the text.

    >>> import dataclasses
    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> text = plan.clauses.head(1).assign(text="床位由60张增至100张。")
    >>> (one,) = changes(dataclasses.replace(plan, clauses=text))
    >>> print(one.first.value, one.second.value, one.rises)
    60.0 100.0 True
    """
    found = []
    for first, second in itertools.pairwise(clause_figures(plan)):
        if first.sentence != second.sentence or first.clause != second.clause:
            continue
        opening = max(first.sentence.rfind(word, max(0, first.start - REACH), first.start) for word in "由从自")
        between = first.sentence[first.end : second.start]
        if opening < 0 or re.search("[，；：]", first.sentence[opening : first.start] + between):
            continue
        rises, falls = RISES.search(between), FALLS.search(between)
        if bool(rises) != bool(falls) and in_unit(second, first.unit) is not None:
            found.append(Change(first, second, first.sentence[opening : second.end], bool(rises)))
    return found
