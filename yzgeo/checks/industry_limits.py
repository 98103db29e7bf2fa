"""Which limit on the number of its industries each zone has: of targets, else of the words of clauses."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from yzgeo.checks.limit_wording import ROLE, SOFTENING, WHOLE_DISTRICT, StatedLimit, role_of, stated_limits
from yzgeo.checks.zone_kinds import is_kind
from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, bilingual, quote
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.known_measures import LEADING_INDUSTRIES
from yzgeo.plan.model import Plan

EVERY, OF_KIND, OF_ZONE = 1, 2, 3
"""How specific a limit is."""
ANY_ZONE = {"集聚区", "园区", "片区", "功能区", "板块", "区块", "区", "区域", "分区", "平台", "大平台"}
"""Nouns that plans use for zones of every kind."""
ADJECTIVES = re.compile("^(?:产业|工业|制造业|先进|重点|专业|特色|现代|重大|高能级)+")
COUNTED_BY_ZONE = Text("按全部片区计", "Counting every zone")


class Limit(NamedTuple):
    """A limit on the number of industries of some zones.

    - `rank`: `EVERY`, `OF_KIND` or `OF_ZONE`; with the same, a target outranks words that were read
    - `zones`: ids of the zones that have it
    - `role`: what is counted, such as 主导
    - `low`, `high`: the fewest and the most
    - `clause`: where it stands
    - `reading`: for whom it counts
    - `noun`, `narrow`: a word of the clause that names only some of the zones, and their ids
    - `note`: where it was read, and other limits beside it
    - `vague`: whether its words do not say for whom it counts
    """

    rank: int
    typed: bool
    zones: frozenset[str]
    role: str
    low: float
    high: float
    clause: str
    reading: Text
    noun: str = ""
    narrow: frozenset[str] = frozenset()
    note: Text = NOTHING
    vague: bool = False


@cached_per_plan
def limits_of(plan: Plan) -> tuple[list[Limit], list[Text]]:
    """The limits that zones of a plan have, and why others that it states have no zone to hold."""
    limits: list[Limit] = []
    unused: list[Text] = []
    targets = plan.targets[plan.targets["measure_id"] == LEADING_INDUSTRIES].dropna(subset=["target"])
    stated = stated_limits(plan.clauses)
    for row in targets.itertuples():
        limit = _of_target(plan, row, stated)
        if isinstance(limit, Limit):
            limits.append(limit)
        else:
            unused.append(limit)
    typed = {limit.role for limit in limits}
    for words in stated:
        read = _of_words(plan, words)
        if isinstance(read, Limit):
            limits.append(_read_narrowly(read) if read.role in typed and read.narrow else read)
        elif read != NOTHING and targets.empty:
            unused.append(read)
    return limits, list(dict.fromkeys(unused))


def _read_narrowly(limit: Limit) -> Limit:
    """Words that may mean some of the zones, of a plan whose targets say for whom its limits are: those zones alone."""
    reading = Text(f"按称“{limit.noun}”的片区计", f"Counting zones called {quote(limit.noun)}")
    return limit._replace(zones=limit.narrow, narrow=frozenset(), reading=reading)


def governing(limits: Iterable[Limit], zone_id: str, role: str) -> tuple[Limit | None, Limit | None]:
    """The limit that a zone has upwards, and downwards: the most specific, of several such the strictest."""
    own = [limit for limit in limits if zone_id in limit.zones and limit.role == role]
    finest = max((limit.rank for limit in own), default=0)
    own = [
        limit for limit in own if limit.rank == finest or not (math.isfinite(limit.low) and math.isfinite(limit.high))
    ]
    upper = [limit for limit in own if math.isfinite(limit.high)]
    lower = [limit for limit in own if math.isfinite(limit.low)]
    return _strictest(upper, "high"), _strictest(lower, "low")


def _strictest(limits: list[Limit], bound: str) -> Limit | None:
    if not limits:
        return None
    first = max((limit.rank, limit.typed) for limit in limits)
    equal = [limit for limit in limits if (limit.rank, limit.typed) == first]
    chosen = min(equal, key=lambda limit: limit.high) if bound == "high" else max(equal, key=lambda limit: limit.low)
    others = [limit for limit in equal if getattr(limit, bound) != getattr(chosen, bound)]
    if not others:
        return chosen
    also_zh = "、".join(f"{getattr(limit, bound):g}（{limit.clause}）" for limit in others)
    also_en = ", ".join(f"{getattr(limit, bound):g} ({limit.clause})" for limit in others)
    note = Text(f"规划另载限数 {also_zh}", f"the plan states another limit too: {also_en}")
    return chosen._replace(
        note=note if chosen.note == NOTHING else Text(f"{chosen.note.zh}；{note.zh}", f"{chosen.note.en}; {note.en}")
    )


def _of_target(plan: Plan, row: pd.Series, stated: list[StatedLimit]) -> Limit | Text:
    """A target as a limit; the reason why it is none of zones."""
    role = next((role for role in map(role_of, (row.noun, row.name, _measure_name(plan))) if role), "主导")
    most = row.target if math.isnan(row.target_to) else row.target_to
    low = row.target if row.direction in ("at_least", "equal") else -math.inf
    high = most if row.direction in ("at_most", "equal") else math.inf
    kind, _, name = row.scope.partition(":")
    zones = plan.zones
    if kind == "zone" and name:
        ids, rank = frozenset(zones.loc[zones["zone_id"] == name, "zone_id"]), OF_ZONE
        called = Text("按该片区自己的限数计", "Counting by the zone's own limit")
    elif kind == "kind":
        ids, rank = frozenset(zones.loc[[is_kind(own, name) for own in zones["kind"]], "zone_id"]), OF_KIND
        label = labels.word(name)
        called = Text(f"按{label.zh}的限数计", f"Counting by the limit of every {label.en}")
    elif kind == "zone":
        ids, rank, called = frozenset(zones["zone_id"]), EVERY, COUNTED_BY_ZONE
    else:
        return Text(
            f"{row.target_id}：{row.scope} 的限数不是单个片区的",
            f"{row.target_id}: a limit of {row.scope} is none of a zone",
        )
    if not ids:
        return Text(f"{row.target_id}：没有 {row.scope} 这样的片区", f"{row.target_id}: no zone is {row.scope}")
    words = [one for one in stated if one.clause == row.source and one.role == role and one.noun]
    noun = next((one.noun for one in words), "") if rank == EVERY else ""
    narrow = _called(plan, noun) if noun else frozenset()
    return Limit(rank, True, ids, role, low, high, row.source, called, noun, narrow if narrow < ids else frozenset())


def _of_words(plan: Plan, stated: StatedLimit) -> Limit | Text:
    """A limit read from a clause; why it is none of zones, or nothing where it speaks of something else."""
    note = Text(f"限数读自条文“{stated.words}”", f"the limit was read from the words {stated.words}")
    every = frozenset(plan.zones["zone_id"])
    common = (stated.role, stated.low, stated.high, stated.clause)
    if stated.noun:
        called = _called(plan, stated.noun)
        if ADJECTIVES.sub("", stated.noun) in ANY_ZONE or stated.noun in ANY_ZONE:
            narrow = called if called < every else frozenset()
            return Limit(EVERY, False, every, *common, COUNTED_BY_ZONE, stated.noun, narrow, note)
        reading = Text(f"按称“{stated.noun}”的片区计", f"Counting zones called {stated.noun}")
        if called:
            return Limit(OF_KIND, False, called, *common, reading, note=note)
        return Text(
            f"条文“{stated.words}”：没有称“{stated.noun}”的片区",
            f"the words {stated.words}: no zone is called {stated.noun}",
        )
    before = re.sub(f'{ROLE}|{SOFTENING}|[，、:“”"()]', "", stated.before[stated.before.rfind("，") + 1 :])
    if any(whole in stated.before for whole in WHOLE_DISTRICT):
        return NOTHING
    named = frozenset(
        zone.zone_id
        for zone in plan.zones.itertuples()
        if any(isinstance(name, str) and name in stated.before for name in (zone.name, zone.name_table))
    ) or frozenset(plan.zones.loc[plan.zones["source"] == stated.clause, "zone_id"] if not before else ())
    if len(named) == 1 or (named and named < every and before):
        return Limit(
            OF_ZONE, False, named, *common, Text("按该片区自己的限数计", "Counting by the zone's own limit"), note=note
        )
    if before:
        called = _called(plan, before)
        reading = Text(f"按称“{before}”的片区计", f"Counting zones called {before}")
        return Limit(OF_KIND, False, called, *common, reading, note=note) if called else NOTHING
    reading = Text(
        "条文未言明按何计，此按每个片区计", "The clause does not say for whom it counts; counting every zone"
    )
    return Limit(EVERY, False, every, *common, reading, note=note, vague=True)


def _called(plan: Plan, noun: str) -> frozenset[str]:
    """The zones that a noun names by their kind or in their name."""
    plainly = ADJECTIVES.sub("", noun) or noun
    return frozenset(
        zone.zone_id
        for zone in plan.zones.itertuples()
        if is_kind(zone.kind, plainly)
        or any(isinstance(name, str) and noun in name for name in (zone.name, zone.name_table))
    )


def _measure_name(plan: Plan) -> str:
    names = plan.measures.loc[plan.measures["measure_id"] == LEADING_INDUSTRIES, "name"]
    return bilingual(names.iloc[0] if len(names) else "", None).zh
