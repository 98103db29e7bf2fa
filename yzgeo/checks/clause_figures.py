"""The figures that stand in the text of the clauses, each with its noun, unit, qualifier and year.

A draft of a plan has clauses before anyone has typed its figures into tables: rules that read here work on it too.
Only what stands plainly is read: a number in digits with a known unit. Rows of tables are `clause_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from yzgeo.checks.passages import CELL
from yzgeo.checks.statements import WITHIN, as_printed, plan_statements, span
from yzgeo.core import qualifiers
from yzgeo.core.i18n import Text, quote
from yzgeo.core.unit_grammar import as_counted, convert, is_count, is_quantity, ratio
from yzgeo.core.unit_words import NUMBERS, WORDS
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

PLAN_YEARS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
"""The last year of each five-year plan."""
FIVE = 5
OUTSIDE = "规划外资料"
"""Begins the label of a clause that is not of the plan."""

_UNITS = "|".join(sorted((re.escape(word) for word in WORDS if word and not word.isascii()), key=len, reverse=True))
_POWERS = f"[{''.join(NUMBERS)}]*"
_UNIT = rf"(?:[%‰]|{_POWERS}(?:km²|km2|㎡|m²|TEU|{_UNITS})(?:[/·每]{_POWERS}(?:{_UNITS}))*)"
_WORDS = qualifiers.AT_LEAST | qualifiers.AT_MOST | qualifiers.APPROXIMATE | qualifiers.ALMOST
_BEFORE = "|".join(sorted({*_WORDS, "超"} - {*qualifiers.BEHIND, "上"}, key=len, reverse=True))
FIGURE = re.compile(
    rf"(?P<before>{_BEFORE})?(?:到|至|达到|达)?\s*(?P<value>-?(?:(?<=GDP)|(?<![\d.A-Za-z+])(?<!\d[百千万亿])(?<!\d万亿))\d+(?:\.\d+)?)(?P<more>余|多)?"
    rf"(?:\s*[%‰]?\s*[-—–~～至]+\s*(?P<value_to>\d+(?:\.\d+)?))?\s*(?P<unit>{_UNIT})(?P<after>以上|左右|以内|以下|余|多)?"
)
YEAR = re.compile(
    r"(?P<against>比|较|对比|相比于?|与)?(?P<opening>自|从|由)?(?P<first>(?:19|20)\d\d)年?"
    r"(?:\s*[-—–~～至到]+\s*(?P<last>(?:19|20)\d\d))?年"
)
PLAN_PERIOD = re.compile(rf"[“\"]?({'|'.join(PLAN_YEARS)})[”\"]?(?:规划)?(期末|末|时期|期间|以来|期)?")
GROWTH = re.compile("增速|增长|增幅|降幅|降低率|下降率|年均|同比|累计下降|累计降低")
"""In the name of a measure: it is a rate of change and has no stock."""
BARE = {
    "产值",
    "增加值",
    "营业收入",
    "销售收入",
    "税收",
    "利润",
    "投资",
    "收入",
    "产量",
    "企业",
    "面积",
    "规模",
    "用地",
    "人口",
}
"""Nouns that do not say whose figure they are: they are held together within one clause only."""
REACHES = re.compile("(?:达|达到|到|至|为|突破|超过|超)的?$")
RATE = re.compile("(?:年均|每年|同比|年)?(?:复合)?(?:增长率|增速|增幅|增长|递增)")
SENTENCES = re.compile(r"[^。；;！？!?\n]+")
PART = re.compile(r"[，,：:、；]")
_LEADING = re.compile(
    r"^(?:力争|争取|预计|确保|基本|目前|同时|到|至|末|底|实现|完成|达到|达|拥有|实有|现有|已有|共有|共|有(?![效影机色限])|建设|建成|打造|培育|引进|引育|创建|争创"
    r"|新增|新建|累计|形成|进入|推进|推动|使|其中|全区|全市|全县|全省|全州|本区|我区|我市|我县|区内|市内|各类|以及|和|与|并|的|年|中(?![国小央高等医药外部])"
    r"|已|将|再|更|每年|年均|总|(?:“|”|\"|——|-|\d+[.．、])|\s)+"
)
_TRAILING = re.compile(
    r"(?:达到|达|为|是|至|到|提高|提升|升|增|增长|增加|发展|扩大|下降|降低|降|减少|压减|由|从|约|力争|分别|共|累计|已|将|有|实现|基本|总量|数量"
    r"|个数|总数|总规模|规模|目标|以上|的|在|再|保持|稳定|控制|”|“|\"|\s)+$"
)
ADDED = re.compile("新增|净增|新建|新培育|新引进|新认定")


class ClauseFigure(NamedTuple):
    """A figure of the text.

    `low` and `high` are what its words allow, in `unit`; `noun` the words before the number without verbs, else those
    behind it; `words` the same as they stand; `year` None where neither the sentence nor one before
    it in the clause names one; `year_from` for figures of a period. `sentence[start:end]` is the number.
    """

    clause: str
    sentence: str
    start: int
    end: int
    noun: str
    words: str
    printed: str
    value: float
    low: float
    high: float
    unit: str
    year_from: int | None
    year: int | None
    added: bool
    listed: bool


def noun_of(words: str) -> str:
    """The noun in the words before a number: without verbs, without words for sizes.

    >>> print(noun_of("力争培育“未来工厂”"), noun_of("规上工业增加值达到"), noun_of("制造业百强企业数量（家）"))
    未来工厂 规上工业增加值 制造业百强企业
    """
    text = re.sub(r"[（(][^（）()]*[）)]\s*$", "", words) if re.search(rf"[（(]{_UNIT}[）)]\s*$", words) else words
    if (opened := max(text.rfind("（"), text.rfind("("))) > max(text.rfind("）"), text.rfind(")")):
        text = text[opened + 1 :]
    before = None
    while before != text:
        before, text = text, _TRAILING.sub("", _LEADING.sub("", text))
    return re.sub(r"[“”\"\s]", "", text)


@cached_per_plan
def clause_figures(plan: Plan) -> list[ClauseFigure]:
    """All figures of the text, in its order.

    >>> from yzgeo.plan.load import load
    >>> of_land = [one for one in clause_figures(load("yinzhou")) if one.unit == "亩"]
    >>> print(*((one.noun, one.value, one.year, one.clause) for one in of_land))
    ('腾出盘活低效工业用地', 5000.0, 2025, '专栏7')
    """
    return [
        figure
        for row in plan.clauses.itertuples()
        if CELL not in str(row.text) and not str(row.clause).startswith(OUTSIDE)
        for figure in read(str(row.clause), str(row.text))
    ]


def read(clause: str, text: str) -> Iterator[ClauseFigure]:
    """The figures of one clause."""
    plain = re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", text)
    year_from: int | None = None
    year: int | None = None
    years: set[int] = set()
    for match in SENTENCES.finditer(plain):
        sentence = match[0]
        times = sorted(_times(sentence))
        previous, listed, last_noun, last_unit = 0, False, "", ""
        if len(years) > 1:  # an aside on another year: whose the next sentence is, is not plain
            year_from = year = None
        for number in FIGURE.finditer(sentence):
            if any(begin <= number.start("value") < end for begin, end, *_ in times) or _is_year(number):
                continue
            for begin, _, first, last in times:
                if begin < number.start():
                    year_from, year = first, last
            parts = [separator.end() for separator in PART.finditer(sentence, previous, number.start())]
            before = sentence[parts[-1] if parts else previous : number.start()]
            before = PLAN_PERIOD.sub("", YEAR.sub("", before))
            noun = noun_of(before)
            listed = "分别" in before or (listed and not noun)
            behind = re.split(r"[，,：:、；。（(]", sentence[number.end() :], maxsplit=1)[0]
            reached = sentence[number.start() : number.start("value")]
            if not noun and not listed:
                if REACHES.search(before):  # 由380亿元提高到640亿元; 年均增长7%，达到640亿元
                    noun = last_noun
                elif REACHES.search(reached) and last_unit and ratio(number["unit"], last_unit) is not None:
                    noun = last_noun  # 产值860亿元，2025年达到1300亿元
            if carried := noun_of(RATE.sub("", noun)):
                last_noun, last_unit = carried, number["unit"]
            low, high = _span(number)
            yield ClauseFigure(
                clause,
                sentence,
                number.start("value"),
                number.end(),
                noun or ("" if behind[:1].isdigit() else noun_of(behind)),
                before.strip(),
                (number["before"] or "") + number[0][number.start("value") - number.start() :],
                float(number["value"]),
                low,
                high,
                number["unit"],
                year_from,
                year,
                bool(ADDED.search(before)),
                listed,
            )
            previous = number.end()
        for _, _, first, last in times:
            year_from, year = first, last
            years.add(last)


def _span(number: re.Match[str]) -> tuple[float, float]:
    words = [word for word in (number["before"], number["more"], number["after"]) if word]
    upper = float(number["value_to"]) if number["value_to"] else float("nan")
    qualifier = qualifiers.SEPARATOR.join("超过" if word == "超" else word for word in words) or None
    low, high = span(float(number["value"]), upper, qualifier, is_count(number["unit"]))
    zeros = number["value"].endswith("0") and "." in number["value"]  # 6.0 is as exact as 6.1
    if zeros and not words and not number["value_to"]:
        half = WITHIN * 0.5 * 10.0 ** -len(number["value"].partition(".")[2])
        return float(number["value"]) - half, float(number["value"]) + half
    return low, high


def _is_year(number: re.Match[str]) -> bool:
    return number["unit"].startswith("年") and re.fullmatch(r"(?:19|20)\d\d", number["value"]) is not None


def _times(sentence: str) -> Iterator[tuple[int, int, int | None, int]]:
    """Where a sentence names a year or period: begin, end, first year of a period, year."""
    for match in YEAR.finditer(sentence):
        begins = match["opening"] and not re.match(r"的?\s*[约近]?\d", sentence[match.end() :])  # 自2018年起
        if match["against"] or begins or re.match(r"[^，。]{0,6}(?:相比|基础上)", sentence[match.end() :]):
            continue
        last = int(match["last"] or match["first"])
        yield match.start("first"), match.end(), int(match["first"]) if match["last"] else None, last
    for match in PLAN_PERIOD.finditer(sentence):
        if match[2] is None:
            continue
        last = PLAN_YEARS[match[1]]
        yield match.start(), match.end(), None if match[2] in ("末", "期末") else last - FIVE + 1, last


def statement_figures(plan: Plan, statements: pd.DataFrame) -> list[ClauseFigure]:
    """The district's statements of `plan_statements` as figures of the text, by the names that they are printed with."""
    names = dict(zip(plan.measures["measure_id"], plan.measures["name"], strict=True))
    targets, figures_of = plan.targets, plan.figures.dropna(subset=["noun"])
    printed = {
        (row.measure_id, row.source): row.noun if row.noun else row.name
        for row in [
            *targets[["measure_id", "source", "name"]].assign(noun=None).itertuples(),
            *figures_of[["measure_id", "source", "noun"]].assign(name=None).itertuples(),
        ]
    }
    district = statements[statements["scope"] == "district"]
    district = district.assign(
        name=[printed.get((row.measure_id, row.source)) or names[row.measure_id] for row in district.itertuples()]
    )
    return [
        ClauseFigure(
            row["source"],
            "",
            0,
            0,
            noun_of(row["name"]),
            "",
            as_printed(row).zh.replace(" ", ""),
            row["value"],
            row["low"],
            row["high"],
            row["unit"],
            None if pd.isna(row["year_from"]) else int(row["year_from"]),
            int(row["year"]),
            bool(ADDED.search(row["name"])),
            False,
        )
        for _, row in district.iterrows()
    ]


@cached_per_plan
def figures(plan: Plan) -> list[ClauseFigure]:
    """The figures of the text, then those of the tables that the text does not have at the same place."""
    of_text = clause_figures(plan)
    there = {(one.clause, one.value, one.unit) for one in of_text}
    typed = statement_figures(plan, plan_statements(plan))
    return [*of_text, *(one for one in typed if (one.clause, one.value, one.unit) not in there)]


def quoted(plan: Plan, *places: ClauseFigure) -> Text:
    """Figures as printed, each with its place; figures alike in one place once."""
    once = {(one.noun, one.printed, one.clause): one for one in places}.values()
    return Text(
        "，".join(f"{one.noun}{one.printed}（{one.clause}）" for one in once),
        ", ".join(f"{quote(f'{one.noun} {one.printed}')} ({plan.place(one.clause).en})" for one in once),
    )


def clauses_of(*places: ClauseFigure) -> str:
    """The clauses of figures, each once."""
    return "；".join(dict.fromkeys(one.clause for one in places))


def in_unit(one: ClauseFigure, unit: str) -> tuple[float, float, float] | None:
    """Value, lowest and highest of a figure in a unit; None where it cannot be converted."""
    own = as_counted(one.unit, unit)
    if ratio(own, unit) is None:
        return None
    value, low, high = (convert(number, own, unit) for number in (one.value, one.low, one.high))
    return None if value is None or low is None or high is None else (value, low, high)


def subject_of(known: list[ClauseFigure], position: int) -> ClauseFigure | None:
    """The figure before a share in its sentence that the share is of: 增加值211.7亿元, 同比增长4%, 占…65.7%."""
    share = known[position]
    for one in reversed(known[:position]):
        if not share.sentence or one.clause != share.clause or one.sentence != share.sentence:
            return None
        if one.noun and is_quantity(one.unit) and not one.listed:
            return one
    return None
