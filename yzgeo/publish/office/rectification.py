"""The list of findings to be put right (整改清单), to be handed out and filled in: warnings first, by consequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yzgeo.checks.finding import CONSEQUENCES, Finding, Outcome
from yzgeo.checks.proofreading import with_sic
from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text, counted
from yzgeo.plan.model import Plan
from yzgeo.publish.board.svg import LAG, TEXT2
from yzgeo.publish.context import BuildContext
from yzgeo.publish.office.document import Cell, Column, Run, blank, cell, content, mark_runs, paragraph, table
from yzgeo.publish.report.schedule import TITLES

if TYPE_CHECKING:
    from docx.document import Document

TITLE = Text("整改清单", "List of findings")
GAPS = Text("待补资料（不是规划的问题，不计入）", "Data that are lacking: no fault of the plan, not counted")
WIDTHS = (14.0, 103.0, 58.0, 40.0, 22.0, 20.0)
MOST = 2_000
"""Most rows: a ledger of a million parcels may give as many findings."""
UNKNOWN = "—"
TO_FILL_IN = (Cell([], ruled=True), Cell([], ruled=True))


def render(context: BuildContext) -> bytes:
    """The list as a document in landscape, with the whole of what the rules found.

    >>> import io, docx
    >>> from yzgeo.plan.load import load
    >>> from yzgeo.publish.context import build_context
    >>> document = docx.Document(io.BytesIO(render(build_context(load("yinzhou"), "zh"))))
    >>> print([cell.text for cell in document.tables[-1].rows[0].cells])
    ['序号', '问题与依据', '建议', '条文', '责任科室', '办结时间']
    """
    plan, outcome, lang = context.plan, context.outcome, context.lang
    document = blank(plan, lang, TITLE.of(lang), landscape=True)
    paragraph(document, TITLE.of(lang), "Heading 1")
    paragraph(document, summary(outcome).of(lang))
    write_consequences(document, outcome, lang)
    write_findings(document, plan, outcome, lang, WIDTHS)
    return content(document)


def summary(outcome: Outcome) -> Text:
    """How many warnings and hints there are."""
    graver = len(outcome.at_least("warning"))
    lighter = len(outcome.findings) - graver
    if not outcome.findings:
        return Text("规则检查没有发现。", "The rules found nothing.")
    return Text(
        f"{graver} 条警告、{lighter} 条提示；警告在前，各按后果轻重排列。",
        f"{counted(graver, 'warning')} and {counted(lighter, 'hint')}: warnings first, each by consequence.",
    )


def write_consequences(document: Document, outcome: Outcome, lang: Lang) -> None:
    """How many warnings and hints fall on what."""
    rows = []
    for one in CONSEQUENCES:
        found = [finding for finding in outcome.findings if finding.consequence == one]
        graver = sum(finding.severity != "info" for finding in found)
        if found:
            name = cell(TITLES[one].of(lang), bold=True)
            rows.append(
                [name, cell(f"{graver}", "right", bold=True, colour=LAG), cell(f"{len(found) - graver}", "right")]
            )
    if rows:
        columns = [
            Column(Text("后果", "Consequence").of(lang), 90.0),
            Column(Text("警告", "Warnings").of(lang), 22.0, "right"),
            Column(Text("提示", "Hints").of(lang), 22.0, "right"),
        ]
        table(document, columns, rows)


def write_findings(document: Document, plan: Plan, outcome: Outcome, lang: Lang, widths: tuple[float, ...]) -> None:
    """The table of findings, and of what the data lack: the last two columns are to be filled in."""
    headings = (
        Text("序号", "No."),
        Text("问题与依据", "Problem and evidence"),
        Text("建议", "Proposal"),
        Text("条文", "Clause"),
        Text("责任科室", "Responsible"),
        Text("办结时间", "Done on"),
    )
    columns = [Column(words.of(lang), wide) for words, wide in zip(headings, widths, strict=True)]
    rows: list[list[Cell]] = []
    group = None
    for number, finding in enumerate(outcome.findings[:MOST], start=1):
        if group != (group := (finding.severity, finding.consequence)):
            rows.append([_group(finding, lang, len(columns))])
        rows.append([cell(f"{number}"), *_finding(finding, plan, outcome, lang), *TO_FILL_IN])
    if outcome.gaps:
        rows.append([Cell([[Run(GAPS.of(lang), True, sans=True)]], across=len(columns), ground="#F4F3EF")])
    for number, gap in enumerate(outcome.gaps[:MOST], start=1):
        sources = clauses(plan, gap.source, lang)
        words = [cell(gap.message.of(lang)), cell(gap.remedy.of(lang) or UNKNOWN), sources]
        rows.append([cell(f"{Text('补', 'D').of(lang)}{number}"), *words, *TO_FILL_IN])
    if rows:
        table(document, columns, rows)
    left = len(outcome.findings) + len(outcome.gaps) - min(len(outcome.findings), MOST) - min(len(outcome.gaps), MOST)
    if left:
        paragraph(
            document,
            Text(f"另有 {left} 条未列，见 data/findings.xlsx。", f"{left} more are in data/findings.xlsx.").of(lang),
        )


def _group(finding: Finding, lang: Lang, across: int) -> Cell:
    severity = str(labels.value(finding.severity, lang))
    name = TITLES[finding.consequence].of(lang)
    colour = TEXT2 if finding.severity == "info" else LAG
    dot = Text("：", ": ").of(lang)
    return Cell(
        [[Run(f"{severity}{dot}", True, colour, sans=True), Run(name, True, sans=True)]],
        across=across,
        ground="#F4F3EF",
    )


def _finding(finding: Finding, plan: Plan, outcome: Outcome, lang: Lang) -> list[Cell]:
    """Problem, proposal and clause; what rests on an invented ledger says so in its words."""
    runs = [[Run(with_sic(finding.message, outcome.proofreading).of(lang))]]
    if finding.reading.of(lang):
        dot = Text("：", ": ").of(lang)
        runs.append([Run(f"{Text('读法', 'reading').of(lang)}{dot}{finding.reading.of(lang)}", colour=TEXT2, size=8.0)])
    if finding.subject.startswith("parcel") and (mark := mark_runs(plan, lang)):
        runs[0] = [*mark, Run(" "), *runs[0]]
    return [Cell(runs), cell(finding.remedy.of(lang) or UNKNOWN), clauses(plan, finding.clause, lang)]


def clauses(plan: Plan, source: str, lang: Lang) -> Cell:
    """The clauses of a text in the reader's language."""
    parts = [plan.place(part.strip()).of(lang) for part in source.split("；") if part.strip()]
    return cell(Text("；", "; ").of(lang).join(dict.fromkeys(parts)) or UNKNOWN, colour=TEXT2)
