"""The list of findings to be put right (整改清单), to be handed out and filled in: by consequence, warnings first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yzgeo.checks.finding import Finding, Outcome
from yzgeo.checks.proofreading import with_sic
from yzgeo.core import labels
from yzgeo.core.i18n import Lang, Text, counted, plain
from yzgeo.plan.model import Plan
from yzgeo.publish.board.svg import LAG, TEXT2
from yzgeo.publish.context import BuildContext
from yzgeo.publish.office.document import Cell, Column, Run, blank, cell, content, mark_runs, paragraph, table
from yzgeo.publish.report import schedule
from yzgeo.stats import recovery

if TYPE_CHECKING:
    from docx.document import Document

TITLE = Text("整改清单", "List of findings")
NO_FINDINGS = Text("不是规划的问题，不计入", "no fault of the plan, not counted")
NOT_COUNTED = Text(f"（{NO_FINDINGS.zh}）", f" ({NO_FINDINGS.en})")
WIDTHS = (17.0, 100.0, 58.0, 40.0, 22.0, 20.0)
MOST = 2_000
"""Most rows: a ledger of a million parcels may give as many findings."""
HINT = Text("提示", "hint")
MOST_CLAUSES = 6
"""Of a cell: a row of thirty clauses is higher than a page. The workbook of findings has them all."""
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
    """How many warnings and hints there are, and how much the data lack."""
    graver = len(outcome.at_least("warning"))
    lighter = len(outcome.findings) - graver
    lacking = len(outcome.gaps)
    gaps = Text("", "")
    if lacking:
        gaps = Text(
            f"另有{schedule.GAPS.zh} {lacking} 项，{NO_FINDINGS.zh}。",
            f" {schedule.GAPS.en}: {lacking}, {NO_FINDINGS.en}.",
        )
    if not outcome.findings:
        return Text(f"规则检查没有发现。{gaps.zh}", f"The rules found nothing.{gaps.en}")
    return Text(
        f"{graver} 条警告、{lighter} 条提示；按后果轻重分类，各类警告在前。{gaps.zh}",
        f"{counted(graver, 'warning')} and {counted(lighter, 'hint')}: by consequence, warnings first.{gaps.en}",
    )


def write_consequences(document: Document, outcome: Outcome, lang: Lang) -> None:
    """How many warnings and hints fall on what, and what the data lack, which is neither."""
    groups = schedule.groups(outcome)
    rows = [
        [
            cell(_headed(group.number, group.title, lang), bold=True),
            cell(f"{group.warnings}", "right", bold=True, colour=LAG if group.warnings else None),
            cell(f"{group.hints}", "right"),
        ]
        for group in groups
    ]
    if len(groups) > 1:
        graver = len(outcome.at_least("warning"))
        rows.append(
            [
                cell(Text("合计", "Total").of(lang), bold=True),
                cell(f"{graver}", "right", bold=True, colour=LAG if graver else None),
                cell(f"{len(outcome.findings) - graver}", "right", bold=True),
            ]
        )
    if outcome.gaps:
        lacking = Text(f"{len(outcome.gaps)} 项，不计入", f"{len(outcome.gaps)}, not counted").of(lang)
        rows.append(
            [cell(_headed(len(groups) + 1, schedule.GAPS, lang), bold=True), Cell([[Run(lacking)]], "right", across=2)]
        )
    if rows:
        columns = [
            Column(Text("后果", "Consequence").of(lang), 90.0),
            Column(Text("警告", "Warnings").of(lang), 22.0, "right"),
            Column(Text("提示", "Hints").of(lang), 22.0, "right"),
        ]
        table(document, columns, rows)


def _headed(number: int, title: Text, lang: Lang) -> str:
    """The title of a group with its number, which begins those of its rows."""
    head = schedule.numbered(number, 0, 0, lang).rpartition("-" if lang == "zh" else ".")[0]
    return head + Text("　", " ").of(lang) + title.of(lang)


def write_findings(document: Document, plan: Plan, outcome: Outcome, lang: Lang, widths: tuple[float, ...]) -> None:
    """The table of findings, and of what the data lack: the last two columns are to be filled in.

    Groups and numbers are those of the report.
    """
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
    groups = schedule.groups(outcome)
    for group in groups:
        rows.append([_group(_headed(group.number, group.title, lang), len(columns))])
        for item in group.items:
            of_item = [item.finding] if item.plot is None else [finding for finding, _ in item.plot.points]
            for number, finding in enumerate(of_item, start=item.first):
                number_words = schedule.numbered(group.number, number, number, lang)
                rows.append(
                    [_number(number_words, finding, lang), *_finding(finding, plan, outcome, lang), *TO_FILL_IN]
                )
        for rule, total, _ in group.left_out:
            title = next((state.title for state in outcome.rules if state.rule == rule), plain(rule))
            rows.append([_group(_left_out(title, total).of(lang), len(columns))])
    if outcome.gaps:
        lacking = _headed(len(groups) + 1, schedule.GAPS, lang) + NOT_COUNTED.of(lang)
        rows.append([_group(lacking, len(columns))])
    for number, gap in enumerate(outcome.gaps[:MOST], start=1):
        words = [cell(gap.message.of(lang)), cell(gap.remedy.of(lang) or UNKNOWN), clauses(plan, gap.source, lang)]
        rows.append([cell(schedule.numbered(len(groups) + 1, number, number, lang)), *words, *TO_FILL_IN])
    if len(outcome.gaps) > MOST:
        rows.append([_group(_left_out(schedule.GAPS, len(outcome.gaps)).of(lang), len(columns))])
    if rows:
        table(document, columns, rows)


def _left_out(title: Text, total: int) -> Text:
    """What is said of rows that are too many for a document."""
    return Text(
        f"{title.zh}：共 {total} 处，未全列，见 data/findings.xlsx",
        f"{title.en}: {total} in all, not all listed: see data/findings.xlsx",
    )


def _group(words: str, across: int) -> Cell:
    return Cell([[Run(words, True, sans=True)]], across=across, ground="#F4F3EF")


def _number(number: str, finding: Finding, lang: Lang) -> Cell:
    """The number of a row, and whether it is a warning."""
    colour = TEXT2 if finding.severity == "info" else LAG
    return Cell(
        [[Run(number, True)], [Run(severity_word(finding.severity).of(lang), colour=colour, size=8.0, sans=True)]]
    )


def severity_word(severity: str) -> Text:
    """A severity by the word that sums of findings have for it.

    >>> print(severity_word("info").en, severity_word("warning").en)
    hint warning
    """
    return HINT if severity == "info" else labels.word(severity)


def _finding(finding: Finding, plan: Plan, outcome: Outcome, lang: Lang) -> list[Cell]:
    """Problem, proposal and clause; what rests on an invented ledger says so in its words."""
    runs = [[Run(with_sic(schedule.bare(finding.message), outcome.proofreading).of(lang))]]
    if finding.reading.of(lang):
        dot = Text("：", ": ").of(lang)
        runs.append([Run(f"{Text('读法', 'reading').of(lang)}{dot}{finding.reading.of(lang)}", colour=TEXT2, size=8.0)])
    if schedule.is_invented(finding, recovery.is_invented(plan)):
        runs[0] = [*mark_runs(plan, lang), Run(" "), *runs[0]]
    return [Cell(runs), cell(finding.remedy.of(lang) or UNKNOWN), clauses(plan, finding.clause, lang)]


def clauses(plan: Plan, source: str, lang: Lang, most: int = MOST_CLAUSES) -> Cell:
    """The first clauses of a text in the reader's language, and how many there are if there are more."""
    names = list(dict.fromkeys(plan.place(part.strip()).of(lang) for part in source.split("；") if part.strip()))
    words = Text("；", "; ").of(lang).join(names[:most])
    if len(names) > most:
        words += Text(f" 等 {len(names)} 处", f", {len(names)} in all").of(lang)
    return cell(words or UNKNOWN, colour=TEXT2)
