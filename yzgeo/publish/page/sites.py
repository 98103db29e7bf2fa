"""Where the plan's things lie, as the page marks them: a site is a place with the projects and parks that are there."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from yzgeo.core.i18n import Text, bilingual
from yzgeo.core.values import json_value
from yzgeo.plan.location_evidence import BY_OWNER
from yzgeo.plan.model import Plan
from yzgeo.publish.page.subjects import both
from yzgeo.spatial.membership import zone_of_places

BRACKETS = re.compile(r"\s*[（(].*$")
KINDS = re.compile("(?:街道|社区|镇|乡|村)$")
LEAST = 2
"""Characters of a name that are left: a single one names nothing."""


def sites(plan: Plan) -> list[dict[str, Any]]:
    """The places where any project or park is known to be, in the plan's order of places.

    Parameters
    ----------
    plan
        Its `places` have points in EPSG:4490 and `uncertainty_m`; `place_id` of projects may name several, parted by 、.

    Returns
    -------
    list of dict
        `place_id`; `name`, short enough for a map; `at`, latitude and longitude; `zone_id` of the place or None;
        `projects`, each with its `key` and whether it is `weak`, known by its owner alone; `parks`, keys;
        `uncertainty_m`, that of the thing best known here: no mark may stand farther away.

    >>> from yzgeo.plan.load import load
    >>> for site in sites(load("yinzhou"))[:2]:
    ...     print(site["name"]["zh"], len(site["projects"]), site["parks"], site["uncertainty_m"])
    姜山 7 ['park:yinzhou-industrial-park', 'park:auto-parts-park'] 5000.0
    茅山 0 ['park:maoshan-smart-park'] 1500.0
    """
    projects = _by_place(plan.projects)
    parks = _by_place(plan.parks)
    zone_of_place = zone_of_places(plan.places, plan.zones, plan.zone_places)
    places_with = []
    for place in plan.places.itertuples():
        here, park_rows = projects.get(place.place_id, []), parks.get(place.place_id, [])
        if not here and not park_rows:
            continue
        uncertainties = [json_value(row.uncertainty_m) for row in (*here, *park_rows)]
        places_with.append(
            {
                "place_id": place.place_id,
                "name": both(short(place.name, place.name_en)),
                "at": [round(place.geometry.y, 6), round(place.geometry.x, 6)],
                "zone_id": json_value(zone_of_place.get(place.place_id)),
                "projects": [
                    {"key": f"project:{row.project_id}", "weak": row.location_evidence in BY_OWNER} for row in here
                ],
                "parks": [f"park:{row.park_id}" for row in park_rows],
                "uncertainty_m": min((metres for metres in uncertainties if metres is not None), default=0.0),
            }
        )
    return places_with


def short(name: str, name_en: str | None) -> Text:
    """The name of a place without the words for what kind of place it is.

    >>> print(short("首南街道", "Shounan").zh, short("滨海社区 (开发区)", None).zh, short("山镇", "Hill").zh)
    首南 滨海 山镇
    """
    whole = bilingual(name, name_en)
    bare = BRACKETS.sub("", whole.zh) or whole.zh
    stem = KINDS.sub("", bare)
    return Text(stem if len(stem) >= LEAST else bare, BRACKETS.sub("", whole.en) or whole.en)


def _by_place(things: pd.DataFrame) -> dict[str, list[Any]]:
    """Rows that have a place, by the id of each of their places."""
    rows: dict[str, list[Any]] = {}
    for row in things[things.geometry.notna()].itertuples():
        if isinstance(row.place_id, str):
            for place_id in dict.fromkeys(row.place_id.split("、")):
                rows.setdefault(place_id, []).append(row)
    return rows
