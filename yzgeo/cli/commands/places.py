"""The command `places`: a page to set places on, and its file taken back."""

from __future__ import annotations

from pathlib import Path

import click

from yzgeo.cli.options import DASH, deliver, lang_option, refuse_inputs, say, show
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Lang, Text


@click.command("places")
@click.argument("plan_name", metavar="PLANDIR")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("places.html"),
    show_default=True,
    help="Page to write. 输出网页。",
)
@click.option(
    "--apply",
    "saved",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the places.csv that the page saved into the folder. 把网页保存的 places.csv 收进文件夹。",
)
@click.option("--dry-run", is_flag=True, help="With --apply: show what would change, change nothing. 只预览，不改动。")
@click.option("--undo", is_flag=True, help="Put back what the last --apply replaced. 撤销上一次收进。")
@lang_option
def command(plan_name: str, output: Path, saved: Path | None, dry_run: bool, undo: bool, lang: Lang) -> None:
    """Write a page on which what has no place yet gets one by a click; take its file back.

    写一个离线网页：尚无地点的逐个点在图上；再把它保存的 places.csv 收进规划文件夹。

    \b
    Example:
      yzgeo places my-plan -o places.html
      yzgeo places my-plan --apply places.csv --dry-run
      yzgeo places my-plan --apply places.csv
    """
    if undo and saved is not None:
        raise InputError(
            Text("--apply 与 --undo 不能同用", "--apply and --undo exclude each other"),
            Text("只给其一", "give one of them"),
        )
    if undo:
        _undo(Path(plan_name), lang)
    elif saved is not None:
        _apply(plan_name, saved, dry_run, lang)
    else:
        _write(plan_name, output, lang)


def _write(plan_name: str, output: Path, lang: Lang) -> None:
    from yzgeo.plan.load import load
    from yzgeo.publish.places.render import render

    written = None if output == DASH else output
    plan = load(plan_name)
    refuse_inputs(written, [plan])
    deliver(render(plan, lang).encode("utf-8"), written)
    if written is not None:
        say(
            Text(
                f"已写 {written}：在浏览器中打开，定好后保存 places.csv，再 yzgeo places {plan_name} --apply places.csv",
                f"wrote {written}: open it in a browser, save places.csv, then yzgeo places {plan_name} --apply places.csv",
            ).of(lang)
        )


def _apply(plan_name: str, saved: Path, dry_run: bool, lang: Lang) -> None:
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.plan import import_places
    from yzgeo.plan.import_files import writable
    from yzgeo.plan.load import load

    refuse_unprintable(saved)
    folder = writable(Path(plan_name))
    plan = load(folder)
    prepared = import_places.prepare(plan, saved)
    show(import_places.preview_text(prepared, lang))
    for remark in prepared.remarks:
        say(Text(f"注意：{remark.zh}。", f"Note: {remark.en}.").of(lang))
    if dry_run:
        say(Text("只是预览，没有改动", "a preview, nothing is changed").of(lang))
        return
    backups = import_places.apply(plan, prepared)
    for name in backups:
        say(Text(f"原文件保留为 {folder / name}", f"the old file is kept as {folder / name}").of(lang))
    if prepared.files:
        say(
            Text(
                f"已收进 {folder}；撤销：yzgeo places {plan_name} --undo",
                f"taken into {folder}; to undo: yzgeo places {plan_name} --undo",
            ).of(lang)
        )


def _undo(folder: Path, lang: Lang) -> None:
    from yzgeo.plan import import_places

    for name in import_places.undo(folder):
        say(Text(f"已恢复 {folder / name}", f"put back {folder / name}").of(lang))
