"""The statistics of a plan on one screen: zones, land recovered against its target, how many targets, what is unknown.

No line is wider than a terminal of 80 columns, a Chinese character taking two, and all of them fit one of 24 lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len, set_cell_size

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text, bilingual, counted, plain
from yzgeo.core.units import amount, rounded
from yzgeo.core.visible_text import one_line
from yzgeo.plan.areas import KM2, areas_by_kind, printed_area, sum_in_words
from yzgeo.plan.inner_zones import INCLUDES_INNER, WITH_INNER
from yzgeo.plan.location_evidence import BY_OWNER, FIRM, in_brackets
from yzgeo.plan.model import Plan
from yzgeo.plan.project_money import remark
from yzgeo.plan.project_sums import sums_by_zone
from yzgeo.plan.project_zones import ACROSS, ACROSS_ZONES
from yzgeo.stats import recovery
from yzgeo.stats.collect import Row, title

WIDTH, LINES = 80, 20
"""Of a screen of 24 lines the messages of the command and the next prompt take four."""
NARROWEST_NAME = 12
UNKNOWN = "—"
DONE, UNDER_WAY, LEFT, EXPECTED, TARGET = "#", "=", ".", "|", ">"
"""The marks of the bar. They are ASCII, since terminals differ in how wide they draw blocks."""
MU = Text("亩", "mu")
COLUMNS = (
    Text("片区", "zone"),
    Text("面积", "area"),
    Text("项目", "projects"),
    Text("投资（亿元）", "100 m yuan"),
    Text("凭项目本身", "by project"),
    Text("凭业主", "by owner"),
)


def render(plan: Plan, statistics: dict[str, Any], lang: Lang) -> str:
    """The summary as lines of text.

    Parameters
    ----------
    plan
        The plan.
    statistics
        All of its statistics, see `collect.collect`.
    lang
        Language of the words.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.stats.collect import collect
    >>> plan = load("yinzhou")
    >>> lines = render(plan, collect(plan), "en").splitlines()
    >>> print(len(lines) <= LINES, max(map(len, lines)) <= WIDTH)
    True True
    """
    head = [_cut(plan.title(lang)), *_marks(plan, lang), _cut(_counts(statistics).of(lang))]
    land = _land(plan, statistics["land_recovery"], lang)
    rest = [*land, *_targets(statistics["targets"], lang), *_unknown(plan, statistics, lang)]
    zones = _zones(plan, statistics, lang, LINES - len(head) - len(rest))
    return "\n".join([*head, *zones, *rest]) + "\n"


def _marks(plan: Plan, lang: Lang) -> list[str]:
    """What must be known of all that follows."""
    public = Text("【公开版】", "[Public edition]").of(lang)
    return ([public] if plan.edition == "public" else []) + (
        [f"【{recovery.INVENTED}】"] if recovery.is_invented(plan) else []
    )


def _counts(statistics: dict[str, Any]) -> Text:
    totals = statistics["summary"]
    parts = [
        (totals["zones"], "个片区", "zone"),
        (totals["parks"], "个重点园区", "park"),
        (totals["projects"], "个投资项目", "project"),
        (len(statistics["clusters"]), "个产业集群", "cluster"),
    ]
    told = [Text(f"{number:,} {zh}", counted(number, en)) for number, zh, en in parts if number]
    return Text("，".join(one.zh for one in told), ", ".join(one.en for one in told))


def _zones(plan: Plan, statistics: dict[str, Any], lang: Lang, lines: int) -> list[str]:
    """The table of zones in at most so many lines, at least a heading, a zone, what else there is, and the total."""
    projects = statistics["projects"]
    names = {zone["zone_id"]: bilingual(zone["name"], zone["name_en"]).of(lang) for _, zone in plan.zones.iterrows()}
    areas = {zone["zone_id"]: printed_area(zone).of(lang) or UNKNOWN for _, zone in plan.zones.iterrows()}
    whole = areas_by_kind(plan)
    has_areas, has_projects = bool(whole), bool(statistics["summary"]["projects"])
    by_zone = {row["zone_id"]: {**row, **sums_by_zone(plan).get(row["zone_id"], {})} for row in projects["by_zone"]}
    outer = [row["zone_id"] for row in statistics["zones"] if row["parent_zone_id"] not in names]
    others = {
        Text("跨片区", ACROSS.en): by_zone.get(ACROSS_ZONES, {}),
        Text("在片区之外", "outside all zones"): by_zone[None],
        Text("位置未知", "without a place"): projects["unlocated"],
    }
    told_others = [
        [name.of(lang), "", *_figures(row, located="project_count_by_evidence" in row)]
        for name, row in others.items()
        if row.get("project_count")
    ]
    total_area = f"{sum_in_words(whole[0]).of(lang)} {amount(2, KM2).of(lang).split()[-1]}" if _sums(whole) else ""
    total = [Text("合计", "total").of(lang), total_area, *_figures(projects, located=False)]
    room = max(lines - len(told_others) - 2, 2)
    shown = outer if len(outer) <= room else outer[: room - 1]
    body = [
        [
            names[zone_id] + (in_brackets(WITH_INNER).of(lang) if by_zone[zone_id].get(INCLUDES_INNER) else ""),
            areas[zone_id],
            *_figures(by_zone[zone_id], located=True),
        ]
        for zone_id in shown
    ]
    more = len(outer) - len(shown)
    if more:
        body.append([Text(f"…… 另 {more} 个片区", f"... {more} more zones").of(lang), *[""] * 5])
    closing = [total] if has_projects or total_area else []
    table = [[heading.of(lang) for heading in COLUMNS], *body, *told_others, *closing]
    wanted = [True, has_areas, *[has_projects] * 4]
    return _aligned([[cell for cell, keep in zip(row, wanted, strict=True) if keep] for row in table])


def _sums(whole: Sequence[Any]) -> bool:
    """Whether the areas of a plan can be added: they are of one kind, and no zone lacks one."""
    return len(whole) == 1 and not whole[0].missing


def _figures(row: Row, *, located: bool) -> list[str]:
    """Count and investment; for rows with places the investment by evidence of the projects and of their owners."""
    money = _money(row["investment_100m_yuan"])
    if not located:
        return [f"{row['project_count']:,}", money, "", ""]
    counts, sums = row["project_count_by_evidence"], row["investment_100m_yuan_by_evidence"]
    parts = [UNKNOWN if money == UNKNOWN else _of_kinds(counts, sums, kinds) for kinds in (FIRM, BY_OWNER)]
    return [f"{row['project_count']:,}", money, *parts]


def _of_kinds(counts: dict[str, int], sums: dict[str, float | None], kinds: Iterable[str]) -> str:
    """The sum of what is known; a dash where there are projects of these kinds and none has a figure."""
    of_projects = [sums[kind] for kind in kinds if counts[kind]]
    known = [value for value in of_projects if value is not None]
    return UNKNOWN if of_projects and not known else _money(math.fsum(known))


def _money(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:,.10g}"


def _aligned(table: list[list[str]]) -> list[str]:
    """The rows of a table, the first cell cut to what the others leave, the others to the right."""
    rows = [[one_line(cell) for cell in row] for row in table]
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]))]
    widths[0] = min(widths[0], max(WIDTH - sum(width + 2 for width in widths[1:]), NARROWEST_NAME))
    return [
        _cut(
            "  ".join(
                [
                    set_cell_size(_cut(row[0], widths[0]), widths[0]),
                    *(_right(cell, width) for cell, width in zip(row[1:], widths[1:], strict=True)),
                ]
            ).rstrip()
        )
        for row in rows
    ]


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _cut(text: str, width: int = WIDTH) -> str:
    """One line of at most so many columns; what is left out is told by three points."""
    line = one_line(text)
    return line if cell_len(line) <= width else set_cell_size(line, width - 3).rstrip() + "..."


def _land(plan: Plan, land: dict[str, Any], lang: Lang) -> list[str]:
    """The land recovered against its target: a bar, the figures, the verdict; nothing for a plan with neither."""
    goal, done = land["target_mu"], land["recovered_mu"]
    if goal is None and done is None:
        return []
    heading = title("land_recovery")
    lines = []
    if goal is not None:
        due = recovery.recovery_target(plan)
        by = plain("" if due is None else due.end.isoformat())
        lines.append(
            Text(
                f"{heading.zh}：目标 {goal:,.10g} 亩，至 {by.zh}（{land['source']}）",
                f"{heading.en}: target {goal:,.10g} mu by {by.en} ({land['source']})",
            ).of(lang)
        )
    else:
        lines.append(Text(f"{heading.zh}：规划未载目标", f"{heading.en}: the plan states no target").of(lang))
    if done is None:
        told = [one.of(lang) for one in _without_ledger(plan, land)]
        lines += _wrapped("", told, Text("；", "; ").of(lang))
    else:
        bar = [_bar(goal, done, land["under_way_mu"], land["expected_mu"])] if goal else []
        lines += [*bar, *_wrapped("", [one.of(lang) for one in _reached(land)], "  "), *_verdict(land, lang)]
    return [_cut(line) for line in lines]


def _without_ledger(plan: Plan, land: dict[str, Any]) -> list[Text]:
    why = (
        Text("公开版不含地块台账", "the public edition holds no parcel ledger")
        if plan.edition == "public"
        else Text("未提供地块台账", "no parcel ledger was given")
    )
    unknown = Text(f"{why.zh}，已盘活多少未知", f"{why.en}: land recovered is unknown")
    if land["identified_in_plan_mu"] is None:
        return [unknown]
    named = f"{land['identified_in_plan_mu']:,.10g}"
    return [unknown, Text(f"规划项目述及存量用地 {named} 亩", f"projects of the plan name {named} mu of existing land")]


def _bar(goal: float, done: float, under_way: float, expected: float | None) -> str:
    """The bullet: recovered, under way, and where an even pace would be today, on the axis that ends at the target.

    >>> print(_bar(78.0, 39.0, 13.0, 58.5))
    [#######################################=============......|...................]
    """
    inner = WIDTH - 2
    end = max(goal, done + under_way)
    cells = [
        DONE
        if place < round(done / end * inner)
        else UNDER_WAY
        if place < round((done + under_way) / end * inner)
        else LEFT
        for place in range(inner)
    ]
    if end > goal:
        cells[min(int(goal / end * inner), inner - 1)] = TARGET
    if expected is not None:
        cells[min(int(expected / end * inner), inner - 1)] = EXPECTED
    return f"[{''.join(cells)}]"


def _reached(land: dict[str, Any]) -> list[Text]:
    """The figures of the bar, each behind its mark; without a target there is no bar, and no mark."""
    goal, done, under_way, expected = (
        land[name] for name in ("target_mu", "recovered_mu", "under_way_mu", "expected_mu")
    )
    share = "" if land["progress"] is None else f" ({land['progress']:.1%})"
    parts = [
        (DONE, done, Text("已盘活", "recovered"), share),
        (UNDER_WAY, under_way, Text("进行中", "under way"), ""),
        *([] if expected is None else [(EXPECTED, expected, Text("匀速应达", "due at an even pace"), "")]),
        *([(TARGET, goal, Text("目标", "target"), "")] if goal and done + under_way > goal else []),
    ]
    return [
        Text(
            *(
                f"{mark + ' ' if goal else ''}{name} {mu:,.2f} {unit}{more}"
                for name, unit in zip(names, MU, strict=True)
            )
        )
        for mark, mu, names, more in parts
    ]


def _verdict(land: dict[str, Any], lang: Lang) -> list[str]:
    """How the land stands to the pace of its target, with what is missing and needed."""
    if land["pace"] is None:
        return []
    missing, needed, so_far = (
        None if land[name] is None else rounded(land[name])
        for name in ("remaining_mu", "needed_mu_per_year", "so_far_mu_per_year")
    )
    parts = [
        (land["as_of"], Text(f"截至 {land['as_of']}", f"as of {land['as_of']}")),
        (missing, Text(f"尚缺 {missing} 亩", f"{missing} mu missing")),
        (land["needed_mu_per_year"], Text(f"今后每年需 {needed} 亩", f"needs {needed} mu a year")),
        (so_far, Text(f"至今每年 {so_far} 亩", f"had {so_far} mu a year so far")),
    ]
    lead = labels.word(land["pace"]).of(lang) + Text("：", ": ").of(lang)
    return _wrapped(lead, [text.of(lang) for known, text in parts if known], Text("，", ", ").of(lang))


def _wrapped(lead: str, parts: list[str], separator: str) -> list[str]:
    """Parts of a sentence in one or two lines, broken between parts."""
    lines = [lead]
    for place, part in enumerate(parts):
        piece = part + (separator if place + 1 < len(parts) else "")
        if cell_len(lines[-1] + piece.rstrip()) > WIDTH and len(lines) == 1:
            lines.append("  ")
        lines[-1] += piece
    return [_cut(line.rstrip()) for line in lines]


def _targets(rows: list[Row], lang: Lang) -> list[str]:
    """How many targets there are, and how those stand that have an actual figure."""
    if not rows:
        return []
    reported = [row for row in rows if row["actual"] is not None]
    verdicts: dict[str, int] = {}
    for row in reported:
        verdicts[row["pace"] or "unknown"] = verdicts.get(row["pace"] or "unknown", 0) + 1
    words = [
        (labels.word(verdict) if verdict != "unknown" else CANNOT_TELL, number) for verdict, number in verdicts.items()
    ]
    zh, en = (
        "、".join(f"{word.zh} {number}" for word, number in words),
        ", ".join(f"{word.en} {number}" for word, number in words),
    )
    whole = Text(f"目标 {len(rows):,} 项，", f"{counted(len(rows), 'target')}, ")
    some = Text(f"{len(reported):,} 项有实际数：{zh}", f"{len(reported):,} with an actual figure: {en}")
    none = Text("均无实际数", "none with an actual figure")
    told = some if reported else none
    return [_cut(whole.of(lang) + told.of(lang))]


CANNOT_TELL = Text("无法判断", "cannot be told")


def _unknown(plan: Plan, statistics: dict[str, Any], lang: Lang) -> list[str]:
    """What is not known of the plan, in one or two lines; nothing where all is."""
    projects = statistics["projects"]
    without_area = int(plan.zones["area"].isna().sum())
    without_place = int(plan.parks.geometry.isna().sum())
    schematic = int((plan.zones["outline_basis"] == "schematic").sum())
    undrawn = int(plan.zones.geometry.isna().sum())
    money = remark({**projects, "investment_100m_yuan": 0.0})
    parts = [
        (without_area, Text(f"{without_area} 个片区的面积", f"area of {counted(without_area, 'zone')}")),
        (undrawn, Text(f"{undrawn} 个片区的范围", f"outline of {counted(undrawn, 'zone')}")),
        (
            schematic,
            Text(
                f"{schematic} 个片区的法定范围（现为示意）",
                f"official outline of {counted(schematic, 'zone')} (schematic)",
            ),
        ),
        (without_place, Text(f"{without_place} 个园区的位置", f"place of {counted(without_place, 'park')}")),
        (
            projects["unlocated"]["project_count"],
            Text(
                f"{projects['unlocated']['project_count']} 个项目的位置",
                f"place of {counted(projects['unlocated']['project_count'], 'project')}",
            ),
        ),
        (bool(money.zh), Text(f"投资{money.zh}", f"investment: {money.en}")),
    ]
    told = [text.of(lang) for number, text in parts if number]
    return _wrapped(Text("未知：", "Unknown: ").of(lang), told, Text("；", "; ").of(lang)) if told else []
