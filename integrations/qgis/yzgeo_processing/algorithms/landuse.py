"""`yzgeo landuse`: area of each land-use class in each zone, and what became what."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from .. import definitions, inputs
from ..languages import Text
from ..run import Result, Run, command

TITLE = Text("片区地类面积与变化", "Land use by zone, and its changes")
GROUP = definitions.LAND
HELP = Text(
    """<p>各片区各地类的面积（公顷），净面积各列（TBMJ、KCMJ、TBDLMJ）计算在内；给出较早的调查时，另算什么变成了什么。</p>
<p>结果：一张长表，每行一个数；需要时另写变化图斑的图层，以及 Excel 或网页报告。每要一种，命令运行一次。与命令
<code>yzgeo landuse</code> 的结果相同。</p>""",
    """<p>The area (hectares) of each class of land use in each zone, with the survey's net areas (TBMJ, KCMJ, TBDLMJ); with
an earlier survey also what became what.</p>
<p>Results: a long table with a figure a row; where asked for the changed land as a layer, and a report as workbook or
page. The command runs once for each. The results are those of the command <code>yzgeo landuse</code>.</p>""",
)
SYSTEMS = ("survey-2019", "planning-2023", "gbt21010-2017")
SYSTEM_TITLES = (
    Text("三调工作分类（2019）", "Third survey (2019)"),
    Text("国土空间用地用海分类（2023）", "Spatial planning (2023)"),
    Text("GB/T 21010-2017", "GB/T 21010-2017"),
)
BASES = ("registered", "drawn")
BASE_TITLES = (Text("登记面积", "registered"), Text("图上面积", "drawn"))
COLUMNS = {
    "table": QVariant.String,
    "place": QVariant.String,
    "before": QVariant.String,
    "before_name": QVariant.String,
    "code": QVariant.String,
    "name": QVariant.String,
    "hectares": QVariant.Double,
}
OTHER_PLACES = {
    "outside_ha": "outside",
    "counted_again_ha": "counted_again",
    "unlocated_ha": "unlocated",
    "total_ha": "total",
    "district_ha": "district",
}
"""Places of a class that are no zone, by the keys of the command's JSON."""


def parameters() -> list[Any]:
    """What is asked for."""
    told = Text("地类编码是按哪一分类写的；空白则自动判断", "The system of the codes; empty: found out")
    return [
        definitions.layer(
            "SURVEY",
            Text("国土调查（地类图斑）", "Land survey"),
            definitions.POLYGONS,
            Text("地类图斑图层，如三调 DLTB", "Polygons with codes of land use, as the DLTB of the third survey"),
            "SURVEY",
        ),
        definitions.field(
            "CODE",
            Text("地类编码列", "Column of the codes"),
            "SURVEY",
            Text("空白则自动认（DLBM 等）", "Empty: found by its name (DLBM …)"),
            "--map code=",
        ),
        definitions.layer(
            "BEFORE",
            Text("较早的调查", "An earlier survey"),
            definitions.POLYGONS,
            Text("给出则另算地类变化", "With it the changes are computed, too"),
            "--before",
            optional=True,
        ),
        definitions.field(
            "BEFORE_CODE",
            Text("较早调查的地类编码列", "Column of its codes"),
            "BEFORE",
            Text("空白则自动认", "Empty: found by its name"),
            "--before-map code=",
        ),
        *definitions.zones(),
        definitions.explained(
            QgsProcessingParameterNumber(
                "LEVEL",
                str(Text("地类级别", "Level of the classes")),
                QgsProcessingParameterNumber.Integer,
                defaultValue=2,
                minValue=1,
                maxValue=3,
            ),
            Text("1 一级、2 二级、3 三级", "1 is the coarsest, 3 the finest"),
            "--level",
        ),
        definitions.choice(
            "SYSTEM",
            Text("按哪一分类列出", "System to tell the classes in"),
            SYSTEM_TITLES,
            Text("空白则同调查", "Empty: the survey's"),
            "--system",
        ),
        definitions.choice("CODES", Text("调查所用的分类", "System of the survey"), SYSTEM_TITLES, told, "--codes"),
        definitions.choice(
            "BEFORE_CODES",
            Text("较早调查所用的分类", "System of the earlier survey"),
            SYSTEM_TITLES,
            told,
            "--before-codes",
        ),
        definitions.choice(
            "AREA",
            Text("按哪种面积计", "Area that counts"),
            BASE_TITLES,
            Text("空白则有登记面积时按登记面积", "Empty: the registered area where there is one"),
            "--area",
        ),
        definitions.datum(),
        definitions.in_language(),
        QgsProcessingParameterFeatureSink(
            "FIGURES",
            str(Text("地类面积表（公顷）", "Areas by class (hectares)")),
            QgsProcessing.TypeVector,
            optional=True,
        ),
        definitions.written_layer(
            "CHANGES",
            Text("变化图斑", "Changed land"),
            Text("须给出较早的调查；.gpkg 或 .geojson", "Needs the earlier survey; .gpkg or .geojson"),
            optional=True,
            wanted=False,
        ),
        definitions.written_file(
            "REPORT",
            Text("报告", "Report"),
            "HTML (*.html);;Excel (*.xlsx);;CSV (*.csv);;JSON (*.json);;SVG (*.svg)",
            Text("网页、工作簿或其他，按扩展名", "A page, a workbook or another, by its ending"),
        ),
    ]


def refusal(values: Mapping[str, Any]) -> Text | None:
    """Changes need an earlier survey."""
    if values.get("CHANGES") not in (None, "") and values.get("BEFORE") in (None, ""):
        return Text("变化图斑须给出较早的调查", "changed land needs an earlier survey")
    return None


def process(run: Run) -> Result:
    """Run the command for each output."""
    survey = inputs.required_file(run, "SURVEY")
    before = inputs.layer_words(run, "BEFORE", "--before", "--before-layer")
    of_before = [
        *(f"--before-map=code={name}" for name in [inputs.text(run, "BEFORE_CODE")] if name),
        *inputs.option("--before-codes", inputs.choice(run, "BEFORE_CODES", SYSTEMS)),
    ]
    words = [
        "landuse",
        *inputs.option("--layer", survey.layer),
        *(f"--map=code={name}" for name in [inputs.text(run, "CODE")] if name),
        *before,
        *(of_before if before else []),
        *inputs.zones(run),
        f"--level={run.algorithm.parameterAsInt(run.values, 'LEVEL', run.context)}",
        *inputs.option("--system", inputs.choice(run, "SYSTEM", SYSTEMS)),
        *inputs.option("--codes", inputs.choice(run, "CODES", SYSTEMS)),
        *inputs.option("--area", inputs.choice(run, "AREA", BASES)),
        *inputs.option("--datum", inputs.choice(run, "DATUM", definitions.DATUMS)),
        survey.path,
    ]
    outputs: dict[str, Any] = {}
    changes, report = inputs.output(run, "CHANGES"), inputs.output(run, "REPORT")
    if changes and Path(changes).suffix.lower() not in (".gpkg", ".geojson"):
        raise QgsProcessingException(
            Text("变化图斑写为 .gpkg 或 .geojson", "changed land is written as .gpkg or .geojson").of(run.lang)
        )
    if run.values.get("FIGURES") not in (None, ""):
        file = run.folder / "landuse.json"
        command(run, *words, f"--output={file}")
        outputs["FIGURES"] = _table(run, json.loads(file.read_text("utf-8")))
    for name, written in (("CHANGES", changes), ("REPORT", report)):
        if written:
            command(run, *words, f"--output={written}")
            outputs[name] = written
    return Result(outputs)


def _table(run: Run, record: Mapping[str, Any]) -> str:
    fields = QgsFields()
    for name, kind in COLUMNS.items():
        fields.append(QgsField(name, kind))
    sink, made = run.algorithm.parameterAsSink(
        run.values, "FIGURES", run.context, fields, QgsWkbTypes.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is None:
        raise QgsProcessingException(run.algorithm.invalidSinkError(run.values, "FIGURES"))
    for row in figures(record):
        feature = QgsFeature(fields)
        feature.setAttributes([row.get(name) for name in COLUMNS])
        if not sink.addFeature(feature, QgsFeatureSink.FastInsert):
            raise QgsProcessingException(run.algorithm.writeFeatureError(sink, run.values, "FIGURES"))
    return str(made)


def figures(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The figures of the command's JSON, a row each: classes by place, what became what, and the same by zone."""
    for land in record["classes"]:
        of_class = {"table": "classes", "code": land["code"], "name": land["name"]}
        for part in land["by_zone"]:
            yield {**of_class, "place": str(part["zone_id"]), "hectares": part["hectares"]}
        for key, place in OTHER_PLACES.items():
            if land[key]:
                yield {**of_class, "place": place, "hectares": land[key]}
    changes = record.get("changes", {})
    for table, flows in (("changes", changes.get("matrix", ())), ("changes_by_zone", changes.get("by_zone", ()))):
        for flow in flows:
            yield {
                "table": table,
                "place": None if "zone_id" not in flow else str(flow["zone_id"]),
                "before": flow["before"],
                "before_name": flow["before_name"],
                "code": flow["after"],
                "name": flow["after_name"],
                "hectares": flow["hectares"],
            }
