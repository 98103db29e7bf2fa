"""An evaluation as flat tables, for the outputs of statistics."""

from __future__ import annotations

from typing import Any

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


def tables(content: dict[str, Any]) -> list[Table]:
    """The tables of a record that have rows."""
    parts: dict[str, list[Row]] = {
        "standard": [{"item": key, "value": _cell(value)} for key, value in content["standard"].items()],
        "firms": content["firms"],
        "items": content["items"],
        "sensitivity": content["sensitivity"],
        "remarks": [{"remark": remark} for remark in content["remarks"]],
    }
    return [Table(name, TITLES[name], rows) for name, rows in parts.items() if rows]


def _cell(value: Any) -> Any:
    return "、".join(str(part) for part in value) if isinstance(value, list) else value


def _in_language(item: dict[str, Any], lang: Lang) -> dict[str, Any]:
    named = {"indicator": item["indicator_en"] if lang == "en" else item["indicator"]}
    return {key: value for key, value in {**item, **named}.items() if key != "indicator_en"}
