"""The main job: everything that one hands over, in one folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from yzgeo.checks.finding import Outcome
from yzgeo.checks.packs import folder as packs
from yzgeo.checks.summary import summary
from yzgeo.core import plugins
from yzgeo.core.atomic_write import json_text
from yzgeo.core.i18n import NOTHING, Lang, Text
from yzgeo.core.output_guard import GROUND, RULES, refuse_output
from yzgeo.core.version import __version__
from yzgeo.core.visible_text import one_line
from yzgeo.plan import attribution
from yzgeo.plan.missing import EMPTY, is_empty, missing
from yzgeo.plan.model import Plan
from yzgeo.plan.public_edition import MARK
from yzgeo.plan.transaction import valid_files, valid_files_in
from yzgeo.publish.context import BuildContext, build_context
from yzgeo.publish.delivery import deliver
from yzgeo.publish.pdf import browser, print_page
from yzgeo.stats import recovery
from yzgeo.stats.landuse.result import Result as LandAccounts

NOTE = "使用说明.txt"
MANIFEST = "data/manifest.json"
REPORT = "report.html"
PRINTED = {
    "report.html": ("report.pdf", Text("报告的 PDF", "the report as PDF")),
    "board.html": ("board.pdf", Text("一览图的 PDF，A3 一页", "the sheet as PDF, one page A3")),
}
"""What is printed to PDF, and as what."""
SHOWN_CHARACTERS = 44
SHOWN_RULES = 10
"""How much of a finding, and how many rules, the closing message shows, so that it fits one screen; `check`, the map
and the report show all."""


def build(
    plan: Plan,
    folder: Path,
    lang: Lang,
    say: Callable[[str], None],
    *,
    ledger_file: Path | None = None,
    pdf: bool = False,
    inputs: Iterable[Path] = (),
    force: bool = False,
    rule_packs: Collection[str | Path] = (),
    land: LandAccounts | None = None,
    surveys: Sequence[Path] = (),
) -> str:
    """Write the hand-over folder and tell in one screen what it holds.

    Everything is made before anything is written, and all is written or nothing (see `delivery`).
    The same plan gives the same bytes.

    Parameters
    ----------
    plan
        The plan.
    folder
        Where to write; other files there are left alone, but for those of an earlier build.
    lang
        Language of the page's first view, the workbook and the note.
    say
        Takes a line of progress.
    ledger_file
        The file that the plan's ledger was read from, where that is none of the plan folder.
    pdf
        Print the report and the sheet to `report.pdf` and `board.pdf` too, which needs a browser.
    inputs
        Files that were read, and so are never written.
    force
        Replace files in the folder that yzgeo did not write; a copy of each stays in `previous/`.
    rule_packs
        Rules beside yzgeo's and the plan's own (see `checks.run.run`).
    land, surveys
        Accounts of a land survey for the report (see `stats.landuse.run.landuse`), and the files that they are made of;
        a public edition leaves them out.

    Raises
    ------
    InputError
        When there is no browser for the PDF, or the files cannot be written (see `deliver`).

    Returns
    -------
    str
        What was made and what was found.
    """
    refuse_output(folder / REPORT, inputs)  # there is no use in working for nothing
    if pdf:
        browser()
    if plan.edition == "public":
        land, surveys = None, ()
    context = build_context(plan, lang, say, rule_packs, land)
    say(Text("绘制地图与各类成果 …", "drawing the map and the rest …").of(lang))
    files: dict[str, bytes] = {}
    purposes: dict[str, Text] = {}
    for output in plugins.discover("yzgeo.publish.outputs").values():
        files |= output.files(context)
        purposes |= output.PURPOSES
    if pdf:
        say(Text("打印报告与一览图 …", "printing the report and the sheet …").of(lang))
        for page, (printed, purpose) in PRINTED.items():
            files[printed] = print_page(files[page], plan.particulars.get("issued") or "")
            purposes[printed] = purpose
    files = {name: files[name] for name in sorted(files, key=lambda name: (name.count("/"), name))}
    empty = {f"data/{name}.geojson" for name, frame in context.frames.items() if frame.empty}
    told = {name: _empty(purposes[name]) if name in empty else purposes.get(name, NOTHING) for name in files}
    files[NOTE] = note(plan, told, lang).encode("utf-8")
    purposes[NOTE] = Text("给读者的说明", "a note for the reader")
    files[MANIFEST] = json_text(manifest(plan, context.outcome, files, ledger_file, rule_packs, surveys)).encode(
        "utf-8"
    )
    purposes[MANIFEST] = Text("清单：版本与校验和", "versions and checksums")
    delivered = deliver(files, folder, MANIFEST, inputs=inputs, force=force)
    for copy in delivered.copies:
        say(Text(f"原文件保留为 {folder / copy}", f"the old file is kept as {folder / copy}").of(lang))
    for name in delivered.changed:
        left = Text(
            f"{folder / name} 出自上次生成，后被改过：未删",
            f"{folder / name} is of an earlier build and was changed since: left as it is",
        )
        say(left.of(lang))
    return closing(context, folder, files, purposes)


def manifest(
    plan: Plan,
    outcome: Outcome,
    files: dict[str, bytes],
    ledger_file: Path | None = None,
    rule_packs: Collection[str | Path] = (),
    surveys: Sequence[Path] = (),
) -> dict[str, Any]:
    """The contents of the manifest: versions and SHA-256 of every input and output."""
    inputs = {name: file for name, file in valid_files(plan.folder).items() if not name.startswith(".")}
    inputs |= {f"{GROUND}/{name}": file for name, file in valid_files_in(plan.folder, GROUND).items()}
    own = plan.folder / RULES / packs.LIMITS
    for file in dict.fromkeys([*([own] if own.is_file() else []), *packs.files(rule_packs)]):
        inputs[f"{RULES}/{'' if file == own else f'{file.parent.name}/'}{file.name}"] = file
    if ledger_file is not None:
        parts = sorted(file for file in _parts(ledger_file) if file.is_file())
        named = {file.relative_to(ledger_file.parent).as_posix(): file for file in parts}
        clash = not named.keys().isdisjoint(inputs)  # a ledger may be called as a table of the plan is
        inputs |= {f"ledger/{name}" if clash else name: file for name, file in named.items()}
    for number, survey in enumerate(surveys, start=1):
        parts = sorted(file for file in _parts(survey) if file.is_file())
        inputs |= {f"landuse/{number}/{file.relative_to(survey.parent).as_posix()}": file for file in parts}
    return {
        "yzgeo": __version__,
        "edition": plan.edition,
        **({"invented_note": recovery.INVENTED} if recovery.is_invented(plan) else {}),
        "plan": {"name": plan.name, "title": plan.particulars["title"], "version": plan.particulars.get("version")},
        "rules": [state.rule for state in outcome.rules],
        "inputs": {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in inputs.items()},
        "outputs": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }


def note(plan: Plan, purposes: dict[str, Text], lang: Lang) -> str:
    """The text for whoever is handed the folder."""
    outlines = _outlines(plan)
    data = {name.removeprefix("data/"): purpose for name, purpose in purposes.items() if name.startswith("data/")}
    pages = {name: purpose for name, purpose in purposes.items() if name != NOTE and "/" not in name}
    public = plan.edition == "public"
    sources = _sources(plan)
    zh = [
        one_line(plan.title("zh")),
        *([MARK.zh, "不含地块与业主地址；片区范围已概化，坐标取至 0.0001 度。"] if public else []),
        "",
        "一、打开地图：双击 index.html。无需联网，无需安装；Chrome、Edge、Firefox 的近年版本均可。"
        "整个文件夹可拷到 U 盘或发给他人，请保持其中文件的相对位置。",
        *(f"　　{name}：{purpose.zh}" for name, purpose in pages.items()),
        "二、data 文件夹（供 GIS 与程序使用）：",
        *(f"　　{name}：{purpose.zh}" for name, purpose in data.items()),
        f"三、{outlines.zh}",
        "四、数字均取自规划原文，地图上点击条文编号可查看原文。",
        "五、GeoJSON 为 WGS 84 经纬度；原始数据为 CGCS2000（EPSG:4490），二者相差厘米级。",
        f"六、{sources.zh}",
    ]
    en = [
        one_line(plan.title("en")),
        *(
            [
                MARK.en,
                "Without parcels and owners' addresses; outlines generalised, coordinates rounded to 0.0001 degree.",
            ]
            if public
            else []
        ),
        "",
        "1. The map: double-click index.html. No network, nothing to install; recent Chrome, Edge or Firefox. "
        "The folder may be copied or handed on as a whole; keep its files in their places.",
        *(f"   {name}: {purpose.en}" for name, purpose in pages.items()),
        "2. The folder data (for GIS and scripts):",
        *(f"   {name}: {purpose.en}" for name, purpose in data.items()),
        f"3. {outlines.en}",
        "4. All figures are the plan's own; on the map, click a clause to read its words.",
        "5. GeoJSON is in WGS 84; the data are kept in CGCS2000 (EPSG:4490), which agrees to some centimetres.",
        f"6. {sources.en}",
    ]
    if recovery.is_invented(plan):
        zh.append(f"七、【{recovery.INVENTED}】所附地块台账为虚构，盘活数字不得引用。")
        en.append(f"7. [{recovery.INVENTED}] The parcel ledger is made up: its figures must not be quoted.")
    first, second = (zh, en) if lang == "zh" else (en, zh)
    return "\r\n".join([*first, "", "-" * 40, "", *second, ""])


def _sources(plan: Plan) -> Text:
    """Whom to name when the data are passed on; the plan's sources come from strangers."""
    named = attribution.attributions(plan)
    if named:
        zh, en = "、".join(one_line(words.zh) for words in named), ", ".join(one_line(words.en) for words in named)
        return Text(
            f"所含数据来自：{zh}；再次分发请保留出处。",
            f"Data of {en}; keep the attribution when passing them on.",
        )
    if attribution.sources(plan):
        return Text(f"资料来源见 {REPORT}。", f"The sources stand in {REPORT}.")
    return Text(f"{attribution.NO_SOURCES.zh}。", "The plan folder names no sources.")


def _empty(purpose: Text) -> Text:
    """The purpose of a file of things that the plan has not."""
    return Text(
        f"{purpose.zh.partition('（')[0]}：规划没有，为空", f"{purpose.en.partition(',')[0]}: the plan has none; empty"
    )


def _outlines(plan: Plan) -> Text:
    """What the outlines of the zones are."""
    bases = set(plan.zones["outline_basis"].dropna())
    if "schematic" in bases:
        return Text(
            "虚线画出的片区是示意范围，不是测绘界线，不得用于量算面积、审批或发证。",
            "Zones drawn with a dashed line are schematic, not surveyed: not for measuring, permits or titles.",
        )
    if bases:
        return Text("片区范围为导入的法定范围。", "The outlines of the zones are the official ones, as imported.")
    return Text("没有画出片区范围。", "No outlines of zones are drawn.")


def closing(context: BuildContext, folder: Path, files: dict[str, bytes], purposes: dict[str, Text]) -> str:
    """One screen: what was made, what was found, what to do next."""
    plan, outcome, lang = context.plan, context.outcome, context.lang
    edition = Text("（公开版）", " (public edition)").of(lang) if plan.edition == "public" else ""
    lines = [one_line(plan.title(lang)) + edition, "", Text(f"已写入 {folder}：", f"Written to {folder}:").of(lang)]
    for name, content in files.items():
        if "/" not in name:
            lines.append(f"  {name:24} {_size(content):>8}  {purposes.get(name, NOTHING).of(lang)}".rstrip())
    data = [content for name, content in files.items() if "/" in name]
    data_line = Text(
        f"{len(data)} 个文件，供 GIS 与程序使用，见 {NOTE}", f"{len(data)} files for GIS and scripts, see {NOTE}"
    )
    lines.append(f"  {'data':24} {_size(b''.join(data)):>8}  {data_line.of(lang)}")
    lines += ["", summary(outcome, lang)]
    graver = outcome.at_least("warning")
    by_rule = {state: [one for one in graver if one.rule == state.rule] for state in outcome.rules}
    broken = [(state, findings) for state, findings in by_rule.items() if findings]
    for state, findings in broken[:SHOWN_RULES]:
        first = one_line(findings[0].message.of(lang))
        message = first if len(first) <= SHOWN_CHARACTERS else first[: SHOWN_CHARACTERS - 1] + "…"
        lines.append(f"  · {state.title.of(lang)} {len(findings)}  {message}")
    if len(broken) > SHOWN_RULES:
        more = len(broken) - SHOWN_RULES
        lines.append(
            Text(f"  · 另有 {more} 条规则有发现，见 {REPORT}", f"  · {more} more rules, see {REPORT}").of(lang)
        )
    land = context.statistics["land_recovery"]
    if plan.edition == "public" or land["target_mu"] is not None or land["recovered_mu"] is not None:
        lines.append(land_line(plan, land).of(lang))
    unlocated = int(plan.projects.geometry.isna().sum())
    schematic = int((plan.zones["outline_basis"] == "schematic").sum())
    unsure = [
        *([_unlocated(unlocated)] if unlocated else []),
        *([Text(f"{schematic} 个片区为示意范围", f"{schematic} outlines are schematic")] if schematic else []),
    ]
    if unsure:
        lines.append(
            Text("；".join(text.zh for text in unsure) + "。", "; ".join(text.en for text in unsure) + ".").of(lang)
        )
    gaps = missing(plan)
    if gaps:
        heading = EMPTY if is_empty(plan) else Text("规划文件夹还缺", "The plan folder still lacks")
        lines += ["", heading.of(lang) + Text("：", ":").of(lang), *(f"  · {gap.of(lang)}" for gap in gaps)]
    return "\n".join(lines)


def _unlocated(count: int) -> Text:
    return Text(
        f"{count} 个项目没有已知位置（列在地图旁）", f"{count} projects have no known place (listed beside the map)"
    )


def land_line(plan: Plan, land: dict[str, Any]) -> Text:
    """The land that the ledger proves as recovered, or the reason why it proves none.

    >>> from yzgeo.plan.load import load
    >>> print(land_line(load("yinzhou"), {"recovered_mu": None}).en)
    No parcel ledger was given.
    """
    if plan.edition == "public":
        return Text("公开版不含地块台账，盘活数字未写入。", "The public edition leaves the parcel ledger out.")
    if land["recovered_mu"] is None:
        return Text("未给出地块台账。", "No parcel ledger was given.")
    done, day = f"{land['recovered_mu']:,.2f}", land["as_of"]
    share = "" if land["progress"] is None else f"{land['progress']:.1%}"
    note = "" if land["invented_note"] is None else f"【{land['invented_note']}】"
    return Text(
        f"{note}盘活土地：{done} 亩" + (f"，为目标的 {share}" if share else "") + (f"，截至 {day}。" if day else "。"),
        f"{note}Recovered land: {done} mu"
        + (f", {share} of the target" if share else "")
        + (f", as of {day}." if day else "."),
    )


def _parts(file: Path) -> Iterable[Path]:
    """The files that one data set lies in: all of a folder, all of a Shapefile's."""
    if file.is_dir():
        return file.rglob("*")
    if file.suffix.lower() == ".shp":
        return (other for other in file.parent.iterdir() if other.stem == file.stem)
    return [file]


def _size(content: bytes) -> str:
    return f"{len(content) / 1000:,.1f} kB"
