"""`clusters-without-support`: clusters that the plan names and follows up nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "clusters-without-support"
GLASS = "cluster_id, name\nglass, {}"
FIRST = "clause, text\n五, {}\n六, {}"
ZONE, PROJECT, PARAGRAPH = (f"info table:clusters/{aspect}" for aspect in ("zones", "projects", "paragraphs"))
LED = "zone_id, industry_id, listed_in, role, seq\nsouth, {}, text, 主导产业, 2"
NAMED = "industry_id, name, cluster_id, source\nthird, {}, {}, 一"
SIXTH = "project_id, list, seq, name, industry\np6, planned, 6, 型材项目, 钢铁"
CLASSED = "project_id, industry\np2, {}"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "nowhere": ({"clusters": GLASS.format("玻璃"), "projects": SIXTH}, [PROJECT, ZONE]),
    "in a zone alone": (
        {
            "clusters": GLASS.format("玻璃"),
            "industries": NAMED.format("玻璃", "glass"),
            "zone_industries": LED.format("third"),
            "projects": SIXTH,
        },
        [PROJECT],
    ),
    "in a project alone": (
        {"clusters": GLASS.format("生物医药"), "projects": CLASSED.format("生物医药")},
        [ZONE],
    ),
    "no paragraph": ({"clauses": FIRST.format("——钢铁产业。发展板材。", "——汽车产业。整车。")}, [PARAGRAPH]),
    "no paragraph, by numbers": ({"clauses": FIRST.format("1.纺织产业：发展面料。", "2.食品产业：")}, [PARAGRAPH]),
    "no paragraph, by bullets": ({"clauses": FIRST.format("（1）钢铁产业。发展板材。", "·化工产业。")}, [PARAGRAPH]),
}
SOUND: dict[str, Case] = {
    "few projects": {
        "clusters": GLASS.format("玻璃"),
        "industries": NAMED.format("玻璃", "glass"),
        "zone_industries": LED.format("third"),
    },
    "paragraphs of both": {"clauses": FIRST.format("——钢铁产业。发展板材。", "——时尚纺织产业。发展面料。")},
    "headings are no paragraphs of industries": {"clauses": FIRST.format("1.提升钢铁。发展板材。", "2.优化布局。")},
    "led by another name": {
        "clusters": GLASS.format("玻璃陶瓷"),
        "industries": NAMED.format("日用陶瓷", ""),
        "zone_industries": LED.format("third"),
        "projects": CLASSED.format("陶瓷"),
    },
    "most are nowhere: the plan does not go by clusters": {
        "clusters": "cluster_id, name\na, 玻璃\nb, 化工\nc, 食品\nd, 家具"
    },
    "no projects at all": {"projects": "", "project_locations": "", "figures": ""},
    "another sort of list": {"clauses": FIRST.format("——加强领导。区长负责。", "——钢铁与纺织。两业并举。")},
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
