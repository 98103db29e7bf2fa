"""What a map cannot show, as tables: targets, clusters, figures, the plan's words, what the rules found, and their links."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, Text
from yzgeo.export.table import Table
from yzgeo.facts import cite
from yzgeo.plan.model import Plan
from yzgeo.plan.project_zones import zones_of
from yzgeo.plan.source_lines import TABLES
from yzgeo.publish.context import BuildContext

SUBJECTS = {kind: key for kind, (_, key) in TABLES.items() if kind != "clause"} | {"parcel": "parcel_id"}
"""Column of the table of subjects for each kind of subject; a clause is told by the clauses of the finding."""


def plan_tables(context: BuildContext) -> list[Table]:
    """The tables of a plan that have rows; keys are those of the plan folder, findings are numbered from 1.

    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> tables = plan_tables(build_context(load("liupanshui"), "zh"))
    >>> print([table.name for table in tables][:3])
    ['targets', 'figures', 'measures']
    """
    plan, lang, findings = context.plan, context.lang, context.outcome.findings
    named = {
        "targets": (Text("目标", "Targets"), _targets(plan)),
        "actuals": (Text("完成值", "Actuals"), plan.actuals),
        "figures": (Text("规划所载数字", "Figures stated"), _figures(plan, lang)),
        "measures": (Text("指标", "Measures"), plan.measures),
        "clusters": (Text("产业集群", "Clusters"), plan.clusters),
        "cluster_years": (Text("产业集群分年", "Clusters by year"), plan.cluster_years),
        "industries": (Text("产业", "Industries"), plan.industries),
        "zone_industries": (Text("片区的产业", "Industries of zones"), plan.zone_industries),
        "clauses": (Text("规划原文", "The plan's words"), plan.clauses),
        "findings": (Text("检查结果", "Findings"), _findings(findings, lang)),
        "finding_subjects": (Text("检查结果的对象", "What findings are about"), _subjects(context)),
        "finding_clauses": (
            Text("检查结果的条文", "Clauses of findings"),
            _citing(plan, "finding_id", ((number, one.clause) for number, one in enumerate(findings, start=1))),
        ),
        "zone_clauses": (Text("片区的条文", "Clauses of zones"), _cited(context, "zones", "zone_id")),
        "park_clauses": (Text("园区的条文", "Clauses of parks"), _cited(context, "parks", "park_id")),
        "project_zones": (Text("跨片区的投资项目", "Projects across zones"), _across(plan)),
    }
    return [Table(name, title, rows) for name, (title, rows) in named.items() if len(rows)]


def _targets(plan: Plan) -> pd.DataFrame:
    """The targets with their names in English, where these are known."""
    english = {one.id: one.name.en for one in plugins.load(cite.PACKAGE, "target").subjects(plan)}
    names = plan.targets["target_id"].map(english).astype("str")
    targets = plan.targets.copy()
    targets.insert(targets.columns.get_loc("name") + 1, "name_en", names)
    return targets


def _figures(plan: Plan, lang: Lang) -> pd.DataFrame:
    """The figures with what each measures, and its value as printed."""
    facts = [cite.facts(plan, "figure", figure)[0] for figure in plan.figures["figure_id"]]
    told = {
        "name": pd.Series([fact.label.of(lang) for fact in facts], index=plan.figures.index, dtype="str"),
        "value_as_printed": pd.Series([fact.value.of(lang) for fact in facts], index=plan.figures.index, dtype="str"),
    }
    return plan.figures.assign(**told)


def _across(plan: Plan) -> pd.DataFrame:
    """The zones of each project that lies in several; of the others the project itself names the one."""
    rows = [
        {"project_id": project.project_id, "zone_id": zone}
        for project in plan.projects.itertuples()
        if len(zones := dict.fromkeys(zones_of(project))) > 1
        for zone in zones
    ]
    return pd.DataFrame(rows, columns=["project_id", "zone_id"]).astype("str")


def _findings(findings: list[Finding], lang: Lang) -> pd.DataFrame:
    rows = [
        {
            "finding_id": number,
            "severity": one.severity,
            "message": one.message.of(lang),
            "remedy": one.remedy.of(lang) or None,
            "reading": one.reading.of(lang) or None,
            "clause": one.clause,
            "rule": one.rule,
            "subject": one.subject,
        }
        for number, one in enumerate(findings, start=1)
    ]
    texts = ("severity", "message", "remedy", "reading", "clause", "rule", "subject")
    return pd.DataFrame(rows, columns=["finding_id", *texts]).astype(dict.fromkeys(texts, "str"))


def _subjects(context: BuildContext) -> pd.DataFrame:
    """A row for each subject of each finding that has a row of its own: its key stands in the column of its kind."""
    plan = context.plan
    keys = {kind: set(getattr(plan, table)[key]) for kind, (table, key) in TABLES.items() if kind != "clause"}
    keys["parcel"] = set(plan.parcels["parcel_id"].dropna())
    rows = []
    for number, one in enumerate(context.outcome.findings, start=1):
        for subject in one.subjects:
            kind, _, name = subject.partition(":")
            known = next((each for each in (name, name.rpartition("-")[0]) if each in keys.get(kind, ())), None)
            if known is not None:
                rows.append({"finding_id": number, "severity": one.severity, SUBJECTS[kind]: known})
    held = [column for column in SUBJECTS.values() if any(column in row for row in rows)]
    texts = ["severity", *held]
    return pd.DataFrame(rows, columns=["finding_id", *texts]).astype(dict.fromkeys(texts, "str"))


def _cited(context: BuildContext, layer: str, key: str) -> pd.DataFrame:
    frame = context.frames[layer]
    return _citing(context.plan, key, zip(frame[key], frame["source"], strict=True))


def _citing(plan: Plan, key: str, sources: Iterator[tuple[object, object]]) -> pd.DataFrame:
    """A row for each clause of the plan among the sources of each thing."""
    clauses = set(plan.clauses["clause"])
    rows = [
        {key: identifier, "clause": clause}
        for identifier, source in sources
        if isinstance(source, str)
        for clause in dict.fromkeys(cite.parts(source))
        if clause in clauses
    ]
    return pd.DataFrame(rows, columns=[key, "clause"]).astype({"clause": "str"})
