"""The main job: everything that one hands over, in one folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yzgeo
from yzgeo import page, plugins
from yzgeo.exporters import geojson
from yzgeo.finding_formats.text import summary as count_findings
from yzgeo.findings import Outcome, run
from yzgeo.i18n import Lang, Text
from yzgeo.plan import Plan
from yzgeo.statistics import collect
from yzgeo.writing import json_text, write_bytes

NOTE = "使用说明.txt"
SHOWN_CHARACTERS = 44
"""How much of a finding the closing message shows, so that it fits one screen; `check` and the map show all."""


def build(plan: Plan, folder: Path, lang: Lang, say: Callable[[str], None]) -> str:
    """Write the hand-over folder and tell in one screen what it holds.

    Everything is made before anything is written; each file is moved into its place whole, the
    manifest last. The same plan gives the same bytes.

    Parameters
    ----------
    plan
        The plan.
    folder
        Where to write; other files there are left alone.
    lang
        Language of the page's first view, the workbook and the note.
    say
        Takes a line of progress.

    Returns
    -------
    str
        What was made and what was found.
    """
    say(Text("检查规则 …", "running the rules …").of(lang))
    outcome = run(plan)
    say(Text("统计 …", "computing statistics …").of(lang))
    statistics = collect(plan)
    say(Text("绘制地图 …", "drawing the map …").of(lang))
    files = {"index.html": page.render(plan, lang, outcome).encode("utf-8")}
    for name, layer in plugins.discover("yzgeo.layers").items():
        files[f"data/{name}.geojson"] = geojson.text(layer.frame(plan)).encode("utf-8")
    files["data/statistics.json"] = json_text(statistics).encode("utf-8")
    files["data/statistics.xlsx"] = plugins.load("yzgeo.statistic_formats", "xlsx").render(statistics, lang)
    files["data/findings.json"] = json_text(outcome.record(lang)).encode("utf-8")
    files[NOTE] = note(plan, files, lang).encode("utf-8")
    files["data/manifest.json"] = json_text(manifest(plan, outcome, files)).encode("utf-8")
    for name, content in files.items():
        write_bytes(folder / name, content)
    return closing(plan, outcome, folder, files, lang)


def manifest(plan: Plan, outcome: Outcome, files: dict[str, bytes]) -> dict[str, Any]:
    """What the folder was made from and what it holds: versions and SHA-256 of every input and output."""
    inputs = sorted(file for file in plan.folder.iterdir() if file.is_file())
    return {
        "yzgeo": yzgeo.__version__,
        "plan": {"name": plan.name, "title": plan.particulars["title"], "version": plan.particulars.get("version")},
        "rules": [state.rule for state in outcome.rules],
        "inputs": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in inputs},
        "outputs": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }


def note(plan: Plan, files: dict[str, bytes], lang: Lang) -> str:
    """The text for whoever is handed the folder."""
    named = [name for name in files if name != "index.html"]
    zh = [
        plan.title("zh"),
        "",
        "一、打开地图：双击 index.html。无需联网，无需安装；Chrome、Edge、Firefox 的近年版本均可。",
        "二、data 文件夹（供 GIS 与程序使用）：",
        *(
            f"　　{name.removeprefix('data/')}：{PURPOSES[name.rpartition('/')[2]].zh}"
            for name in named
            if name.rpartition("/")[2] in PURPOSES
        ),
        "三、虚线画出的片区是示意范围，不是测绘界线，不得用于量算面积、审批或发证。",
        "四、数字均取自规划原文，地图上点击条文编号可查看原文。",
        "五、GeoJSON 为 WGS 84 经纬度；原始数据为 CGCS2000（EPSG:4490），二者相差厘米级。",
        "六、地名点含 GeoNames 数据（CC BY 4.0）；再次分发请保留出处。",
    ]
    en = [
        plan.title("en"),
        "",
        "1. The map: double-click index.html. No network, nothing to install; recent Chrome, Edge or Firefox.",
        "2. The folder data (for GIS and scripts):",
        *(
            f"   {name.removeprefix('data/')}: {PURPOSES[name.rpartition('/')[2]].en}"
            for name in named
            if name.rpartition("/")[2] in PURPOSES
        ),
        "3. Zones drawn with a dashed line are schematic, not surveyed: not for measuring, permits or titles.",
        "4. All figures are the plan's own; on the map, click a clause to read its words.",
        "5. GeoJSON is in WGS 84; the data are kept in CGCS2000 (EPSG:4490), which agrees to some centimetres.",
        "6. Places include GeoNames data (CC BY 4.0); keep the attribution when passing them on.",
    ]
    first, second = (zh, en) if lang == "zh" else (en, zh)
    return "\r\n".join([*first, "", "-" * 40, "", *second, ""])


PURPOSES = {
    "zones.geojson": Text("产业片区", "zones"),
    "parks.geojson": Text("重点园区（无坐标的也在内）", "parks, those without a place included"),
    "projects.geojson": Text("投资项目（无坐标的也在内）", "projects, those without a place included"),
    "district.geojson": Text("行政区界线", "district boundary"),
    "statistics.json": Text("统计（程序用）", "statistics for scripts"),
    "statistics.xlsx": Text("统计（电子表格）", "statistics as a workbook"),
    "findings.json": Text("规则检查结果", "what the rules found"),
    "manifest.json": Text("清单：版本与校验和", "versions and checksums"),
}


def closing(plan: Plan, outcome: Outcome, folder: Path, files: dict[str, bytes], lang: Lang) -> str:
    """One screen: what was made, what was found, what to do next."""
    lines = [plan.title(lang), "", Text(f"已写入 {folder}：", f"Written to {folder}:").of(lang)]
    for name, content in files.items():
        purpose = PURPOSES.get(
            name.rpartition("/")[2],
            Text("交互地图，双击打开", "the interactive map, double-click it")
            if name == "index.html"
            else Text("给读者的说明", "a note for the reader"),
        )
        lines.append(f"  {name:24} {_size(content):>8}  {purpose.of(lang)}")
    lines += ["", count_findings(outcome, lang)]
    graver = outcome.at_least("warning")
    for state in outcome.rules:
        found = [finding for finding in graver if finding.rule == state.rule]
        if found:
            first = found[0].message.of(lang)
            shown = first if len(first) <= SHOWN_CHARACTERS else first[: SHOWN_CHARACTERS - 1] + "…"
            lines.append(f"  · {state.title.of(lang)} {len(found)}  {shown}")
    unlocated = int(plan.projects.geometry.isna().sum())
    schematic = int((plan.zones["outline_basis"] == "schematic").sum())
    lines.append(
        Text(
            f"{unlocated} 个项目没有已知位置（列在地图旁）；{schematic} 个片区为示意范围。",
            f"{unlocated} projects have no known place (listed beside the map); {schematic} outlines are schematic.",
        ).of(lang)
    )
    return "\n".join(lines)


def _size(content: bytes) -> str:
    return f"{len(content) / 1000:,.1f} kB"
