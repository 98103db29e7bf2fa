"""Import official boundaries into a plan folder, and what all imports share: preview, log, and the change itself."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError, Parameter, unwritable
from yzgeo.core.file_lock import locked_folder
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import LANGS, Lang, Text, plain
from yzgeo.core.text_encoding import decode
from yzgeo.core.visible_text import one_line
from yzgeo.plan import new_zones, tables, zone_matching
from yzgeo.plan.import_facts import Steps
from yzgeo.plan.model import Plan
from yzgeo.plan.outlines import text as outlines_text
from yzgeo.plan.template import create, is_taken
from yzgeo.plan.transaction import change, valid_file
from yzgeo.readers import offset_detection, reading

LOG = "import_log.csv"
LOGGED_CHARACTERS = 200
"""Of a longer value, as the WKT of a whole shape, the log keeps so many: it is to be read, the file has the rest."""
IMPORTED = "imported"
"""Column of the log that names the imported file and the start of its SHA-256."""


class PreparedImport(NamedTuple):
    """A prepared import: the files to write, the log, a preview by language, and doubts for the user to check."""

    files: dict[str, bytes]
    log: pd.DataFrame
    preview: dict[Lang, list[str]]
    doubts: list[Text]
    based_on: Mapping[str, str] = MappingProxyType({})
    """SHA-256 of the files that the prepared ones were made of, as they were then; "" where there was none."""


class ImportRequest(NamedTuple):
    """A file to import, with the user's column mapping, CRS, datum, layer and statuses by the word of the file.

    `others` are further files that are imported with it.
    """

    file: Path
    mapping: Mapping[str, str]
    crs: str | None = None
    datum: str | None = None
    layer: str | None = None
    statuses: Mapping[str, str] = MappingProxyType({})
    others: tuple[Path, ...] = ()


def writable(folder: Path, *, may_be_new: bool = False) -> Path:
    """A plan folder that may be changed; one that is not there yet only where it may be new.

    Raises
    ------
    InputError
        When it is a built-in plan, or no plan folder.
    """
    inside = tables.built_in().resolve()
    if folder.resolve().is_relative_to(inside) or (not folder.exists() and (inside / folder).is_dir()):
        raise InputError(
            Text("这是 yzgeo 自带的规划，不能改动", "this plan comes with yzgeo and is not changed"),
            Text(
                "先复制一份，再导入到复制的文件夹",
                "copy it first, then import into the copy",
            ),
            file=str(folder),
            parameter=Parameter("copy_of", plain(folder.name)),
        )
    if not folder.is_dir() and not (may_be_new and not folder.exists()):
        raise InputError(
            Text("没有这个规划文件夹", "there is no such plan folder"),
            Text(
                "先新建一个，或复制内置规划",
                "make one first, or copy the built-in plan",
            ),
            file=str(folder),
            parameter=Parameter("copy_of", plain("yinzhou")),
        )
    return folder


def zones(plan: Plan, request: ImportRequest, *, create: bool = False, steps: Steps | None = None) -> PreparedImport:
    """Official outlines of the plan's zones; zones that the file lacks keep the outline they have.

    With `create` a feature whose name is no zone of the plan becomes one, see `new_zones`. `steps` is filled on the way.

    Raises
    ------
    InputError
        When the file cannot be read or placed, or none of its features is a zone of the plan.
    """
    steps = {} if steps is None else steps
    source = reading.read(request.file, request.crs, request.datum, request.layer, plan.district.geometry)
    whole, mapping, features = plan.zones, source.by_column(request.mapping), source
    steps |= {"mapping": mapping, "source": source}
    rows: dict[str, bytes] = {}
    made: dict[Lang, list[str]] = {lang: [] for lang in LANGS}
    if create:
        new = new_zones.of_features(plan, request.file, source.frame, mapping)
        features = source._replace(frame=source.frame.drop(index=new.nameless))
        whole, mapping = new_zones.with_new(plan.zones, new), {"name": new.column}
        rows, made = new_zones.files(plan.folder, new), {lang: new_zones.preview(new, lang) for lang in LANGS}
    matched = zone_matching.match(request.file, whole, features, mapping)
    steps["names"] = {next(iter(mapping), "name"): matched.column}
    content = outlines_text(zone_matching.with_official_outlines(whole, matched.outlines)).encode("utf-8")
    preview = {
        lang: [*heading(request.file.name, source, lang), *made[lang], *zone_matching.preview(whole, matched, lang)]
        for lang in LANGS
    }
    named = plan.zones.set_index("zone_id").geometry.dropna()
    outlines = matched.outlines[matched.outlines["zone_id"].isin(named.index)]
    doubts = doubts_of_place(plan, request.datum, source.frame, offset_detection.pairs(outlines, named))
    steps["doubts"] = doubts
    return PreparedImport({**rows, "zones.geojson": content}, matched.log, preview, doubts)


def preview_text(prepared: PreparedImport, lang: Lang) -> str:
    """The preview as text, with a summary of the changes."""
    changes = reading.summary(prepared.log, lang)
    head = Text(f"途中改动（逐条记入 {LOG}）：", f"changed on the way (each in {LOG}):").of(lang)
    lines = [*prepared.preview[lang], *([head, *(f"  {line}" for line in changes)] if changes else [])]
    return "\n".join(map(one_line, lines))


def apply(folder: Path, request: ImportRequest, prepared: PreparedImport, lang: Lang) -> list[str]:
    """Change the folder atomically, one import at a time; returns the names of the backups of old files.

    A folder that is not there yet, or empty, is made; another process may have made it since: then it is refused.
    """
    if not is_taken(folder):
        create(
            folder, filled={LOG: _log(folder, (request.file, *request.others), prepared.log, lang), **prepared.files}
        )
        return []
    with ExitStack() as held:
        try:
            held.enter_context(locked_folder(folder))
        except OSError as error:
            raise unwritable(folder, error) from error
        _refuse_changed(folder, prepared)
        return change(
            folder,
            {LOG: _log(folder, (request.file, *request.others), prepared.log, lang), **prepared.files},
            keep=prepared.files,
        )


def _refuse_changed(folder: Path, prepared: PreparedImport) -> None:
    """Refuse an import made of files that another one has changed since: its rows would be lost."""
    for name, digest in prepared.based_on.items():
        file = valid_file(folder, name)
        if (hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "") != digest:
            raise InputError(
                Text("其间被另一次导入改动", "was changed by another import in the meantime"),
                Text("再运行一次", "run this one again"),
                file=str(folder / name),
            )


def doubts_of_place(
    plan: Plan, datum: str | None, frame: gpd.GeoDataFrame, pairs: Sequence[offset_detection.Pair] = ()
) -> list[Text]:
    """Doubts: features far from the district, and a detected offset where the user names no datum."""
    district = plan.district.geometry
    shapes = frame.geometry.dropna()
    doubts = [offset_detection.far_features(shapes, district)]
    if datum is None:
        places = plan.places.drop_duplicates("name").set_index("name").geometry
        doubts.append(
            offset_detection.detect_offset(shapes, [*pairs, *offset_detection.pairs(frame, places)], district)
        )
    return [doubt for doubt in doubts if doubt is not None]


def heading(name: str, source: reading.Reading, lang: Lang) -> list[str]:
    """The first line of a preview: how many features a file has, and in which CRS."""
    count = len(source.frame)
    return [
        Text(
            f"{name}：{count} 个要素，坐标系 {source.crs.zh}",
            f"{name}: {count} features, CRS {source.crs.en}",
        ).of(lang)
    ]


def _log(folder: Path, files: Sequence[Path], log: pd.DataFrame, lang: Lang) -> bytes:
    """The log with the rows of this import appended; a second import of the same file replaces its rows."""
    digests = {file: _digest(file)[:12] for file in files}
    own = {str(name) for name in log["file"].dropna().unique()} | {file.name for file in files}
    keys = {name: f"{name} {digests[_file_called(name, files)]}" for name in own}
    columns = [*reading.LOG_COLUMNS, IMPORTED]
    rows = []
    file_of_log = valid_file(folder, LOG)
    if file_of_log.is_file():
        with refuse_unreadable(file_of_log):
            rows = [row.cells for row in csv_rows(decode(file_of_log))][1:]
    rows = [row for row in rows if row[-1:] not in [[key] for key in keys.values()]]
    for change_ in log.itertuples(index=False):
        row = "" if pd.isna(change_.row) else change_.row
        rows.append(
            [
                escape_formula(_plain(cell))
                for cell in (
                    change_.file,
                    row,
                    change_.field,
                    _shortened(change_.old),
                    _shortened(change_.new),
                    change_.why.of(lang),
                    keys[change_.file],
                )
            ]
        )
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _file_called(name: str, files: Sequence[Path]) -> Path:
    """The file that the log calls so: by its name, with its folder before it or its layer behind it where need be."""
    for file in files:
        if name in (file.name, f"{file.parent.name}/{file.name}", str(file)):
            return file
    return next(
        file for file in files if name.startswith((f"{file.name}:", f"{file.parent.name}/{file.name}:", f"{file}:"))
    )


def _shortened(cell: object) -> object:
    text = str(cell)
    return f"{text[:LOGGED_CHARACTERS]}…" if len(text) > LOGGED_CHARACTERS else cell


def _plain(cell: object) -> object:
    return cell if isinstance(cell, int | float) else str(cell)


def _digest(file: Path) -> str:
    """SHA-256 of a file, or of all files of a folder such as a file geodatabase."""
    digest = hashlib.sha256()
    for part in sorted(file.rglob("*")) if file.is_dir() else [file]:
        if part.is_file():
            digest.update(part.name.encode() + part.read_bytes())
    return digest.hexdigest()
