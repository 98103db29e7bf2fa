"""Names of zones as they fit on the map: without the words that the zones of a plan share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

LEAST = 2
"""Characters of a Chinese name that are left: a single one names nothing."""
SPACES = re.compile(r"(\s+)")
ATTRIBUTES = (
    "国家级",
    "省级",
    "市级",
    "产业",
    "工业",
    "经济",
    "技术",
    "高新",
    "先进",
    "制造业",
    "制造",
    "特色",
    "现代",
    "服务业",
    "智能",
    "融合",
    "与",
    "和",
    "industrial",
    "economic",
    "technology",
    "advanced",
    "modern",
    "national",
    "provincial",
    "and",
)
"""Words with which no name ends: what they describe would be missing."""
KINDS = [
    "片区",
    "新区",
    "核心区",
    "开发区",
    "高新区",
    "经开区",
    "保税区",
    "合作区",
    "度假区",
    "示范区",
    "集聚区",
    "集中区",
    "试验区",
    "实验区",
    "功能区",
    "工业区",
    "园区",
    "工业园",
    "产业园",
    "科技园",
    "创业园",
    "物流园",
    "新城",
    "街道",
    "镇",
    "乡",
    "组团",
    "板块",
    "基地",
    "产业带",
    "发展带",
    "示范带",
    "融合带",
    "科技",
    "创新",
    "生态",
    "旅游",
    "物流",
    "部分",
    "zone",
    "area",
    "district",
    "park",
    "belt",
    "axis",
    "band",
    "town",
    "township",
    "subdistrict",
    "street",
    "cluster",
    "core",
    "new",
    "industry",
    "development",
    "technological",
    "hi-tech",
    "high-tech",
    "agglomeration",
    "demonstration",
    "pilot",
    "manufacturing",
    "services",
    "logistics",
    "bonded",
]
GENERIC = (*KINDS, *ATTRIBUTES, " ", ",")
"""Words that say what a zone is, not which: a name is cut before such words alone, so that 阳澄湖 stays whole."""


class ZoneName(NamedTuple):
    """A zone's name for its label on the map, and for the head of a narrow column."""

    short: Text
    shortest: Text


@cached_per_plan
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
    """Names without the longest ending of `GENERIC` words that each shares with another; whole where two would be one.

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
    >>> print(without_shared_ends(["阳澄湖片区", "漕湖片区"], list, 2))
    ['阳澄湖', '漕湖']
    >>> print(without_shared_ends(["开发区(北桥街道)", "合作区(漕湖街道)", "太平街道"], list, 2))
    ['开发区(北桥街道)', '合作区(漕湖街道)', '太平街道']
    """
    split = [list(parts(name)) for name in names]
    cut = []
    for number, own in enumerate(split):
        others = split[:number] + split[number + 1 :]
        shared = max((_same_at_the_end(own, other) for other in others), default=0)
        first = max(len(own) - shared, least)
        ends = _generic_ends("".join(own))
        heads = (
            "".join(own[:kept]).rstrip(" ,，、") for kept in range(first, len(own)) if len("".join(own[:kept])) in ends
        )
        cut.append(next((head for head in heads if not head.lower().endswith(ATTRIBUTES)), names[number]))
    return [
        short if cut.count(short) == 1 and short and not _leaves_a_bracket_open(short) else name
        for short, name in zip(cut, names, strict=True)
    ]


def _generic_ends(name: str) -> set[int]:
    """Where endings begin that are made of generic words."""
    lower = name.lower()
    if len(lower) != len(name):
        return set()
    ends, end = set(), len(name)
    while words := [word for word in GENERIC if lower.endswith(word, 0, end)]:
        end -= max(map(len, words))  # the longest: 高新区 is no 新区
        ends.add(end)
    return ends


def _leaves_a_bracket_open(name: str) -> bool:
    """Whether a bracket opens in a name and does not close: the shared ending began inside it."""
    return sum(map(name.count, "(（")) > sum(map(name.count, ")）"))


def _same_at_the_end(one: Sequence[str], other: Sequence[str]) -> int:
    """How many parts at their ends are equal."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
