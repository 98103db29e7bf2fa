"""Text that a spreadsheet would run as a formula, told apart and made harmless in comma-separated files."""

from __future__ import annotations

import re
from typing import Any

START = r"^[ \t\r\n]*[=+\-@\t\r]"
"""How such text begins, blanks aside: a pattern that Python, Arrow and the page's own script take alike."""


def guarded(content: Any) -> Any:
    """Text that would run as a formula gets an apostrophe in front; numbers stay as they are.

    Comma-separated files have no other way to say that a cell is text; a workbook has, and needs none of this.

    >>> print(guarded("=HYPERLINK(1)"), guarded(" @SUM(1)"), guarded(-2.57))
    '=HYPERLINK(1) ' @SUM(1) -2.57
    """
    return f"'{content}" if isinstance(content, str) and re.match(START, content) else content
