"""How firmly it is known where projects are: by the plan or a notice of the project, or only by its owner.

Wherever the projects of a zone are summed, what is known by the owner alone stands beside the sum.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from yzgeo.core import labels
from yzgeo.core.i18n import NOTHING, Text
from yzgeo.core.units import invested
from yzgeo.core.values import known_total

FIRM = ("plan_text", "project_news")
"""Evidence of the project itself."""
BY_OWNER = ("owner_works", "owner_address")
"""Evidence of its owner alone: the project may stand elsewhere."""
OWNER_ADDRESS = "owner_address"
STAND_IN = "stand_in"
"""The basis of a park's place where its town stands in for it."""


def sums_by_evidence(projects: pd.DataFrame) -> dict[str, Any]:
    """Number and investment (亿元) of projects by the evidence for their place.

    Parameters
    ----------
    projects
        `location_evidence, investment_100m_yuan`, all located.

    Returns
    -------
    dict
        `project_count_by_evidence`, `investment_100m_yuan_by_evidence`: each by kind of evidence, the strongest first.
        A sum is None where no project of the kind has a figure.

    >>> projects = pd.DataFrame(
    ...     {"location_evidence": ["plan_text", "owner_address"], "investment_100m_yuan": [9.5, 0.8]})
    >>> print(sums_by_evidence(projects)["investment_100m_yuan_by_evidence"])
    {'plan_text': 9.5, 'project_news': 0.0, 'owner_works': 0.0, 'owner_address': 0.8}
    """
    parts = {kind: projects[projects["location_evidence"] == kind] for kind in labels.EVIDENCE}
    return {
        "project_count_by_evidence": {kind: len(part) for kind, part in parts.items()},
        "investment_100m_yuan_by_evidence": {
            kind: known_total(part["investment_100m_yuan"]) for kind, part in parts.items()
        },
    }


def by_owner(projects: pd.DataFrame) -> Text:
    """The remark beside a sum of projects: how many are placed by their owner alone; nothing where none is.

    >>> projects = pd.DataFrame(
    ...     {"location_evidence": ["plan_text", "owner_address"], "investment_100m_yuan": [9.5, 0.8]})
    >>> print(by_owner(projects).zh, "|", by_owner(projects).en, "|", repr(by_owner(projects[:1]).en))
    其中仅凭业主地址 1 个 0.8 亿元 | of which by the owner's address only: 1, CNY 80 m | ''
    """
    parts = {kind: projects[projects["location_evidence"] == kind] for kind in BY_OWNER}
    named = [_part(BASIS[kind], part["investment_100m_yuan"]) for kind, part in parts.items() if len(part)]
    if not named:
        return NOTHING
    return Text("其中" + "，".join(part.zh for part in named), "of which " + "; ".join(part.en for part in named))


BASIS = {
    "owner_works": Text("凭业主同类厂房", "by a works of the owner"),
    "owner_address": Text("仅凭业主地址", "by the owner's address only"),
}


def _part(basis: Text, investments: pd.Series) -> Text:
    known, count = known_total(investments), len(investments)
    if known is None:
        return Text(f"{basis.zh} {count} 个", f"{basis.en}: {count}")
    money = invested(known)
    return Text(f"{basis.zh} {count} 个 {money.zh}", f"{basis.en}: {count}, {money.en}")


def in_brackets(remark: Text) -> Text:
    """A remark behind what it is about; nothing for no remark.

    >>> print(in_brackets(Text("其中 1 个", "of which 1")).en, repr(in_brackets(NOTHING).zh))
     (of which 1) ''
    """
    return Text(f"（{remark.zh}）", f" ({remark.en})") if remark.zh else NOTHING
