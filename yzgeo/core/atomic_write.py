"""Write files beside their place and move them there, so that what was there stays whole until then."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from yzgeo.core.errors import InputError, Parameter, unwritable
from yzgeo.core.file_lock import abandoned, hold, let_go
from yzgeo.core.i18n import Text

STEM = 40
"""Characters of a file's name that its temporary file bears: names may be as long as the file system allows."""
TOKEN_BYTES = 4
LOCK = ".lock"
"""Ending of the lock beside a temporary file: the system lets go of it when it kills the process, however it does that,
so that the next one knows what is left behind and what is still being written."""
PATIENCE_S = 5.0
"""For our own lock, which another run holds for a moment at most, to see that it is no leftover."""


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """A temporary file in the folder of `file` that takes its place when the block ends well.

    What runs left behind that were killed while they wrote the same file is cleared away first. A link is followed to
    the file that it names; what is no file (a pipe, `/dev/null`) is written to as it is.

    Raises
    ------
    InputError
        When the folder cannot be made or written to.
    """
    target = Path(os.path.realpath(file))
    special = target.exists() and not target.is_file() and not target.is_dir()
    folder = Path(tempfile.gettempdir()) if special else target.parent
    # Named before it is made, so that an interruption at any moment finds it to clear away.
    temporary = folder / f".{target.stem[:STEM]}-{secrets.token_hex(TOKEN_BYTES)}{target.suffix}"
    lock = temporary.with_name(f"{temporary.name}{LOCK}")
    held = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(PermissionError):  # a folder that one may write into and not look into
            _clear_leftovers(folder, target)
        held = hold(lock, PATIENCE_S)
        temporary.touch(mode=0o600, exist_ok=False)
        yield temporary
        if special:
            with temporary.open("rb") as written, target.open("wb") as stream:
                shutil.copyfileobj(written, stream)
        else:
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(target)
    except OSError as error:
        raise unwritable(file, error) from error
    finally:
        _clear(temporary)
        if held is not None:
            let_go(lock, held)


def _clear_leftovers(folder: Path, target: Path) -> None:
    """Remove the temporary files of `target` whose process is gone; those without a lock may be anybody's."""
    token = f"[0-9a-f]{{{2 * TOKEN_BYTES}}}"
    ours = re.compile(rf"\.{re.escape(target.stem[:STEM])}-{token}{re.escape(target.suffix + LOCK)}")
    for lock in [entry for entry in folder.iterdir() if ours.fullmatch(entry.name)]:
        left = abandoned(lock)
        if left is not None:
            _clear(lock.with_suffix(""))
            let_go(lock, left)


def _clear(temporary: Path) -> None:
    """Remove a temporary file and what libraries put behind its name (journals of SQLite, trees of GDAL)."""
    with contextlib.suppress(OSError):  # where the folder could not be made there is nothing to clear away
        temporary.unlink(missing_ok=True)
        for entry in list(temporary.parent.iterdir()):
            if entry.name.startswith(temporary.name) and not entry.name.endswith(LOCK):
                entry.unlink(missing_ok=True)


def refuse_onto(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write where something is read from: into the same file by whatever name, or into a folder of parts.

    Raises
    ------
    InputError
        Then.
    """
    target = Path(os.path.realpath(output))
    for given in inputs:
        same = given.exists() and output.exists() and output.samefile(given)
        if same or target.is_relative_to(os.path.realpath(given)):
            raise InputError(
                Text(f"输出就是输入 {given}，写入会毁掉它", f"is the input {given}, which writing would destroy"),
                Text("换一个文件名", "give another file"),
                file=str(output),
                parameter=Parameter("output"),
            )


def write_through(file: Path, content: bytes) -> None:
    """Write a file of one's own as far as the disk itself: what a journal promises must be there after a power cut."""
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def write_bytes(file: Path, content: bytes) -> None:
    """Write a whole file or nothing."""
    with replacing(file) as temporary:
        temporary.write_bytes(content)


def write_text(file: Path, text: str) -> None:
    """Write a text in UTF-8 with line ends as they are."""
    write_bytes(file, text.encode("utf-8"))


def json_text(content: Any) -> str:
    """JSON for people and scripts: indented, Chinese as it is, no NaN, keys in their order."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
