"""Find the command `yzgeo` on this machine and run it. No QGIS in here."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from .languages import Text

PREFIX = "yzgeo: "
"""What a refusal of yzgeo begins with."""
REFUSED = 2
"""Exit code when the work could not be done."""
FOREIGN = ("PYTHON", "GDAL_", "OGR_", "CPL_", "PROJ_")
"""Beginnings of the names of variables that QGIS sets for its own libraries, and that mislead those of yzgeo."""
BESIDE_THE_PATH = ("~/.local/bin", "/usr/local/bin", "/opt/homebrew/bin")
"""Where installers put commands that the search path of a program started from a menu may lack."""
IN_A_FOLDER = tuple(
    f"{venv}{name}" for venv in ("", ".venv/", "venv/") for name in ("bin/yzgeo", "Scripts/yzgeo.exe", "yzgeo.exe")
)
"""Where the command is in an environment, or in a checkout with one."""
BATCHES = (".bat", ".cmd")
WAIT_S = 0.1
PATIENCE_S = 10.0
"""How long a process that was asked to end may clear up."""
PROGRESS = re.compile(r"([\d,]+) (?:/|of) ([\d,]+) ")
REMEDY = Text(
    "先安装：在 yzgeo 的源码文件夹中运行 python scripts/run.py build，或用 pip install 安装它的 .whl 文件；"
    "再到“设置 → 选项 → 数据处理 → 数据源 → yzgeo”填写命令 yzgeo、装有它的 python 或所在文件夹的完整路径",
    "install it: run python scripts/run.py build in the source folder of yzgeo, or pip install its .whl file; then give "
    "the full path of the command yzgeo, of the python that has it, or of the folder, under Settings → Options → "
    "Processing → Providers → yzgeo",
)


class CommandError(Exception):
    """The command cannot be run, or could not do its work; `text` says why, and the remedy where one is known."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Cancelled(Exception):  # noqa: N818  (no error: the user wished it)
    """The user cancelled, and the process has ended."""


class Line(NamedTuple):
    """A line that the command wrote."""

    is_message: bool
    text: str


def locate(setting: str, environment: Mapping[str, str]) -> list[str]:
    """The words that begin a command line.

    Parameters
    ----------
    setting
        What the user gave: the command, a Python that has yzgeo, a folder with either; empty to search for it.
    environment
        Variables, for the search path.

    Raises
    ------
    CommandError
        When there is no such file.
    """
    wanted = setting.strip().strip('"')
    search_path = environment.get("PATH", os.defpath)
    if not wanted:
        beside = os.pathsep.join(str(Path(folder).expanduser()) for folder in BESIDE_THE_PATH)
        found = _on_path("yzgeo", search_path) or _on_path("yzgeo", beside)
        if found:
            return [found]
        raise CommandError(
            Text(f"找不到命令 yzgeo。{REMEDY.zh}。", f"The command yzgeo is not found. Remedy: {REMEDY.en}.")
        )
    path = Path(wanted).expanduser()
    if path.is_absolute() and path.is_dir():
        inside = next((path / name for name in IN_A_FOLDER if (path / name).is_file()), None)
        if inside is None:
            raise CommandError(
                Text(
                    f"文件夹 {wanted} 中没有命令 yzgeo。{REMEDY.zh}。",
                    f"The folder {wanted} has no command yzgeo in it. Remedy: {REMEDY.en}.",
                )
            )
        return [str(inside)]
    program = str(path) if path.is_absolute() and path.is_file() else None
    if program is None and path.name == wanted:
        program = _on_path(wanted, search_path)
    if program is None:
        raise CommandError(
            Text(f"没有 {wanted} 这个文件或命令。{REMEDY.zh}。", f"There is no {wanted}. Remedy: {REMEDY.en}.")
        )
    if program.lower().endswith(BATCHES):
        raise CommandError(
            Text(
                f"{wanted} 是批处理文件，参数中的文字会被当作命令。{REMEDY.zh}。",
                f"{wanted} is a batch file, which would run texts of its arguments. Remedy: {REMEDY.en}.",
            )
        )
    is_python = re.match(r"(python|pypy)[\d.w]*(\.exe)?$", Path(program).name.lower())
    return [program, "-m", "yzgeo"] if is_python else [program]


def _on_path(name: str, search_path: str) -> str | None:
    """A program on a search path; unlike `shutil.which` never one of the current folder, nor a batch file."""
    for folder in search_path.split(os.pathsep):
        for candidate in (Path(folder, name), Path(folder, f"{name}.exe")):
            if candidate.is_absolute() and candidate.is_file() and os.access(candidate, os.X_OK):
                return str(candidate)
    return None


def clean(environment: Mapping[str, str]) -> dict[str, str]:
    """Variables for the command: without those that point its Python, GDAL and PROJ to the files of QGIS."""
    return {name: value for name, value in environment.items() if not name.upper().startswith(FOREIGN)}


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    tell: Callable[[Line], None],
    is_cancelled: Callable[[], bool],
) -> None:
    """Run a command in a folder, and hand on each line as it comes.

    Raises
    ------
    CommandError
        When it cannot be started, or does not end with 0; with the words of yzgeo where it refused.
    Cancelled
        When `is_cancelled` said so; the process and those that it started have ended then.
    """
    try:
        process = subprocess.Popen(
            list(command),
            cwd=folder,
            env=clean(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=os.name == "posix",  # so that what it starts can be ended with it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, ValueError) as error:
        raise CommandError(
            Text(
                f"无法启动 {command[0]}：{error}。{REMEDY.zh}。",
                f"{command[0]} cannot be started: {error}. Remedy: {REMEDY.en}.",
            )
        ) from error
    lines: queue.Queue[Line] = queue.Queue()
    assert process.stdout is not None and process.stderr is not None  # noqa: S101, PT018  (pipes, as asked for)
    readers = [
        threading.Thread(target=_read, args=(stream, is_message, lines), daemon=True)
        for stream, is_message in ((process.stdout, False), (process.stderr, True))
    ]
    for reader in readers:
        reader.start()
    messages: list[str] = []
    try:
        while not _is_over(process, readers, lines):
            if is_cancelled():
                raise Cancelled
            try:
                line = lines.get(timeout=WAIT_S)
            except queue.Empty:
                continue
            if line.is_message:
                messages.append(line.text)
            tell(line)
    finally:
        _end(process)
        for reader in readers:
            reader.join(timeout=PATIENCE_S)
    if process.returncode:
        raise CommandError(failure(process.returncode, messages))


def _read(stream: IO[bytes], is_message: bool, lines: queue.Queue[Line]) -> None:
    with stream:
        for line in stream:
            lines.put(Line(is_message, line.decode("utf-8", "replace").rstrip("\r\n")))


def _is_over(process: subprocess.Popen[bytes], readers: list[threading.Thread], lines: queue.Queue[Line]) -> bool:
    return process.poll() is not None and not any(reader.is_alive() for reader in readers) and lines.empty()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs: first by asking, so that it clears away what is half-written."""
    if process.poll() is not None:
        return
    _signal(process, getattr(signal, "SIGTERM", None))
    until = time.monotonic() + PATIENCE_S
    while process.poll() is None and time.monotonic() < until:
        time.sleep(WAIT_S)
    _signal(process, getattr(signal, "SIGKILL", None))  # what it started may have outlived it
    process.wait()


def _signal(process: subprocess.Popen[bytes], number: int | None) -> None:
    if os.name == "posix" and number is not None:
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            return
    else:
        process.terminate()


def failure(code: int, messages: Sequence[str]) -> Text:
    """Why a command failed: yzgeo's own words where it refused, else what was last said."""
    own = [number for number, line in enumerate(messages) if line.startswith(PREFIX)]
    if code == REFUSED and own:
        refusal = "\n".join([messages[own[-1]][len(PREFIX) :], *messages[own[-1] + 1 :]])
        return Text(refusal, refusal)
    last = "\n".join(messages[-5:])
    if "No module named" in last and "yzgeo" in last:
        return Text(f"这个 Python 没有安装 yzgeo。{REMEDY.zh}。", f"This Python has no yzgeo. Remedy: {REMEDY.en}.")
    return Text(
        f"命令以 {code} 结束：\n{last}\n请在命令行中运行 yzgeo doctor，并附上其结果求助。",
        f"The command ended with {code}:\n{last}\nRun yzgeo doctor in a terminal, and send its answer with your question.",
    )


def share_done(message: str) -> float | None:
    """Per cent done, of a line such as `1,200 / 4,000 parcels`; None where a line tells no progress.

    >>> print(share_done("1,000 of 4,000 parcels, about 3 s left"), share_done("wrote 3 of 4 files"))
    25.0 None
    """
    match = PROGRESS.match(message)
    if match is None:
        return None
    done, total = (int(number.replace(",", "")) for number in match.groups())
    return 100 * done / total if total else None
