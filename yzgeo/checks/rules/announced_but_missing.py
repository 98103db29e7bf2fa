"""A table, figure, box or annex that the plan names is not in its text.

规划提到的表、图、专栏或附件，文中没有。

The text refers to tables, figures, boxes and annexes by number (见表3), or lists its annexes. Each should stand in
the plan's clauses under a caption of its own. A table whose caption is followed by the next heading has no rows: its
content, perhaps a picture, is not in the text. Tables of an excerpt are held against the excerpt alone.

正文以编号提到表、图、专栏、附件（见表3），或列有附件目录，规划条文中应各有其题。表题之后紧接下一标题的，没有表的内容（或为图片，文中缺失）。只有节录时，仅就节录核对。

Found, a table that is named and not there:
查出：提到的表不在文中。

    >>> from yzgeo.checks.example_plan import print_findings
    >>> print_findings("announced-but-missing", clauses='''
    ... clause, text
    ... 五,     各区面积见表7。''')
    warning clause:五: 五 names “表7”, which is not in the plan.

Found, an annex in the list of annexes that is not there:
查出：附件目录中的一个附件不在文中。

    >>> print_findings("announced-but-missing", clauses='''
    ... clause,   text
    ... 附件目录, 附件：1.项目名单 2.任务分工''')
    warning clause:附件目录: 附件目录 names “附件2”, which is not in the plan.

Not found, a table that is there:
不报：提到的表在文中。

    >>> print_findings("announced-but-missing", clauses='''
    ... clause, text
    ... 五,     各区面积见表7。
    ... 表7,    "表7 各区面积 ｜ 面积"''')
    nothing found
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from yzgeo.checks.finding import Finding, NotChecked
from yzgeo.checks.passages import CELL, HEADINGS, LABEL, Label, caption, label, lines
from yzgeo.core.i18n import Text, quote
from yzgeo.plan import listings
from yzgeo.plan.model import Plan

TITLE = Text("提到的表、图、专栏或附件缺失", "What the plan names is missing")
LIST_OF_ANNEXES = re.compile(r"附件(?:目录)?\s*[:：]")
ITEM = re.compile(r"(?:^|\s)([0-9]{1,2})\s*[.．、](?![0-9])")
REFERRED = re.compile(r"[见如]$|参见$|详见$|按照?$|根据$|[（(、和及与至]$|列入$|列于$|纳入$")
"""Words before a label that make it a reference."""
UNNUMBERED = re.compile(r"(?:参见|详见|见|如)(?:下|附|上)?(?P<kind>[表图])(?=[。，；：:,;）)]|所示|所列|如下)")
WITHOUT_ROWS = {"表", "附表"}
SAME = {"附表": "表", "附图": "图", "附录": "附件"}
"""Kinds that captions and references call now one way, now the other."""


def clause(plan: Plan) -> str:
    """The parts of the plan that the text names."""
    return listings.parts_of_plan(dict.fromkeys(place for place, _ in _references(lines(plan)))) or "clauses.csv"


def check(plan: Plan) -> Iterator[Finding | NotChecked]:
    """References without a caption, and captions of tables without a row."""
    table = lines(plan)
    references, captions = _references(table), _captions(plan, table)
    if not references and not captions:
        yield NotChecked(Text("条文没有提到表、图、专栏或附件", "the text names no table, figure, box or annex"))
    there = {_same(one) for one in captions}
    seen = set()
    for place, named in references:
        if not _there(_same(named), there) and named not in seen:
            seen.add(named)
            yield _missing(plan, place, named)
    yield from _unnumbered(plan, table)
    yield from _empty(plan, table)


def _there(named: Label, there: set[Label]) -> bool:
    """Whether something has a caption; 表1-3 may mean 表1 to 表3."""
    ends = {named._replace(before=(), number=number) for number in (*named.before, named.number)}
    return named in there or (len(named.before) == 1 and ends <= there)


def _same(one: Label) -> Label:
    return one._replace(kind=SAME.get(one.kind, one.kind))


def _captions(plan: Plan, table: pd.DataFrame) -> set[Label]:
    """What has a caption, or is the name of a clause."""
    texts = [*table.loc[table["kind"].isin(["caption", "row"]), "text"], *plan.clauses["clause"]]
    firsts = (text.split(CELL)[0].split("｜")[0].strip() for text in texts)
    found = {caption(text) for text in firsts} | {_leading(text) for text in plan.clauses["clause"]}
    return {one for one in found if one is not None}


def _leading(name: str) -> Label | None:
    matched = LABEL.match(name)
    return label(matched[1], matched[2]) if matched else None


def _references(table: pd.DataFrame) -> list[tuple[str, Label]]:
    """Clause and label of every reference of the prose, and of the list of annexes."""
    found = []
    listed_in = None
    for row in table.itertuples():
        if LIST_OF_ANNEXES.match(row.text):
            listed_in = row.clause
        elif listed_in and not ITEM.match(row.text):
            listed_in = None
        if listed_in:
            found += [(row.clause, Label("附件", (), int(number))) for number in ITEM.findall(_items(row.text))]
        elif row.kind == "prose":
            found += [
                (row.clause, label(one[1], one[2]))
                for one in LABEL.finditer(row.text)
                if REFERRED.search(row.text[: one.start()])
            ]
    return found


def _items(line: str) -> str:
    """A line of the list of annexes without the word 附件 before it."""
    return LIST_OF_ANNEXES.sub("", line).strip()


def _missing(plan: Plan, place: str, named: Label) -> Finding:
    where = plan.place(place)
    return Finding(
        severity="warning",
        consequence="name",
        subject=f"clause:{place}",
        aspect=str(named),
        message=Text(
            f"{where.zh}提到{named}，条文中没有{named}。",
            f"{where.en} names {quote(str(named))}, which is not in the plan.",
        ),
        remedy=Text(f"补上{named}，或改正编号", f"add {named}, or mend the number"),
        clause=place,
        values={"named": str(named)},
    )


def _unnumbered(plan: Plan, table: pd.DataFrame) -> Iterator[Finding]:
    """References to a table or figure without a number, where the plan has none at all."""
    kinds = {label.kind for label in _captions(plan, table)}
    rows = set(table["kind"])
    for row in table[table["kind"] == "prose"].itertuples():
        found = UNNUMBERED.search(row.text)
        if found is None or {found["kind"], f"附{found['kind']}"} & kinds or (found["kind"] == "表" and "row" in rows):
            continue
        where = plan.place(row.clause)
        yield Finding(
            severity="info",
            subject=f"clause:{row.clause}",
            aspect=found[0],
            message=Text(
                f"{where.zh}写“{found[0]}”，条文中没有{found['kind']}。",
                f"{where.en} says {quote(found[0])}, and the plan has no {'table' if found['kind'] == '表' else 'figure'}.",
            ),
            remedy=Text(f"补上{found['kind']}，写明编号", "add it, with its number"),
            clause=row.clause,
            values={"named": found[0]},
        )


def _empty(plan: Plan, table: pd.DataFrame) -> Iterator[Finding]:
    """Captions of tables that the next heading or the end of the plan follows."""
    rows = list(table.itertuples())
    for row, after in zip(rows, [*rows[1:], None], strict=False):
        named = caption(row.text) if row.kind == "caption" else None
        if named is None or named.kind not in WITHOUT_ROWS:
            continue
        if after is not None and not (after.kind == "caption" or any(one.match(after.text) for one in HEADINGS)):
            continue
        picture = row.text.endswith("图")
        where = plan.place(row.clause)
        yield Finding(
            severity="info",
            consequence="name",
            subject=f"clause:{row.clause}",
            aspect=str(named),
            message=Text(
                f"{named}有题“{row.text}”，其后没有内容{'，题名称之为图' if picture else ''}。",
                f"{quote(str(named))} has the caption {quote(row.text)}, and nothing follows it"
                f"{'; the caption calls it a figure (“图”)' if picture else ''}.",
            ),
            remedy=Text("补上内容；是图的，编入图的序号", "add the content; number a figure as a figure"),
            clause=where.zh,
            values={"caption": row.text},
        )
