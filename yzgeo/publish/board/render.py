"""The sheet as one page of HTML with a drawing inside: no script, no request, the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
from typing import Literal

from yzgeo.core.i18n import Lang
from yzgeo.core.visible_text import one_line
from yzgeo.core.xml_text import escaped
from yzgeo.plan.particulars import SHEET_TEXTS
from yzgeo.publish.board import header, imprint, industries, map, problems, progress, targets, undrawn, zone_table
from yzgeo.publish.board.board import Block, Board, TitleBlock, hatch_patterns
from yzgeo.publish.board.rows import Table, row_height, table_of
from yzgeo.publish.board.svg import INK, element, rect
from yzgeo.publish.context import BuildContext

Size = Literal["A3", "A1"]
SIZES: dict[Size, int] = {"A3": 1, "A1": 2}
"""How many times as large as A3."""
PAPER = {1: (420.0, 297.0), 2: (841.0, 594.0)}
WIDTH, HEIGHT = 420.0, 297.0
RIGHT_TOP, RIGHT_BOTTOM = 44.4, 273.0
MOST_PROBLEMS, FEW_PROBLEMS, MANY_ROWS = 5, 3, 14
LEAST_GAP, EVEN_GAP, MOST_GAP = 1.5, 4.0, 9.0
SANS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif'
SERIF = '"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif'
STYLE = """\
@page{{size:{width}mm {height}mm;margin:0}}
html,body{{margin:0;padding:0;background:#fff}}
svg{{display:block;fill:{ink};width:{width}mm;height:{height}mm;max-height:{height}mm}}
{lettering}@media print{{body{{print-color-adjust:exact;-webkit-print-color-adjust:exact;overflow:hidden;height:{less}mm}}}}
@media screen{{svg{{max-width:100vw;height:auto;margin:0 auto}}}}
"""
LETTERING = """\
{of} text{{font-family:{sans};white-space:pre;font-variant-numeric:tabular-nums;text-autospace:no-autospace;text-spacing-trim:space-all}}
{of} .b{{font-weight:700}}
{of} .s{{font-family:{serif}}}
"""
POLICY = "default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"


def render(context: BuildContext, size: Size = "A3", title_block: TitleBlock | None = None) -> str:
    """The sheet of a plan as the text of a page.

    Parameters
    ----------
    context
        A plan with what was computed of it; its language is the sheet's.
    size
        A1 is A3 with all lengths and type doubled, so the map has half the denominator.
    title_block
        What stands there; what is empty is taken from the particulars of the plan folder, else left to be filled in.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> page = render(build_context(load("liupanshui"), "en"))
    >>> print(page.count("<svg"), "<script" in page)
    1 False
    """
    board = Board(
        context.plan, context.outcome, context.statistics, context.lang, SIZES[size], _title_block(context, title_block)
    )
    return _page(board, drawing(board))


def drawing_of(context: BuildContext, lang: Lang) -> str:
    """The sheet on A3 in a language as an `svg` element, for a page that carries it beside other things.

    Such a page needs the style `lettering` gives.
    """
    return drawing(Board(context.plan, context.outcome, context.statistics, lang, 1, _title_block(context, None)))


def lettering(of: str) -> str:
    """The style of the type in a sheet that a selector names."""
    return LETTERING.format(of=of, sans=SANS, serif=SERIF)


def _title_block(context: BuildContext, given: TitleBlock | None) -> TitleBlock:
    given = given or TitleBlock()
    particulars = context.plan.particulars
    return given._replace(**{name: getattr(given, name) or particulars.get(name) or "" for name in SHEET_TEXTS})


def drawing(board: Board) -> str:
    """The sheet as an `svg` element, in millimetres of A3."""
    return element(
        "svg",
        _contents(board),
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_label=one_line(board.plan.title(board.lang)),
    )


def _contents(board: Board) -> str:
    table = table_of(board)
    many = len(table.rows) > MANY_ROWS
    most = FEW_PROBLEMS if many else MOST_PROBLEMS
    first = problems.problems(board, MOST_PROBLEMS)
    blocks, count = _right_column(board, table, first, most)
    return "".join(
        [
            element("defs", hatch_patterns()),
            rect(0, 0, WIDTH, HEIGHT, fill="#FFFFFF"),
            header.draw(board, table),
            element("g", map.draw(board, first[:count]), class_="map-and-legend"),
            _stacked(blocks),
            element("g", imprint.draw(board), class_="imprint"),
        ]
    )


def _right_column(board: Board, table: Table, first: list[problems.Problem], most: int) -> tuple[list[Block], int]:
    """The blocks that fit the right column: where they do not, first findings are left out, then the industries."""
    room = RIGHT_BOTTOM - RIGHT_TOP
    matrix = industries.block(board, table)
    always = [progress.block(board), zone_table.block(board, table)]
    ways: list[tuple[Block | None, int]] = (
        [(matrix, count) for count in range(most, FEW_PROBLEMS - 1, -1)] if matrix is not None else []
    )
    ways += [(None, count) for count in range(MOST_PROBLEMS, -1, -1)]
    for industry_block, count in ways:
        for size in (problems.DETAIL_SIZE, problems.SMALL_DETAIL_SIZE):
            blocks = [*always, industry_block, problems.block(board, first[:count], size)]
            kept = [block for block in blocks if block is not None]
            taken = sum(block.height for block in kept)
            if count == 0 or taken + LEAST_GAP * (len(kept) - 1) <= room:
                return _filled(board, table, blocks, room), count
    return [], 0


def _filled(board: Board, table: Table, blocks: list[Block | None], room: float) -> list[Block]:
    """The blocks with targets and with what the map lacks where there is room, and rows of zones that fill the column."""
    kept = [block for block in blocks if block is not None]
    spare = room - sum(block.height for block in kept) - LEAST_GAP * len(kept)
    goals = targets.block(board, spare)
    lost = undrawn.block(board, spare - (0.0 if goals is None else goals.height + LEAST_GAP) - EVEN_GAP)
    kept = [block for block in (*blocks[:-1], goals, blocks[-1], lost) if block is not None]
    spare = room - sum(block.height for block in kept) - EVEN_GAP * (len(kept) - 1)
    zones = blocks[1]
    if zones is None or spare <= 0:
        return kept
    wanted = row_height(len(table.rows))[0] + spare / len(table.rows)
    higher = zone_table.block(board, table, wanted / row_height(len(table.rows))[0])
    return [higher if block is zones and higher is not None else block for block in kept]


def _stacked(blocks: list[Block]) -> str:
    """The blocks of the right column, spread evenly."""
    spare = RIGHT_BOTTOM - RIGHT_TOP - sum(block.height for block in blocks)
    gap = min(spare / max(len(blocks) - 1, 1), MOST_GAP)
    drawn, y = "", RIGHT_TOP
    for block in blocks:
        drawn += element("g", block.draw(y), class_="block")
        y += block.height + gap
    return drawn


def _page(board: Board, drawn: str) -> str:
    """The page around the drawing."""
    lang: Lang = board.lang
    width, height = PAPER[board.scale]
    style = STYLE.format(
        width=f"{width:g}", height=f"{height:g}", less=f"{height - 0.5:g}", lettering=lettering("svg"), ink=INK
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = escaped(one_line(f"{board.plan.title(lang)} · {board.say(header.SHEET)}"))
    policy = escaped(POLICY.format(style=f"sha256-{digest}"))
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n'
        f"<body>\n{drawn}\n</body>\n</html>\n"
    )
