"""The money of projects as printed, and what a sum in yuan does not tell: foreign money, ranges, what is not stated."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from yzgeo.core.i18n import NOTHING, Text
from yzgeo.core.qualifiers import around, printed
from yzgeo.core.unit_grammar import convert
from yzgeo.core.units import amount, invested
from yzgeo.core.values import known_total

LEFT_OUT = ("investment_unknown", "investment_without_unit", "investment_foreign_count")
"""What of a row of sums counts the projects that the sum in yuan leaves out."""
NO_FIGURE = Text("—", "—")


def printed_investment(project: Any) -> Text:
    """The investment as printed with its range, qualifier and currency; a dash where the plan states none.

    Parameters
    ----------
    project
        A row of `Plan.projects`, by attribute.

    >>> from types import SimpleNamespace
    >>> project = SimpleNamespace(investment=5.0, investment_to=6.0, investment_unit="亿元", investment_qualifier="约")
    >>> print(printed_investment(project).zh, "|", printed_investment(project).en)
    约 5—6 亿元 | about CNY 500 m to CNY 600 m
    """
    if pd.isna(project.investment):
        return NO_FIGURE
    return printed(project.investment, project.investment_to, project.investment_unit, project.investment_qualifier)


def printed_area(project: Any, column: str) -> Text:
    """An area of a project (`new_land`, `site_area`, `floor_area`) as printed; a dash where the plan states none.

    >>> from types import SimpleNamespace
    >>> project = SimpleNamespace(site_area=100.0, site_area_unit="亩", site_area_qualifier="约")
    >>> print(printed_area(project, "site_area").en)
    about 100 mu
    """
    value = getattr(project, column)
    if pd.isna(value):
        return NO_FIGURE
    return around(amount(value, getattr(project, f"{column}_unit")), getattr(project, f"{column}_qualifier", None))


def is_plain(project: Any) -> bool:
    """Whether the investment is one number in yuan, without a word beside it: the number in 亿元 tells all of it."""
    return (
        not pd.isna(project.investment_100m_yuan)
        and pd.isna(project.investment_to)
        and pd.isna(project.investment_qualifier)
    )


def foreign_money(projects: pd.DataFrame) -> dict[str, float]:
    """The sum of each foreign currency, in the unit that it is first printed in; the lower ends of ranges.

    >>> projects = pd.DataFrame({"investment": [5000.0, 1.0, 3.0], "investment_unit": ["万美元", "亿美元", "亿元"],
    ...                          "investment_100m_yuan": [None, None, 3.0]})
    >>> print(foreign_money(projects))
    {'万美元': 15000.0}
    """
    sums: dict[str, float] = {}
    rows = projects[is_foreign(projects)]
    for value, unit in zip(rows["investment"], rows["investment_unit"], strict=True):
        converted = {known: convert(value, unit, known) for known in sums}
        same = next((known for known, number in converted.items() if number is not None), unit)
        sums[same] = math.fsum([sums.get(same, 0.0), converted.get(same, value) or 0.0])
    return sums


def is_foreign(projects: pd.DataFrame) -> pd.Series:
    """Whether a project's investment is stated, with a unit that is not of yuan."""
    stated = projects["investment"].notna() & projects["investment_unit"].notna()
    return stated & projects["investment_100m_yuan"].isna()


def beside_sum(projects: pd.DataFrame, whole: pd.DataFrame | None = None) -> dict[str, Any]:
    """What a sum of investments in yuan does not tell, to stand beside it.

    Parameters
    ----------
    projects
        The rows that are summed: `investment, investment_to, investment_unit, investment_100m_yuan`.
    whole
        All projects of the plan, so that all rows of a table have the same keys; the same rows where it is not given.

    Returns
    -------
    dict
        `investment_unknown`: how many state none. `investment_without_unit`: how many a number alone.
        `investment_foreign_count`, `investment_foreign`: how many state it in foreign money, and its sum by unit.
        `investment_lower_ends`: how many a range, of which the sum has the lower end. Each only where the whole has any.
    """
    whole = projects if whole is None else whole
    of_whole, of_rows = _untold(whole), _untold(projects)
    found: dict[str, Any] = {name: int(of_rows[name].sum()) for name, told in of_whole.items() if told.any()}
    if "investment_foreign_count" in found:
        sums = foreign_money(projects)
        units = dict.fromkeys([*foreign_money(whole), *sums])
        found["investment_foreign"] = {unit: sums.get(unit, 0.0) for unit in units}
    return found


def _untold(projects: pd.DataFrame) -> dict[str, pd.Series]:
    """By what a sum in yuan does not tell, of which projects."""
    stated = projects["investment"].notna()
    return {
        "investment_unknown": ~stated,
        "investment_without_unit": stated & projects["investment_unit"].isna(),
        "investment_foreign_count": is_foreign(projects),
        "investment_lower_ends": stated & projects["investment_to"].notna() & projects["investment_100m_yuan"].notna(),
    }


def remark(row: dict[str, Any]) -> Text:
    """The words behind a sum that has such values; nothing where it tells all.

    >>> row = {"investment_unknown": 1, "investment_foreign_count": 1, "investment_foreign": {"万美元": 5000.0}}
    >>> print(remark(row).zh, "|", remark(row).en)
    另 1 个以外币计：5,000 万美元，另 1 个未载 | 1 more in foreign money: US$ 50 m, 1 more not stated
    >>> print(remark({"investment_lower_ends": 2}).zh, repr(remark({}).en))
    其中 2 个按区间下限计 ''
    """
    more = Text("另 ", " more") if row.get("investment_100m_yuan", 0) is not None else NOTHING
    said = []
    if row.get("investment_lower_ends"):
        count = row["investment_lower_ends"]
        said.append(Text(f"其中 {count} 个按区间下限计", f"of which {count} by the lower end of a range"))
    if row.get("investment_foreign_count"):
        count = row["investment_foreign_count"]
        sums = [amount(value, unit) for unit, value in row["investment_foreign"].items() if value]
        zh, en = "、".join(one.zh for one in sums), ", ".join(one.en for one in sums)
        said.append(Text(f"{more.zh}{count} 个以外币计：{zh}", f"{count}{more.en} in foreign money: {en}"))
    if row.get("investment_without_unit"):
        count = row["investment_without_unit"]
        said.append(Text(f"{more.zh}{count} 个未载单位", f"{count}{more.en} without a unit"))
    if row.get("investment_unknown"):
        count = row["investment_unknown"]
        said.append(Text(f"{more.zh}{count} 个未载", f"{count}{more.en} not stated"))
    return Text("，".join(one.zh for one in said), ", ".join(one.en for one in said)) if said else NOTHING


def summed(projects: pd.DataFrame) -> Text:
    """The sum of investments with its remark in brackets, a small one in 万元; a dash alone where none states any.

    >>> projects = pd.DataFrame({"investment": [5000.0, 3.0], "investment_to": [None, None],
    ...                          "investment_unit": ["万美元", "亿元"], "investment_100m_yuan": [None, 3.0]})
    >>> print(summed(projects).zh, "|", summed(projects[:1]).zh)
    3 亿元（另 1 个以外币计：5,000 万美元） | —（1 个以外币计：5,000 万美元）
    """
    if len(projects) and projects["investment"].isna().all():
        return NO_FIGURE
    known = known_total(projects["investment_100m_yuan"])
    note = remark({"investment_100m_yuan": known, **beside_sum(projects)})
    total = NO_FIGURE if known is None else invested(known)
    return Text(f"{total.zh}（{note.zh}）", f"{total.en} ({note.en})") if note.zh else total
