"""The changes as text, part by part."""

from __future__ import annotations

from typing import Any

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.units import M2_PER_KM2
from yzgeo.core.visible_text import one_line
from yzgeo.diff.compare import Change, Part
from yzgeo.plan.model import Plan

SUFFIXES = (".txt",)
MARKS = {"added": "+", "removed": "-", "changed": "~"}
WORDS = {"added": Text("新增", "added"), "removed": Text("删去", "removed"), "changed": Text("改动", "changed")}
NO_CHANGES = Text("没有不同。", "No differences.")
SMALL_KM2 = 0.01
"""Smaller areas are shown in m²."""


def render(old: Plan, new: Plan, parts: list[Part], lang: Lang) -> str:
    """A line of counts per part that changed, then a line per change and per field."""
    zones = zone_names(old, new)
    lines = [f"{described(old, lang)} → {described(new, lang)}"]
    for part in parts:
        if part.changes:
            lines += ["", f"{part.title.of(lang)}{change_counts(part, lang)}"]
            lines += [line for change in part.changes for line in _lines(change, zones, lang)]
    if len(lines) == 1:
        lines += ["", NO_CHANGES.of(lang)]
    return "\n".join(map(one_line, lines)) + "\n"


def described(plan: Plan, lang: Lang) -> str:
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
    return {zone_id: Text(zh, en if isinstance(en, str) else zh) for zone_id, zh, en in rows}


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


def _lines(change: Change, zones: dict[str, Text], lang: Lang) -> list[str]:
    colon = "：" if lang == "zh" else ": "
    lines = [f"  {MARKS[change.what]} {change.name.of(lang)}  [{change.subject}]"]
    lines += [
        f"      {labels.column(one.column, lang)}{colon}{cell_text(one.column, one.old, zones, lang)} → "
        f"{cell_text(one.column, one.new, zones, lang)}"
        for one in change.fields
    ]
    if change.area is not None:
        lines.append(
            "      "
            + Text("增加 ", "gained ").of(lang)
            + area_text(change.area.added_m2, lang)
            + Text("，减少 ", ", lost ").of(lang)
            + area_text(change.area.lost_m2, lang)
        )
    return lines
