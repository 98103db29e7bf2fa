"""Scores, ranks and classes of firms by a published standard, and which classes a change of one per cent would alter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from yzgeo.core import labels
from yzgeo.core.i18n import Text, bilingual, counted
from yzgeo.core.unit_grammar import convert
from yzgeo.stats.evaluation.firms import amounts
from yzgeo.stats.evaluation.standard import LETTERS, Classes, Standard

LAND = "用地面积"
STEP = 0.01
"""How far a weight or an area is moved to see which classes depend on it."""
Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


class Evaluation(NamedTuple):
    """Firms evaluated.

    - `firms`: `firm, name, size, score, rank, class`, in the order of the table
    - `items`: `firm, indicator, value, unit, score, filled`, a row per firm and indicator
    - `sensitivity`: `firm, name, changed, which, percent, from, to`, a row per class that a change would alter:
      `changed` is `indicator_weight` (`which` the indicator) or `firm_land` (`which` the firm whose land it is)
    - `remarks`: what the reader has to know
    """

    firms: list[dict[str, Any]]
    items: list[dict[str, Any]]
    sensitivity: list[dict[str, Any]]
    remarks: list[Text]


class Group(NamedTuple):
    """The firms of one size: indicators, values by firm and indicator, and whose score a missing value has."""

    indicators: pd.DataFrame
    values: Numbers
    on_land: NDArray[np.bool_]


def evaluate(firms: pd.DataFrame, standard: Standard, classes: Classes | None) -> Evaluation:
    """Evaluate firms by a standard, each size for itself.

    A score is the sum over the indicators of value over reference times weight, as published; a missing value counts as
    the standard says, and where it says nothing the firm has no score, rank or class. Equal scores share the better rank.

    Parameters
    ----------
    firms
        `firm, name, size` and the amounts, see `firms.read`.
    standard, classes
        The standard; the classes, None where none are published.
    """
    results: list[tuple[Any, dict[str, Any]]] = []
    items: list[tuple[Any, dict[str, Any]]] = []
    changes: list[dict[str, Any]] = []
    remarks: list[Text] = []
    if classes is None:
        remarks.append(
            Text(
                f"{standard.place.zh}未公布分档的比例，故不分档",
                f"{standard.place.en} published no shares of classes, so there are none",
            )
        )
    elif classes.of != standard.name:
        remarks.append(
            Text(
                f"分档不是{standard.place.zh}公布的：{classes.source.zh}",
                f"the classes are not those of {standard.place.en}: {classes.source.en}",
            )
        )
    units = amounts(standard)
    for size, rows in firms.groupby("size", sort=False):
        indicators = standard.indicators[standard.indicators["size"] == size].reset_index(drop=True)
        if indicators.empty or indicators["method"].isna().any():
            remarks.append(_no_method(standard, str(size), len(rows), indicators))
            results += [(index, _result(row, None, None, None)) for index, row in rows.iterrows()]
            continue
        group = Group(indicators, _values(rows, indicators, units), (indicators["denominator"] == LAND).to_numpy())
        weights = indicators["weight"].to_numpy(dtype=float)
        scores = _scores(group, weights)
        total = scores.sum(axis=1)
        ranks, letters = _ranks(total), _classes(total, classes)
        for place, (index, row) in enumerate(rows.iterrows()):
            rank = int(ranks[place]) if ranks[place] else None
            results.append((index, _result(row, total[place], rank, _letter(letters[place]))))
            items += [(index, item) for item in _items(row, group, scores[place], place)]
        remarks += _uncertain(str(size), total, classes)
        changes += _sensitivity(rows, group, weights, letters, classes)
    in_order = [record for _, record in sorted(results, key=lambda pair: pair[0])]
    return Evaluation(in_order, [item for _, item in sorted(items, key=lambda pair: pair[0])], changes, remarks)


def _uncertain(size: str, total: Numbers, classes: Classes | None) -> Iterator[Text]:
    """What the scores of one size of firms leave open."""
    missing = int(np.isnan(total).sum())
    scored = len(total) - missing
    of_size = labels.value(size, "en")
    if missing:
        lack = counted(missing, f"firm {of_size} lacks", f"firms {of_size} lack")
        yield Text(
            f"{size}企业 {missing} 家有指标缺数而公布的办法未说如何计，不计分、不参与排序",
            f"{lack} a figure and the published rule does not say how to count it: no score, no rank",
        )
    if classes is not None and 0 < scored < _fewest(classes):
        have = counted(scored, f"firm {of_size} has", f"firms {of_size} have")
        yield Text(
            f"{size}企业只有 {scored} 家计分，少于分档所需，按名次所占百分比照算",
            f"only {have} a score, too few for the shares: classes go by rank in per cent",
        )


def _values(rows: pd.DataFrame, indicators: pd.DataFrame, units: dict[str, str]) -> Numbers:
    """The value of each indicator (columns) for each firm (rows); NaN where an amount is unknown or divides by nought."""
    columns = []
    for one in indicators.itertuples():
        below = rows[one.denominator].to_numpy(dtype=float)
        above = rows[one.numerator].to_numpy(dtype=float)
        unit = one.unit if isinstance(one.unit, str) else ""
        factor = convert(1.0, f"{units[one.numerator]}/{units[one.denominator]}", unit)
        with np.errstate(divide="ignore", invalid="ignore"):
            columns.append(np.where(below > 0, above / below, np.nan) * (math.nan if factor is None else factor))
    return np.column_stack(columns) if columns else np.empty((len(rows), 0))


def _scores(group: Group, weights: Numbers) -> Numbers:
    """The score of each firm and indicator, missing values as the standard counts them."""
    methods = group.indicators["method"].to_numpy()
    reference = group.indicators["reference"].to_numpy(dtype=float)
    scores = np.where(methods == "rank", group.values, group.values / reference * weights)
    for column, rule in enumerate(group.indicators["missing"]):
        lost = np.isnan(scores[:, column])
        if rule == "zero":
            scores[lost, column] = 0.0
        elif rule == "average" and not lost.all():
            scores[lost, column] = scores[~lost, column].mean()
    return scores


def _ranks(total: Numbers) -> Places:
    """The rank of each score, equal ones the better of theirs; 0 without a score."""
    rounded = np.round(total, 9)
    known = np.sort(rounded[~np.isnan(rounded)])
    ranks = len(known) - np.searchsorted(known, rounded, side="right") + 1
    return np.where(np.isnan(rounded), 0, ranks).astype(np.int64)


def _classes(total: Numbers, classes: Classes | None) -> Places:
    """The class of each firm, 0 the best, by the share of firms down to its rank; -1 for none."""
    if classes is None:
        return np.full(len(total), -1, dtype=np.int64)
    ranks = _ranks(total)
    shares = ranks * 100 / max(int((ranks > 0).sum()), 1)
    places = np.searchsorted(np.array(classes.up_to), shares - 1e-9, side="left")
    return np.where(ranks > 0, np.minimum(places, len(LETTERS) - 1), -1).astype(np.int64)


def _fewest(classes: Classes) -> float:
    """How many firms it takes for each class to hold one."""
    return 100 / min(high - low for low, high in zip((0.0, *classes.up_to), classes.up_to, strict=False))


def _letter(place: int) -> str | None:
    return LETTERS[place] if place >= 0 else None


def _sensitivity(
    rows: pd.DataFrame, group: Group, weights: Numbers, letters: Places, classes: Classes | None
) -> Iterator[dict[str, Any]]:
    """Which firms change class when one weight, or one firm's land, is one per cent more or less."""
    if classes is None:
        return
    names = list(zip(rows["firm"], rows["name"], strict=True))
    for percent in (STEP, -STEP):
        for column, indicator in enumerate(group.indicators["indicator"]):
            if group.indicators["method"][column] == "rank":
                continue
            moved = weights.copy()
            moved[column] *= 1 + percent
            told = _scores(group, moved).sum(axis=1)
            yield from _differences(names, letters, _classes(told, classes), "indicator_weight", indicator, percent)
        if group.on_land.any():
            for place, (_, name) in enumerate(names):
                values = group.values.copy()
                values[place, group.on_land] /= 1 + percent
                told = _scores(group._replace(values=values), weights).sum(axis=1)
                yield from _differences(names, letters, _classes(told, classes), "firm_land", name, percent)


def _differences(
    names: list[tuple[str, str]], old: Places, new: Places, what: str, which: str, percent: float
) -> Iterator[dict[str, Any]]:
    for place in np.flatnonzero(old != new):
        firm, name = names[place]
        classes = {"from": _letter(old[place]), "to": _letter(new[place])}
        yield {"firm": firm, "name": name, "changed": what, "which": which, "percent": round(percent * 100), **classes}


def _result(row: pd.Series, score: float | None, rank: int | None, letter: str | None) -> dict[str, Any]:
    known = None if score is None or math.isnan(score) else round(float(score), 9)
    return {
        "firm": row["firm"],
        "name": row["name"],
        "size": row["size"],
        "score": known,
        "rank": rank,
        "class": letter,
    }


def _items(row: pd.Series, group: Group, scores: Numbers, place: int) -> Iterator[dict[str, Any]]:
    for column, one in enumerate(group.indicators.itertuples()):
        value, score = group.values[place, column], scores[column]
        unknown = math.isnan(value)
        yield {
            "firm": row["firm"],
            "indicator": one.indicator,
            "indicator_en": bilingual(one.indicator, one.indicator_en).en,
            "value": None if unknown else round(float(value), 9),
            "unit": one.unit if isinstance(one.unit, str) else None,
            "score": None if math.isnan(score) else round(float(score), 9),
            "filled": f"{one.missing}_score"
            if unknown and isinstance(one.missing, str) and not math.isnan(score)
            else None,
        }


def _no_method(standard: Standard, size: str, count: int, indicators: pd.DataFrame) -> Text:
    why_zh = "没有这类企业的指标" if indicators.empty else "未公布单项指标怎样计分"
    why_en = "it has no indicators for them" if indicators.empty else "how an indicator is scored was not published"
    return Text(
        f"{size}企业 {count} 家不计分：{standard.place.zh}{why_zh}",
        f"{counted(count, 'firm')} {labels.value(size, 'en')} without a score: {standard.place.en}: {why_en}",
    )
