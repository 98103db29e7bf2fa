"""The command `migrate`: a plan folder of an older schema to today's."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import lang_option, say
from yzgeo.core.i18n import Lang, Text


@click.command("migrate")
@click.argument("folder", type=click.Path(path_type=Path), metavar="PLANDIR")
@click.option("--preview", is_flag=True, help="Only tell what would change. 只说会改什么，不写。")
@lang_option
def command(folder: Path, preview: bool, lang: Lang) -> None:
    """Carry a plan folder of an older schema over to today's; the old files are kept in previous/.

    把旧版的规划文件夹转为现行模式；旧文件留在 previous/。

    \b
    Example:
      yzgeo migrate haishu --preview
      yzgeo migrate haishu
    """
    from yzgeo.plan.import_files import writable
    from yzgeo.plan.migration import apply, prepare

    migration = prepare(writable(folder))
    if not migration.files:
        say(
            Text(
                f"{folder} 已是现行模式（{migration.new}），未改动",
                f"{folder} is of today's schema ({migration.new}), nothing changed",
            ).of(lang)
        )
        return
    for text in migration.changes:
        say(text.of(lang))
    names = "、".join(sorted(migration.files)) if lang == "zh" else ", ".join(sorted(migration.files))
    if preview:
        say(Text(f"会改写：{names}（预览，未写）", f"would write: {names} (preview, nothing written)").of(lang))
        return
    kept = apply(folder, migration)
    say(
        Text(
            f"已由模式 {migration.old} 转为 {migration.new}；改写 {names}；旧文件 {len(kept)} 个留在 {folder}/previous",
            f"from schema {migration.old} to {migration.new}; wrote {names}; {len(kept)} old files kept in {folder}/previous",
        ).of(lang)
    )
