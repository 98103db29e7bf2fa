"""A plan whose names would run, break or vanish where a format does not mind its text."""

from __future__ import annotations

from pathlib import Path

import toy

NAMES = [
    '=HYPERLINK("http://example.invalid","点")',
    "+1+1",
    "-2+3|cmd",
    "@SUM(A1)",
    "双\"引'号`反${1+1}引",
    "逗,号，;分号\t制表",
    "第一行\n第二行",
    "<img src=x onerror=alert(1)></script>&amp;",
    "𠮷野家🏭",
    "'; DROP TABLE projects; --",
    "%%c\\P{\\fArial;x}^J",
    "#{{ 7*7 }}{% raw %}",
]


def make(folder: Path) -> Path:
    """The toy plan with a project, at a known place, for each name, and a zone named like the first."""
    first = toy.TABLES["projects"][0]
    projects = [
        {**first, "project_id": f"p{number}", "seq": number, "name": name, "owner": name[::-1].strip()}
        for number, name in enumerate(NAMES, start=1)
    ]
    place = toy.TABLES["project_locations"][0]
    located = [{**place, "project_id": project["project_id"]} for project in projects[:-1]]
    zones = [{**toy.TABLES["zones"][0], "name": NAMES[7]}, toy.TABLES["zones"][1]]
    return toy.make(folder, projects=projects, project_locations=located, zones=zones)
