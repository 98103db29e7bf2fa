"""The command `stats`: land-use and project statistics."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.option_names import shown
from yzgeo.cli.options import (
    deliver,
    form_of,
    format_option,
    ledger_options,
    output_option,
    plan_option,
    refuse_inputs,
    say,
    show,
    with_ledger,
)
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text

FORMATS = "yzgeo.stats.formats"


@click.command("stats")
@format_option(FORMATS)
@click.option("--full", is_flag=True, help="All tables instead of the summary, as --format text prints. 打印全部表格。")
@output_option
@ledger_options
@plan_option
def command(
    form: str | None,
    full: bool,
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
    """Land-use and project statistics of a plan: a summary of one screen, or all tables.

    用地与项目统计：不加选项时为一屏摘要，--full 为全部表格。

    \b
    Example:
      yzgeo stats
      yzgeo stats --full
      yzgeo stats -o statistics.xlsx
      yzgeo stats --parcels ledger.gpkg --as-of 2025-06-30
    """
    from yzgeo.stats import recovery, screen
    from yzgeo.stats.collect import collect

    summary = form is None and output is None and not full
    form = form or form_of(output, FORMATS)
    renderer = plugins.load(FORMATS, form)
    if renderer.BINARY and output is None:
        raise InputError(
            Text(f"{form} 是二进制格式", f"{form} is a binary format"),
            Text("用 -o 给出文件名", "name a file with -o"),
        )
    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    refuse_inputs(output, [plan], [parcels, crs_text])
    remark = recovery.missing_status(plan) if len(plan.parcels) else recovery.no_ledger(plan)
    if remark is not None:
        say(shown(remark, lang))
    statistics = collect(plan)
    recovered = statistics["land_recovery"]
    if recovered["parcels"] and recovered["parcels_counted"] < recovered["parcels"] and remark is None:
        uncounted = recovered["parcels"] - recovered["parcels_counted"]
        uncounted_note = Text(
            f"台账有 {uncounted:,} 行未计入（状态不明、编号重复、同一土地或没有面积）：yzgeo check --parcels 逐条列出",
            f"{uncounted:,} rows of the ledger are not counted (an unknown status, a repeated number, the same land, no area): "
            "yzgeo check --parcels lists them",
        )
        say(uncounted_note.of(lang))
    if summary:
        show(screen.render(plan, statistics, lang).rstrip("\n"))
        more = Text(
            "全部表格：yzgeo stats --full；工作簿：-o statistics.xlsx",
            "all tables: yzgeo stats --full; a workbook: -o statistics.xlsx",
        )
        say(more.of(lang))
    else:
        deliver(renderer.render(statistics, lang), output)
