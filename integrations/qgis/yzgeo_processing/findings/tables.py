"""Rows of findings as CSV and as a workbook, in which no text of strangers is a formula. No QGIS in here.

QGIS brings no library for workbooks, and the one of GDAL writes text that begins with = as a formula; so the few parts
of a workbook (ECMA-376) are written here.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

SKIPPED = (
    r"\x00-\x20\x7f-"
    "\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u208a\u208b\u2212"
FORMULA = re.compile(f"^(?:[{SKIPPED}]*[{SIGNS}]|[\\t\\r\\n])")
"""Text that a spreadsheet would run: signs, also full-width ones, after what it skips. As in yzgeo's own tables."""
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook would read as an escaped character."""
LONGEST_CELL = 32_767
WIDTHS = (12, 26, 26, 70, 26, 40, 30)
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of each part, so that the same rows give the same bytes."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="findings" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
        '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
        '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def as_csv(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    r"""In UTF-8 with the BOM that spreadsheets want; an apostrophe stands before what would run as a formula.

    >>> print(as_csv(["a"], [["=1+1"]]))
    b"\xef\xbb\xbfa\r\n'=1+1\r\n"
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in (heads, *rows):
        writer.writerow([f"'{cell}" if FORMULA.match(cell) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def as_workbook(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook (.xlsx) of one sheet, each cell a text; its heading stays in sight and can be filtered."""
    lines = [heads, *rows]
    last = f"{_letters(len(heads))}{len(lines)}"
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(WIDTHS, 1)
    )
    cells = "".join(
        f'<row r="{number}">{"".join(_cell(column, number, text) for column, text in enumerate(line, 1))}</row>'
        for number, line in enumerate(lines, 1)
    )
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols>'
        f'<sheetData>{cells}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in {**PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            parts.writestr(part, DECLARATION + content)
    return archive.getvalue()


def _cell(column: int, row: int, text: str) -> str:
    style = ' s="1"' if row == 1 else ""
    shown = escape(ESCAPED.sub("_x005F_", _printable(text)[:LONGEST_CELL]))
    return f'<c r="{_letters(column)}{row}"{style} t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def _letters(column: int) -> str:
    return chr(ord("A") + column - 1)


def _printable(text: str) -> str:
    r"""Text with Unicode's pictures of control characters in their place.

    >>> print(_printable("a\x1bb\ufffe"))
    a␛b�
    """
    return UNPRINTABLE.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)


WRITERS = {".csv": as_csv, ".xlsx": as_workbook}


def write(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table whole or not at all; its ending tells the kind.

    Raises
    ------
    KeyError
        For another ending than `.csv` and `.xlsx`.
    OSError
        When it cannot be written.
    """
    content = WRITERS[path.suffix.lower()](heads, rows)
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        if beside.exists():
            beside.unlink()
