"""The command `yzgeo`: thin, and nothing heavy is imported before a command needs it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

import yzgeo
from yzgeo import plugins
from yzgeo.errors import InputError
from yzgeo.i18n import LANGS, Lang, Text

if TYPE_CHECKING:
    from yzgeo.plan import Plan

Command = TypeVar("Command", bound=Callable[..., Any])

FOUND = 1
REFUSED = 2
PLAN_HELP = "Plan folder, or the name of a built-in plan. 规划文件夹，或内置规划的名称。"
LANG_HELP = "Language of what is written and shown. 输出语言。"


def main() -> None:
    """Run the command; a refusal is one message on standard error and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    cli()


def plan_option(command: Command) -> Command:
    """`--plan` and `--lang`, which every command on a plan has."""
    command = click.option(
        "--plan", "plan_name", default="yinzhou", show_default=True, metavar="DIR|NAME", help=PLAN_HELP
    )(command)
    return lang_option(command)


def lang_option(command: Command) -> Command:
    """`--lang`."""
    return click.option("--lang", type=click.Choice(LANGS), default="zh", show_default=True, help=LANG_HELP)(command)


def ledger_options(command: Command) -> Command:
    """`--parcels` and what tells how to read it."""
    for option in (
        click.option(
            "--as-of", metavar="DATE", help="Day up to which the ledger counts (YYYY-MM-DD). 统计截至日期。"
        ),
        click.option(
            "--crs", "crs_text", metavar="EPSG:…", help="CRS of the ledger, where it states none. 台账坐标系。"
        ),
        click.option(
            "--map",
            "mapped",
            multiple=True,
            metavar="OURS=THEIRS",
            help="Name of a column in the ledger, as in status=状态. 台账列名对应，可多次给出。",
        ),
        click.option(
            "--parcels",
            type=click.Path(exists=True, path_type=Path),
            metavar="FILE",
            help="Parcel ledger to count. 地块台账。",
        ),
    ):
        command = option(command)
    return command


class Refusing(click.Group):
    """Turns an InputError of any command into its message and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            click.echo(f"yzgeo: {error.message(_lang_of(sys.argv))}", err=True)
            ctx.exit(REFUSED)
        except KeyboardInterrupt:
            interrupted = Text("已中断，没有写入任何文件", "interrupted, nothing was written")
            click.echo(f"yzgeo: {interrupted.of(_lang_of(sys.argv))}", err=True)
            ctx.exit(REFUSED)


def _lang_of(arguments: list[str]) -> Lang:
    """The language asked for, read from the bare arguments since the command itself has failed."""
    joined = " ".join(arguments)
    return "en" if "--lang en" in joined or "--lang=en" in joined else "zh"


@click.group(cls=Refusing, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(yzgeo.__version__, "--version", prog_name="yzgeo")
def cli() -> None:
    """Turn a spatial plan into maps people open, figures they can trace and rules a script can check.

    把空间规划变成可离线打开的地图、可追溯的数字和可检查的规则。

    \b
    Example:
      yzgeo build                 everything, into maps/
      yzgeo check --plan my-plan  does the plan keep its own rules?
      yzgeo cite zone mingzhou    where does this figure come from?
    """


@cli.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("maps"),
    show_default=True,
    help="Folder to write into. 输出文件夹。",
)
@ledger_options
@click.option("--pdf", is_flag=True, help="Print the report to report.pdf, with Chromium, Chrome or Edge. 另出 PDF。")
@click.option(
    "--public",
    is_flag=True,
    help="An edition fit to leave the office: no parcels, no owners' addresses, coarse outlines. 公开版。",
)
@plan_option
def build(
    output: Path,
    parcels: Path | None,
    mapped: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    pdf: bool,
    public: bool,
    plan_name: str,
    lang: Lang,
) -> None:
    """Write the whole hand-over folder: map, report, data, statistics, findings, manifest.

    生成整套成果：地图、报告、数据、统计、检查结果与清单。

    \b
    Example:
      yzgeo build -o handover --lang en
      yzgeo build --parcels ledger.gpkg --map status=状态
      yzgeo build -o for-everyone --public --pdf
    """
    from yzgeo.build import build as build_all
    from yzgeo.public import public_edition

    plan = _with_ledger(plan_name, parcels, mapped, crs_text, as_of)
    edition = public_edition(plan) if public else plan
    click.echo(build_all(edition, output, lang, say=_say, ledger_file=parcels, pdf=pdf))


@cli.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(plugins.names("yzgeo.finding_formats")),
    default="text",
    show_default=True,
    help="How to print. 输出格式。",
)
@click.option("--select", default="", metavar="RULE,…", help="Run these rules only. 只运行这些规则。")
@click.option("--ignore", default="", metavar="RULE,…", help="Leave these rules out. 不运行这些规则。")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="warning",
    show_default=True,
    help="Exit with 1 from this severity up. 达到此级别即以 1 退出。",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write instead of standard output. 写入文件。",
)
@ledger_options
@plan_option
def check(
    form: str,
    select: str,
    ignore: str,
    fail_on: str,
    output: Path | None,
    parcels: Path | None,
    mapped: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    plan_name: str,
    lang: Lang,
) -> None:
    """Run the rules over a plan; exit code 1 when it breaks one.

    用规则检查规划；有违反时退出码为 1。

    \b
    Example:
      yzgeo check --select leading-industries
      yzgeo check --format json -o findings.json --fail-on never
    """
    from yzgeo.findings import run

    plan = _with_ledger(plan_name, parcels, mapped, crs_text, as_of)
    outcome = run(plan, _listed(select), _listed(ignore))
    renderer = plugins.load("yzgeo.finding_formats", form)
    terminal = {"colour": True} if form == "text" and output is None and sys.stdout.isatty() else {}
    _deliver(renderer.render(plan, outcome, lang, **terminal).encode("utf-8"), output)
    if fail_on != "never" and outcome.at_least("error" if fail_on == "error" else "warning"):
        sys.exit(FOUND)


@cli.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(plugins.names("yzgeo.statistic_formats")),
    default=None,
    help="How to print (default: by the file's ending, else text). 输出格式。",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write instead of standard output. 写入文件。",
)
@ledger_options
@plan_option
def stats(
    form: str | None,
    output: Path | None,
    parcels: Path | None,
    mapped: tuple[str, ...],
    crs_text: str | None,
    as_of: str | None,
    plan_name: str,
    lang: Lang,
) -> None:
    """Land-use and project statistics of a plan.

    用地与项目统计。

    \b
    Example:
      yzgeo stats
      yzgeo stats -o statistics.xlsx
      yzgeo stats --parcels ledger.gpkg --as-of 2025-06-30
    """
    from yzgeo.statistics import collect

    forms = plugins.names("yzgeo.statistic_formats")
    if form is None:
        ending = "" if output is None else output.suffix.lstrip(".").lower()
        form = {"txt": "text", "": "text"}.get(ending, ending)
        if form not in forms:
            raise plugins.unknown(form, forms)
    renderer = plugins.load("yzgeo.statistic_formats", form)
    if renderer.BINARY and output is None:
        raise InputError(
            Text(f"{form} 是二进制格式", f"{form} is a binary format"),
            Text("用 -o 给出文件名", "name a file with -o"),
        )
    plan = _with_ledger(plan_name, parcels, mapped, crs_text, as_of)
    _deliver(renderer.render(collect(plan), lang), output)


@cli.command("map")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("index.html"),
    show_default=True,
    help="File to write. 输出文件。",
)
@plan_option
def map_(output: Path, plan_name: str, lang: Lang) -> None:
    """Write the interactive map alone: one file that works offline.

    只生成交互地图：单个文件，可离线打开。

    \b
    Example:
      yzgeo map -o yinzhou.html --lang en
    """
    from yzgeo.page import render
    from yzgeo.plan import load
    from yzgeo.writing import write_text

    write_text(output, render(load(plan_name), lang))
    _say(Text(f"已写 {output}", f"wrote {output}").of(lang))


@cli.command()
@click.argument("parcels", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="File to write: .parquet, .csv, .geojson or .gpkg. 输出文件，按扩展名定格式。",
)
@click.option(
    "--id",
    "parcel_id",
    default="parcel_id",
    show_default=True,
    metavar="COLUMN",
    help="Column that names the parcels. 地块编号列。",
)
@click.option(
    "--zones",
    "zones_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Zones of a file instead of the plan's. 用此文件的片区，不用规划的。",
)
@click.option(
    "--zone-id",
    default="zone_id",
    show_default=True,
    metavar="COLUMN",
    help="Column that names the zones of --zones. 片区编号列。",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="This computer, or dask over many. 在本机或用 dask 计算。",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of a running dask cluster. 已有 dask 集群的地址。")
@plan_option
def assign(
    parcels: Path,
    output: Path,
    parcel_id: str,
    zones_file: Path | None,
    zone_id: str,
    engine: str,
    scheduler: str | None,
    plan_name: str,
    lang: Lang,
) -> None:
    """Write which parcel lies in which zone, and by how much.

    算出每个地块落在哪个片区、面积多少。

    PARCELS is a file, or a folder of GeoParquet. Columns written: parcel_id, zone_id, overlap_m2, share (of the
    parcel); a parcel in no zone has a row without zone_id. PARCELS 为地块文件，或 GeoParquet 文件夹。

    \b
    Example:
      yzgeo assign parcels.parquet -o overlaps.csv
      yzgeo assign dltb.gpkg --id BSM --zones zones.shp --zone-id name -o overlaps.gpkg
    """
    from yzgeo import progress
    from yzgeo.assignment import Engine, locally, write
    from yzgeo.parcel_files import opened, outlines
    from yzgeo.spatial.ground import prepare

    if scheduler and engine != "dask":
        raise InputError(
            Text("--scheduler 只用于 dask", "--scheduler is for dask"), Text("加 --engine dask", "add --engine dask")
        )
    source = opened(parcels, parcel_id)
    if zones_file is None:
        from yzgeo.plan import load

        zones = load(plan_name).zones
        ground = prepare(zones["zone_id"].tolist(), zones.geometry.to_numpy(), zones.crs, source.crs)
        if (zones["outline_basis"] == "schematic").any():
            _say(Text("片区为示意范围，结果也是示意的", "the outlines of zones are schematic, and so is the result").of(lang))
    else:
        file = opened(zones_file, zone_id)
        ground = prepare(*outlines(file), file.crs, source.crs)
    run: Engine = locally
    if engine == "dask":
        from yzgeo.dask_engine import on_cluster

        run = on_cluster(parcels, parcel_id, scheduler)
    with progress.interruptible(), progress.shown(source.rows, lang) as done:
        told = write(source, ground, output, run, done)
    for text in told:
        _say(text.of(lang))
    _say(Text(f"已写 {output}", f"wrote {output}").of(lang))


@cli.command()
@click.argument("layer", type=click.Choice(plugins.names("yzgeo.layers")))
@click.option(
    "-o",
    "--output",
    metavar="FILE|ADDRESS",
    required=True,
    help="File to write, its ending names the format; or postgresql://user@host/db?table=NAME. 输出文件或数据库。",
)
@click.option(
    "--crs",
    "crs_text",
    metavar="EPSG:…",
    help="CRS to write in: EPSG code, WKT, PROJ string or .prj file. 目标坐标系。",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(plugins.names("yzgeo.exporters")),
    help="Format, where the ending does not tell. 格式。",
)
@click.option(
    "--if-exists",
    type=click.Choice(["fail", "replace", "append"]),
    help="What to do with what is there already (files: replace; tables: fail). 已存在时如何处理。",
)
@plan_option
def export(
    layer: str,
    output: str,
    crs_text: str | None,
    form: str | None,
    if_exists: str | None,
    plan_name: str,
    lang: Lang,
) -> None:
    """Write one layer for another GIS or into a database.

    把一个图层导出给其他 GIS 或数据库。

    \b
    Example:
      yzgeo export zones -o zones.gpkg
      yzgeo export zones -o zones.shp --crs EPSG:4549
      yzgeo export projects -o postgresql://me@localhost/plan --if-exists replace
    """
    from yzgeo.export import export as export_one
    from yzgeo.plan import load

    for remark in export_one(load(plan_name), layer, output, crs_text, form, if_exists, lang):
        _say(remark.of(lang))


@cli.command()
@click.argument("what", nargs=-1)
@plan_option
def cite(what: tuple[str, ...], plan_name: str, lang: Lang) -> None:
    """Say where a figure comes from, with the plan's own words.

    说明一个数字的出处，并给出原文。WHAT 为类别与编号或名称；只给类别则列出全部。

    \b
    Example:
      yzgeo cite zone mingzhou
      yzgeo cite target low-efficiency-land
      yzgeo cite project
    """
    from yzgeo.citation import PACKAGE
    from yzgeo.citation import cite as cite_one
    from yzgeo.plan import load

    kinds = plugins.names(PACKAGE)
    if not what:
        for kind in kinds:
            title: Text = plugins.load(PACKAGE, kind).TITLE
            click.echo(f"{kind:10} {title.of(lang)}")
        return
    kind, wanted = what[0], " ".join(what[1:])
    if kind not in kinds:
        raise plugins.unknown(kind, kinds)
    plan = load(plan_name)
    if wanted:
        click.echo(cite_one(plan, kind, wanted, lang), nl=False)
        return
    for subject in plugins.load(PACKAGE, kind).subjects(plan):
        click.echo(f"{subject.id:32} {subject.name.of(lang)}")


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--like", metavar="DIR|NAME", help="Copy this plan instead of an empty one. 复制这个规划，而不是空的。")
@lang_option
def new(folder: Path, like: str | None, lang: Lang) -> None:
    """Make an empty, valid plan folder to fill in, or copy one.

    新建一个空的规划文件夹，供填写；或复制一个已有的。

    \b
    Example:
      yzgeo new haishu
      yzgeo new my-yinzhou --like yinzhou
    """
    from yzgeo.new import copy, create

    if like is not None:
        from yzgeo.plan import find_folder

        copy(find_folder(like), folder)
        _say(Text(f"已把 {like} 复制到 {folder}", f"copied {like} to {folder}").of(lang))
        return
    create(folder)
    _say(
        Text(
            f"已建 {folder}：填 datapackage.json 的规划名称与 zones.csv，放入 district.geojson，"
            f"然后 yzgeo build --plan {folder}",
            f"made {folder}: fill in the title in datapackage.json and zones.csv, put in district.geojson, "
            f"then yzgeo build --plan {folder}",
        ).of(lang)
    )


@cli.group("import")
def import_() -> None:
    """Bring official boundaries or a parcel ledger into a plan folder.

    Shapefile, GeoPackage, file geodatabase, GeoJSON, KML, DXF, GeoParquet, FlatGeobuf, Excel, CSV, and the cadastral
    point text file. All or nothing; the old files are kept, each value changed is told.

    把法定边界或地块台账导入规划文件夹。要么全部写入，要么不动；原文件保留，途中改动逐条可查。

    \b
    Example:
      yzgeo import zones boundaries.shp --into my-plan
      yzgeo import parcels ledger.xlsx --into my-plan --dry-run
    """


def import_options(command: Command) -> Command:
    """What `import zones` and `import parcels` share."""
    for option in (
        click.argument("file", type=click.Path(path_type=Path), metavar="FILE"),
        click.option(
            "--into",
            "folder",
            type=click.Path(path_type=Path),
            required=True,
            metavar="PLANDIR",
            help="Plan folder to change. 规划文件夹。",
        ),
        click.option(
            "--crs",
            metavar="EPSG:…",
            help="CRS of the file: EPSG code, WKT, PROJ string or pipeline, .prj file; outweighs the file. 文件的坐标系。",
        ),
        click.option(
            "--datum",
            type=click.Choice(["gcj02", "bd09"]),
            help="The coordinates are shifted as on web maps. 坐标为火星或百度坐标。",
        ),
        click.option(
            "--map", "pairs", multiple=True, metavar="OURS=THEIRS", help="The file's name of a column. 列的对应。"
        ),
        click.option("--layer", metavar="NAME", help="Layer or sheet, where there are several. 图层或工作表。"),
        click.option("--dry-run", is_flag=True, help="Show what would be done, change nothing. 只预览，不改动。"),
        lang_option,
    ):
        command = option(command)
    return command


@import_.command("zones")
@import_options
def import_zones(
    file: Path,
    folder: Path,
    crs: str | None,
    datum: str | None,
    pairs: tuple[str, ...],
    layer: str | None,
    dry_run: bool,
    lang: Lang,
) -> None:
    """Official boundaries of zones, found by their id or name; other zones keep their outline.

    导入片区的法定边界，按代码或名称对应；文件中没有的片区保留原有范围。

    \b
    Example:
      yzgeo import zones boundaries.shp --into my-plan --map name=片区名称
      yzgeo import zones boundaries.dxf --into my-plan --crs EPSG:4549 --dry-run
    """
    _import("zones", folder, (file, _mapping(pairs), crs, datum, layer), dry_run, lang)


@import_.command("parcels")
@import_options
def import_parcels(
    file: Path,
    folder: Path,
    crs: str | None,
    datum: str | None,
    pairs: tuple[str, ...],
    layer: str | None,
    dry_run: bool,
    lang: Lang,
) -> None:
    """A ledger of parcels; columns are found by what offices call them.

    导入地块台账；列按常用名称自动对应，也可用 --map 指明。

    \b
    Example:
      yzgeo import parcels ledger.xlsx --into my-plan --dry-run
      yzgeo import parcels parcels.shp --into my-plan --map parcel_id=宗地代码 --map area_mu=面积
    """
    _import("parcels", folder, (file, _mapping(pairs), crs, datum, layer), dry_run, lang)


def _import(kind: str, folder: Path, said: tuple[Any, ...], dry_run: bool, lang: Lang) -> None:
    from yzgeo import imports
    from yzgeo.plan import load

    given = imports.Given(*said)
    plan = load(imports.writable(folder))
    prepared = imports.zones(plan, given) if kind == "zones" else imports.parcels(plan, given)
    click.echo(imports.shown(prepared, lang))
    for doubt in prepared.doubts:
        _say(Text(f"注意：{doubt.zh}。", f"Note: {doubt.en}.").of(lang))
    if dry_run:
        _say(
            Text(
                "只是预览，没有改动；去掉 --dry-run 即导入",
                "a preview, nothing is changed; leave --dry-run out to import",
            ).of(lang)
        )
        return
    kept = imports.apply(folder, given, prepared, lang)
    _say(Text(f"已导入 {folder}", f"imported into {folder}").of(lang))
    for name in kept:
        _say(Text(f"原文件保留为 {folder / name}", f"the old file is kept as {folder / name}").of(lang))


def _mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    """Our column names and the file's, from OURS=THEIRS."""
    for pair in pairs:
        if not all(part.strip() for part in pair.partition("=")):
            raise InputError(
                Text(f"“--map {pair}”写法不对", f"'--map {pair}' is not as it should be"),
                Text(
                    "写成 --map 我方列=对方列，如 --map parcel_id=宗地代码",
                    "write --map OURS=THEIRS, such as --map parcel_id=宗地代码",
                ),
            )
    return {ours.strip(): theirs.strip() for ours, _, theirs in (pair.partition("=") for pair in pairs)}


@cli.command()
@click.argument("old_name", metavar="OLD")
@click.argument("new_name", metavar="NEW")
@click.option(
    "--format",
    "form",
    type=click.Choice(plugins.names("yzgeo.difference_formats")),
    default=None,
    help="How to print (default: by the file's ending, else text). 输出格式。",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write instead of standard output. 写入文件。",
)
@lang_option
def diff(old_name: str, new_name: str, form: str | None, output: Path | None, lang: Lang) -> None:
    """What changed from one plan to another: folders, or names of built-in plans.

    对比两份规划：片区、面积、园区、产业、项目、目标与范围的增减。

    \b
    Example:
      yzgeo diff plan-2021 plan-2023
      yzgeo diff plan-2021 plan-2023 -o outlines.geojson
    """
    from yzgeo.changes import compare
    from yzgeo.plan import load

    if form is None:
        endings = {one.SUFFIX: name for name, one in plugins.discover("yzgeo.difference_formats").items()}
        form = "text" if output is None else endings.get(output.suffix.lower())
        if form is None:
            raise plugins.unknown(output.suffix if output else "", endings)
    old, new = load(old_name), load(new_name)
    renderer = plugins.load("yzgeo.difference_formats", form)
    _deliver(renderer.render(old, new, compare(old, new), lang).encode("utf-8"), output)


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _with_ledger(
    plan_name: str, parcels: Path | None, mapped: tuple[str, ...], crs_text: str | None, as_of: str | None
) -> Plan:
    """The plan, with the ledger of a file where one is given, as of a day where one is named."""
    from yzgeo import ledger
    from yzgeo.plan import load, up_to, with_parcels

    plan = load(plan_name)
    if parcels is not None:
        plan = with_parcels(plan, ledger.read(parcels, mapping=_mapping(mapped), crs=crs_text))
    return plan if as_of is None else up_to(plan, as_of)


def _say(message: str) -> None:
    click.echo(message, err=True)


def _deliver(content: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(content, nl=False)
        return
    from yzgeo.writing import write_bytes

    write_bytes(output, content)
