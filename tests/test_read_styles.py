"""Plans of other styles, invented and real ones: what is taken is right, what is missing is asked."""

from __future__ import annotations

import csv

import pytest
from read_documents import EXCERPTS, STYLES, Drafted, of_file

from yzgeo.documents.passages import plain

TAKEN_AT_LEAST = {"liupanshui": 0.7, "xiangcheng": 0.6, "putian": 0.4, "longgang": 1.0, "sichuan": 0.8}
"""Share of the gold rows that are taken; the others are asked."""
Fact = tuple[str, ...]


def facts(drafted: Drafted) -> list[Fact]:
    """What was drafted, as the gold tables have it: kind, subject, name, value, upper end, unit, year, qualifier."""
    tables = drafted.tables
    zones = {row["zone_id"]: row["name"] for row in tables.get("zones", [])}
    named = {row["industry_id"]: row["name"] for row in tables.get("industries", [])}
    named |= {row["park_id"]: row["name"] for row in tables.get("parks", [])}
    found: list[Fact] = [
        (
            "zone",
            row["name"],
            *(row.get(f"area{end}", "") for end in ("_kind", "", "_to", "_unit")),
            "",
            row.get("area_qualifier", ""),
        )
        for row in tables.get("zones", [])
    ]
    for kind, table, column in (("industry", "zone_industries", "industry_id"), ("park", "zone_parks", "park_id")):
        found += [
            (kind, zones[row["zone_id"]], named[row[column]], "", "", "", "", "") for row in tables.get(table, [])
        ]

    def subject(row: dict[str, str]) -> str:
        return zones.get(row["scope"].removeprefix("zone:"), "")

    for row in tables.get("targets", []):
        values = (
            row["target"],
            row["target_to"],
            row["unit"],
            row["target_year"] or row["phase"],
            row["target_qualifier"],
        )
        found.append(("target", subject(row), plain(row["name"]), *values))
    for row in tables.get("figures", []):
        values = row["value"], row["value_to"], row["unit"], row["year"], row["qualifier"]
        found.append(("figure", subject(row), plain(row["noun"]), *values))
    return found


def gold(name: str) -> list[Fact]:
    with (EXCERPTS / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return [tuple(row.values()) for row in csv.DictReader(stream)]


@pytest.mark.parametrize("name", sorted(TAKEN_AT_LEAST))
def test_what_is_taken_of_an_excerpt_is_right_and_the_rest_is_asked(name: str) -> None:
    drafted = of_file(EXCERPTS / f"{name}.txt")
    ours, theirs = facts(drafted), gold(name)
    assert [fact for fact in ours if fact not in theirs] == []
    missing = [fact for fact in theirs if fact not in ours]
    assert len(missing) <= (1 - TAKEN_AT_LEAST[name]) * len(theirs) + 1e-9
    left = drafted.asked() + " ".join(drafted.reading.unread["number"])
    assert [fact for fact in missing if fact[3] not in left] == []


def test_zones_nest_as_headings_do() -> None:
    rows = of_file(EXCERPTS / "putian.txt").rows("zones", "name", "parent_zone_id")
    outer = {parent for name, parent in rows if name != "湄洲湾北岸经济技术开发区"}
    assert len(outer) == 1
    assert "" not in outer


def test_chapters_axes_and_two_target_years() -> None:
    drafted = of_file(STYLES / "chapters.txt")
    assert drafted.rows("zones", "name", "kind", "area", "area_to", "area_unit", "area_kind", "area_qualifier") == [
        ("沿江发展轴", "轴", "", "", "", "", ""),
        ("北山生态经济带", "带", "", "", "", "", ""),
        ("南岭装备产业带", "带", "", "", "", "", ""),
        ("东平组团", "组团", "850", "", "公顷", "规划", ""),
        ("云溪组团", "组团", "1.2", "", "万亩", "规划", "约"),
        ("石鼓组团", "组团", "5", "6", "平方公里", "规划总", ""),
    ]
    table = [
        row
        for row in drafted.rows("targets", "source", "name", "binding", "base", "target_year", "target")
        if "表1" in row[0]
    ]
    assert [row[1:] for row in table] == [
        ("规上工业总产值", "预期性", "185.6", "2025", "260"),
        ("规上工业总产值", "预期性", "185.6", "2027", "320"),
        ("规上工业企业数", "预期性", "98", "2025", "125"),
        ("规上工业企业数", "预期性", "98", "2027", "150"),
        ("单位工业增加值能耗下降", "约束性", "", "2025", "8"),
        ("单位工业增加值能耗下降", "约束性", "", "2027", "13.5"),
        ("研发经费投入强度", "预期性", "1.4", "2025", "1.9"),
        ("研发经费投入强度", "预期性", "1.4", "2027", "2.3"),
    ]
    said = {(row[0], row[1]): row[2] for row in drafted.rows("targets", "name", "target", "target_year")}
    assert said["亩均税收", "18"] == "2025"
    industries = [fact[1:3] for fact in facts(drafted) if fact[0] == "industry"]
    assert industries == [
        *(("东平组团", name) for name in ("农机装备", "竹木加工", "食品饮料")),
        *(("云溪组团", name) for name in ("化工新材料", "医药中间体")),
        *(("石鼓组团", name) for name in ("石材加工", "绿色建材")),
    ]
    assert [fact[1:3] for fact in facts(drafted) if fact[0] == "park"] == [
        ("东平组团", "东平工业园"),
        ("东平组团", "东平冷链物流园"),
    ]


def test_a_structure_in_quotation_marks_and_near_and_far_terms() -> None:
    drafted = of_file(STYLES / "bands.txt")
    found = facts(drafted)
    assert found[:3] == [
        ("zone", "北湖创新核心", "总", "23.4", "", "平方公里", "", ""),
        ("zone", "西岭制造核心", "总", "3150", "", "亩", "", ""),
        ("zone", "沿河科创走廊", "", "", "", "", "", ""),
    ]
    assert {fact[2:] for fact in found if fact[0] == "target"} == {
        ("人口规模", "12", "", "万人", "近期", ""),
        ("人口规模", "20", "", "万人", "远期", ""),
        ("供水规模", "5", "", "万立方米", "近期", ""),
        ("供水规模", "9.5", "", "万立方米", "远期", ""),
    }
    assert ("figure", "北湖创新核心", "规划建设用地", "15.8", "", "平方公里", "", "") in found
    assert "人工智能、软件服务" in drafted.asked()


def test_an_annex_in_other_units_with_groups_and_totals() -> None:
    drafted = of_file(STYLES / "projects.txt")
    columns = ("list", "seq", "name", "owner", "investment", "investment_unit", "site_area", "site_area_unit", "years")
    assert drafted.rows("projects", *columns) == [
        ("planned", "1", "年产3000台风机项目", "白石风电公司", "56000", "万元", "120", "亩", ""),
        ("planned", "2", "精密铸件扩建项目", "恒固铸造", "12800", "万元", "", "", "1"),
        ("planned", "3", "生物制剂园", "康禾生物", "30000", "万元", "66", "亩", "2"),
    ]
    floors = drafted.rows("projects", "floor_area", "floor_area_unit", "floor_area_qualifier")
    assert floors == [("4.2", "万平方米", ""), ("8500", "平方米", ""), ("3.1", "万平方米", "约")]


def test_what_rose_from_and_to_has_two_years_and_one_name() -> None:
    drafted = of_file(STYLES / "growth.txt")
    figures = {fact[1:5] + fact[5:] for fact in facts(drafted) if fact[0] in {"figure", "target"}}
    for expected in (
        ("", "占GDP比重", "31.5", "", "%", "2015", ""),
        ("", "占GDP比重", "35.8", "", "%", "2020", ""),
        ("", "全员劳动生产率", "18.6", "", "万元/人", "2020", ""),
        ("", "全员劳动生产率", "25", "", "万元/人", "2025", ""),
        ("", "比2015年净增", "213", "", "家", "2020", ""),
        ("", "万元工业增加值用水量", "20", "", "立方米", "2025", "以内"),
        ("", "工业总产值", "5000", "", "亿元", "2035", "力争"),
        ("松阳经济技术开发区", "规上工业产值", "680", "", "亿元", "2020", ""),
    ):
        assert expected in figures
    assert not {name for _, name, *_ in figures if name.endswith(("由2020年", "由2015年", "力争"))}


def test_areas_that_text_and_table_word_differently_are_both_kept() -> None:
    drafted = of_file(STYLES / "growth.txt")
    found = facts(drafted)
    assert ("zone", "东山化工园区", "规划", "8500", "", "亩", "", "") in found
    assert ("figure", "东山化工园区", "规划面积", "5.67", "", "平方公里", "", "") in found
    assert [fact[1] for fact in found if fact[0] == "zone"] == [
        *("松阳经济技术开发区", "沿江先进制造产业带", "环湖绿色食品产业带"),
        *("东山化工园区", "西屏特色产业园区", "古市工业园区"),
    ]


def test_an_indicator_table_with_a_column_of_rates() -> None:
    drafted = of_file(STYLES / "growth.txt")
    rows = drafted.rows("targets", "source", "name", "group", "binding", "base", "target", "unit")
    assert [row[1:] for row in rows if row[0].startswith("专栏1")] == [
        ("规上工业增加值", "规模效益", "预期性", "286.4", "450", "亿元"),
        ("全员劳动生产率", "规模效益", "预期性", "18.6", "25", "万元/人"),
        ("研发经费支出占营业收入比重", "创新能力", "预期性", "2.31", "3.0", "%"),
    ]


def test_a_county_with_four_parks() -> None:
    drafted = of_file(STYLES / "county.txt")
    found = facts(drafted)
    assert [fact[1:6] for fact in found if fact[0] == "zone"] == [
        ("云岭经济开发区", "", "", "", ""),
        ("城关园", "规划", "6.82", "", "平方公里"),
        ("白沙园", "规划", "412.35", "", "公顷"),
        ("三江园", "规划用地", "2350", "", "亩"),
        ("龙潭园", "规划", "3.2", "", "平方公里"),
    ]
    assert {fact[2:4] + fact[5:7] for fact in found if fact[0] == "target"} == {
        ("开发区工业总产值", "280", "亿元", "2025"),
        ("开发区工业总产值年均增速", "11", "%", "2025"),
        ("税收收入", "15", "亿元", "2025"),
        ("新增就业", "1.2", "万人", "2025"),
        ("亩均投资强度", "280", "万元", "2025"),
        ("开发区工业总产值", "800", "亿元", "2035"),
    }
    assert {fact[2:4] + fact[5:7] for fact in found if fact[0] == "figure"} == {
        ("常住人口", "38.6", "万人", "2020"),
        ("地区生产总值", "198.7", "亿元", "2020"),
        ("已入驻企业", "420", "家", "2021"),
        ("规上企业", "86", "家", "2021"),
        ("从业人员", "2.3", "万人", "2021"),
        ("工业用地", "268.9", "公顷", ""),
    }
    assert drafted.rows("projects", "name", "investment", "investment_unit", "site_area", "floor_area", "years") == [
        ("云岭竹产业园", "85000", "万元", "300", "12", ""),
        ("白沙河污水处理厂", "12600", "万元", "", "", ""),
    ]
    said = drafted.reading.taken[drafted.reading.taken["table"] == "datapackage"]
    assert dict(zip(said["column"], said["value"], strict=True)) == {
        "title": "云岭县开发区空间布局规划（2021-2035年）",
        "district": "云岭县",
        "authority": "云岭县人民政府",
        "issued": "2022-06-18",
        "number": "云政发〔2022〕15号",
        "period": "2021-2035",
    }


def test_a_coast_with_parts_of_zones_and_signs_in_cells() -> None:
    drafted = of_file(STYLES / "coast.txt")
    found = facts(drafted)
    assert [fact[1:6] + fact[7:] for fact in found if fact[0] == "zone"] == [
        ("环湾产业带", "", "128", "", "平方公里", "约"),
        ("滨海高新区片区", "规划", "42.6", "", "平方公里", ""),
        ("电子信息产业园", "规划用地", "5.2", "", "平方公里", ""),
        ("生物医药产业园", "规划用地", "3.1", "", "平方公里", ""),
        ("临空经济区", "总用地", "36", "", "平方公里", "约"),
    ]
    columns = ("source", "name", "base", "target", "target_qualifier", "direction")
    assert [row[1:] for row in drafted.rows("targets", *columns) if row[0].startswith("表1")] == [
        ("规上工业总产值（亿元）", "4682", "7000", "", "at_least"),
        ("规上工业企业数（家）", "2310", "3000", "以上", "at_least"),
        ("R&D经费投入强度（%）", "2.6", "3.2", "", "at_least"),
        ("单位工业增加值能耗降低（%）", "17.5", "15", "", ""),
    ]
    named = {fact[2] for fact in found if fact[0] in {"target", "figure"}}
    assert not named & {"形成", "产值", "产业规模", "千亿级", "5000亿级", "岸线长"}
    for doubtful in ("5000亿级", "800", "税金", "岸线长"):
        assert doubtful in drafted.asked()


def test_uplands_with_years_in_words_and_a_rise_without_a_year() -> None:
    drafted = of_file(STYLES / "uplands.txt")
    found = facts(drafted)
    said = drafted.reading.taken[drafted.reading.taken["table"] == "datapackage"]
    assert dict(zip(said["column"], said["value"], strict=True))["period"] == "2021-2035"
    assert [fact[1:6] for fact in found if fact[0] == "zone"] == [
        ("东城产业集聚区", "规划总", "21.3", "", "平方公里"),
        ("西岗产业集聚区", "规划", "18.5", "", "平方公里"),
        ("南湖产业集聚区", "规划", "18.8", "", "平方公里"),
    ]
    assert [fact[2] for fact in found if fact[0] == "industry"] == ["高端装备制造", "电子信息"]
    assert ("target", "南湖产业集聚区", "主营业务收入", "480", "", "亿元", "2025", "") in found
    assert ("target", "", "从业人员", "15", "18", "万人", "2025", "") in found
    assert ("figure", "", "建成区面积", "26", "", "平方公里", "2020", "") in found
    assert [fact[2:] for fact in found if fact[0] == "target" and fact[2] == "新增建设用地"] == [
        ("新增建设用地", "900", "", "公顷", "近期", "不超过"),
        ("新增建设用地", "600", "", "公顷", "中期", ""),
        ("新增建设用地", "500", "", "公顷", "远期", "以内"),
    ]
    assert not {fact[3] for fact in found} & {"35", "900亿元"}
    assert "35平方公里" in drafted.asked()


def test_a_list_under_a_year_and_the_same_measure_in_another_year() -> None:
    drafted = of_file(STYLES / "riverside.txt")
    found = facts(drafted)
    assert {fact[2:] for fact in found if fact[0] == "target" and not fact[1]} == {
        ("工业增加值", "150", "", "亿元", "2025", ""),
        ("工业增加值年均增长", "8.8", "", "%", "2025", ""),
        ("规上工业产值", "700", "", "亿元", "2025", "以上"),
        ("战略性新兴产业产值占比", "45", "", "%", "2025", "超过"),
        ("战略性新兴产业产值占比较2020年提高", "12", "", "个百分点", "2025", ""),
        ("新引进亿元以上项目", "100", "", "个", "2025", ""),
        ("10亿元以上项目", "15", "", "个", "2025", ""),
        ("50亿元以上项目", "2", "3", "个", "2025", ""),
        ("盘活低效用地", "3000", "", "亩", "2025", "以上"),
        ("新增标准厂房", "80", "", "万平方米", "2025", ""),
    }
    assert [fact[1] for fact in found if fact[0] == "zone"] == [
        *("北郊智造片区", "南港物流片区", "西湖科创片区", "安河高新技术产业开发区"),
    ]
    assert not {fact[3] for fact in found} & {"20", "12%", "9.5", "812", "45万元", "48.1"}
    for asked in ("20家", "9.5%", "812万元"):
        assert asked in drafted.asked()
