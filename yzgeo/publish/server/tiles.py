"""Vector tiles of a layer, for more shapes than a client should fetch as features: one PMTiles file, and its tiles.

GDAL makes them. The file alone serves on any web server that answers range requests (https://docs.protomaps.com/pmtiles/);
pygeoapi takes the tiles as files in folders.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import tempfile
from pathlib import Path

import geopandas as gpd
import pyogrio

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.export.flat_tables import flatten

ZOOMS = (9, 15)
"""From a district on a screen down to where a unit of a tile is 0.3 m of the equator; maps enlarge the deepest tiles."""
LARGEST_TILE = 20_000_000
"""Bytes; GDAL leaves out shapes of tiles above half a megabyte, and the deepest tiles must hold every one."""
MOST_IN_TILE = 1_000_000


def available() -> bool:
    """Whether the library that reads PMTiles is installed."""
    return importlib.util.find_spec("pmtiles") is not None


def pmtiles(frame: gpd.GeoDataFrame, layer: str) -> bytes:
    """A PMTiles file of the located rows, with the columns of the layer's flat table.

    Parameters
    ----------
    frame
        Any CRS; at least one row has a shape.
    layer
        The name of the layer inside.
    """
    located = flatten(frame[frame.geometry.notna()])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{layer}.pmtiles"
        pyogrio.write_dataframe(
            located.to_crs("EPSG:4326"),
            file,
            driver="PMTiles",
            layer=layer,
            NAME=layer,
            MINZOOM=ZOOMS[0],
            MAXZOOM=ZOOMS[1],
            MAX_SIZE=LARGEST_TILE,
            MAX_FEATURES=MOST_IN_TILE,
        )
        return file.read_bytes()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The tiles of a PMTiles file as `zoom/column/row.pbf`, and `metadata.json` as tippecanoe writes it.

    Raises
    ------
    InputError
        When the library that reads PMTiles is not installed.
    """
    if not available():
        raise InputError(
            Text("没有安装读写 PMTiles 的程序库", "the library that reads PMTiles is not installed"),
            Text('执行 pip install "yzgeo[serve]"', 'run pip install "yzgeo[serve]"'),
        )
    from pmtiles.reader import MemorySource, Reader, all_tiles

    source = MemorySource(archive)
    told = Reader(source).metadata()
    # pygeoapi wants the part on layers as a text within
    inner = json.dumps({name: told.pop(name) for name in ("vector_layers", "tilestats") if name in told})
    tiles = {
        f"{zoom}/{column}/{row}.pbf": gzip.decompress(content) for (zoom, column, row), content in all_tiles(source)
    }
    return {**tiles, "metadata.json": json.dumps({**told, "json": inner}).encode("ascii")}
