"""Published ways to evaluate firms: indicators, weights and reference values, and the shares of the classes."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core import plugins
from yzgeo.core.errors import InputError, Parameter, all_of
from yzgeo.core.i18n import Text, bilingual, plain
from yzgeo.core.unit_grammar import ratio
from yzgeo.plan.single_table import read_table

HERE = Path(__file__).parent
LETTERS = ("A", "B", "C", "D")


class Standard(NamedTuple):
    """A way to evaluate.

    - `name`, `place`: its id and where it was published
    - `indicators`: a row per size of firm and indicator, columns as in `standards.json`
    - `sources`: the publications
    """

    name: str
    place: Text
    indicators: pd.DataFrame
    sources: list[str]


class Classes(NamedTuple):
    """The upper ends of the classes in per cent of the firms, best first, where they come from, and of which standard."""

    up_to: tuple[float, ...]
    source: Text
    of: str = ""


@functools.cache
def schema() -> dict[str, Any]:
    """The Table Schema of a table of standards."""
    content: dict[str, Any] = json.loads((HERE / "standards.json").read_text("utf-8"))
    return content


def published() -> list[str]:
    """The ids of the standards that come with yzgeo.

    >>> print(published())
    ['anhui-city', 'huangyan-2021', 'huangyan-2022']
    """
    return sorted(set(_shipped()["standard_id"]))


def standard(name: str | None) -> Standard:
    """A standard that comes with yzgeo, by its id, or the one in an office's own CSV file.

    Raises
    ------
    InputError
        When there is no such standard, or the file has flaws: all of them.

    >>> one = standard("huangyan-2022")
    >>> print(one.place.en, one.indicators.groupby("size")["weight"].sum().to_dict())
    Huangyan District, Taizhou {'规上': 100.0, '规下': 100.0}
    """
    if name is None:
        raise InputError(
            Text("没有指明评价办法", "no standard of evaluation was named"),
            Text(
                f"指明其一：{'、'.join(published())}，或自己的 CSV 文件",
                f"name one of {', '.join(published())}, or a CSV file of your own",
            ),
            parameter=Parameter("standard"),
        )
    if name in published():
        rows = _shipped()[_shipped()["standard_id"] == name]
    elif name.lower().endswith(".csv"):
        rows, lines = read_table(Path(name), schema())
        _refuse_flaws(Path(name), rows, lines)
    else:
        raise plugins.unknown(name, published())
    first = rows.iloc[0]
    place = bilingual(first["place"], first["place_en"])
    return Standard(str(first["standard_id"]), place, rows.reset_index(drop=True), list(dict.fromkeys(rows["source"])))


def classes(name: str | None, of: Standard) -> Classes | None:
    """The classes of a standard: its own, those of another that is named, or per cents such as `25,70,95`.

    None where the standard publishes none and nothing is named: none is made up.

    Raises
    ------
    InputError
        When what is named is neither a standard with classes nor three rising per cents.

    >>> print(classes(None, standard("huangyan-2022")), classes("25,70,95", standard("huangyan-2022")).up_to)
    None (25.0, 70.0, 95.0, 100.0)
    """
    cut_offs = pd.read_csv(HERE / "cut_offs.csv")
    wanted = of.name if name is None else name
    rows = cut_offs[cut_offs["standard_id"] == wanted]
    if len(rows):
        return Classes(tuple(rows["up_to_percent"].astype(float)), plain(rows["source"].iloc[0]), wanted)
    if name is None:
        return None
    try:
        up_to = tuple(float(part) for part in name.replace("，", ",").split(","))
    except ValueError:
        up_to = ()
    if len(up_to) != len(LETTERS) - 1 or not all(
        low < high for low, high in zip((0.0, *up_to), (*up_to, 100.0), strict=True)
    ):
        known = "、".join(sorted(set(cut_offs["standard_id"])))
        raise InputError(
            Text(f"“{name}”不是分档", f"'{name}' names no classes"),
            Text(
                f"写 {known}，或三个递增的百分数，如 25,70,95",
                f"write {known}, or three rising per cents such as 25,70,95",
            ),
            parameter=Parameter("classes"),
        )
    return Classes((*up_to, 100.0), Text("使用者给定", "as given by the user"))


def _refuse_flaws(file: Path, rows: pd.DataFrame, lines: list[int]) -> None:
    flaws = []
    if rows.empty:
        flaws.append(
            InputError(
                Text("没有指标", "has no indicators"), Text("每个指标一行", "write a row per indicator"), file=str(file)
            )
        )
    for line, row in zip(lines, rows.itertuples(), strict=True):
        if row.method == "ratio" and not row.reference > 0:
            flaws.append(
                InputError(
                    Text("缺基准值", "has no reference value"),
                    Text("填大于 0 的基准值", "write a reference value above 0"),
                    file=str(file),
                    row=line,
                    column="reference",
                )
            )
        unit = row.unit if isinstance(row.unit, str) else ""
        if ratio(f"{row.numerator_unit}/{row.denominator_unit}", unit) is None:
            flaws.append(
                InputError(
                    Text(
                        f"{row.numerator_unit}/{row.denominator_unit} 不能换算成“{unit}”",
                        f"{row.numerator_unit}/{row.denominator_unit} cannot be converted to '{unit}'",
                    ),
                    Text("改正单位", "correct the unit"),
                    file=str(file),
                    row=line,
                    column="unit",
                )
            )
    if flaws:
        raise all_of(flaws)


@functools.cache
def _shipped() -> pd.DataFrame:
    return read_table(HERE / "standards.csv", schema())[0]
