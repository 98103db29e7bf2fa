"""What is meant to mislead a reader of plans is read right or asked, never wrong and sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_documents import Drafted, of_blocks, of_text, table

from yzgeo.documents import proof, words
from yzgeo.documents.block import Block

ZONE = "甲山开发区。整合乙镇、丙镇工业区块，形成甲山开发区，可利用面积5平方公里。"
WORDS = words.load()


def figures(drafted: Drafted) -> set[tuple[str, ...]]:
    """Name, value, upper end, unit, year and qualifier of all that prose states."""
    targets = drafted.rows("targets", "name", "target", "target_to", "unit", "target_year", "target_qualifier")
    return {*targets, *drafted.rows("figures", "noun", "value", "value_to", "unit", "year", "qualifier")}


def test_a_page_head_states_nothing() -> None:
    drafted = of_blocks([Block("page", "面积99平方公里 第3页"), Block("paragraph", ZONE), Block("page", "产值77亿元")])
    assert drafted.rows("zones", "name", "area") == [("甲山开发区", "5")]
    assert not drafted.values() & {"99", "77"}


def test_what_is_struck_out_is_not_taken() -> None:
    struck = Block("paragraph", "到2030年，绿色工厂达到70家。", struck=True)
    drafted = of_blocks([struck, Block("paragraph", "到2030年，绿色工厂达到90家。")])
    assert figures(drafted) == {("绿色工厂", "90", "", "家", "2030", "")}


def test_hidden_text_is_not_taken() -> None:
    drafted = of_blocks([Block("hidden", "到2030年，绿色工厂达到70家。"), Block("paragraph", "甲")])
    assert figures(drafted) == set()


def test_two_tables_of_one_number_are_two_tables() -> None:
    head = ("指标名称", "单位", "2020年基数", "2025年目标")
    blocks = [
        *(Block("paragraph", "表1 工业指标"), *table(0, head, ("增加值", "亿元", "10", "20"))),
        *(Block("paragraph", "表1 生态指标"), *table(1, head, ("绿地率", "%", "30", "40"))),
    ]
    rows = of_blocks(blocks).rows("targets", "name", "base", "target", "source")
    assert [row[:3] for row in rows] == [("增加值", "10", "20"), ("绿地率", "30", "40")]
    assert len({row[3] for row in rows}) == 2


def test_a_table_cut_by_a_page_goes_on() -> None:
    head = ("序号", "项目名称", "项目单位", "项目内容", "总投资（亿元）", "建设期（年）")
    rows = [(str(place), f"甲{place}项目", "乙公司", "建设厂房", str(place), "2") for place in range(1, 7)]
    blocks = [
        *(Block("paragraph", "附件1"), Block("paragraph", "重点项目（在建类）"), *table(0, head, *rows[:3])),
        *table(1, head, *rows[3:]),
    ]
    drafted = of_blocks(blocks)
    assert drafted.rows("projects", "name", "investment", "investment_unit", "years") == [
        (f"甲{place}项目", str(place), "亿元", "2") for place in range(1, 7)
    ]


def test_wide_digits_are_digits() -> None:
    drafted = of_text(
        "２０２５年，规上工业增加值３８０．５亿元，规上企业１，１１４家。\n到２０３０年，绿色工厂达到１２０家。"
    )
    found = figures(drafted)
    assert ("规上工业增加值", "380.5", "", "亿元", "2025", "") in found
    assert ("绿色工厂", "120", "", "家", "2030", "") in found
    assert "114" not in {row[1] for row in found}  # 1，114 may be a thousand or two numbers


def test_numbers_in_words() -> None:
    drafted = of_text("到2030年，百强企业冲破十家，绿色工厂冲破百家，高新技术企业突破两千家。")
    assert figures(drafted) == {
        ("百强企业", "10", "", "家", "2030", "冲破"),
        ("绿色工厂", "100", "", "家", "2030", "冲破"),
        ("高新技术企业", "2000", "", "家", "2030", "突破"),
    }


def test_classes_of_size_are_no_figures() -> None:
    drafted = of_text("到2030年，五百亿级企业达到2家，打造“154”千百亿级产业集群，建设100亿级园区。")
    assert {row[:4] for row in figures(drafted)} == {("五百亿级企业", "2", "", "家")}


def test_a_range_is_one_figure() -> None:
    drafted = of_text("到2030年，培育5-6家龙头企业，引进业务收入超10亿元企业3—5家。")
    assert {row[:4] for row in figures(drafted)} == {
        ("龙头企业", "5", "6", "家"),
        ("业务收入超10亿元企业", "3", "5", "家"),
    }


def test_the_end_of_a_five_year_plan_is_its_last_year() -> None:
    drafted = of_text("到“十四五”末，亩均税收超过18万元/亩。")
    assert figures(drafted) == {("亩均税收", "18", "", "万元/亩", "2025", "超过")}


def test_a_yearly_rate_is_not_a_total() -> None:
    drafted = of_text("到2030年，工业增加值年均增长8%，能耗累计下降13.5%。")
    names = {row[0]: row[1] for row in figures(drafted)}
    assert names == {"工业增加值年均增长": "8", "能耗累计下降": "13.5"}


def test_several_years_before_several_numbers_are_asked() -> None:
    drafted = of_text("2025年、2030年工业产值分别达到100亿元、200亿元。")
    assert figures(drafted) == set()
    assert "100亿元" in drafted.asked()


def test_names_and_numbers_that_do_not_pair_are_asked() -> None:
    drafted = of_text("到2030年，甲、乙、丙产业产值分别达到100亿元、200亿元。")
    assert figures(drafted) == set()
    assert "100亿元" in drafted.asked()


def test_a_rule_is_of_no_year() -> None:
    drafted = of_text("到2030年，建成6个集聚区。原则上每个集聚区不超过3个主导产业。")
    assert "3" not in {row[1] for row in figures(drafted)}


def test_what_a_year_is_compared_with_is_not_its_time() -> None:
    drafted = of_text("到2030年，用水量比2020年下降10%。")
    assert {row[4] for row in figures(drafted)} == {"2030"}


def test_a_year_in_a_title_dates_nothing() -> None:
    drafted = of_text("2022年，企业研发支出40亿元。甲公司列入2020年全国试点示范项目。累计新增3家省级研究院。")
    assert "2020" not in {row[4] for row in figures(drafted)}


def test_two_areas_of_a_zone_are_asked() -> None:
    drafted = of_text(f"{ZONE}\n二、其他\n甲山开发区。可利用面积6平方公里，以新材料为主。")
    assert drafted.rows("zones", "name", "area") == [("甲山开发区", "")]
    assert "面积 5平方公里" in drafted.asked()
    assert "面积 6平方公里" in drafted.asked()


def test_zones_that_differ_in_their_kind_stay_apart() -> None:
    drafted = of_text(
        "——甲山工业园。规划范围包括乙村，面积10平方公里。\n——甲山物流园。规划范围包括丙村，面积2平方公里。"
    )
    assert drafted.rows("zones", "name", "area") == [("甲山工业园", "10"), ("甲山物流园", "2")]


def test_the_figures_of_the_city_are_not_the_zones() -> None:
    drafted = of_text("（一）甲山开发区\n甲山开发区面积10平方公里。\n2020年，全市产值900亿元，出口额80亿美元。")
    scopes = {(row[0], row[1]) for row in drafted.rows("figures", "value", "scope")}
    assert ("80", "zone:jia-shan-kai-fa-qu") not in scopes


def test_headings_that_only_sound_like_zones_are_none() -> None:
    drafted = of_text("1.推进工业园区。到2030年，入园率达到80%。\n2.重点园区。主导产业：新材料。\n3.专栏园区。")
    assert drafted.rows("zones", "name") == []


FRAGMENTS = st.sampled_from(
    [
        *(
            "甲山开发区。",
            "可利用面积",
            "主导产业：",
            "新材料、",
            "到2030年，",
            "2020年，",
            "“十四五”末",
            "力争",
            "累计新增",
        ),
        *(
            "绿色工厂",
            "达到",
            "突破",
            "约",
            "亿元",
            "平方公里",
            "家",
            "%",
            "、",
            "，",
            "。",
            "；",
            "分别为",
            "其中",
            "和",
        ),
        *(
            "五百亿级",
            "５",
            "1,200",
            "12.5",
            "三",
            "百家",
            "近期",
            "远期",
            "（",
            "）",
            "同比增长",
            "全市",
            "每个",
            "-",
            "6",
        ),
        *("1.", "（一）", "——", "形成", "一轴两带", "一轴：", "发展轴", "亩", "以上", "比2020年", "\n"),
    ]
)


@pytest.mark.slow
@given(st.lists(FRAGMENTS, min_size=1, max_size=40).map("".join))
def test_no_value_is_taken_that_does_not_stand_in_the_document(text: str) -> None:
    drafted = of_text(text)
    taken, rows = drafted.reading.taken, drafted.reading.clauses
    assert (proof.check(taken, rows, WORDS) == "").all()
    whole = proof.compact("\n".join(rows["text"]))
    for quote in taken.loc[taken["start"] < taken["end"], "quote"]:
        assert proof.compact(quote) in whole
    assert not drafted.tables.get("zones") or all(
        proof.compact(row["name"]) in whole for row in drafted.tables["zones"]
    )


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("工业总产值达到一千二百亿元。", "1200", "亿元"),
        ("绿色工厂达到三百五十家。", "350", "家"),
        ("技改投资达到二十万元。", "20", "万元"),
    ],
)
def test_a_number_in_words_proves_its_value(text: str, value: str, unit: str) -> None:
    assert {row[1:4] for row in figures(of_text(f"到2030年，{text}"))} == {(value, "", unit)}


def test_a_number_in_words_proves_no_other_value() -> None:
    read = of_text("到2030年，工业总产值达到一千二百亿元。").reading
    for wrong in ("1000", "200", "120", "12"):
        forged = read.taken[read.taken["column"] == "target"].assign(value=wrong)
        assert list(proof.check(forged, read.clauses, WORDS)) == ["value"]
    hundred = read.taken[read.taken["column"] == "target"].head(1)
    clauses = read.clauses.assign(text="到2030年，占比达到百分之十二。")
    forged = hundred.assign(value="100", start=9, end=14, quote="占比达到百分之十二。")
    assert list(proof.check(forged, clauses, WORDS)) == ["value"]
