"""Relations of measures that the plan states for no year in particular: one for each year that its measures have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from yzgeo.core import labels
from yzgeo.plan.known_measures import OUTPUT

ROLES = {
    "share": ("share", "part"),
    "share_of_increase": ("share", "whole"),
    "growth_of_share": ("share", "part"),
    "above_city": ("part",),
}
"""The measures of a relation that have to be stated for a year, by its kind; of other kinds whole and part."""


class Stated(NamedTuple):
    """A measure that is stated for a scope and a year."""

    measure: str
    scope: str
    year: int


def with_years(
    relations: pd.DataFrame, figures: pd.DataFrame, targets: pd.DataFrame, clusters: pd.DataFrame
) -> pd.DataFrame:
    """The relations with a year each: a row without one becomes a row per year that its measures are stated for.

    Parameters
    ----------
    relations
        `measure_relations.csv`, `year` Int64.
    figures, targets, clusters
        Tables of the plan in which measures are stated; of clusters the columns `output_YEAR`.

    Returns
    -------
    DataFrame
        The same columns. A row whose measures have no year in common takes the last year that one of them has, so that
        rules tell what is missing; one whose measures have no year at all is left out.

    >>> row = {"kind": "within", "whole_measure": "a", "whole_scope": "district", "part_measure": "b", "part_scope": "tier:*"}
    >>> relations = pd.DataFrame([{**row, "year": pd.NA}]).astype({"year": "Int64"})
    >>> stated = [("a", "district", 2026), ("a", "district", 2030), ("b", "tier:1", 2026), ("b", "tier:1", 2030), ("b", "tier:1", 2035)]
    >>> figures = pd.DataFrame(stated, columns=["measure_id", "scope", "year"])
    >>> print(with_years(relations, figures, figures.head(0), pd.DataFrame({"cluster_id": []}))["year"].tolist())
    [2026, 2030]
    """
    if relations["year"].notna().all():
        return relations
    stated = set(_stated(figures, targets, clusters))
    places: list[int] = []
    years: list[int] = []
    for place, (_, relation) in enumerate(relations.iterrows()):
        if pd.notna(relation["year"]):
            own = [int(relation["year"])]
        else:
            of_role = [_years(stated, relation, role) for role in ROLES.get(relation["kind"], ("whole", "part"))]
            own = sorted(set.intersection(*of_role)) or sorted(set.union(*of_role))[-1:]
        places += [place] * len(own)
        years += own
    repeated = relations.iloc[places].reset_index(drop=True)
    return repeated.assign(year=pd.array(years, dtype="Int64"))


def _years(stated: set[Stated], relation: pd.Series, role: str) -> set[int]:
    """The years that a measure of a relation is stated for in its scope; a share has that of its part."""
    scope = str(relation["whole_scope" if role == "whole" else "part_scope"])
    several, measure = scope.endswith("*"), relation[f"{role}_measure"]
    return {
        one.year
        for one in stated
        if one.measure == measure and (one.scope.startswith(scope[:-1]) if several else one.scope == scope)
    }


def _stated(figures: pd.DataFrame, targets: pd.DataFrame, clusters: pd.DataFrame) -> Iterator[Stated]:
    tables = [(figures, "year")] + [(targets, column) for column in ("base_year", "target_year") if column in targets]
    for table, column in tables:
        for row in table.dropna(subset=[column])[["measure_id", "scope", column]].itertuples(index=False):
            yield Stated(row[0], row[1], int(row[2]))
    for year in labels.years(clusters.columns, "output"):
        for cluster_id in clusters.loc[clusters[f"output_{year}"].notna(), "cluster_id"]:
            yield Stated(OUTPUT, f"cluster:{cluster_id}", year)
