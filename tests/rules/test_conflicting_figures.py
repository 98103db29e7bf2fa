"""`conflicting-figures`: figures of one measure that cannot all be true."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import Case, findings, told

pytestmark = pytest.mark.slow
RULE = "conflicting-figures"
FIGURES = "figure_id, value, unit, qualifier, noun\n"
BASE = "target_id, measure_id, scope, name, direction, base_year, base, target_year, target\n"
GROWTH = "measure_id, name, name_en, unit\nrate, {}, Growth, %"
RATES = "figure_id, measure_id, scope, year, value, unit, noun\n"
VIOLATIONS: dict[str, tuple[Case, list[str]]] = {
    "one apart": ({"figures": f"{FIGURES}output-again, 51, 亿元, , "}, ["warning figure:output-2026"]),
    "another unit": ({"figures": f"{FIGURES}output-again, 480000, 万元, , "}, ["warning figure:output-2026"]),
    "about, but too far": ({"figures": f"{FIGURES}output-again, 60, 亿元, 约, "}, ["warning figure:output-2026"]),
    "more than it is": ({"figures": f"{FIGURES}output-again, 55, 亿元, 逾, "}, ["warning figure:output-2026"]),
    "nearly, from above": ({"figures": f"{FIGURES}output-again, 49, 亿元, 近, "}, ["warning figure:output-2026"]),
    "nearly, from far below": ({"figures": f"{FIGURES}output-again, 80, 亿元, 接近, "}, ["warning figure:output-2026"]),
    "the base of a target": (
        {"targets": f"{BASE}more, output, district, 产值, at_least, 2026, 46, 2030, 90"},
        ["warning figure:output-2026"],
    ),
    "two names, perhaps two statistics": (
        {"figures": f"{FIGURES}output-again, 48, 亿元, , 营业收入"},
        ["info figure:output-2026"],
    ),
    "a name cut short": (
        {
            "measures": GROWTH.format("规上工业亩均增加值增速"),
            "figures": f"{RATES}a, rate, district, 2026, 5, %, \nb, rate, district, 2026, 6, %, 亩均增加值增速",
        },
        ["warning figure:rate-2026"],
    ),
    "two averages": (
        {
            "measures": GROWTH.format("增速"),
            "figures": f"{RATES}a, rate, district, 2026, 5, %, 年均增速\nb, rate, district, 2026, 6, %, 年均增速",
        },
        ["warning figure:rate-2026"],
    ),
}
SOUND: dict[str, Case] = {
    "nearly": {"figures": f"{FIGURES}output-again, 52, 亿元, 近, "},
    "more than": {"figures": f"{FIGURES}output-again, 45, 亿元, 逾, "},
    "and odd": {"figures": f"{FIGURES}output-again, 40, 亿元, 余, "},
    "about": {"figures": f"{FIGURES}output-again, 51, 亿元, 约, "},
    "rounded otherwise": {"figures": f"{FIGURES}output, 50.3, 亿元, , \noutput-again, 50, 亿元, , "},
    "another unit": {"figures": f"{FIGURES}output-again, 500000, 万元, , "},
    "the average of years beside one year": {
        "measures": GROWTH.format("工业投资增速"),
        "figures": f"{RATES}a, rate, district, 2026, 5, %, 工业投资年均增速\nb, rate, district, 2026, 6, %, 工业投资增速",
    },
    "nearly 400 and over 375 beside 380": {
        "figures": "figure_id, measure_id, scope, year, value, unit, qualifier\n"
        "a, output, east, 2026, 380, 亿元, \nb, output, east, 2026, 400, 亿元, 近\nc, output, east, 2026, 375, 亿元, 逾"
    },
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    case, expected = VIOLATIONS[name]
    assert told(tmp_path, RULE, case) == expected


@pytest.mark.parametrize("name", SOUND)
def test_it_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, RULE, SOUND[name]) == []


def test_a_base_outweighs_a_figure_that_describes(tmp_path: Path) -> None:
    case, _ = VIOLATIONS["the base of a target"]
    described = (
        "figure_id, measure_id, scope, year, value, unit\na, firms, east, 2026, 5, 家\nb, firms, east, 2026, 6, 家"
    )
    found = findings(tmp_path, RULE, {**case, "figures": described})
    assert [(one.consequence, one.key) for one in found] == [
        ("target", "figure:output-2026"),
        ("figure", "east/firms-2026"),
    ]


def test_two_names_with_one_target_are_asked_about(tmp_path: Path) -> None:
    measures = "measure_id, name, name_en, unit\nrevenue, 营业收入, Revenue, 亿元"
    figures = (
        "figure_id, measure_id, scope, year, value, unit\nr1, revenue, district, 2026, 40, 亿元\n"
        "r2, revenue, district, 2030, 90, 亿元\no2, output, district, 2030, 90, 亿元"
    )
    pair = (
        "relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, year\n"
        "pair, same, output, district, revenue, district, 2026"
    )
    (finding,) = findings(tmp_path, RULE, {"measures": measures, "figures": figures, "measure_relations": pair})
    assert finding.severity == "info"
    assert "应为一事" not in finding.message.zh
    assert "2030 年同为 90 亿元" in finding.message.zh
    assert "for 2030 both are CNY 9 bn" in finding.message.en
