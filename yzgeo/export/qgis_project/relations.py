"""Relations between the layers and tables of the project, as the schema of plan folders has its keys."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.export.table import column_title
from yzgeo.plan.keys import keys, references

KEYS_BESIDE_SCHEMA = {"findings": "finding_id", "parcels": "parcel_id", "constraints": "constraint_id"}
"""Keys of what is no table of a plan folder."""
CITING = {"zones": "zone_clauses", "parks": "park_clauses", "findings": "finding_clauses"}
"""What may cite several clauses in its one column of sources, and the table that has a row for each."""
LINKS = frozenset({*CITING.values(), "finding_subjects", "project_zones"})
"""Tables that do nothing but join two others: forms show the other side."""


class Member(NamedTuple):
    """A layer or table of the project: its name, title, and rows with flat columns."""

    name: str
    title: Text
    rows: pd.DataFrame


class Relation(NamedTuple):
    """A column of `child` that holds the key of a row of `parent`."""

    id: str
    name: Text
    child: str
    column: str
    parent: str
    key: str


def relations(members: list[Member]) -> list[Relation]:
    """The relations among members: those of the schema, and any column that bears the name of another's key.

    A column of which any cell is no key of the parent is left out: it would lead nowhere.

    >>> zones = Member("zones", Text("片区", "Zones"), pd.DataFrame({"zone_id": ["z1"], "name": ["甲区"]}))
    >>> parks = Member("parks", Text("园区", "Parks"), pd.DataFrame({"park_id": ["p1"], "zone_id": ["z1"]}))
    >>> for relation in relations([zones, parks]):
    ...     print(relation.id, relation.name.zh, relation.key)
    parks_zone_id 片区 — 园区 zone_id
    """
    held = {member.name: member for member in members}
    key_of = {
        name: key for name, key in (keys() | KEYS_BESIDE_SCHEMA).items() if name in held and key in held[name].rows
    }
    pairs = [
        (member, column, parent)
        for member in members
        for column, parent in _references(member, key_of).items()
        if member.rows[column].notna().any()
        and member.rows[column].dropna().isin(held[parent].rows[key_of[parent]]).all()
    ]
    ends = [(child.name, parent) for child, _, parent in pairs]
    direct = [
        Relation(
            id=f"{child.name}_{column}",
            name=_name(held[parent].title, child, column, is_one_of_several=ends.count((child.name, parent)) > 1),
            child=child.name,
            column=column,
            parent=parent,
            key=key_of[parent],
        )
        for child, column, parent in pairs
    ]
    return [
        one._replace(name=_between(held[one.parent].title, held[beyond.parent].title)) if beyond else one
        for one in direct
        for beyond in (None if one.child == "project_zones" else other_side(one, direct),)
    ]


def other_side(relation: Relation, all_relations: list[Relation]) -> Relation | None:
    """The relation from a linking table to its other side; from findings there are several subjects, and none is chosen."""
    if relation.child not in LINKS:
        return None
    others = [one for one in all_relations if one.child == relation.child and one.id != relation.id]
    if relation.child == "finding_subjects":
        others = [one for one in others if one.parent == "findings"]
    return others[0] if len(others) == 1 else None


def _between(parent: Text, child: Text) -> Text:
    return Text(f"{parent.zh} — {child.zh}", f"{parent.en} — {child.en}")


def _name(parent: Text, child: Member, column: str, *, is_one_of_several: bool) -> Text:
    by, between = column_title(child.name, column), _between(parent, child.title)
    return Text(f"{between.zh}（{by.zh}）", f"{between.en} ({by.en})") if is_one_of_several else between


def _references(member: Member, key_of: dict[str, str]) -> dict[str, str]:
    """The parent of each column of a member that refers to one."""
    by_name = {key: name for name, key in key_of.items() if name != member.name}
    return {
        column: parent
        for column, parent in (by_name | references(member.name)).items()
        if column in member.rows and parent in key_of and not (parent == "clauses" and member.name in CITING)
    }
