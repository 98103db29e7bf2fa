"""`yzgeo doctor` tells what is there, says so of what is not, and never fails."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from pathlib import Path
from typing import Any

import click.testing
import pytest

import lock
from yzgeo.cli.commands import doctor
from yzgeo.cli.main import cli


def run(*arguments: str | Path) -> click.testing.Result:
    return click.testing.CliRunner().invoke(cli, ["doctor", *map(str, arguments)], prog_name="yzgeo")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for a browser that tells its version."""
    file = tmp_path / "browser"
    file.write_text("#!/bin/sh\necho Browser 7\n", "utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("YZGEO_CHROMIUM", str(file))
    return file


def test_versions_are_those_that_are_installed(program: Path) -> None:
    done = run("--format", "json")
    assert done.exit_code == 0
    found = json.loads(done.output)
    assert list(found) == list(doctor.TITLES)
    assert found["packages"]["shapely"] == importlib.metadata.version("shapely")
    assert found["browser"] == {"program": str(program), "version": "Browser 7"}
    assert found["environment"] == {"YZGEO_CHROMIUM": str(program)} | found["environment"]
    gdals = found["gdal"]
    assert all(gdals[library][0].isdigit() for library in ("fiona", "pyogrio"))
    assert Path(found["proj"]["database"][0]).is_file()


def test_every_requirement_is_told_under_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    config = lock.ConfigParser(interpolation=None)
    config.read(lock.ROOT / "setup.cfg", encoding="utf-8")
    extras = config["options.extras_require"]
    always = [line for line in config["options"]["install_requires"].splitlines() if line]
    added = [f'{line}; extra == "{extra}"' for extra in extras for line in extras[extra].splitlines() if line]
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: [*always, *added])
    found = doctor.packages()
    assert found.keys() == {"", *extras}
    assert {"geopandas", "fiona", "psycopg"} <= found[""].keys()
    assert sum(map(len, found.values())) == len(always) + len(added)


def test_what_is_missing_or_broken_is_told_and_fails_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YZGEO_CHROMIUM", str(tmp_path / "none"))
    monkeypatch.setitem(sys.modules, "fiona", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(importlib.metadata, "version", not_installed)
    found = json.loads(run("--format", "json").output)
    assert found["browser"] is None
    assert "fiona" in found["gdal"]["fiona"]["error"]
    assert found["gdal"]["pyogrio"]
    assert found["solver"] == {"HiGHS": None}
    if sys.platform == "linux":
        assert found["chinese_fonts"] == []
    done = run("--lang", "en")
    assert done.exit_code == 0
    assert "Solver: HiGHS —" in done.output
    assert "Browser (PDF): —" in done.output


def not_installed(name: str) -> Any:
    raise importlib.metadata.PackageNotFoundError(name)


def test_a_program_that_fails_or_does_not_end_has_no_version(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    assert (doctor.browser() or {})["version"] is None
    monkeypatch.setattr(doctor, "SECONDS", 0.2)
    program.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    assert (doctor.browser() or {})["version"] is None


def test_the_report_goes_into_a_file_and_obeys_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROJ_DATA", "a\x1b[31m\n::stop-commands::x")
    assert run("-o", tmp_path / "doctor.json").exit_code == 0
    assert json.loads((tmp_path / "doctor.json").read_text("utf-8"))["environment"]["PROJ_DATA"].startswith("a")
    for form in ("text", "json"):
        printed = run("--format", form).output
        assert "\x1b" not in printed
        assert "\n::" not in printed
