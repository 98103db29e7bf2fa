"""The files of a scenario."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang
from yzgeo.core.version import __version__
from yzgeo.publish.scenario import sheet, tables
from yzgeo.publish.scenario.figures import FILE, MANIFEST, figures
from yzgeo.publish.scenario.layer import layer
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
    drawn = layer(plan, one, lang)
    if drawn is not None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "scenario.gpkg"
            plugins.load("yzgeo.export.formats", "geopackage").write(drawn[1], file, None, drawn[0])
            content[file.name] = file.read_bytes()
    outputs = {name: hashlib.sha256(one).hexdigest() for name, one in sorted(content.items())}
    content[MANIFEST] = json_text(
        {"yzgeo": __version__, "edition": plan.edition, "plan": plan.title("zh"), "outputs": outputs}
    ).encode("utf-8")
    return content
