"""Rows of a drafted table that are found by their cells, however many they are."""

from __future__ import annotations

from collections.abc import Iterable

Row = dict[str, str]


class Rows(list[Row]):
    """Rows that know each other by cells which do not change once a row is in.

    >>> rows = Rows([{"name": "甲", "unit": "亩"}])
    >>> rows.append({"name": "甲", "unit": "家"})
    >>> [len(rows.by("name").get((name,), [])) for name in ("甲", "乙")], sorted(rows.by("unit"))
    ([2, 0], [('亩',), ('家',)])
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        super().__init__(rows)
        self._cells: dict[str, tuple[int, set[str]]] = {}
        self._found: dict[tuple[str, ...], tuple[int, dict[tuple[str, ...], list[Row]]]] = {}

    def by(self, *columns: str) -> dict[tuple[str, ...], list[Row]]:
        """The rows by their cells of the columns; a blank one counts as ""."""
        count, found = self._found.get(columns, (0, {}))
        for row in self[count:]:
            found.setdefault(tuple(row.get(column, "") for column in columns), []).append(row)
        self._found[columns] = (len(self), found)
        return found

    def cells(self, column: str) -> set[str]:
        """The cells of a column."""
        count, found = self._cells.get(column, (0, set()))
        found.update(row.get(column, "") for row in self[count:])
        self._cells[column] = (len(self), found)
        return found
