"""What zones are formed of: 在…基础上，连片…形成; 规划范围包括…."""

from __future__ import annotations

import re

import pandas as pd

from yzgeo.documents import subjects
from yzgeo.documents.candidate import Candidate, frame, sentence
from yzgeo.documents.passages import prose
from yzgeo.documents.words import Words

ORDER = 35
MADE = r"(?P<from>(?:在[^。；]{2,40}?基础上|整合|连片|由)[^。；]*?)[，,]?形成"
EXTENT = (
    r"(?P<from>(?:规划范围|空间范围|涵盖范围|区域范围|范围|四至范围)(?:包括|包含|为|涵盖|[：:])[^。；]*?)"
    r"(?=[，,]?(?:总|规划|园区|可利用)?面积|[。；\n]|$)"
)
HOLDS = r"(?P<from>(?:含|包括|包含|涵盖)[^。；]*?)(?=[，,](?:总|规划|园区|可利用)?面积|[。；\n]|$)"


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `zones`: `formed_from`, as the text has it."""
    reading = subjects.read(clauses, words)
    leads = {one.clause: one for one in reading.subjects if one.how == "label"}
    found = []
    for clause in prose(clauses):
        name, text = reading.of_clause.get(clause["clause"]), clause["text"]
        lead = leads.get(clause["clause"])
        if name is None or clause["kind"] == "heading":
            continue
        start = lead.end if lead is not None and lead.name == name else 0
        for pattern in (MADE, EXTENT, HOLDS):
            match = re.compile(rf"[。：:，,\s]*(?:[（(][^）)]*[）)])?[。：:，,\s]*{pattern}").match(text, start)
            if match is None:
                continue
            begin, end = match.span("from")
            value = match["from"]
            whole = not value.rstrip().endswith("园") or not text.endswith(value)
            found.append(
                Candidate(
                    "zones",
                    name,
                    "formed_from",
                    value.strip(),
                    "composition",
                    clause["clause"],
                    begin,
                    end,
                    sentence(text, begin, end),
                    "pattern",
                    "sure" if whole else "likely",
                    "" if whole else "cut",
                )
            )
            break
    return frame(found)
