"""Compare two plans: rows added, removed and changed, and area that outlines gained and lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import pandas as pd

from yzgeo.core import plugins
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.values import json_value
from yzgeo.plan.model import Plan

PACKAGE = "yzgeo.diff.subjects"
What = Literal["added", "removed", "changed"]
SAME = 1e-9
"""Numbers that differ by less, relative to the larger, are equal up to rounding."""


class Field(NamedTuple):
    """A column whose value changed; missing values are None."""

    column: str
    old: Any
    new: Any


class Area(NamedTuple):
    """Area that an outline gained and lost, in m² on the ellipsoid; geometry in EPSG:4490 or None."""

    added_m2: float
    lost_m2: float
    added: Any
    lost: Any


@dataclass(frozen=True)
class Change:
    """A subject that was added or removed, or whose `fields` or `area` changed.

    `subject` is kind and id (`zone:mingzhou`), `name` its name in the newer plan that has it.
    """

    subject: str
    name: Text
    what: What
    fields: list[Field] = field(default_factory=list)
    area: Area | None = None


class Part(NamedTuple):
    """All changes of one subject of comparison, such as the zones."""

    name: str
    title: Text
    changes: list[Change]


def compare(old: Plan, new: Plan) -> list[Part]:
    """The changes of all parts of a plan, parts without changes included.

    Parameters
    ----------
    old, new
        Two plans; rows are compared by their ids.

    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> print(sum(len(part.changes) for part in compare(plan, plan)), "changes between a plan and itself")
    0 changes between a plan and itself
    """
    subjects = sorted(plugins.discover(PACKAGE).items(), key=lambda named: (named[1].ORDER, named[0]))
    return [Part(name, module.TITLE, module.changes(old, new)) for name, module in subjects]


def rows(
    kind: str, old: pd.DataFrame, new: pd.DataFrame, key: str, named: Callable[[Any], Text], columns: list[str]
) -> list[Change]:
    """Compare rows of two tables by a key: in the order of the new table, then the removed rows.

    >>> from yzgeo.core.i18n import plain
    >>> old = pd.DataFrame({"id": ["a", "b"], "mu": [1.0, 2.0]})
    >>> new = pd.DataFrame({"id": ["b", "c"], "mu": [2.5, 3.0]})
    >>> for change in rows("thing", old, new, "id", lambda row: plain(row["id"]), ["mu"]):
    ...     print(change.subject, change.what, [tuple(one) for one in change.fields])
    thing:b changed [('mu', 2.0, 2.5)]
    thing:c added []
    thing:a removed []
    """
    before = {row[key]: row for row in old.to_dict("records")}
    after = {row[key]: row for row in new.to_dict("records")}
    changes = []
    for name, row in after.items():
        if name not in before:
            changes.append(Change(f"{kind}:{name}", named(row), "added"))
            continue
        fields = [
            Field(column, json_value(before[name].get(column)), json_value(row.get(column)))
            for column in columns
            if not same(before[name].get(column), row.get(column))
        ]
        if fields:
            changes.append(Change(f"{kind}:{name}", named(row), "changed", fields))
    removed = [Change(f"{kind}:{name}", named(row), "removed") for name, row in before.items() if name not in after]
    return changes + removed


def own_columns(old: pd.DataFrame, new: pd.DataFrame, *excluded: str) -> list[str]:
    """Columns of both tables, in the order of the new one, without `excluded`."""
    return [column for column in dict.fromkeys([*new.columns, *old.columns]) if column not in excluded]


def same(one: Any, other: Any) -> bool:
    """Whether two cells are equal; two missing ones are.

    >>> print(same(float("nan"), None), same(0.1 + 0.2, 0.3), same("a", "b"))
    True True False
    """
    first, second = json_value(one), json_value(other)
    if isinstance(first, float | int) and isinstance(second, float | int):
        return abs(first - second) <= SAME * max(abs(first), abs(second))
    return bool(first == second)


def both_names(row: Any) -> Text:
    """The name of a row in both languages, the Chinese one where it has no other."""
    name = str(row["name"])
    return bilingual(name, row.get("name_en"))
