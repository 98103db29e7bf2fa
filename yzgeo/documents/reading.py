"""The reading of a document: its clauses, the candidates of every kind, what is taken, asked, and left over."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from yzgeo.core import plugins
from yzgeo.documents import candidate, draft, number_words
from yzgeo.documents.block import ASIDES
from yzgeo.documents.clauses import checksum
from yzgeo.documents.numbers import NUMBER, Covered, masked
from yzgeo.documents.words import Words

PACKAGE = "yzgeo.documents.kinds"
LEAD = r"[\s（(]*[0-9０-９一二三四五六七八九十]+[）).、．]|\s*(?:附?[表图件]|专栏|附录)\s*[0-9０-９]+(?:[-—－.][0-9０-９]+)*"
"""What numbers a clause."""
AROUND = "^(?:direction|change|.*qualifier)$"
"""Columns whose span reaches over words between them and the number, which may hold others."""
UNREAD = ("clause", "start", "end", "number", "quote")


class Reading(NamedTuple):
    """What was read.

    - `clauses`: of the document
    - `taken`, `asked`: candidates, a row each
    - `unread`: numbers of the text that went nowhere: `clause`, `start`, `end`, `number`, `quote`
    """

    clauses: pd.DataFrame
    taken: pd.DataFrame
    asked: pd.DataFrame
    unread: pd.DataFrame


def read(
    clauses: pd.DataFrame,
    words: Words,
    tell: Callable[[str], None] = lambda kind: None,
    propose: Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame] | None = None,
) -> Reading:
    """All kinds of things in a document.

    Parameters
    ----------
    clauses
        Of the document, as `documents.clauses.clauses` gives them.
    tell
        Given the name of each kind before it is looked for.
    propose
        Gives further candidates, none of them sure, for the clauses and the candidates found in them.
    """
    usable = clauses[~clauses["kind"].isin(ASIDES)]
    found = []
    for name, kind in sorted(plugins.discover(PACKAGE).items(), key=lambda pair: (pair[1].ORDER, pair[0])):
        tell(name)
        found.append(kind.find(usable, words))
    filled = [frame for frame in found if len(frame)]
    candidates = pd.concat(filled, ignore_index=True) if filled else candidate.frame([])
    candidates = _each_once(candidates)
    if propose is not None and len(more := propose(usable, candidates)):
        candidates = pd.concat([candidates, more.assign(certainty="guess")], ignore_index=True)
    parts = draft.sort(_recognised(candidates, clauses), clauses, words)
    return Reading(clauses, parts.taken, parts.asked, unread(usable, candidates, words))


def _each_once(candidates: pd.DataFrame) -> pd.DataFrame:
    """Candidates without those of a number that another kind of thing already is surely a row of the same table of."""
    sure = candidates[(candidates["certainty"] == "sure") & candidates["table"].isin(["targets", "figures"])]
    kinds: dict[tuple[str, str], str] = {}
    for table, key, kind in zip(sure["table"], sure["key"], sure["kind"], strict=True):
        kinds.setdefault((table, key), kind)
    first = [
        kinds.get((table, key), kind) == kind
        for table, key, kind in zip(candidates["table"], candidates["key"], candidates["kind"], strict=True)
    ]
    return candidates[pd.Series(first, index=candidates.index, dtype=bool)].reset_index(drop=True)


def _recognised(candidates: pd.DataFrame, clauses: pd.DataFrame) -> pd.DataFrame:
    """Candidates of which those in recognised text are not sure: an engine gives high scores to wrong digits too."""
    if "score" not in clauses:
        return candidates
    from_picture = candidates["clause"].isin(clauses.loc[clauses["score"].notna(), "clause"])
    checked = candidates.copy()
    checked.loc[from_picture, "how"] = "ocr"
    sure = from_picture & (checked["certainty"] == "sure")
    checked.loc[sure, "certainty"] = "likely"
    checked.loc[sure & (checked["why"] == ""), "why"] = "ocr"
    return checked


def unread(clauses: pd.DataFrame, candidates: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Numbers of the text, in digits or words, that no candidate covers; ordinals, names with digits and years are none."""
    spans: dict[str, list[tuple[int, int]]] = {}
    said = candidates[~candidates["column"].str.contains(AROUND)]
    for clause, start, end in zip(said["clause"], said["start"], said["end"], strict=True):
        if end > start:
            spans.setdefault(clause, []).append((start, end))
    rows = []
    for clause, text in zip(clauses["clause"], clauses["text"], strict=True):
        covered = Covered(text, [*spans.get(clause, []), *masked(text)])
        lead = re.match(LEAD, text)
        taken = Covered(text, spans.get(clause, []))
        left = [(one.start, one.end) for one in number_words.find(text, words) if not taken.touches(one.start, one.end)]
        covered.cover(left)
        for match in re.finditer(rf"{NUMBER}[%％]?[\u4e00-\u9fff]{{0,2}}", text):
            if covered.touches(match.start(), match.start() + 1) or (lead and match.start() < lead.end()):
                continue
            left.append(match.span())
        rows += [
            (clause, start, end, text[start:end], candidate.sentence(text, start, end)) for start, end in sorted(left)
        ]
    return pd.DataFrame(rows, columns=list(UNREAD))


def fingerprint(clauses: pd.DataFrame) -> str:
    """What tells this document from another: the checksum of its words."""
    return checksum(clauses["text"]).sha256
