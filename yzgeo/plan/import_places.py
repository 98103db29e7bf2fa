"""Take places that were set on a map back into a plan folder: the table of places, and what is placed with them."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError, unwritable
from yzgeo.core.file_lock import locked_folder
from yzgeo.core.formula_injection import unescape_formula
from yzgeo.core.i18n import Lang, Text
from yzgeo.core.output_guard import PREVIOUS, kept_name
from yzgeo.core.text_encoding import decode
from yzgeo.core.visible_text import one_line as visible_line
from yzgeo.plan import tables
from yzgeo.plan.import_files import writable
from yzgeo.plan.location_evidence import OWNER_ADDRESS
from yzgeo.plan.missing_places import one_line, towns, zone_key
from yzgeo.plan.model import Plan
from yzgeo.plan.names import spelled
from yzgeo.plan.transaction import change, valid_file

USES = "uses"
"""Column of a saved file: what is placed with a row, a line each, as `Use.key` names it."""
EVIDENCE = "evidence"
"""Column of a saved file: why the projects among the uses are there, as in `project_locations.csv`."""
PLAN = "plan"
"""Column of a saved file: the plan that it belongs to."""
EXTRA = (USES, EVIDENCE, PLAN)
NEEDED = ("place_id", "name", "lon", "lat", "uncertainty_m", "source")
NUMBERS = {"lon": (-180.0, 180.0), "lat": (-90.0, 90.0), "uncertainty_m": (0.0, 1e6), "extent_m": (0.0, 1e6)}
PLACE_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")
USE = re.compile(r"(?P<kind>zone|park|project):(?P<id>[a-z0-9][a-z0-9_.-]*)(?: (?P<words>.+))?")
LAST = f"{PREVIOUS}/places.json"
"""What the last import of places replaced, so that it can be undone."""
NOWHERE = "-"


class Table(NamedTuple):
    """A table of a plan folder as text: header, rows by column, and the line on which each begins."""

    columns: list[str]
    rows: list[dict[str, str]]
    lines: list[int]


class PreparedPlaces(NamedTuple):
    """The files to write (none: nothing changes), a line for each change, and remarks for the user to check."""

    files: dict[str, bytes]
    changes: list[Text]
    remarks: list[Text]


def prepare(plan: Plan, file: Path) -> PreparedPlaces:
    """What a saved table of places changes in its plan folder; nothing is written.

    Parameters
    ----------
    plan
        The plan of the folder as it is now.
    file
        `places.csv` as the page of places saves it: the columns of the folder's table (lon and lat in degrees,
        CGCS2000 or WGS 84; `uncertainty_m` in metres) and `uses`, `evidence`, `plan`.

    Raises
    ------
    InputError
        When the file is another plan's, a row cannot be used, or the folder would not be valid with it.
    """
    saved = _saved(file)
    _refuse_other_plan(plan, file, saved)
    folder = {name: table_of(plan.folder, name) for name in ("places", "parks", "zone_places", "project_locations")}
    known = {row["place_id"]: row for row in folder["places"].rows}
    changes: list[Text] = []
    kept: list[str] = []
    for row, line in zip(saved.rows, saved.lines, strict=True):
        wanted = _wanted(row.get(USES, ""))
        before = known.get(row["place_id"])
        if before is not None and not wanted:
            if _differs(before, row):
                kept.append(row["name"])
            continue
        _refuse_unusable(file, row, line)
        changes += _set_place(folder["places"], before, row)
        for use in wanted:
            changes += _link(plan, folder, use, row, file, line)
    files = {
        f"{name}.csv": _text(table, _content(plan.folder, f"{name}.csv"))
        for name, table in folder.items()
        if table != table_of(plan.folder, name)
    }
    _refuse_invalid(plan.folder, files)
    return PreparedPlaces(files, changes, _remarks(plan, files, kept))


def apply(plan: Plan, prepared: PreparedPlaces) -> list[str]:
    """Change the folder atomically; returns the names of the backups of old files.

    Raises
    ------
    InputError
        When it is a built-in plan, or the folder cannot be written to; it is then unchanged.
    """
    folder = writable(plan.folder)
    if not prepared.files:
        return []
    return _replace(folder, prepared.files)


def undo(folder: Path) -> list[str]:
    """Put back the files that the last import of places replaced; returns their names.

    Raises
    ------
    InputError
        When there is nothing to undo, or a file was changed since then.
    """
    note = writable(folder) / LAST
    if not note.is_file():
        raise InputError(
            Text("没有可撤销的地点导入", "has no import of places to undo"),
            Text("旧文件都在 previous/ 中", "old files are kept in previous/"),
            file=str(folder),
        )
    with refuse_unreadable(note):
        last = json.loads(note.read_bytes())
        pairs = [(str(name), str(last["before"][name]), str(last["after"][name])) for name in last["after"]]
    known = {f"{name}.csv" for name in tables.table_schemas()}
    files: dict[str, bytes] = {}
    for name, backup, digest in pairs:
        source = folder / PREVIOUS / Path(backup).name
        if name not in known or not source.is_file() or _digest(_content(folder, name)) != digest:
            raise InputError(
                Text("导入之后又改动过，或备份已不在", "was changed since the import, or its backup is gone"),
                Text("从 previous/ 中手工取回", "take the old file from previous/ by hand"),
                file=str(folder / name),
            )
        files[name] = source.read_bytes()
    _replace(folder, files)
    note.unlink()  # undone is undone: asked again, it is not done again
    return list(files)


def preview_text(prepared: PreparedPlaces, lang: Lang) -> str:
    """What would change, a line each.

    >>> print(preview_text(PreparedPlaces({}, [], []), "en"))
    nothing changes: the folder has all of it
    """
    if not prepared.changes:
        return Text("没有改动：文件夹中都已有", "nothing changes: the folder has all of it").of(lang)
    return "\n".join(visible_line(one.of(lang)) for one in prepared.changes)


def _replace(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Replace tables, and note what they were."""
    try:
        with locked_folder(folder):
            old = {name: _content(folder, name) for name in files}
            kept = {name: kept_name(name, content) for name, content in old.items()}
            after = {name: _digest(content) for name, content in files.items()}
            note = json.dumps({"before": kept, "after": after}, ensure_ascii=False, indent=1).encode("utf-8")
            missing = {kept[name]: old[name] for name in files if not valid_file(folder, name).is_file()}
            return change(folder, {**missing, **files, LAST: note}, keep=list(files))
    except OSError as error:
        raise unwritable(folder, error) from error


def _content(folder: Path, name: str) -> bytes:
    """A table of the folder; of one that need not be there, its header."""
    file = valid_file(folder, name)
    if file.is_file():
        return file.read_bytes()
    fields = tables.table_schemas()[name.removesuffix(".csv")]["fields"]
    return (",".join(field["name"] for field in fields) + "\n").encode("utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _saved(file: Path) -> Table:
    """The saved table; a tab-separated one, as a spreadsheet puts it into a text file, is read too."""
    if not file.is_file():
        raise InputError(
            Text("没有这个文件", "there is no such file"),
            Text("给出网页上保存的 places.csv", "give the places.csv that the page saved"),
            file=str(file),
        )
    with refuse_unreadable(file):
        text = decode(file)
        first = text.partition("\n")[0]
        table = _parsed(text, "\t" if first.count("\t") > first.count(",") else ",")
    missing = [column for column in NEEDED if column not in table.columns]
    if missing:
        raise InputError(
            Text(
                f"没有 {'、'.join(missing)} 列，不是地点表", f"has no column {', '.join(missing)}: no table of places"
            ),
            Text("给出网页上保存的 places.csv", "give the places.csv that the page saved"),
            file=str(file),
            row=1,
        )
    rows = [{column: unescape_formula(cell) for column, cell in row.items()} for row in table.rows]
    return table._replace(rows=rows)


def table_of(folder: Path, name: str) -> Table:
    """A table of a plan folder as text.

    >>> print(table_of(tables.built_in() / "yinzhou", "places").columns[:2])
    ['place_id', 'name']
    """
    file = valid_file(folder, f"{name}.csv")
    return _parsed(decode(file) if file.is_file() else _content(folder, file.name).decode("utf-8"), ",")


def _parsed(text: str, delimiter: str) -> Table:
    """Rows by column; blank rows are left out, short ones filled up."""
    found = [(row.line, [cell.strip() for cell in row.cells]) for row in csv_rows(text, delimiter)]
    found = [(line, cells) for line, cells in found if any(cells)]
    columns = found[0][1] if found else []
    rows = [dict(zip(columns, [*cells, *[""] * len(columns)], strict=False)) for _, cells in found[1:]]
    return Table(columns, rows, [line for line, _ in found[1:]])


def _text(table: Table, old: bytes) -> bytes:
    """The table in UTF-8, with the byte order mark and the ends of lines of the old file."""
    stream = io.StringIO(newline="")
    end = "\r\n" if b"\r\n" in old else "\n"
    writer = csv.DictWriter(stream, table.columns, lineterminator=end, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(table.rows)
    return stream.getvalue().encode("utf-8-sig" if old.startswith(codecs.BOM_UTF8) else "utf-8")


def _refuse_other_plan(plan: Plan, file: Path, saved: Table) -> None:
    for row, line in zip(saved.rows, saved.lines, strict=True):
        other = row.get(PLAN, "")
        if other not in ("", plan.name):
            raise InputError(
                Text(f"这是规划“{other}”的地点，本文件夹是“{plan.name}”", f"holds places of '{other}', the folder is '{plan.name}'"),
                Text("给出这个规划的 places.csv", "give the places.csv of this plan"),
                file=str(file),
                row=line,
                column=PLAN,
            )  # fmt: skip


def _wanted(cell: str) -> list[str]:
    """The uses in a cell, a line each."""
    return list(dict.fromkeys(line for line in map(one_line, cell.splitlines()) if line))


def _differs(before: dict[str, str], row: dict[str, str]) -> bool:
    return any(not _equal(cell, row[column]) for column, cell in before.items() if column in row)


def _equal(one: str, other: str) -> bool:
    try:
        return one == other or float(one) == float(other)
    except ValueError:
        return False


def _refuse_unusable(file: Path, row: dict[str, str], line: int) -> None:
    """Refuse a place without id, name, position, uncertainty or source."""

    def refusal(column: str, problem: Text, remedy: Text) -> InputError:
        return InputError(problem, remedy, file=str(file), row=line, column=column)

    for column in NEEDED:
        if not row[column]:
            raise refusal(column, Text("必填而为空", "must not be empty"), Text("填上这一格", "fill in this cell"))
    if not PLACE_ID.fullmatch(row["place_id"]):
        raise refusal(
            "place_id",
            Text(f"“{row['place_id']}”不能作编号", f"'{row['place_id']}' is no id"),
            Text("只用小写字母、数字与 . _ -", "use small letters, digits and . _ - only"),
        )
    for column, (least, most) in NUMBERS.items():
        cell = row.get(column, "")
        if cell and not (_is_number(cell) and least <= float(cell) <= most):
            raise refusal(
                column,
                Text(f"“{cell}”不是 {least:g} 至 {most:g} 之间的数", f"'{cell}' is no number from {least:g} to {most:g}"),
                Text("经纬度以度计，不确定半径以米计", "give longitude and latitude in degrees, the uncertainty in metres"),
            )  # fmt: skip


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", cell) is not None


def _set_place(places: Table, before: dict[str, str] | None, row: dict[str, str]) -> Iterator[Text]:
    """Put a row into the table of places."""
    for column in ("extent_m",):
        if row.get(column) and column not in places.columns:
            places.columns.append(column)
    new = {column: row.get(column, "") for column in places.columns}
    where = f"{new['lon']}, {new['lat']} ±{new['uncertainty_m']}"
    if before is None:
        if not new.get("name_en") and _is_required("places", "name_en"):
            new["name_en"] = spelled(new["name"])
        places.rows.append(new)
        yield Text(
            f"places.csv：新地点 {new['name']}（{where} 米，{new['source']}）",
            f"places.csv: new place {new['name']} ({where} m, {new['source']})",
        )
        return
    given = {
        column: cell for column, cell in new.items() if column in row and (cell or not _is_required("places", column))
    }
    changed = {column: cell for column, cell in given.items() if not _equal(before.get(column, ""), cell)}
    before.update(changed)
    if changed:
        yield Text(
            f"places.csv：改 {new['name']} 的 {'、'.join(changed)}（现为 {where} 米）",
            f"places.csv: {new['name']}, {', '.join(changed)} changed (now {where} m)",
        )


def _is_required(table: str, column: str) -> bool:
    fields = tables.table_schemas()[table]["fields"]
    return any(field["name"] == column and field.get("constraints", {}).get("required") for field in fields)


def _link(plan: Plan, folder: dict[str, Table], use: str, row: dict[str, str], file: Path, line: int) -> Iterator[Text]:
    """Place one use; nothing where it is placed there already."""
    match = USE.fullmatch(use)
    known = {"zone": plan.zones["zone_id"], "park": plan.parks["park_id"], "project": plan.projects["project_id"]}
    if match is None or match["id"] not in set(known[match["kind"]]):
        raise InputError(
            Text(f"本规划中没有“{use}”", f"the plan has no '{use}'"),
            Text("uses 列照网页保存的样子，不要改", "leave the column uses as the page saved it"),
            file=str(file),
            row=line,
            column=USES,
        )
    if match["kind"] == "park":
        yield from _place_park(folder["parks"], match["id"], row)
    elif match["kind"] == "zone":
        yield from _place_zone(plan, folder["zone_places"], match["id"], match["words"], row)
    else:
        yield from _place_project(plan, folder["project_locations"], match["id"], row, file, line)


def _place_park(parks: Table, park_id: str, row: dict[str, str]) -> Iterator[Text]:
    for park in parks.rows:
        if park["park_id"] != park_id or (park["place_id"], park.get("place_basis")) == (row["place_id"], "named"):
            continue
        old = park["place_id"] or NOWHERE
        park["place_id"] = row["place_id"]
        if "place_basis" in parks.columns:
            park["place_basis"] = "named"
        yield Text(
            f"parks.csv：{park['name']} 的地点 {old} → {row['place_id']}",
            f"parks.csv: place of {park['name']} {old} -> {row['place_id']}",
        )


def _place_zone(plan: Plan, zone_places: Table, zone_id: str, words: str | None, row: dict[str, str]) -> Iterator[Text]:
    """The words of a zone's text get their place in the stead of the town; a zone without places gets its first."""
    if words is None:
        if any(one["zone_id"] == zone_id for one in zone_places.rows):
            return
        source = next(iter(plan.zones.loc[plan.zones["zone_id"] == zone_id, "source"].dropna()), "")
        new = {"zone_id": zone_id, "place_id": row["place_id"], "words": row["name"], "stand_in": "false"}
        zone_places.rows.append({**dict.fromkeys(zone_places.columns, ""), **new, "source": source})
        yield Text(
            f"zone_places.csv：片区 {zone_id} 的地点 {row['place_id']}",
            f"zone_places.csv: place of zone {zone_id} {row['place_id']}",
        )
        return
    for one in zone_places.rows:
        same = zone_key(one["zone_id"], one["words"]) == zone_key(zone_id, words)
        if same and one["stand_in"].lower() in ("true", "1"):
            old, one["place_id"], one["stand_in"] = one["place_id"], row["place_id"], "false"
            yield Text(
                f"zone_places.csv：“{words}”由 {old} 代位 → {row['place_id']}",
                f"zone_places.csv: '{words}', {old} in its stead -> {row['place_id']}",
            )


def _place_project(
    plan: Plan, locations: Table, project_id: str, row: dict[str, str], file: Path, line: int
) -> Iterator[Text]:
    """The new place takes the place of an owner's address and of a town; other places of the project stay."""
    evidence = row.get(EVIDENCE, "")
    if not evidence:
        raise InputError(
            Text("地点用于项目，依据却为空", "is the place of a project and states no evidence"),
            Text(
                "填 evidence 列：plan_text 规划原文，project_news 项目公示等",
                "fill in the column evidence: plan_text, project_news, …",
            ),
            file=str(file),
            row=line,
            column=EVIDENCE,
        )
    own = [one for one in locations.rows if one["project_id"] == project_id]
    if any((one["place_id"], one["evidence"]) == (row["place_id"], evidence) for one in own):
        return
    wide = towns(plan)
    replaced = [
        one
        for one in own
        if one["evidence"] == OWNER_ADDRESS or one["place_id"] in wide or one["place_id"] == row["place_id"]
    ]
    locations.rows[:] = [one for one in locations.rows if one not in replaced]
    new = {"project_id": project_id, "place_id": row["place_id"], "evidence": evidence, "source": row["source"]}
    locations.rows.append({**dict.fromkeys(locations.columns, ""), **new})
    old = "、".join(one["place_id"] for one in replaced) or NOWHERE
    name = plan.projects.drop_duplicates("project_id").set_index("project_id")["name"][project_id]
    yield Text(
        f"project_locations.csv：{name} {old} → {row['place_id']}（{evidence}）",
        f"project_locations.csv: {name} {old} -> {row['place_id']} ({evidence})",
    )


def _refuse_invalid(folder: Path, files: dict[str, bytes]) -> None:
    """Read the folder as it would be, and refuse what the loader would refuse."""
    with tempfile.TemporaryDirectory() as temporary:
        trial = Path(temporary)
        for name in ("datapackage.json", *(f"{table}.csv" for table in tables.table_schemas())):
            if (source := valid_file(folder, name)).is_file():
                shutil.copyfile(source, trial / name)
        for name, content in files.items():
            (trial / name).write_bytes(content)
        try:
            tables.read(trial)
        except InputError as error:
            raise error.at(file=str(folder / Path(error.file or "").name)) from error


def _remarks(plan: Plan, files: dict[str, bytes], kept: list[str]) -> list[Text]:
    """What the import leaves to the user."""
    remarks = []
    if kept:
        names, names_en = "、".join(kept[:5]), ", ".join(kept[:5])
        remarks.append(
            Text(
                f"{len(kept)} 个已有地点与文件夹中的不同（{names}），以文件夹为准",
                f"{len(kept)} known places differ from the folder's ({names_en}): the folder's are kept",
            )
        )
    if "parks.csv" in files:
        remarks.append(
            Text(
                "parks.csv 的 source 列未改，请核对其中说的位置",
                "the column source of parks.csv is as it was: see whether it still tells the place",
            )
        )
    drawn = valid_file(plan.folder, "zones.geojson").is_file() and "schematic" in set(plan.zones["outline_basis"])
    if "zone_places.csv" in files and drawn:
        remarks.append(
            Text(
                "zones.geojson 中的示意范围未随之改变",
                "the schematic outlines in zones.geojson are as they were",
            )
        )
    return remarks
