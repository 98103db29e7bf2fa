"""The parcel ledger: low-efficiency land parcel by parcel, identified, under way or recovered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import Advice, InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.units import mu_to_m2
from yzgeo.ledger import cell_parsing
from yzgeo.ledger.vocabulary import FLOOR_AREA_RATIO, HEADERS
from yzgeo.readers import column_matching, reading
from yzgeo.readers.reading import Reading
from yzgeo.readers.source import Change
from yzgeo.spatial.crs import CGCS2000

LEDGER_FILE = "parcels.parquet"
"""The file of a plan folder that holds its ledger, as `yzgeo import parcels` writes it."""
COLUMNS = {
    "parcel_id": "str",
    "status": "str",
    "recovered_on": "str",
    "measure": "str",
    "area_mu": "float64",
    "block_class": "str",
    "town": "str",
    "land_use_code": "str",
    "floor_area_m2": "float64",
    "tax_10k_yuan": "float64",
    "value_added_10k_yuan": "float64",
    "unit_code": "str",
    "note": "str",
}
"""Columns of a ledger and their types; `recovered_on` is an ISO date, `area_mu` the registered area, `unit_code` the
28-digit code of the real-estate unit (不动产单元代码)."""
NUMBERS = {"parcel_id", "unit_code"}
"""Columns whose digits distinguish parcels."""
STATUSES = ("identified", "under_way", "recovered")
NO_STATUS = Advice(
    "台账没有状态，全部不计：指明状态列（已认定、进行中、已盘活）",
    "the ledger has no status, so nothing of it counts: name the column (identified, under_way, recovered)",
    Parameter("mapping", Text("status=列名", "status=COLUMN")),
)
MAPPED_ID = Parameter("mapping", Text("parcel_id=列名", "parcel_id=COLUMN"))
ROUNDED = re.compile(r"\d(?:\.\d+)?[Ee]\+\d+")
"""A long number as Excel writes it to CSV."""
WHOLE_UP_TO = 2.0**53
"""Above this a floating-point number cannot hold every integer; Excel keeps 15 digits only."""
BY_UNIT_CODE = Text(
    "没有地块编号，以不动产单元代码为编号", "there is no parcel number: the real-estate unit code stands in"
)
BY_RATIO = Text("由容积率和登记面积算得", "computed from floor area ratio and registered area")


def empty() -> gpd.GeoDataFrame:
    """A ledger without parcels.

    >>> print(len(empty()), "parcels")
    0 parcels
    """
    frame = {name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()}
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([], crs=CGCS2000))


def read(
    file: Path | str,
    mapping: Mapping[str, str] | None = None,
    crs: str | None = None,
    datum: str | None = None,
    layer: str | None = None,
    near: gpd.GeoSeries | None = None,
) -> gpd.GeoDataFrame:
    r"""The ledger of a file in any format that `yzgeo.readers.formats` reads.

    Parameters
    ----------
    file, crs, datum, layer, near
        As for `reading.read`.
    mapping
        The file's column by ours; other columns are matched by the headers that offices use.

    Returns
    -------
    GeoDataFrame
        `COLUMNS` and geometry in EPSG:4490, a row per parcel of the file; geometry is missing where the file has none,
        and then the registered area is known.

    Raises
    ------
    InputError
        When the file cannot be read, names no parcels, or a value cannot be understood: file, row and column are named.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "ledger.csv")
    >>> _ = file.write_text("宗地代码,状态,面积（公顷）,收回日期\nA1,已腾出,0.2,2023年5月6日\n", encoding="utf-8")
    >>> parcel = read(file).iloc[0]
    >>> print(parcel["parcel_id"], parcel["status"], parcel["recovered_on"], parcel["area_mu"], "mu")
    A1 recovered 2023-05-06 3.0 mu
    """
    return translate(Path(file), reading.read(file, crs, datum, layer, near), mapping or {}).frame


def stored(file: Path) -> gpd.GeoDataFrame:
    """The ledger of a plan folder, from its `LEDGER_FILE`; empty where there is none."""
    return read(file) if file.is_file() else empty()


def translate(file: Path, source: Reading, mapping: Mapping[str, str]) -> Reading:
    """A reading with the columns of a ledger in their types; each changed value is in its log."""
    names = match_columns(file, source.frame, mapping)
    for ours in NUMBERS & names.keys():
        refuse_rounded(file, names[ours], source.frame[names[ours]])
    changes: list[Change] = []
    ledger: dict[str, pd.Series] = {}
    for ours in COLUMNS:
        cells = source.frame[names[ours]] if ours in names else pd.Series(index=source.frame.index, dtype=object)
        if ours in cell_parsing.FACTORS:
            ledger[ours] = cell_parsing.parse_numbers(file, ours, names.get(ours, ours), cells, changes)
        else:
            ledger[ours] = cells.map(cell_parsing.plain_text, na_action="ignore").astype("str")
    dates = source.frame[names["recovered_on"]] if "recovered_on" in names else ledger["recovered_on"]
    ledger["recovered_on"] = cell_parsing.translate_cells(
        "recovered_on", dates, cell_parsing.iso_date, cell_parsing.ISO, changes
    )
    ledger["status"] = cell_parsing.translate_cells(
        "status", ledger["status"], cell_parsing.status_code, cell_parsing.STATUS, changes
    )
    if "parcel_id" not in names:
        changes.append(Change(None, "parcel_id", "", names["unit_code"], BY_UNIT_CODE))
        ledger["parcel_id"] = ledger["unit_code"]
    _fill_floor_area(file, source.frame, mapping, ledger, changes)
    frame = gpd.GeoDataFrame(ledger, geometry=source.frame.geometry, crs=CGCS2000)
    _refuse_unusable(file, frame, names)
    logs = [source.log, reading.log(file, changes)] if changes else [source.log]
    return source._replace(frame=frame, log=pd.concat(logs, ignore_index=True))


def refuse_rounded(file: Path, column: str, cells: pd.Series) -> None:
    """Refuse numbers whose last digits are lost: parcels that differ only in these would be one.

    Raises
    ------
    InputError
        For such a number.
    """
    for row, cell in cells.dropna().items():
        if (isinstance(cell, float) and abs(cell) >= WHOLE_UP_TO) or (
            isinstance(cell, str) and ROUNDED.fullmatch(cell.strip())
        ):
            raise InputError(
                Text(
                    f"编号“{cell}”被存成了数，只剩前 15 位左右，其余各位已丢失",
                    f"the number '{cell}' was stored as a figure, of which only some 15 digits are left",
                ),
                Text(
                    "在原始表格中把这一列设为文本格式，重新填写或导出（列宽或小数位改回来也找不回已丢的数字）",
                    "make the column text in the table that still has all digits, and export it again",
                ),
                file=str(file), row=int(row), column=column,
            )  # fmt: skip


def match_columns(file: Path, frame: gpd.GeoDataFrame, mapping: Mapping[str, str]) -> dict[str, str]:
    """The file's column for each of ours that it has.

    Raises
    ------
    InputError
        When a mapped column is missing, or there are neither parcel numbers nor unit codes.
    """
    theirs = [name for name in frame.columns if name != frame.geometry.name and frame[name].notna().any()]
    columns = column_matching.match(file, theirs, mapping, HEADERS)
    for ours in cell_parsing.FACTORS:  # a number without a stated unit is not used
        named = columns.get(ours, ours)
        own = ours in mapping or named.lower() == ours or column_matching.is_truncated(named, ours)
        if not own and cell_parsing.column_unit(ours, named) is None:
            del columns[ours]
    if "parcel_id" not in columns and "unit_code" not in columns:
        raise InputError(
            Text("认不出哪一列是地块编号", "no column is known to hold parcel numbers"),
            Text(
                f"指明这一列；列有：{'、'.join(theirs)}",
                f"name it; the columns are: {', '.join(theirs)}",
            )
            if theirs
            else Text("各列都是空的，补上地块编号", "all its columns are empty: add the parcels' numbers"),
            file=str(file),
            parameter=MAPPED_ID if theirs else None,
        )
    return columns


def _fill_floor_area(
    file: Path, frame: gpd.GeoDataFrame, mapping: Mapping[str, str], ledger: dict[str, pd.Series], changes: list[Change]
) -> None:
    """Compute the floor area from the floor area ratio, where only that is stated."""
    theirs = [name for name in frame.columns if column_matching.without_unit(name) in FLOOR_AREA_RATIO]
    if not theirs or "floor_area_m2" in mapping:
        return
    cells = frame[theirs[0]]
    ratio = pd.to_numeric(cells, errors="coerce").astype("float64")
    for row, cell in cells[ratio.isna() & cells.notna()].items():
        ratio[row], _ = cell_parsing.parse_number(file, int(row), theirs[0], cell, "", {"": 1.0})
    computed = ratio * ledger["area_mu"].map(mu_to_m2)
    for row in frame.index[ledger["floor_area_m2"].isna() & computed.notna()]:
        changes.append(Change(int(row), "floor_area_m2", f"{theirs[0]} {ratio[row]:g}", computed[row], BY_RATIO))
    ledger["floor_area_m2"] = ledger["floor_area_m2"].fillna(computed)


def _refuse_unusable(file: Path, frame: gpd.GeoDataFrame, names: dict[str, str]) -> None:
    """Refuse parcels without a number, and those with neither geometry nor registered area."""
    nameless = frame["parcel_id"].isna()
    if nameless.any():
        raise InputError(
            Text("地块没有编号", "the parcel has no number"),
            Text("补上编号，或换一列", "add it, or take another column"), parameter=MAPPED_ID,
            file=str(file), row=int(nameless.idxmax()), column=names.get("parcel_id", names.get("unit_code")),
        )  # fmt: skip
    landless = frame.geometry.isna() & frame["area_mu"].isna()
    if landless.any():
        raise InputError(
            Text("地块既没有图形也没有登记面积", "the parcel has neither geometry nor a registered area"),
            Text(
                "补上面积列并在列名写明单位，如“面积（亩）”，或指明一列（单位为亩）",
                "add a column of area with its unit in its name, like 面积（亩）, or name one in mu",
            ),
            file=str(file),
            parameter=Parameter("mapping", Text("area_mu=列名", "area_mu=COLUMN")),
            row=int(landless.idxmax()),
        )
