"""The command `assign`: parcels to zones, with areas of overlap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yzgeo.cli.option_names import shown
from yzgeo.cli.options import finite, load_plan, plan_option, refuse_inputs, say
from yzgeo.cli.zones_file import read_zones, zones_options
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pyproj

    from yzgeo.spatial.overlay.prepared_zones import PreparedZones


@click.command("assign")
@click.argument("parcels", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="File to write: .parquet, .csv, .geojson or .gpkg. 输出文件，按扩展名定格式。",
)
@click.option(
    "--id",
    "parcel_id",
    default="parcel_id",
    show_default=True,
    metavar="COLUMN",
    help="Column that names the parcels. 地块编号列。",
)
@zones_options
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="This computer, or dask over many. 在本机或用 dask 计算。",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of a running dask cluster. 已有 dask 集群的地址。")
@click.option("--layer", metavar="NAME", help="Layer of PARCELS, where it has several. 地块文件的图层。")
@click.option("--crs", "crs_text", metavar="EPSG:…", help="CRS of PARCELS; outweighs the file. 地块文件的坐标系。")
@click.option(
    "--datum",
    type=click.Choice(["gcj02", "bd09"]),
    help="Coordinates of PARCELS shifted as on Chinese web maps. 地块坐标有互联网地图偏移。",
)
@click.option(
    "--min-overlap",
    type=click.FloatRange(min=0),
    callback=finite,
    metavar="M2",
    help="Smaller parts of a parcel count to its largest; 0 keeps all (default: those that rounding of the coordinates "
    "can make). 面积更小的部分归入该地块的最大一处。",
)
@plan_option
def command(
    parcels: Path,
    output: Path,
    parcel_id: str,
    zones_file: Path | None,
    zone_id: str,
    zones_layer: str | None,
    engine: str,
    scheduler: str | None,
    layer: str | None,
    crs_text: str | None,
    datum: str | None,
    min_overlap: float | None,
    plan_name: str | None,
    lang: Lang,
) -> None:
    """Write which parcel lies in which zone, and by how much.

    算出每个地块落在哪个片区、面积多少。

    PARCELS is a file, or a folder of GeoParquet. Columns written: parcel_id, zone_id, overlap_m2, share (of the
    parcel); a parcel in no zone has a row without zone_id. PARCELS 为地块文件，或 GeoParquet 文件夹。

    \b
    Example:
      yzgeo assign parcels.parquet -o overlaps.csv
      yzgeo assign dltb.gpkg --id BSM --zones zones.shp --zone-id name -o overlaps.gpkg
      yzgeo assign all.gdb --layer 地块 --zones all.gdb --zones-layer 片区 -o overlaps.csv
    """
    from yzgeo.assignment import progress
    from yzgeo.assignment.parcel_source import open_parcels, sample
    from yzgeo.assignment.run import FORMATS, Engine, locally, write
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.spatial.crs import CGCS2000
    from yzgeo.spatial.overlay.prepared_zones import tolerate

    if zones_layer and zones_file is None:
        raise InputError(
            Text("--zones-layer 只用于 --zones 的文件", "--zones-layer is for the file of --zones"),
            Text("加 --zones，或去掉它", "add --zones, or leave it out"),
        )
    if scheduler and engine != "dask":
        raise InputError(
            Text("--scheduler 只用于 dask", "--scheduler is for dask"), Text("加 --engine dask", "add --engine dask")
        )
    for file in (parcels, zones_file):
        if file is not None:
            refuse_unprintable(file)
    refuse_inputs(output, [], [parcels, zones_file, crs_text])  # before any work
    plugins.form_of(FORMATS, output)
    run: Engine = locally
    if engine == "dask":
        from yzgeo.assignment.dask_engine import on_cluster

        run = on_cluster(scheduler)
    notes: list[Text] = []  # printed once all inputs are accepted
    if zones_file is None:
        from yzgeo.spatial.zone_tree import innermost

        plan = load_plan(plan_name, lang)
        refuse_inputs(output, [plan])
        zones = innermost(plan.zones)
        names, shapes, zones_crs = zones["zone_id"].tolist(), zones.geometry.to_numpy(), zones.crs
        if (zones["outline_basis"] == "schematic").any():
            notes.append(
                Text("片区为示意范围，结果也是示意的", "the outlines of zones are schematic, and so is the result")
            )
    else:
        names, shapes, zones_crs, of_file = read_zones(zones_file, zone_id, zones_layer)
        notes += of_file

    def by_the_zones() -> gpd.GeoSeries:
        import geopandas as gpd

        return gpd.GeoSeries(shapes, crs=zones_crs).to_crs(CGCS2000)

    source = open_parcels(parcels, parcel_id, layer=layer, crs=crs_text, datum=datum, near=by_the_zones)
    notes += source.crs_notes
    prepared_zones = _prepared(zones_file, names, shapes, zones_crs, source.crs, source.rows)
    prepared_zones = tolerate(prepared_zones, sample(source), source.crs, min_overlap)
    for text in notes:
        say(shown(text, lang))
    with progress.interruptible(), progress.progress_bar(source.rows, lang) as done:
        try:
            remarks = write(source, prepared_zones, output, run, done)
        except InputError as error:  # a row is one of this file
            raise error.at(file=error.file or str(parcels)) from error
    for text in remarks:
        say(shown(text, lang))
    say(Text(f"已写 {output}", f"wrote {output}").of(lang))


def _prepared(
    file: Path | None,
    names: list[Any],
    shapes: npt.NDArray[np.object_],
    zones_crs: pyproj.CRS,
    crs: pyproj.CRS,
    parcels: int,
) -> PreparedZones:
    """Zones prepared for the parcels' CRS; a refusal names the file of the zones."""
    from yzgeo.spatial.overlay.prepared_zones import prepare

    try:
        return prepare(names, shapes, zones_crs, crs, parcels)
    except InputError as error:
        raise error.at(file=None if file is None else str(file)) from error
