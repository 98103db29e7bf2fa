"""Read the tables of a plan folder and validate them against their schema.

The schema is `schema.json` beside this module: a Frictionless Table Schema for each table, with a version. Every plan
folder carries a copy in its `datapackage.json`, so that `frictionless validate` judges it as the loader does.
Frictionless validates, this module turns its reports into messages with file, row, column and remedy: all of them.
"""

from __future__ import annotations

import csv
import functools
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import frictionless
import numpy as np
import pandas as pd

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode
from yzgeo.plan.transaction import valid_file, valid_files

Descriptor = dict[str, Any]

_TRUE = {"true", "True", "TRUE", "1"}
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
ID_PATTERN = "[a-z0-9][a-z0-9_.-]*"
"""What the schema demands of ids."""
LAST_YEAR = 9999
MOST = 2**53
"""Beyond it whole numbers are no longer exact in every program that reads the tables."""
_PANDAS_TYPES = {"string": "str", "number": "float64", "integer": "Int64", "year": "Int64"}


def built_in() -> Path:
    """The folder of the plans that come with yzgeo: in the package when installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "geodata"
    return installed if installed.is_dir() else package.parent / "geodata"


def descriptor(folder: Path) -> Descriptor:
    """The content of a folder's `datapackage.json`.

    Raises
    ------
    InputError
        When there is none or it is not a JSON object.
    """
    file = valid_file(folder, "datapackage.json")
    if not file.is_file():
        raise InputError(
            Text("没有 datapackage.json，不是规划文件夹", "there is no datapackage.json, so this is not a plan folder"),
            Text("用 yzgeo new 建一个空的规划文件夹", "make an empty plan folder with: yzgeo new DIR"),
            file=str(folder),
        )
    with refuse_unreadable(file):
        content = _parsed(file)
    if not isinstance(content, dict):
        raise InputError(
            Text("应是一个 JSON 对象", "must be a JSON object"),
            Text("与内置规划的 datapackage.json 对照", "compare with the one of the built-in plan"),
            file=str(file),
        )
    return content


def _parsed(file: Path) -> Any:
    try:
        content = json.loads(decode(file), parse_constant=_refuse_constant)
        json.dumps(content, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise InputError(
            Text(f"不是合法的 JSON（{error.msg}）", f"not valid JSON ({error.msg})"),
            Text("改正这一行", "correct this line"),
            file=str(file),
            row=error.lineno,
        ) from error
    except UnicodeEncodeError as error:  # half a character, written as \ud800
        half = error.object[error.start]
        raise InputError(
            Text(f"文字中有半个字符（{half!a}）", f"its text holds half a character ({half!a})"),
            Text("改正或删去这个字符", "correct the character, or remove it"),
            file=str(file),
        ) from error
    return content


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


@functools.cache
def schema() -> Descriptor:
    """The schema of plan folders: `version`, and `tables` with name, titles in both languages and Table Schema.

    >>> print(schema()["version"], schema()["tables"][0]["title_en"])
    2 clauses
    """
    content: Descriptor = json.loads((Path(__file__).parent / "schema.json").read_text("utf-8"))
    return content


def table_schemas() -> dict[str, Descriptor]:
    """Name of each table of a plan folder, and its Table Schema."""
    return {table["name"]: table["schema"] for table in schema()["tables"]}


def resources() -> list[Descriptor]:
    """The tables and outlines of a plan folder as its `datapackage.json` names them.

    >>> print([resource["path"] for resource in resources()][-2:])
    ['district.geojson', 'zones.geojson']
    """
    listed = [
        {
            "name": table["name"],
            "type": "table",
            "title": table["title"],
            "description": table["description"],
            "path": f"{table['name']}.csv",
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": table["schema"],
        }
        for table in schema()["tables"]
    ]
    outlines = {
        "district_outline": ("district.geojson", "行政区界线（CGCS2000）"),
        "zone_outlines": ("zones.geojson", "片区范围（CGCS2000；示意或法定）"),
    }
    return listed + [
        {"name": name, "title": title, "path": path, "mediatype": "application/geo+json", "encoding": "utf-8"}
        for name, (path, title) in outlines.items()
    ]


def version_of(package: Descriptor) -> int:
    """The version of the schema that a folder was made for; folders without one are of version 1."""
    version = package.get("schema_version", 1)
    return version if type(version) is int else 0


def refuse_other_schema(folder: Path, package: Descriptor) -> None:
    """Refuse a folder of another version of the schema, or whose own copy of it says something else.

    Raises
    ------
    InputError
        With the command that carries an older folder over.
    """
    file, ours, theirs = str(folder / "datapackage.json"), schema()["version"], version_of(package)
    migrate = Text(
        f"运行 yzgeo migrate {folder}（旧文件留底）", f"run: yzgeo migrate {folder} (the old files are kept)"
    )
    if theirs > ours:
        raise InputError(
            Text(f"是更新版本的规划文件夹（模式 {theirs}）", f"the folder is of a newer yzgeo (schema {theirs})"),
            Text("升级 yzgeo", "upgrade yzgeo"),
            file=file,
            column="schema_version",
        )
    if theirs != ours:
        raise InputError(
            Text(
                f"是旧版的规划文件夹（模式 {theirs}，现为 {ours}）",
                f"the folder is of an older yzgeo (schema {theirs}, today {ours})",
            ),
            migrate,
            file=file,
            column="schema_version",
        )
    for name, table in table_schemas().items():
        own = _own_schema(package, name)
        if own is None and valid_file(folder, f"{name}.csv").is_file():
            raise InputError(
                Text(f"resources 中没有 {name}.csv", f"its resources do not name {name}.csv"),
                migrate,
                file=file,
                column="resources",
            )
        if own is not None and not _says_the_same(own, table):
            raise InputError(
                Text(f"其中 {name}.csv 的模式不是 yzgeo 的", f"its schema of {name}.csv is not that of yzgeo"),
                migrate,
                file=file,
                column="resources",
            )


def _own_schema(package: Descriptor, name: str) -> object:
    """A folder's own copy of the schema of a table; None where it does not name the table."""
    listed = package.get("resources")
    found = (
        [entry for entry in listed if isinstance(entry, dict) and entry.get("name") == name]
        if isinstance(listed, list)
        else []
    )
    return found[0].get("schema", {}) if found else None


def _says_the_same(own: object, ours: Descriptor) -> bool:
    """Whether a schema judges as ours does: the same keys and fields, and perhaps columns of one's own after them."""
    if not isinstance(own, dict) or not isinstance(own.get("fields"), list):
        return False
    count = len(ours["fields"])
    fields = [entry for entry in own["fields"] if isinstance(entry, dict)]
    judged = [
        [(field.get("name"), field.get("type"), field.get("constraints")) for field in group]
        for group in (fields[:count], ours["fields"])
    ]
    keys = ("missingValues", "primaryKey", "foreignKeys")
    return judged[0] == judged[1] and all(own.get(key) == ours.get(key) for key in keys)


class Reading(NamedTuple):
    """What could be read of a folder's tables, so that more than their schema can be judged.

    - `frames`: by name the tables whose rows could be read, as `read` gives them; cells that cannot be used are missing
    - `lines`: by name the row of the file of the header and of each row of the frame
    - `flaws`: what is wrong with the tables
    """

    frames: dict[str, pd.DataFrame]
    lines: dict[str, list[int]]
    flaws: list[InputError]


class RowFlaw(NamedTuple):
    """A flaw of a row of a table: `position` counts the rows of the frame from 0."""

    table: str
    position: int
    column: str
    problem: Text
    remedy: Text


def located(folder: Path, reading: Reading, flaws: Iterable[RowFlaw]) -> list[InputError]:
    """Flaws of rows as refusals with file and row, without those of a cell of which a flaw is told already."""
    told = {(flaw.file, flaw.row, flaw.column) for flaw in reading.flaws}
    refusals = [
        InputError(
            flaw.problem,
            flaw.remedy,
            file=str(folder / f"{flaw.table}.csv"),
            row=reading.lines[flaw.table][flaw.position + 1],
            column=flaw.column,
        )
        for flaw in flaws
    ]
    return [one for one in refusals if (one.file, one.row, one.column) not in told]


def read(folder: Path) -> dict[str, pd.DataFrame]:
    """All tables of a plan folder, validated against their schema and typed.

    Parameters
    ----------
    folder
        A plan folder; each table is the CSV file of its name in it.

    Returns
    -------
    dict of DataFrame
        By table name; numbers are float64, integers and years Int64, missing text is NaN.
        Columns outside the schema are kept as text after the others.

    Raises
    ------
    InputError
        On flaws, all of them: which file, row and column, and what to do.
    """
    reading = examine(folder)
    if reading.flaws:
        raise all_of(reading.flaws)
    return reading.frames


def examine(folder: Path) -> Reading:
    """The tables of a plan folder as far as they can be read, and what is wrong with them.

    Raises
    ------
    InputError
        When the descriptor cannot be used: what the tables must be is not known then.
    """
    schemas = table_schemas()
    package = descriptor(folder)
    refuse_other_schema(folder, package)
    records: dict[str, list[list[str]]] = {}
    lines: dict[str, list[int]] = {}
    flaws: list[InputError] = []
    with refuse_unreadable(folder):
        files = valid_files(folder)
    for name, table in schemas.items():
        file = files.get(f"{name}.csv", folder / f"{name}.csv")
        if _own_schema(package, name) is None:  # a table that the plan does without
            records[name], lines[name] = [[field["name"] for field in table["fields"]]], [1]
            continue
        try:
            with refuse_unreadable(file):
                records[name], lines[name] = _records(file, table)
        except InputError as refusal:
            flaws.append(refusal)
    readable = {name: table for name, table in schemas.items() if name in records}
    with refuse_unreadable(folder):
        flaws += _validate(folder, readable, records, lines)
    told = {(flaw.file, flaw.row, flaw.column) for flaw in flaws}
    frames = {}
    for name, table in readable.items():
        frames[name], found = _frame(folder / f"{name}.csv", table, records[name], lines[name])
        flaws += [flaw for flaw in found if (flaw.file, flaw.row, flaw.column) not in told]
    return Reading(frames, lines, flaws)


def cells(folder: Path, name: str) -> list[list[str]]:
    """One table as its file has it: header and rows as text, without blank rows, columns of one's own behind the others.

    Raises
    ------
    InputError
        When the file cannot be read, lacks a column or has rows of another length.

    >>> print(cells(built_in() / "yinzhou", "tolerances"))
    [['rule', 'value', 'reason']]
    """
    schema, file = table_schemas()[name], valid_file(folder, f"{name}.csv")
    if not file.is_file() and _own_schema(descriptor(folder), name) is None:  # a table that the plan does without
        return [[field["name"] for field in schema["fields"]]]
    with refuse_unreadable(file):
        return _records(file, schema)[0]


def _records(file: Path, schema: Descriptor) -> tuple[list[list[str]], list[int]]:
    """Header and rows of a CSV file without blank rows, and the row number of each in a spreadsheet."""
    if not file.is_file():
        raise InputError(
            Text("文件不存在", "the file is missing"),
            Text(
                "用 yzgeo new 建一个空文件夹，把其中的同名表拷来",
                "copy the table of this name from a folder made with yzgeo new",
            ),
            file=str(file),
        )
    try:
        parsed = [row.cells for row in csv_rows(decode(file), strict=True)]
    except csv.Error as error:
        raise InputError(
            Text(f"不是合法的 CSV（{error}）", f"not valid CSV ({error})"),
            Text("检查引号是否成对，另存为 CSV UTF-8", "check that quotes come in pairs, save as CSV UTF-8"),
            file=str(file),
        ) from error
    holds_nul = next((number for number, row in enumerate(parsed, start=1) if "\x00" in "".join(row)), None)
    if holds_nul is not None:  # most formats and programs would cut the text there
        raise InputError(
            Text("含有空字符（NUL），文件可能已损坏", "holds a NUL character, the file may be damaged"),
            Text("用表格软件打开，另存为 CSV UTF-8", "open it in a spreadsheet and save as CSV UTF-8"),
            file=str(file),
            row=holds_nul,
        )
    numbered = [
        (number, [cell.strip() for cell in row])
        for number, row in enumerate(parsed, start=1)
        if any(map(str.strip, row))
    ]
    if not numbered:
        raise InputError(
            Text("文件是空的", "the file is empty"),
            Text(f"第一行应为：{_header(schema)}", f"the first row must be: {_header(schema)}"),
            file=str(file),
        )
    header = numbered[0][1]
    schema_columns = [field["name"] for field in schema["fields"]]
    flaws = [
        InputError(
            Text("缺这一列", "the column is missing")
            if column not in header
            else Text("这一列重复", "the column stands twice"),
            Text(f"表头应有：{_header(schema)}", f"the header must have: {_header(schema)}"),
            file=str(file),
            row=numbered[0][0],
            column=column,
        )
        for column in schema_columns
        if header.count(column) != 1
    ]
    flaws += [
        InputError(
            Text(f"有 {len(row)} 格，表头有 {len(header)} 列", f"has {len(row)} cells, the header has {len(header)}"),
            Text("补齐或删去多余的格；含逗号的文字要加引号", "add or remove cells; put quotes around text with commas"),
            file=str(file),
            row=number,
        )
        for number, row in numbered[1:]
        if len(row) != len(header)
    ]
    if flaws:
        raise all_of(flaws)
    extra = [column for column in header if column not in schema_columns]
    places = [header.index(column) for column in [*schema_columns, *extra]]
    return [[row[place] for place in places] for _, row in numbered], [number for number, _ in numbered]


def _header(schema: Descriptor) -> str:
    return ",".join(field["name"] for field in schema["fields"])


def _validate(
    folder: Path,
    schemas: dict[str, Descriptor],
    records: dict[str, list[list[str]]],
    lines: dict[str, list[int]],
) -> list[InputError]:
    """The flaws that Frictionless finds; keys of tables that could not be read are not looked up."""
    resources = [
        frictionless.Resource(
            name=name,
            data=_rows_of(records[name], len(table["fields"])),
            schema=frictionless.Schema.from_descriptor(_without_keys_of_others(table, schemas)),
        )
        for name, table in schemas.items()
    ]
    report = frictionless.Package(resources=resources).validate()
    flaws = []
    for task in report.tasks:
        for error in task.errors:
            problem, remedy, column = _explain(error, task.name, schemas[task.name])
            row_number = getattr(error, "row_number", None)
            row = lines[task.name][row_number - 1] if row_number else None
            flaws.append(InputError(problem, remedy, file=str(folder / f"{task.name}.csv"), row=row, column=column))
    return flaws


def _without_keys_of_others(table: Descriptor, schemas: dict[str, Descriptor]) -> Descriptor:
    keys = [key for key in table.get("foreignKeys", []) if key["reference"]["resource"] in ("", *schemas)]
    return {
        **{name: value for name, value in table.items() if name != "foreignKeys"},
        **({"foreignKeys": keys} if keys else {}),
    }


def _rows_of(rows: list[list[str]], count: int) -> Callable[[], Iterator[list[str]]]:
    """The first cells of each row, as a function, since Frictionless deep-copies lists several times."""
    return lambda: (row[:count] for row in rows)


def _explain(error: Any, name: str, schema: Descriptor) -> tuple[Text, Text, str | None]:
    """Problem, remedy and column of one error that Frictionless reports."""
    fields = {field["name"]: field for field in schema["fields"]}
    column = getattr(error, "field_name", None)
    cell = getattr(error, "cell", None)
    if error.type == "type-error":
        if fields[column]["type"] == "boolean":
            return (
                Text(f"“{cell}”不是 true 或 false", f"'{cell}' is not true or false"),
                Text("是 写作 true，否 写作 false", "write true for yes, false for no"),
                column,
            )
        nouns = {"integer": ("整数", "a whole number"), "year": ("年份", "a year")}
        zh, en = nouns.get(fields[column]["type"], ("数", "a number"))
        return Text(f"“{cell}”不是{zh}", f"'{cell}' is not {en}"), _remedy_of_number(fields[column], cell), column
    if error.type == "constraint-error":
        constraints = fields[column].get("constraints", {})
        if cell in (None, ""):
            return Text("必填而为空", "must not be empty"), Text("填上这一格", "fill in this cell"), column
        if unicodedata.normalize("NFKC", str(cell)).lower() == "nan":
            return *_not_finite(cell), column
        if "enum" in constraints:
            allowed = constraints["enum"]
            return (
                Text(f"“{cell}”不在允许的取值之中", f"'{cell}' is not one of the allowed values"),
                Text(f"取其一：{'、'.join(allowed)}", f"use one of: {', '.join(allowed)}"),
                column,
            )
        if constraints.get("pattern") == ID_PATTERN:
            return (
                Text(f"“{cell}”不能作编号", f"'{cell}' cannot be an id"),
                Text(
                    "只用小写英文字母、数字、连字符、点和下划线，以字母或数字开头，如 a-1",
                    "use lower-case letters, digits, hyphens, dots and underscores only, "
                    "with a letter or a digit first, as in a-1",
                ),
                column,
            )
        rules = ", ".join(f"{key} {value}" for key, value in constraints.items() if key != "required")
        return (
            Text(f"“{cell}”不合约束", f"'{cell}' breaks a constraint"),
            Text(f"应满足：{rules}", f"it must satisfy: {rules}"),
            column,
        )
    if error.type == "foreign-key":
        names, cells = error.field_names, error.field_cells
        target, key = error.reference_name or name, error.reference_field_names[0]
        return (
            Text(
                f"“{cells[0]}”在 {target}.csv 的 {key} 列中没有",
                f"'{cells[0]}' does not stand in column {key} of {target}.csv",
            ),
            Text(f"改成 {target}.csv 中有的值，或在那里加一行", f"use a value of {target}.csv, or add a row there"),
            names[0],
        )
    if error.type in ("primary-key", "unique-error"):
        key = schema.get("primaryKey", [column])
        return (
            Text("与前面一行的键相同", "has the same key as an earlier row"),
            Text("键不得重复：改名或删去一行", "keys must differ: rename or remove one row"),
            column or ",".join(key),
        )
    return Text(error.message, error.message), Text("改正这一处", "correct this place"), column


def _frame(
    file: Path, schema: Descriptor, rows: list[list[str]], lines: list[int]
) -> tuple[pd.DataFrame, list[InputError]]:
    """The rows as a typed table, and the flaws of its cells; what cannot be used is missing."""
    cells = pd.DataFrame(rows[1:], columns=rows[0], dtype="str")
    frame = cells.replace("", np.nan)
    flaws = []
    for field in schema["fields"]:
        name, kind = field["name"], field["type"]
        if kind == "boolean":
            frame[name] = cells[name].isin(_TRUE)
        elif kind != "string":
            frame[name], found = _numbers(field, frame[name])
            flaws += [
                InputError(problem, remedy, file=str(file), row=lines[position + 1], column=name)
                for position, (problem, remedy) in found.items()
            ]
    return frame, flaws


def _numbers(field: Descriptor, cells: pd.Series) -> tuple[pd.Series, dict[int, tuple[Text, Text]]]:
    """Cells as numbers, and what is wrong by position; full-width digits of Chinese keyboards are accepted."""
    kind = field["type"]
    present = cells.dropna()
    if not present.str.isascii().all():
        present = present.map(lambda text: unicodedata.normalize("NFKC", text))
    numbers = pd.to_numeric(present, errors="coerce").reindex(cells.index)
    size = numbers.astype("float64").abs()
    most = {"year": LAST_YEAR, "integer": MOST}.get(kind, np.inf)
    is_flawed = cells.notna() & (numbers.isna() | (size > most) | np.isinf(size))
    flaws = {}
    for position in np.flatnonzero(is_flawed):
        cell = str(cells.iloc[position])
        if np.isinf(size.iloc[position]) or unicodedata.normalize("NFKC", cell).lower() == "nan":
            flaws[int(position)] = _not_finite(cell)
        elif np.isnan(size.iloc[position]):
            flaws[int(position)] = (
                Text(f"“{cell}”不是数", f"'{cell}' is not a number"),
                _remedy_of_number(field, cell),
            )
        else:
            flaws[int(position)] = (
                Text(f"“{cell[:40]}”太大", f"'{cell[:40]}' is too large"),
                Text(f"不得超过 {most}", f"write {most} at most"),
            )
    usable = numbers.astype("float64").mask(is_flawed)
    if kind != "number":
        usable = usable.mask(usable % 1 != 0)  # told by the schema
    return usable.astype(_PANDAS_TYPES[kind]), flaws


def _not_finite(cell: object) -> tuple[Text, Text]:
    return (
        Text(f"“{cell}”不是有限的数", f"'{cell}' is not a finite number"),
        Text("填一个数，或留空表示未知", "write a number, or leave the cell empty if it is not known"),
    )


def _remedy_of_number(field: Descriptor, cell: object) -> Text:
    """How a cell that is no number becomes one."""
    plain = without_thousands(str(cell))
    if plain is not None:
        return Text(f"去掉千分位逗号，写成 {plain}", f"leave out the commas between thousands: {plain}")
    nouns = {"integer": ("整数", "a whole number"), "year": ("年份", "a year")}
    zh, en = nouns.get(field["type"], ("数", "a number"))
    unit = field.get("unit", "")
    unit_zh, unit_en = (f"，单位为{unit}，不写单位", f" in {unit}, without the unit") if unit else ("", "")
    return Text(f"只填{zh}{unit_zh}", f"write {en} only{unit_en}")


def without_thousands(text: str) -> str | None:
    """A number without the commas that part its thousands; None where the text is anything else.

    >>> print(without_thousands("1,200"), without_thousands("１２，３４５．６"), without_thousands("1,20"))
    1200 12345.6 None
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    return plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else None
