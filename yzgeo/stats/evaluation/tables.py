"""An evaluation as flat tables, for the outputs of statistics."""

from __future__ import annotations

from typing import Any

from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.stats.collect import Row, Table
from yzgeo.stats.evaluation.evaluate import Evaluation
from yzgeo.stats.evaluation.standard import Classes, Standard

TITLES = {
    "standard": Text("评价办法", "standard"),
    "firms": Text("得分与分类", "scores and classes"),
    "items": Text("单项指标", "indicators"),
    "sensitivity": Text("权重或用地变动 1% 时改变分类的企业", "classes that 1 % of a weight or of land would change"),
    "remarks": Text("说明", "remarks"),
}


def record(standard: Standard, classes: Classes | None, result: Evaluation, lang: Lang) -> dict[str, Any]:
    """The evaluation as one object: `standard`, `firms`, `items`, `sensitivity`, `remarks`."""
    letters = (
        {} if classes is None else {"up_to_percent": list(classes.up_to), "source_of_classes": classes.source.of(lang)}
    )
    return {
        "standard": {
            "standard_id": standard.name,
            "place": standard.place.of(lang),
            "sources": standard.sources,
            **letters,
        },
        "firms": result.firms,
        "items": [_in_language(item, lang) for item in result.items],
        "sensitivity": result.sensitivity,
        "remarks": [remark.of(lang) for remark in result.remarks],
    }


def tables(content: dict[str, Any], lang: Lang) -> list[Table]:
    """The tables of a record that have rows."""
    parts: dict[str, list[Row]] = {
        "standard": [{"item": key, "value": _cell(value, lang)} for key, value in content["standard"].items()],
        "firms": content["firms"],
        "items": content["items"],
        "sensitivity": content["sensitivity"],
        "remarks": [{"remark": remark} for remark in content["remarks"]],
    }
    return [Table(name, TITLES[name], rows) for name, rows in parts.items() if rows]


def by_firm(content: dict[str, Any], lang: Lang) -> list[Row]:
    """A record as one table with a row per firm: score, rank and class, each indicator with its score, what is at stake.

    Indicators that a firm's size does not have are None, as is what is unknown.
    """
    items = content["items"]
    indicators = dict.fromkeys((item["indicator"], item["unit"]) for item in items)
    of_firm: dict[str, dict[tuple[str, str | None], Row]] = {}
    for item in items:
        of_firm.setdefault(item["firm"], {})[item["indicator"], item["unit"]] = item
    has_ids = any(firm["firm"] != firm["name"] for firm in content["firms"])
    rows = []
    for firm in content["firms"]:
        row: Row = {key: value for key, value in firm.items() if key != "firm" or has_ids}
        own = of_firm.get(firm["firm"], {})
        for indicator, unit in indicators:
            item = own.get((indicator, unit), {})
            row[f"{indicator}{Text(f'（{unit}）', f' ({unit})').of(lang) if unit else ''}"] = item.get("value")
            row[f"{indicator}{Text('得分', ', score').of(lang)}"] = item.get("score")
        separator = "；" if lang == "zh" else "; "
        filled = [
            f"{one['indicator']}{Text('：', ': ').of(lang)}{labels.value(one['filled'], lang)}"
            for one in own.values()
            if one["filled"]
        ]
        row["filled"] = separator.join(filled) or None
        changes = [_change(one, lang) for one in content["sensitivity"] if one["firm"] == firm["firm"]]
        row[TITLES["sensitivity"].of(lang)] = separator.join(changes) or None
        rows.append(row)
    return rows


def _change(one: Row, lang: Lang) -> str:
    """What changes by one per cent, and the classes before and after."""
    what = Text(
        f"{one['which']}的{labels.value(one['changed'], 'zh')}", f"{labels.value(one['changed'], 'en')}, {one['which']}"
    )
    return f"{what.of(lang)} {one['percent']:+g}%: {one['from']}→{one['to']}"


def _cell(value: Any, lang: Lang) -> Any:
    if not isinstance(value, list):
        return value
    return Text("、", ", ").of(lang).join(f"{part:g}" if isinstance(part, float) else str(part) for part in value)


def _in_language(item: dict[str, Any], lang: Lang) -> dict[str, Any]:
    named = {"indicator": item["indicator_en"] if lang == "en" else item["indicator"]}
    return {key: value for key, value in {**item, **named}.items() if key != "indicator_en"}
