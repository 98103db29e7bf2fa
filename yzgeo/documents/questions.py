"""What a document leaves open, as questions that are answered in a spreadsheet or on the page of the review."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.formula_injection import escape_formula, unescape_formula
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode
from yzgeo.documents import number_words, proof
from yzgeo.documents.numbers import Time, number, times
from yzgeo.documents.words import Words

COLUMNS = (
    *("question_id", "kind", "question_zh", "why_zh", "question_en", "why_en", "options", "quote", "clause", "start"),
    *("end", "table", "key", "column", "answer", "value", "unit", "note", "time"),
)
ANSWER = ("answer", "value", "unit", "note", "time")
"""Columns that the reader fills."""
QUESTION, LINE = "question_id", "line"
"""Of a cell that an answer gives: the question, and the line of the answer in its file."""
NOT_STATED, OWN, SKIPPED, REJECTED = "0", "E", "S", "X"
CHANGED = "row-"
"""How the id of a drafted cell begins, which the reader changed on the page of the review; it is no question."""
MAIN = {
    "zones": "name",
    "zone_industries": "industry",
    "zone_parks": "park",
    "projects": "name",
    "targets": "target",
    "figures": "value",
    "clusters": "name",
    "cluster_years": "output",
    "datapackage": "title",
}
"""The cell that a question about a whole row is asked of, and that an own value replaces."""
WHY = {
    "name": Text("原文没有把这个数是什么说全", "the text does not say in full what the number is of"),
    "time": Text("这一句没有说是哪一年", "the sentence does not say of which year"),
    "stage": Text("表头没有写这一年是现状还是目标", "the head does not say whether that year is past or aimed at"),
    "group": Text("只有名称和数，也可能是一组项目的小计", "a name and a sum alone; it may sum up a group of projects"),
    "accrued": Text(
        "方括号没有说明，可能是几年累计数", "no note explains the square brackets; it may add up several years"
    ),
    "comparison": Text(
        "说的是与别的数相差多少，不是这个数本身", "it tells the distance to another figure, not the figure"
    ),
    "several_times": Text("一句里有几个年份", "the sentence names several years"),
    "scope": Text("是全区的数还是片区的数，原文没有说清", "whether it is of the district or of the zone is not clear"),
    "several": Text("原文有几个数，说法不同", "the text has several figures that differ"),
    "distributed": Text("几个数与几个名称对不上", "several numbers do not pair with several names"),
    "brackets": Text("括号里是对一个说法的解释", "it stands in brackets that explain a term"),
    "rise": Text("升到（降到）这个数是哪一年，原文没有说", "the text does not say when it rose or fell to that"),
    "condition": Text(
        "要等建成、投产以后，原文没有说是哪一年", "it is to be so once something is built; no year is said"
    ),
    "model": Text(
        "本单位的模型提议，程序自己没有读出", "proposed by the office's model; the program did not read it itself"
    ),
    "rule": Text("这是长期的要求，不是某一年的数", "it is a lasting demand, not a figure of a year"),
    "industry": Text("叙述里提到，没有写在“主导产业”之类的标签后", "told in prose, not listed behind a label"),
    "park": Text("写法像是名称被分成了两行", "the name may be parted over two lines"),
    "zone": Text(
        "像是片区的名称，但没有面积、组成或产业", "looks like a zone's name, with no area, parts or industries"
    ),
    "zone_open": Text("它所属的片区还没有确定", "the zone it belongs to is not settled"),
    "cell": Text("格里的写法认不准", "the cell is not written as figures usually are"),
    "unit": Text("没有写单位", "no unit is stated"),
    "months": Text("以月计", "it counts months"),
    "period": Text(
        "由“十几五”推出，原文没有写起止年份", "follows from the name of the five-year plan; the years are not written"
    ),
    "title": Text("有几行像是名称", "several lines look like the title"),
    "cut": Text("句子没有写完", "the sentence is cut off"),
    "ocr": Text("文字由图片识别而来，请对照原件", "the words were recognised in a picture; compare them with the page"),
    "proof": Text("引文里没有找到这个值", "the value was not found in its quote"),
    "row": Text("这一行缺少别的内容", "the row lacks something else"),
}
NOUNS = {
    "zones": Text("片区", "zone"),
    "zone_industries": Text("产业", "industry"),
    "zone_parks": Text("园区", "park"),
    "projects": Text("项目", "project"),
    "targets": Text("目标", "target"),
    "figures": Text("现状数", "base figure"),
    "clusters": Text("产业集群", "cluster"),
    "cluster_years": Text("产业集群", "cluster"),
    "datapackage": Text("规划信息", "particular of the plan"),
}
Cell = dict[str, Any]
TO_FIGURE = {
    "target": "value",
    "target_to": "value_to",
    "target_qualifier": "qualifier",
    "target_year": "year",
    "name": "noun",
}
TO_TARGET = {figure: target for target, figure in TO_FIGURE.items()}
OPEN_TIME = {"time", "condition", "stage", "several_times", "rule", "rise"}
"""Reasons that leave open whether a number is of what was or of what is to be."""
UNSETTLED = {"several_times", "distributed", "several"}
"""Reasons for which no option is likelier than the others: the text has as much for each."""
MOST_YEARS = 3
"""Most years that are offered for one number."""


class Option(NamedTuple):
    """An answer that can be chosen: what it says (and in English), its evidence, and the cells that it gives."""

    value: str
    evidence: str
    cells: list[Cell]
    english: str = ""


class Question(NamedTuple):
    """A question with its options; `row` has the columns of `questions.csv`."""

    row: dict[str, str]
    options: list[Option]


def ask(asked: pd.DataFrame, taken: pd.DataFrame, clauses: pd.DataFrame, words: Words) -> list[Question]:
    """The questions of the candidates that were not taken, in the order of the document.

    Cells of one row are one question; the industries that one phrase lists are one, too.
    """
    order = {clause: position for position, clause in enumerate(clauses["clause"])}
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))

    @cache
    def named_years(clause: str) -> list[tuple[Time, str]]:
        return list(_named_years(texts[clause], words))

    rows_taken = set(zip(taken["table"], taken["key"], strict=True))
    groups: dict[tuple[str, ...], list[Cell]] = {}
    for cell in asked.to_dict("records"):
        groups.setdefault(_group(cell, rows_taken), []).append(cell)
    found = []
    for group, cells in groups.items():
        options = _options(group, cells, named_years, words)
        if options:
            found.append((group, cells, options))
    found.sort(key=lambda entry: (order.get(_shown(entry[1])["clause"], 0), int(_shown(entry[1])["start"])))
    return [Question(_row(f"q{place:03}", *entry), entry[2]) for place, entry in enumerate(found, 1)]


def _group(cell: Cell, rows_taken: set[tuple[str, str]]) -> tuple[str, ...]:
    """Cells of one question: of a row that is taken the cells of one figure, of a phrase its industries, else a row."""
    table, key = str(cell["table"]), str(cell["key"])
    if (table, key) in rows_taken:
        return table, key, cell["column"].split("_")[0]
    if table == "zone_industries":
        zone, listed_in, _ = (*key.split("|"), "", "")[:3]
        return table, zone, listed_in, str(cell["clause"]), str(cell["quote"])
    return table, key


def _main(cells: list[Cell]) -> Cell:
    """The cell that is asked: what a number is of where the text does not say, else the value."""
    unnamed = [cell for cell in cells if cell["column"] in {"noun", "name"} and not str(cell["value"])]
    column = MAIN[str(cells[0]["table"])]
    return unnamed[0] if unnamed else next((cell for cell in cells if cell["column"] == column), cells[0])


def _shown(cells: list[Cell]) -> Cell:
    """The cell whose characters are pointed at."""
    column = MAIN[str(cells[0]["table"])]
    return next((cell for cell in cells if cell["column"] == column), cells[0])


def _options(
    group: tuple[str, ...], cells: list[Cell], named_years: Callable[[str], list[tuple[Time, str]]], words: Words
) -> list[Option]:
    table = group[0]
    if table == "zone_industries":
        return [_option(cells)]
    alternatives: list[list[Cell]] = [[]]
    for cell in cells:
        if any(cell["column"] == other["column"] for other in alternatives[-1]):
            alternatives.append([])
        alternatives[-1].append(cell)
    if table in {"targets", "figures"} and len(alternatives) == 1:
        whole = alternatives[0]
        year = "target_year" if table == "targets" else "year"
        offers = [whole]
        whys = {str(cell["why"]) for cell in whole}
        shared = "distributed" in whys and _names_years(whole, words)
        if all(cell["column"] != year for cell in whole) or whys & {"time", "several_times"} or shared:
            offers += _with_years(whole, year, named_years(_main(whole)["clause"]))
        if whys & OPEN_TIME or shared:
            offers += [_moved(one) for one in offers]
        if "scope" in whys and any(cell["column"] == "scope" for cell in whole):
            offers += [rest for one in offers if (rest := [cell for cell in one if cell["column"] != "scope"])]
        return [_option(one) for one in offers]
    return [_option(one) for one in alternatives]


def _names_years(cells: list[Cell], words: Words) -> bool:
    """Whether the sentence of a number names several years: 到2027年和2030年分别达到120家和160家."""
    return len({time.year for time in times(str(_main(cells)["quote"]), words)}) > 1


def _with_years(cells: list[Cell], column: str, years: list[tuple[Time, str]]) -> Iterator[list[Cell]]:
    """The row with each year that its paragraph names."""
    main = _main(cells)
    stated = {cell["value"] for cell in cells if cell["column"] == column}
    named = [one for one in years if one[0].year not in stated]
    for time, quote in named[:MOST_YEARS]:
        dated = {
            **main,
            "column": column,
            "value": time.year,
            "start": time.start,
            "end": time.end,
            "quote": quote,
            "why": "",
        }
        yield [cell for cell in cells if cell["column"] not in {column, "year_from"}] + [dated]
    if any(cell["column"] == column for cell in cells):
        yield [cell for cell in cells if cell["column"] not in {column, "year_from"}]


def _named_years(text: str, words: Words) -> Iterator[tuple[Time, str]]:
    """The years that a text names, each once, with the words around its first naming."""
    seen: set[str] = set()
    lines = re.split(r"(?<=[。\n])", text)
    ends = list(accumulate(map(len, lines)))
    for time in times(text, words):
        if time.year not in seen:
            seen.add(time.year)
            yield time, lines[bisect_right(ends, time.start)].strip()


def _moved(cells: list[Cell]) -> list[Cell]:
    """The same statement as a figure instead of a target, or the other way."""
    table, names = ("figures", TO_FIGURE) if cells[0]["table"] == "targets" else ("targets", TO_TARGET)
    kept = [cell for cell in cells if cell["column"] not in {"direction", "phase", "year_from", "scope"}]
    return [{**cell, "table": table, "column": names.get(cell["column"], cell["column"])} for cell in kept]


def _option(cells: list[Cell]) -> Option:
    first = _shown(cells)
    if any(not str(cell["value"]) for cell in cells) or _is_empty(cells):
        return Option("", "", cells)  # only a name or an amount of one's own makes it a row
    told = _told(cells)
    evidence = f"{first['clause']}：{_near(str(first['quote']), str(first['value'])).replace('|', '｜')}"
    return Option(told.zh, evidence, cells, told.en)


AMOUNT = {"targets": {"target", "target_text", "base", "city_target"}, "figures": {"value"}}
"""Columns of which a row needs one, or it says nothing."""
NAME = {"targets": {"name", "of"}, "figures": {"noun", "measure", "of"}}


def _is_empty(cells: list[Cell]) -> bool:
    """Whether cells of a target or figure say no amount, or an amount of nothing."""
    said = {str(cell["column"]) for cell in cells if str(cell["value"])}
    table = str(cells[0]["table"])
    return table in AMOUNT and not (said & AMOUNT[table] and said & NAME[table])


def _told(cells: list[Cell]) -> Text:
    """What an option says, in one line; the plan's own words stay as they are."""
    table = str(cells[0]["table"])
    by_column = {str(cell["column"]): str(cell["value"]) for cell in cells}
    if table in {"targets", "figures"}:
        target = table == "targets"
        value = by_column.get("target" if target else "value", by_column.get("target_text", by_column.get("base", "")))
        upper = by_column.get("target_to" if target else "value_to", "")
        year = by_column.get("target_year" if target else "year", "") or by_column.get("phase", "")
        name = by_column.get("change", "") + by_column.get("of", "") + by_column.get("name" if target else "noun", "")
        zone = by_column.get("scope", "").removeprefix("zone:")
        name = f"{zone} {name}" if by_column.get("scope", "").startswith("zone:") else name
        amount = f"{value}{'—' + upper if upper else ''}{by_column.get('unit', '')}"
        return Text(
            f"{NOUNS[table].zh}：{name} {amount}（{year or '未说年份'}）",
            f"{NOUNS[table].en}: {name} {amount} ({year or 'no year stated'})",
        )
    if table == "zone_industries":
        named = [str(cell["value"]) for cell in cells if cell["column"] == "industry"]
        roles = list(dict.fromkeys(str(cell["value"]) for cell in cells if cell["column"] == "role"))
        zone, listed = by_column.get("zone", ""), "、".join(named)
        return Text(f"{zone}（{'、'.join(roles)}）：{listed}", f"{zone} ({'、'.join(roles)}): {listed}")
    if table == "zone_parks":
        zone, park = by_column.get("zone", ""), by_column.get("park", "")
        return Text(f"{zone}：{park}", f"{zone}: {park}")
    if "area" in by_column:
        kind, amount = by_column.get("area_kind", ""), f"{by_column['area']}{by_column.get('area_unit', '')}"
        return Text(f"{kind}面积 {amount}", f"area {kind} {amount}".replace("  ", " "))
    values = [str(cell["value"]) for cell in cells if cell["why"] not in {proof.CODE}]
    return Text("，".join(values), ", ".join(values))


def _near(quote: str, words: str, around: int = 28) -> str:
    """The part of a quote around some of its words."""
    line = " ".join(quote.split())
    at = max(line.find(words), 0)
    first, last = max(0, at - around), min(len(line), at + len(words) + around)
    return f"{'…' if first else ''}{line[first:last]}{'…' if last < len(line) else ''}"


def _row(identity: str, group: tuple[str, ...], cells: list[Cell], options: list[Option]) -> dict[str, str]:
    main, shown = _main(cells), _shown(cells)
    table = str(main["table"])
    whole = len(group) == 2 or table == "zone_industries"
    why = next((WHY[one] for cell in cells if (one := str(cell["why"])) in WHY), WHY["row"])
    noun = NOUNS[table]
    words = str(shown["value"])
    near = _near(str(shown["quote"]), words)
    asked_zh = (
        "列为这个片区的产业吗？"
        if table == "zone_industries"
        else f"记为哪一项{noun.zh}？"
        if table in {"targets", "figures"}
        else f"是{noun.zh}吗？"
    )
    asked_en = f"is to be entered as which {noun.en}?" if table in {"targets", "figures"} else f"is it a {noun.en}?"
    row = dict.fromkeys(COLUMNS, "")
    keys = list(dict.fromkeys(str(cell["key"]) for cell in cells))
    row |= {
        "question_id": identity,
        "kind": str(main["kind"]),
        "question_zh": f"“{near}”：其中的“{words}”{asked_zh}"
        if whole
        else f"“{near}”：{noun.zh}“{main['key']}”取哪一个值？",
        "why_zh": why.zh,
        "question_en": f"“{near}”: '{words}' {asked_en}"
        if whole
        else f"“{near}”: which value has the {noun.en} '{main['key']}'?",
        "why_en": why.en,
        "options": "\n".join(
            f"{place}. {option.value.replace('|', '｜')} | {option.evidence}"
            for place, option in enumerate(options, 1)
            if option.value
        ),
        "quote": str(main["quote"]),
        "clause": str(main["clause"]),
        "start": str(shown["start"]),
        "end": str(shown["end"]),
        "table": table,
        "key": "\n".join(keys),
        "column": str(main["column"]),
    }
    return row


def frame(questions: Iterable[Question]) -> pd.DataFrame:
    """Questions as a table with `COLUMNS`."""
    return pd.DataFrame([question.row for question in questions], columns=list(COLUMNS))


def csv_bytes(table: pd.DataFrame) -> bytes:
    """A table for spreadsheets: UTF-8 with its mark, lines as Windows ends them, no cell that runs as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([escape_formula(str(cell)) for cell in row] for row in table.fillna("").to_numpy())
    return ("\ufeff" + text.getvalue()).encode("utf-8")


class Answer(NamedTuple):
    """An answer as the reader gave it, with the line of the file it stands in."""

    question_id: str
    answer: str
    value: str
    unit: str
    row: dict[str, str]
    line: int


def read_answers(file: Path) -> list[Answer]:
    """The answers in a file; questions left open are left out.

    Raises
    ------
    InputError
        When the file lacks the columns, or an answer is none.
    """
    answers = []
    for line, cells in rows_of(file):
        if cells["question_id"].startswith(CHANGED):
            continue
        given = unicodedata.normalize("NFKC", cells["answer"]).strip().upper()
        value = unicodedata.normalize("NFKC", cells.get("value", "")).strip()
        if not given and value:
            given = OWN
        if given in {"", SKIPPED}:
            continue
        if given not in {NOT_STATED, OWN} and not given.isdigit():
            raise InputError(
                Text(f"“{cells['answer']}”不是答案", f"'{cells['answer']}' is no answer"),
                Text(
                    "写选项的序号；0 为规划未载；E 为自填（值写在 value 列）；空着或 S 为跳过",
                    "write the number of an option, 0 for not stated, E for a value of one's own in column value, S or nothing to skip",
                ),
                file=str(file),
                row=line,
                column="answer",
            )
        answers.append(Answer(cells["question_id"], given, value, cells.get("unit", "").strip(), cells, line))
    return answers


def rows_of(file: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a file of answers, each with its line, without the marks against formulas.

    Raises
    ------
    InputError
        When the file lacks the columns.
    """
    with refuse_unreadable(file):
        rows = list(csv.DictReader(io.StringIO(decode(file).removeprefix("\ufeff"), newline="")))
    missing = {"question_id", "answer"} - set(rows[0] if rows else {"question_id", "answer"})
    if missing:
        raise InputError(
            Text(
                "不是 questions.csv：没有 question_id、answer 列", "not a questions.csv: it lacks question_id or answer"
            ),
            Text("用 yzgeo read 写出的 questions.csv", "give the questions.csv that yzgeo read wrote"),
            file=str(file),
        )
    return [
        (line, {str(key): unescape_formula(value or "") for key, value in row.items() if key})
        for line, row in enumerate(rows, 2)
    ]


def changes(file: Path) -> list[Text]:
    """What the reader changed of the draft itself on the page of the review, in words."""
    told = []
    for _, cells in rows_of(file):
        if not cells["question_id"].startswith(CHANGED) or cells["answer"] not in {OWN, REJECTED}:
            continue
        place = f"{cells.get('table', '')}.csv {cells.get('key', '').replace('|', ' ')} {cells.get('column', '')}"
        value = cells.get("value", "") + cells.get("unit", "")
        rejected = cells["answer"] == REJECTED
        told.append(
            Text(
                f"{place}（{cells.get('clause', '')}）：{'不取' if rejected else f'改为 {value}'}",
                f"{place} ({cells.get('clause', '')}): {'not taken' if rejected else f'changed to {value}'}",
            )
        )
    return told


def chosen(
    questions: Iterable[Question], answers: Iterable[Answer], clauses: pd.DataFrame, words: Words, file: Path
) -> pd.DataFrame:
    """The cells that the answers give, each with the question and the line of the file it is from.

    Raises
    ------
    InputError
        When a question is none of this reading, an option does not exist, or an own value does not stand in the text.
    """
    by_id = {question.row["question_id"]: question for question in questions}
    texts = dict(zip(clauses["clause"], clauses["text"], strict=True))
    cells: list[Cell] = []
    for answer in answers:
        question = by_id.get(answer.question_id)
        if question is None or proof.compact(answer.row.get("quote", question.row["quote"])) != proof.compact(
            question.row["quote"]
        ):
            raise InputError(
                Text(
                    f"“{answer.question_id}”不是这份文件的问题",
                    f"'{answer.question_id}' is no question of this document",
                ),
                Text(
                    "用与规划文件夹同时写出的 questions.csv",
                    "give the questions.csv that was written with the plan folder",
                ),
                file=str(file),
                row=answer.line,
                column="question_id",
            )
        if answer.answer == NOT_STATED:
            continue
        given = (
            _own(question, answer, texts, words, file) if answer.answer == OWN else _of_option(question, answer, file)
        )
        cells += [{**cell, QUESTION: answer.question_id, LINE: answer.line} for cell in given]
    found = pd.DataFrame(
        cells,
        columns=[
            "table",
            "key",
            "column",
            "value",
            "kind",
            "clause",
            "start",
            "end",
            "quote",
            "how",
            "certainty",
            "why",
            QUESTION,
            LINE,
        ],
    )
    found["certainty"] = "sure"
    found.loc[~found["why"].isin([proof.CODE, proof.HEAD]), "why"] = ""
    return found


def _of_option(question: Question, answer: Answer, file: Path) -> list[Cell]:
    place = int(answer.answer)
    offered = [option for option in question.options if option.value]
    if not 1 <= place <= len(offered):
        raise InputError(
            Text(f"没有第 {place} 个选项", f"there is no option {place}"),
            Text(
                f"现有 {len(offered)} 个选项；也可答 0，或 E 自填",
                f"there are {len(offered)}; 0 and E are answers, too",
            ),
            file=str(file),
            row=answer.line,
            column="answer",
        )
    return offered[place - 1].cells


def _own(question: Question, answer: Answer, texts: dict[str, str], words: Words, file: Path) -> list[Cell]:
    """The first option with another value, which must stand in the clause."""
    cells = question.options[0].cells
    main = _main(cells)
    text = texts[main["clause"]]
    span = place_of(text, answer.value, words)
    if not answer.value or span is None:
        raise InputError(
            Text(
                f"“{answer.value}”不在“{main['clause']}”的原文里",
                f"'{answer.value}' does not stand in '{main['clause']}'",
            ),
            Text(
                "填原文里有的值；规划未载则答 0",
                "give a value that stands in the text, or answer 0 where it is not stated",
            ),
            file=str(file),
            row=answer.line,
            column="value",
        )
    value = number(answer.value) or answer.value
    table = str(main["table"])
    amount = AMOUNT.get(table)
    if amount and str(main["value"]) and not amount & {str(cell["column"]) for cell in cells}:  # what is given is it
        main = {**main, "column": MAIN[table]}
        cells = [*cells, main]
    own = {**main, "value": value, "start": span[0], "end": span[1], "quote": text[span[0] : span[1]], "why": ""}
    changed = [own if cell is main else cell for cell in cells]
    if answer.unit:
        changed = [
            {**cell, "value": answer.unit, "start": span[0], "end": len(text), "quote": text[span[0] :]}
            if cell["column"].endswith("unit")
            else cell
            for cell in changed
        ]
    return changed


def place_of(text: str, value: str, words: Words) -> tuple[int, int] | None:
    """Where a value stands in a text, whole: 6 does not stand in 16; a number may stand in words."""
    if not value:
        return None
    pattern = r"\s*".join(map(re.escape, value.replace(" ", "")))
    plain = unicodedata.normalize("NFKC", text) if len(unicodedata.normalize("NFKC", text)) == len(text) else text
    edge = (r"(?<![0-9.])", r"(?![0-9]|\.[0-9])") if re.fullmatch(r"[0-9.,]+", value) else ("", "")
    match = re.search(f"{edge[0]}{pattern}{edge[1]}", plain)
    if match:
        return match.span()
    spoken = [one for one in number_words.find(text, words) if (number(value) or value) in one.readings]
    return (spoken[0].start, spoken[0].end) if spoken else None
