"""A made-up plan of any size, for the benchmarks.

Zones side by side with official outlines, each with a place and two leading industries; projects spread over them,
one in fifty without a place, a third outside all zones, one in a hundred below the floor area ratio, titles in the words of real ones.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

import shapely

from yzgeo.checks import example_plan
from yzgeo.core.atomic_write import json_text
from yzgeo.plan import tables

WEST, SOUTH, SIDE = 121.5, 29.5, 0.005
COLUMNS = 40
WORDS = (
    "汽车变速箱",
    "永磁电机",
    "铜合金带材",
    "智能照明器具",
    "家电控制器",
    "纺织面料",
    "注塑模具",
    "医疗导管",
    "燃气表",
    "空调压缩机",
)


def make(folder: Path, zones: int, projects: int, parks: int | None = None) -> Path:
    """Write a plan folder; parks, one a zone unless told otherwise, go to the zones in turn."""
    chance = random.Random(1)  # noqa: S311  the same plan every time
    example_plan.make(folder, zones="", places="", zone_places="", parks="", zone_parks="", zone_industries="", projects="",
                 project_locations="", figures="", measure_relations="", targets="", actuals="", enumerations="")  # fmt: skip
    ids = [f"z{number}" for number in range(zones)]
    boxes = {zone_id: _box(number) for number, zone_id in enumerate(ids)}
    area = 0.0
    rows: dict[str, list[dict[str, object]]] = {}
    for zone_id, (west, south, east, north) in boxes.items():
        middle = {"lon": (west + east) / 2, "lat": (south + north) / 2}
        area = example_area(boxes[zone_id])
        zone = {"zone_id": zone_id, "name": f"片区{zone_id}", "name_en": zone_id, "kind": "agglomeration"}
        _add(rows, "zones", {**zone, "area": area, "area_unit": "平方公里", "area_kind": "可利用", "source": "一"})
        place = {"place_id": zone_id, "name": f"镇{zone_id}", "name_en": zone_id, "kind": "town", "uncertainty_m": 100}
        _add(rows, "places", {**place, **middle, "source": "一"})
        _add(
            rows,
            "zone_places",
            {"zone_id": zone_id, "place_id": zone_id, "words": "镇", "stand_in": "false", "source": "一"},
        )
        for listed in ("text", "table"):
            for seq, industry in enumerate(("steel", "cloth"), start=1):
                _add(
                    rows,
                    "zone_industries",
                    {
                        "zone_id": zone_id,
                        "industry_id": industry,
                        "listed_in": listed,
                        "role": "主导产业",
                        "seq": seq,
                        "source": "一",
                    },
                )
    beside = {"place_id": "outside", "name": "区外", "name_en": "outside", "kind": "town", "uncertainty_m": 1000}
    _add(rows, "places", {**beside, "lon": WEST - SIDE / 2, "lat": SOUTH - SIDE / 2, "source": "一"})
    for number in range(zones if parks is None else parks):
        park_id, zone_id = f"k{number}", ids[number % zones]
        park = {"park_id": park_id, "name": f"园{park_id}", "place_id": zone_id, "place_basis": "named", "source": "一"}
        _add(rows, "parks", park)
        for listed in ("text", "table"):
            listing = {"zone_id": zone_id, "park_id": park_id, "listed_in": listed, "seq": number // zones + 1}
            _add(rows, "zone_parks", {**listing, "source": "一"})
    for number in range(projects):
        low = number % 100 == 0
        word = chance.choice(WORDS)
        project = {
            "project_id": f"p{number}", "list": "planned", "seq": number + 1, "name": f"年产{number}万套{word}项目",
            "owner": f"公司{number % 20_000}", "content": f"用地{number % 90 + 10}亩，生产{word}{number}", "years": 2,
            "investment": round((number % 90 + 10) * chance.uniform(0.05, 0.09), 2), "investment_unit": "亿元", "works": "new_build",
            "industry": ("钢铁", "纺织")[WORDS.index(word) % 2], "site_area": number % 90 + 10, "site_area_unit": "亩",
            "floor_area": (number % 90 + 10) * (700 if low else 1500), "floor_area_unit": "平方米", "floor_area_words": "建筑面积", "source": "一",
        }  # fmt: skip
        _add(rows, "projects", project)
        if number % 50:
            place_id = "outside" if number % 3 == 0 else ids[number % zones]
            location = {"project_id": f"p{number}", "place_id": place_id, "evidence": "plan_text", "source": "一"}
            _add(rows, "project_locations", location)
        for figure, stated_in in enumerate(("title", "content")):
            capacity = {
                "figure_id": f"f{number}-{figure}",
                "measure_id": "capacity",
                "scope": f"project:p{number}",
                "item": word,
            }
            _add(rows, "figures", {**capacity, "value": number, "unit": "万套", "stated_in": stated_in, "source": "一"})
    _add(
        rows,
        "targets",
        {
            "target_id": "l",
            "measure_id": "leading-industries-max",
            "scope": "zone",
            "name": "上限",
            "direction": "at_most",
            "target": 3,
            "source": "一",
        },
    )
    _add(
        rows,
        "targets",
        {
            "target_id": "f",
            "measure_id": "floor-area-ratio",
            "scope": "project",
            "name": "容积率",
            "direction": "at_least",
            "target": 2,
            "source": "一",
        },
    )
    for name, added in rows.items():
        header = [field["name"] for field in tables.table_schemas()[name]["fields"]]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            writer.writerows(added)
    shapes = {zone_id: shapely.box(*box) for zone_id, box in boxes.items()}
    outlines = _collection({"zone_id": list(shapes), "outline_basis": ["official"] * zones}, list(shapes.values()))
    (folder / "zones.geojson").write_text(outlines, "utf-8")
    whole = shapely.box(WEST - SIDE, SOUTH - SIDE, WEST + COLUMNS * SIDE + SIDE, SOUTH + (zones // COLUMNS + 2) * SIDE)
    (folder / "district.geojson").write_text(_collection({"source": ["示例"]}, [whole]), "utf-8")
    return folder


def example_area(box: tuple[float, float, float, float]) -> float:
    """Area of a box in km², by the ellipsoid."""
    from yzgeo.spatial.crs import GEOD

    return round(abs(GEOD.geometry_area_perimeter(shapely.box(*box))[0]) / 1e6, 6)


def _box(number: int) -> tuple[float, float, float, float]:
    west, south = WEST + number % COLUMNS * SIDE, SOUTH + number // COLUMNS * SIDE
    return round(west, 6), round(south, 6), round(west + SIDE, 6), round(south + SIDE, 6)


def _add(rows: dict[str, list[dict[str, object]]], table: str, row: dict[str, object]) -> None:
    rows.setdefault(table, []).append(row)


def _collection(columns: dict[str, list[str]], shapes: list[shapely.Geometry]) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {name: values[index] for name, values in columns.items()},
            "geometry": shapely.geometry.mapping(shape),
        }
        for index, shape in enumerate(shapes)
    ]
    return json_text({"type": "FeatureCollection", "features": features})
