"""`yzgeo build`: the whole hand-over folder, its layers in the project, its findings in the panel."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterFolderDestination,
    QgsProcessingUtils,
)

from .. import definitions, inputs
from ..findings import rows
from ..languages import Text
from ..run import Result, Run, command

TITLE = Text("生成整套成果", "Build the hand-over folder")
GROUP = definitions.PLANS
HELP = Text(
    """<p>生成整套成果：离线地图网页、报告、一页图、数据（GeoPackage、QGIS 工程）、统计、检查结果与清单。文件夹中不是 yzgeo
写的文件不会被动。</p><p>生成后把规划的图层载入项目，检查发现列入面板；完整的 QGIS 工程在 <code>data/plan.qgz</code>。与命令
<code>yzgeo build</code> 的结果相同。</p>""",
    """<p>Writes the whole hand-over folder: offline map, report, sheet, data (GeoPackage, QGIS project), statistics,
findings, manifest. Files in the folder that yzgeo did not write are left alone.</p><p>The layers of the plan are then
loaded and its findings listed in the panel; a whole QGIS project is in <code>data/plan.qgz</code>. The results are those of
the command <code>yzgeo build</code>.</p>""",
)
DRAWN = ("district", "constraints", "zones", "parcels", "parks", "projects")
"""Layers of plan.gpkg that are loaded, those at the bottom first."""


def OUTPUTS() -> list[Any]:  # noqa: N802  (a constant, but for the language of QGIS)
    """What is written beside the folder itself."""
    return [
        QgsProcessingOutputFile("PAGE", str(Text("地图网页", "Map page"))),
        QgsProcessingOutputFile("PROJECT", str(Text("QGIS 工程", "QGIS project"))),
        QgsProcessingOutputMultipleLayers("LAYERS", str(Text("规划的图层", "Layers of the plan"))),
    ]


def parameters() -> list[Any]:
    """What is asked for."""
    return [
        definitions.plan(),
        *definitions.ledger(),
        definitions.rules(),
        definitions.flag(
            "PDF",
            Text("另出 PDF", "Print to PDF, too"),
            Text("报告与一页图；须装有 Chromium、Chrome 或 Edge", "Report and sheet; needs Chromium, Chrome or Edge"),
            "--pdf",
        ),
        definitions.flag(
            "PUBLIC",
            Text("公开版", "Public edition"),
            Text("不含地块与业主地址，范围概略", "No parcels, no owners' addresses, coarse outlines"),
            "--public",
        ),
        definitions.flag(
            "FORCE",
            Text("替换不是 yzgeo 写的或写后改过的文件", "Replace files that yzgeo did not write or that were changed"),
            Text("原文件留在 previous/", "Copies stay in previous/"),
            "--force",
            advanced=True,
        ),
        definitions.in_language(),
        definitions.explained(
            QgsProcessingParameterFolderDestination("OUTPUT", str(Text("成果文件夹", "Hand-over folder"))),
            Text("新的，或以前生成的", "A new one, or one that was built before"),
            "--output",
        ),
    ]


def process(run: Run) -> Result:
    """Build, load the layers, and read the findings."""
    folder = Path(run.algorithm.parameterAsString(run.values, "OUTPUT", run.context)).absolute()
    plan = command(
        run,
        "build",
        *inputs.plan(run),
        *inputs.ledger(run),
        *inputs.option("--rules", inputs.path(run, "RULES")),
        *inputs.switch(run, "PDF", "--pdf"),
        *inputs.switch(run, "PUBLIC", "--public"),
        *inputs.switch(run, "FORCE", "--force"),
        f"--output={folder}",
    )
    findings = folder / "data" / "findings.json"
    record = json.loads(findings.read_text("utf-8"))
    layers = _layers(run, folder / "data" / "plan.gpkg")
    return Result(
        {
            "OUTPUT": str(folder),
            "PAGE": str(folder / "index.html"),
            "PROJECT": str(folder / "data" / "plan.qgz"),
            "LAYERS": layers,
        },
        rows.rows(record, run.lang),
        f"{plan}\n{folder}",
        layers,
    )


def _layers(run: Run, package: Path) -> list[str]:
    """Have QGIS load the layers of the plan, under their titles; their addresses."""
    with closing(sqlite3.connect(f"{package.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        titles = dict(database.execute("SELECT f_table_name, stylename FROM layer_styles"))
    loaded = []
    for name in DRAWN:
        if name in titles:
            address = f"{package}|layername={name}"
            details = QgsProcessingContext.LayerDetails(
                titles[name] or name, run.context.project(), "", QgsProcessingUtils.LayerHint.Vector
            )
            if run.context.project() is not None:
                run.context.addLayerToLoadOnCompletion(address, details)
            loaded.append(address)
    return loaded
