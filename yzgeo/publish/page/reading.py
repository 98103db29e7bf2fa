"""What the reading view needs beside the words of the plan: which of them a finding is about, and how pages are made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.checks.clause_tables import clause_tables
from yzgeo.checks.finding import Finding, Misprint
from yzgeo.checks.passages import CELL
from yzgeo.core.i18n import bilingual
from yzgeo.core.unit_words import NUMBERS, WORDS
from yzgeo.facts.cite import parts
from yzgeo.plan.cache import cached_per_plan
from yzgeo.plan.model import Plan

PART = re.compile(r"^(?P<page>.*?\S)\s*(?P<part>第\d+[段行])$")
"""A paragraph of a clause or a row of a table: 三（二）1 第3段, 表2 第1行."""
NOT_PRINTED = {"subjects", "sources", "source", "counts", "unit"}
"""Values of findings that tell of the check, not of the plan's words."""
SEPARATORS = "、，,。；;：:｜|“”‘’（）()《》〔〕\n\t 　"
AND_SO_ON = "等"
FULL_WIDTH = str.maketrans("０１２３４５６７８９．％，", "0123456789.%,")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORDS = sorted((word for word in WORDS if word and not (word.isascii() and word.isalpha())), key=len, reverse=True)
_WORD = f"(?:{'|'.join(map(re.escape, _WORDS))})"
UNIT = re.compile(rf"\s?(?P<times>[{''.join(NUMBERS)}]*)(?P<unit>{_WORD}(?:/[{''.join(NUMBERS)}]*{_WORD})*)?")
TIMES = ("年", "月", "个月", "天", "日")
MEASURE = re.compile("[亩米元]")
"""What land, floor and money are told in: a number of these is one of the plan, however small."""
QUOTED = re.compile("“[^”]*”")
FEW = 100
"""A whole number below this stands in a text for many things: only its unit or its own cell says what it is."""
MOST_ROWS = 8
MOST_WORDINGS = 3
SHORTEST_PHRASE = 4
FEW_CLAUSES = 5
SHORT_WORD = 2
"""A word of so few letters stands within many others: it is marked where it stands by itself."""

Span = tuple[int, int]


class Printed(NamedTuple):
    """A number as a text prints it: where with its unit, what it may stand for, its unit, whether it tells by itself."""

    span: Span
    values: tuple[float, ...]
    unit: str
    is_sure: bool


def page_of(clause: str) -> tuple[str, str]:
    """The clause whose page a paragraph or row stands on, and which of its parts it is.

    >>> print(page_of("三（二）1 第3段"), page_of("表2"))
    ('三（二）1', '第3段') ('表2', '')
    """
    matched = PART.match(clause)
    return (matched["page"], matched["part"]) if matched else (clause, "")


@cached_per_plan
def make_up(plan: Plan) -> dict[str, dict[str, Any]]:
    """For each clause its page, which part of it it is in both languages, and for rows of tables the columns of its cells.

    `columns` has a column for each cell, or is missing where the plan does not say which cell belongs to which heading.

    >>> from yzgeo.plan.load import load
    >>> row = make_up(load("yinzhou"))["表2 第1行"]
    >>> print(row["page"], row["part"]["zh"], row["columns"])
    表2 第1行 [0, 1, 2, 3, 2, 2]
    """
    table = plan.clauses
    named = set(table["clause"])
    made: dict[str, dict[str, Any]] = {}
    for row in table.itertuples():
        page, part = page_of(row.clause)
        if page not in named:
            page = row.clause
        english = bilingual(row.clause, row.label_en).en.rpartition(", ")[2] if part else ""
        if not part and f"{row.clause} 第2段" in named and f"{row.clause} 第1段" not in named:
            part, english = "第1段", "paragraph 1"
        made[row.clause] = {"page": page, "part": {"zh": part, "en": english}}
    for one in clause_tables(plan):
        rows = {row.clause: row.cells for row in one.rows}
        for clause, columns in _columns(plan, len(one.heading), rows).items():
            made[clause]["columns"] = columns
    return made


def _columns(plan: Plan, width: int, rows: dict[str, list[str]]) -> dict[str, list[int]]:
    """Columns of cells. Short rows lack the cells that a merged cell above covers; long ones go on with parks of a list."""
    parks = set(plan.parks["name"].dropna()) if "name" in plan.parks else set()
    placed = {}
    is_regular = any(len(row) == width for row in rows.values())
    for clause, row in rows.items():
        if len(row) == width or (len(row) < width and is_regular):
            placed[clause] = [*range(width - len(row), width)]
            continue
        lists = [at for at, cell in enumerate(row[:width]) if cell in parks]
        if width and len(row) > width and len(lists) == 1 and all(cell in parks for cell in row[width:]):
            placed[clause] = [*range(width), *lists * (len(row) - width)]
    return placed


def places(plan: Plan, finding: Finding) -> list[dict[str, Any]]:
    """The clauses of a finding, with the words in each that it is about.

    Only words that stand in the clause are marked: strings and figures of the finding's values that its sentence names;
    where a clause has none of these, phrases that it shares with the sentence.

    Returns
    -------
    list of dict
        `clause` and `spans`, each the start and the end of words in the text of the clause.

    >>> from yzgeo.checks.run import run
    >>> from yzgeo.plan.load import load
    >>> plan = load("yinzhou")
    >>> finding = run(plan, select=["industries-text-table"]).findings[0]
    >>> texts = plan.clauses.set_index("clause")["text"]
    >>> [[texts[one["clause"]][start:end] for start, end in one["spans"]] for one in places(plan, finding)]
    [['医疗健康'], ['生物医药']]
    """
    words_of = texts(plan)
    sentence = finding.message.zh
    named = [clause for clause in parts(finding.clause) if clause in words_of]
    words = _marked_words(finding)
    told = _told_figures(plan, finding)
    numbers = {clause: [one for one in printed_numbers(words_of[clause]) if _is_told(one, told)] for clause in named}
    once = Counter(_figures(finding.values))
    sure = {
        value for ones in numbers.values() for one in ones if one.is_sure for value in one.values if once[value] < 2
    }
    agreements = []
    for clause in named:
        spans = [span for word in words for span in occurrences(words_of[clause], word)]
        spans += [one.span for one in numbers[clause] if one.is_sure or not sure.intersection(one.values)]
        agreements.append(
            {"clause": clause, "spans": merged(spans or _shared_phrases(plan, words_of[clause], sentence))}
        )
    return agreements


def compared(plan: Plan, finding: Finding, marked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What a finding holds together, as the places print it: groups of rows, a row for each clause.

    Parameters
    ----------
    marked
        The `places` of the finding.

    Returns
    -------
    list of dict
        `kind`: "list" (items of lists), "words" (one wording in each place) or "marks" (what is marked); `rows` of
        `clause` and `items`.
    """
    words_of = texts(plan)
    clauses = [one["clause"] for one in marked]
    pairs = [
        pair
        for value in finding.values.values()
        if isinstance(value, (list, tuple))
        for pair in value
        if isinstance(pair, (list, tuple)) and len(pair) > 1 and all(isinstance(one, str) for one in pair)
    ]
    if pairs:
        groups = [_word_rows(words_of, clauses, pair) for pair in pairs]
        return [{"kind": "words", "rows": rows} for rows in groups if len(rows) > 1]
    lists = [value for value in _lists(finding.values) if len(value) > 1]
    rows = [row for clause in clauses if (row := _list_row(words_of[clause], clause, lists))]
    if len(rows) > 1:
        return [{"kind": "list", "rows": rows[:MOST_ROWS]}]
    wordings = [
        word for word in _marked_words(finding) if any(occurrences(words_of[clause], word) for clause in clauses)
    ]
    rows = _word_rows(words_of, clauses, wordings) if len(wordings) <= MOST_WORDINGS else []
    if len(rows) == 2 or len(rows) == len({row["clause"] for row in rows}) > 1:
        return [{"kind": "words", "rows": rows}]
    rows = [
        {"clause": clause, "items": list(dict.fromkeys(words_of[clause][start:end].strip() for start, end in spans))}
        for clause, spans in ((one["clause"], one["spans"]) for one in marked)
        if spans
    ]
    return [{"kind": "marks", "rows": rows[:MOST_ROWS]}] if rows else []


def misprint_span(plan: Plan, misprint: Misprint) -> list[int] | None:
    """The character of a clause that a suspected misprint stands behind, as JavaScript counts; None where it is not found."""
    text = texts(plan).get(misprint.clause, "")
    places = occurrences(text, misprint.printed)
    if not places:
        return None
    start, end = places[0]
    letters = [at for at in range(start, end) if not text[at].isspace()]
    last = letters[max(0, misprinted_at("".join(misprint.printed.split()), misprint.suspected) - 1)]
    return in_utf16(text, [(last, last + 1)])[0]


def misprinted_at(printed: str, suspected: str) -> int:
    """How many characters of what is printed there are up to where it is other than the reading suspected.

    Both have words around them that the other may lack. Where they share nothing, it is the end.

    >>> print(misprinted_at("合平塘工而业区土地", "工业区"), misprinted_at("面积3.48万平方。", "万平方米"))
    5 9
    """
    steps = SequenceMatcher(None, printed, suspected, autojunk=False).get_opcodes()
    same = [at for at, step in enumerate(steps) if step[0] == "equal"]
    if not same:
        return len(printed)
    first, last = same[0], same[-1]
    between = [step for step in steps[first:last] if step[0] != "equal"]
    if between:
        return between[0][2]
    before = [step for step in steps[:first] if step[0] != "delete"]
    return before[-1][2] if before else steps[last][2]


def occurrences(text: str, word: str) -> list[Span]:
    """Where a word stands in a text, whatever blanks are set in it: by itself, else the first of it within others.

    >>> print(occurrences("智能家电、电子信息｜智能家电产业园", "智能家电"), occurrences("汽    车 ｜ 128", "汽车"))
    [(0, 4)] [(0, 6)]
    """
    letters = "".join(word.split())
    if len(letters) < SHORT_WORD:
        return []
    pattern = r"\s*".join(map(re.escape, letters))
    spans = [match.span() for match in re.finditer(pattern, text)]
    alone = [
        (start, end)
        for start, end in spans
        if (start == 0 or text[start - 1] in SEPARATORS) and (end == len(text) or text[end] in SEPARATORS + AND_SO_ON)
    ]
    return alone or (spans[:1] if len(letters) > SHORT_WORD else [])


def printed_numbers(text: str, with_small: bool = False) -> Iterator[Printed]:
    """The numbers of a text with their units; numbers of years, of things in order and of headings are left out.

    So are small whole numbers with nothing beside them that are no cell of a table, unless `with_small`.

    >>> [(one.span, one.values) for one in printed_numbers("2020年，第3期为1,200万件")]
    [((10, 17), (1200.0, 12000000.0))]
    """
    plain = text.translate(FULL_WIDTH)
    for match in NUMBER.finditer(plain):
        start, end = match.span()
        before = plain[start - 1] if start else "\n"
        if before == "第" or (end < len(plain) and plain[end] in ".、" and not plain[end + 1 : end + 2].isdigit()):
            continue
        measure = UNIT.match(plain, end)
        times, unit = (measure["times"], measure["unit"]) if measure else ("", None)
        if unit and unit.startswith(TIMES):
            continue
        value = float(match[0].replace(",", ""))
        if before in "-−" and not plain[start - 2 : start - 1].isdigit():
            value, start = -value, start - 1
        factor = 1
        for one in times:
            factor *= NUMBERS[one]
        stop = measure.end() if measure and (times or unit) else end
        is_cell = not plain[:start].rpartition(CELL)[2].strip() and CELL in plain[:start]
        is_cell = is_cell and not plain[stop:].partition(CELL)[0].strip()
        is_small = value.is_integer() and abs(value) < FEW and "." not in match[0]
        if is_small and not (with_small or unit or times or is_cell):
            continue
        values = (value, value * factor) if factor > 1 else (value,)
        yield Printed((start, stop), values, f"{times}{unit or ''}", not is_cell or not is_small)


def merged(spans: Iterable[Span]) -> list[list[int]]:
    """Spans in their order, those that overlap as one.

    >>> print(merged([(5, 8), (0, 2), (6, 9)]))
    [[0, 2], [5, 9]]
    """
    joined: list[list[int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    return joined


@cached_per_plan
def texts(plan: Plan) -> dict[str, str]:
    """The words of each clause."""
    return {row.clause: str(row.text) for row in plan.clauses.itertuples()}


def _is_told(number: Printed, told: dict[float, set[str]]) -> bool:
    """Whether a number is one of those told: of small whole ones, its unit must be as told or not be printed."""
    for value in number.values:
        units = next(
            (units for figure, units in told.items() if abs(value - figure) <= 1e-9 * max(1.0, abs(figure))), None
        )
        if units is None:
            continue
        if not value.is_integer() or abs(value) >= FEW or not number.unit or number.unit in units:
            return True
        if "" in units and "%" not in number.unit:
            return True
    return False


def _told_figures(plan: Plan, finding: Finding) -> dict[float, set[str]]:
    """The numbers of the sentence with their units: those of the values, and those long enough to be none but the plan's."""
    sentence = finding.message.zh
    for name in plan.projects["name"].dropna():
        sentence = sentence.replace(str(name), "")
    sentence = QUOTED.sub("", sentence)
    values = set(_figures(finding.values))
    told: dict[float, set[str]] = {}
    for number in printed_numbers(sentence, with_small=True):
        is_long = not number.values[0].is_integer() or abs(number.values[0]) >= FEW
        is_long = is_long or bool(MEASURE.search(number.unit))
        for value in number.values if is_long or values.intersection(number.values) else ():
            told.setdefault(value, set()).add(number.unit)
    return told


def _shared_phrases(plan: Plan, text: str, sentence: str) -> list[Span]:
    """The phrases of a text that stand in a sentence too, each once, without those that the plan uses everywhere."""
    phrases: dict[str, Span] = {}
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and text[end] not in SEPARATORS and text[at : end + 1] in sentence:
            end += 1
        if end - at >= SHORTEST_PHRASE and not text[at:end].isascii():
            phrases.setdefault(text[at:end], (at, end))
        at = max(end, at + 1)
    return [
        span
        for phrase, span in phrases.items()
        if not any(phrase in other for other in phrases if other != phrase) and _is_rare(plan, phrase)
    ]


def _is_rare(plan: Plan, phrase: str) -> bool:
    return sum(phrase in text for text in texts(plan).values()) <= FEW_CLAUSES


def _marked_words(finding: Finding) -> list[str]:
    """The strings of the values that the sentence names; of a list that holds another one, only that other."""
    lists = [*_lists(finding.values), *([value] for value in _strings(finding.values))]
    covered = {
        word
        for whole in lists
        for part in lists
        if len(part) < len(whole) and set(part) < set(whole) and part in _lists(finding.values)
        for word in set(whole) - set(part)
    }
    named = [word for one in lists for word in one if word in finding.message.zh and word not in covered]
    return list(
        dict.fromkeys(item for word in named for item in (word.split("、") if word.count("、") > 1 else [word]))
    )


def _values(values: Any) -> Iterator[Any]:
    """What stands in the values of a finding, at any depth."""
    if isinstance(values, dict):
        for name, value in values.items():
            if name not in NOT_PRINTED:
                yield from _values(value)
    elif isinstance(values, (list, tuple)):
        for value in values:
            yield from _values(value)
    else:
        yield values


def _strings(values: dict[str, Any]) -> list[str]:
    return [value for value in _values(values) if isinstance(value, str)]


def _figures(values: dict[str, Any]) -> Iterator[float]:
    for value in _values(values):
        if not isinstance(value, (str, bool)) and value is not None and not pd.isna(value):
            yield float(value)


def _lists(values: dict[str, Any]) -> list[list[str]]:
    return [
        list(value)
        for name, value in values.items()
        if name not in NOT_PRINTED
        and isinstance(value, (list, tuple))
        and value
        and all(isinstance(one, str) for one in value)
    ]


def _list_row(text: str, clause: str, lists: list[list[str]]) -> dict[str, Any] | None:
    """The items of the list that a clause has most of, as far as it has them; None below two or half of them."""
    best: list[str] = []
    share = 0.5
    for one in lists:
        shared = [item for item in one if occurrences(text, item)]
        if len(shared) > 1 and (len(shared) / len(one), len(shared)) > (share, len(best)):
            best, share = shared, len(shared) / len(one)
    return {"clause": clause, "items": best} if best else None


def _word_rows(words_of: dict[str, str], clauses: list[str], words: Iterable[str]) -> list[dict[str, Any]]:
    """Each wording with the first clause that has it; of wordings within others, the longest."""
    rows: list[dict[str, Any]] = []
    for word in dict.fromkeys(words):
        taken = {row["clause"] for row in rows}
        holders = [clause for clause in clauses if occurrences(words_of[clause], word)]
        free = [clause for clause in holders if clause not in taken]
        if holders:
            rows.append({"clause": (free or holders)[0], "items": [word]})
    return rows


def in_utf16(text: str, spans: Iterable[Iterable[int]]) -> list[list[int]]:
    """Spans as JavaScript counts letters: one beyond the first 65,536 of Unicode is two.

    >>> print(in_utf16("𠮷区主导", [(2, 4)]))
    [[3, 5]]
    """
    if text.isascii() or max(text) < "\U00010000":
        return [list(span) for span in spans]
    return [[len(text[:at].encode("utf-16-le")) // 2 for at in span] for span in spans]
