"""The clauses of a document: every paragraph and table row in order, named as official documents number.

No word is lost: the clauses' texts hold every character of the blocks exactly once, in their order, which `checksum`
proves. References are those of `clauses.csv`: 一（一）2 第3段, 表1 第3行, 专栏4, 附件2 第12行.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, zip_longest
from typing import Any, NamedTuple

import pandas as pd

from yzgeo.documents import numbering, table_heads
from yzgeo.documents.block import HIDDEN, PAGE, PICTURE, STRUCK, Block
from yzgeo.documents.numbering import Mark

COLUMNS = (
    *("seq", "clause", "heading", "kind", "text", "cells", "header"),
    *("table", "table_title", "unit", "page", "file", "start", "score"),
)
CELL_BAR = " ｜ "
"""Stands between the cells of a row in its text; no part of the document."""
ASIDE_NAMES = {PAGE: "页眉页脚", HIDDEN: "隐藏文字", STRUCK: "划去文字"}
NOTICE, INTRODUCTION, ANNEX_LIST, CONTENTS, DISTRIBUTION = "印发通知", "引言", "附件目录", "目录", "抄送"
ISSUED = re.compile(r"印发|现将|转发")
SENTENCE = re.compile("[。；]")
DOTTED = re.compile(r"(?:…+|[.·．]{3,}|\t|\s{2,})\s*[-—]?\s*\d{1,4}\s*[-—]?$")
PAGE_OF_CONTENTS = re.compile(r"[\s.…·．—-]*\d{1,4}[\s—-]*$")
LEAST_DECIMALS = 3
"""Numbers such as 1.1 in sequence that make headings; fewer may be figures."""
LONGEST_NAME = 40
"""Characters of the first sentence of a numbered paragraph that can be its heading."""
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


class Checksum(NamedTuple):
    """The number of characters that are no blanks, and the SHA-256 of them in order; bars between cells are left out."""

    characters: int
    sha256: str


def checksum(texts: Iterable[str]) -> Checksum:
    """The checksum of texts in order; equal for blocks and clauses when nothing is missing, doubled or moved.

    >>> checksum(["甲 ｜ 乙"]) == checksum(["甲", "乙"]), checksum(["甲乙"]) == checksum(["乙甲"])
    (True, False)
    """
    characters = "".join(
        one for text in texts for one in text if not one.isspace() and one not in ZERO_WIDTH and one != "｜"
    )
    return Checksum(len(characters), hashlib.sha256(characters.encode("utf-8", "surrogatepass")).hexdigest())


def of_blocks(blocks: Iterable[Block]) -> Checksum:
    """The checksum of a document: each block's automatic number and text."""
    return checksum(block.label + block.text for block in blocks)


def of_clauses(frame: pd.DataFrame) -> Checksum:
    """The checksum of clauses."""
    return checksum(frame["text"])


@dataclass
class _Part:
    """An open part of the document: its number, its heading, and how deep it is."""

    rank: float
    printed: str
    heading: str
    level: int | None


@dataclass
class _State:
    """Where in the document we are."""

    base: str = ""
    """The annex."""
    base_heading: str = ""
    parts: list[_Part] = field(default_factory=list)
    paragraphs: Counter[str] = field(default_factory=Counter)
    pending: list[Block] = field(default_factory=list)
    """A caption, or the title of an annex, whose table may follow."""
    pending_kind: str = ""
    pending_reference: str = ""
    box: str = ""
    last_table: tuple[str, tuple[tuple[str, ...], ...], int, str, str] | None = None
    """Reference, head rows, rows so far, title and unit of the table that may go on."""
    asides: Counter[str] = field(default_factory=Counter)
    tables: Counter[str] = field(default_factory=Counter)
    """How many tables of a reference there were."""


def clauses(blocks: Sequence[Block]) -> pd.DataFrame:
    """The clauses of a document, a row each, in its order.

    Returns
    -------
    DataFrame
        - `seq`: from 1
        - `clause`: the reference, unique
        - `heading`: headings above, from the outermost; of a row the title of its table
        - `kind`: `heading` (a caption with its head rows as well), `paragraph`, `row`, `note`, `particulars` (notice of
          issue, lists of annexes, distribution), or `page`, `hidden`, `struck`, from which no value may be taken
        - `text`: with the automatic number; of a row its cells parted by ｜, blank ones left out, broken lines joined
        - `cells`: of a row, a broken line as a newline; a cell that another one covers is blank
        - `header`: what stands over each cell, () where the table has no head row
        - `table`, `table_title`, `unit`: of a row and of the caption of its table; blank else
        - `page`, `file`
        - `start`: offset of the text in the whole document, which is the texts joined by newlines
        - `score`: of character recognition, the lowest of the clause; missing where nothing was recognised

    >>> frame = clauses([Block("paragraph", text) for text in ("一、基础", "（一）现状", "企业8家。", "1.做强。园区2个。")])
    >>> list(frame["clause"]), frame["heading"].iloc[-1]
    (['第一章', '一（一）', '一（一）第1段', '一（一）1'], '一、基础 （一）现状 1.做强')
    """
    words = [block for block in blocks if block.kind != PICTURE]
    rows = [row for _, of_file in groupby(words, key=lambda block: block.file) for row in _of_file(list(of_file))]
    frame = pd.DataFrame(rows, columns=[name for name in COLUMNS if name not in ("seq", "start")])
    frame["clause"] = _unique(frame["clause"])
    frame.insert(0, "seq", range(1, len(frame) + 1))
    lengths = [len(text) + 1 for text in frame["text"]]
    frame["start"] = [end - length for end, length in zip(accumulate(lengths), lengths, strict=True)]
    frame["page"] = frame["page"].astype("Int64")
    frame["table"] = frame["table"].astype("Int64")
    frame["score"] = frame["score"].astype("float64")
    return frame[list(COLUMNS)]


def _unique(names: Iterable[str]) -> list[str]:
    """References that are unique: a second one of the same name has its number behind it."""
    seen: Counter[str] = Counter()
    used: set[str] = set()
    unique = []
    for name in names:
        seen[name] += 1
        candidate = name if seen[name] == 1 else f"{name}〔{seen[name]}〕"
        while candidate in used:
            seen[name] += 1
            candidate = f"{name}〔{seen[name]}〕"
        used.add(candidate)
        unique.append(candidate)
    return unique


def _row(
    clause: str, heading: str, kind: str, blocks: Sequence[Block], text: str | None = None, **more: Any
) -> dict[str, Any]:
    """A clause of blocks, whose texts stand below each other unless a text is given."""
    return {
        "clause": clause,
        "heading": heading,
        "kind": kind,
        "text": "\n".join(map(_text, blocks)) if text is None else text,
        "cells": (),
        "header": (),
        "table": None,
        "table_title": "",
        "unit": "",
        "page": blocks[0].page,
        "file": blocks[0].file,
        "score": min((block.score for block in blocks if block.score is not None), default=None),
        **more,
    }


def _text(block: Block) -> str:
    """The text of a block as it is printed: with its automatic number; of a row its cells."""
    if block.kind == "row":
        return _row_text(block.cells)
    return (block.label + block.text).strip()


def _row_text(cells: Iterable[str]) -> str:
    return CELL_BAR.join(unbroken(cell) for cell in cells if cell.strip())


def unbroken(cell: str) -> str:
    r"""A cell in one line: lines are joined as Chinese is, with a blank only between Latin letters or digits.

    >>> unbroken("新增用地\n（亩）"), unbroken("Park\nA")
    ('新增用地（亩）', 'Park A')
    """
    return re.sub(r"(?<=[A-Za-z,.])\s*\n\s*(?=[A-Za-z])", " ", cell.strip()).replace("\n", "")


def _items(blocks: list[Block]) -> Iterator[list[Block]]:
    """Blocks one by one, the rows of a table together."""
    for _, group in groupby(
        enumerate(blocks), key=lambda pair: (pair[1].table, pair[0] if pair[1].table is None else -1)
    ):
        yield [block for _, block in group]


def _of_file(blocks: list[Block]) -> Iterator[dict[str, Any]]:
    state = _State()
    items = list(_items(_with_decimal_headings(blocks)))
    front = _front(items)
    yield from _front_clauses(items[:front])
    position = front
    while position < len(items):
        item = items[position]
        first = item[0]
        if first.aside:
            yield _aside(state, first)
        elif first.table is not None:
            yield from _table(state, item)
        elif first.kind == "note":
            state.asides["note"] += 1
            yield _row(f"脚注{state.asides['note']}", _path(state), "note", item)
        else:
            length = _several(items, position)
            if length:
                yield from _flush(state)
                name, count = length
                yield _row(
                    name, "", "particulars", [block for one in items[position : position + count] for block in one]
                )
                position += count
                continue
            yield from _paragraph(state, first, _table_follows(items, position))
        position += 1
    yield from _flush(state)


def _with_decimal_headings(blocks: list[Block]) -> list[Block]:
    """Blocks of which those that begin with 1, 1.1, 1.2 … in sequence are headings, though no style says so."""
    numbers: dict[int, tuple[int, ...]] = {}
    for at, block in enumerate(blocks):
        found = numbering.DECIMAL.match(block.text) if block.kind == "paragraph" and not block.struck else None
        if found and numbering.is_heading(block.text) and not SENTENCE.search(block.text):
            numbers[at] = tuple(int(part) for part in re.split("[.．]", found[1]))
    seen: set[tuple[int, ...]] = set()
    counted: dict[int, tuple[int, ...]] = {}
    for at, number in numbers.items():
        above = (*number[:-1], number[-1] - 1)
        first = number[-1] == 1 and (len(number) < 3 or number[:-1] in seen)
        if first or above in seen:
            seen.add(number)
            counted[at] = number
    deep = [number for number in counted.values() if len(number) > 1]
    if len(deep) < LEAST_DECIMALS:
        return blocks
    return [
        block._replace(kind="heading", level=len(counted[at]))
        if at in counted and (len(counted[at]) > 1 or (*counted[at], 1) in seen)
        else block
        for at, block in enumerate(blocks)
    ]


def _several(items: list[list[Block]], position: int) -> tuple[str, int] | None:
    """The name and length of particulars that begin here: contents, list of annexes, distribution; or None."""
    text = _text(items[position][0])
    if numbering.DISTRIBUTION.match(text):
        end = position + 1
        while end < len(items) and items[end][0].table is None and not items[end][0].aside:
            end += 1
        return DISTRIBUTION, end - position
    if numbering.ANNEX_LIST.match(text) and len(text) <= 2 * numbering.LONGEST_HEADING:
        end, number = position + 1, 2
        while end < len(items) and items[end][0].table is None:
            if not re.match(rf"{number}\s?[.．、]", _text(items[end][0])):
                break
            end, number = end + 1, number + 1
        return ANNEX_LIST, end - position
    if numbering.CONTENTS.fullmatch(text):
        later = Counter(table_heads.compact(_text(one[0])) for one in items[position + 1 :] if len(one) == 1)
        end = position + 1
        while end < len(items) and items[end][0].table is None:
            line = _text(items[end][0])
            title = table_heads.compact(PAGE_OF_CONTENTS.sub("", line))
            again = later[title] > (title == table_heads.compact(line))  # the line itself is among them
            if not again and not DOTTED.search(line):
                break
            end += 1
        return CONTENTS, end - position
    return None


def _aside(state: _State, block: Block) -> dict[str, Any]:
    state.asides[block.aside] += 1
    name = f"{ASIDE_NAMES[block.aside]}{state.asides[block.aside]}"
    return _row(name, "", block.aside, [block])


def _front(items: list[list[Block]]) -> int:
    """How many items stand before the first numbered part or annex, or a table before it; 0 in a text without parts."""
    first_table: int | None = None
    for position, item in enumerate(items):
        block, text = item[0], _text(item[0])
        if block.table is not None or (numbering.is_unit(text) and _table_follows(items, position)):
            first_table = position if first_table is None else first_table
        elif (
            (block.kind == "heading" and block.level and position > 1)
            or _mark(block)
            or numbering.annex_of(text)
            or numbering.caption_of(text, before_table=_table_follows(items, position))
            or numbering.CONTENTS.fullmatch(text)
            or numbering.ANNEX_LIST.match(text)
        ):
            return position if first_table is None else first_table
    return 0


def _table_follows(items: list[list[Block]], position: int) -> bool:
    """Whether the next item is a table, a line with its unit left aside."""
    ahead = items[position + 1 : position + 3]
    if len(ahead) > 1 and ahead[0][0].table is None and numbering.is_unit(_text(ahead[0][0])):
        ahead = ahead[1:]
    return bool(ahead) and ahead[0][0].table is not None


def _front_clauses(items: list[list[Block]]) -> Iterator[dict[str, Any]]:
    """The notice of issue, which ends with its date, and the introduction, whose title goes with its first paragraph."""
    blocks = [item[0] for item in items]
    state = _State()
    texts = [_text(block) for block in blocks]
    notice = 0
    dates = [at for at, text in enumerate(texts) if numbering.DATE.fullmatch(text)]
    if dates and any(ISSUED.search(text) for text in texts[: dates[0]]) and "通知" in "".join(texts[: dates[0]]):
        notice = dates[0] + 1
    for part, name in ((blocks[:notice], NOTICE), (blocks[notice:], INTRODUCTION)):
        words = [block for block in part if not block.aside]
        if name == NOTICE and words:
            yield _row(name, "", "particulars", words)
        elif words:
            opening = next((at for at, block in enumerate(words) if SENTENCE.search(_text(block))), len(words) - 1)
            yield _row(name, "", "paragraph", words[: opening + 1])
            for number, block in enumerate(words[opening + 1 :], 2):
                yield _row(f"{name} 第{number}段", "", "paragraph", [block])
        yield from (_aside(state, block) for block in part if block.aside)


def _mark(block: Block) -> Mark | None:
    styled = block.kind == "heading" or bool(block.label)
    text = block.label + (" " if re.fullmatch(r"\d+(?:[.．]\d+)*", block.label) else "") + block.text
    return numbering.mark_of(text.strip(), styled=styled)


def _paragraph(state: _State, block: Block, before_table: bool) -> Iterator[dict[str, Any]]:
    text = _text(block)
    mark = _mark(block)
    if state.pending:
        sentence = SENTENCE.search(text) or len(text) > numbering.LONGEST_HEADING or block.kind == "heading"
        of_annex = state.pending_kind == "附件" and not sentence and mark is None and not numbering.caption_of(text)
        # The title of a table may stand below its number.
        bare = table_heads.compact(_title(state.pending)) == state.pending_reference and before_table
        of_table = bare and not sentence and mark is None and not numbering.caption_of(text)
        if of_annex or of_table or (before_table and numbering.unit_of(text) and not sentence):
            state.pending.append(block)
            return
    annex = numbering.annex_of(text)
    caption = numbering.caption_of(text, before_table=before_table)
    if numbering.CONTINUED.match(text) and before_table and state.last_table:
        yield from _flush(state)
        yield _row(f"{state.last_table[0]} 续表", _path(state), "heading", [block])
        return
    if annex or caption or state.last_table is None or not numbering.NOTE.match(text):
        yield from _flush(state)
    if annex:
        state.base, state.parts, state.base_heading, state.box = annex, [], text, ""
        state.pending, state.pending_kind, state.pending_reference = [block], "附件", annex
        state.last_table = None
    elif caption:
        state.pending, state.pending_kind, state.pending_reference = [block], caption.kind, caption.reference
        state.last_table = None
        state.box = ""
    elif before_table and mark is None and numbering.is_unit(text):  # of a table without a caption
        state.pending, state.pending_kind, state.pending_reference = [block], "", ""
        state.last_table = None
    elif state.last_table and numbering.NOTE.match(text):
        yield _row(f"{state.last_table[0]} 注", state.last_table[3], "note", [block])
    elif mark:
        state.last_table, state.box = None, ""
        yield _numbered(state, block, text, mark)
    elif block.kind == "heading" and block.level:
        state.last_table, state.box = None, ""
        yield _unnumbered(state, block, text)
    else:
        state.last_table = None
        yield _row(_next_paragraph(state), _path(state), "paragraph", [block])


def _numbered(state: _State, block: Block, text: str, mark: Mark) -> dict[str, Any]:
    """The clause of a numbered heading or paragraph, which opens a part."""
    while state.parts and (state.parts[-1].rank >= mark.rank or _is_deeper(state.parts[-1], block)):
        state.parts.pop()
    heading = numbering.is_heading(text) and (mark.rank < numbering.ITEM or block.kind == "heading")
    above = _path(state)
    state.parts.append(_Part(mark.rank, mark.printed, text if heading else _first_words(text), block.level))
    reference = _reference(state)
    state.paragraphs[reference] = 0 if heading else 1
    return _row(reference, above if heading else _path(state), "heading" if heading else "paragraph", [block])


def _is_deeper(part: _Part, block: Block) -> bool:
    """Whether an open part of the style's level, or a deeper one, ends with this heading."""
    return part.rank < 0 and block.level is not None and part.level is not None and part.level >= block.level


def _unnumbered(state: _State, block: Block, text: str) -> dict[str, Any]:
    """The clause of a heading by style that has no number."""
    level = block.level or 0
    while state.parts and (state.parts[-1].level is None or state.parts[-1].level >= level):
        state.parts.pop()
    above = _path(state)
    state.parts.append(_Part(-1, text, text, level))
    reference = _reference(state)
    state.paragraphs[reference] = 0
    return _row(reference, above, "heading", [block])


def _first_words(text: str) -> str:
    """The heading of a numbered paragraph: its first sentence, where that is short."""
    first = SENTENCE.split(text)[0].strip()
    return first if len(first) <= LONGEST_NAME else re.split("[，：:]", first)[0][:LONGEST_NAME]


def _reference(state: _State) -> str:
    """The reference of the innermost part; 一、 is 第一章 when no chapter is above, and 一 before its （一）."""
    numbered = [part for part in state.parts if part.rank >= 0]
    if state.parts and state.parts[-1].rank < 0:
        return f"{state.base} {state.parts[-1].printed}".strip()
    reference = state.base
    for part, below in zip_longest(numbered, numbered[1:]):
        if part.rank == numbering.HEAD and not reference:
            reference = part.printed if below and below.rank == numbering.SUBHEAD else f"第{part.printed}章"
        elif numbering.SECTION < part.rank < numbering.HEAD:
            reference = f"{state.base} {part.printed}".strip()
        elif part.printed.startswith("（") or part.rank == numbering.CIRCLED or reference.endswith("）"):
            reference += part.printed
        else:
            reference = f"{reference} {part.printed}".strip()
    return reference


def _next_paragraph(state: _State) -> str:
    """The reference of the next paragraph of the innermost part."""
    reference = state.box or _reference(state)
    state.paragraphs[reference] += 1
    return _spaced(reference, f"第{state.paragraphs[reference]}段")


def _spaced(reference: str, what: str) -> str:
    return f"{reference}{what}" if not reference or reference.endswith("）") else f"{reference} {what}"


def _path(state: _State) -> str:
    """The headings above, from the outermost."""
    return " ".join(filter(None, [state.base_heading, *(part.heading for part in state.parts)]))


def _flush(state: _State) -> Iterator[dict[str, Any]]:
    """A caption or annex title that no table follows is a clause by itself."""
    if state.pending:
        title = _title(state.pending)
        of_annex = state.pending_kind == "附件"
        kind = "paragraph" if state.pending_kind == "专栏" else "heading"
        heading = "" if of_annex else _path(state)
        yield _row(state.pending_reference, heading, kind, state.pending, table_title=title, unit=_unit(state.pending))
        if of_annex:
            state.base_heading = title
        if state.pending_kind == "专栏":
            state.box = state.pending_reference
            state.paragraphs[state.box] = 1
        state.pending = []


def _title(blocks: Sequence[Block]) -> str:
    """The title of a table: its caption's lines without a line of units."""
    lines = [text for text in map(_text, blocks) if not numbering.is_unit(text)]
    return " ".join(lines)


def _unit(blocks: Sequence[Block]) -> str:
    return next((unit for unit in map(numbering.unit_of, map(_text, blocks)) if unit), "")


def _table(state: _State, rows: list[Block]) -> Iterator[dict[str, Any]]:
    """The clauses of a table: its caption with the head rows, then its rows; of a box one for all its lines."""
    if all(len(table_heads.filled(block.cells)) <= 1 for block in rows) and (len(rows[0].cells) == 1 or len(rows) == 1):
        yield from _box(state, rows)
        return
    leading = _leading(rows)
    caption, rows = rows[:leading], rows[leading:]
    named = numbering.caption_of(_text(caption[0]), before_table=True) if caption else None
    if named and state.pending_reference != named.reference:
        yield from _flush(state)
        state.pending_kind, state.pending_reference = named.kind, named.reference
    cells = [block.cells for block in rows]
    flagged = next((at for at, block in enumerate(rows) if not block.head), len(rows))
    count = table_heads.head_rows(cells, flagged)
    lines = [*state.pending, *caption]
    goes_on = not lines and state.last_table is not None and _goes_on(state.last_table, cells, count)
    if goes_on and state.last_table:
        reference, head, number, title, unit = state.last_table
        count = 0
    else:
        reference, head, number = state.pending_reference if lines else "", tuple(cells[:count]), 0
        title, unit = _title(lines), _unit(lines)
        if not reference:
            inner = _reference(state)
            state.paragraphs[f"{inner} 表"] += 1
            reference = (
                f"{inner} 表{state.paragraphs[f'{inner} 表']}".strip()
                if inner
                else f"无题表{state.paragraphs[f'{inner} 表']}"
            )
        state.tables[reference] += 1
        if state.tables[reference] > 1:  # two tables of one number
            reference = f"{reference}〔{state.tables[reference]}〕"
        if lines or count:
            above = "" if state.pending_kind == "附件" and state.pending else _path(state)
            text = "\n".join(filter(None, [*map(_text, lines), CELL_BAR.join(map(_text, rows[:count]))]))
            opening: dict[str, Any] = {"header": table_heads.heads(head), "table_title": title, "unit": unit}
            yield _row(
                reference,
                above,
                "heading",
                [*lines, *rows],
                text=text,
                table=rows[0].table if rows else None,
                **opening,
            )
        if state.pending_kind == "附件" and state.pending:
            state.base_heading = title
    state.pending, state.pending_kind, state.pending_reference = [], "", ""
    header = table_heads.heads(head)
    more: dict[str, Any] = {
        "header": header,
        "table": rows[0].table if rows else None,
        "table_title": title,
        "unit": unit,
    }
    waiting: dict[str, Any] | None = None
    for block in rows[count:]:
        if waiting and head and table_heads.repeats(block.cells, head):
            yield waiting
            waiting = None
            yield _row(f"{reference} 续表头", title, "heading", [block], cells=block.cells, **more)
        elif head and goes_on and not waiting and table_heads.repeats(block.cells, head):
            yield _row(f"{reference} 续表头", title, "heading", [block], cells=block.cells, **more)
        elif waiting and _continues(block.cells):
            waiting["text"] += CELL_BAR + _text(block)
            pairs = zip(waiting["cells"], block.cells, strict=True)
            waiting["cells"] = tuple("\n".join(filter(None, pair)) for pair in pairs)
        else:
            if waiting:
                yield waiting
            number += 1
            waiting = _row(f"{reference} 第{number}行", title, "row", [block], cells=block.cells, **more)
    if waiting:
        yield waiting
    state.last_table = (reference, tuple(head), number, title, unit)


def _goes_on(
    last: tuple[str, tuple[tuple[str, ...], ...], int, str, str], cells: list[tuple[str, ...]], count: int
) -> bool:
    """Whether a table without a caption goes on with the one before it: the same head, or none and as many columns."""
    head = last[1]
    if not head or not cells or len(head[0]) != len(cells[0]):
        return False
    return table_heads.repeats(cells[0], head) or count == 0


def _leading(rows: list[Block]) -> int:
    """How many of the first rows are a title or a unit over the whole table."""
    count = 0
    while count < len(rows) - 1 and len(rows[0].cells) > 1 and table_heads.is_over(rows[count].cells):
        count += 1
    return count


def _continues(cells: tuple[str, ...]) -> bool:
    """Whether a row goes on with the one above: all its cells but one, the first among them, are covered from above."""
    words = table_heads.filled(cells)
    return len(cells) > 2 and not cells[0].strip() and len(words) == 1 and not table_heads.is_number(words[0])


def _box(state: _State, rows: list[Block]) -> Iterator[dict[str, Any]]:
    """The clauses of a frame of one column: a 专栏 is one, without such a title each row is a paragraph."""
    pending = [*state.pending]
    name = state.pending_reference if state.pending_kind == "专栏" else ""
    if pending and not name:
        yield from _flush(state)
        pending = []
    state.pending, state.pending_kind, state.pending_reference = [], "", ""
    for block in rows:
        lines = block.text.strip("\t\n").split("\n")
        caption = numbering.caption_of(lines[0].strip(), before_table=True)
        if caption and caption.kind == "专栏":
            if pending:
                yield _boxed(state, name, pending)
            name, pending = caption.reference, []
        if name:
            pending.append(block)
        elif block.text.strip():
            yield _row(_next_paragraph(state), _path(state), "paragraph", [block], text=block.text.strip())
    if pending:
        yield _boxed(state, name, pending)
    state.last_table = None


def _boxed(state: _State, name: str, blocks: list[Block]) -> dict[str, Any]:
    """The clause of a box, its lines below each other."""
    text = "\n".join(block.label + block.text.strip() for block in blocks if block.text.strip())
    title = text.split("\n", 1)[0]
    return _row(name, _path(state), "paragraph", blocks, text=text, table_title=title, unit="")
