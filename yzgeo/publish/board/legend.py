"""The strip below the map: what its signs mean, its scale, north, projection, and where the district lies."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import shapely

from yzgeo.core import labels
from yzgeo.core.i18n import Text, counted
from yzgeo.publish.board import constraints
from yzgeo.publish.board.board import LEFT, LEFT_WIDTH, Board
from yzgeo.publish.board.frame import Frame
from yzgeo.publish.board.ground import (
    BORDER,
    BORDER_DASHES,
    NEIGHBOUR,
    NEIGHBOUR_DASHES,
    RAIL,
    RIVER,
    ROADS,
    Ground,
    area,
    soft,
)
from yzgeo.publish.board.lettering import shortened, width
from yzgeo.publish.board.marks import PER_ROOT, Mark, radius, scale_of
from yzgeo.publish.board.problems import Problem, square
from yzgeo.publish.board.svg import COAST, DONE, INK, OUTSIDE, PT, TEXT2, WATER, circle, line, path, rect, text
from yzgeo.publish.board.zones import ALPHA, STEPS, Zone
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.polygon_repair import polygonal

TOP = 235.0
COLUMNS = (LEFT + 1.0, LEFT + 55.0, LEFT + 120.0, LEFT + 166.0)
"""Where the zones, the marks, the ground and the scale begin; the locator stands last."""
NAME, NOTE = 8.0, 7.2
BARS_KM = (0.5, 1, 2, 5, 6, 10, 20, 30, 50, 100)
MOST_BAR = 32.0
LOCATOR = (LEFT + LEFT_WIDTH - 34.0, 234.8, 34.0, 26.5)
MOST_KINDS = 4
ENTRY, WITH_NOTE, ZONES_HIGH = 7.2, 6.4, 32.0
"""Millimetres from entry to entry of the zones, the least that leaves room for notes, and what there is for all but the last note."""
GROUND_ENTRY, GROUND_HIGH = 4.7, 33.0
"""Millimetres from entry to entry of the ground, and what there is for all."""
PROBLEM_NUMBER = Text("右栏问题号", "Problem on the right")
PROBLEM_KINDS = {
    (True,): Text("实心：警告", "full: warning"),
    (False,): Text("空心：提示", "hollow: hint"),
    (True, False): Text("实心警告，空心提示", "full: warning, hollow: hint"),
}
"""By whether there are warnings and hints among the problems on the right."""
SIZE_STEPS = ((30.0, 10.0, 1.0), (20.0, 5.0, 1.0), (10.0, 3.0, 1.0), (5.0, 1.0), (3.0, 1.0))
LEAST_OF_LOCATOR = 0.02
"""Square millimetres of an island on the small map: a smaller one is a speck."""
MOST_UNLOCATED = 8.8
"""Millimetres of radius that there is room for."""


def draw(
    board: Board, frame: Frame | None, zones: list[Zone], marks: list[Mark], ground: Ground | None, shown: list[Problem]
) -> str:
    """The strip, from 235 to 271 mm."""
    if frame is None or ground is None:
        return ""
    drawn = text(LEFT, TOP + 3.2, board.say(Text("图例", "Legend")), 10.5, bold=True)
    drawn += (
        _zones(board, zones, COLUMNS[0])
        + _marks(board, marks, COLUMNS[1])
        + _ground(board, frame, ground, shown, COLUMNS[2])
    )
    drawn += _scale(board, frame, COLUMNS[3])
    return drawn + _locator(board, frame, ground)


def _entry(board: Board, x: float, base: float, name: Text, note: Text | None = None, room: float = 44.0) -> str:
    drawn = text(x, base, shortened(board.say(name), room, NAME), NAME)
    return drawn + (text(x, base + 3.5, shortened(board.say(note), room, NOTE), NOTE, fill=TEXT2) if note else "")


def _zones(board: Board, zones: list[Zone], x: float) -> str:
    """The kinds of zones with their tones; how uncertain their edges are."""
    plan = board.plan
    shown = {zone.zone_id: zone for zone in zones if zone.shape is not None}
    kinds: dict[str, list[Zone]] = {}
    for row in plan.zones.itertuples():
        if row.zone_id in shown:
            kinds.setdefault(row.kind if isinstance(row.kind, str) else "", []).append(shown[row.zone_id])
    tones = list(dict.fromkeys(board.colours.values()))
    drawn, y = "", TOP + 6.6
    undrawn = [zone for zone in zones if zone.shape is None]
    entries = min(len(kinds), MOST_KINDS) + any(len(zone.seeds) for zone in zones) + bool(undrawn)
    pitch = min(ENTRY, ZONES_HIGH / max(entries, 1))
    has_notes = pitch >= WITH_NOTE
    for kind, members in list(kinds.items())[:MOST_KINDS]:
        colour = members[0].colour
        box = shapely.box(x + 2.0, y + 1.6, x + 9.0, y + 4.6)
        unsure = any(zone.uncertainty > 0.1 for zone in members)
        drawn += (
            soft(box, colour, STEPS, 1.5 if unsure else 0.0, ALPHA[colour == tones[0]])
            if unsure
            else area(box, fill=colour, fill_opacity="0.54")
        )
        metres = plan.zones.loc[
            plan.zones["zone_id"].isin([zone.zone_id for zone in members]), "outline_uncertainty_m"
        ].dropna()
        note = None
        if unsure and len(metres):
            low, high = metres.min() / 1000, metres.max() / 1000
            span = f"{low:g}" if low == high else f"{low:g}–{high:g}"
            note = Text(f"边缘渐淡：不确定约 {span} 公里", f"soft edge: unsure by {span} km")
        drawn += _entry(
            board,
            x + 13.0,
            y + 3.0,
            labels.word(kind) if kind else Text("片区", "Zones"),
            note if has_notes else None,
            39.0,
        )
        y += pitch
    if any(len(zone.seeds) for zone in zones):
        drawn += line(x + 1.2, y + 2.4, x + 9.8, y + 2.4, 0.35, "#3F2A14", stroke_dasharray="1 .7")
        for seed in (x + 1.2, x + 9.8):
            drawn += rect(seed - 0.75, y + 1.65, 1.5, 1.5, fill="#FFFFFF", stroke="#3F2A14", stroke_width=0.35)
        drawn += _entry(
            board,
            x + 13.0,
            y + 3.0,
            Text("规划点名的组成地", "Places the plan names"),
            Text("及其连线（示意）", "joined, schematic") if has_notes else None,
            39.0,
        )
        y += pitch
    if undrawn:
        edge = {"stroke": undrawn[0].colour, "stroke_width": 0.3, "stroke_dasharray": ".9 .7"}
        drawn += rect(x + 2.0, y + 0.9, 7.0, 3.0, fill="none", **edge)
        count = Text(f"{len(undrawn)} 个片区位置未知", f"{counted(len(undrawn), 'zone')}: place unknown")
        drawn += _entry(board, x + 13.0, y + 3.0, count, Text("图上未绘", "not on the map"), 39.0)
    return drawn


def _marks(board: Board, marks: list[Mark], x: float) -> str:
    if not len(board.plan.projects):
        return ""
    drawn = circle(x + 3.5, TOP + 5.0, 3.2, fill=DONE)
    drawn += _entry(
        board,
        x + 9.0,
        TOP + 4.4,
        Text("一地一标，面积＝计划投资", "One mark a place, area = investment"),
        Text("实心：规划原文或项目公示", "solid: by the plan or a notice"),
        48.0,
    )
    weak = any(mark.weak or (mark.money or 0.0) > (mark.firm or 0.0) for mark in marks)
    y = TOP + 12.8
    if weak:
        drawn += circle(x + 3.5, y, 3.2, fill="url(#hatch)", stroke=DONE, stroke_width=0.3, stroke_dasharray=".9 .6")
        drawn += _entry(
            board,
            x + 9.0,
            y - 0.6,
            Text("斜线虚圈：仅知业主地址", "Hatched: owner's address only"),
            Text("项目可能不在此处", "the project may be elsewhere"),
            48.0,
        )
    base = TOP + 36.0
    per_root = scale_of(marks)
    if not any(mark.money for mark in marks):
        return drawn + _unlocated(board, x, base, per_root)  # no circle has a size that means anything
    steps = _sizes(marks)
    widest = radius(steps[0], per_root)
    for step in steps:
        reach = radius(step, per_root)
        drawn += circle(x + widest + 0.5, base - reach, reach, fill="none", stroke=DONE, stroke_width=0.25)
    y = base
    for step in reversed(steps):
        y = min(y - 0.2, base - 2 * radius(step, per_root) + 1.2)
        drawn += line(x + widest + 0.5, base - 2 * radius(step, per_root), x + 2 * widest + 2.0, y - 0.9, 0.15)
        first = step == steps[0]
        words = f"{step:,.10g}" if board.lang == "zh" else f"{step * 100:,.0f}"
        drawn += text(
            x + 2 * widest + 2.5, y, words + (board.say(Text(" 亿元", " m yuan")) if first else ""), NOTE, fill=TEXT2
        )
        y -= 2.6
    longest = board.say(Text(f"{steps[0]:,.10g} 亿元", f"{steps[0] * 100:,.0f} m yuan"))
    return drawn + _unlocated(board, x + max(25.0, 2 * widest + 4.0 + width(longest, NOTE)), base, per_root)


def _sizes(marks: list[Mark]) -> list[float]:
    """Three round sums for the circles of the legend."""
    # A smaller scale shows larger sums by circles as large.
    power = 10.0 ** math.ceil(2 * math.log10(PER_ROOT / scale_of(marks)))
    largest = min(max((mark.money or 0.0 for mark in marks), default=1.0) / power, 30.0)
    steps = next((steps for steps in SIZE_STEPS if steps[0] <= largest), SIZE_STEPS[-1])
    return [step * power for step in steps]


def _unlocated(board: Board, x: float, base: float, per_root: float) -> str:
    """The money without a place, at the scale of the marks, beside the map since it is not on it."""
    unlocated = board.statistics["projects"]["unlocated"]
    count, money = unlocated["project_count"], unlocated["investment_100m_yuan"]
    if not count:
        return ""
    true_size = radius(money, per_root)
    reach = min(true_size, MOST_UNLOCATED)
    drawn = circle(
        x + reach, base - reach, reach, fill="url(#pale)", stroke="#8A9298", stroke_width=0.25, stroke_dasharray=".9 .6"
    )
    at = x + 2 * reach + 1.2
    drawn += text(at, base - 6.2, board.say(Text(f"位置未知 {count} 项", f"{count} unplaced")), NAME)
    sum_words = (
        board.say(Text("投资未载", "no amounts"))
        if money is None
        else f"{board.money(money)}{board.say(Text(' 亿元', ' m yuan'))}"
    )
    drawn += text(at, base - 3.0, sum_words, NOTE, fill=TEXT2)
    smaller = true_size > reach
    return drawn + text(
        at,
        base + 0.1,
        board.say(Text("圈未按比例" if smaller else "不在图上", "not to scale" if smaller else "not on the map")),
        NOTE,
        fill=TEXT2,
    )


def _ground(board: Board, frame: Frame, ground: Ground, shown: list[Problem], x: float) -> str:
    drawn, y = "", TOP + 7.0
    effects = list(constraints.on_map(board.plan, frame))
    district = board.plan.particulars.get("district")
    rows: list[tuple[Text, str, float, str | None]] = []
    if not ground.border.is_empty:
        drawn += rect(x, y - 0.4, 9, 1.5, fill="#8F887A", fill_opacity="0.2")  # it is the first row
        rows.append((Text(f"{district}界" if district else "区界", "District border"), BORDER, 0.38, BORDER_DASHES))
    if not ground.between.is_empty:
        rows.append((Text("相邻县区界", "Borders of neighbours"), NEIGHBOUR, 0.25, NEIGHBOUR_DASHES))
    if not ground.rail.is_empty:
        rows.append((Text("轨道交通", "Railway and metro"), RAIL, 0.5, None))
    if any(klass in ROADS for klass, _ in ground.roads):
        rows.append((Text("主要道路", "Main roads"), ROADS["motorway"][0], 0.6, None))
    if ground.rivers or ground.lakes:
        unsure = any(schematic for _, schematic in (*ground.rivers, *ground.lakes))
        words = Text("河流、湖库（示意）", "Waters (schematic)") if unsure else Text("河流、湖库", "Rivers and lakes")
        rows.append((words, RIVER, 1.4, None))
    entries = len(rows) + (not ground.sea.is_empty) + len(effects) + bool(shown)
    pitch = min(GROUND_ENTRY, GROUND_HIGH / max(entries, 1))
    for name, stroke, wide, dashes in rows:
        drawn += line(x, y - 0.4, x + 9, y - 0.4, wide, stroke, stroke_dasharray=dashes)
        drawn += _entry(board, x + 11.5, y + 0.6, name, None, 32.0)
        y += pitch
    if not ground.sea.is_empty:
        drawn += rect(x, y - 1.8, 9, 3.0, fill=WATER, stroke=COAST, stroke_width=0.18)
        drawn += _entry(board, x + 11.5, y + 0.6, Text("海域", "Sea"), None, 32.0)
        y += pitch
    for effect in effects:
        drawn += constraints.sign(effect, x, y - 0.3, 9)
        drawn += _entry(board, x + 11.5, y + 0.6, constraints.SIGNS[effect], None, 32.0)
        y += pitch
    drawn += _problem_numbers(board, shown, x, y)
    return drawn


def _problem_numbers(board: Board, shown: list[Problem], x: float, y: float) -> str:
    """The squares of problems as the map has them: one for warnings, one for hints."""
    numbers = {is_grave: one.number for one in reversed(shown) for is_grave in [one.is_grave]}
    kinds = [is_grave for is_grave in (True, False) if is_grave in numbers]
    drawn = ""
    for place, is_grave in enumerate(kinds):
        drawn += square(
            x + (3.0 if len(kinds) == 1 else 0.9 + 4.2 * place), y - 2.0, numbers[is_grave], 2.9, is_grave=is_grave
        )
    return drawn + (
        _entry(board, x + 11.5, y + 0.6, PROBLEM_NUMBER, PROBLEM_KINDS[tuple(kinds)], 32.0) if kinds else ""
    )


def scale_in_words(board: Board, frame: Frame) -> tuple[str, str]:
    """The scale, and the paper on which it is true."""
    sheet = Text(f"A3 原大；A1 为 1 : {frame.denominator / 2:,.10g}", f"at A3; 1 : {frame.denominator / 2:,.10g} at A1")
    if board.scale == 2:
        sheet = Text(f"A1 原大；A3 为 1 : {frame.denominator:,.10g}", f"at A1; 1 : {frame.denominator:,.10g} at A3")
    return f"1 : {frame.denominator / board.scale:,.10g}", board.say(sheet)


def _scale(board: Board, frame: Frame, x: float) -> str:
    ratio, paper = scale_in_words(board, frame)
    drawn = text(x, TOP + 4.0, ratio, 12, bold=True)
    drawn += text(x, TOP + 9.2, paper, NOTE, fill=TEXT2)
    km = max((step for step in BARS_KM if step * 1000 * frame.mm_per_m <= MOST_BAR), default=None)
    y = TOP + 16.0
    if km is not None:
        long = km * 1000 * frame.mm_per_m
        drawn += rect(
            x, y, long, 1.1, fill="#FFFFFF", stroke=INK, stroke_width=0.2, class_="scale-bar", data_km=f"{km:g}"
        )
        for part in (0, 2):
            drawn += rect(x + long * part / 4, y, long / 4, 1.1, fill=INK)
        drawn += text(x, y - 1.2, "0", NOTE, fill=TEXT2, anchor="start")
        if long > 26:
            drawn += text(x + long / 2, y - 1.2, f"{km / 2:g}", NOTE, fill=TEXT2, anchor="middle")
        drawn += text(x + long, y - 1.2, f"{km:g}{board.say(Text(' 公里', ' km'))}", NOTE, fill=TEXT2, anchor="middle")
    lines = ["CGCS2000"]
    if frame.meridian is not None:
        lines += [
            board.say(Text("高斯-克吕格 3° 带", "Gauss-Krüger, 3° belt")),
            board.say(Text(f"中央经线 {frame.meridian}°", f"central meridian {frame.meridian}°")),
        ]
        lines.append(f"EPSG:{frame.crs.to_epsg()}")
    else:
        lines.append(board.say(Text("等积方位投影", "equal-area azimuthal")))
    for number, words in enumerate(lines):
        drawn += text(x, y + 5.6 + number * 3.4, words, NOTE, fill=TEXT2)
    north = x + 38.5
    drawn += path(
        [[(north, TOP + 0.6), (north + 2.1, TOP + 7.6), (north, TOP + 6.2), (north - 2.1, TOP + 7.6)]], True, fill=INK
    )
    return drawn + text(north, TOP + 11.6, board.say(Text("北", "N")), 9, bold=True, anchor="middle")


def _locator(board: Board, frame: Frame, ground: Ground) -> str:
    """The district among its neighbours; nothing without a ground."""
    plan = board.plan
    if "neighbours" not in plan.ground or not len(plan.ground["neighbours"]) or not len(plan.district):
        return ""
    left, top, wide, high = LOCATOR
    around = plan.ground["neighbours"].geometry.to_crs(frame.crs).to_numpy()
    own = plan.district.geometry.to_crs(frame.crs).to_numpy()
    west, south, east, north = shapely.total_bounds(own)
    reach = max((east - west) / wide, (north - south) / high) * 2.6
    middle = (west + east) / 2, (south + north) / 2

    def moved(points: np.ndarray) -> np.ndarray:
        return np.column_stack(
            [left + wide / 2 + (points[:, 0] - middle[0]) / reach, top + high / 2 - (points[:, 1] - middle[1]) / reach]
        )

    box = shapely.box(left, top, left + wide, top + high)

    def within(shapes: np.ndarray) -> list[object]:
        simple = shapely.simplify(polygonal(np.asarray(shapely.transform(shapes, moved))), 0.08)
        parts = shapely.get_parts(polygonal(shapely.intersection(simple, box)))
        return [part for part in parts if part.area > LEAST_OF_LOCATOR]

    has_sea = "water" in plan.ground and (plan.ground["water"]["class"] == "sea").any()
    drawn = rect(left, top, wide, high, fill=WATER if has_sea else "#F4F3EF")
    for shape in within(around):
        drawn += area(shape, fill=OUTSIDE, stroke="#FFFFFF", stroke_width=0.2)
    if has_sea:
        water = plan.ground["water"]
        for shape in within(
            gpd.GeoSeries(water.geometry[water["class"] == "sea"], crs=CGCS2000).to_crs(frame.crs).to_numpy()
        ):
            drawn += area(shape, fill=WATER)
    for shape in within(own):
        drawn += area(shape, fill="#5A5344")
    name = board.say(board.plan.district_name)
    if board.lang == "zh" and len(name) > 2 and plan.particulars.get("district"):
        name = name[:-1] if name[-1] in "区县市" else name
    if width(name, 8, bold=True) < wide / 2.4:
        drawn += text(
            left + wide / 2, top + high / 2 + 8 * PT * 0.36, name, 8, bold=True, fill="#FFFFFF", anchor="middle"
        )
    drawn += rect(left, top, wide, high, fill="none", stroke=INK, stroke_width=0.25)
    where = Text("本区及周边", "The district and around it")
    return drawn + text(left + wide, top + high + 3.6, board.say(where), NOTE, fill=TEXT2, anchor="end")
