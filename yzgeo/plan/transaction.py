"""Change several files of a plan folder atomically, even if the process is killed at any moment.

Before its journal exists the plan is the old one, after it the new one: the next process that opens the plan
finishes the rest (see `core.journal`). Files are replaced in place, so that none is ever missing.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

from yzgeo.core import journal
from yzgeo.core.errors import unwritable

STAGED = ".importing"
PREVIOUS = "previous"


def change(folder: Path, files: Mapping[str, bytes], keep: Collection[str]) -> list[str]:
    """Write files of a plan folder atomically; old files named in `keep` are backed up in `previous/`.

    Parameters
    ----------
    folder
        A plan folder.
    files
        Content by name; moved into place in this order.
    keep
        Names of the files to back up.

    Returns
    -------
    list of str
        Names of the backups, with the start of their SHA-256.

    Raises
    ------
    InputError
        When the folder cannot be written to; it is then unchanged.
    """
    settle(folder)
    try:
        journal.clear(folder, STAGED)  # left by an import that was killed before it wrote its journal
        previous = {}
        for name in keep:
            if (folder / name).is_file() and (folder / name).read_bytes() != files[name]:
                previous[_previous(folder / name)] = (folder / name).read_bytes()
        journal.stage(folder, STAGED, {**previous, **files})
    except OSError as error:
        with contextlib.suppress(OSError):
            journal.clear(folder, STAGED)
        raise unwritable(folder, error) from error
    settle(folder)
    return list(previous)


def settle(folder: Path) -> None:
    """Finish a change that has a journal; a folder without one is not touched.

    Raises
    ------
    InputError
        When the folder cannot be written to, or holds a journal that is none of yzgeo's.
    """
    left = journal.staged(folder, STAGED)
    if left is None:
        return
    try:
        for name in left.files:
            with contextlib.suppress(FileNotFoundError):  # moved before the process was killed
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / STAGED / journal.NEW / name).replace(folder / name)
        journal.clear(folder, STAGED)
    except OSError as error:
        raise unwritable(folder, error) from error


def _previous(file: Path) -> str:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    return f"{PREVIOUS}/{file.stem}-{digest}{file.suffix}"
