"""How an import understood its file, as plain data: from the steps of the import itself, whether it went through or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypedDict

import geopandas as gpd
import pandas as pd
import shapely

from yzgeo.core.errors import Advice, InputError
from yzgeo.core.i18n import LANGS, NOTHING, Text
from yzgeo.core.units import M2_PER_MU
from yzgeo.ledger import area_comparison, cell_parsing, ledger
from yzgeo.ledger.vocabulary import HEADERS
from yzgeo.readers import column_matching, reading, table_layout
from yzgeo.readers.crs_detection import CrsGrounds
from yzgeo.readers.source import WHOLE_ROW
from yzgeo.spatial.crs import equal_area

EXAMPLES = 3
"""Different values of a column that are shown."""
MOST_ROWS = 200
"""Rows of one kind that are listed; the others are counted."""
CLOSE = 1e-4
"""Share by which a total that a file states may differ from the sum and still be it: totals are rounded."""
SUBTOTAL = ("小计", "subtotal")


class Steps(TypedDict, total=False):
    """What the steps of an import gave so far; a step that was refused is not there.

    `headers` are those of the columns that the import looks for, where they are not the ledger's; a column of another name
    was found by its values.
    """

    mapping: Mapping[str, str]
    headers: Mapping[str, Sequence[str]]
    source: reading.Reading
    names: dict[str, str]
    words: list[ledger.StatusWord]
    translated: reading.Reading
    areas: pd.DataFrame
    doubts: list[Text]


class ColumnFact(NamedTuple):
    """A column of the file: what it is taken for and why, its unit, how many cells are filled, and some of them."""

    theirs: str
    ours: str | None
    why: column_matching.Match | Literal["values", "unit", "none", "open"]
    unit: ledger.AreaUnit | None
    filled: int
    examples: tuple[str, ...]


class RowFact(NamedTuple):
    """A row that is left out, in doubt or refused: its line, column and value, the problem and the remedy."""

    kind: Literal["refused", "doubt", "left_out"]
    row: int | None
    column: str
    value: str
    problem: Text
    remedy: Text


class StatusFact(NamedTuple):
    """Rows and registered mu of one status, or of the rows without a known one; mu is None where no row states it."""

    code: str | None
    rows: int
    mu: float | None


class StatedTotal(NamedTuple):
    """A row of totals of the file: its line, its text, and whether one of its figures is the sum of the rows."""

    row: int
    text: str
    agrees: bool


class AreaFacts(NamedTuple):
    """Areas in mu: the sum as registered, those of parcels with both areas as registered and drawn, and the totals stated.

    `ratios` are registered and drawn area by parcel (`area_comparison.ratios`).
    """

    registered: float | None
    drawn: float | None
    both: int
    registered_of_both: float
    drawn_of_both: float
    by_status: tuple[StatusFact, ...]
    ratios: pd.DataFrame
    totals: tuple[StatedTotal, ...]


class ImportFacts(NamedTuple):
    """How a file was understood; `areas` is None where no ledger came about, `shapes` are in EPSG:4490."""

    file: str
    features: int
    without_shape: int
    crs: Text
    crs_grounds: CrsGrounds
    columns: tuple[ColumnFact, ...]
    words: tuple[ledger.StatusWord, ...]
    rows: tuple[RowFact, ...]
    rows_unlisted: int
    changes: tuple[Text, ...]
    areas: AreaFacts | None
    doubts: tuple[Text, ...]
    shapes: gpd.GeoSeries
    refusal: InputError | None


def facts(name: str, steps: Steps, refusal: InputError | None = None) -> ImportFacts:
    """The facts of an import, from its steps and the refusal that ended it.

    Parameters
    ----------
    name
        The file's name.
    steps
        At least `source`: of a file that cannot be read there is nothing to tell.
    refusal
        Why the import would not go through.

    >>> from pathlib import Path
    >>> frame = gpd.GeoDataFrame({"编号": ["A1"]}, geometry=[None], crs=4490)
    >>> read = reading.Reading(frame, reading.log(Path("a.csv"), []), Text("无几何", "no geometry"))
    >>> print(facts("a.csv", {"source": read, "names": {"parcel_id": "编号"}}).columns[0][:3])
    ('编号', 'parcel_id', 'header')
    """
    source = steps["source"]
    read = steps.get("translated", source)
    listed = [*_refused(refusal, source.frame), *_doubtful(read, steps), *_marked(read.log)]
    kept = [row for kind in ("refused", "doubt", "left_out") for row in _first([r for r in listed if r.kind == kind])]
    shapes = source.frame.geometry
    return ImportFacts(
        file=name,
        features=len(source.frame),
        without_shape=int(shapes.isna().sum()),
        crs=source.crs,
        crs_grounds=source.crs_grounds,
        columns=tuple(_columns(source, steps.get("names"), steps.get("mapping", {}), steps.get("headers", HEADERS))),
        words=tuple(steps.get("words", ())),
        rows=tuple(kept),
        rows_unlisted=len(listed) - len(kept),
        changes=tuple(map(Text, *(reading.summary(_values(read.log), lang) for lang in LANGS))),
        areas=_areas(source, steps) if "translated" in steps else None,
        doubts=tuple(steps.get("doubts", ())),
        shapes=shapes,
        refusal=refusal,
    )


def _columns(
    source: reading.Reading,
    names: Mapping[str, str] | None,
    mapping: Mapping[str, str],
    headers: Mapping[str, Sequence[str]],
) -> Iterator[ColumnFact]:
    """A fact per column; what for, is open where the import was refused before it could say."""
    frame = source.frame
    ours_of = {theirs: ours for ours, theirs in (names or {}).items()}
    units = {
        theirs: ledger.unit_of(frame, ours, theirs) for theirs, ours in ours_of.items() if ours in cell_parsing.FACTORS
    }
    titled = source.log[source.log["why"].map(lambda why: why is table_layout.UNIT_FROM_TITLE).astype(bool)]
    for name in titled["field"] + "（" + titled["new"] + "）":
        if name in units:
            units[name] = units[name]._replace(by="title")
    of_units = {unit.column for unit in units.values()}
    for name in frame.columns:
        if name == frame.geometry.name:
            continue
        cells = frame[name].dropna()
        shown = tuple(cell_parsing.shown(cell_parsing.plain_text(cell)) for cell in cells.drop_duplicates()[:EXAMPLES])
        ours = ours_of.get(name)
        why: Any = "open" if names is None else "unit" if name in of_units else "none"
        if ours is not None:
            by_values = ours not in headers and ours not in mapping
            why = "values" if by_values else column_matching.why(ours, name, mapping, headers.get(ours, ()))
        yield ColumnFact(str(name), ours, why, units.get(name), len(cells), shown)


def _refused(refusal: InputError | None, frame: gpd.GeoDataFrame) -> Iterator[RowFact]:
    for one in [] if refusal is None else [refusal.at(), *refusal.others]:
        remedy = one.remedy if one.parameter is None else Advice(one.remedy.zh, one.remedy.en, one.parameter)
        known = one.row in frame.index and one.column in frame.columns and one.column != frame.geometry.name
        cell = frame.loc[one.row, one.column] if known else None
        value = "" if cell is None or pd.isna(cell) else cell_parsing.shown(cell_parsing.plain_text(cell))
        yield RowFact("refused", one.row, one.column or "", value, one.problem, remedy)


def _marked(log: pd.DataFrame) -> Iterator[RowFact]:
    """Rows that the reading of the table left out or told."""
    for row in log[log["row"].notna() & (log["field"] == WHOLE_ROW)].itertuples(index=False):
        kind: Any = "left_out" if row.new == "" else "doubt"
        yield RowFact(kind, int(row.row), "", cell_parsing.shown(row.old), row.why, NOTHING)


def _doubtful(read: reading.Reading, steps: Steps) -> Iterator[RowFact]:
    """Dates that are none, and registered areas far from the drawn ones."""
    if "translated" not in steps:
        return
    column = steps["names"]
    day = read.frame["recovered_on"]
    for row in read.frame.index[ledger.undated(read.frame)]:
        yield RowFact(
            "doubt", int(row), column.get("recovered_on", "recovered_on"), cell_parsing.shown(day[row]),
            Text("不是日期，不归任何年份", "is no date and belongs to no year"),
            Text("写成 2024-06-30 这样的日期", "write a date like 2024-06-30"),
        )  # fmt: skip
    for row in read.frame.index[ledger.repeated(read.frame)]:
        yield RowFact(
            "doubt", int(row), column.get("parcel_id", "parcel_id"), cell_parsing.shown(read.frame["parcel_id"][row]),
            Text("前面已有此编号，同号的只计一行", "an earlier row has this number; of each number one row counts"),
            Text("删去重复的行，或改正编号", "take the other row out, or mend the number"),
        )  # fmt: skip
    for row in read.frame.index[ledger.unmeasured(read.frame)]:
        yield RowFact(
            "doubt", int(row), column.get("area_mu", "area_mu"), f"{read.frame['area_mu'][row]:,.6g}",
            Text("登记面积不大于零，改按图上面积计", "the registered area is not above zero; the drawn area counts"),
            Text("改正登记面积，或留空", "mend it, or leave it empty"),
        )  # fmt: skip
    for row, areas in area_comparison.apart(steps["areas"]).iterrows():
        registered, drawn = areas["registered_mu"], areas["drawn_mu"]
        yield RowFact(
            "doubt", int(row), column.get("area_mu", "area_mu"), f"{registered:,.6g}",
            Text(
                f"登记 {registered:,.6g} 亩，图上 {drawn:,.6g} 亩，按登记面积计",
                f"registered {registered:,.6g} mu, drawn {drawn:,.6g}; the registered one counts",
            ),
            Text("核对面积、单位与图形", "check area, unit and shape"),
        )  # fmt: skip


def _values(log: pd.DataFrame) -> pd.DataFrame:
    """The log without the rows that are listed by themselves."""
    return log[log["row"].isna() | (log["field"] != WHOLE_ROW)]


def _first(rows: list[RowFact]) -> list[RowFact]:
    return rows[:MOST_ROWS]


def _areas(source: reading.Reading, steps: Steps) -> AreaFacts:
    frame, areas = steps["translated"].frame, steps["areas"]
    mu = frame["area_mu"]
    shapes = frame.geometry.dropna()
    drawn = float(shapely.area(shapes.to_crs(equal_area(shapes)).to_numpy()).sum()) / M2_PER_MU if len(shapes) else None
    known = frame["status"].where(frame["status"].isin(ledger.STATUSES))
    by_status = [
        StatusFact(code, int(rows.sum()), _sum(mu[rows]))
        for code, rows in [*((code, known == code) for code in ledger.STATUSES), (None, known.isna())]
        if rows.any()
    ]
    return AreaFacts(
        registered=_sum(mu),
        drawn=drawn,
        both=len(areas),
        registered_of_both=float(areas["registered_mu"].sum()),
        drawn_of_both=float(areas["drawn_mu"].sum()),
        by_status=tuple(by_status),
        ratios=areas,
        totals=tuple(_totals(source, steps["names"].get("area_mu"), mu)),
    )


def _sum(mu: pd.Series) -> float | None:
    return float(mu.sum()) if mu.notna().any() else None


def _totals(source: reading.Reading, column: str | None, mu: pd.Series) -> Iterator[StatedTotal]:
    """The rows of totals that were left out, held against the sum in the unit of the column; subtotals are none."""
    total = _sum(mu)
    if column is None or total is None:
        return
    unit = ledger.unit_of(source.frame, "area_mu", column)
    per_unit = cell_parsing.FACTORS["area_mu"][1].get(unit.unit, 1.0)
    is_total = source.log["why"].map(lambda why: why in (table_layout.TOTAL, table_layout.SUM)).astype(bool)
    for row in source.log[is_total].itertuples(index=False):
        text = str(row.old)
        if any(word in text.lower() for word in SUBTOTAL):
            continue
        figures = pd.to_numeric(pd.Series(text.replace(",", "").split("；")), errors="coerce").dropna()
        agrees = bool(((figures * per_unit - total).abs() <= CLOSE * abs(total)).any())
        yield StatedTotal(int(row.row), cell_parsing.shown(text), agrees)
