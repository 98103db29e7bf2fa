"""What the rules found, and a table of all findings where a rule found too many to be listed."""

from __future__ import annotations

from yzgeo.checks.listing import FILE, listed, table
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Text
from yzgeo.publish.context import BuildContext

LISTING, TABLE = "data/findings.json", f"data/{FILE}"
PURPOSES = {
    LISTING: Text("规则检查结果", "what the rules found"),
    TABLE: Text("全部检查结果（发现过多时才有）", "all that the rules found, where it is too much to list"),
}


def files(context: BuildContext) -> dict[str, bytes]:
    """`data/findings.json`, and `data/findings.parquet` where not all findings are listed there."""
    outcome = listed(context.outcome, FILE)
    made = {LISTING: json_text(outcome.record(context.lang)).encode("utf-8")}
    return {**made, TABLE: table(outcome, context.lang)} if outcome.left_out else made
