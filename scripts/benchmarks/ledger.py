"""How long it takes, and how much memory, to read a large ledger: an Excel table, a Shapefile, and both joined by number.

The ledger is made up, in the words of an office: a title with units, two header rows, dates as text, GBK in the Shapefile.
Each reading is a process of its own, which says what it took; the plan folder is left as it was.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import geopandas as gpd
import xlsxwriter

from benchmarks._ledgers import made_up
from yzgeo.ledger import joining, ledger
from yzgeo.plan.load import load
from yzgeo.readers import reading

WORDS = {"recovered": "已盘活", "under_way": "盘活中", "identified": "已认定"}
HEADER = (
    ("地块编号", "用地情况", None, "盘活情况", None, None, "企业名称", "备注"),
    (None, "土地面积", "建筑面积（平方米）", "状态", "方式", "时间", None, None),
)
MERGED = ("A2:A3", "B2:C2", "D2:F2", "G2:G3", "H2:H3")
READINGS = ("excel", "shapefile", "joined")
CRS = "EPSG:4529"


def write_workbook(parcels: gpd.GeoDataFrame, file: Path) -> None:
    """The ledger without shapes, streamed."""
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.write_row(0, 0, ["虚构示例台账，单位：亩"])
    for row, cells in enumerate(HEADER, start=1):
        for column, cell in enumerate(cells):
            if cell is not None:
                sheet.write_string(row, column, cell)
    for row, parcel in enumerate(parcels.itertuples(index=False), start=len(HEADER) + 1):
        day = f"2023年{row % 12 + 1}月{row % 28 + 1}日" if parcel.status == "recovered" else ""
        cells = (
            parcel.parcel_id, parcel.area_mu, round(parcel.area_mu * 500), WORDS[parcel.status], parcel.measure, day,
            f"示例{row % 5000}厂", "虚构示例 INVENTED EXAMPLE",
        )  # fmt: skip
        sheet.write_row(row, 0, cells)
    book.close()


def write_shapefile(parcels: gpd.GeoDataFrame, file: Path) -> None:
    """The shapes with their number and a name, in GBK and a belt with its number before the eastings."""
    table = gpd.GeoDataFrame(
        {"TBBH": parcels["parcel_id"], "地块名称": "示例地块", "TBMJ": parcels["area_mu"] * 2000 / 3},
        geometry=parcels.geometry.to_numpy(),
        crs=parcels.crs,
    )
    table.to_crs(CRS).to_file(file, encoding="GBK", engine="pyogrio")


def read(what: str, folder: Path) -> int:
    """Read one of the files as `import parcels` does; returns the rows."""
    near = load("yinzhou").district.geometry
    workbook, shapefile = folder / "ledger.xlsx", folder / "shapes.shp"
    if what == "excel":
        return len(ledger.read(workbook, near=near))
    if what == "shapefile":
        return len(ledger.read(shapefile, near=near))
    table = joining.Part("ledger.xlsx", workbook, reading.read(workbook, near=near), {})
    shapes = joining.Part("shapes.shp", shapefile, reading.read(shapefile, near=near), {})
    part = joining.join([table], [shapes]).parts[0]
    return len(ledger.translate(part.file, part.source, part.mapping).frame)


def measured(what: str, folder: Path) -> tuple[float, float, float]:
    """Seconds, seconds of processor and MB of memory of a process that reads."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ledger", what, str(folder)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[1],
    )
    seconds = time.perf_counter() - start
    cpu, peak = map(float, done.stdout.split())
    return seconds, cpu, peak


def main(arguments: list[str]) -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        prog="bench.py ledger", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--only", choices=READINGS, action="append", help="one of the readings; may be given again")
    wanted = parser.parse_args(arguments)
    parcels = made_up(wanted.rows, tuple(load("yinzhou").district.total_bounds))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_workbook(parcels, folder / "ledger.xlsx")
        write_shapefile(parcels, folder / "shapes.shp")
        print(f"{wanted.rows:,} rows: {'reading':<12}{'MB file':>9}{'s':>8}{'cpu s':>8}{'MB':>8}")
        sizes = {
            "excel": (folder / "ledger.xlsx").stat().st_size / 1e6,
            "shapefile": sum(part.stat().st_size for part in folder.glob("shapes.*")) / 1e6,
        }
        sizes["joined"] = sum(sizes.values())
        for what in wanted.only or READINGS:
            seconds, cpu, peak = measured(what, folder)
            print(
                f"{'':>{len(f'{wanted.rows:,} rows: ')}}{what:<12}{sizes[what]:9.0f}{seconds:8.1f}{cpu:8.1f}{peak:8.0f}",
                flush=True,
            )


if __name__ == "__main__":
    read(sys.argv[1], Path(sys.argv[2]))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
