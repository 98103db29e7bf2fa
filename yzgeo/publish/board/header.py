"""The head of the sheet: the plan, a headline chosen by rule, and four figures."""

from __future__ import annotations

from typing import NamedTuple

from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text, counted, plain
from yzgeo.core.units import invested
from yzgeo.plan.areas import areas_by_kind, sum_in_words
from yzgeo.publish.board.board import LEFT, LEFT_WIDTH, MONEY_UNIT, RIGHT, UNKNOWN, Board
from yzgeo.publish.board.lettering import shortened, width, wrap
from yzgeo.publish.board.rows import Table
from yzgeo.publish.board.svg import DONE, HAIR, INK, INVENTED, TEXT2, element, line, text

SHEET = Text("空间布局与实施一览图", "Layout and progress at a glance")
WARNING = Text("带此标记的数字出自虚构台账，不得引用", "figures with this mark are made up: not to be quoted")
HEADLINE, HEADLINE_LINE = 25.5, 11.2
HEADLINE_EN = 21.0
"""An English headline has twice the letters: a smaller size of the same face keeps its two lines whole."""
STRONG = "；;"
"""Where a headline is cut rather than at a comma."""
MOST_NOTES = 3
CLAUSE_ENDS = "，,；;"
COLUMNS = (40.0, 34.5, 37.0, 34.5)


class Figure(NamedTuple):
    """A figure of the head: a number with what it counts, and two lines on it."""

    number: str
    unit: str
    title: Text
    notes: tuple[Text, ...]
    of_ledger: bool = False


def headline(board: Board) -> Text:
    """What matters most, by rule: progress and pace where a ledger proves them, else what the plan says.

    - a ledger and a target: what is done, the share of the target, the pace, what is lacking
    - a ledger without a target: what is done
    - no ledger: the projects, their money, how many of them have no known place, and that progress is unknown
    - no projects: the zones and their area, else what the rules found
    """
    land, plan = board.land, board.plan
    done, goal, due = land["recovered_mu"], land["target_mu"], land["expected_mu"]
    if done is not None and goal is not None:
        year = (land["target_on"] or "")[:4]  # a target may have no year
        when = Text(f" {year} 目标" if year else "目标", f"the target for {year}" if year else "the target")
        first = Text(
            f"低效用地已盘活 {done:,.0f} 亩，达{when.zh}的 {done / goal:.0%}，",
            f"{done:,.0f} mu of land recovered, {done / goal:.0%} of {when.en}; ",
        )
        if done >= goal:
            second = Text(f"目标 {goal:,.0f} 亩已达到", f"the target of {goal:,.0f} mu is reached")
        elif land["pace"] == "missed":
            second = Text(f"已到期，尚缺 {goal - done:,.0f} 亩", f"it is due and {goal - done:,.0f} mu are lacking")
        elif due is None:
            second = Text(f"尚缺 {goal - done:,.0f} 亩", f"{goal - done:,.0f} mu are lacking")
        else:
            less = Text("少", "behind") if done < due else Text("多", "ahead of")
            second = Text(
                f"比匀速进度{less.zh} {abs(due - done):,.0f} 亩，尚缺 {goal - done:,.0f} 亩",
                f"{abs(due - done):,.0f} mu {less.en} an even pace, {goal - done:,.0f} mu lacking",
            )
        return Text(first.zh + second.zh, first.en + second.en)
    if done is not None:
        return Text(
            f"低效用地已盘活 {done:,.0f} 亩，规划未载目标",
            f"{done:,.0f} mu of land recovered; the plan states no target",
        )
    zh, en = [], []
    if len(plan.projects):
        money = board.statistics["projects"]["investment_100m_yuan"]
        told = NOTHING if money is None else invested(round(money, 2) or money)  # to a million
        sum_zh, sum_en = (f" {told.zh}", f" of {told.en}") if told.zh else ("", "")
        unlocated = int(plan.projects.geometry.isna().sum())
        where = (
            Text(f"，其中 {unlocated} 项位置未知", f", {unlocated} without a known place")
            if unlocated
            else Text("，位置均已知", ", all with a known place")
        )
        zh.append(f"{len(plan.projects)} 个项目{sum_zh}{where.zh}")
        en.append(f"{counted(len(plan.projects), 'project')}{sum_en}{where.en}")
    if goal is not None:
        zh.append(f"{goal:,.10g} 亩低效用地盘活进度未知")
        en.append(f"progress towards {goal:,.10g} mu of recovered land is unknown")
    if not len(plan.projects):
        zones, areas = len(plan.zones), areas_by_kind(plan)
        undrawn = int(plan.zones.geometry.isna().sum())
        kinds = Text(f"{zones} 个片区", counted(zones, "zone"))
        if areas and zones and not areas[0].missing:
            words = sum_in_words(areas[0])
            kinds = Text(
                f"{kinds.zh}，{areas[0].kind.zh} {words.zh} 平方公里",
                f"{kinds.en}, {areas[0].kind.en.lower()} {words.en} km²",
            )
        if undrawn:
            where = Text("位置均未知", "none with a known place")
            if undrawn < zones:
                where = Text(f"其中 {undrawn} 个位置未知", f"{undrawn} without a known place")
            kinds = Text(f"{kinds.zh}，{where.zh}", f"{kinds.en}, {where.en}")
        if zones:
            zh.insert(0, kinds.zh)
            en.insert(0, kinds.en)
        if len(plan.parks) and goal is None:
            zh.append(f"{len(plan.parks)} 个重点园区")
            en.append(counted(len(plan.parks), "park"))
        graver = len(board.outcome.at_least("warning"))
        if goal is None and graver:
            zh.append(f"检查发现 {graver} 条警告")
            en.append(counted(graver, "warning"))
    if not zh:
        return Text(plan.title("zh"), plan.title("en"))
    return Text("；".join(zh), "; ".join(en))


def figures(board: Board, table: Table) -> list[Figure]:
    """The four figures, of those that the plan has anything to say of."""
    plan, land, chosen = board.plan, board.land, []
    done, goal = land["recovered_mu"], land["target_mu"]
    title = Text("低效用地盘活", "Land recovered")
    if done is not None and goal:
        due = land["expected_mu"]
        pace = (
            ()
            if due is None or land["pace"] == "missed"
            else (Text(f"匀速应为 {due / goal:.1%}", f"even pace: {due / goal:.1%}"),)
        )
        chosen.append(
            Figure(
                f"{done / goal * 100:.1f}",
                "%",
                title,
                (Text(f"{done:,.2f} / {goal:,.10g} 亩", f"{done:,.2f} / {goal:,.10g} mu"), *pace),
                True,
            )
        )
    elif done is not None:
        chosen.append(
            Figure(
                f"{done:,.0f}",
                board.say(Text("亩", "mu")),
                title,
                (Text("规划未载目标", "the plan states no target"),),
                True,
            )
        )
    elif goal is not None:
        note = Text(f"目标 {goal:,.10g} 亩，进度未知", f"target {goal:,.10g} mu")
        chosen.append(Figure(UNKNOWN, "", title, (note, Text("没有地块台账", "no parcel ledger"))))
    zones, parks = len(plan.zones), len(plan.parks)
    lines = [Text(f"{zones} 个片区", counted(zones, "zone"))]
    if parks:
        lines.append(Text(f"{parks} 个重点园区", counted(parks, "park")))
    areas = areas_by_kind(plan)
    if areas:
        if areas[0].missing:
            count = areas[0].missing
            lines.append(Text(f"{count} 个片区未计入", f"{counted(count, 'zone')} not counted"))
        chosen.append(
            Figure(
                board.say(table.whole.area_text),
                "",
                Text(f"平方公里{areas[0].kind.zh}", f"km², {areas[0].kind.en.lower()}"),
                tuple(lines),
            )
        )
    elif zones:
        chosen.append(
            Figure(
                f"{zones}",
                "",
                Text("个片区", _noun(zones, "zone")),
                tuple(lines[1:]) or (Text("规划未载面积", "no areas stated"),),
            )
        )
    if len(plan.projects):
        unlocated = int(plan.projects.geometry.isna().sum())
        counts = [
            Text(
                f"{len(plan.projects)} 项，{unlocated} 项位置未知",
                f"{len(plan.projects)} projects, {unlocated} unplaced",
            )
        ]
        lists = plan.projects["list"].dropna()
        if lists.nunique() == 2:
            parts = [(labels.word(name), int((lists == name).sum())) for name in lists.unique()]
            if board.lang == "zh":
                counts.append(plain("，".join(f"{word.zh} {count}" for word, count in parts)))
            else:  # both in one line would be cut
                counts += [plain(f"{count} {word.en}") for word, count in parts]
        if table.whole.left_out and table.whole.money is not None:
            left_out = table.whole.left_out
            counts.append(Text(f"{left_out} 项未计入", f"{left_out} not counted"))
        chosen.append(
            Figure(
                board.money(table.whole.money),
                "",
                Text(f"{MONEY_UNIT.zh}计划投资", f"{MONEY_UNIT.en} planned"),
                tuple(counts),
            )
        )
        is_stated = plan.projects["new_land_mu"].notna()
        stating = int(is_stated.sum())
        lists = plan.projects.loc[is_stated, "list"]
        asked, which = len(plan.projects), Text("", "")
        if lists.nunique(dropna=False) == 1 and lists.notna().all():
            # Where one of the plan's lists alone has a column of new land, the projects of the others could state none.
            asked, which = int((plan.projects["list"] == lists.iloc[0]).sum()), labels.word(lists.iloc[0])
        if stating:
            chosen.append(
                Figure(
                    f"{table.whole.new_land:,.1f}",
                    "",
                    Text("亩新增用地（已载）", "mu of new land"),
                    (
                        Text(f"{which.zh} {asked} 项".strip(), f"stated by {stating} of {asked}"),
                        Text(f"中 {stating} 项载明", f"{which.en} projects".strip()),
                    ),
                )
            )
    graver, lighter = table.whole.warnings, table.whole.hints
    if len(chosen) < 4 and parks and not areas:
        chosen.append(Figure(f"{parks}", "", Text("个重点园区", _noun(parks, "park")), ()))
    if len(chosen) < 4:
        chosen.append(
            Figure(
                f"{graver}",
                "",
                Text("条警告", _noun(graver, "warning")),
                (Text(f"另有 {lighter} 条提示", counted(lighter, "hint")), *_unchecked(board)),
            )
        )
    industries = plan.zone_industries["industry_id"].nunique()
    more = [
        (len(plan.targets), Text("项目标", _noun(len(plan.targets), "target"))),
        (industries, Text("类产业列入片区", "industries of zones" if industries != 1 else "industry of zones")),
        (int(plan.zones.geometry.notna().sum()), Text("个片区已定位", "zones with a known place")),
    ]
    chosen += [Figure(f"{count}", "", title, ()) for count, title in more if count]
    return chosen[:4]


def _unchecked(board: Board) -> list[Text]:
    """How many rules could not look, which a count of findings does not tell; nothing where all did."""
    count = sum(state.status == "not_checked" for state in board.outcome.rules)
    return [Text(f"{count} 条规则无从检查", f"{counted(count, 'rule')} not checked")] if count else []


def _noun(count: int, noun: str) -> str:
    """A noun under its figure."""
    return noun if count == 1 else f"{noun}s"


def draw(board: Board, table: Table) -> str:
    """The head, from 9.5 to 40 mm."""
    title = shortened(board.plan.title(board.lang), 110 if board.is_invented else 170, 9.5)
    drawn = text(LEFT, 12.6, title, 9.5, fill=TEXT2)
    x = LEFT + width(title, 9.5) + 3.0
    drawn += text(x, 12.6, board.say(SHEET), 9.5, bold=True)
    x += width(board.say(SHEET), 9.5, bold=True) + 3.5
    box, taken = board.mark(x, 12.4)
    if taken:
        words = shortened(board.say(WARNING), LEFT + LEFT_WIDTH - x - taken - 1.6, 7.6)
        drawn += box + text(x + taken + 1.6, 12.5, words, 7.6, fill=INVENTED)
    return drawn + element("g", _headline(board), class_="headline") + _figures(board, figures(board, table))


def _headline(board: Board) -> str:
    size = HEADLINE if board.lang == "zh" else HEADLINE_EN
    words = board.say(headline(board))
    lines = wrap(words, LEFT_WIDTH, size, 2, bold=True, serif=True)
    whole = balanced(words, size)
    lines = whole or lines
    drawn, base = "", 24.0
    for number, part in enumerate(lines):
        drawn += text(LEFT, base + number * HEADLINE_LINE, part, size, bold=True, serif=True)
    if board.has_ledger:
        x = LEFT + width(lines[-1], size, serif=True) + 3.5
        base += (len(lines) - 1) * HEADLINE_LINE
        day = board.land["as_of"]
        note = board.say(Text(f"台账截至 {day}", f"ledger of {day}")) if day else ""
        if x + width(note, 8.5) + 32 > LEFT + LEFT_WIDTH:
            x, base = LEFT, base + 4.6
        drawn += text(x, base, note, 8.5, fill=TEXT2) if note else ""
        drawn += board.mark(x + (width(note, 8.5) + 1.6 if note else 0.0), base - 0.1)[0]
    return drawn


def balanced(words: str, size: float) -> list[str]:
    """A headline of two lines cut where a clause ends, the nearest to its middle; empty where no such cut fits."""
    room = LEFT_WIDTH
    if width(words, size, serif=True) <= room * 0.62:
        return [words]
    cuts = [
        place + 1
        for place, character in enumerate(words[:-1])
        if character in CLAUSE_ENDS and not (character == "," and words[place + 1].isdigit())
    ]
    fitting = [
        cut
        for cut in cuts
        if width(words[:cut].strip(), size, serif=True) <= room and width(words[cut:].strip(), size, serif=True) <= room
    ]
    if not fitting:
        return [words] if width(words, size, serif=True) <= room else []
    whole = width(words, size, serif=True)
    best = min(
        fitting,
        key=lambda cut: abs(2 * width(words[:cut], size, serif=True) / whole - 1) - 0.5 * (words[cut - 1] in STRONG),
    )
    return [words[:best].strip(), words[best:].strip()]


def _figures(board: Board, chosen: list[Figure]) -> str:
    whole, x = "", RIGHT
    for number, figure in enumerate(chosen):
        drawn = ""
        room = COLUMNS[number] - 3.0
        if number:
            drawn += line(x - 2.6, 11.0, x - 2.6, 38.0, 0.25, HAIR)
        size = 32.0 if number == 0 and len(figure.number) <= 5 else 20.0
        while width(figure.number, size, bold=True) > room:
            size -= 1.0
        colour = TEXT2 if figure.number == UNKNOWN else DONE if number == 0 else INK
        drawn += text(x, 20.9 if size > 20 else 19.6, figure.number, size, bold=True, fill=colour)
        if figure.unit:
            drawn += text(
                x + width(figure.number, size, bold=True) + 0.8,
                20.9 if size > 20 else 19.6,
                figure.unit,
                10.5,
                fill=colour,
            )
        title = shortened(board.say(figure.title), room, 9.0, bold=True)
        drawn += text(x, 25.4, title, 9.0, bold=True)
        if figure.of_ledger:
            beside = x + width(title, 9.0, bold=True) + 1.2
            _, taken = board.mark(0, 0)
            drawn += board.mark(beside, 25.2)[0] if beside + taken <= x + room + 2.4 else board.mark(x, 37.0)[0]
        for place, note in enumerate(figure.notes[:MOST_NOTES]):
            drawn += text(x, 29.4 + place * 3.6, shortened(board.say(note), room, 7.6), 7.6, fill=TEXT2)
        x += COLUMNS[number]
        whole += element("g", drawn, class_="figure")
    return whole
