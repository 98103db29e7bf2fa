"""How an import understood its file, as a table for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from yzgeo.core.i18n import Lang, Text, plain
from yzgeo.core.visible_text import one_line
from yzgeo.plan.import_facts import AreaFacts, ImportFacts
from yzgeo.publish.preview import wording

WIDEST = 28
"""Most places of a cell; what is longer ends in a sign of it."""
MOST_ROWS = 12
"""Rows with problems that a terminal shows; the page has more."""
BLANK = "—"
Worded = Callable[[Text, Lang], str]
"""What words an advice, with the option of the command that runs."""


def table(facts: ImportFacts, lang: Lang, worded: Worded = Text.of) -> str:
    """The columns, statuses, CRS, rows with problems and totals of an import, a line each.

    `worded` words an advice: whoever shows it knows how its parameter is given there.

    >>> import geopandas as gpd
    >>> from pathlib import Path
    >>> from yzgeo.plan import import_facts
    >>> from yzgeo.readers import reading
    >>> frame = gpd.GeoDataFrame({"编号": ["A1"]}, geometry=[None], crs=4490)
    >>> read = reading.Reading(frame, reading.log(Path("a.csv"), []), Text("无几何", "no geometry"))
    >>> print(table(import_facts.facts("a.csv", {"source": read, "names": {"parcel_id": "编号"}}), "en"))
    a.csv: 1 feature, 1 without shape
    CRS: no geometry: there is no shape
    columns:
      in the file  read as  why           unit  filled  examples
      编号         parcel   usual header  —     1       A1
    """
    lines = [_head(facts, lang)]
    named = wording.crs(facts.crs, facts.crs_grounds)
    lines.append(Text(f"坐标系：{named.zh}", f"CRS: {named.en}").of(lang))
    lines += [Text("列：", "columns:").of(lang), *_columns(facts, lang)]
    if facts.words:
        lines += [Text("状态用语：", "statuses:").of(lang), *_words(facts, lang, worded)]
    if facts.rows:
        lines += [Text("有问题的行：", "rows with problems:").of(lang), *_rows(facts, lang, worded)]
    if facts.areas is not None:
        lines += _areas(facts.areas, lang)
    if facts.changes:
        changes = [f"  {change.of(lang)}" for change in facts.changes]
        lines += [Text("途中改动：", "changed on the way:").of(lang), *changes]
    return "\n".join(map(one_line, lines))


def _head(facts: ImportFacts, lang: Lang) -> str:
    without = facts.without_shape
    return Text(
        f"{facts.file}：{facts.features} 个要素" + (f"，{without} 个没有图形" if without else ""),
        f"{facts.file}: {facts.features} feature{'' if facts.features == 1 else 's'}"
        + (f", {without} without shape" if without else ""),
    ).of(lang)


def _columns(facts: ImportFacts, lang: Lang) -> list[str]:
    head = [
        Text("文件中的列", "in the file"), Text("读作", "read as"), Text("依据", "why"), Text("单位", "unit"),
        Text("有值", "filled"), Text("例", "examples"),
    ]  # fmt: skip
    rows = [
        [
            plain(one.theirs),
            plain(BLANK) if one.ours is None else wording.column(one.ours),
            wording.WHY[one.why],
            plain(BLANK) if one.unit is None else wording.unit(one.unit),
            plain(one.filled),
            plain("、".join(one.examples)),
        ]
        for one in facts.columns
    ]
    return aligned([[text.of(lang) for text in row] for row in [head, *rows]])


def _words(facts: ImportFacts, lang: Lang, worded: Worded) -> list[str]:
    rows = []
    for word in facts.words:
        remedy = "" if word.code is not None else worded(wording.remedy(word), lang)
        code = BLANK if word.code is None else wording.status(word.code).of(lang)
        rows.append([word.word, str(word.rows), code, wording.status_why(word).of(lang), remedy])
    return aligned(rows)


def _rows(facts: ImportFacts, lang: Lang, worded: Worded) -> list[str]:
    rows = [
        [
            wording.KINDS[one.kind].of(lang),
            BLANK if one.row is None else Text(f"第 {one.row} 行", f"row {one.row}").of(lang),
            one.column or BLANK,
            one.value or BLANK,
            _whole(one.problem.of(lang), worded(one.remedy, lang), lang),
        ]
        for one in facts.rows[:MOST_ROWS]
    ]
    more = len(facts.rows) + facts.rows_unlisted - len(rows)
    return aligned(rows) + ([Text(f"  另有 {more} 行", f"  and {more} more").of(lang)] if more else [])


def _whole(problem: str, remedy: str, lang: Lang) -> str:
    return problem + (remedy and Text(f"；{remedy}", f"; {remedy}").of(lang))


def _areas(areas: AreaFacts, lang: Lang) -> list[str]:
    parts = "、".join(f"{wording.status(one.code).zh} {mu(one.mu)}" for one in areas.by_status)
    english = ", ".join(f"{wording.status(one.code).en} {mu(one.mu)}" for one in areas.by_status)
    lines = [
        Text(f"登记面积合计（亩）：{mu(areas.registered)}（{parts}）", f"registered area, mu: {mu(areas.registered)} ({english})")
    ]  # fmt: skip
    if areas.both:
        lines.append(
            Text(
                f"两种面积都有的 {areas.both} 宗：登记 {mu(areas.registered_of_both)} 亩，图上 {mu(areas.drawn_of_both)} 亩",
                f"{areas.both} with both areas: registered {mu(areas.registered_of_both)} mu, drawn {mu(areas.drawn_of_both)}",
            )
        )
    lines += [
        Text(
            f"第 {one.row} 行合计（{one.text}）：{'与读入之和相符' if one.agrees else '与读入之和不符，请核对'}",
            f"totals in row {one.row} ({one.text}): {'the sum of the rows' if one.agrees else 'not the sum of the rows: check it'}",
        )
        for one in areas.totals
    ]
    return [line.of(lang) for line in lines]


def mu(value: float | None) -> str:
    """An area in mu; what is not known is a dash.

    >>> print(mu(1234.5), mu(None))
    1,234.50 —
    """
    return BLANK if value is None else f"{value:,.2f}"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells in columns of one width, where a Chinese character is two wide; the last column is as long as it is.

    >>> print("|".join(aligned([["面积", "a"], ["b", "c"]])))
      面积  a|  b     c
    """
    cut = [[*map(_cut, row[:-1]), " ".join(row[-1].split())] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cut, strict=True)]
    return [
        "  " + "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cut
    ]


def _cut(cell: str) -> str:
    text = " ".join(cell.split())
    while _width(text) > WIDEST:
        text = text.removesuffix("…")[:-1] + "…"
    return text


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
