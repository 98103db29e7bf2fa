"""The parcel layer of the page: a ledger of up to a million parcels, packed for `src/parcels/` to draw.

What is packed, each part gzip in base64 in an inert script element of its own:

- `boxes`: of every parcel, along a Hilbert curve so that neighbours stand together, its bounding box in units of
  `BOX_UNIT` micro-degrees and its status. This alone draws the map from afar.
- `amounts`: of every parcel its net area (`yzgeo.ledger.net_area`) in hundredths of a mu, and the year of its recovery as
  a place in the header's `years` from 1 on; 0 where it is not recovered or has no day. This sums parcels up.
- `scenarios`: of every parcel for each scenario the place of the year in which it is chosen (`scenarios.places`).
- `shapes-N`: the outlines of the parcels of block N in micro-degrees; unpacked when the reader comes near.
- `facts-N`: what the ledger says of them, numbers exactly as they are; unpacked when the reader points at one.

`column_codec.py` tells how a column is written.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from importlib import resources
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from yzgeo.core import labels
from yzgeo.core.i18n import Text, plain
from yzgeo.core.palette import INK, PAPER, QUIET, STATUS_COLOURS
from yzgeo.core.units import m2_to_mu
from yzgeo.ledger import ledger
from yzgeo.ledger.days import parse_days
from yzgeo.publish.offline.escaping import json_script
from yzgeo.publish.page import column_codec
from yzgeo.publish.page.column_codec import Integers
from yzgeo.publish.page.scenarios import places
from yzgeo.spatial.crs import WGS84, equal_area
from yzgeo.stats import recovery

MICRODEGREES = 1_000_000
BOX_UNIT = 10
BLOCK = 4096
RUN = 256
"""Parcels with one box around them, which decides at once whether any is on a tile; blocks are whole runs."""
MOST_VALUES = 4096
ELEMENT = "yz-parcels"
SCRIPTS = ("parcels.js",)
STYLE = "parcels.css"
COLUMNS = {
    **{name: labels.COLUMNS[name] for name in (*ledger.COLUMNS, "zone_id", "zone_share")},
    "drawn_mu": Text("图上面积（亩）", "area as drawn (mu)"),
}
"""The columns of a parcel on the page: the ledger's columns, the zone that holds most of it and how much, and the area of
its shape where the ledger states none."""
OTHER = "other-"
"""What the ledger's other columns are called in the header, with their number; their own name is the label."""
DRAWN_DECIMALS = 3
PATTERNS = {"recovered": "solid", "under_way": "hatch", "identified": "open"}
"""What parcels are filled with by status, so that no hue is needed to tell them apart."""
OTHER_PATTERN = "dashed"
MOST_AMOUNT = 2.0**50
"""More land than there is: a figure that somebody mistyped."""
AMOUNT_UNIT = 0.01
"""Of a mu: the registered areas of ledgers have two decimals."""


class Packed(NamedTuple):
    """A packed layer: its header, and its parts by name."""

    header: dict[str, Any]
    parts: dict[str, bytes]


def elements(
    parcels: gpd.GeoDataFrame, land: pd.DataFrame | None = None, scenarios: Sequence[dict[str, Any]] = ()
) -> str:
    """The parcels and the scripts that draw them, for the body of the page; "" where there are none.

    `parcels` is the frame of the layer of that name, `land` and `scenarios` as for `pack`.

    Nothing in the data can run. The page calls `yzParcels(map, data, text, open)`.
    """
    if parcels.empty:
        return ""
    header, parts = pack(parcels, land, scenarios)
    inert = [
        f'<script type="text/plain" id="{ELEMENT}-{name}">{base64.b64encode(content).decode("ascii")}</script>'
        for name, content in parts.items()
    ]
    assets = resources.files("yzgeo.publish.page") / "assets"
    style = f"<style>{(assets / STYLE).read_text(encoding='utf-8')}</style>"
    scripts = [f"<script>{(assets / name).read_text(encoding='utf-8')}</script>" for name in SCRIPTS]
    return "\n".join([json_script(header, ELEMENT), *inert, style, *scripts])


def pack(
    parcels: gpd.GeoDataFrame, land: pd.DataFrame | None = None, scenarios: Sequence[dict[str, Any]] = ()
) -> Packed:
    """Pack parcels for the page.

    Parameters
    ----------
    parcels
        The frame of the layer `parcels`: the columns of `yzgeo.ledger.ledger`, `zone_id`, `zone_share`, polygons and
        multi-polygons in any CRS. Rows of other shape or none are counted in the header as `undrawn`.
    land
        `Plan.parcel_land`: `row` (position in `parcels`) and `mu`, the net area, in one or more rows per parcel. Without
        it a parcel counts with the area that its row has, registered or drawn.
    scenarios
        Figures of scenarios (`publish.scenario.figures`), in which parcels are chosen.

    Returns
    -------
    Packed
        The same bytes for the same tables.

    >>> from shapely import box
    >>> parcels = ledger.empty().reindex([0]).set_geometry([box(121.5, 29.8, 121.501, 29.801)], crs="EPSG:4490")
    >>> parcels["parcel_id"], parcels["status"] = "A-1", "recovered"
    >>> packed = pack(parcels)
    >>> print(f"{packed.header['count']} parcel in the parts {', '.join(packed.parts)}")
    1 parcel in the parts shapes-0, facts-0, boxes, amounts
    """
    kinds = shapely.get_type_id(parcels.geometry.to_numpy())
    drawable = np.isin(kinds, [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON])
    drawable &= ~parcels.geometry.is_empty.to_numpy()
    shapes = parcels.geometry[drawable].to_crs(WGS84)
    facts = _facts(parcels)
    amounts = _amounts(facts, land)[drawable]
    years = _years(parcels)[drawable]
    chosen = [places(parcels, one)[drawable] for one in scenarios]
    facts = facts[drawable]
    if len(shapes):
        order = np.argsort(shapes.hilbert_distance().to_numpy(), kind="stable")
        shapes, facts, amounts, years = shapes.iloc[order], facts.iloc[order], amounts[order], years[order]
        chosen = [one[order] for one in chosen]
    told_years = np.unique(years[years > 0])
    words = {value for value in facts["status"].dropna() if value.strip()}
    statuses = [*ledger.STATUSES, *sorted(words - {*ledger.STATUSES})]
    status = facts.pop("status").map({code: number + 1 for number, code in enumerate(statuses)}).fillna(0)
    coded = {name: column_codec.dictionary(facts[name], MOST_VALUES) for name in facts if facts[name].dtype.kind != "f"}
    coded.pop("parcel_id")

    parts: dict[str, bytes] = {}
    boxes = np.empty((len(shapes), 4), dtype=np.int64)
    for number, start in enumerate(range(0, len(shapes), BLOCK)):
        rows = slice(start, start + BLOCK)
        boxes[rows], content = _outlines(shapes.to_numpy()[rows])
        parts[f"shapes-{number}"] = column_codec.compress(content)
        columns = [_column(facts[name].iloc[rows], coded.get(name), rows) for name in facts]
        parts[f"facts-{number}"] = column_codec.compress(b"".join(columns))
    west, south, east, north = boxes.T
    content = (
        column_codec.steps(west)
        + column_codec.steps(south)
        + column_codec.varints(east - west)
        + column_codec.varints(north - south)
    )
    parts["boxes"] = column_codec.compress(content + column_codec.varints(status.to_numpy(dtype=np.int64)))
    year_places = np.where(years > 0, np.searchsorted(told_years, years) + 1, 0)
    whole = _whole(amounts, status.to_numpy())
    parts["amounts"] = column_codec.compress(column_codec.varints(whole) + column_codec.varints(year_places))
    if chosen:
        parts["scenarios"] = column_codec.compress(b"".join(column_codec.varints(one) for one in chosen))
    return Packed(
        {
            "count": len(shapes),
            "undrawn": int((~drawable).sum()),
            "block": BLOCK,
            "run": RUN,
            "unit": BOX_UNIT,
            "amount_unit": AMOUNT_UNIT,
            "years": told_years.tolist(),
            "scenarios": [one["years"] for one in scenarios],
            "ink": INK,
            "paper": PAPER,
            "status": COLUMNS["status"]._asdict(),
            "statuses": [
                {
                    "code": code,
                    "label": labels.VALUES.get(code, plain(code))._asdict(),
                    "colour": STATUS_COLOURS.get(code, QUIET),
                    "pattern": PATTERNS.get(code, OTHER_PATTERN),
                    "count": int((status == number + 1).sum()),
                }
                for number, code in enumerate(statuses)
            ],
            "columns": [_described(name, coded.get(name), place) for place, name in enumerate(facts)],
        },
        parts,
    )


def _facts(parcels: gpd.GeoDataFrame) -> pd.DataFrame:
    """The columns of `COLUMNS` that say something of any parcel, and after them the other ones of the ledger."""
    stated_columns = [
        name for name in COLUMNS if name in ("parcel_id", "status") or (name in parcels and parcels[name].notna().any())
    ]
    others = [name for name in parcels.columns if name not in (*COLUMNS, parcels.geometry.name)]
    facts = pd.DataFrame(parcels[[*stated_columns, *(name for name in others if parcels[name].notna().any())]])
    whole = facts.select_dtypes("integer").columns
    facts = facts.astype(dict.fromkeys(whole, "float64"))
    outlines = parcels.geometry.to_numpy()
    unmeasured = parcels["area_mu"].isna().to_numpy() & ~shapely.is_missing(outlines) & ~shapely.is_empty(outlines)
    if unmeasured.any():
        shapes = parcels.geometry[unmeasured]
        facts["drawn_mu"] = np.nan
        areas = shapes.to_crs(equal_area(shapes)).area.map(m2_to_mu)
        facts.loc[unmeasured, "drawn_mu"] = areas.round(DRAWN_DECIMALS)
    return facts


def _amounts(facts: pd.DataFrame, land: pd.DataFrame | None) -> npt.NDArray[np.float64]:
    """The net area of each row in `AMOUNT_UNIT`; what has none counts nothing."""
    if land is None:
        registered = facts["area_mu"].to_numpy(dtype=float) if "area_mu" in facts else np.full(len(facts), np.nan)
        drawn = facts["drawn_mu"].to_numpy(dtype=float) if "drawn_mu" in facts else np.zeros(len(facts))
        mu = np.nan_to_num(np.where(np.isfinite(registered) & (registered > 0), registered, drawn))
    else:
        mu = np.bincount(land["row"].to_numpy(dtype=int), land["mu"].to_numpy(dtype=float), minlength=len(facts))
    return np.minimum(mu / AMOUNT_UNIT, MOST_AMOUNT)


def _whole(amounts: npt.NDArray[np.float64], status: npt.NDArray[Any]) -> Integers:
    """Amounts as whole numbers whose running sums by status are rounded, so that parcels of one place or all add up.

    >>> print(_whole(np.array([0.4, 0.4, 7.0, 0.4]), np.array([1, 1, 2, 1])).tolist())
    [0, 1, 7, 0]
    """
    whole = np.zeros(len(amounts), dtype=np.int64)
    for one in np.unique(status):
        here = status == one
        whole[here] = np.diff(np.rint(np.cumsum(amounts[here])), prepend=0)
    return whole


def _years(parcels: gpd.GeoDataFrame) -> Integers:
    """The year in which each row was recovered; 0 where it was not, or nobody knows when."""
    years = parse_days(parcels["recovered_on"]).dt.year
    is_recovered = (parcels["status"] == recovery.RECOVERED).to_numpy()
    dated: Integers = years.where(is_recovered).fillna(0).to_numpy(dtype=np.int64)
    return dated


def _outlines(shapes: npt.NDArray[np.object_]) -> tuple[Integers, bytes]:
    """Boxes of some polygons (west, south, east, north in box units), and the polygons in bytes.

    A ring is written without its last point, which is its first.
    """
    turned = shapely.orient_polygons(shapes)  # so that what two parcels share is not taken for a hole
    kind, coordinates, starts = shapely.to_ragged_array(turned, include_z=False)
    ring_starts, part_starts = starts[:2]
    shape_starts = starts[2] if kind == shapely.GeometryType.MULTIPOLYGON else np.arange(len(shapes) + 1)
    whole = np.rint(coordinates * MICRODEGREES).astype(np.int64)
    points_of = ring_starts[part_starts[shape_starts]]
    low = np.minimum.reduceat(whole, points_of[:-1]) // BOX_UNIT
    high = -(-np.maximum.reduceat(whole, points_of[:-1]) // BOX_UNIT)

    is_vertex = np.ones(len(whole), dtype=bool)
    is_vertex[ring_starts[1:] - 1] = False
    whole = whole[is_vertex]
    firsts = (np.cumsum(is_vertex) - 1)[points_of[:-1]]
    moves = np.diff(whole, axis=0, prepend=0)
    moves[firsts] = whole[firsts] - low * BOX_UNIT
    content = [
        column_codec.varints(np.diff(shape_starts)),
        column_codec.varints(np.diff(part_starts)),
        column_codec.varints(np.diff(ring_starts) - 1),
        column_codec.varints(column_codec.zigzag(moves[:, 0])),
        column_codec.varints(column_codec.zigzag(moves[:, 1])),
    ]
    return np.hstack([low, high]), b"".join(content)


def _column(values: pd.Series, coded: tuple[list[str], Integers] | None, rows: slice) -> bytes:
    if values.dtype.kind == "f":
        return column_codec.numbers(values.to_numpy(dtype=np.float64))
    if coded:
        return column_codec.codes(coded[1][rows])
    return column_codec.texts([None if pd.isna(value) else str(value) for value in values])


def _described(name: str, coded: tuple[list[str], Integers] | None, place: int) -> dict[str, Any]:
    """A column for the page, on which an office's own name is only ever a label."""
    values = coded[0] if coded else None
    return {
        "name": name if name in COLUMNS else f"{OTHER}{place}",
        "label": COLUMNS.get(name, plain(name))._asdict(),
        "values": values,
        "labels": {
            code: labels.VALUES[code]._asdict() for code in values or [] if name in COLUMNS and code in labels.VALUES
        },
    }
