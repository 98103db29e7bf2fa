"""Print a page to PDF with a browser that is there already, without a network.

No browser fills in the page that something stands on (`target-counter` of CSS). So a page that asks for such numbers is
printed twice: the first PDF tells on which page each anchor lies, the second has the numbers.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
VARIABLE = "YZGEO_CHROMIUM"
ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--export-tagged-pdf",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
)
"""The browser resolves no name and its proxy is a port where nothing listens, so it reaches no network."""
TIMEOUT_S = 180
FOLIO = re.compile(rb'(<span class="folio" data-page="([^"<>]+)">)(\d*)(</span>)')
"""The place of a page number: of the page on which the element of that id begins."""
MOST_PRINTS = 4
"""Numbers may move what they number; after so many prints they stay as they are."""
DATES = re.compile(rb"\(D:(\d{14})([^)]*)\)")


def browser() -> str:
    """Path of Chromium, Chrome or Edge: that of `YZGEO_CHROMIUM`, else the first on the search path.

    Raises
    ------
    InputError
        When there is none.
    """
    named = os.environ.get(VARIABLE)
    path = shutil.which(named) if named else next(filter(None, map(shutil.which, (*NAMES, *PLACES))), None)
    if path is None:
        raise InputError(
            Text("没有浏览器，无法生成 PDF", "there is no browser to make the PDF with")
            if not named
            else Text(
                f"{VARIABLE} 所指的浏览器“{named}”不存在", f"the browser '{named}' that {VARIABLE} names is not there"
            ),
            Text(
                f"安装 Chromium、Chrome 或 Edge，或用环境变量 {VARIABLE} 给出路径；也可不出 PDF，写成 .html 后从浏览器打印",
                f"install Chromium, Chrome or Edge, or give its path in {VARIABLE}; or do without the PDF and "
                "print the .html from a browser",
            ),
            parameter=Parameter("pdf"),
        )
    return path


def print_page(page: bytes, dated: str) -> bytes:
    """A page as PDF, with bookmarks of its headings, tags, and the numbers of pages that it asks for.

    Parameters
    ----------
    page
        HTML with everything inside.
    dated
        ISO date for the PDF's own dates, so that they say nothing of when it was printed.

    Raises
    ------
    InputError
        When there is no browser or it does not print.
    """
    program = browser()
    try:
        with tempfile.TemporaryDirectory(prefix="yzgeo-pdf-", ignore_cleanup_errors=True) as folder:
            printed = _printed(program, page, Path(folder))
            for _ in range(MOST_PRINTS - 1):
                numbered = with_folios(page, pages_of_anchors(printed)) if FOLIO.search(page) else page
                if numbered == page:
                    break
                page, printed = numbered, _printed(program, numbered, Path(folder))
            return undated(printed, dated)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _not_printed(program, str(error)) from error


def with_folios(page: bytes, numbers: dict[str, int]) -> bytes:
    """A page with the numbers of pages where it asks for them; what has no number stays empty.

    >>> print(with_folios(b'<span class="folio" data-page="a"></span>', {"a": 7}).decode())
    <span class="folio" data-page="a">7</span>
    """

    def filled(found: re.Match[bytes]) -> bytes:
        number = numbers.get(found[2].decode("utf-8", "replace"))
        return found[1] + (b"" if number is None else str(number).encode()) + found[4]

    return FOLIO.sub(filled, page)


def pages_of_anchors(pdf: bytes) -> dict[str, int]:
    """The page, from 1, of each anchor that a link of the PDF leads to, by its id."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = {}
        for place in range(pypdfium2.raw.FPDF_CountNamedDests(document.raw)):
            size = ctypes.c_long(0)
            pypdfium2.raw.FPDF_GetNamedDest(document.raw, place, None, size)
            if size.value <= 0:
                continue
            name = ctypes.create_string_buffer(size.value)
            target = pypdfium2.raw.FPDF_GetNamedDest(document.raw, place, name, size)
            words = name.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")
            found[urllib.parse.unquote(words)] = pypdfium2.raw.FPDFDest_GetDestPageIndex(document.raw, target) + 1
        return found
    finally:
        document.close()


def _printed(program: str, page: bytes, folder: Path) -> bytes:
    source, printed = folder / "report.html", folder / "report.pdf"
    source.write_bytes(page)
    command = [program, *ARGUMENTS, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={printed}"]
    if sys.platform != "win32" and os.geteuid() == 0:
        command.append("--no-sandbox")  # the browser refuses to run as root with one
    done = subprocess.run(
        [*command, source.as_uri()], capture_output=True, timeout=TIMEOUT_S, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode != 0 or not printed.is_file():
        messages = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _not_printed(program, messages[-1] if messages else str(done.returncode))
    return printed.read_bytes()


def undated(pdf: bytes, dated: str) -> bytes:
    """A PDF with another date of creation and change, of the same length, so that its offsets stay valid.

    >>> print(undated(b"/CreationDate (D:20261125130000+00'00')", "2021-11-03").decode())
    /CreationDate (D:20211103000000+00'00')
    """
    day = dated.replace("-", "").encode("ascii", "replace")[:8].ljust(8, b"0")
    return DATES.sub(lambda found: b"(D:" + day + b"000000" + found[2] + b")", pdf)


def _not_printed(program: str, why: str) -> InputError:
    return InputError(
        Text(f"浏览器没有生成 PDF（{why}）", f"the browser did not print the PDF ({why})"),
        Text("换一个浏览器，或不出 PDF", "use another browser, or do without the PDF"),
        file=program,
        parameter=Parameter("pdf"),
    )
