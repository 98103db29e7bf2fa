"""Progress of a long run on standard error, and a clean end when it is interrupted."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text

SECONDS_BETWEEN_LINES = 10


@contextmanager
def progress_bar(total: int, lang: Lang) -> Iterator[Callable[[int], None]]:
    """A progress bar: yields a function to call with the number of parcels done.

    On a terminal it is a bar with the time left; elsewhere (a log) a line every ten seconds.
    """
    what = Text("地块", "parcels").of(lang)
    if not sys.stderr.isatty():
        yield _lines(total, lang)
        return
    # In a log there is no bar, and the start does not wait for it.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = [TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)


def _lines(total: int, lang: Lang) -> Callable[[int], None]:
    begin = last = time.monotonic()

    def line(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < SECONDS_BETWEEN_LINES or not done:
            return
        last = now
        seconds_left = (now - begin) * (total - done) / done
        message = Text(
            f"{done:,} / {total:,} 个地块，约还需 {seconds_left:.0f} 秒",
            f"{done:,} of {total:,} parcels, about {seconds_left:.0f} s left",
        )
        print(message.of(lang), file=sys.stderr, flush=True)

    return line


@contextmanager
def interrupts_deferred() -> Iterator[None]:
    """Defer interruptions to the end of the block, after which the processes it starts can be ended in order."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread gets signals
        yield
        return
    signals: list[int] = []

    def wait(number: int, frame: FrameType | None) -> None:
        signals.append(number)

    before = {number: signal.signal(number, wait) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if signals:
            signal.raise_signal(signals[0])


@contextmanager
def interruptible() -> Iterator[None]:
    """Turn Ctrl-C and SIGTERM into a refusal, so that half-written files are cleared away.

    Raises
    ------
    InputError
        When interrupted.
    """
    stopped = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except BaseException as error:
        # Libraries in C hand the interruption on as an error of their own.
        if not stopped:
            raise
        raise InputError(
            Text("已中断，原有文件未动", "interrupted; what was there before is as it was"),
            Text("重新运行", "run it again"),
        ) from error
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
