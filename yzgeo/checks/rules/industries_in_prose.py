"""The prose on a zone puts first an industry that its leading industries lack.

片区的文字首先要发展的产业，不在其主导产业之列。

What the prose names first, in one list (重点培育甲、乙等产业), is held against the leading industries of text and table.
An industry is covered by one of its cluster, and by one that shares two characters that few names have, or its end
(电力装备: 高端装备). The other way round, a leading industry of which the prose on its zone has no word is told. What the
prose names later, or calls leading (主导) itself, is not compared here. The plan does not say that prose and list are one:
information.

片区文字最先列出的一组产业（重点培育甲、乙等产业），与正文和表的主导产业对照；同一集群的产业，或有两字以上相同、且非通用词，或末两字相同（电力装备：高端装备），即视为已列。反过来，主导产业在该片区文字中一字未提的，也指出。其后列出的，以及文字自称“主导”的，此处不比。规划并未说两者应一致，列为提示。

Found, a zone whose prose puts 造纸 first:
查出：片区文字首先写造纸。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("industries-in-prose", zone_industries='''
    ... zone_id, industry_id, listed_in, role,     seq
    ... south,   paper,       prose,     重点发展, 1''')
    info zone:south: The prose on South puts first (重点发展) 造纸, which is not among its leading industries (纺织).

Found, a leading industry of which the prose has no word:
查出：有一个主导产业，文字中只字未提。

    >>> print_findings("industries-in-prose", clauses='''
    ... clause, text
    ... 五,     南区重点发展纺织。''', zone_industries='''
    ... zone_id, industry_id, listed_in, role,     seq, source
    ... south,   cloth,       prose,     重点发展, 1,   五
    ... south,   paper,       text,      主导产业, 2,   一''')
    info zone:south: Of the leading industries of South (纺织, 造纸), 造纸 is not in the prose on it.

Not found, prose that puts first what the zone leads in:
不报：文字首先写的正是主导产业。

    >>> print_findings("industries-in-prose", zone_industries='''
    ... zone_id, industry_id, listed_in, role,     seq
    ... south,   cloth,       prose,     重点发展, 1
    ... south,   paper,       prose,     积极培育, 2''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.industry_words import COMMON, common_pairs, shared_word
from yzgeo.checks.passages import NUMERAL, numeral
from yzgeo.core.i18n import Text, bilingual
from yzgeo.plan import listings
from yzgeo.plan.aliases import industry_names
from yzgeo.plan.model import Plan

TITLE = Text("文字首先发展的产业不在主导产业之列", "Prose puts first what is no leading industry")
PLACES = ("text", "table")
LEADING = "主导"
PILLARS = re.compile(f"(?P<number>{NUMERAL}|[0-9]+)(?:大|个)(?P<kind>支柱|主导)产业")
"""So many industries the prose itself calls pillars or leading."""


def clause(plan: Plan) -> str:
    """The clauses that name the industries of zones."""
    return listings.parts_of_plan(plan.zone_industries["source"]) or "zone_industries.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones whose prose puts first an industry that their lists of leading industries lack."""
    groups = industry_names(plan)
    prose = plan.zone_industries[plan.zone_industries["listed_in"] == "prose"]
    by_zone = listings.industries_by_zone(plan)
    industries = plan.industries.set_index("industry_id")["name"]
    zones = plan.zones.set_index("zone_id")
    compared = 0
    for zone_id, rows in prose.groupby("zone_id", sort=False):
        names = list(dict.fromkeys(name for place in PLACES for name in by_zone.get((zone_id, place), [])))
        first = rows.sort_values("seq", kind="stable")
        role = first["role"].iloc[0]
        if not names or zone_id not in zones.index:
            continue
        compared += 1
        if isinstance(role, str) and LEADING in role:
            continue
        line = by_zone.get((zone_id, PLACES[0])) or names  # that the table has others is told elsewhere
        yield from _unmentioned(plan, str(zone_id), rows, line, groups)
        own = first[first["role"].eq(role)] if isinstance(role, str) else first
        led = {key for key, group in groups.items() if group & set(names)}
        lacking = [
            name
            for name in own["industry_id"].map(industries).dropna()
            if not any(name in groups[key] for key in led) and not _covered(name, set(names))
        ]
        if not lacking:
            continue
        zone = zones.loc[zone_id]
        named = bilingual(zone["name"], zone["name_en"])
        words = role if isinstance(role, str) else ""
        listed = plan.zone_industries
        text = "".join(plan.clauses.loc[plan.clauses["clause"].isin({*own["source"]}), "text"].dropna())
        called = PILLARS.search(text) if plan.zones["source"].isin(own["source"]).sum() < 2 else None
        counted_zh = counted_en = ""
        if called and numeral(called["number"]) != len(line):
            counted_zh = f"；文字称“{called[0]}”，主导产业一行有 {len(line)} 个"
            counted_en = f"; the prose counts {numeral(called['number'])} (“{called[0]}”), the list has {len(line)}"
        sources = listed.loc[(listed["zone_id"] == zone_id) & listed["listed_in"].isin(PLACES), "source"]
        yield Finding(
            severity="info",
            consequence="name",
            subject=f"zone:{zone_id}",
            message=Text(
                f"{named.zh}的文字首先{f'“{words}”' if words else '列'}{'、'.join(lacking)}，主导产业（{'、'.join(names)}）没有{counted_zh}。",
                f"The prose on {named.en} puts first {f'({words}) ' if words else ''}{', '.join(lacking)}, "
                f"which {'is' if len(lacking) == 1 else 'are'} not among its leading industries ({', '.join(names)}){counted_en}.",
            ),
            remedy=Text("统一文字与主导产业，或说明两者的关系", "make prose and list one, or say how they differ"),
            clause="；".join(dict.fromkeys([*own["source"], *sources])),
            values={"prose": lacking, "leading": names, "role": words},
            geometry=zone.geometry,
        )
    if not compared:
        yield NotChecked(Text("没有片区既有产业文字又列主导产业", "no zone has both prose and a list of industries"))


def _unmentioned(
    plan: Plan, zone_id: str, rows: pd.DataFrame, leading: list[str], groups: dict[str, set[str]]
) -> Iterator[Finding]:
    """Leading industries of which a zone's paragraph, long enough to name them, has no word."""
    zone = plan.zones.set_index("zone_id").loc[zone_id]
    text = "".join(plan.clauses.loc[plan.clauses["clause"].isin({*rows["source"]}), "text"].dropna())
    if plan.zones["source"].isin(rows["source"]).sum() > 1:
        return
    industries = plan.industries.set_index("industry_id")["name"]
    said = {*rows["industry_id"].map(industries).dropna()}
    common = common_pairs(groups)
    lacking = []
    for name in leading:
        alike = next((group for group in groups.values() if name in group), {name})
        if (
            alike & said
            or any(one in text for one in alike)
            or shared_word(text, {name}, common)
            or _covered(name, said)
        ):
            continue
        lacking.append(name)
    if not lacking:
        return
    listed = plan.zone_industries
    kept = (listed["zone_id"] == zone_id) & listed["listed_in"].isin(PLACES)
    named = bilingual(zone["name"], zone["name_en"])
    verb = "is" if len(lacking) == 1 else "are"
    yield Finding(
        severity="info",
        subject=f"zone:{zone_id}",
        aspect="unmentioned",
        message=Text(
            f"{named.zh}的主导产业（{'、'.join(leading)}）中，{'、'.join(lacking)}在其文字中未见。",
            f"Of the leading industries of {named.en} ({', '.join(leading)}), {', '.join(lacking)} {verb} not in the prose on it.",
        ),
        remedy=Text("在文字中写明，或核对主导产业", "say so in the prose, or check the list"),
        clause="；".join(dict.fromkeys([*rows["source"], *listed.loc[kept, "source"]])),
        values={"unmentioned": lacking, "leading": leading},
        geometry=zone.geometry,
    )


def _covered(name: str, leading: set[str]) -> bool:
    """Whether a leading industry has a word of this one, or is of its kind."""
    return bool(shared_word(name, leading, COMMON)) or any(name[-2:] == one[-2:] for one in leading)
