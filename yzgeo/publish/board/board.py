"""What all blocks of one sheet are drawn from, and what they share."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from yzgeo.checks.finding import Outcome
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.palette import print_colours
from yzgeo.core.units import english
from yzgeo.plan.model import Plan
from yzgeo.publish.board.lettering import width
from yzgeo.publish.board.names import sheet_names
from yzgeo.publish.board.svg import HAIR, INK, INVENTED, PT, TEXT2, circle, element, line, path, rect, text
from yzgeo.publish.page.zone_names import ZoneName
from yzgeo.stats import recovery

APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
LEFT, LEFT_WIDTH = 12.0, 242.0
RIGHT, RIGHT_WIDTH = 262.0, 146.0
RIGHT_EDGE = RIGHT + RIGHT_WIDTH
UNKNOWN = "—"
MONEY_UNIT = Text("亿元", english("亿元").after)
MONEY_SCALE = float(english("亿元").scale)


class Block(NamedTuple):
    """A block of the right column: its height, and what draws it from a top edge on."""

    height: float
    draw: Callable[[float], str]


class TitleBlock(NamedTuple):
    """The fields of the title block in their order: 图号, 审图号, 编制单位, 制图日期; an empty one is room to fill in."""

    sheet_number: str = ""
    review_number: str = ""
    drawn_by: str = ""
    date: str = ""


BLANK = TitleBlock()


@dataclass(frozen=True)
class Board:
    """A plan with what was computed of it, in one language.

    - `scale`: 1 on A3, 2 on A1: by how much the sheet is larger than its coordinates
    - `title_block`: what is stated there
    """

    plan: Plan
    outcome: Outcome
    statistics: dict[str, Any]
    lang: Lang
    scale: int = 1
    title_block: TitleBlock = BLANK

    def say(self, words: Text) -> str:
        """A text in the sheet's language; an apostrophe in a word is straight, or a Chinese face takes it for a quote."""
        return APOSTROPHE.sub("'", words.of(self.lang))

    @property
    def land(self) -> dict[str, Any]:
        """The statistic of recovered land."""
        return dict(self.statistics["land_recovery"])

    @property
    def has_ledger(self) -> bool:
        """Whether there are figures of a ledger."""
        return self.land["recovered_mu"] is not None

    @property
    def is_invented(self) -> bool:
        """Whether those figures are made up."""
        return self.has_ledger and recovery.is_invented(self.plan)

    @functools.cached_property
    def colours(self) -> dict[str, str]:
        """The colour of each zone, by kind."""
        return print_colours(self.plan.zones["zone_id"], self.plan.zones["kind"])

    @property
    def names(self) -> dict[str, ZoneName]:
        """The names of zones as they fit a map, no two alike where a zone around them tells them apart."""
        return sheet_names(self.plan)

    def money(self, value: float | None) -> str:
        """A sum of money without its unit: 亿元, in English CNY m."""
        if value is None:
            return UNKNOWN
        return f"{value:,.2f}" if self.lang == "zh" else f"{value * MONEY_SCALE:,.0f}"

    def mark(self, x: float, base: float, size: float = 7.0, *, short: bool = False) -> tuple[str, float]:
        """The box that marks a figure of an invented ledger, and its width; nothing where the ledger is real.

        In a column the English words are `short`: they are marked whole in the heading.
        """
        if not self.is_invented:
            return "", 0.0
        words = self.say(recovery.INVENTED_MARK)
        words = words.partition(" ")[0] if short else words
        inner = width(words, size, bold=True)
        height = size * PT * 1.28
        top = base - size * PT * 0.98
        frame = rect(
            x, top, inner + 1.6, height, fill="none", stroke=INVENTED, stroke_width=0.25, rx=0.3, class_="invented"
        )
        return frame + text(x + 0.8, base, words, size, bold=True, fill=INVENTED), inner + 1.6


def heading(board: Board, top: float, title: str, beside: str = "", *, of_ledger: bool = False) -> str:
    """The rule and the heading of a block of the right column; the words beside it are shortened to its room."""
    from yzgeo.publish.board.lettering import shortened

    base = top + 5.4
    drawn = line(RIGHT, top, RIGHT_EDGE, top, 0.3)
    title = shortened(title, RIGHT_WIDTH - (30 if of_ledger and board.is_invented else 0), 10.5, bold=True)
    drawn += text(RIGHT, base, title, 10.5, bold=True)
    x = RIGHT + width(title, 10.5, bold=True) + 1.8
    if of_ledger:
        box, taken = board.mark(x, base - 0.15)
        drawn += box
        x += taken + 1.8 if taken else 0.0
    room = RIGHT_EDGE - x
    if beside and room > 12:
        drawn += text(x, base, shortened(beside, room, 7.6), 7.6, fill=TEXT2)
    return drawn


def hatch_patterns() -> str:
    """The patterns of what is uncertain: dense for the owner's address, pale for an unknown place."""
    patterns = ""
    for name, stroke, ground, width_mm in (("hatch", "#6C8798", "#FFFFFF", 0.42), ("pale", "#D5D6D3", "#FFFFFF", 0.5)):
        step = 1.0 if name == "hatch" else 1.7
        inside = rect(0, 0, step, step, fill=ground) + line(
            0, 0, 0, step, width_mm * 2 if name == "pale" else width_mm * 1.6, stroke
        )
        patterns += element(
            "pattern",
            inside,
            id=name,
            width=step,
            height=step,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )
    return patterns


__all__ = [
    "HAIR", "INK", "LEFT", "LEFT_WIDTH", "RIGHT", "RIGHT_EDGE", "RIGHT_WIDTH", "UNKNOWN", "Block", "Board",
    "TitleBlock", "circle", "hatch_patterns", "heading", "path",
]  # fmt: skip
