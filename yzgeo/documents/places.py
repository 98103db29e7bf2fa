"""Places that a plan names, looked up among the known places of its district: one hit is a place, others are asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.documents.questions import NOT_STATED, OWN, Answer

COLUMNS = ("name", "place_id", "known_as", "start", "end", "exact", "certainty")
ROW = ("zone_id", "place_id", "words", "stand_in", "source")
"""Columns of `zone_places.csv`."""
ASKED = "place-"
"""How the id of a question about a place begins."""
TOWNS = ("街道", "镇", "乡", "苏木")
"""Endings by which an office names a town: it may have another one today than in the gazetteer."""
ENDINGS = (*TOWNS, "村")
SHORTEST_STEM = 2
PARTS = re.compile(r"[、，,；;。]|(?<=[镇村乡区园])[和与及]")
"""What parts the places that a zone is formed of."""
LEAD = re.compile(
    r"(?:^|[、，,；;。：:（(“\s]|[镇村乡区县市园道]|连片|整合|包括|包含|涵盖|含|依托|利用|由|在|以|为|将|把|原|原有|和|与|及|至)$"
)
"""What may stand before a name that begins there: behind other characters it may be the end of a longer one."""
HEAD = re.compile(r"^(?:在|以|由|将|把|连片|整合|包括|包含|涵盖|含|依托|利用)+")
TAIL = re.compile(r"(?:的?基础上?|等)+$")


class Hit(NamedTuple):
    """Words of a text that name a known place; `exact` where they have its whole name, ending included."""

    place_id: str
    known_as: str
    start: int
    end: int
    exact: bool


def among(names: Iterable[str], known: pd.DataFrame) -> pd.DataFrame:
    """Names looked up among known places.

    A place is named where a text has its name with an ending of towns or villages (姜山镇; 姜山街道 is it under another
    title), unless that may be the end of a longer name (上姜山镇). The bare stem (姜山) names it only where the text
    begins with it: elsewhere it may be part of another name.

    Parameters
    ----------
    names
        As the plan writes them.
    known
        Columns `place_id` and `name`, as `known_towns.inside` gives them.

    Returns
    -------
    DataFrame
        A row for each place that a name may mean, and one without `place_id` for a name that means none: `name`,
        `place_id`, `known_as` (its name in the gazetteer), `start`, `end` (characters of the name), `exact`,
        `certainty`: sure (one place, by its whole name), likely (one, by its stem or another ending), guess (several) or
        none.

    >>> known = pd.DataFrame({"place_id": ["jiang", "mao"], "name": ["姜山镇", "茅山镇"]})
    >>> found = among(["姜山镇工业区块", "姜山街道", "姜山镇和茅山镇", "下姜山"], known)
    >>> for row in found[["name", "place_id", "certainty"]].itertuples(index=False):
    ...     print(row.name, row.place_id if pd.notna(row.place_id) else "-", row.certainty)
    姜山镇工业区块 jiang sure
    姜山街道 jiang likely
    姜山镇和茅山镇 jiang guess
    姜山镇和茅山镇 mao guess
    下姜山 - none
    """
    places = list(zip(known["place_id"].astype(str), known["name"].astype(str), strict=True))
    rows: list[tuple[object, ...]] = []
    for name in names:
        found = hits(name, places)
        if not found:
            rows.append((name, None, None, None, None, None, "none"))
        several = len({hit.place_id for hit in found}) > 1
        for hit in found:
            certainty = "guess" if several else "sure" if hit.exact else "likely"
            rows.append((name, *hit, certainty))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"start": "Int64", "end": "Int64", "exact": "boolean"})


def hits(text: str, places: Iterable[tuple[str, str]]) -> list[Hit]:
    """The known places that a text names, in its order; of names in one another the longer.

    >>> print([hit.known_as for hit in hits("东吴镇区块", [("a", "东吴镇"), ("b", "东吴"), ("c", "横溪镇")])])
    ['东吴镇']
    """
    found = sorted({hit for place_id, name in places for hit in _of_place(text, place_id, name)}, key=_longest_first)
    kept: list[Hit] = []
    for hit in found:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
        elif any((hit.start, hit.end, hit.exact) == (other.start, other.end, other.exact) for other in kept):
            kept.append(hit)  # two places of one name
    return sorted(kept, key=lambda hit: hit.start)


def _longest_first(hit: Hit) -> tuple[int, bool, int, str]:
    return hit.start - hit.end, not hit.exact, hit.start, hit.place_id


def _of_place(text: str, place_id: str, name: str) -> Iterator[Hit]:
    stem = next((name.removesuffix(end) for end in ENDINGS if name.endswith(end)), name)
    for match in re.finditer(re.escape(name), text):
        if name != stem:
            yield Hit(place_id, name, *match.span(), exact=bool(LEAD.search(text, 0, match.start())))
    if len(stem) < SHORTEST_STEM:
        return
    if not name.endswith("村"):
        for match in re.finditer(rf"{re.escape(stem)}(?:{'|'.join(TOWNS)})", text):
            yield Hit(
                place_id, name, *match.span(), exact=match[0] == name and bool(LEAD.search(text, 0, match.start()))
            )
    if text.startswith(stem):
        yield Hit(place_id, name, 0, len(stem), exact=text == name)


class Placed(NamedTuple):
    """What the zones of a draft are formed of: rows of `zone_places.csv`, and rows of `questions.csv`."""

    rows: list[dict[str, str]]
    questions: list[dict[str, str]]


def of_zones(taken: pd.DataFrame, zones: Iterable[dict[str, str]], known: pd.DataFrame) -> Placed:
    """The places that zones are formed of: one known place named in full is taken, none or several are asked.

    A town stands in for a part of it.

    Parameters
    ----------
    taken
        Candidates that were taken; those of `zones` and `formed_from` are read.
    zones
        Rows of `zones.csv`: `zone_id`, `name`.
    known
        As `known_towns.inside` gives them.

    >>> known = pd.DataFrame({"place_id": ["jiang"], "name": ["姜山镇"], "source": ["GeoNames 1"], "uncertainty_m": [2000.0]})
    >>> words = "在原园的基础上，连片姜山镇工业区块、某街道"
    >>> taken = pd.DataFrame([{"table": "zones", "key": "东片区", "column": "formed_from", "value": words, "clause": "一",
    ...     "start": 4, "quote": words}])
    >>> placed = of_zones(taken, [{"zone_id": "east", "name": "东片区"}], known)
    >>> print([list(row.values()) for row in placed.rows])
    [['east', 'jiang', '姜山镇工业区块', 'true', '一']]
    >>> print([(row["question_zh"], row["start"]) for row in placed.questions])
    [('“原园”在哪里？东片区由它组成', '5'), ('“某街道”在哪里？东片区由它组成', '22')]
    """
    ids = {row["name"]: row["zone_id"] for row in zones}
    rows: dict[tuple[str, str], dict[str, str]] = {}
    asked: dict[tuple[str, str], dict[str, str]] = {}
    for cell in taken[(taken["table"] == "zones") & (taken["column"] == "formed_from")].to_dict("records"):
        zone_id = ids.get(str(cell["key"]))
        if zone_id is None:
            continue
        for start, part in _parts(str(cell["value"])):
            found = among([part], known)
            first = found.iloc[0]
            if first["certainty"] == "sure":
                words = TAIL.sub("", part[first["start"] :])
                stands_in = "false" if words == first["known_as"] else "true"
                row = (zone_id, str(first["place_id"]), words, stands_in, str(cell["clause"]))
                rows.setdefault((zone_id, words), dict(zip(ROW, row, strict=True)))
            else:
                question = _question(cell, zone_id, start, part, known[known["place_id"].isin(found["place_id"])])
                asked.setdefault((zone_id, part), question)
    named = [{**row, "question_id": f"{ASKED}{number:03}"} for number, row in enumerate(asked.values(), 1)]
    return Placed(list(rows.values()), named)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The names of a phrase, each with its first character."""
    place = 0
    for part in PARTS.split(text):
        at = text.index(part, place)
        place = at + len(part)
        words = TAIL.sub("", part.strip())
        lead = HEAD.match(words)
        skipped = lead.end() if lead else 0
        if words[skipped:]:
            yield at + len(part) - len(part.lstrip()) + skipped, words[skipped:]


def _question(cell: dict[str, object], zone_id: str, start: int, words: str, options: pd.DataFrame) -> dict[str, str]:
    first = int(str(cell["start"])) + start
    named = options.drop_duplicates("place_id").itertuples()
    lines = [f"{n}. {one.name} | {one.source} ±{one.uncertainty_m:.0f} m" for n, one in enumerate(named, 1)]
    why = ("地名表里有几处可能", "the gazetteer has several that it may be") if len(lines) > 1 else (
        ("地名表里只有相近的名称", "the gazetteer has a similar name") if lines else ("地名表里没有", "not in the gazetteer")
    )  # fmt: skip
    return {
        "kind": "place",
        "question_zh": f"“{words}”在哪里？{cell['key']}由它组成",
        "why_zh": why[0],
        "question_en": f"Where is '{words}', of which {cell['key']} is formed?",
        "why_en": why[1],
        "options": "\n".join(lines),
        "quote": words,
        "clause": str(cell["clause"]),
        "start": str(first),
        "end": str(first + len(words)),
        "table": "zone_places",
        "key": f"{zone_id}|{words}",
        "column": "place_id",
    }


def answered(rows: Iterable[Answer], places: list[dict[str, str]], file: Path) -> list[dict[str, str]]:
    """Rows of `zone_places.csv` that the answers give.

    Parameters
    ----------
    rows
        Answers to questions of `of_zones`.
    places
        Rows of `places.csv`; an answer of one's own names one of them.

    Raises
    ------
    InputError
        When an answer names no place of the folder.
    """
    given = []
    for one in rows:
        if one.answer == NOT_STATED:
            continue
        lines = one.row.get("options", "").splitlines()
        chosen = [line for line in lines if line.split(".")[0].strip() == one.answer]
        source = chosen[0].rpartition("|")[2].partition("±")[0].strip() if chosen else ""
        found = [
            row
            for row in places
            if (row["source"] == source if one.answer != OWN else one.value in (row["name"], row["place_id"]))
        ]
        if len(found) != 1 or not (source or one.answer == OWN):
            raise InputError(
                Text(f"“{one.value or one.answer}”不是已知的地点", f"'{one.value or one.answer}' is no known place"),
                Text(
                    "选选项里的，填 places.csv 里的名称，或答 0 后用 yzgeo places 定点",
                    "choose an option, give a name of places.csv, or answer 0 and set the point with yzgeo places",
                ),
                file=str(file),
                row=one.line,
                column="answer",
            )
        zone_id, _, words = one.row["key"].partition("|")
        stands_in = "false" if words == found[0]["name"] else "true"
        given.append(dict(zip(ROW, (zone_id, found[0]["place_id"], words, stands_in, one.row["clause"]), strict=True)))
    return given
