"""`announced-count`: a list has another number of items than announced; lists have as many as announced."""

from __future__ import annotations

import pytest
from plan_words import told, with_words

pytestmark = pytest.mark.slow
RULE = "announced-count"
VIOLATIONS = {
    "fewer after a quoted number": (["初步建成“四区”：先行区、示范区、试验区。"], ["info clause:甲/四区"]),
    "more after a quoted number": (
        ["打造“三基地”：钢铁基地、纺织基地、造纸基地、能源基地。"],
        ["info clause:甲/三基地"],
    ),
    "before the number": (["重点打造东山、西山、南山四大片区。"], ["info clause:甲/四…片区"]),
    "with a classifier": (["实施五大工程：强基、提质、数字、绿色。"], ["info clause:甲/五…工程"]),
    "with 个 in quotation marks": (["实施“四个一批”：发展一批、改造一批、清理一批。"], ["info clause:甲/四个一批"]),
    "more than announced, with 等": (["重点发展钢铁、纺织、造纸、能源等三大产业。"], ["info clause:甲/三…产业"]),
    "counted by 一是, 二是": (
        ["落实三项措施：一是加强领导，落实责任；二是加大投入，保障用地。"],
        ["info clause:甲/三…措施"],
    ),
    "two lists, one of them short": (
        ["发展钢铁、纺织、造纸三大主导产业和电子、医药、能源两个新兴产业。"],
        ["info clause:甲/两…新兴产业"],
    ),
    "two numbers, one list": (
        ["发展三大主导产业和两个新兴产业：钢铁、纺织、造纸、电子。"],
        ["info clause:甲/三…主导产业和两个新兴产业"],
    ),
    "before a quoted word": (["推进增品种、提品质“三品”行动。"], ["info clause:甲/三品"]),
}
VIOLATIONS |= {
    f"by a character: {quoted}": ([text], [f"info clause:甲/{quoted}"])
    for quoted, text in {
        "四基": "实施“四基”工程，聚焦基础材料、基础零部件、基础工艺、技术基础和基础软件等领域。",
        "三园": "推进“三园”建设，围绕东山园、西山园发展。",
        "五链": "加快“五链”融合，突出产业链、创新链、资金链、人才链。",
        "两港": "提升“两港”，包括海港、空港、陆港。",
        "三品": "开展“三品”行动，加强品种、品质、品牌、精品等方面工作。",
    }.items()
}
SOUND = {
    "by a character, as many": ["实施“四基”工程，聚焦基础材料、基础零部件、基础工艺和技术基础等领域。"],
    "by a character, a choice": ["加快“五链”融合，突出产业链、创新链等。"],
    "by a character, another list": ["实施“四基”工程，聚焦钢铁、纺织、造纸、能源、汽车等领域。"],
    "by a character, in another sentence": ["实施“四基”工程。聚焦基础材料、基础工艺。"],
    "by a character, one other item": ["提升“两港”，包括海港、空港、机场。"],
    "as many": ["初步建成“四区”：先行区、示范区、试验区、引领区。"],
    "two lists with their numbers": ["指钢铁、纺织、造纸三大主导产业和电子、医药两个新兴产业。"],
    "three lists with their numbers": [
        "形成钢铁、纺织两大支柱产业与电子、医药、能源三个新兴产业以及物流、会展两类服务业。"
    ],
    "two numbers, one list": ["发展三大主导产业和两个新兴产业：钢铁、纺织、造纸、电子、医药。"],
    "和 parts the last": ["实施三大工程：强基、提质和绿色。"],
    "和 within an item": ["做强三大产业：软件和信息服务、新材料、生物医药。"],
    "a choice that ends with 等": ["大力培育钢铁、纺织、造纸等十大重点产业。"],
    "one by one in sentences of their own": ["落实三项措施：一是加强领导。二是加大投入。三是强化考核。"],
    "a five-year plan": ["根据省规划、市规划和“十四五”规划，结合区情、产业、空间编制。"],
    "clauses of a sentence": ["“三冲”：即三类主体培育有突破，力争百强冲破十家，绿色工厂冲破百家，高新企业冲破千家。"],
    "a number of things that are not listed": ["建成投产、在建、储备项目共15个。"],
}


@pytest.mark.parametrize(("texts", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(texts: list[str], expected: list[str]) -> None:
    assert told(with_words(*texts), RULE) == expected


@pytest.mark.parametrize("texts", SOUND.values(), ids=SOUND)
def test_it_is_not_told(texts: list[str]) -> None:
    assert told(with_words(*texts), RULE) == []
