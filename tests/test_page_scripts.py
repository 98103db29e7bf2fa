"""The page's scripts by their own tools: the bundle is what the sources give; linter, types and unit tests."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PUBLISH = ROOT / "yzgeo" / "publish"
SCRIPTS = {
    "bundle": ["run", "bundle", "--", "--check"],
    "check": ["run", "check"],
    "test": ["test"],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_script_of_the_package_has_no_complaint(name: str) -> None:
    npm = shutil.which("npm")
    if not npm or not (ROOT / "node_modules" / ".bin").is_dir():
        pytest.skip("npm or node_modules is missing: run npm ci")
    done = subprocess.run(
        [npm, *SCRIPTS[name]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        pytest.fail(done.stdout, pytrace=False)


def test_text_only_ever_becomes_text() -> None:
    """No script of the page hands a text to the browser as markup or as code."""
    marks = (
        r"dangerouslySetInnerHTML|innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function"
    )
    found = {str(file.relative_to(PUBLISH)): re.findall(marks, file.read_text("utf-8")) for file in scripts()}
    assert {name: marks for name, marks in found.items() if marks} == {}


def test_the_lock_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")


def scripts() -> list[Path]:
    """The sources of all bundles."""
    return sorted(file for room in ("page", "places") for file in (PUBLISH / room / "src").rglob("*.js"))
