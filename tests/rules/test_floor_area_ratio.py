"""`floor-area-ratio`: ratios below the one asked for, and how firmly."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "floor-area-ratio"
COLUMNS = "project_id, site_area, site_area_qualifier, floor_area, floor_area_qualifier, floor_area_words, works, list, content\n"


def _of(floor: str = "16000", words: str = "总建筑面积", works: str = "new_build", listed: str = "planned", *,
        site: str = "15", about: str = "", content: str = "") -> Case:  # fmt: skip
    return {"projects": f"{COLUMNS}p1, {site}, {about}, {floor}, {about}, {words}, {works}, {listed}, {content}"}


WARNING, INFO = ["warning project:p1"], ["info project:p1"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "new and planned": (_of(), WARNING),
    "far below": (_of("4000", "建筑面积"), WARNING),
    "new land": ({"projects": "project_id, new_land, site_area, floor_area\np2, 18, , 16000"}, ["warning project:p2"]),
    "about, and below all the same": (_of("16000", about="约"), WARNING),
    "a list of one's own": (_of(listed="谋划类"), WARNING),
    "under construction": (_of(listed="under_construction"), INFO),
    "under construction by the list's words": (_of(listed="续建项目"), INFO),
    "rebuilding": (_of(works="rebuild"), INFO),
    "kind of works unknown": (_of(works="not_stated"), INFO),
    "plant alone": (_of(words="新建厂房面积"), INFO),
    "the new part beside what is rebuilt": (_of(words="新建面积", content="拆建3000平方米并新建16000平方米"), INFO),
    "doubted by another rule": (_of("10153", site="15.23"), INFO),
    "more new land than land": (
        {"projects": "project_id, new_land, site_area, floor_area\np2, 28, 18, 16000"},
        ["info project:p2"],
    ),
}
SOUND: dict[str, Case] = {
    "as asked": _of("20000"),
    "denser": _of("35000"),
    "about, and perhaps as asked": _of("19500", about="约"),
    "more than": {"projects": "project_id, floor_area, floor_area_qualifier\np1, 16000, 以上"},
    "an upgrade that builds nothing": _of("100", works="technical_upgrade"),
    "no floor area": _of(""),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_the_finding_says_what_it_does_not_count(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, RULE, _of())
    assert "未计层高超过8米加倍、地下不计" in finding.reading.zh
    assert "照所载" in finding.message.zh


def test_a_part_is_a_lower_bound_and_a_doubt_is_named(tmp_path: Path) -> None:
    (part,) = findings(tmp_path / "part", RULE, _of(words="厂房面积"))
    (doubted,) = findings(tmp_path / "doubted", RULE, _of("10153", site="15.23"))
    assert "至少 1.60" in part.message.zh
    assert "另有疑问" in doubted.message.zh
