"""`project-counted-twice`: projects of one owner that may hold one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "project-counted-twice"
ROWS = "project_id, name, owner, content\n"


def _of(whole: str, content: str, owner: str = "甲公司", part: str = "轧钢项目") -> Case:
    return {"projects": f"{ROWS}p1, {whole}, 甲公司, 建设厂房\np4, {part}, {owner}, {content}"}


FOUND = ["info project:p4/project:p1"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a plot": (_of("东山未来工业社区启动区", "东山未来工业社区A-1号地块"), FOUND),
    "a phase": (_of("西湾智能制造小镇一期", "位于西湾智能制造小镇，建设厂房"), FOUND),
    "the park itself": (_of("滨江生命健康产业园", "在滨江生命健康产业园内建设厂房"), FOUND),
    "a development zone's first phase": (_of("东山经济开发区启动区", "东山经济开发区2号地块"), FOUND),
    "two plots, one fact": (
        {
            "projects": f"{ROWS}p1, 东山未来工业社区启动区, 甲公司, 建设\np4, 轧钢项目, 甲公司, 东山未来工业社区A地块\np5, 织布项目, 甲公司, 东山未来工业社区B地块"
        },
        ["info project:p1/parts"],
    ),
}
SOUND: dict[str, Case] = {
    "two works in one development zone": _of("东山经济开发区污水处理厂", "在东山经济开发区建设变电站"),
    "two works in one park": {
        **_of("磨坊生命健康园展示中心", "在磨坊生命健康园建设车间"),
        "parks": "park_id, name, place_id\nmill, 磨坊生命健康园, hill",
    },
    "two works on one road": _of("东山工业大道沿线泵站", "东山工业大道沿线地块"),
    "other owners": _of("东山未来工业社区启动区", "东山未来工业社区A-1号地块", "乙公司"),
    "a short run": _of("产业园启动区", "产业园地块"),
    "nothing in common": _of("东山未来工业社区启动区", "建设标准厂房"),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
