"""Read the files of a plan's document into one list of blocks; each format is found by the ending of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from yzgeo.core import plugins
from yzgeo.core.archives import refuse_swelling
from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text, counted
from yzgeo.documents.block import HIDDEN, PAGE, PICTURE, STRUCK, Block

PACKAGE = "yzgeo.documents.formats"
MOST_BYTES = 200_000_000
"""Bytes of a file; a plan of 300 pages with its maps has some 50 MB."""
MOST_TEXT_BYTES = 30_000_000
"""Bytes of a file that is all text, some 5,000 pages."""
TEXT_ENDINGS = {".txt", ".html", ".htm", ".shtml", ".xhtml"}
AS_DOCX = Text("在 Word 或 WPS 中打开，另存为 .docx", "open it in Word or WPS and save it as .docx")
AS_XLSX = Text("在 Excel 或 WPS 中打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
AS_PDF = Text(
    "在版式软件中导出为 .pdf，或向发文单位要 .docx",
    "export it as .pdf from its reader, or ask the office that issued it for the .docx",
)
SCANS = Text("把图片合成一个 .pdf 再读入", "put the pictures into one .pdf and give that")
SCANNED = Text(
    "核对文件；扫描件需安装文字识别（pip install 'yzgeo[ocr]'）",
    "check the file; for a scan install character recognition (pip install 'yzgeo[ocr]')",
)
UNPACK = Text("先解压，再给出其中的文件", "unpack it and give the files in it")
REMEDIES = {
    **dict.fromkeys((".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt", ".docm", ".uof", ".uot"), AS_DOCX),
    **dict.fromkeys((".xls", ".et", ".ods", ".xlsb"), AS_XLSX),
    **dict.fromkeys((".ofd", ".ceb", ".caj", ".ppt", ".pptx"), AS_PDF),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".gif"), SCANS),
    **dict.fromkeys((".zip", ".rar", ".7z"), UNPACK),
}
"""Remedies for endings that no format reads."""
REMARKS = {
    PAGE: Text("页眉、页脚、页码", "page heads, feet and numbers"),
    HIDDEN: Text("看不见的或旋转的文字", "text that is invisible or rotated"),
    STRUCK: Text("划去的文字", "text that is struck out"),
}


class Document(NamedTuple):
    """The blocks of all files in order, and remarks on what is kept but not taken for the plan's words."""

    blocks: list[Block]
    remarks: list[Text]


def read(files: Iterable[Path | str]) -> Document:
    """Read documents in the order given, as one.

    Parameters
    ----------
    files
        Files of formats of `yzgeo.documents.formats`; the ending of each names its format.

    Raises
    ------
    InputError
        For a file of another kind, a damaged one, one that is too large, or one without text.

    >>> read(["plan.doc"])
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: plan.doc: the ending '.doc' is not known. Remedy: open it in Word or WPS and save it \
as .docx.
    """
    paths = [Path(file) for file in files]
    _refuse_twice(paths)
    forms = [plugins.form_of(PACKAGE, path, REMEDIES.get(path.suffix.lower())) for path in paths]
    blocks: list[Block] = []
    remarks: list[Text] = []
    names = _names(paths)
    for path, form, name in zip(paths, forms, names, strict=True):
        of_file = _read_one(path, form)
        first = 1 + max((block.table for block in blocks if block.table is not None), default=-1)
        blocks += [
            block._replace(file=name, table=None if block.table is None else first + block.table) for block in of_file
        ]
        remarks += _remarks(name, of_file)
    return Document(blocks, remarks)


def _refuse_twice(paths: list[Path]) -> None:
    """Refuse a file that is given twice, by whichever path: each of its figures would be there twice."""
    seen: dict[Path, Path] = {}
    for path in paths:
        place = path.resolve()
        if place in seen:
            raise InputError(
                Text("这个文件给了两次", "the file is given twice"), Text("只写一次", "name it once"), file=str(path)
            )
        seen[place] = path


def _read_one(path: Path, form: str) -> list[Block]:
    if path.is_dir():
        raise InputError(
            Text("是文件夹，不是文件", "is a folder, not a file"),
            Text("写上其中规划文本的文件名", "name the plan's document in it"),
            file=str(path),
        )
    with refuse_unreadable(path):
        size = path.stat().st_size
        if size > (MOST_TEXT_BYTES if path.suffix.lower() in TEXT_ENDINGS else MOST_BYTES):
            raise InputError(
                Text(
                    f"有 {size // 1_000_000:,} MB，规划文本不会这么大",
                    f"has {size // 1_000_000:,} MB, as no text of a plan has",
                ),
                Text("分成几个文件，或去掉图片", "split it, or take the pictures out"),
                file=str(path),
            )
        refuse_swelling(path)
        blocks: list[Block] = plugins.load(PACKAGE, form).read(path)
    if not any(not block.aside and block.text.strip() for block in blocks):
        raise InputError(
            Text("没有文字", "holds no text"),
            SCANNED if path.suffix.lower() == ".pdf" else Text("核对是不是这个文件", "check that it is the right file"),
            file=str(path),
        )
    return blocks


def _names(paths: list[Path]) -> list[str]:
    """The names of the files; where two folders have the same, with the folder."""
    counts = Counter(path.name for path in paths)
    return [path.name if counts[path.name] == 1 else f"{path.parent.name}/{path.name}" for path in paths]


def _remarks(name: str, blocks: list[Block]) -> list[Text]:
    """What of a file is kept apart, by kind."""
    counts = Counter(block.aside for block in blocks)
    pictures = [str(block.page) for block in blocks if block.kind == PICTURE]
    unread = Text(
        f"{name}：第 {'、'.join(pictures)} 页是图片，没有文字层，图上的字未读",
        f"{name}: pages {', '.join(pictures)} are pictures without a text layer, the words on them are not read",
    )
    return [unread] * bool(pictures) + [
        Text(
            f"{name}：{what.zh} {counts[kind]} 处，原样保留，不作规划内容",
            f"{name}: {what.en} in {counted(counts[kind], 'place')}, kept as they are, not taken for the plan's words",
        )
        for kind, what in REMARKS.items()
        if counts[kind]
    ]
