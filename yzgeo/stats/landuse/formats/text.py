"""Tables for a terminal: classes by zone, zones, and what became what."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from yzgeo.core.i18n import Lang, Text
from yzgeo.core.units import M2_PER_HA
from yzgeo.core.visible_text import one_line
from yzgeo.stats.landuse.accounts import OUTSIDE, TOTAL, UNLOCATED
from yzgeo.stats.landuse.land import Land
from yzgeo.stats.landuse.result import DISTRICT, Result, all_remarks, matrix, places, rows, unsurveyed, zone_rows

SUFFIXES = (".txt",)
BINARY = False
CHANGES = False
WIDTH, WIDEST = 160, 10_000
"""Characters of a line, and more than any table has: a table that needs more is wider, and no column is cut."""
FIGURE_WIDTH = 15
"""Characters of a column of figures, at most: its heading is folded."""
MOST_COLUMNS = 6
"""More zones than this do not fit beside one another; the other formats have them all."""
LARGEST = 30
"""Changes shown."""
UNKNOWN = "—"
NAME_WIDTH = 20
"""Characters that the name of a class has at least, however many zones stand beside it."""


def render(result: Result, lang: Lang) -> bytes:
    """Hectares to four decimals, which is a square metre."""
    printed = io.StringIO()
    console = Console(file=printed, width=WIDTH, no_color=True, highlight=False, legacy_windows=False)
    say = _sayer(lang)
    _print(console, say("各地类面积（公顷）", "area of each class (ha)"), _classes(result, lang))
    _print(console, say("各片区（公顷）", "zones (ha)"), _zones(result, lang))
    if result.changes is not None:
        _print(
            console,
            say("地类变化（公顷，最大的在前）", "what became what (ha, the largest first)"),
            _changes(result, lang),
        )
    for remark in all_remarks(result):
        console.print(RichText(one_line(f"* {remark.of(lang)}")))
    return printed.getvalue().encode("utf-8")


def _sayer(lang: Lang) -> Any:
    return lambda zh, en: Text(zh, en).of(lang)


def _print(console: Console, heading: str, table: Table) -> None:
    console.print(RichText(one_line(heading)))
    needed = console.measure(table, options=console.options.update(width=WIDEST)).maximum
    console.print(table, width=max(WIDTH, needed), crop=False, soft_wrap=needed > WIDTH)


def _classes(result: Result, lang: Lang) -> Table:
    columns = places(result)
    zones = [place for place, _ in columns if place not in (OUTSIDE, UNLOCATED, TOTAL)]
    if len(zones) > MOST_COLUMNS:
        columns = [(place, heading) for place, heading in columns if place in (OUTSIDE, UNLOCATED, TOTAL)]
    headings = [Text("编码", "code"), Text("地类", "class"), *(heading for _, heading in columns)]
    every = rows(result)
    if result.accounts.district is not None:
        headings.append(DISTRICT)
    table = _empty(headings, lang)
    unknown = unsurveyed(result)
    for row in every:
        amounts = [None if place in unknown else row.m2.get(place, 0.0) for place, _ in columns]
        table.add_row(*_named(row.land, lang), *map(_ha, [*amounts, *_district(row.district_m2)]))
    sums = [None if place in unknown else sum(row.m2.get(place, 0.0) for row in every) for place, _ in columns]
    if result.accounts.district is not None:
        sums.append(sum(row.district_m2 or 0.0 for row in every))
    table.add_section()
    table.add_row("", _sayer(lang)("合计", "total"), *map(_ha, sums))
    if len(zones) > MOST_COLUMNS:
        table.caption = _sayer(lang)(
            f"{len(zones)} 个片区的分列见其他格式，如工作簿",
            f"the {len(zones)} zones apart: in other formats, a workbook say",
        )
    return table


def _district(m2: float | None) -> list[float]:
    return [] if m2 is None else [m2]


def _zones(result: Result, lang: Lang) -> Table:
    headings = [
        Text("片区", "zone"),
        Text("图上面积", "drawn"),
        Text("调查覆盖", "surveyed"),
        Text("未覆盖", "uncovered"),
        Text("重复覆盖", "covered again"),
        Text("工业用地", "industrial land"),
        Text("规划可利用", "usable by the plan"),
        Text("工业用地占可利用", "industrial of usable"),
    ]
    table = _empty(headings, lang, texts=1)
    for row in zone_rows(result):
        figures = [row[name] for name in ("drawn_ha", "surveyed_ha", "uncovered_ha", "overlap_ha", "industrial_ha")]
        usable, share = row["usable_area_ha"], row["industrial_share"]
        table.add_row(
            RichText(one_line(row["name"].of(lang))),
            *(UNKNOWN if figure is None else f"{figure:,.4f}" for figure in figures),
            UNKNOWN if usable is None else f"{usable:,.2f}",
            UNKNOWN if share is None else f"{share:.1%}",
        )
    return table


def _changes(result: Result, lang: Lang) -> Table:
    moves = matrix(result)
    before, after = ({each.key: each for each in side} for side in (moves.before, moves.after))
    table = _empty(
        [Text("之前", "before"), Text("", ""), Text("之后", "after"), Text("", ""), Text("公顷", "ha")], lang, texts=4
    )
    changed = sorted(((m2, pair) for pair, m2 in moves.m2.items() if pair[0] != pair[1]), reverse=True)
    for m2, (one, other) in changed[:LARGEST]:
        table.add_row(*_named(before[one], lang), *_named(after[other], lang), _ha(m2))
    table.add_section()
    kept = sum(m2 for pair, m2 in moves.m2.items() if pair[0] == pair[1])
    rest = sum(m2 for m2, _ in changed[LARGEST:])
    say = _sayer(lang)
    if rest:
        table.add_row("", say("其余变化", "other changes"), "", "", _ha(rest))
    table.add_row("", say("未变", "unchanged"), "", "", _ha(kept))
    table.add_row("", say("合计", "total"), "", "", _ha(sum(moves.m2.values())))
    return table


def _empty(headings: list[Text], lang: Lang, texts: int = 2) -> Table:
    table = Table(caption_justify="left")
    for number, heading in enumerate(headings):
        is_text = number < texts
        justify: Any = "left" if is_text else "right"
        width = NAME_WIDTH if is_text and number == texts - 1 else None
        table.add_column(
            RichText(one_line(heading.of(lang))),
            justify=justify,
            overflow="fold",
            min_width=width,
            max_width=None if is_text else FIGURE_WIDTH,
        )
    return table


def _named(land: Land, lang: Lang) -> tuple[str, RichText]:
    return land.code or UNKNOWN, RichText(one_line(land.name.of(lang)))


def _ha(m2: float | None) -> str:
    return UNKNOWN if m2 is None else f"{m2 / M2_PER_HA + 0.0:,.4f}"
