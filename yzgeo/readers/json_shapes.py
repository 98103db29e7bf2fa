"""What GDAL does not say of GeoJSON and Esri JSON: text in another encoding, shapes that it does not read."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

CURVES = ("curveRings", "curvePaths")
"""Members of Esri JSON that hold arcs and other curves."""


def refuse_unread(file: Path, frame: gpd.GeoDataFrame) -> None:
    """Refuse a shape that was read as none.

    Parameters
    ----------
    file
        GeoJSON or Esri JSON.
    frame
        Its features as read, in the order of the file, indexed by their number.

    Raises
    ------
    InputError
        For the first feature that has a shape in the file and none in the frame.

    >>> import tempfile
    >>> arc = {"curveRings": [[[0, 0], {"c": [[2, 0], [1, 1]]}, [0, 0]]]}
    >>> file = Path(tempfile.mkdtemp(), "a.json")
    >>> _ = file.write_text(json.dumps({"geometryType": "esriGeometryPolygon", "features": [{"geometry": arc}]}))
    >>> refuse_unread(file, gpd.GeoDataFrame(geometry=[None], index=[1]))
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: ...a.json, row 1: its shape has curves (curveRings), which are not read. Remedy: turn \
curves into segments (ArcGIS: Densify) and export it again.
    """
    missing = np.flatnonzero((frame.geometry.isna() | frame.geometry.is_empty).to_numpy())
    if len(missing) == 0:
        return
    features = _features(file)
    if len(features) != len(frame):
        return
    for place in missing.tolist():
        shape = features[place].get("geometry") if isinstance(features[place], dict) else None
        if isinstance(shape, dict) and _has_coordinates(shape):
            raise _unread(file, int(frame.index[place]), shape)


def refuse_other_encoding(file: Path) -> None:
    """Refuse text that is not in UTF-8, which JSON is always in.

    Raises
    ------
    InputError
        For such a file, with the line of the first wrong character.
    """
    content = file.read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            Text("文字不是 UTF-8（JSON 只能是 UTF-8）", "its text is not in UTF-8, which JSON must be in"),
            Text("用记事本等另存为 UTF-8，或按 UTF-8 重新导出", "save it as UTF-8 in a text editor, or export it again in UTF-8"),
            file=str(file), row=content.count(b"\n", 0, error.start) + 1,
        ) from error  # fmt: skip


def _features(file: Path) -> list[Any]:
    try:
        content = json.loads(file.read_bytes())
    except (ValueError, RecursionError):  # GDAL takes more than JSON; what it read stands
        return []
    features = content.get("features", [content]) if isinstance(content, dict) else []
    return features if isinstance(features, list) else []


def _has_coordinates(shape: Any) -> bool:
    """Whether a number stands anywhere in a geometry's lists, but for the code of its CRS."""
    waiting = [value for name, value in shape.items() if name != "spatialReference"] if isinstance(shape, dict) else []
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, int | float) and not isinstance(value, bool) and not math.isnan(value):
            return True
    return False


def _unread(file: Path, row: int, shape: dict[str, Any]) -> InputError:
    curved = next((name for name in CURVES if shape.get(name)), None)
    if curved is not None:
        return InputError(
            Text(f"图形含有曲线（{curved}），读不了", f"its shape has curves ({curved}), which are not read"),
            Text(
                "把曲线转成折线（ArcGIS：增密 Densify）后重新导出",
                "turn curves into segments (ArcGIS: Densify) and export it again",
            ),
            file=str(file),
            row=row,
        )
    kind = str(shape.get("type") or next(iter(shape)))[:30]
    return InputError(
        Text(f"图形（{kind}）读不了", f"its shape ({kind}) cannot be read"),
        Text("在 GIS 中检查这一图形，存为面后重新导出", "check this shape in a GIS, and export it as a polygon"),
        file=str(file),
        row=row,
    )
