"""The result of `landuse`: accounts and changes told in one system, down to one level, in hectares."""

from __future__ import annotations

from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core.i18n import Lang, Text, counted, plain
from yzgeo.core.units import M2_PER_HA, M2_PER_KM2
from yzgeo.ledger.land_classes import DEEPEST, INDUSTRY, SYSTEMS, at_level, classes
from yzgeo.spatial.crs import CGCS2000
from yzgeo.stats.landuse.accounts import AGAIN, OUTSIDE, TOTAL, UNLOCATED, Accounts
from yzgeo.stats.landuse.changes import SLIVER_M, Changes
from yzgeo.stats.landuse.land import NOWHERE, Land, land
from yzgeo.stats.landuse.survey import Survey

SMALLEST_M2 = 0.005
"""Less is rounding: a cell with less is empty."""
PLACES = {
    OUTSIDE: Text("片区之外", "outside all zones"),
    AGAIN: Text("减：片区重叠处重复计", "less what zones that overlap count again"),
    UNLOCATED: Text("无图形", "without a shape"),
    TOTAL: Text("合计", "total"),
}
DISTRICT = Text("其中区（县）内", "of it in the district")


class Zone(NamedTuple):
    """A zone of the result: its name, what the plan says is usable (None where unknown), and the zones in it."""

    zone_id: Any
    name: Text
    usable_m2: float | None
    inner: tuple[Any, ...]


class Row(NamedTuple):
    """A row of accounts: the class, m² by place, and m² in the district (None where its outline is not known)."""

    land: Land
    m2: dict[Any, float]
    district_m2: float | None


class Result(NamedTuple):
    """What the outputs are made of.

    - `title`: of the plan, or the file of the zones
    - `survey`, `accounts`: of the survey; `earlier`, `earlier_accounts`, `changes`: with an earlier one
    - `zones`: in their order; `outlines`: their own land in the surveys' projection
    - `places`: the columns of the accounts that have an amount, in order, `TOTAL` last
    - `system`, `level`: in which classes are told
    - `remarks`: what the user must know, indicative outlines first
    - `schematic`: whether an outline of a zone is schematic
    """

    title: Text
    survey: Survey
    accounts: Accounts
    zones: list[Zone]
    outlines: gpd.GeoDataFrame
    system: str
    level: int
    remarks: list[Text]
    schematic: bool = False
    earlier: Survey | None = None
    earlier_accounts: Accounts | None = None
    changes: Changes | None = None


def rows(result: Result) -> list[Row]:
    """A row per class, sorted by code, classes without one last."""
    kept: dict[str, Land] = {}
    sums: dict[str, dict[Any, float]] = {}
    of = {code: land(code, result.survey.system, result.system, result.level) for code in result.survey.codes}
    for code, place, m2 in result.accounts.cells.itertuples(index=False):
        key = of[code].key
        kept[key] = of[code]
        places = sums.setdefault(key, {})
        places[place] = places.get(place, 0.0) + m2
    district: dict[str, float] = {}
    if result.accounts.district is not None:
        for code, m2 in result.accounts.district.itertuples(index=False):
            district[of[code].key] = district.get(of[code].key, 0.0) + m2
    return [
        Row(kept[key], sums[key], district.get(key, 0.0) if result.accounts.district is not None else None)
        for key in sorted(kept, key=_order)
    ]


def _order(key: str) -> tuple[int, str]:
    return (2 if key.startswith("~") else 1 if ":" in key else 0, key)


def places(result: Result) -> list[tuple[Any, Text]]:
    """The columns of the accounts and their headings: the zones with land of their own, then what lies in none."""
    there = set(result.accounts.cells["place"])
    own = set(result.accounts.zones["zone_id"])
    columns = [(zone.zone_id, _own(zone)) for zone in result.zones if zone.zone_id in own]
    columns += [(place, PLACES[place]) for place in (OUTSIDE, AGAIN, UNLOCATED) if place in there or place == OUTSIDE]
    return [*columns, (TOTAL, PLACES[TOTAL])]


def _own(zone: Zone) -> Text:
    if not zone.inner:
        return zone.name
    return Text(f"{zone.name.zh}（不含下级片区）", f"{zone.name.en} (without the zones in it)")


def zone_rows(result: Result) -> list[dict[str, Any]]:
    """A row per zone, with the zones in it: areas in hectares, unknown ones None."""
    table = result.accounts.zones.set_index("zone_id")
    filled = []
    for zone in result.zones:
        parts = table.reindex([zone.zone_id, *zone.inner]).dropna(how="all")
        usable = zone.usable_m2
        usable_ha = None if usable is None else usable / M2_PER_HA
        if parts.empty:  # no outline
            unknown = dict.fromkeys(("drawn_ha", "surveyed_ha", "uncovered_ha", "overlap_ha", "industrial_ha"))
            nothing = {"usable_area_ha": usable_ha, "industrial_share": None}
            filled.append({"zone_id": zone.zone_id, "name": zone.name, **unknown, **nothing})
            continue
        held = parts.sum()
        industrial = held["industrial_m2"] if held["surveyed_m2"] > 0 else None  # unknown, where nothing was surveyed
        uncovered = held["drawn_m2"] - held["surveyed_m2"]
        filled.append(
            {
                "zone_id": zone.zone_id,
                "name": zone.name,
                "drawn_ha": held["drawn_m2"] / M2_PER_HA,
                "surveyed_ha": held["surveyed_m2"] / M2_PER_HA,
                "uncovered_ha": max(uncovered, 0.0) / M2_PER_HA,
                "overlap_ha": held["overlap_m2"] / M2_PER_HA,
                "industrial_ha": None if industrial is None else industrial / M2_PER_HA,
                "usable_area_ha": usable_ha,
                "industrial_share": None if not usable or industrial is None else industrial / usable,
            }
        )
    return filled


class Matrix(NamedTuple):
    """What became what: the classes before and after, m² by pair, and the sums of each."""

    before: list[Land]
    after: list[Land]
    m2: dict[tuple[str, str], float]

    def row_sum(self, key: str) -> float:
        """Square metres of a class before."""
        return sum(m2 for (before, _), m2 in self.m2.items() if before == key)

    def column_sum(self, key: str) -> float:
        """Square metres of a class after."""
        return sum(m2 for (_, after), m2 in self.m2.items() if after == key)

    @property
    def changed_m2(self) -> float:
        """Square metres of another class after than before, land of one survey only left out."""
        return sum(m2 for (before, after), m2 in self.m2.items() if before != after and GONE not in (before, after))


GONE = land(NOWHERE, "survey-2019", "survey-2019", 1).key
"""The key of land that the other survey does not cover."""


def matrix(result: Result, level: int | None = None) -> Matrix:
    """The from-to matrix down to a level, the result's own where none is given."""
    changes = _changes(result)
    told = _told(result, level)
    sums: dict[tuple[str, str], float] = {}
    for before, after, m2 in changes.matrix.itertuples(index=False):
        pair = told[before].key, told[after].key
        sums[pair] = sums.get(pair, 0.0) + m2
    sums = {pair: m2 for pair, m2 in sums.items() if abs(m2) >= SMALLEST_M2}
    by_key = {each.key: each for each in told.values()}
    return Matrix(
        [by_key[key] for key in sorted({before for before, _ in sums}, key=_order)],
        [by_key[key] for key in sorted({after for _, after in sums}, key=_order)],
        sums,
    )


def _changes(result: Result) -> Changes:
    if result.changes is None:
        raise ValueError("there is no earlier survey")
    return result.changes


def _told(result: Result, level: int | None = None) -> dict[str, Land]:
    """By key of the changes the class in which it is told."""
    level = result.level if level is None else level
    told = {}
    for survey in (result.survey, *([] if result.earlier is None else [result.earlier])):
        for code in survey.codes:
            told[land(code, survey.system, result.system, DEEPEST).key] = land(
                code, survey.system, result.system, level
            )
    nowhere = land(NOWHERE, result.system, result.system, level)
    return {**told, nowhere.key: nowhere}


def changed_pieces(result: Result) -> gpd.GeoDataFrame:
    """Changed land, a row per piece: `before, before_name, after, after_name, hectares` and its shape; the largest first.

    Pieces whose class is the same at the level of the result are left out. Names are `Text`.
    """
    changes, told = _changes(result), _told(result)
    pieces = changes.pieces
    before, after = (pieces[column].map(told) for column in ("before", "after"))
    changed = [one.key != other.key for one, other in zip(before, after, strict=True)]
    frame = gpd.GeoDataFrame(
        {
            "before": [each.code or None for each in before],
            "before_name": [each.name for each in before],
            "before_key": [each.key for each in before],
            "after": [each.code or None for each in after],
            "after_name": [each.name for each in after],
            "after_key": [each.key for each in after],
            "hectares": pieces["m2"] / M2_PER_HA,
            "width_m": pieces["width_m"],
        },
        geometry=pieces.geometry,
        crs=pieces.crs,
    )
    return frame[changed].sort_values("hectares", ascending=False, kind="stable", ignore_index=True)


def change_layer(result: Result, lang: Lang) -> gpd.GeoDataFrame:
    """Changed land in EPSG:4490: `before, before_name, after, after_name, hectares, width_m` and geometry."""
    pieces = changed_pieces(result).drop(columns=["before_key", "after_key"])
    for column in ("before_name", "after_name"):
        pieces[column] = [name.of(lang) for name in pieces[column]]
    for column in ("before", "after", "before_name", "after_name"):
        pieces[column] = pieces[column].astype("str")
    return pieces.to_crs(CGCS2000)


def changes_by_zone(result: Result) -> list[tuple[Any, Land, Land, float]]:
    """Zone, class before and after, and m², of changed land in zones; the zones in their order, the largest first."""
    told = _told(result)
    sums: dict[tuple[Any, str, str], float] = {}
    for zone, before, after, m2 in _changes(result).by_zone.itertuples(index=False):
        if told[before].key != told[after].key:
            key = zone, told[before].key, told[after].key
            sums[key] = sums.get(key, 0.0) + m2
    by_key = {each.key: each for each in told.values()}
    order = {zone.zone_id: number for number, zone in enumerate(result.zones)}
    kept = [
        (zone, by_key[before], by_key[after], m2) for (zone, before, after), m2 in sums.items() if m2 >= SMALLEST_M2
    ]
    return sorted(kept, key=lambda row: (order[row[0]], -row[3]))


def is_industry(result: Result, key: str) -> bool:
    """Whether a row of the result is industrial land, or lies in it."""
    known = classes(result.system)
    industry = INDUSTRY[result.system]
    return key in known and at_level(result.system, key, known[industry].level) == industry


def all_remarks(result: Result) -> list[Text]:
    """The remarks of the result and those that its figures ask for."""
    told = list(result.remarks)
    told.append(
        Text(
            f"地类按{SYSTEMS[result.system].zh}列到第 {result.level} 级",
            f"classes: {SYSTEMS[result.system].en}, level {result.level}",
        )
    )
    if result.system != result.survey.system:
        told.append(
            Text(
                "换用另一分类：一类对应多类的，归入能容纳它们的上级类；没有单一对应的单列",
                "told in another system: a class that is divided there is counted in the class above, one without a single "
                "equivalent in a row of its own",
            )
        )
    for survey, accounts in ((result.survey, result.accounts), (result.earlier, result.earlier_accounts)):
        if survey is not None and accounts is not None and accounts.overlap.pairs:
            told.append(_overlap_remark(survey, accounts))
    told += _uncovered(result)
    if result.changes is not None:
        told += list(_change_remarks(result))
    return told


def _uncovered(result: Result) -> list[Text]:
    """The remark on zones that the survey does not cover as a whole, the largest gaps first."""
    if not (result.accounts.zones["surveyed_m2"] > 0).any():
        return [
            Text(
                "没有一个图斑落入片区：若不应如此，请核对调查与片区的坐标系",
                "no polygon lies in any zone: unless that is as it should be, check the CRS of the survey and of the zones",
            )
        ]
    gaps = [zone for zone in zone_rows(result) if (zone["uncovered_ha"] or 0.0) * M2_PER_HA >= 1]
    if not gaps:
        return []
    first = sorted(gaps, key=lambda zone: -float(zone["uncovered_ha"]))[:EXAMPLES]
    more = len(gaps) - len(first)
    zh = "；".join(
        f"{zone['name'].zh} {zone['uncovered_ha']:,.4f} 公顷（共 {zone['drawn_ha']:,.4f}）" for zone in first
    )
    en = "; ".join(f"{zone['name'].en} {zone['uncovered_ha']:,.4f} ha (of {zone['drawn_ha']:,.4f})" for zone in first)
    return [
        Text(
            f"调查没有盖满 {len(gaps)} 个片区：{zh}{f'；另有 {more} 个' if more else ''}",
            f"the survey leaves land uncovered in {counted(len(gaps), 'zone')}: {en}{f'; {more} more' if more else ''}",
        )
    ]


def unsurveyed(result: Result) -> set[Any]:
    """The zones of whose own land the survey covers nothing: figures there are unknown, not zero."""
    table = result.accounts.zones
    return set(table.loc[table["surveyed_m2"] <= 0, "zone_id"])


def _overlap_remark(survey: Survey, accounts: Accounts) -> Text:
    overlap = accounts.overlap
    area = sum(shape.area for shape in overlap.pieces) / M2_PER_HA
    first = "、".join(f"{one}/{other}" for one, other in overlap.first.tolist())
    return Text(
        f"{survey.file} 的图斑相互重叠 {overlap.pairs:,} 处，共 {area:,.4f} 公顷，在分类面积中重复计（第 {first} 行等）",
        f"polygons of {survey.file} overlap at {counted(overlap.pairs, 'place')}, {area:,.4f} ha in all, which the areas by class "
        f"count again (rows {first.replace('、', ', ')}, …)",
    )


def _change_remarks(result: Result) -> list[Text]:
    table = matrix(result)
    pieces = changed_pieces(result)
    thin = pieces.loc[pieces["width_m"] < SLIVER_M, "hectares"].sum()
    told = [
        Text(
            "变化矩阵按图上面积（椭球面积）计，重叠处归先出现的图斑，每平方米各计一次",
            "the matrix counts the drawn area (on the ellipsoid), overlaps to the first polygon: each square metre once",
        ),
        Text(
            f"地类改变 {table.changed_m2 / M2_PER_HA:,.4f} 公顷",
            f"{table.changed_m2 / M2_PER_HA:,.4f} ha are of another class than before",
        ),
    ]
    if thin * M2_PER_HA >= 1:
        told.append(
            Text(
                f"其中 {thin:,.4f} 公顷是宽不足 {SLIVER_M:.0f} 米的细条，可能只是同一边界画了两次",
                f"{thin:,.4f} ha of them are strips narrower than {SLIVER_M:.0f} m, which may be one border drawn twice",
            )
        )
    if result.earlier is not None and result.earlier.system != result.survey.system:
        told.append(
            Text(
                "两次调查所用分类不同，经对应表换算后比较",
                "the two surveys use different systems, compared by what is what between them",
            )
        )
    return told


def record(result: Result, lang: Lang) -> dict[str, Any]:
    """The result as one object, for scripts; keys and units are the same in both languages, areas in hectares."""
    zones = [{**row, "name": row["name"].of(lang)} for row in zone_rows(result)]
    content: dict[str, Any] = {
        "plan": result.title.of(lang),
        "system": result.system,
        "level": result.level,
        "survey": _survey_record(result.survey, result.accounts),
        "classes": [
            {
                "code": row.land.code or None,
                "name": row.land.name.of(lang),
                "divided": row.land.whole,
                "by_zone": [
                    {"zone_id": zone.zone_id, "hectares": _ha(row.m2.get(zone.zone_id, 0.0))}
                    for zone in result.zones
                    if row.m2.get(zone.zone_id)
                ],
                "outside_ha": _ha(row.m2.get(OUTSIDE, 0.0)),
                "counted_again_ha": _ha(row.m2.get(AGAIN, 0.0)),
                "unlocated_ha": _ha(row.m2.get(UNLOCATED, 0.0)),
                "total_ha": _ha(row.m2.get(TOTAL, 0.0)),
                "district_ha": None if row.district_m2 is None else _ha(row.district_m2),
            }
            for row in rows(result)
        ],
        "zones": [{name: _rounded(value) for name, value in row.items()} for row in zones],
        "remarks": [remark.of(lang) for remark in all_remarks(result)],
    }
    if result.changes is not None and result.earlier is not None and result.earlier_accounts is not None:
        table = matrix(result)
        names = {each.key: each for each in (*table.before, *table.after)}
        content["before"] = _survey_record(result.earlier, result.earlier_accounts)
        content["changes"] = {
            "matrix": [_flow(names[one], names[other], m2, lang) for (one, other), m2 in sorted(table.m2.items())],
            "changed_ha": _ha(table.changed_m2),
            "by_zone": [
                {"zone_id": zone, **_flow(one, other, m2, lang)} for zone, one, other, m2 in changes_by_zone(result)
            ],
        }
    return content


def _flow(before: Land, after: Land, m2: float, lang: Lang) -> dict[str, Any]:
    return {
        "before": before.code or None,
        "before_name": before.name.of(lang),
        "after": after.code or None,
        "after_name": after.name.of(lang),
        "hectares": _ha(m2),
    }


def _survey_record(survey: Survey, accounts: Accounts) -> dict[str, Any]:
    return {
        "file": survey.file,
        "system": survey.system,
        "area": survey.basis,
        "polygons": len(survey.drawn_m2),
        "hectares": _ha(float(survey.counted_m2.sum())),
        "drawn_ha": _ha(float(survey.drawn_m2.sum())),
        "overlap_ha": _ha(sum(shape.area for shape in accounts.overlap.pieces)),
        "overlaps": accounts.overlap.pairs,
    }


def _ha(m2: float) -> float:
    return round(m2 / M2_PER_HA, DECIMALS)


def _rounded(value: Any) -> Any:
    return round(value, DECIMALS) if isinstance(value, float) else value


EXAMPLES = 3
DECIMALS = 8
"""Of hectares: to a square centimetre less, so that sums close to the square metre."""


def zones_of(frame: pd.DataFrame, held: dict[Any, list[Any]]) -> list[Zone]:
    """The zones of a table with `zone_id, name, name_en, usable_area_km2`, all but the first optional.

    Parameters
    ----------
    frame
        The zones.
    held
        By zone, itself and the zones in it.
    """
    found = []
    for row in frame.to_dict("records"):
        name = row.get("name") or row["zone_id"]
        english = row.get("name_en")
        usable = row.get("usable_area_km2")
        found.append(
            Zone(
                row["zone_id"],
                Text(str(name), english) if isinstance(english, str) and english.strip() else plain(name),
                None if usable is None or pd.isna(usable) else float(usable) * M2_PER_KM2,
                tuple(zone for zone in held.get(row["zone_id"], ()) if zone != row["zone_id"]),
            )
        )
    return found
