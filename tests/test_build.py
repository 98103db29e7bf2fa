"""The hand-over folder is whole or not at all: every way in which writing it can fail is made to happen."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import toy

from yzgeo.core import file_lock, journal
from yzgeo.core.atomic_write import write_bytes
from yzgeo.core.errors import InputError
from yzgeo.core.file_lock import locked_folder
from yzgeo.publish import delivery, folder_swap
from yzgeo.publish.delivery import deliver
from yzgeo.publish.pdf import print_page

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MANIFEST = "data/manifest.json"
NOBODY = 65534
Files = dict[str, bytes]
Listing = dict[str, object]


def edition(mark: str, size: int = 2000, names: int = 12) -> Files:
    """A set of files whose every byte says which set it is of, with its manifest."""
    files = {f"{'data/' if number % 2 else ''}file{number}.txt": mark.encode() * size for number in range(names)}
    outputs = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return {**files, MANIFEST: json.dumps({"yzgeo": "1", "edition": "full", "outputs": outputs}).encode()}


def found(folder: Path) -> Files:
    """What a reader finds: all files but the hidden ones at the top."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    named = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    return {name: content for name, content in named.items() if not name.startswith(".")}


def hidden(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name.startswith("."))


# --- what can go wrong, made to happen


@contextmanager
def file_limit(size: int) -> Iterator[None]:
    """No file may grow beyond a size, as on a disk that is full: the write ends early, then fails."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files to be set there")
def test_a_file_that_does_not_fit_leaves_the_earlier_folder_whole(tmp_path: Path) -> None:
    old, new = edition("old"), edition("new", size=5000)
    deliver(old, tmp_path, MANIFEST)
    with file_limit(12_000), pytest.raises(InputError) as refusal:
        deliver(new, tmp_path, MANIFEST)
    assert "disk space" in refusal.value.message("en")
    assert found(tmp_path) == old
    assert hidden(tmp_path) == []


def test_a_full_disk_leaves_the_earlier_folder_whole(tmp_path: Path) -> None:
    """A disk of 256 kB that holds one edition, and not two at a time."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], capture_output=True, check=False
    ).returncode:
        with file_limit(1000), pytest.raises(InputError):  # no mounting here: the first file does not fit
            deliver(edition("new"), disk, MANIFEST)
        assert list(disk.iterdir()) == []
        return
    try:
        old = edition("old", size=4000)
        deliver(old, disk / "maps", MANIFEST)
        with pytest.raises(InputError, match="No space left"):
            deliver(edition("new", size=5000), disk / "maps", MANIFEST)
        assert found(disk / "maps") == old
        assert hidden(disk / "maps") == []
    finally:
        subprocess.run(["umount", disk], check=True)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's right to write everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have other permissions there")
def test_a_read_only_folder_stays_as_it_is(tmp_path: Path) -> None:
    old = edition("old")
    folder = tmp_path / "maps"
    deliver(old, folder, MANIFEST)
    for part in (tmp_path, *tmp_path.parents[:3]):
        part.chmod(part.stat().st_mode | 0o055)  # so that nobody gets as far as the folder itself
    folder.chmod(0o555)
    with as_nobody(), pytest.raises(InputError) as refusal:
        deliver(edition("new"), folder, MANIFEST)
    assert "Permission denied" in refusal.value.message("en")
    folder.chmod(0o755)
    assert found(folder) == old


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "maps"
    place.write_text("mine")
    with pytest.raises(InputError):
        deliver(edition("new"), place, MANIFEST)
    assert place.read_text() == "mine"


@pytest.fixture
def in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system or share that cannot exchange folders."""
    monkeypatch.setattr(folder_swap, "_possible", lambda folder: False)


@pytest.mark.usefixtures("in_place")
def test_a_folder_in_the_place_of_a_file_undoes_what_was_moved(tmp_path: Path) -> None:
    """`data` can take no files in: what was moved before it goes back, and a file of the reader's stays."""
    old = {name: content for name, content in edition("old").items() if "/" not in name}
    listing = edition("old")[MANIFEST]
    deliver({**old, "manifest.json": listing}, tmp_path, "manifest.json")
    (tmp_path / "data").write_text("mine")
    with pytest.raises(InputError):
        deliver({**edition("new"), "manifest.json": b"{}"}, tmp_path, "manifest.json")
    assert found(tmp_path) == {**old, "manifest.json": listing, "data": b"mine"}
    assert hidden(tmp_path) == []


@pytest.mark.usefixtures("in_place")
@pytest.mark.parametrize("held", [0, 3, 11, 12, 20])
def test_a_file_open_elsewhere_undoes_what_was_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    """As on Windows, where an open file cannot be replaced: the n-th move is refused."""
    old = edition("old")
    deliver(old, tmp_path, MANIFEST)
    moves = itertools.count()
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if "journal" not in self.name and next(moves) == held:
            raise PermissionError(13, "The process cannot access the file", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(InputError) as refusal:
        deliver(edition("new"), tmp_path, MANIFEST)
    assert "close the program" in refusal.value.message("en")
    assert found(tmp_path) == old
    assert hidden(tmp_path) == []


@pytest.mark.usefixtures("in_place")
def test_a_folder_that_could_not_be_filled_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with file_limit(100), pytest.raises(InputError):
        deliver(edition("new"), tmp_path / "maps", MANIFEST)
    assert not (tmp_path / "maps").exists()
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if target.name == "manifest.json":
            raise PermissionError(13, "The process cannot access the file", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(InputError):
        deliver(edition("new"), tmp_path / "maps", MANIFEST)
    assert not (tmp_path / "maps").exists()


def test_a_share_without_locks_is_written_to_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    deliver(edition("new"), tmp_path, MANIFEST)
    assert found(tmp_path) == edition("new")


DELIVERING = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from test_build import MANIFEST, edition
from yzgeo.publish.delivery import deliver
print("ready", flush=True)
while True:
    for mark in sys.argv[2:]:
        deliver(edition(mark), Path(sys.argv[1]), MANIFEST)
"""


def delivering(folder: Path, *marks: str) -> subprocess.Popen[str]:
    """A process that delivers editions into a folder, one after the other, without end."""
    code = DELIVERING.format(tests=str(Path(__file__).parent))
    process = subprocess.Popen([sys.executable, "-c", code, folder, *marks], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdout.close()
    return process


def test_killed_at_any_moment_no_file_is_half_and_no_two_editions_pass_for_one(tmp_path: Path) -> None:
    """Killed 12 times: where there is a manifest all files are its own; the next delivery leaves no trace of it."""
    whole = [edition(mark) for mark in ("old", "new")]
    chance = random.Random(7)  # noqa: S311  (when to kill is no secret)
    interrupted = 0
    for round_ in range(12):
        folder = tmp_path / str(round_)
        deliver(whole[0], folder, MANIFEST)
        process = delivering(folder, "new", "old")
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.wait()
        there = found(folder)
        for name, content in there.items():
            assert content in (whole[0][name], whole[1][name]), name
        if MANIFEST in there:
            assert there in whole
        interrupted += bool(hidden(folder))
        last = edition("last", names=10)
        deliver(last, folder, MANIFEST)
        assert found(folder) == last
        assert hidden(folder) == []
    assert interrupted > 1  # else nothing was shown


@pytest.mark.usefixtures("in_place")
@pytest.mark.parametrize("step", range(30))
def test_what_a_kill_between_two_moves_left_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Stopped dead after each single move in turn, with nothing undone: the next call ends with the new edition."""
    old, new = edition("old"), edition("new", names=10)
    deliver(old, tmp_path, MANIFEST)
    moves = itertools.count()
    replace = Path.replace

    class Killed(BaseException):
        pass

    def dying(self: Path, target: Path) -> Path:
        if "journal" not in self.name and next(moves) >= step:
            raise Killed  # for the undoing too
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", dying)
    try:
        deliver(new, tmp_path, MANIFEST)
    except Killed:
        assert (MANIFEST not in found(tmp_path)) or step == 0
    monkeypatch.undo()
    with locked_folder(tmp_path):
        delivery._finish_or_clear(tmp_path, MANIFEST)
    assert found(tmp_path) == (new if step else old)  # before the first move there was nothing to finish
    assert hidden(tmp_path) == []


def test_a_journal_of_strangers_moves_and_removes_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept", "utf-8")
    stage = tmp_path / "maps" / delivery.STAGE
    stage.mkdir(parents=True)
    (stage / journal.JOURNAL).write_text('{"files": [], "obsolete": ["../kept.txt"]}', "utf-8")
    with pytest.raises(InputError, match="is not what yzgeo leaves behind"):
        deliver(edition("new"), tmp_path / "maps", MANIFEST)
    assert (tmp_path / "kept.txt").read_text("utf-8") == "kept"


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    deliver(edition("one"), tmp_path, MANIFEST)
    both = [delivering(tmp_path, "one"), delivering(tmp_path, "two")]
    time.sleep(1)
    assert [process.poll() for process in both] == [None, None]  # neither was refused
    for process in both:
        process.kill()
        process.wait()
    with locked_folder(tmp_path):
        delivery._finish_or_clear(tmp_path, MANIFEST)
    assert found(tmp_path) in (edition("one"), edition("two"))


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    with locked_folder(tmp_path), pytest.raises(InputError, match="another yzgeo"), locked_folder(tmp_path, wait_s=0.1):
        pass
    with locked_folder(tmp_path, wait_s=0):
        pass
    assert hidden(tmp_path) == []


def test_a_lock_whose_file_went_meanwhile_is_not_taken_for_one(tmp_path: Path) -> None:
    """Whoever opened the file just before its holder removed it would hold a lock that no third one sees."""
    file = tmp_path / file_lock.LOCK
    descriptor = os.open(file, os.O_CREAT | os.O_RDWR)
    assert file_lock._is_same_file(file, descriptor)
    file.unlink()
    assert not file_lock._is_same_file(file, descriptor)
    file.touch()
    assert not file_lock._is_same_file(file, descriptor)
    os.close(descriptor)


def test_what_an_earlier_build_wrote_goes_and_what_it_did_not_stays(tmp_path: Path) -> None:
    deliver(edition("old", names=14), tmp_path, MANIFEST)
    (tmp_path / "README.md").write_text("mine")
    listing = json.loads((tmp_path / MANIFEST).read_text())
    listing["outputs"] |= dict.fromkeys(["../outside.txt", "/etc/nothing", "README.md/..", "C:\\x"], "0" * 64)
    (tmp_path / MANIFEST).write_text(json.dumps(listing))
    (tmp_path.parent / "outside.txt").write_text("mine")
    deliver(edition("new", names=10), tmp_path, MANIFEST)
    assert found(tmp_path) == {**edition("new", names=10), "README.md": b"mine"}
    assert (tmp_path.parent / "outside.txt").read_text() == "mine"


# --- what is not yzgeo's own


@pytest.fixture(params=["exchanged", "in place"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which a folder is filled."""
    if request.param == "in place":
        monkeypatch.setattr(folder_swap, "_possible", lambda folder: False)
    return str(request.param)


def refused(folder: Path, match: str, mark: str = "new") -> None:
    """A delivery is refused and changes nothing."""
    before = found(folder)
    with pytest.raises(InputError, match=match):
        deliver(edition(mark), folder, MANIFEST)
    assert found(folder) == before
    assert hidden(folder) == []


def digest12(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


@pytest.mark.usefixtures("way")
def test_a_users_own_files_are_replaced_by_force_only_and_a_copy_stays(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("file0.txt", "data/file1.txt"):
        (tmp_path / name).write_bytes(b"mine")
    refused(tmp_path, r"2 files that yzgeo did not write.*file0.txt, data/file1.txt.*force=")
    delivered = deliver(edition("new"), tmp_path, MANIFEST, force=True)
    copies = [f"previous/file0-{digest12(b'mine')}.txt", f"previous/data/file1-{digest12(b'mine')}.txt"]
    assert delivered.copies == copies
    assert found(tmp_path) == {**edition("new"), **dict.fromkeys(copies, b"mine")}
    deliver(edition("newer"), tmp_path, MANIFEST)  # the copies are the user's now
    assert found(tmp_path) == {**edition("newer"), **dict.fromkeys(copies, b"mine")}


@pytest.mark.usefixtures("way")
def test_a_file_changed_by_hand_is_not_replaced_and_not_removed(tmp_path: Path) -> None:
    deliver(edition("old"), tmp_path, MANIFEST)
    (tmp_path / "file2.txt").write_bytes(b"corrected")
    refused(tmp_path, r"1 files .*file2.txt")
    shorter = {name: content for name, content in edition("new").items() if name != "file2.txt"}
    delivered = deliver(shorter, tmp_path, MANIFEST)
    assert delivered.changed == ["file2.txt"]
    assert found(tmp_path) == {**shorter, "file2.txt": b"corrected"}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "content", [b'{"name": "a web app", "outputs": ["index.html"]}', b'{"name": "x"}', b"[]", b"{", b"\xff"]
)
def test_a_foreign_manifest_is_not_replaced_and_has_nothing_removed(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / MANIFEST).write_bytes(content)
    (tmp_path / "index.html").write_bytes(b"mine")
    refused(tmp_path, "data/manifest.json")
    deliver(edition("new"), tmp_path, MANIFEST, force=True)
    copy = f"previous/data/manifest-{digest12(content)}.json"
    assert found(tmp_path) == {**edition("new"), copy: content, "index.html": b"mine"}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "mark",
    [
        {"name": "another program"},
        {"yzgeo": "1"},
        {"edition": "full"},
        {"yzgeo": 1, "edition": "full"},
        {"yzgeo": "1", "edition": "full", "outputs": {"mine.txt": "5"}},
    ],
)
def test_a_manifest_of_another_program_with_checksums_is_none_of_ours(tmp_path: Path, mark: Listing) -> None:
    outputs = {"mine.txt": hashlib.sha256(b"mine").hexdigest()}
    content = json.dumps({"outputs": outputs, **mark}).encode()
    (tmp_path / "data").mkdir()
    (tmp_path / MANIFEST).write_bytes(content)
    (tmp_path / "mine.txt").write_bytes(b"mine")
    refused(tmp_path, "data/manifest.json")
    deliver(edition("new"), tmp_path, MANIFEST, force=True)
    copy = f"previous/data/manifest-{digest12(content)}.json"
    assert found(tmp_path) == {**edition("new"), copy: content, "mine.txt": b"mine"}


def test_a_planted_stage_does_not_vouch_for_a_foreign_manifest(tmp_path: Path) -> None:
    files = edition("planted")
    journal.stage(tmp_path, delivery.STAGE, {MANIFEST: files[MANIFEST]})
    for folder, content in ((tmp_path / delivery.STAGE / journal.OLD, files[MANIFEST]), (tmp_path, b"{}")):
        (folder / MANIFEST).parent.mkdir(parents=True)
        (folder / MANIFEST).write_bytes(content)
    with pytest.raises(InputError, match=MANIFEST):
        deliver(edition("new"), tmp_path, MANIFEST)
    assert (tmp_path / MANIFEST).read_bytes() == b"{}"


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("link", ["data", "file0.txt", "data/file1.txt", "previous"])
def test_no_link_is_followed_out_of_the_folder(tmp_path: Path, link: str, force: bool) -> None:
    folder, outside = tmp_path / "maps", tmp_path / "outside"
    (folder / link).parent.mkdir(parents=True)
    outside.mkdir()
    (outside / "file1.txt").write_bytes(b"mine")
    (folder / link).symlink_to(outside if "." not in link else outside / "file1.txt")
    (folder / "file2.txt").write_bytes(b"mine")
    with pytest.raises(InputError):
        deliver(edition("new"), folder, MANIFEST, force=force and link != "previous")
    if link == "previous":
        with pytest.raises(InputError, match="is a link"):
            deliver(edition("new"), folder, MANIFEST, force=True)
    assert found(outside) == {"file1.txt": b"mine"}
    assert (folder / "file2.txt").read_bytes() == b"mine"
    assert (folder / link).is_symlink()


@pytest.mark.usefixtures("way")
def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "maps").symlink_to("real")
    for mark in ("old", "new"):
        deliver(edition(mark), tmp_path / "maps", MANIFEST)
        assert (tmp_path / "maps").is_symlink()
        assert found(tmp_path / "real") == edition(mark)


@pytest.mark.usefixtures("way")
def test_a_planted_journal_replaces_and_removes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    for name in ("mine.txt", "notes.txt"):
        (folder / name).write_bytes(b"mine")
    journal.stage(folder, delivery.STAGE, {"mine.txt": b"planted"}, obsolete=["notes.txt"])
    with pytest.raises(InputError, match="2 files that yzgeo did not write"):
        deliver(edition("new"), folder, MANIFEST)
    assert found(folder) == {"mine.txt": b"mine", "notes.txt": b"mine"}
    shutil.rmtree(folder / delivery.STAGE)
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / delivery.STAGE).symlink_to(outside)
    with pytest.raises(InputError, match="is not what yzgeo leaves behind"):
        deliver(edition("new"), folder, MANIFEST)
    assert found(outside) == {}
    assert (folder / delivery.STAGE).is_symlink()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "name", ["work.txt", "new/a.txt work.txt", "journal.json/a.txt", "new", "journal.json work.txt"]
)
def test_a_users_own_folder_called_as_the_stage_is_left_alone(tmp_path: Path, name: str) -> None:
    stage = tmp_path / delivery.STAGE
    for one in name.split():
        (stage / one).parent.mkdir(parents=True, exist_ok=True)
        (stage / one).write_bytes(b'{"files": [], "obsolete": []}')
    with pytest.raises(InputError, match="is not what yzgeo leaves behind") as refusal:
        deliver(edition("new"), tmp_path, MANIFEST)
    assert "move or rename" in str(refusal.value)
    assert {file.relative_to(stage).as_posix() for file in stage.rglob("*") if file.is_file()} == set(name.split())
    assert not (tmp_path / MANIFEST).exists()


def test_a_file_beside_that_its_manifest_names_but_does_not_match_is_kept(tmp_path: Path) -> None:
    folder, beside = tmp_path / "maps", tmp_path / ".maps.yzgeo-build"
    for name, content in edition("old").items():
        (beside / name).parent.mkdir(parents=True, exist_ok=True)
        (beside / name).write_bytes(b"mine" if name == "file0.txt" else content)
    deliver(edition("new"), folder, MANIFEST)
    assert found(folder) == {**edition("new"), f"previous/file0-{digest12(b'mine')}.txt": b"mine"}
    assert not beside.exists()


def test_a_file_or_link_beside_is_no_leftover(tmp_path: Path) -> None:
    beside = tmp_path / ".maps.yzgeo-build"
    beside.write_bytes(b"mine")
    with pytest.raises(InputError, match="is not what yzgeo leaves behind"):
        deliver(edition("new"), tmp_path / "maps", MANIFEST)
    assert beside.read_bytes() == b"mine"


def test_a_planted_folder_beside_is_no_way_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "maps", tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.txt").write_bytes(b"mine")
    (tmp_path / ".maps.yzgeo-build").symlink_to(outside)
    with pytest.raises(InputError, match="is not what yzgeo leaves behind"):
        deliver(edition("new"), folder, MANIFEST)
    assert found(outside) == {"mine.txt": b"mine"}
    (tmp_path / ".maps.yzgeo-build").unlink()
    (tmp_path / ".maps.yzgeo-build").mkdir()
    (tmp_path / ".maps.yzgeo-build" / "work.txt").write_bytes(b"nowhere else")
    deliver(edition("new"), folder, MANIFEST)
    assert found(folder)[f"previous/work-{digest12(b'nowhere else')}.txt"] == b"nowhere else"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["maps", "outside"]


def test_the_exchange_keeps_what_others_have_there(tmp_path: Path) -> None:
    """Files, links, empty folders and permissions of others are the same after it: not copies, the files themselves."""
    folder = tmp_path / "maps"
    deliver(edition("old", names=14), folder, MANIFEST)
    (folder / "photos" / "empty").mkdir(parents=True)
    (folder / "photos" / "a.jpg").write_bytes(b"jpg")
    (folder / "photos" / "link").symlink_to("nowhere")
    (folder / "photos").chmod(0o750)
    folder.chmod(0o711)
    before = (folder / "photos" / "a.jpg").stat()
    inode = folder.stat().st_ino
    deliver(edition("new", names=10), folder, MANIFEST)
    assert folder.stat().st_ino != inode  # it was exchanged
    after = (folder / "photos" / "a.jpg").stat()
    assert (after.st_ino, after.st_nlink, after.st_mtime_ns) == (before.st_ino, 1, before.st_mtime_ns)
    assert (folder / "photos" / "link").readlink() == Path("nowhere")
    assert (folder / "photos" / "empty").is_dir()
    assert [path.stat().st_mode & 0o777 for path in (folder, folder / "photos")] == [0o711, 0o750]
    assert found(folder) == {**edition("new", names=10), "photos/a.jpg": b"jpg"}
    assert [file.name for file in tmp_path.iterdir()] == ["maps"]


def test_who_stands_in_the_folder_goes_on_standing_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for mark in ("old", "new"):
        inode = tmp_path.stat().st_ino
        deliver(edition(mark), Path(), MANIFEST)
        assert tmp_path.stat().st_ino == inode
        assert found(tmp_path) == edition(mark)


@pytest.mark.usefixtures("way")
def test_no_file_of_the_set_is_an_input(tmp_path: Path) -> None:
    (tmp_path / "ledger.csv").write_bytes(b"mine")
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "file0.txt").hardlink_to(tmp_path / "ledger.csv")
    with pytest.raises(InputError, match="is the input"):
        deliver(edition("new"), tmp_path / "maps", MANIFEST, inputs=[tmp_path / "ledger.csv"], force=True)
    assert found(tmp_path / "maps") == {"file0.txt": b"mine"}


# --- the whole build


def build(
    plan: Path | str, folder: Path, *options: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yzgeo", "build", "--plan", str(plan), "-o", str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})})


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy.make(tmp_path_factory.mktemp("plan") / "toy")


@pytest.fixture(scope="module")
def maps(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("maps") / "成果"
    done = build(plan, folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_manifest_holds_every_file(maps: Path) -> None:
    manifest = json.loads((maps / MANIFEST).read_text("utf-8"))
    files = found(maps)
    del files[MANIFEST]
    assert manifest["outputs"] == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert {"index.html", "report.html", "使用说明.txt"} <= set(files)
    assert manifest["edition"] == "internal"
    assert hidden(maps) == []


def test_two_processes_with_other_hash_seeds_write_the_same_bytes(plan: Path, maps: Path, tmp_path: Path) -> None:
    done = build(plan, tmp_path / "again", env={"PYTHONHASHSEED": "4242"})
    assert done.returncode == 0, done.stderr
    first, second = found(maps), found(tmp_path / "again")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


class Addresses(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {
            value for name, value in attrs if name in ("href", "src") and value and not value.startswith(("#", "data:"))
        }


def test_the_folder_opens_from_anywhere(maps: Path, tmp_path: Path, browser: Browser) -> None:
    """Copied, as to a USB stick, it opens with no network and asks for nothing; its links lead to files beside it."""
    stick = shutil.copytree(maps, tmp_path / "U 盘" / "成果")
    context = browser.new_context(offline=True)
    for name in ("index.html", "report.html"):
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto((stick / name).as_uri())
        page.wait_for_function("window.yzgeo && window.yzgeo.ready === true")
        assert asked == [(stick / name).as_uri()]
    context.close()
    addresses = Addresses((stick / "report.html").read_text("utf-8")).found
    assert addresses == {"index.html"}
    note = (stick / "使用说明.txt").read_text("utf-8")
    named = re.findall(r"^[ \u3000]+(\S+?)[：:]", note, re.M)
    assert set(named) >= {"index.html", "report.html", "zones.geojson"}
    assert all((stick / name).exists() or (stick / "data" / name).exists() for name in named)


def test_a_build_killed_while_it_runs_leaves_the_earlier_one(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    assert build(plan, folder).returncode == 0
    before = found(folder)
    other = toy.make(tmp_path / "other", zones=[{**row, "area": 5} for row in toy.TABLES["zones"]])
    for pause in (0.3, 1.0, 1.8):
        process = subprocess.Popen(
            [sys.executable, "-m", "yzgeo", "build", "--plan", other, "-o", folder],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(pause)
        if process.poll() is not None:
            break
        process.kill()
        process.communicate()
        there = found(folder)
        assert there == before or MANIFEST not in there or json.loads(there[MANIFEST]) != json.loads(before[MANIFEST])
    assert build(other, folder).returncode == 0
    assert hidden(folder) == []
    listed = json.loads((folder / MANIFEST).read_text("utf-8"))["outputs"]
    assert {
        name: hashlib.sha256(content).hexdigest() for name, content in found(folder).items() if name != MANIFEST
    } == listed


def test_a_build_over_a_users_page_is_refused_and_forced_with_a_copy(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("mine", "utf-8")
    done = build(plan, folder, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("copies stay in its folder previous (--force).")
    assert found(folder) == {"index.html": b"mine"}
    forced = build(plan, folder, "--force", "--lang", "en")
    assert forced.returncode == 0, forced.stderr
    copy = f"previous/index-{digest12(b'mine')}.html"
    assert f"the old file is kept as {folder / copy}" in forced.stderr
    assert found(folder)[copy] == b"mine"
    assert b"yzgeo" in found(folder)["index.html"]


def test_a_build_below_the_plan_changes_neither_the_plan_nor_the_next_build(tmp_path: Path) -> None:
    plan = toy.make(tmp_path / "plan")
    before = found(plan)
    assert build(plan, plan / "maps").returncode == 0
    first = found(plan / "maps")
    assert build(plan, plan / "maps").returncode == 0
    assert found(plan / "maps") == first
    assert {name: text for name, text in found(plan).items() if not name.startswith("maps/")} == before
    inside = toy.make(tmp_path / "around" / "data")  # the files of data/ would fall into the plan
    before = found(inside)
    done = build(inside, inside.parent)
    assert done.returncode == 2
    assert "会毁掉它" in done.stderr
    assert found(inside.parent) == {f"data/{name}": text for name, text in before.items()}


def test_two_whole_builds_at_once_leave_one_of_them(plan: Path, tmp_path: Path) -> None:
    commands = [
        [sys.executable, "-m", "yzgeo", "build", "--plan", plan, "-o", tmp_path / "maps", "--lang", lang]
        for lang in ("zh", "en")
    ]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for command in commands]
    for process in both:
        told = process.communicate()[1]
        assert process.returncode == 0, told
    files = found(tmp_path / "maps")
    listed = json.loads(files.pop(MANIFEST))["outputs"]
    assert {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} == listed
    assert hidden(tmp_path / "maps") == []


def test_an_interrupted_build_is_one_message(plan: Path, tmp_path: Path) -> None:
    for attempt in range(5):  # a signal is lost where Python cannot raise: in a callback from C, say
        folder = tmp_path / f"maps-{attempt}"
        command = [sys.executable, "-m", "yzgeo", "build", "--plan", plan, "-o", folder, "--lang", "en"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        assert process.stderr.readline().startswith("yzgeo: plan: ")
        assert process.stderr.readline().startswith("running the rules")
        process.send_signal(signal.SIGINT)
        told = process.communicate()[1]
        if process.returncode:
            break
    assert process.returncode == 2
    assert told.splitlines()[-1] == "yzgeo: interrupted, nothing was written"
    assert "Traceback" not in told
    assert not folder.exists()


def test_a_single_file_that_does_not_fit_leaves_the_earlier_one(tmp_path: Path) -> None:
    file = tmp_path / "findings.json"
    write_bytes(file, b"old" * 100)
    with file_limit(1000), pytest.raises(InputError):
        write_bytes(file, b"new" * 1000)
    assert file.read_bytes() == b"old" * 100
    assert list(tmp_path.iterdir()) == [file]


def test_an_unwritable_folder_is_one_message(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "maps").write_text("mine")
    done = build(plan, tmp_path / "maps" / "below", "--lang", "en")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "maps").read_text() == "mine"


# --- the PDF


def test_without_a_browser_there_is_no_pdf_and_nothing_else_either(plan: Path, tmp_path: Path) -> None:
    done = build(plan, tmp_path / "maps", "--pdf", "--lang", "en", env={"YZGEO_CHROMIUM": str(tmp_path / "nowhere")})
    assert done.returncode == 2
    assert "YZGEO_CHROMIUM" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "maps").exists()


def test_a_browser_that_does_not_print_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "browser"
    program.write_text("#!/bin/sh\necho no display >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("YZGEO_CHROMIUM", str(program))
    with pytest.raises(InputError, match="no display"):
        print_page(b"<p>", "2026-01-01")


def test_a_full_disk_while_printing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YZGEO_CHROMIUM", sys.executable)
    with file_limit(100), pytest.raises(InputError, match="did not print"):
        print_page(b"<p>" * 1000, "2026-01-01")


@pytest.fixture(scope="module")
def poppler() -> Callable[..., str]:
    """Poppler's own programs, to read what the browser printed."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext: run `apt install poppler-utils`")

    def run(program: str, *arguments: Any) -> str:
        return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True).stdout

    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_of_the_pdf_is_full_and_no_total_stands_apart_from_its_table(
    lang: str, tmp_path: Path, chromium: str, poppler: Any
) -> None:
    folder = tmp_path / "maps"
    done = build("yinzhou", folder, "--pdf", "--lang", lang, env={"YZGEO_CHROMIUM": chromium})
    assert done.returncode == 0, done.stderr
    pages = poppler("pdftotext", "-layout", folder / "report.pdf", "-").split("\f")[:-1]
    assert len(pages) > 25
    lines = [len([line for line in page.splitlines() if line.strip()]) for page in pages]
    assert min(lines) > 4, f"page {lines.index(min(lines)) + 1} is all but empty"  # running title and number are two
    sparse = [place for place, count in enumerate(lines, start=1) if count < 15]
    assert len(sparse) <= 2, f"pages {sparse} are mostly blank"  # a part begins on a page of its own
    total = {"zh": "合计", "en": "total"}[lang]
    apart = [
        place
        for place, page in enumerate(pages, start=1)
        if any(line.split()[:1] == [total] for line in [one for one in page.splitlines() if one.strip()][:4])
    ]
    assert not apart, f"pages {apart} begin with the total of a table"
    for name in {
        "zh": ("明州经济开发区核心区", "五乡产业集聚区"),
        "en": ("Mingzhou Economic Development Zone", "Wuxiang Industrial"),
    }[lang]:
        assert any(name in page for page in pages[1:]), name
    assert "A4" in poppler("pdfinfo", folder / "report.pdf")
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    assert manifest["outputs"]["report.pdf"] == hashlib.sha256((folder / "report.pdf").read_bytes()).hexdigest()
    assert "CreationDate:    Wed Nov  3 00:00:00 2021" in re.sub(
        r"CreationDate: +", "CreationDate:    ", poppler("pdfinfo", folder / "report.pdf")
    )
    poppler("pdftoppm", "-r", "20", "-gray", folder / "report.pdf", tmp_path / "page")
    for picture in sorted(tmp_path.glob("page*.pgm")):
        assert len(set(picture.read_bytes()[20:])) > 20, picture.name  # a blank page has one grey
