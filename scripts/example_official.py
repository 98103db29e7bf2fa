"""Make the files of docs/official-data.md: boundaries and a ledger as an office might have them, all invented.

The boundaries are the plan's schematic outlines, simplified; the parcels are random rectangles in them. Both say so in
their names and in every row.
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import openpyxl
import shapely

import yzgeo
from yzgeo.stats.recovery import INVENTED

CRS = "EPSG:4529"
"""CGCS2000, 3-degree belt 41: eastings begin with 41."""
BOUNDARIES, LEDGER = "示例-片区范围.shp", "示例-地块台账.xlsx"
SIMPLIFIED_M = 10
PARCELS = 60
HEADER = (
    "地块编号", "所属镇街", "盘活状态", "盘活方式", "盘活时间", "登记面积（公顷）", "建筑面积（平方米）", "税收（万元）", "增加值（万元）",
    "地类编码", "备注", "边界",
)  # fmt: skip


def boundaries(folder: Path) -> gpd.GeoDataFrame:
    """Zones in a Shapefile in GBK without a .cpg, as old programs write it."""
    zones = yzgeo.load("yinzhou").zones.to_crs(CRS)
    shapes = shapely.coverage_simplify(zones.geometry.to_numpy(), SIMPLIFIED_M)
    official = gpd.GeoDataFrame({"片区名称": zones["name"], "批复文号": INVENTED}, geometry=shapes, crs=CRS)
    official.to_file(folder / BOUNDARIES, encoding="GBK")
    (folder / BOUNDARIES).with_suffix(".cpg").unlink()
    return official


def ledger(folder: Path, zones: gpd.GeoDataFrame) -> None:
    """A workbook with a title, a row per parcel in the words of an office, and a row of totals."""
    random = np.random.default_rng(2025)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet.append([f"低效工业用地盘活台账（{INVENTED}）"])
    sheet.append(HEADER)
    total = 0.0
    drawn: list[shapely.Geometry] = []
    for number in range(PARCELS):
        zone = zones.geometry.iloc[number % len(zones)]
        width, depth = random.integers(60, 220, 2).tolist()
        shape = free_rectangle(random, zone, width, depth, shapely.union_all(drawn))
        drawn.append(shape)
        status = ("已盘活", "盘活中", "已认定")[number % 3]
        day = datetime.date(2021 + number % 5, 1 + number % 12, 1 + number % 28)
        hectares = round(width * depth / 10_000, 4)
        total += hectares
        sheet.append(
            [
                f"示例{number + 1:03}", ("姜山镇", "瞻岐镇", "五乡镇")[number % 3], status, ("腾出", "盘活")[number % 2],
                None if status != "已盘活" else (f"{day.year}年{day.month}月{day.day}日" if number % 2 else day),
                hectares, round(width * depth * random.uniform(0.5, 2.5)), round(hectares * 15 * random.uniform(5, 60), 1),
                round(hectares * 15 * random.uniform(80, 260), 1), "0601", INVENTED, shapely.to_wkt(shape, rounding_precision=3),
            ]
        )  # fmt: skip
    sheet.append(["合计", None, None, None, None, round(total, 4)])
    book.save(folder / LEDGER)


def free_rectangle(
    random: np.random.Generator, zone: shapely.Geometry, width: int, depth: int, taken: shapely.Geometry
) -> shapely.Geometry:
    """A rectangle in the zone that no other parcel touches."""
    west, south, east, north = zone.bounds
    while True:
        x, y = random.uniform(west, east), random.uniform(south, north)
        shape = shapely.box(x, y, x + width, y + depth)
        if zone.contains(shape) and not shape.intersects(taken):
            return shape


def main() -> None:
    """Write both into the folder named."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "example")
    folder.mkdir(parents=True, exist_ok=True)
    ledger(folder, boundaries(folder))
    print(f"{folder / BOUNDARIES}, {folder / LEDGER}")


if __name__ == "__main__":
    main()
