"""Refusals of input: unreadable files, unwritable places, unknown names; each says where, what, and the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from yzgeo.core.i18n import NOTHING, Lang, Text
from yzgeo.core.visible_text import one_line


class Parameter(NamedTuple):
    """A parameter by which a remedy can be followed: its Python name, and a value for it where one is known.

    The library tells a remedy in plain words; whoever shows it adds how the parameter is given there: the command its
    option, Python its keyword.

    >>> print(Parameter("crs", Text("EPSG:4549", "EPSG:4549")).keyword("en"))
    crs=EPSG:4549
    """

    name: str
    value: Text = NOTHING
    other: str = ""
    """Another parameter, without a value, that answers the refusal otherwise: to skip where one may replace."""

    def keyword(self, lang: Lang) -> str:
        """As a Python caller gives it."""
        return f"{self.name}={self.value.of(lang)}"


class Advice(Text):
    """A text that tells what to do, and the parameter to do it with.

    >>> print(Advice("指明坐标系", "state the CRS", Parameter("crs")).parameter.keyword("en"))
    crs=
    """

    parameter: Parameter

    def __new__(cls, zh: str, en: str, parameter: Parameter) -> Advice:
        """A Text; nothing else of it changes."""
        advice = super().__new__(cls, zh, en)
        advice.parameter = parameter
        return advice

    def __getnewargs__(self) -> tuple[str, str, Parameter]:
        return self.zh, self.en, self.parameter


class InputError(Exception):
    """An input cannot be used; the command ends with exit code 2.

    Flaws *of a plan* (a wrong total, a missing park) are findings, never this.

    Parameters
    ----------
    problem, remedy
        What is wrong, and what the user can do, in both languages.
    file, row, column
        The place, as far as it is known; `row` counts lines of the file, the header being 1.
    parameter
        What the caller can give to follow the remedy.

    It survives pickling and copying whole, so that a worker's refusal is told as one's own.

    >>> error = InputError(
    ...     Text("“十六”不是数", "'十六' is not a number"),
    ...     Text("请写成 16.88", "write it as 16.88"),
    ...     file="zones.csv", row=2, column="usable_area_km2",
    ... )
    >>> print(error.message("en"))
    zones.csv, row 2, column usable_area_km2: '十六' is not a number. Remedy: write it as 16.88.
    """

    def __init__(
        self,
        problem: Text,
        remedy: Text,
        *,
        file: str | None = None,
        row: int | None = None,
        column: str | None = None,
        parameter: Parameter | None = None,
    ) -> None:
        super().__init__(problem, remedy)  # what pickling calls the class with; the rest is in __dict__
        self.problem = problem
        self.remedy = remedy
        self.file = file
        self.row = row
        self.column = column
        self.parameter = parameter
        self.others: tuple[InputError, ...] = ()
        """Further refusals of the same input, told with this one (see `all_of`)."""

    def __str__(self) -> str:
        return self.message("en")

    def at(
        self,
        *,
        file: str | None = None,
        row: int | None = None,
        remedy: Text | None = None,
        parameter: Parameter | None = None,
    ) -> InputError:
        """The same refusal with a more precise place or remedy; a new remedy drops the parameter.

        >>> error = InputError(Text("没有要素", "has no features"), Text("核对图层", "check the layer"), row=3)
        >>> print(error.at(file="zones.shp").message("en"))
        zones.shp, row 3: has no features. Remedy: check the layer.
        """
        return InputError(
            self.problem,
            remedy or self.remedy,
            file=self.file if file is None else file,
            row=self.row if row is None else row,
            column=self.column,
            parameter=parameter or (None if remedy else self.parameter),
        )

    def message(self, lang: Lang, given: Callable[[Parameter, Lang], str] = Parameter.keyword) -> str:
        """The message in one line: place, problem, remedy; `given` words the parameter for the place where it is shown.

        Cells, names and paths in it are strangers' text: what a terminal or a log would obey is shown as text.

        >>> error = InputError(Text("有几个图层", "has several layers"), Text("取其一", "take one"), parameter=Parameter("layer"))
        >>> print(error.message("en"))
        has several layers. Remedy: take one (layer=).

        Where there are several refusals, each has a line of its own.
        """
        if self.others:
            return self._several(lang, given)
        named = "" if self.parameter is None else given(self.parameter, lang)
        if lang == "zh":
            places = [self.file, self.row and f"第 {self.row} 行", self.column and f"{self.column} 列"]
            where = "，".join(str(place) for place in places if place)
            return one_line(
                f"{where}{'：' if where else ''}{self.problem.zh}。处理办法：{self.remedy.zh}{named and f'（{named}）'}。"
            )
        places = [self.file, self.row and f"row {self.row}", self.column and f"column {self.column}"]
        where = ", ".join(str(place) for place in places if place)
        return one_line(
            f"{where}{': ' if where else ''}{self.problem.en}. Remedy: {self.remedy.en}{named and f' ({named})'}."
        )

    def _several(self, lang: Lang, given: Callable[[Parameter, Lang], str]) -> str:
        count = 1 + len(self.others)
        shown = [self.at(), *self.others[: MOST_TOLD - 1]]
        head = Text(f"有 {count} 处问题：", f"{count} problems:").of(lang)
        rest = Text(f"（另有 {count - len(shown)} 处未列出）", f"(and {count - len(shown)} more)").of(lang)
        lines = [head, *(f"  {refusal.message(lang, given)}" for refusal in shown)]
        return "\n".join(lines + ([rest] if count > len(shown) else []))


MOST_TOLD = 50
"""Most refusals of one input that are told; who has more has one cause for many."""


def all_of(refusals: Sequence[InputError]) -> InputError:
    """One refusal that tells several, so that an input is mended in one go; its place is that of the first.

    >>> flaws = [InputError(Text("缺列", "a column is missing"), Text("补上", "add it"), file=name) for name in ("a.csv", "b.csv")]
    >>> print(all_of(flaws).message("en"))
    2 problems:
      a.csv: a column is missing. Remedy: add it.
      b.csv: a column is missing. Remedy: add it.
    >>> print(all_of(flaws[:1]).message("en"))
    a.csv: a column is missing. Remedy: add it.
    """
    flat = [one for refusal in refusals for one in (refusal.at(), *refusal.others)]
    first = flat[0]
    first.others = tuple(flat[1:])
    return first


DETAIL_CHARACTERS = 150
"""Most characters of a library's message in ours: some repeat a whole file."""


WORDED = (ValueError, ArithmeticError, RuntimeError, OSError)
"""Builtin exceptions that say what is wrong in words; the text of others, of KeyError say, needs their name with it."""


ADVICE = re.compile("; (?:It might help|use sys)")
"""From here on a message of pyogrio or of Python advises an option that yzgeo does not have."""


def unknown_ending(
    file: Path | str, names: Iterable[str], remedy: Text | None = None, parameter: Parameter | None = None
) -> InputError:
    """The refusal of a file whose ending names no format; `parameter` is what may name it instead.

    >>> print(unknown_ending(Path("a.xyz"), [".csv", ".json"]).message("en"))
    a.xyz: the ending '.xyz' is not known. Remedy: use one of: .csv, .json.
    """
    endings, suffix = list(names), Path(file).suffix
    return InputError(
        Text(f"不认得扩展名“{suffix}”", f"the ending '{suffix}' is not known"),
        remedy or Text(f"用其一：{'、'.join(endings)}", f"use one of: {', '.join(endings)}"),
        file=str(file),
        parameter=parameter,
    )


def unreadable(file: Path | str, error: Exception) -> InputError:
    """The refusal of an unreadable file: damaged, incomplete, or not of the format of its ending.

    >>> print(unreadable(Path("a.shp"), ValueError("no header")).message("en"))
    a.shp: cannot be read, it is damaged or not what its ending says (no header). Remedy: export it again from the \
program that made it.
    """
    if isinstance(error, MemoryError):
        return InputError(
            Text("读它所需的内存超出本机所有", "takes more memory to read than there is"),
            Text("拆成几个较小的文件", "split it into smaller files"),
            file=str(file),
        )
    if isinstance(error, RecursionError):
        return InputError(
            Text("内容嵌套太深", "its content nests too deep"),
            Text("在制作它的软件中重新导出", "export it again from the program that made it"),
            file=str(file),
        )
    lines = ADVICE.split(" ".join(str(error).split()))[0]
    detail = (
        lines if isinstance(error, WORDED) and lines not in ("", "None") else f"{type(error).__name__} {lines}".strip()
    )
    detail = detail[:DETAIL_CHARACTERS]
    return InputError(
        Text(
            f"文件读不出来，可能已损坏、不完整或扩展名与内容不符（{detail}）",
            f"cannot be read, it is damaged or not what its ending says ({detail})",
        ),
        Text("在制作它的软件中重新导出", "export it again from the program that made it"),
        file=str(file),
    )


def unusable(error: OSError) -> InputError:
    """The refusal of a file that the system cannot open.

    >>> print(unusable(PermissionError(13, "Permission denied", "a.shp")).message("en"))
    a.shp: cannot be opened (Permission denied). Remedy: check the path and the permissions.
    """
    reason = error.strerror or str(error) or type(error).__name__
    return InputError(
        Text(f"打不开（{reason}）", f"cannot be opened ({reason})"),
        Text("检查路径与权限", "check the path and the permissions"),
        file=str(error.filename),
    )


def unwritable(place: Path, error: OSError) -> InputError:
    """The refusal of a file or folder that the system cannot write; the old content is unchanged.

    >>> print(unwritable(Path("maps"), PermissionError(13, "Permission denied")).message("en"))
    maps: cannot be written (Permission denied); what was there is unchanged. Remedy: check permissions and disk \
space, close the program that has it open.
    """
    reason = " ".join(str(error.strerror or error).split())
    if len(reason) > DETAIL_CHARACTERS:  # a library may begin with pages of SQL
        reason = f"…{reason[-DETAIL_CHARACTERS:]}"
    return InputError(
        Text(f"无法写入（{reason}），原有内容未动", f"cannot be written ({reason}); what was there is unchanged"),
        Text(
            "检查权限与磁盘空间，关闭占用它的程序",
            "check permissions and disk space, close the program that has it open",
        ),
        file=str(place),
    )
