"""Import the ground: water, rivers, railways, stations, roads, towns and neighbours around the plan's land."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core import labels
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import LANGS, Lang, Text, plain
from yzgeo.core.output_guard import GROUND
from yzgeo.plan import relief
from yzgeo.plan.extent import CHINA, extent
from yzgeo.plan.ground import SOURCED, SOURCES, layer_text, sources_text
from yzgeo.plan.ground_layers import GEOMETRY_TYPES, KIND_WORDS, LAYERS, OTHER_RANK, RANKS, part_of
from yzgeo.plan.import_files import ImportRequest, PreparedImport
from yzgeo.plan.model import GROUND_SOURCE_COLUMNS, Plan
from yzgeo.plan.names import new_id
from yzgeo.readers import column_matching, osm, reading
from yzgeo.readers.source import ALL_ROWS, GEOMETRY, Change
from yzgeo.spatial.coastline import sea
from yzgeo.spatial.crs import CGCS2000, equal_area_around
from yzgeo.spatial.polygon_repair import polygonal

Box = tuple[float, float, float, float]

MARGIN = 0.6
"""How far the ground reaches beyond the plan's land, as a share of the longer side of that."""
TOLERANCE_M = 10.0
"""By which lines and borders are simplified where nothing else is asked."""
LEAST_UNDECIDED = 1e-6
OWN_DISTRICT = 0.5
"""A neighbour that covers so much of the district is the district itself."""
SHOWN = 8
NO_FEATURES = gpd.GeoDataFrame({"name": []}, geometry=[], crs=CGCS2000)
HEADERS = {
    "name": (
        "名称",
        "地名",
        "河名",
        "湖名",
        "路名",
        "道路名称",
        "站名",
        "XZQMC",
        "行政区名称",
        "NAME_CHN",
        "name",
        "MC",
        "Text",
    ),
    "name_en": ("英文名", "英文名称", "name:en", "name_en"),
    "class": ("类别", "类型", "等级", "道路等级", "fclass", "class", "type", "highway", "railway", "waterway"),
    "rank": ("位次", "rank"),
}
"""Headers of the columns of a ground, the surest first; `fclass` is that of Geofabrik's shapefiles."""
CLASS_WORDS = {
    "water": {
        "sea": ("海", "海域", "海洋", "ocean", "bay"),
        "lake": ("湖", "湖泊", "湖面", "water", "wetland"),
        "reservoir": ("水库", "水库水面"),
        "river": ("河", "河流", "河流水面", "riverbank", "dock"),
    },
    "rivers": {
        "river": ("河", "河流", "江"),
        "canal": ("渠", "运河", "人工渠", "沟渠"),
        "stream": ("溪", "drain", "ditch"),
    },
    "roads": {
        "motorway": ("高速", "高速公路", "motorway_link"),
        "trunk": ("快速路", "国道", "trunk_link"),
        "primary": ("主干路", "主干道", "省道", "一级公路", "primary_link"),
        "secondary": ("次干路", "次干道", "县道", "二级公路", "secondary_link"),
        "tertiary": ("支路", "乡道", "三级公路", "tertiary_link"),
    },
    "rail": {"rail": ("铁路", "高铁", "铁道"), "metro": ("地铁", "轨道", "轻轨", "轨道交通", "subway", "light_rail")},
    "stations": {
        "rail": ("火车站", "铁路站", "station", "halt", "railway_station"),
        "metro": ("地铁站", "轨道站", "subway", "轨道交通站"),
    },
    "towns": {
        "city": ("市", "城市", "national_capital"),
        "county": ("县", "区", "县城"),
        "town": ("镇", "乡"),
        "subdistrict": ("街道", "suburb"),
        "village": ("村", "hamlet"),
    },
}
"""What offices and programs call the classes, beside their own names."""
LAYER_WORDS = {
    "water": ("水面", "水域", "湖", "水库", "海", "water", "lake", "reservoir", "sea", "ocean"),
    "rivers": ("河", "江", "渠", "水系", "river", "canal", "stream", "waterway"),
    "rail": ("铁路", "轨道", "地铁", "轻轨", "rail", "metro", "subway"),
    "stations": ("站", "station"),
    "roads": ("道路", "公路", "高速", "路网", "道路中心线", "road", "highway", "street"),
    "towns": ("镇", "乡", "街道", "村", "地名", "居民", "town", "place", "settlement", "village"),
    "neighbours": (
        "邻",
        "行政区",
        "区县",
        "区界",
        "县界",
        "市界",
        "district",
        "county",
        "counties",
        "neighbour",
        "boundar",
    ),
}
"""Words in the name of a file or layer that tell which layer of a ground it is."""
LEFT_OUT = Text("在范围之外，已略去", "outside the map's reach, left out")
CUT = Text("裁到地图范围", "cut at the map's reach")
POINTS_OF_AREAS = Text("由面取其内一点", "an area: a point inside it stands for it")
OTHER_KIND = Text("几何类别不合，已略去", "of another kind of geometry, left out")
OTHER_CLASS = Text("类别不认得", "its class is not known")
OWN = Text("就是本区，不是邻区，已略去", "is the district itself, no neighbour: left out")


class GroundRequest(NamedTuple):
    """What to import as ground, and what is said of it.

    Attributes
    ----------
    files
        Files of any format that is read, and OpenStreetMap extracts.
    source
        Whose data they are; None where only OpenStreetMap extracts are given.
    licence, attribution
        Under which licence, and the words by which its owner is to be named.
    accuracy_m
        By how many metres they may be off; None where it is not known.
    schematic
        Whether the shapes only say where about.
    layer
        Of the ground, or of the file, or `ground=file`; None: each file's own.
    klass
        The class of all features.
    add
        Keep what the layer has; else the imported part takes its place.
    tolerance_m
        By which lines and borders are simplified.
    mapping, crs, datum
        As for other imports.
    """

    files: Sequence[Path]
    source: str | None = None
    licence: str | None = None
    attribution: str | None = None
    accuracy_m: float | None = None
    schematic: bool = False
    layer: str | None = None
    klass: str | None = None
    add: bool = False
    tolerance_m: float = TOLERANCE_M
    mapping: Mapping[str, str] = MappingProxyType({})
    crs: str | None = None
    datum: str | None = None

    def of_file(self) -> ImportRequest:
        """The same as the other imports have it."""
        return ImportRequest(
            self.files[0], self.mapping, self.crs, self.datum, self.layer, others=tuple(self.files[1:])
        )


class _Piece(NamedTuple):
    """What one file gives to one layer: the features with the columns of the ground, and how it was understood."""

    file: Path
    layer: str
    frame: gpd.GeoDataFrame
    read: int
    understood: Text


def prepare(plan: Plan, request: GroundRequest) -> PreparedImport:
    """The layers of the ground that files hold, around the plan's land; nothing is written.

    Returns
    -------
    PreparedImport
        `ground/LAYER.geojson` of each layer that changes, and `ground/sources.csv`.

    Raises
    ------
    InputError
        When a file cannot be read or placed, its layer cannot be told, nothing of it lies near, or its source is not
        stated.
    """
    _refuse_request(request)
    box = reach(plan)
    pieces: list[_Piece] = []
    changes: list[pd.DataFrame] = []
    doubts: list[Text] = []
    grids = [file for file in request.files if file.suffix.lower() == relief.SUFFIX]
    heights = _heights(request, grids[-1], box) if grids else None
    for file in request.files:
        if file in grids:
            changes.append(reading.log(file, []))
            continue
        found, log, doubt = (_extract if osm.is_extract(file) else _office)(plan, request, file, box)
        pieces += found
        changes.append(log)
        doubts += doubt
    if not pieces and heights is None:
        raise InputError(
            Text(
                f"在规划范围四周没有要素（{_shown(box, 'zh')}）",
                f"has nothing around the plan's land ({_shown(box, 'en')})",
            ),
            Text("换一个覆盖本地的文件，或指明坐标系", "give a file of this place, or state the CRS"),
            file=str(request.files[0]),
            parameter=Parameter("crs"),
        )
    if grids and heights is not None:
        pieces.append(_Piece(grids[-1], relief.RELIEF, NO_FEATURES, heights.heights.size, Text("", "")))
    sources, ids = _sources(plan, request, pieces)
    files: dict[str, bytes] = {}
    lines: dict[Lang, list[str]] = {lang: [_reach(box, request.tolerance_m, lang)] for lang in LANGS}
    for layer in LAYERS:
        of_layer = [piece for piece in pieces if piece.layer == layer]
        if not of_layer:
            continue
        new = pd.concat([piece.frame.assign(source=ids[piece.file]) for piece in of_layer], ignore_index=True)
        if request.schematic:
            new["schematic"] = True
        kept, replaced = _kept(plan, layer, new, add=request.add)
        whole = new if kept is None else gpd.GeoDataFrame(pd.concat([kept, new], ignore_index=True), crs=CGCS2000)
        used = sources["layer"].ne(layer) | sources["source_id"].isin(whole["source"])
        sources = sources[used]
        name = f"{GROUND}/{layer}.geojson"
        files[name] = layer_text(layer, gpd.GeoDataFrame(whole, crs=CGCS2000), sources).encode("utf-8")
        for lang in LANGS:
            lines[lang] += _told(
                of_layer, layer, new, replaced, 0 if kept is None else len(kept), len(files[name]), lang
            )
    if heights is not None:
        files[f"{GROUND}/{relief.FILE}"] = relief.grid_text(heights).encode("ascii")
        sources = sources[sources["layer"].ne(relief.RELIEF) | sources["source_id"].eq(ids[grids[-1]])]
        for lang in LANGS:
            lines[lang].append(_told_heights(grids[-1], heights, lang))
    sources = sources.sort_values("layer", key=lambda names: names.map(list(SOURCED).index), kind="stable")
    files[f"{GROUND}/{SOURCES}"] = ("\ufeff" + sources_text(sources)).encode(
        "utf-8"
    )  # Excel takes it for GBK otherwise
    row = sources[sources["source_id"].isin(set(ids.values()))].iloc[0]
    for lang in LANGS:
        lines[lang] += _origin(row, lang)
    if pd.isna(row["licence"]):
        doubts.append(
            Text(
                "没有写明许可：对外发布前请确认可以转用",
                "no licence is stated: make sure that the data may be passed on before you publish them",
            )
        )
    return PreparedImport(files, pd.concat(changes, ignore_index=True), lines, doubts)


def _heights(request: GroundRequest, file: Path, box: Box) -> relief.HeightGrid:
    """The heights of a grid around the plan's land, in degrees."""
    grid = relief.read_grid(file)
    heights = relief.sampled(grid, relief.crs_of(file, grid, request.crs), box)
    if heights is None:
        raise InputError(
            Text("在规划范围四周没有高程", "has no heights around the plan's land"),
            Text("换一个覆盖本地的文件，或指明坐标系", "give a file of this place, or state the CRS"),
            file=str(file),
            parameter=Parameter("crs"),
        )
    return heights


def _told_heights(file: Path, grid: relief.HeightGrid, lang: Lang) -> str:
    rows, columns = grid.heights.shape
    low, high = np.nanmin(grid.heights), np.nanmax(grid.heights)
    return Text(
        f"地形：{file.name}，{columns} × {rows} 格，高程 {low:.0f} 至 {high:.0f} 米",
        f"relief: {file.name}, {columns} by {rows} cells, heights from {low:.0f} to {high:.0f} m",
    ).of(lang)


def reach(plan: Plan) -> Box:
    """West, south, east and north of what a ground holds: the plan's land and a margin around it.

    Raises
    ------
    InputError
        When the plan has no district, zone or place yet, so that nobody knows where it lies.

    >>> from yzgeo.plan.load import load
    >>> print(" ".join(f"{edge:.2f}" for edge in reach(load("yinzhou"))))
    121.19 29.36 122.15 30.17
    """
    bounds = extent(plan)
    if bounds == CHINA:
        raise InputError(
            Text(
                "规划还没有区界、片区或地点，不知道底图取哪里",
                "the plan has no district, zone or place: nobody knows where it lies",
            ),
            Text("先导入区界", "import the boundary of the district first"),
            file=str(plan.folder),
        )
    return around(bounds)


def around(bounds: Box) -> Box:
    """Bounds in degrees, and the margin around them that a map shows too."""
    west, south, east, north = bounds
    beyond = MARGIN * max(east - west, north - south)
    return (
        max(west - beyond, -180.0),
        max(south - beyond, -90.0),
        min(east + beyond, 180.0),
        min(north + beyond, 90.0),
    )


def _refuse_request(request: GroundRequest) -> None:
    if request.layer is not None and "=" in request.layer:
        ours = request.layer.partition("=")[0]
        if ours not in LAYERS:
            raise InputError(
                Text(f"底图没有图层“{ours}”", f"the ground has no layer '{ours}'"),
                Text(f"取其一：{'、'.join(LAYERS)}", f"use one of: {', '.join(LAYERS)}"),
                parameter=Parameter("layer"),
            )
    blank = request.source is None or not request.source.strip()
    if blank and not all(map(osm.is_extract, request.files)):
        raise InputError(
            Text("没有写明数据来源", "does not say whose data it is"),
            Text(
                "写明来源；许可与署名如有也请写明",
                "state the source, and the licence and attribution where it has them",
            ),
            file=str(next(file for file in request.files if not osm.is_extract(file))),
            parameter=Parameter("source", Text("来源", "TEXT")),
        )
    if not math.isfinite(request.tolerance_m) or request.tolerance_m < 0:
        raise InputError(
            Text(f"“{request.tolerance_m}”不是简化容差", f"'{request.tolerance_m}' is no tolerance"),
            Text("写不小于 0 的米数", "write metres, 0 or more"),
            parameter=Parameter("tolerance_m"),
        )
    if request.accuracy_m is not None and not (math.isfinite(request.accuracy_m) and request.accuracy_m >= 0):
        raise InputError(
            Text(f"“{request.accuracy_m}”不是精度", f"'{request.accuracy_m}' is no accuracy"),
            Text("写不小于 0 的米数", "write metres, 0 or more"),
            parameter=Parameter("accuracy_m"),
        )


def _extract(plan: Plan, request: GroundRequest, file: Path, box: Box) -> tuple[list[_Piece], pd.DataFrame, list[Text]]:
    """The layers of an OpenStreetMap extract, the sea made of its coastline among them."""
    extract = osm.read_extract(file, box)
    layers = dict(extract.layers)
    doubts: list[Text] = []
    areas, undecided = sea(extract.coastline.to_numpy(), box)
    if undecided > LEAST_UNDECIDED:
        doubts.append(
            Text(
                f"海岸线在范围内断开，{undecided:.0%} 的范围分不清海陆，没有画海",
                f"the coastline is broken: sea and land cannot be told apart in {undecided:.0%} of the map, which has no sea",
            )
        )
    if len(areas):
        wet = gpd.GeoDataFrame(
            {"name": None, "name_en": None, "class": "sea"}, geometry=areas, crs=CGCS2000, index=range(len(areas))
        )
        layers["water"] = pd.concat([layers["water"], wet], ignore_index=True) if "water" in layers else wet
    wanted = request.layer and request.layer.partition("=")[0]
    if wanted is not None and wanted not in LAYERS:
        raise InputError(
            Text(f"底图没有图层“{wanted}”", f"the ground has no layer '{wanted}'"),
            Text(f"取其一：{'、'.join(LAYERS)}", f"use one of: {', '.join(LAYERS)}"),
            parameter=Parameter("layer"),
        )
    by_tags = Text("按 OpenStreetMap 标签", "by the tags of OpenStreetMap")
    pieces = []
    for layer, frame in layers.items():
        if wanted in (None, layer) and len(frame):
            ranked = frame.assign(rank=frame["class"].map(RANKS).fillna(OTHER_RANK)) if layer == "towns" else frame
            shaped, _ = _shaped(file, layer, ranked, box, request.tolerance_m)
            if len(shaped):
                pieces.append(_Piece(file, layer, shaped, len(frame), by_tags))
    return pieces, reading.log(file, []), doubts


def _office(plan: Plan, request: GroundRequest, file: Path, box: Box) -> tuple[list[_Piece], pd.DataFrame, list[Text]]:
    """The layer that a file of an office holds."""
    ours, _, theirs = (
        (request.layer or "").rpartition("=") if "=" in (request.layer or "") else (None, "", request.layer)
    )
    if ours is None and theirs in LAYERS:
        ours, theirs = theirs, None
    source = reading.read_shapes(file, request.crs, request.datum, theirs or None, plan.district.geometry)
    frame = source.frame[source.frame.geometry.notna()]
    layer, understood = (ours, Text("按指明的图层", "as it was said")) if ours else _guessed(file, theirs, frame)
    names = [name for name in frame.columns if name != frame.geometry.name]
    columns = column_matching.match(file, names, source.by_column(request.mapping), HEADERS)
    changes: list[Change] = []
    klass = _classes(layer, frame, columns, request.klass, changes)
    known = {column: _texts(frame, columns.get(column)) for column in ("name", "name_en")}
    read = gpd.GeoDataFrame({**known, "class": klass}, geometry=frame.geometry, crs=CGCS2000)
    if layer == "towns":
        ranks = pd.to_numeric(_texts(frame, columns.get("rank")), errors="coerce")
        ranks = ranks.where((ranks >= 1) & (ranks % 1 == 0))
        read["rank"] = ranks.fillna(klass.map(RANKS)).fillna(OTHER_RANK)
    shaped, more = _shaped(file, layer, read, box, request.tolerance_m, plan)
    log = pd.concat([source.log, reading.log(file, [*changes, *more])], ignore_index=True)
    used = "，".join(f"{ours} <- {theirs}" for ours, theirs in columns.items())
    told = Text(
        f"{understood.zh}；坐标系 {source.crs.zh}{f'；列 {used}' if used else ''}",
        f"{understood.en}; CRS {source.crs.en}{f'; columns {used}' if used else ''}",
    )
    return ([_Piece(file, layer, shaped, len(source.frame), told)] if len(shaped) else []), log, []


def _guessed(file: Path, theirs: str | None, frame: gpd.GeoDataFrame) -> tuple[str, Text]:
    """The layer of a ground that a file is, by its name and the kind of its shapes."""
    kinds = frame.geometry.geom_type
    count = {kind: int(kinds.isin(types).sum()) for kind, types in GEOMETRY_TYPES.items()}
    count["point"] += int((kinds == "MultiPoint").sum())
    kind = max(count, key=lambda name: count[name])
    called = unicodedata.normalize("NFKC", f"{file.stem} {theirs or ''}").lower()
    hits = {
        layer: max(len(word) for word in words if word in called)
        for layer, words in LAYER_WORDS.items()
        if LAYERS[layer].kind == kind and any(word in called for word in words)
    }
    best = [layer for layer, length in hits.items() if length == max(hits.values())]
    if kind == "polygon" and not best and any(word in called for word in LAYER_WORDS["rivers"]):
        best = ["water"]
    if len(best) == 1:
        words = KIND_WORDS[kind]
        return best[0], Text(f"按名称与几何（{words.zh}）判断", f"by its name and geometry ({words.en})")
    fitting = [layer for layer, described in LAYERS.items() if described.kind == kind]
    raise InputError(
        Text("看不出是底图的哪一层", "does not tell which layer of the ground it is"),
        Text(f"指明其一：{'、'.join(fitting)}", f"name one of: {', '.join(fitting)}"),
        file=str(file),
        parameter=Parameter("layer", plain(fitting[0])),
    )


def _texts(frame: gpd.GeoDataFrame, column: str | None) -> pd.Series:
    """A column as text; blank cells, and a column that is not there, are missing."""
    if column is None:
        return pd.Series([None] * len(frame), index=frame.index, dtype="str")
    cells = frame[column].map(lambda cell: None if np.isscalar(cell) and pd.isna(cell) else str(cell).strip() or None)
    return cells.astype("str")


def _classes(
    layer: str, frame: gpd.GeoDataFrame, columns: Mapping[str, str], stated: str | None, changes: list[Change]
) -> pd.Series:
    """The class of each feature, in the words of the ground; what is not known is logged once a word."""
    known = LAYERS[layer].classes
    if stated is not None:
        if stated not in known:
            listed = "、".join(known), ", ".join(known)
            raise InputError(
                Text(f"图层 {layer} 没有类别“{stated}”", f"the layer {layer} has no class '{stated}'"),
                Text(f"取其一：{listed[0]}", f"use one of: {listed[1]}")
                if known
                else Text("不必指明类别", "name no class"),
                parameter=Parameter("klass"),
            )
        return pd.Series(stated, index=frame.index, dtype="str")
    words = {klass: klass for klass in known} | {
        word: klass for klass, called in CLASS_WORDS.get(layer, {}).items() for word in called
    }
    said = _texts(frame, columns.get("class")).map(
        lambda text: unicodedata.normalize("NFKC", text).lower(), na_action="ignore"
    )
    klass = said.map(words, na_action="ignore")
    strange = said.notna() & klass.isna()
    rest = "other" if "other" in known else None
    if known:
        for word, rows in said[strange].groupby(said[strange], sort=False):
            changes.append(Change(int(rows.index[0]), "class", word, rest or "", OTHER_CLASS))
    return (klass.where(~strange, rest) if rest else klass).astype("str")


def _shaped(
    file: Path, layer: str, frame: gpd.GeoDataFrame, box: Box, tolerance_m: float, plan: Plan | None = None
) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """Features of a layer cut at the box, of its kind of geometry, simplified, with the columns of the ground."""
    kind = LAYERS[layer].kind
    shapes = frame.geometry.to_numpy().copy()
    changes: list[Change] = []
    if kind == "polygon":  # a closed line is an area, as for other imports
        loops = (
            (shapely.get_type_id(shapes) == shapely.GeometryType.LINESTRING)
            & shapely.is_closed(shapes)
            & (shapely.get_num_coordinates(shapes) > 3)
        )
        shapes[loops] = [shapely.Polygon(shapely.get_coordinates(shape)) for shape in shapes[loops]]
    types = shapely.get_type_id(shapes)
    areal = np.isin(types, (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON))
    if kind == "point" and areal.any():
        shapes[areal] = shapely.point_on_surface(shapes[areal])
        changes.append(Change(ALL_ROWS, GEOMETRY, int(areal.sum()), "", POINTS_OF_AREAS))
    single = shapely.get_type_id(shapes) == shapely.GeometryType.MULTIPOINT
    if kind == "point" and single.any():
        shapes[single] = shapely.get_geometry(shapes[single], 0)
    dimension = {"point": 0, "line": 1, "polygon": 2}[kind]
    other = shapely.get_dimensions(shapes) != dimension
    if other.any():
        changes.append(Change(ALL_ROWS, GEOMETRY, int(other.sum()), "", OTHER_KIND))
    near = shapely.intersects(shapes, shapely.box(*box)) & ~other
    if (~near & ~other).any():
        changes.append(Change(ALL_ROWS, GEOMETRY, int((~near & ~other).sum()), "", LEFT_OUT))
    kept = frame[near].set_geometry(gpd.GeoSeries(shapes[near], index=frame.index[near], crs=CGCS2000))
    if layer == "neighbours" and plan is not None and len(plan.district):
        own = plan.district.geometry.iloc[0]
        covered = shapely.area(shapely.intersection(kept.geometry.to_numpy(), own)) / own.area
        if (covered > OWN_DISTRICT).any():
            changes.append(Change(ALL_ROWS, GEOMETRY, int((covered > OWN_DISTRICT).sum()), "", OWN))
            kept = kept[covered <= OWN_DISTRICT]
    if kind != "point":
        kept = simplified(cut(kept, kind, box), kind, box, tolerance_m)
    columns = [name for name in ("name", "name_en", "class", "rank") if name in kept]
    shaped = gpd.GeoDataFrame(kept[columns], geometry=kept.geometry, crs=CGCS2000).assign(schematic=False, source=None)
    if "rank" in shaped:
        shaped["rank"] = shaped["rank"].astype("int64")
    return shaped[
        [
            *(name for name in columns if name != "rank"),
            "schematic",
            "source",
            *(["rank"] if "rank" in shaped else []),
            "geometry",
        ]
    ].reset_index(drop=True), changes


def cut(frame: gpd.GeoDataFrame, kind: str, box: Box) -> gpd.GeoDataFrame:
    """The shapes inside the box; lines of one name and class are put together end to end."""
    shapes = shapely.intersection(frame.geometry.to_numpy(), shapely.box(*box))
    if kind == "polygon":
        shapes = polygonal(shapes)
        cut = frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=CGCS2000))
        return cut[~cut.geometry.is_empty]
    groups = frame.groupby(["name", "name_en", "class"], sort=False, dropna=False).indices
    rows = []
    for places in groups.values():
        lines = [part for part in shapely.get_parts(shapes[places]) if part.geom_type == "LineString"]
        pieces = [
            each
            for part in shapely.get_parts(shapes[places])
            if part.geom_type == "MultiLineString"
            for each in part.geoms
        ]
        if lines or pieces:
            rows.append((int(places[0]), shapely.line_merge(shapely.MultiLineString([*lines, *pieces]))))
    merged = frame.iloc[[place for place, _ in rows]]
    return merged.set_geometry(gpd.GeoSeries([shape for _, shape in rows], index=merged.index, crs=CGCS2000))


def simplified(frame: gpd.GeoDataFrame, kind: str, box: Box, tolerance_m: float) -> gpd.GeoDataFrame:
    """Shapes simplified by metres; neighbours go on sharing their borders, and what is smaller than that is left out."""
    if not tolerance_m or frame.empty:
        return frame
    metres = frame.to_crs(equal_area_around(*box))
    shapes = metres.geometry.to_numpy()
    if kind == "polygon":
        valid = shapely.coverage_is_valid(shapes) if len(shapes) > 1 else False
        shapes = shapely.coverage_simplify(shapes, tolerance_m) if valid else shapely.simplify(shapes, tolerance_m)
        shapes = polygonal(shapes)
        seen = shapely.area(shapes) > tolerance_m**2
    else:
        shapes = shapely.simplify(shapes, tolerance_m)
        seen = shapely.length(shapes) > tolerance_m
    simple = metres.set_geometry(gpd.GeoSeries(shapes, index=metres.index, crs=metres.crs))[seen]
    return simple.to_crs(CGCS2000)


def _kept(plan: Plan, layer: str, new: gpd.GeoDataFrame, *, add: bool) -> tuple[gpd.GeoDataFrame | None, int]:
    """What the layer keeps of its features, and how many give way: those of the parts that come."""
    old = plan.ground.get(layer)
    if old is None:
        return None, 0
    if add:
        return old, 0
    parts = {part_of(layer, klass) for klass in new["class"]}
    goes = old["class"].map(lambda klass: part_of(layer, klass) in parts).astype(bool)
    return old[~goes], int(goes.sum())


def _sources(plan: Plan, request: GroundRequest, pieces: Sequence[_Piece]) -> tuple[pd.DataFrame, dict[Path, str]]:
    """The table of sources with those of this import, and the id of each file's source."""
    rows = plan.ground_sources.to_dict("records")
    ids: dict[Path, str] = {}
    for piece in pieces:
        of_osm = osm.is_extract(piece.file)
        title = (request.source or "OpenStreetMap").strip()
        same = [row["source_id"] for row in rows if row["title"] == title]
        taken = {row["source_id"] for row in rows}
        ids[piece.file] = same[0] if same else "osm" if of_osm and "osm" not in taken else new_id(title, taken)
        row = {
            "source_id": ids[piece.file],
            "layer": piece.layer,
            "title": title,
            "path": "https://www.openstreetmap.org/copyright" if of_osm else None,
            "licence": request.licence or ("ODbL-1.0" if of_osm else None),
            "attribution": request.attribution or ("© OpenStreetMap contributors" if of_osm else None),
            "accuracy_m": math.nan if request.accuracy_m is None else request.accuracy_m,
            "schematic": request.schematic,
        }
        key = (row["source_id"], row["layer"])
        rows = [other for other in rows if (other["source_id"], other["layer"]) != key] + [row]
    return pd.DataFrame(rows, columns=list(GROUND_SOURCE_COLUMNS)), ids


def _shown(box: Box, lang: Lang) -> str:
    west, south, east, north = box
    return Text(
        f"东经 {west:.2f}–{east:.2f}°，北纬 {south:.2f}–{north:.2f}°",
        f"{west:.2f}–{east:.2f}° E, {south:.2f}–{north:.2f}° N",
    ).of(lang)


def _reach(box: Box, tolerance_m: float, lang: Lang) -> str:
    return Text(
        f"取 {_shown(box, 'zh')} 之内，简化容差 {tolerance_m:g} 米",
        f"taken: {_shown(box, 'en')}, simplified by {tolerance_m:g} m",
    ).of(lang)


def _told(
    pieces: Sequence[_Piece], layer: str, new: gpd.GeoDataFrame, replaced: int, kept: int, size: int, lang: Lang
) -> list[str]:
    """What was understood of one layer."""
    title = LAYERS[layer].title.of(lang)
    lines = []
    for piece in pieces:
        count = len(piece.frame)
        lines.append(
            Text(
                f"{title}（{layer}）<- {piece.file.name}：{piece.understood.zh}；读到 {piece.read} 个要素，留下 {count} 个",
                f"{title} ({layer}) <- {piece.file.name}: {piece.understood.en}; {piece.read} features read, {count} kept",
            ).of(lang)
        )
    counts = new["class"].astype(object).fillna("—").value_counts(sort=False)
    classes = {labels.value(klass, lang): number for klass, number in counts.items()}
    named = list(dict.fromkeys(new["name"].dropna()))
    shown = ("、" if lang == "zh" else ", ").join(named[:SHOWN]) + (" …" if len(named) > SHOWN else "")
    details = [
        Text("类别", "classes").of(lang) + f" {', '.join(f'{klass} {number}' for klass, number in classes.items())}",
        Text(f"有名称的 {new['name'].notna().sum()} 个", f"{new['name'].notna().sum()} with a name").of(lang)
        + (f"：{shown}" if named and lang == "zh" else f": {shown}" if named else ""),
        Text(
            f"替换原有 {replaced} 个，保留 {kept} 个；文件 {size / 1000:.0f} kB",
            f"{replaced} give way, {kept} stay; the file has {size / 1000:.0f} kB",
        ).of(lang),
    ]
    return [*lines, *(f"  {detail}" for detail in details)]


def _origin(row: pd.Series, lang: Lang) -> list[str]:
    unknown = Text("未写明", "not stated").of(lang)
    licence, attribution = (row[name] if isinstance(row[name], str) else unknown for name in ("licence", "attribution"))
    accuracy = (
        unknown
        if pd.isna(row["accuracy_m"])
        else Text(f"{row['accuracy_m']:g} 米", f"{row['accuracy_m']:g} m").of(lang)
    )
    return [
        Text(
            f"来源：{row['title']}；许可：{licence}；署名：{attribution}；精度：{accuracy}",
            f"source: {row['title']}; licence: {licence}; attribution: {attribution}; accuracy: {accuracy}",
        ).of(lang)
    ]
