"""What all tests share: which are slow, how hypothesis runs, no silent skipping in CI, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from firefox_driven import Firefox
    from playwright.sync_api import Browser
    from visiting import Visit

# Scripts for the Python of QGIS.
collect_ignore = ["drive_qgis_plugin.py", "open_in_qgis.py", "open_service_in_qgis.py"]
NO_SKIP = os.environ.get("YZGEO_NO_SKIP") == "1"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FIREFOX_NAMES = ("firefox-esr", "firefox")
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]

PROGRAMS = frozenset({"chromium", "database", "firefox", "gdal", "libreoffice", "qgis", "scheduler"})
"""Fixtures that start programs other than Python: whatever asks for one is slow."""
SLOW_CALLS = ("load(", "print_findings(")
"""Calls in doctests, which carry no mark, that read a whole plan each: a third of a second and more."""

settings.register_profile("default", deadline=None)  # a busy machine is no flaw
settings.register_profile("ci", deadline=None, derandomize=True)  # a red run is of the change, and red again
settings.load_profile("ci" if NO_SKIP or "CI" in os.environ else "default")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs other programs, and examples; the rest is marked where it stands, by measurement."""
    for item in items:
        example = isinstance(item, pytest.DoctestItem) and any(
            call in line.source for line in item.dtest.examples for call in SLOW_CALLS
        )
        if example or not PROGRAMS.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their place: an archive holds the time of its making, and processes must agree on the names."""
    return argname if isinstance(val, bytes) else None


def not_run(config: pytest.Config) -> list[str]:
    """One line for each test (or module) that was skipped or is expected to fail, which hides as much."""
    if hasattr(config, "workerinput"):  # one of several processes, whose reports go to the first
        return []
    stats = config.pluginmanager.get_plugin("terminalreporter").stats
    lines = []
    for report in [*stats.get("skipped", []), *stats.get("xfailed", [])]:
        reason = f"expected to fail {report.wasxfail}" if hasattr(report, "wasxfail") else report.longrepr[2]
        lines.append(f"{report.nodeid}: {reason}")
    return lines


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With YZGEO_NO_SKIP=1 (CI), let a run with skipped tests fail."""
    if NO_SKIP and not_run(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """With YZGEO_NO_SKIP=1, name the skipped tests that made the run fail."""
    if NO_SKIP and (lines := not_run(config)):
        terminalreporter.section("skipped, which YZGEO_NO_SKIP=1 counts as failed", red=True)
        for line in lines:
            terminalreporter.line(line, red=True)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium-like browser."""
    found = os.environ.get("YZGEO_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not found:
        pytest.skip("no browser: run `apt install chromium`, or set YZGEO_CHROMIUM to the path of one")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless browser that makes no connections of its own."""
    from playwright.sync_api import sync_playwright  # takes its time, and most runs of a few tests need no browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox without a network, driven by puppeteer-core."""
    found = os.environ.get("YZGEO_FIREFOX") or next(filter(None, map(shutil.which, FIREFOX_NAMES)), None)
    if not found:
        pytest.skip("no Firefox: run `apt install firefox-esr`, or set YZGEO_FIREFOX to the path of one")
    node = shutil.which("node")
    if not node or not (Path(__file__).parents[1] / "node_modules" / "puppeteer-core").is_dir():
        pytest.skip("Node or puppeteer-core is missing, which drives Firefox: run npm ci")
    from firefox_driven import Firefox

    driven = Firefox(node, found, tmp_path_factory.mktemp("firefox"))
    yield driven
    driven.close()


@pytest.fixture(scope="session")
def gdal() -> str:
    """GDAL's own ogr2ogr, to read what yzgeo writes."""
    found = shutil.which("ogr2ogr")
    if not found:
        pytest.skip("no ogr2ogr: run `apt install gdal-bin`")
    return found


@pytest.fixture(scope="session")
def qgis() -> str:
    """The Python that QGIS is installed for."""
    for python in ("/usr/bin/python3", shutil.which("python3")):
        if (
            python
            and not subprocess.run([python, "-c", "import qgis.core"], capture_output=True, check=False).returncode
        ):
            return python
    pytest.skip("no QGIS: run `apt install qgis python3-qgis`")


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """LibreOffice, to open workbooks with."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        pytest.skip("no LibreOffice: run `apt install libreoffice-calc libreoffice-impress libreoffice-writer`")
    return found


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the built-in plan."""
    from yzgeo.plan.load import load
    from yzgeo.publish.context import build_context
    from yzgeo.publish.page.render import render

    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(render(build_context(load("yinzhou"), "zh")), "utf-8")
    return path


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens pages in contexts of their own, offline, and closes them."""
    from visiting import Visit  # this file must stand alone: a test runs it in a folder of its own

    visits: list[Visit] = []

    def open_page(file: Path, address: str = "", viewport: dict[str, int] | None = None, **context: Any) -> Visit:
        visits.append(Visit(browser, file, address, viewport, **context))
        return visits[-1]

    yield open_page
    for one in visits:
        one.context.close()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Parcels and zones as GeoParquet."""
    import invented_parcels  # only these tests wait for geopandas

    invented_parcels.parcels().to_parquet(tmp_path / "parcels.parquet", row_group_size=150)
    invented_parcels.ZONES.to_parquet(tmp_path / "zones.parquet")
    return tmp_path / "parcels.parquet", tmp_path / "zones.parquet"
