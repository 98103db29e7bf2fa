"""The command `build`: the whole hand-over folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from yzgeo.cli.land_survey import land_accounts, land_survey_options
from yzgeo.cli.options import DASH, ledger_options, plan_files, plan_option, rules_option, say, show, with_ledger
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text


@click.command("build")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("maps"),
    show_default=True,
    help="Folder to write into. 输出文件夹。",
)
@rules_option
@ledger_options
@land_survey_options
@click.option("--pdf", is_flag=True, help="Print report and board to PDF, with Chromium, Chrome or Edge. 另出 PDF。")
@click.option(
    "--public",
    is_flag=True,
    help="An edition fit to leave the office: no parcels, no owners' addresses, coarse outlines. 公开版。",
)
@click.option(
    "--force",
    is_flag=True,
    help="Replace files in the folder that yzgeo did not write, or that were changed since; copies stay in previous/. "
    "替换文件夹中不是 yzgeo 写的或写后改过的文件，原文件留在 previous/。",
)
@plan_option
def command(
    output: Path,
    rule_packs: tuple[str, ...],
    parcels: Path | None,
    mapped: tuple[str, ...],
    statuses: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    layer: str | None,
    datum: str | None,
    landuse_survey: Path | None,
    landuse_before: Path | None,
    landuse_layer: str | None,
    landuse_codes: str | None,
    landuse_map: tuple[str, ...],
    landuse_crs: str | None,
    pdf: bool,
    public: bool,
    force: bool,
    plan_name: str | None,
    lang: Lang,
) -> None:
    """Write the whole hand-over folder: map, report, data, statistics, findings, manifest.

    生成整套成果：地图、报告、数据、统计、检查结果与清单。

    \b
    Example:
      yzgeo build -o handover --lang en
      yzgeo build --parcels ledger.gpkg --map status=状态
      yzgeo build --landuse DLTB_2023.gdb --landuse-before DLTB_2019.gdb
      yzgeo build -o for-everyone --public --pdf
    """
    import time

    from yzgeo.checks.packs.folder import files
    from yzgeo.plan.public_edition import public_edition
    from yzgeo.publish.build import build as build_all

    if output == DASH:
        raise InputError(Text("build 写的是文件夹", "build writes a folder"), Text("用 -o 给出其名", "name it with -o"))
    started = time.monotonic()
    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    land = land_accounts(
        plan, landuse_survey, landuse_before, landuse_layer, landuse_codes, landuse_map, landuse_crs, lang
    )
    if public and land is not None:
        left = Text("公开版不含土地调查", "the public edition leaves the land survey out")
        say(left.of(lang))
    edition = public_edition(plan) if public else plan
    inputs = [
        *plan_files(plan.folder),
        *files(rule_packs),
        *(Path(file) for file in (parcels, crs_text, landuse_survey, landuse_before) if file and os.path.lexists(file)),
    ]
    written = build_all(
        edition,
        output,
        lang,
        say=say,
        ledger_file=parcels,
        pdf=pdf,
        inputs=inputs,
        force=force,
        rule_packs=rule_packs,
        land=land,
        surveys=[file for file in (landuse_survey, landuse_before) if file is not None],
    )
    show(written)
    seconds = f"{time.monotonic() - started:.0f}"
    say(Text(f"用时 {seconds} 秒", f"took {seconds} s").of(lang))
    if edition.parcels.empty and not public:
        say(Text("给出台账：--parcels 台账文件", "to give a ledger: --parcels FILE").of(lang))
