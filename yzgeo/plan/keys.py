"""Keys, references and titles of columns of a plan's tables, as the schema has them, for whoever is handed a plan."""

from __future__ import annotations

from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan.tables import table_schemas


def keys() -> dict[str, str]:
    """The key column of each table that has a single one.

    >>> keys()["zones"], "cluster_years" in keys()
    ('zone_id', False)
    """
    return {
        name: schema["primaryKey"][0]
        for name, schema in table_schemas().items()
        if len(schema.get("primaryKey", ())) == 1
    }


def references(table: str) -> dict[str, str]:
    """The table to which each column of a table refers; none for what is no table of a plan folder.

    >>> references("cluster_years"), references("zones")["parent_zone_id"]
    ({'cluster_id': 'clusters', 'source': 'clauses'}, 'zones')
    """
    foreign = table_schemas().get(table, {}).get("foreignKeys", ())
    return {key["fields"][0]: key["reference"]["resource"] or table for key in foreign}


def column_titles(table: str) -> dict[str, Text]:
    """The titles of the columns of a table; none for what is no table of a plan folder.

    >>> column_titles("clauses")["text"].zh
    '原文'
    """
    fields = table_schemas().get(table, {}).get("fields", ())
    return {field["name"]: bilingual(field["title"], field["title_en"]) for field in fields if "title_en" in field}
