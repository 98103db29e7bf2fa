"""Read Word documents as Word shows them: numbers, merged cells and text boxes; without what tracked changes delete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.documents.block import HIDDEN, PAGE, Block, row_of
from yzgeo.documents.numbering import LONGEST_HEADING
from yzgeo.documents.superscript import raised
from yzgeo.documents.word_numbering import Numbering
from yzgeo.documents.xml_parts import Parts, child, descendants, is_on, name_of, value

TITLE = Text("Word 文档", "Word document")
SUFFIXES = (".docx",)
DELETED = ("del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "Fallback", "pPr", "rPr", "sectPr")
"""What is no text: deleted or moved away, field codes, readings over characters, and formatting."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
WHITE = ("FFFFFF",)
MOST_COLUMNS = 63
SMALLEST = 4
"""Half points; smaller letters are there to be hidden."""
HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
TITLE_STYLE = re.compile(r"title|标题", re.IGNORECASE)
PLAIN, STRUCK, UNSEEN = "", "struck", "hidden"


class Style(NamedTuple):
    """What a paragraph or character style says, with what it is based on."""

    name: str
    properties: tuple[etree._Element, ...]
    """Of the style itself first."""


@dataclass
class _Reading:
    """The parts of a document that its paragraphs refer to, and what was found beside the text."""

    parts: Parts
    styles: dict[str, Style]
    numbering: Numbering
    notes: dict[tuple[str, str], etree._Element]
    relations: dict[str, tuple[str, str]]
    tables: int = 0
    note_count: int = 0
    beside: list[Block] = field(default_factory=list)
    """Notes, boxes, struck and hidden text, to stand behind the paragraph or table."""
    nested: list[tuple[etree._Element, bool]] = field(default_factory=list)


def read(file: Path) -> list[Block]:
    """The paragraphs and rows of a Word document, page heads and feet at the end.

    Raises
    ------
    InputError
        When it holds another document that only Word unfolds, or is no Word document.
    """
    with closing(Parts(file)) as parts:
        main = next(
            (part for kind, part in parts.related("").values() if kind == "officeDocument"), "word/document.xml"
        )
        root = parts.root(main)
        body = child(root, "body")
        if body is None:
            raise ValueError("no document.xml with a body")
        relations = parts.related(main)
        by_kind = dict(relations.values())
        if next(descendants(body, "altChunk"), None) is not None:
            raise InputError(
                Text("内嵌了另一份文档", "has another document inside"),
                Text("在 Word 或 WPS 中打开后另存", "open it in Word or WPS and save it anew"),
                file=str(file),
            )
        notes: dict[tuple[str, str], etree._Element] = {
            (kind, value(note, "id") or ""): note
            for kind in ("footnotes", "endnotes")
            if kind in by_kind
            for note in _children(parts.root(by_kind[kind]))
            if value(note, "type") in (None, "normal")
        }
        numbering = Numbering(parts.root(by_kind.get("numbering", "")))
        reading = _Reading(parts, _styles(parts.root(by_kind.get("styles", ""))), numbering, notes, relations)
        blocks = list(_blocks(reading, body, shaded=False))
        return blocks + list(_page_heads(reading, relations))


def _children(root: etree._Element | None) -> list[etree._Element]:
    return [] if root is None else list(root)


def _styles(root: etree._Element | None) -> dict[str, Style]:
    elements = {value(one, "styleId") or "": one for one in _children(root) if name_of(one) == "style"}
    styles = {}
    for key, element in elements.items():
        chain, seen = [element], {key}
        while (base := value(child(chain[-1], "basedOn"))) in elements and base not in seen:
            seen.add(base)
            chain.append(elements[base])
        styles[key] = Style(value(child(element, "name")) or "", tuple(chain))
    return styles


def _blocks(reading: _Reading, parent: etree._Element, *, shaded: bool) -> Iterator[Block]:
    """The blocks of a body or of a text box, in order."""
    for element in parent:
        name = name_of(element)
        if name == "p":
            yield from _paragraph(reading, element, shaded=shaded)
        elif name == "tbl":
            yield from _table(reading, element, shaded=shaded)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _blocks(reading, element, shaded=shaded)


def _paragraph(reading: _Reading, element: etree._Element, *, shaded: bool) -> Iterator[Block]:
    text = _text(reading, element, shaded=shaded).strip()
    label = "" if child(element, "pPr", "rPr", "del") is not None and not text else _label(reading, element)
    if text:
        level = _level(reading, element)
        heading = level is not None and len(text) <= LONGEST_HEADING
        yield Block("heading" if heading else "paragraph", text, level=level if heading else None, label=label)
    yield from _taken_beside(reading)


def _taken_beside(reading: _Reading) -> Iterator[Block]:
    """What stands beside the paragraph or table just read; tables in cells among them."""
    beside, reading.beside = reading.beside, []
    nested, reading.nested = reading.nested, []
    yield from beside
    for element, shaded in nested:
        yield from _table(reading, element, shaded=shaded)


def _text(reading: _Reading, paragraph: etree._Element, *, shaded: bool) -> str:
    """The words of a paragraph; what it shows beside them is put by."""
    properties = child(paragraph, "pPr")
    style = value(child(properties, "pStyle"))
    shaded = shaded or _is_shaded(properties) or _is_shaded(child(properties, "rPr"))
    pieces = list(_pieces(reading, paragraph, style, shaded=shaded))
    for kind in (STRUCK, UNSEEN):
        words = "".join(text for text, mark in pieces if mark == kind).strip()
        if words:
            struck = kind == STRUCK
            reading.beside.append(Block("paragraph" if struck else HIDDEN, words, struck=struck))
    return "".join(text for text, mark in pieces if mark == PLAIN)


def _pieces(reading: _Reading, parent: etree._Element, style: str | None, *, shaded: bool) -> Iterator[tuple[str, str]]:
    """The pieces of text below an element, each plain, struck or unseen."""
    for element in parent:
        name = name_of(element)
        if name in DELETED:
            continue
        if name == "r":
            mark = _mark(reading, child(element, "rPr"), style, shaded=shaded)
            shown = raised if value(child(element, "rPr", "vertAlign")) == "superscript" else str
            yield from ((shown(text), mark) for text, _ in _pieces(reading, element, style, shaded=shaded))
        elif name == "t":
            yield element.text or "", PLAIN
        elif name == "sym":
            code = int(value(element, "char") or "25A1", 16)
            yield chr(code), PLAIN
        elif name in SIGNS:
            yield ("" if value(element, "type") == "page" else SIGNS[name]), PLAIN
        elif name in ("footnoteReference", "endnoteReference"):
            _note(reading, name.removesuffix("Reference") + "s", value(element, "id") or "")
        elif name == "txbxContent":
            _box(reading, element)
        elif name == "relIds":
            _diagram(reading, value(element, "dm") or "")
        elif name == "AlternateContent":
            choice = child(element, "Choice")
            chosen = choice if choice is not None and _has_words(choice) else child(element, "Fallback")
            if chosen is not None:
                yield from _pieces(reading, chosen, style, shaded=shaded)
        else:
            yield from _pieces(reading, element, style, shaded=shaded)


def _has_words(element: etree._Element) -> bool:
    return any(name_of(one) in ("t", "relIds") for one in element.iter())


def _note(reading: _Reading, kind: str, key: str) -> None:
    element = reading.notes.get((kind, key))
    if element is None:
        return
    reading.note_count += 1
    label = f"［{reading.note_count}］"
    lines = [_text(reading, one, shaded=False).strip() for one in descendants(element, "p")]
    reading.beside.append(Block("note", "\n".join(filter(None, lines)), label=label))


def _box(reading: _Reading, content: etree._Element) -> None:
    """A text box is one block; a table in it stands behind it."""
    outer, reading.beside = reading.beside, []
    lines, inside = [], []
    for block in _blocks(reading, content, shaded=True):
        if block.kind in ("paragraph", "heading") and not block.struck:
            lines.append(block.label + block.text)
        else:
            inside.append(block)
    reading.beside = outer
    if lines:
        reading.beside.append(Block("box", "\n".join(lines)))
    reading.beside += inside


def _diagram(reading: _Reading, key: str) -> None:
    """The words of a diagram, which are in a part of their own."""
    root = reading.parts.root(reading.relations.get(key, ("", ""))[1])
    if root is not None:
        lines = ["".join(one.text or "" for one in descendants(line, "t")) for line in descendants(root, "p")]
        text = "\n".join(line for line in lines if line.strip())
        if text:
            reading.beside.append(Block("box", text))


def _mark(reading: _Reading, own: etree._Element | None, style: str | None, *, shaded: bool) -> str:
    """Whether a run is struck out or cannot be seen, by itself or by its style."""
    of_run = value(child(own, "rStyle"))
    chains = [reading.styles[key].properties for key in (of_run, style) if key in reading.styles]
    sources = [own, *(child(one, "rPr") for chain in chains for one in chain)]

    def first(name: str) -> etree._Element | None:
        return next((found for source in sources if (found := child(source, name)) is not None), None)

    if is_on(first("strike")) or is_on(first("dstrike")):
        return STRUCK
    size = value(first("sz")) or ""
    white = (value(first("color")) or "").upper() in WHITE and value(first("color"), "themeColor") is None
    lit = shaded or any(map(_is_shaded, sources)) or value(first("highlight")) is not None
    tiny = size.isdigit() and int(size) < SMALLEST
    return UNSEEN if is_on(first("vanish")) or tiny or (white and not lit) else PLAIN


def _is_shaded(properties: etree._Element | None) -> bool:
    """Whether a background is set on which white letters can be seen."""
    fill = (value(child(properties, "shd"), "fill") or "auto").upper()
    return fill not in ("AUTO", *WHITE)


def _level(reading: _Reading, paragraph: etree._Element) -> int | None:
    """The level of a heading by its outline level or its style; 0 the title, None no heading."""
    properties = child(paragraph, "pPr")
    style = reading.styles.get(value(child(properties, "pStyle")) or "")
    chain = () if style is None else style.properties
    for source in (properties, *(child(one, "pPr") for one in chain)):
        outline = value(child(source, "outlineLvl"))
        if outline is not None and outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else None
    names = [value(child(one, "name")) or "" for one in chain]
    numbered = next((found for name in names if (found := HEADING_STYLE.fullmatch(name.strip()))), None)
    if numbered:
        return int(numbered[1])
    return 0 if any(TITLE_STYLE.fullmatch(name.strip()) for name in names) else None


def _label(reading: _Reading, paragraph: etree._Element) -> str:
    """The automatic number of a paragraph, by itself or by its style."""
    properties = child(paragraph, "pPr")
    style = value(child(properties, "pStyle"))
    own = child(properties, "numPr")
    inherited = [
        found
        for one in (reading.styles[style].properties if style in reading.styles else ())
        if (found := child(one, "pPr", "numPr")) is not None
    ]
    numbering = next((key for one in (own, *inherited) if (key := value(child(one, "numId"))) is not None), None)
    if numbering is None or numbering == "0":
        return ""
    depth = next((key for one in (own, *inherited) if (key := value(child(one, "ilvl"))) is not None), None)
    at = int(depth) if depth and depth.isdigit() else reading.numbering.depth_of(numbering, style)
    return reading.numbering.label(numbering, at)


def _table(reading: _Reading, element: etree._Element, *, shaded: bool) -> Iterator[Block]:
    """The rows of a table; what its cells show beside their words, tables among it, comes behind."""
    number = reading.tables
    reading.tables += 1
    style = reading.styles.get(value(child(element, "tblPr", "tblStyle")) or "")
    shaded = shaded or bool(style and any(map(_is_shaded, _shades(style))))
    rows: list[tuple[list[str], bool]] = []
    for row in _inside(element, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            continue
        cells = [""] * _count(child(properties, "gridBefore"), 0)
        for cell in _inside(row, "tc"):
            cells += _cell(reading, cell, shaded=shaded)
        rows.append((cells, is_on(child(properties, "tblHeader"))))
    width = max((len(cells) for cells, _ in rows), default=0)
    kept = [(tuple(cells + [""] * (width - len(cells))), head) for cells, head in rows if any(map(str.strip, cells))]
    yield from (row_of(cells, number, at, head=head) for at, (cells, head) in enumerate(kept))
    yield from _taken_beside(reading)


def _shades(style: Style) -> Iterator[etree._Element]:
    """The properties of cells in a table style, whose conditional formats shade its head row."""
    return (one for source in style.properties for one in source.iter() if name_of(one) == "tcPr")


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also within content controls and insertions."""
    for element in parent:
        if name_of(element) == name:
            yield element
        elif name_of(element) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inside(element, name)


def _cell(reading: _Reading, cell: etree._Element, *, shaded: bool) -> list[str]:
    """The text of a cell and a blank for each further column that it spans."""
    properties = child(cell, "tcPr")
    span = max(_count(child(properties, "gridSpan"), 1), 1)
    merge = child(properties, "vMerge")
    covered = merge is not None and (value(merge) or "continue") == "continue"
    shaded = shaded or _is_shaded(properties)
    lines = list(_lines(reading, cell, shaded=shaded))
    text = "\n".join(filter(None, lines))
    if covered or child(properties, "cellDel") is not None:
        if text:
            reading.beside.append(Block(HIDDEN, text))
        text = ""
    return [text, *[""] * (span - 1)]


def _count(element: etree._Element | None, missing: int) -> int:
    """How many columns an element states, as many as a table of Word can have at most."""
    return min(int(value(element) or missing), MOST_COLUMNS)


def _lines(reading: _Reading, parent: etree._Element, *, shaded: bool) -> Iterator[str]:
    """The lines of a cell; tables in it are put by."""
    for element in parent:
        name = name_of(element)
        if name == "p":
            text = _text(reading, element, shaded=shaded).replace("\t", " ").strip()
            yield f"{_label(reading, element)}{text}"
        elif name == "tbl":
            reading.nested.append((element, shaded))
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _lines(reading, element, shaded=shaded)


def _page_heads(reading: _Reading, relations: dict[str, tuple[str, str]]) -> Iterator[Block]:
    """Page heads and feet, each wording once."""
    seen = set()
    for kind, part in relations.values():
        root = reading.parts.root(part) if kind in ("header", "footer") else None
        for block in () if root is None else _blocks(reading, root, shaded=True):
            text = block.text.replace("\t", " ").strip()
            if text and text not in seen:
                seen.add(text)
                yield Block(PAGE, text)
