"""Take the pictures of docs/plan-folder.md, docs/walkthrough.md and docs/read.md: tables and pages, marked.

    python scripts/guide_pictures.py

For maintainers; needs the test requirements and a Chromium (`apt install chromium`, or YZGEO_CHROMIUM). The network is cut.
"""

from __future__ import annotations

import base64
import html
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, sync_playwright

import plan_documents
from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.text_encoding import decode
from yzgeo.plan import tables

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WIDTH, HEIGHT = 1240, 700
LARGEST = 220_000
"""Bytes of a picture."""
READY = "window.yzgeo.ready === true"


class Shot(NamedTuple):
    """A picture of a page: the plan, the address of what is opened, what is marked 1, 2, …, and the part that is kept."""

    plan: str
    address: str
    marks: Sequence[str] = ()
    part: str = "body"
    height: int = HEIGHT


SHOTS = {
    "plan-folder-page": Shot(
        "yinzhou",
        "",
        (
            "#yz-title",
            "#yz-subtitle",
            ".zone-row button >> nth=0",
            ".zone-row .area >> nth=0",
            "#yz-map .zone-label .name >> nth=0",
            "#yz-map .mark-label .where >> nth=0",
            ".zone-table .other:last-of-type th, .zone-table .other >> nth=-1",
            "#yz-list >> text=/^重点园区/ >> nth=0",
            "#yz-list >> text=/^目标指标/ >> nth=0",
        ),
        height=1000,
    ),
    "plan-folder-zone": Shot(
        "yinzhou",
        "#zone=panhuo",
        (
            "#yz-panel h2",
            "#yz-panel .meta >> nth=0",
            "#yz-panel .fact .value >> nth=0",
            "#yz-panel .chip >> nth=0",
            "#yz-panel [data-topic=industries] tbody .first button >> nth=0",
            "#yz-panel [data-topic=industries] tbody td[data-column] >> nth=0",
        ),
        "#yz-panel",
        height=1000,
    ),
    "plan-folder-target": Shot(
        "yinzhou",
        "#target=value-added",
        ("#yz-panel h2", *(f"#yz-panel .fact .value >> nth={number}" for number in range(4))),
        "#yz-panel",
    ),
    "walkthrough-page": Shot("xiangcheng", ""),
}
SHEETS = {
    "plan-folder-table": (
        "yinzhou",
        "zones",
        ("zone_id", "name", "kind", "area", "area_unit", "area_kind", "positioning", "source"),
        6,
    ),
    "walkthrough-zones": ("xiangcheng", "zones", ("zone_id", "name", "kind", "parent_zone_id", "area", "source"), 9),
    "walkthrough-industries": (
        "xiangcheng",
        "zone_industries",
        ("zone_id", "industry_id", "listed_in", "role", "seq", "source"),
        7,
    ),
}
"""Pictures of tables: the plan, the table, the columns and how many rows are shown."""
REVIEWS = {
    "read-review": "act.select(PAGE.data.candidates.find(one => one.column === 'area' && one.kind === 'area').id)",
    "read-question": "store.change({ mode: 'question' }); PAGE.act.open(PAGE.data.questions.find(one => one.options.length > 2).id)",
}
"""Pictures of the page on which the draft of 鄞州 is checked, and what is opened on it."""
REVIEW_SIZE = {"width": 1366, "height": 768}
REVIEW_PAGE = "window.yzgeoReview"
MARK = """([element, number]) => {
  const box = element.getBoundingClientRect();
  const frame = document.createElement("div");
  frame.style.cssText = `position:fixed;z-index:99999;left:${box.left - 3}px;top:${box.top - 2}px;
    width:${box.width + 6}px;height:${box.height + 4}px;border:2px solid #c00;border-radius:4px;pointer-events:none`;
  const badge = document.createElement("div");
  badge.textContent = number;
  badge.style.cssText = `position:absolute;right:-10px;top:-10px;width:18px;height:18px;border-radius:9px;
    background:#c00;color:#fff;font:bold 12px/18px sans-serif;text-align:center`;
  frame.append(badge);
  document.body.append(frame);
}"""
PIXELS = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const file = new FileReader();
  file.readAsDataURL(new Blob([data]));
  await new Promise((done) => { file.onload = done; });
  return [image.width, image.height, file.result.split(",")[1]];
}"""
COLOURS = 256
"""Colours of a picture: the edges of letters have thousands, which make up most of its bytes."""
SHEET_STYLE = """<style>body{margin:8px;background:#fff;font:13px sans-serif;display:inline-block}
td,th{border:1px solid #ccc;padding:3px 8px;text-align:left;max-width:230px;overflow:hidden;white-space:nowrap;
text-overflow:ellipsis}th{background:#eee;color:#555;text-align:center;font-weight:normal}
tr:nth-child(2) td{font-weight:bold;background:#f6f6f6}table{border-collapse:collapse}</style>"""


def main() -> int:
    """Take all pictures, and refuse those that have grown too large."""
    browser_path = os.environ.get("YZGEO_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser_path:
        print("needs a Chromium", file=sys.stderr)
        return 2
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        pages = {plan: _built(plan, Path(folder)) for plan in sorted({shot.plan for shot in SHOTS.values()})}
        for name, shot in SHOTS.items():
            _take(browser, pages[shot.plan].as_uri() + shot.address, shot, PICTURES / f"{name}.png")
        for name, (plan, table, columns, count) in SHEETS.items():
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.set_content(SHEET_STYLE + sheet(plan, table, columns, count))
            _save(browser, page.locator("table").screenshot(), PICTURES / f"{name}.png")
        draft = _drafted(Path(folder))
        for name, opened in REVIEWS.items():
            _take_review(browser, draft.as_uri(), opened, PICTURES / f"{name}.png")
        browser.close()
    too_large = [file.name for file in PICTURES.glob("*.png") if file.stat().st_size > LARGEST]
    if too_large:
        print(f"larger than {LARGEST} bytes: {', '.join(too_large)}", file=sys.stderr)
    return 1 if too_large else 0


def _built(plan: str, folder: Path) -> Path:
    """The page of a plan, as the command writes it."""
    page = folder / f"{plan}.html"
    subprocess.run([sys.executable, "-m", "yzgeo", "map", "--plan", plan, "-o", str(page)], check=True)
    return page


def _drafted(folder: Path) -> Path:
    """The page of the review of 鄞州, read from a document as Word has it."""
    document, draft = folder / "规划.docx", folder / "draft"
    plan_documents.write_docx(document)
    subprocess.run([sys.executable, "-m", "yzgeo", "read", str(document), "-o", str(draft)], check=True)
    return draft / "review.html"


def _take_review(browser: Browser, address: str, opened: str, file: Path) -> None:
    page = browser.new_context(offline=True, viewport=REVIEW_SIZE).new_page()
    page.goto(address)
    page.wait_for_function(f"() => {READY}")  # its policy runs no text as a script
    page.evaluate(f"() => {{ {REVIEW_PAGE}.{opened.replace('PAGE', REVIEW_PAGE)}; }}")
    page.wait_for_timeout(800)  # the document is still moving to what was opened
    _save(browser, page.screenshot(), file)


def _take(browser: Browser, address: str, shot: Shot, file: Path) -> None:
    page = browser.new_context(offline=True, viewport={"width": WIDTH, "height": shot.height}).new_page()
    page.goto(address)
    page.wait_for_function(READY)
    page.wait_for_timeout(800)  # the map is still moving to what was opened
    for number, selector in enumerate(shot.marks, 1):
        _mark(page, selector, number)
    _save(browser, page.locator(shot.part).first.screenshot(), file)


def _save(browser: Browser, picture: bytes, file: Path) -> None:
    """Write a picture with its most common colours, of those that look alike one; the others become the nearest of these."""
    page = browser.new_page()
    width, height, pixels = page.evaluate(PIXELS, base64.b64encode(picture).decode())
    page.close()
    shades = np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(-1, 4)[:, :3]
    distinct, places, counts = np.unique(shades, axis=0, return_inverse=True, return_counts=True)
    common = distinct[np.argsort(-counts, kind="stable")]
    _, first = np.unique(common >> 3, axis=0, return_index=True)  # else shades of paper leave no room for small marks
    palette = common[np.sort(first)[:COLOURS]]
    nearest = np.square(distinct[:, None].astype(int) - palette.astype(int)).sum(axis=2).argmin(axis=1)
    file.write_bytes(png(nearest[places].reshape(height, width).astype(np.uint8), palette))


def png(picture: NDArray[np.uint8], palette: NDArray[np.uint8]) -> bytes:
    r"""A PNG of places in a palette of RGB colours.

    >>> print(png(np.zeros((1, 1), np.uint8), np.zeros((1, 3), np.uint8))[:4])
    b'\x89PNG'
    """
    height, width = picture.shape
    lines = np.hstack([np.zeros((height, 1), np.uint8), picture])
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0),
        b"PLTE": palette.tobytes(),
        b"IDAT": zlib.compress(lines.tobytes(), 9),
        b"IEND": b"",
    }
    written = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def _mark(page: Page, selector: str, number: int) -> None:
    page.evaluate(MARK, [page.locator(selector).element_handle(timeout=5000), number])


def sheet(plan: str, table: str, columns: Sequence[str], count: int) -> str:
    """The first rows of a table of a plan as a spreadsheet shows them: letters above, numbers at the left.

    >>> print(sheet("yinzhou", "tolerances", ["rule", "value"], 5))
    <table><tr><th></th><th>A</th><th>B</th></tr><tr><th>1</th><td>rule</td><td>value</td></tr></table>
    """
    header, *rows = [row.cells for row in csv_rows(decode(tables.built_in() / plan / f"{table}.csv"))]
    places = [header.index(column) for column in columns]
    shown = [[row[place] for place in places] for row in [header, *rows[:count]]]
    letters = "".join(f"<th>{chr(ord('A') + number)}</th>" for number in range(len(columns)))
    lines = [
        f"<tr><th>{number}</th>{''.join(f'<td>{html.escape(cell)}</td>' for cell in cells)}</tr>"
        for number, cells in enumerate(shown, 1)
    ]
    return f"<table><tr><th></th>{letters}</tr>{''.join(lines)}</table>"


if __name__ == "__main__":
    sys.exit(main())
