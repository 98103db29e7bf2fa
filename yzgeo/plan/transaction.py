"""Change several files of a plan folder atomically, even if the process is killed at any moment.

Before its journal exists the plan is the old one, after it the new one (see `core.journal`): who reads the plan reads
the files that wait in the stage in the place of those that they replace, and changes nothing; the next change finishes
the rest. Files are replaced in place, so that none is ever missing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping
from pathlib import Path

from yzgeo.core import journal
from yzgeo.core.errors import InputError, unwritable
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import PREVIOUS, kept_name

STAGED = ".importing"


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
    _refuse_links(folder, [*files, *(f"{PREVIOUS}/{name}" for name in files)])
    settle(folder)
    try:
        journal.clear(folder, STAGED)  # left by an import that was killed before it wrote its journal
        previous = {}
        for name in keep:
            if (folder / name).is_file() and (content := (folder / name).read_bytes()) != files[name]:
                previous[kept_name(name, content)] = content
        journal.stage(folder, STAGED, {**previous, **files})
    except OSError as error:
        with contextlib.suppress(OSError):
            journal.clear(folder, STAGED)
        raise unwritable(folder, error) from error
    settle(folder)
    return list(previous)


def valid_file(folder: Path, name: str) -> Path:
    """The file of a plan folder that counts: that in the stage of an interrupted change whose journal is there.

    Raises
    ------
    InputError
        When the folder holds a journal that is none of yzgeo's.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> journal.stage(folder, STAGED, {"zones.geojson": b"new"})
    >>> print(valid_file(folder, "zones.geojson").read_bytes(), valid_file(folder, "zones.csv") == folder / "zones.csv")
    b'new' True
    """
    left = journal.staged(folder, STAGED)
    waiting = folder / STAGED / journal.NEW / name
    return waiting if left is not None and name in left.files and waiting.is_file() else folder / name


def valid_files(folder: Path) -> dict[str, Path]:
    """The files of a plan folder that count, by name; those in its subfolders are none of the plan's."""
    left = journal.staged(folder, STAGED)
    staged = [name for name in left.files if "/" not in name] if left is not None else []
    names = {file.name for file in folder.iterdir() if file.is_file()} | set(staged)
    waiting = folder / STAGED / journal.NEW
    return {
        name: waiting / name if name in staged and (waiting / name).is_file() else folder / name
        for name in sorted(names)
    }


def valid_files_in(folder: Path, part: str) -> dict[str, Path]:
    """The files of a subfolder of a plan folder that count, by their own name; none where it is not there.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> journal.stage(folder, STAGED, {"ground/water.geojson": b"new"})
    >>> print(list(valid_files_in(folder, "ground")), valid_files_in(folder, "rules"))
    ['water.geojson'] {}
    """
    left = journal.staged(folder, STAGED)
    there = (
        {file.name: file for file in (folder / part).iterdir() if file.is_file()} if (folder / part).is_dir() else {}
    )
    for name in left.files if left is not None else ():
        inside, _, file_name = name.rpartition("/")
        waiting = folder / STAGED / journal.NEW / name
        if inside == part and waiting.is_file():
            there[file_name] = waiting
    return dict(sorted(there.items()))


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
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):  # moved before the process was killed
                (folder / STAGED / journal.NEW / name).replace(folder / name)
        journal.clear(folder, STAGED)
    except OSError as error:
        raise unwritable(folder, error) from error


def _refuse_links(folder: Path, names: Collection[str]) -> None:
    """A subfolder that is a link would have files written elsewhere."""
    for part in dict.fromkeys(part for name in names for part in Path(name).parents):
        place = folder / part
        if place != folder and place.is_symlink():
            raise InputError(
                Text(
                    "是链接，会写到规划文件夹之外", "is a link, by which files would be written outside the plan folder"
                ),
                Text("移走这个链接后重试", "remove this link and try again"),
                file=str(place),
            )
