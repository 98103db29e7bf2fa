"""What takes the place of what stands there: floor area ratio of each parcel, tax and value added per mu on average.

A parcel whose figure is not known cannot be shown to reach what is asked, so it cannot be chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.units import amount
from yzgeo.plan.known_measures import TAX_PER_MU, VALUE_ADDED_PER_MU
from yzgeo.scenario.question import Average, Demand, Question
from yzgeo.stats.subjects.floor_area_ratio import asked_ratio

ORDER = 5
AVERAGES = {
    "tax_per_mu": ("new_tax_10k_yuan", TAX_PER_MU, Text("亩均税收", "tax per mu")),
    "value_added_per_mu": ("new_value_added_10k_yuan", VALUE_ADDED_PER_MU, Text("亩均增加值", "value added per mu")),
}


def demands(asked: Question) -> Iterator[Demand]:
    """A demand for each figure that is asked."""
    replacement = asked.settings.replacement
    if "floor_area_ratio" in replacement:
        least = _limit(
            asked, replacement["floor_area_ratio"], asked_ratio(asked.plan), Text("容积率", "floor area ratio")
        )
        ratio = asked.by_option("new_floor_area_m2") / asked.by_unit("site_m2")
        barred = ~(ratio >= least * (1 - 1e-9))
        _refuse_if_all(asked, barred, "new_floor_area_m2")
        name = Text(f"新建容积率不低于 {least:g}", f"floor area ratio of new building at least {least:g}")
        yield Demand(
            "floor-area-ratio", name, "", asked.over_choices(barred.astype(float)), np.array([-np.inf]), np.array([0.0])
        )
    for key, (column, measure, title) in AVERAGES.items():
        if key not in replacement:
            continue
        least = _limit(asked, replacement[key], _target(asked, measure), title)
        new, mu = asked.by_option(column), asked.by_unit("mu")
        unknown = np.isnan(new)
        _refuse_if_all(asked, unknown, column)
        told = amount(least, "万元/亩")
        yield Demand(
            key.replace("_", "-"),
            Text(
                f"所选土地平均{title.zh}不低于 {told.zh}",
                f"{title.en} of the chosen land at least {told.en} on average",
            ),
            "",
            asked.over_choices(np.vstack([np.where(unknown, 0, new - least * mu), unknown.astype(float)])),
            np.array([0.0, -np.inf]),
            np.array([np.inf, 0.0]),
            average=Average(least, "万元/亩", asked.over_choices(mu)),
        )


def _target(asked: Question, measure: str) -> float | None:
    """What the plan asks of the whole district, in 万元 per mu; the latest target."""
    rows = asked.plan.targets
    rows = rows[(rows["measure_id"] == measure) & (rows["scope"] == "district") & rows["target"].notna()]
    rows = rows.sort_values("target_year", na_position="first")
    return None if rows.empty else float(rows["target"].iloc[-1])


def _limit(asked: Question, stated: float | str, by_plan: float | None, title: Text) -> float:
    if stated != "plan":
        return float(stated)
    if by_plan is None:
        raise InputError(
            Text(f"规划没有{title.zh}的要求", f"the plan asks no {title.en}"),
            Text("写成一个数", "state a number"),
            file=_file(asked, "scenario.toml"),
            column="replacement",
        )
    return by_plan


def _refuse_if_all(asked: Question, barred: np.ndarray, column: str) -> None:
    """Refuse a demand that nothing is known for: a plain answer instead of a proof that nothing can be chosen."""
    if asked.candidates.options[column].isna().all() and barred.all():
        raise InputError(
            Text(f"没有一个备选地块写了 {column}", f"no candidate states {column}"),
            Text(
                "在 candidates.csv 或 uses.csv 补上，或不提这一要求",
                "fill it in in candidates.csv or uses.csv, or do not ask for it",
            ),
            file=_file(asked, "candidates.csv"),
            column=column,
            parameter=Parameter("scenario"),
        )


def _file(asked: Question, name: str) -> str | None:
    return None if asked.settings.folder is None else str(asked.settings.folder / name)
