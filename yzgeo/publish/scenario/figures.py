"""A scenario as figures: the content of `scenario.json`, from which sheet, tables, report and page are made."""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import Any, NoReturn

import geopandas as gpd
import jsonschema
import pandas as pd

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text, bilingual
from yzgeo.ledger import ledger
from yzgeo.plan.model import Plan
from yzgeo.scenario.conflict import relaxed
from yzgeo.scenario.result import Result, broken, totals, verdict
from yzgeo.stats import recovery

Figures = dict[str, Any]
FILE = "scenario.json"
MANIFEST = "scenario.manifest.json"
"""Not as that of a build: a scenario written into the folder of one takes no file of it away, nor a build one of these."""
SCHEMA_VERSION = 1
BASES = {
    "ledger": Text("地块台账", "the parcel ledger"),
    "as_of": Text("台账截至日", "the day up to which the ledger counts"),
    "zones": Text("片区范围", "the outlines of the zones"),
    "constraints": Text("管控范围", "the constraints"),
}
"""What a scenario was made of, in the order in which a difference is told."""
REMEDY = Text("重新生成方案", "write the scenario anew")


@functools.cache
def schema() -> dict[str, Any]:
    """The JSON Schema of `scenario.json`."""
    return dict(json.loads((Path(__file__).parent / "figures.json").read_text("utf-8")))


def figures(result: Result) -> Figures:
    """The content of `scenario.json`.

    Money is in 万元, land in mu, what is not known is None. `basis` has the SHA-256 of what the scenario was made of.
    """
    plan, settings, offered = result.asked.plan, result.asked.settings, result.asked.candidates
    return {
        "schema_version": SCHEMA_VERSION,
        "name_zh": settings.name.zh,
        "name_en": settings.name.en,
        "plan": plan.name,
        "basis": basis(plan),
        "invented": recovery.is_invented(plan),
        "status": result.answer.status,
        "verdict": verdict(result)._asdict(),
        "years": settings.years,
        "statuses": settings.statuses,
        "candidates": int(offered.units["parcels"].sum()),
        "target_mu": settings.target_mu,
        "recovered_mu": round(offered.recovered_mu, 6),
        "minimised": offered.weights,
        "value": _plain(result.answer.value),
        "bound": _plain(result.answer.bound),
        "gap": result.answer.gap,
        "totals": {name: _plain(value) for name, value in totals(result).items()},
        "demands": [{key: _plain(cell) for key, cell in row.items()} for row in result.kept.to_dict("records")],
        "conflict": _conflict(result),
        "value_a_year_earlier": _plain(result.value_a_year_earlier),
        "is_earlier_possible": result.is_earlier_possible,
        "parcels": [{key: _plain(cell) for key, cell in row.items()} for row in result.chosen.to_dict("records")],
        "assumptions": [text._asdict() for text in assumptions(result)],
    }


def name_of(one: Figures) -> Text:
    """The name of a scenario."""
    return bilingual(one["name_zh"], one["name_en"])


def basis(plan: Plan) -> dict[str, str | None]:
    """What a scenario is made of: a SHA-256 of each of `BASES` that the plan has, and the day as it is.

    It depends on what was read, not on the file that it was read from.
    """
    return {
        "ledger": _digest(plan.parcels, [name for name in ledger.COLUMNS if name in plan.parcels]),
        "as_of": plan.as_of,
        "zones": _digest(plan.zones, ["zone_id"]),
        "constraints": _digest(plan.constraints, [name for name in ("effect", "kind") if name in plan.constraints]),
    }


def read(folder: Path) -> Figures:
    """The figures of a scenario that was written, with the name of its folder as `folder`.

    Raises
    ------
    InputError
        When the folder holds none, or they are not as the schema has them.
    """
    file = folder / FILE
    if not file.is_file():
        raise InputError(
            Text(
                f"没有 {FILE}，不是 yzgeo scenario 生成的文件夹",
                f"there is no {FILE}: no folder that yzgeo scenario wrote",
            ),
            Text("先用 yzgeo scenario 生成", "write it with yzgeo scenario first"),
            file=str(folder),
        )
    with refuse_unreadable(file):
        content = json.loads(file.read_text("utf-8"), parse_constant=_refuse_constant)
    flaw = next(jsonschema.Draft202012Validator(schema()).iter_errors(content), None)
    if flaw is not None:
        place = ".".join(str(part) for part in flaw.absolute_path)
        raise InputError(
            Text(
                f"不是方案的数字，或出自其他版本（{place or '内容'}：{flaw.message[:80]}）",
                f"holds no figures of a scenario, or those of another version ({place or 'content'}: {flaw.message[:80]})",
            ),
            REMEDY,
            file=str(file),
        )
    return {**content, "folder": folder.resolve().name}


def read_of(plan: Plan, folder: Path) -> Figures:
    """The figures of a scenario of this plan and its ledger, as yzgeo wrote them.

    Raises
    ------
    InputError
        When the folder holds no scenario, when it was changed since it was written, or when it is of another plan or was
        made of another ledger, other zones or other constraints.
    """
    one = read(folder)
    if plan.parcels.empty:
        raise InputError(
            Text("没有地块台账，方案无从对照", "there is no parcel ledger that the scenario could be of"),
            Text("给出算方案时用的台账", "give the ledger that the scenario was made of"),
            file=str(folder),
        )
    if _recorded(folder) != hashlib.sha256((folder / FILE).read_bytes()).hexdigest():
        raise InputError(
            Text(f"{FILE} 写后被改过，或缺 {MANIFEST}", f"{FILE} was changed since it was written, or {MANIFEST} is missing"),
            REMEDY,
            file=str(folder),
        )  # fmt: skip
    if one["plan"] != plan.name:
        raise InputError(
            Text(f"是规划“{one['plan']}”的方案，不是“{plan.name}”的", f"is a scenario of the plan '{one['plan']}', not of '{plan.name}'"),
            Text("换成这个规划的方案", "give a scenario of this plan"),
            file=str(folder),
        )  # fmt: skip
    now = basis(plan)
    other = [title for name, title in BASES.items() if one["basis"].get(name) != now[name]]
    known = set(plan.parcels["parcel_id"].dropna().astype("str"))
    if other or not {row["parcel_id"] for row in one["parcels"]} <= known:
        changed = other or [BASES["ledger"]]
        raise InputError(
            Text(
                f"方案所依据的{'、'.join(title.zh for title in changed)}与现在的不同",
                f"the scenario was made of something else than is given now: {', '.join(title.en for title in changed)}",
            ),
            Text(
                "给出当时的台账与规划，或重新生成方案", "give the ledger and plan of then, or write the scenario anew"
            ),
            file=str(folder),
        )
    return one


def assumptions(result: Result) -> list[Text]:
    """What is assumed, and what the figures mean."""
    settings = result.asked.settings
    notes = [*result.asked.candidates.assumptions, *(one.note for one in result.demands if one.note is not None)]
    if not settings.respects_constraints and not result.asked.plan.constraints.empty:
        notes.append(
            Text(
                "规划的管控范围未作为要求（constraints.respect = false）：所选地块可能占用禁止的范围",
                "the constraints of the plan were left aside (constraints.respect = false): chosen land may be barred",
            )
        )
    missed = broken(result)
    names = [one.name for one in result.demands if one.key in missed]
    if names:
        notes.append(
            Text(
                f"按所选地块重新相加，下列要求未满足，请勿采用：{'、'.join(name.zh for name in names)}",
                f"added up anew, the choice does not keep these demands, do not use it: {', '.join(name.en for name in names)}",
            )
        )
    if settings.folder is None:
        notes.append(
            Text(
                "没有方案文件夹：除目标外没有其他要求",
                "there is no folder of settings: nothing but the target is asked",
            )
        )
    if result.kept["price"].notna().any():
        notes.append(
            Text(
                "“多一个单位的代价”是地块可以拆分时的影子价格；整块选取时会有出入",
                "the price of one unit more is the shadow price where parcels may be split; whole parcels differ from it",
            )
        )
    if len(result.chosen) and result.chosen["stability"].isna().all():
        notes.append(Text("没有试算成本变动下的稳定性", "how stable the choice is when costs move was not tried"))
    if result.conflict is not None and not result.conflict.is_minimal:
        notes.append(
            Text(
                "有的要求未能证明必不可少，所列可能不是最小的一组",
                "not each demand was shown to be needed: the set may not be the smallest",
            )
        )
    if (result.asked.plan.zones["outline_basis"] == "schematic").any():
        notes.append(
            Text(
                "片区为示意范围，分片区的数字仅供参考",
                "outlines of zones are schematic: figures by zone are indicative",
            )
        )
    return notes


def _conflict(result: Result) -> Figures | None:
    if result.conflict is None:
        return None
    rows = []
    for demand, reachable in zip(result.conflict.demands, result.conflict.reachable, strict=True):
        words = relaxed(demand, reachable)
        rows.append(
            {
                "key": demand.key,
                "name": demand.name._asdict(),
                "within_reach": None if reachable is None else round(reachable + demand.already, 6),
                "in_words": None if words is None else words._asdict(),
            }
        )
    return {"demands": rows, "is_minimal": result.conflict.is_minimal}


def _digest(rows: gpd.GeoDataFrame, columns: list[str]) -> str | None:
    """SHA-256 of columns and shapes in their order; None where there is no row."""
    if rows.empty:
        return None
    content = hashlib.sha256(pd.DataFrame(rows[columns]).to_csv(index=False).encode("utf-8", "surrogatepass"))
    for shape in rows.geometry.to_wkb():
        content.update(shape or b"-")
    return content.hexdigest()


def _recorded(folder: Path) -> str | None:
    """The SHA-256 of the figures by the manifest beside them."""
    file = folder / MANIFEST
    if not file.is_file():
        return None
    with refuse_unreadable(file):
        content = json.loads(file.read_text("utf-8"))
    outputs = content.get("outputs") if isinstance(content, dict) else None
    return outputs.get(FILE) if isinstance(outputs, dict) else None


def _refuse_constant(name: str) -> NoReturn:
    """`NaN` and the like are numbers to Python's parser, and none in JSON."""
    raise ValueError(f"{name} is no number")


def _plain(value: Any) -> Any:
    """A cell as JSON has it."""
    if value is None or (not isinstance(value, str | bool) and pd.isna(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
    return round(value, 6) if isinstance(value, float) else value
