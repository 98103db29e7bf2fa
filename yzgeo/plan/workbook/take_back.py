"""Take a plan back from its workbook: read the sheets, check them as the loader does, and tell all flaws at once.

A table whose sheet says the same stays as it is, byte for byte.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from yzgeo.core.archives import refuse_swelling
from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError, all_of, unknown_ending
from yzgeo.core.i18n import LANGS, Lang, Text
from yzgeo.core.output_guard import DESCRIPTOR
from yzgeo.plan import migration, tables, validation
from yzgeo.plan.import_files import PreparedImport, writable
from yzgeo.plan.template import create, is_taken
from yzgeo.plan.transaction import valid_files
from yzgeo.plan.workbook import layout
from yzgeo.plan.workbook.comparison import Edits, csv_text, find_edits, is_same
from yzgeo.plan.workbook.particulars import read_particulars
from yzgeo.plan.workbook.sheets import Notes, Table, place_of, read_table
from yzgeo.readers import reading
from yzgeo.readers.formats.excel import SUFFIXES
from yzgeo.readers.workbook import Workbook

LOADED = (".csv", ".json", ".geojson")
"""Endings of the files that must load together."""


class Taken(NamedTuple):
    """What a workbook holds: tables by name, the descriptor with its particulars, and what else was noticed.

    - `broken`: tables whose sheet could not be read, so that nothing is said of keys that point to them
    - `unread`: sheets that are no table
    - `particulars`: names of the particulars that differ
    - `notes`: values changed on the way, and flaws
    """

    tables: dict[str, Table]
    broken: set[str]
    unread: list[str]
    package: tables.Descriptor
    particulars: list[Text]
    notes: Notes


def prepare(folder: Path, file: Path) -> PreparedImport:
    """What taking back a workbook would write into a plan folder; nothing is written.

    Parameters
    ----------
    folder
        A plan folder, or one that is not there yet or empty: then it will be a new one.
    file
        A workbook of a plan (.xlsx), as `write.content` makes it; sheets and columns in any order.

    Raises
    ------
    InputError
        On flaws of the workbook, all of them: which sheet, row and column, and what to do.
    """
    if file.suffix.lower() not in SUFFIXES:
        raise unknown_ending(file, SUFFIXES, reading.REMEDIES.get(file.suffix.lower()))
    with tempfile.TemporaryDirectory() as scratch:
        if is_taken(writable(folder, may_be_new=True)):
            return _prepared(folder, folder, file, Path(scratch) / "stage")
        empty = Path(scratch) / folder.resolve().name
        create(empty)
        return _prepared(folder, empty, file, Path(scratch) / "stage")


def _prepared(folder: Path, base: Path, file: Path, stage: Path) -> PreparedImport:
    """As `prepare`; `base` is the folder as it is, or an empty one."""
    package = tables.descriptor(base)
    tables.refuse_other_schema(base, package)
    old = {name: _old(base, name) for name in tables.table_schemas()}
    taken = _read(file, package, old)
    files = {
        f"{name}.csv": csv_text(base, name, table, old[name])
        for name, table in taken.tables.items()
        if not is_same(name, table, old[name])
    }
    own = {name: table.columns[len(tables.table_schemas()[name]["fields"]) :] for name, table in taken.tables.items()}
    descriptor = _descriptor(package, taken.package, own, {Path(name).stem for name in files})
    if descriptor is not None:
        files[DESCRIPTOR] = descriptor
        files |= _missing_tables(base, files)
    _refuse_flaws(folder, base, file, stage, taken, files)
    edits = {name: find_edits(name, table, old[name]) for name, table in taken.tables.items() if f"{name}.csv" in files}
    log = reading.log(file, [*taken.notes.changes, *(change for found in edits.values() for change in found.cells)])
    preview = {lang: _preview(file, taken, edits, lang) for lang in LANGS}
    return PreparedImport(files, log, preview, _doubts(taken))


def _old(base: Path, name: str) -> list[list[str]] | None:
    """The table as the folder has it; None where it cannot be read, which a sheet then mends."""
    try:
        return tables.cells(base, name)
    except InputError:
        return None


def _read(file: Path, package: tables.Descriptor, old: dict[str, list[list[str]] | None]) -> Taken:
    sheets: dict[str, str] = {}
    unread: list[str] = []
    notes = Notes([], [])
    taken = Taken({}, set(), unread, package, [], notes)
    if not file.is_file():
        raise InputError(
            Text("文件不存在", "there is no such file"),
            Text("检查路径和文件名", "check the path and the name"),
            file=str(file),
        )
    with refuse_unreadable(file):
        refuse_swelling(file)
        with closing(Workbook(file)) as book:
            first = None
            for sheet in book.visible:
                name = layout.table_of(sheet)
                if name is not None and name in sheets:
                    notes.flaws.append(
                        InputError(
                            Text(f"与工作表“{sheets[name]}”是同一张表", f"is the same table as sheet '{sheets[name]}'"),
                            Text("留一个，另一个删去或改名", "keep one of them, delete or rename the other"),
                            file=place_of(file, sheet),
                        )
                    )
                elif name is not None:
                    sheets[name] = sheet
                elif first is None and layout.normal(sheet) in map(layout.normal, layout.FIRST_SHEET):
                    first = sheet
                elif (content := book.sheet(sheet)).cells or content.uncomputed:
                    unread.append(sheet)
            if not sheets and first is None:
                raise InputError(
                    Text("没有一个工作表是规划的表", "none of its sheets is a table of a plan"),
                    Text(
                        "用 yzgeo export plan 导出一份，在其中填写",
                        "write one with: yzgeo export plan, and fill that in",
                    ),
                    file=str(file),
                )
            if first is not None:
                named, differing = read_particulars(file, first, book.sheet(first), package, notes)
                taken = taken._replace(package=named, particulars=differing)
            for name, sheet in sheets.items():
                table = read_table(file, name, sheet, book.sheet(sheet), old[name], notes)
                if table is None:
                    taken.broken.add(name)
                else:
                    taken.tables[name] = table
    return taken


def _descriptor(
    package: tables.Descriptor,
    named: tables.Descriptor,
    own: dict[str, list[str]],
    changed: set[str],
) -> bytes | None:
    """The descriptor as it must be written; None where it stays: with particulars, and all columns of one's own."""
    listed = package.get("resources")
    schemas = {
        entry["name"]: [field.get("name") for field in entry.get("schema", {}).get("fields", [])]
        for entry in (listed if isinstance(listed, list) else [])
        if isinstance(entry, dict) and entry.get("name") in tables.table_schemas()
    }
    expected = {
        name: [*(field["name"] for field in tables.table_schemas()[name]["fields"]), *own[name]] for name in changed
    }
    is_listed = all(schemas.get(name) == columns for name, columns in expected.items())
    if named == package and is_listed:
        return None
    if is_listed:  # the particulars alone
        last = {key: named[key] for key in ("resources",) if key in named}
        in_order = {key: value for key, value in named.items() if key not in last} | last
        return (json.dumps(in_order, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    kept = {name: columns[len(tables.table_schemas()[name]["fields"]) :] for name, columns in schemas.items()}
    return migration.descriptor(named, tables.schema()["version"], kept | {name: own[name] for name in changed})


def _missing_tables(base: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Tables that a folder did without, with their heading only, now that its descriptor names them all."""
    named = {entry["name"] for entry in json.loads(files[DESCRIPTOR])["resources"]}
    there = valid_files(base)
    return {
        f"{name}.csv": (",".join(field["name"] for field in schema["fields"]) + "\n").encode("utf-8")
        for name, schema in tables.table_schemas().items()
        if name in named and f"{name}.csv" not in {*there, *files}
    }


def _refuse_flaws(folder: Path, base: Path, file: Path, stage: Path, taken: Taken, files: dict[str, bytes]) -> None:
    """Refuse with the flaws of the sheets and with those that the loader finds in what would be written."""
    stage.mkdir()
    there = valid_files(base)
    for name, source in there.items():
        if Path(name).suffix in LOADED:  # the ledger names no row of a table
            (stage / name).write_bytes(source.read_bytes())
    for name, content in files.items():
        (stage / name).write_bytes(content)
    for name, table in taken.tables.items():  # rows without blank ones between, so that their numbers are known
        if f"{name}.csv" not in {*there, *files}:  # a table that the plan does without, and still does
            continue
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows([table.columns, *table.rows])
        (stage / f"{name}.csv").write_bytes(text.getvalue().encode("utf-8"))
    for name in taken.broken:  # unreadable: what other tables say of its keys is not judged
        (stage / f"{name}.csv").unlink(missing_ok=True)
    told = {(flaw.file, flaw.row, flaw.column) for flaw in taken.notes.flaws}
    flaws = list(taken.notes.flaws)
    try:
        validation.read(stage)
    except InputError as refusal:
        for one in (refusal.at(), *refusal.others):
            translated = _of_sheet(folder, file, stage, taken, one)
            if Path(str(one.file)).stem not in taken.broken and not _is_told(translated, told):
                flaws.append(translated)
    if flaws:
        raise all_of(_in_order(flaws, file, taken))


def _is_told(flaw: InputError, told: set[tuple[str | None, int | None, str | None]]) -> bool:
    return (flaw.file, flaw.row, flaw.column) in told


def _in_order(flaws: list[InputError], file: Path, taken: Taken) -> list[InputError]:
    """By sheet, then by row, as one goes through the workbook."""
    sheets = [place_of(file, table.sheet) for table in taken.tables.values()]
    rank = {sheet: number for number, sheet in enumerate(sheets)}
    return sorted(flaws, key=lambda flaw: (rank.get(str(flaw.file), -1), str(flaw.file), flaw.row or 0))


def _of_sheet(folder: Path, file: Path, stage: Path, taken: Taken, flaw: InputError) -> InputError:
    """A flaw of a table as one of its sheet; one of another file as one of the folder's."""
    name = Path(str(flaw.file)).stem
    table = taken.tables.get(name) if str(flaw.file).endswith(".csv") else None
    problem, remedy = (_with_sheets(text, taken) for text in (flaw.problem, flaw.remedy))
    if table is None:
        place = str(flaw.file or folder).replace(str(stage), str(folder))
        return InputError(problem, remedy, file=place, row=flaw.row, column=flaw.column)
    row = table.numbers[flaw.row - 2] if flaw.row and flaw.row > 1 else flaw.row
    columns = [table.headings.get(column, column) for column in (flaw.column or "").split(",") if column]
    return InputError(problem, remedy, file=place_of(file, table.sheet), row=row, column=", ".join(columns) or None)


def _with_sheets(text: Text, taken: Taken) -> Text:
    """A text that names sheets and their headings where it named tables and columns."""
    zh, en = text
    for name, table in taken.tables.items():
        for column, heading in table.headings.items():
            zh = zh.replace(f"{name}.csv 的 {column} 列", f"工作表“{table.sheet}”的“{heading}”列")
            en = en.replace(f"column {column} of {name}.csv", f"column {heading} of sheet {table.sheet}")
        zh = re.sub(rf"(?<![A-Za-z_]){name}\.csv", f"工作表“{table.sheet}”", zh)
        en = re.sub(rf"(?<![A-Za-z_]){name}\.csv", f"sheet {table.sheet}", en)
    return Text(zh, en)


def _preview(file: Path, taken: Taken, edits: dict[str, Edits], lang: Lang) -> list[str]:
    same = len(taken.tables) - len(edits)
    lines = [
        Text(
            f"{file.name}：{len(taken.tables)} 张表，其中 {same} 张与文件夹一致",
            f"{file.name}: {len(taken.tables)} tables, {same} of them as in the folder",
        ).of(lang)
    ]
    if taken.particulars:
        names = ("、" if lang == "zh" else ", ").join(title.of(lang) for title in taken.particulars)
        lines.append(Text(f"规划信息有改动：{names}", f"particulars that differ: {names}").of(lang))
    for name, found in edits.items():
        sheet = taken.tables[name].sheet
        rows = len({change.row for change in found.cells})
        moved = not (found.added or found.removed or found.cells)
        lines.append(
            Text(f"{sheet}：行序或列有变", f"{sheet}: other order of rows, or other columns").of(lang)
            if moved
            else Text(
                f"{sheet}：新增 {found.added} 行，改 {rows} 行，删 {found.removed} 行",
                f"{sheet}: {found.added} rows added, {rows} changed, {found.removed} removed",
            ).of(lang)
        )
    left_alone = [sheet for name, sheet in layout.sheet_names(lang).items() if name not in taken.tables]
    if left_alone:
        names = ("、" if lang == "zh" else ", ").join(left_alone)
        lines.append(Text(f"没有工作表、不动的表：{names}", f"tables without a sheet, left alone: {names}").of(lang))
    return lines


def _doubts(taken: Taken) -> list[Text]:
    if not taken.unread:
        return []
    return [
        Text(
            f"工作表 {'、'.join(taken.unread)} 不是规划的表，没有读",
            f"not read, as they are no tables of a plan: the sheets {', '.join(taken.unread)}",
        )
    ]
