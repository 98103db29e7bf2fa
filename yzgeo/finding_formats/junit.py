"""JUnit XML, which pipelines read as test results: a rule is a test case, its findings are its failures."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from yzgeo.findings import Finding, Outcome, RuleState
from yzgeo.i18n import Lang
from yzgeo.plan import Plan

FAILING = ("error", "warning")
"""Severities that fail a test case; information is told in its output."""
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One suite with a case per rule."""
    suite = Element("testsuite", name=_clean(f"yzgeo check {plan.name}"))
    counts = {"tests": len(outcome.rules), "failures": 0, "errors": 0, "skipped": 0}
    for state in outcome.rules:
        found = [finding for finding in outcome.findings if finding.rule == state.rule]
        kind = _add_case(suite, state, found, lang)
        if kind:
            counts[kind] += 1
    for name, count in counts.items():
        suite.set(name, str(count))
    suites = Element("testsuites")
    suites.append(suite)
    indent(suites)
    return "<?xml version='1.0' encoding='UTF-8'?>\n" + tostring(suites, encoding="unicode") + "\n"


def _add_case(suite: Element, state: RuleState, found: list[Finding], lang: Lang) -> str | None:
    """Add one rule; tells under what it counts, nothing when it passed."""
    case = SubElement(suite, "testcase", classname="yzgeo.checks", name=state.rule)
    failing = [finding for finding in found if finding.severity in FAILING]
    if failing:
        failure = SubElement(
            case, "failure", message=_clean(f"{state.title.of(lang)}: {len(failing)}"), type=failing[0].severity
        )
        failure.text = _clean(
            "\n".join(f"{finding.subject}: {finding.message.of(lang)} [{finding.clause}]" for finding in failing)
        )
    elif state.status in ("skipped", "not_checked"):
        SubElement(case, "skipped", message=_clean(state.reason.of(lang)))
    told = [finding for finding in found if finding.severity not in FAILING]
    if told:
        SubElement(case, "system-out").text = _clean(
            "\n".join(f"{finding.subject}: {finding.message.of(lang)}" for finding in told)
        )
    if failing:
        return "failures"
    return "skipped" if state.status in ("skipped", "not_checked") else None


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)
