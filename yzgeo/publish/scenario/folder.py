"""The files of a scenario."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.version import __version__
from yzgeo.export.metadata import layer_metadata
from yzgeo.publish.scenario import sheet, tables
from yzgeo.publish.scenario.figures import FILE, MANIFEST, figures
from yzgeo.scenario.result import Result
from yzgeo.stats import recovery

SHEET = "scenario.html"


def files(result: Result, lang: Lang) -> dict[str, bytes]:
    """Content by name: the sheet, figures as JSON, workbook, tables of parcels and demands, the layer of parcels."""
    plan, one = result.asked.plan, figures(result)
    own = tables.tables(plan, one, lang)
    by_name = {table.name: table for table in own}
    csv, xlsx = (plugins.load("yzgeo.stats.formats", name) for name in ("csv", "xlsx"))
    mark = recovery.warning(plan).of(lang)
    content = {
        SHEET: sheet.render(plan, one, lang).encode("utf-8"),
        FILE: json_text(one).encode("utf-8"),
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
