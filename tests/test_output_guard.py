"""No output takes the place of an input or of a file of a plan, under whatever name; reading commands change nothing."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import click.testing
import pytest
import toy

from yzgeo.cli.main import cli
from yzgeo.core import journal
from yzgeo.core.atomic_write import write_bytes
from yzgeo.core.errors import InputError
from yzgeo.core.file_lock import LOCK, locked_folder
from yzgeo.core.output_guard import refuse_output
from yzgeo.plan import transaction
from yzgeo.plan.load import load

Snapshot = dict[str, tuple[int, str]]


def snapshot(folder: Path) -> Snapshot:
    """Every file below a folder: when it was changed, and its content."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {
        file.relative_to(folder).as_posix(): (file.stat().st_mtime_ns, hashlib.sha256(file.read_bytes()).hexdigest())
        for file in files
    }


def run(*arguments: str | Path) -> click.testing.Result:
    return click.testing.CliRunner().invoke(cli, [*map(str, arguments)], prog_name="yzgeo")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return toy.make(tmp_path / "规划")


PARCELS = "parcel_id,status,area_mu,wkt\nA1,recovered,15,"
SQUARE = '"POLYGON((121.59 29.64,121.6 29.64,121.6 29.65,121.59 29.65,121.59 29.64))"'
WRITING = [
    ("export", "zones", "--plan", "PLAN", "-o", "PLAN/zones.csv"),
    ("export", "zones", "--plan", "PLAN", "-o", "PLAN/zones.geojson"),
    ("export", "zones", "--plan", "PLAN", "-o", "PLAN/zones.shp"),
    ("export", "zones", "--plan", "yinzhou", "-o", "PLAN/zones.csv"),
    ("stats", "--plan", "PLAN", "-o", "PLAN/targets.csv"),
    ("check", "--plan", "PLAN", "--fail-on", "never", "-o", "PLAN/projects.csv"),
    ("check", "--plan", "PLAN", "--fail-on", "never", "-o", "PLAN/suppressions.csv"),
    ("diff", "PLAN", "yinzhou", "-o", "PLAN/zones.geojson"),
    ("assign", "PARCELS", "--plan", "PLAN", "-o", "PLAN/zones.csv"),
    ("assign", "PARCELS", "--plan", "PLAN", "-o", "PARCELS"),
    ("map", "--plan", "PLAN", "-o", "PLAN/datapackage.json"),
    ("new", "PLAN"),
    ("new", "PLAN", "--like", "yinzhou"),
    ("build", "--plan", "PLAN", "-o", "PLAN"),
    ("build", "--plan", "yinzhou", "-o", "PLAN"),
]


@pytest.mark.slow
@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_no_command_writes_into_a_plan_folder_or_over_an_input(
    plan: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    parcels = tmp_path / "parcels.csv"
    parcels.write_text(PARCELS + SQUARE, "utf-8")
    before = snapshot(tmp_path)
    done = run(*(word.replace("PLAN", str(plan)).replace("PARCELS", str(parcels)) for word in command))
    assert done.exit_code == 2, done.output
    assert len(done.stderr.strip().splitlines()) <= 3, done.stderr  # notes on the plan, and one refusal
    assert "处理办法" in done.stderr.splitlines()[-1]
    assert snapshot(tmp_path) == before


@pytest.mark.slow
def test_an_output_is_written_again_and_again(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("of an earlier run", "utf-8")
    for _ in range(2):
        done = run("export", "zones", "--plan", plan, "-o", tmp_path / "out.csv")
        assert done.exit_code == 0, done.output
    assert "north" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_links_and_other_spellings_are_seen_through(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(plan / "zones.csv")
    (tmp_path / "folder").symlink_to(plan)
    (tmp_path / "hard.csv").hardlink_to(plan / "zones.csv")
    (plan / "previous").mkdir()
    (plan / "previous" / "old.csv").write_text("old", "utf-8")
    before = snapshot(plan)
    for output in (
        tmp_path / "link.csv",
        tmp_path / "folder" / "zones.csv",
        tmp_path / "folder" / "other.csv",
        plan / ".." / plan.name / "zones.csv",
        plan / "previous" / "old.csv",
        plan / ".importing" / "journal.json",
    ):
        with pytest.raises(InputError, match="lies in the plan folder"):
            write_bytes(output, b"destroyed")
    with pytest.raises(InputError, match="is the input"):
        refuse_output(tmp_path / "hard.csv", plan.iterdir())
    assert snapshot(plan) == before
    write_bytes(plan / "results" / "zones.csv", b"a subfolder is the user's own")
    assert (plan / "results" / "zones.csv").is_file()


def test_a_damaged_descriptor_protects_the_folder_all_the_same(plan: Path) -> None:
    (plan / "datapackage.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match="lies in the plan folder"):
        write_bytes(plan / "zones.csv", b"destroyed")


def test_a_data_package_that_is_no_plan_takes_outputs(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "results", "resources": []}', "utf-8")
    write_bytes(tmp_path / "zones.csv", b"zones")
    assert (tmp_path / "zones.csv").read_bytes() == b"zones"


def test_the_files_of_a_data_set_are_inputs_together(tmp_path: Path) -> None:
    for name in ("parcels.shp", "parcels.dbf", "parcels.prj", "parcels.csv", "ledger.gpkg", "ledger.gpkg-wal"):
        (tmp_path / name).write_bytes(b"x")
    for output, source in (
        ("parcels.dbf", "parcels.shp"),
        ("parcels.shp", "parcels.prj"),
        ("ledger.gpkg-wal", "ledger.gpkg"),
    ):
        with pytest.raises(InputError, match="is the input"):
            refuse_output(tmp_path / output, [tmp_path / source])
    refuse_output(tmp_path / "parcels.csv", [tmp_path / "parcels.shp"])  # a result of an earlier run
    refuse_output(tmp_path / "ledger.csv", [tmp_path / "ledger.gpkg"])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a\nb.csv", "a\rb.csv", "a\x1b[31m.csv", "a\u2028b.csv"])
def test_a_name_that_breaks_the_line_is_refused_in_one_line(plan: Path, tmp_path: Path, name: str) -> None:
    done = run("check", "--plan", plan, "--fail-on", "never", "-o", tmp_path / name)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "控制字符" in done.stderr
    assert not (tmp_path / name).exists()
    assert run("new", tmp_path / name).exit_code == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == [plan.name]


@pytest.mark.slow
def test_inputs_whose_name_breaks_the_line_are_refused_in_one_line(plan: Path, tmp_path: Path) -> None:
    parcels, other = tmp_path / "a\nb.csv", tmp_path / "c\nd"
    parcels.write_text(PARCELS + SQUARE, "utf-8")
    plan.rename(other)
    for command in (
        ("check", "--plan", other),
        ("diff", other, "yinzhou"),
        ("import", "parcels", parcels, "--into", tmp_path),
        ("import", "parcels", parcels, "--into", other),
        ("assign", parcels, "-o", tmp_path / "out.csv"),
        ("stats", "--parcels", parcels),
    ):
        done = run(*command)
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "控制字符" in done.stderr
    assert not (tmp_path / "out.csv").exists()


def interrupted(plan: Path) -> None:
    """As an import leaves the plan that is killed after its journal and before the first move."""
    outlines = json.loads((plan / "zones.geojson").read_text("utf-8"))
    ring = [[121.55, 29.55], [121.56, 29.55], [121.56, 29.56], [121.55, 29.56], [121.55, 29.55]]
    outlines["features"] = [
        {
            "type": "Feature",
            "properties": {"zone_id": "north", "outline_basis": "official"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
    ]
    journal.stage(plan, transaction.STAGED, {"zones.geojson": json.dumps(outlines).encode()})


READING = [
    ("check", "--plan", "PLAN", "--fail-on", "never"),
    ("stats", "--plan", "PLAN"),
    ("cite", "zone", "north", "--plan", "PLAN"),
    ("diff", "PLAN", "PLAN"),
    ("export", "zones", "--plan", "PLAN", "-o", "OUT.csv"),
    ("map", "--plan", "PLAN", "-o", "OUT.html"),
    ("import", "parcels", "PARCELS", "--into", "PLAN", "--dry-run"),
    ("new", "OUT", "--like", "PLAN"),
]


@pytest.mark.slow
@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_reading_settles_no_interrupted_import(plan: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    interrupted(plan)
    parcels, out = tmp_path / "parcels.csv", tmp_path / "out"
    parcels.write_text(PARCELS + SQUARE, "utf-8")
    before = snapshot(plan)
    words = {"PLAN": str(plan), "PARCELS": str(parcels), "OUT": str(out)}
    done = run(
        *(next((word.replace(key, place) for key, place in words.items() if key in word), word) for word in command)
    )
    assert done.exit_code == 0, done.output
    assert snapshot(plan) == before


@pytest.mark.slow
def test_reading_sees_the_state_that_counts_and_the_next_import_settles_it(plan: Path, tmp_path: Path) -> None:
    assert load(plan).zones["outline_basis"].tolist() == ["schematic", "schematic"]
    interrupted(plan)
    assert load(plan).zones.set_index("zone_id")["outline_basis"]["north"] == "official"
    parcels = tmp_path / "parcels.csv"
    parcels.write_text(PARCELS + SQUARE, "utf-8")
    assert run("import", "parcels", parcels, "--into", plan).exit_code == 0
    assert not (plan / transaction.STAGED).exists()
    assert "official" in (plan / "zones.geojson").read_text("utf-8")
    (copied := tmp_path / "copied").mkdir()
    interrupted(plan)
    assert run("new", copied, "--like", plan).exit_code == 0
    assert "121.55" in (copied / "zones.geojson").read_text("utf-8")


# --- planted by strangers


def planted(plan: Path, outside: Path, how: str) -> None:
    stage = plan / transaction.STAGED
    if how == "stage is a link":
        stage.symlink_to(outside)
        return
    (stage / "new").mkdir(parents=True)
    (stage / "new" / "zones.csv").write_text("planted", "utf-8")
    names = {"parent": "../outside/mine.txt", "absolute": str(outside / "mine.txt")}
    if how == "folder is a link":
        (plan / "results").symlink_to(outside)
        (stage / "new" / "results").mkdir()
        (stage / "new" / "results" / "mine.txt").write_text("planted", "utf-8")
    if how == "staged file is a link":
        (stage / "new" / "results.txt").symlink_to(outside / "mine.txt")
    name = names.get(how, "results/mine.txt" if how == "folder is a link" else "results.txt")
    (stage / "journal.json").write_text(json.dumps({"files": [name], "obsolete": []}), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "how", ["parent", "absolute", "folder is a link", "staged file is a link", "stage is a link", "backups are a link"]
)
def test_a_planted_journal_changes_nothing_outside(plan: Path, tmp_path: Path, how: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("mine.txt", "journal.json"):
        (outside / name).write_text("{}", "utf-8")
    if how == "backups are a link":
        (plan / "previous").symlink_to(outside)
    else:
        planted(plan, outside, how)
    parcels = tmp_path / "parcels.csv"
    parcels.write_text(PARCELS + SQUARE, "utf-8")
    before, table = snapshot(outside), (plan / "zones.csv").read_bytes()
    for command in (
        ("check", "--plan", plan, "--fail-on", "never"),
        ("import", "parcels", parcels, "--into", plan),
        ("build", "--plan", plan, "-o", tmp_path / "maps"),
    ):
        assert run(*command).exit_code in (0, 2)
        assert snapshot(outside) == before
    assert (plan / "zones.csv").read_bytes() == table


def test_a_lock_that_is_a_link_is_refused_and_makes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / LOCK).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="the lock is a link"), locked_folder(folder, wait_s=0):
        pass
    assert not os.path.lexists(tmp_path / "elsewhere")
    assert (folder / LOCK).is_symlink()


# --- a new plan folder


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files to be set there")
@pytest.mark.parametrize("like", [None, "yinzhou"])
@pytest.mark.parametrize("exists", [False, True])
def test_new_on_a_full_disk_leaves_nothing(tmp_path: Path, like: str | None, exists: bool) -> None:
    import resource
    import signal

    folder = tmp_path / "deep" / "plan"
    if exists:
        folder.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limit[1]))
    try:
        done = run("new", folder, *(["--like", like] if like else []))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)
    assert done.exit_code == 2
    assert "无法写入" in done.stderr
    assert sorted(tmp_path.rglob("*")) == before
    assert run("new", folder).exit_code == 0
    assert (folder / "zones.csv").is_file()


def test_new_fills_the_empty_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", ".").exit_code == 0
    assert Path("datapackage.json").is_file()
    assert [name for name in os.listdir(tmp_path.parent) if name.startswith(f".{tmp_path.name}")] == []  # noqa: PTH208
