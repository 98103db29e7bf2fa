"""Read the extended data of the entities of a DXF: what surveying programs note on a parcel, which GDAL leaves out.

CASS notes number, holder and land use of a parcel under the name SOUTH; `export` notes a feature's columns under YZGEO.
"""

from __future__ import annotations

import re

CASS, OWN = "SOUTH", "YZGEO"
CASS_PARCEL = "300000"
"""The code that CASS gives boundaries of parcels."""
CASS_COLUMNS = ("地块编号", "权利人", "地类编码")
"""What stands behind that code, divided by commas."""
ENTITIES = re.compile(
    rb"(?<=\n)[ ]*0[ ]*\r?\n(?P<kind>[A-Z][A-Z0-9_]*)[ ]*\r?\n(?:[ ]*5[ ]*\r?\n(?P<handle>[0-9A-Fa-f]+)[ ]*\r?\n)?"
    rb"|(?<=\n)[ ]*1001[ ]*\r?\n(?P<name>SOUTH|YZGEO)[ ]*\r?\n(?P<values>(?:[ ]*10(?!01)\d\d[ ]*\r?\n[^\r\n]*\r?\n)*)"
)
TEXTS = re.compile(rb"[ ]*1000[ ]*\r?\n([^\r\n]*)\r?\n|[ ]*10\d\d[ ]*\r?\n[^\r\n]*\r?\n")
UNICODE_MARK = re.compile(r"\\U\+([0-9A-Fa-f]{4,5})")
CONTROL_MARK = re.compile(r"\^(.)")


def columns_by_handle(content: bytes, codec: str) -> dict[str, dict[str, str]]:
    r"""The columns that extended data hold, by the handle of the entity.

    Parameters
    ----------
    content
        The bytes of a drawing in text form.
    codec
        The encoding of its text.

    >>> entity = "\n0\nLWPOLYLINE\n5\n2F\n1001\nSOUTH\n1000\n300000\n1000\nA-1,甲厂,0601\n"
    >>> print(columns_by_handle(entity.encode("gbk"), "gbk"))
    {'2F': {'地块编号': 'A-1', '权利人': '甲厂', '地类编码': '0601'}}
    """
    by_handle: dict[str, dict[str, str]] = {}
    handle: bytes | None = None
    for match in ENTITIES.finditer(content):
        if match["kind"]:
            handle = match["handle"]
        elif handle is not None:
            texts = [text.decode(codec, "replace") for text in TEXTS.findall(match["values"])]
            columns = _of_cass(texts) if match["name"].decode() == CASS else _of_export(texts)
            if columns:
                by_handle.setdefault(handle.decode().upper(), {}).update(columns)
    return by_handle


def _of_cass(texts: list[str]) -> dict[str, str]:
    filled = [text.strip() for text in texts if text.strip()]
    if len(filled) < 2 or filled[0] != CASS_PARCEL:
        return {}
    cells = [decoded(cell).strip() for cell in filled[1].split(",")]
    return {column: cell for column, cell in zip(CASS_COLUMNS, cells, strict=False) if cell}


def _of_export(texts: list[str]) -> dict[str, str]:
    """`column=value`; the rest of a long value stands in further texts that begin with `column+=`."""
    columns: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if sign and name.endswith("+") and name[:-1] in columns:
            columns[name[:-1]] += value
        elif sign:
            columns[name] = value
    return {_unmarked(name): _unmarked(value) for name, value in columns.items()}


def decoded(text: str) -> str:
    r"""Text without the marks for characters that the code page lacks, which GDAL knows in capitals alone.

    >>> print(decoded(r"15\U+4ea9"))
    15亩
    """
    return UNICODE_MARK.sub(lambda mark: chr(int(mark[1], 16)), text)


def _unmarked(text: str) -> str:
    """Text without the marks for characters that the code page lacks and for control characters."""
    whole = decoded(text)
    return CONTROL_MARK.sub(lambda mark: "^" if mark[1] == " " else chr((ord(mark[1]) - 64) % 128), whole)
