"""The classes in which accounts are kept: those of a survey, told in a system and down to a level."""

from __future__ import annotations

from typing import NamedTuple

from yzgeo.core.i18n import Text
from yzgeo.ledger import land_classes
from yzgeo.ledger.land_classes import SYSTEMS
from yzgeo.stats.landuse.survey import LINES, UNKNOWN, label

NOWHERE = "none"
"""The class of land that the other survey does not cover."""


class Land(NamedTuple):
    """A row of accounts: its code, blank where it has none, its name, and its place in the order of rows.

    `whole` says whether the class is one of the level asked for; one that a survey does not divide so far is not.
    """

    key: str
    code: str
    name: Text
    whole: bool = True


def land(code: str, system: str, to: str, level: int) -> Land:
    """The row in which the land of a survey's class is counted.

    A class that the other system divides is counted in the finest class there that holds all of it; where there is none,
    in a row of its own, under the name of the survey.

    >>> print(land("0601", "survey-2019", "planning-2023", 2).name.zh, land("05H1", "survey-2019", "planning-2023", 2).code)
    工业用地 09
    >>> print(land("16", "planning-2023", "survey-2019", 2).name.zh)
    留白用地（三调工作分类（TD/T 1055-2019）中没有单一的对应）
    """
    if code in (UNKNOWN, LINES, NOWHERE):
        return Land(f"~{code or 'unknown'}", "", label(code, system) if code != NOWHERE else NOT_SURVEYED)
    equal = land_classes.equivalents(code, system, to).code
    if equal is None:
        title, own = SYSTEMS[to], label(code, system)
        return Land(
            f"{system}:{code}",
            "",
            Text(f"{own.zh}（{title.zh}中没有单一的对应）", f"{own.en} (no single class in {title.en})"),
        )
    code = land_classes.at_level(to, equal, level)
    known = land_classes.classes(to)
    undivided = known[code].level < level and any(each.parent == code for each in known.values())
    words = known[code].name
    if undivided:
        words = Text(f"{words.zh}（未细分）", f"{words.en} (not divided)")
    return Land(code, code, words, not undivided)


NOT_SURVEYED = Text("另一次调查未覆盖", "not in the other survey")
