"""Facts with their sources, and the passages of the plan that they are taken from."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from yzgeo.core import labels, plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.visible_text import one_line
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

PACKAGE = "yzgeo.facts.kinds"


class Subject(NamedTuple):
    """A subject of the plan: its id, name and aliases."""

    id: str
    name: Text
    aliases: tuple[str, ...] = ()


class Fact(NamedTuple):
    """One fact: label, value, and its sources (clauses of the plan, or sources outside it).

    `topic` names the table of the page that shows the same row by row; the page then leaves the fact out.
    """

    label: Text
    value: Text
    sources: tuple[str, ...]
    topic: str = ""


def facts(plan: Plan, kind: str, subject_id: str) -> list[Fact]:
    """The facts of one subject; a plan computes them once."""
    by_subject = _facts_by_subject(plan)
    if (kind, subject_id) not in by_subject:
        by_subject[kind, subject_id] = plugins.load(PACKAGE, kind).facts(plan, subject_id)
    return by_subject[kind, subject_id]


@cached_per_plan
def _facts_by_subject(plan: Plan) -> dict[tuple[str, str], list[Fact]]:
    """The facts computed so far, by kind and id: `facts` fills it."""
    return {}


def find(plan: Plan, kind: str, identifier: str) -> Subject:
    """The subject of a kind with this id, name or alias.

    Raises
    ------
    InputError
        When there is none; the most similar ids and names are given.
    """
    subjects: list[Subject] = plugins.load(PACKAGE, kind).subjects(plan)
    for subject in subjects:
        if identifier in (subject.id, *subject.name, *subject.aliases):
            return subject
    if not subjects:
        raise InputError(
            Text(f"规划中没有这类对象：{kind}", f"the plan has nothing of this kind: {kind}"),
            Text("换一类", "choose another kind"),
        )
    raise plugins.unknown(identifier, [name for subject in subjects for name in (subject.id, subject.name.zh)])


def passages(plan: Plan, sources: list[str]) -> list[tuple[str, str, str]]:
    """Clause, heading and text of the sources that are clauses of the plan, in the plan's order."""
    named = plan.clauses[plan.clauses["clause"].isin(sources)]
    return [(row.clause, "" if pd.isna(row.heading) else row.heading, row.text) for row in named.itertuples()]


def cite(plan: Plan, kind: str, identifier: str, lang: Lang) -> str:
    """The facts of a subject with their sources, and the passages quoted.

    >>> from yzgeo.plan.load import load
    >>> print(cite(load("yinzhou"), "target", "low-efficiency-land", "zh").splitlines()[1].strip())
    目标：5,000 亩（2025 年）  〔专栏7〕
    """
    subject = find(plan, kind, identifier)
    subject_facts = facts(plan, kind, subject.id)
    title: Text = plugins.load(PACKAGE, kind).TITLE
    lines = [
        f"{subject.name.of(lang)}（{title.zh} {subject.id}）"
        if lang == "zh"
        else f"{subject.name.en} ({title.en} {subject.id})"
    ]
    colon = "：" if lang == "zh" else ": "
    for fact in subject_facts:
        lines.append(
            f"  {fact.label.of(lang)}{colon}{fact.value.of(lang)}  〔{'；'.join(named(plan, fact.sources, lang))}〕"
        )
    quotations = passages(plan, [source for fact in subject_facts for source in fact.sources])
    if quotations:
        lines += ["", "原文" if lang == "zh" else "The plan's words"]
    for clause, heading, text in quotations:
        place = named(plan, (clause,), lang)[0]
        lines.append(f"  〔{place}〕{heading}")
        lines += [f"    {line}" for line in text.splitlines()]
    return "\n".join(map(one_line, lines)) + "\n"


def parts(clause: str) -> list[str]:
    """Split the clauses of a rule or finding.

    >>> print(parts("三（二）第1段、专栏7；表2 第1行"))
    ['三（二）第1段', '专栏7', '表2 第1行']
    """
    return [one for part in clause.split("；") for one in part.split("、")]


def named(plan: Plan, sources: tuple[str, ...], lang: Lang) -> list[str]:
    """Names of sources in the reader's language: labels of clauses, words for codes, other sources unchanged."""
    return [str(labels.value(plan.place(source).of(lang), lang)) for source in sources]
