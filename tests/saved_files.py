"""Files that the offline pages save and open, as a reader's browser does it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any


def saved(page: Any, name: str) -> list[dict[str, str]]:
    """The rows of the file that the button saves."""
    with page.expect_download() as download:
        page.locator("[data-tool=save]").click()
    assert download.value.suggested_filename == name
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") > 1
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def open_text(page: Any, text: str, name: str) -> None:
    """Give the page a file with a text."""
    page.locator("#yz-file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})
    page.wait_for_timeout(100)
