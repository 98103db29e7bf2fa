"""Areas of zones in words: as the plan prints them, in km² where it prints one figure."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import NOTHING, Text, plain
from yzgeo.core.unit_grammar import convert, ratio
from yzgeo.core.units import DECIMALS, amount, amount_or_range, km2_to_mu
from yzgeo.core.values import count_missing, total
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan
from yzgeo.spatial.zone_tree import counted

KM2 = "平方公里"


def printed_area(zone: pd.Series) -> Text:
    """The area of a zone as the plan prints it, in both languages; in km² beside it where it has another unit.

    Empty where the plan prints none.

    Parameters
    ----------
    zone
        A row of `Plan.zones`.

    >>> from yzgeo.plan.load import load
    >>> print(printed_area(load("yinzhou").zones.iloc[0]).en)
    16.88 km²
    >>> zone = pd.Series({"area": 1200.0, "area_to": None, "area_unit": "公顷", "area_qualifier": "约", "area_km2": 12.0})
    >>> print(*printed_area(zone), sep=" | ")
    约 1,200 公顷（12 平方公里） | about 1,200 ha (12 km²)
    """
    printed = _as_printed(zone)
    if not printed.zh or pd.isna(zone["area_km2"]) or ratio(_unit(zone), KM2) == 1:
        return printed
    upper = None if pd.isna(zone["area_to"]) else upper_km2(zone)
    in_km2 = amount_or_range(float(zone["area_km2"]), upper, KM2)
    return Text(f"{printed.zh}（{in_km2.zh}）", f"{printed.en} ({in_km2.en})")


def area_in_units(zone: pd.Series) -> Text:
    """The area of a zone as printed with the same in mu and km² beside it, where it is one figure; empty without one.

    >>> from yzgeo.plan.load import load
    >>> print(area_in_units(load("yinzhou").zones.iloc[0]).en)
    16.88 km² (25,320 mu)
    """
    if pd.isna(zone["area"]) or pd.isna(zone["area_km2"]) or not is_one_figure(zone):
        return printed_area(zone)
    printed = _as_printed(zone)
    km2 = float(zone["area_km2"])
    beside = [
        amount(number, unit) for number, unit in ((km2, KM2), (km2_to_mu(km2), "亩")) if ratio(_unit(zone), unit) != 1
    ]
    zh, en = "，".join(one.zh for one in beside), ", ".join(one.en for one in beside)
    return Text(f"{printed.zh}（{zh}）", f"{printed.en} ({en})")


def _as_printed(zone: pd.Series) -> Text:
    if pd.isna(zone["area"]):
        return NOTHING
    upper = None if pd.isna(zone["area_to"]) else float(zone["area_to"])
    return qualifiers.printed(float(zone["area"]), upper, _unit(zone), zone["area_qualifier"])


def _unit(zone: pd.Series) -> str:
    return zone["area_unit"] if isinstance(zone["area_unit"], str) else ""


def is_one_figure(zone: pd.Series) -> bool:
    """Whether the area is one figure without a qualifier such as 约."""
    return bool(pd.notna(zone["area_km2"]) and pd.isna(zone["area_to"]) and pd.isna(zone["area_qualifier"]))


GROWN = Text("由组成地点外扩至规划面积", "grown from the places the plan names to the plan's area")
REACH = Text("规划未载面积，取组成地点的可能范围", "the reach of the places the plan names, since it states no area")


def schematic_basis(zones: pd.DataFrame) -> Text:
    """How the schematic outlines of zones were made; empty where none is schematic.

    Parameters
    ----------
    zones
        Rows of `Plan.zones`.

    >>> from yzgeo.plan.load import load
    >>> print(schematic_basis(load("yinzhou").zones).en)
    grown from the places the plan names to the plan's area
    """
    schematic = zones[zones["outline_basis"] == "schematic"]
    has_area = schematic["area_km2"].notna()
    ways = ([GROWN] if has_area.any() else []) + ([REACH] if not has_area.all() else [])
    return Text("；".join(way.zh for way in ways), "; ".join(way.en for way in ways))


class AreasOfKind(NamedTuple):
    """The areas of one kind (规划, 建设用地, …) that a plan states for its zones, and their sum.

    - `kind`: what such an area is called
    - `zone_ids`: the zones that the plan states one for
    - `km2`, `upper_km2`: the sum, land in a zone in a zone counted once; of ranges the lower and the upper ends
    - `inexact`: how many of those summed are ranges, or have words such as 约 beside them
    - `missing`: how many zones the sum is without
    - `is_usable`: whether it is the usable area
    """

    kind: Text
    zone_ids: list[str]
    km2: float
    upper_km2: float
    inexact: int
    missing: int
    is_usable: bool


@cached_per_plan
def areas_by_kind(plan: Plan) -> list[AreasOfKind]:
    """The areas of a plan's zones, each kind apart: that of most zones first, none where the plan states no area.

    >>> from yzgeo.plan.load import load
    >>> for areas in areas_by_kind(load("yinzhou")):
    ...     print(f"{areas.kind.en}: {areas.km2:.2f} km², {areas.missing} zones missing")
    Usable area: 70.25 km², 0 zones missing
    """
    zones = plan.zones
    kinds = zones["area_kind"].map(lambda kind: labels.area(kind).zh).where(zones["area_km2"].notna())
    found = []
    for name in kinds.dropna().unique():
        of_kind = kinds == name
        summed = counted(zones.assign(of_kind=zones["area_km2"].where(of_kind)), "of_kind")
        stated = summed[summed["of_kind"].notna()]
        found.append(
            AreasOfKind(
                kind=labels.area(zones.loc[of_kind, "area_kind"].iloc[0]),
                zone_ids=zones.loc[of_kind, "zone_id"].tolist(),
                km2=total(stated["of_kind"]),
                upper_km2=total(upper_km2(zone) for _, zone in stated.iterrows()),
                inexact=sum(not is_one_figure(zone) for _, zone in stated.iterrows()),
                missing=count_missing(summed["of_kind"]),
                is_usable=bool(zones.loc[of_kind, "usable_area_km2"].notna().any()),
            )
        )
    return sorted(found, key=lambda areas: -len(areas.zone_ids))


def upper_km2(zone: pd.Series) -> float:
    """The upper end of the area of a zone in km²; of one figure the figure.

    >>> from yzgeo.plan.load import load
    >>> print(upper_km2(load("yinzhou").zones.iloc[0]))
    16.88
    """
    upper = None if pd.isna(zone["area_to"]) else convert(float(zone["area_to"]), _unit(zone), KM2)
    return float(zone["area_km2"]) if upper is None else round(upper, DECIMALS)


def sum_in_words(areas: AreasOfKind) -> Text:
    """The sum of areas of one kind as a bare number of km², or a range of two.

    >>> one = AreasOfKind(Text("规划面积", "Planned area"), ["a", "b"], 15.0, 16.0, 1, 0, False)
    >>> print(sum_in_words(one).zh, sum_in_words(one).en)
    15—16 15 to 16
    """
    lower, upper = f"{areas.km2:,.10g}", f"{areas.upper_km2:,.10g}"
    return plain(lower) if lower == upper else Text(f"{lower}—{upper}", f"{lower} to {upper}")


def sum_note(areas: AreasOfKind) -> Text:
    """What a sum of areas is without and how exact it is, without brackets; empty where there is nothing to say.

    >>> print(sum_note(AreasOfKind(Text("规划面积", "Planned area"), ["a"], 12.0, 12.0, 1, 2, False)).zh)
    其中约数或区间 1 个，另 2 个片区未载
    """
    zh, en = [], []
    if areas.inexact:
        zh.append(f"其中约数或区间 {areas.inexact} 个")
        en.append(f"{areas.inexact} of them not exact")
    if areas.missing:
        zh.append(f"另 {areas.missing} 个片区未载")
        en.append(f"{areas.missing} zones more state none")
    return Text("，".join(zh), ", ".join(en))


def states_kinds(plan: Plan) -> bool:
    """Whether an area must be told with its kind: the plan states others than usable areas."""
    return any(not areas.is_usable for areas in areas_by_kind(plan))
