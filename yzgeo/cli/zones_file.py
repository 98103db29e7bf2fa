"""`--zones`: zones of a file instead of the plan's, for the commands that take them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from yzgeo.cli.options import Command
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyproj

    from yzgeo.assignment.parcel_source import ParcelFile

OF_ZONES = {"layer": "zones_layer", "parcel_id": "zone_id"}
"""The parameters of the zones' file, by those of the other file that are read likewise."""

SHOWN = 3
"""Names of zones that a remark shows."""


class Outlines(NamedTuple):
    """Names, shapes ((n,) object) and CRS of zones, and remarks for the user; a name may stand more than once."""

    names: list[Any]
    shapes: npt.NDArray[np.object_]
    crs: pyproj.CRS
    notes: list[Text]


def zones_options(command: Command) -> Command:
    """`--zones` and the options on how to read it."""
    for option in (
        click.option("--zones-layer", metavar="NAME", help="Layer of --zones, where it has several. 片区文件的图层。"),
        click.option(
            "--zone-id",
            default="zone_id",
            show_default=True,
            metavar="COLUMN",
            help="Column that names the zones of --zones. 片区编号列。",
        ),
        click.option(
            "--zones",
            "zones_file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Zones of a file instead of the plan's. 用此文件的片区，不用规划的。",
        ),
    ):
        command = option(command)
    return command


def read_zones(file: Path, zone_id: str, layer: str | None) -> Outlines:
    """The zones of a file.

    Raises
    ------
    InputError
        When it cannot be read; a parameter that it names is that of the zones.
    """
    from yzgeo.assignment.parcel_source import outlines

    opened = _open(file, zone_id, layer)
    try:
        names, shapes = outlines(opened)
    except InputError as error:
        raise error.at(file=str(file)) from error
    notes = [*opened.crs_notes, *_without_area(names, shapes)]
    for name, times in Counter(names).items():
        if times > 1:
            notes.append(
                Text(f"片区 {name} 有 {times} 个图形，合为一个", f"zone {name} has {times} shapes, taken as one")
            )
    return Outlines(names, shapes, opened.crs, notes)


def _without_area(names: list[Any], shapes: npt.NDArray[np.object_]) -> Iterator[Text]:
    """A remark on the zones that have no area, where others have one."""
    import shapely

    from yzgeo.spatial.polygon_repair import polygonal

    areal = set(compress(names, shapely.area(polygonal(shapes)) > 0))
    lost = [str(name) for name in dict.fromkeys(names) if name not in areal]
    if areal and lost:
        shown = lost[:SHOWN]
        more = (
            f"等 {len(lost)} 个" if len(lost) > SHOWN else "",
            f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else "",
        )
        yield Text(
            f"片区 {'、'.join(shown)}{more[0]} 没有面，没有地块落入",
            f"no parcel lies in zones without an area: {', '.join(shown)}{more[1]}",
        )


def _open(file: Path, zone_id: str, layer: str | None) -> ParcelFile:
    from yzgeo.assignment.parcel_source import open_parcels

    try:
        return open_parcels(file, zone_id, layer=layer)
    except InputError as error:
        asked = error.parameter
        if asked is not None and asked.name in OF_ZONES:
            raise error.at(parameter=asked._replace(name=OF_ZONES[asked.name])) from error
        if asked is not None and asked.name == "crs":
            remedy = Text(
                "给片区文件写明正确的坐标系（如 Shapefile 的 .prj），或在 GIS 中改正后另存",
                "state the right CRS in the file of the zones (in a .prj, say), or correct it in a GIS and save it anew",
            )
            raise error.at(remedy=remedy) from error
        raise
