"""JUnit XML, which pipelines read as test results: a rule is a test case, its findings are its failures."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from yzgeo.checks.finding import Finding, Outcome, RuleState, notes
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.labels import GAP, PROOFREADING, TOLERANCE
from yzgeo.core.visible_text import visible
from yzgeo.plan.model import Plan

SUFFIXES = (".xml",)

FAILING = ("error", "warning")
"""Severities that fail a test case; information goes to its output."""
EXCUSED = Text("已豁免", "excused")


def render(plan: Plan, outcome: Outcome, lang: Lang, failing: Sequence[str] = FAILING) -> str:
    """One suite with a case per rule; gaps stand in the output of their rule's case, misprints in that of the suite.

    `failing` are the severities that fail a case; what is of another stands in its output.
    """
    suite = Element("testsuite", name=visible(f"yzgeo check {plan.name}"))
    counts = {"tests": len(outcome.rules), "failures": 0, "errors": 0, "skipped": 0}
    for state in outcome.rules:
        kind = _add_case(suite, outcome, state, lang, failing)
        if kind:
            counts[kind] += 1
    if outcome.proofreading:
        lines = [f"{PROOFREADING.of(lang)}: {one.told(lang)}" for one in outcome.proofreading]
        SubElement(suite, "system-out").text = visible("\n".join(lines))
    for name, count in counts.items():
        suite.set(name, str(count))
    suites = Element("testsuites")
    suites.append(suite)
    indent(suites)
    return "<?xml version='1.0' encoding='UTF-8'?>\n" + tostring(suites, encoding="unicode") + "\n"


def _add_case(suite: Element, outcome: Outcome, state: RuleState, lang: Lang, severities: Sequence[str]) -> str | None:
    """Add the test case of one rule; returns the count it belongs to, None when it passed."""
    case = SubElement(suite, "testcase", classname="yzgeo.checks.rules", name=state.rule)
    rule_findings = [finding for finding in outcome.findings if finding.rule == state.rule]
    failing = [finding for finding in rule_findings if finding.severity in severities]
    reasons = [text.of(lang) for text in notes(outcome, state)]
    unchecked = state.status in ("skipped", "not_checked") and not failing
    if failing:
        left_out = [finding for finding in outcome.left_out if finding.rule == state.rule]
        message = f"{state.title.of(lang)}: {len(failing) + sum(one.severity in severities for one in left_out)}"
        failure = SubElement(case, "failure", message=visible(message), type=failing[0].severity)
        failure.text = visible("\n".join(_line(finding, lang) for finding in failing))
    elif unchecked:
        SubElement(case, "skipped", message=visible("; ".join(reasons) or state.record(lang)["reason"]))
    lines = [_line(finding, lang) for finding in rule_findings if finding.severity not in severities]
    lines += [] if unchecked else reasons
    lines += [
        f"{_line(one.finding, lang)} {EXCUSED.of(lang)}: {one.reason} ({one.by})"
        for one in outcome.suppressed
        if one.finding.rule == state.rule
    ]
    lines += [
        f"{GAP.of(lang)}: {gap.subject}: {gap.message.of(lang)} {gap.remedy.of(lang)}"
        for gap in outcome.gaps
        if gap.rule == state.rule
    ]
    if state.tolerance is not None and lines:
        lines.append(f"{TOLERANCE.of(lang)}: {state.tolerance.described(lang)}")
    if lines:
        SubElement(case, "system-out").text = visible("\n".join(lines))
    return "failures" if failing else "skipped" if unchecked else None


def _line(finding: Finding, lang: Lang) -> str:
    """One line: subject, message, clause, reading and remedy."""
    details = [finding.reading.of(lang), finding.remedy.of(lang)]
    beside = "; ".join(text for text in details if text and text not in finding.message.of(lang))
    return f"{finding.key}: {finding.message.of(lang)} [{finding.clause}]{' ' if beside else ''}{beside}"
