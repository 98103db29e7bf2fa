"""Set up yzgeo in a fresh checkout, then build the maps or run the tests.

Only the standard library. The text must also parse and load on Python 3.6, so that an old Python gets to say what is
wrong with it: hence the annotations in quotes, and nothing newer at the top level.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
EXTRAS = {"build": "", "test": "test"}
HELP = """\
准备 .venv 环境（缺失或过期时），然后生成地图或运行测试。
Make the environment in .venv when it is missing or stale, then build the maps or run the tests.

  build   生成地图；其余参数（包括 --help）交给 yzgeo build，未给 -o 时写到本仓库的 maps/
          build the maps; what follows (--help too) goes to yzgeo build; without -o into maps/ of this checkout
  test    在本仓库根目录运行测试；其余参数交给 pytest
          run the tests, in the root of this checkout; what follows goes to pytest
"""
EPILOG = """\
例 / examples:
  python scripts/run.py build --lang en -o out
  python scripts/run.py test -k area
  python scripts/run.py build --wheelhouse wheels

.venv 由本脚本管理，过期时整个重建。pip 的镜像设置照常有效。
.venv belongs to this script, which makes it anew when it is stale. pip's own mirror settings apply.
Linux 上已测试；Windows 与 macOS 已考虑但未测试 / tested on Linux; written for Windows and macOS too, not tested there.
"""


class SetUpError(Exception):
    """The environment cannot be made; the text says why and what to do, in both languages."""


def check_python(version: "tuple[int, ...]") -> None:
    """Refuse a Python that is too old for yzgeo."""
    if version[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in version)
        raise SetUpError(
            f"需要 Python 3.11 或更新版本，当前是 {found}。请安装后用它运行，例如 python3.11 scripts/run.py build\n"
            f"Python 3.11 or newer is needed, this is {found}. Run this script with one, as in "
            "python3.11 scripts/run.py build"
        )


def check_venv() -> None:
    """Refuse a Python without venv or ensurepip, as Debian ships it, before `python -m venv` leaves half a folder."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        names = ", ".join(missing)
        raise SetUpError(
            f"这个 Python（{sys.executable}）缺少 {names}。Debian/Ubuntu 请运行 apt install python3-venv，然后重试\n"
            f"this Python ({sys.executable}) lacks {names}. On Debian or Ubuntu run apt install python3-venv, "
            "then try again"
        )


def say(message: str) -> None:
    """Show one line of progress; standard output belongs to yzgeo and pytest."""
    print(f"yzgeo: {message}", file=sys.stderr, flush=True)


def venv_python(root: Path) -> Path:
    """The interpreter of the environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_path(root: Path) -> Path:
    """The file that is written last, so that an environment without it is known to be unfinished."""
    return root / ".venv" / "yzgeo-stamp.txt"


def fingerprint(root: Path) -> str:
    """A digest of all that the environment is made from.

    Of setup.cfg only metadata and options count: a changed linter setting makes no environment stale. The checkout's
    own place counts, as the environment refers to it by its full path.
    """
    config = ConfigParser(interpolation=None)
    config.read(root / "setup.cfg", encoding="utf-8")
    sections = [name for name in config.sections() if name.split(".")[0] in ("metadata", "options")]
    parts = [str(root), sys.version]
    parts += [repr((name, config.items(name))) for name in sections]
    parts += [(root / name).read_text("utf-8") for name in ("constraints.txt", "pyproject.toml")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def missing_steps(root: Path, extra: str) -> "set[str]":
    """What is left to do before the environment can be used: nothing, "packages", or "venv" and "packages".

    An environment with an extra also serves a command that needs none, so `build` and `test` can take turns.
    """
    try:
        digest, *extras = stamp_path(root).read_text("utf-8").split()
    except (FileNotFoundError, ValueError):
        return {"venv", "packages"}
    if digest != fingerprint(root) or not venv_python(root).exists():
        return {"venv", "packages"}
    return {"packages"} if extra and extra not in extras else set()


@contextlib.contextmanager
def locked(path: Path) -> "Iterator[None]":
    """Let one process at a time set up the environment; the system frees the lock however the process ends.

    Without fcntl (Windows) there is no lock.
    """
    with path.open("w") as file:
        with contextlib.suppress(ImportError):
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run_quietly(command: "list[str]", root: Path, problem: str) -> None:
    """Run one step of the set-up; show its output only when it fails."""
    done = subprocess.run(
        command, cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout.decode("utf-8", "replace"))
        raise SetUpError(problem)


def prepare(root: Path, extra: str, wheelhouse: "Path | None") -> None:
    """Make or complete the environment unless it is up to date."""
    if not missing_steps(root, extra):
        return
    check_venv()
    say("正在准备环境，仅需一次，约一分钟 … / preparing the environment, once, about a minute …")
    with locked(root / ".venv.lock"):
        steps = missing_steps(root, extra)  # another process may have done them meanwhile
        if not steps:
            return
        made_from = fingerprint(root)  # taken first, so that a change during the set-up is not overlooked
        stamp = stamp_path(root)
        stamp.unlink(missing_ok=True)
        if "venv" in steps:
            run_quietly(
                [sys.executable, "-m", "venv", "--clear", str(root / ".venv")],
                root,
                "无法建立 .venv，原因见上 / .venv could not be made, for the reason above",
            )
        say("正在安装所需的包 … / installing packages …")
        install_packages(root, extra, wheelhouse)
        stamp.write_text(f"{made_from} {extra}\n", "utf-8")
    say("环境已就绪 / the environment is ready")


def install_packages(root: Path, extra: str, wheelhouse: "Path | None") -> None:
    """Install yzgeo itself, editable, with the locked versions of what it needs.

    setuptools goes first because the build of yzgeo uses the environment's own: an isolated build would ignore the
    lock. Where packages come from is left to pip's settings, unless there is a wheelhouse.
    """
    pip = [str(venv_python(root)), "-m", "pip", "install", "--progress-bar", "off", "--disable-pip-version-check"]
    if wheelhouse:
        pip += ["--no-index", "--find-links", str(wheelhouse)]
    pip += ["--constraint", "constraints.txt"]
    project = f".[{extra}]" if extra else "."
    for what in (["setuptools"], ["--no-build-isolation", "--editable", project]):
        run_quietly(
            pip + what,
            root,
            "无法安装所需的包，原因见上。请检查网络或 pip 的镜像设置，或用 --wheelhouse 离线安装\n"
            "packages could not be installed, for the reason above. Check the network or pip's mirror settings, "
            "or install without network by --wheelhouse",
        )


def job(root: Path, command: str, args: "list[str]") -> "list[str]":
    """The command line to hand over to.

    `-P` keeps the user's current folder, where `build` runs, from supplying modules.
    """
    python = str(venv_python(root))
    if command == "test":
        return [python, "-m", "pytest", *args]
    if not any(arg.startswith(("-o", "--output")) for arg in args):
        args = [*args, "-o", str(root / "maps")]
    return [python, "-P", "-m", "yzgeo", "build", *args]


def hand_over(command: "list[str]", folder: Path) -> int:
    """Become the command where the system can, so that exit codes and signals need no passing on."""
    os.chdir(folder)
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def parse(argv: "list[str]") -> "tuple[str, list[str], Path | None]":
    """Command, arguments to pass on, and wheelhouse, which may stand before or after the command."""
    own = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    own.add_argument(
        "--wheelhouse",
        metavar="DIR",
        type=Path,
        help="只用此文件夹中的 wheel 安装，不用网络 / install from the wheels in this folder, with no network",
    )
    parser = argparse.ArgumentParser(
        prog="run.py",
        description=HELP,
        epilog=EPILOG,
        parents=[own],
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=list(EXTRAS))
    parser.add_argument("args", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    after, args = own.parse_known_args(given.args)
    wheelhouse = after.wheelhouse or given.wheelhouse
    return given.command, args, wheelhouse and wheelhouse.resolve()


def main(argv: "list[str]") -> int:
    """Run the script; the exit code is 2 when the environment cannot be made, else that of the command."""
    try:
        check_python(sys.version_info[:3])
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese must not stop the work
        command, args, wheelhouse = parse(argv)
        prepare(ROOT, EXTRAS[command], wheelhouse)
        return hand_over(job(ROOT, command, args), ROOT if command == "test" else Path.cwd())
    except SetUpError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say("已中断 / interrupted")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
