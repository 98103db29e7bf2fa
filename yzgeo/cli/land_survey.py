"""`--landuse`: a land survey for the report, read as `yzgeo landuse` reads it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yzgeo.cli.options import Command, mapping, say
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text
from yzgeo.ledger.land_classes import SYSTEMS

if TYPE_CHECKING:
    from yzgeo.plan.model import Plan
    from yzgeo.stats.landuse.result import Result

OF_SURVEY = {"layer": "landuse_layer", "crs": "landuse_crs", "codes": "landuse_codes", "mapping": "landuse_map"}
"""The parameters of the surveys, by those of another file that are read likewise."""
SURVEYS = ("--landuse", "--landuse-before")


def land_survey_options(command: Command) -> Command:
    """`--landuse`, `--landuse-before`, and how both are read."""
    for option in (
        click.option("--landuse-crs", metavar="EPSG:…", help="CRS of the surveys. 调查文件的坐标系。"),
        click.option("--landuse-map", multiple=True, metavar="OURS=THEIRS", help="Column of the surveys. 列名对应。"),
        click.option("--landuse-codes", type=click.Choice(list(SYSTEMS)), help="System of their codes. 所用分类。"),
        click.option("--landuse-layer", metavar="NAME", help="Layer of the surveys. 调查文件的图层。"),
        click.option(
            SURVEYS[1],
            type=click.Path(path_type=Path),
            metavar="SURVEY",
            help="An earlier survey: what became what. 较早的一次调查，另列地类变化。",
        ),
        click.option(
            SURVEYS[0],
            "landuse_survey",
            type=click.Path(path_type=Path),
            metavar="SURVEY",
            help="A land survey: a chapter of the report on each class. 土地调查图斑，报告中另列地类面积一章。",
        ),
    ):
        command = option(command)
    return command


def land_accounts(
    plan: Plan,
    survey: Path | None,
    before: Path | None,
    layer: str | None,
    codes: str | None,
    mapped: tuple[str, ...],
    crs: str | None,
    lang: Lang,
) -> Result | None:
    """The accounts of the survey in the zones of the plan; None where there is no survey.

    Raises
    ------
    InputError
        When a survey cannot be read, or options are given without one.
    """
    if survey is None:
        _refuse_idle(before, layer, codes, mapped, crs)
        return None
    from yzgeo.assignment.progress import interruptible, progress_bar
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.stats.landuse import run

    areas = run.areas_of(plan)
    say(Text("土地利用 …", "measuring the land survey …").of(lang))
    try:
        for file in (survey, before):
            if file is not None:
                refuse_unprintable(file)
        opened = [
            run.open_survey(run.Source(file, mapping(mapped), layer, crs, None, codes), areas)
            for file in (survey, before)
            if file is not None
        ]
        with interruptible():
            return run.landuse(
                opened[0],
                areas,
                lambda polygons: progress_bar(polygons, lang),
                earlier=opened[1] if before is not None else None,
            )
    except InputError as error:
        asked = error.parameter
        if asked is not None and asked.name in OF_SURVEY:  # and not those of the ledger
            raise error.at(parameter=asked._replace(name=OF_SURVEY[asked.name])) from error
        raise


def _refuse_idle(*given: object) -> None:
    if any(given):
        raise InputError(
            Text("给了调查的选项，没有给调查", "options of a land survey, and no survey"),
            Text(f"用 {SURVEYS[0]} 给出图斑文件", f"name its file with {SURVEYS[0]}"),
        )
