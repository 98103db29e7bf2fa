"""A land survey: the class, the area that counts and the place of each of its polygons.

- *Area.* A survey registers the area of each polygon (TBMJ, in square metres on the ellipsoid). It counts where it is
  stated, split over zones by the shares of the drawn shape; else, or by choice, the drawn area on the ellipsoid counts.
- *Net area.* Part of a polygon may be of another class than its own: field ridges (田坎) by the column of the
  area (KCMJ, TKMJ) or of the share (KCXS, TKXS) that is deducted, of the class of KCDLBM; in surveys of the older kind
  also the narrow lines and small patches inside (XZDWMJ, LXDWMJ), whose class stands in layers of their own. What is
  left is the net area of the polygon's class (TBDLMJ). Where only that column is there, the deducted part is the rest.

Areas in tables follow the unit in the header; without one they are square metres, as the standard has them.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyproj
import shapely

from yzgeo.assignment.parcel_source import PARCEL_ID, Choose, ParcelFile
from yzgeo.core.errors import InputError, Parameter, all_of
from yzgeo.core.i18n import Text, counted, plain
from yzgeo.core.units import M2_PER_HA, M2_PER_MU
from yzgeo.ledger import cell_parsing, land_classes
from yzgeo.ledger.land_classes import FIELD_RIDGE, SYSTEMS
from yzgeo.ledger.vocabulary import UNIT_WORDS
from yzgeo.readers import column_matching
from yzgeo.spatial.overlay.arrow_batch import overlaps_of_wkb, repair_remark
from yzgeo.spatial.overlay.prepared_zones import PreparedZones
from yzgeo.spatial.polygon_repair import polygonal

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Shapes = npt.NDArray[Any]
Basis = Literal["registered", "drawn"]

CODE, NAME = PARCEL_ID, "name"
HEADERS = {
    "code": (
        *("DLBM", "地类编码", "地类代码", "land_use_code", "YDYHFLDM", "YDYHFLDM_1", "YDYHDM", "YDYHBM"),
        *("用地用海分类代码", "用地用海代码", "用地代码", "现状地类代码"),
    ),
    "name": ("DLMC", "地类名称", "YDYHFLMC", "YDYHMC", "用地用海分类名称", "用地用海名称", "用地名称"),
    "registered": ("TBMJ", "图斑面积"),
    "deducted_code": ("KCDLBM", "扣除地类编码", "扣除地类代码"),
    "deducted_share": ("KCXS", "扣除地类系数", "扣除系数", "TKXS", "田坎系数"),
    "deducted_area": ("KCMJ", "扣除地类面积", "扣除面积", "TKMJ", "田坎面积"),
    "linear_area": ("XZDWMJ", "线状地物面积"),
    "small_area": ("LXDWMJ", "零星地物面积"),
    "net_area": ("TBDLMJ", "图斑地类面积"),
}
"""Columns of a survey by the headers that offices use, the surest first; the first is that of the standard."""
AREAS = ("registered", "deducted_area", "linear_area", "small_area", "net_area")
SQUARE_METRE = "平方米"
UNITS = {SQUARE_METRE: 1.0, "公顷": M2_PER_HA, "亩": M2_PER_MU}
"""Square metres per unit of an area."""
NO_UNIT = {"": 1.0, "%": 0.01}
UNKNOWN = ""
"""The class of land whose code is missing."""
LINES = "lines"
"""The class of the lines and patches that an older survey deducts without their code."""
DEDUCTIONS = 2
"""Further classes that a polygon may have besides its own: what is deducted by code, and lines and patches."""
AHEAD = 2
"""Batches waiting per thread."""
FAR_APART = (0.5, 2.0)
"""Registered over drawn area, of the whole survey, beyond which the unit of the column cannot be the one assumed."""
ROUNDED_M2 = 0.02
"""Registered areas are written to 0.01 m²; what three of them disagree by is no deduction."""
EXAMPLES = 3


class Layer(NamedTuple):
    """A layer of zones prepared for the survey's CRS, and its name in the result."""

    name: str
    zones: PreparedZones


class Inside(NamedTuple):
    """Which polygon lies in which zone of a layer: positions, and the share of the polygon (n rows each)."""

    polygon: Numbers
    zone: Numbers
    share: Floats


@dataclass(frozen=True)
class Survey:
    """The polygons of a survey, n of them.

    - `file`: its name
    - `system`: the system of its codes, one of `land_classes.SYSTEMS`
    - `codes`: the classes that occur, with `UNKNOWN` and `LINES`
    - `basis`: which area counts, `registered` or `drawn`
    - `parts`: (n, 3) int64, positions in `codes`: of the polygon's own class, of what is deducted, of lines and patches
    - `fractions`: (n, 3) float64, what part of the polygon each is; rows sum to 1
    - `counted_m2`, `drawn_m2`: (n,) float64, the area that counts and that of the shape on the ellipsoid
    - `shapes`: (n,) object, valid polygons in `crs`, an equal-area projection; None or empty where there is none
    - `inside`: by name of layer, which polygons lie in which of its zones
    - `remarks`: what the user must know of it
    """

    file: str
    system: str
    codes: list[str]
    basis: Basis
    parts: Numbers
    fractions: Floats
    counted_m2: Floats
    drawn_m2: Floats
    shapes: Shapes
    crs: pyproj.CRS
    inside: dict[str, Inside]
    remarks: list[Text] = field(default_factory=list)


def choose(file: Path, mapping: Mapping[str, str]) -> tuple[Choose, dict[str, str]]:
    """What chooses the columns of a survey, and a dict that it fills: the file's column by ours.

    Parameters
    ----------
    file
        Named in refusals.
    mapping
        The mapping of the user: the file's column by ours, one of `HEADERS`.

    Raises
    ------
    InputError
        By what is returned: when there is no column of codes, or the mapping names what is not there.

    >>> chosen, columns = choose(Path("dltb.shp"), {})
    >>> print(chosen(["BSM", "DLBM", "TBMJ"]), columns)
    {'parcel_id': 'DLBM', 'registered': 'TBMJ'} {'code': 'DLBM', 'registered': 'TBMJ'}
    """
    columns: dict[str, str] = {}

    def chosen(theirs: list[str]) -> dict[str, str]:
        columns.clear()
        columns.update(column_matching.match(file, theirs, mapping, HEADERS))
        if "code" not in columns and "name" in columns:  # the names say which class it is, see `_codes`
            columns["code"] = columns.pop("name")
        if "code" not in columns:
            raise InputError(
                Text("没有地类编码或地类名称列", "has no column of land-use codes or names of classes"),
                Text(
                    f"指明哪一列是地类编码或名称（列有：{'、'.join(theirs)}）",
                    f"say which column holds the codes or names (there are: {', '.join(theirs)})",
                ),
                file=str(file),
                parameter=Parameter("mapping", plain("code=DLBM")),
            )
        return {CODE if ours == "code" else ours: its for ours, its in columns.items()}

    return chosen, columns


class _Batch(NamedTuple):
    """One batch measured: its columns, shapes in the projection, drawn areas, and overlaps by layer."""

    columns: dict[str, pa.Array]
    shapes: Shapes
    drawn_m2: Floats
    inside: list[Inside]
    repaired: int
    non_areal: int


def read(
    file: Path,
    source: ParcelFile,
    columns: Mapping[str, str],
    layers: Sequence[Layer],
    crs: pyproj.CRS,
    basis: Basis | None = None,
    system: str | None = None,
    progress: Callable[[int], None] = lambda polygons: None,
) -> Survey:
    """Read and measure a survey in batches, on all processors.

    Parameters
    ----------
    file, source, columns
        The survey, opened with what `choose` gives, and the columns chosen.
    layers
        Zones prepared for the survey's CRS.
    crs
        The equal-area projection in which areas are measured.
    basis
        Which area counts; without it the registered one where the survey has one.
    system
        The system of the codes; without it that of most rows.
    progress
        Called with the number of polygons done.

    Raises
    ------
    InputError
        When it cannot be read, a code is not of the system, a figure is none, or nothing has a shape.
    """
    batches = list(_measured(source, layers, crs, progress))
    table = {ours: pa.chunked_array([each.columns[ours] for each in batches]) for ours in batches[0].columns}
    shapes = np.concatenate([each.shapes for each in batches])
    drawn = np.concatenate([each.drawn_m2 for each in batches])
    if not (drawn > 0).any():
        raise InputError(
            Text("没有一个图斑有图形（面）", "no polygon has a shape that is an area"),
            Text("核对图层", "check the layer"),
            file=str(file),
            parameter=Parameter("layer"),
        )
    remarks: list[Text] = []
    numbers = {ours: _numbers(file, table[ours], columns[ours], ours in AREAS) for ours in table if ours not in TEXTS}
    if basis == "registered" and "registered" not in numbers:
        raise InputError(
            Text("没有图斑面积列（TBMJ）", "has no column of registered areas (TBMJ)"),
            Text("按图上面积计", "have the drawn area count"),
            file=str(file),
            parameter=Parameter("area", plain("drawn")),
        )
    registered = numbers.get("registered", np.full(len(drawn), np.nan))
    has_registered = np.isfinite(registered) & (registered > 0)
    counts: Basis = "registered" if basis != "drawn" and has_registered.any() else "drawn"
    if counts == "registered":
        both = has_registered & (drawn > 0)
        _refuse_other_unit(file, columns["registered"], registered[both], drawn[both])
        area = np.where(has_registered, registered, drawn)
    else:
        area = drawn
    codes, own, deducted, chosen, of_codes = _codes(file, table, columns, system)
    remarks += of_codes
    fractions, of_deductions = _fractions(numbers, np.where(has_registered, registered, drawn), columns)
    ridge = len(codes) if FIELD_RIDGE[chosen] not in codes else codes.index(FIELD_RIDGE[chosen])
    deducted = np.where(deducted >= 0, deducted, ridge)
    if ridge == len(codes):
        codes = [*codes, FIELD_RIDGE[chosen]]
    codes = [*codes, UNKNOWN, LINES]
    parts = np.column_stack([own, deducted, np.full(len(drawn), len(codes) - 1)])
    parts[parts < 0] = len(codes) - 2
    begins = np.cumsum([0, *(len(each.shapes) for each in batches[:-1])])
    inside = {
        layer.name: Inside(
            np.concatenate([each.inside[number].polygon + begin for each, begin in zip(batches, begins, strict=True)]),
            np.concatenate([each.inside[number].zone for each in batches]),
            np.concatenate([each.inside[number].share for each in batches]),
        )
        for number, layer in enumerate(layers)
    }
    remarks += list(_of_areas(counts, area, drawn, has_registered, columns, basis))
    remarks += [*_of_net_areas(area, fractions, numbers, columns), *of_deductions]
    repaired, non_areal = sum(each.repaired for each in batches), sum(each.non_areal for each in batches)
    if non_areal:
        remarks.append(
            Text(
                f"{non_areal:,} 个图斑没有图形（面）：其登记面积计入合计，但不知在哪一片区",
                f"{counted(non_areal, 'polygon')} without a shape: the registered area counts in the total, in no known zone",
            )
        )
    if repaired:
        remarks.append(repair_remark(repaired))
    return Survey(
        file.name, chosen, codes, counts, parts, fractions, area, drawn, shapes, crs, inside, remarks
    )  # fmt: skip


TEXTS = (CODE, NAME, "deducted_code")
"""Columns that are text; the others are numbers."""


def _measured(
    source: ParcelFile, layers: Sequence[Layer], crs: pyproj.CRS, progress: Callable[[int], None]
) -> Iterator[_Batch]:
    transformer = pyproj.Transformer.from_crs(source.crs, crs, always_xy=True)
    threads = os.cpu_count() or 1
    waiting: deque[Future[_Batch]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            begun = done = 0
            for batch in source.batches():
                waiting.append(pool.submit(_measure, batch, begun, layers, transformer))
                begun += len(batch)
                while len(waiting) > AHEAD * threads:
                    measured = waiting.popleft().result()
                    done += len(measured.shapes)
                    progress(done)
                    yield measured
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _measure(batch: pa.RecordBatch, begun: int, layers: Sequence[Layer], transformer: pyproj.Transformer) -> _Batch:
    """One batch of polygons whose first is number `begun` of the file, counted from 0."""
    binary = batch["geometry"]
    try:
        overlaps = [overlaps_of_wkb(binary, layer.zones) for layer in layers]  # refuses what is no shape, with its row
    except InputError as error:
        raise error.at(row=None if error.row is None else error.row + begun) from error
    shapes = np.array(shapely.from_wkb(np.array(binary.to_pylist(), dtype=object), on_invalid="ignore"), dtype=object)
    there = ~shapely.is_missing(shapes)
    wrong = there & ~shapely.is_valid(shapes)
    flat = shapely.force_2d(shapes)
    areal = np.isin(shapely.get_type_id(flat), (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON))
    mend = there & (wrong | ~areal)
    flat[mend] = polygonal(flat[mend])
    planar = shapely.transform(flat, lambda points: np.column_stack(transformer.transform(points[:, 0], points[:, 1])))
    drawn = np.where(there, shapely.area(planar), 0.0)
    bent = there & ~shapely.is_valid(planar)  # a projection may let the edges of a narrow shape cross
    planar[bent] = polygonal(planar[bent])
    inside = []
    for each in overlaps:
        within = each.zone >= 0
        inside.append(Inside(each.parcel[within], each.zone[within], each.share[within]))
    columns = {name: batch[name] for name in batch.schema.names if name != "geometry"}
    return _Batch(columns, planar, drawn, inside, int((wrong & areal).sum()), int((drawn <= 0).sum()))


def _numbers(file: Path, column: pa.ChunkedArray, theirs: str, is_area: bool) -> Floats:
    """A column as (n,) float64, NaN where empty; areas in square metres by the unit of the header or the cell.

    Raises
    ------
    InputError
        For what is no number, or below zero.
    """
    unit = _unit(file, theirs) if is_area else ""
    factors = UNITS if is_area else NO_UNIT
    if pa.types.is_floating(column.type) or pa.types.is_integer(column.type) or pa.types.is_decimal(column.type):
        numbers = column.cast(pa.float64()).to_numpy(zero_copy_only=False) * factors[unit]
    else:
        encoded = pc.dictionary_encode(column.cast(pa.string())).combine_chunks()
        places = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        values = []
        for place, cell in enumerate(encoded.dictionary.to_pylist()):
            try:
                number, written, _ = cell_parsing.parse_number(file, 0, theirs, cell, unit, factors)
            except InputError as error:
                raise error.at(row=int(np.flatnonzero(places == place)[0]) + 1) from error
            values.append(number * factors[written])
        numbers = np.array([*values, np.nan])[places]
    _refuse_negative(file, theirs, numbers)
    return np.asarray(numbers, dtype=np.float64)


def _refuse_negative(file: Path, column: str, numbers: Floats) -> None:
    wrong = np.flatnonzero((numbers < 0) | np.isinf(numbers))
    if len(wrong):
        raise InputError(
            Text(f"{numbers[wrong[0]]:g} 不是不小于零的数", f"{numbers[wrong[0]]:g} is no number of zero or more"),
            Text("改正后再用", "mend it first"),
            file=str(file),
            row=int(wrong[0]) + 1,
            column=column,
        )


def _unit(file: Path, column: str) -> str:
    """The unit in the header of a column of areas; square metres without one, as the standards have them.

    Raises
    ------
    InputError
        When it is none of area.
    """
    unit = column_matching.unit(column)
    if unit is None:
        return SQUARE_METRE
    word = UNIT_WORDS.get(unit.lower(), unit)
    if word not in UNITS:
        raise InputError(
            Text(f"不认得面积单位“{unit}”", f"'{unit}' is no unit of area that is known"),
            Text(f"用其一：{'、'.join(UNITS)}", f"use one of: {', '.join(UNITS)}"),
            file=str(file),
            column=column,
        )
    return word


def _refuse_other_unit(file: Path, column: str, registered: Floats, drawn: Floats) -> None:
    """Refuse registered areas that cannot be square metres: their sum is far from that of the shapes."""
    if not drawn.sum():
        return
    ratio = registered.sum() / drawn.sum()
    if FAR_APART[0] <= ratio <= FAR_APART[1]:
        return
    raise InputError(
        Text(
            f"登记面积合计是图上面积的 {ratio:.4g} 倍：单位不是平方米，或图形、坐标系不符",
            f"registered areas add up to {ratio:.4g} times the drawn ones: they are no square metres, or the shapes or "
            "their CRS are wrong",
        ),
        Text(
            "在列名中写明单位，如 TBMJ(亩)；或按图上面积计",
            "write the unit into the header, as in TBMJ(mu), or have the drawn area count",
        ),
        file=str(file),
        column=column,
        parameter=Parameter("area", plain("drawn")),
    )


def _texts(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """A column as a dictionary of stripped texts; numbers of odd length get the zero that a spreadsheet drops."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        if pa.types.is_floating(column.type):
            column = pc.if_else(pc.is_finite(column), pc.round(column), None).cast(pa.int64())
        texts = pc.utf8_trim_whitespace(column.cast(pa.string()))
        odd = pc.equal(pc.bit_wise_and(pc.utf8_length(texts), 1), 1)
        texts = pc.if_else(odd, pc.binary_join_element_wise("0", texts, ""), texts)
    else:
        texts = pc.utf8_trim_whitespace(column.cast(pa.string()))
        texts = pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)
    return pc.dictionary_encode(texts).combine_chunks()


def _codes(
    file: Path, table: Mapping[str, pa.ChunkedArray], columns: Mapping[str, str], system: str | None
) -> tuple[list[str], Numbers, Numbers, str, list[Text]]:
    """The classes, the position of each polygon's own and deducted one (-1 where missing), the system, and remarks."""
    own, rows_of = _encoded(_plain(table[CODE]))
    names: dict[str, list[str]] = {}
    if NAME in table:
        words, _ = _encoded(table[NAME])
        pairs = pd.DataFrame({"code": own.codes, "name": words.codes}).drop_duplicates()
        for code, word in pairs[(pairs >= 0).all(axis=1)].itertuples(index=False):
            names.setdefault(own.categories[code], []).append(words.categories[word])
    remarks: list[Text] = []
    if not rows_of:
        raise InputError(
            Text("一个地类编码也没有", "has no code at all"),
            Text("核对所选的列", "check the column chosen"),
            file=str(file),
            column=columns["code"],
            parameter=Parameter("mapping", plain("code=DLBM")),
        )
    by_name = land_classes.are_names(rows_of)
    if system is None:
        try:
            system, why = (
                land_classes.system_of_names(rows_of, columns["code"])
                if by_name
                else land_classes.system_of(rows_of, names, columns["code"])
            )
        except InputError as error:
            raise error.at(file=str(file)) from error
        remarks.append(why)
    if by_name:
        own, names = _coded(file, columns["code"], own, system), {}
    _refuse_unknown(file, columns["code"], own, system)
    if (own.codes < 0).any():
        count = int((own.codes < 0).sum())
        remarks.append(
            Text(
                f"{count:,} 个图斑没有地类编码，另列一行",
                f"{counted(count, 'polygon')} without a code: a row of their own",
            )
        )
    wrong = land_classes.contradicted(system, names)
    if wrong:
        some = list(wrong)[:EXAMPLES]
        shown = [(code, land_classes.name(system, code), word) for code, word in some]
        remarks.append(
            Text(
                f"{len(wrong):,} 种编码旁的名称与标准不同，按编码计："
                + "；".join(f"{code} 是{own_name.zh}，写作“{word}”" for code, own_name, word in shown),
                f"beside {counted(len(wrong), 'code')} stands another name than its own; the code counts: "
                + "; ".join(f"{code} is {own_name.zh}, written '{word}'" for code, own_name, word in shown),
            )
        )
    codes = list(own.categories)
    if "deducted_code" not in table:
        return codes, own.codes.astype(np.int64), np.full(len(own.codes), -1), system, remarks
    deducted, _ = _encoded(_plain(table["deducted_code"]))
    _refuse_unknown(file, columns["deducted_code"], deducted, system)
    codes += [code for code in deducted.categories if code not in codes]
    place = np.array([codes.index(code) for code in deducted.categories] + [-1])
    return codes, own.codes.astype(np.int64), place[deducted.codes], system, remarks


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Codes that are texts, in narrow capitals; numbers as they are."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    return pc.utf8_upper(pc.utf8_normalize(column, form="NFKC"))


def _encoded(column: pa.ChunkedArray) -> tuple[pd.Categorical, dict[str, int]]:
    """A column as categories, and the number of rows by category."""
    encoded = _texts(column)
    places = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    values = pd.Categorical.from_codes(places, encoded.dictionary.to_pylist())
    counts = np.bincount(places[places >= 0], minlength=len(values.categories))
    return values, dict(zip(values.categories, counts.tolist(), strict=True))


def _refuse_unknown(file: Path, column: str, values: pd.Categorical, system: str) -> None:
    """Refuse codes that the system does not have, each with its first row."""
    known = land_classes.classes(system)
    refusals = []
    for place, code in enumerate(values.categories):
        if code not in known:
            told = land_classes.unknown_code(code, system)
            row = int(np.flatnonzero(values.codes == place)[0]) + 1
            refusals.append(InputError(told.problem, told.remedy, file=str(file), row=row, column=column))
    if refusals:
        raise all_of(refusals)


def _coded(file: Path, column: str, named: pd.Categorical, system: str) -> pd.Categorical:
    """The codes of classes that stand by their names; a code among them stays."""
    code_of = {**land_classes.codes_by_name(system), **{code: code for code in land_classes.classes(system)}}
    plain_names = ["".join(name.split()) for name in named.categories]
    refusals = []
    for place, name in enumerate(plain_names):
        if name not in code_of:
            told = land_classes.unknown_name(named.categories[place], system)
            row = int(np.flatnonzero(named.codes == place)[0]) + 1
            refusals.append(InputError(told.problem, told.remedy, file=str(file), row=row, column=column))
    if refusals:
        raise all_of(refusals)
    codes = list(dict.fromkeys(code_of[name] for name in plain_names))
    places = np.array([*(codes.index(code_of[name]) for name in plain_names), -1])
    return pd.Categorical.from_codes(places[named.codes], codes)


def _fractions(numbers: Mapping[str, Floats], whole: Floats, columns: Mapping[str, str]) -> tuple[Floats, list[Text]]:
    """What part of each polygon is of its own class, of what is deducted, and of lines and patches, (n, 3) float64."""
    none = np.zeros(len(whole))
    per_whole = np.divide(1.0, whole, out=np.zeros(len(whole)), where=whole > 0)
    lines = (
        np.nan_to_num(numbers.get("linear_area", none)) + np.nan_to_num(numbers.get("small_area", none))
    ) * per_whole
    stated = numbers.get("deducted_area")
    share = np.nan_to_num(numbers.get("deducted_share", none))
    if share.max(initial=0) > 1:  # written as per cent
        share = share / 100
    deducted = share * (1 - lines)  # 田坎系数 is of the land that is left without lines
    remarks: list[Text] = []
    if stated is not None:
        both_ways = np.isfinite(stated) & np.isfinite(numbers.get("deducted_share", none * np.nan))
        off = both_ways & (np.abs(stated - deducted * whole) > np.maximum(ROUNDED_M2, 1e-3 * whole))
        if off.any():
            area_column, share_column = columns["deducted_area"], columns["deducted_share"]
            row = int(np.flatnonzero(off)[0])
            remarks.append(
                Text(
                    f"{int(off.sum()):,} 个图斑的扣除面积（{area_column}）不等于图斑面积乘扣除系数（{share_column}），"
                    f"按扣除面积计，首见第 {row + 1} 行：{stated[row]:,.10g} 与 {deducted[row] * whole[row]:,.10g} 平方米",
                    f"the deducted area ({area_column}) of {counted(int(off.sum()), 'polygon')} is not what {share_column} "
                    f"gives; the area counts; first in row {row + 1}: {stated[row]:,.10g} and "
                    f"{deducted[row] * whole[row]:,.10g} m²",
                )
            )
        deducted = np.where(np.isfinite(stated), np.nan_to_num(stated) * per_whole, deducted)
    net = numbers.get("net_area")
    if net is not None:
        rest = np.where(np.isfinite(net), whole - net, 0.0)
        if stated is None and "deducted_share" not in numbers:
            deducted = np.where(rest > ROUNDED_M2, rest * per_whole - lines, 0.0)
        else:
            off = np.abs((deducted + lines) * whole - rest) > np.maximum(ROUNDED_M2, 1e-6 * whole)
            off &= np.isfinite(net)
            if off.any():
                remarks.append(
                    Text(
                        f"{int(off.sum()):,} 个图斑的图斑地类面积（{columns['net_area']}）不等于图斑面积减扣除面积"
                        f"（首见第 {int(np.flatnonzero(off)[0]) + 1} 行），按扣除面积计",
                        f"the net area ({columns['net_area']}) of {counted(int(off.sum()), 'polygon')} is not what the deductions leave "
                        f"(first in row {int(np.flatnonzero(off)[0]) + 1}); the deductions count",
                    )
                )
    both = np.clip(deducted, 0, None) + lines
    over = both > 1 + 1e-9
    if over.any():
        remarks.append(
            Text(
                f"{int(over.sum()):,} 个图斑的扣除面积大于图斑面积（首见第 {int(np.flatnonzero(over)[0]) + 1} 行），按全部扣除计",
                f"deductions of {counted(int(over.sum()), 'polygon')} exceed the area (first in row "
                f"{int(np.flatnonzero(over)[0]) + 1}): all of it counts as deducted",
            )
        )
    scale = np.divide(1.0, both, out=np.ones(len(both)), where=both > 1)
    deducted, lines = np.clip(deducted, 0, None) * scale, lines * scale
    return np.column_stack([1 - deducted - lines, deducted, lines]), remarks


def _of_net_areas(
    area: Floats, fractions: Floats, numbers: Mapping[str, Floats], columns: Mapping[str, str]
) -> Iterable[Text]:
    """Remarks on how much is deducted by which columns, and what class it counts as."""
    _, deducted, lines = (area @ fractions) / M2_PER_HA
    if deducted > 0:
        stated = numbers.get("deducted_area")
        by_share = "deducted_share" in numbers and (stated is None or not np.isfinite(stated).all())
        used = {"deducted_area": stated is not None, "deducted_share": by_share}
        stating = [columns[ours] for ours, is_used in used.items() if is_used]
        by = f" {'、'.join(stating)}", ", ".join(stating)
        if not stating:
            by = f"图斑面积减 {columns['net_area']}", f"the area less {columns['net_area']}"
        code = columns.get("deducted_code")
        yield Text(
            f"扣除 {deducted:,.4f} 公顷（按{by[0]}），计入" + (f" {code} 的地类，空白的计入田坎" if code else "田坎"),
            f"{deducted:,.4f} ha are deducted (by {by[1]}) and count as "
            + (f"the class of {code}, as field ridges where it is blank" if code else "field ridges"),
        )
    if lines > 0:
        yield Text(
            f"线状地物、零星地物 {lines:,.4f} 公顷，单列一行",
            f"lines and patches of {lines:,.4f} ha have a row of their own",
        )


def _of_areas(
    counts: Basis,
    area: Floats,
    drawn: Floats,
    has_registered: npt.NDArray[np.bool_],
    columns: Mapping[str, str],
    asked: Basis | None,
) -> Iterable[Text]:
    """Remarks on which area counts."""
    if counts == "drawn":
        if "registered" in columns and asked == "drawn":
            yield Text("按图上面积（椭球面积）计", "the drawn area counts (on the ellipsoid)")
        else:
            yield Text(
                "没有登记的图斑面积，按图上面积（椭球面积）计",
                "there is no registered area: the drawn one counts (on the ellipsoid)",
            )
        return
    total, shape = area.sum() / M2_PER_HA, drawn.sum() / M2_PER_HA
    yield Text(
        f"按登记的图斑面积（{columns['registered']}）计，共 {total:,.4f} 公顷，按图上份额分到片区；图上面积 {shape:,.4f} 公顷",
        f"the registered area ({columns['registered']}) counts, {total:,.4f} ha in all, split over zones by the shares of "
        f"the drawn shape; the shapes have {shape:,.4f} ha",
    )
    without = int((~has_registered).sum())
    if without:
        yield Text(
            f"其中 {without:,} 个图斑没有登记面积，按图上面积计",
            f"of {counted(without, 'polygon')} no area is registered: the drawn one counts",
        )


def label(code: str, system: str) -> Text:
    """The name of a class of a survey, or of what has none."""
    if code == UNKNOWN:
        return Text("无地类编码", "no code")
    if code == LINES:
        return Text("线状地物与零星地物（地类在另外的图层）", "lines and patches (classes are in other layers)")
    return land_classes.name(system, code)


def system_title(system: str) -> Text:
    """What a system of classes is called."""
    return SYSTEMS[system]
