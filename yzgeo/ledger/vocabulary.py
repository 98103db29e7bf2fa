"""Headers, units and statuses of parcel ledgers as offices write them.

Field codes in capitals are those of the real-estate and land-survey databases (ZDDM 宗地代码, DLBM 地类编码 and so on).
"""

from __future__ import annotations

import re

HEADERS = {
    "parcel_id": (
        "parcel_id", "地块编号", "地块代码", "地块编码", "地块号", "宗地代码", "宗地编号", "宗地编码", "宗地号", "图斑编号",
        "ZDDM", "DKBH", "DKDM", "TBBH", "编号", "label", "Name", "id",
    ),
    "status": (
        "status", "状态", "盘活状态", "处置状态", "进展", "进度", "进展情况", "办理状态", "工作状态", "盘活进展", "盘活进度", "处置进展",
        "是否盘活", "是否已盘活", "是否完成盘活", "盘活与否", "是否腾退", "是否腾出", "是否处置", "是否完成", "盘活情况", "处置情况",
    ),
    "recovered_on": (
        "recovered_on", "盘活时间", "盘活日期", "收回时间", "收回日期", "腾出时间", "腾出日期", "完成时间", "完成日期", "盘活完成时间",
    ),
    "measure": ("measure", "处置方式", "盘活方式", "处置措施", "盘活措施", "腾出方式", "处置类型", "方式"),
    "area_mu": (
        "area_mu", "面积", "登记面积", "土地面积", "宗地面积", "地块面积", "用地面积", "盘活面积", "图斑面积",
        "亩数", "ZDMJ", "TBMJ", "DKMJ",
    ),
    "block_class": ("block_class", "区块类别", "区块类型", "工业区块类别", "工业区块分类"),
    "town": ("town", "镇街", "镇（街道）", "镇(街道)", "所属镇街", "所在镇街", "属地", "乡镇", "街道", "乡镇街道", "XZQMC", "XZJDMC"),
    "land_use_code": ("land_use_code", "地类代码", "地类编码", "用途代码", "DLBM"),
    "floor_area_m2": ("floor_area_m2", "建筑面积", "总建筑面积", "JZMJ"),
    "tax_10k_yuan": ("tax_10k_yuan", "税收", "年税收", "税收收入", "入库税收", "实缴税金"),
    "value_added_10k_yuan": ("value_added_10k_yuan", "增加值", "工业增加值"),
    "unit_code": ("unit_code", "不动产单元号", "不动产单元代码", "BDCDYH"),
    "firm": ("firm", "企业名称", "企业", "用地企业", "用地单位", "使用单位", "单位名称", "企业（单位）名称", "公司名称"),
    "holder": (
        "holder", "权利人", "权利人名称", "土地权利人", "使用权人", "土地使用权人", "土地使用者", "权属单位", "权属人", "业主", "QLR",
        "QLRMC", "owner",
    ),
    "note": ("note", "备注", "说明", "地块名称", "description"),
}  # fmt: skip
"""Headers of each column, the surest first."""
FLOOR_AREA_RATIO = ("容积率", "现状容积率", "RJL")
UNIT_OF_NAME = {
    "亩数": "亩",
    "ZDMJ": "平方米",
    "TBMJ": "平方米",
    "DKMJ": "平方米",
    "JZMJ": "平方米",
    "建筑面积": "平方米",
    "总建筑面积": "平方米",
}
"""Units that a header implies: field codes by their standard, floor area by custom."""
UNIT_WORDS = {
    "亩": "亩", "mu": "亩", "公顷": "公顷", "ha": "公顷", "hm2": "公顷", "hm²": "公顷",
    "平方米": "平方米", "㎡": "平方米", "m2": "平方米", "m²": "平方米", "平米": "平方米", "万平方米": "万平方米", "万㎡": "万平方米",
    "平方公里": "平方公里", "平方千米": "平方公里", "km2": "平方公里", "km²": "平方公里", "千亩": "千亩", "万亩": "万亩",
    "万元": "万元", "亿元": "亿元", "元": "元", "万元/年": "万元",
}  # fmt: skip
STATUS_WORDS = {
    "recovered": ("已盘活", "已腾出", "盘活完成", "已完成", "已收回", "腾出完成", "完成盘活", "完成"),
    "under_way": ("盘活中", "在办", "正在实施", "实施中", "进行中", "腾出中", "办理中", "正在盘活", "推进中"),
    "identified": ("已认定", "认定", "待盘活", "待处置", "未盘活", "待腾出", "拟盘活", "已摸排"),
}
WORK = (
    "盘活|收储|收回|收购|回购|供地|供应|出让|腾退|腾出|清退|退出|处置|改造|整治|再开发|开发|利用|提升|置换|转型|重组|拆迁|拆除|征收"
    "|启动|实施|开工|施工|建设|动工"
)
DONE = "盘活|收储|收回|收购|回购|供地|出让|腾退|腾出|清退|退出|处置|改造|整治|再开发|重新?利用|改造提升|置换"
STATUS_GUESSES = {
    "recovered": re.compile(
        rf"已(?:经?完成|全部|全面)?(?:{DONE})(?:完成|完毕|到位)?|(?:完成|全部)(?:{DONE})|(?:{DONE})(?:完成|完毕|到位)"
        r"|已(?:竣工|投产|办结)"
    ),
    "under_way": re.compile(
        rf"正在?(?:推进|办理|进行|洽谈|谈判|协商|招商|审批|{WORK})(?:中|推进|之中)?"
        rf"|(?:推进|办理|洽谈|谈判|协商|签约|招商|审批|{WORK})中|已(?:启动|签约|开工|立项|动工|动迁)|在建|建设中|续建"
    ),
    "identified": re.compile(
        rf"(?:尚?未|暂未|拟|待|计划|准备|列入)(?:{WORK})|闲置|低效|低效用地|停产|空置|荒废|未动"
        r"|已(?:列入计划|上报|纳入)"
    ),
}
"""What other words of offices most likely stand for: shown wherever they count. A part or a doubt is never guessed."""
AREA_OF_LAND = re.compile(f"面积|用地|{DONE}|{WORK}")
AREA_OF_OTHERS = re.compile("建筑|建面|厂房|绿|计容|房|楼|地上|地下|车位|仓库")
"""A column with a unit of land whose name has the first (已盘活（亩） too), and none of the second, is an area of land."""
UNIT_COLUMNS = ("单位", "面积单位", "计量单位", "unit")
WEAK_NUMBERS = ("编号", "label", "Name", "id")
"""Headers of the parcel number that programs fill for other ends, too."""
NO_VALUE = {"", "-", "—", "——", "/", "无", "暂无", "未知", "n/a"}
"""Cells that mean that there is no figure."""
