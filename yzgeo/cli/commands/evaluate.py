"""The command `evaluate`: firms by what a mu yields."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import deliver, form_of, format_option, lang_option, mapping, output_option, say
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text

FORMATS = "yzgeo.stats.formats"


@click.command("evaluate")
@click.argument("firms", type=click.Path(exists=True, path_type=Path))
@click.option("--standard", metavar="NAME|FILE", help="Published standard, or a CSV file of your own. 评价办法。")
@click.option(
    "--classes",
    metavar="NAME|A,B,C",
    help="Shares of the classes: of a standard that has some, or per cents such as 25,70,95. 分档。",
)
@click.option("--size", type=click.Choice(["规上", "规下"]), help="Size of all firms, without a column of it. 规模。")
@click.option("--layer", metavar="NAME", help="Sheet, of several. 工作表。")
@click.option(
    "--map", "mapped", multiple=True, metavar="OURS=THEIRS", help="Name of a column, 用地面积=占地（亩）. 列名对应。"
)
@format_option(FORMATS)
@output_option
@lang_option
def command(
    firms: Path,
    standard: str | None,
    classes: str | None,
    size: str | None,
    layer: str | None,
    mapped: tuple[str, ...],
    form: str | None,
    output: Path | None,
    lang: Lang,
) -> None:
    """Score and class firms by a published standard (亩均论英雄), and tell which classes 1 % would change.

    按公布的办法给企业计分、分类，并指出哪些分类系于 1% 之差。

    \b
    Example:
      yzgeo evaluate firms.xlsx --standard huangyan-2022 --classes 25,70,95
      yzgeo evaluate firms.csv --standard anhui-city --size 规下 -o classes.xlsx
    """
    from yzgeo.core.output_guard import refuse_output
    from yzgeo.stats.evaluation import firms as table
    from yzgeo.stats.evaluation import standard as standards
    from yzgeo.stats.evaluation import tables
    from yzgeo.stats.evaluation.evaluate import evaluate

    form = form or form_of(output, FORMATS)
    renderer = plugins.load(FORMATS, form)
    if renderer.BINARY and output is None:
        raise InputError(
            Text(f"{form} 是二进制格式", f"{form} is a binary format"),
            Text("用 -o 给出文件名", "name a file with -o"),
        )
    chosen = standards.standard(standard)
    letters = standards.classes(classes, chosen)
    if output is not None:
        own = [Path(standard)] if standard and Path(standard).is_file() else []
        refuse_output(output, [firms, *own])
    result = evaluate(table.read(firms, chosen, mapping(mapped), layer, size), chosen, letters)
    for remark in result.remarks:
        say(remark.of(lang))
    content = tables.record(chosen, letters, result, lang)
    if form == "json":
        deliver(renderer.render(content, lang), output)
    elif form == "csv":
        deliver(renderer.render_rows(tables.by_firm(content, lang), lang), output)
    else:
        deliver(renderer.render_tables(tables.tables(content, lang), lang), output)
