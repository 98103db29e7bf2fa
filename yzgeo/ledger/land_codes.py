"""Check codes of land offices: of the real-estate unit (不动产单元) and of land use (地类).

- Real-estate units by GB/T 37346-2019: 28 characters, namely county (6 digits), cadastral zone (3) and sub-zone (3),
  kind of parcel (two letters: who owns the land, then the right to it), number of the parcel (5), kind of fixture (1)
  and number of the unit (8). The first 19 are the code of the parcel. Offices print blanks between the groups. There
  is no check digit: what can be held against the standard is which characters a place may have, and which of them
  go together.
- Land use by any of the three systems of `land_classes`.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from yzgeo.core.i18n import Text
from yzgeo.ledger.land_classes import SYSTEMS, classes

PARCEL_LENGTH, UNIT_LENGTH = 19, 28
CODE_LIKE = r"\d{12}[A-Za-z]{2}.*|[0-9A-Za-z]{28}"
"""Pattern of a parcel number that is meant as such a code, correct or not."""
PROVINCES = frozenset(
    str(number)
    for region in (
        range(11, 16),
        range(21, 24),
        range(31, 38),
        range(41, 47),
        range(50, 55),
        range(61, 66),
        (71, 81, 82),
    )
    for number in region
)
"""First two digits of the codes of counties (GB/T 2260)."""
OWNERS = {
    "G": Text("国家", "the state"),
    "J": Text("集体", "a collective"),
    "Z": Text("未确定或有争议", "not settled, or disputed"),
}
RIGHTS = {
    "A": Text("集体土地所有权", "ownership by a collective"),
    "B": Text("建设用地使用权（地表）", "building land, surface"),
    "S": Text("建设用地使用权（地上）", "building land, above the surface"),
    "X": Text("建设用地使用权（地下）", "building land, below the surface"),
    "C": Text("宅基地使用权", "homestead"),
    "D": Text("土地承包经营权（耕地）", "contracted farmland"),
    "E": Text("林地使用权", "forest land"),
    "F": Text("草原使用权", "grassland"),
    "H": Text("海域使用权", "sea"),
    "G": Text("无居民海岛使用权", "uninhabited island"),
    "W": Text("使用权未确定或有争议", "not settled, or disputed"),
    "Y": Text("其他使用权", "another right"),
}
OF_COLLECTIVES = "AC"
"""Rights that only land of collectives has."""
FIXTURES = {
    "F": Text("房屋等建筑物、构筑物", "building"),
    "L": Text("森林、林木", "forest, trees"),
    "Q": Text("其他定着物", "another fixture"),
    "W": Text("无定着物", "none"),
}


class UnitCode(NamedTuple):
    """The parts of the code of a parcel or a real-estate unit; a parcel's code has no `fixture` and `unit`."""

    county: str
    zone: str
    sub_zone: str
    owner: str
    right: str
    number: str
    fixture: str = ""
    unit: str = ""


def parts(code: str) -> UnitCode:
    """The parts of a code of 19 or 28 characters, right or wrong.

    >>> code = parts("330212001002GB00003F00010001")
    >>> print(code.county, code.owner, code.right, code.number, code.fixture, code.unit)
    330212 G B 00003 F 00010001
    """
    ends = (0, 6, 9, 12, 13, 14, PARCEL_LENGTH, 20, UNIT_LENGTH)
    pieces = [code[begin:end] for begin, end in itertools.pairwise(ends)]
    return UnitCode(*pieces)


def flaw(code: str) -> Text | None:
    """What is wrong with a code of a parcel or unit (without blanks) by GB/T 37346-2019; None where nothing is.

    >>> for code in ("330212001002GB00003W00000000", "330212001002GC00003W00000000", "330212001002GB00000", "33021200"):
    ...     print(flaw(code) and flaw(code).en)
    None
    right C (homestead) is of land of collectives, J
    the number of the parcel is 00000
    it has 8 characters instead of 19 or 28
    """
    if len(code) not in (PARCEL_LENGTH, UNIT_LENGTH):
        return Text(f"有 {len(code)} 位，不是 19 或 28 位", f"it has {len(code)} characters instead of 19 or 28")
    part = parts(code)
    for digits, zh, en in (
        (part.county, "县级行政区划代码", "the county"),
        (part.zone, "地籍区", "the cadastral zone"),
        (part.sub_zone, "地籍子区", "the cadastral sub-zone"),
        (part.number, "宗地顺序号", "the number of the parcel"),
        (part.unit or "0", "定着物单元号", "the number of the unit"),
    ):
        if not (digits.isascii() and digits.isdigit()):
            return Text(f"{zh}“{digits}”不全是数字", f"{en} '{digits}' is not all digits")
    if part.county[:2] not in PROVINCES:
        return Text(f"县级行政区划代码 {part.county} 不属任何省份", f"the county {part.county} is of no province")
    if part.sub_zone == "000" and part.zone != "000":
        return Text("地籍子区为 000", "the cadastral sub-zone is 000")
    for letter, words, zh, en in (
        (part.owner, OWNERS, "所有权", "owner"),
        (part.right, RIGHTS, "使用权", "right"),
        (part.fixture or "W", FIXTURES, "定着物特征码", "fixture"),
    ):
        if letter not in words:
            every = "".join(words)
            return Text(f"{zh}“{letter}”不是 {every} 之一", f"{en} '{letter}' is none of {every}")
    if part.right in OF_COLLECTIVES and part.owner != "J":
        word = RIGHTS[part.right]
        return Text(
            f"使用权 {part.right}（{word.zh}）只与集体所有 J 组合",
            f"right {part.right} ({word.en}) is of land of collectives, J",
        )
    if not int(part.number):
        return Text("宗地顺序号为 00000", "the number of the parcel is 00000")
    if part.fixture == "W" and int(part.unit):
        return Text("无定着物（W）而单元号不全为零", "there is no fixture (W), yet the unit has a number")
    if part.fixture == "F" and not int(part.unit):
        return Text("房屋（F）而幢号、户号全为零", "there is a building (F), yet the unit has no number")
    return None


def unit_code_flawed(codes: pd.Series) -> pd.Series:
    """Whether each code is present but not that of a real-estate unit.

    >>> codes = pd.Series(["330212 001002 GB00003 F00010001", "330212001002GB00003W00000001", None], dtype="str")
    >>> print(unit_code_flawed(codes).tolist())
    [False, True, False]
    """
    return codes.notna() & ~_sound(_plain(codes), (UNIT_LENGTH,))


def parcel_number_flawed(numbers: pd.Series) -> pd.Series:
    """Whether each number is meant as the code of a parcel or unit, and is neither.

    >>> print(parcel_number_flawed(pd.Series(["330212001002GB00003", "330212001002GB0003", "地块3"])).tolist())
    [False, True, False]
    """
    bare = _plain(numbers)
    return bare.str.fullmatch(CODE_LIKE, na=False) & ~_sound(bare, (PARCEL_LENGTH, UNIT_LENGTH))


def flaws(codes: pd.Series) -> dict[Text, pd.Series]:
    """What is wrong with codes of parcels or units, as `flaw` says it, and whether it is with each row.

    >>> told = flaws(pd.Series(["330212001002GB00003", "330212001002GC00003"]))
    >>> print([(text.en, rows.tolist()) for text, rows in told.items()])
    [('right C (homestead) is of land of collectives, J', [False, True])]
    """
    rows_of: dict[Text, list[int]] = {}
    for row, code in enumerate(_plain(codes)):
        told = flaw(code) if isinstance(code, str) else None
        if told is not None:
            rows_of.setdefault(told, []).append(row)
    every = np.arange(len(codes))
    return {text: pd.Series(np.isin(every, rows), index=codes.index) for text, rows in rows_of.items()}


def unit_code(codes: pd.Series) -> pd.Series:
    """Correct codes of real-estate units, in narrow letters without blanks; missing for others.

    >>> print(unit_code(pd.Series(["330212 001002 GB00003 F00010001"]))[0])
    330212001002GB00003F00010001
    """
    bare = _plain(codes)
    return bare.where(_sound(bare, (UNIT_LENGTH,)))


def of_other_county(codes: pd.Series, county: str) -> pd.Series:
    """Whether each code is a sound one of a parcel or unit, but of another county than that of a plan.

    The plan may be of a city or province (330200, 330000): then all counties in it are the plan's.

    >>> codes = pd.Series(["330212001002GB00003", "330203001002GB00003", "地块3", None], dtype="str")
    >>> print(of_other_county(codes, "330212").tolist())
    [False, True, False, False]
    """
    bare = _plain(codes)
    county = county[:2] + re.sub(r"(00)+$", "", county[2:])
    return codes.notna() & _sound(bare, (PARCEL_LENGTH, UNIT_LENGTH)) & ~bare.str.startswith(county, na=False)


def land_use_flawed(codes: pd.Series) -> pd.Series:
    """Whether each code is present but not one of land use.

    >>> print(land_use_flawed(pd.Series(["0601", "１００１０１", "05h1", "0699", "工业用地", None], dtype="str")).tolist())
    [False, False, False, True, True, False]
    """
    bare = _plain(codes).str.upper()
    return codes.notna() & ~bare.isin([code for system in SYSTEMS for code in classes(system)])


def _sound(bare: pd.Series, lengths: tuple[int, ...]) -> pd.Series:
    """Whether each code, without blanks, has one of those lengths and no flaw."""
    right_length = bare.str.len().isin(lengths)
    return right_length & bare.where(right_length, "").map(lambda code: flaw(code) is None).astype(bool)


def _plain(codes: pd.Series) -> pd.Series:
    """Codes in narrow letters, without the blanks that are printed between their groups."""
    return codes.astype("str").str.normalize("NFKC").str.replace(r"\s", "", regex=True)
