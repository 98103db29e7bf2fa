"""Read Shapefiles and detect the encoding of their text.

Many offices write GBK and no `.cpg`; others write a wrong `.cpg`; and field names are truncated at ten bytes, even in the
middle of a character. So GDAL reads the raw bytes (Latin-1 keeps each), and they are decoded here.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyproj

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import DETAIL_CHARACTERS, InputError, Parameter
from yzgeo.core.formula_injection import unescape_formula
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode, foreign
from yzgeo.readers.gdal_source import plain_path, require_beginning
from yzgeo.readers.ogr import read_layer
from yzgeo.readers.source import ALL_ROWS, Change, Source
from yzgeo.readers.zip_archive import ENDING, unpacked
from yzgeo.spatial.crs import read_crs, refuse_files_of_crs

TITLE = Text("Shapefile", "Shapefile")
SUFFIXES = (".shp", ".dbf", ".shp.zip")
SHP_BEGINNING = b"\x00\x00\x27\x0a"
DBF_BEGINNINGS = tuple(
    bytes([version]) for version in (0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x43, 0x83, 0x8B, 0x8E, 0xF5)
)
"""Versions of dBASE and FoxPro tables."""
CRS_FORM = re.compile(
    r"\d{4,6}$|[A-Za-z]+:\d+$|urn:ogc:def:crs:|[A-Za-z_0-9]+\s*[\[(]|\+?(proj|init)=|\{", re.IGNORECASE
)
"""A code, a URN, WKT, a PROJ string, PROJJSON."""
PRJ_BYTES = 1 << 16
BYTES_AS_THEY_ARE = "ISO-8859-1"
FIELDS, FIELDS_HEADER, CONTINUES = ".fields.csv", ["field", "column", "title"], "→ "
"""The table of full names that `export` writes beside a Shapefile, and what its title says of a text that goes on."""
FIELDS_BYTES = 1 << 20
FULL_NAME = Text("列名取自旁边的字段对照表", "the full name is in the table of fields beside the file")


def read(file: Path, layer: str | None) -> Source:
    """The features with decoded text: in the encoding of the `.cpg` if that is possible, else in UTF-8 or GBK.

    Rows are numbered as they stand in the `.dbf`, without those that are deleted. Of an archive (`.shp.zip`) the Shapefile
    of its name is read, else the only one.

    Raises
    ------
    InputError
        When a part of the Shapefile is missing or the text is in no known encoding.
    """
    if file.suffix.lower() != ENDING:
        return _read(file, layer)
    with unpacked(file) as folder:
        shapefile, changes = _of_archive(file, folder, layer)
        try:
            source = _read(shapefile, None)
        except InputError as error:
            raise error.at(file=f"{file}/{shapefile.relative_to(folder).as_posix()}") from error
        return source._replace(changes=[*changes, *source.changes])


def _of_archive(file: Path, folder: Path, layer: str | None) -> tuple[Path, list[Change]]:
    """The Shapefile of an archive: the one of that name, of the archive's own name, or the only one."""
    shapefiles = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".shp")
    wanted = file.name[: -len(".shp.zip")] if layer is None else layer
    chosen = [path for path in shapefiles if path.stem == wanted]
    if not chosen and layer is None:
        chosen = shapefiles
    if len(chosen) == 1:
        others = ", ".join(path.name for path in shapefiles if path != chosen[0])
        return chosen[0], [Change(ALL_ROWS, "layer", others, chosen[0].name, OTHERS)] if others else []
    if not shapefiles:
        raise InputError(
            Text("压缩包里没有 .shp", "holds no .shp"),
            Text("把 .shp、.shx、.dbf、.prj 打进包里", "pack .shp, .shx, .dbf and .prj into it"),
            file=str(file),
        )
    names = list(dict.fromkeys(path.stem for path in shapefiles))
    raise InputError(
        Text(f"有 {len(shapefiles)} 个 Shapefile", f"holds {len(shapefiles)} Shapefiles")
        if layer is None or chosen
        else Text(f"没有图层“{layer}”", f"has no layer '{layer}'"),
        Text(f"取其一：{'、'.join(names)}", f"use one of these: {', '.join(names)}"),
        file=str(file),
        parameter=Parameter("layer"),
    )


OTHERS = Text("压缩包里的其他 Shapefile 未读入", "other Shapefiles in the archive are not read")


def _read(file: Path, layer: str | None) -> Source:
    for part in (".shx", ".dbf"):
        if file.suffix.lower() == ".shp" and not any(
            file.with_suffix(ending).exists() for ending in (part, part.upper())
        ):
            raise InputError(
                Text(f"缺少同名的 {part} 文件", f"its {part} file is missing"),
                Text("把 .shp、.shx、.dbf、.prj 放在一起", "keep .shp, .shx, .dbf and .prj together"),
                file=str(file),
            )
    require_beginning(file, *([SHP_BEGINNING] if file.suffix.lower() == ".shp" else DBF_BEGINNINGS))
    try:
        with plain_path(file) as path:
            source = read_layer(file, None if path.stem != file.stem else layer, BYTES_AS_THEY_ARE, str(path))
    except InputError:
        try:
            _crs_of_prj(file)
        except InputError as error:  # GDAL stops at some of them
            raise error.at(remedy=Text("改正或删去 .prj", "correct the .prj, or delete it")) from error
        raise
    frame, crs_refusal = source.frame, None
    if frame.crs is None and file.suffix.lower() == ".shp":
        try:
            frame = frame.set_crs(_crs_of_prj(file))
        except InputError as error:  # of no weight where the user states the CRS
            crs_refusal = error
    columns = [column for column in frame.columns if column != frame.geometry.name]
    texts = [column for column in columns if pd.api.types.is_string_dtype(frame[column])]
    names = [column.encode(BYTES_AS_THEY_ARE) for column in columns]
    cells = {column: frame[column].dropna().map(lambda text: text.encode(BYTES_AS_THEY_ARE)) for column in texts}
    all_texts = [*names, *(cell for column in texts for cell in cells[column].unique())]
    encoding, changes = _encoding(file, [cell for cell in all_texts if not cell.isascii()])
    if encoding is not None:
        decoded = {column: cells[column].map(lambda cell: _decode(cell, encoding)) for column in texts}
        frame = frame.assign(**{column: decoded[column].reindex(frame.index) for column in texts})
        frame = frame.rename(columns=dict(zip(columns, (_decode(name, encoding) for name in names), strict=True)))
    changes += [
        Change(ALL_ROWS, name, cell.decode(encoding or "ascii", "replace"), name, CUT)
        for name, cell in zip((column for column in frame.columns if column != frame.geometry.name), names, strict=True)
        if name.encode(encoding or "ascii") != cell
    ]
    frame, more = _full_names(file, gpd.GeoDataFrame(frame))
    return Source(frame, [*source.changes, *changes, *more], crs_refusal=crs_refusal)


def _full_names(file: Path, frame: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """The columns by their full names, as a table beside the Shapefile has them; texts that go on in further fields joined.

    `export` writes that table, since a field's name has ten bytes. One that does not fit the fields is left alone.
    """
    table = file.with_name(f"{file.stem}{FIELDS}")
    if not table.is_file() or table.stat().st_size > FIELDS_BYTES:
        return frame, []
    rows = [row.cells for row in csv_rows(decode(table))]
    if not rows or rows[0] != FIELDS_HEADER:
        return frame, []
    named = {row[0]: tuple(map(unescape_formula, row[1:3])) for row in rows[1:] if len(row) == len(FIELDS_HEADER)}
    fields = [name for name in frame.columns if name != frame.geometry.name]
    names = {field: named[field][0] for field in fields if field in named}
    renamed = [names.get(field, field) for field in fields]
    if len({name.lower() for name in renamed}) < len(renamed) or frame.geometry.name in renamed:
        return frame, []
    changes = [Change(ALL_ROWS, name, field, name, FULL_NAME) for field, name in names.items() if field != name]
    frame = gpd.GeoDataFrame(frame.rename(columns=names))
    for field, name in names.items():
        origin = named[field][1].removeprefix(CONTINUES)
        if origin != named[field][1] and origin in frame and origin != name:
            more = frame[name].fillna("").astype("str")
            frame = frame.assign(
                **{origin: frame[origin].where(more == "", frame[origin].fillna("").astype("str") + more)}
            )
            frame = frame.drop(columns=name)
    return gpd.GeoDataFrame(frame), changes


def _crs_of_prj(file: Path) -> pyproj.CRS | None:
    """The CRS of a .prj that is no WKT of Esri, and so not read by GDAL; None where there is none, or it is empty."""
    prj = next((named for ending in (".prj", ".PRJ") if (named := file.with_suffix(ending)).is_file()), None)
    if prj is None:
        return None
    with prj.open("rb") as stream:
        stated = stream.read(PRJ_BYTES).decode("gb18030", "replace").strip("\ufeff\0 \t\r\n")
    if not stated:
        return None
    refuse_files_of_crs(stated, str(prj))
    try:
        if not CRS_FORM.match(stated):  # PROJ would look for a CRS with a name like any other text
            raise pyproj.exceptions.CRSError(stated)
        return read_crs(stated)
    except (pyproj.exceptions.ProjError, ValueError) as error:
        shown = " ".join(stated.split())[:DETAIL_CHARACTERS]
        raise InputError(
            Text(f".prj 的内容“{shown}”不是坐标系", f"holds '{shown}', which is no CRS"),
            Text("指明坐标系，或删去 .prj", "state the CRS, or delete the .prj"),
            file=str(prj),
            parameter=Parameter("crs"),
        ) from error


CUT = Text(
    "字段名在 10 字节处被截断，末尾半个字已略去",
    "the field name is cut at ten bytes; half a character at its end is left out",
)


def _encoding(file: Path, cells: list[bytes]) -> tuple[str | None, list[Change]]:
    """The encoding of text beyond ASCII, and the change to log; None where there is no such text."""
    if not cells:
        return None, []
    declared = _declared_encoding(file)
    text_by_encoding = {
        name: _readable(cells, name) for name in dict.fromkeys(filter(None, [declared, "utf-8", "gb18030"]))
    }
    usable = [name for name, text in text_by_encoding.items() if text is not None]
    if not usable:
        raise InputError(
            Text("文字既不是 UTF-8 也不是 GBK", "its text is neither UTF-8 nor GBK"),
            Text("写一个 .cpg 文件注明编码，例如 BIG5", "write a .cpg file that names the encoding, such as BIG5"),
            file=str(file),
        )
    chosen = usable[0]
    if chosen != declared and "gb18030" in usable and foreign(text_by_encoding[chosen] or ""):
        chosen = "gb18030"
    if chosen == declared:
        return chosen, []
    declared_name = "" if declared is None else declared
    why = (
        Text("没有 .cpg，按文字内容判定编码", "there is no .cpg: the encoding is found from the text itself")
        if declared is None
        else Text(".cpg 所说的编码与文字不符，按文字内容判定", "the text is not in the encoding that the .cpg states")
    )
    return chosen, [Change(ALL_ROWS, "encoding", declared_name, "GBK" if chosen == "gb18030" else "UTF-8", why)]


def _declared_encoding(file: Path) -> str | None:
    """The codec that the .cpg declares, if Python has it; GB 18030 includes GBK and GB 2312."""
    for ending in (".cpg", ".CPG"):
        named = file.with_suffix(ending)
        if named.is_file():
            text = named.read_text("latin-1").strip()
            try:
                codec = codecs.lookup(f"cp{text}" if text.isdigit() else text.lower().replace("ansi ", "cp")).name
            except (LookupError, ValueError):  # ValueError: a null character in the name
                return None
            try:
                "a".encode(codec)
            except (LookupError, ValueError) as error:  # Python has codecs that encode no text: hex, zlib, undefined
                shown = " ".join(text.split())[:20]
                raise InputError(
                    Text(
                        f".cpg 所写的“{shown}”不是文字编码", f"its .cpg names '{shown}', which is no encoding of text"
                    ),
                    Text("把 .cpg 的内容改成 GBK 或 UTF-8，或删去它", "write GBK or UTF-8 into the .cpg, or delete it"),
                    file=str(named),
                ) from error
            return "gb18030" if codec in ("gbk", "gb2312", "cp936") else codec
    return None


def _readable(cells: list[bytes], encoding: str) -> str | None:
    try:
        return "\n".join(_decode(cell, encoding) for cell in cells)
    except UnicodeError:
        return None


def _decode(cell: bytes, encoding: str) -> str:
    """Decode text; half a character at the end of a truncated name is dropped."""
    return codecs.getincrementaldecoder(encoding)().decode(cell, final=False)
