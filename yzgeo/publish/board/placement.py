"""Where the labels of a map go: each takes one of its candidate positions, and no two things collide.

Labels are placed in order of priority. One that finds all its positions taken may move labels that have another free
position (one step, no further); else it is left out. At the end each label moves to the cheapest position that is free
by then. Marks are obstacles: they are never moved.

The page places its labels by the same rules, `page/src/map/placing.js`: `tests/placement_cases.json` holds both to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


SLANT = 0.72
"""Of the radius of a disc: how far right and below its middle the corner lies that touches it from there, and a little."""
MOST_MOVED = 2
"""Labels that make way for one."""


class Candidate(NamedTuple):
    """A position of a label: the boxes that its lines take there, what it costs, and how its lines are aligned."""

    boxes: tuple[Box, ...]
    cost: float = 0.0
    anchor: str = "start"


class Label(NamedTuple):
    """A label with its positions; a lower `priority` goes first."""

    key: str
    priority: float
    candidates: tuple[Candidate, ...]


def meet(one: Box, other: Box, gap: float = 0.0) -> bool:
    """Whether two boxes overlap, or lie closer than a gap.

    >>> print(meet((0, 0, 2, 1), (1, 0, 3, 1)), meet((0, 0, 1, 1), (1, 0, 2, 1)), meet((0, 0, 1, 1), (1.5, 0, 2, 1), 1))
    True False True
    """
    return one[0] < other[2] + gap and other[0] < one[2] + gap and one[1] < other[3] + gap and other[1] < one[3] + gap


def place(
    labels: Iterable[Label],
    obstacles: Sequence[Box],
    frame: Box,
    cost: Callable[[Box], float] = lambda box: 0.0,
    gap: float = 0.3,
) -> dict[str, Candidate]:
    """A position for each label that finds one.

    Parameters
    ----------
    labels
        Labels with their candidate positions, the preferred first.
    obstacles
        Boxes that no label may meet.
    frame
        No label leaves it.
    cost
        What a box costs for what lies under it, beside the cost of its candidate.
    gap
        The least distance between labels.

    >>> town = Label("town", 1, (Candidate(((0, 0, 2, 1),)), Candidate(((0, 5, 2, 6),))))
    >>> hill = Label("hill", 2, (Candidate(((1, 0, 3, 1),)),))
    >>> placed = place([town, hill], [], (0, 0, 10, 10))
    >>> print(placed["town"].boxes, placed["hill"].boxes)
    ((0, 5, 2, 6),) ((1, 0, 3, 1),)
    """
    free: dict[str, list[tuple[float, int, Candidate]]] = {}
    placed: dict[str, Candidate] = {}
    for label in sorted(labels, key=lambda one: (one.priority, one.key)):
        open_ones = [
            (candidate.cost + sum(map(cost, candidate.boxes)), number, candidate)
            for number, candidate in enumerate(label.candidates)
            if all(_inside(box, frame) and not any(meet(box, other) for other in obstacles) for box in candidate.boxes)
        ]
        free[label.key] = sorted(open_ones, key=lambda one: one[:2])
        taken = _first_free(free[label.key], placed, gap)
        if taken is None:
            taken = _by_moving(free[label.key], placed, free, gap)
        if taken is not None:
            placed[label.key] = taken
    for key in list(placed):
        others = {other: one for other, one in placed.items() if other != key}
        placed[key] = _first_free(free[key], others, gap) or placed[key]
    return placed


def _first_free(
    candidates: Sequence[tuple[float, int, Candidate]], placed: dict[str, Candidate], gap: float
) -> Candidate | None:
    return next((one for _, _, one in candidates if not _blockers(one, placed, gap)), None)


def _by_moving(
    candidates: Sequence[tuple[float, int, Candidate]],
    placed: dict[str, Candidate],
    free: dict[str, list[tuple[float, int, Candidate]]],
    gap: float,
) -> Candidate | None:
    """A position whose blockers all find another one; they are moved there."""
    for _, _, wanted in candidates:
        blockers = _blockers(wanted, placed, gap)
        if len(blockers) > MOST_MOVED:
            continue
        others = {key: one for key, one in placed.items() if key not in blockers} | {"": wanted}
        for key in blockers:
            moved = _first_free(free[key], others, gap)
            if moved is None:
                break
            others[key] = moved
        else:
            del others[""]
            placed.update(others)
            return wanted
    return None


def _blockers(candidate: Candidate, placed: dict[str, Candidate], gap: float) -> list[str]:
    return [
        key
        for key, other in placed.items()
        if any(meet(box, taken, gap) for box in candidate.boxes for taken in other.boxes)
    ]


def _inside(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]


def disc(x: float, y: float, reach: float) -> tuple[Box, Box]:
    """Two boxes that cover a disc and leave the corners around it free.

    >>> print(disc(0, 0, 100))
    ((-100, -70.0, 100, 70.0), (-72.0, -100, 72.0, 100))
    """
    low, wide = reach * 0.7, reach * SLANT
    return (x - reach, y - low, x + reach, y + low), (x - wide, y - reach, x + wide, y + reach)


def around(x: float, y: float, clearance: float, wide: float, high: float, cost: float = 0.0) -> list[Candidate]:
    """The eight positions of a label around a point: right, left, the corners, above and below.

    >>> print([candidate.anchor for candidate in around(0, 0, 1, 4, 2)])
    ['start', 'end', 'start', 'start', 'end', 'end', 'middle', 'middle']
    """
    far, near = clearance, clearance * SLANT
    places = (
        (x + far, y - high / 2, "start"),
        (x - far - wide, y - high / 2, "end"),
        (x + near, y - near - high, "start"),
        (x + near, y + near, "start"),
        (x - near - wide, y - near - high, "end"),
        (x - near - wide, y + near, "end"),
        (x - wide / 2, y - far - high, "middle"),
        (x - wide / 2, y + far, "middle"),
    )
    return [
        Candidate(((left, top, left + wide, top + high),), cost + number * 0.2, anchor)
        for number, (left, top, anchor) in enumerate(places)
    ]
