"""A figure of the text and the same figure in a table of the plan differ.

正文的数字与规划自身表格中的同一数字不一。

A sentence that names a row of a table (规上工业增加值, 2025年), or a row and a column (东区, 规划工业用地), or a column and the total
(规划工业用地合计), or the area of all land beside a table of land by use, states the same as the table. Both are read as printed: nothing need be typed. Words beside the numbers
and their rounding count. A figure of the text without a year is information, where it fits no year of the row; so are
two floors or two ceilings that differ. Figures of the whole city or country, and of a part of the district
where the table has none, are not compared. What figures.csv and targets.csv have from both places is `conflicting-figures`.

正文一句话提到表中某行（“规上工业增加值”“2025年”），或某行某栏（“东区”“规划工业用地”），或某栏的合计（“规划工业用地合计”），或在列有各地类的表之外述及总面积的，所述即表中之数。两处都按所印读取，不需录入。数旁用语与取整计入。正文未写年份、与该行任何年份都不符的，列为提示；两个下限或两个上限不同的，也列为提示。全市、全国的数，以及表中没有的局部的数，不比。figures.csv、targets.csv 已录入两处的见 `conflicting-figures`。

Found, 3 firms in the table and 5 in the text:
查出：表中 3 家，正文 5 家。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("text-and-table", clauses='''
    ... clause, text
    ... 五,     北区现有企业5家。
    ... 表二 第1行, "北区 ｜ 3"''')
    warning clause:五: 五: 北区现有企业 5家; Table 2, row 1 has 3 (北区, 企业).

Not found, where the text has 3 too:
不报：正文也是 3 家。

    >>> print_findings("text-and-table", clauses='''
    ... clause, text
    ... 五,     北区现有企业3家。
    ... 表二 第1行, "北区 ｜ 3"''')
    nothing found
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence

from yzgeo.checks.clause_figures import ADDED, BARE, ClauseFigure, clause_figures, in_unit
from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.side_by_side import OF_A_PART, bare, is_bracketed, sentences
from yzgeo.checks.statements import plan_statements
from yzgeo.checks.table_figures import NOT_A_LEVEL, TableFigure, measure, table_figures
from yzgeo.core.i18n import Text
from yzgeo.core.unit_grammar import ratio
from yzgeo.plan.model import Plan

TITLE = Text("正文与表中数字不一", "Text and table give different figures")
OTHERS = re.compile("全国|全省|全市|全州|世界|全球|长三角|平均|其他|其中")
CHANGES = re.compile(
    r"(?:增长|提高|提升|上升|增加|扩大|下降|降低|减少|压减|节约|新增|净增|增)(?:了|约|近|超过?|不少于|不低于)*$"
)
"""Words before a number that is a change, not what has been reached."""
POINTS = ("个百分点", "百分点")
ALL = re.compile("合计|总计|共计|(?<![公同])共")
ALL_LAND = re.compile("(?:总面积|国土面积|幅员面积)(?:约|为|达)*$")
TERRITORY = re.compile("规划范围|行政|全域|国土|幅员|辖区")
USES = ("耕地", "园地", "林地", "草地", "湿地", "建设用地", "水域", "陆地水", "未利用地")
FEWEST_USES = 3
"""So many uses of land make a table one of all land."""
SHORTEST = 3
"""So many characters the name of a measure has at least that stands for itself in any place."""


def clause(plan: Plan) -> str:
    """The tables that are held against the text."""
    return "、".join(dict.fromkeys(one.label for one in table_figures(plan))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Figures of the text that the table of the plan has otherwise."""
    typed = {(row.source, row.printed) for row in plan_statements(plan).itertuples()}
    compared = False
    told: set[tuple[str, float, str]] = set()
    for one, others in itertools.chain(_measures(plan), _objects(plan), _totals(plan), _land(plan)):
        pairs = [other for other in others if not {(one.clause, one.value), (other.clause, other.value)} <= typed]
        if not pairs:
            continue
        compared = True
        different = [(other, _differ(one, other)) for other in pairs]
        if not all(how for _, how in different):
            continue
        other, how = different[-1]
        key = (one.clause, one.value, other.clause)
        if key not in told:
            told.add(key)
            yield _finding(plan, one, [other for other, _ in different], how)
    if not compared:
        yield NotChecked(Text("正文没有与表中相同的指标或事项", "the text has no figure that a table has too"))


def _differ(one: ClauseFigure, other: TableFigure) -> str:
    """How the figure of the text differs from that of the table: not at all, in the limit, or altogether."""
    numbers = in_unit(one, other.unit)
    if numbers is None:
        return ""
    value, low, high = numbers
    if low > other.high or high < other.low:
        return "figure"
    same_side = (math.isinf(high) and math.isinf(other.high)) or (math.isinf(low) and math.isinf(other.low))
    return "limit" if same_side and not math.isclose(value, other.value, rel_tol=0.01) else ""


def _subject(one: ClauseFigure) -> str:
    """The words of the statement before a figure."""
    return re.split("[。；;：:]", one.sentence[: one.start])[-1]


def _states(one: ClauseFigure) -> bool:
    """Whether a figure of the text is a level of its noun: no change, no period, no one of a list."""
    return (
        bool(one.noun)
        and not one.listed
        and one.year_from is None
        and one.unit not in POINTS
        and not CHANGES.search(one.words)
    )


def _measures(plan: Plan) -> Iterator[tuple[ClauseFigure, list[TableFigure]]]:
    """Figures of the text with those of the row of their name: of their year, of all years where they have none."""
    rows: dict[tuple[str, bool], list[TableFigure]] = {}
    for other in table_figures(plan):
        if other.year is not None and not other.is_total:
            rows.setdefault((measure(other.row), bool(ADDED.search(other.row))), []).append(other)
    dated = {one.clause for one in clause_figures(plan) if one.year is not None}
    for one in clause_figures(plan):
        name = measure(one.noun) if _states(one) else ""
        others = rows.get((name, one.added), [])
        if len(name) < SHORTEST or name in BARE or len({other.clause for other in others}) != 1:
            continue
        if is_bracketed(one) or any(pattern.search(_around(one, name)) for pattern in (OTHERS, OF_A_PART)):
            continue
        if one.year is None and one.clause in dated:
            continue
        matching = [other for other in others if one.year in (None, other.year) and in_unit(one, other.unit)]
        if matching:
            yield one, matching


def _around(one: ClauseFigure, name: str) -> str:
    """The statement before a figure without the name of its measure."""
    return _subject(one).replace(one.noun, "").replace(name, "")


def _objects(plan: Plan) -> Iterator[tuple[ClauseFigure, list[TableFigure]]]:
    """Figures of the text with those of the row that they name and the column of their noun."""
    tables: dict[str, dict[str, list[TableFigure]]] = {}
    for other in table_figures(plan):
        if other.year is None and not other.is_total and len(other.row) >= 2:
            tables.setdefault(other.label, {}).setdefault(other.row, []).append(other)
    texts = dict(zip(plan.clauses["clause"], plan.clauses["text"].astype(str), strict=True))
    for rows in tables.values():
        unique = {name: row for name, row in rows.items() if len({other.clause for other in row}) == 1}
        for sentence in sentences(plan):
            for one, name in _named(sentence, list(unique), texts[sentence[0].clause]):
                columns = [
                    other
                    for other in unique[name]
                    if in_unit(one, other.unit) is not None
                    and (
                        measure(other.column) == measure(one.noun.replace(name, ""))
                        if measure(other.column)
                        else one.noun.endswith(name)
                    )
                ]
                if len(columns) == 1 and one.year is None:
                    yield one, columns


def _named(sentence: Sequence[ClauseFigure], names: Sequence[str], text: str) -> Iterator[tuple[ClauseFigure, str]]:
    """The figures of a sentence, each with the one of the names that it is of."""
    words = sentence[0].sentence
    places = sorted((match.start(), name) for name in names for match in re.finditer(re.escape(name), words))
    places = [
        (at, name)
        for at, name in places
        if not any(
            start <= at < start + len(other) > at + len(name) - start and other != name for start, other in places
        )
    ]
    opening = re.match(
        r"\s*(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?|第\d+条|[一二三四五六七八九十]+是)?\s*", text
    )
    heads = [name for name in names if text.startswith(name, opening.end() if opening else 0)]
    listed: list[ClauseFigure] = []
    for one in sentence:
        if one.listed:
            listed = [*listed, one] if listed and "分别" not in one.words else [one]
            continue
        if is_bracketed(one) or not _states(one):
            continue
        before = [(at, name) for at, name in places if at < one.start]
        if before:
            at, name = before[-1]
            among = [other for other in sentence if at < other.start < one.start and other.noun == one.noun]
            others = [
                known
                for start, known in places
                if known != name and re.fullmatch("[、和与及]+", words[start + len(known) : at])
            ]
            if (
                not among
                and not others
                and not OF_A_PART.search(words[at + len(name) : one.start].replace(one.noun, ""))
            ):
                yield one, name
        elif heads and not OF_A_PART.search(_around(one, one.noun)):
            yield one, max(heads, key=len)
    first = listed[0] if listed else None
    if first is not None:
        named_before = [name for at, name in places if at < first.start][-len(listed) :]
        if len(named_before) == len(listed) >= 2 and _side_by_side(words[: first.start], named_before):
            named = [one._replace(noun=first.noun) for one in listed]
            yield from zip(named, named_before, strict=True)


def _side_by_side(words: str, names: Sequence[str]) -> bool:
    """Whether names stand in a list of their own: 甲、乙和丙."""
    return re.search("[、和与及]+".join(re.escape(name) for name in names), words) is not None


def _totals(plan: Plan) -> Iterator[tuple[ClauseFigure, list[TableFigure]]]:
    """Figures of the text that are called the total of a column."""
    totals: dict[str, list[TableFigure]] = {}
    for other in table_figures(plan):
        if other.is_total and other.year is None:
            totals.setdefault(measure(other.column), []).append(other)
    for one in clause_figures(plan):
        words = re.split("[，,。；;：:]", one.sentence[: one.start])[-1]
        if not ALL.search(words) or one.year is not None or not one.noun:
            continue
        name = measure(ALL.sub("", one.noun))
        others = [other for other in totals.get(name, []) if in_unit(one, other.unit) is not None]
        if len(others) == 1 and len(name) > SHORTEST and name not in BARE and not OTHERS.search(words):
            yield one, others


def _land(plan: Plan) -> Iterator[tuple[ClauseFigure, list[TableFigure]]]:
    """The area of all land in the text with the total of a table of land by its use."""
    tables: dict[str, list[TableFigure]] = {}
    for other in table_figures(plan):
        if _is_area(other):
            tables.setdefault(other.label, []).append(other)
    for rows in tables.values():
        totals = [other for other in rows if other.is_total and NOT_A_LEVEL.search(other.column) is None]
        if totals and len({use for other in rows for use in USES if use in other.row}) >= FEWEST_USES:
            for one in clause_figures(plan):
                if ALL_LAND.search(one.words) and TERRITORY.search(one.sentence[: one.start]) and not one.listed:
                    matching = [other for other in totals if in_unit(one, other.unit) is not None]
                    yield from [(one, matching)] if matching else []


def _is_area(other: TableFigure) -> bool:
    """Whether a figure of a table is an area."""
    return ratio(other.unit, "公顷") is not None


def _finding(plan: Plan, one: ClauseFigure, others: Sequence[TableFigure], how: str) -> Finding:
    here, other = plan.place(one.clause), others[-1]
    there, when = plan.place(other.clause), "" if one.year is None else f"{one.year}"
    undated = other.year is not None and one.year is None
    of_row = measure(other.row) == measure(one.noun) and other.year is not None
    of_what = other.row if of_row else f"{other.row}，{other.column}"
    of_what_en = other.row if of_row else f"{other.row}, {other.column}"
    stated = one.printed if one.printed.endswith(bare(one)) else bare(one)
    printed = [f"{each.printed}{f'（{each.year} 年）' if undated else ''}" for each in others]
    printed_en = [f"{each.printed}{f' ({each.year})' if undated else ''}" for each in others]
    return Finding(
        severity="info" if undated or how == "limit" else "warning",
        consequence="target" if other.year is not None else "figure",
        subject=f"clause:{one.clause}",
        aspect=f"{one.noun}-{bare(one)}-{when}",
        message=Text(
            f"{here.zh}：{one.noun} {stated}{when and f'（{when} 年）'}{'，未写年份' if undated else ''}；"
            f"{there.zh}为 {'、'.join(printed)}（{of_what}）。",
            f"{here.en}: {one.noun} {stated}{when and f' ({when})'}{', of no year' if undated else ''}; "
            f"{there.en} has {', '.join(printed_en)} ({of_what_en}).",
        ),
        remedy=Text("统一正文与表中的数字，或说明口径不同", "use one figure in text and table, or say how they differ"),
        clause="；".join(dict.fromkeys([one.clause, *(each.clause for each in others)])),
        values={"text": one.value, "table": [each.value for each in others], "unit": other.unit},
    )
