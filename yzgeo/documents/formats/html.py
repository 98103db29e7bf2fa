"""Read pages as sites of governments publish plans: tables for layout, breaks for paragraphs, GBK by meta.

The words are taken as a browser lays them out; scripts are not run, and nothing that the page refers to is fetched.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.text_encoding import decode
from yzgeo.documents.block import HIDDEN, PAGE, Block, row_of
from yzgeo.documents.numbering import LONGEST_HEADING
from yzgeo.documents.superscript import raised
from yzgeo.documents.word_numbering import FORMS, chinese

TITLE = Text("网页", "web page")
SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
META_BYTES = 4096
"""Where the charset is looked for."""
SKIPPED = {
    *("head", "script", "style", "noscript", "template", "iframe", "object", "select", "button", "textarea", "input"),
    *("svg", "math", "canvas", "audio", "video", "title", "link", "meta", "rt", "rp"),
}
FRAME = {"nav", "header", "footer", "aside"}
"""The frame of the page around the document."""
STRUCK_TAGS = {"s", "strike", "del"}
INLINE = {
    *(
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
    ),
    *("mark", "q", "ruby", "rb", "s", "samp", "small", "span", "strike", "del", "strong", "sub", "sup", "time", "tt"),
    *("u", "var", "wbr", "img", "o:p", "st1:chsdate"),
}
UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
WHITE_STYLE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))", re.IGNORECASE
)
GROUND_STYLE = re.compile(r"background", re.IGNORECASE)
STRUCK_STYLE = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
NAMED = re.compile(r"(?:[a-z0-9]+)?([.#][\w-]+)", re.IGNORECASE)
MAIN_SHARE = 0.9
"""Share of the words that are no links which the innermost element of the document itself holds."""
LAYOUT_BLOCKS = 20
"""A cell of so many paragraphs is a column of the page, not a cell."""
MOST_SPAN = 200
BLANKS = re.compile(r"[ \t\r\n\f]+")
WRAPPED = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef，。；：、]) ?\n ?(?=[\u2e80-\u9fff\uff00-\uffef，。；：、])")
CHINESE_LISTS = {"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"}
LETTER_LISTS = {
    **{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"},
    **{"lower-alpha": "lowerLetter", "upper-alpha": "upperLetter", "lower-latin": "lowerLetter"},
    **{"lower-roman": "lowerRoman", "upper-roman": "upperRoman", "upper-latin": "upperLetter"},
}


class Line(NamedTuple):
    """A line of the page as it is laid out, or the table that stands there."""

    text: str
    level: int | None = None
    label: str = ""
    kind: str = ""
    """`page`, `hidden` or `struck`."""
    table: etree._Element | None = None
    link: bool = False
    main: bool = True


@dataclass
class _Layout:
    """The line being laid out, and the lines so far."""

    unseen: set[str]
    main: etree._Element | None
    lines: list[Line] = field(default_factory=list)
    pieces: list[tuple[str, str, bool]] = field(default_factory=list)
    """Text, kind and whether it is a link."""
    level: int | None = None
    label: str = ""
    in_main: bool = False

    def end_line(self) -> None:
        pieces, self.pieces = self.pieces, []
        for kind in ("", PAGE, "struck", HIDDEN):
            text = _collapsed("".join(text for text, of, _ in pieces if of == kind))
            if text:
                label = self.label if kind == "" else ""
                link = all(link for text, of, link in pieces if of == kind and text.strip())
                self.lines.append(Line(text, self.level, label, kind, link=link, main=self.in_main))
                if kind == "":
                    self.label = ""


def read(file: Path) -> list[Block]:
    """The paragraphs and rows of a page; menus and the like are kept apart.

    Raises
    ------
    InputError
        When it nests deeper than pages do.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(_source(file).encode("utf-8", "surrogatepass"), parser)
    if root is None:
        return []
    if any("depth" in error.message for error in parser.error_log):
        raise InputError(
            Text("标签嵌套太深", "its elements nest too deep"),
            Text(
                "在浏览器中打开，复制正文到 Word 后另存为 .docx",
                "open it in a browser, copy the text to Word and save it as .docx",
            ),
            file=str(file),
        )
    layout = _Layout(_unseen_names(root), _main(root))
    _lay_out(layout, root, "", link=False)
    layout.end_line()
    return list(_blocks(layout))


def _source(file: Path) -> str:
    """The source of a page: in UTF-8 where it can be, else as its meta says."""
    content = file.read_bytes()
    with contextlib.suppress(UnicodeDecodeError):
        return content.decode("utf-8-sig")
    stated = CHARSET.search(content[:META_BYTES])
    encoding = stated[1].decode("ascii").lower() if stated else ""
    if encoding.startswith(("gb", "cp936", "big5")):
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode("big5hkscs" if encoding.startswith("big5") else "gb18030")
    return decode(file)


def _unseen_names(root: etree._Element) -> set[str]:
    """Classes, with a dot, and ids, with a hash, that the page's own styles hide."""
    sheets = [text for style in root.iter("style") if (text := style.text)]
    return {
        found[1]
        for sheet in sheets
        for selectors, rules in RULE.findall(sheet)
        if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", rules, re.IGNORECASE)
        for selector in selectors.split(",")
        if (found := NAMED.fullmatch(selector.strip()))
    }


def _main(root: etree._Element) -> etree._Element | None:
    """The innermost element that holds almost all words that are no links."""

    def words(element: etree._Element) -> int:
        if not isinstance(element.tag, str) or element.tag in SKIPPED or element.tag == "a":
            return 0
        below = sum(words(one) + len((one.tail or "").strip()) for one in element)
        sizes[element] = len((element.text or "").strip()) + below
        return sizes[element]

    sizes: dict[etree._Element, int] = {}
    whole = words(root)
    main = root
    while True:
        inner = next((one for one in main if sizes.get(one, 0) >= MAIN_SHARE * whole), None)
        if inner is None or not whole or inner.tag in INLINE:
            return main
        main = inner


def _collapsed(text: str) -> str:
    text = WRAPPED.sub("", text)
    return BLANKS.sub(" ", text).strip()


def _lay_out(layout: _Layout, element: etree._Element, kind: str, *, link: bool) -> None:
    """Lay out an element, its text in the kind given."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in SKIPPED:
        return
    outer_main = layout.in_main
    kind = _kind(layout, element, tag, kind)
    if tag == "br":
        layout.end_line()
        return
    link = link or tag == "a"
    block = tag not in INLINE
    if block:
        layout.end_line()
    if element is layout.main:
        layout.in_main = True
    if tag == "table" and kind == "" and not _is_layout(element):
        layout.lines.append(Line("", table=element, main=layout.in_main))
    else:
        _lay_out_content(layout, element, tag, kind, link=link)
    if block:
        layout.end_line()
    layout.in_main = outer_main


def _lay_out_content(layout: _Layout, element: etree._Element, tag: str, kind: str, *, link: bool) -> None:
    level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else layout.level
    outer, layout.level = layout.level, level
    if tag == "li":
        layout.label = _list_label(element)

    def shown(text: str) -> str:
        text = raised(text) if tag == "sup" else text
        return text.replace("\n", "\x00") if tag == "pre" else text

    layout.pieces.append((shown(element.text or ""), kind, link))
    for one in element:
        _lay_out(layout, one, kind, link=link)
        layout.pieces.append((shown(one.tail or ""), kind, link))
    if level != outer:
        layout.end_line()
    layout.level = outer


def _kind(layout: _Layout, element: etree._Element, tag: str, kind: str) -> str:
    """The kind of an element's text: of the page's frame, struck, hidden, or as around it."""
    style = element.get("style") or ""
    names = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    white = WHITE_STYLE.search(style) or (
        tag == "font" and (element.get("color") or "").lower() in ("white", "#ffffff", "#fff")
    )
    if kind == HIDDEN or element.get("hidden") is not None or UNSEEN_STYLE.search(style) or names & layout.unseen:
        return HIDDEN
    if white and not GROUND_STYLE.search(style) and not _has_ground(element):
        return HIDDEN
    if kind:
        return kind
    if (tag in FRAME or element.get("title") in ("header", "footer")) and not _holds(element, layout.main):
        return PAGE
    return "struck" if tag in STRUCK_TAGS or STRUCK_STYLE.search(style) else ""


def _holds(element: etree._Element, other: etree._Element | None) -> bool:
    return other is not None and (other is element or element in other.iterancestors())


def _has_ground(element: etree._Element) -> bool:
    """Whether an element stands on a background of its own or of what it is in."""
    return any(
        one.get("bgcolor") or one.get("background") or GROUND_STYLE.search(one.get("style") or "") or one.get("class")
        for one in (element, *element.iterancestors())
        if one.tag not in ("html", "body")
    )


def _list_label(item: etree._Element) -> str:
    """The number or bullet that a browser puts before an item of a list."""
    parent = item.getparent()
    style = " ".join(filter(None, [item.get("style"), None if parent is None else parent.get("style")]))
    form = (re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", style) or ["", ""])[1]
    if form == "none" or parent is None or parent.tag not in ("ol", "ul"):
        return ""
    if parent.tag == "ul":
        return "•"
    number = _int(parent.get("start"), 1)
    for one in parent.iterchildren("li"):
        number = _int(one.get("value"), number)
        if one is item:
            break
        number += 1
    kind = item.get("type") or parent.get("type") or form
    if kind in CHINESE_LISTS:
        return f"{chinese(number)}、"
    return f"{FORMS[LETTER_LISTS[kind]](number) if kind in LETTER_LISTS else number}."


def _int(text: str | None, missing: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text.strip()) else missing


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table itself."""
    for element in table:
        if element.tag == "tr":
            yield element
        elif element.tag in ("thead", "tbody", "tfoot"):
            yield from element.iterchildren("tr")


def _is_layout(table: etree._Element) -> bool:
    """Whether a table only lays out the page: it has tables inside, or whole columns of text as cells."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return True
    cells = [cell for row in _rows(table) for cell in row if cell.tag in ("td", "th")]
    longest = max(
        (sum(1 for one in cell.iter() if one.tag in ("p", "br", "div", "h1", "h2")) for cell in cells), default=0
    )
    return not cells or longest > LAYOUT_BLOCKS


def _blocks(layout: _Layout) -> Iterator[Block]:
    tables = 0
    for line in layout.lines:
        if line.table is not None:
            yield from _table(layout, line.table, tables)
            tables += 1
            continue
        kind = PAGE if not line.kind and line.link and not line.main else line.kind
        for text in line.text.split("\x00"):
            if not text.strip():
                continue
            if kind:
                yield Block("paragraph" if kind == "struck" else kind, text.strip(), struck=kind == "struck")
            else:
                heading = line.level is not None and len(text) <= LONGEST_HEADING
                yield Block(
                    "heading" if heading else "paragraph",
                    text.strip(),
                    level=line.level if heading else None,
                    label=line.label,
                )


def _table(layout: _Layout, table: etree._Element, number: int) -> Iterator[Block]:
    """The rows of a table; cells that another one covers are blank."""
    caption = table.find("caption")
    if caption is not None:
        text = _collapsed("".join(caption.itertext()))
        if text:
            yield Block("paragraph", text)
    asides: list[Block] = []
    covered: dict[tuple[int, int], bool] = {}
    grid: list[tuple[list[str], bool]] = []
    rows = list(_rows(table))
    for at, row in enumerate(rows):
        cells: list[str] = []
        elements = [one for one in row if one.tag in ("td", "th")]
        for cell in elements:
            while covered.pop((at, len(cells)), False):
                cells.append("")
            text = _cell(layout, cell, asides)
            across, down = (min(_int(cell.get(name), 1) or 1, MOST_SPAN) for name in ("colspan", "rowspan"))
            for below in range(1, min(down, len(rows) - at)):
                for column in range(len(cells), len(cells) + across):
                    covered[at + below, column] = True
            cells += [text, *[""] * (across - 1)]
        while covered.pop((at, len(cells)), False):
            cells.append("")
        is_head = (row.getparent().tag == "thead") or (bool(elements) and all(one.tag == "th" for one in elements))
        grid.append((cells, is_head))
    width = max((len(cells) for cells, _ in grid), default=0)
    kept = [(tuple(cells + [""] * (width - len(cells))), head) for cells, head in grid if any(map(str.strip, cells))]
    yield from (row_of(cells, number, at, head=head) for at, (cells, head) in enumerate(kept))
    yield from asides


def _cell(layout: _Layout, cell: etree._Element, asides: list[Block]) -> str:
    """The lines of a cell; struck and hidden text in it is put by."""
    inner = _Layout(layout.unseen, None, in_main=True)
    _lay_out(inner, cell, "", link=False)
    inner.end_line()
    for line in inner.lines:
        if line.kind:
            asides.append(
                Block("paragraph" if line.kind == "struck" else line.kind, line.text, struck=line.kind == "struck")
            )
    return "\n".join(line.label + line.text.replace("\x00", "\n") for line in inner.lines if not line.kind)
