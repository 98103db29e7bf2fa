"""Text in XML 1.0: characters that the standard forbids are shown as text, or no parser would read the file.

https://www.w3.org/TR/xml/#charsets
"""

from __future__ import annotations

import html
import re

from yzgeo.core.visible_text import visible

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no Char of XML 1.0."""
REFERENCES = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
"""Blanks that a parser would change, in an attribute to spaces."""


def allowed(text: str) -> str:
    r"""Text that XML can hold, still to be escaped by what writes the XML.

    >>> print(allowed("a\x1bb\x00c\ufffe"))
    a␛b␀c\ufffe
    """
    return FORBIDDEN.sub(lambda match: visible(match[0]), text)


def escaped(text: str) -> str:
    r"""Text for an element or an attribute of an XML template.

    >>> print(escaped('<a "b">\n\x07'))
    &lt;a &quot;b&quot;&gt;&#10;␇
    """
    return "".join(REFERENCES.get(character, character) for character in html.escape(allowed(text)))
