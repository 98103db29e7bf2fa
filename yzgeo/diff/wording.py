"""Changes in words, as every output of `diff` for people prints them."""

from __future__ import annotations

from typing import Any

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text, bilingual
from yzgeo.core.units import M2_PER_KM2
from yzgeo.diff.compare import Part
from yzgeo.plan.model import Plan

WORDS = {"added": Text("新增", "added"), "removed": Text("删去", "removed"), "changed": Text("改动", "changed")}
NO_CHANGES = Text("没有不同。", "No differences.")
SMALL_KM2 = 0.01
"""Smaller areas are printed in m²."""


def plan_name(plan: Plan, lang: Lang) -> str:
    """A plan by title and version."""
    version = plan.particulars.get("version")
    return (
        plan.title(lang)
        if not version
        else Text(f"{plan.title(lang)}（{version}）", f"{plan.title(lang)} ({version})").of(lang)
    )


def change_counts(part: Part, lang: Lang) -> str:
    """Numbers of subjects of a part that were added, removed and changed."""
    counts = {what: sum(change.what == what for change in part.changes) for what in WORDS}
    counts_by_kind = [f"{WORDS[what].of(lang)} {count}" for what, count in counts.items() if count]
    return "：" + "，".join(counts_by_kind) if lang == "zh" else ": " + ", ".join(counts_by_kind)


def zone_names(old: Plan, new: Plan) -> dict[str, Text]:
    """Names of the zones of both plans, the newer name where both have one."""
    rows = [row for plan in (old, new) for row in plan.zones[["zone_id", "name", "name_en"]].itertuples(index=False)]
    return {zone_id: bilingual(zh, en) for zone_id, zh, en in rows}


def cell_text(column: str, value: Any, zones: dict[str, Text], lang: Lang) -> str:
    """A value as text: zones by name, codes in words, missing values as a dash.

    >>> print(cell_text("listed_in_text", ["north"], {"north": Text("北区", "North")}, "en"), cell_text("name", None, {}, "en"))
    North —
    """
    if isinstance(value, list):
        separator = "、" if lang == "zh" else ", "
        return separator.join(zones[item].of(lang) if item in zones else str(item) for item in value) or "—"
    if value is None:
        return "—"
    if column == "zone_id" and value in zones:
        return zones[value].of(lang)
    if isinstance(value, float):
        return f"{value:,.10g}"
    return str(labels.cell(column, value, lang))


def area_text(area_m2: float, lang: Lang) -> str:
    """An area in km², a small one in m²."""
    if area_m2 >= SMALL_KM2 * M2_PER_KM2:
        return Text(f"{area_m2 / M2_PER_KM2:,.3f} 平方公里", f"{area_m2 / M2_PER_KM2:,.3f} km²").of(lang)
    return Text(f"{area_m2:,.1f} 平方米", f"{area_m2:,.1f} m²").of(lang)
