"""SARIF 2.1.0, the exchange format of code scanning: rules with their manuals, results with their clauses."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from yzgeo.checks.finding import Finding, Gap, Misprint, Outcome, RuleState, notes
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import Lang
from yzgeo.core.labels import GAP, PROOFREADING
from yzgeo.core.version import __version__
from yzgeo.core.visible_text import visible
from yzgeo.plan.model import Plan
from yzgeo.plan.source_lines import locate

SUFFIXES = (".sarif", ".sarif.json")

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(plan: Plan, outcome: Outcome, lang: Lang) -> str:
    """One run; the location of a result is its subject and its row, if any.

    Rules not checked, gaps in the data and suspected misprints are notifications: a result counts.
    """
    index = {state.rule: number for number, state in enumerate(outcome.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "yzgeo",
                "version": __version__,
                "language": {"zh": "zh-CN", "en": "en-US"}[lang],
                "rules": [_rule(state, lang) for state in outcome.rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {
                        "level": "note",
                        "message": {"text": _message(f"{state.rule}: {text.of(lang)}")},
                        "associatedRule": {"id": state.rule, "index": index[state.rule]},
                    }
                    for state in outcome.rules
                    for text in notes(outcome, state)
                ]
                + [_gap(plan, gap, index[gap.rule], lang) for gap in outcome.gaps]
                + [_misprint(plan, one, lang) for one in outcome.proofreading],
            }
        ],
        "results": [
            *(_result(plan, finding, index[finding.rule], lang) for finding in outcome.findings),
            *(
                {
                    **_result(plan, one.finding, index[one.finding.rule], lang),
                    "suppressions": [{"kind": "external", "justification": f"{one.reason} ({one.by})"}],
                }
                for one in outcome.suppressed
            ),
        ],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(state: RuleState, lang: Lang) -> dict[str, Any]:
    manual = state.manual or state.title.of(lang)
    tolerance = {} if state.tolerance is None else {"tolerance": state.tolerance.record(lang)}
    return {
        "id": state.rule,
        "shortDescription": {"text": state.title.of(lang)},
        "fullDescription": {"text": manual.strip().split("\n\n")[0]},
        "help": {"text": manual.strip()},
        "properties": {"clause": state.clause, "status": state.status, **tolerance},
    }


def _gap(plan: Plan, gap: Gap, rule_index: int, lang: Lang) -> dict[str, Any]:
    return {
        "level": "note",
        "message": {"text": _message(f"{GAP.of(lang)}: {gap.message.of(lang)}")},
        "associatedRule": {"id": gap.rule, "index": rule_index},
        "locations": [_location(plan, (gap.subject,))],
        "properties": {"kind": "gap", "remedy": gap.remedy.of(lang), "source": gap.source},
    }


def _misprint(plan: Plan, one: Misprint, lang: Lang) -> dict[str, Any]:
    return {
        "level": "note",
        "message": {"text": _message(f"{PROOFREADING.of(lang)}: {one.told(lang)}")},
        "locations": [_location(plan, (f"clause:{one.clause}",))],
        "properties": {"kind": "proofreading", **one.record(lang)},
    }


def _location(plan: Plan, subjects: tuple[str, ...]) -> dict[str, Any]:
    """The first subject, and the row of the first that has one."""
    kind, _, _ = subjects[0].partition(":")
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": subjects[0], "kind": kind}]}
    place = next(filter(None, (locate(plan, subject) for subject in subjects)), None)
    if place:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": _uri(place.file)},
            "region": {"startLine": place.line},
        }
    return location


def _result(plan: Plan, finding: Finding, rule_index: int, lang: Lang) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding.message.of(lang))},
        "locations": [_location(plan, finding.subjects)],
        "partialFingerprints": {"ruleAndSubject/v1": f"{finding.rule}/{finding.key}"},
        "properties": {
            "clause": finding.clause,
            "reading": finding.reading.of(lang),
            "remedy": finding.remedy.of(lang),
            "values": finding.values,
        },
    }


def _message(text: str) -> str:
    """Text without links: the format makes links of `[text](address)` even in plain text (SARIF 2.1.0, 3.11.6)."""
    return visible(text).replace("](", "] (")


def _uri(file: str) -> str:
    """A relative reference for a file below the current folder, else a file URI: SARIF allows no bare absolute path."""
    return Path(file).as_uri() if Path(file).is_absolute() else quote(file)
