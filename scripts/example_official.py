"""Make the files of docs/official-data.md: boundaries, a ledger and its shapes as an office might have them, all invented.

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
BOUNDARIES, LEDGER, SHAPES = "示例-片区范围.shp", "示例-地块台账.xlsx", "示例-地块图斑.shp"
SIMPLIFIED_M = 10
PARCELS = 60
TOWNS = ("姜山镇", "瞻岐镇", "五乡镇")
HEADER = (
    ("序号", "地块编号", "用地情况", None, None, "效益", None, "盘活情况", None, None, "备注"),
    (None, None, "登记面积", "地类编码", "建筑面积（平方米）", "税收", "增加值", "状态", "方式", "时间", None),
)
MERGED = ("A2:A3", "B2:B3", "C2:E2", "F2:G2", "H2:J2", "K2:K3")
STATUSES = ("√", "正在推进", "未启动")


def boundaries(folder: Path) -> gpd.GeoDataFrame:
    """Zones in a Shapefile in GBK without a .cpg, as old programs write it."""
    zones = yzgeo.load("yinzhou").zones.to_crs(CRS)
    shapes = shapely.coverage_simplify(zones.geometry.to_numpy(), SIMPLIFIED_M)
    official = gpd.GeoDataFrame({"片区名称": zones["name"], "批复文号": INVENTED}, geometry=shapes, crs=CRS)
    official.to_file(folder / BOUNDARIES, encoding="GBK")
    (folder / BOUNDARIES).with_suffix(".cpg").unlink()
    return official


def ledger(folder: Path, zones: gpd.GeoDataFrame) -> None:
    """A workbook as offices keep it, without shapes, and the shapes in a Shapefile of their own.

    The title states the units, two rows make the header, each town has a section, and a row of totals and a footer end the
    sheet. The office's numbers have a blank that those of the shapes lack.
    """
    random = np.random.default_rng(2025)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet.append([f"低效工业用地盘活台账（{INVENTED}）", None, None, None, None, "单位：公顷、万元"])
    for row in HEADER:
        sheet.append(row)
    for area in MERGED:
        sheet.merge_cells(area)
    total = 0.0
    drawn: list[shapely.Geometry] = []
    rows: list[list[object]] = []
    for number in range(PARCELS):
        zone = zones.geometry.iloc[number % len(zones)]
        width, depth = random.integers(60, 220, 2).tolist()
        drawn.append(free_rectangle(random, zone, width, depth, shapely.union_all(drawn)))
        status = STATUSES[number % 3]
        day = datetime.date(2021 + number % 5, 1 + number % 12, 1 + number % 28)
        hectares = round(width * depth / 10_000, 4)
        total += hectares
        rows.append(
            [
                number + 1, f"示例 {number + 1:03}", hectares, "0601", round(width * depth * random.uniform(0.5, 2.5)),
                round(hectares * 15 * random.uniform(5, 60), 1), round(hectares * 15 * random.uniform(80, 260), 1),
                status, ("腾出", "盘活")[number % 2],
                None if status != "√" else (f"{day.year}年{day.month}月{day.day}日" if number % 2 else day), INVENTED,
            ]
        )  # fmt: skip
    for place, (town, ordinal) in enumerate(zip(TOWNS, "一二三", strict=True)):
        sheet.append([f"{ordinal}、{town}"])
        for row in rows[place :: len(TOWNS)]:
            sheet.append(row)
    sheet.append(["合 计", None, round(total, 4)])
    sheet.append(["填表人：示例", None, None, None, "审核人：示例"])
    book.save(folder / LEDGER)
    shapes = gpd.GeoDataFrame(
        {"TBBH": [f"示例{number + 1:03}" for number in range(PARCELS)], "备注": INVENTED}, geometry=drawn, crs=CRS
    )
    shapes.to_file(folder / SHAPES, encoding="GBK")
    (folder / SHAPES).with_suffix(".cpg").unlink()


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
    """Write them into the folder named."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "example")
    folder.mkdir(parents=True, exist_ok=True)
    ledger(folder, boundaries(folder))
    print(f"{folder / BOUNDARIES}, {folder / LEDGER}, {folder / SHAPES}")


if __name__ == "__main__":
    main()
