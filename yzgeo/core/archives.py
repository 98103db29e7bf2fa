"""Archives that unpack to far more than a file of an office holds."""

from __future__ import annotations

import zipfile
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

SWELLING = 100
"""Workbooks unpack to some 5 to 30 times their size; more than this is a trap, or a sheet filled to its last row."""
HARMLESS = 100_000_000
"""Bytes up to which any archive may unpack."""
MOST = 4_000_000_000
"""Bytes that nothing unpacks to which a computer of an office could open."""


def refuse_swelling(file: Path) -> None:
    """Refuse an archive that unpacks to far more than its size, before anything is unpacked; other files pass.

    Raises
    ------
    InputError
        For such an archive.

    >>> import tempfile
    >>> trap = Path(tempfile.mkdtemp(), "trap.kmz")
    >>> with zipfile.ZipFile(trap, "w", zipfile.ZIP_DEFLATED) as archive:
    ...     archive.writestr("doc.kml", bytes(HARMLESS + 1))
    >>> refuse_swelling(trap)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: ...trap.kmz: its 97 kB unpack to 100 MB, as no ordinary file does. Remedy: open it, \
remove rows and columns without content, and save it anew.
    """
    if not file.is_file() or not zipfile.is_zipfile(file):
        return
    with zipfile.ZipFile(file) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    packed = file.stat().st_size
    if unpacked > MOST or (unpacked > HARMLESS and unpacked > SWELLING * packed):
        kilobytes, megabytes = packed // 1000, unpacked // 1_000_000
        raise InputError(
            Text(
                f"{kilobytes:,} kB 展开后有 {megabytes:,} MB，不像正常的文件",
                f"its {kilobytes:,} kB unpack to {megabytes:,} MB, as no ordinary file does",
            ),
            Text(
                "打开它，删去没有内容的行和列后另存",
                "open it, remove rows and columns without content, and save it anew",
            ),
            file=str(file),
        )
