"""Turn usage errors of click into refusals: one message in one language, with a remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

import click

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

QUOTED = re.compile(r"""(?P<quote>['"])(?P<argument>.*?)(?P=quote)""")
"""The argument that a message of click quotes."""
BEYOND = re.compile(r"(?P<value>\S+) is not in the range .*")
"""What click says of a number beyond its range."""
PATHS = (
    ("does not exist", Text("不存在", "does not exist"), Text("检查路径", "check the path")),
    ("is a file", Text("是文件，应是文件夹", "is a file where a folder belongs"), Text("给出文件夹", "give a folder")),
    ("is a directory", Text("是文件夹，应是文件", "is a folder where a file belongs"), Text("给出文件", "give a file")),
    ("is not readable", Text("不可读", "cannot be read"), Text("检查权限", "check its permissions")),
    ("is not writable", Text("不可写", "cannot be written to"), Text("检查权限", "check its permissions")),
)
"""The ends of click's messages on paths."""


def refusal(error: click.UsageError) -> InputError:
    """A usage error of click as an InputError.

    >>> import click
    >>> print(refusal(click.NoSuchOption("--ouput", possibilities=["--output"])).message("en"))
    there is no option '--ouput'. Remedy: perhaps you mean: --output.
    """
    context = error.ctx
    usage = Text(
        *(f"{context.command_path if context else 'yzgeo'} --help {hint}" for hint in ("可查看用法", "shows how"))
    )
    word = QUOTED.search(error.message)
    argument = word["argument"] if word else ""
    if isinstance(error, click.MissingParameter):
        return InputError(_missing(error), _choices(error.param) or usage)
    if isinstance(error, click.BadParameter):
        return _bad_value(error, argument, usage)
    if isinstance(error, click.NoSuchOption):
        options = [one for param in context.command.params for one in param.opts] if context else []
        candidates = [one for one in [*(error.possibilities or []), *options] if one.startswith("-")]
        name = error.option_name
        return InputError(
            Text(f"没有选项“{name}”", f"there is no option '{name}'"), _suggestion(name, candidates) or usage
        )
    if error.message.startswith("No such command"):
        group = context.command if context else None
        commands = group.list_commands(context) if context and isinstance(group, click.Group) else []
        suggestion = _suggestion(argument, commands) or _listed(commands)
        return InputError(Text(f"没有命令“{argument}”", f"there is no command '{argument}'"), suggestion)
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        if "does not take a value" in error.message:
            return InputError(Text(f"选项 {name} 不带值", f"the option {name} takes no value"), usage)
        return InputError(Text(f"选项 {name} 缺少值", f"the option {name} lacks its value"), usage)
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message)
    if extra:
        return InputError(Text(f"多余的参数“{extra[1]}”", f"'{extra[1]}' is one argument too many"), usage)
    return InputError(Text(f"命令写法不对（{error.message}）", error.message.rstrip(".")), usage)


def _missing(error: click.MissingParameter) -> Text:
    name = _name(error)
    if isinstance(error.param, click.Option):
        return Text(f"缺少选项 {name}", f"the option {name} is missing")
    return Text(f"缺少参数 {name}", f"the argument {name} is missing")


def _bad_value(error: click.BadParameter, argument: str, usage: Text) -> InputError:
    name = _name(error)
    choices = _choices(error.param)
    if choices is not None:
        words = error.param.type.choices if error.param and isinstance(error.param.type, click.Choice) else ()
        suggestion = _suggestion(argument, map(str, words))
        return InputError(Text(f"{name} 没有“{argument}”", f"{name} knows no '{argument}'"), suggestion or choices)
    for end, problem, remedy in PATHS:
        if error.message.rstrip(".").endswith(end):
            return InputError(problem, Text(f"{remedy.zh}（{name}）", f"{remedy.en} ({name})"), file=argument)
    beyond = BEYOND.fullmatch(error.message)
    if beyond and error.param:
        value = beyond["value"]
        return InputError(
            Text(f"{name} 的值 {value} 超出范围", f"{name} is {value}, which is out of range"),
            _range(error.param) or usage,
        )
    return InputError(Text(f"{name} 的值“{argument}”不能用", f"{name} cannot be '{argument}'"), usage)


def _name(error: click.BadParameter) -> str:
    """The name of the parameter in `--help`."""
    param = error.param
    if isinstance(param, click.Argument):
        return str(param.metavar or param.human_readable_name)
    return str(max(param.opts, key=len)) if param else str(error.param_hint or "")


def _choices(param: click.Parameter | None) -> Text | None:
    return _listed(map(str, param.type.choices)) if param and isinstance(param.type, click.Choice) else None


def _range(param: click.Parameter) -> Text | None:
    """What a number may be.

    >>> print(_range(click.Option(["--level"], type=click.IntRange(1, 3))).en)
    give a number from 1 to 3
    """
    kind = param.type
    if not isinstance(kind, click.IntRange | click.FloatRange) or kind.min is None or kind.min_open or kind.max_open:
        return None
    if kind.max is None:
        return Text(f"给出不小于 {kind.min:g} 的数", f"give a number of {kind.min:g} or more")
    return Text(f"给出 {kind.min:g} 到 {kind.max:g} 的数", f"give a number from {kind.min:g} to {kind.max:g}")


def _listed(words: Iterable[str]) -> Text:
    candidates = list(words)
    return Text(f"用其一：{'、'.join(candidates)}", f"use one of: {', '.join(candidates)}")


def _suggestion(word: str, candidates: Iterable[str]) -> Text | None:
    suggestion = difflib.get_close_matches(word, list(dict.fromkeys(candidates)), n=3)
    return (
        Text(f"或许是：{'、'.join(suggestion)}", f"perhaps you mean: {', '.join(suggestion)}") if suggestion else None
    )
