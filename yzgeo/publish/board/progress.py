"""Recovered land against its target, on one axis: done by year, under way, the target, and an even pace."""

from __future__ import annotations

import math
import re
from typing import Any

from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.publish.board.board import RIGHT, RIGHT_EDGE, RIGHT_WIDTH, Block, Board, heading
from yzgeo.publish.board.lettering import width, wrap
from yzgeo.publish.board.svg import DONE, HAIR, INK, LAG, PT, TEXT2, line, path, rect, text
from yzgeo.stats import recovery

HEIGHT, NOTE_LINE = 30.6, 3.4
BAR_TOP, BAR_HIGH = 15.2, 5.6
STEPS = (1, 2, 2.5, 5)
MOST_TICKS = 7
SENTENCE_END = re.compile("[。；;！？\n]")
CLAUSE_END = re.compile("[，,、]")
PLACES = re.compile("[、；]")
BEYOND = 1.04
"""How much longer the axis is than what is on it."""


def block(board: Board) -> Block | None:
    """The progress; None for a plan with neither a target nor a ledger."""
    land = board.land
    if land["target_mu"] is None and not board.has_ledger:
        return None
    notes = wrap(_note(board, land), RIGHT_WIDTH, 7.2, 2)
    return Block(HEIGHT + NOTE_LINE * (len(notes) - 1), lambda top: _draw(board, land, notes, top))


def verdict(board: Board) -> Text:
    """The state of the target in a few words.

    It is told only as far as the ledger proves it.
    """
    land = board.land
    done, due, goal = land["recovered_mu"], land["expected_mu"], land["target_mu"]
    if done is None:
        return Text("盘活进度：未知，不等于零", "Recovered land: unknown, which is not zero")
    if goal is None:
        return Text(f"已盘活 {done:,.0f} 亩，规划未载目标", f"{done:,.0f} mu recovered; the plan states no target")
    if done >= goal:
        return Text("盘活目标已达到", "The target of recovered land is reached")
    if due is None:
        return Text(f"盘活进度 {done / goal:.1%}", f"Recovered land: {done / goal:.1%} of the target")
    if land["pace"] == "missed":
        return Text(f"盘活目标已到期，差 {goal - done:,.0f} 亩", f"The target is due and lacks {goal - done:,.0f} mu")
    gap = abs(done - due)
    if done < due:
        return Text(f"盘活进度落后匀速 {gap:,.0f} 亩", f"Recovered land is {gap:,.0f} mu behind an even pace")
    return Text(f"盘活进度快于匀速 {gap:,.0f} 亩", f"Recovered land is {gap:,.0f} mu ahead of an even pace")


def _draw(board: Board, land: dict[str, Any], notes: list[str], top: float) -> str:
    say = board.say
    goal, done = land["target_mu"], land["recovered_mu"]
    under_way = land["under_way_mu"] or 0.0
    most = max(goal or 0.0, (done or 0.0) + under_way, land["expected_mu"] or 0.0, 1.0) * BEYOND
    scale = (RIGHT_WIDTH - 3.0) / most
    drawn = heading(board, top, say(verdict(board)), _clause_words(board, land), of_ledger=True)
    y = top + BAR_TOP
    drawn += rect(RIGHT, y - 1.0, RIGHT_WIDTH, BAR_HIGH + 2.0, fill="#EFEFEC")
    above: list[tuple[float, str, str, str]] = []  # x, anchor, words, colour
    if done is None:
        drawn += rect(RIGHT, y, (goal or 0.0) * scale, BAR_HIGH, fill="url(#pale)", stroke=HAIR, stroke_width=0.2)
        words = say(Text("进度未知：", "Unknown: ")) + say(recovery.no_ledger(board.plan))
        wide = width(words, 8, bold=True) + 2
        middle = RIGHT + (goal or 0.0) * scale / 2
        drawn += rect(middle - wide / 2, y + 0.8, wide, BAR_HIGH - 1.6, fill="#FFFFFF")
        drawn += text(middle, y + BAR_HIGH / 2 + 8 * PT * 0.36, words, 8, bold=True, anchor="middle")
        named = land["identified_in_plan_mu"]
        if named is not None:
            drawn += rect(RIGHT, y, named * scale, BAR_HIGH, fill="#FFFFFF", stroke=DONE, stroke_width=0.35)
            count = len(land["identified_in_plan"])
            words = say(
                Text(
                    f"规划自载、可对应到项目的 {named:,.0f} 亩（{count} 项）",
                    f"the plan itself names {named:,.0f} mu ({count} projects)",
                )
            )
            above.append((RIGHT, "start", words, DONE))
    else:
        drawn += _years(board, land, y, scale)
        x = RIGHT + done * scale
        if under_way:
            drawn += rect(x, y, under_way * scale, BAR_HIGH, fill="url(#hatch)", stroke="#6C8798", stroke_width=0.2)
            words = say(Text(f"进行中 {under_way:,.0f}", f"under way {under_way:,.0f}"))
            wide = width(words, 7.6) + 1.6
            free = RIGHT + max((done or 0.0), goal or 0.0) * scale + 1.0 if (goal or 0.0) > done else x
            left = (
                free + (x + under_way * scale - free - wide) / 2 if x + under_way * scale - free > wide + 1 else x + 0.8
            )
            if left + wide < min(x + under_way * scale, RIGHT_EDGE) and not (
                goal and left < RIGHT + goal * scale < left + wide
            ):
                drawn += rect(left, y + 1.0, wide, BAR_HIGH - 2.0, fill="#FFFFFF")
                drawn += text(left + wide / 2, y + BAR_HIGH / 2 + 7.6 * PT * 0.36, words, 7.6, anchor="middle")
        day = land["as_of"]
        words = say(
            Text(
                f"已盘活 {done:,.2f} 亩" + (f"（至 {day}）" if day else ""),
                f"{done:,.2f} mu recovered" + (f" (to {day})" if day else ""),
            )
        )
        above.append((RIGHT, "start", words, DONE))
    due = land["expected_mu"] if done is not None else None
    if due is not None and goal is not None and due < goal and done < goal:
        x = RIGHT + due * scale
        colour = LAG if done < due else TEXT2
        drawn += line(x, y - 1.6, x, y + BAR_HIGH + 0.8, 0.4, colour)
        drawn += path([[(x - 0.9, y - 2.6), (x + 0.9, y - 2.6), (x, y - 1.2)]], True, fill=colour)
        above.append((x - 1.2, "end", say(Text(f"同日匀速应达 {due:,.0f}", f"even pace {due:,.0f}")), colour))
    if goal is not None:
        x = RIGHT + goal * scale
        drawn += line(x, y - 2.2, x, y + BAR_HIGH + 1.4, 0.6)
        year = (land["target_on"] or str(_target_year(board)))[:4] if board.has_ledger else str(_target_year(board))
        words = say(Text(f"{year} 目标 {goal:,.0f} 亩", f"target {year}: {goal:,.0f} mu"))
        fits = x + 1.2 + width(words, 7.6, bold=True) <= RIGHT_EDGE
        above.append((x + 1.2 if fits else x - 1.2, "start" if fits else "end", words, INK))
    drawn += _above(above, y - 2.6)
    step = _step(most)
    for count in range(int(most / step) + 1):
        x = RIGHT + count * step * scale
        drawn += line(x, y + BAR_HIGH + 1.0, x, y + BAR_HIGH + 1.9, 0.2)
        words = say(Text("0 亩", "0 mu")) if count == 0 else f"{count * step:,.10g}"
        drawn += text(x, y + BAR_HIGH + 5.0, words, 7.2, fill=TEXT2, anchor="start" if count == 0 else "middle")
    for number, words in enumerate(notes):
        drawn += text(RIGHT, y + BAR_HIGH + 8.6 + number * NOTE_LINE, words, 7.2, fill=TEXT2)
    return drawn


def _above(labels: list[tuple[float, str, str, str]], base: float) -> str:
    """The words above the bar, in one line where they do not meet, else in two."""
    drawn, taken = "", [[], []]  # type: tuple[str, list[list[tuple[float, float]]]]
    for x, anchor, words, colour in labels:
        wide = width(words, 7.6, bold=True)
        left = x if anchor == "start" else x - wide
        left = max(left, RIGHT)
        row = next(
            (row for row in (0, 1) if all(left > end + 1.5 or left + wide < start - 1.5 for start, end in taken[row])),
            None,
        )
        if row is None:
            continue
        taken[row].append((left, left + wide))
        drawn += text(left, base - row * 3.3, words, 7.6, bold=True, fill=colour)
    return drawn


def _years(board: Board, land: dict[str, Any], y: float, scale: float) -> str:
    """What is done, cut by the year of recovery."""
    drawn, x = "", RIGHT
    day = land["as_of"]
    for row in land["by_year"]:
        long = row["recovered_mu"] * scale
        drawn += rect(x, y, long, BAR_HIGH, fill=DONE, stroke="#FFFFFF", stroke_width=0.25)
        partial = day and row["year"] == int(day[:4]) and day[5:] != "12-31"
        words = (
            board.say(Text("未注日期", "undated")) if row["year"] is None else f"{row['year']}{'*' if partial else ''}"
        )
        if width(words, 7.6) + 1 < long:
            drawn += text(x + long / 2, y + BAR_HIGH / 2 + 7.6 * PT * 0.36, words, 7.6, fill="#FFFFFF", anchor="middle")
        x += long
    return drawn


def _step(most: float) -> float:
    power = 10.0 ** math.floor(math.log10(most / MOST_TICKS))
    return next((step * power for step in STEPS if most / (step * power) <= MOST_TICKS), 10 * power)


def _target_year(board: Board) -> int:
    goal = recovery.recovery_target(board.plan)
    return goal.end.year if goal is not None else 0


def _clause_words(board: Board, land: dict[str, Any]) -> str:
    """Where the target stands; on a Chinese sheet with its words, since those are the plan's."""
    if not land["source"]:
        return ""
    words = quoted_target(board.plan) if board.lang == "zh" else ""
    return board.say(board.plan.place(land["source"])) + (f"：{words}" if words else "")


def quoted_target(plan: Plan) -> str:
    """The words that set the target, as they stand in its clause; empty where none of its clauses has its figure.

    >>> from yzgeo.plan.load import load
    >>> print(quoted_target(load("yinzhou")))
    到2025年，腾出盘活低效工业用地5000亩
    """
    goal = recovery.recovery_target(plan)
    if goal is None:
        return ""
    printed = plan.targets.loc[plan.targets["target_id"] == goal.target_id, "target"].iloc[0]
    figure = re.compile(
        r"(?<![\d.,])" + rf"{printed:,.10g}".replace(",", "[,，]?").replace(".", r"\.") + r"(?![\d.]|,\d)"
    )
    texts = plan.clauses.set_index("clause")["text"]
    for clause in PLACES.split(goal.source):
        for sentence in SENTENCE_END.split(str(texts.get(clause, ""))):
            hit = figure.search(sentence)
            if hit is not None:
                return sentence[: hit.end()].lstrip() + CLAUSE_END.split(sentence[hit.end() :])[0].rstrip()
    return ""


def _note(board: Board, land: dict[str, Any]) -> str:
    """What the axis does not show."""
    if not board.has_ledger:
        zh = ["规划只载目标，未载完成数；有地块台账后，此处画出已盘活与进行中"]
        en = ["The plan states a target, not what is done; a parcel ledger would show what is recovered and under way"]
        for one in land["identified_in_plan"][:3]:
            zh.append(f"{one['source']} {one['site_mu']:,.10g} 亩")
            en.append(f"{board.plan.place(one['source']).en} {one['site_mu']:,.10g} mu")
        return board.say(Text("；".join(zh) + "。", "; ".join(en) + "."))
    zh, en = [], []
    if land["target_on"] and land["remaining_mu"]:
        zh.append(f"到 {land['target_on']} 尚需 {land['remaining_mu']:,.2f} 亩")
        en.append(f"{land['remaining_mu']:,.2f} mu are lacking until {land['target_on']}")
        if land["needed_mu_per_year"] and land["so_far_mu_per_year"]:
            zh.append(f"即每年 {land['needed_mu_per_year']:,.0f} 亩；迄今每年 {land['so_far_mu_per_year']:,.0f} 亩")
            en.append(f"{land['needed_mu_per_year']:,.0f} a year; so far {land['so_far_mu_per_year']:,.0f} a year")
    zh.append("进行中不计入完成")
    en.append("land under way does not count as done")
    if land["as_of"] and land["as_of"][5:] != "12-31":
        zh.append(f"* 至 {land['as_of'][5:]}")
        en.append(f"* to {land['as_of'][5:]}")
    if land["identified_mu"]:
        zh.append(f"另有已认定 {land['identified_mu']:,.0f} 亩")
        en.append(f"{land['identified_mu']:,.0f} mu more identified")
    return board.say(Text("；".join(zh) + "。", "; ".join(en) + "."))
