"""The command `check`: run the rules over a plan."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yzgeo.cli.options import (
    deliver,
    form_of,
    format_option,
    ledger_options,
    output_option,
    plan_option,
    refuse_inputs,
    rules_option,
    with_ledger,
)
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang

FORMATS = "yzgeo.checks.formats"
FOUND = 1
"""Exit code when there are findings."""


@click.command("check")
@format_option(FORMATS)
@click.option("--select", multiple=True, metavar="RULE,…", help="Run these rules only. 只运行这些规则。")
@click.option("--ignore", multiple=True, metavar="RULE,…", help="Leave these rules out. 不运行这些规则。")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="warning",
    show_default=True,
    help="Exit with 1 from this severity up. 达到此级别即以 1 退出。",
)
@rules_option
@output_option
@ledger_options
@plan_option
def command(
    form: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    rule_packs: tuple[str, ...],
    output: Path | None,
    parcels: Path | None,
    mapped: tuple[str, ...],
    statuses: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    layer: str | None,
    datum: str | None,
    plan_name: str | None,
    lang: Lang,
) -> None:
    """Run the rules over a plan; exit code 1 when it breaks one.

    用规则检查规划；有违反时退出码为 1。

    \b
    Example:
      yzgeo check --select leading-industries
      yzgeo check -o findings.json --fail-on never
      yzgeo check --rules our-rules
    """
    from yzgeo.checks.listing import listed, table
    from yzgeo.checks.packs.folder import files
    from yzgeo.checks.run import run
    from yzgeo.core.atomic_write import write_bytes

    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    refuse_inputs(output, [plan], [parcels, crs_text, *files(rule_packs)])
    outcome = run(plan, _split_names(select), _split_names(ignore), rule_packs)
    form = form or form_of(output, FORMATS, otherwise="text")
    renderer = plugins.load(FORMATS, form)
    found = outcome.at_least("error" if fail_on == "error" else "warning")
    beside = None if output is None else output.with_name(_table_name(output))
    outcome = listed(outcome, "" if beside is None else beside.name)
    if beside is not None and outcome.left_out:
        refuse_inputs(beside, [plan], [parcels, crs_text, *files(rule_packs)])
        write_bytes(beside, table(outcome, lang))
    terminal = {"colour": True} if form == "text" and output is None and sys.stdout.isatty() else {}
    deliver(renderer.render(plan, outcome, lang, **terminal).encode("utf-8"), output)
    if fail_on != "never" and found:
        sys.exit(FOUND)


def _table_name(output: Path) -> str:
    """The name of the table of all findings beside an output: `findings.parquet` by `findings.json`."""
    name = output.name.partition(".")[0]
    return f"{name}.parquet" if name == "findings" else f"{name}-findings.parquet"


def _split_names(options: tuple[str, ...]) -> list[str]:
    return [name.strip() for names in options for name in names.split(",") if name.strip()]
