"""Detect text that a spreadsheet would run as a formula, and escape it in comma-separated files (CSV injection).

https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re
from typing import Any

START = r"^[ \t\r\n]*[=+\-@\t\r]"
"""The beginning of such text: a pattern that Python, Arrow and the script of the page all accept."""


def escape_formula(content: Any) -> Any:
    """Put an apostrophe before text that would run as a formula; numbers are unchanged.

    Comma-separated files cannot mark a cell as text otherwise; workbooks can and need no escape.

    >>> print(escape_formula("=HYPERLINK(1)"), escape_formula(" @SUM(1)"), escape_formula(-2.57))
    '=HYPERLINK(1) ' @SUM(1) -2.57
    """
    return f"'{content}" if isinstance(content, str) and re.match(START, content) else content
