"""Make a plan folder: an empty, valid one for another district, or a copy of an existing one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from yzgeo.core.atomic_write import atomic_folder, json_text, write_through
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import DESCRIPTOR, RULES, refuse_unprintable
from yzgeo.plan import tables
from yzgeo.plan.transaction import valid_files

EMPTY_COLLECTION = {"type": "FeatureCollection", "features": []}


def create(folder: Path) -> None:
    """Write the folder: every table with its header only, its schema, and an empty district.

    Raises
    ------
    InputError
        When the folder exists and is not empty: nothing is ever overwritten.
    """
    _refuse_taken(folder)
    name = _name(folder)
    package = {
        "name": name,
        "title": name,
        "schema_version": tables.schema()["version"],
        "plan": {},
        "resources": tables.resources(),
    }
    files = {DESCRIPTOR: json.dumps(package, ensure_ascii=False, indent=2) + "\n"}
    for name, schema in tables.table_schemas().items():
        header = io.StringIO(newline="")
        csv.writer(header, lineterminator="\n").writerow(field["name"] for field in schema["fields"])
        files[f"{name}.csv"] = header.getvalue()
    for name in ("district.geojson", "zones.geojson"):
        files[name] = json_text(EMPTY_COLLECTION)
    _write(folder, {name: text.encode("utf-8") for name, text in files.items()})


def copy(like: Path, folder: Path) -> None:
    """Copy a plan folder: its files and its rules, under the new folder's name, without backups and staged files.

    Raises
    ------
    InputError
        When the folder exists and is not empty: nothing is ever overwritten.
    """
    _refuse_taken(folder)
    package = tables.descriptor(like) | {"name": _name(folder)}
    files = {name: file.read_bytes() for name, file in valid_files(like).items() if not name.startswith(".")}
    files |= {f"{RULES}/{file.name}": file.read_bytes() for file in sorted((like / RULES).glob("*")) if file.is_file()}
    files[DESCRIPTOR] = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    _write(folder, files)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write a new plan folder: all of it or, on a full disk say, nothing."""
    with atomic_folder(folder) as staging:
        for name, content in files.items():
            (staging / name).parent.mkdir(exist_ok=True)
            write_through(staging / name, content)


def _refuse_taken(folder: Path) -> None:
    refuse_unprintable(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            Text("已经存在，且不是空文件夹", "exists already and is not an empty folder"),
            Text("换一个名称", "choose another name"),
            file=str(folder),
        )


def _name(folder: Path) -> str:
    """A data package name from the folder's: lower case ASCII letters, digits and hyphens."""
    ascii_name = "".join(
        character if character.isascii() and character.isalnum() else "-" for character in folder.resolve().name.lower()
    )
    return ascii_name.strip("-") or "plan"
