"""A printed growth rate is the one that the printed outputs give.

所载年均增幅与所载产值相符。

The annex prints a yearly rate (年均增幅) beside the outputs of later years, but not from which
year it counts. A rate is accepted when it fits compounding from any earlier printed year. It may be off by
half of its last printed digit, and outputs by half of theirs. Where rates fit no period that ends in their
column and begins in the column before, a reader may misunderstand them: one finding for all columns names the year from
which they count.

附件在后几个年份的产值旁印有年均增幅，却未说明从哪一年起算。增幅与任一更早年份起的复合增长相符即为相符；增幅与产值各允许末位数字一半的出入。若各增幅都不与前一栏起算的相符，读者容易误解，另有一条（各栏合为一条）说明它们实际从哪一年起算。

Found, 100 grown to 121 in two years, printed as 12 % a year:
查出：两年由 100 到 121，写作年均 12%。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("growth-rates", cluster_years='''
    ... cluster_id, year, growth
    ... steel,      2020, 12''')
    warning cluster:steel: Steel: 12% a year printed under 2020; the outputs give from 2018 10.0%.

Found, rates beside 2025 that count from 2018, where 2020 is printed too:
查出：2025 年旁的增速从 2018 年起算，而表中另有 2020 年。

    >>> print_findings("growth-rates", cluster_years='''
    ... cluster_id, year, output, growth
    ... steel,      2025, 300,    17''')
    info table:clusters-2025: The yearly growth printed under 2025 fits only when counted from 2018, not from the column before: 1 of 1. Steel: 17% from 2018, 19.9% from 2020.

Not found, the same growth printed as 10 %:
不报：同样的增长写作 10%。

    >>> print_findings("growth-rates")
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.units import rounding
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("年均增幅与产值不符", "Growth rates do not match the outputs")
COLUMN = "table:clusters-"


def clause(plan: Plan) -> str:
    """The clauses of the clusters."""
    return listings.parts_of_plan(plan.clusters["source"]) or "clusters.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Rates that fit no earlier year of the table."""
    printed_years = labels.years(plan.clusters.columns, "output")
    later = [year for year in labels.years(plan.clusters.columns, "growth") if year in printed_years]
    if plan.clusters[[f"growth_{year}" for year in later]].isna().all(axis=None):
        yield NotChecked(Text("没有载明增幅的产业集群", "no cluster prints a rate of growth"))
    from_afar: dict[int, list[tuple[pd.Series, int, int]]] = {}
    for _, cluster in plan.clusters.iterrows():
        for year in later:
            printed = cluster[f"growth_{year}"]
            bases = [
                base
                for base in printed_years
                if base < year and (cluster[[f"output_{base}", f"output_{year}"]] > 0).all()
            ]
            ranges = {base: _range(cluster, base, year) for base in bases}
            if pd.isna(printed) or not ranges:
                continue
            slack = rounding(printed)
            fits = [base for base, (low, high) in ranges.items() if low - slack <= printed <= high + slack]
            if fits:
                if max(fits) < max(ranges):
                    from_afar.setdefault(year, []).append((cluster, max(fits), max(ranges)))
                continue
            computed = {
                base: _rate(cluster[f"output_{base}"], cluster[f"output_{year}"], year - base) for base in ranges
            }
            examples_zh = "，".join(f"自 {base} 年起 {rate:.1f}%" for base, rate in computed.items())
            examples_en = ", ".join(f"from {base} {rate:.1f}%" for base, rate in computed.items())
            yield Finding(
                rule="growth-rates",
                severity="warning",
                subject=f"cluster:{cluster['cluster_id']}",
                aspect=str(year),
                message=Text(
                    f"{cluster['name']} {year} 年栏年均增幅印为 {printed:g}%，按所载产值{examples_zh}。",
                    f"{bilingual(cluster['name'], cluster['name_en']).en}: {printed:g}% a year printed under {year}; the outputs give {examples_en}.",
                ),
                reading=Text("自任一较早年份复合计算皆不符", "compounded from any earlier printed year, none fits"),
                remedy=Text("核对产值或增幅，注明基期", "check outputs and rate, and say from which year"),
                clause=cluster["source"],
                values={
                    "printed": float(printed),
                    "computed": {str(base): float(rate) for base, rate in computed.items()},
                },
            )
    for year, rates in from_afar.items():
        yield _fits_earlier_base(plan, year, rates)


def gather(plan: Plan, findings: list[Finding]) -> list[Finding]:
    """One finding for all columns whose rates count from an earlier year than the column before."""
    columns = [one for one in findings if one.subject.startswith(COLUMN)]
    if len(columns) < 2:
        return findings
    sources = [one for finding in columns for one in finding.clause.split("；")]
    together = replace(
        columns[0],
        subject="table:clusters",
        message=Text("".join(one.message.zh for one in columns), " ".join(one.message.en for one in columns)),
        clause="；".join(dict.fromkeys(sources)),
        values={
            "subjects": [one.subject for one in columns],
            "base": {str(one.values["year"]): one.values["base"] for one in columns},
        },
    )
    return [*(one for one in findings if one not in columns), together]


def _fits_earlier_base(plan: Plan, year: int, rates: list[tuple[pd.Series, int, int]]) -> Finding:
    """Rates printed under a year that fit from an earlier base than the column before."""
    printed = int(plan.clusters[f"growth_{year}"].notna().sum())
    bases = sorted({base for _, base, _ in rates})
    cluster, base, before = rates[0]
    of_period = _rate(cluster[f"output_{before}"], cluster[f"output_{year}"], year - before)
    rate = cluster[f"growth_{year}"]
    return Finding(
        rule="growth-rates",
        severity="info",
        subject=f"{COLUMN}{year}",
        message=Text(
            f"{year} 年栏的年均增幅有 {len(rates)}/{printed} 个只有自 {'、'.join(map(str, bases))} 年起算才相符，并非自前一栏起算："
            f"{cluster['name']}自 {base} 年起每年 {rate:g}%，自 {before} 年起为 {of_period:.1f}%。",
            f"The yearly growth printed under {year} fits only when counted from {', '.join(map(str, bases))}, not from the column "
            f"before: {len(rates)} of {printed}. {bilingual(cluster['name'], cluster['name_en']).en}: {rate:g}% from {base}, {of_period:.1f}% from {before}.",
        ),
        remedy=Text("注明增幅的基期", "say from which year the rates count"),
        clause="；".join(dict.fromkeys(cluster["source"] for cluster, _, _ in rates)),
        values={"year": year, "base": {one["name"]: base for one, base, _ in rates}},
    )


def _range(cluster: pd.Series, base: int, year: int) -> tuple[float, float]:
    """Lowest and highest rate that the rounded outputs allow, in per cent a year."""
    start, end = cluster[f"output_{base}"], cluster[f"output_{year}"]
    low = _rate(start + rounding(start), end - rounding(end), year - base)
    high = _rate(start - rounding(start), end + rounding(end), year - base)
    return low, high


def _rate(start: float, end: float, years: int) -> float:
    return float(100 * ((end / start) ** (1 / years) - 1))
