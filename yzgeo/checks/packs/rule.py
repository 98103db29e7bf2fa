"""A rule that is no module: what `run` asks of a rule, made from a row of a table or from a file of an office."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from yzgeo.checks.finding import Finding, Gap, NotChecked
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan


class Rule(NamedTuple):
    """The interface of a rule's module (see docs/house.md), with its manual."""

    TITLE: Text
    clause: Callable[[Plan], str]
    check: Callable[[Plan], Iterable[Finding | Gap | NotChecked]]
    MANUAL: str
