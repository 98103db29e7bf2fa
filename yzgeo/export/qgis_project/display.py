"""What stands for a row where QGIS shows one in a list, a form or a tip: an expression over its columns."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import Lang, Text, plain

BEGINNING = """replace(left("text", 40), '\\n', ' ')"""
OWN = {
    "clauses": Text(
        f""""clause" || '　' || {BEGINNING}""", f"""coalesce("label_en", "clause") || '  ' || {BEGINNING}"""
    ),
    "findings": plain('"message"'),
    "figures": plain(""""name" || '  ' || coalesce("value_as_printed", '—')"""),
    "cluster_years": plain('to_string("year")'),
    "zone_industries": plain('represent_value("industry_id")'),
    "actuals": plain('to_string("year")'),
    "parcels": plain('"parcel_id"'),
    "constraints": Text('coalesce("name", "kind_name")', 'coalesce("name", "kind_name_en")'),
}


def display(name: str, rows: pd.DataFrame, lang: Lang) -> str:
    """The expression that gives the text for a row of a layer or table; empty where QGIS may choose.

    >>> print(display("zones", pd.DataFrame({"name": ["甲区"], "name_en": ["Zone A"]}), "en"))
    coalesce("name_en", "name")
    """
    if name in OWN:
        return OWN[name].of(lang)
    if "name" not in rows:
        return ""
    return 'coalesce("name_en", "name")' if lang == "en" and "name_en" in rows else '"name"'
