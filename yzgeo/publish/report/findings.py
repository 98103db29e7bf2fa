"""The findings as the report shows them: rule by rule, with every value in the reader's words."""

from __future__ import annotations

import numbers
from typing import Any, NamedTuple

from yzgeo.checks.finding import Finding, Outcome, RuleState, Suppressed
from yzgeo.checks.packs.quantities import QUANTITIES
from yzgeo.core import labels, plugins
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.units import amount
from yzgeo.facts.cite import PACKAGE as FACTS
from yzgeo.plan.model import Plan

VALUES = {
    "columns": Text("相关各列", "columns that belong together"),
    "converted": Text("换算所得", "converted"),
    "goal": Text("目标所称产业", "industry of the goal"),
    "least": Text("推算下限", "computed at least"),
    "most": Text("推算上限", "computed at most"),
    "topic": Text("段题", "heading"),
    "yearly": Text("年均", "a year"),
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
    "limit": Text("限值", "limit"),
    "measure": Text("指标", "measure"),
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
    "after": Text("其后", "after"),
    "again": Text("重复", "again"),
    "announced": Text("所称个数", "announced"),
    "before": Text("其前", "before"),
    "called": Text("所称", "called"),
    "caption": Text("题名", "caption"),
    "city": Text("全市", "the city"),
    "city_output": Text("全市产值", "the city's output"),
    "codes": Text("代号", "codes"),
    "counts": Text("个数", "counts"),
    "distance_m": Text("距离（米）", "distance (m)"),
    "drawn_mu": Text("图上面积（亩）", "drawn (mu)"),
    "each": Text("各项", "each"),
    "end": Text("句末", "end"),
    "field": Text("字段", "field"),
    "figures": Text("各数", "figures"),
    "first": Text("起于", "first"),
    "found_mu": Text("所载用地（亩）", "land found (mu)"),
    "from": Text("原为", "from"),
    "growth_of_whole": Text("整体增速（%）", "growth of the whole (%)"),
    "implied": Text("推出", "implied"),
    "implied_share_before": Text("推出的期初占比（%）", "implied share before (%)"),
    "implied_share_before_at_least": Text("推出的期初占比至少（%）", "implied share before, at least (%)"),
    "industry": Text("产业", "industry"),
    "inner": Text("小类", "narrower class"),
    "lacking": Text("所缺", "lacking"),
    "limit_unit": Text("限值单位", "unit of the limit"),
    "listed": Text("所列个数", "listed"),
    "missing": Text("缺", "missing"),
    "named": Text("所提到的", "named"),
    "names": Text("名称", "names"),
    "needed_mu": Text("所需用地（亩）", "land needed (mu)"),
    "outer": Text("大类", "wider class"),
    "output": Text("产值", "output"),
    "overlap_m2": Text("重叠（平方米）", "overlap (m²)"),
    "quotient": Text("商", "quotient"),
    "role": Text("所称地位", "role"),
    "same": Text("相同之处", "the same"),
    "shares": Text("各占比", "shares"),
    "stated": Text("所载", "stated"),
    "sum": Text("合计", "sum"),
    "targets": Text("目标", "targets"),
    "terms": Text("用语", "terms"),
    "theme": Text("主题", "theme"),
    "times": Text("倍数", "times"),
    "to": Text("改为", "to"),
    "together": Text("合计", "together"),
    "total": Text("总数", "total"),
    "unmentioned": Text("未提到的", "not mentioned"),
    "whole_before": Text("期初总数", "whole before"),
    "wholes": Text("推出的总数", "implied wholes"),
    "word": Text("词", "word"),
}
"""Names of the keys of findings' values, besides those of `labels.COLUMNS`."""
UNIT_OF = {"value": "unit", "limit": "limit_unit"}
"""Keys of values whose unit stands under another key beside them: one figure to a reader."""
TABLES = {
    "table:clusters": Text("产业集群表", "table of clusters"),
    "table:zone-names": Text("片区名称", "names of zones"),
    "table:classes": Text("产业分类", "classes of projects"),
}
"""Names of what several subjects of one finding have in common."""
OTHER_VALUE = Text("数值", "value")
"""The name of a key that only a rule from elsewhere uses, since no table names it."""
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
    quantities = {key: one.name for of_scope in QUANTITIES.values() for key, one in of_scope.items()}
    of_kind = {
        kind: {key.partition(":")[2]: name for key, name in by_subject.items() if key.startswith(f"{kind}:")}
        for kind in ("figure", "target", "cluster", "park", "project", "zone")
    }
    bare = {name: text for names_of_kind in of_kind.values() for name, text in names_of_kind.items()}  # zones last
    return {**quantities, **place_names(plan), **bare, **by_subject, **TABLES}


def place_names(plan: Plan) -> dict[str, Text]:
    """The names of places by id, which may be the id of a zone too."""
    return {
        row.place_id: bilingual(row.name_zh, row.name_en)
        for row in plan.places.rename(columns={"name": "name_zh"}).itertuples()
    }


def places_in_words(plan: Plan, place_ids: object) -> Text | None:
    """The names of a place or of several joined by 、; None where there is none.

    >>> from yzgeo.plan.load import load
    >>> print(places_in_words(load("yinzhou"), "binhai、zhonghe").en, places_in_words(load("yinzhou"), None))
    Binhai, Zhonghe None
    """
    if not isinstance(place_ids, str):
        return None
    named = place_names(plan)
    names = [named[one] for one in place_ids.split("、") if one in named]
    return Text("、".join(one.zh for one in names), ", ".join(one.en for one in names)) if names else None


def subject_name(subject: str, named: dict[str, Text]) -> Text | None:
    """The name of a finding's subject; of a figure (`figure:rd-intensity-2020`) the measure and the year."""
    if subject in named:
        return named[subject]
    measure, _, year = subject.rpartition("-")
    if measure in named:
        return Text(f"{named[measure].zh}（{year}）", f"{named[measure].en} ({year})")
    return None


def values_in_words(values: dict[str, Any], named: dict[str, Text]) -> list[tuple[Text, Text]]:
    """The values of a finding in words, a figure and its unit together: what each is and how much.

    >>> for label, shown in values_in_words({"limit": 350.0, "limit_unit": "万元/亩", "direction": "at_least"}, {}):
    ...     print(f"{label.zh} {shown.zh}, {label.en} {shown.en}")
    限值 350 万元/亩, limit CNY 3.5 m per mu
    方向 不低于, direction at least
    """
    units = {unit for key, unit in UNIT_OF.items() if key in values and unit in values}
    told = []
    for key, value in values.items():
        label, shown = value_in_words(key, value, named)
        if UNIT_OF.get(key) in units and isinstance(value, numbers.Real):
            shown = amount(float(f"{value:.6g}"), values[UNIT_OF[key]])
        if key not in units:
            told.append((label, shown))
    return told


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
        parts = values_in_words(value, named)
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
