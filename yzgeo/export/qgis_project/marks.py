"""How zones, parks and projects are drawn in each theme, as on the page: hues are for zones, projects are ink.

Each function gives what differs from the layer's own style (`export.qgis.facts`) in a theme. Labels are expressions
over the layer's columns, with no text of strangers in them but literals.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.palette import INK, QUIET, TEXT_SHADES, zone_colours
from yzgeo.export import qgis_text
from yzgeo.export.metadata import LayerMetadata
from yzgeo.export.qgis import ALONG_PLACEMENT, IN_OR_BESIDE, INSIDE, MM_PER_PX, key, layer_id, rgba
from yzgeo.export.symbology import Symbol
from yzgeo.plan.location_evidence import BY_OWNER

KM2 = Text("平方公里", "km²")
COUNTED = Text("{0} || ' 项'", "{0} || CASE WHEN {0} = 1 THEN ' project' ELSE ' projects' END")
SEVERAL = Text("同一地点的多个项目（数字为项目数）", "several projects at one place, with their number")
BY_ITS_OWNER = Text("，仅凭业主定位", ", placed by its owner alone")
BUILT, WEAK_OPACITY = "under_construction", 0.45
FOUND = Text("检查发现 ", "findings: ")
NAMES = """string_to_array("leading_industries", '、')"""
IN_ENGLISH = f"attribute(get_feature('{layer_id('industries')}', 'name', @element), 'name_en')"
ENGLISH_NAMES = f"array_foreach({NAMES}, coalesce(nullif({IN_ENGLISH}, ''), @element))"
LEADING = Text(
    f"CASE WHEN array_length({NAMES}) > 4 THEN array_to_string(array_slice({NAMES}, 0, 2), '\\n') || '\\n等 ' "
    f"|| array_length({NAMES}) || ' 项' ELSE array_to_string({NAMES}, '\\n') END",
    f"CASE WHEN array_length({NAMES}) > 4 THEN array_to_string(array_slice({ENGLISH_NAMES}, 0, 2), '\\n') "
    f"|| '\\nand others, ' || array_length({NAMES}) || ' in all' ELSE array_to_string({ENGLISH_NAMES}, '\\n') END",
)
"""Up to four leading industries, a line each; of more the first three and their number."""
FLAG, FLAG_INK = "#FFD75E", "#1D2B33"
FLAGGED, WITHOUT = Text("有警告", "with warnings"), Text("无警告", "without warnings")
LEAST_MM = 2.4
"""Diameter of the smallest mark."""
LEAST_COUNTED_MM = 4.6
"""Diameter of the smallest mark in which a number has room."""
LARGEST_MM = 13.0
IN_LEGEND_MM = 3.4
ROOMY = 12
"""With so many zones each has its name, inside or beside; with more QGIS leaves out names that do not fit."""
LINE, LINE_ZH = 18, 12
"""Characters in a line of a zone's name."""
WHITE = "#FFFDF8"
QUOTED_COUNT, QUOTED_MONEY = '"project_count"', '"investment_100m_yuan"'
SITE = "geom_to_wkt($geometry)"
"""What is at one place has one geometry."""
PROJECTS, TOWNS = layer_id("projects"), layer_id("ground-towns")
SAME_PLACE_DEGREES = 0.008
"""So near, some 800 m, a mark stands in a town."""
SUBJECTS = layer_id("finding_subjects")
WARNED = "array_contains(array('error', 'warning'), \"severity\")"


class Measure(NamedTuple):
    """What a disc is as large as: a column, the diameter of the disc of 1, and a value in words as an expression."""

    column: str
    mm_per_root: float
    words: Text

    def told(self, value: str, decimals: int, lang: Lang) -> str:
        """The expression that tells a value."""
        return self.words.of(lang).format(value=value, decimals=decimals)


MONEY = Measure(
    "investment_100m_yuan",
    2.4,
    Text(
        "format_number({value}, CASE WHEN {value} < 0.1 THEN 2 ELSE {decimals} END) || ' 亿元'",
        "'CNY ' || format_number({value} / 10, {decimals} + 1) || ' bn'",
    ),
)
LAND = Measure(
    "new_land_mu",
    0.76,
    Text("format_number({value}, {decimals}) || ' 亩'", "format_number({value}, {decimals}) || ' mu'"),
)
"""100 mu have the disc of 10 亿元."""


def zones(frame: gpd.GeoDataFrame, view: str, lang: Lang, *, has_findings: bool) -> dict[str, Any]:
    """Labels of the zones in a theme, in the text shade of each zone's hue."""
    area = f'coalesce(to_string("usable_area_km2") || \' {KM2.of(lang)}\', "area_as_printed")'
    count = f"({COUNTED.of(lang).format(QUOTED_COUNT)})"
    told = {
        "overview": [area],
        "industries": [LEADING.of(lang)],
        "projects": [count],
        "land": [area],
        "compare": [area, count, f"CASE WHEN {QUOTED_COUNT} > 0 THEN {MONEY.told(QUOTED_MONEY, 1, lang)} END"],
        "review": [f"('{FOUND.of(lang)}' || nullif({_found('zone_id')}, 0))"] if has_findings else [],
    }[view]
    is_roomy = frame.geometry.notna().sum() <= ROOMY
    lines = " || ".join([_lines(_name(lang), lang), *(f"coalesce('\\n' || nullif({line}, ''), '')" for line in told)])
    colours = zone_colours(frame["zone_id"], frame["kind"])
    shades = " ".join(
        f"WHEN \"zone_id\" = {qgis_text.literal(zone_id)} THEN '{TEXT_SHADES.get(colour, INK)}'"
        for zone_id, colour in colours.items()
    )
    return {
        "label_expression": lines,
        "label_colour": f"CASE {shades} ELSE '{INK}' END",
        "label_wrap": 0,
        "label_points": 9 if is_roomy else 7,
        "label_inside": INSIDE
        if not is_roomy or view in ("industries", "compare")
        else IN_OR_BESIDE,  # no marks stand in the way
        "label_always": int(is_roomy),
    }


def by_kind(metadata: LayerMetadata, symbols: list[dict[str, Any]], frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """The symbols of so many zones that they are coloured by kind: one for all zones that look alike, by kind."""
    kinds = dict(zip(frame["zone_id"], frame["kind"], strict=True))
    alike: dict[tuple[str, ...], list[tuple[Symbol, dict[str, Any]]]] = {}
    for symbol, facts in zip(metadata.symbology.symbols, symbols, strict=True):
        look = tuple(str(facts[part]) for part in ("line", "fill", "dash_mm", "soft"))
        alike.setdefault((*look, str(symbol.where["outline_basis"])), []).append((symbol, facts))
    merged = []
    for members in alike.values():
        of_kind = dict.fromkeys(
            labels.word(kinds.get(symbol.where["zone_id"])).of(metadata.lang) for symbol, _ in members
        )
        basis = labels.word(members[0][0].where["outline_basis"]).of(metadata.lang)
        legend = " · ".join(filter(None, ["、".join(filter(None, of_kind)), basis]))
        test = " OR ".join(f"({facts['filter']})" for _, facts in members)
        merged.append(members[0][1] | {"legend": qgis_text.label(legend), "filter": test})
    return merged


def _lines(name: str, lang: Lang) -> str:
    """A long name in lines: wrapped at spaces, and in Chinese after so many characters."""
    if lang == "en":
        return f"wordwrap({name}, {LINE})"
    return f"regexp_replace({name}, '(.{{{LINE_ZH}}})(?=....)', '\\\\1\\n')"


def _found(column: str) -> str:
    """How many errors and warnings are about a feature."""
    return (
        f"aggregate('{SUBJECTS}', 'count', \"finding_id\", \"{column}\" = attribute(@parent, '{column}') AND {WARNED})"
    )


def flags(column: str, layer: str, lang: Lang) -> dict[str, Any]:
    """Points in the theme of the review: a flag where an error or warning is about them, else a quiet dot."""
    warned = (
        f"array_contains(aggregate('{SUBJECTS}', 'array_agg', \"{column}\", {WARNED} AND \"{column}\" IS NOT NULL), "
        f'"{column}")'
    )
    return {
        "symbols": [
            _symbol(f"{layer}-flagged", FLAGGED.of(lang), warned, FLAG, FLAG_INK, size="4.6", shape="square", text="!"),
            _symbol(f"{layer}-quiet", WITHOUT.of(lang), f"NOT ({warned})", WHITE, QUIET, size="1.8"),
        ],
        "label_expression": "",
        "label": None,
    }


def towns(lang: Lang) -> dict[str, Any]:
    """Towns of the ground under marks of projects: the mark tells the name of the town in which it stands."""
    return {
        "label_expression": _name(lang),
        "label_shown": f"coalesce(array_length(overlay_nearest('{PROJECTS}', \"project_id\", "
        f"max_distance:={SAME_PLACE_DEGREES})), 0) = 0",
    }


def _name(lang: Lang) -> str:
    return 'coalesce("name_en", "name")' if lang == "en" else '"name"'


def projects(frame: gpd.GeoDataFrame, view: str, lang: Lang, *, has_towns: bool) -> dict[str, Any]:
    """Discs of ink: full for what is built, empty for what is planned, dashed where the owner alone is known.

    What is at one place is one disc with the number of projects, as large as their sum, which stands beside it.
    """
    measured = LAND if view == "land" else MONEY
    wanted = f'"{measured.column}" IS NOT NULL' if view == "land" else ""
    group = f"group_by:={SITE}" + (f", filter:={wanted}" if wanted else "")
    number, total = f'count("project_id", {group})', f'sum("{measured.column}", {group})'
    is_first = f'"project_id" = minimum("project_id", {group})'
    largest = max(_sums(frame, measured.column), default=0.0) or 1.0
    per_root = min(measured.mm_per_root, LARGEST_MM / math.sqrt(largest))
    disc = f"{per_root:.4f} * sqrt(coalesce({total}, 0))"
    lines = [
        f"coalesce({measured.told(total, 1, lang)}, '—')",
        f"CASE WHEN {number} > 1 THEN '\\n' || {COUNTED.of(lang).format(number)} ELSE '' END",
    ]
    if has_towns:
        town = f"overlay_nearest('{TOWNS}', {_name(lang)}, limit:=1, max_distance:={SAME_PLACE_DEGREES})[0]"
        lines[1] = f"coalesce('\\n' || {town} || ' · ' || {COUNTED.of(lang).format(number)}, {lines[1]})"
    several = f"{number} > 1 AND {is_first}"
    return {
        "symbols": [
            *_alone(
                frame,
                view,
                lang,
                [f"{number} = 1", wanted],
                _unless_in_legend(f"max({LEAST_MM}, {disc})", IN_LEGEND_MM),
            ),
            _symbol(
                f"projects-{view}-several",
                SEVERAL.of(lang),
                " AND ".join(filter(None, [several, wanted])),
                WHITE,
                INK,
                size=_unless_in_legend(f"max({LEAST_COUNTED_MM}, {disc})", LEAST_COUNTED_MM),
                text_expression=_unless_in_legend(f"to_string({number})", "'n'"),
            ),
        ],
        "label_expression": f"CASE WHEN {' AND '.join(filter(None, [is_first, wanted]))} THEN {' || '.join(lines)} END",
        "label": "name",
        "label_points": 8,
        "label_weight": 63,
        "label_priority": 10,
        "label_always": 1,
        "label_wrap": 0,
        "label_align": ALONG_PLACEMENT,
        "offset_by_symbol": True,
    }


def _unless_in_legend(expression: str, there: object) -> str:
    """An expression over what is at one place; a legend has no place."""
    return f"CASE WHEN $geometry IS NULL THEN {there} ELSE {expression} END"


def _alone(frame: gpd.GeoDataFrame, view: str, lang: Lang, tests: list[str], size: str) -> list[dict[str, Any]]:
    """The symbols of projects that have a place to themselves, by list and by what their place is known from."""
    located = frame[frame.geometry.notna()]
    by_owner = f'coalesce("location_evidence" IN ({", ".join(map(qgis_text.literal, sorted(BY_OWNER)))}), false)'
    kinds = pd.DataFrame({"list": located["list"], "is_weak": located["location_evidence"].isin(list(BY_OWNER))})
    symbols = []
    for code, is_weak in kinds.drop_duplicates().sort_values(["list", "is_weak"]).itertuples(index=False):
        is_known = isinstance(code, str)
        is_code = f'"list" = {qgis_text.literal(code)}' if is_known else '"list" IS NULL'
        title = f"{labels.word(code).of(lang) or '—'}{BY_ITS_OWNER.of(lang) if is_weak else ''}"
        fill, opacity = (INK if code == BUILT else WHITE), (WEAK_OPACITY if is_weak and code == BUILT else 1)
        symbols.append(
            _symbol(
                f"projects-{view}-{code}-{is_weak}",
                title,
                " AND ".join(filter(None, [is_code, by_owner if is_weak else f"NOT {by_owner}", *tests])),
                fill,
                INK,
                size=size,
                opacity=opacity,
                dashed=bool(is_weak),
            )
        )
    return symbols


def _sums(frame: gpd.GeoDataFrame, column: str) -> list[float]:
    located = frame[frame.geometry.notna() & frame[column].notna()]
    return [float(total) for total in located.groupby(located.geometry.to_wkt())[column].sum()]


def _symbol(
    name: str,
    title: str,
    test: str,
    fill: str,
    line: str,
    *,
    size: str,
    opacity: float = 1,
    dashed: bool = False,
    shape: str = "circle",
    text: str = "",
    text_expression: str = "",
) -> dict[str, Any]:
    """A mark for the templates; `size` is a diameter in mm or an expression that gives one."""
    is_number = size.replace(".", "").isdigit()
    return {
        "key": key(name),
        "legend": qgis_text.label(title),
        "filter": test,
        "shape": shape,
        "soft": False,
        "fill": rgba(fill, opacity),
        "line": rgba(line, 1),
        "width_mm": f"{1.6 * MM_PER_PX:.3f}",
        "dash_mm": "dashed" if dashed else "",
        "size_mm": size if is_number else "4",
        "size_expression": "" if is_number else size,
        "text": text,
        "text_expression": text_expression,
    }
