"""What runs yzgeo elsewhere: completion, hook, action, container, citation, and what the page on them says."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import toy
import yaml

import lock
from yzgeo.core.version import __version__

PAGE, PAGE_ZH = ((lock.ROOT / "docs" / name).read_text("utf-8") for name in ("install.md", "install.zh.md"))


def read(name: str) -> Any:
    return yaml.safe_load((lock.ROOT / name).read_text("utf-8"))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables with which `yzgeo` is a program on the search path."""
    program = tmp_path / "bin" / "yzgeo"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m yzgeo "$@"\n', "utf-8")
    program.chmod(0o755)
    path = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(lock.ROOT)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "name"), [("vendor.github-actions", "action.yml"), ("vendor.citation-file-format", "CITATION.cff")]
)
def test_files_for_others_are_valid_by_their_schema(tmp_path: Path, schema: str, name: str) -> None:
    def done(file: Path) -> int:
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert done(lock.ROOT / name) == 0
    broken = tmp_path / name
    broken.write_text((lock.ROOT / name).read_text("utf-8").replace("\nruns:", "\nrun:").replace("title:", "name:"))
    assert done(broken) != 0


def test_zizmor_finds_no_weakness_in_the_action() -> None:
    zizmor = shutil.which("zizmor", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if not zizmor:
        pytest.skip("zizmor is missing: run pip install zizmor")
    command = [zizmor, "--offline", "--no-progress", "action.yml"]
    done = subprocess.run(command, cwd=lock.ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_citation_names_this_version() -> None:
    assert read("CITATION.cff")["version"] == __version__


@pytest.mark.slow
def test_the_action_runs_the_check_with_what_it_is_given(tmp_path: Path, environment: dict[str, str]) -> None:
    action = read("action.yml")
    step = action["runs"]["steps"][-1]
    given = {name: entry.get("default", "") for name, entry in action["inputs"].items()}
    given |= {"plan": str(toy.make(tmp_path / "a plan"))}

    def run(**inputs: str) -> subprocess.CompletedProcess[str]:
        values = given | {name.replace("_", "-"): value for name, value in inputs.items()}
        filled = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], text)
            for name, text in step["env"].items()
        }
        command = ["bash", "-e", "-c", step["run"]]
        return subprocess.run(command, env=environment | filled, capture_output=True, encoding="utf-8", check=False)

    found = run(lang="en")
    assert found.returncode in (0, 1)
    assert "::" in found.stdout or found.returncode == 0
    assert run(fail_on="never").returncode == 0
    assert run(plan=str(tmp_path / "none")).returncode == 2
    marker = tmp_path / "run"
    assert run(plan=f"$(touch {marker}); touch {marker}").returncode == 2
    assert not marker.exists()


@pytest.mark.slow
def test_the_hook_checks_the_plan_of_the_repository_it_is_in(tmp_path: Path, environment: dict[str, str]) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= hook.keys()
    command = [*shlex.split(hook["entry"]), *hook["args"]]

    def run(folder: Path) -> int:
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode

    assert run(toy.make(tmp_path / "plan")) in (0, 1)
    assert run(tmp_path) == 2  # never another plan in its stead
    for name in ("zones.csv", "my-plan/datapackage.json", "zones.geojson"):
        assert re.search(hook["files"], name)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_that_of_the_page(environment: dict[str, str], shell: str) -> None:
    assert f"_YZGEO_COMPLETE={shell}_source yzgeo" in PAGE
    call = "import sys; sys.argv = ['yzgeo']; from yzgeo.cli.main import main; main()"
    words = {"bash": "yzgeo sta", "zsh": "yzgeo sta", "fish": "yzgeo sta"}[shell]
    typed = {"COMP_WORDS": words, "COMP_CWORD": "sta" if shell == "fish" else "1"}
    variables = environment | typed | {"_YZGEO_COMPLETE": f"{shell}_complete"}
    done = subprocess.run(
        [sys.executable, "-c", call], env=variables, capture_output=True, encoding="utf-8", check=True
    )
    assert "stats" in done.stdout
    assert "scenario" not in done.stdout


def test_the_container_names_what_there_is() -> None:
    lines = (lock.ROOT / "Containerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
    words = [line.split() for line in lines if line and not line.startswith("#")]
    copied = [name for line in words if line[0] == "COPY" for name in line[1:-1]]
    assert {"yzgeo", "geodata", "setup.cfg", "constraints.txt"} <= set(copied)
    assert [name for name in copied if not (lock.ROOT / name).exists()] == []
    ci = (lock.ROOT / ".ci/run").read_text("utf-8")
    (install,) = [line for line in words if "apt-get" in line]
    packages = install[install.index("--no-install-recommends") + 1 :]
    packages = packages[: packages.index("&&")]
    assert packages
    assert [name for name in packages if not re.search(rf"[\s(]{re.escape(name)}[\s)]", ci)] == []
    python = re.search(r"python:(3\.\d+)", "\n".join(lines))[1]  # type: ignore[index]
    assert f"Programming Language :: Python :: {python}\n" in (lock.ROOT / "setup.cfg").read_text("utf-8")


def test_only_the_writer_of_shapefiles_uses_fiona() -> None:
    """What the page says of the two GDALs."""
    using: dict[str, set[str]] = {"fiona": set(), "pyogrio": set()}
    for path in (lock.ROOT / "yzgeo").rglob("*.py"):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if any(name in text for name in using) else ():
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                if name.partition(".")[0] in using:
                    using[name.partition(".")[0]].add(path.relative_to(lock.ROOT / "yzgeo").as_posix())
    told = {"cli/commands/doctor.py"}  # which asks each for its version
    assert using["fiona"] - told == {"export/formats/shapefile.py"}
    assert "export/formats/shapefile.py" not in using["pyogrio"]
    assert len(using["pyogrio"]) > 5


@pytest.mark.parametrize("page", [PAGE, PAGE_ZH], ids=["en", "zh"])
def test_every_extra_for_users_is_on_the_page(page: str) -> None:
    config = lock.ConfigParser(interpolation=None)
    config.read(lock.ROOT / "setup.cfg", encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \| (?!opens|writes)", page, re.MULTILINE))
    assert named == set(config["options.extras_require"]) - {"bench", "test"}
