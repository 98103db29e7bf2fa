"""Values of parameters as words of the command line, and layers as files.

A layer that is a file which the command reads itself is given as it stands, so that the command understands its
encoding, its belt numbers and its columns as ever. Any other layer, and one of which only a part is asked for or that
differs from its file, is written to a GeoPackage first.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import (
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from . import command_line
from .definitions import DATUMS
from .languages import Text

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

    from .run import Run

READ_BY_THE_COMMAND = (
    ".shp", ".gpkg", ".geojson", ".fgb", ".parquet", ".gdb", ".kml", ".kmz", ".xlsx", ".xlsm",
)  # fmt: skip
"""Endings of files that both read alike. Of DXF, point lists and tables of text QGIS shows a part, or another reading:
these go through a parameter of their own."""
FID, SHAPE = "yzgeo_fid", "yzgeo_shape"
"""Columns that a written layer has beyond its own, by names that its own do not have."""
LONGEST_NAME = 40
UNFIT = re.compile(r"[^\w-]+")
FEATURES_BETWEEN_LOOKS = 1000


class LayerFile(NamedTuple):
    """A file, and the layer in it; "" where it has but one."""

    path: str
    layer: str = ""


def own_file(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> LayerFile | None:
    """The file of a layer, where the command reads it as QGIS shows it; else None. For the main thread."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        if value.selectedFeaturesOnly or value.featureLimit != -1 or getattr(value, "filterExpression", ""):
            return None
        value = value.source
    layer = None if value is None else algorithm.parameterAsVectorLayer({**parameters, name: value}, name, context)
    return None if layer is None else file_of(layer)


def file_of(layer: QgsVectorLayer) -> LayerFile | None:
    """The file of a layer, where the command reads it as QGIS shows it; else None."""
    if layer.providerType() != "ogr" or layer.isModified() or layer.subsetString():
        return None
    provider = layer.dataProvider()
    if layer.crs() != provider.crs():  # the user knows better than the file
        return None
    fields = layer.fields()
    if any(fields.fieldOrigin(number) != QgsFields.OriginProvider for number in range(fields.count())):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path, inside = str(parts.get("path") or ""), str(parts.get("layerName") or "")
    if not path.lower().endswith(READ_BY_THE_COMMAND) or not os.path.exists(path):  # noqa: PTH110  (or in an archive)
        return None
    if set(parts) - {"path", "layerName", "layerId", "openOptions"} or parts.get("openOptions"):
        return None  # a kind of geometry, a subset
    if not inside and provider.subLayerCount() > 1:
        return None
    return LayerFile(os.path.abspath(path), inside)  # noqa: PTH100


def file(run: Run, name: str) -> LayerFile | None:
    """The file of a layer that is given, written now where it has none of its own; None where no layer is given."""
    if name in run.files:
        return run.files[name]
    source = run.algorithm.parameterAsSource(run.values, name, run.context)
    if source is None:
        if run.values.get(name) not in (None, ""):
            raise QgsProcessingException(run.algorithm.invalidSourceError(run.values, name))
        return None
    return LayerFile(str(written(run, name, source)))


def required_file(run: Run, name: str) -> LayerFile:
    """The file of a layer that must be given."""
    chosen = file(run, name)
    if chosen is None:
        raise QgsProcessingException(run.algorithm.invalidSourceError(run.values, name))
    return chosen


def written(run: Run, name: str, source: QgsProcessingFeatureSource) -> Path:
    """The features of a layer as a GeoPackage, which is named after the layer, since messages name it."""
    title = UNFIT.sub("_", source.sourceName()).strip("_")[:LONGEST_NAME] or "layer"
    path = run.folder / name.lower() / f"{title}.gpkg"
    path.parent.mkdir()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = title
    options.layerOptions = [f"FID={FID}", f"GEOMETRY_NAME={SHAPE}"]
    writer = QgsVectorFileWriter.create(
        str(path),
        source.fields(),
        source.wkbType(),
        source.sourceCrs(),
        run.context.transformContext(),
        options,
        QgsFeatureSink.RegeneratePrimaryKey,
    )
    # Geometry is the command's to judge: it repairs, and tells of it.
    features = source.getFeatures(QgsFeatureRequest(), QgsProcessingFeatureSource.FlagSkipGeometryValidityChecks)
    for number, feature in enumerate(features):
        if number % FEATURES_BETWEEN_LOOKS == 0 and run.feedback.isCanceled():
            raise command_line.Cancelled
        if writer.hasError() or not writer.addFeature(feature, QgsFeatureSink.FastInsert):
            break
    writer.flushBuffer()
    if writer.hasError():
        reason = writer.errorMessage()
        raise QgsProcessingException(
            Text(
                f"图层“{source.sourceName()}”写不成文件：{reason}",
                f"Layer '{source.sourceName()}' cannot be written: {reason}",
            ).of(run.lang)
        )
    del writer  # closes the file
    return path


def text(run: Run, name: str) -> str:
    """A text, stripped; "" where none is given."""
    if run.values.get(name) is None:
        return ""
    return str(run.algorithm.parameterAsString(run.values, name, run.context) or "").strip()


def path(run: Run, name: str) -> str:
    """A path that is given, absolute: the command runs in a folder of its own. "" where none is given."""
    given = text(run, name)
    return os.path.abspath(given) if given else ""  # noqa: PTH100


def flag(run: Run, name: str) -> bool:
    """A box that is ticked."""
    return bool(run.algorithm.parameterAsBool(run.values, name, run.context))


def choice(run: Run, name: str, codes: Sequence[str]) -> str:
    """The code of what is chosen; "" where nothing is."""
    if run.values.get(name) is None:
        return ""
    return codes[run.algorithm.parameterAsEnum(run.values, name, run.context)]


def pairs(run: Run, name: str) -> list[tuple[str, str]]:
    """The rows of a table of two columns, without those that are empty."""
    cells = [
        "" if cell is None else str(cell).strip()
        for cell in run.algorithm.parameterAsMatrix(run.values, name, run.context)
    ]
    rows = zip(cells[::2], cells[1::2])
    return [row for row in rows if any(row)]


def option(name: str, value: object) -> list[str]:
    """An option of the command; none where there is no value. Its value is never taken for an option."""
    return [] if value in ("", None) else [f"{name}={value}"]


def options(name: str, values: Sequence[tuple[str, str]]) -> list[str]:
    """An option for each pair."""
    return [f"{name}={ours}={theirs}" for ours, theirs in values]


def switch(run: Run, name: str, word: str) -> list[str]:
    """An option without a value, where its box is ticked."""
    return [word] if flag(run, name) else []


def plan(run: Run) -> list[str]:
    """`--plan`: a folder, or the name of a built-in plan."""
    given = text(run, "PLAN")
    return option("--plan", os.path.abspath(given) if os.path.isdir(given) else given)  # noqa: PTH100, PTH112


def layer_words(run: Run, name: str, given: str, layer: str) -> list[str]:
    """The options of a layer: its file and the layer in it."""
    chosen = file(run, name)
    return [] if chosen is None else [*option(given, chosen.path), *option(layer, chosen.layer)]


def zones(run: Run) -> list[str]:
    """Zones of a layer, or of the plan."""
    chosen = layer_words(run, "ZONES", "--zones", "--zones-layer")
    return [*chosen, *option("--zone-id", text(run, "ZONE_ID") if chosen else ""), *plan(run)]


def ledger(run: Run) -> list[str]:
    """The options on a ledger that is counted."""
    chosen = layer_words(run, "LEDGER", "--parcels", "--layer")
    reading = [
        *options("--map", pairs(run, "MAP")),
        *options("--status", pairs(run, "STATUS")),
        *option("--datum", choice(run, "DATUM", DATUMS)),
    ]
    day = text(run, "AS_OF")[: len("2026-01-01")]
    return [*chosen, *(reading if chosen else []), *option("--as-of", day)]


def output(run: Run, name: str) -> str:
    """The file that an output goes to; "" where it is not wanted."""
    if run.values.get(name) in (None, ""):
        return ""
    definition = run.algorithm.parameterDefinition(name)
    read: Callable[..., Any] = (
        run.algorithm.parameterAsOutputLayer
        if definition.type() == "vectorDestination"
        else run.algorithm.parameterAsFileOutput
    )
    given = str(read(run.values, name, run.context) or "")
    if not given:
        return ""
    if not os.path.isdir(os.path.dirname(os.path.abspath(given))):  # noqa: PTH100, PTH112, PTH120
        raise QgsProcessingException(
            Text(
                f"输出只能是已有文件夹中的文件：{given}",
                f"The output must be a file in a folder that is there: {given}",
            ).of(run.lang)
        )
    return os.path.abspath(given)  # noqa: PTH100
