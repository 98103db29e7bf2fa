"""The foot of the sheet: sources, what the map does not prove, and the title block."""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.plan import attribution
from yzgeo.plan.areas import schematic_basis
from yzgeo.plan.public_edition import MARK
from yzgeo.publish.board.board import LEFT, LEFT_WIDTH, RIGHT, RIGHT_WIDTH, Board
from yzgeo.publish.board.lettering import wrap
from yzgeo.publish.board.svg import HAIR, INK, TEXT2, line, rect, text

TOP, HIGH = 276.6, 12.4
LINE = 3.3
VALUE = 8.0
FIELDS = (
    Text("图号", "Sheet no."),
    Text("审图号", "Map approval no."),
    Text("编制单位", "Drawn by"),
    Text("制图日期", "Date"),
)
SHARES = (0.21, 0.36, 0.25, 0.18)


def draw(board: Board) -> str:
    """The foot, from 276.5 to 289 mm; a field of the title block that nobody stated is left to be filled in."""
    drawn = line(LEFT, TOP, LEFT + LEFT_WIDTH, TOP, 0.25)
    lines = wrap(board.say(sources(board)), LEFT_WIDTH, 7.0, 2)
    lines += wrap(board.say(limits(board)), LEFT_WIDTH, 7.0, 4 - len(lines))
    for number, words in enumerate(lines[:4]):
        drawn += text(LEFT, TOP + 3.3 + number * LINE, words, 7.0, fill=TEXT2)
    drawn += rect(RIGHT, TOP, RIGHT_WIDTH, HIGH, fill="none", stroke=INK, stroke_width=0.3)
    x = RIGHT
    for field, share, value in zip(FIELDS, SHARES, board.title_block, strict=True):
        if x > RIGHT:
            drawn += line(x, TOP, x, TOP + HIGH, 0.2, HAIR)
        drawn += text(x + 1.6, TOP + 3.6, board.say(field), 7.2, fill=TEXT2)
        for number, words in enumerate(wrap(value, RIGHT_WIDTH * share - 3.0, VALUE, 2)):
            drawn += text(x + 1.6, TOP + 7.6 + number * LINE, words, VALUE)
        x += RIGHT_WIDTH * share
    return drawn


def sources(board: Board) -> Text:
    """Whose data the sheet shows."""
    plan = board.plan
    issuer = "，".join(filter(None, [plan.authority.zh, plan.particulars.get("issued")]))
    issuer_en = ", ".join(filter(None, [plan.authority.en, plan.particulars.get("issued")]))
    zh = f"资料：《{plan.title('zh')}》" + (f"（{issuer}）" if issuer else "")
    en = f"Sources: {plan.title('en')}" + (f" ({issuer_en})" if issuer_en else "")
    parts = [Text(zh, en)]
    if len(plan.district):
        boundary = attribution.boundary(plan)
        parts.append(Text(f"区界 {boundary.zh}", f"district: {boundary.en}"))
    parts += attribution.attributions(plan)
    parts = list(dict.fromkeys(parts))
    return Text("；".join(part.zh for part in parts) + "。", "; ".join(part.en for part in parts) + ".")


def limits(board: Board) -> Text:
    """What the map must not be taken for."""
    plan = board.plan
    zh, en = [], []
    if plan.edition == "public":
        zh.append(MARK.zh)
        en.append(MARK.en)
    basis = schematic_basis(plan.zones)
    if basis.zh:
        zh.append(f"片区范围{basis.zh}，为示意，非法定界线，不作量算与审批依据")
        en.append(f"Outlines of zones are schematic ({basis.en}): no legal borders, not for measuring or permits")
    if plan.ground and plan.ground_sources["schematic"].astype("bool").any():
        zh.append("底图中河流、湖库为示意")
        en.append("rivers and lakes of the ground are schematic")
    if not plan.ground:
        zh.append("无底图资料")
        en.append("there are no data of the ground")
    return Text("；".join(zh) + "。", "; ".join(en) + ".")
