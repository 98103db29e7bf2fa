"""Join the rows of a ledger with shapes that stand in other files, by the number of the parcel.

Nothing is lost in silence: rows without a shape stay in the ledger, shapes without a row are listed, numbers that stand
twice are refused, since either may be meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.ledger import ledger
from yzgeo.ledger.cell_parsing import plain_text
from yzgeo.ledger.numbers import number_keys, without_zeros
from yzgeo.ledger.stacking import LATER, SAME_REMEDY, SKIPPED, Same
from yzgeo.ledger.vocabulary import HEADERS
from yzgeo.readers import column_matching, reading
from yzgeo.readers.reading import Reading
from yzgeo.readers.source import WHOLE_ROW, Change
from yzgeo.spatial.crs import CGCS2000

LEDGER, SHAPES = "ledger", "shapes"
NUMBERED_BY = ("parcel_id", "unit_code")
"""Our columns that number parcels, the one that joins better is taken."""
SHOWN = 3
"""Numbers that a message shows as examples."""
UNITED = Text("同一编号的几个图形按要求合为一个地块", "the shapes of one number are united, as asked")
ZEROS = Text(
    "编号前面的零在表格里丢失，按图形文件补回（没有别的编号可混淆）",
    "the zeros before the number were lost in the table and are taken from the file of shapes (no other number is like it)",
)
ZEROS_OF_SHAPES = Text(
    "图形文件的编号缺前面的零，仍按台账的编号对应（没有别的编号可混淆）",
    "the number in the file of shapes lacks zeros in front; it is that of the ledger all the same (no other is like it)",
)
DIFFERENT = Text("同一编号各图形的值不同，取第一个", "differs among the shapes of one number: the first is taken")
ALIKE = Text("编号去掉空格、改为半角", "the number without blanks and full-width signs")
NO_ROW = Text("台账里没有这个编号", "the ledger has no such number")
NO_SHAPE = Text("图形文件里没有这个编号", "no shape has this number")
NO_NUMBER = Text("图形没有编号", "the shape has no number")
NOT_DRAWN = Text("有编号而没有图形", "has a number, but no shape")
UNMATCHED_COLUMNS = ["side", "file", "row", "number", "why"]


class Part(NamedTuple):
    """One file, layer or sheet: what it is called in messages, its path, what was read, and the mapping of its columns."""

    label: str
    file: Path
    source: Reading
    mapping: Mapping[str, str]


DESCRIBED = ("town", "land_use_code", "holder", "firm", "block_class")
"""What a map of parcels says as well as a ledger does; areas and statuses are the ledger's alone."""


class Joined(NamedTuple):
    """Ledgers with their shapes.

    - `parts`: the parts of the ledger, with the shapes and those columns of the shapes that the user maps
    - `others`: the further columns of the shapes, for the rows of each part
    - `number`: our column by which they are joined, one of `NUMBERED_BY`
    - `columns`: the column of numbers of each part of the ledger and each file of shapes, by label
    - `unmatched`: `UNMATCHED_COLUMNS`, a row for each row of either side without its other half; `why` is a `Text`
    - `matched`: how many rows of the ledger have a shape
    """

    parts: list[Part]
    others: list[gpd.GeoDataFrame]
    number: str
    columns: dict[str, str]
    unmatched: pd.DataFrame
    matched: int


class _Shapes(NamedTuple):
    """One shape a number: geometry and columns by key, and the file and row that it stands in first."""

    table: gpd.GeoDataFrame
    label: pd.Series
    row: pd.Series
    logs: list[pd.DataFrame]
    unmatched: list[pd.DataFrame]


def join(parts: Sequence[Part], shapes: Sequence[Part], *, unite: bool = False, same: Same | None = None) -> Joined:
    """The ledger's rows with the shapes of their numbers.

    Parameters
    ----------
    parts
        The ledger, without shapes.
    shapes
        Areas in EPSG:4490, with a column of numbers; `mapping` names it, or further columns of ours, where it is asked.
    unite
        Whether several shapes of one number are one parcel.
    same
        Of the rows of one number the last one counts (`replace`), the first one (`skip`), or they are refused (None).

    Raises
    ------
    InputError
        When the ledger has shapes of its own, a side has no column of numbers, no number stands on both sides, or one
        stands twice.
    """
    for part in parts:
        _refuse_own_shapes(part)
    of_ledger = _ledger_numbers(parts)
    ours, columns, numbers = _best_columns(shapes, of_ledger)
    parts, keys_of_parts = _one_row_a_number(parts, of_ledger[ours], same)
    drawn = _one_shape_a_number(shapes, columns, numbers, unite=unite)
    ledger_keys = [key for keys in keys_of_parts for key in keys.dropna()]
    zeros = without_zeros(ledger_keys, drawn.table.index)
    found: set[str] = set()
    columns_of_parts: dict[str, str] = {}
    joined, others, logs, unmatched = [], [], drawn.logs, drawn.unmatched
    for part, keys in zip(parts, keys_of_parts, strict=True):
        own = ledger.match_columns(part.file, part.source.frame, part.mapping)
        name = own[ours]
        columns_of_parts[part.label] = name
        of_shape = keys.map(lambda key: zeros.get(key, key), na_action="ignore")
        of_shape = of_shape.where(of_shape.isin(drawn.table.index))
        found |= set(of_shape.dropna())
        beside = drawn.table.reindex(of_shape.to_numpy()).set_axis(part.source.frame.index)
        cells, changes = _numbers(part.source.frame[name], keys, of_shape)
        mapping = {
            mine: theirs
            for each in shapes
            for mine, theirs in {**_describing(each, part, own), **each.mapping}.items()
            if mine not in NUMBERED_BY
        }
        mapped = [column for column in beside if column in mapping.values()]
        frame = pd.DataFrame(part.source.frame.drop(columns=part.source.frame.geometry.name)).assign(
            **{name: cells}, **{column: beside[column] for column in mapped}
        )
        log = pd.concat([part.source.log, *logs, labelled(part.label, changes)], ignore_index=True)
        logs = []
        source = Reading(
            gpd.GeoDataFrame(frame, geometry=beside.geometry.to_numpy(), crs=CGCS2000),
            log,
            shapes[0].source.crs,
            shapes[0].source.crs_grounds,
        )
        joined.append(part._replace(source=source, mapping={**part.mapping, **mapping}))
        used = [*mapped, *(columns[each.label] for each in shapes)]
        others.append(beside.drop(columns=[column for column in used if column in beside]))
        unmatched.append(_rows(LEDGER, part.label, keys[keys.notna() & of_shape.isna()], NO_SHAPE))
    if not found:
        raise _refuse_none(parts, shapes, {**columns_of_parts, **columns}, ledger_keys, list(drawn.table.index))
    left = ~drawn.table.index.isin(found)
    for label, rows in drawn.row[left].groupby(drawn.label[left], sort=False):
        unmatched.append(_rows(SHAPES, str(label), pd.Series(rows.index, index=rows.to_numpy()), NO_ROW))
    every_column = {**columns_of_parts, **columns}
    return Joined(joined, others, ours, every_column, pd.concat(unmatched, ignore_index=True), len(found))


def _describing(shapes: Part, part: Part, own: Mapping[str, str]) -> dict[str, str]:
    """The columns of a file of shapes that say what `DESCRIBED` asks, by their usual headers, where the ledger has none."""
    headers = {mine: HEADERS[mine] for mine in DESCRIBED if mine not in own}
    names = [str(name) for name in shapes.source.frame.columns.drop(shapes.source.frame.geometry.name)]
    return column_matching.match(shapes.file, [name for name in names if name not in part.source.frame], {}, headers)


def labelled(label: str, changes: list[Change]) -> pd.DataFrame:
    """The log of changes to a part."""
    return reading.log(Path(label), changes).assign(file=label)


def remarks(joined: Joined) -> list[Text]:
    """What did not find its other half: counts and examples, a text for each side and reason."""
    texts = []
    for (side, why_zh), rows in joined.unmatched.groupby(
        ["side", joined.unmatched["why"].map(lambda why: why.zh)], sort=False
    ):
        why = rows["why"].iloc[0]
        examples = [
            f"{row.number or '—'}（{row.file} 第 {row.row} 行）" for row in rows.head(SHOWN).itertuples(index=False)
        ]
        in_english = [
            f"{row.number or '—'} ({row.file}, row {row.row})" for row in rows.head(SHOWN).itertuples(index=False)
        ]
        more = len(rows) > SHOWN
        what = Text("台账的行", "rows of the ledger") if side == LEDGER else Text("图形", "shapes")
        kept = (
            Text("仍在台账中，没有图形", "they stay in the ledger without a shape")
            if side == LEDGER
            else Text("未导入", "not imported")
        )
        texts.append(
            Text(
                f"{len(rows)} 个{what.zh}没有对应：{why_zh}，{kept.zh}：{'、'.join(examples)}{'等' if more else ''}",
                f"{len(rows)} {what.en} without their other half: {why.en}; {kept.en}: "
                f"{', '.join(in_english)}{' and others' if more else ''}",
            )
        )
    return texts


def _refuse_own_shapes(part: Part) -> None:
    drawn = part.source.frame.geometry.notna()
    if drawn.any():
        raise InputError(
            Text("台账自己已有图形，又另给了图形文件", "the ledger has shapes of its own, and a file of shapes is given, too"),
            Text("去掉图形文件，或从台账中去掉图形的列", "leave the file of shapes out, or take the shapes out of the ledger"),
            file=part.label, row=int(drawn.idxmax()), parameter=Parameter("shapes"),
        )  # fmt: skip


def _ledger_numbers(parts: Sequence[Part]) -> dict[str, list[pd.Series]]:
    """The keys of each part by our column that numbers it, for the columns that all parts have."""
    keys: dict[str, list[pd.Series]] = {}
    names = [ledger.match_columns(part.file, part.source.frame, part.mapping) for part in parts]
    for ours in NUMBERED_BY:
        if all(ours in of_part for of_part in names):
            for part, of_part in zip(parts, names, strict=True):
                ledger.refuse_rounded(part.file, of_part[ours], part.source.frame[of_part[ours]])
            keys[ours] = [
                number_keys(part.source.frame[of_part[ours]]) for part, of_part in zip(parts, names, strict=True)
            ]
    if not keys:
        raise InputError(
            Text("台账各部分没有同一种编号", "the parts of the ledger have no kind of number in common"),
            Text("指明地块编号列", "name the column of parcel numbers"),
            file=parts[0].label, parameter=ledger.MAPPED_ID,
        )  # fmt: skip
    return keys


def _best_columns(
    shapes: Sequence[Part], of_ledger: Mapping[str, list[pd.Series]]
) -> tuple[str, dict[str, str], list[pd.Series]]:
    """Our column by which most rows join, and for each file of shapes its column of numbers and their keys."""
    best: tuple[int, str, dict[str, str], list[pd.Series]] = (-1, "", {}, [])
    for ours, keys in of_ledger.items():
        wanted = {key for of_part in keys for key in of_part.dropna()}
        found = [_number_column(part, ours, wanted) for part in shapes]
        hits = sum(count for _, _, count in found)
        if hits > best[0]:
            names = {part.label: name for part, (name, _, _) in zip(shapes, found, strict=True)}
            best = hits, ours, names, [cells for _, cells, _ in found]
    return best[1:]


def _number_column(part: Part, ours: str, wanted: set[str]) -> tuple[str, pd.Series, int]:
    """The column of a file of shapes that has most of the numbers, its keys, and how many of them it has."""
    frame = part.source.frame
    theirs = [str(name) for name in frame.columns if name != frame.geometry.name and frame[name].notna().any()]
    mapped = column_matching.match(part.file, theirs, part.mapping, HEADERS)
    if ours in part.mapping:
        possible = [mapped[ours]]
    else:
        headers = [header for key in dict.fromkeys((ours, *NUMBERED_BY)) for header in HEADERS[key]]
        possible = column_matching.candidates(theirs, headers)
    if not possible:
        raise InputError(
            Text("图形文件认不出哪一列是地块编号", "no column of the file of shapes is known to hold parcel numbers"),
            Text(f"指明这一列；列有：{'、'.join(theirs)}", f"name it; the columns are: {', '.join(theirs)}"),
            file=part.label, parameter=ledger.MAPPED_ID,
        )  # fmt: skip
    bare = {key.lstrip("0") for key in wanted}
    keys = {name: number_keys(frame[name]) for name in possible}
    exact = {name: len(wanted & set(keys[name].dropna())) for name in possible}
    alike = {name: len(bare & {key.lstrip("0") for key in keys[name].dropna()}) for name in possible}
    best = max(possible, key=lambda name: (exact[name], alike[name], -possible.index(name)))
    ledger.refuse_rounded(part.file, best, frame[best])
    return best, keys[best], exact[best] or alike[best]


def _one_row_a_number(
    parts: Sequence[Part], keys: Sequence[pd.Series], same: Same | None
) -> tuple[list[Part], list[pd.Series]]:
    """The parts, and their keys, with the row of each number that counts: a shape would be counted for every other one.

    Raises
    ------
    InputError
        When two rows have a number and nothing is said of it.
    """
    if same is None:
        _refuse_twice(parts, keys)
        return list(parts), list(keys)
    every = pd.concat([of_part.reset_index(drop=True) for of_part in keys], ignore_index=True)
    gives_way = every.notna() & every.duplicated(keep="last" if same == "replace" else "first")
    ends = np.cumsum([len(of_part) for of_part in keys])
    kept_parts, kept_keys = [], []
    for part, of_part, end in zip(parts, keys, ends.tolist(), strict=True):
        gone = gives_way.to_numpy()[end - len(of_part) : end]
        why = LATER if same == "replace" else SKIPPED
        changes = [Change(int(row), WHOLE_ROW, key, "", why) for row, key in of_part[gone].items()]
        log = pd.concat([part.source.log, labelled(part.label, changes)], ignore_index=True)
        kept_parts.append(part._replace(source=part.source._replace(frame=part.source.frame[~gone], log=log)))
        kept_keys.append(of_part[~gone])
    return kept_parts, kept_keys


def _refuse_twice(parts: Sequence[Part], keys: Sequence[pd.Series]) -> None:
    seen: dict[str, tuple[str, int]] = {}
    for part, of_part in zip(parts, keys, strict=True):
        for row, key in of_part.dropna().items():
            if key in seen:
                label, first = seen[key]
                raise InputError(
                    Text(
                        f"编号“{key}”在台账中出现两次（{label} 第 {first} 行已有），图形不知归哪一行",
                        f"the number '{key}' stands twice in the ledger (in {label}, row {first}, before): "
                        "which row the shape belongs to, is not known",
                    ),
                    SAME_REMEDY, file=part.label, row=int(row), parameter=Parameter("replace", other="skip"),
                )  # fmt: skip
            seen[key] = part.label, int(row)


def _one_shape_a_number(
    shapes: Sequence[Part], columns: Mapping[str, str], numbers: Sequence[pd.Series], *, unite: bool
) -> _Shapes:
    """The shapes by number; those without a number, and numbers without a shape, are among the unmatched."""
    tables, keys, labels, rows, logs, unmatched = [], [], [], [], [], []
    for part, of_part in zip(shapes, numbers, strict=True):
        frame = part.source.frame
        drawn = frame.geometry.notna()
        unmatched.append(_rows(SHAPES, part.label, of_part[of_part.isna() & drawn], NO_NUMBER))
        unmatched.append(_rows(SHAPES, part.label, of_part[of_part.notna() & ~drawn], NOT_DRAWN))
        usable = of_part.notna() & drawn
        table = pd.DataFrame(frame[usable].drop(columns=frame.geometry.name))
        tables.append(gpd.GeoDataFrame(table, geometry=frame.geometry[usable].to_numpy(), crs=CGCS2000))
        keys += of_part[usable].tolist()
        labels += [part.label] * int(usable.sum())
        rows += frame.index[usable].tolist()
        logs.append(part.source.log)
    table = gpd.GeoDataFrame(pd.concat(tables, ignore_index=True), geometry="geometry", crs=CGCS2000)
    places = pd.Series(range(len(keys)), index=pd.Index(keys, dtype="str"))
    repeated = places.index.duplicated()
    if repeated.any() and not unite:
        again = int(repeated.argmax())
        first = keys.index(keys[again])
        raise InputError(
            Text(
                f"编号“{keys[again]}”有两个图形（{labels[first]} 第 {rows[first]} 行已有）",
                f"the number '{keys[again]}' has two shapes (in {labels[first]}, row {rows[first]}, before)",
            ),
            Text("改正编号；确是一个地块的几部分，指明合为一个", "correct the number; if they are parts of one parcel, unite them"),
            file=labels[again], row=int(rows[again]), column=columns[labels[again]], parameter=Parameter("unite"),
        )  # fmt: skip
    geometry = table.geometry.to_numpy().copy()
    for key, group in places[places.index.duplicated(keep=False)].groupby(level=0, sort=False):
        of_key = group.tolist()
        first = of_key[0]
        geometry[first] = shapely.union_all(geometry[of_key])
        changes = [Change(rows[first], "parcel_id", f"{key} × {len(of_key)}", key, UNITED)]
        for column in table.columns.drop("geometry"):
            values = table[column].iloc[of_key].dropna().unique()
            if len(values) > 1:
                shown = "；".join(map(str, values))
                changes.append(Change(rows[first], column, shown, str(values[0]), DIFFERENT))
        logs.append(labelled(labels[first], changes))
    table = table.set_geometry(gpd.GeoSeries(geometry, crs=CGCS2000))
    first_places = places[~repeated].to_numpy()
    index = pd.Index([keys[place] for place in first_places], dtype="str")
    return _Shapes(
        table.iloc[first_places].set_axis(index),
        pd.Series([labels[place] for place in first_places], index=index),
        pd.Series([rows[place] for place in first_places], index=index),
        logs,
        unmatched,
    )


def _numbers(cells: pd.Series, keys: pd.Series, of_shape: pd.Series) -> tuple[pd.Series, list[Change]]:
    """The numbers of the ledger as both sides have them, with the zeros that one of them has kept, and the changes."""
    changes: list[Change] = []
    written = cells.map(plain_text, na_action="ignore").astype("str")
    cells = cells.astype(object)
    for row in keys.index[of_shape.notna() & ((keys != of_shape) | (keys != written))]:
        key, of_drawn = keys[row], of_shape[row]
        if len(of_drawn) < len(key):
            changes.append(Change(int(row), "parcel_id", of_drawn, key, ZEROS_OF_SHAPES))
        else:
            changes.append(Change(int(row), "parcel_id", written[row], of_drawn, ALIKE if of_drawn == key else ZEROS))
            cells[row] = of_drawn
    return cells, changes


def _rows(side: str, label: str, numbers: pd.Series, why: Text) -> pd.DataFrame:
    """The unmatched of one kind, indexed by row."""
    return pd.DataFrame(
        [(side, label, int(row), number, why) for row, number in numbers.fillna("").items()],
        columns=UNMATCHED_COLUMNS,
        dtype=object,
    )


def _refuse_none(
    parts: Sequence[Part], shapes: Sequence[Part], columns: Mapping[str, str], ours: list[str], theirs: list[str]
) -> InputError:
    one, other = "、".join(ours[:SHOWN]), "、".join(theirs[:SHOWN])
    of_ledger, of_shapes = columns[parts[0].label], columns[shapes[0].label]
    return InputError(
        Text(
            f"没有一个编号对得上：台账的“{of_ledger}”如 {one}，图形的“{of_shapes}”如 {other}",
            f"no number stands on both sides: '{of_ledger}' of the ledger has {one}, '{of_shapes}' of the shapes has {other}",
        ),
        Text("指明两边各是哪一列，可各给一次", "name the column of either side; it may be given twice, once for each"),
        file=shapes[0].label, parameter=ledger.MAPPED_ID,
    )  # fmt: skip
