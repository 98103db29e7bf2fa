"""Text made harmless in a page."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # folium takes half a second to import, and `escape` needs none of it
    pass


# Characters that mean something in folium's templates: JavaScript template literals, and Jinja, through which folium
# passes what it rendered a second time.
TEMPLATE_CHARACTERS = {ord(character): f"&#{ord(character)};" for character in "\\`${}"}


# Characters that end a script, or a line in old JavaScript.
JSON_CHARACTERS = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


# Jinja's openings; in JSON written without blanks they occur inside strings only.
JINJA_OPENINGS = {"{{": r"{\u007b", "{%": r"{\u0025", "{#": r"{\u0023"}


def escape(text: str) -> str:
    """Text from data, made safe for everything in a folium map that is shown.

    For popups, tooltips, icons, names of layers, and properties of GeoJSON that a popup or tooltip shows. HTML
    escaping alone is not enough: folium writes texts into JavaScript template literals, which run ``${…}``, and
    through Jinja, which runs ``{{…}}``.

    >>> print(f"What is shown is {escape('<b>${1}`')}.")
    What is shown is &lt;b&gt;&#36;&#123;1&#125;&#96;.
    """
    return html.escape(text).translate(TEMPLATE_CHARACTERS)


def json_script(data: object, element_id: str) -> str:
    r"""Data as an inert script element, which page scripts read with JSON.parse; safe in folium's templates too.

    Raises
    ------
    ValueError
        If there is a number that JSON has not (NaN, infinity).

    >>> print(json_script({"b": "</script>", "a": "{{1}}"}, "yz-data"))
    <script type="application/json" id="yz-data">{"a":"{\u007b1}}","b":"\u003c/script\u003e"}</script>
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    text = text.translate(JSON_CHARACTERS)
    for opening, harmless in JINJA_OPENINGS.items():
        text = text.replace(opening, harmless)
    return f'<script type="application/json" id="{escape(element_id)}">{text}</script>'
