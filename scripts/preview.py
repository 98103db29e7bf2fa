"""Take the picture that the README shows: the built page in headless Chromium, with the network cut.

    python scripts/preview.py            # maps/index.html -> maps/preview.png

For maintainers; needs the test requirements and a Chromium (`apt install chromium`, or YZGEO_CHROMIUM).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

MAPS = Path(__file__).resolve().parents[1] / "maps"
SIZE = {"width": 1366, "height": 768}
ADDRESS = ""
"""What the picture shows: the first view."""


def main() -> int:
    """Open the page at that address, wait until it is usable, take the picture."""
    browser_path = os.environ.get("YZGEO_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser_path or not (MAPS / "index.html").is_file():
        print("needs a Chromium and maps/index.html (python scripts/run.py build)", file=sys.stderr)
        return 2
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_context(offline=True, viewport=SIZE).new_page()
        page.goto((MAPS / "index.html").as_uri() + ADDRESS)
        page.wait_for_function("window.yzgeo.ready === true")
        page.screenshot(path=MAPS / "preview.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
