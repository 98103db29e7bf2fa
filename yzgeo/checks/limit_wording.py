"""Limits on the number of a zone's industries as clauses word them: 每个集聚区原则上不超过3个主导产业.

A small grammar, sentence by sentence: whose limit it is (每个…, 各…, a zone's name), a bound (不超过, 至多, 以内, 不少于, or a
range such as 1—2), a number in digits or Chinese numerals, a counting word, and what is counted (主导产业 and the like).
A sentence that only describes (主导产业不超过3个的集聚区有…) or counts something else (3个主导产业项目) states no limit.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

ROLES = ("主导", "支柱", "重点", "特色", "优势", "首位", "主攻")
"""What plans call industries by: 主导产业, 支柱产业; each is counted for itself."""
ROLE = f"(?:{'|'.join(ROLES)})(?:产业|行业)"
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
AT_MOST = "不超过|不得超过|不能超过|不应超过|不宜超过|不超出|不多于|不得多于|不大于|不高于|至多|最多|上限为|控制在|限定在|限制在|限于|≤"
AT_LEAST = "不少于|不得少于|不低于|不得低于|至少|最少|≥"
WITHIN = "以内|之内|以下|为限|封顶"
COUNTER = "[个类项种大]"
GOES_ON = "的?(?:原则|要求|标准|规定|思路)|进行|统筹|为宜|为主"
"""What may follow without making the number one of something else."""
EXPRESSION = re.compile(
    f"(?P<bound>{AT_MOST}|{AT_LEAST})?(?P<number>{NUMBER})(?:[-—–~至到]+(?P<upper>{NUMBER}))?{COUNTER}"
    rf"(?P<first>{WITHIN})?(?:[\u4e00-\u9fff]{{0,4}}?(?P<role>{ROLE}))?(?P<after>{WITHIN})?(?!左右|上下)(?=\W|$|{GOES_ON})"
)
SOFTENING = "原则上|一般|均|都|应当?|要|须|必须|宜|可|确定|明确|严格|数量|个数|总数|数目|数|的|则|为|将|其"
JUST_BEFORE = re.compile(rf"(?P<role>{ROLE})(?:{SOFTENING}|[，:“”\"(]|(?:每一?个?|各个?|单个)[^，。;]{{1,10}})*$")
"""What is counted, told before the bound: 主导产业原则上不超过."""
EACH = re.compile(r"(?:每一?个?|各个?|单个|任一)(?P<noun>(?:(?!每|各)[^，、。;:“”\"()])+)$")
NOUN_ENDS = re.compile(f"(?:{SOFTENING}|{ROLE}|选择|聚焦|培育|发展|突出|打造|布局|形成|主导|，)")
ANOTHER = re.compile(
    rf"^(?:[，、]|以及|和)(?:而|其他|其余)?(?:每一?个?|各个?|单个)?[^，、。;]{{1,10}}?(?:{SOFTENING})*$"
)
"""Between two limits of one sentence that name what is counted once: 核心区主导产业不超过4个、集聚区不超过3个."""
SAME = re.compile(f"(?:[，、且但]|{SOFTENING})*")
"""Between two bounds of one thing: 不少于2个、不超过4个."""
WHOLE_DISTRICT = ("全区", "全市", "全县", "全域", "全镇", "全旗", "全州")


class StatedLimit(NamedTuple):
    """A limit in a clause.

    - `role`: what is counted, one of `ROLES`
    - `low`, `high`: the fewest and the most, infinite where there is no such bound
    - `noun`: what each … has the limit (集聚区); empty where the sentence does not say so
    - `before`: the words of the sentence before it, in which zones may be named
    - `clause`, `words`: where it stands, and how
    """

    role: str
    low: float
    high: float
    noun: str
    before: str
    clause: str
    words: str


def stated_limits(clauses: pd.DataFrame) -> list[StatedLimit]:
    """The limits that clauses state on the number of industries of a zone.

    Parameters
    ----------
    clauses
        Columns `clause` and `text`.

    >>> text = "原则上每个集聚区不超过3个主导产业，分层次布局。各园区主导产业控制在两个以内。主导产业不超过3个的园区有五个。"
    >>> for limit in stated_limits(pd.DataFrame({"clause": ["三"], "text": [text]})):
    ...     print(limit.noun, limit.high, limit.role)
    集聚区 3.0 主导
    园区 2.0 主导
    """
    found = []
    for clause, text in zip(clauses["clause"], clauses["text"], strict=True):
        if re.search("|".join(ROLES), text):
            for sentence in re.split(r"[。;!\n]", _plain(text)):
                found += list(_of_sentence(sentence, clause))
    return found


def role_of(words: object) -> str | None:
    """The role that some words name, one of `ROLES`; None where they name none.

    >>> print(role_of("主导产业"), role_of("做强"), role_of(None))
    主导 None None
    """
    if not isinstance(words, str):
        return None
    named = [role for role in ROLES if role in words]
    return named[0] if named else "主导" if "leading" in words.casefold() else None


def _plain(text: str) -> str:
    joined = "".join(unicodedata.normalize("NFKC", text).split(" "))
    return joined.replace(",", "，").replace("~", "-")


def _of_sentence(sentence: str, clause: str) -> Iterator[StatedLimit]:
    matches = [match for match in EXPRESSION.finditer(sentence) if _bounds(match) is not None]
    starts = [0, *(match.end() for match in matches)]
    between = [sentence[start : match.start()] for start, match in zip(starts, matches, strict=False)]
    roles = [_own_role(match, before) for match, before in zip(matches, between, strict=True)]
    for place in range(1, len(roles)):  # 不少于2个、不超过4个
        if roles[place] is None and SAME.fullmatch(between[place]):
            roles[place], between[place] = roles[place - 1], between[place - 1]
    for place in range(1, len(roles)):  # 核心区主导产业不超过4个、集聚区不超过3个
        if roles[place] is None and ANOTHER.search(between[place]):
            roles[place] = roles[place - 1]
    for place in reversed(range(len(roles) - 1)):  # 核心区不超过4个、集聚区不超过3个主导产业
        if roles[place] is None and ANOTHER.search(between[place + 1]):
            roles[place] = roles[place + 1]
    for match, before, role in zip(matches, between, roles, strict=True):
        bounds = _bounds(match)
        if role is None or bounds is None:
            continue
        noun = _noun(before)
        if match["upper"] and not match["bound"] and not noun:
            continue  # 发展1—2个主导产业 may speak of anything
        segment = before.rfind("，", 0, before.rfind(noun)) + 1 if noun else before.rfind("，") + 1
        words = f"{before[segment:]}{match[0]}".strip('，、:“”"')
        yield StatedLimit(role, *bounds, noun, before, clause, words)


def _bounds(match: re.Match[str]) -> tuple[float, float] | None:
    """The fewest and the most that an expression allows; None where it bounds nothing."""
    number, upper = _value(match["number"]), _value(match["upper"] or match["number"])
    if match["bound"] and re.fullmatch(AT_LEAST, match["bound"]):
        return number, math.inf
    if match["upper"]:
        return (-math.inf if match["bound"] or match["first"] or match["after"] else number), upper
    return (-math.inf, number) if match["bound"] or match["first"] or match["after"] else None


def _own_role(match: re.Match[str], before: str) -> str | None:
    if match["role"]:
        return role_of(match["role"])
    told = JUST_BEFORE.search(before)
    return role_of(told["role"]) if told else None


def _noun(before: str) -> str:
    """What each … has the limit: the noun after the last 每个 or 各 before it."""
    for comma in range(before.count("，") + 1):
        ends = before.rsplit("，", comma)[0] if comma else before
        each = EACH.search(ends)
        if each:
            return NOUN_ENDS.split(each["noun"])[0]
    return ""


def _value(number: str) -> float:
    """A number below 100 in digits or Chinese numerals."""
    if number.isdecimal():
        return float(number)
    tens, ten, ones = number.partition("十")
    value = (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones if ten else tens, 0)
    return float(value)
