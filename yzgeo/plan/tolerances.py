"""Tolerances (容差) that a plan folder states of its own, for rules and whoever measures by the same line."""

from __future__ import annotations

from typing import NamedTuple

from yzgeo.plan.model import Plan


class Stated(NamedTuple):
    """A tolerance of `tolerances.csv`: its value in the unit of the rule, and the reason for it."""

    value: float
    reason: str


def stated(plan: Plan, rule: str) -> Stated | None:
    """The plan's own tolerance of a rule; None where its folder states none.

    >>> from yzgeo.plan.load import load
    >>> print(stated(load("yinzhou"), "zone-area"))
    None
    """
    own = plan.tolerances[plan.tolerances["rule"] == rule]
    return None if own.empty else Stated(float(own["value"].iloc[0]), own["reason"].iloc[0])
