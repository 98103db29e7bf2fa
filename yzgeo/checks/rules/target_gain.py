"""A target without gain, number, base or year, or with a jump of an order of magnitude.

目标较基数没有进步、缺数字、缺基数、缺年份，或增减达一个数量级。

A target at its base, or on the wrong side of it, gains nothing. Rates of change may slow down from period to period,
and floors (不低于, 保有量, 保持) may lie below the base: the first is information, the second no finding. Ten times the
base within ten years is worth a second look at the units (information); a hundred times is a warning. A ceiling
(≤, 不超过, 以内, or a stock that may be at most so much) may lie at the base or above it: no finding. Prose counts
too: 由24%提高到22% does not rise, nor does 2027年达到100%、2030年实现90%. What a table with bases leaves blank is one finding with all rows. Limits for zones
or projects need no year. A target told by a figure of others (高于全国1个百分点) and a base in figures do not compare.

目标值等于基数或劣于基数即没有进步。增速逐期放缓是常事，列为提示；底线类（不低于、保有量、保持）可低于基数，不报。十年内达到基数的十倍，宜复核单位（提示），百倍为警告。上限类（≤、不超过、以内，或以不高于为方向的总量）可等于或高于基数，不报。正文同样适用：“由24%提高到22%”“2027年达到100%、2030年实现90%”并未提高。列有基数的指标表中缺数字、缺基数、缺年份的，合为一条。片区或项目的限值无需年份。目标以别处的数字来说（高于全国1个百分点）而基数为绝对数的，不能相比，列为提示。

Found, a share that is to fall:
查出：占比下降的目标。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("target-gain", targets='''
    ... target_id,     target
    ... machine-share, 9''')
    warning target:machine-share: Share of machines: the target of 9% (2030) is worse than the base of 10% (2026).

Found, prose that calls a fall a rise:
查出：文字把下降写作上升。

    >>> print_findings("target-gain", clauses='''
    ... clause, text
    ... 二,     绿化率由2026年的30%提高到2030年的28%。''')
    warning clause:二: Chapter 2: “由2026年的30%提高到2030年的28%”: 28% is not above 30%.

Found, a target told by the country's figure beside a base that is a figure:
查出：基期为数字，而目标写作全国的数字。

    >>> print_findings("target-gain", targets='''
    ... target_id,     target, target_text
    ... machine-share, ,       高于全国平均水平1个百分点''')
    info target:machine-share: Share of machines: the target is 高于全国平均水平1个百分点, the base 10%: one is told by a figure that is not printed, so that they do not compare.

Not found, a share that is to double:
不报：占比翻番。

    >>> print_findings("target-gain")
    nothing found
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from yzgeo.checks.clause_changes import changes
from yzgeo.checks.clause_figures import GROWTH, ClauseFigure, in_unit
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.limit_wording import AT_MOST, WITHIN
from yzgeo.checks.side_by_side import between, sentences
from yzgeo.checks.statements import span
from yzgeo.core import qualifiers
from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.unit_grammar import is_count
from yzgeo.core.units import amount
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("目标没有进步、残缺或陡增", "Targets without gain, incomplete or far off their base")
KEPT = re.compile("保有|保持|维持|稳定|不低于|不减少|底线|红线|控制在")
CEILING = re.compile(f"{AT_MOST}|{WITHIN}|<=|≦|上限")
RATIO = re.compile("率$|比重|占比|比例|单位|强度|人均|亩均|地均")
"""Targets that are no stock: a rise of what may be at most so much is a step back unless its words say otherwise."""
IN_WORDS = re.compile(r"\d|全覆盖|全部|清零|归零|消除|零突破|翻番|翻一番|翻两番")
"""Targets that can be told to be met without a figure of their own."""
DATED = re.compile(
    r"(?:到|至)\s*20\d\d\s*年|20\d\d\s*年(?:底|末|前)|规划期末|(?:“?十[一二三四五六七八]五”?|五年规划)(?:末|期末)"
)
"""A passage that says by when."""
RELATIVE = re.compile(
    "(?:高于|低于|优于|好于|快于|超过|不低于|不高于|达到|高出|位居|进入)[^，。]{0,4}(?:全国|全省|全市|全区|全县|国家|省|市|区域|行业|同期|上年|周边)[^，。]{0,8}"
    r"(?:平均|水平|[0-9.]+个?百分点|增速|前列)|(?:高于|低于|优于|快于)(?:全国|全省|全市)"
)
"""Targets that are told by a figure of others."""
ROW = re.compile(r"^(.*\S)\s*第\d+行$")
STEP = re.compile(
    r"[，,、]\s*(?:到|至)?20\d\d年(?:底|末)?(?:力争|争取|基本|全面)*(?:达到|达|实现|提高到|提升到|提高至|提升至)"
)
"""The words between two steps of a target."""
LESS_IS_MORE = re.compile("能耗|水耗|失业|排放|死亡|事故|空置|负债|杠杆|不良|发病|漏损|损耗|降|减|贫困|恩格尔")
JUMP, LEAP, LONGEST_YEARS = 10, 100, 10


def clause(plan: Plan) -> str:
    """The clauses that set the targets."""
    return listings.parts_of_plan(plan.targets["source"]) or "targets.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Targets held against their bases, and what they lack."""
    if plan.targets.empty:
        yield NotChecked(Text("没有登记目标", "no targets are recorded"), partly=bool(changes(plan)))
    units = dict(zip(plan.measures["measure_id"], plan.measures["unit"], strict=True))
    english = dict(zip(plan.measures["measure_id"], plan.measures["name_en"], strict=True))
    texts = dict(zip(plan.clauses["clause"], plan.clauses["text"], strict=True))
    for target in plan.targets.itertuples():
        unit = target.unit if isinstance(target.unit, str) else units.get(target.measure_id)
        name = bilingual(target.name, english.get(target.measure_id))
        unit = unit if isinstance(unit, str) else ""
        if not _is_ceiling(target, unit, texts.get(target.source)):
            yield from _against_base(target, name, unit)
        yield from _relative(target, name, unit)
    yield from _lacking(plan)
    yield from _prose(plan)


def _is_ceiling(target: Any, unit: str, text: object) -> bool:
    """Whether a target may be at most so much and lies at its base or above: room that is left, nothing to reach."""
    if target.direction != "at_most" or pd.isna(target.base) or pd.isna(target.target) or target.target < target.base:
        return False
    if CEILING.search(" ".join(filter(_is_text, (target.name, target.target_text, target.target_qualifier)))):
        return True
    number = re.escape(f"{target.target:.12g}")
    around = (
        rf"(?:{CEILING.pattern})[约\s]*{number}(?![\d.])|(?<![\d.]){number}(?![\d.])[^\d，。；、]{{0,8}}?(?:{WITHIN})"
    )
    if _is_text(text) and re.search(around, re.sub(r"(?<=\d)[,，](?=\d{3})", "", str(text))):
        return True
    is_stock = bool(unit) and "/" not in unit and unit not in ("%", "‰") and not RATIO.search(target.name)
    return is_stock and target.target > target.base and not GROWTH.search(target.name)


def _against_base(target: Any, name: Text, unit: str) -> Iterator[Finding]:
    if pd.isna(target.base) or pd.isna(target.target) or target.direction == "equal":
        return
    sign = -1 if target.direction == "at_most" else 1
    base = sorted(sign * end for end in span(target.base, float("nan"), target.base_qualifier, is_count(unit)))
    goal = sorted(
        sign * end for end in span(target.target, _number(target.target_to), target.target_qualifier, is_count(unit))
    )
    is_rate = bool(GROWTH.search(target.name))
    kept = bool(KEPT.search(" ".join(filter(_is_text, (target.name, target.target_text, target.target_qualifier)))))
    at_limit = (unit == "%" and target.base >= 100) or (sign < 0 and target.base == 0)
    start, end = (amount(value, unit) for value in (target.base, target.target))
    years = Text(*(2 * [f"{_year(target.base_year)}"])), Text(*(2 * [f"{_year(target.target_year)}"]))
    told_zh = f"{name.zh}：目标值 {end.zh}{years[1].zh and f'（{years[1].zh} 年）'}"
    told_en = f"{name.en}: the target of {end.en}{years[1].en and f' ({years[1].en})'}"
    base_zh = f"基数 {start.zh}{years[0].zh and f'（{years[0].zh} 年）'}"
    base_en = f"the base of {start.en}{years[0].en and f' ({years[0].en})'}"
    values = {"base": float(target.base), "target": float(target.target)}
    if not kept and goal[1] < base[0]:
        yield Finding(
            severity="info" if is_rate else "warning",
            consequence="target",
            subject=f"target:{target.target_id}",
            aspect="worse",
            message=Text(f"{told_zh}劣于{base_zh}。", f"{told_en} is worse than {base_en}."),
            remedy=Text("核对基数与目标值，或说明为何放低", "check base and target, or say why less is aimed at"),
            clause=target.source,
            values=values,
        )
    elif not kept and not at_limit and target.target == target.base and not _rises(target):
        yield Finding(
            severity="info",
            consequence="target",
            subject=f"target:{target.target_id}",
            aspect="no-gain",
            message=Text(f"{told_zh}与{base_zh}相同。", f"{told_en} is the same as {base_en}."),
            remedy=Text("核对目标值，或写明“保持”", "check the target, or say that it is to be kept"),
            clause=target.source,
            values=values,
        )
    elif not is_rate and target.base > 0 and target.target > 0:
        times = (target.target / target.base) ** sign
        if times < JUMP or _years(target) > LONGEST_YEARS:
            return
        yield Finding(
            severity="warning" if times >= LEAP else "info",
            consequence="target",
            subject=f"target:{target.target_id}",
            aspect="jump",
            message=Text(
                f"{told_zh}为{base_zh}的 {times:,.1f} 倍。"
                if sign > 0
                else f"{told_zh}为{base_zh}的 {times:,.1f} 分之一。",
                f"{told_en} is {times:,.1f} times {'' if sign > 0 else 'less than '}{base_en}.",
            ),
            remedy=Text("核对两数的单位与口径", "check units and scope of both figures"),
            clause=target.source,
            values={**values, "times": float(times)},
        )


def _relative(target: Any, name: Text, unit: str) -> Iterator[Finding]:
    """A target told by another figure that is not printed (高于全国1个百分点), beside a base that is a figure."""
    words = target.target_text
    if pd.isna(target.base) or not pd.isna(target.target) or not _is_text(words) or not RELATIVE.search(words):
        return
    start, words = amount(target.base, unit), "".join(words.split())
    yield Finding(
        severity="info",
        subject=f"target:{target.target_id}",
        aspect="relative",
        message=Text(
            f"{name.zh}：目标为“{words}”，基数为 {start.zh}；一为相对、一为绝对，参照的数字未载，不能相比。",
            f"{name.en}: the target is {words}, the base {start.en}: one is told by a figure that is not printed, "
            "so that they do not compare.",
        ),
        remedy=Text("给出参照的数字，或基数也用相对的说法", "print the figure meant, or tell the base by it too"),
        clause=target.source,
        values={"base": float(target.base), "target": words},
    )


def _rises(target: Any) -> bool:
    """Whether the words around an equal figure let the target be more: 超过 40, or an upper end."""
    return bool(qualifiers.AT_LEAST & {*qualifiers.words(target.target_qualifier)}) or not pd.isna(target.target_to)


def _number(value: Any) -> float:
    return float("nan") if pd.isna(value) else float(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _year(value: Any) -> str:
    return "" if pd.isna(value) else f"{value:.0f}"


def _years(target: Any) -> float:
    return 0 if pd.isna(target.base_year) or pd.isna(target.target_year) else target.target_year - target.base_year


def _lacking(plan: Plan) -> Iterator[Finding]:
    """One finding for each kind of cell that targets leave blank."""
    targets, names = plan.targets, dict(zip(plan.measures["measure_id"], plan.measures["name_en"], strict=True))
    table = targets["source"].str.extract(ROW)[0]
    with_bases = set(table[targets["base"].notna()].dropna())
    is_rate = targets["name"].str.contains(GROWTH)
    # A table that prints no bases at all lacks none, and a rate of change needs none.
    no_base = targets["base"].isna() & table.isin(with_bases) & ~is_rate
    words = targets["target_text"].fillna("")
    relative = targets["base"].notna() & words.str.contains(RELATIVE)  # told by itself
    no_number = targets["target"].isna() & ~words.str.contains(IN_WORDS) & ~relative
    no_year = targets["target_year"].isna() & targets["target"].notna() & (targets["scope"] == "district")
    dated = set(plan.clauses.loc[plan.clauses["text"].fillna("").str.contains(DATED), "clause"])
    no_year &= ~targets["source"].isin(dated)  # its passage names one
    for aspect, rows, what, remedy in (
        ("no-number", targets[no_number], Text("没有目标数字", "no target in figures"),
         Text("给出目标数字，或写明数字何时下达", "give a figure, or say when it will be set")),
        ("no-base", targets[no_base], Text("指标表未列基数", "no base in the table of targets"),
         Text("补列基数，否则无法判断进度", "give the bases, without which no progress can be told")),
        ("no-year", targets[no_year], Text("没有目标年份", "no year to reach the target by"),
         Text("写明目标年份，或注明以规划期末为准", "name the year, or say that the end of the plan is meant")),
    ):  # fmt: skip
        if rows.empty:
            continue
        printed = [text if isinstance(text, str) and text else "" for text in rows["target_text"]]
        told = printed if aspect == "no-number" else [""] * len(rows)
        listed = [f"{name}{f'（{text}）' if text else ''}" for name, text in zip(rows["name"], told, strict=True)]
        english = [bilingual(row.name, names.get(row.measure_id)).en for row in rows.itertuples()]
        yield Finding(
            severity="info",
            consequence="target",
            subject="table:targets",
            aspect=aspect,
            message=Text(
                f"{len(rows)} 项目标{what.zh}：{'、'.join(listed)}。",
                f"{len(rows)} target{'' if len(rows) == 1 else 's'} with {what.en}: {', '.join(english)}.",
            ),
            remedy=remedy,
            clause="；".join(dict.fromkeys(rows["source"])),
            values={"targets": list(rows["target_id"])},
        )


def _prose(plan: Plan) -> Iterator[Finding]:
    """由 A 提高到 B where B is not more, and 由 A 降低到 B where B is not less."""
    for first, second, quote, rises in changes(plan):
        value, low, high = in_unit(second, first.unit) or (0.0, 0.0, 0.0)
        fits = high > first.low if rises else low < first.high
        if not fits or value == first.value:
            yield _wrong_way(plan, first, second, quote, rises)
    for sentence in sentences(plan):
        for first, second in itertools.pairwise(sentence):
            if _in_steps(first, second) and second.high < first.low:
                yield _wrong_way(plan, first, second, first.sentence[first.start : second.end], rises=True)


def _in_steps(first: ClauseFigure, second: ClauseFigure) -> bool:
    """Whether a rate is to be reached in two years one after the other: 覆盖率2027年达到90%、2030年实现100%."""
    return (
        first.unit == second.unit == "%"
        and second.noun in ("", first.noun)
        and first.noun.endswith(("率", "比重", "占比"))
        and not LESS_IS_MORE.search(first.noun)
        and not GROWTH.search(first.noun)
        and (first.year or 0) < (second.year or 0)
        and STEP.fullmatch(between(first, second)) is not None
    )


def _wrong_way(plan: Plan, first: ClauseFigure, second: ClauseFigure, quote: str, rises: bool) -> Finding:
    zh, en = ("未高于", "not above") if rises else ("未低于", "not below")
    place = plan.place(first.clause)
    end, start = (_bare(one) for one in (second, first))
    return Finding(
        severity="warning",
        consequence="target",
        subject=f"clause:{first.clause}",
        aspect=quote,
        message=Text(f"{place.zh}：“{quote}”，{end} {zh} {start}。", f"{place.en}: “{quote}”: {end} is {en} {start}."),
        remedy=Text("核对两个数字或动词", "check both figures and the verb"),
        clause=first.clause,
        values={"from": first.value, "to": second.value},
    )


def _bare(one: ClauseFigure) -> str:
    return one.sentence[one.start : one.end]
