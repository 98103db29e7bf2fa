"""Names of industries: which are one under several spellings, and which cells hold several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

BRACKETS = r"\([^()]*\)|（[^（）]*）"
LISTED = re.compile(rf"((?:{BRACKETS}|[^、，,；;/／|｜\n()（）])+)")
"""What a mark of enumeration parts; what stands in brackets explains a name."""
JOINED = re.compile("以及|及其|[及和与]")
"""Words that join two industries, or two halves of one name (汽车及零部件)."""
IN_BRACKETS = re.compile(BRACKETS)


class Cell(NamedTuple):
    """An industry as listed.

    - `name`: as printed
    - `surely`: keys of the industries that it surely holds
    - `perhaps`: keys of those that it holds when 及, 和 or 与 part it; else the same
    """

    name: str
    surely: tuple[str, ...]
    perhaps: tuple[str, ...]


@cached_per_plan
def cells(plan: Plan) -> dict[str, Cell]:
    """Every industry of a plan by its `industry_id`; industries with one key are the same.

    Aliases (`industries.aliases`, parted by 、) have the key of their industry. A name parted by 、 ， ； or / holds
    several; one joined by 及 和 与 is one where the plan uses it as a name elsewhere (of a cluster, a project's class,
    an alias), several where each part is the name of another industry, and else either.
    """
    names = dict(zip(plan.industries["industry_id"], plan.industries["name"], strict=True))
    key_of = _keys(plan)
    aliases = [alias for words in plan.industries["aliases"].dropna() for alias in words.split("、")]
    elsewhere = {plainly(name) for name in [*plan.clusters["name"], *plan.projects["industry"].dropna(), *aliases]}
    return {industry_id: _cell(name, key_of, elsewhere) for industry_id, name in names.items()}


def plainly(name: str) -> str:
    """A name without what makes no other industry of it: width of letters, blanks, a closing 等 or 产业.

    >>> print(plainly("新材料产业"), plainly(" Ａ I 等"))
    新材料 ai
    """
    joined = "".join(unicodedata.normalize("NFKC", name).split()).casefold()
    return re.sub(r"(?<=..)(?:等|产业)+$", "", joined)


def _keys(plan: Plan) -> dict[str, str]:
    """The key of every spelling: the plain name of the first industry that has it as name or alias."""
    key_of: dict[str, str] = {}
    for row in plan.industries.itertuples():
        others = row.aliases.split("、") if isinstance(row.aliases, str) else []
        spellings = [plainly(name) for name in (row.name, *others) if name.strip()]
        known = {key_of[spelling] for spelling in spellings if spelling in key_of}
        key = min(known, default=spellings[0])
        key_of |= dict.fromkeys(spellings, key)
        key_of |= {spelling: key for spelling, other in key_of.items() if other in known}
    return key_of


def _cell(name: str, key_of: dict[str, str], elsewhere: Collection[str]) -> Cell:
    def key(part: str) -> str:
        return key_of.get(plainly(part), plainly(part))

    whole = (key(name),)
    listed = [part for part in LISTED.findall(unicodedata.normalize("NFKC", name)) if plainly(part)]
    if len(listed) < 2 or plainly(name) in elsewhere:
        listed = [name]
    surely: list[str] = []
    perhaps: list[str] = []
    for part in listed:
        halves = [half for half in JOINED.split(IN_BRACKETS.sub("", part)) if len(half) > 1]
        each = [key(half) for half in halves]
        if len(halves) < 2 or plainly(part) in elsewhere:
            surely.append(key(part))
            perhaps.append(key(part))
        elif all(plainly(half) in key_of for half in halves):
            surely += each
            perhaps += each
        else:
            surely.append(key(part))
            perhaps += each
    return Cell(name, tuple(surely) if listed else whole, tuple(perhaps) if listed else whole)
