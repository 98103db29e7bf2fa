"""The words for units that plans print: what each is in the base of its dimension, and its English.

The mu (亩) is one fifteenth of a hectare, as fixed for land statistics in GB/T 21010. No other module holds a factor.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Word(NamedTuple):
    """A word for a unit: its base, how many of the base it is, and the English for several and for one."""

    base: str
    factor: Fraction
    several: str
    one: str


NUMBERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
MEASURED = (
    # spellings, in small letters; base; how many of the base; English
    ("平方米 平米 平方 m2", "平方米", 1, "m²"),
    ("公顷 ha hm2", "平方米", 10_000, "ha"),
    ("亩 mu", "平方米", Fraction(10_000, 15), "mu"),  # a fifteenth of a hectare: land statistics, GB/T 21010
    ("平方公里 平方千米 km2", "平方米", 1_000_000, "km²"),
    ("立方米 立方 m3", "立方米", 1, "m³"),
    ("升 l", "立方米", Fraction(1, 1000), "l"),
    ("米 m", "米", 1, "m"),
    ("公里 千米 km", "米", 1000, "km"),
    ("克 g", "克", 1, "g"),
    ("斤 市斤", "克", 500, "jin"),
    ("公斤 千克 kg", "克", 1000, "kg"),
    ("吨 t", "克", 10**6, "t"),
    ("克标准煤 克标煤 gce", "标准煤", 1, "gce"),
    ("千克标准煤 公斤标准煤 千克标煤 公斤标煤 kgce", "标准煤", 1000, "kgce"),
    ("吨标准煤 吨标煤 tce", "标准煤", 10**6, "tce"),
    ("瓦 w", "瓦", 1, "W"),
    ("千瓦 kw", "瓦", 1000, "kW"),
    ("兆瓦 mw", "瓦", 10**6, "MW"),
    ("千瓦时 度 kwh", "千瓦时", 1, "kWh"),
    ("兆瓦时 mwh", "千瓦时", 1000, "MWh"),
    ("%", "%", 1, "%"),
    ("个百分点 百分点", "%", 1, "percentage points"),  # a hundredth as well; the measure says of what
    ("‰", "%", Fraction(1, 10), "‰"),
    ("年", "年", 1, "year"),
    ("月 个月", "年", Fraction(1, 12), "month"),
    ("天 日", "天", 1, "day"),
)
YUAN = "元"
CURRENCIES = {"美元": "US$", "欧元": "€", "英镑": "£", "港元": "HK$", "日元": "JP¥", "韩元": "₩", "澳门元": "MOP$"}
CURRENCIES |= {"新台币": "NT$", "新加坡元": "S$", "澳元": "A$", "加元": "C$", "瑞士法郎": "CHF", "卢布": "RUB"}
"""Money that is never turned into other money, with its sign."""
COUNTED = {"家": ("firms", "firm"), "人": ("persons", "person"), "户": ("households", "household")}
COUNTED |= {"辆": ("vehicles", "vehicle"), "teu": ("TEU", "TEU"), "台套": ("", "set"), "人次": ("visits", "visit")}
COUNTED |= dict.fromkeys(
    "个件套台项条只支张艘架座处所间栋幢种类部份册片块颗株头箱包瓶盒根卷双对副把次例批起笔篇场期", ("", "item")
)
"""Words that count things, with their English: a printed number of them is exact."""
SPELLINGS = {"cny rmb 人民币 人民币元": YUAN, "usd us$ 美金": "美元", "eur": "欧元", "gbp": "英镑", "港币 hkd": "港元"}
SPELLINGS |= {"日圆 jpy": "日元", "名": "人", "标箱 标准箱 国际标准箱 二十尺标准箱 20英尺标准箱": "teu"}


def _words() -> dict[str, Word]:
    one = Fraction(1)
    words = {"": Word("", one, "", ""), YUAN: Word(YUAN, one, "yuan", "yuan")}
    for spellings, base, factor, english in MEASURED:
        words |= dict.fromkeys(spellings.split(), Word(base, Fraction(factor), english, english))
    words |= {name: Word(name, one, sign, sign) for name, sign in CURRENCIES.items()}
    words |= {name: Word(name, one, *english) for name, english in COUNTED.items()}
    return words | {spelling: words[name] for names, name in SPELLINGS.items() for spelling in names.split()}


WORDS = _words()
KNOWN = set(WORDS.values())
