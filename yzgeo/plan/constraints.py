"""The constraints of a plan folder: land that forbids building or must hold it, in `constraints.geojson`."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Text
from yzgeo.plan.constraint_kinds import EFFECTS
from yzgeo.plan.outlines import CRS_MEMBER, areas_of
from yzgeo.plan.transaction import valid_file
from yzgeo.spatial.crs import CGCS2000
from yzgeo.spatial.geojson import line as geojson_line
from yzgeo.spatial.polygon_repair import polygonal

CONSTRAINTS_FILE = "constraints.geojson"
COLUMNS = ("constraint_id", "kind", "name", "effect", "basis", "source")
"""`kind` is a code of `constraint_kinds.KINDS` or any words; `effect` a key of `EFFECTS`; `basis` the law, where it is
not that of the kind; `source` whose layer it is."""
NEEDED = ("constraint_id", "kind", "effect", "source")
DECIMALS = 9
"""Of a degree: a tenth of a millimetre."""


def no_constraints() -> gpd.GeoDataFrame:
    """Constraints of a plan that has none.

    >>> print(list(no_constraints().columns))
    ['constraint_id', 'kind', 'name', 'effect', 'basis', 'source', 'geometry']
    """
    columns = {name: pd.Series(dtype="str") for name in COLUMNS}
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=CGCS2000))


def read_constraints(folder: Path) -> gpd.GeoDataFrame:
    """The constraints of a plan folder: `COLUMNS` and valid polygons in EPSG:4490; no row where it has no file.

    Raises
    ------
    InputError
        When a feature is no area, or lacks its id, kind, effect or source; when two have one id.
    """
    file = valid_file(folder, CONSTRAINTS_FILE)
    if not file.is_file():
        return no_constraints()
    layer = areas_of(file).reset_index(drop=True)
    if layer.empty:
        return no_constraints()
    texts = {
        name: layer[name].where(layer[name].notna()).map(str, na_action="ignore")
        if name in layer
        else pd.Series(None, index=layer.index, dtype="object")
        for name in COLUMNS
    }
    flaws = [
        _flaw(file, name, int(number) + 1)
        for name in NEEDED
        for number in np.flatnonzero(texts[name].fillna("").str.strip() == "")
    ]
    flaws += [
        InputError(
            Text(f"第 {number} 个要素的“{value}”不可用", f"'{value}' of feature {number} cannot be used"),
            Text(f"取其一：{'、'.join(EFFECTS)}", f"use one of: {', '.join(EFFECTS)}"),
            file=str(file),
            column="effect",
        )
        for number, value in enumerate(texts["effect"], start=1)
        if isinstance(value, str) and value.strip() and value not in EFFECTS
    ]
    twice = texts["constraint_id"][texts["constraint_id"].duplicated()].dropna().unique()
    flaws += [
        InputError(
            Text(f"编号 {one} 出现两次", f"the id {one} stands there twice"),
            Text("每个要素一个编号", "give each feature an id of its own"),
            file=str(file),
            column="constraint_id",
        )
        for one in twice
    ]
    if flaws:
        raise all_of(flaws)
    shapes = polygonal(layer.geometry.to_numpy())
    frame = gpd.GeoDataFrame(
        {name: cells.astype("str") for name, cells in texts.items()}, geometry=gpd.GeoSeries(shapes, crs=CGCS2000)
    )
    return frame[~frame.geometry.is_empty].reset_index(drop=True)


def _flaw(file: Path, column: str, number: int) -> InputError:
    return InputError(
        Text(f"第 {number} 个要素没有 {column}", f"feature {number} has no {column}"),
        Text("给每个要素加上这一属性", "give every feature this property"),
        file=str(file),
        column=column,
    )


def text(constraints: gpd.GeoDataFrame) -> str:
    """Constraints in the format of a plan folder: GeoJSON in EPSG:4490 with a `crs` member, one a line.

    >>> frame = no_constraints()
    >>> frame.loc[0] = ["a-1", "军事禁区", None, "forbids", None, "某局", shapely.box(121, 29, 122, 30)]
    >>> print(json.loads(text(frame))["features"][0]["properties"])
    {'constraint_id': 'a-1', 'kind': '军事禁区', 'effect': 'forbids', 'source': '某局'}
    """
    rounded = shapely.transform(constraints.geometry.to_numpy(), lambda points: np.round(points, DECIMALS))
    lines = ",\n".join(
        geojson_line(
            {
                "type": "Feature",
                "properties": {
                    name: str(cell)
                    for name, cell in zip(COLUMNS, cells, strict=True)
                    if not pd.isna(cell) and str(cell) != ""
                },
                "geometry": shapely.geometry.mapping(shape),
            }
        )
        for cells, shape in zip(constraints[list(COLUMNS)].itertuples(index=False), rounded, strict=True)
    )
    return f'{{"type": "FeatureCollection", "crs": {CRS_MEMBER}, "features": [\n{lines}\n]}}\n'


def resource() -> dict[str, str]:
    """The file as `datapackage.json` names it.

    >>> print(resource()["path"])
    constraints.geojson
    """
    return {
        "name": "constraints",
        "title": "管控范围（CGCS2000）",
        "path": CONSTRAINTS_FILE,
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
    }


def with_resource(package: dict[str, object]) -> bytes:
    """A `datapackage.json` that names the file."""
    listed = package.get("resources")
    resources = list(listed) if isinstance(listed, list) else []
    if all(one.get("path") != CONSTRAINTS_FILE for one in resources):
        resources.append(resource())
    return (json.dumps({**package, "resources": resources}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
