"""Put a whole set of files into a folder, or nothing: no reader ever finds files of two builds taken for one.

Once the files are staged and the journal is there (see `core.journal`), the old manifest leaves first, then the files
change places, the new manifest comes last: **where there is a manifest, all files are its own.** An error
undoes the changes; after a kill the next delivery finishes what the journal says, or clears away what has none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from yzgeo.core import journal
from yzgeo.core.errors import InputError, unwritable
from yzgeo.core.file_lock import locked_folder
from yzgeo.core.i18n import Text

STAGE = ".yzgeo-build"
OLD = "old"
"""Where in the stage the files wait that are replaced, until an error no longer can ask for them."""


def deliver(files: dict[str, bytes], folder: Path, manifest: str) -> None:
    """Write files into a folder in one go.

    Parameters
    ----------
    files
        Content by name relative to the folder, with slashes; `manifest` is one of them.
    folder
        Made where it is missing. Files that its old manifest lists and that are not written again are removed; all
        others are left alone.
    manifest
        A JSON file whose `outputs` are the names of the set.

    Raises
    ------
    InputError
        When a file cannot be written or replaced; then everything is as it was.
    """
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked_folder(folder):
            _finish_or_clear(folder, manifest)
            try:
                obsolete = [name for name in _outputs(folder / manifest) if name not in files]
                journal.stage(folder, STAGE, files, obsolete)
                _move_in(folder, manifest)
            except BaseException:
                if not _holds_files(folder / STAGE / OLD):  # else even putting back failed: the next one finishes
                    journal.clear(folder, STAGE)
                raise
            journal.clear(folder, STAGE)
    except OSError as error:
        raise unwritable(Path(error.filename or folder), error) from error
    finally:
        if made:
            _remove_if_empty(folder)  # else it was delivered


def _move_in(folder: Path, manifest: str) -> None:
    """Let the files of the journal take their places; on an error put back what was there."""
    new, old = folder / STAGE / journal.NEW, folder / STAGE / OLD
    listed = journal.staged(folder, STAGE, links=True)
    if listed is None:
        return
    coming = [name for name in [*listed.files, manifest] if (new / name).exists()]  # the rest is in its place
    coming.sort(key=lambda name: name == manifest)
    leaving = [name for name in [manifest, *listed.obsolete, *coming] if name != manifest or manifest in coming]
    moved: list[tuple[Path, Path]] = []
    try:
        for name in dict.fromkeys(coming):
            _refuse_folder(folder / name, name)
        for name in dict.fromkeys(leaving):
            if (folder / name).is_file():
                _move(folder / name, old / name, moved)
        for name in dict.fromkeys(coming):
            _move(new / name, folder / name, moved)
    except BaseException:
        for before, after in reversed(moved):
            if not before.exists():
                after.replace(before)
        for _, after in moved:
            _remove_if_empty(after.parent)
        raise
    for name in listed.obsolete:
        _remove_if_empty((folder / name).parent)


def _refuse_folder(file: Path, name: str) -> None:
    """What stands in the place of a file is not taken away, since it may hold what is not yzgeo's."""
    if file.is_dir():
        raise InputError(
            Text(
                f"{name} 是文件夹，应是文件；原有文件未动",
                f"{name} is a folder where a file belongs; nothing was changed",
            ),
            Text("移走或改名这个文件夹，然后重试", "move or rename the folder, then try again"),
            file=str(file),
        )


def _move(before: Path, after: Path, moved: list[tuple[Path, Path]]) -> None:
    after.parent.mkdir(parents=True, exist_ok=True)
    moved.append((before, after))
    before.replace(after)


def _holds_files(folder: Path) -> bool:
    return any(file.is_file() for file in folder.rglob("*"))


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):  # it is not
        folder.rmdir()


def _finish_or_clear(folder: Path, manifest: str) -> None:
    """What a killed delivery left: with a journal its files are complete and take their places, else they go."""
    _move_in(folder, manifest)
    journal.clear(folder, STAGE)


def _outputs(manifest: Path) -> list[str]:
    """The names that an old manifest lists, those only that lie inside its folder."""
    try:
        listed = json.loads(manifest.read_text("utf-8"))["outputs"]
    except (OSError, ValueError, KeyError, TypeError):
        return []  # none, or not one of ours
    return [name for name in listed if isinstance(name, str) and journal.is_inside(name)]
