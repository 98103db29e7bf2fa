"""Put a whole set of files into a folder, or nothing: no reader ever finds files of two builds taken for one.

The files are written into a hidden folder inside the target (the same disk, whatever is mounted where), each flushed
to the disk. Then a journal is written; from there on the new set is complete. The old manifest leaves first, then
the files change places, the new manifest comes last: **where there is a manifest, all files are its own.** An error
undoes the changes; after a kill the next delivery finishes what the journal says, or clears away what has none.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath

from yzgeo.core.atomic_write import write_through
from yzgeo.core.errors import InputError, unwritable
from yzgeo.core.file_lock import locked_folder
from yzgeo.core.i18n import Text

STAGE = ".yzgeo-build"
JOURNAL = "journal.json"


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
                _stage(files, folder, manifest)
                _move_in(folder, manifest)
            except BaseException:
                if not _holds_files(folder / STAGE / "old"):  # else even putting back failed: the next one finishes
                    _clear(folder)
                raise
            _clear(folder)
    except OSError as error:
        raise unwritable(Path(error.filename or folder), error) from error
    finally:
        if made:
            _remove_if_empty(folder)  # else it was delivered


def _stage(files: dict[str, bytes], folder: Path, manifest: str) -> None:
    """Write everything beside its place, then the journal."""
    new = folder / STAGE / "new"
    for name, content in files.items():
        file = new / name
        file.parent.mkdir(parents=True, exist_ok=True)
        write_through(file, content)
    obsolete = [name for name in _outputs(folder / manifest) if name not in files]
    journal = {"files": list(files), "obsolete": obsolete}
    unfinished = folder / STAGE / f"{JOURNAL}.part"
    write_through(unfinished, json.dumps(journal, ensure_ascii=False).encode("utf-8"))
    unfinished.replace(folder / STAGE / JOURNAL)


def _move_in(folder: Path, manifest: str) -> None:
    """Let the files of the journal take their places; on an error put back what was there."""
    new, old = folder / STAGE / "new", folder / STAGE / "old"
    journal = _journal(folder / STAGE / JOURNAL)
    coming = [name for name in [*journal["files"], manifest] if (new / name).exists()]  # the rest is in its place
    coming.sort(key=lambda name: name == manifest)
    leaving = [name for name in [manifest, *journal["obsolete"], *coming] if name != manifest or manifest in coming]
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
    for name in journal["obsolete"]:
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


def _journal(file: Path) -> dict[str, list[str]]:
    """What a stage still has to do; names that lie outside the folder are none of its own."""
    try:
        found = json.loads(file.read_text("utf-8"))
        return {part: [name for name in found[part] if _inside(name)] for part in ("files", "obsolete")}
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(
            Text("不是 yzgeo 留下的记录", "is not what a build of yzgeo leaves behind"),
            Text(f"删除文件夹 {STAGE} 后重试", f"remove the folder {STAGE}, then try again"),
            file=str(file),
        ) from error


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
    if (folder / STAGE / JOURNAL).exists():
        _move_in(folder, manifest)
    _clear(folder)


def _clear(folder: Path) -> None:
    """Remove the stage, the journal first: without it nobody takes what is left for a complete set."""
    (folder / STAGE / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(folder / STAGE, ignore_errors=True)


def _outputs(manifest: Path) -> list[str]:
    """The names that an old manifest lists, those only that lie inside its folder."""
    try:
        listed = json.loads(manifest.read_text("utf-8"))["outputs"]
    except (OSError, ValueError, KeyError, TypeError):
        return []  # none, or not one of ours
    return [name for name in listed if isinstance(name, str) and _inside(name)]


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(path.parts) and not path.is_absolute() and ".." not in path.parts and ":" not in name and "\\" not in name
    )
