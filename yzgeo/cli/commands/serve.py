"""The command `serve`: a plan published inside an office by pygeoapi, a server of OGC API Features."""

from __future__ import annotations

import os
from pathlib import Path

import click

from yzgeo.cli.options import lang_option, ledger_options, plan_files, plan_option, say, with_ledger
from yzgeo.core.i18n import Lang, Text

FOLDER = click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")


@click.group("serve")
def command() -> None:
    """Publish a plan inside an office: layers by OGC API Features, parcels also as vector tiles, styles, licences.

    在单位内部发布规划：各图层以 OGC API - Features 提供，地块另有矢量瓦片，附样式与许可；服务软件是 pygeoapi。

    \b
    Example:
      yzgeo serve new office --plan yinzhou
      yzgeo serve start office
    """


@command.command("new")
@FOLDER
@ledger_options
@click.option(
    "--postgis",
    metavar="ADDRESS",
    help="Serve the layers that `export` wrote into this database from there, the others from files: "
    "postgresql://user@host/db. 库中有的图层取自数据库，其余取自文件。",
)
@click.option("--contact", metavar="TEXT", help="Whom readers ask (default: the plan's authority). 联系人。")
@click.option(
    "--force",
    is_flag=True,
    help="Replace files in the folder that yzgeo did not write, or that were changed since; copies stay in previous/. "
    "替换文件夹中不是 yzgeo 写的或写后改过的文件，原文件留在 previous/。",
)
@plan_option
def new(
    folder: Path,
    parcels: Path | None,
    mapped: tuple[str, ...],
    statuses: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    layer: str | None,
    datum: str | None,
    postgis: str | None,
    contact: str | None,
    force: bool,
    plan_name: str | None,
    lang: Lang,
) -> None:
    """Write the folder to serve: configuration, features, GeoPackage, styles, tiles of parcels, pages, a note.

    写出供服务用的文件夹：配置、要素、GeoPackage、样式、地块瓦片、网页与说明。

    \b
    Example:
      yzgeo serve new office --parcels ledger.gpkg --map status=状态
      yzgeo serve new office --postgis postgresql://me@localhost/plan
    """
    from yzgeo.publish.server.folder import write

    plan = with_ledger(plan_name, parcels, mapped, crs_text, as_of, layer, datum, statuses, lang)
    given = [Path(file) for file in (parcels, crs_text) if file and os.path.lexists(file)]
    delivered = write(
        plan,
        folder,
        lang,
        say,
        ledger_file=parcels,
        postgis=postgis,
        contact=contact,
        inputs=[*plan_files(plan.folder), *given],
        force=force,
    )
    for copy in delivered.copies:
        say(Text(f"原文件保留为 {folder / copy}", f"the old file is kept as {folder / copy}").of(lang))
    say(
        Text(
            f"已写 {folder}；启动：yzgeo serve start {folder}", f"wrote {folder}; to start: yzgeo serve start {folder}"
        ).of(lang)
    )


@command.command("start")
@FOLDER
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen: this machine alone. 监听地址。")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=5000, show_default=True, help="Port; 0 for any free one. 端口。"
)
@click.option(
    "--url", metavar="http://…", help="Address by which readers reach the server (default: host and port). 对外网址。"
)
@lang_option
def start(folder: Path, host: str, port: int, url: str | None, lang: Lang) -> None:
    """Serve the folder until Ctrl-C; nothing can be changed over the network.

    启动服务，按 Ctrl-C 停止；网络上只能读取，不能修改。

    \b
    Example:
      yzgeo serve start office
      yzgeo serve start office --host 0.0.0.0 --port 8080 --url http://gis-server:8080
    """
    from yzgeo.publish.server.run import run

    run(folder, say, lang, host, port, url)
