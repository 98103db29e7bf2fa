"""The changes as JSON, as `docs/diff.md` describes it."""

from __future__ import annotations

from typing import Any

import shapely

from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang
from yzgeo.diff.compare import Change, Part
from yzgeo.plan.model import Plan

SUFFIXES = (".json",)


def render(old: Plan, new: Plan, parts: list[Part], lang: Lang) -> str:
    """One object: the two plans, counts by part, and all changes."""
    return json_text(
        {
            "old": _plan(old),
            "new": _plan(new),
            "counts": {
                part.name: {
                    what: sum(change.what == what for change in part.changes)
                    for what in ("added", "removed", "changed")
                }
                for part in parts
            },
            "changes": [_change(part, change) for part in parts for change in part.changes],
        }
    )


def _plan(plan: Plan) -> dict[str, Any]:
    return {"name": plan.name, "title": plan.particulars["title"], "version": plan.particulars.get("version")}


def _change(part: Part, change: Change) -> dict[str, Any]:
    return {
        "part": part.name,
        "subject": change.subject,
        "what": change.what,
        "name_zh": change.name.zh,
        "name_en": change.name.en,
        "fields": [{"column": one.column, "old": one.old, "new": one.new} for one in change.fields],
        "area": None
        if change.area is None
        else {
            "added_m2": change.area.added_m2,
            "lost_m2": change.area.lost_m2,
            "added": _geometry(change.area.added),
            "lost": _geometry(change.area.lost),
        },
    }


def _geometry(shape: Any) -> Any:
    return None if shape is None else shapely.geometry.mapping(shape)
