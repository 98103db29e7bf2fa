"""The files of a scenario."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.version import __version__
from yzgeo.export.metadata import layer_metadata
from yzgeo.publish.scenario import sheet, tables
from yzgeo.scenario.result import Result, totals
from yzgeo.stats import recovery

MANIFEST = "scenario.manifest.json"
"""Not as that of a build: a scenario written into the folder of one takes no file of it away, nor a build one of these."""
SHEET = "scenario.html"
FIGURES = "scenario.json"


def files(result: Result, lang: Lang) -> dict[str, bytes]:
    """Content by name: the sheet, figures as JSON, workbook, tables of parcels and demands, the layer of parcels."""
    own = tables.tables(result, lang)
    by_name = {table.name: table for table in own}
    plan = result.asked.plan
    csv, xlsx = (plugins.load("yzgeo.stats.formats", name) for name in ("csv", "xlsx"))
    mark = recovery.warning(plan).of(lang)
    content = {
        SHEET: sheet.render(result, lang).encode("utf-8"),
        FIGURES: json_text(figures(result)).encode("utf-8"),
        "scenario.xlsx": xlsx.render_tables(own, lang, result.asked.settings.name.of(lang), mark),
        "demands.csv": csv.render_rows(by_name["demands"].rows, lang),
        "chosen.csv": csv.render_rows(
            [{**row, **({"note": mark} if mark else {})} for row in by_name["chosen"].rows], lang
        ),
    }
    layer = _layer(result, lang)
    if layer is not None:
        content["scenario.gpkg"] = layer
    outputs = {name: hashlib.sha256(one).hexdigest() for name, one in sorted(content.items())}
    content[MANIFEST] = json_text(
        {"yzgeo": __version__, "edition": plan.edition, "plan": plan.title("zh"), "outputs": outputs}
    ).encode("utf-8")
    return content


def figures(result: Result) -> dict[str, Any]:
    """The content of `scenario.json`; it is what scenarios are compared by."""
    settings = result.asked.settings
    return {
        "name_zh": settings.name.zh,
        "name_en": settings.name.en,
        "invented": recovery.is_invented(result.asked.plan),
        "status": result.answer.status,
        "years": settings.years,
        "target_mu": settings.target_mu,
        "recovered_mu": round(result.asked.candidates.recovered_mu, 6),
        "minimised": result.asked.candidates.weights,
        "value": _plain(result.answer.value),
        "bound": _plain(result.answer.bound),
        "gap": result.answer.gap,
        "totals": {name: _plain(value) for name, value in totals(result).items()},
        "demands": [{key: _plain(cell) for key, cell in row.items()} for row in result.kept.to_dict("records")],
        "conflict": None
        if result.conflict is None
        else {
            "demands": [demand.key for demand in result.conflict.demands],
            "within_reach": [
                None if reachable is None else round(reachable + demand.already, 6)
                for demand, reachable in zip(result.conflict.demands, result.conflict.reachable, strict=True)
            ],
            "is_minimal": result.conflict.is_minimal,
        },
        "value_a_year_earlier": _plain(result.value_a_year_earlier),
        "is_earlier_possible": result.is_earlier_possible,
        "parcels": [{key: _plain(cell) for key, cell in row.items()} for row in result.chosen.to_dict("records")],
        "assumptions": [{"zh": text.zh, "en": text.en} for text in tables.assumptions(result)],
    }


def _layer(result: Result, lang: Lang) -> bytes | None:
    """The candidates as a layer with the year in which each is chosen; None where none has a shape."""
    plan = result.asked.plan
    frame = plugins.load("yzgeo.layers", "parcels").frame(plan)
    frame = frame[frame["parcel_id"].isin(result.asked.candidates.rows.keys())]
    frame = frame[frame.geometry.notna()].drop_duplicates("parcel_id")
    if frame.empty:
        return None
    chosen = result.chosen.set_index("parcel_id")
    frame = frame.assign(
        chosen=frame["parcel_id"].isin(chosen.index),
        year=frame["parcel_id"].map(chosen["year"]).astype("Int64"),
        stability=frame["parcel_id"].map(chosen["stability"]).astype("float64"),
    )
    metadata = layer_metadata(plan, "parcels", frame, lang)
    title = Text(f"{result.asked.settings.name.zh}：备选地块", f"{result.asked.settings.name.en}: candidates")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scenario.gpkg"
        named = metadata._replace(
            layer="scenario", title=recovery.marked(title) if recovery.is_invented(plan) else title
        )
        plugins.load("yzgeo.export.formats", "geopackage").write(frame, file, None, named)
        return file.read_bytes()


def _plain(value: Any) -> Any:
    """A cell as JSON has it."""
    if value is None or (not isinstance(value, str | bool) and pd.isna(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
    return round(value, 6) if isinstance(value, float) else value
