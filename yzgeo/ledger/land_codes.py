"""Check codes of land offices: of the real-estate unit (不动产单元) and of land use (地类).

- Real-estate units by GB/T 37346-2019: 28 characters, namely county (6 digits), cadastral zone (3) and sub-zone (3),
  kind of parcel (two letters: G, J or Z for who owns the land, then the right), number of the parcel (5), kind of
  fixture (F building, L wood, Q other, W none) and number of the unit (8, all zero for W). The first 19 are the
  code of the parcel. Offices print blanks between the groups.
- Land use by GB/T 21010-2017 (classes of two and four digits) and by the classification of 2023 for territorial
  planning (two, four and, below an industrial or other class, six digits): `assets/land_use_codes.csv`, without the
  classes of sea use.
"""

from __future__ import annotations

import csv
import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

PARCEL = r"\d{12}[GJZ][A-Z]\d{5}"
UNIT = PARCEL + r"(?:[FLQ]\d{8}|W0{8})"
CODE_LIKE = r"\d{12}[A-Za-z]{2}.*|[0-9A-Za-z]{28}"
"""Pattern of a parcel number that is meant as such a code, correct or not."""
TERRITORIAL = "用地用海分类指南"
DETAILED = 6
"""Digits of the classes below those of the list, which the classification of 2023 has."""


def unit_code_flawed(codes: pd.Series) -> pd.Series:
    """Whether each code is present but not that of a real-estate unit.

    >>> import pandas as pd
    >>> codes = pd.Series(["330212 001002 GB00003 F00010001", "330212001002GB00003W00000001", None], dtype="str")
    >>> print(unit_code_flawed(codes).tolist())
    [False, True, False]
    """
    return codes.notna() & ~_without_blanks(codes).str.fullmatch(UNIT, na=False)


def parcel_number_flawed(numbers: pd.Series) -> pd.Series:
    """Whether each number is meant as the code of a parcel or unit, and is neither.

    >>> import pandas as pd
    >>> print(parcel_number_flawed(pd.Series(["330212001002GB00003", "330212001002GB0003", "地块3"])).tolist())
    [False, True, False]
    """
    bare = _without_blanks(numbers)
    meant = bare.str.fullmatch(CODE_LIKE, na=False)
    return meant & ~bare.str.fullmatch(f"{PARCEL}|{UNIT}", na=False)


def unit_code(codes: pd.Series) -> pd.Series:
    """Correct codes of real-estate units without blanks; missing for others.

    >>> import pandas as pd
    >>> print(unit_code(pd.Series(["330212 001002 GB00003 F00010001"]))[0])
    330212001002GB00003F00010001
    """
    bare = _without_blanks(codes)
    return bare.where(bare.str.fullmatch(UNIT, na=False))


def land_use_flawed(codes: pd.Series) -> pd.Series:
    """Whether each code is present but not one of land use.

    >>> import pandas as pd
    >>> print(land_use_flawed(pd.Series(["0601", "100101", "1001", "0699", "工业用地", None], dtype="str")).tolist())
    [False, False, False, True, True, False]
    """
    bare = _without_blanks(codes)
    listed = bare.isin(list(land_uses()))
    detailed = bare.str.fullmatch(rf"\d{{{DETAILED}}}", na=False) & bare.str[:4].isin(list(land_uses(TERRITORIAL)))
    return codes.notna() & ~listed & ~detailed


@functools.cache
def land_uses(standard: str = "") -> dict[str, str]:
    """Name by code of all land uses, or of those of standards whose name begins with `standard`.

    >>> print(land_uses("GB/T 21010")["0601"], land_uses(TERRITORIAL)["1001"])
    工业用地 工业用地
    """
    file = Path(__file__).with_name("land_use_codes.csv")
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["code"]: row["name"] for row in csv.DictReader(rows) if row["standard"].startswith(standard)}


def _without_blanks(codes: pd.Series) -> pd.Series:
    """Codes without the blanks that are printed between their groups."""
    return codes.astype("str").str.replace(r"\s", "", regex=True)
