"""Findings as text, grouped by rule; what was not checked is shown as prominently as findings."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text as RichText

from yzgeo.checks.finding import NOT_CHOSEN, Finding, Outcome, RuleState, left_out_note
from yzgeo.checks.summary import summary
from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.labels import PERHAPS, REMEDY, TOLERANCE
from yzgeo.core.visible_text import one_line
from yzgeo.facts.cite import named, parts
from yzgeo.plan.model import Plan

SUFFIXES = (".txt",)

COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}
MARKS = {"passed": "✓", "found": "✗", "not_checked": "?", "skipped": "-"}
EXCUSED = Text("已豁免：", "excused: ")
READING = Text("读法", "reading")
ALSO_NOT_CHECKED = Text("另有未检查：", "also not checked: ")
COLON = Text("：", ": ")
CLAUSE = Text("条文", "clause")
GAPS = Text(
    "数据缺口（手头数据所缺，不是规划的问题，不计入发现）",
    "gaps in the data at hand (no fault of the plan, not counted)",
)
PROOFREADING = Text(
    "校对（疑似错漏字，不计入发现）", "proof-reading (suspected misprints, not counted among the findings)"
)
UNUSED = Text("suppressions.csv 中无所豁免的行：", "rows of suppressions.csv that excuse nothing: ")


def render(plan: Plan, outcome: Outcome, lang: Lang, *, colour: bool = False) -> str:
    """One block per rule, those with the gravest findings first, then a line of counts.

    Lines are not wrapped, since terminals wrap Chinese better.
    """
    printed = io.StringIO()
    console = Console(
        file=printed,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        soft_wrap=True,
        legacy_windows=False,
    )
    console.print(_line(plan.title(lang), "bold"))
    skipped = [state.rule for state in outcome.rules if state.reason == NOT_CHOSEN]
    gravest = list(dict.fromkeys(finding.rule for finding in outcome.findings))
    last = len(gravest)
    for state in sorted(outcome.rules, key=lambda one: gravest.index(one.rule) if one.rule in gravest else last):
        if state.rule not in skipped:
            rule_findings = [finding for finding in outcome.findings if finding.rule == state.rule]
            count = sum(finding.rule == state.rule for finding in outcome.counted)
            _print_rule(console, plan, state, rule_findings, count, left_out_note(outcome, state.rule), lang)
    if skipped:
        names = f"{MARKS['skipped']} {labels.value('skipped', lang)}: {', '.join(skipped)}"
        console.print("", _line(names, "dim"), sep="\n")
    colon = COLON.of(lang)
    if outcome.gaps:
        console.print("", _line(GAPS.of(lang), "bold"), sep="\n")
        for gap in outcome.gaps:
            console.print(
                _line(f"  {gap.subject}  {gap.message.of(lang)}  {REMEDY.of(lang)}{colon}{gap.remedy.of(lang)}", "dim")
            )
    if outcome.proofreading:
        console.print("", _line(PROOFREADING.of(lang), "bold"), sep="\n")
        for misprint in outcome.proofreading:
            words = f"  {plan.place(misprint.clause).of(lang)}  …{misprint.printed}…  {PERHAPS.of(lang)}{colon}{misprint.suspected}"
            console.print(_line(f"{words}  ({misprint.reason.of(lang)})", "dim"))
    if outcome.unused:
        unused = ", ".join(f"{rule} {subject}" for rule, subject in outcome.unused)
        console.print("", _line(f"{UNUSED.of(lang)}{unused}", "magenta"), sep="\n")
    console.print("", _line(summary(outcome, lang), "bold"), sep="\n")
    return printed.getvalue()


def _print_rule(
    console: Console, plan: Plan, state: RuleState, findings: list[Finding], count: int, more: list[Text], lang: Lang
) -> None:
    """A rule with the findings that are listed, of `count` in all."""
    found = f" {count:,}" if count else ""
    heading = f"{MARKS[state.status]} {state.rule}  {state.title.of(lang)}  [{labels.value(state.status, lang)}{found}]"
    console.print("", _line(heading, "bold"), sep="\n")
    console.print(_line(f"  {CLAUSE.of(lang)} {_clause(plan, state.clause, lang)}", "dim"))
    if state.tolerance is not None:
        console.print(_line(f"  {TOLERANCE.of(lang)} {state.tolerance.described(lang)}", "dim"))
    for finding in findings:
        _print_finding(console, plan, finding, lang)
    for text in more:
        console.print(_line(f"  {text.of(lang)}", "magenta"))
    if state.reason.of(lang):
        also = "" if state.status == "not_checked" else ALSO_NOT_CHECKED.of(lang)
        console.print(_line(f"  {also}{state.reason.of(lang)}", "magenta"))
    if state.excused.of(lang):
        console.print(_line(f"  {EXCUSED.of(lang)}{state.excused.of(lang)}", "magenta"))


def _clause(plan: Plan, clause: str, lang: Lang) -> str:
    return clause if lang == "zh" else "; ".join(dict.fromkeys(named(plan, tuple(parts(clause)), lang)))


def _print_finding(console: Console, plan: Plan, finding: Finding, lang: Lang) -> None:
    severity = str(labels.value(finding.severity, lang))
    line = RichText("  ")
    line.append(severity, style=COLOURS[finding.severity])
    line.append(one_line(f"  {finding.key}  {finding.message.of(lang)}"))
    console.print(line)
    colon, semicolon = COLON.of(lang), "；" if lang == "zh" else "; "
    details = [f"{CLAUSE.of(lang)} {_clause(plan, finding.clause, lang)}"]
    for label, text in ((READING, finding.reading.of(lang)), (REMEDY, finding.remedy.of(lang))):
        if text and text not in finding.message.of(lang):
            details.append(f"{label.of(lang)}{colon}{text}")
    console.print(_line("      " + semicolon.join(details), "dim"))


def _line(text: str, style: str) -> RichText:
    return RichText(one_line(text), style=style)
