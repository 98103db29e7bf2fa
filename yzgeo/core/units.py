"""Units of Chinese land and money: the only place where a factor stands.

The mu (亩) is one fifteenth of a hectare, as fixed for land statistics in GB/T 21010.
"""

from __future__ import annotations

from yzgeo.core.i18n import Text

M2_PER_HA = 10_000.0
M2_PER_KM2 = 1_000_000.0
M2_PER_MU = M2_PER_HA / 15
HA_PER_KM2 = M2_PER_KM2 / M2_PER_HA
M2_PER_10K_M2 = 10_000.0
"""万平方米"""
YUAN_10K_PER_100M = 10_000.0
"""万元 in one 亿元"""

DECIMALS = 9
"""Plans and ledgers print four decimals at most; digits beyond these come from rounding in conversions."""
YUAN_PER_UNIT = {"亿元": 1e8, "万元": 1e8 / YUAN_10K_PER_100M, "元": 1.0}
"""Yuan in one of each unit in which a plan folder may state money."""
M2_PER_AREA_UNIT = {"平方米": 1.0, "万平方米": M2_PER_10K_M2}
"""Square metres in one of each unit in which a plan folder may state floor area."""
MU_PER_AREA_UNIT = {"亩": 1.0, "平方米": 15 / M2_PER_HA, "公顷": 15.0}
"""Mu in one of each unit in which a ledger may state land."""
M2_PER_LAND_UNIT = {**M2_PER_AREA_UNIT, "亩": M2_PER_MU, "公顷": M2_PER_HA, "平方公里": M2_PER_KM2}
"""Square metres in one of each unit in which a plan folder may state land."""
YUAN_10K_PER = {"万元": 1.0, "亿元": YUAN_10K_PER_100M, "元": 1e-4}
"""万元 in one of each unit in which a ledger may state money."""

UNIT_EN = {
    "%": (1.0, "%"),
    "亩": (1.0, "mu"),
    "平方公里": (1.0, "km²"),
    "平方米": (1.0, "m²"),
    "公顷": (1.0, "ha"),
    "亿元": (100.0, "m yuan"),
    "万元": (0.01, "m yuan"),
    "亿美元": (100.0, "m US$"),
    "万元/亩": (0.01, "m yuan per mu"),
    "万元/人·年": (0.01, "m yuan per person and year"),
    "家": (1.0, "firms"),
    "个": (1.0, ""),
    "件": (1.0, ""),
    "项": (1.0, ""),
    "台": (1.0, ""),
    "条": (1.0, ""),
}
"""Units that plans print: factor to the English unit and its name; a counting word has none."""


COUNTING = {"家", "个", "件", "项", "台", "条"}
"""Units of things that are counted: a printed number of them is exact."""


def amount(value: float, unit: object) -> Text:
    """A number with its unit in both languages; thousands grouped, nothing rounded away.

    >>> print(amount(5000.0, "亩").zh, "|", amount(27.8, "亿元").zh, "|", amount(27.8, "亿元").en)
    5,000 亩 | 27.8 亿元 | 2,780 m yuan
    """
    printed = unit if isinstance(unit, str) else ""
    factor, english = UNIT_EN.get(printed, (1.0, printed))
    return Text(_with_unit(value, printed), _with_unit(value * factor, english))


def _with_unit(value: float, unit: str) -> str:
    number = f"{value:,.10g}"
    return f"{number}%" if unit == "%" else f"{number} {unit}".strip()


def in_unit(value: float, unit: str, target: str) -> float:
    """Convert a floor area or a sum of money to the unit `target`; a missing or unknown unit counts as the target.

    >>> print(in_unit(25000, "万元", "亿元"), in_unit(16.7, "万平方米", "平方米"))
    2.5 167000.0
    """
    for factors in (M2_PER_AREA_UNIT, YUAN_PER_UNIT):
        if unit in factors and target in factors:
            return value * factors[unit] / factors[target]
    return value


def km2_to_mu(km2: float) -> float:
    """Square kilometres in mu.

    >>> print(f"{km2_to_mu(16.88):.0f} mu")
    25320 mu
    """
    return round(km2 * M2_PER_KM2 / M2_PER_MU, DECIMALS)


def mu_to_km2(mu: float) -> float:
    """Mu in square kilometres.

    >>> print(f"{mu_to_km2(5000):.4f} km²")
    3.3333 km²
    """
    return mu * M2_PER_MU / M2_PER_KM2


def m2_to_mu(m2: float) -> float:
    """Square metres in mu.

    >>> print(f"{m2_to_mu(33284):.2f} mu")
    49.93 mu
    """
    return m2 / M2_PER_MU


def mu_to_m2(mu: float) -> float:
    """Mu in square metres.

    >>> print(f"{mu_to_m2(89):.0f} m²")
    59333 m²
    """
    return mu * M2_PER_MU


def rounding(printed: float) -> float:
    """The rounding of a printed number: half of its last digit.

    >>> print(rounding(13.0), rounding(16.5), round(rounding(10.12), 4))
    0.5 0.05 0.005
    """
    digits = f"{printed:.10g}".partition(".")[2]
    return float(0.5 * 10.0 ** -len(digits))


SAME_UNIT = {"二十尺标准箱": "TEU", "台（套）": "台套"}


def multiplied_out(number: float, unit: str) -> tuple[float, str]:
    """Multiply out 万 and 亿: the number and its base unit, by one name where it has several.

    >>> print(multiplied_out(25.0, "万TEU"), multiplied_out(250000.0, "二十尺标准箱"))
    (250000.0, 'TEU') (250000.0, 'TEU')
    """
    for prefix, factor in (("万", 1e4), ("亿", 1e8)):
        if unit.startswith(prefix) and len(unit) > 1:
            number, unit = number * factor, unit[1:]
    return number, SAME_UNIT.get(unit, unit)
