"""scripts/run.py, without a network: a stand-in for the environment's Python prints what it was asked to do.

The stand-in is a shell script, so these tests are for Linux and macOS.
"""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import run

MADE_FROM = ("constraints.txt", "pyproject.toml", "setup.cfg")
FAKE_PYTHON = '#!/bin/sh\nprintf "%s\\n" "$PWD" "$@"\nexit 7\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a blank in its path and no environment."""
    root = tmp_path / "check out"
    (root / "scripts").mkdir(parents=True)
    shutil.copy(run.ROOT / "scripts/run.py", root / "scripts")
    for name in MADE_FROM:
        shutil.copy(run.ROOT / name, root)
    return root


def fake_environment(root: Path, extra: str) -> None:
    python = run.venv_python(root)
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text(FAKE_PYTHON)
    python.chmod(0o755)
    run.stamp_path(root).write_text(f"{run.fingerprint(root)} {extra}\n")


def start(root: Path, *args: str, cwd: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(root / "scripts/run.py"), *args]
    return subprocess.Popen(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, list[str], str]:
    """Exit code, lines of standard output, text of standard error."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out.splitlines(), err


def test_no_environment_or_an_unfinished_one_is_made_anew(checkout: Path) -> None:
    assert run.missing_steps(checkout, "") == {"venv", "packages"}
    fake_environment(checkout, "")
    assert run.missing_steps(checkout, "") == set()
    run.stamp_path(checkout).unlink()
    assert run.missing_steps(checkout, "") == {"venv", "packages"}


@pytest.mark.parametrize("name", MADE_FROM)
def test_an_environment_is_stale_when_what_it_is_made_from_changes(checkout: Path, name: str) -> None:
    fake_environment(checkout, "test")
    text = (checkout / name).read_text("utf-8").replace("setuptools", "setuptools_").replace("click>=", "click>")
    (checkout / name).write_text(text, "utf-8")
    assert run.missing_steps(checkout, "test") == {"venv", "packages"}


def test_an_environment_survives_a_changed_tool_setting(checkout: Path) -> None:
    fake_environment(checkout, "")
    with (checkout / "setup.cfg").open("a") as file:
        file.write("\n[tool:other]\nstrict = %(percent)\n")
    assert run.missing_steps(checkout, "") == set()


def test_an_environment_is_stale_in_another_place_or_with_another_python(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_environment(checkout, "")
    moved = checkout.rename(checkout.with_name("moved"))
    assert run.missing_steps(moved, "") == {"venv", "packages"}
    fake_environment(moved, "")
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert run.missing_steps(moved, "") == {"venv", "packages"}


def test_an_environment_whose_python_was_uninstalled_is_stale(checkout: Path) -> None:
    fake_environment(checkout, "")
    run.venv_python(checkout).unlink()
    run.venv_python(checkout).symlink_to(checkout / "gone")
    assert run.missing_steps(checkout, "") == {"venv", "packages"}


def test_the_test_environment_serves_build_but_not_the_other_way_round(checkout: Path) -> None:
    fake_environment(checkout, "test")
    assert run.missing_steps(checkout, "") == set()
    fake_environment(checkout, "")
    assert run.missing_steps(checkout, "test") == {"packages"}


@pytest.mark.parametrize("given", [["-o", "out"], ["-oout"], ["--output", "out"], ["--output=out"]])
def test_build_keeps_the_output_that_is_given(checkout: Path, tmp_path: Path, given: list[str]) -> None:
    fake_environment(checkout, "")
    code, lines, _ = finish(start(checkout, "build", *given, "--pdf", cwd=tmp_path))
    assert code == 7
    assert lines == [str(tmp_path), "-P", "-m", "yzgeo", "build", *given, "--pdf"]


def test_build_writes_to_maps_of_the_checkout_by_default(checkout: Path, tmp_path: Path) -> None:
    fake_environment(checkout, "")
    code, lines, messages = finish(start(checkout, "build", "--parcels", "a b.csv", cwd=tmp_path))
    assert code == 7
    assert lines[5:] == ["--parcels", "a b.csv", "-o", str(checkout / "maps")]
    assert messages == ""


def test_test_runs_pytest_in_the_root_of_the_checkout(checkout: Path, tmp_path: Path) -> None:
    fake_environment(checkout, "test")
    code, lines, _ = finish(start(checkout, "test", "-k", "area or mu", "--help", cwd=tmp_path))
    assert code == 7
    assert lines == [str(checkout), "-m", "pytest", "-k", "area or mu", "--help"]


@pytest.mark.parametrize("line", ["--wheelhouse w build --pdf x", "build --wheelhouse w --pdf x"])
def test_the_wheelhouse_may_stand_before_or_after_the_command(line: str) -> None:
    assert run.parse(line.split()) == ("build", ["--pdf", "x"], Path.cwd() / "w")


def test_help_is_in_both_languages_and_says_what_is_not_tested(checkout: Path, tmp_path: Path) -> None:
    code, lines, _ = finish(start(checkout, "--help", cwd=tmp_path))
    text = "\n".join(lines)
    assert code == 0
    assert "生成地图" in text
    assert "build the maps" in text
    assert "Windows and macOS too, not tested there" in text


def test_an_old_python_is_told_in_both_languages() -> None:
    run.check_python((3, 11, 0))
    with pytest.raises(run.SetUpError, match=r"需要 Python 3\.11 或更新版本，当前是 3\.10\.13") as caught:
        run.check_python((3, 10, 13))
    assert "Python 3.11 or newer is needed, this is 3.10.13" in str(caught.value)


def test_an_old_python_can_load_the_script() -> None:
    tree = ast.parse((run.ROOT / "scripts/run.py").read_text("utf-8"), feature_version=(3, 6))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    annotations = [part for node in functions for part in (node.returns, *(arg.annotation for arg in node.args.args))]
    assert annotations
    assert not [ast.unparse(part) for part in annotations if isinstance(part, ast.Subscript | ast.BinOp)]
    assert "__future__" not in {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_a_python_without_ensurepip_is_told_what_to_install(checkout: Path) -> None:
    without_ensurepip = "import runpy, sys; sys.modules['ensurepip'] = None; sys.argv = sys.argv[1:]; "
    command = [sys.executable, "-c", without_ensurepip + "runpy.run_path(sys.argv[0], run_name='__main__')"]
    command += [str(checkout / "scripts/run.py"), "build"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.slow
def test_a_failed_set_up_shows_what_pip_said_and_is_redone(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    (tmp_path / "empty").mkdir()
    code, lines, messages = finish(start(checkout, "build", "--wheelhouse", "empty", cwd=tmp_path))
    assert code == 2
    assert lines == []
    assert "The user requested (constraint) setuptools==" in messages
    assert "packages could not be installed" in messages
    assert "Traceback" not in messages
    assert run.missing_steps(checkout, "") == {"venv", "packages"}


def test_an_interrupted_set_up_is_redone(checkout: Path, tmp_path: Path) -> None:
    process = start(checkout, "build", "--wheelhouse", "empty", cwd=tmp_path)
    while not (checkout / ".venv").exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    code, _, messages = finish(process)
    assert code == 130
    assert "interrupted" in messages
    assert "Traceback" not in messages
    assert run.missing_steps(checkout, "") == {"venv", "packages"}


def test_a_second_set_up_waits_for_the_first_and_uses_what_it_made(checkout: Path, tmp_path: Path) -> None:
    with run.locked(checkout / ".venv.lock"):
        second = start(checkout, "build", cwd=tmp_path)
        assert second.stderr is not None
        assert "preparing" in second.stderr.readline()
        fake_environment(checkout, "")
    code, _, messages = finish(second)
    assert code == 7
    assert messages == ""
