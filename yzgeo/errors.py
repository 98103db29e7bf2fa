"""What can go wrong before any work is done: each message says where, what, and how to mend it."""

from __future__ import annotations

from yzgeo.i18n import Lang, Text


class InputError(Exception):
    """Something the user gave cannot be used; the command ends with exit code 2.

    Flaws *of a plan* (a wrong total, a missing park) are findings, never this.

    Parameters
    ----------
    problem, remedy
        What is wrong and what to do about it, in both languages.
    file, row, column
        The place, as far as it is known; `row` counts lines of the file, the header being 1.

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
    ) -> None:
        self.problem = problem
        self.remedy = remedy
        self.file = file
        self.row = row
        self.column = column
        super().__init__(self.message("en"))

    def at(self, *, file: str | None = None, row: int | None = None, remedy: Text | None = None) -> InputError:
        """The same refusal where more is known of its place or its remedy.

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
        )

    def message(self, lang: Lang) -> str:
        """The one line to show: place, problem, remedy."""
        if lang == "zh":
            places = [self.file, self.row and f"第 {self.row} 行", self.column and f"{self.column} 列"]
            where = "，".join(str(place) for place in places if place)
            return f"{where}{'：' if where else ''}{self.problem.zh}。处理办法：{self.remedy.zh}。"
        places = [self.file, self.row and f"row {self.row}", self.column and f"column {self.column}"]
        where = ", ".join(str(place) for place in places if place)
        return f"{where}{': ' if where else ''}{self.problem.en}. Remedy: {self.remedy.en}."
