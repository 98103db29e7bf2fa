"""Whose and of when a figure is, and of what: what is sure is right, and the rest is asked."""

from __future__ import annotations

import pytest
from read_documents import STYLES, Drafted, of_file, of_text


def taken(drafted: Drafted) -> dict[tuple[str, str], tuple[str, ...]]:
    """By name and value of each target and figure: unit, year, phase, zone."""
    zones = {f"zone:{row['zone_id']}": row["name"] for row in drafted.tables.get("zones", [])}
    found = {}
    for table, name, value, year in (
        ("targets", "name", "target", "target_year"),
        ("figures", "noun", "value", "year"),
    ):
        for row in drafted.tables.get(table, []):
            whose = zones.get(row["scope"], "")
            found[row[name], row[value]] = (table, row["unit"], row.get(year, ""), row.get("phase", ""), whose)
    return found


def test_terms_zones_in_one_paragraph_and_a_rate_without_a_subject() -> None:
    drafted = of_file(STYLES / "harbour.txt")
    assert drafted.rows("zones", "name", "area", "area_unit", "area_kind") == [
        ("清河产业发展轴", "", "", ""),
        ("东港产业区", "1.2", "万亩", "规划"),
        ("西源产业区", "860", "公顷", "规划"),
        ("合口片区", "12.6", "平方公里", "规划"),
    ]
    found = taken(drafted)
    assert found["亩均税收", "22"] == ("targets", "万元", "", "近期", "")
    assert found["工业总产值", "900"] == ("targets", "亿元", "", "近期", "")
    assert found["工业总产值", "2500"] == ("targets", "亿元", "", "远期", "")
    assert found["规上企业数", "150"] == ("targets", "家", "2035", "", "西源产业区")
    assert not {value for _, value in found} & {"9", "4.2", "7.8", "360", "126"}
    for number in ("9%", "4.2平方公里", "7.8%", "360", "126家"):
        assert number in drafted.asked()


def test_conditions_deeds_and_sums_without_a_name_are_asked() -> None:
    drafted = of_file(STYLES / "lakeside.txt")
    found = taken(drafted)
    assert set(found) == {
        *(("规上工业产值", "1200"), ("规上工业产值较2022年净增", "400"), ("规上工业产值三年年均增长", "14.5")),
        *(("制造业增加值占GDP比重", "42"), ("建成区面积", "15.4")),
    }
    assert found["建成区面积", "15.4"][2:] == ("", "", "临湖经济开发区")
    asked = drafted.asked()
    for number in ("486亿元", "60.8%", "6500亩", "350亿元", "200亿元", "3—5家", "400万元", "2000亩"):
        assert number in asked


def test_decimal_headings_and_a_year_in_brackets() -> None:
    drafted = of_file(STYLES / "masterplan.txt")
    assert drafted.rows("zones", "name", "kind", "area", "area_unit", "area_qualifier") == [
        ("南浦科创中心", "核", "", "", ""),
        ("浦阳江产业走廊", "走廊", "", "", ""),
        ("蒲塘片区", "片区", "18.7", "平方公里", "约"),
        ("沙岭片区", "片区", "1052.6", "公顷", ""),
        ("白石片区", "片区", "9600", "亩", "约"),
        ("桥下片区", "片区", "6.8", "平方公里", ""),
        ("云峰片区", "片区", "0.9", "万亩", ""),
    ]
    found = taken(drafted)
    assert found["单位GDP建设用地下降", "40"] == ("targets", "%", "2035", "", "")
    assert ("2020年", "8.2") not in found
    assert found["远景控制面积", "12"][4] == "桥下片区"


def test_a_heading_of_one_term_and_the_core_of_a_zone() -> None:
    drafted = of_file(STYLES / "decade.txt")
    assert drafted.rows("zones", "name", "area") == [("云州高新技术产业开发区", "")]
    found = taken(drafted)
    assert found["技工贸总收入", "2000"] == ("targets", "亿元", "2025", "", "云州高新技术产业开发区")
    assert found["核心区面积", "9.6"][4] == "云州高新技术产业开发区"
    assert drafted.rows("targets", "name", "target", "target_qualifier").count(("工业投资", "8000", "累计")) == 1
    assert not {value for _, value in found} & {"27.2", "860", "310", "1.3"}
    assert ("用水量降低", "18") not in found  # per what it is, the sentence leaves out
    assert "用水量降低 18%" in drafted.asked()
    assert ("", "", "约束性") in drafted.rows("targets", "phase", "group", "binding")  # the note below is no cell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("园区始建于2003年，从业人员2万人。", "2"),
        ("北街地块2024年完成改造，计划投资7亿元。", "7"),
        ("三年盘活用地6000亩，2023年完成1800亩；新增用地亩均投资强度400万元。", "400"),
        ("2023年、2024年分别新增企业4家、6家；新增商标9件。", "9"),
        ("到2025年，产值达到75亿元，其中新材料25亿元。", "25"),
        ("单位增加值能耗降低15%，到2025年用水量降低18%。", "15"),
        ("项目全部达产后实现年产值33亿元。", "33"),
        ("到2025年，培育产业集群2个，年均增长9%。", "9"),
        ("“一核”即甲山开发区，规划面积5平方公里，2020年产值达到88亿元。", "88"),
    ],
)
def test_what_leaves_open_when_or_whose_is_not_sure(text: str, number: str) -> None:
    drafted = of_text(text)
    assert number not in drafted.values()
    assert number in drafted.asked()


def test_a_year_inside_the_period_is_asked_unless_words_tell() -> None:
    title = "甲县工业规划（2021—2025年）\n一、目标\n"
    asked = of_text(title + "2023年完成技改投资88亿元。")
    assert "88" not in asked.values()
    assert "目标：技改投资 88亿元（2023）" in asked.asked()
    for told in ("截至2023年底，累计完成技改投资88亿元。", "到2023年，完成技改投资88亿元。"):
        assert "88" in of_text(title + told).values()


def test_both_the_zone_and_the_district_are_offered() -> None:
    drafted = of_text("“一核”即甲山开发区，规划面积5平方公里，2020年工业产值达到88亿元。")
    options = next(one for one in drafted.questions if "88" in one.row["question_zh"]).options
    assert [one.value for one in options][:2] == [
        "现状数：甲山开发区 工业产值 88亿元（2020）",
        "现状数：工业产值 88亿元（2020）",
    ]


def test_headings_that_begin_with_verbs_name_zones() -> None:
    drafted = of_file(STYLES / "opinion.txt")
    assert drafted.rows("zones", "name", "area", "area_unit", "area_qualifier") == [
        ("龙溪高新区", "45", "平方公里", ""),
        ("河东产业园", "1.8", "万亩", ""),
        ("白塔产业园", "5000", "亩", "约"),
        ("南桥产业园", "3000", "亩", "左右"),
    ]
    assert not {value for _, value in taken(drafted)} & {"60", "200", "50", "20", "30", "2"}
    for number in ("60万平方米", "200亿元", "600", "2亿元"):
        assert number in drafted.asked()


def test_land_of_several_kinds_and_zones_behind_dashes() -> None:
    drafted = of_file(STYLES / "corridor.txt")
    groups = [row for row in drafted.rows("zones", "name", "area", "area_to", "area_unit") if row[0].endswith("组团")]
    assert groups == [
        ("空港组团", "32.5", "", "平方公里"),
        ("海港组团", "56.8", "", "平方公里"),
        ("高铁组团", "1860", "", "公顷"),
        ("云山组团", "9", "", "平方公里"),
        ("梅岭组团", "5.5", "6.5", "平方公里"),
    ]
    assert ("临港工业用地", "23.1") in taken(drafted)
    assert not [name for name, _ in taken(drafted) if "、" in name or "组团——" in name]
    assert ("梅岭组团", "3") not in taken(drafted)


def test_a_review_of_a_plan_mixes_no_target_with_what_was_reached() -> None:
    drafted = of_file(STYLES / "midterm.txt")
    assert {key: told[:3] for key, told in taken(drafted).items()} == {
        ("主要指标", "18"): ("figures", "项", "2023"),
        ("研发投入强度", "2.8"): ("figures", "%", "2020"),
    }
    for number in ("3.1%", "286家", "400家", "1486.2亿元", "500家", "420亿元"):
        assert number in drafted.asked()


def test_two_rates_of_two_years_are_asked() -> None:
    drafted = of_file(STYLES / "ports.txt")
    found = taken(drafted)
    assert ("临港产业产值", "5500") in found
    assert not {value for _, value in found} & {"12", "13", "1000", "450", "86"}
    assert drafted.rows("zones", "name", "area")[-1] == ("海工装备园", "")


@pytest.mark.parametrize("verb", ["主攻", "重点引进和培育", "谋划布局", "配套发展"])
def test_industries_of_prose_are_asked_without_their_verbs(verb: str) -> None:
    drafted = of_text(f"甲山产业园。规划面积5平方公里，{verb}智能家居、绿色食品等产业。")
    assert f"甲山产业园（{verb}）：智能家居、绿色食品" in drafted.asked()
