"""The page of a preview, as one file."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from typing import Any

from yzgeo.core.i18n import Lang, Text
from yzgeo.plan.import_facts import ImportFacts
from yzgeo.plan.model import Plan
from yzgeo.publish.offline.elements import verbatim
from yzgeo.publish.offline.escaping import json_script
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone
from yzgeo.publish.preview.data import Worded, preview_data

STYLES = ("preview.css",)
SCRIPT = "preview.js"
"""Bundled from `src/` by `npm run bundle`."""
VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def render(
    plan: Plan,
    facts: Sequence[ImportFacts],
    command: Sequence[str],
    lang: Lang,
    worded: Worded = Text.of,
    status_option: str = "statuses",
) -> str:
    """The page as text: it makes no request, and every text of the file is in it as data only.

    Takes what `preview_data` takes.
    """
    from branca.element import Figure

    title = f"{Text('导入预览', 'Import preview').of(lang)} · {'、'.join(one.file for one in facts)}"
    data = preview_data(plan, facts, command, lang, worded, status_option)
    with stable_ids():
        figure: Any = Figure()
        figure.header.add_child(verbatim(VIEWPORT), name="yz-viewport")
        figure.header.add_child(verbatim(f"<style>{''.join(map(_asset, STYLES))}</style>"), name="yz-style")
        figure.html.add_child(verbatim('<div id="yz-preview"></div>'), name="yz-chrome")
        figure.html.add_child(verbatim(json_script(data, "yz-data")), name="yz-data")
        figure.script.add_child(verbatim(f"{_asset(SCRIPT)}\nyzPreview();"), name="yz-script")
        return standalone(figure, title=title, lang=lang)


def _asset(name: str) -> str:
    return resources.files("yzgeo.publish.preview").joinpath("assets", name).read_text(encoding="utf-8")
