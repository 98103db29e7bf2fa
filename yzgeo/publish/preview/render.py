"""The page of a preview, as one file."""

from __future__ import annotations

from collections.abc import Sequence

from yzgeo.core.i18n import Lang, Text
from yzgeo.plan.import_facts import ImportFacts
from yzgeo.plan.model import Plan
from yzgeo.publish.offline.script_page import script_page
from yzgeo.publish.preview.data import Worded, preview_data

STYLES = ("preview.css",)


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
    title = f"{Text('导入预览', 'Import preview').of(lang)} · {'、'.join(one.file for one in facts)}"
    data = preview_data(plan, facts, command, lang, worded, status_option)
    return script_page("preview", data, title, lang, STYLES)
