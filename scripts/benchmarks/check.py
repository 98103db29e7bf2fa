"""Check a plan of many zones and projects, with the time of every rule.

The plan is made up: zones side by side with official outlines, each with a place, a park and two leading industries;
projects spread over them, one in fifty without a place, one in a hundred below the floor area ratio, titles in the
words of real ones. There is no other tool to time it beside; reading is timed beside plain pandas, which checks nothing.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from pathlib import Path

import pandas as pd
import shapely

from yzgeo.checks import example_plan
from yzgeo.checks.finding import Finding
from yzgeo.checks.run import PACKAGE
from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text, write_text
from yzgeo.plan import tables
from yzgeo.plan.model import load

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


def main(arguments: list[str]) -> None:
    """Make the plan, read it, run each rule."""
    parser = argparse.ArgumentParser(prog="bench.py check", description=__doc__)
    parser.add_argument("--zones", type=int, default=1_000)
    parser.add_argument("--projects", type=int, default=100_000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = _make(Path(place) / "plan", options.zones, options.projects)
        start = time.perf_counter()
        for name in tables.table_schemas():
            pd.read_csv(folder / f"{name}.csv")
        plain = time.perf_counter() - start
        start = time.perf_counter()
        plan = load(folder)
        reading = time.perf_counter() - start
    print(f"{options.zones:,} zones, {options.projects:,} projects")
    print(f"reading and validating {reading:8.2f} s; pandas.read_csv alone {plain:.2f} s, ratio {reading / plain:.0f}")
    seconds: dict[str, float] = {}
    for name, rule in plugins.discover(PACKAGE).items():
        start = time.perf_counter()
        found = sum(isinstance(result, Finding) for result in rule.check(plan))
        seconds[name] = time.perf_counter() - start
        print(f"{name:36}{seconds[name]:8.3f} s {found:8,} findings")
    slowest = max(seconds, key=lambda name: seconds[name])
    print(f"all rules {sum(seconds.values()):.2f} s; slowest: {slowest} {seconds[slowest]:.2f} s")


def _make(folder: Path, zones: int, projects: int) -> Path:
    chance = random.Random(1)  # noqa: S311  the same plan every time
    example_plan.make(folder, zones="", places="", zone_places="", parks="", zone_parks="", zone_industries="", projects="",
                 project_locations="", figures="", measure_relations="", targets="", enumerations="")  # fmt: skip
    ids = [f"z{number}" for number in range(zones)]
    boxes = {zone_id: _box(number) for number, zone_id in enumerate(ids)}
    area = 0.0
    rows: dict[str, list[dict[str, object]]] = {}
    for zone_id, (west, south, east, north) in boxes.items():
        middle = {"lon": (west + east) / 2, "lat": (south + north) / 2}
        area = example_area(boxes[zone_id])
        zone = {"zone_id": zone_id, "name": f"片区{zone_id}", "name_en": zone_id, "kind": "agglomeration"}
        _add(rows, "zones", {**zone, "usable_area_km2": area, "source": "一"})
        place = {"place_id": zone_id, "name": f"镇{zone_id}", "name_en": zone_id, "kind": "town", "uncertainty_m": 100}
        _add(rows, "places", {**place, **middle, "source": "一"})
        _add(
            rows,
            "zone_places",
            {"zone_id": zone_id, "place_id": zone_id, "words": "镇", "stand_in": "false", "source": "一"},
        )
        _add(
            rows,
            "parks",
            {"park_id": zone_id, "name": f"园{zone_id}", "place_id": zone_id, "place_basis": "named", "source": "一"},
        )
        for listed in ("text", "table"):
            _add(
                rows,
                "zone_parks",
                {"zone_id": zone_id, "park_id": zone_id, "listed_in": listed, "seq": 1, "source": "一"},
            )
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
    for number in range(projects):
        low = number % 100 == 0
        word = chance.choice(WORDS)
        project = {
            "project_id": f"p{number}", "list": "planned", "seq": number + 1, "name": f"年产{number}万套{word}项目",
            "owner": f"公司{number % 20_000}", "content": f"用地{number % 90 + 10}亩，生产{word}{number}", "years": 2,
            "investment_100m_yuan": round((number % 90 + 10) * chance.uniform(0.05, 0.09), 2), "works": "new_build",
            "industry": ("钢铁", "纺织")[WORDS.index(word) % 2], "site_area": number % 90 + 10, "site_area_unit": "亩",
            "floor_area": (number % 90 + 10) * (700 if low else 1500), "floor_area_unit": "平方米", "floor_area_words": "建筑面积", "source": "一",
        }  # fmt: skip
        _add(rows, "projects", project)
        if number % 50:
            _add(
                rows,
                "project_locations",
                {"project_id": f"p{number}", "place_id": ids[number % zones], "evidence": "plan_text", "source": "一"},
            )
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
    write_text(
        folder / "zones.geojson",
        _collection({"zone_id": list(shapes), "outline_basis": ["official"] * zones}, list(shapes.values())),
    )
    whole = shapely.box(WEST - SIDE, SOUTH - SIDE, WEST + COLUMNS * SIDE + SIDE, SOUTH + (zones // COLUMNS + 2) * SIDE)
    write_text(folder / "district.geojson", _collection({"source": ["示例"]}, [whole]))
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
