"""Score `yzgeo read` on a document against a plan folder made by hand: precision and recall by kind of thing.

    python scripts/score_read.py plan.txt --gold geodata/yinzhou

A row of the draft is right when a row of the gold folder says the same; which cells must be equal is told with each
kind. Of prose figures the value, the upper end, the unit and the clause must be equal, and the name must share most of
its characters with the name, noun or measure of the gold row, since gold names are worded by hand.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from yzgeo.core.unit_grammar import as_counted, convert
from yzgeo.documents import document, draft, reading, words
from yzgeo.documents.block import ASIDES
from yzgeo.documents.clauses import clauses as clauses_of

Rows = list[tuple[object, ...]]


class Score(NamedTuple):
    """How many rows are right, of how many of the draft and of the gold; what is wrong and what is missing."""

    kind: str
    right: int
    drafted: int
    gold: int
    wrong: Rows
    missing: Rows

    @property
    def precision(self) -> float:
        """Share of the draft's rows that are right."""
        return self.right / self.drafted if self.drafted else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold rows that were drafted."""
        return self.right / self.gold if self.gold else 1.0


def drafted(files: Iterable[Path]) -> tuple[draft.Tables, reading.Reading]:
    """The draft of documents, and what was read for it."""
    tables = words.load()
    read = reading.read(clauses_of(document.read(files).blocks), tables)
    return draft.add({}, read.taken, read.clauses, tables), read


def gold(folder: Path) -> draft.Tables:
    """The tables of a folder as text."""
    found: draft.Tables = {}
    for file in folder.glob("*.csv"):
        frame = pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        found[file.stem] = frame.to_dict("records")
    return found


def number(text: object) -> object:
    """A printed number as one, so that 6.0 is 6."""
    try:
        return float(str(text)) if str(text) else ""
    except ValueError:
        return str(text)


def plain(text: object) -> str:
    """A text without blanks."""
    return re.sub(r"\s", "", str(text))


def scores(ours: draft.Tables, theirs: draft.Tables, read: reading.Reading) -> list[Score]:
    """The score of each kind."""
    kinds: list[tuple[str, Callable[[draft.Tables], Rows]]] = [
        ("clauses", lambda tables: [(row["clause"], plain(row["text"])) for row in tables["clauses"]]),
        ("zones", _zones),
        ("areas", _areas),
        (
            "composition",
            lambda tables: [
                (plain(row["name"]), plain(row["formed_from"]))
                for row in tables.get("zones", [])
                if row.get("formed_from")
            ],
        ),
        ("leading industries", lambda tables: _industries(tables, {"text", "table"})),
        ("industries in prose", lambda tables: _industries(tables, {"prose"})),
        ("parks", _parks),
        ("indicators", _indicators),
        ("projects", _projects),
        ("figures inside projects", _project_figures),
        ("clusters", _clusters),
    ]
    ours = ours | {
        "clauses": read.clauses.loc[~read.clauses["kind"].isin(ASIDES), ["clause", "text"]]
        .astype(str)
        .to_dict("records")
    }
    return [*(_score(name, rows(ours), rows(theirs)) for name, rows in kinds), _prose(ours, theirs)]


def _score(kind: str, ours: Rows, theirs: Rows) -> Score:
    one, other = Counter(ours), Counter(theirs)
    right = sum((one & other).values())
    return Score(kind, right, len(ours), len(theirs), list((one - other).elements()), list((other - one).elements()))


def _zones(tables: draft.Tables) -> Rows:
    return [(plain(row["name"]), plain(row.get("name_table", ""))) for row in tables.get("zones", [])]


def _names(tables: draft.Tables, table: str, key: str) -> dict[str, str]:
    return {row[key]: plain(row["name"]) for row in tables.get(table, [])}


def _areas(tables: draft.Tables) -> Rows:
    return [
        (
            plain(row["name"]),
            number(row["area"]),
            number(row.get("area_to", "")),
            row.get("area_unit", ""),
            row.get("area_kind", ""),
            row.get("area_qualifier", ""),
        )
        for row in tables.get("zones", [])
        if row.get("area")
    ]


def _industries(tables: draft.Tables, listed_in: set[str]) -> Rows:
    zones, names = _names(tables, "zones", "zone_id"), _names(tables, "industries", "industry_id")
    return [
        (zones[row["zone_id"]], names[row["industry_id"]], row["listed_in"])
        for row in tables.get("zone_industries", [])
        if row["listed_in"] in listed_in
    ]


def _parks(tables: draft.Tables) -> Rows:
    zones, names = _names(tables, "zones", "zone_id"), _names(tables, "parks", "park_id")
    return [
        (zones[row["zone_id"]], names[row["park_id"]], row["listed_in"], number(row["seq"]))
        for row in tables.get("zone_parks", [])
    ]


def _indicators(tables: draft.Tables) -> Rows:
    columns = ("base", "target", "target_to", "city_target")
    return [
        (
            row["source"],
            plain(row["name"]),
            plain(row.get("group", "")),
            row.get("target_year", ""),
            *(number(row.get(column, "")) for column in columns),
            plain(row.get("target_text", "")),
            plain(row.get("city_text", "")),
        )
        for row in tables.get("targets", [])
        if re.match("表.*行", row["source"])
    ]


PRINTED = ("seq", "name", "owner", "content", "industry", "list")
COUNTED = ("investment", "years", "new_land", "site_area", "floor_area")


def _projects(tables: draft.Tables) -> Rows:
    """A cell a row, so that one wrong cell is not a whole project."""
    return [
        (row["source"], column, value)
        for row in tables.get("projects", [])
        for column, value in [
            *((one, plain(row.get(one, ""))) for one in PRINTED),
            *((one, _amount(row, one)) for one in COUNTED),
        ]
        if value != ""
    ]


def _amount(row: draft.Row, column: str) -> object:
    unit = row.get(f"{column}_unit", "")
    return (number(row[column]), unit) if row.get(column) and unit else number(row.get(column, ""))


def _project_figures(tables: draft.Tables) -> Rows:
    measures = {row["measure_id"]: row["name"] for row in tables.get("measures", [])}
    return [
        (row["source"], row.get("stated_in", ""), number(row["value"]), row.get("unit", ""))
        for row in tables.get("figures", [])
        if row["scope"].startswith("project:") and "年产能力" in measures[row["measure_id"]]
    ]


def _clusters(tables: draft.Tables) -> Rows:
    names = _names(tables, "clusters", "cluster_id")
    columns = ("firms", "output", "growth", "city_output", "city_share")
    return [
        (names[row["cluster_id"]], row["year"], column, number(row[column]))
        for row in tables.get("cluster_years", [])
        for column in columns
        if row.get(column)
    ]


class Figure(NamedTuple):
    """A figure of prose, whichever table it stands in."""

    table: str
    source: str
    value: float
    upper: object
    unit: str
    year: str
    names: tuple[str, ...]


def _figures(tables: draft.Tables) -> list[Figure]:
    measures = {row["measure_id"]: row for row in tables.get("measures", [])}
    found = []
    for row in tables.get("figures", []):
        if row["scope"].startswith("project:") or re.match("表|附件", row["source"]):
            continue
        measure = measures[row["measure_id"]]
        unit = row.get("unit") or measure.get("unit", "")
        names = (row.get("noun", ""), row.get("item", ""), measure["name"])
        found.append(
            Figure(
                "figures",
                row["source"],
                float(row["value"]),
                number(row.get("value_to", "")),
                unit,
                row.get("year", ""),
                names,
            )
        )
    for row in tables.get("targets", []):
        if re.match("表", row["source"]) or not row.get("target"):
            continue
        measure = measures[row["measure_id"]]
        unit = row.get("unit") or measure.get("unit", "")
        names = (row["name"], row.get("noun", ""), measure["name"])
        found.append(
            Figure(
                "targets",
                row["source"],
                float(row["target"]),
                number(row.get("target_to", "")),
                unit,
                row.get("target_year", ""),
                names,
            )
        )
    return found


ALIKE = 0.6
"""Share of its characters that the shorter of two names must find in the other, in order."""


def same_name(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two sets of names are of one thing."""
    for one in filter(None, map(plain, ours)):
        for other in filter(None, map(plain, theirs)):
            common = sum(
                block.size for block in difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
            )
            if common >= ALIKE * min(len(one), len(other)) and common >= 2:
                return True
    return False


def _same(one: Figure, other: Figure) -> bool:
    value = convert(one.value, as_counted(one.unit, other.unit), other.unit) if one.unit != other.unit else one.value
    return (
        one.source == other.source
        and value == other.value
        and one.upper == other.upper
        and one.year == other.year
        and same_name(one.names, other.names)
    )


def _once(figures: list[Figure]) -> list[Figure]:
    """Without targets that a folder has as figures, too."""
    stated = [one for one in figures if one.table == "figures"]
    return stated + [
        one for one in figures if one.table == "targets" and not any(_same(one, other) for other in stated)
    ]


def _prose(ours: draft.Tables, theirs: draft.Tables) -> Score:
    left = _once(_figures(theirs))
    wrong: Rows = []
    total = len(left)
    for one in _figures(ours):
        match = next((other for other in left if _same(one, other)), None)
        if match is None:
            wrong.append(tuple(one))
        else:
            left.remove(match)
    count = len(_figures(ours))
    return Score("prose targets and figures", count - len(wrong), count, total, wrong, [tuple(one) for one in left])


def main() -> None:
    """Print the table of scores, and with --wrong what is wrong and missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--wrong", nargs="*", help="kinds of which the rows that differ are printed; all without one")
    given = parser.parse_args()
    ours, read = drafted(given.files)
    print(f"{'kind':28}{'right':>7}{'drafted':>9}{'gold':>6}{'precision':>11}{'recall':>8}")
    for score in scores(ours, gold(given.gold), read):
        print(
            f"{score.kind:28}{score.right:7}{score.drafted:9}{score.gold:6}{score.precision:11.3f}{score.recall:8.3f}"
        )
        if given.wrong is not None and (not given.wrong or score.kind in given.wrong):
            for title, rows in (("wrong", score.wrong), ("missing", score.missing)):
                for row in rows:
                    print(f"    {title}: {row}")
    print(
        f"{len(read.taken)} cells taken, {read.asked.groupby(['table', 'key']).ngroups} rows asked, {len(read.unread)} numbers unread"
    )


if __name__ == "__main__":
    main()
