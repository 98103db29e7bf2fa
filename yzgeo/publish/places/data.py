"""What the page of places reads: the district, what is known, what has no place, and the table that is saved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import pandas as pd
import shapely
from shapely.geometry import mapping

from yzgeo.core import formula_injection, labels
from yzgeo.core.i18n import Lang, Text, plain
from yzgeo.core.labels import EVIDENCE
from yzgeo.core.palette import readable, zone_colours
from yzgeo.core.units import amount
from yzgeo.plan import import_places, tables
from yzgeo.plan.missing_places import OWNER_ADDRESS, MissingPlace, missing_places, towns, uses
from yzgeo.plan.model import Plan
from yzgeo.plan.names import new_id
from yzgeo.spatial.crs import WGS84

DECIMALS = 6
PAPER, NIGHT = "#fbf8f0", "#1b2023"
"""The grounds of the map's names, light and dark."""
INSCRIBED_TOLERANCE = 1e-4
KINDS = {"town": Text("镇", "town"), "subdistrict": Text("街道", "subdistrict"), "village": Text("村", "village")}
"""Kinds of places that plan folders write as codes; any others are shown as they are written."""
COUNTRY = (73.0, 18.0, 135.0, 54.0)
"""West, south, east and north of China, for a plan of which no place is known."""
GROUPS = ("town", "zone", "park", "project")


def places_data(plan: Plan, lang: Lang) -> dict[str, Any]:
    """Everything that the page's scripts read, as JSON-able values; texts are in both languages.

    >>> from yzgeo.plan.load import load
    >>> print(list(places_data(load("yinzhou"), "zh")["counts"]))
    ['settled', 'town', 'none']
    """
    table = import_places.table_of(plan.folder, "places")
    counted = pd.Series([use.standing for use in uses(plan)], dtype="object").value_counts()
    district = plan.district.to_crs(WGS84)
    west, south, east, north = _bounds(plan)
    name = plan.particulars.get("district") or plan.title("zh")
    return {
        "lang": lang,
        "plan": {
            "name": plan.name,
            "title": both(Text(plan.title("zh"), plan.title("en"))),
            "district": both(Text(name, plan.particulars.get("district_en") or name)),
            "key": document_key(plan),
        },
        "bounds": [[south, west], [north, east]],
        "district": None if district.empty else _rounded(district.geometry.iloc[0]),
        "zones": _zones(plan),
        "places": _places(plan),
        "wanted": _wanted(plan),
        "counts": {standing: int(counted.get(standing, 0)) for standing in ("settled", "town", "none")},
        "table": {"columns": table.columns, "rows": [[row[name] for name in table.columns] for row in table.rows]},
        "kinds": _choices("places", "kind", plan.places["kind"].dropna().unique()),
        "evidence": _evidence(),
        "extra": list(import_places.EXTRA),
        "formula": formula_injection.START,
        "credits": [
            str(row["title"])
            for row in plan.particulars.get("licenses") or plan.particulars.get("sources") or []
            if row.get("title")
        ],
    }


def document_key(plan: Plan) -> str:
    """The start of a SHA-256 of what makes the plan this document: its name, its title and its text.

    >>> from yzgeo.plan.load import load
    >>> print(len(document_key(load("yinzhou"))))
    16
    """
    parts = [plan.name, plan.title("zh"), *plan.clauses["clause"].astype("str"), *plan.clauses["text"].astype("str")]
    return _digest("\x1f".join(parts))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _bounds(plan: Plan) -> tuple[float, float, float, float]:
    """West, south, east and north of the district; without one of the zones and places, without any of the country."""
    for frame in (plan.district, plan.zones, plan.places):
        west, south, east, north = frame.to_crs(WGS84).total_bounds
        if west < east and south < north:
            return float(west), float(south), float(east), float(north)
    return COUNTRY


def both(text: Text) -> dict[str, str]:
    """A text in both languages as the page's data have it.

    >>> print(both(Text("片区", "zone")))
    {'zh': '片区', 'en': 'zone'}
    """
    return {"zh": text.zh, "en": text.en}


def _zones(plan: Plan) -> list[dict[str, Any]]:
    colours = zone_colours(plan.zones["zone_id"], plan.zones["kind"])
    rows = []
    for zone in plan.zones.to_crs(WGS84).itertuples():
        shape = zone.geometry
        drawn = shape is not None and not shape.is_empty
        rows.append(
            {
                "zone_id": zone.zone_id,
                "name": both(_named(zone.name, getattr(zone, "name_en", None))),
                "colour": colours[zone.zone_id],
                "ink": {
                    "light": readable(colours[zone.zone_id], PAPER),
                    "dark": readable(colours[zone.zone_id], NIGHT),
                },
                "geometry": _rounded(shape) if drawn else None,
                "middle": _middle(shape) if drawn else None,
                "uncertainty_m": _number(zone.outline_uncertainty_m),
                "official": zone.outline_basis == "official",
            }
        )
    return rows


def _places(plan: Plan) -> list[dict[str, Any]]:
    wide = towns(plan)
    return [
        {
            "place_id": place.place_id,
            "name": both(_named(place.name, getattr(place, "name_en", None))),
            "lat": round(place.lat, DECIMALS),
            "lon": round(place.lon, DECIMALS),
            "uncertainty_m": _number(place.uncertainty_m),
            "extent_m": _number(getattr(place, "extent_m", None)),
            "town": place.place_id in wide,
        }
        for place in plan.places.itertuples()
    ]


def _wanted(plan: Plan) -> list[dict[str, Any]]:
    """What lacks a place, those used most first, then projects by their investment."""
    taken = set(plan.places["place_id"])
    money = plan.projects.drop_duplicates("project_id").set_index("project_id")["investment_100m_yuan"]
    owners = plan.projects.drop_duplicates("project_id").set_index("project_id")["owner"]
    rows = []
    for one in missing_places(plan):
        place_id = new_id(one.name, taken)
        taken.add(place_id)
        invested = sum(_money(money, use.key) for use in one.uses)
        owner = next((str(owners[key]) for key in _projects(one) if pd.notna(owners[key])), "")
        rows.append(
            {
                "id": _digest(one.name),
                "name": one.name,
                "place_id": place_id,
                "group": "town" if one.standing == "town" else _kind(one.uses[0].key),
                "owner": owner,
                "invested": invested,
                "amount": both(amount(invested, "亿元")) if invested else None,
                "town": next((use.place_id for use in one.uses if use.place_id), None),
                "uses": [
                    {
                        "key": use.key,
                        "kind": _kind(use.key),
                        "name": use.name,
                        "words": use.words,
                        "standing": use.standing,
                        "source": both(plan.place(use.source)),
                        "quote": use.quote,
                    }
                    for use in one.uses
                ],
            }
        )

    def rank(row: dict[str, Any]) -> tuple[int, int, float]:
        return GROUPS.index(row["group"]), -len(row["uses"]), -row["invested"] if row["group"] == "project" else 0.0

    return sorted(rows, key=rank)


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _projects(one: MissingPlace) -> list[str]:
    return [use.key.partition(":")[2] for use in one.uses if _kind(use.key) == "project"]


def _money(money: pd.Series, key: str) -> float:
    kind, _, name = key.partition(":")
    return float(money[name]) if kind == "project" and pd.notna(money[name]) else 0.0


def _choices(table: str, column: str, otherwise: Iterable[str]) -> dict[str, Any]:
    """The words that a column may hold; where it may hold any (not `closed`), those that are suggested."""
    field = next(field for field in tables.table_schemas()[table]["fields"] if field["name"] == column)
    constraints = field.get("constraints", {})
    allowed = constraints.get("enum")
    values = [str(value) for value in (otherwise if allowed is None else allowed)]
    return {
        "closed": allowed is not None,
        "required": bool(constraints.get("required")),
        "values": [
            {"value": value, "label": both(KINDS.get(value) or labels.VALUES.get(value, plain(value)))}
            for value in values
        ],
    }


def _evidence() -> dict[str, Any]:
    """Why a project is at a place; an owner's address is offered to nobody, since it is no place of a project."""
    choices = _choices("project_locations", "evidence", EVIDENCE)
    return {**choices, "values": [one for one in choices["values"] if one["value"] != OWNER_ADDRESS]}


def _named(name: str, english: Any) -> Text:
    """A name; in English the one that the plan folder has, else the Chinese."""
    return Text(name, name if english is None or pd.isna(english) else str(english))


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _middle(shape: Any) -> list[float]:
    """Middle of the largest circle inside an outline, as latitude and longitude."""
    middle = shapely.Point(shapely.maximum_inscribed_circle(shape, tolerance=INSCRIBED_TOLERANCE).coords[0])
    return [round(middle.y, DECIMALS), round(middle.x, DECIMALS)]


def _rounded(shape: Any) -> Any:
    return mapping(shapely.set_precision(shape, 10**-DECIMALS, mode="pointwise"))
