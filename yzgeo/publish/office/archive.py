"""Office files that are the same bytes each time: they are zip archives, which state when each part was written."""

from __future__ import annotations

import datetime
import io
import zipfile

MADE_ON = datetime.datetime(2000, 1, 1)
"""Stated as the day of making, so that the same plan gives the same bytes."""
ENTRY_TIME = (1980, 1, 1, 0, 0, 0)


def reproducible(content: bytes) -> bytes:
    """An archive with the same parts in the same order, without the times at which they were written.

    >>> def archive(year: int) -> bytes:
    ...     buffer = io.BytesIO()
    ...     with zipfile.ZipFile(buffer, "w") as packed:
    ...         packed.writestr(zipfile.ZipInfo("a.xml", (year, 1, 1, 0, 0, 0)), "<a/>")
    ...     return buffer.getvalue()
    >>> print(archive(2020) == archive(2021), reproducible(archive(2020)) == reproducible(archive(2021)))
    False True
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as written, zipfile.ZipFile(buffer, "w") as packed:
        for part in written.infolist():
            entry = zipfile.ZipInfo(part.filename, ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, written.read(part))
    return buffer.getvalue()
