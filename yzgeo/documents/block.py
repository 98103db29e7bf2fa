"""A block: a paragraph or a table row of a document, as it stands there."""

from __future__ import annotations

from typing import NamedTuple

PAGE, HIDDEN, STRUCK, PICTURE = "page", "hidden", "struck", "picture"
ASIDES = (PAGE, HIDDEN, STRUCK, PICTURE)
"""Kinds of text that is kept and never taken for what the plan says: page heads and feet, text that no reader of the
paper sees, text that is struck out, and pages that are pictures, whose text is not read."""


class Block(NamedTuple):
    """A paragraph or a table row.

    - `kind`: `heading` (by style), `paragraph`, `row`, `note` (footnote), `box` (text box), `page` (page head, foot,
      number), `hidden` (white, tiny, rotated), `picture` (a page without text, nothing else)
    - `text`: the whole text without the automatic number; of a row its cells, parted by tabs
    - `cells`: of a row; a cell that another one covers (merged) is blank, a line break in a cell is a newline
    - `table`, `row`: numbers from 0 within the file
    - `level`: of a heading by style; 0 is the title
    - `label`: the automatic number as it is printed, such as （一）
    - `page`: from 1, where the file has pages
    - `score`: of character recognition, 0 to 1, the lowest of its characters; 0 where the file holds recognised text
      without a score
    - `struck`: struck out
    - `head`: a row that the file marks as a head row
    """

    kind: str
    text: str
    cells: tuple[str, ...] = ()
    table: int | None = None
    row: int | None = None
    level: int | None = None
    label: str = ""
    page: int | None = None
    score: float | None = None
    struck: bool = False
    file: str = ""
    head: bool = False

    @property
    def aside(self) -> str:
        """Which of `ASIDES` the block is, or nothing."""
        return STRUCK if self.struck else self.kind if self.kind in ASIDES else ""


def row_of(
    cells: tuple[str, ...],
    table: int,
    row: int,
    page: int | None = None,
    *,
    head: bool = False,
    score: float | None = None,
) -> Block:
    r"""The block of a table row.

    >>> row_of(("面积", "16.88"), 0, 1).text
    '面积\t16.88'
    """
    return Block("row", "\t".join(cells), cells, table, row, page=page, head=head, score=score)
