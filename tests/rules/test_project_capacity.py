"""`project-capacity`: titles and descriptions with different capacities."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, told

pytestmark = pytest.mark.slow
RULE = "project-capacity"
FIGURES = "figure_id, measure_id, scope, item, value, value_to, unit, qualifier, stated_in\n"


def _of(title: str, *content: str) -> Case:
    """Capacities of the title and of the description: item, value, upper end, unit, qualifier."""
    rows = [f"p1-title, capacity, project:p1, {title}, title"]
    rows += [
        f"{'p1-content' if not number else f'more-{number}'}, capacity, project:p1, {one}, content"
        for number, one in enumerate(content)
    ]
    return {"figures": FIGURES + "\n".join(rows)}


TONS = ["warning project:p1/吨"]
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "ten times": (_of("钢材, 5, , 万吨, ", "钢材, 50, , 万吨, "), TONS),
    "kilograms": (_of("钢材, 5, , 吨, ", "钢材, 500, , 公斤, "), TONS),
    "the parts make another sum": (_of("钢材, 800, , 吨, ", "型钢材, 500, , 吨, ", "板钢材, 400, , 吨, "), TONS),
    "about, but too far": (_of("钢材, 27560, , 吨, ", "钢材, 52000, , 吨, 约"), TONS),
    "a range beside": (_of("钢材, 5, , 万吨, ", "钢材, 6, 8, 万吨, "), TONS),
    "no product named": (_of(", 5, , 万吨, ", ", 7, , 万吨, "), TONS),
}
SOUND: dict[str, Case] = {
    "800 = 500 + 300": _of("钢材, 800, , 吨, ", "钢板, 500, , 吨, ", "钢管, 300, , 吨, "),
    "multiplied out": _of("钢材, 5, , 万吨, ", "钢材, 50000, , 吨, "),
    "kilograms": _of("钢材, 5, , 吨, ", "钢材, 5000, , 公斤, "),
    "and more things": _of("钢材, 5, , 万吨, ", "钢材, 5, , 万吨, ", "钢管, 2, , 万吨, "),
    "within a range": _of("钢材, 5, , 万吨, ", "钢材, 4, 6, 万吨, "),
    "at least": _of("钢材, 5, , 万吨, ", "钢材, 4, , 万吨, 以上"),
    "another product": _of("钢材, 5, , 万吨, ", "副产煤气, 3, , 万吨, "),
    "another unit": _of("钢材, 5, , 万吨, ", "钢材, 300, , 套, "),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []
