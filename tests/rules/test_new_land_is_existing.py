"""`new-land-is-existing`: new land whose description speaks of existing land."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "new-land-is-existing"
COLUMNS = "project_id, new_land, content, land_reuse\n"


def _of(content: str, typed: str = "", land: str = "15") -> Case:
    return {"projects": f"{COLUMNS}p1, {land}, {content}, {typed}"}


WARNING, INFO = ["warning project:p1"], ["info project:p1"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "existing land of the same size": (_of("盘活存量用地15亩，新建厂房"), WARNING),
    "in square metres": (_of("整合原东山工业区土地10000平方米"), WARNING),
    "typed by hand": (_of("建设厂房", "整合旧厂区15亩"), WARNING),
    "existing land without a figure": (_of("利用存量土地建设生产线"), INFO),
    "old works taken over": (_of("收购老旧厂房改造"), INFO),
    "pulled down and built anew": (_of("拆建17035.99平方米建筑面积，新建厂房"), INFO),
    "on the old site": (_of("在原址扩建车间"), INFO),
    "another size": (_of("腾出低效用地40亩"), INFO),
    "in the row of the annex": (
        {
            "projects": "project_id, new_land\np2, 18",
            "clauses": "clause, text\n附件 第2行, 2 ｜ 纺织车间项目 ｜ 腾退原纱厂用地18亩 ｜ 18",
        },
        ["warning project:p2"],
    ),
}
SOUND: dict[str, Case] = {
    "denied": _of("不涉及存量用地，新建厂房"),
    "denied in other words": _of("未占用现有厂房，无低效用地"),
    "raw material": _of("建设原料用地与原材料仓库"),
    "care for the old": _of("配套养老用地"),
    "nothing of the kind": _of("建设标准厂房"),
    "no new land": _of("盘活存量用地15亩", land=""),
    "none of it new": _of("盘活存量用地15亩", land="0"),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
