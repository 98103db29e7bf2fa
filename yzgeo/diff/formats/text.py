"""The changes as text, part by part."""

from __future__ import annotations

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.visible_text import one_line
from yzgeo.diff.compare import Change, Part
from yzgeo.diff.wording import NO_CHANGES, area_text, cell_text, change_counts, plan_name, zone_names
from yzgeo.plan.model import Plan

SUFFIXES = (".txt",)
MARKS = {"added": "+", "removed": "-", "changed": "~"}


def render(old: Plan, new: Plan, parts: list[Part], lang: Lang) -> str:
    """A line of counts per part that changed, then a line per change and per field."""
    zones = zone_names(old, new)
    lines = [f"{plan_name(old, lang)} → {plan_name(new, lang)}"]
    for part in parts:
        if part.changes:
            lines += ["", f"{part.title.of(lang)}{change_counts(part, lang)}"]
            lines += [line for change in part.changes for line in _lines(change, zones, lang)]
    if len(lines) == 1:
        lines += ["", NO_CHANGES.of(lang)]
    return "\n".join(map(one_line, lines)) + "\n"


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
