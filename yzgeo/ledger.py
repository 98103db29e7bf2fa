"""The parcel ledger: low-efficiency land parcel by parcel, identified, under way or recovered."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from yzgeo import columns, reading
from yzgeo.crs import CGCS2000
from yzgeo.errors import InputError
from yzgeo.i18n import Text
from yzgeo.ledger_words import FLOOR_AREA_RATIO, HEADERS, NO_VALUE, STATUS_WORDS, UNIT_OF_NAME, UNIT_WORDS
from yzgeo.reading import Reading
from yzgeo.source import Change
from yzgeo.units import M2_PER_AREA_UNIT, MU_PER_AREA_UNIT, YUAN_10K_PER, mu_to_m2

STORED = "parcels.parquet"
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
"""Columns whose digits tell parcels apart."""
STATUSES = ("identified", "under_way", "recovered")
NO_STATUS = Text(
    "台账没有状态，全部不计：用 --map status=列名 指明状态列（已认定、进行中、已盘活）",
    "the ledger has no status, so nothing of it counts: name the column with --map status=COLUMN "
    "(identified, under_way, recovered)",
)
FACTORS = {
    "area_mu": ("亩", MU_PER_AREA_UNIT),
    "floor_area_m2": ("平方米", M2_PER_AREA_UNIT),
    "tax_10k_yuan": ("万元", YUAN_10K_PER),
    "value_added_10k_yuan": ("万元", YUAN_10K_PER),
}
"""The unit that a column is kept in, and what one of each unit is in it."""
DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}.*)?|(\d{4})(\d{2})(\d{2})"
)
MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
EXCEL_EPOCH = datetime.date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_000)
"""Day numbers of Excel that a date in a ledger can have: 1954 to 2119."""
NUMBER = re.compile(r"([-+]?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d*\.?\d+))\s*(\D*)")
"""A comma parts thousands or is no number: 12,5 may be 12.5 and must not become 125."""
ISO = Text("日期改写为年-月-日", "the date is written as year-month-day")
STATUS = Text("状态译为 yzgeo 的代码", "the status by its code")
ROUNDED = re.compile(r"\d(?:\.\d+)?[Ee]\+\d+")
"""What Excel makes of a long number when it saves a table as CSV."""
WHOLE_UP_TO = 2.0**53
"""Above this a floating-point number no longer holds every whole one; Excel keeps 15 digits anyhow."""
NO_FIGURE = Text("表示没有数字，视为缺失", "says that there is no figure: missing")
UNIT_IN_CELL = Text("数字按格中所写去掉千分位和单位", "the number without its separators and unit")
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
    r"""The ledger of a file in any format that `yzgeo.readers` reads.

    Parameters
    ----------
    file, crs, datum, layer, near
        As for `reading.read`.
    mapping
        The file's name of a column by ours; columns not named are found by what offices call them.

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


def stored(folder: Path) -> gpd.GeoDataFrame:
    """The ledger that lies in a plan folder; empty where there is none."""
    file = folder / STORED
    return read(file) if file.is_file() else empty()


def translate(file: Path, source: Reading, mapping: Mapping[str, str]) -> Reading:
    """A reading with the columns of a ledger in their types, each value changed told in its log."""
    names = guess(file, source.frame, mapping)
    for ours in NUMBERS & names.keys():
        refuse_rounded(file, names[ours], source.frame[names[ours]])
    changes: list[Change] = []
    ledger: dict[str, pd.Series] = {}
    for ours in COLUMNS:
        cells = source.frame[names[ours]] if ours in names else pd.Series(index=source.frame.index, dtype=object)
        if ours in FACTORS:
            ledger[ours] = _figures(file, ours, names.get(ours, ours), cells, changes)
        else:
            ledger[ours] = cells.map(_text, na_action="ignore").astype("str")
    dates = source.frame[names["recovered_on"]] if "recovered_on" in names else ledger["recovered_on"]
    ledger["recovered_on"] = _each("recovered_on", dates, _iso, ISO, changes)
    ledger["status"] = _each("status", ledger["status"], _status, STATUS, changes)
    if "parcel_id" not in names:
        changes.append(Change(None, "parcel_id", "", names["unit_code"], BY_UNIT_CODE))
        ledger["parcel_id"] = ledger["unit_code"]
    _fill_floor_area(file, source.frame, mapping, ledger, changes)
    frame = gpd.GeoDataFrame(ledger, geometry=source.frame.geometry, crs=CGCS2000)
    _refuse_unusable(file, frame, names)
    told = [source.log, reading.log(file, changes)] if changes else [source.log]
    return source._replace(frame=frame, log=pd.concat(told, ignore_index=True))


def refuse_rounded(file: Path, column: str, cells: pd.Series) -> None:
    """Refuse numbers whose last digits are lost: parcels that differ in these only would be taken for one.

    Raises
    ------
    InputError
        Then.
    """
    for row, cell in cells.dropna().items():
        if (isinstance(cell, float) and abs(cell) >= WHOLE_UP_TO) or (
            isinstance(cell, str) and ROUNDED.fullmatch(cell.strip())
        ):
            raise InputError(
                Text(
                    f"编号“{cell}”被存成了数，只剩前 15 位左右，其余各位已丢失",
                    f"the number '{cell}' was kept as a figure, of which only some 15 digits are left",
                ),
                Text(
                    "在原始表格中把这一列设为文本格式，重新填写或导出（列宽或小数位改回来也找不回已丢的数字）",
                    "make the column text in the table that still has all digits, and export it again",
                ),
                file=str(file), row=int(row), column=column,
            )  # fmt: skip


def guess(file: Path, frame: gpd.GeoDataFrame, mapping: Mapping[str, str]) -> dict[str, str]:
    """The file's column for each of ours that it has.

    Raises
    ------
    InputError
        When a column named is not there, or neither parcel numbers nor unit codes are.
    """
    theirs = [name for name in frame.columns if name != frame.geometry.name and frame[name].notna().any()]
    found = columns.match(file, theirs, mapping, HEADERS)
    for ours in FACTORS:  # a figure whose unit nobody states is not guessed at
        named = found.get(ours, ours)
        own = ours in mapping or named.lower() == ours or columns.is_cut(named, ours)
        if not own and _unit(ours, named) is None:
            del found[ours]
    if "parcel_id" not in found and "unit_code" not in found:
        raise InputError(
            Text("认不出哪一列是地块编号", "no column is known to hold parcel numbers"),
            Text(
                f"用 --map parcel_id=列名 指明；列有：{'、'.join(theirs)}",
                f"name it with --map parcel_id=COLUMN; the columns are: {', '.join(theirs)}",
            )
            if theirs
            else Text("各列都是空的，补上地块编号", "all its columns are empty: add the parcels' numbers"),
            file=str(file),
        )
    return found


def _unit(ours: str, theirs: str) -> str | None:
    """The unit that a column's name states or has by itself."""
    stated = columns.unit(theirs)
    if stated is None:
        return UNIT_OF_NAME.get(columns.bare(theirs).upper(), UNIT_OF_NAME.get(columns.bare(theirs)))
    word = UNIT_WORDS.get(stated.lower())
    return word if word in FACTORS[ours][1] else None


def _figures(file: Path, ours: str, theirs: str, cells: pd.Series, changes: list[Change]) -> pd.Series:
    """Numbers in the unit of our column; each converted value told."""
    own, factors = FACTORS[ours]
    unit = _unit(ours, theirs) or own
    if columns.unit(theirs) is not None and _unit(ours, theirs) is None:
        raise InputError(
            Text(f"单位“{columns.unit(theirs)}”不能用", f"the unit '{columns.unit(theirs)}' cannot be used"),
            Text(
                f"换算成{own}，列名写作 {columns.bare(theirs)}（{own}）",
                f"convert to {own} and name the column {columns.bare(theirs)}（{own}）",
            ),
            file=str(file),
            column=theirs,
        )
    numbers = pd.to_numeric(cells, errors="coerce").astype("float64")
    units = pd.Series(unit, index=cells.index, dtype=object)
    for row, cell in cells[numbers.isna() & cells.notna()].items():
        numbers[row], units[row] = _figure(file, int(row), theirs, cell, unit, factors)
        missing = math.isnan(numbers[row])
        changes.append(
            Change(int(row), ours, cell, "" if missing else numbers[row], NO_FIGURE if missing else UNIT_IN_CELL)
        )
    if not np.isfinite(numbers.dropna()).all():
        row = numbers.index[np.isinf(numbers)][0]
        raise _not_a_number(file, int(row), theirs, cells[row])
    converted = numbers * units.map(factors)
    converting = {name: Text(f"{name}换算为{own}", f"{name} converted to {own}") for name in units.dropna().unique()}
    other = (units != own) & numbers.notna()
    reasons = units[other].map(converting)
    for change, why in zip(_changed(ours, numbers[other], converted[other]), reasons, strict=True):
        changes.append(Change(*change, why))
    return converted


def _figure(file: Path, row: int, column: str, cell: Any, unit: str, factors: Mapping[str, float]) -> tuple[float, str]:
    """One number and its unit, that of the cell before that of the column."""
    text = str(cell).strip()
    if text.lower() in NO_VALUE:
        return math.nan, unit
    matched = NUMBER.fullmatch(text)
    word = UNIT_WORDS.get(matched[2].strip().lower(), "") if matched and matched[2].strip() else unit
    if matched is None or word not in factors:
        raise _not_a_number(file, row, column, cell)
    return float(re.sub("[,，]", "", matched[1])), word


def _not_a_number(file: Path, row: int, column: str, cell: Any) -> InputError:
    return InputError(
        Text(f"“{cell}”不是数", f"'{cell}' is not a number"),
        Text("只填数字，未知则留空", "write a number, or leave the cell empty if it is not known"),
        file=str(file),
        row=row,
        column=column,
    )


def _text(cell: Any) -> str:
    """A cell as text; numbers that spreadsheets keep as 12.0 are 12."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _changed(ours: str, old: pd.Series, new: pd.Series) -> Iterator[tuple[int, str, Any, Any]]:
    """Row, column, old and new value of cells that changed."""
    for row, was, is_now in zip(old.index.tolist(), old.tolist(), new.tolist(), strict=True):
        yield row, ours, was, is_now


def _each(
    ours: str, cells: pd.Series, translated: Callable[[Any], str | None], why: Text, changes: list[Change]
) -> pd.Series:
    """Cells translated where that is possible and kept as text where not."""
    filled = cells[cells.notna() & (cells.astype("str").str.strip() != "")]
    known = {cell: translated(cell) for cell in filled.unique()}
    new = filled.map(known)
    old = filled.map(_text)
    dates = np.array([isinstance(cell, datetime.date) for cell in filled], dtype=bool)  # a date stays one
    told = (new.notna() & (new != old)).to_numpy(dtype=bool) & ~dates
    changes += [Change(*change, why) for change in _changed(ours, old[told], new[told])]
    return new.where(new.notna(), old).reindex(cells.index).astype("str")


def _iso(cell: Any) -> str | None:
    """An ISO date from a date, a day number of Excel, or how Chinese offices write one; a month alone stays a month.

    >>> print(_iso("2023年5月6日"), _iso("2023.5.6"), _iso(45052), _iso("20230506"), _iso("2023年5月"), _iso("去年"))
    2023-05-06 2023-05-06 2023-05-06 2023-05-06 2023-05 None
    """
    if isinstance(cell, datetime.date):  # a datetime and a Timestamp are dates too
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, float) and not cell.is_integer():  # 2023.1 may have been October once
        return None
    text = _text(cell)
    if text.isdigit() and int(text) in EXCEL_DAYS:
        return (EXCEL_EPOCH + datetime.timedelta(days=int(text))).isoformat()
    matched = DAY.fullmatch(text)
    if matched:
        year, month, day = (int(part) for part in matched.groups() if part)
        try:
            return datetime.date(year, month, day).isoformat()
        except ValueError:
            return None
    matched = MONTH.fullmatch(text)
    return f"{int(matched[1])}-{int(matched[2]):02d}" if matched and 1 <= int(matched[2]) <= 12 else None


def _status(cell: Any) -> str | None:
    """The code of a status, however its blanks, widths and capitals are written.

    >>> print(_status("已 盘活"), _status("Recovered"), _status("Under way"), _status("已盘活（部分）"))
    recovered recovered under_way None
    """
    text = "".join(unicodedata.normalize("NFKC", str(cell)).split()).lower()
    return next(
        (
            code
            for code, words in STATUS_WORDS.items()
            if text in words or text.replace("_", "") == code.replace("_", "")
        ),
        None,
    )


def _fill_floor_area(
    file: Path, frame: gpd.GeoDataFrame, mapping: Mapping[str, str], ledger: dict[str, pd.Series], changes: list[Change]
) -> None:
    """Floor area from the ratio, where only that is stated."""
    theirs = [name for name in frame.columns if columns.bare(name) in FLOOR_AREA_RATIO]
    if not theirs or "floor_area_m2" in mapping:
        return
    cells = frame[theirs[0]]
    ratio = pd.to_numeric(cells, errors="coerce").astype("float64")
    for row, cell in cells[ratio.isna() & cells.notna()].items():
        ratio[row], _ = _figure(file, int(row), theirs[0], cell, "", {"": 1.0})
    computed = ratio * ledger["area_mu"].map(mu_to_m2)
    for row in frame.index[ledger["floor_area_m2"].isna() & computed.notna()]:
        changes.append(Change(int(row), "floor_area_m2", f"{theirs[0]} {ratio[row]:g}", computed[row], BY_RATIO))
    ledger["floor_area_m2"] = ledger["floor_area_m2"].fillna(computed)


def _refuse_unusable(file: Path, frame: gpd.GeoDataFrame, names: dict[str, str]) -> None:
    """A parcel needs a number, and land: drawn or registered."""
    nameless = frame["parcel_id"].isna()
    if nameless.any():
        raise InputError(
            Text("地块没有编号", "the parcel has no number"),
            Text("补上编号，或用 --map parcel_id=列名 换一列", "add it, or take another column with --map parcel_id=COLUMN"),
            file=str(file), row=int(nameless.idxmax()), column=names.get("parcel_id", names.get("unit_code")),
        )  # fmt: skip
    landless = frame.geometry.isna() & frame["area_mu"].isna()
    if landless.any():
        raise InputError(
            Text("地块既没有图形也没有登记面积", "the parcel has neither geometry nor a registered area"),
            Text(
                "补上面积列并在列名写明单位，如“面积（亩）”，或用 --map area_mu=列名 指明（单位为亩）",
                "add a column of area with its unit in its name, like 面积（亩）, or name one in mu with --map area_mu=COLUMN",
            ),
            file=str(file),
            row=int(landless.idxmax()),
        )
