"""Unpack an archive of a dataset of several files (.shp.zip, .gdb.zip) into a temporary folder, within bounds."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from yzgeo.core.archives import refuse_large, refuse_many
from yzgeo.core.errors import InputError, unreadable
from yzgeo.core.i18n import Text

ENDING = ".zip"
UTF_8_NAMES = 0x800
"""The flag of a name in UTF-8; another is in the encoding of the computer that wrote it, here GBK."""


@contextmanager
def unpacked(file: Path) -> Iterator[Path]:
    """A folder with the files of an archive; names that lead out of it, and links, are refused.

    Raises
    ------
    InputError
        When it is no archive, damaged, encrypted, or holds too much.

    >>> folder = Path(tempfile.mkdtemp())
    >>> with zipfile.ZipFile(folder / "a.zip", "w") as archive:
    ...     archive.writestr("in/a.shp", b"")
    >>> with unpacked(folder / "a.zip") as place:
    ...     print([part.name for part in place.rglob("*.shp")])
    ['a.shp']
    """
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(file) as archive:
                refuse_many(file, archive)
                refuse_large(file, archive)
                for member in archive.infolist():
                    if member.is_dir():
                        continue
                    target = Path(folder, *_parts(file, member))
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with archive.open(member) as packed, target.open("wb") as plain:
                        shutil.copyfileobj(packed, plain)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
            raise unreadable(file, error) from error  # RuntimeError: it is encrypted
        yield Path(folder)


def _parts(file: Path, member: zipfile.ZipInfo) -> tuple[str, ...]:
    name = member.filename
    if not member.flag_bits & UTF_8_NAMES:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("gb18030")
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or "\0" in name or ":" in name:
        raise InputError(
            Text("压缩包里有指向包外的文件名", "holds a name that leads out of it"),
            Text("重新打包", "pack it again"),
            file=str(file),
        )
    return path.parts
