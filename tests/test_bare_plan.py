"""A plan in which everything optional is absent: sheet and statistics tell counts and dashes, no figure that nobody stated."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
import toy

from yzgeo.core import plugins
from yzgeo.core.i18n import Lang
from yzgeo.plan.load import load
from yzgeo.plan.template import create
from yzgeo.publish.board import header, rows
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.render import drawing_of
from yzgeo.publish.context import BuildContext, build_context

FORMATS = "yzgeo.stats.formats"
QUANTITY = re.compile(
    r"(?<![\d.,])0(?:\.0+)? ?(?:亿元|万元|亩|平方公里|%|mu\b|m yuan|km²)|CNY 0\b|(?<![\d.,])0\.0+(?!\d)"
)
"""A quantity of nothing; counts have other words after them."""
COUNTS = re.compile("数$|个数|未载|count|unknown")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> BuildContext:
    """Two zones, two projects, a park, an industry, two targets and a cluster, all of them names alone."""
    folder = tmp_path_factory.mktemp("bare") / "plan"
    create(folder)
    listed = {"listed_in": "text", "seq": 1}
    measures = {"m": "产值", "low-efficiency-land": "盘活低效用地"}
    tables: dict[str, list[toy.Row]] = {
        "clauses": [{"clause": "一", "text": "本规划未载数字。"}],
        "zones": [{"zone_id": zone, "name": f"{zone}区"} for zone in ("a", "b")],
        "parks": [{"park_id": "k", "name": "甲园"}],
        "zone_parks": [{"zone_id": "a", "park_id": "k", **listed}],
        "industries": [{"industry_id": "i", "name": "钢铁"}],
        "zone_industries": [{"zone_id": "a", "industry_id": "i", "role": "主导产业", **listed}],
        "projects": [{"project_id": f"p{seq}", "name": f"项目{seq}", "seq": seq} for seq in (1, 2)],
        "measures": [
            {"measure_id": name, "name": words, **({"unit": "亩"} if name != "m" else {})}
            for name, words in measures.items()
        ],
        "targets": [
            {"target_id": name, "measure_id": name, "scope": "district", "name": words, "direction": "at_least"}
            for name, words in measures.items()
        ],
        "clusters": [{"cluster_id": "c", "name": "汽车"}],
    }
    for name, content in tables.items():
        sourced = content if name in ("clauses", "measures") else [{**row, "source": "一"} for row in content]
        toy.fill(folder, name, sourced)
    return build_context(load(folder), "zh")


def zeros(content: Any, name: str = "") -> Iterator[str]:
    """Where a quantity of 0 stands that is not of a row of no projects."""
    if isinstance(content, dict):
        if content.get("project_count") != 0:
            for key, value in content.items():
                yield from zeros(value, f"{name}.{key}")
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from zeros(value, f"{name}[{number}]")
    elif content == 0 and content is not False and not COUNTS.search(name):
        yield name


@pytest.mark.slow
def test_statistics_hold_no_zero_but_counts(context: BuildContext) -> None:
    assert context.statistics["projects"]["project_count"] == 2
    assert list(zeros(context.statistics)) == []


@pytest.mark.slow
def test_every_format_of_the_statistics_tells_unknown_as_unknown(context: BuildContext) -> None:
    found = {
        name: plugins.load(FORMATS, name).render(context.statistics, "zh") for name in ("text", "csv", "json", "xlsx")
    }
    assert not QUANTITY.search(found["text"].decode())
    table = list(csv.DictReader(io.StringIO(found["csv"].decode("utf-8-sig"))))
    counts = {(row["table"], row["row"]): row["value"] for row in table if row["column"] == "项目数"}
    assert counts
    told = [
        row
        for row in table
        if re.fullmatch(r"0(\.0+)?", row["value"])
        and not COUNTS.search(row["column"])
        and counts.get((row["table"], row["row"])) != "0"
    ]
    assert told == []
    assert list(zeros(json.loads(found["json"]))) == []
    for sheet in openpyxl.load_workbook(io.BytesIO(found["xlsx"])).worksheets:
        heading, *lines = sheet.iter_rows(values_only=True)
        count = heading.index("项目数") if "项目数" in heading else None
        for line in lines:
            if count is None or line[count] != 0:
                assert not [
                    (sheet.title, title)
                    for title, value in zip(heading, line, strict=True)
                    if value == 0 and not COUNTS.search(str(title)) and not COUNTS.search(str(line[0]))
                ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sheet_has_dashes(context: BuildContext, lang: Lang) -> None:
    board = Board(context.plan, context.outcome, context.statistics, lang)
    table = rows.table_of(board)
    every = [*table.rows, *table.closing, table.whole]
    assert [row.projects for row in every] == [0, 0, 2, 0, 2]
    assert {value for row in every for value in (row.area, row.money, row.new_land, row.recovered)} == {None}
    assert [figure.number for figure in header.figures(board, table)][1] == "—"
    words = re.sub(r"<[^>]+>", "\n", drawing_of(context, lang))
    assert not QUANTITY.search(words)
    assert "nan" not in words.lower()
    assert "None" not in words
