"""Headings of columns and words for coded values, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from yzgeo.core.i18n import NOTHING, Lang, Text, plain

COLUMNS = {
    "item": Text("项目", "item"),
    "value": Text("数值", "value"),
    "plan": Text("规划", "plan"),
    "edition": Text("版本", "edition"),
    "zones": Text("片区数", "zones"),
    "parks": Text("重点园区", "parks"),
    "projects": Text("投资项目", "projects"),
    "zone_id": Text("片区", "zone"),
    "project_id": Text("项目编号", "project"),
    "cluster_id": Text("集群编号", "cluster"),
    "target_id": Text("目标编号", "target"),
    "name": Text("名称", "name"),
    "name_en": Text("英文名", "English name"),
    "owner": Text("项目单位", "owner"),
    "kind": Text("类别", "kind"),
    "list": Text("清单", "list"),
    "industry": Text("产业分类", "class"),
    "works": Text("建设性质", "works"),
    "words": Text("原文", "words"),
    "usable_area_km2": Text("可利用面积（平方公里）", "usable area (km²)"),
    "area_as_printed": Text("面积（照录）", "area as printed"),
    "area_kind": Text("面积口径", "kind of area"),
    "area_km2": Text("面积（平方公里）", "area (km²)"),
    "parent_zone_id": Text("上级片区", "parent zone"),
    "inner_zones": Text("下级片区", "zones in it"),
    "includes_inner_zones": Text("含下级片区", "with the zones in it"),
    "area_by_kind": Text("各类面积", "areas by kind"),
    "area_to_km2": Text("面积上限（平方公里）", "upper area (km²)"),
    "zones_with_area": Text("载有面积的片区", "zones with an area"),
    "zones_without_area": Text("未载此类面积的片区", "zones without one of this kind"),
    "inexact_areas": Text("其中约数或区间", "of these not exact"),
    "zones_without_usable_area": Text("未载可利用面积的片区", "zones without a usable area"),
    "investment_unknown": Text("其中未载投资额的项目", "of them without a figure"),
    "investment_without_unit": Text("其中投资额未载单位的项目", "of them without a unit"),
    "investment_foreign_count": Text("另以外币计的项目", "more in foreign money"),
    "investment_foreign": Text("另以外币计的投资", "investment in foreign money"),
    "investment_lower_ends": Text("其中按区间下限计的项目", "of them by the lower end of a range"),
    "zone_ids": Text("各地点所在片区", "zones of all places"),
    "site_area_as_printed": Text("用地（照录）", "site as printed"),
    "new_land_as_printed": Text("新增用地（照录）", "new land as printed"),
    "floor_area_as_printed": Text("建筑面积（照录）", "floor area as printed"),
    "investment_as_printed": Text("计划投资（照录）", "investment as printed"),
    "usable_area_ha": Text("可利用面积（公顷）", "usable area (ha)"),
    "usable_area_mu": Text("可利用面积（亩）", "usable area (mu)"),
    "share_of_usable_area": Text("占可利用面积比重", "share of usable area"),
    "leading_industries": Text("主导产业（正文）", "leading industries (text)"),
    "leading_industries_table": Text("主导产业（表）", "leading industries (table)"),
    "project_count": Text("项目数", "projects"),
    "investment_100m_yuan": Text("计划总投资（亿元）", "investment (100 m yuan)"),
    "site_mu": Text("用地（亩）", "site (mu)"),
    "new_land_mu": Text("新增用地（亩）", "new land (mu)"),
    "outline_basis": Text("范围依据", "outline"),
    "drawn_area_km2": Text("图上面积（平方公里）", "area drawn (km²)"),
    "drawn_minus_plan_km2": Text("图上减规划（平方公里）", "drawn less plan (km²)"),
    "drawn_minus_plan_percent": Text("图上减规划（%）", "drawn less plan (%)"),
    "source": Text("出处", "source"),
    "park_id": Text("园区编号", "park"),
    "listed_in": Text("列于", "listed in"),
    "place": Text("地点", "place"),
    "uncertainty_m": Text("位置不确定（米）", "uncertainty (m)"),
    "location_evidence": Text("位置依据", "place by"),
    "seq": Text("序号", "number"),
    "years": Text("建设期（年）", "years of building"),
    "parks_table": Text("重点园区（表）", "parks (table)"),
    "project_count_by_evidence": Text("项目数（按位置依据）", "projects by evidence"),
    "investment_100m_yuan_by_evidence": Text("计划总投资（亿元，按位置依据）", "investment by evidence (100 m yuan)"),
    "by_owner": Text("其中仅凭业主（个，亿元）", "by the owner alone (number, 100 m yuan)"),
    "outline_uncertainty_m": Text("范围不确定（米）", "uncertainty of outline (m)"),
    "land": Text("所用用地口径", "land used"),
    "land_m2": Text("用地（平方米）", "land (m²)"),
    "floor_area_m2": Text("建筑面积（平方米）", "floor area (m²)"),
    "floor_area_words": Text("建筑面积原文用语", "floor area, as worded"),
    "floor_area_ratio": Text("容积率", "floor area ratio"),
    "asked": Text("规划要求", "asked for"),
    "target_mu": Text("目标（亩）", "target (mu)"),
    "target_km2": Text("目标（平方公里）", "target (km²)"),
    "identified_in_plan_mu": Text("规划项目中已明确的存量用地（亩）", "identified in the plan (mu)"),
    "identified_without_figure": Text("述及存量用地而无数字的项目", "identified without a figure"),
    "identified_in_plan": Text("规划项目中已明确的存量用地", "identified in the plan"),
    "recovered_mu": Text("已盘活（亩）", "recovered (mu)"),
    "under_way_mu": Text("进行中（亩）", "under way (mu)"),
    "identified_mu": Text("已认定（亩）", "identified (mu)"),
    "progress": Text("完成进度", "progress"),
    "by_zone": Text("分片区", "by zone"),
    "by_measure": Text("分方式", "by measure"),
    "by_year": Text("分年度", "by year"),
    "by_class": Text("分区块类别", "by class of block"),
    "by_town": Text("分镇街", "by town"),
    "recovered_later_mu": Text("截至日期之后盘活（亩）", "recovered after that day (mu)"),
    "cumulative_mu": Text("累计盘活（亩）", "recovered so far (mu)"),
    "target_on": Text("目标日期", "target day"),
    "remaining_mu": Text("尚缺（亩）", "still missing (mu)"),
    "expected_mu": Text("匀速应完成（亩）", "due at an even pace (mu)"),
    "pace": Text("进度判断", "pace"),
    "so_far_mu_per_year": Text("至今年均（亩/年）", "so far (mu per year)"),
    "needed_mu_per_year": Text("此后每年需（亩/年）", "needed from here (mu per year)"),
    "parcels": Text("地块数", "parcels"),
    "parcels_counted": Text("计入地块数", "parcels counted"),
    "parcels_with_figure": Text("有此数字的地块数", "parcels with the figure"),
    "zone_outlines": Text("分片区所据范围", "outlines of the zones"),
    "invented": Text("含虚构数据", "holds invented data"),
    "invented_note": Text("虚构说明", "on invented data"),
    "measure": Text("方式", "measure"),
    "measure_id": Text("指标编号", "measure"),
    "block_class": Text("区块类别", "class of block"),
    "town": Text("镇街", "town"),
    "year": Text("年份", "year"),
    "scope": Text("范围", "scope"),
    "meets_target": Text("达到目标", "meets the target"),
    "land_mu": Text("所计用地（亩）", "land counted (mu)"),
    "as_of": Text("截至", "as of"),
    "noun": Text("原文名词", "noun as printed"),
    "base_qualifier": Text("基数限定词", "words beside the base"),
    "binding": Text("约束性质", "binding"),
    "phase": Text("阶段", "phase"),
    "target_to": Text("目标上限", "target, upper end"),
    "group": Text("一级指标", "group"),
    "by_list": Text("分清单", "by list"),
    "new_industry": Text("新用途产业", "industry of the new use"),
    "parcel_group": Text("同进退的组", "group taken as a whole"),
    "scenario": Text("方案", "scenario"),
    "demand": Text("要求", "demand"),
    "asked_low": Text("至少", "at least"),
    "asked_high": Text("至多", "at most"),
    "reached": Text("达到", "reached"),
    "binds": Text("起决定作用", "binds"),
    "price": Text("多一个单位的代价", "price of one unit more"),
    "within_reach": Text("可达到", "within reach"),
    "mu": Text("面积（亩）", "land (mu)"),
    "cost_10k_yuan": Text("投入（万元）", "cost (CNY 10,000)"),
    "tax_lost_10k_yuan": Text("损失的现状年税收（万元）", "present yearly tax lost (CNY 10,000)"),
    "stability": Text("成本变动 10% 时入选的比例", "share of draws with costs moved by 10 % in which it is chosen"),
    "by_industry": Text("分产业", "by class"),
    "unlocated": Text("未定位", "unlocated"),
    "unit": Text("单位", "unit"),
    "firm": Text("企业", "firm"),
    "size": Text("规模", "size"),
    "score": Text("得分", "score"),
    "rank": Text("名次", "rank"),
    "class": Text("分类", "class"),
    "indicator": Text("指标", "indicator"),
    "filled": Text("缺数的计法", "missing value"),
    "changed": Text("变动", "change of"),
    "which": Text("何者", "which"),
    "percent": Text("变动（%）", "change (%)"),
    "from": Text("原分类", "class before"),
    "to": Text("变后分类", "class after"),
    "remark": Text("说明", "remark"),
    "standard_id": Text("评价办法", "standard"),
    "sources": Text("出处", "sources"),
    "up_to_percent": Text("分档（累计 %）", "classes up to (%)"),
    "source_of_classes": Text("分档出处", "source of the classes"),
    "direction": Text("方向", "direction"),
    "base": Text("基数", "base"),
    "base_year": Text("基期", "base year"),
    "base_source": Text("基数出处", "source of base"),
    "target": Text("目标值", "target"),
    "target_qualifier": Text("目标限定词", "words beside the target"),
    "target_text": Text("目标（文字）", "target in words"),
    "target_year": Text("目标年", "target year"),
    "city_target": Text("全市目标", "city target"),
    "city_text": Text("全市目标（文字）", "city target in words"),
    "actual": Text("完成值", "actual"),
    "actual_year": Text("完成年份", "year of actual"),
    "actual_source": Text("完成值依据", "source of actual"),
    "expected": Text("匀速应达", "due at an even pace"),
    "on_track": Text("进度足够", "pace is enough"),
    "needed_per_year": Text("此后每年需", "needed per year"),
    "name_table": Text("表中名称", "name in the table"),
    "positioning": Text("发展定位", "positioning"),
    "positioning_table": Text("发展定位（表）", "positioning (table)"),
    "formed_from": Text("组成", "formed of"),
    "source_table": Text("表中出处", "source in the table"),
    "listed_in_text": Text("正文列于", "listed in the text"),
    "listed_in_table": Text("表列于", "listed in the table"),
    "listed_in_prose": Text("段落述于", "named in prose"),
    "place_basis": Text("地点依据", "basis of place"),
    "location_source": Text("位置出处", "source of place"),
    "unused_location": Text("未采用的位置依据", "evidence of place not used"),
    "content": Text("项目内容", "content"),
    "site_area": Text("所述用地", "site as printed"),
    "site_area_unit": Text("所述用地单位", "unit of site"),
    "site_area_qualifier": Text("用地限定词", "words beside the site"),
    "floor_area": Text("所述建筑面积", "floor area as printed"),
    "floor_area_unit": Text("建筑面积单位", "unit of floor area"),
    "floor_area_qualifier": Text("建筑面积限定词", "words beside the floor area"),
    "land_reuse": Text("存量用地原文", "words on existing land"),
    "district_code": Text("行政区划代码", "district code"),
    "parcel_id": Text("地块编号", "parcel"),
    "constraint_id": Text("管控范围编号", "constraint"),
    "kind_name": Text("种类", "kind"),
    "kind_name_en": Text("种类（英文）", "kind (English)"),
    "effect": Text("效力", "effect"),
    "legal_basis": Text("法规依据", "law or standard"),
    "status": Text("状态", "status"),
    "recovered_on": Text("盘活日期", "recovered on"),
    "area_mu": Text("登记面积（亩）", "registered area (mu)"),
    "land_use_code": Text("地类代码", "land use code"),
    "tax_10k_yuan": Text("税收（万元）", "tax (10 k yuan)"),
    "value_added_10k_yuan": Text("增加值（万元）", "value added (10 k yuan)"),
    "unit_code": Text("不动产单元代码", "real-estate unit code"),
    "holder": Text("权利人", "holder of the right"),
    "note": Text("备注", "note"),
    "zone_share": Text("在该片区的面积比重", "share in that zone"),
    "basis": Text("绘制依据", "basis"),
    "accuracy_m": Text("精度（米）", "accuracy (m)"),
    "licence": Text("许可", "licence"),
}

YEARLY = {
    "firms": Text("{year}年企业数（家）", "firms {year}"),
    "output": Text("{year}年产值（亿元）", "output {year} (100 m yuan)"),
    "growth": Text("{year}年栏年均增幅（%）", "growth printed under {year} (%)"),
    "city_output": Text("{year}年全市产值（亿元）", "output of the city {year} (100 m yuan)"),
    "city_share": Text("{year}年占全市比重（%）", "share of city {year} (%)"),
}
"""Columns of which there is one for each year that the plan prints, the year behind: `output_1999`."""
YEAR_BEHIND = re.compile(r"(?P<measure>.+)_(?P<year>\d{4})")

VALUES = {
    "forbids": Text("禁止占用", "forbids"),
    "must_hold": Text("应在其内", "must hold"),
    "规上": Text("规上", "above the size limit (规上)"),
    "规下": Text("规下", "below the size limit (规下)"),
    "across zones": Text("跨片区", "across zones"),
    "public": Text("公开版", "public edition"),
    "core": Text("核心区", "core zone"),
    "indicator_weight": Text("指标权重", "weight of an indicator"),
    "firm_land": Text("企业用地", "land of a firm"),
    "average_score": Text("按同类企业平均得分", "average score of the firms"),
    "zero_score": Text("计零分", "no score"),
    "agglomeration": Text("产业集聚区", "agglomeration area"),
    "band": Text("产业带", "band"),
    "axis": Text("发展轴", "axis"),
    "village": Text("村", "village"),
    "city": Text("城市", "city"),
    "county": Text("县区驻地", "county seat"),
    "town": Text("乡镇", "town"),
    "sea": Text("海", "sea"),
    "lake": Text("湖泊", "lake"),
    "reservoir": Text("水库", "reservoir"),
    "river": Text("河流", "river"),
    "canal": Text("运河、渠", "canal"),
    "stream": Text("溪流", "stream"),
    "rail": Text("铁路", "railway"),
    "metro": Text("城市轨道", "metro"),
    "motorway": Text("高速公路", "motorway"),
    "trunk": Text("快速路、国道", "trunk road"),
    "primary": Text("主干路、省道", "primary road"),
    "secondary": Text("次干路、县道", "secondary road"),
    "tertiary": Text("支路、乡道", "tertiary road"),
    "as_mapped": Text("照来源绘制", "as its source maps it"),
    "where_about": Text("示意", "schematic"),
    "subdistrict": Text("街道", "subdistrict"),
    "under_construction": Text("在建", "under construction"),
    "planned": Text("新建谋划", "planned"),
    "new_build": Text("新建", "new building"),
    "rebuild": Text("改扩建", "rebuilding"),
    "technical_upgrade": Text("技改", "technical upgrade"),
    "not_stated": Text("未述", "not stated"),
    "text": Text("正文", "text"),
    "table": Text("表", "table"),
    "both": Text("正文与表", "text and table"),
    "prose": Text("段落叙述", "prose"),
    "schematic": Text("示意范围", "schematic outline"),
    "official": Text("法定范围", "official outline"),
    "plan_text": Text("规划原文", "the plan's text"),
    "project_news": Text("项目公示", "public notice"),
    "owner_works": Text("业主同类厂房", "works of the owner"),
    "owner_address": Text("仅业主地址", "owner's address only"),
    "约束性": Text("约束性", "binding"),
    "预期性": Text("预期性", "expected"),
    "近期": Text("近期", "near term"),
    "中期": Text("中期", "medium term"),
    "远期": Text("远期", "long term"),
    "at_least": Text("不低于", "at least"),
    "at_most": Text("不超过", "at most"),
    "equal": Text("等于", "equal to"),
    "district": Text("全区", "the district"),
    "district-proper": Text("区本级", "the district proper"),
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "information"),
    "passed": Text("通过", "passed"),
    "found": Text("有发现", "found"),
    "not_checked": Text("未检查", "not checked"),
    "skipped": Text("跳过", "skipped"),
    "site_mu": Text("项目内容所述用地", "site in the description"),
    "new_land_mu": Text("新增用地", "new land"),
    "recovered": Text("已盘活", "recovered"),
    "under_way": Text("进行中", "under way"),
    "identified": Text("已认定", "identified"),
    "all": Text("全部", "all"),
    "zone": Text("片区", "zone"),
    "outside": Text("片区以外", "outside all zones"),
    "mixed": Text("部分法定、部分示意", "some official, some schematic"),
    "ledger": Text("地块台账", "parcel ledger"),
    "reached": Text("已完成", "reached"),
    "on_track": Text("进度足够", "on track"),
    "behind": Text("进度落后", "behind"),
    "exceeded": Text("超过上限", "above the cap"),
    "missed": Text("目标日期已过，未完成", "day is past, not reached"),
    "unknown": Text("无法判断（台账没有日期）", "cannot be told (the ledger has no dates)"),
}
AREA_KINDS = {
    "可利用": Text("可利用面积", "Usable area"),
    "总": Text("总面积", "Total area"),
    "规划": Text("规划面积", "Planned area"),
    "建设用地": Text("建设用地面积", "Building land"),
    "可建设用地": Text("可建设用地面积", "Land that may be built on"),
    "工业用地": Text("工业用地面积", "Industrial land"),
}
"""What the kinds of area are called that plans print."""
YES, NO = Text("是", "yes"), Text("否", "no")


def area(kind: object) -> Text:
    """What an area is called, by the kind that the plan prints; plainly area where it prints none.

    >>> print(area("总").en, "|", area("园区").zh, "|", area(None).en)
    Total area | 园区面积 | Area
    """
    if not isinstance(kind, str):
        return Text("面积", "Area")
    bare = kind.removesuffix("面积") or kind
    return AREA_KINDS.get(bare) or plain(kind if kind.endswith(("面积", "用地")) else f"{kind}面积")


def years(columns: Iterable[str], measure: str) -> list[int]:
    """The years of which a table has a column of a measure, the earliest first.

    >>> print(years(["name", "output_2005", "output_1999", "city_output_2005"], "output"))
    [1999, 2005]
    """
    found = [match for name in columns if (match := YEAR_BEHIND.fullmatch(name))]
    return sorted(int(match["year"]) for match in found if match["measure"] == measure)


def heading(name: str) -> Text | None:
    """The heading of a column in both languages; None where it has none but its name.

    >>> print(heading("output_1999").en, heading("storeys"))
    output 1999 (100 m yuan) None
    """
    of_year = YEAR_BEHIND.fullmatch(name)
    if of_year and of_year["measure"] in YEARLY:
        return Text(*(words.format(year=of_year["year"]) for words in YEARLY[of_year["measure"]]))
    return COLUMNS.get(name) or _by_evidence(name) or _by_currency(name)


def _by_currency(name: str) -> Text | None:
    """The heading of a column that sums of foreign money were spread over."""
    unit = name.removeprefix(FOREIGN)
    if unit == name:
        return None
    words = COLUMNS[FOREIGN.rstrip("_")]
    return Text(f"{words.zh}（{unit}）", f"{words.en} ({unit})")


def _by_evidence(name: str) -> Text | None:
    """The heading of a column that a value by evidence was spread over."""
    whole, _, kind = name.rpartition(BY_EVIDENCE)
    if kind not in EVIDENCE:
        return None
    words, evidence = COLUMNS[f"{whole}{BY_EVIDENCE.rstrip('_')}"], VALUES[kind]
    return Text(f"{words.zh}：{evidence.zh}", f"{words.en}: {evidence.en}")


def column(name: str, lang: Lang) -> str:
    """The heading of a column; the column's name where it has none.

    >>> print(column("new_land_mu", "zh"))
    新增用地（亩）
    """
    return (heading(name) or plain(name)).of(lang)


def figure_with_unit(name: str, number: str, lang: Lang) -> str:
    """A figure with its heading in a sentence: the unit moves from the heading to the number.

    >>> print(figure_with_unit("remaining_mu", "791.3", "zh"))
    尚缺 791.3 亩
    """
    heading = column(name, lang)
    parts = UNIT.fullmatch(heading)
    return f"{parts[1]} {number} {parts[2]}" if parts else f"{heading} {number}"


UNIT = re.compile(r"(.+?)\s*[（(]([^（()）]+)[）)]")
"""A heading with its unit in brackets."""
BY_EVIDENCE = "_by_evidence_"
FOREIGN = "investment_foreign_"
EVIDENCE = ("plan_text", "project_news", "owner_works", "owner_address")
"""Kinds of evidence for a project's place, the strongest first."""
REMEDY = Text("处理", "remedy")
TOLERANCE = Text("容差", "tolerance")
GAP = Text("数据缺口", "gap in the data")
PROOFREADING = Text("校对", "proof-reading")
PERHAPS = Text("或为", "perhaps")


def word(code: object) -> Text:
    """The word for a code in both languages: words that yzgeo does not know are as the plan has them, none is empty.

    >>> print(word("core").en, "|", word("示范带").en, "|", repr(word(None).zh))
    core zone | 示范带 | ''
    """
    if not isinstance(code, str):
        return NOTHING
    return VALUES.get(code) or plain(code)


def value(code: object, lang: Lang) -> object:
    """The word for a coded value; other values are unchanged.

    >>> print(value("planned", "en"), value(3, "en"), value(True, "en"))
    planned 3 yes
    """
    if isinstance(code, bool):
        return (YES if code else NO).of(lang)
    return VALUES[code].of(lang) if isinstance(code, str) and code in VALUES else code


def cell(name: str, content: Any, lang: Lang) -> Any:
    """A value of a column for one cell of a table: lists joined, codes in words.

    >>> print(cell("parks", ["甲园", "乙园"], "zh"), cell("list", "planned", "zh"), cell("base", -2.57, "zh"))
    甲园、乙园 新建谋划 -2.57
    """
    if name == "item":
        return column(str(content), lang)
    if isinstance(content, list):
        separator = "、" if lang == "zh" else ", "
        return separator.join(
            item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in content
        )
    return value(content, lang)
