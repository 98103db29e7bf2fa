"""Tolerances (容差) of rules: declared with the rule, or by the plan folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yzgeo.core.i18n import Lang, Text, plain
from yzgeo.plan.model import Plan
from yzgeo.plan.tolerances import stated


@dataclass(frozen=True)
class Tolerance:
    """The threshold of a rule, with its unit and the reason for it; output formats print all three."""

    value: float
    unit: Text
    reason: Text

    def described(self, lang: Lang) -> str:
        """The tolerance as text: value, unit and reason.

        >>> metre = Tolerance(5, Text("米", "m"), Text("图上半毫米", "half a millimetre on the map"))
        >>> print(metre.described("en"))
        5 m: half a millimetre on the map
        """
        separator = "：" if lang == "zh" else ": "
        unit = self.unit.of(lang)
        return f"{self.value:g}{'' if unit.startswith('%') else ' '}{unit}{separator}{self.reason.of(lang)}"

    def record(self, lang: Lang) -> dict[str, Any]:
        """The tolerance as a record of `findings.json`."""
        return {"value": self.value, "unit": self.unit.of(lang), "reason": self.reason.of(lang)}


DRAWN_LINE = Tolerance(
    5,
    Text("米", "m"),
    Text("1:10000 图上 0.5 毫米，即绘制精度", "half a millimetre on a map of 1:10,000, as exact as one draws"),
)
"""The tolerance of rules on outlines: the width of a drawn line."""


def of(plan: Plan, rule: str, default: Tolerance) -> Tolerance:
    """The tolerance of a rule: the plan folder's own (`tolerances.csv`, with its reason), else the rule's.

    >>> from yzgeo.plan.load import load
    >>> one = of(load("yinzhou"), "zone-area", Tolerance(1, Text("%", "%"), Text("", "as the rule has it")))
    >>> print(one.described("en"))
    1%: as the rule has it
    """
    own = stated(plan, rule)
    return default if own is None else Tolerance(own.value, default.unit, plain(own.reason))
