"""The command `export`: one layer for another GIS."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import load_plan, plan_option, refuse_inputs, say
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang

FORMATS = "yzgeo.export.formats"


@click.command("export")
@click.argument("layer", type=click.Choice(plugins.names("yzgeo.layers")))
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
    """Write one layer for another GIS or into a database.

    把一个图层导出给其他 GIS 或数据库。

    \b
    Example:
      yzgeo export zones -o zones.gpkg
      yzgeo export zones -o zones.shp --crs EPSG:4549
      yzgeo export projects -o postgresql://me@localhost/plan --if-exists replace
    """
    from yzgeo.export.export import export as export_one
    from yzgeo.export.export import refuse_address

    refuse_address(output)  # before it is shown as the name of a file
    plan = load_plan(plan_name, lang)
    if "://" not in output:
        refuse_inputs(Path(output), [plan], [crs_text])
    for remark in export_one(plan, layer, output, crs_text, form, if_exists, lang):
        say(remark.of(lang))
