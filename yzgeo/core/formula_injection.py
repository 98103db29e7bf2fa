"""Detect text that a spreadsheet would run as a formula, and escape it in comma-separated files (CSV injection).

https://owasp.org/www-community/attacks/CSV_Injection

Spreadsheets skip blanks, control and invisible characters before a sign, and with East Asian settings take the
full-width forms of the signs for the signs.
"""

from __future__ import annotations

import re
from typing import Any

SKIPPED = (
    r"\x00-\x20\x7f-"  # as escapes: a pattern is handed to Arrow and to the page as text
    "\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb"
)
"""Blanks, control and invisible characters, as a class of a regular expression."""
SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u208a\u208b\u2212"
"""The signs that begin a formula, their full-width, small and raised forms, and the minus sign of typography."""
START = f"^(?:[{SKIPPED}]*[{SIGNS}]|[\\t\\r\\n])"
"""The beginning of such text: a pattern that Python, Arrow and the script of the page all accept.

A tab or an end of line at the beginning is one, too: some programs begin a new cell there.
"""
BEGINNING = re.compile(START)


def escape_formula(content: Any) -> Any:
    """Put an apostrophe before text that would run as a formula; numbers are unchanged.

    Comma-separated files cannot mark a cell as text otherwise; workbooks can and need no escape.

    >>> print(escape_formula("=HYPERLINK(1)"), escape_formula(" @SUM(1)"), escape_formula("＝1+1"), escape_formula(-2.57))
    '=HYPERLINK(1) ' @SUM(1) '＝1+1 -2.57
    """
    return f"'{content}" if isinstance(content, str) and BEGINNING.match(content) else content


def unescape_formula(content: str) -> str:
    """Text as it was before `escape_formula`, for files that come back from a spreadsheet.

    >>> print(unescape_formula(escape_formula("=1+1")), unescape_formula("'tis"))
    =1+1 'tis
    """
    return content[1:] if content.startswith("'") and BEGINNING.match(content[1:]) else content
