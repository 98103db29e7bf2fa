"""The command `import`: boundaries, a parcel ledger, constraints, a ground or a workbook into a plan folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from yzgeo.cli.option_names import command_words, shown
from yzgeo.cli.options import (
    Command,
    deliver,
    lang_option,
    mapping,
    named_pairs,
    refuse_inputs,
    say,
    show,
    status_option,
    statuses_of,
)
from yzgeo.core.errors import InputError, all_of
from yzgeo.core.i18n import Lang, Text

if TYPE_CHECKING:
    from yzgeo.plan.import_facts import Steps
    from yzgeo.plan.import_files import ImportRequest, PreparedImport
    from yzgeo.plan.model import Plan


@click.group("import")
def command() -> None:
    """Bring official boundaries, the district's own, a parcel ledger, constraints, a ground or a workbook into a plan folder.

    Shapefile, GeoPackage, file geodatabase, GeoJSON, KML, DXF, GeoParquet, FlatGeobuf, Excel, CSV, and the cadastral
    point text file. All or nothing; the old files are kept, each changed value is logged.

    把法定边界、地块台账、管控范围、底图或填好的工作簿导入规划文件夹。要么全部写入，要么不动；原文件保留，途中改动逐条可查。

    \b
    Example:
      yzgeo import zones boundaries.shp --into my-plan
      yzgeo import parcels ledger.xlsx --into my-plan --dry-run
      yzgeo import constraints 永久基本农田.shp --kind 永久基本农田 --into my-plan
      yzgeo import ground zhejiang-latest.osm.pbf --into my-plan
      yzgeo import plan plan.xlsx --into my-plan
    """


FILE = click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
INTO = click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PLANDIR",
    help="Plan folder to change. 规划文件夹。",
)
DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would be done, change nothing. 只预览，不改动。")


CRS = click.option(
    "--crs",
    metavar="EPSG:…",
    help="CRS of the file: EPSG code, WKT, PROJ string or pipeline, .prj file; outweighs the file. 文件的坐标系。",
)
DATUM = click.option(
    "--datum",
    type=click.Choice(["gcj02", "bd09"]),
    help="The coordinates are shifted as on web maps. 坐标为火星或百度坐标。",
)
MAP = click.option(
    "--map", "pairs", multiple=True, metavar="OURS=THEIRS", help="The file's name of a column. 列的对应。"
)


STATUS_OPTION = "--status"
KEPT = "yzgeo.preview"
"""Where a click context keeps that a preview is wanted, and the page to write it to."""


def _kept(context: click.Context, option: click.Parameter, value: object) -> object:
    """Keep an option of the preview where `_preview_wanted` finds it: it is none of what an import is asked for."""
    context.meta.setdefault(KEPT, {})[option.name] = value
    return value


OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    expose_value=False,
    callback=_kept,
    metavar="FILE.html",
    help="With --preview: write it as an offline page, too. 预览另存为离线网页。",
)
PREVIEW = click.option(
    "--preview",
    is_flag=True,
    expose_value=False,
    callback=_kept,
    help="Show how each column, unit, status and CRS is understood, write nothing into the plan; "
    "exit code 2 where the import would be refused. 逐项预览各列、单位、状态、坐标系读作什么，不写入；不能导入时退出码为 2。",
)


def import_options(command: Command) -> Command:
    """Options of the imports of one file."""
    for option in (
        OUTPUT,
        PREVIEW,
        FILE,
        INTO,
        CRS,
        DATUM,
        MAP,
        click.option("--layer", metavar="NAME", help="Layer or sheet, where there are several. 图层或工作表。"),
        DRY_RUN,
        lang_option,
    ):
        command = option(command)
    return command


@command.command("zones")
@import_options
@click.option("--create", is_flag=True, help="Make zones of the features that are none yet. 规划中没有的，新建为片区。")
def import_zones(
    file: Path,
    folder: Path,
    crs: str | None,
    datum: str | None,
    pairs: tuple[str, ...],
    layer: str | None,
    create: bool,
    dry_run: bool,
    lang: Lang,
) -> None:
    """Official boundaries of zones, found by their id or name; other zones keep their outline.

    With --create each feature of another name becomes a zone. Its name is found by the usual headers, its kind and
    area only by --map; the area is what the plan states, its unit stands in the header or in a column. Their source
    is a clause that names the file, to be replaced by the plan's own.

    导入片区的法定边界，按代码或名称对应；文件中没有的片区保留原有范围。给出 --create，规划中没有的名称新建为片区；
    类别、面积等须用 --map 指明，面积应是规划所载的数。

    \b
    Example:
      yzgeo import zones boundaries.shp --into my-plan --map name=片区名称
      yzgeo import zones boundaries.dxf --into my-plan --crs EPSG:4549 --dry-run
      yzgeo import zones zones.gpkg --create --into my-plan --map area=面积（公顷） --map kind=类别
    """
    from yzgeo.plan import import_files

    request = (file, mapping(pairs), crs, datum, layer)
    _import(partial(import_files.zones, create=create), folder, request, dry_run, lang)


@command.command("district")
@import_options
@click.option(
    "--feature",
    "features",
    multiple=True,
    metavar="NAME|CODE",
    help="Feature that is the district, or one of several that make it. 哪个要素是这个区，可多次给出。",
)
@click.option("--dissolve", is_flag=True, help="All features together are the district. 全部要素合并为这个区。")
def import_district(
    file: Path,
    folder: Path,
    crs: str | None,
    datum: str | None,
    pairs: tuple[str, ...],
    layer: str | None,
    features: tuple[str, ...],
    dissolve: bool,
    dry_run: bool,
    lang: Lang,
) -> None:
    """The boundary of the plan's district, in the place of the one it has.

    Of several features those are taken that have the plan's district code or name, or that --feature names.

    导入规划所在行政区的界线，替换原有的。文件有几个要素时，取代码或名称与规划的行政区相同的，或用 --feature 指明。

    \b
    Example:
      yzgeo import district 鄞州区.shp --into my-plan
      yzgeo import district 宁波市.gpkg --into my-plan --feature 330212
      yzgeo import district 镇街.shp --into my-plan --dissolve --dry-run
    """
    from yzgeo.plan import import_district as district

    request = (file, mapping(pairs), crs, datum, layer)
    _import(partial(district.prepare, features=features, dissolve=dissolve), folder, request, dry_run, lang)


@command.command("parcels")
@click.argument("files", type=click.Path(path_type=Path), metavar="FILE...", nargs=-1, required=True)
@INTO
@CRS
@DATUM
@MAP
@click.option(
    "--layer",
    "layers",
    multiple=True,
    metavar="NAME",
    help="Layer or sheet; may be given again. 图层或工作表，可多次。",
)
@click.option("--all-layers", is_flag=True, help="All layers or sheets with content. 读入全部有内容的图层或工作表。")
@status_option
@click.option(
    "--shapes",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Shapes of the parcels, joined by number; may be given again. 地块图形，按编号对应，可多次。",
)
@click.option("--shapes-layer", metavar="NAME", help="Layer of the file of shapes. 图形文件的图层。")
@click.option("--unite", is_flag=True, help="Several shapes of one number are one parcel. 同号的几个图形合为一个地块。")
@click.option(
    "--unmatched",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="Write all rows and shapes without their other half. 把没有对应的行和图形全部写入这个表。",
)
@click.option("--add", is_flag=True, help="Keep the plan's ledger, add to it. 并入规划已有的台账。")
@click.option("--replace", is_flag=True, help="Of one number the later row counts. 同号以后来的为准。")
@click.option("--skip", is_flag=True, help="Of one number the earlier row counts. 同号以先有的为准。")
@PREVIEW
@OUTPUT
@DRY_RUN
@lang_option
def import_parcels(
    files: tuple[Path, ...],
    folder: Path,
    pairs: tuple[str, ...],
    statuses: tuple[str, ...],
    unmatched: Path | None,
    replace: bool,
    skip: bool,
    dry_run: bool,
    lang: Lang,
    **given: Any,
) -> None:
    """A ledger of parcels, of one file or several; columns are found by what offices call them.

    Columns that yzgeo does not know are kept. A ledger without shapes is joined with those of --shapes by number:
    blanks, full-width digits and zeros that a spreadsheet dropped make no difference; what did not match is listed.
    With several files --map may name one column of ours for each, as in --map parcel_id=宗地号 --map parcel_id=DKBH.

    导入地块台账，可以是几个文件；列按常用名称自动对应，也可用 --map 指明，其余各列原样保留。
    台账没有图形时，用 --shapes 按编号对应图形，没有对应上的逐一列出。--add 并入已有台账，同号的须指明
    --replace 或 --skip。

    \b
    Example:
      yzgeo import parcels ledger.xlsx --into my-plan --preview -o preview.html
      yzgeo import parcels parcels.shp --into my-plan --map parcel_id=宗地代码 --map area_mu=面积
      yzgeo import parcels 台账.xlsx --shapes 图斑.shp --into my-plan --unmatched 未对应.csv
      yzgeo import parcels 新增.xlsx --into my-plan --add --replace
    """
    from yzgeo.core.atomic_write import write_bytes
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.plan import import_files, import_ledger
    from yzgeo.plan.load import load

    if replace and skip:
        raise InputError(
            Text("--replace 和 --skip 只能取其一", "--replace and --skip contradict each other"),
            Text("去掉其中一个", "leave one of them out"),
        )
    shapes: tuple[Path, ...] = given["shapes"]
    for file in (*files, *shapes):
        refuse_unprintable(file)
    several = len(files) > 1 or bool(shapes) or given["all_layers"] or len(given["layers"]) > 1
    named = named_pairs(pairs)
    if not several:
        named = list(mapping(pairs).items())
    request = import_ledger.LedgerRequest(
        files,
        tuple(named),
        statuses=statuses_of(statuses),
        same="replace" if replace else "skip" if skip else None,
        **given,
    )
    preview = _preview_wanted()
    if preview is not None and unmatched is not None:
        raise InputError(
            Text("--preview 不写 --unmatched 的表", "--preview does not write the table of --unmatched"),
            Text("改用 --dry-run，或去掉 --unmatched", "use --dry-run, or leave --unmatched out"),
        )
    plan = load(import_files.writable(folder))
    if preview is not None:
        prepare = partial(import_ledger.prepare, plan, request)
        _preview(lambda parts: prepare(steps=parts), plan, request.of_files(), preview, lang)
        return
    if unmatched is not None:
        refuse_inputs(unmatched, [plan], [*files, *shapes])
    prepared, without = import_ledger.prepare(plan, request)
    _finish(folder, request.of_files(), prepared, dry_run, lang)
    if unmatched is not None:
        write_bytes(unmatched, import_ledger.unmatched_csv(without, lang))
        say(
            Text(
                f"没有对应的 {len(without)} 个已写入 {unmatched}",
                f"wrote {len(without)} without their other half to {unmatched}",
            ).of(lang)
        )


@command.command("constraints")
@import_options
@click.option(
    "--kind",
    metavar="KIND",
    help="永久基本农田, 生态保护红线, 城镇开发边界, 工业控制线, …, or its code; or any other name; without it, what "
    "a column of the file says. 种类，名称或代码；不给则按文件中种类一列。",
)
@click.option("--forbids", is_flag=True, help="Nothing of the plan may lie on it. 禁止占用。")
@click.option("--must-hold", is_flag=True, help="The plan's land must lie in it. 应在其内。")
@click.option("--basis", metavar="TEXT", help="The law or standard, where it is not that of the kind. 依据。")
def import_constraints(
    file: Path,
    folder: Path,
    crs: str | None,
    datum: str | None,
    pairs: tuple[str, ...],
    layer: str | None,
    kind: str | None,
    forbids: bool,
    must_hold: bool,
    basis: str | None,
    dry_run: bool,
    lang: Lang,
) -> None:
    """Land that forbids building or must hold it; rules then tell what lies on the one or outside the other.

    Those of the kind that the plan has give way, those of other kinds stay. A kind of one's own needs --forbids or
    --must-hold. Where a column of the file states the kinds, leave --kind out; or take one of them by it.

    导入管控范围：永久基本农田、生态保护红线、城镇开发边界、工业控制线等。同一种类的替换原有的，其他种类不动；
    自定的种类须给出 --forbids（禁止占用）或 --must-hold（应在其内）。文件有种类一列的，不必给 --kind；给出则只取其一。

    \b
    Example:
      yzgeo import constraints 永久基本农田.shp --kind 永久基本农田 --into my-plan
      yzgeo import constraints 三线.gpkg --into my-plan --map kind=管控类型 --preview
      yzgeo import constraints boundary.gpkg --kind urban-development-boundary --into my-plan --dry-run
      yzgeo import constraints 军事.geojson --kind 军事禁区 --forbids --basis 军事设施保护法 --into my-plan
    """
    from yzgeo.plan import import_constraints as constraints
    from yzgeo.plan.constraint_kinds import Effect

    if forbids and must_hold:
        raise InputError(
            Text("--forbids 与 --must-hold 不能同用", "--forbids and --must-hold exclude each other"),
            Text("只给其一", "give one of them"),
        )
    effect: Effect | None = "forbids" if forbids else "must_hold" if must_hold else None
    request = (file, mapping(pairs), crs, datum, layer)
    _import(partial(constraints.prepare, kind=kind, effect=effect, basis=basis), folder, request, dry_run, lang)


@command.command("ground")
@click.argument("files", type=click.Path(path_type=Path), metavar="FILE...", nargs=-1, required=True)
@INTO
@click.option(
    "--source", metavar="TEXT", help="Whose data it is; needed but for OpenStreetMap. 数据来源，必填（OSM 除外）。"
)
@click.option("--licence", metavar="NAME", help="Its licence, as in CC-BY-4.0. 许可。")
@click.option("--attribution", metavar="TEXT", help="How its owner is to be named on the map. 图上的署名。")
@click.option("--accuracy", "accuracy_m", type=float, metavar="METRES", help="By how far it may be off. 精度（米）。")
@click.option("--schematic", is_flag=True, help="The shapes only say where about. 只是示意。")
@click.option(
    "--layer",
    metavar="NAME[=THEIRS]",
    help="neighbours, water, rivers, roads, rail, stations or towns; THEIRS is the file's own layer. 底图的哪一层。",
)
@click.option(
    "--class", "klass", metavar="NAME", help="Class of all features, as in sea, lake, motorway. 全部要素的类别。"
)
@click.option("--add", is_flag=True, help="Keep what the layer has. 不替换原有要素，只添加。")
@click.option(
    "--tolerance",
    "tolerance_m",
    type=float,
    default=10.0,
    show_default=True,
    metavar="METRES",
    help="Simplify lines and borders by so much. 简化容差（米）。",
)
@CRS
@DATUM
@MAP
@DRY_RUN
@lang_option
def import_ground(
    files: tuple[Path, ...],
    folder: Path,
    pairs: tuple[str, ...],
    dry_run: bool,
    lang: Lang,
    **given: Any,
) -> None:
    """What the map shows under the plan: water, rivers, roads, railways, stations, towns, neighbours.

    An OpenStreetMap extract is taken apart by its tags; other files are one layer each, told by name and geometry or
    by --layer. All is cut at the district's surroundings and simplified; names are kept. A grid of heights (ESRI
    ASCII, .asc) becomes the relief.

    导入底图：水面、河流、道路、轨道、车站、城镇、邻区。OpenStreetMap 数据按标签分层；其他文件每个一层，
    按名称与几何判断，或用 --layer 指明。裁到区界四周并简化，名称照留。高程栅格（ESRI ASCII，.asc）作地形。

    \b
    Example:
      yzgeo import ground zhejiang-latest.osm.pbf --into my-plan --dry-run
      yzgeo import ground 水系面.shp 道路.shp --into my-plan --source 市自然资源和规划局2025年底图
      yzgeo import ground base.gpkg --layer water=HYDA --class lake --into my-plan --source 测绘院
    """
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.plan import import_files
    from yzgeo.plan import import_ground as ground
    from yzgeo.plan.load import load

    for file in files:
        refuse_unprintable(file)
    request = ground.GroundRequest(files, mapping=mapping(pairs), **given)
    plan = load(import_files.writable(folder))
    _finish(folder, request.of_file(), ground.prepare(plan, request), dry_run, lang)


@command.command("plan")
@FILE
@INTO
@DRY_RUN
@lang_option
def import_plan(file: Path, folder: Path, dry_run: bool, lang: Lang) -> None:
    """A workbook of `export plan`, filled in; a folder that is not there yet is made.

    把 export plan 导出、填好的工作簿取回规划文件夹；文件夹不存在则新建。没有工作表的表不动；有错一次列出全部，一处也不写。

    \b
    Example:
      yzgeo import plan plan.xlsx --into my-plan --dry-run
      yzgeo import plan plan.xlsx --into my-plan
    """
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.plan.import_files import ImportRequest
    from yzgeo.plan.workbook import take_back

    refuse_unprintable(file)
    refuse_unprintable(folder)
    _finish(folder, ImportRequest(file, {}), take_back.prepare(folder, file), dry_run, lang)


def _import(
    prepare: Callable[..., PreparedImport],
    folder: Path,
    arguments: tuple[Any, ...],
    dry_run: bool,
    lang: Lang,
) -> None:
    from yzgeo.core.output_guard import refuse_unprintable
    from yzgeo.plan import import_files
    from yzgeo.plan.load import load

    refuse_unprintable(arguments[0])
    request = import_files.ImportRequest(*arguments)
    preview = _preview_wanted()
    plan = load(import_files.writable(folder))
    if preview is not None:
        name = request.file.name
        _preview(lambda parts: prepare(plan, request, steps=parts.setdefault(name, {})), plan, request, preview, lang)
        return
    _finish(folder, request, prepare(plan, request), dry_run, lang)


class _Preview(NamedTuple):
    """A preview that is wanted, and the page to write it to."""

    output: Path | None


def _preview_wanted() -> _Preview | None:
    kept = click.get_current_context().meta.get(KEPT, {})
    if kept.get("preview"):
        return _Preview(kept.get("output"))
    if kept.get("output") is not None:
        raise InputError(
            Text("-o 只写预览的网页", "-o writes the page of a preview only"),
            Text("加上 --preview，或去掉 -o", "give --preview, too, or leave -o out"),
        )
    return None


def _preview(
    prepare: Callable[[dict[str, Steps]], object], plan: Plan, request: ImportRequest, preview: _Preview, lang: Lang
) -> None:
    """Show how each file, layer or sheet is understood, and raise the refusal of the import where there is one.

    `prepare` fills the steps of each, by what messages call it.
    """
    from yzgeo.plan import import_facts
    from yzgeo.publish.preview.table import table

    output = preview.output
    refuse_inputs(output, [plan], [request.file, *request.others])
    parts: dict[str, Steps] = {}
    refusal = None
    try:
        prepare(parts)
    except InputError as error:
        if not any("source" in steps for steps in parts.values()):
            raise
        refusal = error
    refused = {} if refusal is None else _by_part(refusal, list(parts))
    facts = [import_facts.facts(label, steps, refused.get(label)) for label, steps in parts.items()]
    context = click.get_current_context()
    for of_part in facts:
        show(table(of_part, lang, shown))
        for doubt in of_part.doubts:
            told = shown(doubt, lang)
            zh, en = (f"{of_part.file}：", f"{of_part.file}: ") if len(facts) > 1 else ("", "")
            say(Text(f"注意：{zh}{told}。", f"Note: {en}{told}.").of(lang))
    if output is not None:
        from yzgeo.publish.preview.render import render

        words = command_words(context, ("dry_run", "lang"))
        page = render(plan, facts, words, lang, shown, STATUS_OPTION)
        deliver(page.encode("utf-8"), output)
        say(Text(f"已写 {output}：在浏览器中打开", f"wrote {output}: open it in a browser").of(lang))
    if refusal is not None:
        raise refusal
    say(Text("只是预览，什么都没有写入", "a preview, nothing is written").of(lang))


def _by_part(refusal: InputError, labels: Sequence[str]) -> dict[str, InputError]:
    """What is refused of each part: of the one that is named, else of the last one, which ended the import."""
    refused: dict[str, list[InputError]] = {}
    for one in (refusal.at(), *refusal.others):
        file = one.file or ""
        label = next((label for label in labels if label in (file, Path(file).name)), labels[-1])
        refused.setdefault(label, []).append(one)
    return {label: all_of(some) for label, some in refused.items()}


def _finish(folder: Path, request: ImportRequest, prepared: PreparedImport, dry_run: bool, lang: Lang) -> None:
    """Show a prepared import and its doubts, and unless it is a dry run carry it out."""
    from yzgeo.plan import import_files

    show(import_files.preview_text(prepared, lang))
    for doubt in prepared.doubts:
        told = shown(doubt, lang)
        say(Text(f"注意：{told}。", f"Note: {told}.").of(lang))
    if dry_run:
        say(
            Text(
                "只是预览，没有改动；去掉 --dry-run 即导入",
                "a preview, nothing is changed; leave --dry-run out to import",
            ).of(lang)
        )
        return
    if not prepared.files:
        say(Text(f"{folder} 没有改动", f"nothing changes in {folder}").of(lang))
        return
    backups = import_files.apply(folder, request, prepared, lang)
    say(Text(f"已导入 {folder}", f"imported into {folder}").of(lang))
    for name in backups:
        say(Text(f"原文件保留为 {folder / name}", f"the old file is kept as {folder / name}").of(lang))
