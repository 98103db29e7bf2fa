"""The folder that pygeoapi serves: configuration, features, styles, tiles, pages, and a note for whoever runs it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import geopandas as gpd

from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.visible_text import one_line
from yzgeo.export import qgis
from yzgeo.export.flat_tables import flatten, title
from yzgeo.export.metadata import LayerMetadata
from yzgeo.plan.model import Plan
from yzgeo.publish.build import manifest
from yzgeo.publish.context import BuildContext, build_context
from yzgeo.publish.delivery import Delivered, deliver
from yzgeo.publish.offline import vendor
from yzgeo.publish.outputs import geopackage
from yzgeo.publish.server import database, tiles
from yzgeo.publish.server.configuration import (
    DEFAULT_ITEMS,
    FOLDER,
    URL,
    Link,
    Served,
    configuration,
    file_provider,
    text,
    tile_provider,
)
from yzgeo.spatial import geojson

CONFIGURATION = "pygeoapi.yml"
MANIFEST = "manifest.json"
NOTE = "使用说明.txt"
TILED = "parcels"
"""The layer that is served as tiles too, however few it has; others from `MOST_IN_FILE` on."""
MOST_IN_FILE = 5_000
"""Features of a file, which pygeoapi reads whole for each request: less than half a second."""
NO_KEY = "fid"
MEDIA_TYPES = {
    ".sld": "application/vnd.ogc.sld+xml",
    ".qml": "application/x-qgis-layer-settings",
    ".gpkg": "application/geopackage+sqlite3",
    ".pmtiles": "application/vnd.pmtiles",
}
STYLES = {".sld": Text("样式（SLD）", "style (SLD)"), ".qml": Text("样式（QGIS）", "style (QGIS)")}
BORROWED = {"leaflet": ("LICENSE", "leaflet.css", "leaflet.js"), "bootstrap": ("LICENSE", "bootstrap.min.css")}
"""Of the vendored libraries, what the pages use."""


def write(
    plan: Plan,
    folder: Path,
    lang: Lang,
    say: Callable[[str], None],
    *,
    ledger_file: Path | None = None,
    postgis: str | None = None,
    contact: str | None = None,
    inputs: Iterable[Path] = (),
    force: bool = False,
) -> Delivered:
    """Write the folder, all of it or nothing; the same plan gives the same bytes.

    Parameters
    ----------
    plan
        The plan, with its ledger if it has one.
    folder
        Where to write; what is not of an earlier call is left alone.
    lang
        The language that a client gets which asks for none, and that of styles.
    say
        Takes a line of progress.
    ledger_file
        The file that the ledger was read from.
    postgis
        Address of a database; layers that it has a table for come from it (see `database.providers`), the others from
        files.
    contact
        Whom readers ask.
    inputs
        Files that were read, and so are never written.
    force
        Replace files in the folder that yzgeo did not write.

    Raises
    ------
    InputError
        When the database cannot be used, the library for tiles is missing, or the files cannot be written.
    """
    context = build_context(plan, lang, say)
    names = [name for name in context.metadata if len(context.frames[name])]
    labels = {name: context.metadata[name].symbology.label for name in names}
    stored = database.providers(postgis, names, labels) if postgis else {}
    if stored:
        say(Text(f"取自数据库：{'、'.join(stored)}", f"from the database: {', '.join(stored)}").of(lang))
    files = {**_pages(), "static/plan.gpkg": geopackage.files(context)[geopackage.FILE]}
    layers = []
    for name in names:
        frame, metadata = context.frames[name], context.metadata[name]
        links = [*_styles(files, metadata, frame), _whole_plan(files)]
        providers = [stored[name]] if name in stored else _feature_file(files, name, frame, labels[name], say, lang)
        if _is_tiled(name, frame):
            say(Text("切瓦片 …", "making tiles …").of(lang))
            links.append(_tiles(files, name, frame))
            providers.append(tile_provider(name, tiles.ZOOMS))
        columns = {column: title(column) for column in flatten(frame).columns.drop(frame.geometry.name)}
        layers.append(Served(metadata, columns, _bounds(frame, context), tuple(providers), tuple(links)))
    files[CONFIGURATION] = text(configuration(plan, layers, lang, contact)).encode("utf-8")
    files[NOTE] = note(context, layers).encode("utf-8")
    files[MANIFEST] = json_text(manifest(plan, context.outcome, files, ledger_file)).encode("utf-8")
    return deliver(files, folder, MANIFEST, inputs=inputs, force=force)


def identified(frame: gpd.GeoDataFrame) -> tuple[str, list[Any]]:
    """The name of the key, and the key of each row: the first column where it is one, else numbers from 1.

    >>> print(identified(gpd.GeoDataFrame({"park_id": ["a", "b"]}, geometry=[None, None])))
    ('park_id', ['a', 'b'])
    >>> print(identified(gpd.GeoDataFrame({"name": ["a", "b"]}, geometry=[None, None])))
    ('fid', [1, 2])
    """
    first = str(frame.columns[0])
    if first.endswith("_id") and frame[first].notna().all() and frame[first].is_unique:
        return first, frame[first].tolist()
    return NO_KEY, list(range(1, len(frame) + 1))


def features(frame: gpd.GeoDataFrame) -> bytes:
    """The flat table as GeoJSON, with the key of each feature as its `id`.

    It is ASCII, since pygeoapi reads it in the system's own encoding. Columns are those of the GeoPackage, which the
    styles name.
    """
    _, keys = identified(frame)
    rows = [{"id": key, **feature} for key, feature in zip(keys, geojson.features(flatten(frame)), strict=True)]
    lines = ",\n".join(json.dumps(row, allow_nan=False) for row in rows)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'.encode("ascii")


def _feature_file(
    files: dict[str, bytes],
    name: str,
    frame: gpd.GeoDataFrame,
    label: str | None,
    say: Callable[[str], None],
    lang: Lang,
) -> list[dict[str, Any]]:
    if len(frame) > MOST_IN_FILE and _is_tiled(name, frame):
        words = plugins.load("yzgeo.layers", name).TITLE
        say(
            Text(
                f"{words.zh}有 {len(frame)} 个，多于 {MOST_IN_FILE}：只作瓦片供图，不作要素；要作要素，请用 PostGIS",
                f"{words.en}: {len(frame):,} are more than {MOST_IN_FILE:,}, served as tiles and not as features; "
                f"for features use PostGIS",
            ).of(lang)
        )
        return []
    files[f"data/{name}.geojson"] = features(frame)
    return [file_provider(name, identified(frame)[0], label)]


def _is_tiled(name: str, frame: gpd.GeoDataFrame) -> bool:
    return bool((name == TILED or len(frame) > MOST_IN_FILE) and frame.geometry.notna().any())


def _styles(files: dict[str, bytes], metadata: LayerMetadata, frame: gpd.GeoDataFrame) -> list[Link]:
    """The layer's styles, for clients to fetch; none where nothing is drawn."""
    if not frame.geometry.notna().any():
        return []
    flat = flatten(frame)
    links = []
    for ending, content in ((".sld", qgis.sld(metadata, flat)), (".qml", qgis.qml(metadata, flat))):
        file = f"styles/{metadata.layer}{ending}"
        files[f"static/{file}"] = content.encode("utf-8")
        links.append(Link(file, "stylesheet", MEDIA_TYPES[ending], STYLES[ending], len(files[f"static/{file}"])))
    return links


def _whole_plan(files: dict[str, bytes]) -> Link:
    words = Text("全部图层与表（GeoPackage）", "all layers and tables (GeoPackage)")
    return Link("plan.gpkg", "enclosure", MEDIA_TYPES[".gpkg"], words, len(files["static/plan.gpkg"]))


def _tiles(files: dict[str, bytes], name: str, frame: gpd.GeoDataFrame) -> Link:
    archive = tiles.pmtiles(frame, name)
    files |= {f"tiles/{name}/{tile}": content for tile, content in tiles.unpacked(archive).items()}
    files[f"static/{name}.pmtiles"] = archive
    words = Text("矢量瓦片（PMTiles）", "vector tiles (PMTiles)")
    return Link(f"{name}.pmtiles", "enclosure", MEDIA_TYPES[".pmtiles"], words, len(archive))


def _bounds(frame: gpd.GeoDataFrame, context: BuildContext) -> tuple[float, float, float, float]:
    """The bounds of a layer; of the whole plan where none of its rows has a place, of the world where none has."""
    for shapes in ([frame.geometry], [each.geometry for each in context.frames.values()]):
        boxes = [each.dropna().total_bounds for each in shapes if each.notna().any()]
        if boxes:
            west, south = (min(box[side] for box in boxes) for side in (0, 1))
            east, north = (max(box[side] for box in boxes) for side in (2, 3))
            return float(west), float(south), float(east), float(north)
    return -180.0, -90.0, 180.0, 90.0


def _pages() -> dict[str, bytes]:
    """The templates of the HTML pages, which load nothing from elsewhere, and what they need."""
    here = resources.files("yzgeo.publish.server")
    files = {f"pages/{name}": part.read_bytes() for name, part in _tree(here / "pages")}
    files |= {f"static/{name}": part.read_bytes() for name, part in _tree(here / "assets")}
    for library in vendor.register():
        for file in library["files"]:
            place = Path(file["path"]).name
            if place in BORROWED.get(library["name"], ()):
                copy = resources.files(vendor).joinpath(vendor.folder(library), file["path"])
                files[f"static/vendor/{library['name']}/{place}"] = copy.read_bytes()
    return files


def _tree(folder: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    found = []
    for part in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f"{prefix}{part.name}"
        found += _tree(part, f"{name}/") if part.is_dir() else [(name, part)]
    return found


def note(context: BuildContext, layers: Iterable[Served]) -> str:
    """The text for whoever runs the server, in both languages."""
    plan = context.plan
    tiled = [link.file for served in layers for link in served.links if link.file.endswith(".pmtiles")]
    zh = [
        one_line(plan.title("zh")),
        "",
        '一、启动：yzgeo serve start 本文件夹（需 pip install "yzgeo[serve]"）；按 Ctrl-C 停止。默认只有本机可访问。',
        "二、在 QGIS 中：图层 > 添加图层 > 添加 WFS / OGC API - Features 图层，新建连接，填入启动时显示的地址。",
        "三、样式：每个图层的链接中有 SLD 与 QML；static/styles 里是同样的文件。",
        *(f"四、矢量瓦片：static/{file} 一个文件即可放到任何支持 Range 请求的网站。" for file in tiled),
        f"配置文件 {CONFIGURATION} 可用于任何 pygeoapi：以环境变量 {FOLDER} 给出本文件夹的完整路径，{URL} 给出对外网址。",
        f"不指明数量时，一次返回 {DEFAULT_ITEMS} 个要素。只供读取，不能修改。",
        *dict.fromkeys(served.metadata.outlines.zh for served in layers),
    ]
    en = [
        one_line(plan.title("en")),
        "",
        '1. To start: yzgeo serve start THIS-FOLDER (needs pip install "yzgeo[serve]"); Ctrl-C stops it. '
        "By default only this machine can reach it.",
        "2. In QGIS: Layer > Add Layer > Add WFS / OGC API - Features Layer, a new connection with the address shown.",
        "3. Styles: the links of each layer name its SLD and QML; the same files are in static/styles.",
        *(
            f"4. Vector tiles: static/{file}, one file for any web server that answers range requests."
            for file in tiled
        ),
        f"{CONFIGURATION} serves with any pygeoapi: set the environment variable {FOLDER} to the full path of this folder, "
        f"{URL} to the address by which readers reach it.",
        f"An answer holds {DEFAULT_ITEMS} features unless more are asked for. Nothing can be changed over the network.",
        *dict.fromkeys(served.metadata.outlines.en for served in layers),
    ]
    first, second = (zh, en) if context.lang == "zh" else (en, zh)
    return "\r\n".join([*first, "", "-" * 40, "", *second, ""])
