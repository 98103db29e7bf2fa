"""Every row of the ledger says which parcel it is, how far it is, and since when.

台账各栏齐全、合规：编号、状态、盘活日期、不动产单元代码、地类代码。

Reported are: a missing or repeated number; a status that is none of `identified`, `under_way`, `recovered`; recovered land
without a day, a day that is no ISO date (2024-06-30) or lies outside the plan's period; a registered area that is not
above zero; a parcel with neither a registered area nor a shape; a shape that crosses itself; a code of a real-estate unit (不动产单元代码, 28
characters, GB/T 37346-2019), or a parcel number meant as one, that is malformed, or of another county than the plan's; a
code of land use that is none of the third land survey (TD/T 1055-2019), of GB/T 21010-2017 or of the territorial
classification of 2023.

报告：编号缺失或重复；状态不是 `identified`、`under_way`、`recovered` 之一；已盘活而无日期，日期不是 ISO 格式（2024-06-30）或不在规划期内；登记面积不大于零；既无登记面积又无图形；图形自相交；不动产单元代码（28 位，GB/T 37346-2019）或用作该代码的地块编号不合规定，或其区县不是本规划的区县；地类代码不属三调工作分类（TD/T 1055-2019）、GB/T 21010-2017、2023 年用地用海分类中的任何一个。

Found, three flaws:
查出：三处错误。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("parcel-fields", parcels='''
    ... parcel_id, status, recovered_on, land_use_code
    ... B,         ,       2031-06-30,   0699
    ... D,         done,   ,             ''')
    error parcel:B: B: status '' is not one of identified, under_way, recovered.
    error parcel:D: D: status 'done' is not one of identified, under_way, recovered.
    warning parcel:B: B: recovered_on 2031-06-30 is outside the plan's period, 2026 to 2030.
    warning parcel:B: B: land_use_code '0699' is no code of land use.

Not found, a ledger with every field in order:
不报：台账各栏齐备。

    >>> print_findings("parcel-fields")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.checks.finding import Finding, NotChecked, Severity
from yzgeo.core.i18n import Text
from yzgeo.ledger import land_codes, net_area
from yzgeo.ledger.days import parse_days
from yzgeo.ledger.ledger import COLUMNS, STATUSES
from yzgeo.plan.model import Plan
from yzgeo.stats import recovery

TITLE = Text("台账栏目缺漏或有误", "Fields of the ledger missing or malformed")


class Flaw(NamedTuple):
    """One kind of flaw of a field: the rows that have it, and the message on the value ({})."""

    field: str
    severity: Severity
    rows: pd.Series
    message: Text
    remedy: Text


def clause(plan: Plan) -> str:
    """The target that the ledger is to prove."""
    return recovery.target_clause(plan)


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Rows of the ledger with a field that is missing or malformed, one finding for each of them."""
    if plan.parcels.empty:
        yield NotChecked(recovery.no_ledger(plan))
        return
    parcels = plan.parcels.reset_index(drop=True)
    numbers, source, shapes = recovery.parcel_labels(parcels), clause(plan), parcels.geometry.to_numpy()
    for flaw in (*_number(parcels), *_status(plan, parcels), *_area(parcels), *_shape(parcels), *_codes(plan, parcels)):
        rows = np.flatnonzero(flaw.rows.to_numpy(dtype=bool))
        some = pd.DataFrame({"row": rows, "number": numbers.iloc[rows].to_numpy()})
        some["value"] = parcels[flaw.field].iloc[rows].to_numpy() if flaw.field in COLUMNS else ""
        for row, number, value in some.sort_values(["number", "value"]).itertuples(index=False):
            printed = "" if pd.isna(value) else f"{value:,.10g}" if isinstance(value, float) else str(value)
            yield Finding(
                rule="parcel-fields",
                severity=flaw.severity,
                subject=f"parcel:{number}",
                message=Text(
                    f"地块 {number}：{flaw.message.zh.format(printed)}。",
                    f"{number}: {flaw.message.en.format(printed)}.",
                ),
                remedy=flaw.remedy,
                clause=source,
                values={"field": flaw.field, "value": printed},
                geometry=None if shapely.is_missing(shapes[row]) else shapes[row],
            )


def _number(parcels: gpd.GeoDataFrame) -> Iterator[Flaw]:
    number = recovery.stripped(parcels["parcel_id"])
    repeated = pd.DataFrame({"number": number})[number.duplicated(keep=False) & number.notna()]
    repeated["shape"] = shapely.to_wkb(parcels.geometry.to_numpy()[repeated.index], hex=True)
    again = repeated.sort_values(["number", "shape"]).duplicated("number").reindex(parcels.index, fill_value=False)
    yield Flaw(
        "parcel_id",
        "error",
        number.isna(),
        Text("没有地块编号", "has no parcel_id (the number here is that of the row)"),
        Text("补上编号", "give it a number"),
    )
    yield Flaw(
        "parcel_id",
        "error",
        again,
        Text("编号重复，只计一条", "parcel_id stands more than once; one row counts"),
        Text("删去重复的行，或改正编号", "take the other row out, or mend the number"),
    )


def _status(plan: Plan, parcels: pd.DataFrame) -> Iterator[Flaw]:
    recovered = parcels["status"] == recovery.RECOVERED
    written, day = recovery.stripped(parcels["recovered_on"]), parse_days(parcels["recovered_on"])
    yield Flaw(
        "status",
        "error",
        ~parcels["status"].isin(STATUSES),
        Text(
            f"状态“{{}}”不是 {'、'.join(STATUSES)} 之一，未计入", f"status '{{}}' is not one of {', '.join(STATUSES)}"
        ),
        Text("identified 已认定，under_way 进行中，recovered 已盘活", "use one of the three; the row counts nothing"),
    )
    yield Flaw(
        "recovered_on",
        "error",
        recovered & written.isna(),
        Text("已盘活而没有盘活日期", "is recovered, but without recovered_on"),
        Text("补上盘活日期，如 2024-06-30", "give the day, like 2024-06-30"),
    )
    yield Flaw(
        "recovered_on",
        "error",
        written.notna() & day.isna(),
        Text("盘活日期“{}”不是日期", "recovered_on '{}' is no date"),
        Text("写成 2024-06-30 这样的日期", "write it like 2024-06-30"),
    )
    if plan.period is None:
        return
    first, last = plan.period
    yield Flaw(
        "recovered_on",
        "warning",
        day.notna() & ~day.dt.year.between(first, last),
        Text(
            f"盘活日期 {{}} 不在规划期 {first} 至 {last} 年内",
            f"recovered_on {{}} is outside the plan's period, {first} to {last}",
        ),
        Text(
            "核对日期；规划期外盘活的不属本规划任务",
            "check the day; land recovered outside the period is none of this plan's",
        ),
    )


def _area(parcels: gpd.GeoDataFrame) -> Iterator[Flaw]:
    registered_mu = parcels["area_mu"]
    yield Flaw(
        "area_mu",
        "error",
        registered_mu.notna() & ~((registered_mu > 0) & np.isfinite(registered_mu)),
        Text("登记面积 {} 不是大于零的数，改按图上面积计", "area_mu {} is not above zero; the drawn area counts"),
        Text("改正登记面积，或留空", "mend it, or leave it empty"),
    )
    yield Flaw(
        "area_mu",
        "warning",
        registered_mu.isna() & ~(shapely.area(net_area.repair_shapes(parcels.geometry).to_numpy()) > 0),
        Text("既无登记面积也无图形，面积计为零", "has neither area_mu nor a shape, and counts nothing"),
        Text("补上登记面积或界址点", "give its area or its boundary"),
    )


def _shape(parcels: gpd.GeoDataFrame) -> Iterator[Flaw]:
    yield Flaw(
        "geometry",
        "warning",
        ~parcels.geometry.is_valid & parcels.geometry.notna(),
        Text(
            "图形无效（自相交等），修复后计入",
            "has an invalid shape (it crosses itself or the like), mended to be counted",
        ),
        Text("核对界址点的顺序", "check the order of its boundary points"),
    )


def _codes(plan: Plan, parcels: pd.DataFrame) -> Iterator[Flaw]:
    units, numbers = recovery.stripped(parcels["unit_code"]), recovery.stripped(parcels["parcel_id"])
    for field, codes, rows in (
        ("unit_code", units, land_codes.unit_code_flawed(units)),
        ("parcel_id", numbers, land_codes.parcel_number_flawed(numbers)),
    ):
        for reason, of_reason in land_codes.flaws(codes.where(rows)).items():
            yield _malformed(field, of_reason, reason)
        short = rows & (codes.str.replace(r"\s", "", regex=True).str.len() == land_codes.PARCEL_LENGTH)
        if field == "unit_code" and short.any():
            yield _malformed(
                field, short, Text("只有宗地代码的 19 位", "it has only the 19 characters of a parcel's code")
            )
        county = plan.particulars.get("district_code")
        if county:
            yield Flaw(
                field,
                "warning",
                land_codes.of_other_county(codes, str(county)),
                Text(
                    f"{field}“{{}}”的县级区划代码不是本规划的 {county}（{plan.district_name.zh}）",
                    f"{field} '{{}}' is of another county than the plan's, {county} ({plan.district_name.en})",
                ),
                Text("核对代码，或移出不属本区县的地块", "check the code, or take the parcel out of this ledger"),
            )
    yield Flaw(
        "land_use_code",
        "warning",
        land_codes.land_use_flawed(recovery.stripped(parcels["land_use_code"])),
        Text("地类代码“{}”不在国家标准之中", "land_use_code '{}' is no code of land use"),
        Text(
            "用三调（如 0601 工业用地）、GB/T 21010-2017 或用地用海分类（如 100101）的代码",
            "use one of the third survey or GB/T 21010-2017 (0601, industry), or of the territorial classification (100101)",
        ),
    )


def _malformed(field: str, rows: pd.Series, reason: Text) -> Flaw:
    return Flaw(
        field,
        "warning",
        rows,
        Text(
            f"{field}“{{}}”不是不动产单元代码（GB/T 37346-2019）：{reason.zh}",
            f"{field} '{{}}' is no code of a real-estate unit (GB/T 37346-2019): {reason.en}",
        ),
        Text(
            "28 位：县级区划 6、地籍区 3、地籍子区 3、宗地特征码 2、宗地号 5、定着物特征码 1、单元号 8",
            "28 characters: county 6, zone 3, sub-zone 3, kind 2, parcel 5, kind of fixture 1, unit 8",
        ),
    )
