"""What a project's title and description say: capacities with their products, and words that are not denied."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yzgeo.core.unit_words import NUMBERS, WORDS

DENIED = re.compile(r"(?:不|未|无|没有|非|并非|毋需|无需|免)[^，。；,;、]{0,6}$")
"""Words right before a passage that deny it: 不涉及存量用地."""
SPECIFIC_UNITS = (
    "台套",
    "台（套）",
    "台(套)",
    "标准箱",
    "二十尺标准箱",
    "万件套",
    "辆",
    "艘",
    "片",
    "支",
    "瓶",
    "条",
    "只",
    "块",
    "颗",
    "发",
    "升",
)
_UNITS = sorted({word for word in (*WORDS, *SPECIFIC_UNITS) if word and not word.isspace()}, key=len, reverse=True)
_UNIT = "|".join(map(re.escape, _UNITS))
AMOUNT = (
    rf"(?<![0-9])(?P<value>[0-9]{{1,12}}(?:,[0-9]{{3}})*(?:\.[0-9]+)?)\s*(?P<unit>[{''.join(NUMBERS)}]*(?:{_UNIT}))"
)
"""A number and a unit that is known."""
PRODUCT = r"(?:的)?(?P<product>[A-Za-z0-9\u4e00-\u9fff+（）()、]{2,40})"
CAPACITY = re.compile(rf"(?:年产|产能|年生产|生产能力|年产能)(?:约|为|达|达到)?\s*{AMOUNT}{PRODUCT}")
PRODUCT_FIRST = re.compile(rf"年产(?P<product>[\u4e00-\u9fffA-Za-z]{{2,20}}?)\s*{AMOUNT}")
ENDINGS = re.compile(
    r"(?:的)?(?:生产能力|产能|生产线|生产基地|产业化|智能化|智能工厂|数字化车间|技术改造|技改|扩建|新建|改建|迁建|建设|改造|研发|生产|制造|"
    r"及配套|成套|自动化|提产增效|项目|工程|基地|一期|二期|三期|车间|能力)+$"
)
"""What a title says after its product."""


NO_PRODUCT = re.compile(
    "线|车间|设备|能力|基地|用房|用厂房|厂房|配套|设施|装置|工艺|过程|经营|性|业|型|的|自主|系列|相关|各类"
)
"""What stands behind 生产 or 制造 and is no product: 生产线, 生产设备."""
MADE = re.compile(
    r"(?:主要|专业|专门|用于|从事)(?:为|用于|从事)?(?:研发(?:及|和|与|、)?)?(?:生产|制造|研制)"
    r"(?P<product>[\u4e00-\u9fffA-Za-z0-9+、]{2,40})"
)
TITLE = re.compile(
    r"^(?:新建|扩建|新增)?(?!年产)(?P<product>[\u4e00-\u9fffA-Za-z0-9+]{2,20}?)(?:生产|制造|加工)(?:线|基地)?(?:技改|技术改造|建设|扩建)?项目$"
)


class Capacity(NamedTuple):
    """A yearly capacity: the number, its unit as printed, and what is made."""

    value: float
    unit: str
    product: str


def capacities(text: object) -> list[Capacity]:
    """The yearly capacities that a title or description states.

    >>> print(capacities("年产5万吨特殊合金带材项目")[0])
    Capacity(value=5.0, unit='万吨', product='特殊合金带材')
    >>> print(capacities("年产汽车零部件200万件项目")[0].product)
    汽车零部件
    """
    if not isinstance(text, str):
        return []
    apart = re.sub("[和及与、](?=年产)", "，", text)
    found = [*CAPACITY.finditer(apart), *PRODUCT_FIRST.finditer(apart)]
    stated = [Capacity(float(one["value"].replace(",", "")), one["unit"], product(one["product"])) for one in found]
    return list(dict.fromkeys(one for one in stated if one.product))


def product(words: str) -> str:
    """A product without the words for works behind it.

    >>> print(product("特殊合金带材生产线技改项目"))
    特殊合金带材
    """
    return ENDINGS.sub("", words)


def title_products(title: object) -> list[str]:
    """What a title says is made: the products of its capacities, else what stands before 生产 or 制造.

    >>> print(title_products("线性马达生产线项目"))
    ['线性马达']
    """
    stated = list(dict.fromkeys(one.product for one in capacities(title)))
    matched = TITLE.match(title) if isinstance(title, str) else None
    return stated or ([matched["product"]] if matched else [])


def content_products(content: object) -> list[str]:
    """What a description says is made: the products of its capacities, and what stands behind 生产 or 制造.

    >>> print(content_products("建设厂房，主要用于生产汽车零部件。"))
    ['汽车零部件']
    """
    if not isinstance(content, str):
        return []
    made = [product(one["product"]) for one in MADE.finditer(content) if product(one["product"])]
    works = [one for one in made if not NO_PRODUCT.match(one)]
    return list(dict.fromkeys([*(one.product for one in capacities(content)), *works]))


def said(project: Any) -> str:
    """Title and description of a project as one text.

    >>> from types import SimpleNamespace
    >>> print(said(SimpleNamespace(name="轧钢项目", content=None)))
    轧钢项目。
    """
    return "。".join(str(text) if isinstance(text, str) else "" for text in (project.name, project.content))


def sentence_with(text: str, words: re.Pattern[str]) -> str | None:
    """The part of a sentence with some words that are not denied; None where there is none.

    >>> print(sentence_with("用地15亩，利用原有厂房改造。", re.compile("利用原有厂房")))
    利用原有厂房改造
    >>> print(sentence_with("不涉及存量用地。", re.compile("存量用地")))
    None
    """
    for found in words.finditer(text):
        if DENIED.search(text[: found.start()]):
            continue
        before = re.split("[，。；,;]", text[: found.start()])[-1]
        after = re.split("[，。；,;]", text[found.start() :])[0]
        return f"{before}{after}"
    return None
