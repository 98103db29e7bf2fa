"""Strategies that grow valid inputs, shared by all tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from pyproj import Geod

from yzgeo.checks import example_plan

Tables = tuple[dict[str, list[dict[str, Any]]], dict[str, tuple[float, float, float, float]]]
GEOD = Geod(a=6378137, rf=298.257222101)  # CGCS2000, written down here so that areas are not checked against themselves
LIMIT = 3
M2_PER_MU = 2000 / 3


@st.composite
def sound_plans(draw: st.DrawFn) -> Tables:
    """A plan that keeps all its rules: the rows of its tables, and its official outlines as boxes.

    Zones lie side by side from west to east; each has a place inside, parks and leading industries that text
    and table list in any order, and projects of one of its industries.
    """
    industries = [f"i{number}" for number in range(draw(st.integers(1, 5)))]
    tables: dict[str, list[dict[str, Any]]] = {
        "clauses": [{"clause": "一", "label_en": "1", "text": "甲"}],
        "measures": [
            {"measure_id": "leading-industries-max", "name": "主导产业上限", "name_en": "Leading industries"},
            {"measure_id": "floor-area-ratio", "name": "容积率", "name_en": "Floor area ratio"},
            {"measure_id": "firms", "name": "企业", "name_en": "Firms", "unit": "家"},
        ],
        "targets": [
            {"target_id": "l", "measure_id": "leading-industries-max", "scope": "zone", "name": "上限", "direction": "at_most", "target": LIMIT, "source": "一"},
            {"target_id": "f", "measure_id": "floor-area-ratio", "scope": "project", "name": "容积率", "direction": "at_least", "target": 1.5, "source": "一"},
        ],
        "clusters": [
            {"cluster_id": name, "name": f"群{name}", "name_en": name, "source": "一"} for name in industries
        ],
        "cluster_years": [row for name in industries for row in _cluster_years(draw, name)],
        "industries": [{"industry_id": one, "name": f"业{one}", "name_en": one, "cluster_id": one, "source": "一"} for one in industries],
        **{name: [] for name in ("zones", "places", "zone_places", "parks", "zone_parks", "zone_industries", "projects", "project_locations")},
    }  # fmt: skip
    outlines = {}
    west, south, north = 121.51, 29.51, 29.51 + draw(st.floats(0.02, 0.1))
    for number in range(draw(st.integers(1, 5))):
        east = round(west + draw(st.floats(0.02, 0.035)), 5)
        zone_id = f"z{number}"
        outlines[zone_id] = (west, south, east, north)
        _add_zone(draw, tables, zone_id, outlines[zone_id], industries)
        west = east
    classes = {row["industry"] for row in tables["projects"]}  # each is led where its project lies
    followed = {name for name in industries if f"群{name}" in classes}
    for name in ("clusters", "cluster_years"):  # of others the plan would say that it follows them up nowhere
        tables[name] = [row for row in tables[name] if row["cluster_id"] in followed]
    for row in tables["industries"]:
        row["cluster_id"] = row["cluster_id"] if row["cluster_id"] in followed else ""
    tiers = draw(st.lists(st.integers(1, 900), min_size=1, max_size=5))
    figure = {"measure_id": "firms", "year": 2026, "unit": "家", "source": "一"}
    tables["figures"] = [
        {**figure, "figure_id": f"t{index}", "scope": f"tier:{index}", "value": tier}
        for index, tier in enumerate(tiers)
    ] + [{**figure, "figure_id": "all", "scope": "district", "value": sum(tiers)}]
    tables["measure_relations"] = [
        {"relation_id": "r", "kind": draw(st.sampled_from(["sum", "within"])), "whole_measure": "firms", "whole_scope": "district",
         "part_measure": "firms", "part_scope": "tier:*", "year": 2026, "source": "一"},
    ]  # fmt: skip
    unnamed = {name: [] for name in example_plan.TABLES if name not in tables}
    return {**tables, **unnamed}, outlines


def _cluster_years(draw: st.DrawFn, name: str) -> list[dict[str, Any]]:
    """Outputs with the yearly growth and the share of the city that follow from them."""
    start, growth, city = draw(st.integers(100, 900)), draw(st.integers(1, 30)), draw(st.integers(10_000, 90_000))
    later = round(start * (1 + growth / 100) ** 2)
    last = round(start * (1 + growth / 100) ** 7)
    share = round(100 * last / city, 1)
    return [
        {"cluster_id": name, "year": 2018, "output": start, "source": "一"},
        {"cluster_id": name, "year": 2020, "output": later, "growth": growth, "source": "一"},
        {"cluster_id": name, "year": 2025, "output": last, "growth": growth, "city_output": city, "city_share": share, "source": "一"},
    ]  # fmt: skip


def _add_zone(
    draw: st.DrawFn,
    tables: dict[str, list[dict[str, Any]]],
    zone_id: str,
    box: tuple[float, float, float, float],
    industries: list[str],
) -> None:
    west, south, east, north = box
    area, _ = GEOD.polygon_area_perimeter([west, east, east, west], [south, south, north, north])
    kind = draw(st.sampled_from(["core", "agglomeration"]))
    tables["zones"].append(
        {"zone_id": zone_id, "name": zone_id, "name_table": zone_id, "name_en": zone_id, "kind": kind,
         "area": round(area / 1e6, 2), "area_unit": "平方公里", "area_kind": "可利用", "source": "一", "source_table": "一"}
    )  # fmt: skip
    tables["places"].append(
        {"place_id": zone_id, "name": zone_id, "name_en": zone_id, "kind": "town", "lon": (west + east) / 2,
         "lat": (south + north) / 2, "uncertainty_m": 100, "source": "一"}
    )  # fmt: skip
    tables["zone_places"].append(
        {"zone_id": zone_id, "place_id": zone_id, "words": "镇", "stand_in": "false", "source": "一"}
    )
    for number in range(draw(st.integers(0, 3))):
        park_id = f"{zone_id}-p{number}"
        tables["parks"].append(
            {"park_id": park_id, "name": park_id, "place_id": zone_id, "place_basis": "named", "source": "一"}
        )
    own = [park["park_id"] for park in tables["parks"] if park["place_id"] == zone_id]
    led = draw(st.lists(st.sampled_from(industries), min_size=1, max_size=LIMIT, unique=True))
    for listing, key, ids in (("zone_parks", "park_id", own), ("zone_industries", "industry_id", led)):
        role = {"role": "主导产业"} if listing == "zone_industries" else {}
        for place in ("text", "table"):
            for seq, one in enumerate(draw(st.permutations(ids)), start=1):
                tables[listing].append(
                    {"zone_id": zone_id, key: one, "listed_in": place, "seq": seq, "source": "一", **role}
                )
    for number in range(draw(st.integers(0, 4))):
        project_id = f"{zone_id}-{number}"
        mu = draw(st.integers(10, 20))
        tables["projects"].append(
            {"project_id": project_id, "list": "planned", "seq": number + 1, "name": project_id, "owner": "甲", "industry": f"群{draw(st.sampled_from(led))}",
             "investment": mu / 10, "investment_unit": "亿元", "site_area": mu, "site_area_unit": "亩", "floor_area": int(mu * M2_PER_MU * draw(st.floats(1.6, 4))),
             "floor_area_unit": "平方米", "works": "new_build", "source": "一"}
        )  # fmt: skip
        tables["project_locations"].append(
            {"project_id": project_id, "place_id": zone_id, "evidence": "plan_text", "source": "一"}
        )
