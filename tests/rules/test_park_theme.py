"""`park-theme`: a park is named after what its zone does not lead in; parks that fit, or have a name of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_words import told

from yzgeo.checks import example_plan
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow
RULE = "park-theme"
VIOLATIONS = {
    "an industry of another zone": "湖镇钢铁产业园",
    "an industry of no zone": "造纸产业基地",
    "part of an industry's name": "大健康产业园",
    "with a word before it": "现代海洋装备制造园区",
    "a community": "湖畔钢铁工业社区",
}
SOUND = {
    "what the zone leads in": "纺织产业园",
    "what the zone leads in, and a place": "湖镇高端纺织服装产业园",
    "a name of its own": "双桥创新园",
    "words that any industry has": "高端装备制造产业园",
    "a hi-tech park": "高新技术产业园区",
    "another of the zone's cluster": "成衣产业园",
}
INDUSTRIES = """industry_id, name, name_en, cluster_id
health, 医疗健康, Health,
sea, 海洋装备制造, Marine equipment,
clothes, 成衣, Clothes, cloth"""


def case(folder: Path, name: str) -> list[str]:
    changes = {
        "industries": INDUSTRIES,
        "parks": f"park_id, name\nown, {name}",
        "zone_parks": "zone_id, park_id, listed_in, seq\nsouth, own, table, 2",
    }
    return told(load(example_plan.make(folder / "plan", **changes)), RULE)


@pytest.mark.parametrize("name", VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    assert case(tmp_path, name) == ["info park:own"]


@pytest.mark.parametrize("name", SOUND.values(), ids=SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert case(tmp_path, name) == []
