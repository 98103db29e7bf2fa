"""The words that a plan prints beside a number, which say how exact or how firm it is: 约, 近, 以上, 力争.

A table holds them as printed, several parted by 、 (力争、以上).
"""

from __future__ import annotations

from yzgeo.core.i18n import Text
from yzgeo.core.units import amount_or_range

AT_LEAST = {"以上", "超过", "突破", "冲破", "逾", "上", "余", "多", "高于", "大于", "不低于", "不少于", "至少"}
"""The number is a lower bound."""
AT_MOST = {"不超过", "不高于", "不大于", "至多", "以内", "以下"}
"""The number is an upper bound."""
APPROXIMATE = {"约", "大约", "左右", "上下"}
"""The figure is about the number."""
ALMOST = {"近", "接近", "将近"}
"""The figure is somewhat less than the number."""
BEHIND = ("以上", "以下", "以内", "左右", "上下", "余", "多", "级")
"""Qualifiers that stand behind the number and its unit."""
SEPARATOR = "、"
ENGLISH = {
    **dict.fromkeys(("约", "大约", "左右", "上下"), "about"),
    **dict.fromkeys(("近", "接近", "将近"), "nearly"),
    **dict.fromkeys(("超过", "突破", "冲破", "逾", "上", "高于", "大于", "余", "多"), "more than"),
    **dict.fromkeys(("不低于", "不少于", "至少", "以上"), "at least"),
    **dict.fromkeys(("不超过", "不高于", "不大于", "至多", "以内", "以下"), "at most"),
    **dict.fromkeys(("力争", "争取", "争创"), "aiming at"),
    "原则上": "in principle",
    "级": "",
}
"""In English all stand before the number."""


def words(qualifier: object) -> tuple[str, ...]:
    """The single words of a cell; none for an empty one.

    >>> print(words("力争、以上"), words(None), words(float("nan")))
    ('力争', '以上') () ()
    """
    return tuple(word.strip() for word in qualifier.split(SEPARATOR)) if isinstance(qualifier, str) else ()


def sides(qualifier: object) -> tuple[str, str]:
    """The words that stand before a number, and those behind it and its unit.

    >>> print(sides("力争、以上"))
    ('力争', '以上')
    """
    found = words(qualifier)
    before, behind = ("".join(word for word in found if (word in BEHIND) is side) for side in (False, True))
    return before, behind


def printed(value: float, upper: float | None, unit: object, qualifier: object) -> Text:
    """A figure as the plan prints it: a number or a range (upper end not None, not NaN), its unit and its qualifiers.

    >>> print(*printed(5.0, 6.0, "家", "约"), sep=" | ")
    约 5—6 家 | about 5 to 6 firms
    """
    return around(amount_or_range(value, upper, unit), qualifier)


def around(figure: Text, qualifier: object) -> Text:
    """A figure with its qualifiers where the plan has them; words that yzgeo does not know stand before it.

    >>> print(around(Text("2 家", "2 firms"), "力争、以上"))
    Text(zh='力争 2 家以上', en='aiming at at least 2 firms')
    >>> print(around(Text("60 km²", "60 km²"), "约").zh, around(Text("5 %", "5 %"), None).en)
    约 60 km² 5 %
    """
    before, behind = sides(qualifier)
    english = [ENGLISH.get(word, word) for word in words(qualifier)]
    return Text(
        f"{before} {figure.zh}{behind}".strip(),
        " ".join([*filter(None, english), figure.en]),
    )
