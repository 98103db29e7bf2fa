"""What a reader changed or struck in a draft on the page of the review, carried into the tables that were drafted."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.documents import draft, questions
from yzgeo.documents.numbers import number
from yzgeo.documents.rows import Row
from yzgeo.documents.words import Words

OF_CELL = ("table", "key", "column", "clause", "start")
"""What tells a drafted cell."""
Rows = Mapping[str, list[Row]]


class Correction(NamedTuple):
    """A drafted cell that is otherwise, or not to be taken; `line` is where the file says so."""

    cell: tuple[str, ...]
    value: str
    unit: str
    rejected: bool
    line: int


def read(file: Path) -> list[Correction]:
    """The corrections in a file of answers."""
    return [
        Correction(
            tuple(cells.get(name, "") for name in OF_CELL),
            cells.get("value", "").strip(),
            cells.get("unit", "").strip(),
            cells["answer"] == questions.REJECTED,
            line,
        )
        for line, cells in questions.rows_of(file)
        if cells["question_id"].startswith(questions.CHANGED) and cells["answer"] in {questions.OWN, questions.REJECTED}
    ]


def corrected(
    taken: pd.DataFrame, corrections: list[Correction], clauses: pd.DataFrame, words: Words, file: Path
) -> pd.DataFrame:
    """The cells that are taken with the corrections in them; a row that lacks what it needs goes as a whole.

    Raises
    ------
    InputError
        For a cell that is none of the draft, and a value that does not stand in the text.
    """
    found = taken.copy()
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))
    for one in corrections:
        at = _of(found, one)
        if not at.any() and not _of(taken, one).any():
            raise _refused(
                one,
                file,
                Text("草稿里没有这一格", "the draft has no such cell"),
                Text("用与规划文件夹同时写出的网页", "use the page that was written with the plan folder"),
            )
        table, key, column = one.cell[:3]
        row = (found["table"] == table) & (found["key"] == key)
        if one.rejected:
            found = found[~(row & ((found["column"] == column) | found["column"].str.startswith(f"{column}_")))]
            continue
        text = texts.get(one.cell[3], "")
        for words_given, cells in ((one.value, at), (one.unit, row & found["column"].isin(["unit", f"{column}_unit"]))):
            if not words_given or not cells.any():
                continue
            place = questions.place_of(text, words_given, words)
            if place is None:
                raise _refused(
                    one,
                    file,
                    Text(f"“{words_given}”不在原文里", f"'{words_given}' does not stand in the text"),
                    Text("填这一段原文里有的值", "give a value that stands in this passage"),
                )
            value = number(words_given) or words_given
            if column in {"name", "name_table"} and cells is at:
                _rename(found, str(found.loc[at, "value"].iloc[0]), value)
            found.loc[cells, ["value", "clause", "quote", "why"]] = [value, one.cell[3], text, ""]
            found.loc[cells, ["start", "end"]] = list(place)
    sorted_cells = draft.sort(found.assign(certainty="sure"), clauses, words)
    unproved = sorted_cells.asked[sorted_cells.asked["why"] == "proof"]
    if len(unproved):
        value = str(unproved["value"].iloc[0])
        raise InputError(
            Text(f"“{value}”不在它的引文里", f"'{value}' does not stand in its quote"),
            Text("撤销这一处改动", "take this change back"),
            file=str(file),
        )
    return sorted_cells.taken


def _rename(cells: pd.DataFrame, old: str, new: str) -> None:
    """Let what belongs to a zone or a cluster belong to it by its new name."""
    belongs = cells["column"].isin(["zone", "parent", "cluster"]) & (cells["value"] == old)
    cells.loc[belongs, "value"] = new
    cells.loc[(cells["column"] == "scope") & (cells["value"] == f"zone:{old}"), "value"] = f"zone:{new}"


def _of(cells: pd.DataFrame, one: Correction) -> pd.Series:
    """Which of the cells a correction is of."""
    same = pd.Series(data=True, index=cells.index, dtype=bool)
    for name, said in zip(OF_CELL, one.cell, strict=True):
        same &= cells[name].astype(str) == said
    return same


def _refused(one: Correction, file: Path, problem: Text, remedy: Text) -> InputError:
    return InputError(problem, remedy, file=str(file), row=one.line, column="value")


def carried(rows: Rows, old: Rows, new: Rows, file: Path) -> draft.Tables:
    """Tables with what differs between two drafts: their rows are those of the old draft, perhaps with others.

    Raises
    ------
    InputError
        Where a cell that is to change is neither as the old draft had it nor as the new one has it: someone changed it.

    >>> old = {"zones": [{"zone_id": "a", "name": "甲", "area": "5"}, {"zone_id": "b", "name": "乙"}]}
    >>> new = {"zones": [{"zone_id": "a", "name": "甲", "area": "6"}]}
    >>> carried({"zones": [dict(row) for row in old["zones"]]}, old, new, Path("questions.csv"))
    {'zones': [{'zone_id': 'a', 'name': '甲', 'area': '6'}]}
    """
    pairs = {name: _pairs(old.get(name, []), new.get(name, [])) for name in old}
    ids = {
        (column, after[column]): before[column]
        for listed in pairs.values()
        for before, after in listed
        if after is not None
        for column in before
        if column.endswith("_id") and after.get(column) and after[column] != before[column]
    }
    found = {name: [dict(row) for row in listed] for name, listed in rows.items()}
    for name, listed in pairs.items():
        for before, after in listed:
            if after is not None:
                _change(found.get(name, []), before, _with_ids(after, ids), name, file)
            elif name not in {"measures", "industries", "parks"}:  # others may be of them
                found[name] = [row for row in found.get(name, []) if not _is(row, before)]
    return found


def _pairs(old: list[Row], new: list[Row]) -> list[tuple[Row, Row | None]]:
    """Rows of two drafts that differ, side by side; None for a row that the new one has not."""
    if len(old) == len(new):
        return [(before, after) for before, after in zip(old, new, strict=True) if before != after]
    matched = SequenceMatcher(None, [_words(row) for row in old], [_words(row) for row in new], autojunk=False)
    found: list[tuple[Row, Row | None]] = []
    for change, first, last, begin, end in matched.get_opcodes():
        if change != "insert":
            after: list[Row | None] = [*new[begin:end], *[None] * (last - first)]
            found += [pair for pair in zip(old[first:last], after, strict=False) if pair[0] != pair[1]]
    return found


def _words(row: Row) -> tuple[tuple[str, str], ...]:
    """What a row says, without ids, which follow from names and from the rows before."""
    return tuple(sorted((column, value) for column, value in row.items() if not column.endswith("_id")))


def _with_ids(row: Row, ids: Mapping[tuple[str, str], str]) -> Row:
    """A row of the new draft with the ids that the tables have."""
    changed = {}
    for column, value in row.items():
        kind, colon, identity = value.partition(":")
        if column == "scope" and colon:
            changed[column] = f"{kind}:{ids.get((f'{kind}_id', identity), identity)}"
        else:
            plain = column.removeprefix("parent_")
            changed[column] = ids.get((column, value), ids.get((plain, value), value))
    return changed


def _is(row: Row, drafted: Row) -> bool:
    """Whether a row of a table is the drafted one, by its ids and where it is from."""
    keys = [column for column in drafted if column.endswith("_id")]
    own = keys[:1] if keys and keys[0] in OWN_ID else [*keys, "listed_in", "year"]
    return all(row.get(column, "") == drafted.get(column, "") for column in own)


OWN_ID = {"target_id", "figure_id", "measure_id", "project_id"}
"""Ids that alone tell a row, beside ids of other things in it."""


def _change(listed: list[Row], before: Row, after: Row, table: str, file: Path) -> None:
    row = next((one for one in listed if _is(one, before)), None)
    if row is None:
        return  # it was taken out by hand
    for column in {*before, *after}:
        was, to_be = before.get(column, ""), after.get(column, "")
        if was == to_be or row.get(column, "") == to_be or column not in row:
            continue
        if row.get(column, "") != was:
            raise InputError(
                Text(
                    f"{table}.csv 的“{row[column]}”起草后改过，不能再改成“{to_be}”",
                    f"'{row[column]}' in {table}.csv was changed since the draft, and is not changed to '{to_be}'",
                ),
                Text("在表里改，或撤销网页上的改动", "change it in the table, or take the change on the page back"),
                file=str(file),
            )
        row[column] = to_be
