"""What the rules found."""

from __future__ import annotations

from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext

PURPOSES = {"data/findings.json": Text("规则检查结果", "what the rules found")}


def files(context: BuildContext) -> dict[str, bytes]:
    """`data/findings.json`."""
    return {"data/findings.json": json_text(context.outcome.record(context.lang)).encode("utf-8")}
