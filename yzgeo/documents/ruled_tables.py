"""Tables by their ruled lines: cells, and which of them are one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yzgeo.documents.pdf_page import Line

NEAR = 3.0
"""Points within which lines meet, and parallel lines are one."""
SMALLEST_CELL = 4.0
MOST_LINES = 4_000
LEAST = 2


class Grid(NamedTuple):
    """A ruled table: the edges of its columns and rows, and for each cell the upper left cell it is one with."""

    xs: list[float]
    ys: list[float]
    owner: dict[tuple[int, int], tuple[int, int]]

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.ys) - 1

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the cell at a point, of merged ones the upper left; None outside."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return self.owner.get((row, column))

    def right_of(self, cell: tuple[int, int]) -> float:
        """The right edge of a cell with those it is one with."""
        return max(self.xs[column + 1] for (_, column), owner in self.owner.items() if owner == cell)


def grids(lines: list[Line]) -> list[Grid]:
    """The ruled tables of a page, from the top; a frame of one cell is one as well.

    >>> frame = [Line(0, y, 100, y) for y in (0, 20, 40)] + [Line(x, 0, x, 40) for x in (0, 50, 100)]
    >>> grid = grids(frame)[0]
    >>> grid.rows, grid.columns, grid.cell_at(75, 30)
    (2, 2, (1, 1))
    >>> merged = grids(frame[:4] + [Line(50, 20, 50, 40), frame[5]])[0]
    >>> merged.cell_at(75, 10), merged.cell_at(75, 30)
    ((0, 0), (1, 1))
    """
    level = _joined((line.y0, line.x0, line.x1) for line in lines if line.x1 - line.x0 >= line.y1 - line.y0)
    upright = _joined((line.x0, line.y0, line.y1) for line in lines if line.x1 - line.x0 < line.y1 - line.y0)
    if len(level) + len(upright) > MOST_LINES:
        return []
    found = [_grid(*group) for group in _groups(level, upright)]
    return sorted((grid for grid in found if grid is not None), key=lambda grid: grid.ys[0])


Ruled = tuple[float, float, float]
"""Where a line is, and from where to where it goes."""


def _joined(lines: Iterable[Ruled]) -> list[Ruled]:
    """Lines of which those on one another or end to end are one."""
    strips: list[list[Ruled]] = []
    for line in sorted(lines):
        if strips and line[0] - strips[-1][0][0] <= NEAR / 2:
            strips[-1].append(line)
        else:
            strips.append([line])
    joined: list[Ruled] = []
    for strip in strips:
        place, start, end = strip[0][0], *min(line[1:] for line in strip)
        for _, first, last in sorted(strip, key=lambda line: line[1]):
            if first > end + NEAR:
                joined.append((place, start, end))
                start, end = first, last
            end = max(end, last)
        joined.append((place, start, end))
    return joined


def _groups(level: list[Ruled], upright: list[Ruled]) -> Iterator[tuple[list[Ruled], list[Ruled]]]:
    """Lines that touch one another, group by group."""
    parent = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, (y, x0, x1) in enumerate(level):
        for other, (x, y0, y1) in enumerate(upright, len(level)):
            if x0 - NEAR <= x <= x1 + NEAR and y0 - NEAR <= y <= y1 + NEAR:
                parent[root(one)] = root(other)
    members: dict[int, tuple[list[Ruled], list[Ruled]]] = {}
    for at, line in enumerate((*level, *upright)):
        group = members.setdefault(root(at), ([], []))
        group[at >= len(level)].append(line)
    yield from members.values()


def _grid(level: list[Ruled], upright: list[Ruled]) -> Grid | None:
    """The table of lines that touch; open sides are closed where the lines end."""
    if not level or not upright:
        return None
    left, right = min(line[1] for line in level), max(line[2] for line in level)
    if len(upright) >= LEAST:  # a page that cuts a cell may leave its lower or upper side open
        for end in (min(line[1] for line in upright), max(line[2] for line in upright)):
            if all(abs(end - line[0]) > 2 * NEAR for line in level):
                level = [*level, (end, left, right)]
    if len(level) < LEAST:
        return None
    top, bottom = min(line[0] for line in level), max(line[0] for line in level)
    places = [line[0] for line in upright]
    for side in (left, right):
        if all(abs(side - place) > 2 * NEAR for place in places):
            upright = [*upright, (side, top, bottom)]
    xs, ys = _edges(line[0] for line in upright), _edges(line[0] for line in level)
    if len(xs) < LEAST or len(ys) < LEAST:
        return None
    owner = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while owner[cell] != cell:
            cell = owner[cell]
        return cell

    for row, column in list(owner):
        middle_y, middle_x = (ys[row] + ys[row + 1]) / 2, (xs[column] + xs[column + 1]) / 2
        if column + 1 < len(xs) - 1 and not _ruled(upright, xs[column + 1], middle_y):
            _unite(owner, root((row, column)), root((row, column + 1)))
        if row + 1 < len(ys) - 1 and not _ruled(level, ys[row + 1], middle_x):
            _unite(owner, root((row, column)), root((row + 1, column)))
    return Grid(xs, ys, {cell: root(cell) for cell in owner})


def _unite(owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = sorted((one, other))
    owner[second] = first


def _edges(places: Iterable[float]) -> list[float]:
    """The places of edges, those nearer than a cell can be small taken for one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > SMALLEST_CELL:
            edges.append(place)
    return edges


def _ruled(lines: list[Ruled], place: float, middle: float) -> bool:
    """Whether a line runs at a place past the middle of a cell's side."""
    return any(abs(at - place) <= SMALLEST_CELL and start - 1 <= middle <= end + 1 for at, start, end in lines)
