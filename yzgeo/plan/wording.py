"""What the words of the plan's clauses allow."""

from __future__ import annotations

from collections.abc import Iterable

from yzgeo.core.i18n import NOTHING, Text
from yzgeo.plan.model import Plan

IN_PRINCIPLE = "原则上"


def in_principle(plan: Plan, sources: Iterable[str]) -> Text:
    """That one of these clauses asks only in principle (原则上); nothing where none does.

    >>> from yzgeo.plan.load import load
    >>> print([in_principle(load("yinzhou"), [clause]).zh for clause in ("四（一）5", "专栏1")])
    ['条文为“原则上”', '']
    """
    texts = plan.clauses.loc[plan.clauses["clause"].isin(list(sources)), "text"]
    if texts.str.contains(IN_PRINCIPLE, regex=False).any():
        return Text(f"条文为“{IN_PRINCIPLE}”", "the clause says 'in principle'")
    return NOTHING
