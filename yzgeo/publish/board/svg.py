"""Elements of the sheet's drawing, in millimetres; sizes of type in points."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from yzgeo.core.visible_text import one_line
from yzgeo.core.xml_text import escaped

PT = 25.4 / 72
"""Millimetres in a point."""
INK, TEXT2, HAIR = "#1D2529", "#566067", "#C8CCCA"
DONE, NEWS, LAG, INVENTED = "#1F4459", "#6C97AE", "#B23A26", "#6D3B7D"
PLAIN, STATED = "#4A565C", "#9AA4A9"
"""A cell of the matrix; a bar of land that the plan states."""
OUTSIDE, DISTRICT, WATER, COAST = "#ECEAE3", "#FDFCF9", "#C8DCE7", "#6E93A7"
ASCENT, DESCENT = 0.88, 0.12
"""Of the size: the box of a line of type above and below its base line."""


def number(value: float) -> str:
    """A coordinate, to a hundredth of a millimetre.

    >>> print(number(12.0), number(0.126), number(-0.001))
    12 0.13 0
    """
    return (
        f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0")
        if abs(value) < 0.005
        else f"{value:.2f}".rstrip("0").rstrip(".")
    )


def element(tag: str, content: str = "", **attributes: Any) -> str:
    """An element; names of attributes have _ for -, None leaves one out, numbers become coordinates.

    >>> print(element("rect", x=1.0, stroke_width=0.25, fill='"<'))
    <rect x="1" stroke-width="0.25" fill="&quot;&lt;"/>
    """
    parts = [
        f' {name.rstrip("_").replace("_", "-")}="{number(value) if isinstance(value, (int, float)) else escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    ]
    return f"<{tag}{''.join(parts)}>{content}</{tag}>" if content else f"<{tag}{''.join(parts)}/>"


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    serif: bool = False,
    fill: str = INK,
    anchor: str | None = None,
    halo: str | None = None,
    spacing: float | None = None,
    rotate: float | None = None,
) -> str:
    """A line of type; `y` is its base line, `anchor` is start, middle or end, `halo` the colour of the ground."""
    if not words.strip():
        return ""
    kinds = " ".join(name for name, is_so in (("b", bold), ("s", serif)) if is_so)
    attributes: dict[str, Any] = {
        "x": x,
        "y": y,
        "font_size": number(size * PT),
        "class_": kinds or None,
        "fill": None if fill == INK else fill,
        "text_anchor": None if anchor in (None, "start") else anchor,
        "letter_spacing": spacing,
        "transform": None if rotate is None else f"rotate({number(rotate)} {number(x)} {number(y)})",
    }
    if halo is not None:
        attributes |= {
            "stroke": halo,
            "stroke_width": size * PT * 0.3,
            "stroke_linejoin": "round",
            "paint_order": "stroke",
        }
    return element("text", escaped(one_line(words)), **attributes)


def rect(x: float, y: float, width: float, height: float, **attributes: Any) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), **attributes)


def line(x1: float, y1: float, x2: float, y2: float, width: float = 0.25, stroke: str = INK, **attributes: Any) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, **attributes)


def circle(x: float, y: float, radius: float, **attributes: Any) -> str:
    """A circle."""
    return element("circle", cx=x, cy=y, r=radius, **attributes)


def path(lines: Iterable[Any], closed: bool = False, **attributes: Any) -> str:
    """Lines or rings of points as one path; nothing without any."""
    data = "".join(_course(points) + ("z" if closed else "") for points in lines if len(points) > 1)
    return element("path", d=data, **attributes) if data else ""


def _course(points: Any) -> str:
    """A start and the steps from point to point, in hundredths that add up: half the letters of absolute points.

    >>> print(_course([(1.0, 2.0), (1.5, 2.25), (1.504, 2.254), (0.0, 2.25)]))
    M1 2l.5 .25-1.5 0
    """
    hundredths = [(round(point[0] * 100), round(point[1] * 100)) for point in points]
    steps = [(x - left, y - top) for (left, top), (x, y) in itertools.pairwise(hundredths)]
    moved = [step for step in steps if step != (0, 0)] or [(0, 0)]
    start = f"M{number(hundredths[0][0] / 100)} {number(hundredths[0][1] / 100)}l"
    return start + " ".join(f"{_step(x)} {_step(y)}" for x, y in moved).replace(" -", "-")


def _step(hundredths: int) -> str:
    figure = number(hundredths / 100)
    return figure.replace("0.", ".", 1) if abs(hundredths) < 100 else figure
