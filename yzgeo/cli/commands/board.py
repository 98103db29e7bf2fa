"""The command `board`: one sheet for a meeting."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import DASH, deliver, ledger_options, plan_option, refuse_inputs, rules_option, say, with_ledger
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Lang, Text

PAGE_SUFFIXES = (".html", ".htm")
PDF_SUFFIX = ".pdf"


@click.command("board")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("board.pdf"),
    show_default=True,
    help="File to write: .pdf, or .html to print by hand. 输出文件。",
)
@click.option(
    "--size", type=click.Choice(["A3", "A1"]), default="A3", show_default=True, help="Size of the paper. 纸张。"
)
@rules_option
@ledger_options
@plan_option
def command(
    output: Path,
    size: str,
    rule_packs: tuple[str, ...],
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
    """Write one composed sheet for a meeting: map, figures, progress, zones, industries, findings.

    生成一览图：一页纸上的地图、数字、进度、片区、产业与检查发现。

    \b
    Example:
      yzgeo board -o board.pdf
      yzgeo board -o board.html --size A1 --parcels ledger.gpkg --lang en
    """
    import datetime

    from yzgeo.publish.board.render import SIZES, render
    from yzgeo.publish.context import build_context
    from yzgeo.publish.pdf import browser, print_page

    suffix = output.suffix.lower()
    if output != DASH and suffix not in (PDF_SUFFIX, *PAGE_SUFFIXES):
        raise InputError(
            Text(f"一览图不能写成“{output.name}”", f"a sheet cannot be written as '{output.name}'"),
            Text("文件名以 .pdf 或 .html 结尾", "end the name with .pdf or .html"),
            parameter=Parameter("output"),
        )
    written = None if output == DASH else output
    is_pdf = suffix == PDF_SUFFIX
    if is_pdf:
        browser()  # there is no use in working for nothing
    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    refuse_inputs(written, [plan], [parcels, crs_text])
    today = datetime.date.today()
    chosen = next(name for name in SIZES if name == size)
    page = render(build_context(plan, lang, rule_packs=rule_packs), chosen, today).encode("utf-8")
    deliver(print_page(page, today.isoformat()) if is_pdf else page, written)
    if written is not None:
        say(Text(f"已写 {written}", f"wrote {written}").of(lang))
