"""The command `new`: a plan folder to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import lang_option, say
from yzgeo.core.i18n import Lang, Text


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--like", metavar="DIR|NAME", help="Copy this plan instead of an empty one. 复制这个规划，而不是空的。")
@lang_option
def command(folder: Path, like: str | None, lang: Lang) -> None:
    """Make an empty, valid plan folder to fill in, or copy one.

    新建一个空的规划文件夹，供填写；或复制一个已有的。

    \b
    Example:
      yzgeo new haishu
      yzgeo new my-yinzhou --like yinzhou
    """
    from yzgeo.plan.template import copy, create

    if like is not None:
        from yzgeo.plan.load import find_folder

        copy(find_folder(like), folder)
        say(Text(f"已把 {like} 复制到 {folder}", f"copied {like} to {folder}").of(lang))
        return
    create(folder)
    say(
        Text(
            f"已建 {folder}：填 datapackage.json 的规划名称与 zones.csv，放入 district.geojson，"
            f"然后 yzgeo build --plan {folder}",
            f"made {folder}: fill in the title in datapackage.json and zones.csv, put in district.geojson, "
            f"then yzgeo build --plan {folder}",
        ).of(lang)
    )
