"""The years that a plan is for, as its text states them."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from yzgeo.documents.words import Words

STATED = r"(?:规划期限?|规划年限|规划期间|规划时限)(?:为|是|[：:])?(?P<a>[12]\d{3})年?\s*[-—–~～至到－]{1,2}\s*(?P<b>[12]\d{3})年"


TITLED = r"(?:规划|方案|计划|纲要)[（(](?P<a>[12]\d{3})年?[-—–~～至到－]{1,2}(?P<b>[12]\d{3})年?[）)]"


class Period(NamedTuple):
    """First and last year, and where the text says so."""

    first: str
    last: str
    clause: str
    start: int
    end: int
    stated: bool


def of(clauses: pd.DataFrame, words: Words) -> Period | None:
    """The period that a sentence states, else that of the five-year plan in the title or the first headings.

    >>> from yzgeo.documents.words import load
    >>> frame = pd.DataFrame({"clause": ["引言"], "text": ["甲县“十四五”工业规划"], "kind": ["paragraph"]})
    >>> print(of(frame, load())[:2])
    ('2021', '2025')
    """
    said = clauses[clauses["kind"].isin(["paragraph", "heading", "particulars"])]
    for clause, text in zip(said["clause"], said["text"], strict=True):
        if match := re.search(STATED, text):
            return Period(match["a"], match["b"], clause, match.start("a"), match.end("b"), True)
    for clause, text in zip(said["clause"].head(12), said["text"].head(12), strict=True):
        if match := re.search(TITLED, text):
            return Period(match["a"], match["b"], clause, match.start("a"), match.end("b"), True)
    for clause, text in zip(said["clause"].head(12), said["text"].head(12), strict=True):
        for row in words["periods"]:
            match = re.search(rf"[“\"]?{row['word']}[”\"]?(?=[^。]{{0,30}}规划)", text)
            if match:
                return Period(row["from"], row["to"], clause, match.start(), match.end(), False)
    return None
