"""Import a layer of land that forbids building or must hold it: farmland, redlines, boundaries."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import LANGS, Lang, Text
from yzgeo.core.output_guard import DESCRIPTOR
from yzgeo.core.units import M2_PER_KM2
from yzgeo.ledger.cell_parsing import plain_text
from yzgeo.plan import constraints, tables
from yzgeo.plan.constraint_kinds import EFFECTS, KINDS, ConstraintKind, Effect, kind_of
from yzgeo.plan.constraints import COLUMNS, CONSTRAINTS_FILE
from yzgeo.plan.import_facts import Steps
from yzgeo.plan.import_files import ImportRequest, PreparedImport, heading
from yzgeo.plan.model import Plan
from yzgeo.readers import column_matching, offset_detection, reading
from yzgeo.readers.crs_detection import FAR_KM
from yzgeo.readers.source import WHOLE_ROW, Change
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.crs import CGCS2000

HEADERS = {
    "name": ("name", "名称", "图斑名称", "MC", "红线名称", "边界名称", "保护区名称"),
    "constraint_id": ("constraint_id", "编号", "图斑编号", "TBBH", "JBNTTBBH", "BSM", "红线编码", "代码"),
}
"""Headers of names and numbers, those of the database standards of land and territorial planning among them."""
FAR = Text("离行政区太远，未读入", "far from the district: left out")
NO_AREA = Text("不是面，未读入", "no area: left out")


def prepare(
    plan: Plan,
    request: ImportRequest,
    kind: str,
    effect: Effect | None = None,
    basis: str | None = None,
    *,
    steps: Steps | None = None,
) -> PreparedImport:
    """The constraints of one kind from a file, in the place of those of that kind that the plan has; nothing is written.

    Parameters
    ----------
    plan
        The plan of the folder as it is now.
    request
        The file. Its mapping may name the columns of `name` and `constraint_id`.
    kind
        Code or name of a kind (`constraint_kinds.KINDS`), or one of an office's own, which needs an effect.
    effect, basis
        Effect and law, where they are not those of the kind.
    steps
        Filled on the way.

    Returns
    -------
    PreparedImport
        `constraints.geojson` with those of all kinds, and `datapackage.json`, which names it.

    Raises
    ------
    InputError
        When the kind is not known, or the file cannot be read, has no areas, or none near the district.
    """
    wanted = kind_of(kind, effect, basis)
    steps = {} if steps is None else steps
    district = plan.district.geometry
    near = district if len(district) else None
    source = reading.read(request.file, request.crs, request.datum, request.layer, near, allow_far=True)
    mapping = source.by_column(request.mapping)
    steps |= {"mapping": mapping, "headers": HEADERS, "source": source}
    frame = source.frame
    areal = frame[frame.geometry.notna()]
    if areal.empty:
        raise InputError(
            Text("没有面要素", "has no areas"),
            Text("给出范围的面，不是界线或点", "give the land as polygons, not as lines or points"),
            file=str(request.file),
        )
    kept = _near(areal, plan)
    if kept.empty:
        raise InputError(
            Text(f"没有一个要素在行政区 {FAR_KM:g} 公里以内", f"no feature lies within {FAR_KM:g} km of the district"),
            Text("核对坐标系，或换一个文件", "check the CRS, or take another file"),
            file=str(request.file),
        )
    theirs = [name for name in frame.columns if name != frame.geometry.name and frame[name].notna().any()]
    columns = column_matching.match(request.file, theirs, mapping, HEADERS)
    steps["names"] = columns
    new = _rows(request, kept, columns, wanted)
    changes = [
        Change(int(row), WHOLE_ROW, str(row), "", NO_AREA if row not in areal.index else FAR)
        for row in frame.index.difference(kept.index)
    ]
    log = pd.concat([source.log, reading.log(request.file, changes)], ignore_index=True) if changes else source.log
    others = plan.constraints[plan.constraints["kind"] != wanted.code]
    whole = pd.concat([others, new], ignore_index=True)
    shifted = None if request.datum else offset_detection.detect_offset(kept.geometry, [], district)
    doubts = [] if shifted is None else [shifted]
    steps["doubts"] = doubts
    before = plan.constraints[plan.constraints["kind"] == wanted.code]
    preview = {
        lang: [*heading(request.file.name, source, lang), *_preview(new, before, len(changes), wanted, lang)]
        for lang in LANGS
    }
    files = {
        CONSTRAINTS_FILE: constraints.text(gpd.GeoDataFrame(whole, crs=CGCS2000)).encode("utf-8"),
        DESCRIPTOR: constraints.with_resource(tables.descriptor(plan.folder)),
    }
    return PreparedImport(files, log, preview, doubts)


def _near(areal: gpd.GeoDataFrame, plan: Plan) -> gpd.GeoDataFrame:
    """The features that may matter to the plan; all where it has no district."""
    if plan.district.empty:
        return areal
    degrees = FAR_KM / offset_detection.KM_PER_DEGREE
    west, south, east, north = plan.district.total_bounds
    return areal.cx[west - degrees : east + degrees, south - degrees : north + degrees]


def _rows(
    request: ImportRequest, areal: gpd.GeoDataFrame, columns: dict[str, str], kind: ConstraintKind
) -> gpd.GeoDataFrame:
    """The features as constraints; their own numbers stay where all have one, and each its own."""
    numbers = areal[columns["constraint_id"]] if "constraint_id" in columns else None
    usable = numbers is not None and numbers.notna().all() and numbers.is_unique
    ids = numbers if usable and numbers is not None else pd.Series(range(1, len(areal) + 1), index=areal.index)
    names = areal[columns["name"]].map(plain_text, na_action="ignore") if "name" in columns else None
    own_basis = kind.basis.zh if kind.code not in KINDS or kind.basis != KINDS[kind.code].basis else None
    rows = {
        "constraint_id": [f"{kind.code}:{plain_text(number)}" for number in ids],
        "kind": kind.code,
        "name": None if names is None else names.to_numpy(),
        "effect": kind.effect,
        "basis": own_basis,
        "source": request.file.name,
    }
    frame = gpd.GeoDataFrame(rows, geometry=areal.geometry.to_numpy(), crs=CGCS2000)
    return frame.astype(dict.fromkeys(COLUMNS, "str"))


def _preview(
    new: gpd.GeoDataFrame, before: gpd.GeoDataFrame, left_out: int, kind: ConstraintKind, lang: Lang
) -> list[str]:
    km2 = float(ellipsoidal_m2(new.geometry).sum()) / M2_PER_KM2
    effect = EFFECTS[kind.effect]
    lines = [
        Text(
            f"{kind.title.zh}（{effect.zh}；{kind.basis.zh}）：{len(new)} 个要素，{km2:,.3f} 平方公里",
            f"{kind.title.en} ({effect.en}; {kind.basis.en}): {len(new)} features, {km2:,.3f} km²",
        )
    ]
    if len(before):
        lines.append(Text(f"  取代原有的 {len(before)} 个", f"  in the place of the {len(before)} that the plan has"))
    if left_out:
        lines.append(
            Text(
                f"  {left_out} 个要素未读入：不是面，或离行政区太远",
                f"  {left_out} features are left out: no areas, or far away",
            )
        )
    return [line.of(lang) for line in lines]
