"""The command `standalone`: a map that folium saved as one file that loads nothing."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import deliver, lang_option, output_option, refuse_inputs
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text


@click.command("standalone")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@output_option
@click.option("--title", metavar="TEXT", help="Title of the page (default: its own). 页面标题。")
@click.option(
    "--tile-host",
    "tile_hosts",
    multiple=True,
    metavar="https://HOST",
    help="A server that the page may ask for tiles, besides public providers. 页面可向其请求瓦片的服务器。",
)
@lang_option
def command(file: Path, output: Path | None, title: str | None, tile_hosts: tuple[str, ...], lang: Lang) -> None:
    """Make one offline file of a page that folium saved; what cannot go inside is refused by its name.

    把 folium 保存的地图页面变成一个离线文件；放不进去的内容会指明并拒绝。

    \b
    Example:
      yzgeo standalone map.html -o one.html
    """
    from yzgeo.publish.offline.saved_page import standalone_page

    refuse_inputs(output, [], [file])
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            Text("不是 UTF-8 文本", "is no text in UTF-8"),
            Text("给出 folium 保存的 .html 文件", "give the .html file that folium saved"),
            file=str(file),
        ) from error
    try:
        page = standalone_page(text, tile_hosts, title, lang)
    except InputError as error:
        error.file = error.file or str(file)
        raise
    deliver(page.encode("utf-8"), output)
