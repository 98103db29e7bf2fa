"""How a parameter that a remedy names is given on the command line: by the option of the command that runs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import click
from click.core import ParameterSource

from yzgeo.core.errors import Advice, Parameter
from yzgeo.core.i18n import Lang, Text

CALLED = {"features": "--feature", "mapping": "--map", "statuses": "--status", "klass": "--class"}
"""Options that are called otherwise than the parameter."""
ELSEWHERE = {"copy_of": Text("yzgeo new 我的规划 --like", "yzgeo new my-plan --like")}
"""Parameters that another command has."""


def given(command: click.Command | None) -> Callable[[Parameter, Lang], str]:
    """What tells how a command is given a parameter; nothing for one that it does not have.

    >>> import click
    >>> from yzgeo.core.i18n import plain
    >>> command = click.Command("assign", params=[click.Option(["--crs", "crs_text"]), click.Option(["--id", "parcel_id"])])
    >>> for parameter in (Parameter("crs", plain("EPSG:4549"), other="parcel_id"), Parameter("layer")):
    ...     print(repr(given(command)(parameter, "en")))
    '--crs EPSG:4549 / --id'
    ''
    """

    def option(parameter: Parameter, lang: Lang) -> str:
        if parameter.name in ELSEWHERE:
            return f"{ELSEWHERE[parameter.name].of(lang)} {parameter.value.of(lang)}"
        named = _option(command, parameter.name)
        other = _option(command, parameter.other) if parameter.other else ""
        return " / ".join(filter(None, (named and f"{named} {parameter.value.of(lang)}".rstrip(), other)))

    return option


def _option(command: click.Command | None, name: str) -> str:
    """How a command calls a parameter; nothing where it does not have it."""
    wanted = CALLED.get(name, f"--{name.replace('_', '-')}")
    for param in _params(command):
        if isinstance(param, click.Option) and (param.name == name or wanted in param.opts):
            return max(param.opts, key=len)
    return ""


def shown(text: Text, lang: Lang) -> str:
    """A text to the user; advice with the option of the command that runs."""
    said = text.of(lang)
    option = ""
    if isinstance(text, Advice):
        context = click.get_current_context(silent=True)
        option = given(context.command if context else None)(text.parameter, lang)
    return said + (option and Text(f"（{option}）", f" ({option})").of(lang))


def command_words(context: click.Context, without: Collection[str] = ()) -> list[str]:
    """The words of the command that runs, with the options that the user gave, but for those of the names in `without`.

    >>> import click
    >>> params = [click.Argument(["file"]), click.Option(["--crs"]), click.Option(["--lang"], default="zh")]
    >>> command = click.Command("parcels", params=params)
    >>> above = click.Context(click.Group("cli"))
    >>> print(*command_words(command.make_context("parcels", ["a b.shp", "--crs", "EPSG:4549"], parent=above)))
    yzgeo parcels a b.shp --crs EPSG:4549
    """
    words: list[str] = []
    above: click.Context | None = context
    while above is not None:  # the outermost is called as whoever started it likes
        words.insert(0, str(above.info_name) if above.parent is not None else "yzgeo")
        above = above.parent
    for param in context.command.params:
        value = context.params.get(str(param.name))
        if param.name in without or context.get_parameter_source(str(param.name)) is ParameterSource.DEFAULT:
            continue
        values = value if isinstance(value, tuple) else [value]
        if isinstance(param, click.Argument):
            words += map(str, values)
        elif isinstance(param, click.Option) and param.is_flag:
            words += [max(param.opts, key=len)] if value else []
        elif value is not None:
            words += [word for one in values for word in (max(param.opts, key=len), str(one))]
    return words


def _params(command: click.Command | None) -> Iterator[click.Parameter]:
    """The parameters of a command and of those below it, which share their options."""
    if command is None:
        return
    yield from command.params
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _params(below)
