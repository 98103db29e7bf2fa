"""Export one layer of a plan to a file or a database."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

from yzgeo.core import plugins
from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Lang, Text, plain
from yzgeo.export.metadata import layer_metadata
from yzgeo.export.wording import in_words
from yzgeo.plan.model import Plan
from yzgeo.spatial.crs import parse

PACKAGE = "yzgeo.export.formats"
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:[^\\]*@|.*://", re.IGNORECASE | re.DOTALL)
KEYWORD = re.compile(
    r"(?:^|\s)(passw(?:or)?d|passfile|host|hostaddr|port|dbname|user|service|sslmode)\s*=", re.IGNORECASE
)
REPLACED = Parameter("if_exists", plain("replace"))


def export(
    plan: Plan, layer: str, output: str, crs_text: str | None, form: str | None, if_exists: str | None, lang: Lang
) -> list[Text]:
    """Write one layer; remarks for the user are returned.

    Parameters
    ----------
    plan, layer
        The plan and the name of one of `yzgeo/layers`.
    output
        A file, whose ending names the format, or an address such as postgresql://user@host/db?table=zones.
    crs_text
        As `crs.parse` takes it; None for the CRS of the format or of the plan.
    form
        The name of a format, or its ending without the dot; the output's ending must belong to it. None for the one
        that the output's ending names.
    if_exists
        fail, replace or append; None for the default: files are replaced, tables are not.
    lang
        Language of titles and descriptions in the file.

    Raises
    ------
    InputError
        When the layer is empty, the format or CRS unknown, or the output cannot be written.
    """
    refuse_address(output)
    form = form and (plugins.by_ending(PACKAGE, f".{form}") or form)  # gpkg is as good a name as geopackage
    exporter = plugins.load(PACKAGE, form) if form else by_output(output)
    crs = None if crs_text is None else parse(crs_text)
    module = plugins.load("yzgeo.layers", layer)
    frame = module.frame(plan)
    if frame.empty:
        raise InputError(
            Text(f"图层 {layer} 没有要素", f"the layer {layer} has no features"),
            Text("先填入或导入数据", "fill in or import data first"),
        )
    frame, metadata = in_words(module, frame, layer_metadata(plan, layer, frame, lang), plan, lang)
    remarks: list[Text]
    if hasattr(exporter, "SCHEMES"):
        remarks = exporter.write(frame, output, crs, metadata, if_exists or "fail")
        return remarks
    file = Path(output)
    if form is not None:
        _ending_fits(exporter, form, file)
    refuse_existing(file, if_exists)
    remarks = exporter.write(frame, file, crs, metadata)
    return [*remarks, Text(f"已写 {file}", f"wrote {file}")]


def refuse_address(output: str) -> None:
    """Refuse the address of a database that is none of yzgeo's, before it is taken, and shown, as the name of a file.

    Raises
    ------
    InputError
        For another scheme, or the keywords of PostgreSQL's own command; it tells none of it, as it may hold a password.

    >>> refuse_address("user=me/zones.csv")
    >>> refuse_address("host=db.example user=me password=secret")
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: this address of a database cannot be used. Remedy: write postgresql://user@host/database?table=NAME.
    """
    if output.startswith(
        tuple(scheme for one in plugins.discover(PACKAGE).values() for scheme in getattr(one, "SCHEMES", ()))
    ):
        return
    keywords = KEYWORD.findall(output)
    if ADDRESS.match(output) or len(keywords) > 1 or any(keyword.lower().startswith("pass") for keyword in keywords):
        raise InputError(
            Text("不能用这样的数据库地址", "this address of a database cannot be used"),
            Text("写成 postgresql://用户@主机/库?table=表", "write postgresql://user@host/database?table=NAME"),
        )


def by_output(output: str) -> ModuleType:
    """The format that the ending of a file or the beginning of an address names.

    The longest ending counts: `.shp.zip` before `.zip`.

    >>> print(by_output("data/zones.gpkg").TITLE.zh)
    GeoPackage（含样式、字段中文名、元数据）
    """
    for exporter in plugins.discover(PACKAGE).values():
        if any(output.startswith(scheme) for scheme in getattr(exporter, "SCHEMES", ())):
            return exporter
    return plugins.load(PACKAGE, plugins.form_of(PACKAGE, output))


def _ending_fits(exporter: ModuleType, form: str, file: Path) -> None:
    """Refuse an ending of another format, which would mislead every program that opens the file."""
    if file.exists() and not file.is_file() and not file.is_dir():
        return  # a pipe or /dev/stdout has no ending
    if not file.name.lower().endswith(exporter.SUFFIXES):
        raise InputError(
            Text(
                f"格式 {form} 的文件扩展名不是“{file.suffix}”",
                f"the ending '{file.suffix}' is not one of the format {form}",
            ),
            Text(
                f"扩展名用 {'、'.join(exporter.SUFFIXES)}，或不指明格式",
                f"use the ending {', '.join(exporter.SUFFIXES)}, or name no format",
            ),
            file=str(file),
            parameter=Parameter("format"),
        )


def refuse_existing(file: Path, if_exists: str | None) -> None:
    """Refuse to append to a file, or to replace one where the user wants that to fail.

    Raises
    ------
    InputError
        In these cases.
    """
    if if_exists == "append":
        raise InputError(
            Text("文件不能追加", "a file cannot be appended to"),
            Text("改为替换，或写入数据库", "replace it, or write into a database"),
            file=str(file),
            parameter=REPLACED,
        )
    if if_exists == "fail" and file.exists():
        raise InputError(
            Text("文件已存在", "the file exists already"),
            Text("换一个文件名，或改为替换", "choose another name, or replace it"),
            file=str(file),
            parameter=REPLACED,
        )
