"""Make a plan folder: an empty, valid one for another district, or a copy of an existing one."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from yzgeo.core.atomic_write import atomic_folder, json_text, write_through
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text, plain
from yzgeo.core.output_guard import DESCRIPTOR, GROUND, RULES, refuse_unprintable
from yzgeo.plan import known_towns, tables
from yzgeo.plan.counties import DISTRIBUTION, County
from yzgeo.plan.ground import SOURCES, Ground, layer_text, sources_text
from yzgeo.plan.outlines import district_text
from yzgeo.plan.transaction import valid_files, valid_files_in

EMPTY_COLLECTION = {"type": "FeatureCollection", "features": []}
PERIOD = re.compile(r"([12]\d{3})年?\s*[-\u2010-\u2015~\u301c至到/,]+\s*([12]\d{3})年?")
"""Two years, however a plan parts them; after NFKC, which turns full-width signs into these."""
OF_OUTLINE = "district_outline"
"""Sources and licences with this `resource` are of the district's outline and go when another takes its place."""


def create(
    folder: Path,
    *,
    title: str | None = None,
    particulars: Mapping[str, Any] | None = None,
    county: County | None = None,
    towns: pd.DataFrame | None = None,
    ground: Ground | None = None,
    filled: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Write the folder: every table with its header, its schema, and the district's outline and towns where known.

    Parameters
    ----------
    folder
        A new or an empty folder.
    title
        The plan's title; the county's name, or the folder's, without one.
    particulars
        Of the plan, as `datapackage.json` has them: `authority`, `issued`, `period`.
    county
        The district: its name, code and outline; without it `district.geojson` has no feature yet.
    towns
        Rows of `places.csv`, as `known_towns.inside` gives them.
    ground
        What a map shows under the plan.
    filled
        Content of files, by name, that take the place of the empty ones.

    Raises
    ------
    InputError
        When the folder exists and is not empty: nothing is ever overwritten. When a text is blank.
    """
    refuse_taken(folder)
    texts = {"title": title, **(particulars or {})}
    for key, value in texts.items():
        if isinstance(value, str) and not value.strip():
            raise InputError(
                Text("是空的", "is blank"),
                Text("写上，或不给这一项", "write something, or leave it out"),
                column=key,
                parameter=Parameter(key),
            )
    with_towns = towns is not None and not towns.empty
    of_district = {} if county is None else {"district": county.name, "district_code": county.code}
    package = {
        "name": _name(folder),
        "title": title or (county.name if county is not None else _name(folder)),
        "schema_version": tables.schema()["version"],
        "plan": {**of_district, **(particulars or {})},
        **_origins(county, with_towns=with_towns),
        "resources": tables.resources(),
    }
    files = {DESCRIPTOR: json.dumps(package, ensure_ascii=False, indent=2) + "\n"}
    for name, schema in tables.table_schemas().items():
        columns = [field["name"] for field in schema["fields"]]
        rows = towns if towns is not None and name == "places" else pd.DataFrame(columns=columns)
        files[f"{name}.csv"] = ("\ufeff" if len(rows) else "") + _csv(columns, rows)  # Excel takes it for GBK otherwise
    for name in ("district.geojson", "zones.geojson"):
        files[name] = json_text(EMPTY_COLLECTION)
    if county is not None:
        said = {"name": county.name, "district_code": county.code, "source": f"{county.source.zh} / {county.source.en}"}
        files["district.geojson"] = district_text(county.outline, said)
    if ground is not None and ground.layers:
        for name, frame in ground.layers.items():
            files[f"{GROUND}/{name}.geojson"] = layer_text(name, frame, ground.sources)
        files[f"{GROUND}/{SOURCES}"] = "\ufeff" + sources_text(ground.sources)
    _write(folder, {name: text.encode("utf-8") for name, text in files.items()} | dict(filled))


def copy(like: Path, folder: Path) -> None:
    """Copy a plan folder: its files, its rules and its ground, under the new folder's name, without backups and staged files.

    Raises
    ------
    InputError
        When the folder exists and is not empty: nothing is ever overwritten.
    """
    refuse_taken(folder)
    package = tables.descriptor(like) | {"name": _name(folder)}
    files = {name: file.read_bytes() for name, file in valid_files(like).items() if not name.startswith(".")}
    files |= {f"{RULES}/{file.name}": file.read_bytes() for file in sorted((like / RULES).glob("*")) if file.is_file()}
    files |= {f"{GROUND}/{name}": file.read_bytes() for name, file in valid_files_in(like, GROUND).items()}
    files[DESCRIPTOR] = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    _write(folder, files)


def period(text: str) -> list[int]:
    """The first and the last year of a plan's period.

    Raises
    ------
    InputError
        When the text is not two years, the earlier first.

    >>> print(period("2026-2030"), period("2026—2030年"), period("2026 至 2030"))
    [2026, 2030] [2026, 2030] [2026, 2030]
    """
    matched = PERIOD.fullmatch(unicodedata.normalize("NFKC", text).strip())
    years = [int(year) for year in matched.groups()] if matched else []
    if not years or years[0] > years[1]:
        raise InputError(
            Text(f"“{text}”不是期限", f"'{text}' is no period"),
            Text("写成起止两个年份", "write its first and last year"),
            parameter=Parameter("period", plain("2026-2030")),
        )
    return years


def _origins(county: County | None, *, with_towns: bool) -> dict[str, list[dict[str, str]]]:
    """Sources and licences of what a new folder holds."""
    sources, licences = [], []
    if county is not None:
        sources.append(
            {
                "title": f"区界：{county.source.zh}",
                "title_en": f"boundary: {county.source.en}",
                "license": "MIT",
                "attribution": DISTRIBUTION,
                "resource": OF_OUTLINE,
            }
        )
        licences.append(
            {"name": "MIT", "title": f"区界（district.geojson），取自 {DISTRIBUTION}", "resource": OF_OUTLINE}
        )
    if with_towns:
        named, address = known_towns.source()
        sources.append(
            {
                "title": named.zh,
                "title_en": named.en,
                "path": address,
                "license": "CC-BY-4.0",
                "attribution": "GeoNames",
            }
        )
        licences.append(
            {
                "name": "CC-BY-4.0",
                "title": "GeoNames 地名点（places.csv 中标明 GeoNames 的行），须署名",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        )
    return {"licenses": licences, "sources": sources} if sources else {}


def _csv(columns: list[str], rows: pd.DataFrame) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    # Coordinates keep the digits of their source, metres are whole.
    plain_rows = rows[columns].astype(object).where(rows[columns].notna(), "")
    writer.writerows(
        [f"{cell:.10g}" if isinstance(cell, float) else cell for cell in row] for row in plain_rows.to_numpy()
    )
    return text.getvalue()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write a new plan folder: all of it or, on a full disk say, nothing."""
    with atomic_folder(folder) as staging:
        for name, content in files.items():
            (staging / name).parent.mkdir(exist_ok=True)
            write_through(staging / name, content)


def is_taken(folder: Path) -> bool:
    """Whether no new folder can be made there: something else is, or a folder that is not empty."""
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))


def refuse_taken(folder: Path) -> None:
    """Refuse a place where no new folder can be made.

    Raises
    ------
    InputError
        When something is there already, or the name cannot be printed.
    """
    refuse_unprintable(folder)
    if is_taken(folder):
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
