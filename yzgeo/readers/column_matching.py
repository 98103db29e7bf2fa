"""Which column of a file is which of ours: as the user says, else by what offices call it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.plugins import unknown

NAME_BYTES = 10
"""A Shapefile cuts field names to so many bytes."""
UNIT = re.compile(r"^(.*?)\s*[（(\[/／,，:：]\s*([^（()）\]]+?)\s*[)）\]]?$")
WORDS = "亩|公顷|平方米|㎡|m2|m²|hm2|hm²|万元|亿元"
BEHIND = re.compile(rf"^(.+?)(?:[_-](元|ha|mu|{WORDS})|({WORDS}))$", re.IGNORECASE)
"""A unit without brackets, which the field names of ArcGIS cannot have; the short ones may be the end of a word."""


def bare(name: str) -> str:
    """A column's name without its unit and spaces.

    >>> print(bare("面积 （公顷）"), bare("税收(万元)"), bare("TBMJ"), bare("税收/万元"), bare("面积_亩"), bare("不动产单元"))
    面积 税收 TBMJ 税收 面积 不动产单元
    """
    return "".join(_parted(name)[0].split())


def unit(name: str) -> str | None:
    """The unit in a column's name, as written.

    >>> print(unit("面积（公顷）"), unit("面积"), unit("面积m2"))
    公顷 None m2
    """
    return _parted(name)[1]


def _parted(name: str) -> tuple[str, str | None]:
    plain = " ".join(name.split())
    matched = UNIT.match(plain)
    if matched:
        return matched[1], matched[2]
    behind = BEHIND.match(plain)
    return (behind[1], behind[2] or behind[3]) if behind else (plain, None)


def match(
    file: Path, theirs: Sequence[str], mapping: Mapping[str, str], known: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """The file's column for each of ours.

    Parameters
    ----------
    file
        Named in refusals.
    theirs
        The columns of the file.
    mapping
        What the user says: their column by ours.
    known
        What each of ours is called, the surest name first.

    Raises
    ------
    InputError
        When the mapping names a column that we or the file do not have.

    >>> print(match(Path("a.shp"), ["宗地代码", "recovered_"], {}, {"id": ["宗地代码"], "recovered_on": ["recovered_on"]}))
    {'id': '宗地代码', 'recovered_on': 'recovered_'}
    """
    for ours, named in mapping.items():
        if ours not in known:
            raise unknown(ours, known)
        if named not in theirs:
            raise InputError(
                Text(f"没有列“{named}”", f"has no column '{named}'"),
                Text(f"列有：{'、'.join(theirs)}", f"its columns are: {', '.join(theirs)}"),
                file=str(file),
                column=named,
            )
    found = dict(mapping)
    for ours, names in known.items():
        free = [name for name in theirs if name not in found.values()]
        if ours in found:
            continue
        for same in (_equal, is_cut):
            hit = next((candidate for name in names for candidate in free if same(candidate, name)), None)
            if hit is not None:
                found[ours] = hit
                break
    return {ours: found[ours] for ours in known if ours in found}


def _equal(theirs: str, name: str) -> bool:
    return "".join(theirs.split()).lower() == name.lower() or bare(theirs).lower() == name.lower()


def is_cut(theirs: str, name: str) -> bool:
    """Whether a name is one that we know, cut at ten bytes.

    >>> print(is_cut("recovered_", "recovered_on"), is_cut("不动产单元", "不动产单元代码"), is_cut("面积", "面积"))
    True True False
    """
    return any(
        len(name.encode(encoding)) > NAME_BYTES
        and name.encode(encoding)[:NAME_BYTES].decode(encoding, "ignore").lower() == theirs.lower()
        for encoding in ("utf-8", "gb18030")
    )
