"""Options and output that commands share, and a plan with its ledger."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from yzgeo.core import plugins
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import LANGS, Lang, Text, plain
from yzgeo.core.visible_text import one_line, visible

if TYPE_CHECKING:
    from yzgeo.plan.model import Plan

Command = TypeVar("Command", bound=Callable[..., Any])

BUILT_IN = "yinzhou"
"""The plan where none is named and the current folder is none."""
PLAN_HELP = "Plan folder, or the name of a built-in plan. 规划文件夹，或内置规划的名称。"
PLAN_DEFAULT = f"the current folder if it is a plan, else {BUILT_IN} 当前文件夹是规划则用之，否则用内置 {BUILT_IN}"
PLAN_NOTE = "yzgeo.plan"
"""Where a click context keeps the line on the plan in use until the first message or result."""
DASH = Path("-")
"""Standard output, as the name of a file."""
LANG_HELP = "Language of what is written and shown. 输出语言。"


def plan_option(command: Command) -> Command:
    """`--plan` and `--lang`, which every command on a plan has."""
    command = click.option(
        "--plan", "plan_name", default=None, show_default=PLAN_DEFAULT, metavar="DIR|NAME", help=PLAN_HELP
    )(command)
    return lang_option(command)


def lang_option(command: Command) -> Command:
    """`--lang`."""
    return click.option("--lang", type=click.Choice(LANGS), default="zh", show_default=True, help=LANG_HELP)(command)


def output_option(command: Command) -> Command:
    """`-o`, of commands whose result goes to standard output without it."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        callback=lambda _context, _option, value: None if value == DASH else value,
        help="File to write instead of standard output. 写入文件。",
    )(command)


def format_option(package: str) -> Callable[[Command], Command]:
    """`--format`, one of the formats of a package; without it `form_of` decides."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(plugins.names(package)),
        default=None,
        help="How to print (default: by the file's ending, else text). 输出格式。",
    )


def form_of(output: Path | None, package: str, otherwise: str | None = None) -> str:
    """The format that the ending of an output file names; text for standard output.

    Raises
    ------
    InputError
        When no format has that ending and `otherwise` is None.
    """
    if output is None:
        return "text"
    if otherwise is not None:
        return plugins.by_ending(package, output) or otherwise
    return plugins.form_of(package, output, parameter=Parameter("format"))


def rules_option(command: Command) -> Command:
    """`--rules`, of commands that run the rules."""
    return click.option(
        "--rules",
        "rule_packs",
        multiple=True,
        metavar="DIR|NAME",
        help="A folder of rules of one's own (limits.csv, Python rules, which are run), or plan-limits. 自备规则文件夹。",
    )(command)


def status_option(command: Command) -> Command:
    """`--status`, of commands that read a ledger."""
    return click.option(
        "--status",
        "statuses",
        multiple=True,
        metavar="WORD=CODE",
        help="Status that a word means: identified, under_way or recovered, as in 已收储=recovered. 状态用语对应。",
    )(command)


def ledger_options(command: Command) -> Command:
    """`--parcels` and the options on how to read it."""
    given = click.option(
        "--parcels",
        type=click.Path(exists=True, path_type=Path),
        metavar="FILE",
        help="Parcel ledger to count. 地块台账。",
    )
    return given(reading_options(command))


def reading_options(command: Command) -> Command:
    """The options on how to read a ledger."""
    for option in (
        click.option("--as-of", metavar="DATE", help="Day up to which the ledger counts (YYYY-MM-DD). 统计截至日期。"),
        click.option(
            "--crs", "crs_text", metavar="EPSG:…", help="CRS of the ledger, where it states none. 台账坐标系。"
        ),
        click.option(
            "--datum",
            type=click.Choice(["gcj02", "bd09"]),
            help="The ledger's coordinates are shifted as on web maps. 台账坐标为火星或百度坐标。",
        ),
        click.option("--layer", metavar="NAME", help="Layer or sheet of the ledger, of several. 台账的图层或工作表。"),
        click.option(
            "--map",
            "mapped",
            multiple=True,
            metavar="OURS=THEIRS",
            help="Name of a column in the ledger, as in status=状态. 台账列名对应，可多次给出。",
        ),
        status_option,
    ):
        command = option(command)
    return command


def finite(context: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """Refuse what is no number, nan, and infinity: the ranges of click let them pass."""
    if value is not None and not math.isfinite(value):
        raise click.BadParameter(f"'{value}' is no number", context, option)
    return value


def named_pairs(pairs: tuple[str, ...]) -> list[tuple[str, str]]:
    """Our column names and the file's, from OURS=THEIRS."""
    for pair in pairs:
        if not all(part.strip() for part in pair.partition("=")):
            raise InputError(
                Text(f"“--map {pair}”写法不对", f"'--map {pair}' is not as it should be"),
                Text(
                    "写成 --map 我方列=对方列，如 --map parcel_id=宗地代码",
                    "write --map OURS=THEIRS, such as --map parcel_id=宗地代码",
                ),
            )
    named = [(ours.strip(), theirs.strip()) for ours, _, theirs in (pair.partition("=") for pair in pairs)]
    return list(dict.fromkeys(named))  # the same pair twice does no harm


def mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    """Our column names and the file's, from OURS=THEIRS, each once."""
    named = named_pairs(pairs)
    for column in zip(*named, strict=True):
        again = next((name for name in column if column.count(name) > 1), None)
        if again is not None:
            raise InputError(
                Text(f"--map 里“{again}”出现两次", f"--map names '{again}' twice"),
                Text("我方每一列、对方每一列都只对应一次", "let each of our columns and of theirs stand once"),
            )
    return dict(named)


def statuses_of(pairs: tuple[str, ...]) -> dict[str, str]:
    """The status by the word of the ledger, from WORD=CODE."""
    for pair in pairs:
        if not all(part.strip() for part in pair.rpartition("=")):
            raise InputError(
                Text(f"“--status {pair}”写法不对", f"'--status {pair}' is not as it should be"),
                Text("写成 --status 已收储=recovered", "write --status WORD=CODE, such as --status 已收储=recovered"),
            )
    return {word.strip(): code.strip() for word, _, code in (pair.rpartition("=") for pair in pairs)}


def load_plan(plan_name: str | None, lang: Lang) -> Plan:
    """The plan that is named, else the one in the current folder, else the built-in one; which, a message will say.

    It is said before the first message or after the first result, so that a refusal stays one message.
    """
    from yzgeo.plan.load import load

    here = plan_name is None and _is_plan(Path.cwd())
    name = BUILT_IN if plan_name is None else plan_name
    plan = load(Path.cwd() if here else name)
    is_folder = not here and plan_name is not None and Path(plan_name).is_dir()
    where = Text(f"内置 {name}", f"built-in {name}")
    if here or is_folder:
        where = Text("当前文件夹", "current folder") if here else plain(name)
    note = Text(f"规划：{plan.title('zh')}（{where.zh}）", f"plan: {plan.title('en')} ({where.en})")
    click.get_current_context().meta[PLAN_NOTE] = f"yzgeo: {note.of(lang)}"
    return plan


def _is_plan(folder: Path) -> bool:
    """Whether a folder is a plan's, sound or not: a data package with a table of zones."""
    return all((folder / name).is_file() for name in ("datapackage.json", "zones.csv"))


def say_plan() -> None:
    """Say on standard error which plan is in use, once."""
    context = click.get_current_context(silent=True)
    note = context.meta.pop(PLAN_NOTE, None) if context else None
    if note is not None:
        click.echo(one_line(note), err=True)


def with_ledger(
    plan_name: str | None,
    parcels: Path | None,
    mapped: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    layer: str | None,
    datum: str | None,
    statuses: tuple[str, ...],
    lang: Lang,
) -> Plan:
    """The plan, with the ledger of `parcels` if given, as of the day `as_of` if given; remarks on it are shown."""
    from yzgeo.cli.option_names import shown
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.ledger import ledger
    from yzgeo.plan.load import up_to, with_parcels

    plan = load_plan(plan_name, lang)
    if parcels is not None:
        refuse_unprintable(parcels)
        near = plan.district.geometry
        words = statuses_of(statuses)
        read = ledger.read_with_log(parcels, mapping(mapped), crs_text, datum, layer, near, words)
        for remark in ledger.remarks(read):
            say(shown(remark, lang))
        plan = with_parcels(plan, read.frame)
    return plan if as_of is None else up_to(plan, as_of)


def say(message: str) -> None:
    """Print a message on standard error; standard output has only results."""
    say_plan()
    click.echo(one_line(message), err=True)


def show(result: str) -> None:
    """Print lines of text on standard output; what a terminal or a log would obey is shown as text."""
    click.echo(visible(result))
    say_plan()


def refuse_inputs(output: Path | None, plans: Iterable[Plan], files: Iterable[Path | str | None] = ()) -> None:
    """Refuse an output that is a file of one of the plans, or one of the files that the command reads.

    Parameters
    ----------
    output
        The file to be written; None for standard output.
    plans
        The plans that were read.
    files
        Other inputs; what is no file (None, an EPSG code) counts for nothing.

    Raises
    ------
    InputError
        For such an output.
    """
    if output is None:
        return
    from yzgeo.core.output_guard import refuse_output

    given = [Path(file) for file in files if file is not None and os.path.lexists(file)]
    refuse_output(output, [*given, *(file for plan in plans for file in plan_files(plan.folder))])


def plan_files(folder: Path) -> list[Path]:
    """The files of a plan folder, the backups, the rules and the ground in it; other subfolders are none of the plan's."""
    from yzgeo.core.output_guard import GROUND, PREVIOUS, RULES

    return [
        file
        for part in (folder, folder / PREVIOUS, folder / RULES, folder / GROUND)
        if part.is_dir()
        for file in part.iterdir()
        if file.is_file()
    ]


def deliver(content: bytes, output: Path | None) -> None:
    """Write a result to a file atomically, or to standard output."""
    if output is None:
        click.echo(content, nl=False)
    else:
        from yzgeo.core.atomic_write import write_bytes

        write_bytes(output, content)
    say_plan()
