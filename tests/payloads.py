"""Texts that programs would run, obey, hide or choke on, and a plan that holds them everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import toy

PAYLOADS = [
    # expressions of QGIS, templates and shells
    "[% env('HOME') %]",
    "甲[%@project_folder%]乙",
    "[[% '[%' %]%]",
    "$CURRENT_DATE(yyyy)",
    "@project_title || {{ 7*7 }} {% raw %} ${7*7} #{7}",
    "$[owner] $(id) `id` %PATH%",
    "it's \"quoted\" \\' OR '1'='1",
    "'; DROP TABLE projects; --",
    # HTML and XML
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "]]></failure><x>&amp;&#0;&lt;!--",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    '"><svg onload=alert(1)>',
    "<a href='javascript:alert(1)'>点</a>",
    # formulas of spreadsheets
    '=HYPERLINK("http://example.invalid","点")',
    "+1+1",
    "-2+3|cmd",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1+2",
    "＠SUM(A1)",
    "﹦1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u2060\u200e+1",
    "\x01=1+1",
    "\x08\x7f@SUM(A1)",
    "\u00ad-1+2",
    "=cmd|' /C calc'!A0",
    "_x003D_1+1",
    # what terminals and pipelines obey
    "::error file=a.py::taken",
    "甲\n::set-output name=a::b",
    "甲\r\n  ::stop-commands::x",
    "甲##[error]乙##vso[task.complete]",
    "甲\x1b[31m红\x1b]0;title\x07乙",
    "甲\x9b2J乙\x90q\x9c",
    "甲\r乙\x08\x08\x0b\x0c丙",
    "甲\u202e乙\u202c丙\u2066丁\u2069",
    "甲\u2028::error::乙\u2029丙\x85丁",
    "甲\U000e0041\U000e0042乙",
    # drawings
    "%%c%%u\\P{\\fArial;x}^J^M",
    "\\U+0041\\M+5B0A1\\u+0042",
    # numbers, separators, links
    "00123",
    "1e5",
    "NULL",
    "a,b;c\td|e",
    "[点这里](http://example.invalid) {0} {1}",
    "../../etc/passwd",
    "𠮷野家🏭👨‍👩‍👧",
    "ﷺ" * 20,
]


def plan_folder(folder: Path) -> Path:
    """The toy plan: a project, a park and a clause for each payload, and its title and authority hold several."""
    numbered = list(enumerate(PAYLOADS, start=1))
    first = toy.TABLES["projects"][0]
    projects = [
        {
            **first,
            "project_id": f"p{number}",
            "seq": number,
            "name": text,
            "owner": text,
            "industry": text,
            "floor_area": 1,
        }
        for number, text in numbered
    ]
    place = toy.TABLES["project_locations"][0]
    park = toy.TABLES["parks"][0]
    listed = toy.TABLES["zone_parks"][0]
    zone = toy.TABLES["zones"][0]
    toy.make(
        folder,
        clauses=[*toy.CLAUSES, *({"clause": f"三 第{number}段", "label_en": text, "heading": text, "text": text} for number, text in numbered)],
        projects=projects,
        project_locations=[{**place, "project_id": project["project_id"]} for project in projects],
        parks=[park, *({**park, "park_id": f"k{number}", "name": text} for number, text in numbered)],
        zone_parks=[listed, *({**listed, "park_id": f"k{number}", "seq": number + 1} for number, _ in numbered)],
        zones=[
            {**zone, "name": "[% env('HOME') %]<b>北'\"\x1b\u202e区", "name_en": "::error::north", "name_table": "=1+1"},
            toy.TABLES["zones"][1],
        ],
        suppressions=[{"rule": "floor-area-ratio", "subject": "project:p1", "reason": text, "by": text} for text in PAYLOADS[31:34]],
    )  # fmt: skip
    file = folder / "datapackage.json"
    package = json.loads(file.read_text("utf-8"))
    package |= {"title": TITLE, "title_en": TITLE, "version": "甲\x1b\n::error::乙"}
    package["plan"]["authority"] = AUTHORITY
    file.write_text(json.dumps(package), "utf-8")
    return folder


TITLE = "::error::[% env('HOME') %] <b>@project_title</b>\x1b[31m\u202e\n$CURRENT_DATE\ufffe二"
AUTHORITY = "=[% 1+1 %]<img src=x>\x07\x00\u2028局"
