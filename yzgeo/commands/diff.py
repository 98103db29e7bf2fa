"""What changed between two plans."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo import plugins
from yzgeo.errors import InputError
from yzgeo.i18n import Lang, Text
from yzgeo.options import deliver, lang_option, output_option


@click.command("diff")
@click.argument("old_name", metavar="OLD")
@click.argument("new_name", metavar="NEW")
@click.option(
    "--format",
    "form",
    type=click.Choice(plugins.names("yzgeo.difference_formats")),
    default=None,
    help="How to print (default: by the file's ending, else text). 输出格式。",
)
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
    from yzgeo.changes import compare
    from yzgeo.plan import load

    endings = {one.SUFFIX: name for name, one in plugins.discover("yzgeo.difference_formats").items()}
    named = form or ("text" if output is None else endings.get(output.suffix.lower()))
    if named is None:
        suffix = "" if output is None else output.suffix
        raise InputError(
            Text(f"不认得扩展名“{suffix}”", f"the ending '{suffix}' is not known"),
            Text(f"用其一：{'、'.join(endings)}，或用 --format", f"use one of: {', '.join(endings)}, or --format"),
            file=str(output),
        )
    old, new = load(old_name), load(new_name)
    renderer = plugins.load("yzgeo.difference_formats", named)
    deliver(renderer.render(old, new, compare(old, new), lang).encode("utf-8"), output)
