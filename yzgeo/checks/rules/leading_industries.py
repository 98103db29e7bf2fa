"""A zone has more leading industries than the plan allows, or fewer than it asks for.

片区的主导产业多于规划的上限，或少于规划的下限。

The limit is the plan's own: targets of the measure `leading-industries-max`, with their direction, for every zone
(`zone`), for one kind (`kind:core`) or for one zone (`zone:ID`); the most specific one counts. Where none is typed,
the limit that a clause states is read from its words, and the finding says so. The words 每个集聚区 allow two readings
where the plan has zones of other kinds too: every zone, which is the default, or only those called so; each finding
says what the other reading finds.

上限取自规划自己的目标 `leading-industries-max`，按其方向，可对全部片区（`zone`）、一类片区（`kind:core`）或一个片区（`zone:编号`）而设，以最具体的为准。没有录成目标的，从条文的文字中读出，并在结果中言明。规划另有其他类别的片区时，“每个集聚区”有两种读法：全部片区（默认），或只算如此称呼的片区；每条结果都说明另一种读法的结论。

The line of the text, the table and the paragraph that calls industries 主导 are counted apart, and their sum is told. Only what
has the role that the limit names counts (主导产业, not 重点产业). Spellings that `industries.csv` names as aliases count
once; a name parted by “、”, “，”, “；” or “/” counts as several; one joined by 及, 和 or 与 that the plan uses nowhere else counts
as one, and the finding asks where several would be too many.

正文的“主导产业”一行、表、以及段落中称为“主导”的，分别计数，合计只作说明。只计上限所说的一类（“主导产业”不含“重点产业”）。`industries.csv` 列为别名的写法只算一个；用“、，；/”分开的算几个；用“及、和、与”连接而规划别处未作一个名称使用的，先算一个，若算几个就会超出，则提示写明。

Found, three industries in the line of the text where the limit is 2:
查出：正文一行列三个主导产业，而限为 2 个。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("leading-industries", zone_industries='''
    ... zone_id, industry_id, listed_in, role,     seq
    ... north,   paper,       text,      主导产业, 3''')
    warning zone:north: North has 3 leading industries, more than 2: text 3 (Steel, Cloth, Paper), table 2 (Steel, Cloth); together 3. Counting every zone.

Found, one name that may be two industries:
查出：一个名称可能是两个产业。

    >>> print_findings("leading-industries", industries='''
    ... industry_id, name
    ... cloth,       纺织和服装''', projects='''
    ... project_id, industry
    ... p2,         纺织
    ... p3,         纺织
    ... p5,         纺织''')
    info zone:north: North has 2 leading industries, or 3 if “纺织和服装” are several, more than 2: text 2 (Steel, Cloth), table 2 (Steel, Cloth); together 2. Counting every zone.

Not found, two in the line and two in the table:
不报：正文两个，表中两个。

    >>> print_findings("leading-industries")
    nothing found

Not found, a third that is another spelling of the second:
不报：第三个只是第二个的另一写法。

    >>> print_findings("leading-industries", industries='''
    ... industry_id, name, aliases
    ... cloth,       纺织, 纺织品
    ... textiles,    纺织品, ''', zone_industries='''
    ... zone_id, industry_id, listed_in, role,     seq
    ... north,   textiles,    text,      主导产业, 3''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked, Severity
from yzgeo.checks.industry_limits import Limit, governing, limits_of
from yzgeo.checks.industry_names import Cell, cells
from yzgeo.checks.limit_wording import ROLES, role_of
from yzgeo.core.i18n import NOTHING, Text, bilingual, quote
from yzgeo.core.labels import word
from yzgeo.plan.known_measures import LEADING_INDUSTRIES
from yzgeo.plan.model import Plan
from yzgeo.plan.wording import in_principle

TITLE = Text("主导产业数量超出规划的限制", "More or fewer leading industries than allowed")
PLACES = {"text": Text("正文", "text"), "table": Text("表", "table"), "prose": Text("段落所称", "paragraph")}
ROLE_NAMES = {"主导": Text("主导产业", "leading industries"), "支柱": Text("支柱产业", "pillar industries")}
ROLE_NAMES |= {"重点": Text("重点产业", "key industries"), "特色": Text("特色产业", "specialised industries")}
CALLED = re.compile(
    rf"(?:培育|发展|引进|打造|形成|做强|做大|壮大|突出|聚焦)(?P<names>[^。；;，]*?)等(?P<role>{'|'.join(ROLES)})(?:产业|行业)(?!集群)"
)
"""A paragraph that calls industries by a role."""


class Count(NamedTuple):
    """The industries of one place of listing: their names, and the keys of what they surely and perhaps are."""

    names: list[str]
    least: frozenset[str]
    most: frozenset[str]


def clause(plan: Plan) -> str:
    """The clauses that set the limit."""
    limits, _ = limits_of(plan)
    figures = plan.figures.loc[plan.figures["measure_id"] == LEADING_INDUSTRIES, "source"]
    return "、".join(dict.fromkeys([*(limit.clause for limit in limits), *figures])) or "zone_industries.csv"


def judged_targets(plan: Plan) -> list[str]:
    """The targets that this rule judges, so that no pack tells of them again."""
    return list(plan.targets.loc[plan.targets["measure_id"] == LEADING_INDUSTRIES, "target_id"])


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """Zones whose text, table or paragraph lists more leading industries than the limit, or all fewer."""
    limits, unused = limits_of(plan)
    for reason in unused:
        yield NotChecked(reason, partly=bool(limits))
    if not limits:
        if not unused:
            yield NotChecked(
                Text(
                    "规划未设上限，条文也未言明",
                    "the plan sets no limit, and no clause states one",
                )
            )
        return
    listed = {
        (zone_id, role): _counts(plan, zone_id, role)
        for role in dict.fromkeys(limit.role for limit in limits)
        for zone_id in plan.zones["zone_id"]
    }
    if not any(listed.values()):
        yield NotChecked(Text("没有列出主导产业的片区", "no zone lists leading industries"))
        return
    for (zone_id, role), counts in listed.items():
        upper, lower = governing(limits, zone_id, role)
        if not counts:
            if lower is not None:
                name = _name(plan, zone_id)
                yield NotChecked(
                    Text(f"{name.zh}未列{_role(role).zh}", f"{name.en} lists no {_role(role).en}"), partly=True
                )
            continue
        if upper is not None and (degree := _excess(counts, upper)):
            yield _finding(plan, zone_id, counts, upper, degree, listed)
        elif upper is not None and _together(counts)[0] > upper.high:
            yield NotChecked(_only_together(plan, zone_id, counts, upper), partly=True)
        elif lower is not None and (degree := _shortfall(counts, lower)):
            yield _finding(plan, zone_id, counts, lower, degree, listed, few=True)


def _counts(plan: Plan, zone_id: str, role: str) -> dict[str, Count]:
    """What each place lists for a zone in a role; rows of line and table without a role are leading industries."""
    rows = plan.zone_industries[plan.zone_industries["zone_id"] == zone_id].sort_values("seq", kind="stable")
    known = cells(plan)
    counts = {}
    for place in PLACES:
        kept = [
            known[row.industry_id]
            for row in rows[rows["listed_in"] == place].itertuples()
            if (role_of(row.role) == role if isinstance(row.role, str) else place != "prose" and role == "主导")
        ]
        if not kept and place == "prose":
            kept = _called_in_paragraph(plan, zone_id, role)
        if kept:
            counts[place] = _count(kept)
    return counts


def _called_in_paragraph(plan: Plan, zone_id: str, role: str) -> list[Cell]:
    """The known industries that a zone's own paragraph calls by the role: 培育新材料、新能源等主导产业."""
    shared = plan.zones["source"].duplicated(keep=False)  # then it does not say which of the zones it means
    own = plan.zones.loc[(plan.zones["zone_id"] == zone_id) & ~shared, "source"]
    text = "".join(plan.clauses.loc[plan.clauses["clause"].isin(own), "text"])
    claims = "，".join(claim["names"] for claim in CALLED.finditer(text) if claim["role"] == role)
    found = []
    by_length = sorted(cells(plan).values(), key=lambda cell: -len(cell.name))
    for cell in by_length:  # 高端装备制造 is not also 高端装备
        if cell.name in claims:
            found.append((claims.index(cell.name), cell))
            claims = claims.replace(cell.name, "\0" * len(cell.name))
    return [cell for _, cell in sorted(found, key=lambda pair: pair[0])]


def _count(listed: list[Cell]) -> Count:
    names: dict[tuple[str, ...], str] = {}
    for cell in listed:
        names.setdefault(cell.surely, cell.name)
    least = frozenset(key for cell in listed for key in cell.surely)
    return Count(list(names.values()), least, frozenset(key for cell in listed for key in cell.perhaps))


def _together(counts: dict[str, Count]) -> tuple[int, int]:
    """How many industries all places name: the fewest and the most."""
    places = counts.values()
    return len(frozenset().union(*(one.least for one in places))), len(frozenset().union(*(one.most for one in places)))


def _only_together(plan: Plan, zone_id: str, counts: dict[str, Count], limit: Limit) -> Text:
    """Lists that differ are what `industries-text-table` finds; that their sum is over the limit is only told."""
    name, role, total = _name(plan, zone_id), _role(limit.role), _together(counts)[0]
    return Text(
        f"{name.zh}的{role.zh}各处都不超过 {limit.high:g} 个，名单不同，合计 {total} 个，合计不作超出论",
        f"{name.en} has no more than {limit.high:g} {role.en} in any place; the lists differ, {total} together, "
        "which is not counted as over the limit",
    )


def _excess(counts: dict[str, Count], limit: Limit) -> Severity | None:
    """How grave it is that there are more than the limit; None where there are not."""
    if max(len(one.least) for one in counts.values()) > limit.high:
        return "info" if limit.vague else "warning"
    return "info" if max(len(one.most) for one in counts.values()) > limit.high else None


def _shortfall(counts: dict[str, Count], limit: Limit) -> Severity | None:
    """How grave it is that there are fewer than the limit; None where there are not."""
    if _together(counts)[1] < limit.low:
        return "info" if limit.vague else "warning"
    return "info" if max(len(one.most) for one in counts.values()) < limit.low else None


def _finding(
    plan: Plan,
    zone_id: str,
    counts: dict[str, Count],
    limit: Limit,
    severity: Severity,
    listed: dict[tuple[str, str], dict[str, Count]],
    few: bool = False,
) -> Finding:
    zone = plan.zones.set_index("zone_id").loc[zone_id]
    bound = limit.low if few else limit.high
    role, name, several = _role(limit.role), _name(plan, zone_id), _several(plan, counts)
    least = _together(counts)[0]
    widest = max(len(one.least) for one in counts.values())
    most = max(len(one.most) for one in counts.values())
    asked = not few and widest <= bound
    reading = _reading(plan, limit, listed, few)
    lists_zh = "，".join(
        f"{PLACES[place].zh} {len(one.least)} 个（{'、'.join(one.names)}）" for place, one in counts.items()
    )
    lists_en = ", ".join(
        f"{PLACES[place].en} {len(one.least)} ({', '.join(_english(plan, one.names))})" for place, one in counts.items()
    )
    if len(counts) > 1:
        lists_zh, lists_en = f"{lists_zh}；合计 {least} 个", f"{lists_en}; together {least}"
    or_zh = f"（若{'、'.join(several)}算几个，则 {most} 个）" if asked else ""
    or_en = f", or {most} if {', '.join(map(quote, several))} are several" if asked else ""
    beside_zh, beside_en = ("少于", "fewer than") if few else ("多于", "more than")
    return Finding(
        severity=severity,
        consequence="target",
        subject=f"zone:{zone_id}",
        aspect="" if limit.role == "主导" else limit.role,
        reading=reading,
        message=Text(
            f"{name.zh}的{role.zh}有 {widest} 个{or_zh}，{beside_zh} {bound:g} 个：{lists_zh}。{reading.zh}。",
            f"{name.en} has {widest} {role.en}{or_en}, {beside_en} {bound:g}: {lists_en}. {reading.en}.",
        ),
        remedy=_remedy(plan, limit, bound, few, asked),
        clause="；".join(dict.fromkeys([limit.clause, *_sources(plan, zone_id, list(counts)).values()])),
        values={
            "limit": bound,
            **{place: one.names for place, one in counts.items()},
            "counts": {place: len(one.least) for place, one in counts.items()} | {"together": least},
            "sources": _sources(plan, zone_id, list(counts)),
        },
        geometry=zone.geometry,
    )


def _remedy(plan: Plan, limit: Limit, bound: float, few: bool, asked: bool) -> Text:
    if asked:
        return Text(
            "写明其中用“及、和、与”连接的名称是一个产业还是几个",
            "say whether the names joined by “及”, “和” or “与” are one industry or several",
        )
    softly = in_principle(plan, [limit.clause])
    zh, en = ("增至", "bring them to") if few else ("减至", "cut to")
    return Text(
        f"{zh} {bound:g} 个，或说明为何例外" + (f"（{softly.zh}）" if softly.zh else ""),
        f"{en} {bound:g}, or say why it is an exception" + (f" ({softly.en})" if softly.en else ""),
    )


def _reading(plan: Plan, limit: Limit, listed: dict[tuple[str, str], dict[str, Count]], few: bool) -> Text:
    """For which zones the limit counts, where it was read, and what the other reading of its words finds."""
    zones = plan.zones.set_index("zone_id")
    reading = limit.reading
    if limit.narrow:
        measure = _shortfall if few else _excess
        counted = {zone_id: listed[zone_id, limit.role] for zone_id in zones.index if zone_id in limit.narrow}
        over = [zone_id for zone_id, counts in counted.items() if counts and measure(counts, limit)]
        kinds = set(zones.loc[list(limit.narrow), "kind"].dropna())
        called = f"{word(kinds.pop()).en}s" if len(kinds) == 1 else f"zones called {quote(limit.noun)}"
        beyond_zh, beyond_en = ("不足", "under") if few else ("超出", "over")
        names_en = ", ".join(_name(plan, zone_id).en for zone_id in over)
        reading = Text(
            f"{reading.zh}；若只计称“{limit.noun}”的片区，则{'、'.join(zones['name'][over]) or '无一'}{beyond_zh}",
            f"{reading.en}; counting {called} only, {beyond_en} the limit: {names_en or 'none'}",
        )
    notes = [limit.note] if limit.note != NOTHING else []
    return Text("；".join([reading.zh, *(n.zh for n in notes)]), "; ".join([reading.en, *(n.en for n in notes)]))


def _several(plan: Plan, counts: dict[str, Count]) -> list[str]:
    """The listed names that may be several industries."""
    unsure = {cell.name for cell in cells(plan).values() if cell.surely != cell.perhaps}
    return list(dict.fromkeys(name for one in counts.values() for name in one.names if name in unsure))


def _english(plan: Plan, names: list[str]) -> list[str]:
    english = dict(zip(plan.industries["name"], plan.industries["name_en"], strict=True))
    return [bilingual(name, english.get(name)).en for name in names]


def _name(plan: Plan, zone_id: str) -> Text:
    row = plan.zones.set_index("zone_id").loc[zone_id]
    return bilingual(row["name"], row["name_en"])


def _role(role: str) -> Text:
    return ROLE_NAMES.get(role, Text(f"{role}产业", f"“{role}产业”"))


def _sources(plan: Plan, zone_id: str, places: list[str]) -> dict[str, str]:
    """The clauses that list a zone's industries, by place of listing."""
    rows: pd.DataFrame = plan.zone_industries[plan.zone_industries["zone_id"] == zone_id]
    first: dict[str, Any] = rows.drop_duplicates("listed_in").set_index("listed_in")["source"].to_dict()
    paragraph = plan.zones.set_index("zone_id")["source"][zone_id]
    return {place: first.get(place, paragraph) for place in places}
