"""`industries-in-prose`: prose puts first what is no leading industry; prose that says what the list says."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_words import found, told

from yzgeo.checks import example_plan
from yzgeo.plan.load import load

pytestmark = pytest.mark.slow
RULE = "industries-in-prose"
HEAD = "zone_id, industry_id, listed_in, role, seq\n"
VIOLATIONS = {
    "one industry": ("south, paper, prose, 重点发展, 2", ["info zone:south"]),
    "in another zone": ("north, paper, prose, 大力发展, 1", ["info zone:north"]),
    "two industries": ("south, paper, prose, 重点发展, 2\nsouth, energy, prose, 重点发展, 3", ["info zone:south"]),
    "as pillars": ("south, cloth, prose, 支柱产业, 1\nsouth, energy, prose, 支柱产业, 2", ["info zone:south"]),
    "in both zones": (
        "south, paper, prose, 重点发展, 2\nnorth, energy, prose, 聚焦, 1",
        ["info zone:north", "info zone:south"],
    ),
}
SOUND = {
    "the same": "south, cloth, prose, 重点发展, 1",
    "later in the prose": "south, paper, prose, 积极培育, 2",
    "another of its cluster": "south, clothes, prose, 重点发展, 2",
    "a longer name": "south, fashion, prose, 重点发展, 2",
    "what the prose calls leading is another rule's": "north, paper, prose, 主导产业, 1",
    "of the same end": "north, plate, prose, 聚焦, 1",
}
INDUSTRIES = """industry_id, name, name_en, cluster_id
energy, 储能电池, Batteries,
fashion, 时尚纺织, Fashion,
plate, 特种钢铁, Plates,
clothes, 成衣, Clothes, cloth"""


def case(folder: Path, rows: str) -> list[str]:
    return told(load(example_plan.make(folder / "plan", industries=INDUSTRIES, zone_industries=HEAD + rows)), RULE)


UNMENTIONED = {
    "": ["info zone:south/unmentioned"],
    "重点发展纺织。": ["info zone:south/unmentioned"],
    "重点发展纺织面料和装饰装备。": ["info zone:south/unmentioned"],
    "重点发展纺织，建设新城。": ["info zone:south/unmentioned"],
    "重点发展纺织，培育现代服务业。": ["info zone:south/unmentioned"],
    "重点发展纺织，改造造纸。": [],
    "重点发展纺织，提升包装纸制造造纸装备。": [],
    "重点发展纺织、生态造纸。": [],
    "以造纸为基础，重点发展纺织。": [],
    "重点发展纺织和特种造纸业。": [],
}


@pytest.mark.parametrize("text", UNMENTIONED)
def test_a_leading_industry_is_in_the_prose(tmp_path: Path, text: str) -> None:
    case = {
        "clauses": f"clause, text\n五, 南区。{text}",
        "zone_industries": "zone_id, industry_id, listed_in, role, seq, source\n"
        "south, cloth, prose, 重点发展, 1, 五\nsouth, paper, text, 主导产业, 2, 一",
    }
    assert told(load(example_plan.make(tmp_path / "plan", **case)), RULE) == UNMENTIONED[text]


CALLED = {
    "重点培育成衣、造纸、电池等四大支柱产业。": "“四大支柱产业”，主导产业一行有 1 个",
    "重点培育造纸等3个支柱产业。": "“3个支柱产业”，主导产业一行有 1 个",
    "重点培育造纸，形成两大主导产业。": "“两大主导产业”，主导产业一行有 1 个",
    "重点培育造纸等五大支柱产业、十个项目。": "“五大支柱产业”，主导产业一行有 1 个",
    "重点培育造纸，三大主导产业初具规模。": "“三大主导产业”，主导产业一行有 1 个",
    "重点培育造纸等一大支柱产业。": "",
    "重点培育造纸等四大特色产业。": "",
    "重点培育造纸等支柱产业。": "",
    "重点培育造纸，四大工程支撑产业。": "",
    "重点培育造纸等四大支柱性项目。": "",
}
"""How many pillars the prose counts, and what of it is told."""


@pytest.mark.parametrize("text", CALLED)
def test_the_number_of_pillars_is_told_where_the_list_has_another(tmp_path: Path, text: str) -> None:
    case = {
        "clauses": f"clause, text\n五, 南区。{text}",
        "zone_industries": "zone_id, industry_id, listed_in, role, seq, source\n"
        "south, cloth, prose, 重点发展, 1, 五\nsouth, paper, prose, 重点发展, 2, 五",
    }
    one = next(one for one in found(load(example_plan.make(tmp_path / "plan", **case)), RULE) if not one.aspect)
    assert one.message.zh.partition("文字称")[2] == (f"{CALLED[text]}。" if CALLED[text] else "")


@pytest.mark.parametrize(("rows", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(tmp_path: Path, rows: str, expected: list[str]) -> None:
    assert case(tmp_path, rows) == expected


@pytest.mark.parametrize("rows", SOUND.values(), ids=SOUND)
def test_it_is_not_told(tmp_path: Path, rows: str) -> None:
    assert case(tmp_path, rows) == []
