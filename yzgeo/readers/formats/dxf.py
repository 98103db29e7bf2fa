"""Read DXF of AutoCAD and CASS: closed polylines and hatches are areas, a text within one is its label."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text
from yzgeo.readers import dxf_extended_data, point_lists
from yzgeo.readers.gdal_source import require_drawing
from yzgeo.readers.ogr import gdal_options, read_layer
from yzgeo.readers.repair import POINTS_OF_A_LOOP
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change, Source
from yzgeo.spatial.polygon_repair import polygonal

TITLE = Text("DXF（闭合多段线）", "DXF (closed polylines)")
SUFFIXES = (".dxf",)
GAP = 0.001
"""Largest distance, in drawing units, between the ends of a polyline that counts as closed."""
ARC_STEP_DEGREES = "1"
"""Arcs become chords of so many degrees: the area of a circle is then right to 0.006 %."""
IN_PAPER_SPACE = Text(
    "图纸空间里的图元（图框等），不是地块，未读入", "in paper space, as sheet frames are: no parcel, left out"
)
OPEN_LINE = Text("线没有闭合，围不成面，未读入", "the line is not closed and encloses nothing: left out")
CLOSED = Text("线的首尾相距几厘米，已闭合", "the ends of the line are some centimetres apart: closed")
JOINED = Text("几条首尾相接的线围成一个面", "several lines, end to end, enclose an area: taken as one")
HOLE = Text("面内没有编号的闭合线，作为洞扣除", "a closed line without a number within an area: a hole, and subtracted")
ENCLAVE = Text("面内另有地块，已从外面的地块中扣除", "another parcel lies within: subtracted from the one around it")
UNNUMBERED = Text(
    "所在图层的图形都没有编号，而别的图层有，不是地块，未读入",
    "on a layer that numbers nothing, while others do: no parcel, left out",
)
WITHIN = Text(
    "在另一个面之内，各有注记，两个都照原样读入", "lies within another area, each with a label: both are read as drawn"
)
FRAME = Text(
    "没有编号、又套着其他地块的闭合线，当作图框，未读入",
    "a closed line without a number around parcels: a frame, left out",
)
BUILDING = re.compile("(?:砼|混|砖|钢|简|木|土|石|铁|框|棚|破|建)+[0-9]{0,3}(?:[-+][0-9]{1,2})?房?")
"""What CASS writes into a building: what it is made of and its storeys, as in 混3; never the number of a parcel."""
RESERVED = frozenset({"Layer", "label", "geometry"})
VERSION = re.compile(rb"\$ACADVER\s+1\s+AC(\d+)")
CODE_PAGE = re.compile(rb"\$DWGCODEPAGE\s+3\s+(\S+)")
UTF_8_SINCE = 1021
GBK_PAGE = b"ANSI_936"
ENCODINGS = {"UTF-8": "utf-8", "CP936": "gb18030"}
ENCODING_DETECTED = Text("编码按文字内容判定", "the encoding is found from the text itself")


def read(file: Path, layer: str | None) -> Source:
    """A row per parcel that closed lines or hatches draw.

    Columns are `Layer` of the drawing, `label`, the one text inside it, and what its extended data hold (number, holder
    and land use of CASS, the columns of an export of yzgeo). A closed line within another one of its layer is a hole. A
    closed line without a number around others that have one is a frame, and is left out, as is the paper space.

    `layer` names a layer of the drawing. All other entities are left out; open lines are logged.

    Raises
    ------
    InputError
        When there is no closed line or hatch, on that layer, or a coordinate is no finite number.
    """
    content, codec, source, changes_of_text = _drawing(file)
    entities, changes = _entities(file, source.frame)
    lines, others = _lines(entities, layer)
    areas, more = _closed(lines)
    changes += more
    if not areas:
        names = sorted(set(entities["Layer"].dropna()))
        raise InputError(
            Text("没有闭合的多段线", "has no closed polyline"),
            Text(
                f"在 CAD 中用 PEDIT 闭合边界线；图层有：{'、'.join(names)}",
                f"close the boundaries in CAD (PEDIT); its layers are: {', '.join(names)}",
            ),
            file=str(file),
        )
    extended = dxf_extended_data.columns_by_handle(content, codec)
    frame = gpd.GeoDataFrame(
        {
            "Layer": [area.layer for area in areas],
            "handle": [area.handle for area in areas],
            "geometry": [area.shape for area in areas],
        },
        index=pd.Index([area.row for area in areas], name="row"),
    )
    parcels, more = _parcels(frame, extended, others)
    return Source(parcels, [*changes_of_text, *source.changes, *changes, *more])


def read_shapes(file: Path, layer: str | None) -> Source:
    """A row per entity of the model space as it is drawn: lines, areas and points, with `Layer` and, of texts, `Text`.

    Raises
    ------
    InputError
        When there is none, on the layer named, or a coordinate is no finite number.
    """
    _, _, source, changes_of_text = _drawing(file)
    entities, changes = _entities(file, source.frame)
    chosen = entities if layer is None else entities[entities["Layer"] == layer]
    if chosen.empty:
        names = sorted(set(entities["Layer"].dropna()))
        raise InputError(
            Text("没有图元", "has no entity")
            if layer is None
            else Text(f"图层“{layer}”上没有图元", f"has no entity on layer '{layer}'"),
            Text(f"图层有：{'、'.join(names)}", f"its layers are: {', '.join(names)}"),
            file=str(file),
            parameter=Parameter("layer"),
        )
    columns = [column for column in ("Layer", "Text", "geometry") if column in chosen]
    frame = gpd.GeoDataFrame(chosen[columns]).set_index(pd.RangeIndex(1, len(chosen) + 1, name="row"))
    return Source(frame, [*changes_of_text, *source.changes, *changes])


def _drawing(file: Path) -> tuple[bytes, str, Source, list[Change]]:
    """The bytes of a drawing, the codec of its text, its features as GDAL gives them, and the changes to its text."""
    require_drawing(file)
    content = file.read_bytes()
    encoding, changes = _encoding(content)
    with gdal_options(DXF_ENCODING=encoding, OGR_ARC_STEPSIZE=ARC_STEP_DEGREES):
        source = read_layer(file, None)
    return content, ENCODINGS.get(encoding or "", "gb18030"), source, changes


class _Area(NamedTuple):
    """A closed line or hatch: number of the feature, layer, handle of the entity, shape."""

    row: int
    layer: str
    handle: str
    shape: shapely.Geometry


def _entities(file: Path, frame: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """The entities of the model space, flat and single, with the number of their feature in `row`."""
    coordinates, of = shapely.get_coordinates(frame.geometry.to_numpy(), return_index=True)
    infinite = ~np.isfinite(coordinates).all(axis=1)
    if infinite.any():
        place = int(of[np.argmax(infinite)])
        name = frame["Layer"].iloc[place]
        raise InputError(
            Text(
                f"图层“{name}”上有一个图元的坐标不是有限的数",
                f"an entity of layer '{name}' has a coordinate that is no finite number",
            ),
            Text(
                "在 CAD 中删去该图元（AUDIT 可以查出）后另存",
                "remove the entity in CAD (AUDIT shows it) and save the drawing again",
            ),
            file=str(file),
            row=int(frame.index[place]),
        )
    flat = shapely.force_2d(frame.geometry.to_numpy())
    there = ~shapely.is_missing(flat) & ~shapely.is_empty(flat)
    paper = (frame["PaperSpace"].fillna(0) != 0).to_numpy() if "PaperSpace" in frame else np.full(len(frame), False)
    changes = [
        Change(int(row), GEOMETRY, str(name), "", IN_PAPER_SPACE)
        for row, name in frame["Layer"][paper & there & (shapely.get_type_id(flat) > 0)].items()
    ]
    model = frame.assign(geometry=flat, row=frame.index)[there & ~paper]
    return gpd.GeoDataFrame(model.explode(index_parts=False).reset_index(drop=True)), changes


def _lines(entities: gpd.GeoDataFrame, layer: str | None) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Lines and areas, on the layer named; and the texts of all layers."""
    kind = entities.geometry.geom_type
    drawn = kind.isin(["LineString", "LinearRing", "Polygon"])
    if layer is not None:
        drawn &= entities["Layer"] == layer
    if "SubClasses" in entities:  # arrow heads and faces are drawn filled
        classes = entities["SubClasses"].fillna("").astype("str")
        drawn &= (kind != "Polygon") | ~classes.str.contains("Trace|Face", regex=True)
    is_text = (kind == "Point") & (entities["Text"].notna() if "Text" in entities else False)
    return entities[drawn], entities[is_text]


def _closed(lines: gpd.GeoDataFrame) -> tuple[list[_Area], list[Change]]:
    """The closed lines and hatches, in the order of the drawing; what stays open is logged."""
    areas: list[_Area] = []
    changes: list[Change] = []
    open_rows: list[int] = []
    for place, line in enumerate(lines.itertuples()):
        row, handle = int(line.row), str(getattr(line, "EntityHandle", None) or "").upper()
        shape = line.geometry
        if shape.geom_type == "Polygon":
            areas.append(_Area(row, line.Layer, handle, shape))
            continue
        corners = shapely.get_coordinates(shape)
        apart = float(np.hypot(*(corners[0] - corners[-1])))
        if len(corners) < POINTS_OF_A_LOOP or not point_lists.same_place(tuple(corners[0]), tuple(corners[-1])):
            open_rows.append(place)
            continue
        if apart > GAP:
            changes.append(Change(row, GEOMETRY, f"{apart:.3f}", 0, CLOSED))
        areas.append(
            _Area(row, line.Layer, handle, shapely.Polygon(corners if apart == 0 else [*corners[:-1], corners[0]]))
        )
    joined, left, more = _joined(lines.iloc[open_rows], {area.layer for area in areas})
    open_line = [Change(int(line.row), GEOMETRY, str(line.Layer), "", OPEN_LINE) for line in left.itertuples()]
    return sorted([*areas, *joined], key=lambda area: area.row), [*changes, *more, *open_line]


def _joined(lines: gpd.GeoDataFrame, layers_of_areas: set[str]) -> tuple[list[_Area], gpd.GeoDataFrame, list[Change]]:
    """Areas whose border is several lines, end to end, on a layer that has areas, or on any where there are none."""
    areas: list[_Area] = []
    changes: list[Change] = []
    used = pd.Series(False, index=lines.index)
    for name, group in lines.groupby("Layer", sort=False):
        if layers_of_areas and name not in layers_of_areas:
            continue
        ends = shapely.set_precision(group.geometry.to_numpy(), GAP)
        tree = shapely.STRtree(ends)
        merged = shapely.get_parts(shapely.line_merge(shapely.union_all(ends)))
        for ring in merged[shapely.is_closed(merged) & (shapely.get_num_coordinates(merged) >= POINTS_OF_A_LOOP)]:
            of_ring = np.sort(tree.query(shapely.buffer(ring, GAP), predicate="covers"))
            if len(of_ring) > 1:
                row = int(group["row"].iloc[of_ring[0]])
                used[group.index[of_ring]] = True
                areas.append(_Area(row, str(name), "", shapely.Polygon(ring)))
                changes.append(Change(row, GEOMETRY, len(of_ring), 1, JOINED))
    return areas, lines[~used], changes


def _parcels(
    lines: gpd.GeoDataFrame, extended: dict[str, dict[str, str]], texts: gpd.GeoDataFrame
) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """Rows of parcels from closed lines: those of one feature together, holes cut out, frames and repetitions left out."""
    features, other_layers = _on_layers_of_parcels(_features(lines, extended), texts)
    areas = polygonal(features.geometry.to_numpy())
    labels, counts = _labels(areas, features["Layer"].to_numpy(), texts)
    noted = features.drop(columns=["Layer", "geometry"])
    has_data = noted.notna().any(axis=1).to_numpy(dtype=bool)
    exported = noted.drop(columns=list(dxf_extended_data.CASS_COLUMNS), errors="ignore").notna().any(axis=1)
    shapes, left_out, changes = _nested(
        features, areas, has_data | (counts > 0), exported.to_numpy(dtype=bool), has_data
    )
    number = dxf_extended_data.CASS_COLUMNS[0]
    if number in noted:
        noted[number] = noted[number].fillna(pd.Series(labels, index=noted.index, dtype=object))
    table = pd.concat([features[["Layer"]].assign(label=labels), noted], axis=1)
    parcels = gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(shapes, index=table.index))[~left_out]
    if exported.all():  # what it says of itself is whole without the label and the layer, which say it again
        parcels = parcels.drop(columns=["Layer", "label"])
    if not parcels.index.is_unique:  # several areas of one block
        parcels.index = pd.RangeIndex(1, len(parcels) + 1, name="row")
    return parcels, [*other_layers, *changes]


def _on_layers_of_parcels(features: gpd.GeoDataFrame, texts: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """The features on layers that number theirs, where some do: the others hold frames, buildings and the like.

    Extended data number better than labels do: where a layer has them, those without are no layers of parcels.
    """
    layers = features["Layer"]
    has_data = features.drop(columns=["Layer", "geometry"]).notna().any(axis=1)
    if not has_data.any():
        _, counts = _labels(polygonal(features.geometry.to_numpy()), layers.to_numpy(), texts)
        has_data = pd.Series(counts == 1, index=features.index)
    if not has_data.any():
        return features, []
    numbering = layers.isin(layers[has_data])
    changes = [Change(int(row), GEOMETRY, str(name), "", UNNUMBERED) for row, name in layers[~numbering].items()]
    return features[numbering], changes


def _features(lines: gpd.GeoDataFrame, extended: dict[str, dict[str, str]]) -> gpd.GeoDataFrame:
    """A row per feature, with the columns of its extended data: closed lines with the same ones are rings of one.

    CASS notes each boundary by itself: two that lie apart are two parcels, though they bear one number.
    """
    noted = [extended.get(handle, {}) for handle in lines["handle"]]
    outlines = lines.geometry.to_numpy()
    rings: dict[tuple[Any, ...], list[int]] = {}
    for place, columns in enumerate(noted):
        rings.setdefault(tuple(columns.items()) or (place,), []).append(place)
    groups = [
        part
        for places in rings.values()
        for part in (
            [places]
            if len(places) == 1 or not noted[places[0]].keys() <= set(dxf_extended_data.CASS_COLUMNS)
            else _nests(outlines, places)
        )
    ]
    firsts = [places[0] for places in groups]
    shapes = [
        outlines[places[0]] if len(places) == 1 else _of_rings(outlines[places], int(lines.index[places[0]]))
        for places in groups
    ]
    columns = pd.DataFrame([noted[place] for place in firsts], index=lines.index[firsts], dtype=object)
    columns = columns.rename(columns={name: f"{name}_2" for name in RESERVED})
    return gpd.GeoDataFrame(pd.concat([lines[["Layer"]].iloc[firsts], columns], axis=1), geometry=shapes)


def _nests(outlines: npt.NDArray[np.object_], places: list[int]) -> list[list[int]]:
    """The places of outlines by the outer one around them, in order."""
    sizes = shapely.area(outlines).tolist()
    nests: dict[int, list[int]] = {}
    for place in sorted(places, key=lambda place: -sizes[place]):
        around = next((outer for outer in nests if shapely.covers(outlines[outer], outlines[place])), place)
        nests.setdefault(around, []).append(place)
    return sorted(nests.values(), key=min)


def _of_rings(outlines: npt.NDArray[np.object_], row: int) -> shapely.Geometry | None:
    corners = [
        [(float(x), float(y)) for x, y in shapely.get_coordinates(outline.exterior)[:-1]] for outline in outlines
    ]
    shape, _ = point_lists.polygon([point_lists.Ring("", points, closed=True) for points in corners], row)
    return shape


def _nested(
    features: gpd.GeoDataFrame,
    areas: npt.NDArray[np.object_],
    numbered: npt.NDArray[np.bool_],
    exported: npt.NDArray[np.bool_],
    has_data: npt.NDArray[np.bool_],
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.bool_], list[Change]]:
    """The shapes with holes cut out, which rows are left out, and the changes.

    What yzgeo exported has its holes already, and zones, which have labels alone, may lie in zones: nothing is cut out
    of these.
    """
    layers, rows = features["Layer"].to_numpy(), [int(row) for row in features.index]
    depth, parent, share, repeated = point_lists.nesting(areas)
    repeated &= ~has_data
    inside = (parent >= 0) & ~repeated & (share >= point_lists.LEAST_SHARE_OF_HOLE)
    around = np.zeros(len(areas), dtype=bool)
    around[parent[inside & numbered]] = True
    frames = around & ~numbered & ~repeated
    changes = [
        Change(rows[place], GEOMETRY, layers[place], "", why)
        for which, why in ((repeated, point_lists.TWICE), (frames, FRAME))
        for place in np.flatnonzero(which).tolist()
    ]
    shapes, left_out = features.geometry.to_numpy().copy(), repeated | frames
    holes: dict[int, list[int]] = {}
    for place in np.flatnonzero(inside & (layers == layers[parent])).tolist():
        outer = int(parent[place])
        if frames[outer] or exported[outer] or (not numbered[place] and depth[place] % 2 == 0):
            continue
        if numbered[place] and not (has_data[place] and has_data[outer]):
            changes.append(Change(rows[place], GEOMETRY, layers[place], layers[outer], WITHIN))
            continue
        holes.setdefault(outer, []).append(place)
        if not numbered[place]:
            left_out[place] = True
            changes.append(Change(rows[place], GEOMETRY, layers[place], "", HOLE))
    for outer, within in holes.items():
        shapes[outer] = shapely.difference(areas[outer], shapely.union_all(areas[within]))
        if numbered[within].any():
            changes.append(Change(rows[outer], GEOMETRY, areas[outer].area, shapes[outer].area, ENCLAVE))
    return shapes, left_out, changes


def _encoding(content: bytes) -> tuple[str | None, list[Change]]:
    """The true encoding of a drawing's text, as GDAL names it, where GDAL would not find it; and the change to log.

    GDAL uses the code page of the header. But from AutoCAD 2007 on (AC1021) drawings are in UTF-8 whatever the header
    says, and Chinese programs write GBK under any name.
    """
    version, page = VERSION.search(content), CODE_PAGE.search(content)
    modern = version is not None and int(version[1]) >= UTF_8_SINCE
    declares_gbk = page is not None and page[1] == GBK_PAGE
    if content.isascii() or (declares_gbk and not modern):
        return None, []
    encoding = next((name for name, codec in ENCODINGS.items() if _is(content, codec)), None)
    if encoding is None or (modern and encoding == "UTF-8"):
        return encoding, []
    return encoding, [Change(ALL_ROWS, "encoding", "", encoding, ENCODING_DETECTED)]


def _is(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _labels(
    areas: npt.NDArray[np.object_], layers: npt.NDArray[np.object_], texts: gpd.GeoDataFrame
) -> tuple[list[str | None], npt.NDArray[np.int64]]:
    """The text in each area and in no smaller one of its layer, where there is exactly one; and the number of texts.

    Of a text of several lines the first is the label, as in 编号 over 权利人. What is written into buildings is none.
    """
    labels: list[str | None] = [None] * len(areas)
    counts = np.zeros(len(areas), dtype=np.int64)
    words = [dxf_extended_data.decoded(str(text)).strip() for text in texts["Text"]] if len(texts) else []
    named = [not BUILDING.fullmatch(text) for text in words]
    if not any(named):
        return labels, counts
    texts, words = texts[named], [text for text, kept in zip(words, named, strict=True) if kept]
    text, area = shapely.STRtree(areas).query(texts.geometry.to_numpy(), predicate="within")
    smallest: dict[tuple[int, str], int] = {}
    size = shapely.area(areas)
    for of_text, of_area in zip(text.tolist(), area.tolist(), strict=True):
        key = of_text, str(layers[of_area])
        if key not in smallest or size[of_area] < size[smallest[key]]:
            smallest[key] = of_area
    for (of_text, _), of_area in smallest.items():
        lines = words[of_text].splitlines()
        counts[of_area] += bool(lines)
        if lines:
            labels[of_area] = lines[0].strip()
    return [label if count == 1 else None for label, count in zip(labels, counts.tolist(), strict=True)], counts
