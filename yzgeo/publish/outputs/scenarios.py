"""The scenarios of land recovery that are handed over too: their parcels, demands and figures."""

from __future__ import annotations

import tempfile
from pathlib import Path

from yzgeo.core import plugins
from yzgeo.core.atomic_write import atomic_file, json_text
from yzgeo.core.i18n import Text
from yzgeo.export.formats.geopackage import write_all
from yzgeo.publish.context import BuildContext
from yzgeo.publish.scenario import comparison
from yzgeo.publish.scenario.layer import NAME, layer
from yzgeo.publish.scenario.tables import demand_rows, parcel_rows
from yzgeo.stats.collect import Row, Table
from yzgeo.stats.recovery import warning

LAYERS = "data/scenarios.gpkg"
PARCELS = "data/scenario-parcels.csv"
DEMANDS = "data/scenario-demands.csv"
WORKBOOK = "data/scenarios.xlsx"
FIGURES = "data/scenarios.json"
PURPOSES = {
    LAYERS: Text("方案的备选地块与所选年份，一个方案一个图层", "candidates with the year chosen, a layer for each scenario"),
    PARCELS: Text("各方案所选地块及年份", "parcels that each scenario chooses, with the year"),
    DEMANDS: Text("各方案的要求与达到", "the demands of each scenario, and what it reaches"),
    WORKBOOK: Text("方案比较（电子表格）", "scenarios compared, as a workbook"),
    FIGURES: Text("方案的全部数字（程序用）", "all figures of the scenarios, for scripts"),
}  # fmt: skip


def files(context: BuildContext) -> dict[str, bytes]:
    """The files of `PURPOSES`; none without a scenario, and no layers where no parcel has a shape."""
    plan, lang, scenarios = context.plan, context.lang, context.scenarios
    if not scenarios:
        return {}
    names = comparison.names_of(scenarios, lang)
    csv, xlsx = (plugins.load("yzgeo.stats.formats", name) for name in ("csv", "xlsx"))
    mark = warning(plan).of(lang)
    noted: Row = {"note": mark} if mark else {}
    demands = {name: demand_rows(one, lang) for name, one in zip(names, scenarios, strict=True)}
    parcels = [
        {"scenario": name, **row, **noted}
        for name, one in zip(names, scenarios, strict=True)
        for row in parcel_rows(plan, one, lang)
    ]
    told = [{"scenario": name, **row, **noted} for name, rows in demands.items() for row in rows]
    sheets = [
        *comparison.tables(scenarios, lang),
        *(Table(f"demands_{number}", Text(f"要求：{name}", f"demands: {name}"), rows)
          for number, (name, rows) in enumerate(demands.items(), start=1)),
    ]  # fmt: skip
    content = {
        PARCELS: csv.render_rows(parcels, lang),
        DEMANDS: csv.render_rows(told, lang),
        WORKBOOK: xlsx.render_tables(sheets, lang, comparison.TITLE.of(lang), mark),
        FIGURES: json_text(list(scenarios)).encode("utf-8"),
    }
    layers = [layer(plan, one, lang, f"{NAME}-{number}") for number, one in enumerate(scenarios, start=1)]
    drawn = [one for one in layers if one is not None]
    if drawn:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "scenarios.gpkg"
            with atomic_file(file) as temporary:
                write_all(drawn, [], temporary)
            content[LAYERS] = file.read_bytes()
    return content
