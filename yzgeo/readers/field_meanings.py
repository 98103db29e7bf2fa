"""What the fields of a database say of themselves: an alias that users see for a field, words for its coded values.

GDAL knows both, pyogrio hands on neither. A GeoPackage keeps them in tables of its extension `gpkg_schema` (OGC 12-128r19,
F.9), a file geodatabase as XML in its table `GDB_Items` (Esri, "XML Schema of the Geodatabase").
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pandas as pd
import pyogrio

from yzgeo.core import labels
from yzgeo.core.i18n import Text
from yzgeo.readers.source import ALL_ROWS, Change, Source

ALIAS = Text("字段的别名作列名", "the alias of the field is the name of the column")
DOMAIN = Text("属性域代码译为其文字", "the code of the field's domain, in its words")
CATALOGUE = "GDB_Items"
DEFINITION = "Definition"
MOST_BYTES = 1 << 22
"""A longer definition is left alone: it would take hundreds of thousands of coded values."""
FIELD_TAGS = ("GPFieldInfoEx", "Field")


class FieldMeanings(NamedTuple):
    """The alias of each field that has one, and the words of its codes (as text), by field."""

    aliases: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]


NOTHING = FieldMeanings({}, {})


def of_geopackage(path: Path, layer: str) -> FieldMeanings:
    """What a GeoPackage says of the fields of a layer; nothing where its tables are not as the standard has them."""
    columns = "SELECT column_name, name, title, constraint_name FROM gpkg_data_columns WHERE table_name = ?"
    codes = (
        "SELECT constraint_name, value, description FROM gpkg_data_column_constraints WHERE constraint_type = 'enum'"
    )
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            fields = database.execute(columns, (layer,)).fetchall()
            tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            listed = database.execute(codes).fetchall() if "gpkg_data_column_constraints" in tables else []
    except sqlite3.Error:
        return NOTHING
    words: dict[str, dict[str, str]] = {}
    for constraint, code, word in listed:
        if isinstance(word, str) and word.strip():
            words.setdefault(str(constraint), {})[_code(code)] = word.strip()
    return FieldMeanings(
        {
            field: alias.strip()
            for field, name, title, _ in fields
            if (alias := next((text for text in (name, title) if isinstance(text, str) and text.strip()), None))
        },
        {field: words[constraint] for field, _, _, constraint in fields if constraint in words},
    )


def of_geodatabase(path: str, layer: str) -> FieldMeanings:
    """What a file geodatabase says of the fields of a layer: domains, and the subtypes that stand for one."""
    try:
        items = pyogrio.read_dataframe(
            path, layer=CATALOGUE, columns=["Name", DEFINITION], read_geometry=False, LIST_ALL_TABLES="YES"
        )
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError):
        return NOTHING
    domains: dict[str, dict[str, str]] = {}
    definition = None
    for name, text in zip(items["Name"], items[DEFINITION], strict=True):
        root = _parsed(text)
        if root is None:
            continue
        if _tag(root).startswith("GPCodedValueDomain"):
            domains[_text(root, "DomainName") or str(name)] = {
                _code(_text(value, "Code")): _text(value, "Name")
                for value in root.iter()
                if _tag(value) == "CodedValue" and _text(value, "Name")
            }
        elif name == layer and _tag(root) in ("DEFeatureClassInfo", "DETableInfo"):
            definition = root
    if definition is None:
        return NOTHING
    aliases, words = {}, {}
    for field in definition.iter():
        if _tag(field) in FIELD_TAGS and (name := _text(field, "Name")):
            if alias := _text(field, "AliasName"):
                aliases[name] = alias
            if (domain := _text(field, "DomainName")) in domains:
                words[name] = domains[domain]
    subtypes = {
        _code(_text(one, "SubtypeCode")): _text(one, "SubtypeName")
        for one in definition.iter()
        if _tag(one) == "Subtype" and _text(one, "SubtypeName")
    }
    if subtypes and (by := _text(definition, "SubtypeFieldName") or _text(definition, "SubtypeField")):
        words[by] = subtypes
    return FieldMeanings(aliases, words)


def applied(source: Source, meanings: FieldMeanings) -> Source:
    """The features with words in the place of codes, and columns called as users see them.

    Fields that yzgeo itself writes keep their names, and its own codes. An alias that another column has, too, is not taken.

    >>> import geopandas as gpd
    >>> frame = gpd.GeoDataFrame({"ZT": [1, 3]}, geometry=[None, None])
    >>> source = applied(Source(frame, []), FieldMeanings({"ZT": "状态"}, {"ZT": {"1": "已盘活"}}))
    >>> print(source.frame["状态"].tolist(), source.aliases)
    ['已盘活', 3] {'状态': 'ZT'}
    """
    frame = source.frame
    changes = list(source.changes)
    for field, all_words in meanings.words.items():
        if field in frame and not (field in labels.COLUMNS and field.endswith("_id")):
            words = {
                code: word
                for code, word in all_words.items()
                if not (field in labels.COLUMNS and code in labels.VALUES)
            }
            cells = frame[field].astype(object).where(frame[field].notna(), None)
            worded = cells.map(lambda cell, words=words: words.get(_code(cell), cell), na_action="ignore")
            for code in dict.fromkeys(cells.dropna()):
                if (word := words.get(_code(code))) is not None and word != str(code):
                    changes.append(Change(ALL_ROWS, field, _code(code), word, DOMAIN))
            frame = frame.assign(**{field: worded})
    names = [str(name) for name in frame.columns]
    wanted = {field: alias for field, alias in meanings.aliases.items() if field in names and alias != field}
    taken = {name.lower() for name in names} | {frame.geometry.name.lower()}
    aliases: dict[str, str] = {}
    for field, alias in wanted.items():
        alone = sum(other.lower() == alias.lower() for other in wanted.values()) == 1
        if field not in labels.COLUMNS and alone and alias.lower() not in taken:
            aliases[alias] = field
            changes.append(Change(ALL_ROWS, alias, field, alias, ALIAS))
    renamed = frame.rename(columns={field: alias for alias, field in aliases.items()})
    return source._replace(frame=renamed, changes=changes, aliases=aliases)


def _code(value: Any) -> str:
    """A code as text: 1 and 1.0 are one code."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None or pd.isna(value) else str(value).strip()


def _parsed(text: Any) -> ElementTree.Element | None:
    """A definition; None where it is empty, too long, damaged, or declares a document type, which entities need."""
    if not isinstance(text, str) or len(text) > MOST_BYTES or "<!DOCTYPE" in text or not text.strip():
        return None
    try:
        return ElementTree.fromstring(text.encode("utf-8"))  # noqa: S314 - without a document type there are no entities
    except ElementTree.ParseError:
        return None


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: ElementTree.Element, tag: str) -> str:
    """The text of the child of that name, namespaces apart."""
    return next((child.text.strip() for child in element if _tag(child) == tag and child.text), "")
