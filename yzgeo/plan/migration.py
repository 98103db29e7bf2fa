"""Carry a plan folder of an older schema over to today's.

A step for each version of the schema turns its rows into those of the next; a folder that is already of today's
version gets its copy of the schema renewed, with the columns of one's own named in it.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from yzgeo.core.csv_rows import csv_rows
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.labels import YEAR_BEHIND, YEARLY
from yzgeo.core.output_guard import DESCRIPTOR
from yzgeo.core.text_encoding import decode
from yzgeo.plan import tables
from yzgeo.plan.transaction import change, valid_files

Row = dict[str, str]
Tables = dict[str, list[Row]]


class Migration(NamedTuple):
    """What a migration writes: the files by name, the versions, and what it changes, for the reader."""

    files: dict[str, bytes]
    old: int
    new: int
    changes: list[Text]


def prepare(folder: Path) -> Migration:
    """The files of a folder as today's schema wants them; nothing is written.

    Parameters
    ----------
    folder
        A plan folder of any version.

    Raises
    ------
    InputError
        When it is no plan folder, or of a newer version than this yzgeo.
    """
    package = tables.descriptor(folder)
    old, new = tables.version_of(package), tables.schema()["version"]
    if not 1 <= old <= new:
        raise InputError(
            Text(f"是更新版本的规划文件夹（模式 {old}）", f"the folder is of a newer yzgeo (schema {old})"),
            Text("升级 yzgeo", "upgrade yzgeo"),
            file=str(folder / DESCRIPTOR),
            column="schema_version",
        )
    rows, headers, marks = _read(folder)
    changes: list[Text] = []
    for version in range(old, new):
        changes += STEPS[version](rows)
    files, own_columns = {}, {}
    for name, schema in tables.table_schemas().items():
        columns = [field["name"] for field in schema["fields"]]
        present = dict.fromkeys(column for row in rows.get(name, []) for column in row) | dict.fromkeys(
            headers.get(name, ())
        )
        own_columns[name] = [column for column in present if column not in columns and not _is_dropped(name, column)]
        files[f"{name}.csv"] = marks.get(name, b"") + _csv([*columns, *own_columns[name]], rows.get(name, []))
    files[DESCRIPTOR] = descriptor(package, new, own_columns)
    there = valid_files(folder)
    changed = {
        name: content for name, content in files.items() if name not in there or there[name].read_bytes() != content
    }
    return Migration(changed, old, new, changes)


def apply(folder: Path, migration: Migration) -> list[str]:
    """Write a migration atomically; returns the names of the backups of old files, in `previous/`."""
    return change(folder, migration.files, keep=[name for name in migration.files if (folder / name).is_file()])


def _read(folder: Path) -> tuple[Tables, dict[str, list[str]], dict[str, bytes]]:
    """The rows of all tables as text, their headers, and the mark of UTF-8 that spreadsheets want, where a file has it."""
    rows: Tables = {}
    headers: dict[str, list[str]] = {}
    marks: dict[str, bytes] = {}
    for name, file in valid_files(folder).items():
        if file.suffix != ".csv" or Path(name).stem not in {*tables.table_schemas(), *DROPPED}:
            continue
        parsed = [row.cells for row in csv_rows(decode(file)) if any(map(str.strip, row.cells))]
        header = [cell.strip() for cell in parsed[0]] if parsed else []
        for number, row in enumerate(parsed[1:], start=2):
            if len(row) != len(header):
                raise InputError(
                    Text(
                        f"有 {len(row)} 格，表头有 {len(header)} 列",
                        f"has {len(row)} cells, the header has {len(header)}",
                    ),
                    Text("补齐或删去多余的格", "add or remove cells"),
                    file=str(file),
                    row=number,
                )
        table = Path(name).stem
        marks[table] = codecs.BOM_UTF8 if file.read_bytes().startswith(codecs.BOM_UTF8) else b""
        headers[table] = header
        rows[table] = [dict(zip(header, (cell.strip() for cell in row), strict=True)) for row in parsed[1:]]
    return rows, headers, marks


def _csv(header: list[str], rows: list[Row]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, header, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8")


def descriptor(package: dict[str, Any], version: int, own_columns: dict[str, list[str]]) -> bytes:
    """The folder's descriptor with today's schema, its own columns and its own further resources."""
    resources = tables.resources()
    for resource in resources:
        fields = [{"name": column, "type": "string"} for column in own_columns.get(resource["name"], [])]
        if fields:
            schema = resource["schema"]
            resource["schema"] = {**schema, "fields": [*schema["fields"], *fields]}
    known = {resource["name"] for resource in resources}
    listed = package.get("resources")
    further = (
        [entry for entry in listed if isinstance(entry, dict) and entry.get("name") not in known]
        if isinstance(listed, list)
        else []
    )
    head = {key: value for key, value in package.items() if key not in ("resources", "schema_version")}
    migrated = {**head, "schema_version": version, "resources": [*resources, *further]}
    return (json.dumps(migrated, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _from_version_1(rows: Tables) -> list[Text]:
    """Version 1 had one unit for each area and sum, and a column for each year of the clusters."""
    for zone in rows.get("zones", []):
        zone["area"] = zone.pop("usable_area_km2", "")
        if zone["area"]:
            zone["area_unit"], zone["area_kind"] = "平方公里", "可利用"
    for project in rows.get("projects", []):
        for old, new, unit in (("investment_100m_yuan", "investment", "亿元"), ("new_land_mu", "new_land", "亩")):
            project[new] = project.pop(old, "")
            if project[new]:
                project[f"{new}_unit"] = unit
    years: dict[tuple[str, str], Row] = {}
    for cluster in rows.get("clusters", []):
        for column in [
            name for name in cluster if (named := YEAR_BEHIND.fullmatch(name)) and named["measure"] in YEARLY
        ]:
            value = cluster.pop(column)
            if value:
                measure, _, year = column.rpartition("_")
                of_year = years.setdefault((cluster["cluster_id"], year), {"source": cluster.get("source", "")})
                of_year[measure] = value
                if measure in ("output", "city_output"):
                    of_year["output_unit"] = "亿元"
    rows["cluster_years"] = [
        {"cluster_id": cluster, "year": year, **figures} for (cluster, year), figures in years.items()
    ]
    return [
        Text(
            "zones.csv：usable_area_km2 改为 area、area_unit、area_kind",
            "zones.csv: usable_area_km2 is now area, area_unit, area_kind",
        ),
        Text(
            "projects.csv：investment_100m_yuan、new_land_mu 改为数值加单位",
            "projects.csv: investment_100m_yuan and new_land_mu are now a figure and its unit",
        ),
        Text(
            "clusters.csv 的分年各列移到 cluster_years.csv，每年一行",
            "the columns of years of clusters.csv are now rows of cluster_years.csv",
        ),
    ]


STEPS: dict[int, Callable[[Tables], list[Text]]] = {1: _from_version_1}
"""By version, what turns its rows into those of the next and tells what changed."""
DROPPED = {
    "zones": ("usable_area_km2",),
    "projects": ("investment_100m_yuan", "new_land_mu"),
}
"""Columns of older versions that are carried over under other names."""


def _is_dropped(table: str, column: str) -> bool:
    of_year = YEAR_BEHIND.fullmatch(column)
    return column in DROPPED.get(table, ()) or (
        table == "clusters" and of_year is not None and of_year["measure"] in YEARLY
    )
