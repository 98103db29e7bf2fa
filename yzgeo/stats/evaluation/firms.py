"""Read a table of firms: name, size and the amounts that the indicators divide, each in a known unit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from yzgeo.core.errors import InputError, Parameter, all_of
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import convert, ratio
from yzgeo.ledger.cell_parsing import not_a_number, plain_text, shown
from yzgeo.ledger.vocabulary import NO_VALUE
from yzgeo.readers import column_matching, reading
from yzgeo.stats.evaluation.standard import Standard

NAMES = ["企业名称", "企业", "单位名称", "名称", "firm", "name"]
IDS = ["统一社会信用代码", "企业编号", "firm_id"]
SIZES = ["规模", "企业规模", "size"]
ENGLISH = {
    "评价税收": ("税收", "tax"),
    "用地面积": ("土地面积", "用地", "land"),
    "工业增加值": ("增加值", "value_added"),
    "综合能耗": ("能耗", "energy"),
    "主要污染物排放量": ("排放量", "污染物排放量", "emissions"),
    "年平均职工人数": ("职工人数", "平均职工人数", "employees"),
    "R&D经费支出": ("研发费用", "研发经费", "R&D经费", "rd"),
    "主营业务收入": ("revenue",),
    "销售收入": ("sales",),
    "用电量": ("electricity",),
}
"""Other headings of the amounts that published indicators divide."""
SPELLED = {"规上": ("规上", "规模以上", "above"), "规下": ("规下", "规模以下", "below")}


def read(
    file: Path, standard: Standard, mapping: Mapping[str, str], layer: str | None, size: str | None
) -> pd.DataFrame:
    """The firms of a table.

    Parameters
    ----------
    file
        A table in any format that is read; its columns state their unit: 用地面积（亩）.
    standard
        Whose amounts are looked for.
    mapping
        The file's column by ours, for columns called otherwise.
    layer
        The sheet, of several.
    size
        `规上` or `规下` for all firms; None where a column says it.

    Returns
    -------
    DataFrame
        `firm, name, size` and each amount in the unit of the standard, NaN where unknown; indexed by the row of the file.

    Raises
    ------
    InputError
        On a table without firms, with a firm twice, a cell that is no number, a negative one where others are divided
        by it (land, energy, staff), or a unit that is missing or does not fit: all flaws, with their rows.
    """
    frame = pd.DataFrame(reading.read(file, layer=layer).frame.drop(columns="geometry"))
    units = amounts(standard)
    divisors = set(standard.indicators["denominator"])
    headers = {"firm_id": IDS, "name": NAMES, "size": SIZES}
    headers |= {name: [name, *ENGLISH.get(name, ())] for name in units}
    columns = column_matching.match(file, list(frame.columns), mapping, headers)
    if "name" not in columns and "firm_id" not in columns:
        raise InputError(
            Text("没有企业名称一列", "has no column of firms' names"),
            Text("表头写作“企业名称”，或指明", "call it 企业名称, or say which it is"),
            file=str(file),
            parameter=Parameter("mapping", Text("name=列名", "name=COLUMN")),
        )
    firms = pd.DataFrame(index=frame.index)
    key, name = columns.get("firm_id", columns.get("name")), columns.get("name", columns.get("firm_id"))
    firms["firm"] = frame[key].map(plain_text, na_action="ignore")
    firms["name"] = frame[name].map(plain_text, na_action="ignore")
    flaws = _repeated(file, firms["firm"], str(key))
    firms["size"], more = _sizes(file, frame, columns.get("size"), size, standard)
    flaws += more
    for amount, wanted in units.items():
        column = columns.get(amount)
        firms[amount] = math.nan
        if column is not None:
            try:
                firms[amount] = _numbers(file, frame[column], column, wanted, amount in divisors)
            except InputError as refusal:
                flaws.append(refusal)
    if flaws:
        raise all_of(flaws)
    return firms


def amounts(standard: Standard) -> dict[str, str]:
    """The amounts that the indicators of a standard divide, and the unit in which each is read."""
    rows = standard.indicators
    above = dict(zip(rows["denominator"], rows["denominator_unit"], strict=True))
    units: dict[str, str] = {}
    for name, unit in [*zip(rows["numerator"], rows["numerator_unit"], strict=True), *above.items()]:
        units.setdefault(name, unit)
    return units


def _repeated(file: Path, keys: pd.Series, column: str) -> list[InputError]:
    bad = keys[keys.isna() | (keys == "") | keys.duplicated()]
    twice = Text(
        "每个企业一行；同名的加一列统一社会信用代码",
        "write each firm once; tell those of one name apart by a column 统一社会信用代码",
    )
    return [
        InputError(
            Text(f"企业“{key}”重复", f"the firm '{key}' stands twice")
            if isinstance(key, str) and key
            else Text("缺企业名称", "has no name of a firm"),
            twice,
            file=str(file),
            row=int(row),
            column=column,
        )
        for row, key in bad.items()
    ]


def _sizes(
    file: Path, frame: pd.DataFrame, column: str | None, size: str | None, standard: Standard
) -> tuple[pd.Series, list[InputError]]:
    known = list(dict.fromkeys(standard.indicators["size"]))
    if size is not None or column is None:
        if size is None and len(known) > 1:
            raise InputError(
                Text(
                    "没有“规模”一列，而办法对规上、规下不同", "has no column of sizes, and the standard differs by size"
                ),
                Text("加一列“规模”，或指明全表是规上还是规下", "add a column 规模, or say of which size all firms are"),
                file=str(file),
                parameter=Parameter("size", Text("规上", "规上")),
            )
        return pd.Series(size or known[0], index=frame.index, dtype=object), []
    cells = frame[column].map(plain_text, na_action="ignore")
    sizes = cells.map(_size)
    flaws = [
        InputError(
            Text("未填规模", "states no size")
            if pd.isna(cells[row]) or not str(cells[row]).strip()
            else Text(f"“{shown(cells[row])}”不是规模", f"'{shown(cells[row])}' is no size"),
            Text("写规上或规下", "write 规上 or 规下"),
            file=str(file),
            row=int(row),
            column=column,
        )
        for row in sizes[sizes.isna()].index
    ]
    return sizes.astype(object), flaws


def _size(cell: object) -> str | None:
    return next((ours for ours, words in SPELLED.items() if isinstance(cell, str) and cell.startswith(words)), None)


def _numbers(file: Path, cells: pd.Series, column: str, wanted: str, divides: bool) -> pd.Series:
    """The numbers of a column in the unit that is wanted; of what others are divided by none is negative."""
    unit = column_matching.unit(column)
    if unit is None or ratio(unit, wanted) is None:
        heading = f"{column_matching.without_unit(column)}（{wanted}）"
        raise InputError(
            Text(f"单位“{unit}”不能换算成{wanted}", f"the unit '{unit}' cannot be converted to {wanted}")
            if unit
            else Text("没有写明单位", "does not state its unit"),
            Text(f"表头写明单位，如 {heading}", f"state it in the heading: {heading}"),
            file=str(file),
            column=column,
        )
    numbers, flaws = [], []
    for row, cell in cells.items():
        try:
            numbers.append(_number(file, int(row), column, cell, unit, wanted))
        except InputError as refusal:
            flaws.append(refusal)
            continue
        if divides and numbers[-1] < 0:
            flaws.append(_negative(file, int(row), column, cell))
    if flaws:
        raise all_of(flaws)
    return pd.Series(numbers, index=cells.index, dtype="float64")


def _negative(file: Path, row: int, column: str, cell: Any) -> InputError:
    return InputError(
        Text(f"“{shown(cell)}”是负数", f"'{shown(cell)}' is negative"),
        Text("核对此数；未知则留空", "check the number; leave the cell empty if it is not known"),
        file=str(file),
        row=row,
        column=column,
    )


def _number(file: Path, row: int, column: str, cell: Any, unit: str, wanted: str) -> float:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)) or str(cell).strip().lower() in NO_VALUE:
        return math.nan
    try:
        number = float(str(cell).strip().replace(",", "").replace("，", ""))
    except ValueError:
        raise not_a_number(file, row, column, cell) from None
    if isinstance(cell, bool) or not math.isfinite(number):
        raise not_a_number(file, row, column, cell)
    converted = convert(number, unit, wanted)
    return math.nan if converted is None else converted
