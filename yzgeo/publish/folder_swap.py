"""Exchange a folder for a new one in a single step of the file system, so that readers find the old or the new.

The new folder is made beside the old one: the files that are to come, and hard links of all files of the old one that
stay. Then the two change names at once, which Linux can do (`renameat2`); then the old one goes. Where that is not
possible (another system, a share, a folder that is a mount point or that one stands in), nothing is done.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from yzgeo.core.atomic_write import write_through
from yzgeo.core.errors import InputError
from yzgeo.core.file_lock import LOCK, acquire, release
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import kept_name

SUFFIX = ".yzgeo-build"
"""Ending of the name of the folder beside, which begins with a dot; its lock has `.lock` behind it."""
WAIT_S = 60.0
AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES}
"""What `renameat2` says where it, the file system or the kind of folder does not allow the exchange."""

PART = ".yzgeo-part"
"""The file that is being written, in the folder beside: each gets its name when it is whole."""
Written = Callable[[Path], Mapping[str, str]]
"""The files that yzgeo wrote into a folder, by its manifest, with their SHA-256."""


def swap_in(folder: Path, files: Mapping[str, bytes], leaving: Collection[str], written: Written) -> bool:
    """Give a folder new files in one step; False, and nothing done, where that is not possible.

    Parameters
    ----------
    folder
        An existing folder, its path without links, locked by the caller.
    files
        Content by name relative to the folder, with slashes; the manifest first, so that what a kill leaves can be
        told from what is the user's.
    leaving
        Names of the files that go; all others stay.
    written
        Gives what the manifest of a folder lists, and the manifest itself.

    Raises
    ------
    InputError
        When another process is at it, or the place beside is taken.
    OSError
        When a file cannot be written; the folder is then as it was.
    """
    if not _possible(folder):
        return False
    beside = folder.with_name(f".{folder.name}{SUFFIX}")
    lock = beside.with_name(f"{beside.name}.lock")
    try:
        descriptor = acquire(lock, WAIT_S)
    except OSError:
        return False  # the folder around cannot be written to
    if descriptor is None:
        raise InputError(
            Text("另一个 yzgeo 正在写这个文件夹", "another yzgeo is writing into this folder"),
            Text("等它结束后再试", "wait until it has ended and try again"),
            file=str(folder),
        )
    ours = {*files, *leaving, LOCK}
    manifest = next(iter(files))
    try:
        _clear_leftover(beside, folder, manifest, written)
        try:
            beside.mkdir()
            for name, content in files.items():
                (beside / name).parent.mkdir(parents=True, exist_ok=True)
                write_through(beside / PART, content)
                (beside / PART).replace(beside / name)
            swapped = _link_rest(folder, beside, ours) and _exchange(folder, beside)
        except BaseException:
            _remove(beside, manifest)
            raise
        if swapped:
            _carry_over(beside, folder, ours)
        _remove(beside, manifest)
    finally:
        release(lock, descriptor)
    return swapped


def _possible(folder: Path) -> bool:
    try:
        here = Path.cwd()
    except OSError:
        here = folder.parent
    return (
        sys.platform == "linux"
        and folder != folder.parent
        and not here.is_relative_to(folder)
        and not folder.is_mount()
    )


def _entries(folder: Path) -> Iterator[tuple[str, Path, os.stat_result]]:
    """Everything below a folder that is not a folder, with its name relative to it; no link is followed."""
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            entry = Path(place, name)
            yield entry.relative_to(folder).as_posix(), entry, entry.lstat()
    for place, names, _ in os.walk(folder):
        for name in names:
            if (entry := Path(place, name)).is_symlink():
                yield entry.relative_to(folder).as_posix(), entry, entry.lstat()


def _link_rest(folder: Path, beside: Path, ours: Collection[str]) -> bool:
    """Hard links in the new folder of all files that stay; False where the file system does not allow them."""
    device = folder.stat().st_dev
    folders = [Path(place) for place, _, _ in os.walk(folder)]
    try:
        for place in folders:
            goes_with_ours = place != folder and any(place.iterdir()) and _holds_only(place, folder, ours)
            if place.lstat().st_dev != device:
                return False
            if not goes_with_ours:
                (beside / place.relative_to(folder)).mkdir(parents=True, exist_ok=True)
        for name, entry, status in _entries(folder):
            if name not in ours:
                if status.st_dev != device:
                    return False
                os.link(entry, beside / name, follow_symlinks=False)
        for place in reversed(folders):
            copy = beside / place.relative_to(folder)
            if copy.is_dir():
                shutil.copystat(place, copy)
                owner = place.stat()
                if (owner.st_uid, owner.st_gid) != (copy.stat().st_uid, copy.stat().st_gid):
                    os.chown(copy, owner.st_uid, owner.st_gid)
    except OSError:
        return False
    return True


def _holds_only(place: Path, folder: Path, ours: Collection[str]) -> bool:
    """Whether a subfolder holds files of ours and nothing else, so that it goes when they do."""
    return all(entry.relative_to(folder).as_posix() in ours for entry in place.iterdir())


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if not rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE):
        return True
    number = ctypes.get_errno()
    if number in UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(one))


def _carry_over(old: Path, new: Path, ours: Collection[str]) -> None:
    """Files that others put into the old folder while the new one was made go into the new one."""
    for name, entry, status in _entries(old):
        if name not in ours and not _is_linked(status, new / name):
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            entry.replace(new / name)


def _clear_leftover(beside: Path, folder: Path, manifest: str, written: Written) -> None:
    """Remove what a killed process left beside; what is neither recorded as written nor in the folder is kept there.

    Raises
    ------
    InputError
        When a file, a link or anything but a folder of files stands there, which yzgeo does not leave.
    """
    if not os.path.lexists(beside):
        return
    if beside.is_symlink() or not beside.is_dir():
        raise _not_left_by_us(beside)
    unlinked = [
        (name, entry, status)
        for name, entry, status in _entries(beside)
        if name not in (LOCK, PART) and not _is_linked(status, folder / name)
    ]
    for _, entry, status in unlinked:
        if not stat.S_ISREG(status.st_mode):
            raise _not_left_by_us(entry)
    recorded = written(beside)
    for name, entry, _ in unlinked:
        content = entry.read_bytes()
        if recorded.get(name) != hashlib.sha256(content).hexdigest():
            copy = folder / kept_name(name, content)
            copy.parent.mkdir(parents=True, exist_ok=True)
            entry.replace(copy)
    _remove(beside, manifest)


def _remove(beside: Path, manifest: str) -> None:
    """Remove the folder beside, its manifest last: a process that is killed meanwhile leaves files that it tells of."""
    for name, entry, _ in list(_entries(beside)):
        if name != manifest:
            with suppress(OSError):
                entry.unlink()
    shutil.rmtree(beside, ignore_errors=True)


def _not_left_by_us(place: Path) -> InputError:
    return InputError(
        Text("不是 yzgeo 留下的，未动", "is not what yzgeo leaves behind, and was left as it is"),
        Text("移走或改名，然后重试", "move or rename it, then try again"),
        file=str(place),
    )


def _is_linked(status: os.stat_result, other: Path) -> bool:
    try:
        return os.path.samestat(status, other.lstat())
    except OSError:
        return False
