"""What a check found, as rows of one kind: findings, and beside them what was not checked, lacks, or is excused.

No QGIS in here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..languages import Text

STATES = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "information"),
    "left_out": Text("未列出", "not listed"),
    "not_checked": Text("未检查", "not checked"),
    "gap": Text("数据缺口", "gap in the data"),
    "suppressed": Text("已豁免", "excused"),
    "misprint": Text("疑似错漏字", "suspected misprint"),
}
"""Severities of findings, then what counts for none, in the order of the list."""
FINDINGS = ("error", "warning", "info")
HEADS = {
    "state": Text("级别", "Severity"),
    "rule": Text("规则", "Rule"),
    "subject": Text("对象", "Subject"),
    "message": Text("发现", "Finding"),
    "clause": Text("条文", "Clause"),
    "remedy": Text("如何改", "Remedy"),
    "note": Text("读法、理由", "Reading, reason"),
}
"""Columns of lists and tables."""
PERHAPS = Text("或为", "perhaps")


class Row(NamedTuple):
    """A row of the list.

    - `state`: a key of `STATES`
    - `subject`: kind and id, as `zone:mingzhou`; "" where it is of the whole plan
    - `note`: the reading of the clause, or why it is excused
    - `geometry`: as GeoJSON, in EPSG:4490; None where there is none
    """

    state: str
    rule: str
    subject: str
    message: str
    clause: str = ""
    remedy: str = ""
    note: str = ""
    geometry: Any = None

    def cells(self, lang: str) -> list[str]:
        """The row as texts, in the order of `HEADS`."""
        return [STATES[self.state].of(lang), *(str(cell) for cell in self[1:7])]


def rows(record: Mapping[str, Any], lang: str) -> list[Row]:
    """All rows of `findings.json`: the findings as they come there (the gravest first), then the others by kind.

    >>> found = {"rule": "zone-area", "severity": "info", "subject": "zone:a", "message_zh": "小", "message_en": "small",
    ...          "clause": "一", "remedy": "", "reading": "", "geometry": None}
    >>> states = [{"rule": "zone-area", "status": "found", "reason": ""},
    ...           {"rule": "parks", "status": "not_checked", "clause": "二", "reason": "no parks"}]
    >>> for row in rows({"rules": states, "findings": [found]}, "en"):
    ...     print(row.state, row.rule, row.message)
    info zone-area small
    not_checked parks no parks
    """
    found = [_finding(one, one["severity"], one.get("reading", ""), lang) for one in record.get("findings", ())]
    left_out = [Row("left_out", one["rule"], "", _left_out(one).of(lang)) for one in record.get("left_out", ())]
    unchecked = [
        Row("not_checked", one["rule"], "", one["reason"], one.get("clause", ""))
        for one in record.get("rules", ())
        if one["status"] != "skipped" and one.get("reason")
    ]
    gaps = [
        Row("gap", one["rule"], one["subject"], _message(one, lang), one.get("source", ""), one.get("remedy", ""))
        for one in record.get("gaps", ())
    ]
    excused = [
        _finding(one, "suppressed", one.get("suppressed_because", ""), lang) for one in record.get("suppressed", ())
    ]
    misprints = [
        Row(
            "misprint",
            "",
            "",
            f"…{one['printed']}… {PERHAPS.of(lang)} {one['suspected']}",
            one["clause"],
            note=one.get("reason", ""),
        )
        for one in record.get("proofreading", ())
    ]
    return [*found, *left_out, *unchecked, *gaps, *excused, *misprints]


def _finding(record: Mapping[str, Any], state: str, note: str, lang: str) -> Row:
    return Row(
        state,
        record["rule"],
        record["subject"],
        _message(record, lang),
        record["clause"],
        record.get("remedy", ""),
        note,
        record.get("geometry"),
    )


def _message(record: Mapping[str, Any], lang: str) -> str:
    return str(record["message_zh" if lang == "zh" else "message_en"])


def _left_out(record: Mapping[str, Any]) -> Text:
    listed, count, file = record["listed"], record["all"], record.get("file")
    if not file:
        return Text(
            f"共 {count:,} 处，只列出前 {listed:,} 处", f"the first {listed:,} of {count:,} findings are listed"
        )
    return Text(
        f"共 {count:,} 处，只列出前 {listed:,} 处，全部见 {file}",
        f"the first {listed:,} of {count:,} findings are listed, all are in {file}",
    )


def summary(listed: Sequence[Row], lang: str) -> str:
    """How many rows there are of each state.

    >>> print(summary([Row("error", "", "", ""), Row("gap", "", "", ""), Row("error", "", "", "")], "en"))
    error 2 · gap in the data 1
    """
    counts = {state: sum(row.state == state for row in listed) for state in STATES}
    return " · ".join(f"{STATES[state].of(lang)} {count}" for state, count in counts.items() if count)
