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
@click.option("--sheet-number", default="", metavar="TEXT", help="For the title block. 图号。")
@click.option("--review-number", default="", metavar="TEXT", help="Number of the map's approval. 审图号。")
@click.option("--drawn-by", default="", metavar="TEXT", help="Who drew the sheet. 编制单位。")
@click.option("--date", "drawn_on", default=None, metavar="DATE", help="Of drawing, today if not given. 制图日期。")
@rules_option
@ledger_options
@plan_option
def command(
    output: Path,
    size: str,
    sheet_number: str,
    review_number: str,
    drawn_by: str,
    drawn_on: str | None,
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

    What no option states is taken from the plan folder's datapackage.json (sheet_number, review_number, drawn_by),
    else left blank to be filled in. The same plan, options and date give the same bytes.

    \b
    Example:
      yzgeo board -o board.pdf
      yzgeo board -o board.html --size A1 --parcels ledger.gpkg --lang en
      yzgeo board -o board.pdf --sheet-number 图1 --date 2026-01-05
    """
    import datetime
    import time

    from yzgeo.publish.board.board import TitleBlock
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
    started = time.monotonic()
    date = datetime.date.today().isoformat() if drawn_on is None else _day(drawn_on)
    title_block = TitleBlock(sheet_number, review_number, drawn_by, date)
    written = None if output == DASH else output
    is_pdf = suffix == PDF_SUFFIX
    if is_pdf:
        browser()  # there is no use in working for nothing
    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    refuse_inputs(written, [plan], [parcels, crs_text])
    chosen = next(name for name in SIZES if name == size)
    page = render(build_context(plan, lang, rule_packs=rule_packs), chosen, title_block).encode("utf-8")
    deliver(print_page(page, date) if is_pdf else page, written)
    if written is not None:
        seconds = f"{time.monotonic() - started:.1f}"
        say(Text(f"已写 {written}，用时 {seconds} 秒", f"wrote {written} in {seconds} s").of(lang))


def _day(text: str) -> str:
    """A day as ISO 8601 has it."""
    import datetime

    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError(
            Text(f"“{text}”不是日期", f"'{text}' is not a date"),
            Text("写成 2026-01-05 这样的日期", "write a date like 2026-01-05"),
            parameter=Parameter("date"),
        ) from error
