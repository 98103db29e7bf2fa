"""Shapes from well-known binary; a broken one is refused with its row."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.nesting import refuse_deep_wkb


def from_wkb(file: Path, values: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Shapes, (n,) object, of well-known binary, (n,) object; a missing value is None.

    Raises
    ------
    InputError
        When a value is no shape (a ring that is not closed, say) or nests too deep; `row` is its number, counted from 1.

    >>> from_wkb(Path("a.gpkg"), np.array([shapely.to_wkb(shapely.Point(1, 2)), b"no"], dtype=object))
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: a.gpkg, row 2: its shape cannot be read (ParseException: Unexpected EOF parsing WKB). \
Remedy: draw or repair this shape in a GIS, see that every ring is closed, and export it again.
    """
    try:
        refuse_deep_wkb(values)
    except InputError as error:
        raise error.at(file=str(file)) from error
    try:
        return np.asarray(shapely.from_wkb(values), dtype=object)
    except (shapely.errors.GEOSException, NotImplementedError) as error:
        raise refuse_shape(file, _first_broken(values), error) from error


def refuse_shape(file: Path, row: int, error: Exception) -> InputError:
    """The refusal of a shape that GEOS does not take."""
    detail = " ".join(str(error).split())
    return InputError(
        Text(f"这一图形读不出来（{detail}）", f"its shape cannot be read ({detail})"),
        Text(
            "在 GIS 中重画或修复该图形，检查每个环首尾相接，再导出",
            "draw or repair this shape in a GIS, see that every ring is closed, and export it again",
        ),
        file=str(file),
        row=row,
    )


def _first_broken(values: npt.NDArray[np.object_]) -> int:
    """The number, from 1, of the first value that is no shape."""
    for number, value in enumerate(values, start=1):
        try:
            shapely.from_wkb(value)
        except (shapely.errors.GEOSException, NotImplementedError):
            return number
    return len(values)
