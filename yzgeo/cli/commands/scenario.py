"""The command `scenario`: which parcels to redevelop to reach a target."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from yzgeo.cli.options import (
    finite,
    ledger_options,
    plan_option,
    reading_options,
    refuse_inputs,
    say,
    show,
    with_ledger,
)
from yzgeo.core.i18n import Lang, Text

CHOOSE = "choose"
"""The command behind `yzgeo scenario PARCELS`, which needs no name of its own."""


class _Scenario(click.Group):
    """A group whose first command is meant where none is named: `yzgeo scenario ledger.gpkg -o out`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; what begins with no command is `choose`."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [CHOOSE, *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of `choose`, then the other commands."""
        self.commands[CHOOSE].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group("scenario", cls=_Scenario, subcommand_metavar="PARCELS -o DIR [OPTIONS] | new DIR | compare DIR…")
def command() -> None:
    """Choose which parcels of a ledger to redevelop, and when, to reach a target at least cost; how good it is, is proved.

    Costs, budgets by year, shares of zones and what takes the place stand in a folder of settings: `new` makes one.
    HiGHS searches; it tells how far from the best the answer can be at most, which demand binds, and, where nothing
    satisfies all of them, which contradict each other. Ctrl+C ends the search with the best so far.

    从台账中选出应腾出盘活的地块与年份，使代价最小并证明离最优至多差多少。成本、年度预算、片区份额等写在方案文件夹里（new 生成）；
    无解时列出互相矛盾的要求。按 Ctrl+C 取当时最好的结果。

    \b
    Example:
      yzgeo scenario ledger.gpkg -o scenario-1
      yzgeo scenario new my-scenario --parcels ledger.gpkg
      yzgeo scenario ledger.gpkg -o out --scenario my-scenario --by 2025 --max-cost 120000
      yzgeo scenario compare scenario-1 scenario-2
    """


@command.command(CHOOSE, hidden=True)
@click.argument("parcels", metavar="PARCELS", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR",
    help="Folder to write. 输出文件夹。",
)  # fmt: skip
@click.option(
    "--scenario", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="Folder of settings, as `yzgeo scenario new` makes it. 方案文件夹。",
)  # fmt: skip
@click.option("--target", type=click.FloatRange(min=0, min_open=True), callback=finite, metavar="MU",
              help="Land to be recovered in all, what is recovered already included (default: the plan's). 累计目标（亩）。")  # fmt: skip
@click.option(
    "--by",
    "last_year",
    type=click.IntRange(1949, 2200),
    metavar="YEAR",
    help="Last year (default: the plan's). 期末年份。",
)
@click.option(
    "--max-cost",
    type=click.FloatRange(min=0),
    callback=finite,
    metavar="10K_YUAN",
    help="Most that all may cost, in 万元. 总投入上限（万元）。",
)
@click.option("--gap", type=click.FloatRange(min=0, max=1), callback=finite, default=0.001, show_default=True,
              help="Share of the best at which the search ends. 与最优相差多少即可停止。")  # fmt: skip
@click.option("--time-limit", type=click.FloatRange(min=0, min_open=True), callback=finite, metavar="SECONDS",
              help="Longest search; with it two runs may differ. 最长求解时间。")  # fmt: skip
@click.option("--draws", type=click.IntRange(min=0), default=None, metavar="N",
              help="How often the choice is tried with costs moved by 10 % (default: 20 where it is quick). 稳定性试算次数。")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace files that were changed since. 覆盖改动过的文件。")
@reading_options
@plan_option
def choose(
    parcels: Path,
    output: Path,
    folder: Path | None,
    target: float | None,
    last_year: int | None,
    max_cost: float | None,
    gap: float,
    time_limit: float | None,
    draws: int | None,
    force: bool,
    mapped: tuple[str, ...],
    statuses: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    layer: str | None,
    datum: str | None,
    plan_name: str | None,
    lang: Lang,
) -> None:
    """Choose parcels of a ledger."""
    from yzgeo.publish.delivery import deliver
    from yzgeo.publish.scenario.figures import MANIFEST, figures
    from yzgeo.publish.scenario.folder import SHEET, files
    from yzgeo.publish.scenario.tables import conflict_rows
    from yzgeo.scenario import settings
    from yzgeo.scenario.result import run, verdict
    from yzgeo.stats import recovery

    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    refuse_inputs(output / MANIFEST, [plan], [parcels, crs_text])
    read = settings.read(plan, folder, target, last_year, max_cost)
    warning = recovery.warning(plan).of(lang)
    if warning:
        say(warning)
    result = run(plan, read, gap, time_limit, draws, _progress(lang), lambda text: say(text.of(lang)))
    for note in [*result.asked.candidates.assumptions, *(one.note for one in result.demands if one.note is not None)]:
        say(note.of(lang))
    inputs = [parcels, *(sorted(folder.iterdir()) if folder is not None else [])]
    deliver(files(result, lang), output, MANIFEST, inputs=inputs, force=force)
    show(verdict(result).of(lang))
    if result.conflict is not None:
        for row in conflict_rows(figures(result), lang):
            show(f"  - {row['demand']}" + (f" — {row['within_reach']}" if row["within_reach"] else ""))
    say(Text(f"已写 {output}，先看 {SHEET}", f"wrote {output}; begin with {SHEET}").of(lang))


def _progress(lang: Lang) -> Any:
    """Tell every few seconds how far the search is."""
    last = [0.0]

    def told(seconds: float, value: float | None, bound: float | None) -> bool:
        if seconds - last[0] >= 5 or seconds < last[0]:
            last[0] = seconds
            if value is None or bound is None:
                state = Text("还没有找到选法", "no choice found yet")
            else:
                gap = max(0.0, value - bound) / max(abs(value), 1e-12)
                state = Text(f"当前 {value:,.2f}，不可能低于 {bound:,.2f}，相差 {gap:.2%}",
                             f"now {value:,.2f}, cannot be below {bound:,.2f}, gap {gap:.2%}")  # fmt: skip
            say(Text(f"{seconds:.0f} 秒：{state.zh}", f"{seconds:.0f} s: {state.en}").of(lang))
        return True

    return told


@command.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@ledger_options
@plan_option
def new(
    folder: Path,
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
    """Make a folder of settings to fill in; with --parcels its tables have a row per parcel not yet recovered.

    生成待填的方案文件夹；给出 --parcels 时，表中已有每个未盘活地块的一行。

    \b
    Example:
      yzgeo scenario new my-scenario --parcels ledger.gpkg
    """
    from yzgeo.core.atomic_write import atomic_folder
    from yzgeo.plan.template import refuse_taken
    from yzgeo.scenario.template import files

    refuse_taken(folder)
    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    with atomic_folder(folder) as temporary:
        for name, content in files(plan).items():
            (temporary / name).write_bytes(content)
    say(Text(f"已建 {folder}：先改 scenario.toml，再填 candidates.csv 或 costs.csv",
             f"made {folder}: change scenario.toml, then fill in candidates.csv or costs.csv").of(lang))  # fmt: skip


@command.command("compare")
@click.argument("folders", metavar="DIR…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="File to write: .html, .csv, .xlsx or .json; else text. 写入文件。")  # fmt: skip
@plan_option
def compare(folders: tuple[Path, ...], output: Path | None, plan_name: str | None, lang: Lang) -> None:
    """Set scenarios that were written beside each other.

    把已生成的几个方案并排比较。

    \b
    Example:
      yzgeo scenario compare scenario-1 scenario-2 -o comparison.html
    """
    from yzgeo.cli.options import deliver
    from yzgeo.publish.scenario.comparison import render
    from yzgeo.publish.scenario.figures import read

    refuse_inputs(output, [], [folder / "scenario.json" for folder in folders])
    deliver(render([read(folder) for folder in folders], output, lang), output)
