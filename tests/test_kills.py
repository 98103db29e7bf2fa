"""Killed at every single file operation, what lies there is the old or the new: at that moment, not after a repair.

A process of its own forks once per operation; the child kills itself (SIGKILL) as Python announces that operation to
an audit hook, and the parent looks at what is there. What libraries in C do to their own temporary files is not
announced; all that makes a result visible is.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import toy

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="forks, and exchanges folders")]

HARNESS = """
import hashlib, json, os, shutil, signal, sys
from pathlib import Path

OPERATIONS = {"os.rename", "os.mkdir", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "os.chown",
              "os.truncate", "os.utime", "shutil.rmtree", "ctypes.dlsym"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def killed_at(step, work):
    "Whether the work was killed before its operation number `step`; False when it had fewer."
    child = os.fork()
    if not child:
        count = 0
        def hook(event, arguments):
            nonlocal count
            if event in OPERATIONS or event == "open" and (arguments[2] or 0) & WRITING:
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(hook)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, status
    return os.WIFSIGNALED(status)

def states(folder, prepare, work, state):
    "The state after each kill, in order, the last being that of a run to the end."
    found, step, killed = [], 0, True
    while killed:
        step += 1
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        prepare(folder)
        killed = killed_at(step, lambda: work(folder))
        found.append(state(folder))
    return found

def content(folder):
    "What a reader finds: all files but hidden ones at the top."
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    named = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    return {name: text for name, text in named.items() if not name.startswith(".")}
"""


def states(code: str, *arguments: str | Path) -> list[object]:
    command = [sys.executable, "-c", HARNESS + code + "\nprint(json.dumps(found))", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout.splitlines()[-1])
    return found


BUILD = """
from yzgeo.publish.delivery import deliver
def edition(mark, names):
    files = {f"{'data/' if number % 2 else ''}file{number}.txt": mark.encode() * 99 for number in range(names)}
    files["index.html"] = mark.encode()
    outputs = {name: hashlib.sha256(text).hexdigest() for name, text in files.items()}
    return {**files, "data/manifest.json": json.dumps({"yzgeo": "1", "edition": "full", "outputs": outputs}).encode()}
old, new = edition("old", 5), edition("new", 3)
mine = {"README.md": b"mine", "data/notes/a.txt": b"mine"}
def prepare(folder):
    deliver(old, folder / "maps", "data/manifest.json")
    for name, text in mine.items():
        (folder / "maps" / name).parent.mkdir(exist_ok=True)
        (folder / "maps" / name).write_bytes(text)
    (folder / "maps" / "link").symlink_to("README.md")
def state(folder):
    there = content(folder / "maps")
    assert there.pop("link") == b"mine"
    state = [there == {**old, **mine}, there == {**new, **mine}]
    deliver(new, folder / "maps", "data/manifest.json")  # and what is left is in nobody's way
    assert content(folder / "maps") == {**new, **mine, "link": b"mine"}
    assert os.listdir(folder) == ["maps"], os.listdir(folder)
    assert not [name for name in os.listdir(folder / "maps") if name.startswith(".")]
    return state
found = states(Path(sys.argv[1]), prepare, lambda folder: deliver(new, folder / "maps", "data/manifest.json"), state)
"""


def test_a_build_is_the_old_or_the_new_folder(tmp_path: Path) -> None:
    found = states(BUILD, tmp_path / "work")
    assert {tuple(state) for state in found} == {(True, False), (False, True)}  # type: ignore[arg-type]
    assert found == sorted(found, reverse=True)  # first the old, then the new
    assert len(found) > 30
    assert found.count([False, True]) > 3  # killed after the exchange as well


IMPORT = """
import geopandas as gpd, shapely
from yzgeo.plan import import_files
from yzgeo.plan.load import load
plan, file = Path(sys.argv[2]), Path(sys.argv[3])
request = import_files.ImportRequest(file, {})
prepared = import_files.zones(load(plan), request)
def prepare(folder):
    shutil.copytree(plan, folder, dirs_exist_ok=True)
def read(folder):
    "By the reader of plans, which changes nothing."
    before = content(folder)
    zones = load(folder).zones
    assert content(folder) == before
    return [zones["outline_basis"].tolist() == [basis] * 2 for basis in ("schematic", "official")]
found = states(Path(sys.argv[1]), prepare, lambda folder: import_files.apply(folder, request, prepared, "zh"), read)
"""


def test_an_import_is_the_old_or_the_new_plan(tmp_path: Path) -> None:
    plan, file = toy.make(tmp_path / "plan"), tmp_path / "zones.csv"
    rings = (
        "121.52 29.61,121.68 29.61,121.68 29.68,121.52 29.61",
        "121.52 29.52,121.68 29.52,121.68 29.58,121.52 29.52",
    )
    rows = [f'{name},"POLYGON(({ring}))"' for name, ring in zip(("北区", "南区"), rings, strict=True)]
    file.write_text("\n".join(["name,wkt", *rows]), "utf-8")
    found = states(IMPORT, tmp_path / "work", plan, file)
    assert {tuple(state) for state in found} == {(True, False), (False, True)}  # type: ignore[arg-type]
    assert found == sorted(found, reverse=True)
    assert found.count([False, True]) > 3


EXPORT = """
from yzgeo.cli.main import cli
from yzgeo.export.export import export
from yzgeo.plan.load import load
plan, name = load(sys.argv[2]), sys.argv[3]
def write(folder):
    export(plan, "zones", str(folder / name), None, None, None, "zh")
scratch = Path(sys.argv[1])
scratch.mkdir()
write(scratch)
new = (scratch / name).read_bytes()
def prepare(folder):
    (folder / name).write_bytes(b"old")
def state(folder):
    there = (folder / name).read_bytes()
    return [there == b"old", there == new]
found = states(scratch, prepare, write, state)
"""


@pytest.mark.parametrize("name", ["zones.csv", "zones.geojson", "zones.gpkg", "zones.parquet", "zones.shp.zip"])
def test_an_export_is_the_old_or_the_new_file(tmp_path: Path, name: str) -> None:
    found = states(EXPORT, tmp_path / "work", toy.make(tmp_path / "plan"), name)
    assert {tuple(state) for state in found} == {(True, False), (False, True)}  # type: ignore[arg-type]
    assert found == sorted(found, reverse=True)


ASSIGN = """
import click.testing
from yzgeo.cli.main import cli
parcels, plan, name = sys.argv[2], sys.argv[3], sys.argv[4]
def write(folder):
    done = click.testing.CliRunner().invoke(cli, ["assign", parcels, "--plan", plan, "-o", str(folder / name)])
    assert done.exit_code == 0, done.output
scratch = Path(sys.argv[1])
scratch.mkdir()
if not os.fork():  # threads of the libraries must not run before the forks
    write(scratch)
    os._exit(0)
os.wait()
new = (scratch / name).read_bytes()
def prepare(folder):
    (folder / name).write_bytes(b"old")
def state(folder):
    there = (folder / name).read_bytes()
    return [there == b"old", there == new]
found = states(scratch, prepare, write, state)
"""


def test_an_assignment_is_the_old_or_the_new_file(tmp_path: Path) -> None:
    parcels = tmp_path / "parcels.csv"
    parcels.write_text(
        'parcel_id,wkt\nA1,"POLYGON((121.59 29.64,121.6 29.64,121.6 29.65,121.59 29.65,121.59 29.64))"', "utf-8"
    )
    found = states(ASSIGN, tmp_path / "work", parcels, toy.make(tmp_path / "plan"), "overlaps.csv")
    assert {tuple(state) for state in found} == {(True, False), (False, True)}  # type: ignore[arg-type]
    assert found == sorted(found, reverse=True)
