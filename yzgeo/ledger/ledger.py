"""The parcel ledger: low-efficiency land parcel by parcel, identified, under way or recovered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.core.errors import Advice, InputError, Parameter, all_of
from yzgeo.core.i18n import Text, counted
from yzgeo.core.units import mu_to_m2
from yzgeo.ledger import area_comparison, cell_parsing, other_columns, ticked_statuses
from yzgeo.ledger.days import parse_days
from yzgeo.ledger.vocabulary import (
    AREA_OF_LAND,
    AREA_OF_OTHERS,
    FLOOR_AREA_RATIO,
    HEADERS,
    UNIT_COLUMNS,
    UNIT_WORDS,
    WEAK_NUMBERS,
)
from yzgeo.readers import column_matching, reading, table_layout
from yzgeo.readers.reading import Reading
from yzgeo.readers.source import WHOLE_ROW, Change
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
    "firm": "str",
    "holder": "str",
    "note": "str",
}
"""Columns of a ledger and their types; `recovered_on` is an ISO date, `area_mu` the registered area, `unit_code` the
28-digit code of the real-estate unit (不动产单元代码), `holder` who holds the right to use the land (权利人). A ledger
has further columns: those of its file that are none of these, see `other_columns`."""
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
ROW_COUNTERS = ("序号", "行号", "顺序号", "FID", "OBJECTID")
PROGRAMS_NUMBERS = ("id", "label", "name")
"""Columns that programs add to a layer by themselves: nothing is lost where these are the same in each row."""
BY_ROW = Text(
    "这一列各行相同，不是地块编号，以行号为编号",
    "the column of numbers is the same in each row, so it is no parcel number: the row's own number stands in",
)
SAME_ROW = Text(
    "与另一行各格全同；如是重复登记，请删去",
    "equals another row in every cell: if it is entered twice, remove it",
)
NOT_APART = Text("这一列分不清各行，不作编号", "the column does not tell the rows apart: not taken as the number")
SAME_AREA = 0.01
"""Two columns of area that differ by no more than this share, in every row, state the same area."""
SHARES = {"": 1.0, "%": 0.01}
"""What a floor area ratio is per unit: 1.5, or 150 %."""
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
    statuses: Mapping[str, str] | None = None,
) -> gpd.GeoDataFrame:
    r"""The ledger of a file in any format that `yzgeo.readers.formats` reads.

    Parameters
    ----------
    file, crs, datum, layer, near
        As for `reading.read`.
    mapping
        The file's column by ours; other columns are matched by the headers that offices use.
    statuses
        The status, one of `STATUSES`, by the word of the file.

    Returns
    -------
    GeoDataFrame
        `COLUMNS`, the other columns of the file and geometry in EPSG:4490, a row per parcel of the file; geometry is
        missing where the file has none, and then the registered area is known.

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
    return read_with_log(Path(file), mapping or {}, crs, datum, layer, near, statuses or {}).frame


def read_with_log(
    file: Path,
    mapping: Mapping[str, str],
    crs: str | None,
    datum: str | None,
    layer: str | None,
    near: gpd.GeoSeries | None,
    statuses: Mapping[str, str],
) -> Reading:
    """As `read`, with the log of all that was changed on reading: the one way in which every command reads a ledger."""
    source = reading.read(file, crs, datum, layer, near)
    mapping = source.by_column(mapping)
    source = ticked_statuses.combine(file, source, mapping, statuses)
    translated = translate(file, source, mapping, statuses)
    column = match_columns(file, source.frame, mapping).get("area_mu")
    area_comparison.refuse_other_unit(file, area_comparison.ratios(translated.frame), column, mapping)
    return translated


def stored(file: Path) -> gpd.GeoDataFrame:
    """The ledger of a plan folder, from its `LEDGER_FILE`; empty where there is none."""
    if not file.is_file():
        return empty()
    source = reading.read(file)
    own = {name: name for name in COLUMNS if name in source.frame and source.frame[name].notna().any()}
    return translate(file, source, own if "parcel_id" in own else {}).frame


def translate(
    file: Path, source: Reading, mapping: Mapping[str, str], statuses: Mapping[str, str] | None = None
) -> Reading:
    """A reading with the columns of a ledger in their types; each changed value is in its log."""
    names = match_columns(file, source.frame, mapping)
    words = _status_words(statuses or {})
    for ours in NUMBERS & names.keys():
        refuse_rounded(file, names[ours], source.frame[names[ours]])
    changes: list[Change] = [*_passed_over(source.frame, names, mapping), *_same_rows(source.frame)]
    unit_column = _unit_column(source.frame)
    ledger: dict[str, pd.Series] = {}
    refusals: list[InputError] = []
    for ours in COLUMNS:
        cells = source.frame[names[ours]] if ours in names else pd.Series(index=source.frame.index, dtype=object)
        if ours in cell_parsing.FACTORS:
            theirs = names.get(ours, ours)
            by_row = ours == "area_mu" and unit_column and cell_parsing.column_unit(ours, theirs) is None
            row_units = source.frame[unit_column] if by_row and ours in names else None
            try:
                ledger[ours] = cell_parsing.parse_numbers(file, ours, theirs, cells, changes, row_units)
            except InputError as refusal:
                refusals.append(refusal)
        else:
            ledger[ours] = cells.map(cell_parsing.plain_text, na_action="ignore").astype("str")
    if refusals:
        raise all_of(refusals)
    dates = source.frame[names["recovered_on"]] if "recovered_on" in names else ledger["recovered_on"]
    cell_parsing.refuse_no_date(file, names.get("recovered_on", "recovered_on"), dates.dropna())
    ledger["recovered_on"] = cell_parsing.translate_cells(
        "recovered_on", dates, cell_parsing.iso_date, cell_parsing.date_reason, changes
    )
    ledger["status"] = cell_parsing.translate_cells(
        "status",
        ledger["status"],
        lambda cell: _status(cell, words)[0],
        lambda cell: _status(cell, words)[1],
        changes,
    )
    if "parcel_id" not in names and "unit_code" not in names:
        numbers = next(
            name
            for name in column_matching.candidates(_filled_columns(source.frame), HEADERS["parcel_id"])
            if _is_free(name, "parcel_id", names)
        )
        changes.append(Change(None, "parcel_id", numbers, "", BY_ROW))
        ledger["parcel_id"] = pd.Series([str(row) for row in source.frame.index], source.frame.index, dtype="str")
    elif "parcel_id" not in names:
        changes.append(Change(None, "parcel_id", "", names["unit_code"], BY_UNIT_CODE))
        ledger["parcel_id"] = ledger["unit_code"]
    _fill_floor_area(file, source.frame, mapping, ledger, changes)
    kept, more = other_columns.others(source.frame, used_columns(source.frame, names), COLUMNS)
    changes += more
    frame = gpd.GeoDataFrame(
        {**ledger, **{name: kept[name] for name in kept}}, geometry=source.frame.geometry, crs=CGCS2000
    )
    _refuse_unusable(file, frame, names)
    logs = [source.log, reading.log(file, changes)] if changes else [source.log]
    return source._replace(frame=frame, log=pd.concat(logs, ignore_index=True))


def used_columns(frame: gpd.GeoDataFrame, names: Mapping[str, str]) -> list[str]:
    """The columns of a file that columns of the ledger are read from: those matched, and that of the rows' units."""
    unit_column = _unit_column(frame)
    by_row = "area_mu" in names and cell_parsing.column_unit("area_mu", names["area_mu"]) is None
    return [*names.values(), *([unit_column] if unit_column and by_row else [])]


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


def _status_words(statuses: Mapping[str, str]) -> dict[str, str]:
    """The user's words in the form in which words are compared.

    Raises
    ------
    InputError
        When a code is none of ours.
    """
    codes = {word: cell_parsing.status_code(code) for word, code in statuses.items()}
    for word, code in codes.items():
        if code is None:
            raise InputError(
                Text(f"没有状态“{statuses[word]}”", f"there is no status '{statuses[word]}'"),
                Text(f"取其一：{'、'.join(STATUSES)}", f"use one of these: {', '.join(STATUSES)}"),
                parameter=Parameter("statuses", Text(f"{word}={STATUSES[-1]}", f"{word}={STATUSES[-1]}")),
            )
    return {cell_parsing.status_word(word): code for word, code in codes.items() if code is not None}


def _status(cell: str, words: Mapping[str, str]) -> tuple[str | None, Text]:
    """The code of a status, and why it is that one: as the user says, as the word says, or as it most likely means."""
    given = words.get(cell_parsing.status_word(cell))
    if given is not None:
        return given, cell_parsing.GIVEN_STATUS
    code = cell_parsing.status_code(cell)
    if code is not None:
        return code, cell_parsing.STATUS
    return cell_parsing.guessed_status(cell), cell_parsing.GUESSED_STATUS


class StatusWord(NamedTuple):
    """A word of the column of statuses: its rows, its code or None, and why it has that code."""

    word: str
    rows: int
    code: str | None
    why: Text


def status_words(frame: gpd.GeoDataFrame, names: Mapping[str, str], statuses: Mapping[str, str]) -> list[StatusWord]:
    """The words of the column of statuses, the most frequent first, as `translate` understands them.

    Parameters
    ----------
    frame
        The features of the file.
    names
        The file's column for each of ours, from `match_columns`.
    statuses
        The status by the word of the file, as the user says.

    >>> frame = gpd.GeoDataFrame({"状态": ["已收储", "√", "√"]}, geometry=[None] * 3)
    >>> for word in status_words(frame, {"status": "状态"}, {}):
    ...     print(word.word, word.rows, word.code)
    √ 2 None
    已收储 1 recovered
    """
    if "status" not in names:
        return []
    words = _status_words(statuses)
    cells = frame[names["status"]].dropna().map(cell_parsing.plain_text)
    counts = cells[cells != ""].value_counts(sort=True)
    return [StatusWord(str(word), int(rows), *_status(str(word), words)) for word, rows in counts.items()]


def remarks(read: Reading) -> list[Text]:
    r"""What a user must see before the ledger counts: rows left out, statuses guessed or not understood, a lost date.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "ledger.csv")
    >>> text = "编号,面积（亩）,状态\nA1,2,已收储\nA2,3,√\n合计,5,\n"
    >>> _ = file.write_text(text, encoding="utf-8")
    >>> for remark in remarks(read_with_log(file, {}, None, None, None, None, {})):
    ...     print(remark.en)
    row 4 (合计；5): a row of totals, not a feature: left out
    statuses guessed from their words: 已收储 = recovered (1); say otherwise where this is wrong
    statuses not understood, whose rows count nothing: √ (1); say which status each word is
    """
    texts: list[Text] = []
    above_features = read.log["why"].map(lambda why: why in table_layout.ABOVE_FEATURES).astype(bool)
    rows = read.log[read.log["row"].notna() & (read.log["field"] == WHOLE_ROW) & ~above_features]
    for why, of_reason in rows.groupby(rows["why"].map(lambda why: why.en), sort=False):
        first, more = of_reason.iloc[0], len(of_reason) - 1
        cells = cell_parsing.shown(first["old"])
        and_more = Text(f" 等 {more + 1} 行", f" and {more} more") if more else Text("", "")
        texts.append(
            Text(
                f"第 {first['row']} 行（{cells}）{and_more.zh}：{first['why'].zh}",
                f"row {first['row']} ({cells}){and_more.en}: {why}",
            )
        )
    by_row = read.log[read.log["why"].map(lambda why: why is BY_ROW).astype(bool)]
    for column in by_row["old"]:
        if column_matching.without_unit(column).lower() not in PROGRAMS_NUMBERS:
            texts.append(Text(f"{column}：{BY_ROW.zh}", f"{column}: {BY_ROW.en}"))
    guesses = read.log[read.log["why"].map(lambda why: why is cell_parsing.GUESSED_STATUS).astype(bool)]
    if len(guesses):
        counts = guesses.groupby(["old", "new"], sort=False).size()
        listed = [f"{word} = {code} ({count})" for (word, code), count in counts.items()]
        texts.append(
            _status_advice(
                Text(
                    f"状态用语为推定：{'、'.join(listed)}；不对的请指明",
                    f"statuses guessed from their words: {', '.join(listed)}; say otherwise where this is wrong",
                )
            )
        )
    status = read.frame["status"]
    strange = status[status.notna() & ~status.isin(STATUSES)].value_counts(sort=False)
    if len(strange):
        listed = [f"{cell_parsing.shown(word)} ({count})" for word, count in strange.items()]
        texts.append(
            _status_advice(
                Text(
                    f"不认得的状态，其行不计入：{'、'.join(listed)}；请指明各是哪种状态",
                    f"statuses not understood, whose rows count nothing: {', '.join(listed)}; say which status each word is",
                )
            )
        )
    without_day = undated(read.frame)
    if without_day.any():
        row, count = without_day.idxmax(), int(without_day.sum())
        first_date = cell_parsing.shown(read.frame["recovered_on"][row])
        texts.append(
            Text(
                f"{count} 处盘活日期不是日期，不归任何年份，首见第 {row} 行：{first_date}",
                f"{count} dates of recovery are none and belong to no year, first in row {row}: {first_date}",
            )
        )
    same = read.log.loc[read.log["why"].map(lambda why: why is SAME_ROW).astype(bool), "row"]  # told above
    again = repeated(read.frame) & ~read.frame.index.isin(same)
    if again.any():
        row, count = again.idxmax(), int(again.sum())
        number = cell_parsing.shown(read.frame["parcel_id"][row])
        texts.append(
            Text(
                f"{count} 行的地块编号前面已有，同号的只计一行，首见第 {row} 行：{number}",
                f"{counted(count, 'row')} with a number that an earlier row has; of each number one row counts; "
                f"first in row {row}: {number}",
            )
        )
    no_area = unmeasured(read.frame)
    if no_area.any():
        row, count = no_area.idxmax(), int(no_area.sum())
        texts.append(
            Text(
                f"{count} 行的登记面积不大于零，改按图上面积计，首见第 {row} 行：{read.frame['area_mu'][row]:,.6g} 亩",
                f"{counted(count, 'registered area')} not above zero; the drawn area counts; "
                f"first in row {row}: {read.frame['area_mu'][row]:,.6g} mu",
            )
        )
    return texts


def repeated(frame: gpd.GeoDataFrame) -> pd.Series:
    """Whether an earlier row of a ledger has the number of each row.

    >>> print(repeated(gpd.GeoDataFrame({"parcel_id": ["A", "B", "A", None, None]}, geometry=[None] * 5)).tolist())
    [False, False, True, False, False]
    """
    number = frame["parcel_id"]
    return number.notna() & number.duplicated()


def unmeasured(frame: gpd.GeoDataFrame) -> pd.Series:
    """Whether the registered area of each row of a ledger is none that can be: zero or less.

    >>> print(unmeasured(gpd.GeoDataFrame({"area_mu": [1.5, 0.0, -2.0, None]}, geometry=[None] * 4)).tolist())
    [False, True, True, False]
    """
    return frame["area_mu"].notna() & ~(frame["area_mu"] > 0)


def undated(frame: gpd.GeoDataFrame) -> pd.Series:
    """Whether the day of recovery of each row of a ledger is a text that is no date.

    >>> written = ["2024-06", "去年", None, "2024-13", "2024-02-30"]
    >>> print(undated(gpd.GeoDataFrame({"recovered_on": written}, geometry=[None] * 5)).tolist())
    [False, True, False, True, True]
    """
    day = frame["recovered_on"]
    return day.notna() & parse_days(day).isna()


def _status_advice(text: Text) -> Advice:
    return Advice(text.zh, text.en, Parameter("statuses", Text("词=recovered", "WORD=recovered")))


def match_columns(file: Path, frame: gpd.GeoDataFrame, mapping: Mapping[str, str]) -> dict[str, str]:
    """The file's column for each of ours that it has.

    A guessed column of numbers must tell rows apart; where the only one is the same in each row, as that which QGIS adds
    to a new layer, there is neither `parcel_id` nor `unit_code`. Of areas that differ, none is guessed.

    Raises
    ------
    InputError
        When a mapped column is missing, there are neither parcel numbers nor unit codes, or two columns of area differ.
    """
    theirs = _filled_columns(frame)
    columns = column_matching.match(file, theirs, mapping, HEADERS)
    placeholder = False
    if "parcel_id" in columns and "parcel_id" not in mapping:
        of_numbers = [
            name
            for name in column_matching.candidates(theirs, HEADERS["parcel_id"])
            if _is_free(name, "parcel_id", columns)
        ]
        apart = next((name for name in of_numbers if tells_apart(frame[name], name)), None)
        if apart is not None:
            columns["parcel_id"] = apart
        else:
            name = columns.pop("parcel_id")
            refuse_rounded(file, name, frame[name])  # numbers that only rounding has made the same
            placeholder = name in _weak(of_numbers) and len(frame) > 1 and _is_constant(frame[name])
            if "unit_code" not in columns and not placeholder:
                raise InputError(
                    Text(f"“{name}”一列各行多有重复，不能作地块编号", f"'{name}' repeats from row to row, so it is no parcel number"),
                    Text("指明地块编号列；确以此列为编号的，也请指明", "name the column of parcel numbers, this one if it is meant"),
                    file=str(file), column=name, parameter=MAPPED_ID,
                )  # fmt: skip
    for ours in cell_parsing.FACTORS:  # a number without a stated unit is not used
        if ours in columns and ours != "area_mu" and not _has_unit(ours, columns[ours], mapping):
            del columns[ours]
    if "area_mu" not in mapping:
        area = _area_column(file, frame, theirs, columns, mapping)
        columns.pop("area_mu", None)
        if area is not None:
            columns["area_mu"] = area
    if "parcel_id" not in columns and "unit_code" not in columns and not placeholder:
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
    return {ours: columns[ours] for ours in HEADERS if ours in columns}


def _filled_columns(frame: gpd.GeoDataFrame) -> list[str]:
    return [name for name in frame.columns if name != frame.geometry.name and frame[name].notna().any()]


def _is_free(name: str, ours: str, columns: Mapping[str, str]) -> bool:
    return all(name != other for key, other in columns.items() if key != ours)


def _weak(names: Sequence[str]) -> list[str]:
    return [
        name
        for name in names
        if any(column_matching.without_unit(name).lower() == weak.lower() for weak in WEAK_NUMBERS)
    ]


def _is_constant(cells: pd.Series) -> bool:
    return len({cell_parsing.plain_text(cell) for cell in cells.dropna()}) <= 1


def tells_apart(cells: pd.Series, name: str) -> bool:
    """Whether a guessed column may number parcels; our own column always may.

    >>> print(tells_apart(pd.Series([0, 0, 0]), "id"), tells_apart(pd.Series(["A", "B", "B"]), "编号"))
    False True
    """
    filled = cells.dropna()
    if len(filled) < 2 or name == "parcel_id":
        return True
    distinct = len({cell_parsing.plain_text(cell) for cell in filled})
    return distinct > 1 and (distinct * 2 > len(filled) or not _weak([name]))


def _passed_over(frame: gpd.GeoDataFrame, names: Mapping[str, str], mapping: Mapping[str, str]) -> list[Change]:
    """The columns that might have numbered the parcels, but tell no rows apart."""
    if "parcel_id" in mapping:
        return []
    ahead = []
    for name in column_matching.candidates(_filled_columns(frame), HEADERS["parcel_id"]):
        if name == names.get("parcel_id"):
            break
        if name not in names.values():
            ahead.append(Change(None, "parcel_id", name, names.get("parcel_id", ""), NOT_APART))
    return ahead


def _same_rows(frame: gpd.GeoDataFrame) -> list[Change]:
    """The rows that equal an earlier one in every cell, apart from a column that merely counts the rows, and in shape."""
    counting = [name for name in frame.columns if column_matching.without_unit(str(name)) in ROW_COUNTERS]
    cells = pd.DataFrame(frame.drop(columns=[frame.geometry.name, *counting])).astype("str")
    same = cells.assign(**{frame.geometry.name: shapely.to_wkb(frame.geometry.to_numpy())}).duplicated()
    changes = []
    for row in frame.index[same & cells.ne("").any(axis=1)]:
        filled = frame.loc[row, cells.columns].dropna()
        text = "；".join(cell_parsing.plain_text(cell) for cell in filled)
        changes.append(Change(int(row), WHOLE_ROW, text, text, SAME_ROW))
    return changes


class AreaUnit(NamedTuple):
    """The unit of a column of numbers, and where it is stated: `rows` is a column of the file with a unit for each row."""

    unit: str
    by: Literal["title", "header", "name", "rows", "ours"]
    column: str | None = None


def unit_of(frame: gpd.GeoDataFrame, ours: str, theirs: str) -> AreaUnit:
    """The unit in which `translate` reads a column of numbers.

    >>> frame = gpd.GeoDataFrame({"面积": [1, 2], "单位": ["公顷", "亩"]}, geometry=[None, None])
    >>> print(*unit_of(frame, "area_mu", "面积"), *unit_of(frame, "tax_10k_yuan", "税收（亿元）"))
    公顷、亩 rows 单位 亿元 header None
    """
    stated = cell_parsing.stated_unit(ours, theirs)
    if stated.unit is not None and stated.by != "nothing":
        return AreaUnit(stated.unit, stated.by)
    units = _unit_column(frame) if ours == "area_mu" else None
    if units is not None:
        words = frame[units].dropna().map(cell_parsing.plain_text).unique()
        return AreaUnit("、".join(words), "rows", units)
    return AreaUnit(cell_parsing.FACTORS[ours][0], "ours")


def _unit_column(frame: gpd.GeoDataFrame) -> str | None:
    """The column that holds the unit of area of each row."""
    for name in _filled_columns(frame):
        if column_matching.own_name(name).strip().lower() in UNIT_COLUMNS:
            words = frame[name].dropna().map(lambda unit: UNIT_WORDS.get(cell_parsing.plain_text(unit).lower()))
            if words.isin(list(cell_parsing.FACTORS["area_mu"][1])).mean() > 0.5:
                return str(name)
    return None


def _has_unit(ours: str, named: str, mapping: Mapping[str, str]) -> bool:
    own = ours in mapping or named.lower() == ours or column_matching.is_truncated(named, ours)
    return own or cell_parsing.column_unit(ours, named) is not None


def _area_column(
    file: Path, frame: gpd.GeoDataFrame, theirs: Sequence[str], columns: Mapping[str, str], mapping: Mapping[str, str]
) -> str | None:
    """The column of the registered area, or None; columns whose areas differ are refused, since any may be meant."""
    unit_column = _unit_column(frame)
    by_header = [
        name
        for name in column_matching.candidates(theirs, HEADERS["area_mu"])
        if _is_free(name, "area_mu", columns)
        and (_has_unit("area_mu", name, mapping) or (unit_column is not None and column_matching.unit(name) is None))
    ]
    if by_header and by_header[0].lower() == "area_mu":
        return by_header[0]
    alike = [
        name
        for name in theirs
        if name not in by_header
        and _is_free(name, "area_mu", columns)
        and cell_parsing.column_unit("area_mu", name) is not None
        and AREA_OF_LAND.search(column_matching.without_unit(name))
        and not AREA_OF_OTHERS.search(name)
    ]
    if not by_header:
        if alike and frame.geometry.isna().any():  # a drawn area counts without a registered one
            raise _which_area(file, alike)
        return None
    first = _mu(file, frame, by_header[0], unit_column)
    for other in [*by_header[1:], *alike]:
        mu = _mu(file, frame, other, unit_column)
        differ = first.notna() & mu.notna() & ((first - mu).abs() > SAME_AREA * first.abs().combine(mu.abs(), max))
        if differ.any():
            row = differ.idxmax()
            raise InputError(
                Text(
                    f"“{by_header[0]}”和“{other}”都是面积而不相同（{first[row]:,.6g} 亩、{mu[row]:,.6g} 亩）",
                    f"'{by_header[0]}' and '{other}' both hold an area and differ ({first[row]:,.6g} and {mu[row]:,.6g} mu)",
                ),
                Text(
                    f"指明计哪一列：{by_header[0]} 还是 {other}",
                    f"say which one counts: {by_header[0]} or {other}",
                ),
                file=str(file), row=int(row),
                parameter=Parameter("mapping", Text(f"area_mu={other}", f"area_mu={other}")),
            )  # fmt: skip
    return by_header[0]


def _which_area(file: Path, names: Sequence[str]) -> InputError:
    """The refusal to guess a registered area among columns whose names say too much, such as 批准面积."""
    listed = "、".join(names)
    return InputError(
        Text(f"拿不准登记面积是哪一列：{listed}", f"which column is the registered area, is not certain: {listed}"),
        Text("指明计哪一列", "say which one counts"),
        file=str(file), parameter=Parameter("mapping", Text(f"area_mu={names[0]}", f"area_mu={names[0]}")),
    )  # fmt: skip


def _mu(file: Path, frame: gpd.GeoDataFrame, name: str, unit_column: str | None) -> pd.Series:
    """A column of area in mu, to compare it; a cell that is no number is missing here and refused where it counts."""
    by_row = unit_column is not None and cell_parsing.column_unit("area_mu", name) is None
    try:
        return cell_parsing.parse_numbers(
            file, "area_mu", name, frame[name], [], frame[unit_column] if by_row else None
        )
    except InputError:
        return pd.Series(float("nan"), index=frame.index)


def _fill_floor_area(
    file: Path, frame: gpd.GeoDataFrame, mapping: Mapping[str, str], ledger: dict[str, pd.Series], changes: list[Change]
) -> None:
    """Compute the floor area from the floor area ratio, where only that is stated."""
    theirs = [name for name in frame.columns if column_matching.without_unit(name) in FLOOR_AREA_RATIO]
    if not theirs or "floor_area_m2" in mapping:
        return
    cells = frame[theirs[0]]
    stated = "%" if (column_matching.unit(theirs[0]) or "").translate(cell_parsing.HALF_WIDTH) == "%" else ""
    ratio = pd.to_numeric(cells.where(cells.map(type).isin((int, float))), errors="coerce").astype("float64")
    ratio *= SHARES[stated]
    for row, cell in cells[ratio.isna() & cells.notna()].items():
        value, unit, _ = cell_parsing.parse_number(file, int(row), theirs[0], cell, stated, SHARES)
        ratio[row] = value * SHARES[unit]
    computed = ratio * ledger["area_mu"].map(mu_to_m2)
    cell_parsing.refuse_infinite(file, theirs[0], cells, computed)
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
    if landless.any() and "area_mu" in names:
        raise InputError(
            Text("地块既没有图形也没有登记面积：这一格是空的", "the parcel has neither geometry nor a registered area: the cell is empty"),
            Text("填上面积；这一行不是地块的，请删去", "fill in the area, or remove the row if it is no parcel"),
            file=str(file), row=int(landless.idxmax()), column=names["area_mu"],
        )  # fmt: skip
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
