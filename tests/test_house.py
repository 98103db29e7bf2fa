"""The rules of the house: linters, types, layers, locked versions, and that CI skips nothing."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import lock
from yzgeo.cli.main import PACKAGE, cli
from yzgeo.core import plugins

LINT_IMPORTS = str(Path(sys.executable).with_name("lint-imports"))
SKIPPING_TESTS = """
import pytest

def test_runs():
    assert True

@pytest.mark.skip(reason="no browser here")
def test_skipped():
    assert True

@pytest.mark.xfail
def test_expected_to_fail():
    assert False
"""
SKIPPED = [
    "test_module.py: Skipped: no GDAL",
    "test_sample.py::test_skipped: Skipped: no browser here",
    "test_sample.py::test_expected_to_fail: expected to fail ",
]


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([sys.executable, "-m", "ruff", "check"], id="ruff"),
        pytest.param([sys.executable, "-m", "ruff", "format", "--check"], id="ruff-format"),
        pytest.param([sys.executable, "-m", "codespell_lib"], id="codespell"),
        pytest.param([sys.executable, "-m", "mypy"], id="mypy", marks=pytest.mark.slow),
        pytest.param(
            [LINT_IMPORTS, "--config", "setup.cfg", "--no-cache", "--no-logo"],
            id="lint-imports",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_tool_has_no_complaint(command: list[str]) -> None:
    done = subprocess.run(
        command, cwd=lock.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    if done.returncode:
        pytest.fail(done.stdout, pytrace=False)


def pins() -> dict[str, str]:
    """Version by package name; any line that is not a plain pin (an address, say) is an error."""
    lines = (lock.ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = [line for line in lines if not line.startswith("#")]
    assert [line for line in pinned if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in pinned)}


@pytest.mark.parametrize("wanted", lock.requirements())
def test_requirement_is_locked_within_its_range(wanted: str) -> None:
    requirement = Requirement(wanted)
    assert requirement.specifier.contains(pins()[canonicalize_name(requirement.name)])


@pytest.mark.slow
@pytest.mark.parametrize(("no_skip", "code"), [("1", 1), ("0", 0)])
def test_skipped_tests_fail_the_run_in_ci_only(tmp_path: Path, no_skip: str, code: int) -> None:
    shutil.copy(lock.ROOT / "tests/conftest.py", tmp_path)
    (tmp_path / "test_sample.py").write_text(SKIPPING_TESTS)
    (tmp_path / "test_module.py").write_text("import pytest\npytest.skip('no GDAL', allow_module_level=True)\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={**os.environ, "YZGEO_NO_SKIP": no_skip},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout
    named = re.findall(r"^test_\w+\.py\S*: .*$", done.stdout, re.MULTILINE)
    assert named == (SKIPPED if no_skip == "1" else [])


def test_nothing_that_the_package_needs_is_ignored_by_git() -> None:
    ignored = subprocess.run(
        [
            "git",
            "ls-files",
            "--others",
            "--ignored",
            "--exclude-standard",
            "--",
            "yzgeo",
            "geodata",
            "scripts",
            "tests",
        ],
        cwd=lock.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if ignored.returncode:
        return  # not a git checkout: then what is here is all there is
    lost = [name for name in ignored.stdout.splitlines() if "__pycache__" not in name]
    assert lost == []


ROOMS = [path for path in (lock.ROOT / "yzgeo").rglob("__init__.py") if "vendor" not in path.parts]
MOST_AT_THE_ROOT = 19


def test_the_page_on_the_house_has_a_line_for_every_room_and_every_kind_of_plug_in() -> None:
    page = (lock.ROOT / "docs" / "house.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    rooms = {path.parent.relative_to(lock.ROOT / "yzgeo").as_posix() for path in ROOMS} - {"."}
    lost = [room for room in rooms if not any(f"{room.split('/')[-1]}/" in row for row in rows)]
    assert lost == []
    groups = [
        match for path in ROOMS for match in re.findall(r'^GROUP = "(.*)"', path.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(groups) == len(set(groups)) > 10
    assert [group for group in groups if f"`{group}`" not in page] == []


def test_the_root_of_the_package_is_a_short_list() -> None:
    entries = [path for path in (lock.ROOT / "yzgeo").iterdir() if path.name != "__pycache__"]
    assert len(entries) <= MOST_AT_THE_ROOT


def options(command: click.Command) -> set[str]:
    """The options of a command and of those below it."""
    below = command.commands.values() if isinstance(command, click.Group) else ()
    own = {name for param in command.params if isinstance(param, click.Option) for name in param.opts}
    return own.union(*map(options, below))


def texts_outside_the_command() -> Iterator[tuple[str, str]]:
    """Strings of the modules, and all of the templates and page scripts, each with the place where it stands.

    The bundles are left out: their short names look like options, and what goes into them is read at its source.
    """
    package = lock.ROOT / "yzgeo"
    bundles = re.findall(r'name: "(\w+\.js)"', (lock.ROOT / "scripts" / "bundle.mjs").read_text("utf-8"))
    assert "page.js" in bundles
    for path in sorted(package.rglob("*")):
        name = path.relative_to(lock.ROOT).as_posix()
        if package / "cli" in path.parents or "vendor" in path.parts:
            continue
        if path.parent.name == "assets" and path.name in bundles:
            continue
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield f"{name}:{node.lineno}", node.value
        elif path.suffix in (".html", ".js"):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
                yield f"{name}:{number}", line


@pytest.mark.slow
def test_no_text_outside_the_command_names_an_option_of_it() -> None:
    commands = [plugins.load(PACKAGE, name).command for name in plugins.names(PACKAGE)]
    names = {"--help"}.union(options(cli), *map(options, commands))
    assert {"--crs", "--map", "--layer", "-o"} <= names
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(names))})(?![\w-])")
    # A variable of a style sheet, read or set, begins as an option does.
    variable = re.compile(r"""\bvar(?:iable)?\(["']?--[\w-]+["']?\)|\{ "--[\w-]+":""")
    texts = [(place, variable.sub("", text)) for place, text in texts_outside_the_command()]
    assert {".py", ".html", ".js"} <= {Path(place.rpartition(":")[0]).suffix for place, _ in texts}
    assert [f"{place}: {match[0]}" for place, text in texts if (match := named.search(text))] == []
