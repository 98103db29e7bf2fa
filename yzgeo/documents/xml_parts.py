"""The parts of an office file, which is an archive of XML: read without following anything outside of it.

Document types are refused, as entities need them; relations to other files and addresses are left alone.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from yzgeo.core.archives import refuse_swelling_part
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""The first bytes of Office files before 2007, and of encrypted ones since."""


class Parts:
    """An open office file.

    Raises
    ------
    InputError
        When it is encrypted, of the kind before 2007, or unpacks to far more than a document holds.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        with file.open("rb") as opened:
            if opened.read(len(OLE)) == OLE:
                raise InputError(
                    Text("加了密，或是改了扩展名的旧格式", "is encrypted, or of an older kind under a new ending"),
                    Text(
                        "在 Word、Excel 或 WPS 中打开，去掉密码后另存",
                        "open it in Word, Excel or WPS and save it without a password",
                    ),
                    file=str(file),
                )
        self.archive = zipfile.ZipFile(file)
        self.members = {member.filename.lstrip("/").lower(): member for member in self.archive.infolist()}

    def close(self) -> None:
        """Close the file."""
        self.archive.close()

    def root(self, part: str) -> etree._Element | None:
        """The root element of a part, or None where there is no such part."""
        member = self.members.get(part.lower())
        if member is None:
            return None
        refuse_swelling_part(self.file, member)
        return parse(self.archive.read(member), self.file)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and part by the id of each relation of a part (`""`: of the file) that stays inside the file."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        relations = {}
        for relation in () if root is None else root:
            if relation.get("TargetMode") != "External" and relation.get("Target"):
                inside = posixpath.normpath(posixpath.join("/" + folder, str(relation.get("Target")))).lstrip("/")
                kind = str(relation.get("Type")).rpartition("/")[2]
                relations[str(relation.get("Id"))] = (kind, inside)
        return relations


def parse(content: bytes, file: Path) -> etree._Element:
    """The root of XML from a stranger.

    Raises
    ------
    InputError
        When it declares a document type.

    >>> parse(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", Path("a.docx"))
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: a.docx: declares a document type, as no office program does. Remedy: open it in Word \
or WPS and save it anew.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        raise InputError(
            Text("含文档类型声明，办公软件不会这样写", "declares a document type, as no office program does"),
            Text("在 Word 或 WPS 中打开后另存", "open it in Word or WPS and save it anew"),
            file=str(file),
        )
    return root


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace, which differs between Transitional and Strict files."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element along a path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def descendants(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """All elements of a name below an element, in order."""
    return (one for one in element.iter() if name_of(one) == name)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of an element, whatever its namespace; None where the element or the attribute is missing."""
    if element is None:
        return None
    return next((str(given) for key, given in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is set: it is there, and its value does not say otherwise."""
    return element is not None and (value(element) or "true").lower() not in ("0", "false", "off", "none")
