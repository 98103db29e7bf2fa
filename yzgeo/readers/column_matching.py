"""Match the columns of a file to ours: as the user maps them, else by the headers that offices use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.plugins import unknown

NAME_BYTES = 10
"""A Shapefile truncates field names to so many bytes."""
UNIT = re.compile(r"^(.*?)\s*[（(\[/／,，:：]\s*([^（()）\]]+?)\s*[)）\]]?$")
WORDS = "[千万]?亩|公顷|万?平方米|万?㎡|平方公里|平方千米|km2|km²|m2|m²|hm2|hm²|万元|亿元"
BEHIND = re.compile(rf"^(.+?)(?:[_-](元|ha|mu|{WORDS})|({WORDS}))$", re.IGNORECASE)
"""A unit without brackets, which the field names of ArcGIS cannot have; the short ones may be the end of a word."""

Match = Literal["mapped", "own", "header", "cut"]
"""Why a column of a file is one of ours: the user says so, it has our name, a header that offices use, or one cut short."""

JOINT = "·"
"""Between the names of a group and of its column, where a table has several header rows."""
ABOUT = re.compile("(?:基本)?(?:情况|信息|状况|数据|内容)$")
"""What a group's name adds that its columns' names do not need."""
BARE = re.compile(rf"[（(\[]?(?:单位[:：]?)?({WORDS}|元|公顷|ha|mu)[)）\]]?", re.IGNORECASE)


def is_unit(text: str) -> bool:
    """Whether a text is a unit and nothing else.

    >>> print(is_unit("（亩）"), is_unit("万元"), is_unit("面积（亩）"))
    True True False
    """
    return BARE.fullmatch("".join(text.split())) is not None


def bare_unit(text: str) -> str:
    """A unit without brackets.

    >>> print(bare_unit("（单位：亩）"))
    亩
    """
    matched = BARE.fullmatch("".join(text.split()))
    return matched[1] if matched else text


def own_name(name: str) -> str:
    """The name of a column without that of its group.

    >>> print(own_name("用地情况·土地面积（亩）"))
    土地面积（亩）
    """
    return name.rpartition(JOINT)[2]


def grouped_name(name: str) -> str | None:
    """What a column is called with its group, which says what the column is about; None where it has no group.

    >>> print(grouped_name("盘活情况·时间"), grouped_name("用地·面积（亩）"), grouped_name("时间"))
    盘活时间 用地面积 None
    """
    group, joint, _ = name.rpartition(JOINT)
    return ABOUT.sub("", group.rpartition(JOINT)[2]) + without_unit(name) if joint else None


def without_unit(name: str) -> str:
    """A column's name without its unit and spaces.

    >>> print(*map(without_unit, ["面积 （公顷）", "税收(万元)", "TBMJ", "税收/万元", "面积_亩", "不动产单元"]))
    面积 税收 TBMJ 税收 面积 不动产单元
    """
    return "".join(_split_unit(name)[0].split())


def unit(name: str) -> str | None:
    """The unit in a column's name, as written.

    >>> print(unit("面积（公顷）"), unit("面积"), unit("面积m2"))
    公顷 None m2
    """
    return _split_unit(name)[1]


def _split_unit(name: str) -> tuple[str, str | None]:
    plain = own_name(" ".join(name.split()))
    matched = UNIT.match(plain)
    if matched:
        return matched[1], matched[2]
    behind = BEHIND.match(plain)
    return (behind[1], behind[2] or behind[3]) if behind else (plain, None)


def match(
    file: Path, theirs: Sequence[str], mapping: Mapping[str, str], headers: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """The file's column for each of ours.

    Parameters
    ----------
    file
        Named in refusals.
    theirs
        The columns of the file.
    mapping
        The mapping of the user: the file's column by ours.
    headers
        The headers of each of our columns, the surest first.

    Raises
    ------
    InputError
        When the mapping names a column that we or the file do not have.

    >>> print(match(Path("a.shp"), ["宗地代码", "recovered_"], {}, {"id": ["宗地代码"], "recovered_on": ["recovered_on"]}))
    {'id': '宗地代码', 'recovered_on': 'recovered_'}
    """
    columns: dict[str, str] = {}
    for ours, named in mapping.items():
        if ours not in headers:
            raise unknown(ours, headers)
        column = _mapped(named, theirs)
        if column is None:
            raise InputError(
                Text(f"没有列“{named}”", f"has no column '{named}'"),
                Text(f"列有：{'、'.join(theirs)}", f"its columns are: {', '.join(theirs)}"),
                file=str(file),
                column=named,
            )
        columns[ours] = column
    for ours, names in headers.items():
        free = [name for name in theirs if name not in columns.values()]
        if ours in columns:
            continue
        hits = candidates(free, names)
        if hits:
            columns[ours] = hits[0]
    return {ours: columns[ours] for ours in headers if ours in columns}


def why(ours: str, named: str, mapping: Mapping[str, str], headers: Sequence[str]) -> Match:
    """Why `match` or `candidates` takes a column of a file, called `named`, for ours.

    >>> headers = ["recovered_on", "盘活时间"]
    >>> print(*(why("recovered_on", name, {}, headers) for name in ("recovered_on", "盘活时间", "recovered_")))
    own header cut
    """
    if ours in mapping:
        return "mapped"
    if own_name(named).strip().lower() == ours:
        return "own"
    truncated = any(is_truncated(named, header) for header in headers)
    return "cut" if truncated and not any(_equal(named, header) for header in headers) else "header"


def of_file(pairs: Sequence[tuple[str, str]], theirs: Sequence[str]) -> dict[str, str]:
    """The mapping for one of several files: of the pairs of ours and theirs the first whose column the file has.

    >>> print(of_file([("id", "宗地代码"), ("id", "DKBH"), ("town", "镇")], ["DKBH", "镇街"]))
    {'id': 'DKBH'}
    """
    mapping: dict[str, str] = {}
    for ours, named in pairs:
        if ours not in mapping and _mapped(named, theirs) is not None:
            mapping[ours] = named
    return mapping


def candidates(theirs: Sequence[str], headers: Sequence[str]) -> list[str]:
    """The columns that have one of the headers, the surest first; truncated ones last.

    >>> print(candidates(["id", "宗地代码", "面积"], ["宗地代码", "id"]))
    ['宗地代码', 'id']
    """
    hits = [name for same in (_equal, is_truncated) for header in headers for name in theirs if same(name, header)]
    return list(dict.fromkeys(hits))


def _mapped(named: str, theirs: Sequence[str]) -> str | None:
    """The column that a user names: in full, or without its group or unit where only one is so called."""
    if named in theirs:
        return named
    for short in (own_name, without_unit):
        called = [name for name in theirs if short(name) == named]
        if len(called) == 1:
            return called[0]
    return None


def _equal(theirs: str, name: str) -> bool:
    called = ("".join(own_name(theirs).split()), without_unit(theirs), grouped_name(theirs))
    return any(each is not None and each.lower() == name.lower() for each in called)


def is_truncated(theirs: str, name: str) -> bool:
    """Whether `theirs` is `name` truncated at ten bytes, in UTF-8 or GB 18030.

    >>> print(is_truncated("recovered_", "recovered_on"), is_truncated("不动产单元", "不动产单元代码"), is_truncated("面积", "面积"))
    True True False
    """
    return any(
        len(name.encode(encoding)) > NAME_BYTES
        and name.encode(encoding)[:NAME_BYTES].decode(encoding, "ignore").lower() == theirs.lower()
        for encoding in ("utf-8", "gb18030")
    )
