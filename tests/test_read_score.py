"""How well the plan of 鄞州 is read, in each form an office may have it in, against the folder made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import plan_documents
import score_read
from yzgeo.documents import proof, words
from yzgeo.plan import tables

GOLD = tables.built_in() / "yinzhou"
WHOLE = ("zones", "areas", "leading industries", "parks", "indicators", "projects", "clusters", "composition")
"""Kinds of which every row must be there and right."""


def check_scores(file: Path) -> None:
    ours, read = score_read.drafted([file])
    scores = {score.kind: score for score in score_read.scores(ours, score_read.gold(GOLD), read)}
    for kind in WHOLE:
        assert (kind, scores[kind].wrong, scores[kind].missing) == (kind, [], [])
    assert scores["clauses"].precision >= 0.99
    assert scores["clauses"].recall >= 0.99
    assert scores["prose targets and figures"].precision >= 0.95
    assert scores["prose targets and figures"].recall >= 0.85
    assert scores["figures inside projects"].wrong == []
    assert scores["figures inside projects"].recall >= 0.9
    assert (proof.check(read.taken, read.clauses, words.load()) == "").all()


def test_as_text(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    plan_documents.write_txt(file)
    check_scores(file)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["docx", "html", "pdf"])
def test_as_offices_have_it(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"plan.{ending}"
    getattr(plan_documents, f"write_{ending}")(file)
    check_scores(file)


def test_a_wrong_value_lowers_the_score(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    plan_documents.write_txt(file)
    ours, read = score_read.drafted([file])
    ours["zones"][0]["area"] = "16.89"
    del ours["cluster_years"][0]
    scores = {score.kind: score for score in score_read.scores(ours, score_read.gold(GOLD), read)}
    assert scores["areas"].precision == scores["areas"].recall == 5 / 6
    assert scores["clusters"].precision == 1
    assert len(scores["clusters"].missing) == 3
