"""Documents of a word processor: their paper, styles, heads and feet, and the XML of paragraphs, tables and drawings.

Words of strangers become text and nothing else: no field, no link, no break, no character that XML refuses.
WordprocessingML: ECMA-376, part 1, 17.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from yzgeo.core.i18n import Lang, Text
from yzgeo.core.visible_text import one_line
from yzgeo.core.xml_text import allowed, escaped
from yzgeo.plan.model import Plan
from yzgeo.plan.public_edition import MARK as PUBLIC
from yzgeo.publish.board.svg import HAIR, INK, INVENTED, TEXT2
from yzgeo.publish.office.archive import MADE_ON, reproducible
from yzgeo.publish.office.drawing import (
    SANS,
    SERIF,
    SERIF_EAST,
    Lettering,
    Shape,
    emu,
    frame_xml,
    geometry_xml,
)
from yzgeo.stats import recovery

if TYPE_CHECKING:
    from docx.document import Document

SANS_EAST = "SimHei"
BODY = 10.5
A4 = (210.0, 297.0)
MARGIN = 20.0
TWIPS_PER_MM = 1440 / 25.4
HEADINGS = {"Title": (30.0, 0, 6), "Heading 1": (20.0, 18, 6), "Heading 2": (15.0, 16, 5), "Heading 3": (11.5, 12, 3)}
"""Size of the headings, and the points before and after them."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
FIELD = "<w:r><w:fldChar w:fldCharType"
LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
GAP = f'<w:p {NAMESPACES}><w:pPr><w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""A low paragraph behind a table: two tables that touch are one to a word processor."""
MOST_KEPT = 14
"""Rows of a table that is short enough to stay on one page."""
ROOM_FOR_TYPE = 0.06
"""Of its width: how much wider a box of type is than its line, for typefaces that are wider than the sheet's."""


class Run(NamedTuple):
    """Words set alike; `colour` None is that of the paragraph's style."""

    words: str
    bold: bool = False
    colour: str | None = None
    size: float | None = None
    sans: bool = False


class Cell(NamedTuple):
    """A cell: its paragraphs, each of runs; how they are aligned; `ground` is the colour behind them, `ruled` a line on its left."""

    paragraphs: Sequence[Sequence[Run]]
    align: str = "left"
    across: int = 1
    ground: str | None = None
    ruled: bool = False


class Column(NamedTuple):
    """A column: its heading, its width in millimetres, how it is aligned."""

    heading: str
    wide: float
    align: str = "left"


def cell(words: str, align: str = "left", *, bold: bool = False, colour: str | None = None) -> Cell:
    """A cell of one run."""
    return Cell([[Run(words, bold, colour)]], align)


def blank(plan: Plan, lang: Lang, title: str, *, landscape: bool = False) -> Document:
    """A document without a page, in the styles of the house: A4, a running head and page numbers.

    Each page has the mark of an invented ledger where the plan has one.
    """
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml import parse_xml
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    wide, high = A4[::-1] if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(22), Mm(18)
    section.header_distance = section.footer_distance = Mm(10)
    _set_styles(document)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for place in (head, foot):
        for run in place.runs:
            run._r.getparent().remove(run._r)
    room = wide - 2 * MARGIN
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(room)}"/></w:tabs>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{HAIR[1:]}"/></w:pBdr>'
    mark = mark_runs(plan, lang, warn=True)
    edition = f"　{PUBLIC.of(lang)}" if plan.edition == "public" else ""
    heading = _run(Run(f"{plan.title(lang)}　{title}{edition}", colour=TEXT2, size=9.0, sans=True))
    if mark:
        heading += "<w:r><w:tab/></w:r>" + "".join(_run(one) for one in mark)
    number = f'<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE ">{_run(Run("1", colour=TEXT2, size=9.0, sans=True))}</w:fldSimple>'
    for place, inside, border in ((head, heading, rule), (foot, number, "")):
        made = parse_xml(f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="Header"/>{border}{tabs}</w:pPr>{inside}</w:p>')
        place._p.addnext(made)
        place._p.getparent().remove(place._p)
    _set_modern(document)
    about = document.core_properties
    about.title = allowed(one_line(f"{plan.title(lang)} {title}"))
    about.author = allowed(one_line(plan.authority.of(lang)))
    about.comments, about.last_modified_by, about.revision = "", "", 1
    about.created = about.modified = MADE_ON
    about.language = LANGUAGES[lang]
    return document


def _set_styles(document: Document) -> None:
    """Styles by name, with typefaces for Latin and for Chinese letters."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name in ("Normal", "Header", *HEADINGS, "Caption"):
        style = document.styles[name]
        is_sans = name in ("Heading 2", "Heading 3", "Header")
        latin, east = (SANS, SANS_EAST) if is_sans else (SERIF, SERIF_EAST)
        style.font.name = latin
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for of_theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{of_theme}"), None)
        fonts.set(qn("w:eastAsia"), east)
        fonts.set(qn("w:cs"), latin)
        size, before, after = HEADINGS.get(name, (9.0 if name in ("Header", "Caption") else BODY, 0, 4))
        style.font.size, style.font.italic = Pt(size), False
        style.font.color.rgb = RGBColor.from_string((TEXT2 if name == "Caption" else INK)[1:])
        style.font.bold = name in HEADINGS
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.25 if name == "Normal" else 1.1
        for unwanted in [*style.element.iter(qn("w:pBdr"), qn("w:tabs"))]:
            unwanted.getparent().remove(unwanted)
    spoken = document.styles.element.find(f".//{qn('w:lang')}")
    if spoken is not None:
        spoken.set(qn("w:val"), "en-GB")  # of Latin letters and digits: by Chinese rules numbers would be broken
        spoken.set(qn("w:eastAsia"), "zh-CN")


def _set_modern(document: Document) -> None:
    """Word of 2013 and later lays the document out by its own rules, not by those of 2007."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    settings = document.settings.element
    compatibility = settings.find(qn("w:compat"))
    mode = parse_xml(
        f'<w:compatSetting {NAMESPACES} w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    if compatibility is not None:
        for old in compatibility.findall(qn("w:compatSetting")):
            compatibility.remove(old)
        compatibility.append(mode)


def content(document: Document) -> bytes:
    """The file of a document, the same bytes for the same document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return reproducible(buffer.getvalue())


def mark_runs(plan: Plan, lang: Lang, *, warn: bool = False) -> list[Run]:
    """The mark of an invented ledger, with its warning where asked for; nothing where the ledger is real."""
    if not recovery.is_invented(plan):
        return []
    words = recovery.INVENTED_WARNING if warn else recovery.INVENTED_MARK
    return [Run(words.of(lang), True, INVENTED, 9.0, True)]


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point.

    >>> print(twips(25.4))
    1440
    """
    return round(millimetres * TWIPS_PER_MM)


def append(document: Document, xml: str) -> Any:
    """An element at the end of the document, before the properties of its last section."""
    from docx.oxml import parse_xml

    made = parse_xml(xml)
    document.element.body.insert_element_before(made, "w:sectPr")
    return made


def paragraph(document: Document, runs: Iterable[Run] | str, style: str = "Normal", extra: str = "") -> None:
    """A paragraph; `extra` is XML of its properties."""
    words = [Run(runs)] if isinstance(runs, str) else list(runs)
    append(document, f"<w:p {NAMESPACES}>{_properties(style, extra)}{''.join(_run(one) for one in words)}</w:p>")


def _properties(style: str, extra: str = "") -> str:
    return f'<w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/>{extra}</w:pPr>'


def heading(document: Document, words: str, level: int, bookmark: int, *, new_page: bool = False) -> None:
    """A heading that the contents point at; `bookmark` is its number in the document."""
    extra = "<w:pageBreakBefore/>" if new_page else ""
    append(
        document,
        f"<w:p {NAMESPACES}>{_properties(f'Heading {level}', extra)}"
        f'<w:bookmarkStart w:id="{bookmark}" w:name="{_anchor(bookmark)}"/>{_run(Run(words))}'
        f'<w:bookmarkEnd w:id="{bookmark}"/></w:p>',
    )


def _anchor(bookmark: int) -> str:
    return f"_Toc{bookmark:06d}"


def contents(document: Document, title: Text, entries: Sequence[tuple[str, int, int]], lang: Lang) -> None:
    """The contents as a field: entries are a heading, its level and its bookmark.

    The program that opens the document asks to fill in the numbers of its pages, which it alone knows.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    append(
        document,
        f'<w:p {NAMESPACES}><w:pPr><w:pageBreakBefore/><w:spacing w:after="160"/></w:pPr>'
        f"{_run(Run(title.of(lang), True, size=20.0))}</w:p>",
    )
    begin = (
        f'{FIELD}="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        f'{FIELD}="separate"/></w:r>'
    )
    for place, (words, level, bookmark) in enumerate(entries):
        link = f'<w:hyperlink w:anchor="{_anchor(bookmark)}" w:history="1">{_run(Run(words, level == 1))}</w:hyperlink>'
        inside = (begin if place == 0 else "") + link
        indent = f'<w:spacing w:after="60"/><w:ind w:left="{(level - 1) * 420}"/>'
        append(document, f"<w:p {NAMESPACES}><w:pPr>{indent}</w:pPr>{inside}</w:p>")
    append(document, f'<w:p {NAMESPACES}>{FIELD}="end"/></w:r></w:p>')
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    settings = document.settings.element
    before = settings.find(qn("w:compat"))
    settings.insert(len(settings) if before is None else settings.index(before), update)


def _run(run: Run) -> str:
    fonts = f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS_EAST}" w:cs="{SANS}"/>' if run.sans else ""
    bold = "<w:b/>" if run.bold else ""
    colour = f'<w:color w:val="{run.colour[1:]}"/>' if run.colour else ""
    size = f'<w:sz w:val="{round(run.size * 2)}"/>' if run.size else ""
    properties = f"<w:rPr>{fonts}{bold}{colour}{size}</w:rPr>" if fonts or bold or colour or size else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(one_line(run.words))}</w:t></w:r>'


def table(
    document: Document,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    size: float = 9.0,
    *,
    head: bool = True,
    whole: bool = False,
) -> None:
    """A table whose head is repeated on each page and whose rows are not broken over pages.

    One that is to be `whole` stays on one page, where it is short.
    """
    rows = list(rows)
    whole = whole and len(rows) <= MOST_KEPT
    grid = "".join(f'<w:gridCol w:w="{twips(column.wide)}"/>' for column in columns)
    parts = []
    if head:
        cells = "".join(
            _cell(cell(column.heading, column.align, bold=True, colour=TEXT2), column.wide, size, INK, 8, sans=True)
            for column in columns
        )
        kept = _kept(cells) if whole else cells
        parts.append(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{kept}</w:tr>")
    for number, row in enumerate(rows, start=1):
        cells, place = "", 0
        for one in row:
            wide = sum(column.wide for column in columns[place : place + one.across])
            cells += _cell(one, wide, size, HAIR, 4)
            place += one.across
        # The head of a group stays with what is below it.
        keep = all(one.across > 1 for one in row) or (whole and number < len(rows))
        parts.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_kept(cells) if keep else cells}</w:tr>")
    across = twips(sum(column.wide for column in columns))
    append(
        document,
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblW w:w="{across}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(parts)}</w:tbl>",
    )
    append(document, GAP)


def _kept(cells: str) -> str:
    return cells.replace("<w:pPr>", "<w:pPr><w:keepNext/>")


def _cell(one: Cell, wide: float, size: float, rule: str, weight: int, *, sans: bool = False) -> str:
    across = f'<w:gridSpan w:val="{one.across}"/>' if one.across > 1 else ""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{one.ground[1:]}"/>' if one.ground else ""
    # The order of the borders is that of the schema.
    left = f'<w:left w:val="single" w:sz="4" w:space="0" w:color="{HAIR[1:]}"/>' if one.ruled else ""
    properties = (
        f'<w:tcPr><w:tcW w:w="{twips(wide)}" w:type="dxa"/>{across}<w:tcBorders>{left}<w:bottom w:val="single" w:sz="{weight}" '
        f'w:space="0" w:color="{rule[1:]}"/></w:tcBorders>{ground}</w:tcPr>'
    )
    inside = ""
    for runs in one.paragraphs or [[]]:
        set_runs = [run._replace(size=run.size or size, sans=run.sans or sans) for run in runs]
        inside += (
            f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="264" w:lineRule="auto"/><w:jc w:val="{one.align}"/></w:pPr>'
            f"{''.join(_run(run) for run in set_runs)}</w:p>"
        )
    return f"<w:tc>{properties}{inside}</w:tc>"


def drawing(document: Document, shapes: Sequence[Shape], size: tuple[float, float], number: int, words: str) -> None:
    """Shapes as one drawing in the line of text, in millimetres from its upper left corner.

    Programs older than 2010, which know no shapes but those of VML, show nothing in its place.
    """
    append(document, _drawing(shapes, size, number, words))


def beside(
    document: Document,
    shapes: Sequence[Shape],
    size: tuple[float, float],
    number: int,
    words: str,
    caption: str,
    right: Cell,
    wide: float,
) -> None:
    """A drawing over its caption, with words right of both, in a table of one row."""
    columns = (size[0] + 4.0, wide)
    below = f"<w:p>{_properties('Caption')}{_run(Run(caption))}</w:p>"
    grid = "".join(f'<w:gridCol w:w="{twips(column)}"/>' for column in columns)
    append(
        document,
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblW w:w="{twips(sum(columns))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid>{grid}</w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="{twips(columns[0])}" w:type="dxa"/></w:tcPr>'
        f"{_drawing(shapes, size, number, words)}{below}</w:tc>{_cell(right, wide, 9.0, HAIR, 4)}</w:tr></w:tbl>",
    )
    append(document, GAP)


def _drawing(shapes: Sequence[Shape], size: tuple[float, float], number: int, words: str) -> str:
    first = number * 10_000
    inside = "".join(_shape(shape, first + place) for place, shape in enumerate(shapes, start=1))
    extent = f'cx="{emu(size[0])}" cy="{emu(size[1])}"/>'
    frame = f'<a:off x="0" y="0"/><a:ext {extent}<a:chOff x="0" y="0"/><a:chExt {extent}'
    name = escaped(one_line(words))
    return (
        f'<w:p {NAMESPACES}><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="60"/></w:pPr><w:r><mc:AlternateContent>'
        f'<mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}'
        f'<wp:docPr id="{first}" name="{name}" descr="{name}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{inside}</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )


def _shape(shape: Shape, number: int) -> str:
    box, body = "", "<wps:bodyPr/>"
    kind = "<wps:cNvSpPr/>"
    if shape.lettering is not None:
        kind = '<wps:cNvSpPr txBox="1"/>'
        box = f"<wps:txbx><w:txbxContent>{_line(shape.lettering)}</w:txbxContent></wps:txbx>"
        body = '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>'
        shape = _with_room(shape)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{number}"/>{kind}<wps:spPr>{frame_xml(shape)}{geometry_xml(shape)}</wps:spPr>'
        f"{box}{body}</wps:wsp>"
    )


def _with_room(shape: Shape) -> Shape:
    """A box of type that is a little wider, away from where its line is anchored."""
    left, top, right, bottom = shape.box
    more = (right - left) * ROOM_FOR_TYPE
    align = shape.lettering.align if shape.lettering is not None else "ctr"
    before, after = {"l": (0.0, 2 * more), "ctr": (more, more), "r": (2 * more, 0.0)}[align]
    return shape._replace(box=(left - before, top, right + after, bottom))


def _line(lettering: Lettering) -> str:
    align = {"l": "left", "ctr": "center", "r": "right"}[lettering.align]
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{align}"/></w:pPr>'
        f"{''.join(map(_run_of_line, (lettering, *lettering.runs)))}</w:p>"
    )


def _run_of_line(lettering: Lettering) -> str:
    latin, east = (SERIF, SERIF_EAST) if lettering.serif else (SANS, SANS_EAST)
    bold = "<w:b/>" if lettering.bold else ""
    spacing = f'<w:spacing w:val="{twips(lettering.spacing)}"/>' if lettering.spacing else ""
    return (
        f"<w:r><w:rPr>"
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>{bold}'
        f'<w:color w:val="{lettering.colour[1:]}"/>{spacing}<w:sz w:val="{max(round(lettering.size * 2), 2)}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escaped(one_line(lettering.words))}</w:t></w:r>'
    )
