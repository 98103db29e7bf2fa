"""Documents with what was read in them, made for the page of the review: a toy, and one as long as is wanted."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from yzgeo.publish.review.data import QUESTION_COLUMNS, Document

TITLE = "玩具区制造业规划"


class Draft(NamedTuple):
    """What `render` takes."""

    document: Document
    clauses: pd.DataFrame
    candidates: pd.DataFrame
    questions: pd.DataFrame
    unread: pd.DataFrame


def clause(name: str, text: str, kind: str = "paragraph", **more: Any) -> dict[str, Any]:
    return {"clause": name, "text": text, "kind": kind, **more}


def table_row(name: str, cells: tuple[str, ...], header: tuple[str, ...]) -> dict[str, Any]:
    more = {"cells": cells, "header": header, "table": 1, "table_title": "表1 空间情况"}
    return clause(name, "\t".join(cells), "row", **more)


def cell(
    place: dict[str, Any], words: str, table: str, key: str, column: str, kind: str, certainty: str = "sure",
    how: str = "label", value: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    start = place["text"].index(words)
    return {
        "table": table, "key": key, "column": column, "value": value or words, "kind": kind, "clause": place["clause"],
        "start": start, "end": start + len(words), "quote": place["text"], "how": how, "certainty": certainty,
    }  # fmt: skip


def question(number: int, about: dict[str, Any], asked: str, options: list[str], **more: str) -> dict[str, Any]:
    own = {name: about[name] for name in ("kind", "clause", "start", "end", "quote", "table", "key", "column")}
    said = {
        "question_id": f"q{number}",
        "question_zh": asked,
        "why_zh": "写法不明",
        "question_en": "What is it?",
        "why_en": "Not clear",
    }
    return {**dict.fromkeys(QUESTION_COLUMNS, ""), **own, **said, "options": "\n".join(options), **more}


HEADER = ("片区", "主导产业")
CLAUSES = [
    clause("第一章", "一、产业布局", "heading", level=1),
    clause("一 第1段", "东片区可利用面积16.88平方公里。到2025年，形成64个园区，建成“万亩千亿”平台。"),
    clause("一 第2段", "主导产业：智能家电、医疗健康。"),
    clause("第二章", "二、附表", "heading", level=1),
    table_row("表1 第1行", HEADER, HEADER),
    table_row("表1 第2行", ("东片区", "智能家电 生物医药"), HEADER),
    clause("二 第1段", "用水量比2020年下降10%，另有园区70个、园区80个。"),
]


def draft() -> Draft:
    """Five questions: three alike, one whose likely option is chosen beforehand, one with two slips of evidence."""
    body, labelled, row, water = CLAUSES[1], CLAUSES[2], CLAUSES[5], CLAUSES[6]
    industry = {"table": "zone_industries", "column": "industry_id", "kind": "industry"}
    cells = [
        cell(body, "东片区", "zones", "东片区", "name", "zone"),
        cell(body, "16.88", "zones", "东片区", "area", "area"),
        cell(body, "平方公里", "zones", "东片区", "area_unit", "area"),
        cell(labelled, "智能家电", key="东片区|智能家电", **industry),
        cell(labelled, "医疗健康", key="东片区|医疗健康", **industry),
        cell(row, "智能家电", key="东片区|智能家电", how="table_cell", **industry),
        cell(row, "生物医药", key="东片区|生物医药", how="table_cell", **industry),
        cell(body, "64", "targets", "园区", "target", "target", "guess", "prose"),
        cell(water, "10%", "targets", "用水", "target", "target", "likely", "prose"),
        cell(water, "70", "figures", "园区甲", "value", "figure", "guess", "prose"),
        cell(water, "80", "figures", "园区乙", "value", "figure", "guess", "prose"),
    ]
    alike = ["1. 目标 | 一 第1段：形成", "2. 现状"]
    questions = [
        question(1, cells[7], "“64个园区”记作什么？", alike, why_zh="没写年份"),
        question(2, cells[8], "“下降10%”说的是哪个？", ["1. 10% | 表1 第2行：智能家电", "2. 用水总量"]),
        question(3, cells[9], "“园区70个”记作什么？", alike, why_zh="没写年份"),
        question(4, cells[10], "“园区80个”记作什么？", alike, why_zh="没写年份"),
    ]
    for one in questions[2:]:
        one |= {"table": "targets", "column": "target", "kind": "target"}
    place = body["text"].index("万亩千亿")
    unread = [{"clause": body["clause"], "start": place, "end": place + 4}]
    document = Document(TITLE, ("规划.docx",), complete=True, apply_command="command to run")
    return Draft(document, *(pd.DataFrame(rows) for rows in (CLAUSES, cells, questions, unread)))


def nothing_asked() -> Draft:
    """The toy without a question."""
    own = draft()
    sure = own.candidates[own.candidates["certainty"] == "sure"]
    return own._replace(candidates=sure, questions=own.questions.iloc[:0])


def long(pages: int) -> Draft:
    """So many pages of 800 characters: a heading, prose with three cells a passage, a question in each fifth."""
    clauses: list[dict[str, Any]] = []
    cells: list[dict[str, Any]] = []
    questions: list[dict[str, Any]] = []
    filling = "推进产业集聚，完善基础设施，优化空间布局，提升服务水平。" * 6
    for page in range(1, pages + 1):
        clauses.append(clause(f"第{page}章", f"第{page}章 布局", "heading", level=1, page=page))
        for passage in range(1, 5):
            place = clause(
                f"{page} 第{passage}段", f"片区{page}之{passage}面积{page}.{passage}平方公里，{filling}", page=page
            )
            clauses.append(place)
            key = f"片区{page}之{passage}"
            asked = passage == 4
            cells += [
                cell(place, key, "zones", key, "name", "zone"),
                cell(place, f"{page}.{passage}", "zones", key, "area", "area", "guess" if asked else "sure"),
                cell(place, "平方公里", "zones", key, "area_unit", "area"),
            ]
            if asked:
                questions.append(
                    question(len(questions), cells[-2], f"{key}的面积是哪一种？", ["1. 可利用", "2. 规划"], why_zh=key)
                )
    return Draft(
        Document(TITLE, ("长.pdf",)),
        pd.DataFrame(clauses),
        pd.DataFrame(cells),
        pd.DataFrame(questions),
        pd.DataFrame(),
    )
