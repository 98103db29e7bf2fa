"""The names of zones on the sheet: as on the page's map, and never two alike."""

from __future__ import annotations

from collections import defaultdict

from yzgeo.core.i18n import Lang, Text
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan
from yzgeo.publish.page.zone_names import ZoneName, zone_names
from yzgeo.spatial.zone_tree import ancestors

BRACKETS: dict[Lang, str] = {"zh": "（%s）", "en": " (%s)"}


@cached_per_plan
def sheet_names(plan: Plan) -> dict[str, ZoneName]:
    """The names of a plan's zones by id; behind those of one name stands the zone around each, or a number.

    >>> from yzgeo.plan.load import load
    >>> names = sheet_names(load("xiangcheng"))
    >>> for zone_id in ("north-huangqiao", "south-huangqiao", "north-huangdai"):
    ...     print(names[zone_id].short.zh)
    黄桥街道（北部支柱型产业带）
    黄桥街道（南部新经济产业带）
    黄埭镇
    """
    names = zone_names(plan)
    around = ancestors(plan.zones)
    chinese, english = (
        _distinct({zone_id: name.short.of(lang) for zone_id, name in names.items()}, around, brackets)
        for lang, brackets in BRACKETS.items()
    )
    return {zone_id: name._replace(short=Text(chinese[zone_id], english[zone_id])) for zone_id, name in names.items()}


def _distinct(names: dict[str, str], around: dict[str, list[str]], brackets: str) -> dict[str, str]:
    """Names with what tells them apart: the briefest of the zones around them, else their place among those of one name."""
    alike: dict[str, list[str]] = defaultdict(list)
    for zone_id, name in names.items():
        alike[name].append(zone_id)
    distinct = dict(names)
    for name, zone_ids in alike.items():
        if len(zone_ids) < 2:
            continue
        depth = min(len(around[zone_id]) for zone_id in zone_ids)
        levels = [[names[around[zone_id][level]] for zone_id in zone_ids] for level in range(depth)]
        telling = [outer for outer in levels if len(set(outer)) == len(zone_ids)]
        numbers = [str(number) for number in range(1, len(zone_ids) + 1)]
        for zone_id, words in zip(
            zone_ids, min(telling, key=lambda outer: len("".join(outer)), default=numbers), strict=True
        ):
            distinct[zone_id] = name + brackets % words
    return distinct
