"""Map tips: what a pointer that rests on a feature is told. QGIS shows them as HTML, so every value is escaped."""

from __future__ import annotations

import pandas as pd

from yzgeo.core.i18n import Lang, Text
from yzgeo.export import qgis_text
from yzgeo.export.flat_tables import title

FIELDS = {
    "zones": (
        "kind",
        "usable_area_km2",
        "area_as_printed",
        "leading_industries",
        "project_count",
        "investment_100m_yuan",
        "outline_basis",
        "outline_uncertainty_m",
        "source",
    ),
    "parks": ("zone_id", "listed_in", "place", "uncertainty_m", "source"),
    "projects": (
        "list",
        "owner",
        "industry",
        "investment_100m_yuan",
        "investment_as_printed",
        "new_land_mu",
        "floor_area_ratio",
        "zone_id",
        "location_evidence",
        "uncertainty_m",
        "source",
    ),
    "parcels": ("status", "area_mu", "zone_id", "measure", "land_use_code", "recovered_on"),
    "constraints": ("kind_name", "effect", "legal_basis", "source"),
    "district": ("district_code", "source"),
}
"""Columns of a layer that its tips tell, where they hold anything: names of ours alone, never a file's own."""
OF_GROUND = ("class", "basis", "accuracy_m", "source", "licence")
INSTEAD_IN_ENGLISH = {"kind_name": "kind_name_en"}
SPARE = {"area_as_printed": "usable_area_km2", "investment_as_printed": "investment_100m_yuan"}
"""What is told only where the figure in one's usual unit is not known."""
COLON = Text("：", ": ")


def tip(layer: str, rows: pd.DataFrame, display: str, lang: Lang) -> str:
    """The tip of a layer: the feature's name, then a line for each value that is known.

    >>> print(tip("district", pd.DataFrame({"source": ["x"]}), '"name"', "en").splitlines()[-1])
    [% '<br>source: ' || replace(replace(replace(to_string("source"), '&', '&amp;'), '<', '&lt;'), '>', '&gt;') %]
    """
    chosen = (
        INSTEAD_IN_ENGLISH.get(column, column) if lang == "en" else column for column in FIELDS.get(layer, OF_GROUND)
    )
    lines = [_line(column, lang) for column in chosen if column in rows and rows[column].notna().any()]
    name = f"[% {qgis_text.escaped(display)} %]" if display else ""
    return "\n".join([f"<b>{name}</b>", *lines])


def _line(column: str, lang: Lang) -> str:
    """A line for one value; concatenation with a missing value gives NULL, which QGIS writes as nothing."""
    head = qgis_text.literal(f"<br>{title(column).of(lang)}{COLON.of(lang)}")
    shown = f'represent_value("{column}")' if column in WORDED else f'to_string("{column}")'
    told = f"{head} || {qgis_text.escaped(shown)}"
    absent = SPARE.get(column)
    missing = f'"{column}" IS NULL' + (f' OR "{absent}" IS NOT NULL' if absent else "")
    if absent or column in WORDED:
        told = f"CASE WHEN {missing} THEN '' ELSE {told} END"
    return f"[% {told} %]"


WORDED = frozenset(
    {"kind", "zone_id", "listed_in", "list", "location_evidence", "outline_basis", "status", "effect", "class", "basis"}
)
"""Columns of codes and keys, told by their words."""
