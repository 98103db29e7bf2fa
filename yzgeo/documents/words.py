"""The words that documents are read with: small tables, which an office extends by files of the same name.

Grammar of plans stands in them (kinds of zone, labels, verbs, units, heads of tables), and nothing of any one plan.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode

Row = Mapping[str, str]
Words = Mapping[str, tuple[Row, ...]]
"""By name the rows of each table."""
WORD = "word"
"""The column that every table has."""
OWN = Path(__file__).parent / "words"


def load(folder: Path | None = None) -> Words:
    """The tables of words, each with the rows of an office's own file behind them; the own row of a word counts.

    Parameters
    ----------
    folder
        Files named as those of `documents/words`, each with at least the column `word`.

    Raises
    ------
    InputError
        When the folder is none, holds no table or one that is not known, or one that lacks a column.

    >>> print(next(row["kind"] for row in load()["zones"] if row["word"] == "组团"))
    组团
    """
    tables = {file.stem: _rows(file) for file in sorted(OWN.glob("*.csv"))}
    if folder is not None:
        if not folder.is_dir():
            raise InputError(
                Text("没有这个文件夹", "there is no such folder"), Text("核对路径", "check the path"), file=str(folder)
            )
        files = sorted(folder.glob("*.csv"))
        if not files:
            raise InputError(
                Text("文件夹里没有词表", "the folder holds no table of words"),
                Text(
                    f"放入 .csv 词表，名为其一：{'、'.join(tables)}",
                    f"put .csv tables in, named as: {', '.join(tables)}",
                ),
                file=str(folder),
            )
        for file in files:
            if file.stem not in tables:
                raise InputError(
                    Text("没有这样的词表", "there is no such table of words"),
                    Text(f"用其一：{'、'.join(tables)}", f"use one of: {', '.join(tables)}"),
                    file=str(file),
                )
            given = _rows(file)
            _refuse_columns(file, given, tables[file.stem])
            own = {row[WORD] for row in given}
            tables[file.stem] = (*given, *(row for row in tables[file.stem] if row[WORD] not in own))
    return MappingProxyType({name: _Rows(rows) for name, rows in tables.items()})


def of(words: Words, table: str, **wanted: str) -> list[str]:
    """The words of a table whose other columns are as wanted, the longest first.

    >>> print(of(load(), "qualifiers", side="behind")[-2:])
    ['余', '多']
    """
    return list(_chosen(_frozen(words[table]), tuple(sorted(wanted.items()))))


def meaning(words: Words, table: str, word: str, column: str) -> str:
    """What a table says of a word; blank where it does not know it.

    >>> print(meaning(load(), "areas", "总面积", "kind"))
    总
    """
    return next((row[column] for row in words[table] if row[WORD] == word), "")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first.

    >>> print(one_of(["带", "产业带"]))
    (?:产业带|带)
    """
    return _pattern(tuple(words))


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))})"


class _Rows(tuple[Row, ...]):
    """The rows of a table, told apart by identity, so that what was chosen of them is chosen once."""

    __slots__ = ()

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


def _frozen(rows: tuple[Row, ...]) -> _Rows:
    return rows if isinstance(rows, _Rows) else _Rows(rows)


@lru_cache(maxsize=256)
def _chosen(rows: _Rows, wanted: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    found = {row[WORD] for row in rows if all(row[key] == value for key, value in wanted)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def _rows(file: Path) -> tuple[Row, ...]:
    with refuse_unreadable(file):
        rows = list(csv.DictReader(io.StringIO(decode(file).removeprefix("\ufeff"), newline="")))
    return tuple({key: (value or "").strip() for key, value in row.items() if key} for row in rows if row.get(WORD))


def _refuse_columns(file: Path, given: Sequence[Row], own: Sequence[Row]) -> None:
    missing = set(own[0]) - set(given[0]) if given else set()
    if missing:
        raise InputError(
            Text(f"缺列 {'、'.join(sorted(missing))}", f"lacks the columns {', '.join(sorted(missing))}"),
            Text("补上这些列", "add them"),
            file=str(file),
            row=1,
        )
