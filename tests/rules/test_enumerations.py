"""`enumerations`: items of one list that another lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "enumerations"
LISTS = "enumeration_id, name, name_en, statement, complete, seq, item, source\n"


def _listed(whole: str, choice: str) -> Case:
    """A whole list in chapter one, and a choice of it in chapter two."""
    sides = (("chapter-1", "true", whole, "一"), ("chapter-2", "false", choice, "二"))
    rows = [
        f"own, 产业, Industries, {place}, {complete}, {seq}, {item}, {source}"
        for place, complete, items, source in sides
        for seq, item in enumerate(items.split("、"), start=1)
    ]
    return {"enumerations": LISTS + "\n".join(rows)}


OWN = ["info table:own/chapter-2"]
FUTURE = "5G等新一代信息、人工智能、工业互联网、区块链"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "appliances for intelligence": (_listed(FUTURE, "5G+、智能家电"), OWN),
    "another industry": (_listed("钢铁、纺织", "钢铁、造纸"), OWN),
    "equipment of another sort": (_listed("高端装备、新材料", "海洋装备、新材料"), OWN),
    "a material of another sort": (_listed("磁性材料、医药", "包装材料、医药"), OWN),
    "health for medicine": (_listed("生物医药、软件", "医疗健康、软件"), OWN),
    "one more in a list that ends": (_listed("海洋经济、临空经济", "海洋经济、临空经济、数字经济"), OWN),
}
SOUND: dict[str, Case] = {
    "in fewer words": _listed(FUTURE, "5G+、人工智能"),
    "with the kind behind": _listed("软件与新兴服务、新材料", "软件产业、新材料产业"),
    "in brackets of another width": _listed("智能工厂（数字化车间）、软件", "智能工厂(数字化车间)、软件"),
    "a choice": _listed("钢铁、纺织、造纸", "造纸"),
    "one holds the other": _listed("汽车、电子", "汽车零部件、电子信息"),
    "another order": _listed("钢铁、纺织", "纺织、钢铁"),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
