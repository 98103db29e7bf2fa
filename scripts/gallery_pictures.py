"""Take the pictures of the gallery of the docs: pages, sheets and QGIS projects of built-in plans, in both languages.

    python scripts/gallery_pictures.py
    python scripts/gallery_pictures.py qgis qgis-sheet         # these alone

For maintainers; needs the test requirements, a Chromium (`apt install chromium`, or YZGEO_CHROMIUM), and QGIS with the
system's Python (`apt install qgis python3-qgis`). The network is cut.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import guide_pictures

PICTURES = guide_pictures.PICTURES / "gallery"
WIDE = {"width": 1366, "height": 768}
SHEET = {"width": 1600, "height": 1130}
PHONE = {"width": 390, "height": 760}


class Picture(NamedTuple):
    """What is opened: a file of the folder that `build` writes of a plan, an address in it, and the size of the window."""

    plan: str
    file: str = "index.html"
    address: str = ""
    size: dict[str, int] = WIDE


GALLERY = {
    "overview": Picture("yinzhou"),
    "industries": Picture("yinzhou", address="#view=industries"),
    "land": Picture("yinzhou", address="#view=land"),
    "projects": Picture("yinzhou", address="#view=projects"),
    "compare": Picture("yinzhou", address="#view=compare"),
    "findings": Picture("yinzhou", address="#view=findings"),
    "zone": Picture("yinzhou", address="#zone=mingzhou"),
    "phone": Picture("yinzhou", size=PHONE),
    "board": Picture("yinzhou", "board.html", size=SHEET),
    "xiangcheng": Picture("xiangcheng"),
    **{name: Picture("yinzhou", "data/plan.qgz") for name in ("qgis", "qgis-review", "qgis-sheet", "qgis-panel")},
}
QGIS_PYTHON = "/usr/bin/python3"


def main(argv: list[str]) -> int:
    """Build the plans in both languages, then take every picture, or those that are named."""
    gallery = {name: picture for name, picture in GALLERY.items() if name in argv or not argv}
    browser_path = os.environ.get("YZGEO_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser_path:
        print("needs a Chromium", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for language in ("zh", "en"):
            for plan in sorted({one.plan for one in gallery.values()}):
                command = [sys.executable, "-m", "yzgeo", "build", "--plan", plan, "--lang", language, "-o"]
                subprocess.run([*command, f"{folder}/{plan}-{language}"], check=True, stdout=subprocess.DEVNULL)
            drawn: set[Path] = set()
            for name, picture in gallery.items():
                built = Path(folder) / f"{picture.plan}-{language}" / picture.file
                file = PICTURES / f"{name}-{language}.png"
                if built.suffix != ".qgz":
                    _take(browser, built.as_uri() + picture.address, picture, file)
                    continue
                if built not in drawn:  # all of a project at once
                    _draw(built, language)
                    drawn.add(built)
                guide_pictures._save(browser, built.with_name(f"{name}.png").read_bytes(), file)
        browser.close()
    return 0


def _draw(project: Path, language: str) -> None:
    """Let QGIS draw a project, beside it, without a screen and with nobody's settings."""
    home = {"HOME": str(project.parent), "XDG_RUNTIME_DIR": str(project.parent), "QT_QPA_PLATFORM": "offscreen"}
    script = str(Path(__file__).with_name("qgis_pictures.py"))
    command = [
        QGIS_PYTHON,
        script,
        str(project),
        str(project.with_name("findings.json")),
        language,
        str(project.parent),
    ]
    subprocess.run(command, check=True, env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **home})


def _take(browser: Browser, address: str, picture: Picture, file: Path) -> None:
    page = browser.new_context(offline=True, viewport=picture.size).new_page()
    page.goto(address)
    if picture.file == "index.html":
        page.wait_for_function(guide_pictures.READY)
    page.wait_for_timeout(800)  # the map is still moving to what was opened
    guide_pictures._save(browser, page.screenshot(), file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
