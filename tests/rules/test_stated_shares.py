"""`stated-shares`: shares that part and whole do not give."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "stated-shares"
FIGURES = "figure_id, value, unit, qualifier\n"
GROWTH = "figure_id, measure_id, scope, year, value, unit, noun\n"
SHARE = "share, output-share, machines, 2026, 65, %, "
MONEY = "invested, output, machines, 2026, 5, 亿元, "
INCREASE = (
    "relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, share_measure, year\n"
    "increase, share_of_increase, machines, district, output, machines, output-share, 2026"
)
KEY = "figure:output-share-2026"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "too much": ({"figures": f"{FIGURES}share-town, 60, %, "}, [f"warning {KEY}"]),
    "a decimal off": ({"figures": f"{FIGURES}output-town, 25.0, 亿元, \nshare-town, 55.7, %, "}, [f"warning {KEY}"]),
    "part and whole turned round": ({"figures": f"{FIGURES}share-town, 200, %, "}, [f"warning {KEY}"]),
    "about, but too far": ({"figures": f"{FIGURES}share-town, 60, %, 约"}, [f"warning {KEY}"]),
    "the part in another unit": ({"figures": f"{FIGURES}output-town, 100000, 万元, "}, [f"warning {KEY}"]),
    "of an increase where there was none": (
        {
            "figures": f"{GROWTH}growth, machines, district, 2026, -3, %, 同比增速\n{MONEY}\n{SHARE}",
            "measure_relations": INCREASE,
        },
        [f"info {KEY}"],
    ),
}
SOUND: dict[str, Case] = {
    "rounded": {"figures": f"{FIGURES}output-town, 24.8, 亿元, "},
    "about": {"figures": f"{FIGURES}share-town, 51, %, 约"},
    "more than": {"figures": f"{FIGURES}share-town, 45, %, 超过"},
    "the part in another unit": {"figures": f"{FIGURES}output-town, 250000, 万元, "},
    "of an increase": {
        "figures": f"{GROWTH}growth, machines, district, 2026, 4, %, 同比增速\n{MONEY}\n{SHARE}",
        "measure_relations": INCREASE,
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_an_average_of_years_is_not_taken_for_one_year(tmp_path: Path) -> None:
    case, _ = VIOLATIONS["of an increase where there was none"]
    average = {**case, "figures": case["figures"].replace("同比", "年均")}
    (one_year,) = findings(tmp_path / "year", RULE, case)
    (of_years,) = findings(tmp_path / "years", RULE, average)
    assert "并无增量" in one_year.message.zh
    assert "并无增量" not in of_years.message.zh
    assert "多年平均" in of_years.message.zh
