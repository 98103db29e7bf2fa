"""A drawing of the sheet as shapes of an office program: vectors and text that a reader can edit, without a browser.

The sheet is drawn in SVG of few kinds of elements (`board.svg`); each becomes one shape in DrawingML, the language of
drawings in presentations and documents (ECMA-376, part 1, 20.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

import numpy as np
import shapely

from yzgeo.core.xml_text import escaped
from yzgeo.publish.board.lettering import width
from yzgeo.publish.board.svg import INK, PT
from yzgeo.spatial.polygon_repair import polygonal

EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
PATH_UNITS = 100
"""Units of a path in a millimetre."""
SANS, SANS_EAST = "Arial", "Microsoft YaHei"
SERIF, SERIF_EAST = "Times New Roman", "SimSun"
"""Typefaces by name, for Latin and for Chinese letters: those of every office PC."""
PATTERNS = {"url(#hatch)": ("wdUpDiag", "6C8798"), "url(#pale)": ("ltUpDiag", "C9CAC7")}
MIDDLE = 0.38
"""Of the size: how far the middle of a line of type lies above its base line."""
LINE_HEIGHT = 1.4
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
ROTATION = re.compile(r"rotate\((-?[\d.]+)")
INHERITED = ("fill", "stroke", "stroke-width")
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Lettering(NamedTuple):
    """A line of type: size in points, `align` is l, ctr or r, `turn` in degrees; `runs` follow in the same line."""

    words: str
    size: float
    bold: bool
    serif: bool
    colour: str
    align: str
    turn: float
    spacing: float
    halo: str | None
    runs: tuple[Lettering, ...] = ()


class Shape(NamedTuple):
    """A shape on the sheet in millimetres.

    - `kind`: "path", "rect" or "ellipse"
    - `rings`: the lines of a path, each (n, 2)
    - `paint`: the attributes of SVG that colour it
    """

    kind: str
    box: Box
    rings: list[np.ndarray]
    closed: bool
    paint: dict[str, str]
    lettering: Lettering | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def shapes_of(drawn: str) -> list[Shape]:
    """The shapes of a drawing, the lowest first; what a clip path cuts off is left out, a line of type is one shape.

    >>> for shape in shapes_of('<rect x="1" y="2" width="3" height="4"/><text x="0" y="9" font-size="3.53">甲</text>'):
    ...     print(shape.kind, [round(side, 1) for side in shape.box])
    rect [1.0, 2.0, 4.0, 6.0]
    rect [0.0, 5.2, 3.5, 10.1]
    """
    root = ElementTree.fromstring(f"<svg>{drawn}</svg>")  # noqa: S314  (drawn by the sheet, which escapes its words)
    clips = {f"url(#{clip.get('id')})": _box(clip[0]) for clip in root.iter("clipPath")}
    return _joined(list(_shapes(root, {}, None, clips)))


def _joined(shapes: list[Shape]) -> list[Shape]:
    """Runs of type that follow each other in a line become one line, which no other typeface tears or runs together."""
    lines: list[Shape] = []
    for shape in shapes:
        if lines and _goes_on(lines[-1], shape):
            lines[-1] = _with_run(lines[-1], shape)
        else:
            lines.append(shape)
    return lines


def _goes_on(line: Shape, run: Shape) -> bool:
    one, other = line.lettering, run.lettering
    if one is None or other is None or one.turn or other.turn:
        return False
    alike = (one.size, one.serif, one.align, one.halo) == (other.size, other.serif, other.align, other.halo)
    gap = run.box[0] - line.box[2]
    return alike and one.align == "l" and abs(line.box[1] - run.box[1]) < 0.05 and -0.05 < gap < one.size * PT * 0.4


def _with_run(line: Shape, run: Shape) -> Shape:
    one, other = line.lettering, run.lettering
    if one is None or other is None:
        raise ValueError("lines of type have lettering")
    gap = " " if run.box[0] - line.box[2] > one.size * PT * 0.1 else ""
    box = (line.box[0], line.box[1], run.box[2], line.box[3])
    return line._replace(box=box, lettering=one._replace(runs=(*one.runs, other._replace(words=gap + other.words))))


def _shapes(
    group: ElementTree.Element, inherited: dict[str, str], clip: Box | None, clips: dict[str, Box]
) -> Iterator[Shape]:
    for one in group:
        if one.tag in ("clipPath", "defs", "pattern"):
            continue
        own = inherited | one.attrib
        if one.tag == "g":
            within = clips.get(one.get("clip-path", ""), clip)
            yield from _shapes(one, {name: own[name] for name in INHERITED if name in own}, within, clips)
            continue
        shape = _shape(one, own)
        cut = shape if shape is None or clip is None else clipped(shape, clip)
        if cut is not None:
            yield cut


def _shape(one: ElementTree.Element, own: dict[str, str]) -> Shape | None:
    if one.tag == "rect":
        return Shape("rect", _box(one), [], True, own)
    if one.tag == "circle":
        x, y, reach = (float(own[name]) for name in ("cx", "cy", "r"))
        return Shape("ellipse", (x - reach, y - reach, x + reach, y + reach), [], True, own)
    if one.tag == "line":
        ends = np.array([[float(own["x1"]), float(own["y1"])], [float(own["x2"]), float(own["y2"])]])
        return _path([ends], False, own)
    if one.tag == "path":
        lines = [_points(part) for part in own["d"].split("M") if part]
        return _path(lines, own["d"].endswith("z"), own)
    if one.tag == "text":
        return _lettering(one, own)
    return None


def _box(one: ElementTree.Element) -> Box:
    left, top = float(one.get("x", 0)), float(one.get("y", 0))
    return left, top, left + float(one.get("width", 0)), top + float(one.get("height", 0))


def _points(data: str) -> np.ndarray:
    """The points of a line as `svg.path` writes it: where it starts, then steps.

    >>> _points("1 2l.5 .25-1.5 0").tolist()
    [[1.0, 2.0], [1.5, 2.25], [0.0, 2.25]]
    """
    return np.cumsum(np.array(NUMBER.findall(data), dtype=float).reshape(-1, 2), axis=0)


def _path(lines: list[np.ndarray], closed: bool, paint: dict[str, str]) -> Shape | None:
    if not lines:
        return None
    points = np.concatenate(lines)
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return Shape("path", (float(left), float(top), float(right), float(bottom)), lines, closed, paint)


def _lettering(one: ElementTree.Element, own: dict[str, str]) -> Shape:
    words = "".join(one.itertext())
    size = float(own["font-size"]) / PT
    kinds = own.get("class", "").split()
    spacing = float(own.get("letter-spacing", 0))
    wide = width(words, size, bold="b" in kinds, serif="s" in kinds, spacing=spacing)
    anchor = own.get("text-anchor", "start")
    turned = ROTATION.match(own.get("transform", ""))
    turn = float(turned[1]) if turned else 0.0
    x, y = float(own["x"]), float(own["y"])
    # The middle of the line, from its anchor, is turned with it.
    along = {"start": wide / 2, "middle": 0.0, "end": -wide / 2}[anchor]
    up, angle = MIDDLE * size * PT, np.radians(turn)
    x, y = x + along * np.cos(angle) + up * np.sin(angle), y + along * np.sin(angle) - up * np.cos(angle)
    high = size * PT * LINE_HEIGHT
    align = {"start": "l", "middle": "ctr", "end": "r"}[anchor]
    lettering = Lettering(
        words, size, "b" in kinds, "s" in kinds, own.get("fill", INK), align, turn, spacing, own.get("stroke")
    )
    box = (float(x - wide / 2), float(y - high / 2), float(x + wide / 2), float(y + high / 2))
    return Shape("rect", box, [], True, {"fill": "none"}, lettering)


def clipped(shape: Shape, window: Box) -> Shape | None:
    """What of a shape lies in a window; type and circles are whole or left out.

    >>> line = shapes_of('<line x1="0" y1="1" x2="9" y2="1" stroke="#000000"/>')[0]
    >>> print(clipped(line, (2, 0, 5, 5)).box)
    (2.0, 1.0, 5.0, 1.0)
    """
    left, top, right, bottom = shape.box
    if left >= window[0] and top >= window[1] and right <= window[2] and bottom <= window[3]:
        return shape
    if left > window[2] or top > window[3] or right < window[0] or bottom < window[1]:
        return None
    if shape.lettering is not None or shape.kind == "ellipse":
        return None
    if shape.kind == "rect":
        box = (max(left, window[0]), max(top, window[1]), min(right, window[2]), min(bottom, window[3]))
        return shape._replace(box=box)
    return _path(_clipped_lines(shape, window), shape.closed, shape.paint)


def _clipped_lines(shape: Shape, window: Box) -> list[np.ndarray]:
    """Rings are cut one by one: the even-odd rule holds for what is left of them as it held for the whole."""
    parts_within = []
    for points in shape.rings:
        if not shape.closed:
            parts = shapely.get_parts(shapely.intersection(shapely.LineString(points), shapely.box(*window)))
            parts_within += [
                shapely.get_coordinates(part) for part in parts if part.geom_type == "LineString" and not part.is_empty
            ]
        elif len(points) > 2:
            ring = polygonal(np.array([shapely.Polygon(points)]))[0]
            for part in shapely.get_parts(shapely.intersection(ring, shapely.box(*window))):
                if part.geom_type == "Polygon" and not part.is_empty:
                    parts_within += [shapely.get_coordinates(edge)[:-1] for edge in (part.exterior, *part.interiors)]
    return parts_within


def moved(shape: Shape, from_box: Box, left: float, top: float, scale: float) -> Shape:
    """A shape whose sheet is enlarged by a scale, and laid so that the corner of a box comes to lie at a point."""

    def x(value: float) -> float:
        return left + (value - from_box[0]) * scale

    def y(value: float) -> float:
        return top + (value - from_box[1]) * scale

    box = (x(shape.box[0]), y(shape.box[1]), x(shape.box[2]), y(shape.box[3]))
    rings = [(points - from_box[:2]) * scale + [left, top] for points in shape.rings]
    paint = shape.paint
    if "stroke-width" in paint:
        paint = paint | {"stroke-width": f"{float(paint['stroke-width']) * scale:.3f}"}
    lettering = shape.lettering
    if lettering is not None:
        lettering = _scaled(lettering, scale)
    return Shape(shape.kind, box, rings, shape.closed, paint, lettering)


def _scaled(lettering: Lettering, scale: float) -> Lettering:
    runs = tuple(_scaled(run, scale) for run in lettering.runs)
    return lettering._replace(size=lettering.size * scale, spacing=lettering.spacing * scale, runs=runs)


def frame_xml(shape: Shape, origin: tuple[float, float] = (0.0, 0.0)) -> str:
    """`a:xfrm`: where the shape is, in EMU, and how it is turned."""
    left, top, right, bottom = shape.box
    turn = shape.lettering.turn if shape.lettering is not None else 0.0
    turned = f' rot="{round(turn % 360 * 60_000)}"' if turn else ""
    return (
        f'<a:xfrm{turned}><a:off x="{emu(left - origin[0])}" y="{emu(top - origin[1])}"/>'
        f'<a:ext cx="{emu(right - left)}" cy="{emu(bottom - top)}"/></a:xfrm>'
    )


def emu(millimetres: float) -> int:
    """Millimetres in the unit of office programs.

    >>> print(emu(1), emu(-0.5))
    36000 -18000
    """
    return round(millimetres * EMU_PER_MM)


def geometry_xml(shape: Shape) -> str:
    """The form of a shape and how it is painted."""
    return _form(shape) + _fill(shape.paint.get("fill", INK), shape.paint.get("fill-opacity")) + _stroke(shape)


def _form(shape: Shape) -> str:
    if shape.kind != "path":
        form = "ellipse" if shape.kind == "ellipse" else "rect"
        return f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
    left, top, right, bottom = shape.box
    wide, high = (round(side * PATH_UNITS) for side in (right - left, bottom - top))
    lines = "".join(_line(points, shape) for points in shape.rings)
    fill = "" if shape.closed else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}"{fill}>{lines}</a:path></a:pathLst></a:custGeom>'
    )


def _line(points: np.ndarray, shape: Shape) -> str:
    steps = np.rint((points - shape.box[:2]) * PATH_UNITS).astype(int)
    first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in steps)
    drawn = f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{one}</a:lnTo>" for one in others)
    return drawn + ("<a:close/>" if shape.closed else "")


def _fill(colour: str, alpha: Any = None) -> str:
    if colour == "none":
        return "<a:noFill/>"
    if colour in PATTERNS:
        pattern, ink = PATTERNS[colour]
        return (
            f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{ink}"/></a:fgClr>'
            '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        )
    return f"<a:solidFill>{colour_xml(colour, alpha)}</a:solidFill>"


def colour_xml(colour: str, alpha: Any = None) -> str:
    """A colour, seen through by as much as its alpha is below 1."""
    seen = "" if alpha is None else f'<a:alpha val="{round(float(alpha) * 100_000)}"/>'
    return f'<a:srgbClr val="{colour.lstrip("#").upper()}">{seen}</a:srgbClr>'


def _stroke(shape: Shape) -> str:
    colour = shape.paint.get("stroke", "none")
    if colour == "none":
        return "<a:ln><a:noFill/></a:ln>"
    wide = float(shape.paint.get("stroke-width", 0.25))
    dashes = [float(part) for part in shape.paint.get("stroke-dasharray", "").split()]
    # Dashes are told in widths of the line.
    pattern = "".join(
        f'<a:ds d="{round(on / wide * 100_000)}" sp="{round(off / wide * 100_000)}"/>'
        for on, off in zip(dashes[::2], dashes[1::2], strict=True)
    )
    told = f"<a:custDash>{pattern}</a:custDash>" if pattern else ""
    return f'<a:ln w="{emu(wide)}">{_fill(colour, shape.paint.get("stroke-opacity"))}{told}</a:ln>'


def lettering_xml(lettering: Lettering, lang: str) -> str:
    """The paragraph of a shape of type in a presentation."""
    runs = "".join(_run_xml(run, lang) for run in (lettering, *lettering.runs))
    return f'<a:p><a:pPr algn="{lettering.align}"/>{runs}</a:p>'


def _run_xml(lettering: Lettering, lang: str) -> str:
    halo = ""
    if lettering.halo is not None:
        reach = round(lettering.size * 0.12 * EMU_PER_PT)
        halo = f'<a:effectLst><a:glow rad="{reach}">{colour_xml(lettering.halo, 0.9)}</a:glow></a:effectLst>'
    latin, east = (SERIF, SERIF_EAST) if lettering.serif else (SANS, SANS_EAST)
    spacing = f' spc="{round(lettering.spacing / PT * 100)}"' if lettering.spacing else ""
    bold = ' b="1"' if lettering.bold else ""
    return (
        f'<a:r><a:rPr lang="{lang}" sz="{max(round(lettering.size * 100), 100)}"'
        f'{bold}{spacing}>{_fill(lettering.colour)}{halo}<a:latin typeface="{latin}"/><a:ea typeface="{east}"/></a:rPr>'
        f"<a:t>{escaped(lettering.words)}</a:t></a:r>"
    )
