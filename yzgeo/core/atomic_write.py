"""Atomic writing: write a temporary file beside the target and rename it, so that the old file stays whole until then."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from yzgeo.core.errors import unwritable
from yzgeo.core.file_lock import acquire, acquire_abandoned, release
from yzgeo.core.output_guard import DESCRIPTOR, refuse_output
from yzgeo.core.visible_text import in_json

STEM_CHARACTERS = 40
"""Characters of the file's stem in the name of its temporary file, since file systems limit the length of names."""
TOKEN_BYTES = 4
LOCK = ".lock"
"""Ending of the lock beside a temporary file: the system releases it when the process ends in any way, so the next
process can tell abandoned temporary files from those being written."""
LOCK_WAIT_S = 5.0
"""How long to wait for our own lock, which another run holds for a moment to see whether it is abandoned."""


@contextmanager
def atomic_file(file: Path) -> Iterator[Path]:
    """A temporary file in the folder of `file` that replaces it atomically when the block ends without an exception.

    Temporary files of killed runs that wrote the same file are removed first. A link is followed to its target; a
    pipe or device (`/dev/null`) is written to directly.

    Raises
    ------
    InputError
        When the folder cannot be made or written to, or the file is one of a plan folder (see `output_guard`).
    """
    refuse_output(file)
    target = Path(os.path.realpath(file))
    special = target.exists() and not target.is_file() and not target.is_dir()
    folder = Path(tempfile.gettempdir()) if special else target.parent
    # The name exists before the file, so that an interruption at any moment can remove it.
    temporary = folder / f".{target.stem[:STEM_CHARACTERS]}-{secrets.token_hex(TOKEN_BYTES)}{target.suffix}"
    lock = temporary.with_name(f"{temporary.name}{LOCK}")
    descriptor = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(PermissionError):  # a folder may be writable but not readable
            _clear_leftovers(folder, target)
        descriptor = acquire(lock, LOCK_WAIT_S)
        temporary.touch(mode=0o600, exist_ok=False)
        yield temporary
        if special:
            with temporary.open("rb") as buffer, target.open("wb") as stream:
                shutil.copyfileobj(buffer, stream)
        else:
            temporary.chmod(_mode(target))
            temporary.replace(target)
    except OSError as error:
        raise unwritable(file, error) from error
    finally:
        _clear(temporary)
        if descriptor is not None:
            release(lock, descriptor)


@contextmanager
def atomic_folder(folder: Path) -> Iterator[Path]:
    """A temporary folder beside `folder` that takes its place when the block ends without an exception.

    Parameters
    ----------
    folder
        It must not exist yet, or be empty.

    Raises
    ------
    InputError
        When it cannot be made or written to, or is or lies in what `output_guard` protects; nothing is left then.
    """
    refuse_output(folder / DESCRIPTOR)  # as a file inside: a subfolder of a plan folder may be made
    target = Path(os.path.realpath(folder))
    temporary = target.with_name(f".{target.name[:STEM_CHARACTERS]}-{secrets.token_hex(TOKEN_BYTES)}")
    missing = [parent for parent in target.parents if not parent.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.mkdir()
        yield temporary
        if target.is_dir() and (sys.platform == "win32" or target == Path.cwd()):
            # There a folder cannot take the place of one, and here the shell would go on standing in the old one.
            for file in sorted(temporary.iterdir()):
                file.replace(target / file.name)
        else:
            temporary.replace(target)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        if not target.exists():
            for parent in missing:
                with contextlib.suppress(OSError):
                    parent.rmdir()


def _clear_leftovers(folder: Path, target: Path) -> None:
    """Remove temporary files of `target` whose process is gone; files without a lock may belong to others."""
    token = f"[0-9a-f]{{{2 * TOKEN_BYTES}}}"
    leftover = re.compile(rf"\.{re.escape(target.stem[:STEM_CHARACTERS])}-{token}{re.escape(target.suffix + LOCK)}")
    for lock in [entry for entry in folder.iterdir() if leftover.fullmatch(entry.name)]:
        abandoned_descriptor = acquire_abandoned(lock)
        if abandoned_descriptor is not None:
            _clear(lock.with_suffix(""))
            release(lock, abandoned_descriptor)


def _clear(temporary: Path) -> None:
    """Remove a temporary file and the files that libraries add to its name (journals of SQLite, trees of GDAL)."""
    with contextlib.suppress(OSError):  # no folder, nothing to remove
        temporary.unlink(missing_ok=True)
        for entry in list(temporary.parent.iterdir()):
            if entry.name.startswith(temporary.name) and not entry.name.endswith(LOCK):
                entry.unlink(missing_ok=True)


def write_through(file: Path, content: bytes) -> None:
    """Write a file and sync it to the disk, so that a journal survives a power cut."""
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def write_bytes(file: Path, content: bytes) -> None:
    """Write a file atomically."""
    with atomic_file(file) as temporary:
        temporary.write_bytes(content)


def write_text(file: Path, text: str) -> None:
    """Write a text in UTF-8 atomically; line ends are not converted."""
    write_bytes(file, text.encode("utf-8"))


def json_text(content: Any) -> str:
    """JSON for people and scripts: indented, Chinese unescaped, no NaN, keys in their order.

    What a terminal or a log would obey is escaped, since some of it goes to standard output.
    """
    return in_json(json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)) + "\n"


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, which its owner may have closed to others; else the usual ones."""
    if target.is_file():
        return target.stat().st_mode & 0o777
    return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
