"""A park is named after an industry that its zone does not lead in.

园区以某一产业为名，所在片区的主导产业没有该产业。

The theme of a park is its name without the word for a park (产业园, 基地). It names an industry where both share two
characters or more that are not common to many industries (大健康: 医疗健康). That industry, or another of its cluster,
should be among the leading industries of the zone, by text or table. A park may well serve another industry: information.

园区的主题是去掉“产业园”“基地”等词的园名；与某一产业有两字以上相同、且不是多个产业共有的字，即视为以其为名（大健康：医疗健康）。该产业或同一集群的产业应在片区主导产业（正文或表）之列。园区另有所专也属正常，列为提示。

Found, a park of 纺织 in a zone that leads in 钢铁 alone:
查出：纺织园在只主导钢铁的片区。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("park-theme", zone_parks='''
    ... zone_id, park_id, listed_in, seq
    ... south,   steelpark, table,   2''', parks='''
    ... park_id,   name
    ... steelpark, 钢铁产业园''')
    info park:steelpark: 钢铁产业园 is named after 钢铁, which South does not lead in (纺织).

Not found, a park named after what its zone leads in, and one with a name of its own:
不报：以片区主导产业命名的，以及另有专名的。

    >>> print_findings("park-theme", zone_parks='''
    ... zone_id, park_id,   listed_in, seq
    ... south,   clothpark, table,     2''', parks='''
    ... park_id,   name
    ... clothpark, 湖镇纺织产业园''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.industry_words import common_pairs, shared_word
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.aliases import industry_names
from yzgeo.plan.model import Plan

TITLE = Text("园区主题不在片区主导产业之列", "Parks named after what their zone does not lead in")
PARK = re.compile(
    r"(?:高新技术|现代|创新|产业|工业|科技|智创|制造|都市|未来|生态|特色|示范|集聚|加工|循环经济|经济|开发|双创|孵化|研发)*"
    r"(?:园区|园|社区|基地|开发区|集聚区|集中区|小镇|中心|片区|区|城|谷|港|平台)$"
)
PLACES = ("text", "table")


def clause(plan: Plan) -> str:
    """The clauses that list parks and leading industries."""
    return listings.parts_of_plan([*plan.zone_parks["source"], *plan.zone_industries["source"]]) or "zone_parks.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Parks whose theme is an industry of another zone, or of none."""
    groups = industry_names(plan)
    leading = plan.zone_industries[plan.zone_industries["listed_in"].isin(PLACES)]
    zones, parks = plan.zones.set_index("zone_id"), plan.parks.set_index("park_id")
    by_zone = listings.industries_by_zone(plan)
    listed = plan.zone_parks[plan.zone_parks["zone_id"].isin(leading["zone_id"])]
    listed = listed[listed["park_id"].isin(parks.index)].drop_duplicates(["zone_id", "park_id"])
    if listed.empty:
        yield NotChecked(Text("没有片区既列园区又列主导产业", "no zone lists both parks and leading industries"))
    common = common_pairs(groups)
    for row in listed.itertuples():
        park, zone = parks.loc[row.park_id], zones.loc[row.zone_id]
        names = list(dict.fromkeys(name for place in PLACES for name in by_zone.get((row.zone_id, place), [])))
        theme = PARK.sub("", park["name"])
        named = {key: shared_word(theme, group, common) for key, group in groups.items()}
        named = {key: word for key, word in named.items() if word}
        led = {key for key, group in groups.items() if group & set(names)}
        if not named or set(named) & led or any(shared_word(theme, {name}, common) for name in names):
            continue
        longest = max(named, key=lambda key: (len(named[key]), key))
        industry = next(name for name in sorted(groups[longest]) if named[longest] in name)
        zone_name, park_name = bilingual(zone["name"], zone["name_en"]), bilingual(park["name"], park["name_en"])
        own = leading.loc[leading["zone_id"] == row.zone_id, "source"]
        yield Finding(
            severity="info",
            consequence="name",
            subject=f"park:{row.park_id}",
            aspect="" if len(listed[listed["park_id"] == row.park_id]) == 1 else f"zone:{row.zone_id}",
            message=Text(
                f"{park_name.zh}以“{named[longest]}”（{industry}）为名，{zone_name.zh}的主导产业为{'、'.join(names)}。",
                f"{park_name.en} is named after {industry}, which {zone_name.en} does not lead in ({', '.join(names)}).",
            ),
            remedy=Text(
                "核对园区所在片区，或说明园区主题与主导产业的关系",
                "check the park's zone, or say how its theme serves the leading industries",
            ),
            clause="；".join(dict.fromkeys([row.source, *own])),
            values={
                "theme": theme,
                "industry": industry,
                "leading": names,
                "listed_in": listings.sections([row.source]),
            },
            geometry=park.geometry,
        )
