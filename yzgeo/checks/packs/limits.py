"""A table of limits (`limits.csv`) as rules: each row is one, with its clause, scope, unit and reason."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, cast, get_args

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked, Severity
from yzgeo.checks.packs import quantities
from yzgeo.checks.packs.judged_targets import judged_by
from yzgeo.checks.packs.rule import Rule
from yzgeo.core import plugins
from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import NOTHING, Text, bilingual
from yzgeo.core.unit_grammar import as_counted, differ_in_currency, ratio
from yzgeo.core.units import amount
from yzgeo.plan.known_measures import FLOOR_AREA_RATIO
from yzgeo.plan.model import Plan
from yzgeo.plan.single_table import examine_table

DIRECTIONS = {
    "at_least": Text("不低于", "at least"),
    "at_most": Text("不超过", "at most"),
    "equal": Text("等于", "exactly"),
}
EQUAL = 1e-9
"""Relative difference below which two numbers are one, written in different units."""


@functools.cache
def schema() -> dict[str, Any]:
    """The Table Schema of `limits.csv`."""
    content: dict[str, Any] = json.loads((Path(__file__).parent / "limits.json").read_text("utf-8"))
    return content


def read(file: Path, plan: Plan) -> dict[str, Rule]:
    """The rules of a table of limits by their `rule_id`.

    Parameters
    ----------
    file
        Columns of `limits.json`; further ones may be `name`, `name_en` (the rule's title), `severity` (where blank
        `warning`, and `info` where the limit comes late or the figure is in doubt) and `year` (of the statements that
        the limit holds for; blank for all).
    plan
        Whose measures the units have to fit.

    Raises
    ------
    InputError
        On flaws, all of them, with row and column.
    """
    frame, lines, flaws = examine_table(file, schema())
    told = {(flaw.row, flaw.column) for flaw in flaws}
    for line, (_, row) in zip(lines, frame.iterrows(), strict=True):
        flaws += [flaw.at(file=str(file), row=line) for flaw in _flaws(plan, row) if (line, flaw.column) not in told]
    if flaws:
        raise all_of(sorted(flaws, key=lambda flaw: flaw.row or 0))
    return {row["rule_id"]: rule(plan, row) for _, row in frame.iterrows()}


def rule(plan: Plan, row: pd.Series) -> Rule:
    """A row of the table as a rule for a plan, whose measures have the names."""
    measure, limit, direction = _measure(plan, row), _limit(row), DIRECTIONS[row["direction"]]
    year_zh, year_en = (f"{_year(row)}年", f" ({_year(row)})") if _year(row) else ("", "")
    named = isinstance(row.get("name"), str)
    title = (
        bilingual(row["name"], row.get("name_en"))
        if named
        else Text(
            f"{year_zh}{measure.zh}{direction.zh} {limit.zh}", f"{measure.en}{year_en}: {direction.en} {limit.en}"
        )
    )
    manual = f"{row['reason']}（{row['clause']}）"
    return Rule(title, lambda plan: str(row["clause"]), lambda plan: _check(plan, row), manual)


def _measure(plan: Plan, row: pd.Series) -> Text:
    return quantities.name_of(plan, row["scope"], row["measure"])


def _check(plan: Plan, row: pd.Series) -> Iterator[Finding | NotChecked]:
    """Things of the scope whose figure breaks the limit."""
    scope, measure = row["scope"], row["measure"]
    judge = judged_by(plan, row)
    if judge:
        yield NotChecked(Text(f"由规则 {judge} 判断，不重复", f"the rule {judge} judges it, it is not told twice"))
        return
    figures = quantities.values(plan, scope, measure, _year(row))
    if measure == FLOOR_AREA_RATIO and "新建" in f"{row.get('name')}{row['reason']}":  # what is rebuilt is not meant
        rebuilt = "project:" + plan.projects.loc[plan.projects["works"] == "rebuild", "project_id"]
        figures = [one for one in figures if one.subject not in set(rebuilt)]
    if not figures:
        yield NotChecked(_nothing(plan, scope, measure, _year(row)))
        return
    incomparable = 0
    for one in figures:
        unit = row["unit"] if isinstance(row["unit"], str) else one.unit
        ends = quantities.in_limit_unit(one, unit)
        if ends is None:
            incomparable += 1
        elif side := _broken(*ends, row["value"], row["direction"]):
            yield _finding(plan, row, one, unit, side)
    if incomparable:
        yield NotChecked(
            Text(
                f"{incomparable} 个数不能换算成{row['unit']}",
                f"{incomparable} figures cannot be converted to {row['unit']}",
            ),
            partly=incomparable < len(figures),
        )


def _broken(low: float, high: float, limit: float, direction: str) -> Literal["above", "below"] | None:
    """On which side a figure breaks a limit whatever the words beside it (以上, 约) may hold; None where it does not."""
    slack = EQUAL * max(abs(limit), *(abs(end) for end in (low, high) if math.isfinite(end)), 0.0)
    if low > limit + slack and direction != "at_least":
        return "above"
    return "below" if high < limit - slack and direction != "at_most" else None


def _finding(plan: Plan, row: pd.Series, one: quantities.Value, unit: str, side: str) -> Finding:
    measure = quantities.name_of(plan, row["scope"], row["measure"])
    printed, limit, direction = one.printed, _limit(row, unit), DIRECTIONS[row["direction"]]
    partial = one.partial if side == "below" else NOTHING
    notes = [note for note in (one.late, partial, one.doubt) if note != NOTHING]
    notes_zh, notes_en = "".join(f"；{note.zh}" for note in notes), "".join(f"; {note.en}" for note in notes)
    reason = bilingual(row["reason"], row.get("reason_en"))
    of_thing = (
        one.name
        if one.subject.startswith("figure:") or one.name.zh.endswith(measure.zh)
        else Text(f"{one.name.zh}的{measure.zh}", f"{one.name.en}: {measure.en}")
    )
    year_zh, year_en = (f"（{one.year} 年）", f" ({one.year})") if one.year else ("", "")
    return Finding(
        severity=cast(Severity, row["severity"])
        if isinstance(row.get("severity"), str)
        else "info"
        if notes
        else "warning",
        subject=one.subject,
        aspect=one.source if one.subject.startswith("figure:") else one.year,
        message=Text(
            f"{of_thing.zh}{year_zh}为 {printed.zh}，限为{direction.zh} {limit.zh}：{row['reason']}{notes_zh}。",
            f"{of_thing.en}{year_en} is {printed.en}, the limit is {direction.en} {limit.en}: {reason.en}{notes_en}.",
        ),
        remedy=Text("改至限内，或说明为何例外", "bring it within the limit, or say why it is an exception"),
        clause="；".join(dict.fromkeys([row["clause"], one.source])),
        values={
            "measure": row["measure"],
            "value": one.value,
            "unit": one.unit,
            "limit": float(row["value"]),
            "limit_unit": unit,
            "direction": row["direction"],
        },
        geometry=one.geometry,
    )


def _limit(row: pd.Series, unit: str | None = None) -> Text:
    stated = row["unit"] if isinstance(row["unit"], str) else unit or ""
    return amount(row["value"], stated)


def _year(row: pd.Series) -> str:
    """The year of a row, blank where it has none."""
    year = row.get("year")
    return str(int(float(year))) if isinstance(year, str) else ""


def _nothing(plan: Plan, scope: str, measure: str, year: str) -> Text:
    known = {*quantities.QUANTITIES.get(scope.partition(":")[0], {}), *plan.measures["measure_id"]}
    if measure in known:
        when_zh, when_en = (f" {year} 年", f" for {year}") if year else ("", "")
        return Text(f"规划没有 {scope}{when_zh}的 {measure} 的数", f"the plan states no {measure} of {scope}{when_en}")
    near = plugins.unknown(measure, known).remedy
    return Text(f"规划没有指标 {measure}（{near.zh}）", f"the plan has no measure {measure} ({near.en})")


def _flaws(plan: Plan, row: pd.Series) -> Iterator[InputError]:
    """What the schema cannot say: a unit that fits the measure, a scope and a year that the plan has, a severity."""
    scope = row["scope"] if isinstance(row["scope"], str) else ""
    wanted, stated = quantities.unit_of(plan, scope, row["measure"]), row["unit"]
    if wanted is not None and isinstance(stated, str) and not _convertible(stated, wanted):
        yield InputError(
            Text(
                f"“{stated}”不能换算成{wanted or '没有单位的数'}",
                f"'{stated}' cannot be converted to {wanted or 'a number without a unit'}",
            ),
            Text("改正单位，或删去", "correct the unit, or remove it"),
            column="unit",
        )
    kind, _, name = scope.partition(":")
    if name and not quantities.is_known(plan, kind, name):
        there_are = quantities.names_of(plan, kind)
        error = (
            plugins.unknown(name, there_are)
            if there_are
            else InputError(Text(f"没有“{name}”", f"there is no '{name}'"), Text("改正对象", "correct the scope"))
        )
        yield InputError(error.problem, error.remedy, column="scope")
    if isinstance(row.get("year"), str):
        yield from _flaws_of_year(row["year"], row["measure"], kind)
    if isinstance(row.get("severity"), str) and row["severity"] not in get_args(Severity):
        yield InputError(
            Text(f"没有“{row['severity']}”", f"there is no '{row['severity']}'"),
            Text("写 error、warning 或 info，或留空", "write error, warning or info, or leave it empty"),
            column="severity",
        )


def _flaws_of_year(year: str, measure: str, kind: str) -> Iterator[InputError]:
    if not re.fullmatch(r"(?:19|20)\d\d(?:\.0)?", year):
        yield InputError(
            Text(f"“{year}”不是年份", f"'{year}' is not a year"),
            Text("写四位数的年份，如 2025，或留空", "write four digits such as 2025, or leave it empty"),
            column="year",
        )
    elif measure in quantities.QUANTITIES.get(kind, {}):
        yield InputError(
            Text(f"{measure} 是规划一次给定的数，不分年份", f"{measure} is a figure without a year"),
            Text("此格留空", "leave this cell empty"),
            column="year",
        )


def _convertible(stated: str, wanted: str) -> bool:
    return ratio(as_counted(stated, wanted), wanted) is not None or differ_in_currency(stated, wanted)
