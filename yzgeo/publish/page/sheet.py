"""The composed sheet inside the page, in both languages: what its overview is printed as."""

from __future__ import annotations

import base64
import json
import re

from yzgeo.core.i18n import Lang
from yzgeo.publish.board.render import drawing_of, lettering
from yzgeo.publish.context import BuildContext
from yzgeo.publish.page.column_codec import compress

ELEMENT = "yz-sheet-packed"
SHOWN = "#yz-sheet"
BETWEEN_TAGS = re.compile("(?<=>)(?=<)")
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def elements(context: BuildContext) -> str:
    """The packed sheet and the style of its type, for the body of the page; `src/outputs/sheet.js` unpacks it."""
    content = base64.b64encode(compress(packed({lang: drawing_of(context, lang) for lang in LANGUAGES}))).decode(
        "ascii"
    )
    return f'<style>{lettering(SHOWN)}</style>\n<script type="text/plain" id="{ELEMENT}">{content}</script>'


def packed(drawings: dict[Lang, str]) -> bytes:
    """Drawings as JSON: their tags with the words after them, each once, and where in that list those of each stand.

    Most of a map is the same in all languages.

    >>> print(packed({"zh": "<g><path/>水</g>", "en": "<g><path/>sea</g>"}).decode())
    {"tags":["<g>","<path/>水</g>","<path/>sea</g>"],"zh":[0,1],"en":[0,2]}
    """
    places: dict[str, int] = {}
    by_language = {
        lang: [places.setdefault(tag, len(places)) for tag in BETWEEN_TAGS.split(drawing)]
        for lang, drawing in drawings.items()
    }
    return json.dumps({"tags": list(places), **by_language}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
