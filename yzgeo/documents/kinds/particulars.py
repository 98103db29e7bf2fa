"""The plan's own particulars: title, who issued it, its number, the day, the years it is for, its district."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from yzgeo.documents import period
from yzgeo.documents.candidate import Candidate, How, frame, sentence
from yzgeo.documents.numbers import number
from yzgeo.documents.words import Words

ORDER = 10
TITLE = r"[^\n。；，：《》]{4,60}?(?:规划|方案|计划|行动|纲要)(?:[（(][^）)\n]{2,20}[）)])?"
AUTHORITY = r"[\u4e00-\u9fff]{2,30}(?:人民政府(?:办公[室厅])?|委员会|管委会|局|委|厅|办公室)"
DAY = (
    r"(?P<y>[12]\d{3}|[〇零○一二三四五六七八九]{4})年(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月"
    r"(?:(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?"
)
NUMBERED = r"[\u4e00-\u9fff]{1,10}[〔\[［【][12]\d{3}[〕\]］】]\s*第?\s*\d+\s*号"
FIRST = 6
"""How many clauses from the beginning may tell of the whole plan."""


def find(clauses: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Candidates of `datapackage`: `title`, `authority`, `issued`, `number`, `period`, `district`."""
    return frame(_all(clauses, words))


def _all(clauses: pd.DataFrame, words: Words) -> Iterator[Candidate]:
    usable = clauses[clauses["kind"].isin(["paragraph", "heading", "particulars"])]
    rows = [row for _, row in usable.head(FIRST).iterrows()]
    title = _title(rows)
    if title is not None:
        yield title
        yield from _district(title)
    notice = [row for row in rows if row["kind"] == "particulars"]
    notice += [
        row
        for _, row in usable.iterrows()
        if row["kind"] == "particulars" and row["clause"] not in {one["clause"] for one in notice}
    ]
    yield from _signed(notice or rows)
    for row in [*rows, *notice]:
        match = re.search(NUMBERED, row["text"])
        if match:
            yield _cell(row, "number", re.sub(r"\s", "", match[0]), *match.span())
            break
    years = period.of(clauses, words)
    if years is not None:
        row = clauses[clauses["clause"] == years.clause].iloc[0]
        certainty = "sure" if years.stated else "likely"
        found = _cell(row, "period", f"{years.first}-{years.last}", years.start, years.end)
        yield found._replace(certainty=certainty, why="" if years.stated else "period")  # type: ignore[arg-type]


def _title(rows: list[pd.Series]) -> Candidate | None:
    """A line that is nothing but a title, else the title that the notice of issue names between 《》."""
    named = [
        (row, match.start(1), match.end(1), match[1])
        for row in rows
        for match in re.finditer(rf"《({TITLE})》(?=[^。]{{0,30}}(?:审议|印发|通过|批准|同意))", row["text"])
    ]
    lines = [
        (row, match.start(), match.end(), match[0])
        for row in rows
        for match in re.finditer(rf"(?m)^[ \u3000]*(?P<t>{TITLE})[ \u3000]*$", row["text"])
        if not re.match(r"\s*(?:第|[一二三四五六七八九十]+[、.]|[（(]|#|表|图|专栏|附)", match[0])
    ]
    for row, start, _, text in [*named, *lines]:
        lead = len(text) - len(text.lstrip())
        value = text.strip()
        sure = bool(named) or len({entry[3].strip() for entry in lines}) == 1
        found = _cell(row, "title", value, start + lead, start + lead + len(value))
        return found if sure else found._replace(certainty="likely", why="title")
    return None


def _district(title: Candidate) -> Iterator[Candidate]:
    """The district that the title begins with: (省)(市)区、县、市."""
    match = re.match(
        r"(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}自治区)?(?:[\u4e00-\u9fff]{2,8}?[市州盟])?(?P<d>[\u4e00-\u9fff]{1,8}?(?:自治县|[区县市旗]))(?!域|级|块)",
        title.value,
    )
    if match and not re.search(r"(?:新区|开发区|园区|功能区|高新区|集聚区|片区|试验区)$", match["d"]):
        start = title.start + match.start("d")
        yield title._replace(column="district", value=match["d"], start=start, end=start + len(match["d"]))


def _signed(rows: list[pd.Series]) -> Iterator[Candidate]:
    """Who issued the plan and when: the two lines that a notice ends with."""
    for row in rows:
        match = re.search(rf"(?m)^[ \u3000]*(?P<who>{AUTHORITY})[ \u3000]*\n[ \u3000]*(?P<when>{DAY})", row["text"])
        if match is None:
            continue
        yield _cell(row, "authority", match["who"], *match.span("who"))
        yield _cell(row, "issued", _date(match), *match.span("when"))
        return


def _date(match: re.Match[str]) -> str:
    digits = {
        "〇": "0",
        "○": "0",
        "零": "0",
        **{word: str(place) for place, word in enumerate("一二三四五六七八九", 1)},
    }
    year = "".join(digits.get(one, one) for one in match["y"])
    day = f"-{int(number(match['d']) or 0):02}" if match["d"] else ""
    return f"{year}-{int(number(match['m']) or 0):02}{day}"


def _cell(row: pd.Series, column: str, value: str, start: int, end: int) -> Candidate:
    how: How = "label"
    return Candidate(
        "datapackage",
        "plan",
        column,
        value,
        "particulars",
        row["clause"],
        start,
        end,
        sentence(row["text"], start, end),
        how,
        "sure",
    )
