"""What the imports into a plan folder share: where the data comes from, and the layer of the plan afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingException, QgsProcessingParameterCrs, QgsProcessingParameterFile

from . import definitions, inputs
from .languages import Text
from .run import Result, Run, command

ONE_SOURCE = Text("图层与文件二者取其一", "give either a layer or a file")


def source(kinds: Any) -> list[Any]:
    """A layer, or a file, and how it is read."""
    return [
        definitions.layer(
            "INPUT", Text("图层", "Layer"), kinds, Text("项目中的图层", "A layer of the project"), "FILE", optional=True
        ),
        definitions.explained(
            QgsProcessingParameterFile("FILE", str(Text("或文件", "Or a file")), optional=True),
            Text(
                "不必先在 QGIS 中打开：Shapefile、GeoPackage、文件地理数据库、KML、DXF、Excel、CSV、勘测定界界址点文本等",
                "Need not be opened in QGIS: Shapefile, GeoPackage, file geodatabase, KML, DXF, Excel, CSV, cadastral "
                "point text file …",
            ),
            "FILE",
        ),
        definitions.text(
            "LAYER",
            Text("文件的图层或工作表", "Layer or sheet of the file"),
            Text("文件有几个时指明", "Where the file has several"),
            "--layer",
        ),
        definitions.explained(
            QgsProcessingParameterCrs("CRS", str(Text("文件的坐标系", "CRS of the file")), optional=True),
            Text("文件没有写明时指定；图层用其自身的", "Where the file states none; a layer has its own"),
            "--crs",
            advanced=True,
        ),
        definitions.datum(),
        definitions.columns(),
    ]


def closing(title: Text) -> list[Any]:
    """A dry run, the language, and the layer of the plan afterwards."""
    return [
        definitions.flag(
            "DRY_RUN",
            Text("只预览，不改动", "Preview only, change nothing"),
            Text("在日志中说明会做什么", "The log says what would be done"),
            "--dry-run",
        ),
        definitions.in_language(),
        definitions.written_layer(
            "OUTPUT",
            title,
            Text("导入后规划的图层，带样式", "The layer of the plan after the import, with its style"),
            optional=True,
        ),
    ]


def refusal(values: Mapping[str, Any]) -> Text | None:
    """A layer and a file exclude each other, and one of them is needed."""
    given = [values.get(name) not in (None, "") for name in ("INPUT", "FILE")]
    return None if sum(given) == 1 else ONE_SOURCE


def source_words(run: Run) -> tuple[list[str], str]:
    """The options on the source, and its file."""
    chosen = inputs.file(run, "INPUT")
    reading = [
        *inputs.option("--datum", inputs.choice(run, "DATUM", definitions.DATUMS)),
        *inputs.options("--map", inputs.pairs(run, "MAP")),
    ]
    if chosen is not None:
        return [*inputs.option("--layer", chosen.layer), *reading], chosen.path
    crs = run.algorithm.parameterAsCrs(run.values, "CRS", run.context)
    stated = (crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt()) if crs.isValid() else ""
    file = inputs.path(run, "FILE")
    if not file:
        raise QgsProcessingException(ONE_SOURCE.of(run.lang))
    return [*inputs.option("--layer", inputs.text(run, "LAYER")), *inputs.option("--crs", stated), *reading], file


def process(run: Run, kind: str, layer: str, *words: str) -> Result:
    """Import, and write the layer of the plan as it is then."""
    folder = inputs.path(run, "PLAN")
    dry = inputs.flag(run, "DRY_RUN")
    reading, file = source_words(run)
    command(run, "import", kind, f"--into={folder}", *reading, *words, *(["--dry-run"] if dry else []), file)
    output = "" if dry else inputs.output(run, "OUTPUT")
    if not output:
        return Result({})
    command(run, "export", layer, f"--plan={folder}", f"--output={output}")
    return Result({"OUTPUT": output}, dressed=[output])
