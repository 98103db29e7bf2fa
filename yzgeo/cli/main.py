"""The command `yzgeo`: thin, and nothing heavy is imported before a command needs it."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from yzgeo.cli.option_names import given
from yzgeo.cli.options import say_plan
from yzgeo.cli.usage_errors import refusal
from yzgeo.core import plugins
from yzgeo.core.errors import InputError, unusable, unwritable
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.version import __version__

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

CHINESE = "规划"
PACKAGE = "yzgeo.cli.commands"
REFUSED = 2


def main() -> None:
    """Run the command; a refusal is one message on standard error and exit code 2."""
    _speak_utf8()
    _open_streams()
    os.environ["PROJ_NETWORK"] = "OFF"  # a CRS of a stranger's file may name a grid by its address
    if not sys.warnoptions:  # warnings of libraries are for developers; what readers must know is told by the commands
        warnings.simplefilter("ignore")
    cli()


def _speak_utf8() -> None:
    """Start Python anew in UTF-8 where the locale knows no Chinese, in which it could name no file (`LC_ALL=C`)."""
    try:
        CHINESE.encode(sys.getfilesystemencoding())
    except UnicodeEncodeError:
        if sys.executable and not sys.flags.utf8_mode:
            os.execve(
                sys.executable,
                [sys.executable, "-X", "utf8", *sys.orig_argv[1:]],
                {**os.environ, "PYTHONUTF8": "1"},
            )


def _open_streams() -> None:
    """Streams in UTF-8. Messages that nobody takes are dropped; a result that goes to a closed standard output is refused.

    A number that was closed is given to nothing else: it would be the next file that is opened, and a library in C
    would write its messages into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # what cannot be written fails as it would on a closed stream
            os.open(os.devnull, os.O_RDONLY if number == 1 else os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115  (a number, until the end)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if sys.stderr is not None and not sys.stderr.isatty():
        sys.stderr.flush()
    messages = io.BufferedWriter(_Messages(2, "w", closefd=False))
    sys.stderr = io.TextIOWrapper(messages, encoding="utf-8", errors="replace", line_buffering=True)


class _Messages(io.FileIO):
    """Standard error: a full disk or a reader that went away loses messages, and changes no result or exit code."""

    def write(self, data: Buffer) -> int:
        with contextlib.suppress(OSError):
            return super().write(data) or 0
        return memoryview(data).nbytes


class RefusingGroup(click.Group):
    """A group that finds commands by their place and turns an InputError into its message and exit code 2.

    It does the same with errors of the command line itself.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands."""
        return plugins.names(PACKAGE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command; its module is imported only now."""
        if cmd_name not in plugins.names(PACKAGE):
            return None
        command: click.Command = plugins.load(PACKAGE, cmd_name).command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments before the command."""
        try:
            return super().parse_args(ctx, args)
        except click.exceptions.NoArgsIsHelpError:
            raise  # it is the help, and no error
        except click.UsageError as error:
            _refuse(ctx, refusal(error))
        except OSError as error:  # of the help or version, written here already
            _refuse_output(ctx, error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            say_plan()
            return result
        except InputError as error:
            _refuse(ctx, error)
        except click.UsageError as error:
            _refuse(ctx, refusal(error))
        except OSError as error:
            if error.filename is not None:
                _refuse(ctx, unusable(error))
            _refuse_output(ctx, error)
        except KeyboardInterrupt:
            interrupted = Text("已中断，没有写入任何文件", "interrupted, nothing was written")
            click.echo(f"yzgeo: {interrupted.of(_lang())}", err=True)
            ctx.exit(REFUSED)


def _refuse(ctx: click.Context, error: InputError) -> NoReturn:
    group, name = ctx.command, ctx.invoked_subcommand
    command = group.get_command(ctx, name) if isinstance(group, click.Group) and name else None
    click.echo(f"yzgeo: {error.message(_lang(), given(command))}", err=True)
    ctx.exit(REFUSED)


def _refuse_output(ctx: click.Context, error: OSError) -> NoReturn:
    """Standard output failed: exit code 2, since 1 says that there are findings."""
    # Python would try again at exit and report it.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.EPIPE:  # the reader closed the pipe, as `head` does, and wants no message
        ctx.exit(REFUSED)
    _refuse(ctx, unwritable(Path(Text("标准输出", "standard output").of(_lang())), error))


def _lang() -> Lang:
    """The language in the raw arguments, since the command itself has failed."""
    joined = " ".join(sys.argv)
    return "en" if "--lang en" in joined or "--lang=en" in joined else "zh"


@click.group(cls=RefusingGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="yzgeo")
def cli() -> None:
    """Turn a spatial plan into maps people open, figures they can trace and rules a script can check.

    把空间规划变成可离线打开的地图、可追溯的数字和可检查的规则。

    \b
    Example:
      yzgeo build                 everything, into maps/
      yzgeo check --plan my-plan  does the plan keep its own rules?
      yzgeo cite zone mingzhou    where does this figure come from?
    """
