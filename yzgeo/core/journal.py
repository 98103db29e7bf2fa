"""Several files of a folder that appear together: all of them or none, whenever the process may be killed.

New content is written into a hidden stage inside the folder (the same disk, whatever is mounted where), each file
flushed to the disk. A journal that lists them is then moved into the stage: before that moment the folder is the old
one, after it the new set is complete, and what is left to do, moving each file to its place, anybody can do who comes
by. Who moves them, in which order, and what an error undoes, is the business of whoever staged them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from yzgeo.core.atomic_write import write_through
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

JOURNAL = "journal.json"
UNFINISHED = f"{JOURNAL}.part"
NEW = "new"
"""Where the files wait in the stage, under their names."""
OLD = "old"
"""Where in the stage the files wait that are replaced, until an error no longer can ask for them."""


class Journal(NamedTuple):
    """Names, relative to the folder and with slashes: files that come, in this order, and files that go for good."""

    files: list[str]
    obsolete: list[str]


def stage(folder: Path, hidden: str, files: Mapping[str, bytes], obsolete: Collection[str] = ()) -> None:
    """Write files into the stage `hidden` of a folder, then the journal.

    Raises
    ------
    OSError
        When they cannot be written; without a journal the stage means nothing.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> stage(folder, ".stage", {"data/a.txt": b"A"}, obsolete=["b.txt"])
    >>> print(staged(folder, ".stage"))
    Journal(files=['data/a.txt'], obsolete=['b.txt'])
    >>> clear(folder, ".stage")
    >>> print(staged(folder, ".stage"))
    None
    """
    place = folder / hidden
    for name, content in files.items():
        file = place / NEW / name
        file.parent.mkdir(parents=True, exist_ok=True)
        write_through(file, content)
    listed = json.dumps({"files": list(files), "obsolete": list(obsolete)}, ensure_ascii=False)
    unfinished = place / UNFINISHED
    write_through(unfinished, listed.encode("utf-8"))
    unfinished.replace(place / JOURNAL)


def staged(folder: Path, hidden: str) -> Journal | None:
    """The journal of a stage; None where there is none, and so nothing to be done.

    Raises
    ------
    InputError
        When it is not one, names a file outside the folder, or leads there by a link: it may come from strangers.
    """
    file = folder / hidden / JOURNAL
    if not file.is_file() and not file.is_symlink():
        return None
    try:
        found = json.loads(file.read_bytes())
        journal = Journal(found["files"], found["obsolete"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        journal = None
    linked = any(place.is_symlink() for place in (folder / hidden, *(folder / hidden).rglob("*")))
    if journal is None or linked or not _has_shape_of_stage(file.parent) or not _all_files(folder, hidden, journal):
        raise InputError(
            Text("不是 yzgeo 留下的记录", "is not what yzgeo leaves behind"),
            Text(f"移走或改名文件夹 {hidden}，然后重试", f"move or rename the folder {hidden}, then try again"),
            file=str(file),
        )
    return journal


def clear(folder: Path, hidden: str) -> None:
    """Remove a stage, the journal first: without it nobody takes what is left for a complete set.

    Raises
    ------
    InputError
        When something else stands in its place, which may be the user's: nothing of it is removed.
    """
    place = folder / hidden
    if not os.path.lexists(place):
        return
    if not _has_shape_of_stage(place):
        raise InputError(
            Text("不是 yzgeo 留下的，未动", "is not what yzgeo leaves behind, and was left as it is"),
            Text("移走或改名，然后重试", "move or rename it, then try again"),
            file=str(place),
        )
    (place / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(place, ignore_errors=True)


def _has_shape_of_stage(place: Path) -> bool:
    """Whether a folder holds only what a stage does: folders of files, and a journal."""
    if place.is_symlink() or not place.is_dir():
        return False
    return all(
        not entry.is_symlink()
        and ((entry.name in (NEW, OLD) and entry.is_dir()) or (entry.name in (JOURNAL, UNFINISHED) and entry.is_file()))
        for entry in place.iterdir()
    )


def is_inside(name: str) -> bool:
    """Whether a name, relative to a folder and with slashes, stays inside it on every system.

    >>> print(is_inside("data/a.txt"), is_inside("../a.txt"), is_inside("C:a.txt"))
    True False False
    """
    path = PurePosixPath(name)
    return (
        bool(path.parts) and not path.is_absolute() and ".." not in path.parts and ":" not in name and "\\" not in name
    )


def leads_away(folder: Path, name: str) -> bool:
    """Whether a link stands in the place of a file of a folder, or of a folder on the way to it."""
    parts = PurePosixPath(name).parts
    return any((folder / PurePosixPath(*parts[:count])).is_symlink() for count in range(1, len(parts) + 1))


def _all_files(folder: Path, hidden: str, journal: Journal) -> bool:
    """Whether both lists of a journal name files inside the folder, on whose way and in whose stage there is no link."""
    return all(
        isinstance(names, list)
        and all(
            isinstance(name, str)
            and is_inside(name)
            and not leads_away(folder / hidden / NEW, name)
            and (folder / name).parent.resolve() == (folder.resolve() / name).parent
            for name in names
        )
        for names in journal
    )
