"""The map themes of the project: one for each view of the page, with the layers that it shows."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from yzgeo.core.i18n import Text

GROUND_LIKE = ("district", "constraints")
"""Layers that lie under the plan in all themes."""


class View(NamedTuple):
    """A theme: its name in files, its title, the layers of the plan that it shows, and a table it makes no sense without."""

    name: str
    title: Text
    layers: tuple[str, ...]
    needs: str = "zones"


VIEWS = (
    View("overview", Text("总览", "Overview"), ("zones", "projects"), needs=""),
    View("industries", Text("产业", "Industries"), ("zones",), needs="zone_industries"),
    View("projects", Text("项目", "Projects"), ("zones", "parks", "projects"), needs="projects"),
    View("land", Text("土地", "Land"), ("zones", "projects")),
    View("compare", Text("比较", "Compare"), ("zones",)),
    View("review", Text("审读", "Review"), ("zones", "parks", "projects"), needs="findings"),
)
"""In the order of the page's tabs; the first is what the project opens with."""


def views(drawn: Collection[str], tables: Collection[str]) -> list[View]:
    """The views for which a project that draws these layers and has these tables has something to show.

    The first is always there. Land is shown by its parcels where there are any.

    >>> [view.name for view in views({"zones", "parks"}, {"findings"})]
    ['overview', 'land', 'compare', 'review']
    """
    held = {*drawn, *tables}
    themes = [
        view
        for view in VIEWS
        if view is VIEWS[0] or ((not view.needs or view.needs in held) and not set(view.layers).isdisjoint(drawn))
    ]
    if "parcels" not in drawn:
        return themes
    return [view._replace(layers=("zones", "parcels")) if view.name == "land" else view for view in themes]


def shows(view: View, layer: str, *, is_ground: bool) -> bool:
    """Whether a theme shows a layer.

    >>> shows(VIEWS[1], "projects", is_ground=False), shows(VIEWS[1], "ground-water", is_ground=True)
    (False, True)
    """
    return is_ground or layer in GROUND_LIKE or layer in view.layers
