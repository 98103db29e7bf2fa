"""FlatGeobuf: a packed file with a spatial index, read over the network piece by piece."""

from __future__ import annotations

import errno
from pathlib import Path

import geopandas as gpd
import pyogrio
import pyproj

from yzgeo.core.atomic_write import atomic_file
from yzgeo.core.i18n import Text
from yzgeo.export.flat_tables import flatten
from yzgeo.export.metadata import LayerMetadata, description
from yzgeo.readers.ogr import GDAL_FAILURES
from yzgeo.spatial.crs import reproject

TITLE = Text("FlatGeobuf（带空间索引）", "FlatGeobuf (with a spatial index)")
SUFFIXES = (".fgb",)
WITHOUT_INDEX = Text(
    "有要素没有位置，FlatGeobuf 的空间索引容不下，故不建索引",
    "some features have no place, which FlatGeobuf's spatial index does not allow: written without the index",
)


def write(frame: gpd.GeoDataFrame, file: Path, crs: pyproj.CRS | None, metadata: LayerMetadata) -> list[Text]:
    """Write the features; with the index they stand in the order of their places, not of the plan.

    Raises
    ------
    InputError
        When the data does not lie in the CRS's area of use, or the file cannot be written.
    """
    changed, warning = reproject(frame, crs)
    all_located = bool(changed.geometry.notna().all())
    options = {
        "TITLE": metadata.title.of(metadata.lang),
        "DESCRIPTION": description(metadata, changed.crs),
        "SPATIAL_INDEX": "YES" if all_located else "NO",
    }
    with atomic_file(file) as temporary:
        temporary.unlink()
        try:
            pyogrio.write_dataframe(
                flatten(changed),
                temporary,
                layer=metadata.layer,
                driver="FlatGeobuf",
                geometry_type=None if changed.geometry.notna().any() else "Unknown",
                layer_options=options,
            )
        except GDAL_FAILURES as error:
            raise OSError(errno.EIO, str(error)) from error
    return [*([warning] if warning else []), *([] if all_located else [WITHOUT_INDEX])]
