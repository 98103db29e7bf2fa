"""The command `doctor`: what yzgeo finds on this computer, for a report to whoever helps."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from yzgeo.cli.options import deliver, lang_option, output_option, show
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.version import __version__
from yzgeo.core.visible_text import in_json

UNKNOWN = "—"
NOT_EXTRAS = {"bench", "test"}
"""Requirements of those who work on yzgeo itself."""
REQUIREMENT = re.compile(r"([\w.-]+)[^;]*(?:;.*?extra\s*==\s*[\"']([\w-]+)[\"'])?")
VARIABLES = ("GDAL_DATA", "GDAL_DRIVER_PATH", "PROJ_DATA", "PROJ_LIB", "YZGEO_CHROMIUM")
"""What makes the libraries look elsewhere than in their own wheels."""
FONT_FILES = {
    "win32": ("C:/Windows/Fonts", ("msyh.ttc", "simsun.ttc", "simhei.ttf", "Deng.ttf")),
    "darwin": (
        "/System/Library/Fonts",
        ("PingFang.ttc", "STHeiti Light.ttc", "Hiragino Sans GB.ttc", "Supplemental/Songti.ttc"),
    ),
}
"""Fonts with Chinese that come with a system, where there is no fontconfig to ask."""
SECONDS = 10

TITLES = {
    "yzgeo": Text("yzgeo", "yzgeo"),
    "python": Text("Python", "Python"),
    "system": Text("系统", "System"),
    "encoding": Text("文件名编码", "Encoding of file names"),
    "packages": Text("组件", "Packages"),
    "optional": Text("可选组件", "Optional packages"),
    "gdal": Text("GDAL", "GDAL"),
    "geos": Text("GEOS", "GEOS"),
    "proj": Text("PROJ", "PROJ"),
    "solver": Text("求解器", "Solver"),
    "browser": Text("浏览器（PDF）", "Browser (PDF)"),
    "chinese_fonts": Text("中文字体", "Fonts with Chinese"),
    "environment": Text("环境变量", "Environment variables"),
}
"""The parts of the report, in order."""


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), help="How to print. 输出格式。")
@output_option
@lang_option
def command(form: str | None, output: Path | None, lang: Lang) -> None:
    """Say which versions and helpers yzgeo finds here, to go with a question; it changes nothing and exits with 0.

    列出本机的版本、GDAL、PROJ、浏览器与字体，供求助时附上；不改动任何东西。

    \b
    Example:
      yzgeo doctor
      yzgeo doctor --format json -o doctor.json
    """
    found = report()
    if form is None:
        form = "json" if output is not None and output.suffix.lower() == ".json" else "text"
    text = in_json(json.dumps(found, ensure_ascii=False, indent=2)) if form == "json" else "\n".join(lines(found, lang))
    if output is None:
        show(text)
    else:
        deliver(f"{text}\n".encode(), output)


def report() -> dict[str, Any]:
    """Everything that is found, by part (keys of `TITLES`); null for what is not there or does not answer.

    A library that cannot be loaded is the finding, no failure: its part says why under `error`.
    """
    parts: dict[str, Callable[[], Any]] = {
        "yzgeo": lambda: {"version": __version__, "folder": str(Path(__file__).parents[2])},
        "python": lambda: {"version": platform.python_version(), "program": sys.executable},
        "system": lambda: {"name": platform.platform(), "machine": platform.machine()},
        "encoding": sys.getfilesystemencoding,
        "packages": lambda: packages().get("", {}),
        "optional": lambda: {extra: named for extra, named in packages().items() if extra not in {"", *NOT_EXTRAS}},
        "gdal": gdal,
        "geos": geos,
        "proj": proj,
        "solver": lambda: {"HiGHS": version("highspy")},
        "browser": browser,
        "chinese_fonts": chinese_fonts,
        "environment": lambda: {name: os.environ[name] for name in VARIABLES if name in os.environ},
    }
    return {name: _answer(parts[name]) for name in TITLES}


def _answer(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except Exception as error:  # whatever a broken library throws is what support must know
        return {"error": f"{type(error).__name__}: {error}"}


def version(package: str) -> str | None:
    """The installed version of a package; None where it is not installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def packages() -> dict[str, dict[str, str | None]]:
    """Versions of what yzgeo requires, by its extra ("" for what it always needs) and by package.

    >>> packages()[""]["click"] is not None
    True
    """
    found: dict[str, dict[str, str | None]] = {"": {}}
    for line in importlib.metadata.requires("yzgeo") or ():
        name, extra = REQUIREMENT.match(line).groups("")  # type: ignore[union-attr]
        found.setdefault(extra, {})[name] = version(name)
    return found


def gdal() -> dict[str, Any]:
    """The GDAL of each library that brings its own."""
    return {"pyogrio": _answer(_gdal_of_pyogrio), "fiona": _answer(_gdal_of_fiona)}


def _gdal_of_pyogrio() -> str:
    import pyogrio

    return str(pyogrio.__gdal_version_string__)


def _gdal_of_fiona() -> str:
    import fiona

    return str(fiona.__gdal_version__)


def geos() -> str:
    """The version of GEOS in shapely."""
    import shapely

    return shapely.geos_version_string


def proj() -> dict[str, Any]:
    """PROJ in pyproj: where its data lie, and the grids that are there."""
    import pyproj
    from pyproj.datadir import get_data_dir, get_user_data_dir  # type: ignore[attr-defined]

    folders = [*get_data_dir().split(os.pathsep), get_user_data_dir()]
    grids = sorted({file.name for folder in folders for file in Path(folder).glob("*.tif")})
    database = [str(Path(folder) / "proj.db") for folder in folders if (Path(folder) / "proj.db").is_file()]
    return {"version": pyproj.__proj_version__, "database": database, "grids": grids}


def browser() -> dict[str, str | None] | None:
    """The browser that prints PDF files; None where there is none."""
    from yzgeo.core.errors import InputError
    from yzgeo.publish import pdf

    try:
        path = pdf.browser()
    except InputError:
        return None
    # Chrome on Windows answers no question about its version, and opens a window instead.
    answer = None if sys.platform == "win32" else _said([path, "--version"])
    return {"program": path, "version": answer}


def chinese_fonts() -> list[str]:
    """Families of fonts with Chinese, as fontconfig knows them, or files of those that come with the system."""
    if shutil.which("fc-list"):
        families = _said(["fc-list", ":lang=zh-cn", "family"]) or ""
        return sorted({line.partition(",")[0].strip() for line in families.splitlines()} - {""})
    folder, names = FONT_FILES.get(sys.platform, ("", ()))
    return [name for name in names if (Path(folder) / name).is_file()]


def _said(command: list[str]) -> str | None:
    """What a program prints; None where it fails or does not end."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip()


def lines(found: dict[str, Any], lang: Lang) -> Iterator[str]:
    """The report as text: a line for each part, or one for each of its entries.

    >>> print(*lines({"geos": "3.14", "gdal": {"fiona": None}, "chinese_fonts": []}, "en"), sep="\\n")
    GEOS: 3.14
    GDAL: fiona —
    Fonts with Chinese: —
    """
    for name, value in found.items():
        yield f"{TITLES[name].of(lang)}{Text('：', ': ').of(lang)}{_in_words(value, lang) or UNKNOWN}"


def _in_words(value: Any, lang: Lang) -> str:
    comma = Text("，", ", ").of(lang)
    if isinstance(value, dict):
        return comma.join(f"{name} {_in_words(entry, lang) or UNKNOWN}" for name, entry in value.items())
    if isinstance(value, list):
        return comma.join(map(str, value))
    return "" if value is None else str(value)
