"""`project-industry`: classes that are no cluster, and like products with unlike classes."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "project-industry"
ITEMS = "figure_id, measure_id, scope, item, value, unit, stated_in\n"


def _alike(one: str, other: str) -> Case:
    """Products of two projects with different classes."""
    return {
        "figures": f"{ITEMS}a, capacity, project:p1, {one}, 1, 万件, title\nb, capacity, project:p2, {other}, 2, 万件, title"
    }


TWO, ONE = ["warning project:p2"], ["warning project:p1"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "one product": (_alike("智能照明器具", "LED智能照明器具"), TWO),
    "in an enumeration": (_alike("智能照明器具及开关", "智能照明器具"), TWO),
    "with a word behind": (_alike("高强度缝纫线", "高强度缝纫线材"), TWO),
    "no cluster": ({"projects": "project_id, industry\np1, 医疗器械"}, ONE),
    "a cluster's industry": (
        {
            "industries": "industry_id, name, name_en, cluster_id\nplate, 特种钢板, Plate, steel",
            "projects": "project_id, industry\np1, 特种钢板",
        },
        ["info project:p1"],
    ),
    "one class, two projects": (
        {"projects": "project_id, industry\np1, 医疗器械\np2, 医疗器械"},
        ["warning table:classes/医疗器械"],
    ),
}
PARTS = "cluster_id, name, name_en\nparts, 关键基础件, Parts\nclean, 节能环保, Clean\ncars, 汽车, Cars"
CALLED = ["info project:p1/called"]
VIOLATIONS |= {
    f"called another: {content}": (
        {"clusters": PARTS, "projects": f"project_id, industry, content\np1, {industry}, {content}"},
        CALLED,
    )
    for industry, content in (
        ("钢铁", "形成年产28万吨模板、主轴等关键基础件的生产能力。"),
        ("纺织", "生产过滤布等节能环保产品。"),
        ("汽车", "年产齿轮等关键基础件5万套。"),
        ("钢铁", "引进设备；制造轴承、阀门等关键基础件。"),
        ("关键基础件", "年产净水器等节能环保装备。"),
    )
}
SOUND: dict[str, Case] = {
    "what tests a product is another product": _alike("汽车零部件", "汽车零部件检测设备"),
    "what makes it": _alike("高强度缝纫线", "高强度缝纫线生产设备"),
    "a kind of thing": _alike("智能开关", "智能门锁"),
    "a word in the middle": _alike("新能源汽车电机", "新能源汽车充电桩"),
    "the class 其他": {"projects": "project_id, industry\np1, 其他"},
    "one class": {
        "figures": f"{ITEMS}a, capacity, project:p2, 高强度缝纫线, 1, 万件, title\nb, capacity, project:p3, 高强度缝纫线, 2, 万件, title"
    },
}


SOUND |= {
    f"called by no other: {content}": {
        "clusters": PARTS,
        "projects": f"project_id, industry, content\np1, {industry}, {content}",
    }
    for industry, content in (
        ("关键基础件", "年产主轴等关键基础件5万套。"),
        ("其他", "年产主轴等关键基础件5万套。"),
        ("钢铁", "服务关键基础件企业。"),
        ("钢铁", "发展齿轮等关键基础件产业。"),
        ("钢铁", "年产轮毂等汽车零部件5万套。"),
    )
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
