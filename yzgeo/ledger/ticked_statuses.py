"""Read a status that a ledger states by a tick in one of several columns: 已盘活 | 盘活中 | 未盘活."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.ledger.cell_parsing import guessed_status, plain_text, shown, status_code, status_word
from yzgeo.ledger.vocabulary import HEADERS
from yzgeo.readers import column_matching, reading
from yzgeo.readers.column_matching import JOINT
from yzgeo.readers.reading import Reading
from yzgeo.readers.source import Change

TICKS = {"√", "✓", "✔", "☑", "✅", "■", "●", "v", "1", "是", "y", "yes", "true"}
NO_TICKS = {"×", "✗", "✘", "□", "☐", "0", "否", "n", "no", "false", "-", "—", "/"}
"""What stands in a cell that is not ticked; × denies in Chinese, and ○ is left out since it may be either."""
FEWEST = 2
"""One such column alone may tick something else, as a step of paperwork that is done."""
TICKED = Text("状态取自打勾的各列，以列名为状态", "the status is the name of the column that is ticked")


def combine(file: Path, source: Reading, mapping: Mapping[str, str], statuses: Mapping[str, str]) -> Reading:
    """A reading with one column of statuses in place of the columns of ticks; the same where it has none.

    Parameters
    ----------
    file
        Named in refusals.
    source
        The features of the file.
    mapping, statuses
        As the user says: a mapped column of statuses is the one, and a column may be called by a word of `statuses`.

    Returns
    -------
    Reading
        The new column holds the names of the ticked columns, missing where none is ticked. It has the name of their
        group where that is a header of statuses, else `status`. Its log tells of it.

    Raises
    ------
    InputError
        When a row is ticked twice.

    >>> frame = gpd.GeoDataFrame({"编号": ["A", "B", "C"], "已盘活": ["√", None, None], "盘活中": [None, "√", None]},
    ...                          geometry=[None] * 3, crs=4490)
    >>> read = Reading(frame, reading.log(Path("a.csv"), []), Text("无几何", "no geometry"))
    >>> print(combine(Path("a.csv"), read, {}, {}).frame["status"].fillna("—").tolist())
    ['已盘活', '盘活中', '—']
    """
    columns = _ticked_columns(source.frame, mapping, statuses)
    if not columns:
        return source
    cells = source.frame[columns]
    ticked = cells.map(_is_ticked)
    twice = ticked.sum(axis=1) > 1
    if twice.any():
        row = twice.idxmax()
        names = [column_matching.own_name(name) for name in columns if ticked.loc[row, name]]
        raise InputError(
            Text(f"一行勾了两种状态：{'、'.join(names)}", f"the row ticks two statuses: {', '.join(names)}"),
            Text("只勾一种", "tick one of them"),
            file=str(file), row=int(row), column=columns[-1],
        )  # fmt: skip
    words = {name: column_matching.own_name(name).strip() for name in columns}
    status = ticked.idxmax(axis=1).map(words).where(ticked.any(axis=1))
    name = _name(columns)
    at = source.frame.columns.get_loc(columns[0])
    frame = source.frame.drop(columns=columns)
    frame.insert(min(int(at), frame.shape[1]), name, status.astype(object).where(status.notna(), None))
    changes = reading.log(file, [Change(None, name, shown("、".join(words.values())), name, TICKED)])
    if len(source.log):
        changes = changes.assign(file=source.log["file"].iloc[0])
    return source._replace(frame=frame, log=pd.concat([source.log, changes], ignore_index=True))


def _ticked_columns(frame: gpd.GeoDataFrame, mapping: Mapping[str, str], statuses: Mapping[str, str]) -> list[str]:
    """The columns of ticks called like statuses, and those beside them in one group."""
    if "status" in mapping:
        return []
    theirs = [str(name) for name in frame.columns.drop(frame.geometry.name) if name not in mapping.values()]
    given = {status_word(word) for word in statuses}
    called = [name for name in theirs if _is_status(column_matching.own_name(name), given) and _only_marks(frame[name])]
    if len(called) < FEWEST or not any(frame[name].map(_is_ticked).any() for name in called):
        return []
    groups = {_group(name) for name in called} - {""}
    beside = [name for name in theirs if _group(name) in groups and name not in called and _only_marks(frame[name])]
    columns = [name for name in theirs if name in called or name in beside]
    others = [str(name) for name in frame.columns if name not in columns]
    return [] if column_matching.candidates(others, HEADERS["status"]) else columns


def _is_status(name: str, given: set[str]) -> bool:
    return status_word(name) in given or status_code(name) is not None or guessed_status(name) is not None


def _group(name: str) -> str:
    return name.rpartition(JOINT)[0]


def _name(columns: Sequence[str]) -> str:
    group = _group(columns[0])
    shared = all(_group(name) == group for name in columns)
    return group if shared and column_matching.candidates([group], HEADERS["status"]) else "status"


def _only_marks(cells: pd.Series) -> bool:
    return all(_mark(cell) is not None for cell in cells.dropna())  # ends at the first that is none


def _is_ticked(cell: Any) -> bool:
    return _mark(cell) is True


def _mark(cell: Any) -> bool | None:
    """Whether a cell is ticked; None where it is empty or holds anything else."""
    if not isinstance(cell, str | int | float) or pd.isna(cell):
        return None
    text = status_word(plain_text(cell))
    return True if text in TICKS else False if text in NO_TICKS else None
