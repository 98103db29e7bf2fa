"""Lock a folder for one build at a time, by a lock of the operating system, which ends with its process.

Lock libraries leave their lock file behind; here it is removed, since the folder is handed over.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

LOCK = ".yzgeo-lock"
WAIT_S = 60.0
PAUSE_S = 0.05
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""A lock that is a link would be made, locked or removed elsewhere."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, without_support: bool = True) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    NO_LOCKS = {errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK}
    """Some network shares support no locks: a build runs there without one."""

    def _try_lock(descriptor: int, without_support: bool = True) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            return without_support
        return True


@contextmanager
def locked_folder(folder: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the lock of an existing folder; wait while another process holds it.

    Raises
    ------
    InputError
        When another process still holds it after `wait_s` seconds.
    OSError
        When the folder cannot be written to.
    """
    file = folder / LOCK
    descriptor = acquire(file, wait_s)
    if descriptor is None:
        raise InputError(
            Text("另一个 yzgeo 正在写这个文件夹", "another yzgeo is writing into this folder"),
            Text("等它结束后再试", "wait until it has ended and try again"),
            file=str(folder),
        )
    try:
        yield
    finally:
        release(file, descriptor)


def acquire(file: Path, wait_s: float) -> int | None:
    """Make and lock a file; None when another process still holds it after `wait_s` seconds.

    Raises
    ------
    InputError
        When it is a link.
    OSError
        When it cannot be made.
    """
    deadline = time.monotonic() + wait_s
    while True:
        if file.is_symlink():
            raise InputError(
                Text("锁文件是链接", "the lock is a link, which yzgeo never makes"),
                Text("移走这个链接后重试", "remove this link and try again"),
                file=str(file),
            )
        descriptor = os.open(file, os.O_CREAT | os.O_RDWR | NO_LINK, 0o666)
        if _try_lock(descriptor) and _is_same_file(file, descriptor):
            return descriptor
        os.close(descriptor)
        if time.monotonic() > deadline:
            return None
        time.sleep(PAUSE_S)


def release(file: Path, descriptor: int) -> None:
    """Release a lock of `acquire` or `acquire_abandoned` and remove its file."""
    with suppress(OSError):
        # An open file can be unlinked, so nobody locks it once it is free. The folder may have been exchanged meanwhile.
        if sys.platform != "win32" and _is_same_file(file, descriptor):
            file.unlink()
    os.close(descriptor)
    with suppress(OSError):
        if sys.platform == "win32":
            file.unlink()


def acquire_abandoned(file: Path) -> int | None:
    """Lock a file whose holder was killed; None where the holder lives, or where that cannot be determined.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "lock")
    >>> descriptor = acquire(file, 0)
    >>> print(acquire_abandoned(file))
    None
    >>> os.close(descriptor)  # as the system does when it kills a process
    >>> abandoned = acquire_abandoned(file)
    >>> print(abandoned is not None)
    True
    >>> release(file, abandoned)
    """
    try:
        descriptor = os.open(file, os.O_RDWR | NO_LINK)
    except OSError:
        return None
    with suppress(OSError):
        if _try_lock(descriptor, without_support=False) and _is_same_file(file, descriptor):
            return descriptor
    os.close(descriptor)
    return None


def _is_same_file(file: Path, descriptor: int) -> bool:
    """Whether the locked file is still the one of that name: its last holder may have removed it."""
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
