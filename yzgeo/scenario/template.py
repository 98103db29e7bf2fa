"""A folder of settings to fill in."""

from __future__ import annotations

import csv
import io
import json

from yzgeo.core.formula_injection import escape_formula
from yzgeo.plan.model import Plan
from yzgeo.scenario.settings import table_schemas
from yzgeo.stats import recovery

TOML = """\
# 方案设置。# 后面是说明；去掉行首的 # 即生效，其余不用管。金额单位万元，土地单位亩。
# Settings of a scenario. What follows # explains; remove the # in front of a line to use it. Money in 万元, land in mu.

name = "方案一"
# name_en = "Scenario 1"

# 到期末累计盘活多少亩（含已盘活的）；不写用规划目标。Land recovered in all by the last year; without it the plan's target.
{target}
# 从哪年到哪年。First and last year.
{years}
# 总投入上限。Most that all may cost.
# budget_10k_yuan = 120000

# 要最小的量；几个并用时按权数相加。What is to be least; several add up by their weights.
# 不写则成本齐全时取 cost，否则取 tax。Without it cost where all costs are known, else tax.
# [minimise]
# cost = 1      # 投入 cost，万元
# firms = 50    # 每搬迁一家企业折合多少万元 of each firm moved
# tax = 1       # 损失的现状年税收 present yearly tax lost，万元
# parcels = 0   # 地块数 parcels

# 分年度：预算、当年至少、累计至少。By year: budget, least of the year, least in all.
# [years.{year}]
# budget_10k_yuan = 60000
# least_mu = 300
# least_total_mu = 4000

# 分片区：至少、至多、占所选土地的份额。By zone: least, most, share of the chosen land.
{zones}
# 对腾出后新用途的要求；"plan" 即按规划。What takes the place must reach; "plan" is what the plan asks.
# [replacement]
# floor_area_ratio = "plan"
# tax_per_mu = "plan"
# value_added_per_mu = "plan"
# industries_per_zone = "plan"

# 连片：每片至少多少亩，相距多少米内算相连。Contiguity: least land of a block, and how near its parcels are.
# [blocks]
# least_mu = 50
# distance_m = 30

# 规划导入了管控范围时，禁止占用的、不在应在范围内的不选；写 false 则不管。Land barred by the plan's constraints is not chosen.
# [constraints]
# respect = true
"""


def files(plan: Plan) -> dict[str, bytes]:
    """Content by name: `scenario.toml` and the tables, with a row per parcel of the plan's ledger not yet recovered.

    >>> from yzgeo.plan.load import load
    >>> print(sorted(files(load("yinzhou"))))
    ['candidates.csv', 'costs.csv', 'scenario.toml', 'uses.csv']
    """
    goal = recovery.recovery_target(plan)
    year = goal.end.year if goal else 2030
    target = f"# target_mu = {goal.mu:g}" if goal else "target_mu = 1000"
    years = (
        f"# first_year = {year - 1}\n# last_year = {year}" if goal else f"first_year = {year - 1}\nlast_year = {year}"
    )
    keys = [json.dumps(zone_id) if "." in zone_id else zone_id for zone_id in plan.zones["zone_id"]]
    zones = "\n".join(f"# [zones.{key}]\n# least_mu = 100" for key in keys)
    text = TOML.format(target=target, years=years, year=year, zones=zones)
    open_rows = plan.parcels[plan.parcels["status"].isin(["identified", "under_way"])]
    parcels = recovery.stripped(open_rows["parcel_id"]).dropna().drop_duplicates().tolist()
    return {
        "scenario.toml": text.encode("utf-8"),
        **{f"{name}.csv": _table(name, parcels if name == "candidates" else []) for name in table_schemas()},
    }


def _table(name: str, parcels: list[str]) -> bytes:
    columns = [field["name"] for field in table_schemas()[name]["fields"]]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([escape_formula(parcel), *[""] * (len(columns) - 1)] for parcel in parcels)
    return stream.getvalue().encode("utf-8-sig")
