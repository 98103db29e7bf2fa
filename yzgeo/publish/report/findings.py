"""The findings as the report shows them: rule by rule, with every value in the reader's words."""

from __future__ import annotations

import numbers
from typing import Any, NamedTuple

from yzgeo.checks.finding import Finding, Outcome, RuleState, Suppressed
from yzgeo.core import labels, plugins
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.facts.cite import PACKAGE as FACTS
from yzgeo.plan.model import Plan

VALUES = {
    "subjects": Text("所涉对象", "subjects"),
    "statements": Text("各处所载", "statements"),
    "statement": Text("所载", "statement"),
    "text": Text("正文", "text"),
    "table": Text("表", "table"),
    "prose": Text("段落", "paragraph"),
    "only_text": Text("仅正文", "text only"),
    "only_table": Text("仅表", "table only"),
    "sources": Text("出处", "sources"),
    "land_mu": Text("用地（亩）", "land (mu)"),
    "minimum": Text("下限", "minimum"),
    "limit": Text("上限", "limit"),
    "share_before": Text("期初占比（%）", "share before (%)"),
    "share_after": Text("期末占比（%）", "share after (%)"),
    "rate": Text("年均增速（%）", "yearly growth (%)"),
    "growth": Text("年均增速（%）", "yearly growth (%)"),
    "implied_growth_of_whole": Text("推出的整体增速（%）", "implied growth of the whole (%)"),
    "title": Text("名称所述", "in the name"),
    "content": Text("内容所述", "in the description"),
    "product": Text("产品", "product"),
    "class": Text("产业分类", "class"),
    "classes": Text("产业分类", "classes"),
    "clusters": Text("产业集群", "clusters"),
    "leading": Text("主导产业", "leading industries"),
    "evidence": Text("位置依据", "evidence of place"),
    "printed": Text("印为", "printed"),
    "computed": Text("算得", "computed"),
    "parts": Text("分项", "parts"),
    "whole": Text("总数", "whole"),
    "year": Text("年份", "year"),
    "base": Text("基数或基期", "base"),
    "per_mu_10k_yuan": Text("亩均投资（万元）", "investment per mu (10,000 yuan)"),
    "median_10k_yuan": Text("中位数（万元）", "median (10,000 yuan)"),
    "zone": Text("片区", "zone"),
    "zones": Text("片区", "zones"),
    "place": Text("地点", "place"),
    "formed_of": Text("组成地点", "formed of"),
    "projects": Text("项目", "projects"),
    "shared": Text("共同字词", "words in common"),
    "drawn_km2": Text("图上面积（平方公里）", "drawn (km²)"),
    "plan_km2": Text("规划面积（平方公里）", "plan (km²)"),
    "difference": Text("差", "difference"),
    "tolerance": Text("容差", "tolerance"),
    "tolerance_m": Text("容差（米）", "tolerance (m)"),
    "flaw": Text("缺陷", "flaw"),
    "area_m2": Text("面积（平方米）", "area (m²)"),
    "width_m": Text("宽（米）", "width (m)"),
    "share": Text("占比", "share"),
}
"""Names of the keys of findings' values, besides those of `labels.COLUMNS`."""
TABLES = {
    "table:clusters": Text("产业集群表", "table of clusters"),
    "table:zone-names": Text("片区名称", "names of zones"),
    "table:classes": Text("产业分类", "classes of projects"),
}
"""Names of what several subjects of one finding have in common."""
OTHER_VALUE = Text("数值", "value")
"""The name of a key that only a rule of another distribution uses, since no table names it."""
KINDS_WITH_NAMES = ("zone", "park", "project", "target", "industry", "cluster", "plan")


SHOWN = 300
"""Most findings of one rule in the report; a ledger of a million parcels may give as many."""


class Rule(NamedTuple):
    """A rule, its findings as far as the report lists them, and how many there are."""

    state: RuleState
    findings: list[Finding]
    suppressed: list[Suppressed]
    total: int


def by_rule(outcome: Outcome) -> list[Rule]:
    """All rules: first those with findings, the gravest first, then passed, not checked and skipped.

    >>> from yzgeo.checks.run import run
    >>> from yzgeo.plan.load import load
    >>> rules = by_rule(run(load("yinzhou"), select=["names-text-table", "leading-industries"]))
    >>> print([(rule.state.rule, len(rule.findings)) for rule in rules[:2]])
    [('leading-industries', 2), ('names-text-table', 1)]
    """
    by_name: dict[str, list[Finding]] = {}
    excused: dict[str, list[Suppressed]] = {}
    for finding in outcome.findings:
        by_name.setdefault(finding.rule, []).append(finding)
    for one in outcome.suppressed:
        excused.setdefault(one.finding.rule, []).append(one)
    return [
        Rule(
            state,
            by_name.get(state.rule, [])[:SHOWN],
            excused.get(state.rule, [])[:SHOWN],
            len(by_name.get(state.rule, [])),
        )
        for state in outcome.gravest_first()
    ]


def names(plan: Plan) -> dict[str, Text]:
    """The names of subjects, by `kind:id` and, for values that hold bare ids, by the id alone.

    >>> from yzgeo.plan.load import load
    >>> print(names(load("yinzhou"))["zone:dongwu"].zh)
    东吴产业集聚区
    """
    by_subject: dict[str, Text] = {}
    for kind in KINDS_WITH_NAMES:
        for subject in plugins.load(FACTS, kind).subjects(plan):
            by_subject[f"{kind}:{subject.id}"] = subject.name
    for row in plan.measures.rename(columns={"name": "name_zh"}).itertuples():
        by_subject[f"figure:{row.measure_id}"] = bilingual(row.name_zh, row.name_en)
    of_kind = {
        kind: {key.partition(":")[2]: name for key, name in by_subject.items() if key.startswith(f"{kind}:")}
        for kind in ("figure", "target", "cluster", "park", "project", "zone")
    }
    bare = {name: text for names_of_kind in of_kind.values() for name, text in names_of_kind.items()}  # zones last
    return {**place_names(plan), **bare, **by_subject, **TABLES}


def place_names(plan: Plan) -> dict[str, Text]:
    """The names of places by id, which may be the id of a zone too."""
    return {
        row.place_id: bilingual(row.name_zh, row.name_en)
        for row in plan.places.rename(columns={"name": "name_zh"}).itertuples()
    }


def subject_name(subject: str, named: dict[str, Text]) -> Text | None:
    """The name of a finding's subject; of a figure (`figure:rd-intensity-2020`) the measure and the year."""
    if subject in named:
        return named[subject]
    measure, _, year = subject.rpartition("-")
    if measure in named:
        return Text(f"{named[measure].zh}（{year}）", f"{named[measure].en} ({year})")
    return None


def value_in_words(key: str, value: Any, named: dict[str, Text]) -> tuple[Text, Text]:
    """One value of a finding in words: what it is and how much.

    >>> label, shown = value_in_words("only_text", ["甲园", "乙园"], {})
    >>> print(f"{label.zh}：{shown.zh}; {label.en}: {shown.en}")
    仅正文：甲园、乙园; text only: 甲园, 乙园
    """
    label = VALUES.get(key) or labels.heading(key) or named.get(key) or labels.VALUES.get(key)
    if label is None:
        label = OTHER_VALUE if key.isascii() else plain(key)
    if key == "progress" and isinstance(value, float):
        return label, plain(f"{value:.1%}")
    return label, _words(value, named)


def _words(value: Any, named: dict[str, Text]) -> Text:
    if isinstance(value, dict):
        parts = [(value_in_words(key, part, named)) for key, part in value.items()]
        return Text(
            "，".join(f"{label.zh} {shown.zh}" for label, shown in parts),
            ", ".join(f"{label.en} {shown.en}" for label, shown in parts),
        )
    if isinstance(value, list | tuple):
        items = [_words(item, named) for item in value]
        separator = "；" if any(isinstance(item, dict) for item in value) else "、"
        return Text(
            separator.join(item.zh for item in items),
            (", " if separator == "、" else "; ").join(item.en for item in items),
        )
    if isinstance(value, str):
        return subject_name(value, named) or labels.VALUES.get(value) or plain(value)
    if isinstance(value, numbers.Real) and not isinstance(value, bool):
        figure = float(value)
        is_year = figure.is_integer() and 1900 <= figure <= 2100
        return plain(f"{figure:.0f}" if is_year else f"{figure:,.6g}" if abs(figure) < 1e6 else f"{figure:,.0f}")
    if isinstance(value, bool):
        return labels.YES if value else labels.NO
    return plain("—" if value is None else value)
