"""Facts of a target."""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core import labels, qualifiers
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.units import amount
from yzgeo.facts.cite import Fact, Subject
from yzgeo.facts.printed import printed
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery, target_progress
from yzgeo.stats.subjects import targets as statistics

TITLE = Text("目标", "target")


def subjects(plan: Plan) -> list[Subject]:
    """All targets of table and text, by id or printed name."""
    named = plan.targets.merge(plan.measures[["measure_id", "name_en"]], on="measure_id", how="left")
    return [
        Subject(target_id, bilingual(name, name_en))
        for target_id, name, name_en in named[["target_id", "name", "name_en"]].itertuples(index=False)
    ]


def facts(plan: Plan, target_id: str) -> list[Fact]:
    """Target, base, the city's target, progress, and other statements of the same measure."""
    row = statistics.rows_by_target(plan)[target_id]
    source = (row["source"],)
    year = row["target_year"]
    when = Text(f"（{year} 年）", f" ({year})") if year else Text("", "")
    value = plain(row["target_text"]) if row["target"] is None and row["target_text"] else None
    target = plan.targets[plan.targets["target_id"] == target_id].iloc[0]
    if row["target"] is not None:
        value = qualifiers.printed(row["target"], target["target_to"], row["unit"], target["target_qualifier"])
    elif value is not None:
        value = qualifiers.around(value, target["target_qualifier"])
    target_value = Text("未载", "not stated") if value is None else Text(value.zh + when.zh, value.en + when.en)
    target_facts = [
        Fact(Text("目标", "Target"), target_value, source),
        *_words(target),
    ]
    if row["base"] is not None:
        base = qualifiers.around(
            amount(row["base"], row["unit"]), target["base_qualifier"] if target["base"] == row["base"] else None
        )
        target_facts.append(
            Fact(Text(f"基数（{row['base_year']} 年）", f"Base ({row['base_year']})"), base, (row["base_source"],))
        )
    city = plain(row["city_text"]) if row["city_text"] else None
    if row["city_target"] is not None:
        city = amount(row["city_target"], row["unit"])
    if city is not None:
        target_facts.append(Fact(Text("全市目标", "Target of the city"), city, source))
    is_land = target["measure_id"] == recovery.MEASURE
    from_ledger = row["actual_source"] in (statistics.LEDGER, recovery.INVENTED)
    if not from_ledger and not (is_land and row["actual"] is None):
        target_facts += _reached(plan, target, row)
    if is_land:
        target_facts += _ledger(plan)
    return [*target_facts, *_elsewhere(plan, target_id)]


def _words(target: pd.Series) -> list[Fact]:
    """What the plan says of a target besides its number: the noun, of whom, by when, how firm, which way."""
    named = [
        (column, labels.word(target[column]), (target["source"],))
        for column in ("noun", "binding", "phase", "direction")
        if not pd.isna(target[column]) and target[column] != target["name"]
    ]
    return [Fact(labels.COLUMNS[column], word, source) for column, word, source in named]


def _reached(plan: Plan, target: pd.Series, row: dict[str, Any]) -> list[Fact]:
    """The latest actual figure, progress, and whether it is on track."""
    year, source = row["actual_year"], ("actuals.csv",)
    reported = plan.actuals[plan.actuals["target_id"] == target["target_id"]]
    if row["actual"] is None and len(reported):  # money of another currency has no progress
        year = int(reported["year"].max())
        value = target_progress.as_reported(plan, target, year)
        return [Fact(Text(f"完成（{year} 年）", f"Reached ({year})"), value, source)]
    if row["actual"] is None:
        nothing = Text("未填报", "not reported")
        return [Fact(Text("完成", "Reached"), nothing, source)]
    reached = target_progress.as_reported(plan, target, year)
    value_with_source = Text(f"{reached.zh}（{row['actual_source']}）", f"{reached.en} ({row['actual_source']})")
    target_facts = [Fact(Text(f"完成（{year} 年）", f"Reached ({year})"), value_with_source, source)]
    if row["progress"] is not None:
        target_facts.append(Fact(labels.COLUMNS["progress"], plain(f"{row['progress']:.1%}"), source))
    if row["expected"] is not None:
        due = Text(f"匀速应达（{year} 年）", f"Due at an even pace ({year})")
        target_facts.append(Fact(due, amount(row["expected"], row["unit"]), source))
    if row["pace"] == "exceeded":
        target_facts.append(Fact(labels.COLUMNS["pace"], labels.VALUES["exceeded"], source))
    elif row["on_track"] is not None:
        target_facts.append(Fact(labels.COLUMNS["on_track"], labels.YES if row["on_track"] else labels.NO, source))
    return target_facts


def _ledger(plan: Plan) -> list[Fact]:
    """Recovered land by the parcel ledger, or how to supply one."""
    heading, source = labels.VALUES[statistics.LEDGER], (statistics.LEDGER,)
    if plan.parcels.empty:
        return [Fact(heading, recovery.no_ledger(plan), source)]
    standing = recovery.recovery_progress(plan)
    target_facts = [Fact(heading, plain(recovery.INVENTED), source)] if recovery.is_invented(plan) else []
    for key in ("recovered_mu", "under_way_mu", "identified_mu", "remaining_mu", "expected_mu", "needed_mu_per_year"):
        if standing[key] is not None:
            target_facts.append(Fact(labels.COLUMNS[key], plain(f"{standing[key]:,.2f}"), source))
    if standing["progress"] is not None:
        target_facts.append(Fact(labels.COLUMNS["progress"], plain(f"{standing['progress']:.1%}"), source))
        target_facts.append(Fact(labels.COLUMNS["pace"], labels.VALUES[standing["pace"]], source))
    if standing["as_of"] is not None:
        target_facts.append(Fact(labels.COLUMNS["as_of"], plain(standing["as_of"]), source))
    return target_facts


def _elsewhere(plan: Plan, target_id: str) -> list[Fact]:
    """Figures of the same measure and scope in the prose."""
    target = plan.targets.set_index("target_id").loc[target_id]
    same = plan.figures[
        (plan.figures["measure_id"] == target["measure_id"]) & (plan.figures["scope"] == target["scope"])
    ]
    return [
        Fact(
            Text(f"另述（{_year(row['year'])}）", f"Also stated ({_year(row['year'])})"),
            printed(plan, row),
            (row["source"],),
        )
        for _, row in same.iterrows()
    ]


def _year(year: object) -> str:
    return "—" if pd.isna(year) else str(year)
