"""Land that forbids building is not chosen, nor land outside what must hold it: the constraints of the plan.

A parcel is barred where a strip of it wider than the tolerance lies over the line, by the same measure and tolerance as
the rules `on-forbidding-land` and `outside-required-land`. A parcel without a shape cannot be held against a line.
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np

from yzgeo.core.i18n import Text, counted
from yzgeo.plan import constraint_kinds
from yzgeo.plan.constraint_kinds import BORDER_M, Effect
from yzgeo.plan.model import Plan
from yzgeo.plan.tolerances import stated
from yzgeo.scenario.question import Demand, Question
from yzgeo.spatial.coverage import pieces_off, pieces_on

ORDER = 9
RULES: dict[Effect, str] = {"forbids": "on-forbidding-land", "must_hold": "outside-required-land"}
"""The rule whose tolerance holds, by effect."""


def demands(asked: Question) -> Iterator[Demand]:
    """A demand for each kind of constraint that judges parcels; none where the settings leave constraints aside."""
    constraints = asked.plan.constraints
    if not asked.settings.respects_constraints or constraints.empty:
        return
    unit, shapes = _shapes(asked)
    without = int(shapes.isna().sum())
    for (effect, code), cover in constraints.groupby(["effect", "kind"], sort=False):
        kind = constraint_kinds.described(str(code), str(effect), next(iter(cover["basis"].dropna()), ""))
        if "parcels" not in kind.judges:
            continue
        measure = pieces_off if kind.effect == "must_hold" else pieces_on
        over = measure(shapes, cover.geometry, _width_m(asked.plan, kind.effect)).index
        barred = np.zeros(len(asked.candidates.units), dtype=bool)
        barred[unit[over]] = True
        title, basis = kind.title, kind.basis
        if kind.effect == "must_hold":
            name = Text(f"都在{title.zh}内（{basis.zh}）", f"all within the {title.en} ({basis.en})")
        else:
            name = Text(f"不占用{title.zh}（{basis.zh}）", f"nothing on {title.en} ({basis.en})")
        unknown = Text(
            f"；{without} 个没有图形，未核对" if without else "",
            f"; {without} without a shape were not held against it" if without else "",
        )
        note = Text(
            f"{name.zh}：因此不能选的备选地块 {len(over)} 个{unknown.zh}",
            f"{name.en}: {counted(len(over), 'candidate')} cannot be chosen for it{unknown.en}",
        )
        yield Demand(
            f"constraint:{code}",
            name,
            "",
            asked.over_choices(barred[asked.choices["unit"].to_numpy()].astype(float)),
            np.array([-np.inf]),
            np.array([0.0]),
            note=note,
        )


def _shapes(asked: Question) -> tuple[np.ndarray, gpd.GeoSeries]:
    """The unit and the shape, missing where there is none, of each candidate parcel."""
    ids, parcels = asked.candidates.units["parcel_ids"], asked.plan.parcels
    row = [asked.candidates.rows[parcel] for group in ids for parcel in group]
    return np.repeat(np.arange(len(ids)), ids.map(len)), gpd.GeoSeries(
        parcels.geometry.to_numpy()[row], crs=parcels.crs
    )


def _width_m(plan: Plan, effect: Effect) -> float:
    """Metres below which a strip over the line is an inexact border: the plan's own (`tolerances.csv`), else `BORDER_M`."""
    own = stated(plan, RULES[effect])
    return BORDER_M if own is None else own.value
