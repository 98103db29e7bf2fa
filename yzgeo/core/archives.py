"""Archives that unpack to far more than a file of an office holds."""

from __future__ import annotations

import zipfile
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

SWELLING = 100
"""Workbooks unpack to some 5 to 30 times their size; more than this is a trap, or a sheet filled to its last row."""
HARMLESS_BYTES = 100_000_000
"""Bytes up to which any archive may unpack."""
MOST_BYTES = 4_000_000_000
"""Bytes that nothing unpacks to which a computer of an office could open."""
PART_SWELLING = 200
HARMLESS_PART_BYTES = 20 * 2**20
"""The same of one part of a workbook, as empty rows shrink more than whole workbooks do."""
MOST_KML_BYTES = 2**29
"""Bytes of KML, which takes some ten times as many in memory."""
MOST_MEMBERS = 10_000
"""Files in an archive of a dataset or of KML; workbooks may hold a picture for each row."""
CLEAN = Text("打开它，删去没有内容的行和列后另存", "open it, remove rows and columns without content, and save it anew")
SPLIT = Text("分成几个文件，或导出为 GeoPackage", "split it, or export it as GeoPackage")
UNPACK = Text("自行解压后再读入其中的文件", "unpack it yourself and give the file in it")
REMEDIES = {".xlsx": CLEAN, ".xlsm": CLEAN, ".kml": SPLIT, ".kmz": SPLIT, ".zip": UNPACK}
"""What helps with a file of that ending."""


def refuse_swelling(file: Path) -> None:
    """Refuse an archive that unpacks to far more than its size, before anything is unpacked; other files pass.

    Raises
    ------
    InputError
        For such an archive.

    >>> import tempfile
    >>> trap = Path(tempfile.mkdtemp(), "trap.kmz")
    >>> with zipfile.ZipFile(trap, "w", zipfile.ZIP_DEFLATED) as archive:
    ...     archive.writestr("doc.kml", bytes(HARMLESS_BYTES + 1))
    >>> refuse_swelling(trap)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: ...trap.kmz: its 97 kB unpack to 100 MB, as no ordinary file does. Remedy: split \
it, or export it as GeoPackage.
    """
    if not file.is_file() or not zipfile.is_zipfile(file):
        return
    with zipfile.ZipFile(file) as archive:
        refuse_large(file, archive)


def refuse_large(file: Path, archive: zipfile.ZipFile) -> None:
    """Refuse an open archive that unpacks to far more than its size; see `refuse_swelling`."""
    unpacked = sum(member.file_size for member in archive.infolist())
    packed = file.stat().st_size
    if unpacked > MOST_BYTES or (unpacked > HARMLESS_BYTES and unpacked > SWELLING * packed):
        kilobytes, megabytes = packed // 1000, unpacked // 1_000_000
        raise InputError(
            Text(
                f"{kilobytes:,} kB 展开后有 {megabytes:,} MB，不像正常的文件",
                f"its {kilobytes:,} kB unpack to {megabytes:,} MB, as no ordinary file does",
            ),
            remedy(file),
            file=str(file),
        )


def refuse_many(file: Path, archive: zipfile.ZipFile) -> None:
    """Refuse an open archive of more files than a dataset has.

    Raises
    ------
    InputError
        For such an archive.
    """
    count = len(archive.infolist())
    if count > MOST_MEMBERS:
        raise InputError(Text(f"压缩包里有 {count:,} 个文件", f"holds {count:,} files"), remedy(file), file=str(file))


def refuse_swelling_part(file: Path, part: zipfile.ZipInfo) -> None:
    """Refuse a part of a workbook that unpacks to more than a table can hold.

    Raises
    ------
    InputError
        For such a part.
    """
    unpacked = part.file_size
    if unpacked > MOST_BYTES or (
        unpacked > HARMLESS_PART_BYTES and unpacked > PART_SWELLING * max(part.compress_size, 1)
    ):
        megabytes = unpacked // 2**20
        raise InputError(
            Text(
                f"压缩包内的部件会解出 {megabytes:,} MB，不像一张表",
                f"a part unpacks to {megabytes:,} MB, which no table does",
            ),
            Text(
                "在 Excel 或 WPS 中打开，把有用的单元格复制到新表后另存",
                "open it in Excel or WPS, copy the cells of use to a new sheet and save that",
            ),
            file=str(file),
        )


def remedy(file: Path) -> Text:
    """What helps with an archive that is too large, by the ending of its name.

    >>> print(remedy(Path("a.shp.zip")).en)
    unpack it yourself and give the file in it
    """
    return REMEDIES.get(file.suffix.lower(), UNPACK)
