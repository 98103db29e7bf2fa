"""The plan folder of a reading: written new, or with the answers to its questions put in."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.core.errors import InputError, all_of
from yzgeo.core.formula_injection import escape_formula
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode
from yzgeo.documents import candidate, corrections, draft, places, proof, questions
from yzgeo.documents.questions import Question
from yzgeo.documents.reading import Reading, fingerprint
from yzgeo.documents.rows import Row
from yzgeo.documents.words import Words
from yzgeo.plan import counties, known_ground, known_towns, tables, template, transaction
from yzgeo.plan.load import load

READING, QUESTIONS, UNREAD, REVIEW = "reading.json", "questions.csv", "unread.csv", "review.html"
"""What stands beside the tables: the whole reading, what is open, numbers that went nowhere, the page to check it on."""
CLAUSES = ("clause", "kind", "heading", "text", "header", "table_title", "unit")
"""Columns of the clauses that a proof needs."""


class Files(NamedTuple):
    """The content of a new folder: title and particulars, and its files by name."""

    title: str
    particulars: dict[str, Any]
    files: dict[str, bytes]


def content(reading: Reading, asked: list[Question], words: Words, sources: list[str]) -> Files:
    """The tables, questions and the reading itself as files.

    Parameters
    ----------
    sources
        Names of the documents.
    """
    rows = draft.add({}, reading.taken, reading.clauses, words)
    rows["clauses"] = [
        {"seq": str(seq), "clause": clause, "heading": heading or "", "text": text}
        for seq, clause, heading, text in reading.clauses[["seq", "clause", "heading", "text"]].itertuples(index=False)
        if text.strip()
    ]
    files = {f"{name}.csv": table_bytes(name, listed) for name, listed in rows.items() if listed}
    files[QUESTIONS] = questions.csv_bytes(questions.frame(asked))
    files[UNREAD] = questions.csv_bytes(reading.unread)
    files[READING] = _as_json(reading, sources)
    return Files(_title(reading), _particulars(reading), files)


def table_bytes(name: str, rows: list[Row], columns: list[str] | None = None) -> bytes:
    """A table of a plan folder as a spreadsheet opens it; columns of the schema, unless others are given."""
    named = columns or [field["name"] for field in tables.table_schemas()[name]["fields"]]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(named)
    writer.writerows(
        [
            escape_formula(row.get(column, "")) if not _is_number(row.get(column, "")) else row.get(column, "")
            for column in named
        ]
        for row in rows
    )
    return ("\ufeff" + text.getvalue()).encode("utf-8")


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def write(folder: Path, files: Files, district: str | None, extra: Mapping[str, bytes]) -> None:
    """Write a new plan folder, after it was loaded once from elsewhere: what does not load is not written.

    Raises
    ------
    InputError
        When the folder is taken, or the district is not known.
    """
    particulars = dict(files.particulars)
    county = None if district is None else counties.find(district)
    if county is not None:
        particulars.pop("district", None)
    more: dict[str, Any] = {}
    if county is not None:
        more = {
            "county": county,
            "towns": known_towns.inside(county.outline),
            "ground": known_ground.around_county(county, counties.areas()),
        }
    filled = {**files.files, **extra}
    with tempfile.TemporaryDirectory() as trial:
        template.create(
            Path(trial) / "plan", title=files.title or None, particulars=particulars, filled=files.files, **more
        )
        load(Path(trial) / "plan")
    template.create(folder, title=files.title or None, particulars=particulars, filled=filled, **more)


def _particular(reading: Reading, column: str) -> tuple[str, str] | None:
    rows = reading.taken[(reading.taken["table"] == "datapackage") & (reading.taken["column"] == column)]
    return None if rows.empty else (str(rows["value"].iloc[0]), str(rows["clause"].iloc[0]))


def _title(reading: Reading) -> str:
    found = _particular(reading, "title")
    return found[0] if found else ""


def _particulars(reading: Reading) -> dict[str, Any]:
    """What `datapackage.json` says of the plan, and in which clause each stands."""
    said: dict[str, Any] = {}
    stated = {}
    for column in ("authority", "issued", "period", "district", "number"):
        found = _particular(reading, column)
        if found is None:
            continue
        said[column] = [int(year) for year in found[0].split("-")] if column == "period" else found[0]
        stated[column] = found[1]
    return {**said, "stated_in": stated, "text_sha256": fingerprint(reading.clauses)}


def _as_json(reading: Reading, sources: list[str]) -> bytes:
    """The reading as one file, from which the questions can be asked again and the proofs repeated."""
    held = {
        "document": {"title": _title(reading), "files": sources, "sha256": fingerprint(reading.clauses)},
        "clauses": [
            {**row, "header": list(row["header"])}
            for row in reading.clauses[list(CLAUSES)].fillna("").to_dict("records")
        ],
        "taken": reading.taken.to_dict("records"),
        "asked": reading.asked.to_dict("records"),
    }
    return (json.dumps(held, ensure_ascii=False) + "\n").encode("utf-8")


class Kept(NamedTuple):
    """A reading as a folder keeps it."""

    clauses: pd.DataFrame
    taken: pd.DataFrame
    asked: pd.DataFrame


def kept(folder: Path) -> Kept:
    """The reading that a folder was drafted from.

    Raises
    ------
    InputError
        When the folder was not drafted from a document, or its clauses were changed since.
    """
    file = folder / READING
    if not file.is_file():
        raise InputError(
            Text("不是由 yzgeo read 起草的规划文件夹", "the folder was not drafted from a document"),
            Text("给出起草时写出的文件夹", "give the folder that the draft was written to"),
            file=str(folder),
        )
    try:
        held = json.loads(decode(file))
        clauses = pd.DataFrame(held["clauses"], columns=list(CLAUSES))
        columns = list(candidate.Candidate._fields)
        taken, asked = (pd.DataFrame(held[name], columns=columns) for name in ("taken", "asked"))
        clauses["header"] = clauses["header"].map(tuple)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            Text("已损坏", "is damaged"), Text("重新起草", "draft the folder again"), file=str(file)
        ) from error
    stated = {row["clause"]: row["text"] for row in _existing(folder, "clauses")[1]}
    changed = [row.clause for row in clauses.itertuples() if row.text.strip() and stated.get(row.clause) != row.text]
    if changed:
        raise InputError(
            Text(f"“{changed[0]}”起草后被改过", f"'{changed[0]}' was changed since the draft"),
            Text("改回原文，或重新起草", "put the text back, or draft the folder again"),
            file=str(folder / "clauses.csv"),
        )
    return Kept(clauses, taken, asked)


def _existing(folder: Path, name: str) -> tuple[list[str], list[Row]]:
    """Columns and rows of a table of a folder, all cells as text."""
    from yzgeo.core.formula_injection import unescape_formula

    reader = csv.DictReader(
        io.StringIO(decode(transaction.valid_file(folder, f"{name}.csv")).removeprefix("\ufeff"), newline="")
    )
    rows = [{str(key): unescape_formula(value or "") for key, value in row.items() if key} for row in reader]
    return list(reader.fieldnames or []), rows


def apply(folder: Path, file: Path, words: Words) -> dict[str, int]:
    """Put the answers of a file into the tables of a folder, and what was changed or struck of the draft itself.

    Returns
    -------
    dict
        By name of table how many rows were added, filled or changed; 0 where rows were only taken out.

    Raises
    ------
    InputError
        For an answer that is none, or a value that does not stand in the text; nothing is written then.
    """
    held = kept(folder)
    asked = questions.ask(held.asked, held.taken, held.clauses, words)
    given = questions.read_answers(file)
    of_places = [answer for answer in given if answer.question_id.startswith(places.ASKED)]
    answers = [answer for answer in given if answer not in of_places]
    cells = questions.chosen(asked, answers, held.clauses, words, file)
    _refuse_unproved(cells, held.clauses, words, file)
    names = [name for name in tables.table_schemas() if name != "clauses"]
    before = {name: _existing(folder, name) for name in names}
    rows = _filled(before, cells, held.clauses, words)
    if changes := corrections.read(file):
        new = corrections.corrected(held.taken, changes, held.clauses, words, file)
        old, other = (draft.add({}, one, held.clauses, words) for one in (held.taken, new))
        rows = corrections.carried(rows, old, other, file)
    here = places.answered(of_places, rows["places"], file)
    rows["zone_places"] += [row for row in here if row not in rows["zone_places"]]
    files = _changed(before, rows)
    counts = {name: sum(row not in listed for row in rows[name]) for name, (_, listed) in before.items()}
    counts = {name: count for name, count in counts.items() if f"{name}.csv" in files}
    files[QUESTIONS] = _answered(folder, given)
    try:
        _refuse_unloadable(folder, files)
    except InputError as flaw:
        alone = [
            _of_answer(answer, refusal, file)
            for answer, of_answer in cells.groupby([questions.QUESTION, questions.LINE], sort=False)
            if (refusal := _refusal(folder, _changed(before, _filled(before, of_answer, held.clauses, words))))
        ]
        raise (all_of(alone) if alone else flaw) from flaw
    transaction.change(folder, files, keep=[*files])
    return counts


Existing = Mapping[str, tuple[list[str], list[Row]]]
"""Columns and rows of the tables of a folder, by their names."""


def _filled(before: Existing, cells: pd.DataFrame, clauses: pd.DataFrame, words: Words) -> draft.Tables:
    """The tables with the cells that answers give."""
    rows: draft.Tables = {name: [dict(row) for row in listed] for name, (_, listed) in before.items()}
    return draft.add(rows, cells, clauses, words)


def _changed(before: Existing, rows: draft.Tables) -> dict[str, bytes]:
    """The files of the tables that differ from what they were."""
    return {
        f"{name}.csv": table_bytes(name, rows[name], columns)
        for name, (columns, listed) in before.items()
        if rows[name] != listed
    }


def _refuse_unproved(cells: pd.DataFrame, clauses: pd.DataFrame, words: Words, file: Path) -> None:
    """Refuse answers of which a cell is not said by the text, each by its question."""
    if cells.empty:
        return
    unproved = cells[proof.check(cells, clauses, words) != ""]
    flaws = [
        _of_answer(
            answer,
            InputError(
                Text(f"“{value}”不在它的引文里", f"'{value}' does not stand in its quote"),
                Text(
                    "换一个选项；或填 E，把原文里的值写在 value 列；或留空",
                    "choose another option, or E with a value of the text in the column value, or leave it blank",
                ),
            ),
            file,
        )
        for answer, value in unproved.groupby([questions.QUESTION, questions.LINE], sort=False)["value"].first().items()
    ]
    if flaws:
        raise all_of(flaws)


def _of_answer(answer: tuple[str, int], flaw: InputError, file: Path) -> InputError:
    """A refusal told of the answer that causes it: its question, and its row in the file of answers."""
    question, line = answer
    where = f"{flaw.file}，" if flaw.file else "", f"{flaw.file}, " if flaw.file else ""
    of_row = (f"第 {flaw.row} 行：", f"row {flaw.row}: ") if flaw.file and flaw.row else ("", "")
    remedy = (
        flaw.remedy
        if not flaw.file
        else Text("把这一问的答案留空，或换一个选项", "leave it blank, or choose another option")
    )
    return InputError(
        Text(
            f"{question} 的答案写不进去：{where[0]}{of_row[0]}{flaw.problem.zh}",
            f"the answer to {question} cannot be written: {where[1]}{of_row[1]}{flaw.problem.en}",
        ),
        remedy,
        file=str(file),
        row=int(line),
        column="answer",
    )


def _refusal(folder: Path, files: Mapping[str, bytes]) -> InputError | None:
    """Why a folder would not load with other files; None where it would."""
    try:
        _refuse_unloadable(folder, files)
    except InputError as flaw:
        return flaw
    return None


def _answered(folder: Path, answers: list[questions.Answer]) -> bytes:
    """The folder's own list of questions with the answers in it."""
    columns, rows = _existing(folder, QUESTIONS.removesuffix(".csv"))
    by_id = {answer.question_id: answer for answer in answers}
    for row in rows:
        given = by_id.get(row["question_id"])
        if given is not None:
            row.update({column: given.row.get(column, "") for column in questions.ANSWER} | {"answer": given.answer})
    return questions.csv_bytes(pd.DataFrame(rows, columns=columns))


def _refuse_unloadable(folder: Path, files: Mapping[str, bytes]) -> None:
    """Load the folder as it would be, so that a flaw is told before anything is written, of the files by their names."""
    with tempfile.TemporaryDirectory() as trial:
        for name, place in transaction.valid_files(folder).items():
            if not name.startswith("."):
                (Path(trial) / name).write_bytes(place.read_bytes())
        for name, bytes_of in files.items():
            (Path(trial) / name).write_bytes(bytes_of)
        try:
            load(Path(trial))
        except InputError as flaw:
            raise all_of([_named(one) for one in (flaw.at(), *flaw.others)]) from flaw


def _named(flaw: InputError) -> InputError:
    """A refusal whose place is the name of a file of the folder, not where it stood for the trial."""
    return flaw.at(file=Path(flaw.file).name) if flaw.file else flaw
