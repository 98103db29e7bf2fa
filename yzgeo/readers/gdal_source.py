"""The names by which GDAL opens a file, so that one driver alone opens it, and nothing beside it.

GDAL picks a driver by the content of a file, and some of its formats are descriptions of data elsewhere (VRT, WFS, GDALG).
So a file must begin like its format before GDAL sees it. And parts of a name mean something to pyogrio (`?`, `!`, `;`, a
scheme before a colon): the full path is given, and a file whose path holds such a sign is copied.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

SIGNS = "?!;#%"
"""Characters of a path that pyogrio or GDAL might not take literally."""
PLAIN_NAME = "source"
ELSEWHERE = {
    b"<OGRVRT": "VRT",
    b"<OGRWFS": "WFS",
    b"<OGROAPIF": "OGC API",
    b"<VRTDataset": "VRT",
    b"gdal_streamed_alg": "GDALG",
}
"""Marks of formats that describe data elsewhere."""
HEAD = 4096
DRAWING = re.compile(rb"(\xef\xbb\xbf)?\s*\d{1,4}\s*[\r\n]|AutoCAD Binary DXF")


def require_beginning(file: Path, *beginnings: bytes) -> None:
    """Refuse a file that does not begin like its format.

    Raises
    ------
    InputError
        When it does not.
    OSError
        When it cannot be opened.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "a.gpkg")
    >>> _ = file.write_text("<OGRVRTDataSource/>")
    >>> require_beginning(file, b"SQLite")
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: ...a.gpkg: cannot be read, it is not what its ending says: it holds VRT, which describes data \
elsewhere. Remedy: export the data themselves from the program that made it.
    """
    with file.open("rb") as stream:
        head = stream.read(HEAD)
    if not head.startswith(beginnings):
        raise refuse_content(file, head)


def require_drawing(file: Path) -> None:
    r"""Refuse a DXF that does not begin with a group code, or a binary DXF's mark, or that holds a mark of another format.

    No name tells GDAL to take it for a DXF alone.

    Raises
    ------
    InputError
        When it does not.
    OSError
        When it cannot be opened.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "a.dxf")
    >>> _ = file.write_text("  0\nSECTION\n")
    >>> require_drawing(file)
    """
    with file.open("rb") as stream:
        head = stream.read(HEAD)
    if not DRAWING.match(head) or is_elsewhere(head):
        raise refuse_content(file, head)


def is_elsewhere(head: bytes) -> bool:
    """Whether the beginning of a file is of a format that describes data elsewhere.

    >>> print(is_elsewhere(b"<OGRVRTDataSource/>"))
    True
    """
    return any(mark in head for mark in ELSEWHERE)


def refuse_content(file: Path, head: bytes) -> InputError:
    """The refusal of a file whose content, or its beginning, is of another format than its ending says."""
    elsewhere = next((name for mark, name in ELSEWHERE.items() if mark in head), None)
    if elsewhere is None:
        return InputError(
            Text("文件读不出来，已损坏或扩展名与内容不符", "cannot be read, it is damaged or not what its ending says"),
            Text("在制作它的软件中重新导出", "export it again from the program that made it"),
            file=str(file),
        )
    return InputError(
        Text(
            f"文件读不出来，扩展名与内容不符：内容是 {elsewhere}，只描述别处的数据",
            f"cannot be read, it is not what its ending says: it holds {elsewhere}, which describes data elsewhere",
        ),
        Text("在制作它的软件中导出数据本身", "export the data themselves from the program that made it"),
        file=str(file),
    )


@contextmanager
def plain_path(file: Path) -> Iterator[Path]:
    """The full path of a file or folder; that of a copy, with the files of the same stem, where its signs mean something."""
    full = file.absolute()
    if not any(sign in str(full) for sign in SIGNS):
        yield full
        return
    with tempfile.TemporaryDirectory() as folder:
        if full.is_dir():
            yield Path(shutil.copytree(full, Path(folder, f"{PLAIN_NAME}{full.suffix}")))
            return
        for part in full.parent.iterdir():
            if part.stem == full.stem and part.is_file():
                shutil.copyfile(part, Path(folder, f"{PLAIN_NAME}{part.suffix}"))
        yield Path(folder, f"{PLAIN_NAME}{full.suffix}")
