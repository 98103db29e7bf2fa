"""The command `cite`: sources of the facts of a subject."""

from __future__ import annotations

import click

from yzgeo.cli.options import load_plan, plan_option, say_plan, show
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.visible_text import one_line


@click.command("cite")
@click.argument("what", nargs=-1)
@plan_option
def command(what: tuple[str, ...], plan_name: str | None, lang: Lang) -> None:
    """Say where a figure comes from, with the plan's own words.

    说明一个数字的出处，并给出原文。WHAT 为类别与编号或名称；只给类别则列出全部。

    \b
    Example:
      yzgeo cite zone mingzhou
      yzgeo cite target low-efficiency-land
      yzgeo cite project
    """
    from yzgeo.facts.cite import PACKAGE
    from yzgeo.facts.cite import cite as cite_one

    kinds = plugins.names(PACKAGE)
    if not what:
        for kind in kinds:
            title: Text = plugins.load(PACKAGE, kind).TITLE
            show(f"{kind:10} {title.of(lang)}")
        return
    kind, identifier = what[0], " ".join(what[1:])
    if kind not in kinds:
        raise plugins.unknown(kind, kinds)
    plan = load_plan(plan_name, lang)
    if identifier:
        click.echo(cite_one(plan, kind, identifier, lang), nl=False)
        say_plan()
        return
    for subject in plugins.load(PACKAGE, kind).subjects(plan):
        show(one_line(f"{subject.id:32} {subject.name.of(lang)}"))
