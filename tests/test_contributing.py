"""What contributors are told is true, and what they are handed is well-formed."""

from __future__ import annotations

import email
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import lock

GUIDE = (lock.ROOT / "CONTRIBUTING.md").read_text("utf-8")
BUILD_SDIST = "import sys; from setuptools.build_meta import build_sdist; build_sdist(sys.argv[1])"
BUILD_WHEEL = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
SCHEMAS = {
    "vendor.github-workflows": ".github/workflows/*.yml",
    "vendor.github-issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
    "vendor.github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
}


def section(title: str) -> str:
    return re.split(r"^## ", GUIDE.split(f"\n## {title}\n")[1], flags=re.MULTILINE)[0]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the package is made of, to change at will."""
    skip = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("yzgeo", "geodata", "scripts", "docs"):
        shutil.copytree(lock.ROOT / name, tmp_path / name, ignore=skip)
    for name in ("setup.cfg", "setup.py", "pyproject.toml", "README.md", "LICENSE", "NOTICE.md"):
        shutil.copy(lock.ROOT / name, tmp_path)
    return tmp_path


def paste(commands: str, folder: Path) -> list[str]:
    """Output of each command, run with this Python in a folder."""
    search = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {**os.environ, "PATH": search, "PYTHONPATH": str(folder)}
    outputs = []
    for line in commands.splitlines():
        words = line.split()
        if words[0] == "python":
            words[0] = sys.executable
        done = subprocess.run(words, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        outputs.append(done.stdout)
    return outputs


@pytest.mark.slow
def test_a_rule_added_as_the_guide_says_is_seen_in_check_and_in_the_docs(checkout: Path) -> None:
    text = section("Add a rule")
    file = checkout / re.search(r"`(yzgeo/checks/rules/\w+\.py)`", text)[1]  # type: ignore[index]
    (code,) = blocks(text, "python")
    (commands,) = blocks(text, "bash")
    file.write_text(code, "utf-8")
    checked, examples, _ = paste(commands, checkout)
    assert checked.count("建设期 4 年") == 2
    assert "1 passed" in examples
    for page, words in (
        ("docs/rules.md", "Found, a project of four years:"),
        ("docs/rules.zh.md", "查出：四年的项目。"),
    ):
        assert "## project-duration" in (checkout / page).read_text("utf-8")
        assert words in (checkout / page).read_text("utf-8")
    file.unlink()
    paste("python scripts/rules.py", checkout)
    for page in ("docs/rules.md", "docs/rules.zh.md"):
        assert (checkout / page).read_text("utf-8") == (lock.ROOT / page).read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("title", ["Add a layer", "Add a format", "Add a plan"])
def test_commands_of_the_guide_work(checkout: Path, title: str) -> None:
    for commands in blocks(section(title), "bash"):
        paste(commands, checkout)


def test_paths_that_the_guide_names_exist() -> None:
    links = re.findall(r"\]\(([\w./-]+)\)", GUIDE)
    paths = re.findall(r"`((?:tests|scripts|yzgeo|docs|geodata|\.ci|\.github)/[\w./-]*)`", GUIDE)
    examples = {"yzgeo/layers/my_layer.py", "yzgeo/checks/rules/project_duration.py"}
    assert links
    assert [path for path in {*links, *paths} - examples if not (lock.ROOT / path).exists()] == []


@pytest.mark.slow
@pytest.mark.parametrize("schema", SCHEMAS)
def test_github_would_take_the_workflow_and_the_forms(schema: str) -> None:
    files = sorted(map(str, lock.ROOT.glob(SCHEMAS[schema])))
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_no_weakness_in_the_workflow() -> None:
    zizmor = shutil.which("zizmor", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if not zizmor:
        pytest.skip("zizmor is missing: run pip install zizmor")
    command = [zizmor, "--offline", "--no-progress", ".github/workflows"]
    done = subprocess.run(
        command, cwd=lock.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
    assert "completed .github/workflows/test.yml" in done.stdout


def test_the_workflow_tries_every_python_that_yzgeo_is_for_and_says_that_it_never_ran() -> None:
    workflow = (lock.ROOT / ".github/workflows/test.yml").read_text("utf-8")
    pythons = re.search(r"python: \[(.*)\]", workflow)[1].replace('"', "").split(", ")  # type: ignore[index]
    assert tuple(map(int, pythons[0].split("."))) == lock.OLDEST_PYTHON
    assert workflow.startswith("# Not run yet")
    assert "**not run yet**" in GUIDE


def test_hooks_run_the_versions_that_are_locked() -> None:
    hooks = (lock.ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    locked = (lock.ROOT / "constraints.txt").read_text("utf-8")
    for repository, package in (("astral-sh/ruff-pre-commit", "ruff"), ("codespell-project/codespell", "codespell")):
        version = re.search(rf"{repository}\s+rev: v([\d.]+)", hooks)[1]  # type: ignore[index]
        assert f"\n{package}=={version}\n" in locked


def test_the_oldest_versions_are_the_lower_bounds() -> None:
    wanted = ["click>=8.2,<9", "psycopg[binary]>=3.2,<4", 'tzdata>=2025.1; platform_system == "Windows"']
    assert lock.oldest(wanted) == ["click==8.2", "psycopg==3.2", 'tzdata==2025.1; platform_system == "Windows"']


def test_every_requirement_has_a_lower_bound(tmp_path: Path) -> None:
    assert lock.main(["--oldest", str(tmp_path / "oldest.txt")]) == 0
    pinned = (tmp_path / "oldest.txt").read_text("utf-8").splitlines()
    assert len(pinned) == len(set(lock.requirements(lock.OLDEST_EXTRAS)))
    assert "pandas==3" in pinned


@pytest.mark.slow
def test_the_quick_run_has_a_test_of_every_room() -> None:
    """Of every room some module is imported by a quick test, or has a quick doctest of its own."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "-m", "not slow"]
    done = subprocess.run(command, cwd=lock.ROOT, capture_output=True, encoding="utf-8", check=False)
    files = set(re.findall(r"^([\w/]+\.py)(?=::|: \d)", done.stdout, re.MULTILINE))
    texts = "\n".join((lock.ROOT / file).read_text("utf-8") for file in files if file.startswith("tests/"))
    tested = {match[1] for match in re.finditer(r"\byzgeo\.(\w+)", texts)}
    tested |= {file.split("/")[1] for file in files if file.startswith("yzgeo/")}
    rooms = {path.parent.name for path in (lock.ROOT / "yzgeo").glob("*/__init__.py")}
    assert len(rooms) > 10
    assert rooms - tested == set()


def contents(wheel: Path) -> dict[str, int]:
    """Checksums by name of all but the list of these."""
    with zipfile.ZipFile(wheel) as packed:
        return {entry.filename: entry.CRC for entry in packed.infolist() if not entry.filename.endswith("/RECORD")}


def built(code: str, root: Path, into: Path) -> Iterator[Path]:
    into.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code, str(into)], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return into.iterdir()


@pytest.mark.slow
def test_the_wheel_of_the_sdist_is_the_wheel_of_the_checkout(checkout: Path, tmp_path: Path) -> None:
    (sdist,) = built(BUILD_SDIST, checkout, tmp_path / "sdist")
    with tarfile.open(sdist) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    (root,) = (tmp_path / "unpacked").iterdir()
    (ours,) = built(BUILD_WHEEL, checkout, tmp_path / "ours")
    (theirs,) = built(BUILD_WHEEL, root, tmp_path / "theirs")
    assert contents(theirs) == contents(ours)
    names = set(contents(ours))
    package = {path.relative_to(checkout).as_posix() for path in (checkout / "yzgeo").rglob("*.py")}
    assert package - names == set()
    assert "yzgeo/geodata/yinzhou/datapackage.json" in names


@pytest.fixture(scope="module")
def tracked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the files that git tracks, all of them and no more."""
    root = tmp_path_factory.mktemp("tracked")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=lock.ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(lock.ROOT / name, root / name)
    return root


@pytest.mark.slow
def test_the_sdist_is_the_whole_checkout_and_both_archives_are_reproducible(
    tracked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    names = {path.relative_to(tracked).as_posix() for path in tracked.rglob("*") if path.is_file()}
    archives = []
    for number, into in enumerate(("first", "second")):
        for path in tracked.rglob("*"):
            os.utime(path, (1700000000 + number, 1700000000 + number))
        (sdist,) = built(BUILD_SDIST, tracked, tmp_path / f"{into} sdist")
        (wheel,) = built(BUILD_WHEEL, tracked, tmp_path / f"{into} wheel")
        archives.append((sdist.read_bytes(), wheel.read_bytes()))
        shutil.rmtree(tracked / "yzgeo.egg-info")
        shutil.rmtree(tracked / "build")
    assert archives[0] == archives[1]
    with tarfile.open(sdist) as packed:
        (top,) = {name.partition("/")[0] for name in packed.getnames()}
        held = {name.partition("/")[2] for name in packed.getnames()}
        assert {(entry.uid, entry.gid, entry.mtime) for entry in packed} == {(0, 0, 1760000000)}
    assert names - held == set()
    package = {name for name in names if name.startswith(("yzgeo/", "geodata/"))}
    bundled = {name for name in package if re.match(r"yzgeo/publish/\w+/src/", name)}
    shipped = {f"yzgeo/{name}" if name.startswith("geodata/") else name for name in package - bundled}
    assert len(bundled) > 100
    assert {name for name in contents(wheel) if ".dist-info/" not in name} == shipped
    assert {name for name in held - names if not name.startswith("yzgeo.egg-info/")} == {"PKG-INFO"}
    assert top == sdist.name.removesuffix(".tar.gz")


@pytest.mark.slow
def test_an_index_is_told_who_made_it_under_which_licence_and_for_which_pythons(tracked: Path, tmp_path: Path) -> None:
    (wheel,) = built(BUILD_WHEEL, tracked, tmp_path / "wheel")
    with zipfile.ZipFile(wheel) as packed:
        (name,) = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        told = email.message_from_bytes(packed.read(name))
        described = str(told.get_payload())
        licences = {Path(name).name for name in packed.namelist() if "/licenses/" in name}
    assert re.findall(r"\]\((?!https?:)[^)]*\)", described) == []
    assert "what is exact, what is schematic (`docs/exactness.md`)" in described
    assert told["License-Expression"] == "MIT"
    assert told["Author"] == "yzgeo maintainers"
    assert licences == {"LICENSE", "NOTICE.md"} == set(told.get_all("License-File"))
    classifiers = told.get_all("Classifier")
    assert "Typing :: Typed" in classifiers
    assert not [classifier for classifier in classifiers if classifier.startswith("License ::")]
    workflow = (lock.ROOT / ".github/workflows/test.yml").read_text("utf-8")
    tried = re.search(r"python: \[(.*)\]", workflow)[1].replace('"', "").split(", ")  # type: ignore[index]
    versions = [classifier.rpartition(" ")[2] for classifier in classifiers if re.search(r"Python :: 3\.", classifier)]
    assert versions == tried
