"""The findings as a list of things to put right (整改清单): by consequence, warnings first, like rows as one plot."""

from __future__ import annotations

import numbers
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from yzgeo.checks.finding import CONSEQUENCES, Consequence, Finding, Gap, Outcome
from yzgeo.checks.listing import FILE, MOST_LISTED
from yzgeo.core import labels
from yzgeo.core.i18n import LANGS, NOTHING, Lang, Text
from yzgeo.stats.recovery import INVENTED_MARK

TITLES: dict[Consequence, Text] = {
    "target": Text("影响目标与考核", "Targets and how they are judged"),
    "amount": Text("影响用地、投资与建筑量", "Land, money and floor area that are added up"),
    "figure": Text("影响数字口径", "Figures that describe"),
    "name": Text("文字与名称须统一", "Names and wording"),
}
"""What findings of each consequence fall on."""
GAPS = Text("待补资料", "Data to be supplied")
NUMERALS = "一二三四五六七八九十"
LIMITS = ("minimum", "maximum", "limit")
"""Keys of a finding's values under which a limit stands."""
LEAST_MERGED = 3
"""So many like rows are one plot."""
LISTING, TABLE = "data/findings.json", f"data/{FILE}"
SHOWN = 300
"""Most findings of one rule in the report; a ledger of a million parcels may give as many."""


class Plot(NamedTuple):
    """Findings of one rule that hold a figure against one limit, the farthest from it first."""

    measure: Text
    limit: float
    highest: float
    points: list[tuple[Finding, float]]


class Item(NamedTuple):
    """A row of the list.

    - `first`, `last`: its number in the group; a plot takes as many as it has findings
    - `shared`: the number of the rule's first row with the same remedy and reading, None where this is it
    """

    first: int
    last: int
    finding: Finding
    title: Text
    plot: Plot | None
    shared: int | None
    is_invented: bool


class LeftOut(NamedTuple):
    """A rule whose findings are too many for the report, how many they are, and the file that holds all."""

    rule: str
    total: int
    file: str


class Group(NamedTuple):
    """What falls on the same: `number` from 1, the counts of all findings, the rows that are told."""

    number: int
    key: str
    title: Text
    warnings: int
    hints: int
    items: list[Item]
    left_out: list[LeftOut]


def groups(outcome: Outcome, invented: bool = False) -> list[Group]:
    """The groups that have findings, the heaviest consequence first; `invented`: the plan's ledger is made up.

    >>> from yzgeo.checks.run import run
    >>> from yzgeo.plan.load import load
    >>> for group in groups(run(load("yinzhou"), select=["floor-area-ratio", "names-text-table"])):
    ...     print(group.title.en, group.warnings, group.hints, [(row.first, row.last) for row in group.items])
    Targets and how they are judged 4 6 [(1, 4), (5, 5), (6, 6), (7, 7), (8, 8), (9, 9), (10, 10)]
    Names and wording 0 1 [(1, 1)]
    """
    titles = {state.rule: state.title for state in outcome.rules}
    of_rule = Counter(one.rule for one in outcome.findings)
    of_outcome: list[Group] = []
    for consequence in CONSEQUENCES:
        of_it = [one for one in outcome.findings if one.consequence == consequence]
        if not of_it:
            continue
        graver = [one for one in of_it if one.severity != "info"]
        lighter = [one for one in of_it if one.severity == "info"]
        items: list[Item] = []
        left_out: list[LeftOut] = []
        for severity in (graver, lighter):
            for rule, same in _by_rule(severity):
                items += _items(titles.get(rule, NOTHING), same[:SHOWN], items[-1].last if items else 0, invented)
                if len(same) > SHOWN:
                    file = TABLE if of_rule[rule] > MOST_LISTED else LISTING
                    left_out.append(LeftOut(rule, len(same), file))
        of_outcome.append(
            Group(len(of_outcome) + 1, consequence, TITLES[consequence], len(graver), len(lighter), items, left_out)
        )
    return of_outcome


def numbered_findings(outcome: Outcome) -> list[tuple[Text, Finding]]:
    """All findings in the order of the list, with their numbers there; those that the list leaves out go on in each group.

    >>> from yzgeo.checks.run import run
    >>> from yzgeo.plan.load import load
    >>> print([number.en for number, _ in numbered_findings(run(load("yinzhou"), select=["leading-industries"]))])
    ['1.1', '1.2']
    """
    in_order: list[tuple[Text, Finding]] = []
    for group in groups(outcome):
        told = [
            finding
            for item in group.items
            for finding in ([item.finding] if item.plot is None else [point for point, _ in item.plot.points])
        ]
        is_told = {id(finding) for finding in told}
        of_group = [one for one in outcome.findings if one.consequence == group.key]
        told += [one for one in of_group if id(one) not in is_told]
        for number, finding in enumerate(told, start=1):
            zh, en = (numbered(group.number, number, number, lang) for lang in LANGS)
            in_order.append((Text(zh, en), finding))
    return in_order


def _by_rule(findings: list[Finding]) -> Iterable[tuple[str, list[Finding]]]:
    """The findings by rule, in the order of the rules' first ones."""
    by_name: dict[str, list[Finding]] = {}
    for one in findings:
        by_name.setdefault(one.rule, []).append(one)
    return by_name.items()


def _items(title: Text, findings: list[Finding], before: int, invented: bool) -> list[Item]:
    """The rows of one rule's findings of one severity, numbered from `before`."""
    plot = plot_of(findings)
    if plot is not None:
        is_marked = any(is_invented(one, invented) for one in findings)
        return [Item(before + 1, before + len(findings), findings[0], title, plot, None, is_marked)]
    items: list[Item] = []
    first_of: dict[tuple[Text, Text], int] = {}
    for number, one in enumerate(findings, start=before + 1):
        shared = first_of.get((one.remedy, one.reading)) if one.remedy.zh else None
        first_of.setdefault((one.remedy, one.reading), number)
        items.append(Item(number, number, one, title, None, shared, is_invented(one, invented)))
    return items


def plot_of(findings: list[Finding], *, of_one_remedy: bool = True) -> Plot | None:
    """Findings as one plot, where each holds one figure against the same limit; None where they do not.

    The figure is the value that has the rule's name, or `value`. Those that ask for different remedies are told apart,
    unless only their figures matter.
    """
    if len(findings) < LEAST_MERGED or (of_one_remedy and len({one.remedy for one in findings}) > 1):
        return None
    rows = []
    for one in findings:
        key = next((key for key in (one.rule.replace("-", "_"), "value") if _is_number(one.values.get(key))), None)
        limit = next((one.values[key] for key in LIMITS if _is_number(one.values.get(key))), None)
        if key is None or limit is None:
            return None
        rows.append((one, float(one.values[key]), float(limit), key, str(one.values.get("unit", ""))))
    if len({row[2:] for row in rows}) > 1 or any(row[1] < 0 for row in rows) or rows[0][2] <= 0:
        return None
    limit, key = rows[0][2], rows[0][3]
    points = sorted(((one, value) for one, value, *_ in rows), key=lambda row: (-abs(row[1] - limit), row[0].subject))
    measure = labels.heading(key) or NOTHING
    return Plot(measure, limit, max([limit, *(value for _, value in points)]), points)


def _is_number(value: object) -> bool:
    return isinstance(value, numbers.Real) and not isinstance(value, bool)


def is_invented(finding: Finding, invented: bool) -> bool:
    """Whether a finding rests on an invented ledger: it says so, or is of a parcel of one."""
    return finding.message.zh.startswith(f"【{INVENTED_MARK.zh}】") or (
        invented and finding.subject.startswith("parcel")
    )


def bare(message: Text) -> Text:
    """A message without the mark of an invented ledger, which is drawn beside it."""
    return Text(
        message.zh.removeprefix(f"【{INVENTED_MARK.zh}】"), message.en.removeprefix(f"[{INVENTED_MARK.en}]").lstrip()
    )


def numbered(group: int, first: int, last: int, lang: Lang) -> str:
    """The number of a row.

    >>> print(numbered(1, 2, 11, "zh"), numbered(4, 3, 3, "en"))
    一-2～11 4.3
    """
    head = NUMERALS[group - 1] if group <= len(NUMERALS) else str(group)
    if lang == "zh":
        return f"{head}-{first}" + (f"～{last}" if last > first else "")
    return f"{group}.{first}" + (f"–{last}" if last > first else "")


def gaps(outcome: Outcome) -> list[tuple[Text, list[Gap]]]:
    """The gaps in the data by what would close them."""
    ordered = sorted(outcome.gaps, key=lambda gap: (gap.remedy.zh, gap.subject))
    return [(remedy, list(same)) for remedy, same in groupby(ordered, key=lambda gap: gap.remedy)]
