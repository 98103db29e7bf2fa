"""Take the pictures of the gallery of the docs: pages and sheets of built-in plans, in both languages.

    python scripts/gallery_pictures.py

For maintainers; needs the test requirements and a Chromium (`apt install chromium`, or YZGEO_CHROMIUM). The network is cut.
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
}


def main() -> int:
    """Build the plans in both languages, then take every picture."""
    browser_path = os.environ.get("YZGEO_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser_path:
        print("needs a Chromium", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for language in ("zh", "en"):
            for plan in sorted({one.plan for one in GALLERY.values()}):
                command = [sys.executable, "-m", "yzgeo", "build", "--plan", plan, "--lang", language, "-o"]
                subprocess.run([*command, f"{folder}/{plan}-{language}"], check=True, stdout=subprocess.DEVNULL)
            for name, picture in GALLERY.items():
                built = Path(folder) / f"{picture.plan}-{language}" / picture.file
                _take(browser, built.as_uri() + picture.address, picture, PICTURES / f"{name}-{language}.png")
        browser.close()
    return 0


def _take(browser: Browser, address: str, picture: Picture, file: Path) -> None:
    page = browser.new_context(offline=True, viewport=picture.size).new_page()
    page.goto(address)
    if picture.file == "index.html":
        page.wait_for_function(guide_pictures.READY)
    page.wait_for_timeout(800)  # the map is still moving to what was opened
    guide_pictures._save(browser, page.screenshot(), file)


if __name__ == "__main__":
    sys.exit(main())
