"""Changed land as a GeoPackage, in EPSG:4490, a feature a piece, the largest first."""

from __future__ import annotations

import tempfile
from pathlib import Path

from yzgeo.core.i18n import Lang
from yzgeo.readers.ogr import gdal_options
from yzgeo.stats.landuse.result import Result, change_layer

SUFFIXES = (".gpkg",)
BINARY = True
CHANGES = True
LAYER = "changes"
EPOCH = "2000-01-01T00:00:00.000Z"
"""Stated as the day of making, so that the same figures give the same bytes."""


def render(result: Result, lang: Lang) -> bytes:
    """Columns: `before, before_name, after, after_name, hectares, width_m`."""
    frame = change_layer(result, lang)
    with tempfile.TemporaryDirectory() as folder, gdal_options(OGR_CURRENT_DATE=EPOCH):
        file = Path(folder, "changes.gpkg")
        frame.to_file(file, layer=LAYER, driver="GPKG")
        return file.read_bytes()
