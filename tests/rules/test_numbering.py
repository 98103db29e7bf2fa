"""`numbering`: numbers leap or stand twice; numbers follow each other."""

from __future__ import annotations

import pytest
from plan_words import told, with_words

pytestmark = pytest.mark.slow
RULE = "numbering"
VIOLATIONS = {
    "tables": (["表1 面积", "表3 产值"], ["warning clause:乙/表2"]),
    "boxes with Chinese numbers": (["专栏一 甲工程", "专栏二 乙工程", "专栏四 丁工程"], ["warning clause:丙/专栏3"]),
    "tables of one chapter": (["表4-1 面积", "表4-4 产值"], ["warning clause:乙/表4-2、表4-3"]),
    "one number for two tables": (["表2 面积", "表2 产值"], ["warning clause:乙/表2 产值"]),
    "headings": (["（一）用地", "（二）产业", "（四）交通"], ["warning clause:丙/第3项"]),
    "a heading twice": (["一、总则", "二、目标", "二、任务"], ["warning clause:丙/二、任务"]),
    "chapters": (["第一章 总则", "第三章 任务"], ["warning clause:乙/第2项"]),
    "points of a section": (
        ["1.加强领导。坚持统筹，落实责任。", "3.加强监测。提高质量，公开结果。"],
        ["warning clause:乙/第2项"],
    ),
}
SOUND = {
    "in order": ["表1 面积", "表2 产值", "表3 投资"],
    "an excerpt that begins later": ["第六章 产业园区规划", "一、结构", "二、布局"],
    "anew under the next heading": ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"],
    "on and on across headings": ["（一）甲", "1.乙", "2.丙", "（二）丁", "3.戊", "4.己"],
    "each chapter's own tables": ["表1-1 甲", "表1-2 乙", "表2-1 丙"],
    "a table continued on the next page": ["表1 面积", "表1（续） 面积", "表2 产值"],
    "a decimal at the head of a line": [
        "1.加强领导。坚持统筹，落实责任。",
        "2.5亿元用于建设，3.5亿元用于改造。",
        "2.加强监测。提高质量，公开结果。",
    ],
}


@pytest.mark.parametrize(("texts", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(texts: list[str], expected: list[str]) -> None:
    assert told(with_words(*texts), RULE) == expected


@pytest.mark.parametrize("texts", SOUND.values(), ids=SOUND)
def test_it_is_not_told(texts: list[str]) -> None:
    assert told(with_words(*texts), RULE) == []
