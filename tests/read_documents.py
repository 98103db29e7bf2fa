"""Documents as the tests of `yzgeo read` write them, and what is drafted from them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from yzgeo.documents import document, draft, questions, reading, words
from yzgeo.documents.block import Block, row_of
from yzgeo.documents.clauses import clauses

STYLES = Path(__file__).parent / "read_styles"
EXCERPTS = Path(__file__).parent / "read_gold"


class Drafted(NamedTuple):
    """The tables, what was read, and the questions."""

    tables: draft.Tables
    reading: reading.Reading
    questions: list[questions.Question]

    def rows(self, table: str, *columns: str) -> list[tuple[str, ...]]:
        return [tuple(row.get(column, "") for column in columns) for row in self.tables.get(table, [])]

    def values(self) -> set[str]:
        """Every number that was taken."""
        return set(self.reading.taken["value"])

    def asked(self) -> str:
        """The questions with their options as one text."""
        return "\n".join(f"{one.row['question_zh']} {one.row['options']}" for one in self.questions)


def of_blocks(blocks: list[Block]) -> Drafted:
    tables = words.load()
    read = reading.read(clauses(blocks), tables)
    rows = draft.add({}, read.taken, read.clauses, tables)
    return Drafted(rows, read, questions.ask(read.asked, read.taken, read.clauses, tables))


def of_text(text: str) -> Drafted:
    """A document of paragraphs, a line each."""
    return of_blocks([Block("paragraph", line) for line in text.splitlines() if line.strip()])


def of_file(file: Path) -> Drafted:
    return of_blocks(document.read([file]).blocks)


def table(number: int, *rows: tuple[str, ...]) -> list[Block]:
    return [row_of(cells, number, place, head=not place) for place, cells in enumerate(rows)]
