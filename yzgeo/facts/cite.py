"""Facts with their sources, and the passages of the plan that prove them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from yzgeo.core import labels, plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text, harmless
from yzgeo.plan.model import Plan

PACKAGE = "yzgeo.facts.kinds"


class Subject(NamedTuple):
    """A thing the plan speaks of: its id, its name, and other names it goes by."""

    id: str
    name: Text
    aliases: tuple[str, ...] = ()


class Fact(NamedTuple):
    """One thing said: what, how much, and by which clauses (or sources outside the plan).

    `topic` is that of the table in which the page tells the same row by row; the page then leaves the fact out.
    """

    label: Text
    value: Text
    sources: tuple[str, ...]
    topic: str = ""


def facts(plan: Plan, kind: str, subject_id: str) -> list[Fact]:
    """What the plan says of one thing."""
    said: list[Fact] = plugins.load(PACKAGE, kind).facts(plan, subject_id)
    return said


def find(plan: Plan, kind: str, wanted: str) -> Subject:
    """The thing of a kind that has this id, name or alias.

    Raises
    ------
    InputError
        When there is none; the nearest ids and names are given.
    """
    subjects: list[Subject] = plugins.load(PACKAGE, kind).subjects(plan)
    for subject in subjects:
        if wanted in (subject.id, *subject.name, *subject.aliases):
            return subject
    if not subjects:
        raise InputError(
            Text(f"规划中没有这类对象：{kind}", f"the plan has nothing of this kind: {kind}"),
            Text("换一类", "choose another kind"),
        )
    raise plugins.unknown(wanted, [name for subject in subjects for name in (subject.id, subject.name.zh)])


def passages(plan: Plan, sources: list[str]) -> list[tuple[str, str, str]]:
    """Clause, heading and text of those sources that are clauses of the plan, in the plan's order."""
    named = plan.clauses[plan.clauses["clause"].isin(sources)]
    return [(row.clause, "" if pd.isna(row.heading) else row.heading, row.text) for row in named.itertuples()]


def cite(plan: Plan, kind: str, wanted: str, lang: Lang) -> str:
    """Where what the plan says of a thing comes from, with the passages themselves.

    >>> from yzgeo.plan.model import load
    >>> print(cite(load("yinzhou"), "target", "low-efficiency-land", "zh").splitlines()[1].strip())
    目标：5,000 亩（2025 年）  〔专栏7〕
    """
    subject = find(plan, kind, wanted)
    said = facts(plan, kind, subject.id)
    title: Text = plugins.load(PACKAGE, kind).TITLE
    lines = [
        f"{subject.name.of(lang)}（{title.zh} {subject.id}）"
        if lang == "zh"
        else f"{subject.name.en} ({title.en} {subject.id})"
    ]
    colon = "：" if lang == "zh" else ": "
    for fact in said:
        lines.append(
            f"  {fact.label.of(lang)}{colon}{fact.value.of(lang)}  〔{'；'.join(named(plan, fact.sources, lang))}〕"
        )
    found = passages(plan, [source for fact in said for source in fact.sources])
    if found:
        lines += ["", "原文" if lang == "zh" else "The plan's words"]
    for clause, heading, text in found:
        place = named(plan, (clause,), lang)[0]
        lines.append(f"  〔{place}〕{heading}")
        lines += [f"    {line}" for line in text.splitlines()]
    return "\n".join(harmless(line) for line in lines) + "\n"


def parts(clause: str) -> list[str]:
    """The clauses that a rule or finding names, one by one.

    >>> print(parts("三（二）第1段、专栏7；表2 第1行"))
    ['三（二）第1段', '专栏7', '表2 第1行']
    """
    return [one for part in clause.split("；") for one in part.split("、")]


def named(plan: Plan, sources: tuple[str, ...], lang: Lang) -> list[str]:
    """Sources as the reader's language names them: clauses have an English label, coded ones words, others stay."""
    return [str(labels.value(plan.place(source).of(lang), lang)) for source in sources]
