"""Change several files of a plan folder atomically, even if the process is killed at any moment.

New files are written into a staging folder. A journal that lists them is then renamed into place: before that moment the
plan is the old one, after it the new one. Moving the files to their places can be finished by the next process that
opens the plan.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from yzgeo.core.atomic_write import write_through
from yzgeo.core.errors import InputError, unwritable
from yzgeo.core.i18n import Text

STAGED = ".importing"
JOURNAL = "journal.json"
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
    staged = folder / STAGED
    try:
        if staged.exists():  # left by an import that was killed before it wrote its journal
            shutil.rmtree(staged)
        staged.mkdir()
        previous = {}
        for name in keep:
            if (folder / name).is_file() and (folder / name).read_bytes() != files[name]:
                previous[_previous(folder / name)] = (folder / name).read_bytes()
        contents = {**previous, **files}
        for number, content in enumerate(contents.values()):
            write_through(staged / str(number), content)
        write_through(staged / "journal.new", json.dumps(list(contents)).encode())
        (staged / "journal.new").replace(staged / JOURNAL)
    except OSError as error:
        shutil.rmtree(folder / STAGED, ignore_errors=True)
        raise unwritable(folder, error) from error
    settle(folder)
    return list(previous)


def settle(folder: Path) -> None:
    """Finish a change that has a journal; a folder without one is not touched.

    Raises
    ------
    InputError
        When the folder cannot be written to.
    """
    staged = folder / STAGED
    if not (staged / JOURNAL).is_file():
        return
    try:
        for number, name in enumerate(_names(folder)):
            with contextlib.suppress(FileNotFoundError):  # moved before the process was killed
                (folder / name).parent.mkdir(exist_ok=True)
                (staged / str(number)).replace(folder / name)
        (staged / JOURNAL).unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    shutil.rmtree(staged, ignore_errors=True)


def _names(folder: Path) -> list[str]:
    """The files in a journal; since plan folders may come from strangers, all must lie inside the folder.

    Raises
    ------
    InputError
        When the journal is not one, or names a file outside the folder.
    """
    journal = folder / STAGED / JOURNAL
    try:
        names = json.loads(journal.read_bytes())
    except ValueError:
        names = None
    root = folder.resolve()
    inside = isinstance(names, list) and all(
        isinstance(name, str) and (folder / name).resolve().is_relative_to(root) for name in names
    )
    if not inside:
        raise InputError(
            Text("不是 yzgeo 留下的导入记录", "is not what an import of yzgeo leaves behind"),
            Text(f"删除文件夹 {STAGED} 后重试", f"remove the folder {STAGED}, then try again"),
            file=str(journal),
        )
    return list(names)


def _previous(file: Path) -> str:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    return f"{PREVIOUS}/{file.stem}-{digest}{file.suffix}"
