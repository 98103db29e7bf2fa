"""A zone has the same name in the text and in the table.

片区在正文与表中的名称一致。

Brackets, blanks and half or full width make no difference. A name that only varies a word is information; one that is
quite another is a warning. Where several zones vary the same words, that is one finding.

括号、空格与全半角不同不算。只换了个别字词的列为提示，名称全然不同的列为警告。几个片区同样换词的，合为一条。

Found, 北区 in the text and 沿江片 in the table:
查出：正文作北区，表中作沿江片。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("names-text-table", zones='''
    ... zone_id, name_table
    ... north,   沿江片''')
    warning zone:north: The text says 北区, the table 沿江片.

Found, one word varied alike in two names:
查出：两个名称中同一个词同样改动。

    >>> print_findings("names-text-table", zones='''
    ... zone_id, name_table
    ... north,   北片
    ... south,   南片''')
    info table:zone-names: Names of zones in the text and in the table: 北区, 北片; 南区, 南片.

Not found, a zone with one name, or one that no table lists:
不报：片区只有一个名称，或没有表列出它。

    >>> print_findings("names-text-table", zones='''
    ... zone_id, name_table
    ... south,   ''')
    nothing found
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import shapely

from yzgeo.checks.finding import SEVERITIES, Finding, NotChecked
from yzgeo.checks.name_matching import alike, bare, variation
from yzgeo.core.i18n import Text
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("片区名称正文与表不一致", "Names of zones differ between text and table")
NEAR = 0.5
"""Likeness of two names from which on they vary a word."""


def clause(plan: Plan) -> str:
    """The clauses that name the zones."""
    return listings.sections([*plan.zones["source"], *plan.zones["source_table"].dropna()])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones with another name in the table."""
    listed = plan.zones[plan.zones["name_table"].notna()]
    if listed.empty:
        yield NotChecked(Text("表中没有片区名称", "the table names no zones"))
    differ = [bare(zone["name"]) != bare(zone["name_table"]) for _, zone in listed.iterrows()]
    for _, zone in listed[differ].iterrows():
        yield Finding(
            rule="names-text-table",
            severity="info" if alike(zone["name"], zone["name_table"]) >= NEAR else "warning",
            consequence="name",
            subject=f"zone:{zone['zone_id']}",
            message=Text(
                f"正文称“{zone['name']}”，表中称“{zone['name_table']}”。",
                f"The text says {zone['name']}, the table {zone['name_table']}.",
            ),
            remedy=Text("统一名称", "use one name"),
            clause=f"{zone['source']}；{zone['source_table']}",
            values={"text": zone["name"], "table": zone["name_table"]},
            geometry=zone.geometry,
        )


def gather(plan: Plan, findings: list[Finding]) -> list[Finding]:
    """Zones whose names vary the same words as one finding."""
    by_words: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        by_words.setdefault(variation(one.values["text"], one.values["table"]), []).append(one)
    several = sum(len(group) > 1 for group in by_words.values()) > 1
    return [_together(group, apart=several) if len(group) > 1 else group[0] for group in by_words.values()]


def _together(group: list[Finding], *, apart: bool) -> Finding:
    pairs = [(one.values["text"], one.values["table"]) for one in group]
    shapes = [one.geometry for one in group if one.geometry is not None]
    return replace(
        group[0],
        severity=min((one.severity for one in group), key=SEVERITIES.index),
        subject="table:zone-names",
        aspect="-".join(variation(*pairs[0])) if apart else "",
        message=Text(
            "片区名称，正文与表所述：" + "；".join(f"“{one}”与“{other}”" for one, other in pairs) + "。",
            "Names of zones in the text and in the table: "
            + "; ".join(f"{one}, {other}" for one, other in pairs)
            + ".",
        ),
        clause="；".join(dict.fromkeys(place for one in group for place in one.clause.split("；"))),
        values={"subjects": [one.subject for one in group], "names": [list(pair) for pair in pairs]},
        geometry=shapely.union_all(shapes) if shapes else None,
    )
