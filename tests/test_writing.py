"""Where results go: regular files whole or not at all, links and devices as what they are."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from yzgeo.core.atomic_write import atomic_file, atomic_folder, write_bytes
from yzgeo.core.errors import InputError


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_bytes(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"
    assert {file.name for file in tmp_path.iterdir()} == {"real.txt", "link.txt"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    (tmp_path / "old.txt").write_bytes(b"old")
    (tmp_path / "old.txt").chmod(mode)
    write_bytes(tmp_path / "old.txt", b"new")
    assert (tmp_path / "old.txt").read_bytes() == b"new"
    assert (tmp_path / "old.txt").stat().st_mode & 0o777 == mode


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_bytes(pipe, b"through")
    reader.join(timeout=10)
    assert read == [b"through"]
    assert pipe.is_fifo()


def test_a_folder_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write_bytes(tmp_path / "folder", b"x")
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


def test_a_message_repeats_only_the_end_of_a_librarys_words(tmp_path: Path) -> None:
    statements = "CREATE TABLE x (y TEXT);\n" * 99
    with pytest.raises(InputError) as refused, atomic_file(tmp_path / "a.gpkg"):
        raise OSError(None, f"sqlite3_exec({statements}) failed: database or disk is full")
    assert "failed: database or disk is full）" in refused.value.problem.zh
    assert len(refused.value.problem.zh) < 200


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / ("长" * 80 + ".txt")  # a name as long as file systems allow
    write_bytes(file, b"old")

    def interrupted() -> None:
        with atomic_file(file) as temporary:
            temporary.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


WRITING = "import sys, pathlib, yzgeo.core.atomic_write as w\nwith w.atomic_file(pathlib.Path(sys.argv[1])) as file:\n    file.write_bytes(b'half')\n    pathlib.Path(f'{file}-journal').touch()\n    print(file.name, flush=True)\n    sys.stdin.read()"


def writer(file: Path) -> tuple[subprocess.Popen[str], str]:
    """Another process in the midst of writing a file, and the name of its temporary one."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def test_what_a_killed_run_left_is_cleared_by_the_next_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    file = tmp_path / "结果 1.gpkg"
    killed, left = writer(file)
    killed.kill()
    killed.communicate()
    living, begun = writer(tmp_path / "结果 1.gpkg")
    (tmp_path / ".结果 1-0123abcd.gpkg").write_bytes(b"without a lock: anybody's")
    (tmp_path / ".结果 1-notes.gpkg.lock").touch()
    (tmp_path / ".结果 1-0123abcd.csv.lock").touch()  # of another output
    assert left not in {one.name for one in tmp_path.iterdir()}  # the living one has cleared it away
    write_bytes(file, b"new")
    assert {one.name for one in tmp_path.iterdir()} == {
        "结果 1.gpkg", begun, f"{begun}-journal", f"{begun}.lock",
        ".结果 1-0123abcd.gpkg", ".结果 1-notes.gpkg.lock", ".结果 1-0123abcd.csv.lock",
    }  # fmt: skip
    living.communicate("")
    assert (living.returncode, file.read_bytes()) == (0, b"half")
    assert not [one.name for one in tmp_path.iterdir() if one.name.startswith(begun)]


@pytest.mark.parametrize(("name", "allowed"), [("sub", True), (".hidden", False), ("previous", False)])
def test_a_folder_is_made_beside_a_plan_but_never_as_a_part_of_it(tmp_path: Path, name: str, allowed: bool) -> None:
    (tmp_path / "datapackage.json").write_text('{"plan": {}}', "utf-8")
    outcome = contextlib.nullcontext() if allowed else pytest.raises(InputError, match="plan folder")
    with outcome, atomic_folder(tmp_path / name) as staging:
        (staging / "a.txt").write_bytes(b"a")
    assert (tmp_path / name / "a.txt").exists() is allowed
