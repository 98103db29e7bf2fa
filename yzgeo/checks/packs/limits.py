"""A table of limits (`limits.csv`) as rules: each row is one, with its clause, scope, unit and reason."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked, Severity
from yzgeo.checks.packs import quantities
from yzgeo.checks.packs.rule import Rule
from yzgeo.core import plugins
from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.unit_grammar import as_counted, differ_in_currency, ratio
from yzgeo.core.units import amount
from yzgeo.plan.model import Plan
from yzgeo.plan.single_table import read_table

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
        Columns of `limits.json`; further ones may be `name`, `name_en` (the rule's title) and `severity` (`warning`
        where blank).
    plan
        Whose measures the units have to fit.

    Raises
    ------
    InputError
        On flaws, all of them, with row and column.
    """
    frame, lines = read_table(file, schema())
    flaws = [
        flaw.at(file=str(file), row=line)
        for line, (_, row) in zip(lines, frame.iterrows(), strict=True)
        for flaw in _flaws(plan, row)
    ]
    if flaws:
        raise all_of(flaws)
    return {row["rule_id"]: rule(plan, row) for _, row in frame.iterrows()}


def rule(plan: Plan, row: pd.Series) -> Rule:
    """A row of the table as a rule for a plan, whose measures have the names."""
    measure, limit, direction = _measure(plan, row), _limit(row), DIRECTIONS[row["direction"]]
    named = isinstance(row.get("name"), str)
    title = (
        bilingual(row["name"], row.get("name_en"))
        if named
        else Text(f"{measure.zh}{direction.zh} {limit.zh}", f"{measure.en}: {direction.en} {limit.en}")
    )
    manual = f"{row['reason']}（{row['clause']}）"
    return Rule(title, lambda plan: str(row["clause"]), lambda plan: _check(plan, row), manual)


def _measure(plan: Plan, row: pd.Series) -> Text:
    return quantities.name_of(plan, row["scope"], row["measure"])


def _check(plan: Plan, row: pd.Series) -> Iterator[Finding | NotChecked]:
    """Things of the scope whose figure breaks the limit."""
    scope, measure = row["scope"], row["measure"]
    figures = quantities.values(plan, scope, measure)
    if not figures:
        yield NotChecked(_nothing(plan, scope, measure))
        return
    incomparable = 0
    for one in figures:
        unit = row["unit"] if isinstance(row["unit"], str) else one.unit
        value = quantities.in_limit_unit(one, unit)
        if value is None:
            incomparable += 1
        elif _breaks(value, row["value"], row["direction"], one.open_to):
            yield _finding(plan, row, one, unit)
    if incomparable:
        yield NotChecked(
            Text(
                f"{incomparable} 个数不能换算成{row['unit']}",
                f"{incomparable} figures cannot be converted to {row['unit']}",
            ),
            partly=incomparable < len(figures),
        )


def _breaks(value: float, limit: float, direction: str, open_to: int) -> bool:
    """Whether a figure breaks a limit whatever its open end (以上, 不超过) may hold."""
    slack = EQUAL * max(abs(value), abs(limit))
    too_much = value > limit + slack and open_to >= 0
    too_little = value < limit - slack and open_to <= 0
    return {"at_most": too_much, "at_least": too_little, "equal": too_much or too_little}[direction]


def _finding(plan: Plan, row: pd.Series, one: quantities.Value, unit: str) -> Finding:
    measure = quantities.name_of(plan, row["scope"], row["measure"])
    printed, limit, direction = amount(_shown(one.value), one.unit), _limit(row, unit), DIRECTIONS[row["direction"]]
    of_thing = (
        one.name
        if one.subject.startswith("figure:") or one.name.zh.endswith(measure.zh)
        else Text(f"{one.name.zh}的{measure.zh}", f"{one.name.en}: {measure.en}")
    )
    year_zh, year_en = (f"（{one.year} 年）", f" ({one.year})") if one.year else ("", "")
    return Finding(
        severity=cast(Severity, row["severity"]) if isinstance(row.get("severity"), str) else "warning",
        subject=one.subject,
        aspect=one.source if one.subject.startswith("figure:") else one.year,
        message=Text(
            f"{of_thing.zh}{year_zh}为 {printed.zh}，限为{direction.zh} {limit.zh}：{row['reason']}。",
            f"{of_thing.en}{year_en} is {printed.en}, the limit is {direction.en} {limit.en}: {row['reason']}.",
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


def _shown(value: float) -> float:
    """A computed figure with the digits that a reader can use."""
    return value if float(f"{value:.6g}") == value else float(f"{value:.4g}")


def _limit(row: pd.Series, unit: str | None = None) -> Text:
    stated = row["unit"] if isinstance(row["unit"], str) else unit or ""
    return amount(row["value"], stated)


def _nothing(plan: Plan, scope: str, measure: str) -> Text:
    known = {*quantities.QUANTITIES.get(scope.partition(":")[0], {}), *plan.measures["measure_id"]}
    if measure in known:
        return Text(f"规划没有 {scope} 的 {measure} 的数", f"the plan states no {measure} of {scope}")
    near = plugins.unknown(measure, known).remedy
    return Text(f"规划没有指标 {measure}（{near.zh}）", f"the plan has no measure {measure} ({near.en})")


def _flaws(plan: Plan, row: pd.Series) -> Iterator[InputError]:
    """What the schema cannot say: a unit that fits the measure, a scope that the plan has, a severity."""
    wanted, stated = quantities.unit_of(plan, row["scope"], row["measure"]), row["unit"]
    if wanted is not None and isinstance(stated, str) and not _convertible(stated, wanted):
        yield InputError(
            Text(
                f"“{stated}”不能换算成{wanted or '没有单位的数'}",
                f"'{stated}' cannot be converted to {wanted or 'a number without a unit'}",
            ),
            Text("改正单位，或删去", "correct the unit, or remove it"),
            column="unit",
        )
    kind, _, name = row["scope"].partition(":")
    keys = {
        "zone": plan.zones.get("zone_id"),
        "project": plan.projects.get("project_id"),
        "cluster": plan.clusters.get("cluster_id"),
    }
    if name and kind in keys and name not in set(keys[kind]):
        error = (
            plugins.unknown(name, list(keys[kind]))
            if len(keys[kind])
            else InputError(Text(f"没有“{name}”", f"there is no '{name}'"), Text("改正编号", "correct the id"))
        )
        yield InputError(error.problem, error.remedy, column="scope")
    if isinstance(row.get("severity"), str) and row["severity"] not in get_args(Severity):
        yield InputError(
            Text(f"没有“{row['severity']}”", f"there is no '{row['severity']}'"),
            Text("写 error、warning 或 info，或留空", "write error, warning or info, or leave it empty"),
            column="severity",
        )


def _convertible(stated: str, wanted: str) -> bool:
    return ratio(as_counted(stated, wanted), wanted) is not None or differ_in_currency(stated, wanted)
