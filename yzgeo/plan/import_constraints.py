"""Import a layer of land that forbids building or must hold it: farmland, redlines, boundaries."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import LANGS, Lang, Text, counted
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
    "kind": (
        "kind",
        "种类",
        "类型",
        "管控类型",
        "管控种类",
        "控制线类型",
        "红线类型",
        "边界类型",
        "约束类型",
        "GKLX",
        "KZXLX",
        "LX",
    ),
    "name": ("name", "名称", "图斑名称", "MC", "红线名称", "边界名称", "保护区名称"),
    "constraint_id": ("constraint_id", "编号", "图斑编号", "TBBH", "JBNTTBBH", "BSM", "红线编码", "代码"),
}
"""Headers of kinds, names and numbers, those of the database standards of land and territorial planning among them."""
FAR = Text("离行政区太远，未读入", "far from the district: left out")
OTHER_KIND = Text("属另一种类，未读入", "of another kind: left out")
NO_AREA = Text("不是面，未读入", "no area: left out")


def prepare(
    plan: Plan,
    request: ImportRequest,
    kind: str | None = None,
    effect: Effect | None = None,
    basis: str | None = None,
    *,
    steps: Steps | None = None,
) -> PreparedImport:
    """The constraints of a file, in the place of those of their kinds that the plan has; nothing is written.

    Parameters
    ----------
    plan
        The plan of the folder as it is now.
    request
        The file. Its mapping may name the columns of `kind`, `name` and `constraint_id`.
    kind
        Code or name of a kind (`constraint_kinds.KINDS`), or one of an office's own, which needs an effect: features whose
        own column names another one are left out. None where that column says the kind of each.
    effect, basis
        Effect and law, where they are not those of the kind; where a column says the kinds, those of kinds that are not known.
    steps
        Filled on the way.

    Returns
    -------
    PreparedImport
        `constraints.geojson` with those of all kinds, and `datapackage.json`, which names it.

    Raises
    ------
    InputError
        When a kind is not known or not stated, or the file cannot be read, has no areas, or none near the district.
    """
    wanted = None if kind is None else kind_of(kind, effect, basis)
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
    if "kind" in columns and "kind" not in mapping and not frame[columns["kind"]].map(_known_kind).notna().any():
        del columns["kind"]  # types of something else
    steps["names"] = columns
    kinds = _kinds(request, kept, columns, wanted, effect, basis)
    of_kinds = {code: kinds.index[kinds.map(lambda each: each.code) == code] for code in _codes(kinds)}
    new = pd.concat([_rows(request, kept.loc[rows], columns, kinds[rows[0]]) for rows in of_kinds.values()])
    changes = [
        Change(
            int(row),
            WHOLE_ROW,
            str(row),
            "",
            NO_AREA if row not in areal.index else FAR if row not in kept.index else OTHER_KIND,
        )
        for row in frame.index.difference(kinds.index)
    ]
    log = pd.concat([source.log, reading.log(request.file, changes)], ignore_index=True) if changes else source.log
    others = plan.constraints[~plan.constraints["kind"].isin(list(of_kinds))]
    whole = pd.concat([others, new], ignore_index=True)
    shifted = None if request.datum else offset_detection.detect_offset(kept.geometry, [], district)
    doubts = [] if shifted is None else [shifted]
    steps["doubts"] = doubts
    preview = {
        lang: [
            *heading(request.file.name, source, lang),
            *(line for rows in of_kinds.values() for line in _of_kind(new, plan.constraints, kinds[rows[0]], lang)),
            *(line.of(lang) for line in _left_out(changes)),
        ]
        for lang in LANGS
    }
    files = {
        CONSTRAINTS_FILE: constraints.text(gpd.GeoDataFrame(whole, crs=CGCS2000)).encode("utf-8"),
        DESCRIPTOR: constraints.with_resource(tables.descriptor(plan.folder)),
    }
    return PreparedImport(files, log, preview, doubts)


def _kinds(
    request: ImportRequest,
    kept: gpd.GeoDataFrame,
    columns: dict[str, str],
    wanted: ConstraintKind | None,
    effect: Effect | None,
    basis: str | None,
) -> pd.Series:
    """The kind of each feature that is to be read.

    Raises
    ------
    InputError
        When nothing states the kind of a feature, or it is none that is known and has no effect.
    """
    column = columns.get("kind")
    if wanted is not None:
        own = kept[column].map(_known_kind) if column is not None else pd.Series(None, index=kept.index, dtype=object)
        taken = kept.index[own.isna() | (own == wanted.code)]
        if taken.empty:
            raise InputError(
                Text(f"没有一个要素属“{wanted.title.zh}”", f"no feature is of the kind '{wanted.title.en}'"),
                Text("核对种类；不指明种类，则各按其列", "check the kind; without one each feature is of what its column says"),
                file=str(request.file), column=column, parameter=Parameter("kind"),
            )  # fmt: skip
        return pd.Series([wanted] * len(taken), index=taken)
    if column is None:
        raise InputError(
            Text("没有指明管控种类，也没有写明种类的列", "the kind is not stated, and no column states it"),
            Text("指明种类，或哪一列是种类", "state the kind, or name the column that does"),
            file=str(request.file), parameter=Parameter("kind", other="mapping"),
        )  # fmt: skip
    kinds = {}
    for row, cell in kept[column].items():
        name = "" if pd.isna(cell) else plain_text(cell)
        try:
            kinds[row] = kind_of(name) if _known_kind(name) is not None else kind_of(name, effect, basis)
        except InputError as error:
            raise InputError(
                error.problem, error.remedy, parameter=error.parameter,
                file=str(request.file), row=int(row), column=column,
            ) from error  # fmt: skip
    return pd.Series(kinds)


def _codes(kinds: pd.Series) -> list[str]:
    return list(dict.fromkeys(kind.code for kind in kinds))


def _known_kind(cell: object) -> str | None:
    """The code of the kind that a cell names; None where it is none that is known."""
    if not isinstance(cell, str) or not cell.strip():
        return None
    try:
        return kind_of(cell).code
    except InputError:
        return None


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


def _of_kind(new: gpd.GeoDataFrame, before: gpd.GeoDataFrame, kind: ConstraintKind, lang: Lang) -> list[str]:
    of_kind = new[new["kind"] == kind.code]
    replaced = int((before["kind"] == kind.code).sum())
    km2 = float(ellipsoidal_m2(of_kind.geometry).sum()) / M2_PER_KM2
    effect = EFFECTS[kind.effect]
    lines = [
        Text(
            f"{kind.title.zh}（{effect.zh}；{kind.basis.zh}）：{len(of_kind)} 个要素，{km2:,.3f} 平方公里",
            f"{kind.title.en} ({effect.en}; {kind.basis.en}): {len(of_kind)} features, {km2:,.3f} km²",
        )
    ]
    if replaced:
        lines.append(Text(f"  取代原有的 {replaced} 个", f"  in the place of the {replaced} that the plan has"))
    return [line.of(lang) for line in lines]


def _left_out(changes: list[Change]) -> list[Text]:
    """How many features are left out, and why: a line per reason."""
    reasons = dict.fromkeys(change.why for change in changes)
    counts = {why: sum(change.why is why for change in changes) for why in reasons}
    return [
        Text(f"  {count} 个要素{why.zh}", f"  {counted(count, 'feature')} {why.en}") for why, count in counts.items()
    ]
