"""What the cover says: whose plan it is, what matters most in three figures, what its map is made of."""

from __future__ import annotations

from typing import NamedTuple

from yzgeo.core.i18n import Text, counted
from yzgeo.core.units import invested
from yzgeo.plan import attribution
from yzgeo.plan.areas import schematic_basis
from yzgeo.plan.model import Plan
from yzgeo.publish.board import header
from yzgeo.publish.board.board import MONEY_UNIT, Board
from yzgeo.publish.board.header import Figure
from yzgeo.publish.board.rows import Table

MOST_FIGURES = 3
FIELDS = (
    (Text("图号", "Sheet no."), "sheet_number"),
    (Text("编制单位", "Drawn by"), "drawn_by"),
    (Text("审图号", "Map approval no."), "review_number"),
    (Text("制图日期", "Date"), ""),
)
"""Fields of the title block and where `datapackage.json` states them; those that nobody stated are room to fill in."""


class Cover(NamedTuple):
    """The parts of the cover in one language; `findings` says how many warnings and hints there are."""

    subtitle: Text
    figures: list[Figure]
    warnings: int
    hints: int
    fields: list[tuple[Text, str]]


def cover(board: Board, table: Table) -> Cover:
    """The cover of a plan's report.

    The first figure is that which the sheet shows first, the second the money where there are projects.
    """
    plan = board.plan
    progress = bool(board.has_ledger or board.land["target_mu"] is not None)
    subtitle = Text(
        "空间布局、实施进度与文本检查报告" if progress else "空间布局与文本检查报告",
        "Report on layout, progress and wording" if progress else "Report on layout and wording",
    )
    graver, lighter = table.whole.warnings, table.whole.hints
    of_plan = [one for one in figures(board, table) if "条警告" not in one.title.zh]
    of_money = [one for one in of_plan[1:] if MONEY_UNIT.zh in one.title.zh]
    chosen = [*of_plan[:1], *of_money, *(one for one in of_plan[1:] if one not in of_money)][: MOST_FIGURES - 1]
    fields = [(name, str(plan.particulars.get(key) or "") if key else "") for name, key in FIELDS]
    return Cover(subtitle, chosen, graver, lighter, fields)


def figures(board: Board, table: Table) -> list[Figure]:
    """The figures of the sheet's head; in English their sum of money has the unit that a sentence would give it."""
    money = table.whole.money
    if board.lang == "zh" or money is None:
        return header.figures(board, table)
    currency, number, *letters = invested(money).en.split()
    unit = " ".join([currency, *letters])
    return [
        one._replace(number=number, title=Text(one.title.zh, f"{unit} planned"))
        if MONEY_UNIT.zh in one.title.zh
        else one
        for one in header.figures(board, table)
    ]


def figure_words(warnings: int, hints: int) -> tuple[Text, Text]:
    """What stands beside and below the number of warnings.

    >>> print(figure_words(1, 2)[0].en, "|", figure_words(1, 0)[1].zh)
    warning | 没有提示
    """
    beside = Text("条警告", "warning" if warnings == 1 else "warnings")
    more = Text(f"另有 {hints} 条提示", f"and {counted(hints, 'hint')}") if hints else Text("没有提示", "no hints")
    return beside, more


def map_note(plan: Plan, denominator: float | None) -> Text:
    """What the map of the cover is: its scale, what of it is schematic, and whose data it shows."""
    zh, en = [], []
    if denominator is not None:
        zh.append(f"封面图 1 : {denominator:,.0f}")
        en.append(f"Map of the cover 1 : {denominator:,.0f}")
        basis = schematic_basis(plan.zones)
        if basis.zh:
            zh.append(f"片区为示意（{basis.zh}），边缘渐淡表示位置不确定")
            en.append(f"zones are schematic ({basis.en}), soft edges show how uncertain they are")
        if plan.ground and plan.ground_sources["schematic"].astype("bool").any():
            zh.append("河流、湖库为概形")
            en.append("rivers and lakes are simplified")
    parts = [Text("，".join(zh), ", ".join(en))] if zh else []
    if len(plan.district):
        boundary = attribution.boundary(plan)
        parts.append(Text(f"区界 {boundary.zh}", f"district: {boundary.en}"))
    parts = list(dict.fromkeys([*parts, *attribution.attributions(plan)]))
    end = Text("。", ".") if parts else Text("", "")
    return Text("；".join(part.zh for part in parts) + end.zh, "; ".join(part.en for part in parts) + end.en)
