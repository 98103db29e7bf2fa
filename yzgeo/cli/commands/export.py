"""The command `export`: one layer for another GIS, or the whole plan as a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import load_plan, plan_option, refuse_inputs, say
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text

FORMATS = "yzgeo.export.formats"
PLAN = "plan"
"""Not a layer: the tables of the plan."""
ENDING = ".xlsx"


@click.command("export")
@click.argument("layer", type=click.Choice([*plugins.names("yzgeo.layers"), PLAN]))
@click.option(
    "-o",
    "--output",
    metavar="FILE|ADDRESS",
    required=True,
    help="File to write, its ending names the format; or postgresql://user@host/db?table=NAME. 输出文件或数据库。",
)
@click.option(
    "--crs",
    "crs_text",
    metavar="EPSG:…",
    help="CRS to write in: EPSG code, WKT, PROJ string or .prj file. 目标坐标系。",
)
@click.option(
    "--format",
    "form",
    metavar="NAME",
    help=f"Format; the file's ending must be one of it. 格式，须与扩展名相符：{', '.join(plugins.names(FORMATS))}",
)
@click.option(
    "--if-exists",
    type=click.Choice(["fail", "replace", "append"]),
    help="What to do with what is there already (files: replace; tables: fail). 已存在时如何处理。",
)
@plan_option
def command(
    layer: str,
    output: str,
    crs_text: str | None,
    form: str | None,
    if_exists: str | None,
    plan_name: str | None,
    lang: Lang,
) -> None:
    """Write one layer for another GIS or into a database; `plan`: all tables as one workbook to fill in.

    把一个图层导出给其他 GIS 或数据库；plan：整个规划的表，导出为一个可填写的工作簿（用 import plan 取回）。

    \b
    Example:
      yzgeo export zones -o zones.gpkg
      yzgeo export zones -o zones.shp --crs EPSG:4549
      yzgeo export projects -o postgresql://me@localhost/plan --if-exists replace
      yzgeo export plan -o plan.xlsx --plan my-plan
    """
    from yzgeo.export.export import export as export_one
    from yzgeo.export.export import refuse_address

    refuse_address(output)  # before it is shown as the name of a file
    plan = load_plan(plan_name, lang)
    if "://" not in output:
        refuse_inputs(Path(output), [plan], [crs_text])
    if layer == PLAN:
        _export_workbook(plan.folder, Path(output), crs_text, form, if_exists, lang)
        return
    for remark in export_one(plan, layer, output, crs_text, form, if_exists, lang):
        say(remark.of(lang))


def _export_workbook(
    folder: Path, output: Path, crs_text: str | None, form: str | None, if_exists: str | None, lang: Lang
) -> None:
    from yzgeo.core.atomic_write import write_bytes
    from yzgeo.export.export import refuse_existing
    from yzgeo.plan.workbook import write

    if crs_text is not None:
        raise InputError(
            Text("规划的表没有坐标系可换", "the tables of a plan have no CRS to change"),
            Text("去掉 --crs", "leave --crs out"),
        )
    if output.suffix.lower() != ENDING or form not in (None, ENDING.removeprefix(".")):
        raise InputError(
            Text("规划的表只导出为工作簿", "the tables of a plan are exported as a workbook only"),
            Text(
                f"输出文件名以 {ENDING} 结尾，不指明其他格式",
                f"give an output that ends in {ENDING}, and no other format",
            ),
            file=str(output),
        )
    refuse_existing(output, if_exists)
    write_bytes(output, write.content(folder, lang))
    say(Text(f"已写 {output}", f"wrote {output}").of(lang))
