"""The command `diff`: compare two plans."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import deliver, form_of, format_option, lang_option, output_option, refuse_inputs
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang

FORMATS = "yzgeo.diff.formats"


@click.command("diff")
@click.argument("old_name", metavar="OLD")
@click.argument("new_name", metavar="NEW")
@format_option(FORMATS)
@output_option
@lang_option
def command(old_name: str, new_name: str, form: str | None, output: Path | None, lang: Lang) -> None:
    """What changed from one plan to another: folders, or names of built-in plans.

    对比两份规划：片区、面积、园区、产业、项目、目标与范围的增减。

    \b
    Example:
      yzgeo diff plan-2021 plan-2023
      yzgeo diff plan-2021 plan-2023 -o outlines.geojson
    """
    from yzgeo.diff.compare import compare
    from yzgeo.plan.load import load

    renderer = plugins.load(FORMATS, form or form_of(output, FORMATS))
    old, new = load(old_name), load(new_name)
    refuse_inputs(output, [old, new])
    deliver(renderer.render(old, new, compare(old, new), lang).encode("utf-8"), output)
