"""The classes of land use in three systems: level, parent and name of each, and what each is in another system.

- `survey-2019`: the working classification of the third national land survey (三调), TD/T 1055-2019, as in the column
  DLBM, with the suffixes of its third level (0201K, 08H2A)
- `planning-2023`: 国土空间调查、规划、用途管制用地用海分类指南, 自然资发〔2023〕234号
- `gbt21010-2017`: 土地利用现状分类, GB/T 21010-2017

`land_use_codes.csv` holds the classes, by public transcriptions of the three; `land_use_equivalents.csv` what is what. Its
`basis` says where a row is from: `annex`, the table of the guide of 2023 that sets the survey's classes against its own;
`same code`, since TD/T 1055 takes the classes of GB/T 21010 over; `definition`, where the definitions of both say so. One
row a target: a class with several is divided in the other system, and the code does not say how.
"""

from __future__ import annotations

import csv
import difflib
import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, bilingual, plain

SURVEY, PLANNING, GBT21010 = "survey-2019", "planning-2023", "gbt21010-2017"
SYSTEMS = {
    SURVEY: Text("三调工作分类（TD/T 1055-2019）", "the classes of the third land survey (TD/T 1055-2019)"),
    PLANNING: Text(
        "用地用海分类（自然资发〔2023〕234号）", "the classification of land and sea use for planning (2023)"
    ),
    GBT21010: Text("土地利用现状分类（GB/T 21010-2017）", "the classes of present land use (GB/T 21010-2017)"),
}
"""The systems, and what they are called."""
INDUSTRY = {SURVEY: "0601", PLANNING: "1001", GBT21010: "0601"}
"""Industrial land (工业用地) in each system."""
FIELD_RIDGE = {SURVEY: "1203", PLANNING: "2303", GBT21010: "1203"}
"""Field ridges (田坎) in each system: what a survey deducts from sloping fields."""
HEADED = {SURVEY: ("DLBM", "地类编码", "DLMC", "地类名称"), PLANNING: ("YDYH", "用地用海")}
"""How the columns of codes and names begin that the standards of databases name: of the survey (TD/T 1057), of plans."""
DEEPEST = 3
"""Levels of classes, at most."""
SIMILAR = 0.5


class LandClass(NamedTuple):
    """One class: its level is 1 to 3, its parent "" for one of level 1."""

    code: str
    level: int
    parent: str
    name: Text


class Equivalents(NamedTuple):
    """What a class is in another system.

    - `codes`: the classes there among which its land is divided; none where neither standard says
    - `code`: the finest class there that holds all of them, None where there is none
    """

    codes: tuple[str, ...]
    code: str | None


@functools.cache
def classes(system: str) -> Mapping[str, LandClass]:
    """The classes of a system by code.

    >>> industry = classes("planning-2023")["100101"]
    >>> print(industry.level, industry.parent, *industry.name)
    3 1001 一类工业用地 industrial land, class 1
    """
    return {
        row["code"]: LandClass(row["code"], int(row["level"]), row["parent"], bilingual(row["name"], row["name_en"]))
        for row in _rows("land_use_codes.csv")
        if row["system"] == system
    }


def name(system: str, code: str) -> Text:
    """The name of a class."""
    return classes(system)[code].name


def at_level(system: str, code: str, level: int) -> str:
    """The class of that level which holds a class; the class itself where it is no finer than that.

    >>> print(at_level("survey-2019", "08H2A", 2), at_level("survey-2019", "08H2A", 1), at_level("survey-2019", "06", 2))
    08H2 08 06
    """
    known = classes(system)
    while known[code].level > level:
        code = known[code].parent
    return code


@functools.cache
def equivalents(code: str, system: str, other: str) -> Equivalents:
    """What a class of one system is in another.

    A class that the standards do not name is what its parent is, or else what its own classes are together. From
    GB/T 21010 to the classification of 2023 and back it goes by way of the survey's classes.

    >>> print(equivalents("0601", "survey-2019", "planning-2023"))
    Equivalents(codes=('1001',), code='1001')
    >>> print(equivalents("05H1", "survey-2019", "planning-2023"))
    Equivalents(codes=('0901', '0902', '0903', '0904'), code='09')
    >>> print(equivalents("16", "planning-2023", "survey-2019"))
    Equivalents(codes=(), code=None)
    """
    if system == other:
        return Equivalents((code,), code)
    if SURVEY not in (system, other):
        halfway = equivalents(code, system, SURVEY).codes
        found = [each for middle in halfway for each in equivalents(middle, SURVEY, other).codes]
        if any(not equivalents(middle, SURVEY, other).codes for middle in halfway):
            return Equivalents(tuple(sorted(set(found))), None)
    else:
        found = _named(code, system, other)
    codes = tuple(sorted(set(found)))
    return Equivalents(codes, _common(other, codes))


def _named(code: str, system: str, other: str) -> list[str]:
    """The equivalents by the table of a class and those below it, of the nearest class above it, or of all below it."""
    table = _equivalents(system, other)
    known = classes(system)
    if code in table:
        own = table[code]
        return own + [
            each for one in _below(code, system) for each in table.get(one, ()) if not _holds(other, own, each)
        ]
    above = known[code].parent
    while above:
        if above in table:
            return table[above]
        above = known[above].parent
    below = [each for each in known if known[each].parent == code]
    targets = [_named(each, system, other) if each in table or _below(each, system) else [] for each in below]
    return [each for some in targets for each in some] if all(targets) else []


def _holds(system: str, holders: Iterable[str], code: str) -> bool:
    """Whether a class is one of some, or lies in one."""
    return any(at_level(system, code, classes(system)[each].level) == each for each in holders)


def _below(code: str, system: str) -> list[str]:
    """All classes that a class is divided into, at any level."""
    own = [each.code for each in classes(system).values() if each.parent == code]
    return own + [each for one in own for each in _below(one, system)]


@functools.cache
def _equivalents(system: str, other: str) -> Mapping[str, list[str]]:
    """The targets by class: by the rows of that direction, else by those of the other, turned round."""
    direct: dict[str, list[str]] = {}
    turned: dict[str, list[str]] = {}
    for row in _rows("land_use_equivalents.csv"):
        if (row["system"], row["to_system"]) == (system, other):
            direct.setdefault(row["code"], []).append(row["to_code"])
        elif (row["to_system"], row["system"]) == (system, other):
            turned.setdefault(row["to_code"], []).append(row["code"])
    return {**turned, **direct}


def _common(system: str, codes: tuple[str, ...]) -> str | None:
    """The finest class that holds all of some classes."""
    for level in range(DEEPEST, 0, -1):
        holders = {at_level(system, code, level) for code in codes}
        if len(holders) == 1:
            return holders.pop()
    return None


def nearest(code: str, system: str) -> str | None:
    """The class of a system whose code is most like one that it does not have; the same beginning counts most.

    >>> print(nearest("0699", "survey-2019"), nearest("08h2", "survey-2019"), nearest("9999", "survey-2019"))
    06 08H2 None
    """
    known = classes(system)
    upper = code.strip().upper()
    if upper in known:
        return upper
    for length in range(len(upper) - 1, 1, -1):
        if upper[:length] in known:
            return upper[:length]
    near = difflib.get_close_matches(upper, known, n=1, cutoff=SIMILAR)
    return near[0] if near else None


def system_of(codes: Mapping[str, int], names: Mapping[str, Iterable[str]], column: str = "") -> tuple[str, Text]:
    """The system that codes are of, and why: that to which most rows belong by code and, where there is one, by name.

    Where two fit alike, the name of the column tells, where it is one that a standard gives.

    Parameters
    ----------
    codes
        The number of rows by code.
    names
        The names that stand beside a code; a code without one may be missing.
    column
        The column that holds the codes.

    Raises
    ------
    InputError
        When two systems fit alike and mean different things by the codes.

    >>> print(system_of({"0601": 3, "05H1": 2}, {})[0])
    survey-2019
    >>> print(system_of({"1001": 3}, {"1001": ["工业用地"]})[0])
    planning-2023
    """
    fits = {system: (*_fit(system, codes, names), _is_headed(system, column)) for system in SYSTEMS}
    best = max(fits.values())
    alike = [system for system, fit in fits.items() if fit == best]
    first = alike[0]
    if len(alike) > 1:
        for other in alike[1:]:
            for code in codes:
                one, two = classes(first).get(code), classes(other).get(code)
                if one is not None and two is not None and one.name.zh != two.name.zh:
                    raise _ambiguous(code, first, other)
    rows, of_all = sum(codes[code] for code in codes if code in classes(first)), sum(codes.values())
    named, by_column = best[1], best[2] and not best[1]
    why = Text(
        f"地类代码按{SYSTEMS[first].zh}理解：{of_all:,} 行中 {rows:,} 行的代码相符"
        + (f"，其中 {named:,} 行的代码旁有其标准名称" if named else "")
        + (f"，列名为 {column}" if by_column else ""),
        f"codes are read as {SYSTEMS[first].en}: {rows:,} of {of_all:,} rows fit by code"
        + (f", {named:,} of them of codes beside which their own name stands" if named else "")
        + (f", and the column is {column}" if by_column else ""),
    )
    return first, why


def _is_headed(system: str, column: str) -> bool:
    """Whether a column has a name that the standard of a system gives to that of its codes."""
    return column.strip().upper().startswith(HEADED.get(system, ()))


def _fit(system: str, codes: Mapping[str, int], names: Mapping[str, Iterable[str]]) -> tuple[int, int]:
    """Rows with a code of the system, and rows of codes that have their name there."""
    known = classes(system)
    named = [
        code
        for code in codes
        if code in known and any(_same_name(each, known[code].name.zh) for each in names.get(code, ()))
    ]
    return sum(codes[code] for code in codes if code in known), sum(codes[code] for code in named)


def _same_name(one: str, other: str) -> bool:
    return "".join(one.split()) == other


@functools.cache
def codes_by_name(system: str) -> Mapping[str, str]:
    """The code of each class of a system by its name, which no two classes share.

    >>> print(codes_by_name("survey-2019")["工业用地"], codes_by_name("planning-2023")["工业用地"])
    0601 1001
    """
    return {each.name.zh: each.code for each in classes(system).values()}


def are_names(values: Mapping[str, int]) -> bool:
    """Whether a column holds the names of classes rather than codes: most rows that are either.

    >>> print(are_names({"工业用地": 3, "0601": 1}), are_names({"0601": 3, "x": 9}))
    True False
    """
    every_name = {each for system in SYSTEMS for each in codes_by_name(system)}
    every_code = {each for system in SYSTEMS for each in classes(system)}
    named = sum(rows for value, rows in values.items() if "".join(value.split()) in every_name)
    return named > sum(rows for value, rows in values.items() if value in every_code)


def system_of_names(names: Mapping[str, int], column: str = "") -> tuple[str, Text]:
    """The system that the names of classes are of, and why: that to which most rows belong, else that of the column's name.

    Parameters
    ----------
    names
        The number of rows by name.
    column
        The column that holds the names.

    Raises
    ------
    InputError
        When two systems fit alike: a name says another code in each.

    >>> print(system_of_names({"一类工业用地": 3, "工业用地": 2})[0], system_of_names({"工业用地": 2}, "DLMC")[0])
    planning-2023 survey-2019
    """
    of_all = sum(names.values())
    rows = {
        system: sum(count for each, count in names.items() if "".join(each.split()) in codes_by_name(system))
        for system in SYSTEMS
    }
    fits = {system: (rows[system], _is_headed(system, column)) for system in SYSTEMS}
    first, *others = [system for system, fit in fits.items() if fit == max(fits.values())]
    if others:
        alike = [first, *others]
        raise InputError(
            Text(
                f"地类名称在{'、'.join(SYSTEMS[system].zh for system in alike)}中都有，无从判断属哪一分类",
                f"the names of classes are those of {', '.join(SYSTEMS[system].en for system in alike)} alike",
            ),
            Text("指明名称所属的分类", "say which system the names are of"),
            parameter=Parameter("codes", plain(first)),
        )
    by_column = fits[first][1] and sum(count == rows[first] for count in rows.values()) > 1
    return first, Text(
        f"没有地类编码，按名称理解为{SYSTEMS[first].zh}：{of_all:,} 行中 {rows[first]:,} 行的名称相符"
        + (f"，列名为 {column}" if by_column else ""),
        f"there is no code; names are read as those of {SYSTEMS[first].en}: {rows[first]:,} of {of_all:,} rows fit"
        + (f", and the column is {column}" if by_column else ""),
    )


def unknown_name(given: str, system: str) -> InputError:
    """The refusal of a name that no class of the system has.

    >>> print(unknown_name("工业用土", "survey-2019").message("en"))
    '工业用土' names no class of the classes of the third land survey (TD/T 1055-2019). Remedy: the nearest is 0601 工业用地.
    """
    near = difflib.get_close_matches("".join(given.split()), codes_by_name(system), n=1, cutoff=SIMILAR)
    nearest_code = codes_by_name(system)[near[0]] if near else ""
    return InputError(
        Text(f"“{given}”不是{SYSTEMS[system].zh}的地类名称", f"'{given}' names no class of {SYSTEMS[system].en}"),
        Text(f"最接近的是 {nearest_code} {near[0]}", f"the nearest is {nearest_code} {near[0]}")
        if near
        else Text("改为该分类的名称，或另给编码列", "use one of its names, or add a column of codes"),
    )


def _ambiguous(code: str, one: str, other: str) -> InputError:
    return InputError(
        Text(
            f"代码 {code} 在{SYSTEMS[one].zh}中是{name(one, code).zh}，在{SYSTEMS[other].zh}中是{name(other, code).zh}，无从判断",
            f"code {code} is {name(one, code).en} in {SYSTEMS[one].en}, but {name(other, code).en} in "
            f"{SYSTEMS[other].en}, and nothing tells which is meant",
        ),
        Text("指明代码所属的分类", "say which system the codes are of"),
        parameter=Parameter("codes", plain(one)),
    )


def contradicted(system: str, names: Mapping[str, Iterable[str]]) -> Counter[tuple[str, str]]:
    """Codes beside which another name stands than their own, counted by code and that name.

    >>> print(contradicted("survey-2019", {"0601": ["工业用地", "采矿用地"]}))
    Counter({('0601', '采矿用地'): 1})
    """
    known = classes(system)
    return Counter(
        (code, each)
        for code, some in names.items()
        if code in known
        for each in some
        if each.strip() and not _same_name(each, known[code].name.zh)
    )


def unknown_code(code: str, system: str) -> InputError:
    """The refusal of a code that the system does not have.

    >>> print(unknown_code("0699", "survey-2019").message("en"))
    '0699' is no code of the classes of the third land survey (TD/T 1055-2019). Remedy: the nearest is 06, industry and mining.
    """
    if code.isdigit() and len(code) == len("011"):
        return InputError(
            Text(
                f"“{code}”是三位代码，属 GB/T 21010-2007（二调），不在{SYSTEMS[system].zh}之中",
                f"'{code}' has three digits, as the codes of GB/T 21010-2007 (the second survey) have; it is none of "
                f"{SYSTEMS[system].en}",
            ),
            Text("先按转换表换成 2017 年的代码", "turn them into codes of 2017 by the survey's own table first"),
        )
    near = nearest(code, system)
    return InputError(
        Text(f"“{code}”不是{SYSTEMS[system].zh}的代码", f"'{code}' is no code of {SYSTEMS[system].en}"),
        Text("改为该分类的代码", "use one of its codes")
        if near is None
        else Text(f"最接近的是 {near} {name(system, near).zh}", f"the nearest is {near}, {name(system, near).en}"),
    )


def _rows(file: str) -> Iterator[dict[str, str]]:
    with Path(__file__).with_name(file).open(encoding="utf-8", newline="") as rows:
        yield from csv.DictReader(rows)
