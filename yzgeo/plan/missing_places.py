"""What of a plan has no place yet, or only a town in its stead, by the name that needs one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import pandas as pd

from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

Standing = Literal["settled", "town", "none"]
"""How far the place of a use is known: to a point, only that it is in a town, not at all."""
TOWN_KINDS = frozenset({"town", "subdistrict", "township", "镇", "街道", "乡", "民族乡"})
"""Kinds of places whose point stands for a whole area."""
OWNER_ADDRESS = "owner_address"
STAND_IN = "stand_in"
AROUND = (14, 30)
"""Characters of a clause that are quoted before and after a name."""


class Use(NamedTuple):
    """One thing of the plan that needs a place: a zone's words, a park, a project.

    `key` names it in files: `park:ID`, `project:ID`, `zone:ID WORDS`, and `zone:ID` for a zone without any place.
    `quote` stands in the clause `source` word for word ("" where no clause has the name); `place_id` is what stands in
    for the place, None for nothing.
    """

    key: str
    name: str
    words: str
    standing: Standing
    place_id: str | None
    source: str
    quote: str


class MissingPlace(NamedTuple):
    """A name without a place of its own, and all that would be placed with it."""

    name: str
    standing: Standing
    uses: list[Use]


def missing_places(plan: Plan) -> list[MissingPlace]:
    """Names that lack a place: those known to be in a town first, then parks, zones and projects of unknown place.

    One name is one entry, whatever uses it: what is called the same is in the same place.

    >>> from yzgeo.plan.load import load
    >>> first = missing_places(load("yinzhou"))[0]
    >>> print(first.name, first.standing, first.uses[0].key)
    云龙镇石桥村工业区 town zone:longxi 云龙镇石桥村工业区
    """
    by_name: dict[str, list[Use]] = {}
    for use in uses(plan):
        if use.standing != "settled":
            by_name.setdefault(_same(use.words or use.name), []).append(use)
    found = [
        MissingPlace(
            group[0].words or group[0].name,
            "town" if any(use.standing == "town" for use in group) else "none",
            group,
        )
        for group in by_name.values()
    ]
    return sorted(found, key=lambda one: one.standing != "town")


@cached_per_plan
def uses(plan: Plan) -> list[Use]:
    """Everything of the plan that a place is needed for, with how far its place is known.

    >>> from yzgeo.plan.load import load
    >>> print(sorted({use.standing for use in uses(load("yinzhou"))}))
    ['none', 'settled', 'town']
    """
    return [*_of_zone_places(plan), *_of_parks(plan), *_of_zones(plan), *_of_projects(plan)]


def towns(plan: Plan) -> frozenset[str]:
    """Ids of the places whose point stands for a town or another area.

    >>> from yzgeo.plan.load import load
    >>> print("jiangshan" in towns(load("yinzhou")), "maoshan" in towns(load("yinzhou")))
    True False
    """
    places = plan.places
    wide = places["extent_m"].notna() if "extent_m" in places else pd.Series(data=False, index=places.index)
    return frozenset(places.loc[places["kind"].isin(TOWN_KINDS) | wide, "place_id"])


def _of_zone_places(plan: Plan) -> Iterator[Use]:
    names = plan.zones.set_index("zone_id")["name"]
    for row in plan.zone_places.itertuples():
        yield Use(
            zone_key(row.zone_id, row.words),
            str(names.get(row.zone_id, row.zone_id)),
            one_line(row.words),
            "town" if row.stand_in else "settled",
            row.place_id if row.stand_in else None,
            *_quoted(plan, [row.source], row.words),
        )


def _of_zones(plan: Plan) -> Iterator[Use]:
    for row in plan.zones[~plan.zones["zone_id"].isin(plan.zone_places["zone_id"])].itertuples():
        yield Use(f"zone:{row.zone_id}", row.name, "", "none", None, *_quoted(plan, [row.source], row.name))


def _of_parks(plan: Plan) -> Iterator[Use]:
    listed = plan.zone_parks.groupby("park_id", sort=False)["source"].agg(list)
    basis = plan.parks.get("place_basis", pd.Series(index=plan.parks.index, dtype="str"))
    for row, by in zip(plan.parks.itertuples(), basis, strict=True):
        stands_in = by == STAND_IN
        standing: Standing = "none" if pd.isna(row.place_id) else "town" if stands_in else "settled"
        sources = [*listed.get(row.park_id, []), row.source]
        place_id = str(row.place_id) if standing == "town" else None
        yield Use(f"park:{row.park_id}", row.name, "", standing, place_id, *_quoted(plan, sources, row.name))


def _of_projects(plan: Plan) -> Iterator[Use]:
    wide = towns(plan)
    by_project: dict[str, list[Any]] = {}
    for row in plan.projects.drop(columns="geometry").itertuples():
        by_project.setdefault(str(row.project_id), []).append(row)
    for project_id, rows in by_project.items():
        first = rows[0]
        # An owner's address is no place of a project.
        stated = [row.place_id for row in rows if not pd.isna(row.place_id) and row.location_evidence != OWNER_ADDRESS]
        standing: Standing = "none" if not stated else "town" if wide.issuperset(stated) else "settled"
        place_id = str(stated[0]) if standing == "town" else None
        source, quote = _quoted(plan, [first.source], first.name)
        content = "" if pd.isna(first.content) else one_line(first.content)
        yield Use(
            f"project:{project_id}",
            first.name,
            "",
            standing,
            place_id,
            source,
            _shortened(content) if content and content in one_line(_text(plan, source)) else quote,
        )


def zone_key(zone_id: str, words: str) -> str:
    """How files name the words by which a zone's text speaks of a place.

    >>> print(zone_key("longxi", "上李家村 工业区"))
    zone:longxi 上李家村 工业区
    """
    return f"zone:{zone_id} {one_line(words)}"


def one_line(text: object) -> str:
    r"""Text with every run of blanks and line ends as one blank.

    >>> print(one_line(" 上李家村\n 工业区 "))
    上李家村 工业区
    """
    return " ".join(str(text).split())


def _same(name: str) -> str:
    """What names of one place have in common: their letters, whatever their width and blanks."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _quoted(plan: Plan, sources: list[Any], name: str) -> tuple[str, str]:
    """The first of the clauses that has the name, and what stands around it; else the first source and nothing."""
    for source in dict.fromkeys(map(str, sources)):
        text, wanted = one_line(_text(plan, source)), one_line(name)
        at = text.find(wanted)
        if wanted and at >= 0:
            start, end = max(0, at - AROUND[0]), at + len(wanted) + AROUND[1]
            return source, f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
    return str(sources[0]), ""


def _shortened(text: str) -> str:
    longest = sum(AROUND)
    return f"{text[:longest]}…" if len(text) > longest else text


def _text(plan: Plan, source: str) -> str:
    """The text of a clause; of none, nothing."""
    return clause_texts(plan).get(source, "")


@cached_per_plan
def clause_texts(plan: Plan) -> dict[str, str]:
    """The text of each clause.

    >>> from yzgeo.plan.load import load
    >>> print(clause_texts(load("yinzhou"))["三（二）2 第7段"])
    重点园区：龙溪电子产业园、云龙镇创新园。
    """
    return dict(zip(plan.clauses["clause"].astype("str"), plan.clauses["text"].astype("str"), strict=True))
