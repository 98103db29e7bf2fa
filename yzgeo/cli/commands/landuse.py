"""The command `landuse`: area of each land-use class in each zone, and what became what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yzgeo.cli.option_names import shown
from yzgeo.cli.options import (
    deliver,
    form_of,
    format_option,
    load_plan,
    mapping,
    output_option,
    plan_option,
    refuse_inputs,
    say,
)
from yzgeo.cli.zones_file import read_zones, zones_options
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text, plain
from yzgeo.ledger.land_classes import SYSTEMS

if TYPE_CHECKING:
    from yzgeo.stats.landuse.run import Areas
    from yzgeo.stats.landuse.survey import Basis

FORMATS = "yzgeo.stats.landuse.formats"
OF_BEFORE = {"layer": "before_layer", "crs": "before_crs", "codes": "before_codes", "mapping": "before_mapping"}
"""The parameters of the earlier survey, by those of the other that are read likewise."""


@click.command("landuse")
@click.argument("survey", type=click.Path(path_type=Path))
@click.option("--before", type=click.Path(path_type=Path), metavar="SURVEY", help="An earlier survey. 较早的一次调查。")
@zones_options
@click.option(
    "--level",
    type=click.IntRange(1, 3),
    default=2,
    show_default=True,
    help="Level of the classes. 地类级别（1 一级、2 二级、3 三级）。",
)
@click.option(
    "--system",
    type=click.Choice(list(SYSTEMS)),
    help="System to tell the classes in (default: the survey's). 按哪一分类列出（默认同调查）。",
)
@click.option("--codes", type=click.Choice(list(SYSTEMS)), help="System of SURVEY's codes. 调查所用的分类。")
@click.option(
    "--before-codes", type=click.Choice(list(SYSTEMS)), help="System of the codes of --before. 较早调查所用的分类。"
)
@click.option(
    "--area",
    "basis",
    type=click.Choice(["registered", "drawn"]),
    help="Area that counts (default: registered where there is one). 按登记面积或图上面积计。",
)
@click.option("--layer", metavar="NAME", help="Layer of SURVEY, where it has several. 调查文件的图层。")
@click.option("--before-layer", metavar="NAME", help="Layer of --before. 较早调查的图层。")
@click.option("--map", "mapped", multiple=True, metavar="OURS=THEIRS", help="Column of SURVEY, code=地类. 列名对应。")
@click.option(
    "--before-map",
    "before_mapping",
    multiple=True,
    metavar="OURS=THEIRS",
    help="Column of --before, code=地类. 较早调查的列名对应。",
)
@click.option("--crs", "crs_text", metavar="EPSG:…", help="CRS of SURVEY; outweighs the file. 调查文件的坐标系。")
@click.option(
    "--datum",
    type=click.Choice(["gcj02", "bd09"]),
    help="Coordinates of SURVEY shifted as on Chinese web maps. 坐标有互联网地图偏移。",
)
@click.option("--before-crs", metavar="EPSG:…", help="CRS of --before. 较早调查的坐标系。")
@format_option(FORMATS)
@output_option
@plan_option
def command(
    survey: Path,
    before: Path | None,
    zones_file: Path | None,
    zone_id: str,
    zones_layer: str | None,
    level: int,
    system: str | None,
    codes: str | None,
    before_codes: str | None,
    basis: Basis | None,
    layer: str | None,
    before_layer: str | None,
    mapped: tuple[str, ...],
    before_mapping: tuple[str, ...],
    crs_text: str | None,
    datum: str | None,
    before_crs: str | None,
    form: str | None,
    output: Path | None,
    plan_name: str | None,
    lang: Lang,
) -> None:
    """Area of each land-use class in each zone; with --before, what became what.

    各片区各地类的面积；给出较早的调查（--before）时，另算地类变化。

    SURVEY is a layer of polygons with codes of land use, as the 三调 DLTB with its net areas. SURVEY
    为地类图斑图层（如三调 DLTB），净面积各列（TBMJ、KCMJ、TBDLMJ）计算在内。

    \b
    Example:
      yzgeo landuse DLTB.shp -o landuse.xlsx
      yzgeo landuse DLTB_2023.gdb --before DLTB_2019.gdb -o changes.html
      yzgeo landuse dltb.gpkg --zones zones.shp --zone-id name --level 1 --system planning-2023
    """
    from yzgeo.assignment.progress import interruptible, progress_bar
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.stats.landuse import run
    from yzgeo.stats.landuse.result import all_remarks

    _refuse_idle({"--zones": zones_file}, {"--zones-layer": zones_layer})
    of_before = {
        "--before-layer": before_layer,
        "--before-crs": before_crs,
        "--before-codes": before_codes,
        "--before-map": before_mapping,
    }
    _refuse_idle({"--before": before}, of_before)
    for file in (survey, before, zones_file):
        if file is not None:
            refuse_unprintable(file)
    refuse_inputs(output, [], [survey, before, zones_file, crs_text, before_crs])
    form = form or form_of(output, FORMATS)
    renderer = plugins.load(FORMATS, form)
    if renderer.BINARY and output is None:
        raise InputError(
            Text(f"{form} 是二进制格式", f"{form} is a binary format"),
            Text("用 -o 给出文件名", "name a file with -o"),
        )
    if renderer.CHANGES and before is None:
        raise InputError(
            Text(f"{form} 只写地类变化", f"{form} is of what became what"),
            Text("用 --before 给出较早的调查", "name an earlier survey with --before"),
        )
    if zones_file is None:
        plan = load_plan(plan_name, lang)
        refuse_inputs(output, [plan])
        areas = run.areas_of(plan)
    else:
        areas = _of_file(zones_file, zone_id, zones_layer, lang)
    with interruptible(), _parameters_of_before(before):
        later = run.open_survey(run.Source(survey, mapping(mapped), layer, crs_text, datum, codes), areas)
        earlier = None
        if before is not None:
            of_earlier = run.Source(before, mapping(before_mapping), before_layer, before_crs, None, before_codes)
            earlier = run.open_survey(of_earlier, areas)
        result = run.landuse(
            later,
            areas,
            lambda polygons: progress_bar(polygons, lang),
            earlier=earlier,
            basis=basis,
            system=system,
            level=level,
        )
        content = renderer.render(result, lang)
    if form != "text":  # which prints them itself
        for remark in all_remarks(result):
            say(shown(remark, lang))
    deliver(content, output)
    if output is not None:
        say(Text(f"已写 {output}", f"wrote {output}").of(lang))


def _refuse_idle(needed: Mapping[str, object], given: Mapping[str, object]) -> None:
    """Refuse options of a file that is not given."""
    for option, value in given.items():
        if value and not any(needed.values()):
            other = next(iter(needed))
            raise InputError(
                Text(f"{option} 只用于 {other} 的文件", f"{option} is for the file of {other}"),
                Text(f"加 {other}，或去掉它", f"add {other}, or leave it out"),
            )


@contextmanager
def _parameters_of_before(before: Path | None) -> Iterator[None]:
    """A refusal of the earlier survey names its own options."""
    try:
        yield
    except InputError as error:
        asked = error.parameter
        if before is not None and error.file == str(before) and asked is not None and asked.name in OF_BEFORE:
            raise error.at(parameter=asked._replace(name=OF_BEFORE[asked.name])) from error
        raise


def _of_file(file: Path, zone_id: str, layer: str | None, lang: Lang) -> Areas:
    """The zones of a file, without a district."""
    import geopandas as gpd
    import pandas as pd

    from yzgeo.spatial.crs import CGCS2000
    from yzgeo.stats.landuse.result import zones_of
    from yzgeo.stats.landuse.run import Areas

    found = read_zones(file, zone_id, layer)
    for note in found.notes:
        say(shown(note, lang))
    zones = zones_of(pd.DataFrame({"zone_id": list(dict.fromkeys(found.names))}), {})
    nowhere = gpd.GeoSeries([], crs=CGCS2000)
    return Areas(plain(file.name), zones, found.names, found.shapes, found.crs, nowhere, schematic=False)
