"""The parcels that a scenario can choose of, with what each costs and yields, and what had to be assumed of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from yzgeo.core.errors import Advice, InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.core.units import mu_to_m2
from yzgeo.plan.model import Plan
from yzgeo.scenario.settings import Settings
from yzgeo.stats import recovery

NEW = ("new_floor_area_m2", "new_tax_10k_yuan", "new_value_added_10k_yuan")
"""Figures of what takes the place of what stands there."""


class Candidates(NamedTuple):
    """What can be chosen.

    - `units`: what is taken as a whole, a parcel or a group of them: `parcel_ids` (tuple), `group`, `mu`, `site_m2`,
      `zone_id` (of most of its land), `cost` (万元), `firms`, `tax` (万元 a year, lost), `parcels` (their number),
      `first_year`, `last_year`, `must` (take, leave or missing); a figure that is not known is missing
    - `options`: ways to use a unit anew: `unit` (row of `units`), `industry` (missing where none is chosen), and `NEW`
    - `land`: mu of each unit in each zone: `unit`, `zone` (position in `zone_ids`; their number for land outside), `mu`
    - `zone_ids`: of the plan, in its order
    - `rows`: of the ledger, by parcel number
    - `weights`: what is minimised (see `goal_of`)
    - `recovered_mu`: land that the ledger proves as recovered already
    - `assumptions`: what is assumed and what is left out, in words
    """

    units: pd.DataFrame
    options: pd.DataFrame
    land: pd.DataFrame
    zone_ids: list[str]
    rows: dict[str, int]
    weights: dict[str, float]
    recovered_mu: float
    assumptions: list[Text]


def candidates(plan: Plan, settings: Settings) -> Candidates:
    """The candidates of a plan's ledger.

    Raises
    ------
    InputError
        When the ledger has no parcel with one of the statuses, or a figure that the settings need is not known.
    """
    if plan.parcels.empty:
        raise InputError(
            Text("没有地块台账", "there is no parcel ledger"),
            Text("给出台账文件", "give the file of the ledger"),
            parameter=Parameter("parcels"),
        )
    assumptions = list(settings.remarks)
    land = recovery.net_land(plan)
    recovered_mu = float(land.loc[land["status"] == recovery.RECOVERED, "mu"].sum())
    open_land = land[land["status"].isin(settings.statuses) & (land["mu"] > 0)]
    named = open_land[recovery.stripped(open_land["parcel_id"]).notna()]
    if len(named) < len(open_land):
        count = open_land.loc[~open_land.index.isin(named.index), "row"].nunique()
        assumptions.append(
            Text(f"{count} 个地块没有编号，不在备选之列", f"{count} parcels have no number and cannot be chosen")
        )
    if named.empty:
        raise InputError(
            Text("台账中没有尚未盘活的地块", "the ledger has no parcel that is not yet recovered"),
            Text("核对状态列", "check the column of statuses"),
            parameter=Parameter("parcels"),
        )
    parcels = _parcels(named, settings, assumptions)
    units, members = _units(parcels, settings)
    zone_ids = plan.zones["zone_id"].tolist()
    at = {zone_id: number for number, zone_id in enumerate(zone_ids)}
    unit_of = pd.Series({parcel: unit for unit, ids in enumerate(members) for parcel in ids})
    by_zone = pd.DataFrame(
        {
            "unit": unit_of[named["parcel_id"].astype("str")].to_numpy(),
            "zone": named["zone_id"].map(at).fillna(len(zone_ids)).astype(int).to_numpy(),
            "mu": named["mu"].to_numpy(dtype=float),
        }
    )
    by_zone = by_zone.groupby(["unit", "zone"], as_index=False)["mu"].sum()
    largest = by_zone.sort_values(["unit", "mu", "zone"], ascending=[True, False, True]).drop_duplicates("unit")
    where = np.array([*zone_ids, None], dtype=object)
    units["zone_id"] = pd.Series(where[largest["zone"].to_numpy()], index=units.index, dtype=object)
    rows = dict(zip(named["parcel_id"].astype("str"), named["row"], strict=True))
    options = _options(parcels, units, unit_of, settings)
    _refuse_unknown(units, settings)
    weights, why = goal_of(settings, units)
    assumptions += [] if why is None else [why]
    return Candidates(units, options, by_zone, zone_ids, rows, weights, recovered_mu, assumptions)


def goal_of(settings: Settings, units: pd.DataFrame) -> tuple[dict[str, float], Text | None]:
    """What is minimised where the settings do not say: cost where every cost is known, else tax lost, else parcels.

    >>> import pandas as pd
    >>> from yzgeo.scenario.settings import Settings
    >>> settings = Settings(*[None] * 4, {}, *[None] * 10)
    >>> weights, why = goal_of(settings, pd.DataFrame({"cost": [None, 3.0], "tax": [1.0, 2.0]}))
    >>> print(weights, why.en)
    {'tax': 1.0} the costs are not known, so the present tax that is lost is minimised; state costs in costs.csv or candidates.csv
    """
    if settings.weights:
        return settings.weights, None
    if units["cost"].notna().all():
        return {"cost": 1.0}, None
    if units["tax"].notna().all():
        return {"tax": 1.0}, Text(
            "成本不详，故以损失的现状税收最少为目标；成本写在 costs.csv 或 candidates.csv",
            "the costs are not known, so the present tax that is lost is minimised; state costs in costs.csv or candidates.csv",
        )
    return {"parcels": 1.0}, Text(
        "成本与现状税收不详，故以地块数最少为目标；成本写在 costs.csv 或 candidates.csv",
        "neither costs nor present tax are known, so the number of parcels is minimised; state costs in costs.csv or candidates.csv",
    )


def _parcels(land: pd.DataFrame, settings: Settings, assumptions: list[Text]) -> pd.DataFrame:
    """A row per candidate parcel by its number: the ledger's figures, then what the tables say of it."""
    largest = land.sort_values(["row", "mu"], ascending=[True, False]).drop_duplicates("row")
    frame = largest.assign(parcel_id=largest["parcel_id"].astype("str")).set_index("parcel_id")
    frame["mu"] = land.groupby("row")["mu"].sum().reindex(frame["row"]).to_numpy()
    frame["site_m2"] = mu_to_m2(frame["mu"].to_numpy(dtype=float))
    frame["tax"] = frame["tax_10k_yuan"].astype("float64")
    stated = settings.tables.get("candidates")
    told = pd.DataFrame(index=frame.index) if stated is None else stated.set_index(stated["parcel_id"].astype("str"))
    told = told.reindex(frame.index)
    if stated is not None:
        idle = sorted(set(stated["parcel_id"].astype("str")) - set(frame.index))
        if idle:
            shown = "、".join(idle[:3])
            assumptions.append(
                Text(
                    f"candidates.csv 中 {len(idle)} 个地块已盘活或状态不在备选之列（{shown} 等），不用",
                    f"{len(idle)} parcels of candidates.csv are recovered or of another status ({', '.join(idle[:3])} …): not used",
                )
            )

    def column(name: str) -> pd.Series:
        return told[name] if name in told else pd.Series(np.nan, index=frame.index)

    frame["firms"] = column("firms").astype("float64")
    frame["first_year"] = column("first_year").astype("float64").fillna(-np.inf)
    frame["last_year"] = column("last_year").astype("float64").fillna(np.inf)
    frame["must"], frame["group"] = column("must"), column("group")
    for name in NEW:
        frame[name] = column(name).astype("float64")
    frame["cost"] = column("cost_10k_yuan").astype("float64")
    _fill_costs(frame, settings, assumptions)
    if settings.weights.get("firms") and frame["firms"].isna().any():
        count = int(frame["firms"].isna().sum())
        frame["firms"] = frame["firms"].fillna(1.0)
        assumptions.append(
            Text(
                f"{count} 个地块未写企业数，各按 1 家计",
                f"{count} parcels state no number of firms: one each is assumed",
            )
        )
    return frame


def _fill_costs(frame: pd.DataFrame, settings: Settings, assumptions: list[Text]) -> None:
    """Costs by the office's own rule, where none is stated: the first row of `costs.csv` that fits."""
    rules = settings.tables.get("costs")
    if rules is None:
        return
    for rule in rules.itertuples():
        fits = frame["cost"].isna()
        for key in ("block_class", "zone_id", "town"):
            asked = getattr(rule, key)
            if isinstance(asked, str):
                fits &= recovery.stripped(frame[key]) == asked.strip()
        if fits.any():
            frame.loc[fits, "cost"] = float(rule.cost_10k_yuan_per_mu) * frame.loc[fits, "mu"]
            per_mu = f"{rule.cost_10k_yuan_per_mu:g}"
            assumptions.append(
                Text(
                    f"{int(fits.sum())} 个地块的成本按 costs.csv 第 {rule.line} 行：{per_mu} 万元/亩（{rule.basis}）",
                    f"the cost of {int(fits.sum())} parcels is by row {rule.line} of costs.csv: {per_mu} 万元 per mu ({rule.basis})",
                )
            )


def _units(parcels: pd.DataFrame, settings: Settings) -> tuple[pd.DataFrame, list[tuple[str, ...]]]:
    """Parcels, or groups of them that are taken as a whole."""
    own = pd.Series([f"\0{parcel}" for parcel in parcels.index], index=parcels.index)
    key = recovery.stripped(parcels["group"]).fillna(own) if parcels["group"].notna().any() else own
    number = pd.factorize(key)[0]
    grouped = parcels.groupby(number, sort=True)
    members = [tuple(ids) for _, ids in sorted(parcels.groupby(number).groups.items())]
    whole = {
        name: grouped[name].sum(min_count=1).where(grouped[name].count() == grouped.size())
        for name in ("mu", "site_m2", "cost", "firms", "tax", *NEW)
    }
    units = pd.DataFrame(whole)
    units["parcels"] = grouped.size().astype(float)
    units["parcel_ids"] = pd.Series(members, index=units.index)
    units["group"] = grouped["group"].first()
    units["first_year"], units["last_year"] = grouped["first_year"].max(), grouped["last_year"].min()
    units["must"] = grouped["must"].agg(_must)
    clash = units.index[units["must"] == "both"]
    if len(clash):
        group = units["group"].loc[clash[0]]
        raise InputError(
            Text(
                f"组“{group}”里有的地块必选、有的不选",
                f"of the group '{group}' some parcels must be taken and some left",
            ),
            Text("改正 candidates.csv 的 must 或 group", "correct must or group in candidates.csv"),
            file=None if settings.folder is None else str(settings.folder / "candidates.csv"),
            column="must",
        )
    return units, members


def _must(words: pd.Series) -> str | None:
    said = set(words.dropna())
    return "both" if len(said) > 1 else next(iter(said), None)


def _options(parcels: pd.DataFrame, units: pd.DataFrame, unit_of: pd.Series, settings: Settings) -> pd.DataFrame:
    """The uses of each unit: those of `uses.csv`, else the one that `candidates.csv` has figures of.

    A group has the uses that all its parcels have.
    """
    uses = settings.tables.get("uses")
    plain = units[list(NEW)].assign(unit=range(len(units)), industry=pd.Series(dtype="str"))
    if uses is None or uses.empty:
        return plain[["unit", "industry", *NEW]].reset_index(drop=True)
    usable = uses[uses["parcel_id"].astype("str").isin(unit_of.index)]
    by_unit = usable.assign(unit=unit_of[usable["parcel_id"].astype("str")].to_numpy())
    grouped = by_unit.groupby(["unit", "industry"], sort=True)
    options = pd.DataFrame(
        {name: grouped[name].sum(min_count=1).where(grouped[name].count() == grouped.size()) for name in NEW}
    )
    options["parcels"] = grouped["parcel_id"].nunique()
    options = options.reset_index()
    options = options[options["parcels"].to_numpy() == units["parcels"].to_numpy()[options["unit"]]]
    without = plain[~plain["unit"].isin(options["unit"])]
    joined = pd.concat([options, without], ignore_index=True)
    return joined.sort_values(["unit", "industry"], ignore_index=True)[["unit", "industry", *NEW]]


def _refuse_unknown(units: pd.DataFrame, settings: Settings) -> None:
    """Refuse to minimise or limit what is not known of every candidate."""
    asks_cost = settings.budget_10k_yuan is not None or any(
        "budget_10k_yuan" in asked for asked in settings.by_year.values()
    )
    needed = {name for name, weight in settings.weights.items() if weight} | ({"cost"} if asks_cost else set())
    names = {"cost": Text("成本", "cost"), "tax": Text("现状税收", "present tax")}
    for name in sorted(needed & names.keys()):
        unknown = units[units[name].isna()]
        if unknown.empty:
            continue
        example = unknown["parcel_ids"].iloc[0][0]
        remedy = (
            Advice(
                "在 candidates.csv 写 cost_10k_yuan，或在 costs.csv 写每亩成本的规则",
                "state cost_10k_yuan in candidates.csv, or a rule of costs per mu in costs.csv",
                Parameter("scenario"),
            )
            if name == "cost"
            else Text(
                "在台账补 tax_10k_yuan，或不用这一目标", "fill in tax_10k_yuan in the ledger, or do not minimise it"
            )
        )
        raise InputError(
            Text(
                f"{len(unknown)} 个备选地块没有{names[name].zh}（如 {example}）",
                f"{len(unknown)} candidates have no {names[name].en} (such as {example})",
            ),
            remedy,
            parameter=Parameter("scenario") if name == "cost" else None,
        )
