"""`implied-growth`: shares and rates whose whole would have to shrink."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "implied-growth"
TARGETS = "target_id, base, target, noun\n"
SHARE, RATE = "machine-share", "growth"
KEY = "figure:machine-share-2030"


def _of(before: float, after: float, rate: float, noun: str = "") -> Case:
    return {"targets": f"{TARGETS}{SHARE}, {before}, {after}, \n{RATE}, , {rate}, {noun}"}


VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "a share that doubles": (_of(10, 20, 4, "年均增速"), [f"warning {KEY}"]),
    "the same in other words": (_of(10, 20, 4, "年平均增长率"), [f"warning {KEY}"]),
    "a rate not called yearly": (_of(10, 20, 4), [f"info {KEY}"]),
    "a part that falls": (_of(40, 45, -1, "年均增速"), [f"warning {KEY}"]),
    "small figures": (_of(6.23, 16, 15, "年均增长"), [f"warning {KEY}"]),
}
SOUND: dict[str, Case] = {
    "fast enough": _of(10, 20, 20, "年均增速"),
    "just enough for the rounding": _of(10, 12, 4, "年均增速"),
    "a share that falls": _of(20, 10, 4, "年均增速"),
    "a share that stays": _of(20, 20, 0, "年均增速"),
    "not called yearly": _of(10, 20, 25),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_a_rate_that_is_not_called_yearly_is_told_as_an_assumption(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, RULE, _of(10, 20, 4))
    assert "未写明是否年均" in finding.message.zh
    assert "年均增长" not in finding.message.zh
