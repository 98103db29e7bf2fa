"""One trial: a mutated input, a command, and how the command ends, in a process of its own under limits."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import re
import resource
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from fuzzing import seeds
from fuzzing.mutations import NUMBERS, TEXTS, mutated

CPU_SECONDS = 10
WALL_SECONDS = 60
"""Longer than `CPU_SECONDS`, since a busy machine is no hang."""
MEMORY = 1_000_000_000
"""Bytes that a command may take beyond what the libraries take."""
ADDRESSES = 2_000_000_000
"""Bytes of addresses beyond those of the parent: the machine is safe, and a trial above `MEMORY` is still seen."""
GOOD = ("done", "refused")
BAD = ("traceback", "crash", "hang", "memory", "untidy", "written")
"""What a trial may not be: `untidy` is a refusal that is neither one line with a remedy nor a count of flaws and a line \
with a remedy for each, `written` one that left a file."""
SEVERAL = re.compile(r"yzgeo: 有 (\d+) 处问题：")
REST = re.compile(r"（另有 (\d+) 处未列出）")


class Trial(NamedTuple):
    """How a trial ended: its number, format, mutation, command, outcome, and what the command printed on standard error."""

    seed: int
    form: str
    mutation: str
    command: tuple[str, ...]
    outcome: str
    stderr: str


def commands(form: str, place: Path, random: Random) -> tuple[str, ...]:
    """A command that reads the input."""
    file = place.name
    if form == "plan":
        choices = [
            ("check", "--plan", file, "--fail-on", "never"),
            ("check", "--plan", file, "--format", random.choice(["json", "geojson", "sarif", "junit", "github"]), "-o", "out.txt", "--fail-on", "never"),
            ("stats", "--plan", file, "-o", random.choice(["out.json", "out.csv", "out.xlsx"])),
            ("export", random.choice(["zones", "parks", "projects", "district"]), "--plan", file, "-o", random.choice(["out.geojson", "out.csv", "out.kml", "out.dxf", "out.gpkg"])),
            ("diff", "toy", file),
            ("cite", "zone", "north", "--plan", file),
            ("map", "--plan", file, "-o", "out.html"),
            ("import", "parcels", "ledger.csv", "--into", file),
        ]  # fmt: skip
    elif form == "prj":
        choices = [
            ("import", "parcels", "points.csv", "--into", "toy", "--crs", file),
            ("export", "zones", "--plan", "toy", "-o", "out.geojson", "--crs", file),
            ("assign", "points.csv", "--id", "地块编号", "--plan", "toy", "-o", "out.csv", "--crs", file),
            ("stats", "--plan", "toy", "--as-of", _argument(random), "-o", "out.json"),
            ("import", "parcels", "points.csv", "--into", "toy", "--crs", _argument(random)),
        ]
    elif form == "osm":
        choices = [
            ("import", "ground", file, "--into", "toy"),
            ("import", "ground", file, "--into", "toy", "--add", "--tolerance", "0"),
            ("import", "ground", file, "--into", "toy", "--dry-run"),
        ]
    else:
        choices = [
            ("import", "parcels", file, "--into", "toy"),
            ("import", "parcels", file, "--into", "toy"),
            ("import", "zones", file, "--into", "toy", "--map", "name=parcel_id"),
            (
                "assign",
                file,
                "--plan",
                "toy",
                "-o",
                random.choice(["out.csv", "out.parquet", "out.geojson", "out.gpkg"]),
            ),
            ("assign", "points.csv", "--id", "地块编号", "--zones", file, "--zone-id", "parcel_id", "-o", "out.csv"),
            ("stats", "--plan", "toy", "--parcels", file, "-o", "out.json"),
            ("check", "--plan", "toy", "--parcels", file, "-o", "out.json", "--fail-on", "never"),
        ]
    return random.choice(choices)


def _argument(random: Random) -> str:
    return random.choice([*NUMBERS, *TEXTS]).replace("\0", "")[:5000]


def run(seed: int, template: Path, work: Path, form: str | None = None, *, valid: bool = False) -> Trial:
    """The trial of a number.

    Parameters
    ----------
    seed
        Chooses format, command and mutation.
    template
        A folder of `make_template`, which is left as it is.
    work
        A folder for the trial; what lies there is removed.
    form
        One of `seeds.FORMATS`, to try that one.
    valid
        Leave the input as it is.
    """
    random = Random(seed)  # noqa: S311  (nothing secret)
    form = form or random.choice([*seeds.FORMATS, *["plan"] * 4])
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(template / "shared", work)
    shutil.copytree(template / form, work, dirs_exist_ok=True)
    place = work / (template / f"{form}.name").read_text("utf-8")
    mutation = "" if valid else mutated(place, form, random)
    command = commands(form, place, random)
    end, stderr = outcome(lambda: _command(command), work)
    return Trial(seed, form, mutation, command, end, stderr)


def outcome(action: Callable[[], object], work: Path, cpu_seconds: int = CPU_SECONDS) -> tuple[str, str]:
    """How an action ends that runs with `work` as its current folder, and what it prints on standard error."""
    before = _digest(work)
    printed = work.with_suffix(".stderr")
    end = _ended(action, work, printed, cpu_seconds)
    stderr = printed.read_bytes().decode("utf-8", "replace")
    if end == "refused" and not _is_tidy(stderr):
        end = "untidy"
    elif end == "refused" and _digest(work) != before:
        end = "written"
    return end, stderr


def _command(command: tuple[str, ...]) -> None:
    from yzgeo.cli.main import main

    sys.argv = ["yzgeo", *command]
    main()


def make_template(template: Path) -> None:
    """The valid inputs of all formats, and what commands need beside them."""
    shared = template / "shared"
    shared.mkdir(parents=True)
    seeds.plan(shared).rename(shared / "toy")
    seeds.csv_points(shared)
    seeds.csv_ledger(shared)
    for name, make in seeds.FORMATS.items():
        (template / name).mkdir()
        (template / f"{name}.name").write_text(make(template / name).name, "utf-8")


def warm_up(template: Path) -> None:
    """Import what commands import, by running two of them, once for all trials."""
    import yzgeo.plan.import_ground
    import yzgeo.plan.load as loading
    import yzgeo.publish.build  # noqa: F401
    from yzgeo.cli.main import PACKAGE as COMMANDS
    from yzgeo.core import plugins
    from yzgeo.core.errors import InputError
    from yzgeo.readers import reading

    for package in (COMMANDS, reading.PACKAGE, *PLUGINS):
        plugins.discover(package)
    load, toy = loading.load, loading.load(template / "shared" / "toy")
    # To load the plan takes five times as long as to read a small file: trials of other files share one.
    loading.load = lambda plan="yinzhou": (
        dataclasses.replace(toy, folder=Path("toy")) if str(plan) == "toy" else load(plan)
    )
    for form in seeds.FORMATS.keys() - {"osm", "plan", "prj"}:
        with contextlib.suppress(InputError):  # a table of points tells its grid only beside a district
            reading.read(template / form / (template / f"{form}.name").read_text("utf-8"))


PLUGINS = [
    f"yzgeo.{package}"
    for package in (
        "assignment.formats", "checks.formats", "checks.rules", "diff.formats", "export.formats", "stats.formats", "stats.subjects",
    )
]  # fmt: skip


def _ended(action: Callable[[], object], work: Path, printed: Path, cpu_seconds: int) -> str:
    """Run an action in a forked process and name how it ends."""
    child = os.fork()
    if not child:
        _child(action, work, printed, cpu_seconds)
    begun = time.monotonic()
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() - begun > WALL_SECONDS:
            os.kill(child, signal.SIGKILL)
            os.wait4(child, 0)
            return "hang"
        time.sleep(0.005)
    if os.WIFSIGNALED(status):
        return "hang" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "crash"
    if usage.ru_maxrss * 1024 > MEMORY + _resident():
        return "memory"
    return {0: "done", 2: "refused", TRACEBACK: "traceback"}.get(os.WEXITSTATUS(status), "traceback")


TRACEBACK = 70


def _child(action: Callable[[], object], work: Path, printed: Path, cpu_seconds: int) -> None:
    code = TRACEBACK
    try:
        output = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(output, 2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.chdir(work)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 5))
        resource.setrlimit(resource.RLIMIT_AS, (_addresses() + ADDRESSES,) * 2)
        action()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else TRACEBACK
    except BaseException:  # that is what is looked for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _addresses() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _is_tidy(stderr: str) -> bool:
    head, *told = stderr.splitlines() or [""]
    if not head.startswith("yzgeo: "):
        return False
    several = SEVERAL.fullmatch(head)
    if several is None:
        return not told and _has_remedy(head)
    rest = REST.fullmatch(told[-1]) if told else None
    flaws = told[:-1] if rest else told
    counted = len(flaws) + (int(rest[1]) if rest else 0)
    return counted == int(several[1]) > 1 and all(flaw.startswith("  ") and _has_remedy(flaw) for flaw in flaws)


def _has_remedy(line: str) -> bool:
    return "处理办法：" in line and not _is_blank(line)


def _is_blank(line: str) -> bool:
    """Whether a refusal shows a reason that is none."""
    return any(sign in line for sign in ("(None)", "（None）", "（）", "处理办法：。"))


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        digest.update(str(file).encode("utf-8", "surrogatepass"))
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()
