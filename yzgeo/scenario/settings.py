"""The settings of a scenario: the office's own folder of `scenario.toml`, `candidates.csv`, `costs.csv`, `uses.csv`."""

from __future__ import annotations

import functools
import json
import math
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pandas as pd

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError, Parameter, all_of
from yzgeo.core.formula_injection import unescape_formula
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.text_encoding import decode
from yzgeo.ledger.ledger import STATUSES
from yzgeo.plan.model import Plan
from yzgeo.plan.single_table import examine_table
from yzgeo.stats.recovery import as_of, recovery_target

FILE = "scenario.toml"
TABLES = ("candidates", "costs", "uses")
MOST_YEARS = 50
DISTANCE_M = 30.0
"""Parcels so near are connected unless the settings say otherwise: a street between them does not part a block."""
NAME = Text("方案", "Scenario")


class Settings(NamedTuple):
    """What a scenario asks for; None where it asks nothing of the kind.

    - `name`: in both languages
    - `target_mu`: land to be recovered in all by the last year, what is recovered already included
    - `years`: in which parcels can be redeveloped, each year once, ascending
    - `statuses`: of the parcels that can be chosen
    - `weights`: what is minimised, by `cost` (万元), `firms`, `tax` (万元 a year), `parcels`
    - `budget_10k_yuan`: most that all may cost
    - `by_year`: `budget_10k_yuan`, `least_mu`, `least_total_mu` by year; `by_zone`: `least_mu`, `most_mu`, `least_share` by zone
    - `replacement`: what takes the place must reach: `floor_area_ratio`, `tax_per_mu`, `value_added_per_mu`,
      `industries_per_zone`; a number, or "plan" for what the plan asks
    - `block_mu`, `block_distance_m`: least land of a block, and how near its parcels are
    - `respects_constraints`: whether land that the constraints of the plan bar cannot be chosen
    - `tables`: those of `TABLES` that the folder has, with the line of each row in `line`
    - `folder`: where they stand; None without a folder
    - `remarks`: what of the folder was not used
    """

    name: Text
    target_mu: float
    years: list[int]
    statuses: list[str]
    weights: dict[str, float]
    budget_10k_yuan: float | None
    by_year: dict[int, dict[str, float]]
    by_zone: dict[str, dict[str, float]]
    replacement: dict[str, float | str]
    block_mu: float | None
    block_distance_m: float
    respects_constraints: bool
    tables: dict[str, pd.DataFrame]
    folder: Path | None
    remarks: list[Text]


@functools.cache
def schema() -> dict[str, Any]:
    """The JSON Schema of `scenario.toml`."""
    return dict(json.loads((Path(__file__).parent / "settings.json").read_text("utf-8")))


@functools.cache
def table_schemas() -> dict[str, Any]:
    """The Table Schema of each table."""
    return dict(json.loads((Path(__file__).parent / "tables.json").read_text("utf-8")))


def read(
    plan: Plan,
    folder: Path | None = None,
    target_mu: float | None = None,
    last_year: int | None = None,
    budget_10k_yuan: float | None = None,
) -> Settings:
    """The settings of a folder, or those of the plan alone; parameters outrank what the folder says.

    Parameters
    ----------
    plan
        With its ledger. Its target of recovered land is the target, and the target's year the last one, where nothing
        else is said. The first year is that after the day up to which the ledger counts, or the year of that day if
        the last year is the same.
    folder
        Of `scenario.toml` and the tables, each of which may be missing.

    Raises
    ------
    InputError
        On flaws, all of them, with file, row and column.
    """
    flaws: list[InputError] = []
    content: dict[str, Any] = {}
    tables: dict[str, pd.DataFrame] = {}
    remarks: list[Text] = []
    if folder is not None:
        content, flaws = _toml(folder / FILE)
        for name in TABLES:
            file = folder / f"{name}.csv"
            if file.is_file():
                tables[name], found, remark = _table(file, table_schemas()[name])
                flaws += found
                remarks += remark
        flaws += _strangers(plan, content, tables, folder)
    years: list[int] = []
    if _is_sound(content, ("first_year", "last_year", "years")):
        try:
            years = _years(plan, content, last_year, folder)
        except InputError as error:
            flaws.append(error)
    if flaws:
        raise all_of(flaws)
    target = target_mu if target_mu is not None else content.get("target_mu")
    goal = recovery_target(plan)
    if target is None and goal is None:
        raise InputError(
            Text("规划没有盘活低效工业用地的目标", "the plan has no target of recovered land"),
            Text("指明目标亩数", "state the mu to reach"),
            parameter=Parameter("target"),
        )
    blocks = content.get("blocks", {})
    return Settings(
        bilingual(content["name"], content.get("name_en")) if "name" in content else NAME,
        float(target if target is not None else goal.mu),  # type: ignore[union-attr]
        years,
        content.get("statuses", [status for status in STATUSES if status != "recovered"]),
        {name: float(weight) for name, weight in content.get("minimise", {}).items() if weight},
        budget_10k_yuan if budget_10k_yuan is not None else content.get("budget_10k_yuan"),
        {int(year): asked for year, asked in content.get("years", {}).items()},
        content.get("zones", {}),
        content.get("replacement", {}),
        blocks.get("least_mu"),
        float(blocks.get("distance_m", DISTANCE_M)),
        content.get("constraints", {}).get("respect", True),
        tables,
        folder,
        remarks,
    )


def _is_sound(content: dict[str, Any], keys: tuple[str, ...]) -> bool:
    """Whether the schema has nothing against some settings."""
    own = {key: content[key] for key in keys if key in content}
    return bool(jsonschema.Draft202012Validator(schema()).is_valid(own))


def _toml(file: Path) -> tuple[dict[str, Any], list[InputError]]:
    """The content of a settings file and its flaws by the schema."""
    if not file.is_file():
        raise InputError(
            Text("没有 scenario.toml，不是方案文件夹", "there is no scenario.toml, so this is no folder of a scenario"),
            Text("用 yzgeo scenario new 建一个", "make one with: yzgeo scenario new DIR"),
            file=str(file.parent),
        )
    try:
        with refuse_unreadable(file):
            text = decode(file)
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            Text(f"不是合法的 TOML（{error}）", f"not valid TOML ({error})"),
            Text("改正这一行", "correct this line"),
            file=str(file),
            row=getattr(error, "lineno", None),
        ) from error
    found = jsonschema.Draft202012Validator(schema()).iter_errors(content)
    endless = [
        InputError(
            Text(f"{place}不是有限的数", f"{place} is no finite number"),
            Text("写一个数，或删去这一行", "write a number, or remove the line"),
            file=str(file),
        )
        for place in _endless(content)
    ]
    return content, endless + [
        InputError(_flaw(error), _meaning(error), file=str(file))
        for error in sorted(found, key=lambda error: [str(part) for part in error.absolute_path])
    ]


def _flaw(error: jsonschema.ValidationError) -> Text:
    """What is wrong with a setting, in words."""
    place, value, asked = _place(error), error.instance, error.validator_value
    if error.validator == "additionalProperties":
        known = [*error.schema.get("properties", {})]
        patterns = [*error.schema.get("patternProperties", {})]
        strange = [key for key in value if key not in known and not any(re.search(one, key) for one in patterns)]
        zh, en = "、".join(map(str, strange)), ", ".join(map(str, strange))
        where = Text("", "") if place == FILE else Text(f"[{place}] 里", f"in [{place}] ")
        return Text(f"{where.zh}不认得 {zh}", f"{where.en}{en} is not known")
    words = {
        "type": Text("的类型不对", "is of the wrong kind"),
        "enum": Text(f"不在 {asked} 之中", f"is none of {asked}"),
        "minimum": Text(f"小于 {asked}", f"is less than {asked}"),
        "exclusiveMinimum": Text(f"不大于 {asked}", f"is not more than {asked}"),
        "maximum": Text(f"大于 {asked}", f"is more than {asked}"),
        "required": Text(f"里缺 {'、'.join(map(str, asked))}" if isinstance(asked, list) else "", f"lacks {asked}"),
        "uniqueItems": Text("有重复", "says something twice"),
        "anyOf": Text('既不是正数，也不是 "plan"', 'is neither a positive number nor "plan"'),
    }.get(str(error.validator), Text("不合要求", "is not as it must be"))
    told = "" if error.validator == "required" or isinstance(value, dict | list) else f" = {value!r}"
    return Text(f"{place}{told} {words.zh}", f"{place}{told} {words.en}")


def _meaning(error: jsonschema.ValidationError) -> Text:
    """What a setting is for; of one that is not known, which there are."""
    known = [*error.schema.get("properties", {})]
    if error.validator == "additionalProperties" and known:
        return Text(f"可用的有：{'、'.join(known)}", f"there are: {', '.join(known)}")
    told = error.schema if "description" in error.schema else _own_schema(error)
    if "description" in told:
        return Text(told["description"], told["description_en"])
    return Text("见 docs/scenario.zh.md", "see docs/scenario.md")


def _own_schema(error: jsonschema.ValidationError) -> dict[str, Any]:
    """What the schema says of a setting whose type stands elsewhere in it."""
    place: Any = schema()
    for part in error.absolute_path:
        of_pattern = (
            one for pattern, one in place.get("patternProperties", {}).items() if re.search(pattern, str(part))
        )
        place = place.get("properties", {}).get(part) or next(of_pattern, place.get("additionalProperties"))
        if not isinstance(place, dict):
            return {}
    return dict(place)


def _endless(content: Any, place: str = "") -> Iterator[str]:
    """Where inf or nan stands, which TOML has and the schema lets pass."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _endless(value, f"{place}.{key}" if place else str(key))
    elif isinstance(content, float) and not math.isfinite(content):
        yield place


def _place(error: jsonschema.ValidationError) -> str:
    return ".".join(str(part) for part in error.absolute_path) or FILE


def _table(file: Path, table: dict[str, Any]) -> tuple[pd.DataFrame, list[InputError], list[Text]]:
    """A table with the columns that its file has, its flaws, and the columns that are not used.

    Texts are as before `scenario new` or a spreadsheet's user put an apostrophe before what would run as a formula.
    """
    with refuse_unreadable(file):
        rows = ([cell.strip() for cell in row.cells] for row in csv_rows(decode(file)))
        header = next((cells for cells in rows if any(cells)), [])
    known = [field["name"] for field in table["fields"]]
    fields = [
        field for field in table["fields"] if field["name"] in header or field.get("constraints", {}).get("required")
    ]
    frame, lines, flaws = examine_table(file, {**table, "fields": fields})
    strange = [str(column) for column in frame.columns if column not in known]
    for name in known:
        if name not in frame:
            frame[name] = pd.Series(index=frame.index, dtype="str" if name in ("must", "group") else "float64")
    texts = [field["name"] for field in fields if field["type"] == "string"]
    frame[texts] = frame[texts].map(unescape_formula, na_action="ignore")
    frame["line"] = lines
    remark = Text(f"{file.name}：未用的列 {'、'.join(strange)}", f"{file.name}: columns not used: {', '.join(strange)}")
    return frame, flaws, [remark] if strange else []


def _strangers(
    plan: Plan, content: dict[str, Any], tables: dict[str, pd.DataFrame], folder: Path
) -> Iterator[InputError]:
    """Zones that the plan lacks and parcels that the ledger lacks."""
    zones = set(plan.zones["zone_id"])
    asked = content.get("zones")
    for zone_id in asked if isinstance(asked, dict) else {}:
        if zone_id not in zones:
            yield _no_such(folder / FILE, None, "zones", Text("片区", "zone"), str(zone_id), sorted(zones))
    if "costs" in tables:
        rows = tables["costs"].dropna(subset=["zone_id"])
        for line, zone_id in zip(rows["line"], rows["zone_id"], strict=True):
            if zone_id not in zones:
                yield _no_such(folder / "costs.csv", line, "zone_id", Text("片区", "zone"), zone_id, sorted(zones))
    parcels = set(plan.parcels["parcel_id"].dropna().astype("str"))
    padded = {parcel.lstrip("0"): parcel for parcel in sorted(parcels) if parcel.startswith("0")}
    for name in ("candidates", "uses"):
        if name in tables:
            rows = tables[name].dropna(subset=["parcel_id"])
            for line, parcel in zip(rows["line"], rows["parcel_id"].astype("str"), strict=True):
                if parcel not in parcels:
                    like = padded.get(parcel)
                    yield _no_such(folder / f"{name}.csv", line, "parcel_id", Text("地块", "parcel"), parcel, [], like)


def _no_such(
    file: Path, line: int | None, column: str, kind: Text, name: str, names: list[str], padded: str | None = None
) -> InputError:
    """The refusal of an id that is not there; `padded` is one that a spreadsheet may have taken the leading zeros of."""
    if padded is not None:
        listed = Text(
            f"台账里是“{padded}”，表格软件去掉了开头的 0：把这一列设为文本再填",
            f"the ledger has '{padded}', a spreadsheet took the leading zeros away: make the column text and fill it in anew",
        )
    else:
        listed = Text(
            f"取其一：{'、'.join(names)}" if names else "核对编号与台账一致",
            f"use one of: {', '.join(names)}" if names else "let the number be as in the ledger",
        )
    return InputError(
        Text(f"没有{kind.zh}“{name}”", f"there is no {kind.en} '{name}'"),
        listed,
        file=str(file),
        row=line,
        column=column,
    )


def _years(plan: Plan, content: dict[str, Any], last_year: int | None, folder: Path | None) -> list[int]:
    """The years in which parcels can be redeveloped."""
    goal, day = recovery_target(plan), as_of(plan)
    last = last_year or content.get("last_year") or (goal.end.year if goal else None)
    if last is None:
        raise InputError(
            Text("没有期末年份", "there is no last year"),
            Text("指明到哪年止", "state the last year"),
            parameter=Parameter("by"),
        )
    file = None if folder is None else str(folder / FILE)
    if day is not None and last < day.year:
        raise InputError(
            Text(
                f"期末 {last} 年早于台账截至日 {day:%Y-%m-%d}，过去的年份不能再选",
                f"the last year, {last}, is before {day:%Y-%m-%d}, up to which the ledger counts: nothing can be chosen in the past",
            ),
            Text("指明更晚的期末年份", "state a later last year"),
            file=file,
            column=None if file is None else "last_year",
            parameter=Parameter("by"),
        )
    first = content.get("first_year") or (
        min(last, day.year + 1) if day else min(last, goal.start.year) if goal else last
    )
    years = list(range(int(first), int(last) + 1))
    if not years or len(years) > MOST_YEARS:
        raise InputError(
            Text(f"从 {first} 年到 {last} 年不成期间", f"from {first} to {last} is no period"),
            Text(
                f"首年不晚于末年，至多 {MOST_YEARS} 年",
                f"let the first year not be later, over {MOST_YEARS} years at most",
            ),
            file=file,
            column="first_year",
            parameter=Parameter("by"),
        )
    outside = sorted(set(map(int, content.get("years", {}))) - set(years))
    if outside:
        raise InputError(
            Text(
                f"{outside[0]} 年不在 {years[0]}—{years[-1]} 年内", f"{outside[0]} is not within {years[0]}-{years[-1]}"
            ),
            Text("改正年份，或 first_year、last_year", "correct the year, or first_year and last_year"),
            file=file,
            column="years",
        )
    return years
