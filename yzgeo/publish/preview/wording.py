"""What the reasons in the facts of an import are called."""

from __future__ import annotations

from yzgeo.core import labels
from yzgeo.core.errors import Advice, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.ledger import cell_parsing
from yzgeo.ledger.ledger import AreaUnit, StatusWord
from yzgeo.readers.crs_detection import CrsGrounds

WHY = {
    "mapped": Text("按指明的对应", "as mapped"),
    "own": Text("列名相同", "same name"),
    "header": Text("常用列名", "usual header"),
    "cut": Text("列名被截断", "header cut short"),
    "values": Text("按内容对应", "by its values"),
    "unit": Text("各行的单位", "units of the rows"),
    "none": Text("未对应", "none of ours"),
    "open": Text("未定", "open"),
}
"""Why a column is taken for one of ours."""
UNIT_BY = {
    "title": Text("写在标题", "in the title"),
    "header": Text("写在列名", "in the header"),
    "name": Text("列名所含", "implied by the header"),
    "rows": Text("见“{column}”列", "in column {column}"),
    "ours": Text("未写明，按本列单位", "not stated: taken as ours"),
}
CRS_BY = {
    "user": Text("按指明的", "as stated with the command"),
    "file": Text("文件自带（.prj、CRS 字段等）", "stated by the file (.prj, CRS member)"),
    "parameters": Text("文件自带转换参数", "by the parameters in the file"),
    "coordinates": Text("文件未写，由坐标判定", "not stated: detected from the coordinates"),
    "nothing": Text("没有图形", "there is no shape"),
}
UNKNOWN_STATUS = Text("不认得，不计入", "not understood, counts nothing")
STATUS_SURE = Text("词表所载", "a known word")
STATUS_GUESSED = Text("推定", "guessed")
STATUS_GIVEN = Text("按指明的", "as mapped")
COUNTS_NOTHING = Text("没有状态或不认得，不计入", "no known status, counts nothing")
SAY_STATUS = Text("指明是哪种状态", "say which status it is")
KINDS = {
    "refused": Text("不能导入", "refused"),
    "doubt": Text("请核对", "to check"),
    "left_out": Text("未读入", "left out"),
}


def column(ours: str) -> Text:
    """The name of one of our columns.

    >>> print(*column("area_mu"))
    登记面积（亩） registered area (mu)
    """
    return labels.COLUMNS.get(ours, plain(ours))


def unit(stated: AreaUnit) -> Text:
    """A unit, and where it is stated.

    >>> print(unit(AreaUnit("公顷", "rows", "单位")).en)
    公顷: in column 单位
    """
    by = UNIT_BY[stated.by]
    name = stated.column or ""
    return Text(
        f"{stated.unit}：{by.zh.replace('{column}', name)}", f"{stated.unit}: {by.en.replace('{column}', name)}"
    )


def status(code: str | None) -> Text:
    """The name of a status; of the rows without a known one, what becomes of them."""
    return COUNTS_NOTHING if code is None else Text(str(labels.value(code, "zh")), str(labels.value(code, "en")))


def remedy(word: StatusWord) -> Advice:
    """What to do about a word that is not understood."""
    name = word.word
    return Advice(*SAY_STATUS, Parameter("statuses", Text(f"{name}=recovered", f"{name}=recovered")))


def status_why(word: StatusWord) -> Text:
    """Why a word of the column of statuses has its code."""
    if word.code is None:
        return UNKNOWN_STATUS
    reasons = {cell_parsing.GUESSED_STATUS: STATUS_GUESSED, cell_parsing.GIVEN_STATUS: STATUS_GIVEN}
    return reasons.get(word.why, STATUS_SURE)


def crs(name: Text, grounds: CrsGrounds) -> Text:
    """The CRS, how it was found, a coordinate of the file, and the candidates.

    >>> print(crs(Text("EPSG:4490", "EPSG:4490"), CrsGrounds("coordinates", "121.5, 29.7", ("EPSG:4490",))).en)
    EPSG:4490: not stated: detected from the coordinates (as 121.5, 29.7; no other is possible)
    """
    by = CRS_BY[grounds.by]
    of_sample = (f"如 {grounds.sample}", f"as {grounds.sample}") if grounds.sample else ("", "")
    count, first, last = len(grounds.candidates), grounds.candidates[:1], grounds.candidates[-1:]
    possible = ("", "")
    if count == 1:
        possible = ("别无可能", "no other is possible")
    elif count:
        possible = (
            f"单凭坐标有 {count} 种可能，{first[0]} 至 {last[0]}，行政区定其一",
            f"the coordinates allow {count}, {first[0]} to {last[0]}; the district decides",
        )
    zh, en = "；".join(filter(None, (of_sample[0], possible[0]))), "; ".join(filter(None, (of_sample[1], possible[1])))
    return Text(f"{name.zh}，{by.zh}{zh and f'（{zh}）'}", f"{name.en}: {by.en}{en and f' ({en})'}")
