"""A rule pack: a folder with `limits.csv`, and Python rules that run only where the folder is named by the caller.

The folder `rules/` of a plan counts without being named, but for its Python files: a plan comes from others, and data
run no code.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from yzgeo.checks.finding import CONSEQUENCES, SEVERITIES, Finding, Gap, NotChecked, RuleState
from yzgeo.checks.packs import limits, plan_limits
from yzgeo.checks.packs.rule import Rule
from yzgeo.core import plugins
from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import RULES
from yzgeo.core.visible_text import one_line
from yzgeo.plan.model import Plan

PREFIX = "pack:"
"""Before the name of a rule that comes from a pack."""
LIMITS = "limits.csv"
SHIPPED = {"plan-limits": plan_limits.rules}
"""Packs that come with yzgeo, by name."""
INTERFACE = ("TITLE", "clause", "check")


class Packs(NamedTuple):
    """The rules of packs by name, and the state of those that were not run."""

    rules: dict[str, Rule]
    left_out: list[RuleState]


def load(plan: Plan, named: Collection[str | Path] = ()) -> Packs:
    """The rules of the plan's own pack and of those that the caller names.

    Parameters
    ----------
    plan
        The plan that is to be checked; `rules/limits.csv` in its folder is its own pack.
    named
        Folders, or names of `SHIPPED`. The Python rules of these folders are run.

    Raises
    ------
    InputError
        When a pack does not exist or is empty, a table or a Python rule has flaws, or two rules have one name.
    """
    rules: dict[str, Rule] = {}
    left_out: list[RuleState] = []
    own = plan.folder / RULES
    trusted = {Path(name).resolve() for name in named if name not in SHIPPED}
    parts: list[Callable[[], tuple[dict[str, Rule], Path]]] = []
    flaws: list[InputError] = []
    if own.is_dir() and own.resolve() not in trusted:
        if (own / LIMITS).is_file():
            parts.append(lambda: (limits.read(own / LIMITS, plan), own / LIMITS))
        left_out = [_not_run(file) for file in sorted(own.glob("*.py"))]
    for name in dict.fromkeys(named):
        try:
            parts += _parts(plan, name)
        except InputError as refusal:
            flaws.append(refusal)
    for part in parts:
        try:
            _add(rules, *part())
        except InputError as refusal:
            flaws.append(refusal)
    if flaws:
        raise all_of(flaws)
    return Packs(rules, left_out)


def _parts(plan: Plan, name: str | Path) -> list[Callable[[], tuple[dict[str, Rule], Path]]]:
    """What reads the rules of each file of a pack."""
    if name in SHIPPED:
        return [lambda: (SHIPPED[str(name)](plan), Path(name))]
    modules, table = _modules(Path(name)), Path(name) / LIMITS
    of_table = [lambda: (limits.read(table, plan), table)] if table.is_file() else []
    return [*of_table, *(functools.partial(_rules_of, file) for file in modules)]


def _rules_of(file: Path) -> tuple[dict[str, Rule], Path]:
    return {plugins.slug(file.stem): _python_rule(file)}, file


def files(named: Iterable[str | Path]) -> list[Path]:
    """The files of packs that are folders: inputs, which no output may replace."""
    return [file for name in named if name not in SHIPPED for file in _files(Path(name))]


def _files(folder: Path) -> list[Path]:
    present = [folder / LIMITS, *sorted(folder.glob("*.py"))] if folder.is_dir() else []
    return [file for file in present if file.is_file()]


def _modules(folder: Path) -> list[Path]:
    """The Python rules of a folder; a folder that holds no rule is refused."""
    if not folder.is_dir():
        shipped_zh, shipped_en = "、".join(SHIPPED), ", ".join(SHIPPED)
        raise InputError(
            Text(f"“{folder}”不是文件夹", f"'{folder}' is no folder"),
            Text(
                f"给出规则文件夹，或自带的 {shipped_zh}；企业评价用 yzgeo evaluate",
                f"name a folder of rules, or {shipped_en}, which comes with yzgeo; firms are evaluated by: yzgeo evaluate",
            ),
        )
    with refuse_unreadable(folder):
        present = _files(folder)
    if not present:
        raise InputError(
            Text(f"没有 {LIMITS}，也没有 Python 规则", f"holds no {LIMITS} and no Python rule"),
            Text("见 docs/rule-packs.zh.md", "see docs/rule-packs.md"),
            file=str(folder),
        )
    return [file for file in present if file.suffix == ".py"]


def _add(rules: dict[str, Rule], more: dict[str, Rule], file: Path) -> None:
    for name, rule in more.items():
        if f"{PREFIX}{name}" in rules:
            raise InputError(
                Text(f"规则“{name}”在几个规则包中都有", f"the rule '{name}' is in several packs"),
                Text("改其中一个的编号", "rename one of them"),
                file=str(file),
            )
        rules[f"{PREFIX}{name}"] = rule


def _python_rule(file: Path) -> Rule:
    """The rule of a Python file that the caller trusts; what it does wrong when it runs is refused like its flaws."""
    module = _module(file)
    missing = [name for name in INTERFACE if not hasattr(module, name)]
    if missing:
        raise InputError(
            Text(f"不是规则：缺 {'、'.join(missing)}", f"is no rule: it lacks {', '.join(missing)}"),
            Text("照 CONTRIBUTING.md 的例子写", "write it like the example in CONTRIBUTING.md"),
            file=str(file),
        )
    flaws = [f"{name}: {wanted}" for name, wanted in _WANTED.items() if not _fits(getattr(module, name), wanted)]
    if flaws:
        raise _no_rule(file, "; ".join(flaws))

    def clause(plan: Plan) -> str:
        try:
            told = module.clause(plan)
        except InputError:
            raise
        except Exception as error:
            raise _does_not_run(file, error) from error
        if not isinstance(told, str):
            raise _no_rule(file, f"clause(plan) -> str, not {type(told).__name__}")
        return told

    def check(plan: Plan) -> Iterator[Finding | Gap | NotChecked]:
        try:
            results = list(module.check(plan))
        except InputError:
            raise
        except Exception as error:
            raise _does_not_run(file, error) from error
        for result in results:
            flaw = _flaw(result)
            if flaw:
                raise _no_rule(file, flaw)
        yield from results

    manual = module.__doc__ if isinstance(module.__doc__, str) else module.TITLE.en
    return Rule(module.TITLE, clause, check, manual.strip())


_WANTED = {"TITLE": "Text(zh, en)", "clause": "clause(plan)", "check": "check(plan)"}


def _fits(value: object, wanted: str) -> bool:
    return _is_text(value) if wanted.startswith("Text") else callable(value)


def _is_text(value: object) -> bool:
    return isinstance(value, Text) and all(isinstance(one, str) for one in value)


def _flaw(result: object) -> str:
    """What makes a result of `check` none that can be told; empty where nothing does."""
    texts: tuple[str, ...]
    words: tuple[str, ...]
    if isinstance(result, NotChecked):
        texts, words = ("reason",), ()
    elif isinstance(result, Gap):
        texts, words = ("message", "remedy"), ("subject", "source")
    elif isinstance(result, Finding):
        texts, words = ("message", "reading", "remedy"), ("subject", "clause", "aspect")
        if result.severity not in SEVERITIES or result.consequence not in CONSEQUENCES:
            return f"severity: {' | '.join(SEVERITIES)}; consequence: {' | '.join(CONSEQUENCES)}"
        if not isinstance(result.values, dict):
            return "values: dict"
    else:
        return f"check(plan) -> Finding | Gap | NotChecked, not {type(result).__name__}"
    flaws = [f"{name}: Text(zh, en)" for name in texts if not _is_text(getattr(result, name))]
    flaws += [f"{name}: str" for name in words if not isinstance(getattr(result, name), str)]
    return "; ".join(flaws)


def _no_rule(file: Path, wanted: str) -> InputError:
    wanted = one_line(wanted)
    return InputError(
        Text(f"不合规则的写法：应为 {wanted}", f"is not written as a rule is: wanted {wanted}"),
        Text("照 CONTRIBUTING.md 的例子写", "write it like the example in CONTRIBUTING.md"),
        file=str(file),
    )


def _does_not_run(file: Path, error: Exception) -> InputError:
    """The refusal of a rule that raises, at the last of its own lines that ran."""
    problem = one_line(f"{type(error).__name__}: {error}")
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    return InputError(
        Text(f"不能运行（{problem}）", f"does not run ({problem})"),
        Text("改正这个规则", "mend the rule"),
        file=str(file),
        row=lines[-1] if lines else getattr(error, "lineno", None),
    )


def _module(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"yzgeo_pack_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise InputError(
            Text("不能作为 Python 读入", "cannot be read as Python"), Text("核对文件", "check the file"), file=str(file)
        )
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # the office's folder stays as it is
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise _does_not_run(file, error) from error
    finally:
        sys.dont_write_bytecode = writes
    return module


def _not_run(file: Path) -> RuleState:
    name = f"{RULES}/{file.name}"
    reason = Text(
        f"规划文件夹中的 Python 规则不自动运行（{name}）；信得过其来源，则指名这个规则文件夹",
        f"a Python rule in a plan folder is not run by itself ({name}); name the folder of rules if you trust where it is from",
    )
    return RuleState(f"{PREFIX}{plugins.slug(file.stem)}", Text(name, name), name, "not_checked", reason)
