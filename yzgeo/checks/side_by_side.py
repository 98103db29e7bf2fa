"""Figures of the text in their places: those of a sentence, the words between two of them, what two ranges allow."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator

from yzgeo.checks.clause_figures import ClauseFigure, clause_figures
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

OF_A_PART = re.compile(
    "园区|园(?!区)|街道|[镇乡村](?!年)|板块|片区|新城|集聚区|集群|组团|开发区|高新区|小镇|单元|区块|产业链|行业|首期|近期|每"
)
"""Words of parts of a district, or of one of several: what the plan says of the whole has no figure of theirs."""


@cached_per_plan
def sentences(plan: Plan) -> list[list[ClauseFigure]]:
    """The figures of the text, those of each sentence together; a semicolon ends a sentence.

    >>> from yzgeo.plan.load import load
    >>> print(max(len(sentence) for sentence in sentences(load("yinzhou"))) > 5)
    True
    """
    grouped = itertools.groupby(clause_figures(plan), key=lambda one: (one.clause, one.sentence))
    return [list(of_one) for _, of_one in grouped]


def clauses(plan: Plan) -> Iterator[list[ClauseFigure]]:
    """The figures of each clause."""
    for _, of_one in itertools.groupby(clause_figures(plan), key=lambda one: one.clause):
        yield list(of_one)


def between(one: ClauseFigure, following: ClauseFigure) -> str:
    """The words between two figures of a sentence."""
    return one.sentence[one.end : following.start]


def bare(one: ClauseFigure) -> str:
    """A figure as it stands, without the words before its number."""
    return one.sentence[one.start : one.end] or one.printed


def bounded(one: ClauseFigure) -> bool:
    """Whether the words of a figure leave it two ends: neither 以上 nor 不超过."""
    return math.isfinite(one.low) and math.isfinite(one.high)


def is_bracketed(one: ClauseFigure) -> bool:
    """Whether a figure stands in round brackets."""
    head = one.sentence[: one.start]
    return max(head.rfind("（"), head.rfind("(")) > max(head.rfind("）"), head.rfind(")"))
