"""One build at a time in a folder, by a lock of the operating system, which a killed process cannot leave behind.

Lock libraries leave their file behind; this one goes with the lock, since the folder is handed over.
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

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, where_none_are_known: bool = True) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    NO_LOCKS = {errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK}
    """Some network shares know no locks: there one builds without, rather than not at all."""

    def _try_lock(descriptor: int, where_none_are_known: bool = True) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            return where_none_are_known
        return True


@contextmanager
def alone_in(folder: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the lock of a folder, which must exist; wait for whoever holds it.

    Raises
    ------
    InputError
        When it is still held after `wait_s` seconds.
    OSError
        When the folder cannot be written to.
    """
    file = folder / LOCK
    descriptor = hold(file, wait_s)
    if descriptor is None:
        raise InputError(
            Text("另一个 yzgeo 正在写这个文件夹", "another yzgeo is writing into this folder"),
            Text("等它结束后再试", "wait until it has ended and try again"),
            file=str(folder),
        )
    try:
        yield
    finally:
        let_go(file, descriptor)


def hold(file: Path, wait_s: float) -> int | None:
    """Lock a file, which is made; None when somebody else still holds it after `wait_s` seconds.

    Raises
    ------
    OSError
        When it cannot be made.
    """
    until = time.monotonic() + wait_s
    while True:
        descriptor = os.open(file, os.O_CREAT | os.O_RDWR, 0o666)
        if _try_lock(descriptor) and _still_there(file, descriptor):
            return descriptor
        os.close(descriptor)
        if time.monotonic() > until:
            return None
        time.sleep(PAUSE_S)


def let_go(file: Path, descriptor: int) -> None:
    """End what `hold` or `abandoned` began; the file goes with its lock."""
    with suppress(OSError):
        if sys.platform != "win32":  # where a name can go while the file is open: nobody locks it once it is free
            file.unlink()
    os.close(descriptor)
    with suppress(OSError):
        if sys.platform == "win32":
            file.unlink()


def abandoned(file: Path) -> int | None:
    """The lock of a file whose holder was killed; None where one lives, or where that cannot be known.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "lock")
    >>> held = hold(file, 0)
    >>> print(abandoned(file))
    None
    >>> os.close(held)  # as the system does when it kills a process
    >>> left = abandoned(file)
    >>> print(left is not None)
    True
    >>> let_go(file, left)
    """
    try:
        descriptor = os.open(file, os.O_RDWR)
    except OSError:
        return None
    with suppress(OSError):
        if _try_lock(descriptor, where_none_are_known=False) and _still_there(file, descriptor):
            return descriptor
    os.close(descriptor)
    return None


def _still_there(file: Path, descriptor: int) -> bool:
    """Whether the locked file is the one of its name: whoever held it before may have removed that."""
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
