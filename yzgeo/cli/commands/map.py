"""The command `map`: the interactive map alone."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import DASH, deliver, load_plan, plan_option, refuse_inputs, say
from yzgeo.core.i18n import Lang, Text


@click.command("map")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("index.html"),
    show_default=True,
    help="File to write. 输出文件。",
)
@plan_option
def command(output: Path, plan_name: str | None, lang: Lang) -> None:
    """Write the interactive map alone: one file that works offline.

    只生成交互地图：单个文件，可离线打开。

    \b
    Example:
      yzgeo map -o yinzhou.html --lang en
    """
    from yzgeo.publish.context import build_context
    from yzgeo.publish.page.render import render

    written = None if output == DASH else output
    plan = load_plan(plan_name, lang)
    refuse_inputs(written, [plan])
    deliver(render(build_context(plan, lang)).encode("utf-8"), written)
    if written is not None:
        say(Text(f"已写 {written}", f"wrote {written}").of(lang))
