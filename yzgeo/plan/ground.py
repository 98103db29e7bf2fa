"""Read the ground of a plan folder: what a map shows under the plan, and whose data that is.

`ground/` is optional. It holds a GeoJSON file per layer (`water.geojson`), a GeoPackage `ground.gpkg` with layers of these
names, or both; heights in `relief.asc` (`plan/relief`); and `sources.csv`. A GeoJSON file goes before the layer of its
name in the GeoPackage.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyogrio
import shapely

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import GROUND
from yzgeo.core.text_encoding import decode
from yzgeo.core.values import json_value
from yzgeo.plan import relief
from yzgeo.plan.ground_layers import GEOMETRY_TYPES, KIND_WORDS, LAYERS, OTHER_RANK, RANKS
from yzgeo.plan.model import GROUND_SOURCE_COLUMNS
from yzgeo.plan.outlines import CRS_MEMBER, placed
from yzgeo.plan.tables import ID_PATTERN
from yzgeo.plan.transaction import valid_files_in
from yzgeo.readers import ogr
from yzgeo.readers.formats import geojson
from yzgeo.readers.geopackage_snapshot import snapshot
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.geojson import line as geojson_line
from yzgeo.spatial.polygon_repair import polygonal

SOURCES = "sources.csv"
PACKAGE = "ground.gpkg"
REQUIRED = ("source_id", "layer", "title")
TEXTS = ("name", "name_en", "class", "source")
TRUE, FALSE = ("true", "1", "yes", "是"), ("false", "0", "no", "否", "")
GRIDS = (".tif", ".tiff", ".asc", ".img", ".hgt", ".vrt")
"""Endings of height grids."""
DECIMALS = 5
"""Of a degree in the files that yzgeo writes: about 1 m."""
SOURCED = (*LAYERS, relief.RELIEF)
"""What `sources.csv` may name."""
MOST_TOLD = 5
"""Flaws of one kind told of a layer, which may have thousands of features."""


class Ground(NamedTuple):
    """The layers of a ground by name, as `Plan.ground` describes them, their sources, `GROUND_SOURCE_COLUMNS`, and its relief."""

    layers: Mapping[str, gpd.GeoDataFrame]
    sources: pd.DataFrame
    relief: relief.HeightGrid | None = None


NO_GROUND = Ground(MappingProxyType({}), pd.DataFrame(columns=list(GROUND_SOURCE_COLUMNS)))


def read_ground(folder: Path) -> tuple[Ground, list[InputError]]:
    """The ground of a plan folder, and all that is wrong with it.

    Returns
    -------
    Ground
        Layers in the order of `ground_layers.LAYERS`, in EPSG:4490; invalid areas are repaired. Sources of layers that
        are not there are left out. No layer where the folder has no `ground/`.
    list of InputError
        Each with its file; a flaw of a table also with row and column, one of a feature with its number.
    """
    files = valid_files_in(folder, GROUND)
    if not files:
        return NO_GROUND, []
    grids = {name: file for name, file in files.items() if Path(name).suffix.lower() in GRIDS}
    kept_grid = grids.pop(relief.FILE, None)
    flaws = [_refuse_grid(file) for file in grids.values()]
    heights = None
    if kept_grid is not None:
        try:
            heights = relief.of_folder(kept_grid)
        except InputError as refusal:
            flaws.append(refusal)
    held, found = _layers(files)
    flaws += found
    sources = NO_GROUND.sources
    readable = False
    if SOURCES in files:
        sources, found = _sources(files[SOURCES])
        readable = not found
        flaws += found
    elif held or kept_grid is not None:
        flaws.append(_refuse_sourceless(folder / GROUND / SOURCES, next(iter(held), relief.RELIEF)))
    layers = {}
    for name in LAYERS:
        if name not in held:
            continue
        rows = sources[sources["layer"] == name]
        if readable and rows.empty:
            flaws.append(_refuse_sourceless(files[SOURCES], name))
        frame, found = _checked(name, *held[name], rows if readable else None)
        flaws += found
        if len(frame):
            layers[name] = frame
    if kept_grid is not None and readable and not (sources["layer"] == relief.RELIEF).any():
        flaws.append(_refuse_sourceless(files[SOURCES], relief.RELIEF))
    shown = [*layers, *([relief.RELIEF] if heights is not None else [])]
    kept = sources[sources["layer"].isin(shown)].reset_index(drop=True)
    return Ground(MappingProxyType(layers), kept, heights), flaws


def layer_text(layer: str, frame: gpd.GeoDataFrame, sources: pd.DataFrame) -> str:
    """A layer in the format of a plan folder: GeoJSON in EPSG:4490, a feature a line, without what its source says anyway.

    Parameters
    ----------
    layer
        Its name.
    frame
        As in `Plan.ground`, EPSG:4490.
    sources
        `sources.csv`: what stands there of the layer is left out of its features.

    >>> towns = gpd.GeoDataFrame({"name": ["甲镇"], "name_en": [None], "class": [None], "schematic": [False],
    ...     "source": ["drawn"], "rank": [3]}, geometry=gpd.points_from_xy([121.123456], [29.5]), crs=CGCS2000)
    >>> sources = pd.DataFrame({"source_id": ["drawn"], "layer": ["towns"], "schematic": [False]})
    >>> print(layer_text("towns", towns, sources).splitlines()[1])
    {"type": "Feature", "properties": {"name": "甲镇", "rank": 3}, "geometry": {"type": "Point", "coordinates": [121.12346, 29.5]}}
    """
    own = sources[sources["layer"] == layer].set_index("source_id")["schematic"]
    shapes = shapely.transform(frame.geometry.to_numpy(), lambda points: np.round(points, DECIMALS))
    lines = []
    for row, shape in zip(frame.drop(columns=frame.geometry.name).to_dict("records"), shapes, strict=True):
        usual = {
            "schematic": bool(own.get(row["source"], default=False)),
            **({"source": row["source"]} if len(own) == 1 else {}),
        }
        told = {name: json_value(value) for name, value in row.items() if name not in usual or usual[name] != value}
        properties = {name: value for name, value in told.items() if value is not None}
        feature = {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(shape)}
        lines.append(geojson_line(feature))
    body = ",\n".join(lines)
    return f'{{"type": "FeatureCollection", "crs": {CRS_MEMBER}, "features": [\n{body}\n]}}\n'


def sources_text(sources: pd.DataFrame) -> str:
    """`sources.csv` of rows like those of `Plan.ground_sources`."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(GROUND_SOURCE_COLUMNS)
    for row in sources[list(GROUND_SOURCE_COLUMNS)].to_dict("records"):
        cells = {**row, "schematic": "true" if row["schematic"] else "false"}
        writer.writerow(
            ["" if pd.isna(cell) else f"{cell:.10g}" if isinstance(cell, float) else cell for cell in cells.values()]
        )
    return stream.getvalue()


def _layers(files: dict[str, Path]) -> tuple[dict[str, tuple[gpd.GeoDataFrame, Path]], list[InputError]]:
    """The features of each layer as they are, in EPSG:4490, with their file; and what cannot be read."""
    held: dict[str, tuple[gpd.GeoDataFrame, Path]] = {}
    flaws: list[InputError] = []
    for name, file in files.items():
        if Path(name).suffix.lower() not in (".geojson", ".json"):
            continue
        layer = Path(name).stem
        if layer not in LAYERS:
            flaws.append(_refuse_layer(file, layer))
            continue
        try:
            with refuse_unreadable(file), geojson.gdal_name(file) as path:
                frame, _ = ogr.read_frame(file, path)
            held[layer] = _placed(frame, file), file
        except InputError as refusal:
            flaws.append(refusal)
    if PACKAGE in files:
        file = files[PACKAGE]
        try:
            with refuse_unreadable(file), snapshot(file) as path:
                for layer, kind in pyogrio.list_layers(path):
                    if kind is None:  # a table of styles, say
                        continue
                    if layer not in LAYERS:
                        flaws.append(_refuse_layer(file, str(layer)))
                    elif layer not in held:
                        frame, _ = ogr.read_frame(file, str(path), str(layer))
                        held[layer] = _placed(frame, file), file
        except InputError as refusal:
            flaws.append(refusal)
    return held, flaws


def _placed(frame: gpd.GeoDataFrame, file: Path) -> gpd.GeoDataFrame:
    if "geometry" not in frame or frame.empty or frame.geometry.isna().all():
        return gpd.GeoDataFrame(
            frame.drop(columns="geometry", errors="ignore"), geometry=[None] * len(frame), crs=CGCS2000
        )
    return placed(frame.set_geometry(gpd.GeoSeries(shapely.force_2d(frame.geometry), frame.index, frame.crs)), file)


def _sources(file: Path) -> tuple[pd.DataFrame, list[InputError]]:
    """`sources.csv`, and what is wrong with it; of a column that may be missing all cells are."""
    try:
        with refuse_unreadable(file):
            rows = [row for row in csv_rows(decode(file), strict=True) if any(map(str.strip, row.cells))]
    except InputError as refusal:
        return NO_GROUND.sources, [refusal]
    header = [cell.strip() for cell in rows[0].cells] if rows else []
    missing = [column for column in REQUIRED if column not in header]
    if missing or len(set(header)) < len(header):
        return NO_GROUND.sources, [
            InputError(
                Text(f"缺列 {'、'.join(missing)}", f"lacks the column {', '.join(missing)}")
                if missing
                else Text("有几列同名", "has columns of one name"),
                Text(f"表头写 {','.join(GROUND_SOURCE_COLUMNS)}", f"its header is {','.join(GROUND_SOURCE_COLUMNS)}"),
                file=str(file),
                row=1,
            )
        ]
    records: list[dict[str, Any]] = []
    flaws: list[InputError] = []
    keys: set[tuple[str, str]] = set()
    for line, cells in rows[1:]:

        def refuse(column: str | None, problem: Text, remedy: Text, line: int = line) -> None:
            flaws.append(InputError(problem, remedy, file=str(file), row=line, column=column))

        if len(cells) != len(header):
            refuse(
                None,
                Text(
                    f"有 {len(cells)} 格，表头有 {len(header)} 格", f"has {len(cells)} cells, the header {len(header)}"
                ),
                Text(
                    "补齐或删去多余的格；含逗号的文字要加引号",
                    "add or remove cells; put quotes around text with commas",
                ),
            )
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        for column in REQUIRED:
            if not row[column]:
                refuse(column, Text("是空的", "is blank"), Text("写上", "write it"))
        if row["source_id"] and not re.fullmatch(ID_PATTERN, row["source_id"]):
            refuse(
                "source_id",
                Text(f"“{row['source_id']}”不能作编号", f"'{row['source_id']}' cannot be an id"),
                Text("用小写字母、数字与 _ . -", "use lower-case letters, digits and _ . -"),
            )
        if row["layer"] and row["layer"] not in SOURCED:
            refuse("layer", Text(f"没有图层“{row['layer']}”", f"there is no layer '{row['layer']}'"), _one_of(SOURCED))
        key = (row["source_id"], row["layer"])
        if key in keys:
            refuse(
                "source_id",
                Text(f"图层 {key[1]} 的来源“{key[0]}”出现两次", f"source '{key[0]}' of {key[1]} stands twice"),
                Text("删去一行，或换一个编号", "remove one row, or use another id"),
            )
        keys.add(key)
        accuracy = _metres(row.get("accuracy_m", ""))
        if accuracy is None:
            refuse(
                "accuracy_m",
                Text(f"“{row['accuracy_m']}”不是米数", f"'{row['accuracy_m']}' is not a number of metres"),
                Text("写一个数，不知道则留空", "write a number, or leave it empty if it is not known"),
            )
        schematic = _truth(row.get("schematic", ""))
        if schematic is None:
            refuse(
                "schematic",
                Text(f"“{row['schematic']}”不是 true 或 false", f"'{row['schematic']}' is neither true nor false"),
                Text("写 true 或 false", "write true or false"),
            )
        texts = {column: row.get(column) or None for column in GROUND_SOURCE_COLUMNS}
        records.append(
            {**texts, "accuracy_m": math.nan if accuracy is None else accuracy, "schematic": bool(schematic)}
        )
    frame = pd.DataFrame(records, columns=list(GROUND_SOURCE_COLUMNS))
    return frame.astype({"accuracy_m": "float64", "schematic": "bool"}), flaws


def _checked(
    layer: str, frame: gpd.GeoDataFrame, file: Path, sources: pd.DataFrame | None
) -> tuple[gpd.GeoDataFrame, list[InputError]]:
    """The features of a layer with the columns of the ground, and what is wrong with them.

    `sources` are the rows of its layer; None where they could not be read, so that nothing can be held against them.
    """
    described = LAYERS[layer]
    flaws: list[InputError] = []

    def refuse(column: str | None, wrong: npt.NDArray[np.bool_], problem: Text, remedy: Text) -> None:
        for place in np.flatnonzero(wrong)[:MOST_TOLD]:
            value = "" if column is None else str(frame[column].iloc[place])[:40]
            which = Text(f"第 {place + 1} 个要素", f"feature {place + 1}")
            flaws.append(
                InputError(
                    Text(
                        f"图层 {layer} {which.zh}：{problem.zh.format(value)}",
                        f"layer {layer}, {which.en}: {problem.en.format(value)}",
                    ),
                    remedy,
                    file=str(file),
                    column=column,
                )
            )

    shapes = frame.geometry.to_numpy()
    kinds = np.array([None if shape is None or shape.is_empty else shape.geom_type for shape in shapes], dtype=object)
    fits = np.isin(kinds.astype(str), GEOMETRY_TYPES[described.kind])
    words = KIND_WORDS[described.kind]
    refuse(
        None,
        ~fits,
        Text(f"不是{words.zh}", f"is none of {words.en}"),
        Text(f"只留{words.zh}", f"keep {words.en} alone"),
    )
    if described.kind == "polygon":
        shapes = shapes.copy()
        shapes[fits] = polygonal(shapes[fits])
        hollow = fits & shapely.is_empty(shapes)
        refuse(
            None, hollow, Text("围不成面", "encloses no area"), Text("重新绘制，或删去", "draw it again, or remove it")
        )
        fits &= ~hollow
    read = {column: _text(frame[column]) if column in frame else _blank(frame) for column in TEXTS}
    klass = read["class"]
    unknown = (klass.notna() & ~klass.isin(described.classes)).to_numpy()
    if unknown.any():
        remedy = _one_of(described.classes) if described.classes else Text("去掉这一列", "leave this column out")
        refuse("class", unknown, Text("没有类别“{}”", "there is no class '{}'"), remedy)
    default = False
    if sources is not None:
        if len(sources) == 1:
            read["source"] = read["source"].fillna(sources["source_id"].iloc[0])
        strange = ~read["source"].isin(sources["source_id"]).to_numpy()
        if len(sources) and strange.any():
            if "source" not in frame:
                frame = frame.assign(source="")
            listed = _one_of(list(sources["source_id"]))
            refuse(
                "source", strange, Text(f"来源“{{}}”不在 {SOURCES} 中", f"source '{{}}' is not in {SOURCES}"), listed
            )
        by_source = sources.drop_duplicates("source_id").set_index("source_id")["schematic"]
        default = read["source"].map(by_source).eq(True).to_numpy()
    truths = pd.Series([_truth(cell) for cell in frame["schematic"]] if "schematic" in frame else [False] * len(frame))
    if "schematic" in frame:
        refuse(
            "schematic",
            truths.isna().to_numpy(),
            Text("“{}”不是 true 或 false", "'{}' is neither true nor false"),
            Text("写 true 或 false", "write true or false"),
        )
    columns: dict[str, Any] = {**read, "schematic": default | truths.eq(True).to_numpy()}
    if layer == "towns":
        ranks = (
            pd.to_numeric(_text(frame["rank"]), errors="coerce") if "rank" in frame else _blank(frame).astype("float64")
        )
        if "rank" in frame:
            wrong = _text(frame["rank"]).notna() & ~((ranks >= 1) & (ranks % 1 == 0) & np.isfinite(ranks))
            refuse(
                "rank",
                wrong.to_numpy(),
                Text("“{}”不是 1、2、3 这样的位次", "'{}' is not a rank such as 1, 2 or 3"),
                Text("写一个整数，1 最先", "write a whole number; 1 goes first"),
            )
        columns["rank"] = ranks.where(ranks >= 1).fillna(klass.map(RANKS)).fillna(OTHER_RANK)
    if flaws:
        return gpd.GeoDataFrame(geometry=gpd.GeoSeries([], crs=CGCS2000)), flaws
    ordered = {
        name: columns[name] for name in ("name", "name_en", "class", "schematic", "source", "rank") if name in columns
    }
    if "rank" in ordered:
        ordered["rank"] = ordered["rank"].astype("int64")
    checked = gpd.GeoDataFrame(ordered, geometry=gpd.GeoSeries(shapes, index=frame.index, crs=CGCS2000))
    return checked.reset_index(drop=True), []


def _text(cells: pd.Series) -> pd.Series:
    """Cells as text without blanks around it; blank ones are missing."""
    texts = cells.map(lambda cell: None if np.isscalar(cell) and pd.isna(cell) else cell)
    return texts.map(lambda cell: str(cell).strip() or None, na_action="ignore").astype("str")


def _blank(frame: gpd.GeoDataFrame) -> pd.Series:
    return pd.Series([None] * len(frame), index=frame.index, dtype="str")


def _truth(cell: object) -> bool | None:
    """What a cell says; a blank one says no, None where it cannot be told."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return False
    word = str(cell).strip().lower().removesuffix(".0")
    return True if word in TRUE else False if word in FALSE else None


def _metres(cell: str) -> float | None:
    """A distance, NaN where it is blank, None where it is none."""
    if not cell:
        return math.nan
    try:
        metres = float(cell)
    except ValueError:
        return None
    return metres if math.isfinite(metres) and metres >= 0 else None


def _one_of(names: Any) -> Text:
    return Text(f"取其一：{'、'.join(names)}", f"use one of: {', '.join(names)}")


def _refuse_layer(file: Path, layer: str) -> InputError:
    return InputError(Text(f"没有图层“{layer}”", f"there is no layer '{layer}'"), _one_of(LAYERS), file=str(file))


def _refuse_sourceless(file: Path, layer: str) -> InputError:
    return InputError(
        Text(f"图层 {layer} 没有注明来源", f"names no source of the layer {layer}"),
        Text(
            f"在 {GROUND}/{SOURCES} 中加一行：{','.join(GROUND_SOURCE_COLUMNS)}",
            f"add a row to {GROUND}/{SOURCES}: {','.join(GROUND_SOURCE_COLUMNS)}",
        ),
        file=str(file),
    )


def _refuse_grid(file: Path) -> InputError:
    return InputError(
        Text(f"高程栅格只读 {relief.FILE}", f"of grids of heights only {relief.FILE} is read"),
        Text(
            "在 GIS 中另存为 ESRI ASCII 栅格（.asc），用导入底图的命令带入",
            "save it from a GIS as an ESRI ASCII grid (.asc), and import it as ground",
        ),
        file=str(file),
    )
