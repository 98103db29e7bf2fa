"""The changes as one self-contained page, with a map of the area that each outline gained and lost."""

from __future__ import annotations

import shapely
from markupsafe import Markup

from yzgeo.core.i18n import Lang
from yzgeo.core.palette import print_colours
from yzgeo.core.templates import environment, policy
from yzgeo.diff import change_maps, wording
from yzgeo.diff.compare import Part
from yzgeo.plan.model import Plan
from yzgeo.publish.report.render import PACKAGE, style_sheet, words

SUFFIXES = (".html",)


def render(old: Plan, new: Plan, parts: list[Part], lang: Lang) -> str:
    """A page without a script: what changed, part by part."""
    colours = print_colours(new.zones["zone_id"], new.zones["kind"])
    style = Markup(style_sheet(new))  # noqa: S704  (made of the style sheet and of a title escaped for CSS)
    base = change_maps.base_map(new, colours)
    maps = {
        change.subject: change_maps.around_pieces(
            base, [shape or shapely.Polygon() for shape in (change.area.added, change.area.lost)]
        )
        for part in parts
        for change in part.changes
        if change.area is not None
    }
    return (
        environment(PACKAGE)
        .get_template("diff.html")
        .render(
            words(lang),
            old=wording.plan_name(old, lang),
            new=wording.plan_name(new, lang),
            parts=parts,
            zones=wording.zone_names(old, new),
            maps=maps,
            style=style,
            policy=policy(style),
            change_counts=wording.change_counts,
            cell_text=wording.cell_text,
            area_text=wording.area_text,
            kinds=wording.WORDS,
            no_changes=wording.NO_CHANGES,
        )
    )
