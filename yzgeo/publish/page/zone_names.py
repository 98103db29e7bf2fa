"""Names of zones as they fit on the map: without the words that the zones of a plan share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan.model import Plan

LEAST = 2
"""Characters of a Chinese name that are left: a single one names nothing."""
SPACES = re.compile(r"(\s+)")


class ZoneName(NamedTuple):
    """A zone's name for its label on the map, and for the head of a narrow column."""

    short: Text
    shortest: Text


def zone_names(plan: Plan) -> dict[str, ZoneName]:
    """The names of a plan's zones by id; a zone of a rare kind keeps the word of its kind on the map.

    >>> from yzgeo.plan.load import load
    >>> names = zone_names(load("yinzhou"))
    >>> for zone_id in ("yinzhou", "dongwu"):
    ...     print(*names[zone_id].short, *names[zone_id].shortest)
    鄞州核心区 Yinzhou 鄞州 Yinzhou
    东吴 Dongwu 东吴 Dongwu
    """
    zones = plan.zones
    full = [bilingual(zone.name, zone.name_en) for zone in zones.itertuples()]
    chinese = without_shared_ends([name.zh for name in full], list, LEAST)
    has_english = [name.en != name.zh for name in full]
    english = iter(without_shared_ends([name.en for name in full if name.en != name.zh], SPACES.split, 1))
    kinds = [labels.word(kind).zh for kind in zones["kind"]]
    commonest = max(kinds, key=kinds.count, default="")
    names = {}
    for zone_id, name, shortest, kind, translated in zip(
        zones["zone_id"], full, chinese, kinds, has_english, strict=True
    ):
        keeps_kind = kind != commonest and kind and name.zh.endswith(kind) and not shortest.endswith(kind)
        short = shortest + kind if keeps_kind else shortest
        en = next(english) if translated else None
        names[zone_id] = ZoneName(bilingual(short, en), bilingual(shortest, en))
    return names


def without_shared_ends(names: list[str], parts: Callable[[str], Sequence[str]], least: int) -> list[str]:
    """Names without the longest ending that each shares with another; whole where two would become one.

    Parameters
    ----------
    names
        Full names.
    parts
        Splits a name into its characters or words.
    least
        How many parts are left.

    >>> print(without_shared_ends(["东城工业园", "西城工业园", "临港新城"], list, 2))
    ['东城', '西城', '临港新城']
    >>> print(without_shared_ends(["开发区(北桥街道)", "合作区(漕湖街道)", "太平街道"], list, 2))
    ['开发区(北桥街道)', '合作区(漕湖街道)', '太平街道']
    """
    split = [list(parts(name)) for name in names]
    cut = []
    for number, own in enumerate(split):
        others = split[:number] + split[number + 1 :]
        shared = max((_same_at_the_end(own, other) for other in others), default=0)
        cut.append("".join(own[: max(len(own) - shared, least)]).rstrip(" ,，、"))
    return [
        short if cut.count(short) == 1 and short and not _leaves_a_bracket_open(short) else name
        for short, name in zip(cut, names, strict=True)
    ]


def _leaves_a_bracket_open(name: str) -> bool:
    """Whether a bracket opens in a name and does not close: the shared ending began inside it."""
    return sum(map(name.count, "(（")) > sum(map(name.count, ")）"))


def _same_at_the_end(one: Sequence[str], other: Sequence[str]) -> int:
    """How many parts at their ends are equal."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
