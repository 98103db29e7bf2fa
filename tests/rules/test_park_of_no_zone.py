"""`park-of-no-zone`: parks named after a place that no zone lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "park-of-no-zone"
TOLD = ["info table:parks"]
PARK = "park_id, name\nmill, {}"
TEXTS = (
    "加快建设湖镇智慧产业园。",
    "依托山镇精密制造工业园，推动集聚。",
    "推进湖镇绿色建材产业园、山镇云谷软件园建设。",
    "启动示例区生命健康产业园。",
    "改造山镇老街工业社区试点。",
    "入驻湖镇智能终端创新园的企业30家。",
)
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    text: ({"clauses": f"clause, text\n五, {text}"}, TOLD) for text in TEXTS
}
SOUND: dict[str, Case] = {
    "listed": {"parks": PARK.format("湖镇智慧产业园"), "clauses": "clause, text\n五, 加快建设湖镇智慧产业园。"},
    "but for a word": {"parks": PARK.format("湖镇智慧产业园"), "clauses": "clause, text\n五, 建设湖镇智慧创新产业园。"},
    "another word for a park": {
        "parks": PARK.format("湖镇都市产业社区"),
        "clauses": "clause, text\n五, 湖镇都市产业园。",
    },
    "parks of no name": {"clauses": "clause, text\n五, 新建一批特色产业园，湖镇建设产业园3个，山镇等产业园。"},
    "what a zone is made of": {
        "zone_places": "zone_id, place_id, words, stand_in\nsouth, lake, 湖镇滨湖工业园区, false",
        "clauses": "clause, text\n五, 整合湖镇滨湖工业园区。",
    },
    "no lists at all": {"zone_parks": "", "parks": "", "clauses": "clause, text\n五, 建设湖镇智慧产业园。"},
    "a place alone": {"clauses": "clause, text\n五, 湖镇工业区、山镇片区。"},
}


FELLOWS = {
    "加快建设湖镇智慧产业园、甲科健康产业园，壮大集群。": ["湖镇智慧产业园", "甲科健康产业园"],
    "依托山镇云谷软件园和乙力电机科技园。": ["山镇云谷软件园", "乙力电机科技园"],
    "推进湖镇智慧产业园、丙方创意园、丁氏工业园等建设。": ["湖镇智慧产业园", "丙方创意园", "丁氏工业园"],
    "湖镇智慧产业园、戊图光电产业园；": ["湖镇智慧产业园", "戊图光电产业园"],
    "建成湖镇智慧产业园、己源环保产业园。": ["湖镇智慧产业园", "己源环保产业园"],
    "湖镇智慧产业园、特色产业园。": ["湖镇智慧产业园"],
    "湖镇智慧产业园、一批专业产业园。": ["湖镇智慧产业园"],
    "湖镇智慧产业园、国家级产业园。": ["湖镇智慧产业园"],
    "湖镇智慧产业园、壮大产业集群，甲科健康产业园。": ["湖镇智慧产业园"],
    "湖镇智慧产业园、建设健康产业园，": ["湖镇智慧产业园"],
    "湖镇智慧产业园、若干个配套产业园。": ["湖镇智慧产业园"],
}
"""What stands in one list with a park that begins with a place, and which of it are names."""


@pytest.mark.parametrize("text", FELLOWS)
def test_a_park_in_one_list_with_another(tmp_path: Path, text: str) -> None:
    (finding,) = findings(tmp_path, RULE, {"clauses": f"clause, text\n五, {text}"})
    assert finding.values["parks"] == FELLOWS[text]


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
