"""`announced-count`: a list has another number of items than announced; lists have as many as announced."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest
from plan_words import sound, told, with_words

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
    "named by 为": (["“五片”为东片、西片、南片、北片。"], ["info clause:甲/五片"]),
    "in brackets": (["聚焦4条主导产业链（装备、化工、纺织）。"], ["info clause:甲/4…主导产业链"]),
    "in brackets, two numbers": (
        ["聚焦3条主导产业链和3条新兴产业链（装备、化工、纺织；电子、医药）。"],
        ["info clause:甲/3…新兴产业链"],
    ),
    "by endings": (
        ["打造“一基地三高地”，即钢铁制造基地，纺织创新高地、造纸开放高地。"],
        ["info clause:甲/三高地"],
    ),
    "by endings, too many": (["形成“一核两翼”：中心核、北翼、南翼、西翼。"], ["info clause:甲/两翼"]),
    "before a quoted number with 大": (["发展钢铁、纺织、造纸“四大产业”。"], ["info clause:甲/四大产业"]),
    "one by one, the last in a paragraph of its own": (
        ["落实四项措施：一是加强领导。二是加大投入。", "三是强化考核。"],
        ["info clause:甲/四…措施"],
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
    "in brackets": ["聚焦3条主导产业链和2条新兴产业链（装备、化工、纺织；电子、医药）。"],
    "in brackets, a choice": ["聚焦10条产业链（装备、化工、纺织等）。"],
    "in brackets, what else there is": ["覆盖12个镇（街道、园区）。"],
    "named by 为": ["“四片”为东片、西片、南片、北片。"],
    "named by 为, of other words": ["“三区”为核心支撑、重要引擎。"],
    "in brackets, an aside": ["建设8个项目（含续建、新建项目）。"],
    "by endings": ["打造“一基地两高地”，即钢铁制造基地，纺织创新高地、造纸开放高地。"],
    "by endings, other words": ["构建“一心两轴”，即集镇综合服务中心，沿河发展带。"],
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
    "slogans in a row": ["增强“五个意识”、坚定“三个信念”、做到“两个坚持”。"],
    "what a verb does to a number": ["出台用地新政、降低“三险一金”费率。", "完善管网、推进三大工程。"],
    "a number before a quoted name": ["制定大气、水、土壤三个“十条”。"],
    "an ordinal": ["召开大会、通过第三个行动方案。"],
    "characters": ["在“巩固、增强、提升、畅通”八个字上下功夫。"],
    "one by one, the last in the middle of a paragraph": [
        "落实三项措施：一是加强领导。",
        "二是加大投入。",
        "保障用地。三是强化考核。",
    ],
    "one by one in paragraphs": ["落实三项措施：一是加强领导。二是加大投入。", "三是强化考核。"],
    "a number of things that are not listed": ["建成投产、在建、储备项目共15个。"],
}


@pytest.mark.parametrize(("texts", "expected"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_it_is_told(texts: list[str], expected: list[str]) -> None:
    assert told(with_words(*texts), RULE) == expected


@pytest.mark.parametrize("texts", SOUND.values(), ids=SOUND)
def test_it_is_not_told(texts: list[str]) -> None:
    assert told(with_words(*texts), RULE) == []


TABLE = {
    "表1": "类型 ｜ 数量（个） ｜ 名称",
    "表1 第2行": "乙 ｜ 2 ｜ 东门、西门",
    "表1 第3行": "丙 ｜ 3 ｜ 大源、古塘、前村",
}


def _in_table(first: str, last: str = "合计 ｜ 7 ｜ —") -> list[str]:
    rows = TABLE | {"表1 第1行": f"甲 ｜ {first}", "表1 第4行": last}
    clauses = [{"clause": clause, "label_en": None, "heading": "", "text": rows[clause]} for clause in sorted(rows)]
    return told(dataclasses.replace(sound(), clauses=pd.DataFrame(clauses)), RULE)


def test_a_number_of_a_table_counts_the_names_beside_it() -> None:
    assert _in_table("3 ｜ 高岭、下坪") == ["info clause:表1 第1行/数量（个） 3"]
    assert _in_table("2 ｜ 高岭、下坪") == []
    assert _in_table("9 ｜ 高岭、下坪等") == []


def test_the_total_of_a_table_counts_its_rows() -> None:
    projects = {"表2": "序号 ｜ 项目 ｜ 投资"} | {
        f"表2 第{i}行": f"{i} ｜ {name} ｜ 5" for i, name in enumerate("甲乙丙", start=1)
    }

    def of_total(words: str) -> list[str]:
        rows = projects | {"表2 第4行": f"合计 ｜ {words} ｜ 15"}
        clauses = [{"clause": one, "label_en": None, "heading": "", "text": text} for one, text in rows.items()]
        return told(dataclasses.replace(sound(), clauses=pd.DataFrame(clauses)), RULE)

    assert of_total("4个项目") == ["info clause:表2 第4行/4个项目"]
    assert of_total("3个项目") == []
