"""The command `check`: run the rules over a plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    say,
    with_ledger,
)
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, Text

if TYPE_CHECKING:
    from yzgeo.checks.finding import Outcome

FORMATS = "yzgeo.checks.formats"
ALL = "all"
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
@click.option(
    "--must-check",
    multiple=True,
    metavar="RULE,…|all",
    help="Exit with 1, too, when the plan does not hold what one of these rules needs. 这些规则未能检查，也以 1 退出。",
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
    must_check: tuple[str, ...],
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

    A rule that the plan gives nothing to check by is told as not checked, which is no fault, and no pass either:
    --must-check makes it one.

    用规则检查规划；有违反时退出码为 1。规划中没有所需内容的规则列为“未检查”，不算违反，也不算通过；要算，用 --must-check。

    \b
    Example:
      yzgeo check --select leading-industries
      yzgeo check -o findings.json --fail-on never
      yzgeo check --rules our-rules
      yzgeo check --must-check leading-industries,zone-area
    """
    from yzgeo.checks.listing import listed, table
    from yzgeo.checks.packs.folder import files
    from yzgeo.checks.run import run
    from yzgeo.core.atomic_write import write_bytes

    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    refuse_inputs(output, [plan], [parcels, crs_text, *files(rule_packs)])
    outcome = run(plan, _split_names(select), _split_names(ignore), rule_packs)
    unchecked = _unchecked(outcome, _split_names(must_check))
    form = form or form_of(output, FORMATS, otherwise="text")
    renderer = plugins.load(FORMATS, form)
    found = outcome.at_least("error" if fail_on == "error" else "warning")
    beside = None if output is None else output.with_name(_table_name(output))
    outcome = listed(outcome, "" if beside is None else beside.name)
    if beside is not None and outcome.left_out:
        refuse_inputs(beside, [plan], [parcels, crs_text, *files(rule_packs)])
        write_bytes(beside, table(outcome, lang))
    own: dict[str, Any] = {}
    if form == "text" and output is None and sys.stdout.isatty():
        own = {"colour": True}
    elif form == "junit" and fail_on == "error":
        own = {"failing": ("error",)}  # what reads the file fails where the command does
    deliver(renderer.render(plan, outcome, lang, **own).encode("utf-8"), output)
    if unchecked:
        names = "、".join(unchecked), ", ".join(unchecked)
        say(Text(f"必须检查的规则未检查：{names[0]}", f"not checked, though they must be: {names[1]}").of(lang))
    if (fail_on != "never" and found) or unchecked:
        sys.exit(FOUND)


def _unchecked(outcome: Outcome, wanted: list[str]) -> list[str]:
    """The rules that must be checked and were not: of `all`, those left out on purpose are none."""
    status = {state.rule: state.status for state in outcome.rules}
    for name in wanted:
        if name != ALL and name not in status:
            raise plugins.unknown(name, [ALL, *status])
    of_all = [name for name, one in status.items() if one == "not_checked"] if ALL in wanted else []
    named = [name for name in wanted if status.get(name) in ("not_checked", "skipped")]
    return list(dict.fromkeys([*of_all, *named]))


def _table_name(output: Path) -> str:
    """The name of the table of all findings beside an output: `findings.parquet` by `findings.json`."""
    name = output.name.partition(".")[0]
    return f"{name}.parquet" if name == "findings" else f"{name}-findings.parquet"


def _split_names(options: tuple[str, ...]) -> list[str]:
    return [name.strip() for names in options for name in names.split(",") if name.strip()]
