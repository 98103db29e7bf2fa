"""Judge a plan folder as a whole: its particulars, its tables and its outlines, and tell all that is wrong at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import InputError, all_of
from yzgeo.plan import particulars, row_checks, tables
from yzgeo.plan.constraints import no_constraints, read_constraints
from yzgeo.plan.ground import Ground, read_ground
from yzgeo.plan.outlines import read_district, read_zone_outlines


class ValidFolder(NamedTuple):
    """A plan folder without a flaw: its particulars, tables by name, district, outlines of zones, constraints and ground."""

    particulars: dict[str, Any]
    frames: dict[str, pd.DataFrame]
    district: gpd.GeoDataFrame
    outlines: gpd.GeoDataFrame
    constraints: gpd.GeoDataFrame
    ground: Ground


def read(folder: Path) -> ValidFolder:
    """The content of a plan folder.

    Raises
    ------
    InputError
        On flaws, all of them: of the particulars, the schema, the rows, the outlines and the ground. A table that cannot be read
        is not looked into, nor what points to it.
    """
    package = tables.descriptor(folder)
    flaws = particulars.flaws(folder, package)
    try:
        reading = tables.examine(folder)
    except InputError as refusal:  # what the tables must be is not known
        raise all_of([*flaws, refusal]) from refusal
    flaws += reading.flaws
    flaws += tables.located(folder, reading, row_checks.flaws(reading.frames))
    district = outlines = gpd.GeoDataFrame()
    try:
        district = read_district(folder)
    except InputError as refusal:
        flaws.append(refusal)
    has_ids = not any(_names_zones(flaw) for flaw in reading.flaws)
    if "zones" in reading.frames and has_ids:
        try:
            outlines = read_zone_outlines(folder, reading.frames["zones"]["zone_id"])
        except InputError as refusal:
            flaws.append(refusal)
    constraints = no_constraints()
    try:
        constraints = read_constraints(folder)
    except InputError as refusal:
        flaws.append(refusal)
    ground, found = read_ground(folder)
    flaws += found
    if flaws:
        raise all_of(_in_order(flaws))
    return ValidFolder(particulars.of_package(package), reading.frames, district, outlines, constraints, ground)


def _in_order(flaws: list[InputError]) -> list[InputError]:
    """By table, then by row, as one goes through the files; what is no table comes first."""
    flat = [one for flaw in flaws for one in (flaw.at(), *flaw.others)]
    rank = {f"{name}.csv": number for number, name in enumerate(tables.table_schemas())}
    return sorted(flat, key=lambda flaw: (rank.get(Path(str(flaw.file)).name, -1), flaw.row or 0))


def _names_zones(flaw: InputError) -> bool:
    """Whether a flaw is of the ids of zones: outlines are not held against such ids."""
    return Path(str(flaw.file)).name == "zones.csv" and flaw.column == "zone_id"
