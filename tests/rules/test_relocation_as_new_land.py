"""`relocation-as-new-land`: a move counts as new land; moves that say what becomes of the old site."""

from __future__ import annotations

from typing import Any

import pytest
from plan_words import told, with_projects

pytestmark = pytest.mark.slow
RULE = "relocation-as-new-land"
VIOLATIONS: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "整体搬迁": ([{"content": "企业整体搬迁至南区。", "new_land_mu": 15.0}], ["info project:p1"]),
    "迁建 in the title": (
        [{"name": "钢材厂迁建项目", "content": "建设厂房。", "new_land_mu": 15.0}],
        ["info project:p1"],
    ),
    "易地重建": ([{"content": "易地重建生产线两条。", "new_land_mu": 15.0}], ["info project:p1"]),
    "退城入园": ([{"content": "实施退城入园，建设厂房。", "new_land_mu": 7.5}], ["info project:p1"]),
    "搬至": ([{"content": "将老城区车间搬至开发区，扩大产能。", "new_land_mu": 15.0}], ["info project:p1"]),
}
SOUND: dict[str, list[dict[str, Any]]] = {
    "no new land": [{"content": "企业整体搬迁至南区。"}],
    "the old site is given up": [{"content": "企业整体搬迁至南区，原址腾退20亩。", "new_land_mu": 15.0}],
    "the old site is kept": [{"content": "企业迁建至南区，老厂区保留仓储。", "new_land_mu": 15.0}],
    "no move": [{"content": "不涉及搬迁，新建厂房。", "new_land_mu": 15.0}],
    "a new works": [{"content": "新建厂房20000平方米。", "new_land_mu": 15.0}],
}


@pytest.mark.parametrize(("projects", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(projects: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(with_projects(*projects), RULE) == expected


@pytest.mark.parametrize("projects", SOUND.values(), ids=SOUND)
def test_it_is_not_told(projects: list[dict[str, Any]]) -> None:
    assert told(with_projects(*projects), RULE) == []
