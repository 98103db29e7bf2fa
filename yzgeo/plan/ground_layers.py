"""The layers of a plan's ground: what a map shows under the plan. Their names, kinds of geometry and classes."""

from __future__ import annotations

from typing import NamedTuple

from yzgeo.core.i18n import Text


class GroundLayer(NamedTuple):
    """A layer: its kind of geometry (`polygon`, `line`, `point`), title, classes, and parts that come and go as one.

    `classes` has the known classes in order of weight. `parts` groups classes: an import takes the place of the part
    that it brings, and leaves the others. A class that stands in no part, and a missing one, is of the first part.
    """

    kind: str
    title: Text
    classes: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ((),)


LAYERS = {
    "neighbours": GroundLayer("polygon", Text("邻区", "Neighbours")),
    "water": GroundLayer(
        "polygon",
        Text("水面", "Water"),
        ("sea", "lake", "reservoir", "river"),
        (("lake", "reservoir", "river"), ("sea",)),
    ),
    "rivers": GroundLayer("line", Text("河流", "Rivers"), ("river", "canal", "stream")),
    "roads": GroundLayer(
        "line", Text("道路", "Roads"), ("motorway", "trunk", "primary", "secondary", "tertiary", "other")
    ),
    "rail": GroundLayer("line", Text("轨道", "Railways"), ("rail", "metro"), (("rail",), ("metro",))),
    "stations": GroundLayer("point", Text("车站", "Stations"), ("rail", "metro"), (("rail",), ("metro",))),
    "towns": GroundLayer("point", Text("城镇", "Towns"), ("city", "county", "town", "subdistrict", "village")),
}
"""By name, the lowest first."""
GEOMETRY_TYPES = {
    "polygon": ("Polygon", "MultiPolygon"),
    "line": ("LineString", "MultiLineString"),
    "point": ("Point",),
}
KIND_WORDS = {"polygon": Text("面", "areas"), "line": Text("线", "lines"), "point": Text("点", "points")}
RANKS = {"city": 1, "county": 2, "town": 3, "subdistrict": 3, "village": 4}
"""Whose name goes first: 1 before 2. A town with neither rank nor class is of rank 3."""
OTHER_RANK = 3


def part_of(layer: str, klass: object) -> int:
    """The part of a layer to which a class belongs.

    >>> print(part_of("water", "sea"), part_of("water", "lake"), part_of("water", None), part_of("roads", "trunk"))
    1 0 0 0
    """
    return next((number for number, part in enumerate(LAYERS[layer].parts) if klass in part), 0)
