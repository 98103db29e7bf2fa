"""Units: what one is in another, and that figures are compared by what they are, whatever unit they are printed in."""

from __future__ import annotations

import csv
import math
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.checks import example_plan, statements
from yzgeo.checks.finding import Finding, Outcome
from yzgeo.checks.run import run
from yzgeo.core.errors import InputError
from yzgeo.core.unit_grammar import convert, differ_in_currency, is_count, parse, ratio
from yzgeo.core.units import amount, slack
from yzgeo.facts.cite import facts
from yzgeo.plan.figure_units import inconvertible
from yzgeo.plan.load import load
from yzgeo.stats import recovery
from yzgeo.stats.subjects import land_intensity, targets

AREAS = ["亩", "公顷", "平方米", "㎡", "平方公里", "平方千米", "km²", "万平方米", "千亩", "万亩"]
MONEY = ["元", "万元", "亿元", "百万元", "百亿元", "万亿元", "人民币万元"]
DOLLARS = ["美元", "万美元", "亿美元", "USD"]
MASSES = ["吨", "万吨", "公斤", "千克", "克", "kg"]
PER_LAND = ["万元/亩", "亿元/平方公里", "元/平方米", "万元每公顷"]
ENERGY = ["吨标准煤/万元", "千克标准煤/元", "万吨标准煤/亿元"]
KINDS = [
    AREAS,
    MONEY,
    DOLLARS,
    MASSES,
    PER_LAND,
    ENERGY,
    ["件", "万件"],
    ["套"],
    ["家", "千家"],
    ["%", "‰", "个百分点"],
]
ALIKE = st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(*[st.sampled_from(kind)] * 3))
PRINTED = st.decimals(-(10**7), 10**7, places=4).map(float)


@given(ALIKE)
def test_the_factor_between_two_units_is_the_same_by_any_path(units: tuple[str, str, str]) -> None:
    one, other, third = (parse(unit) and unit for unit in units)
    assert ratio(one, other) * ratio(other, one) == 1
    assert ratio(one, other) * ratio(other, third) == ratio(one, third)


@given(PRINTED, ALIKE)
def test_a_number_comes_back_from_another_unit(value: float, units: tuple[str, str, str]) -> None:
    one, other, third = units
    assert math.isclose(convert(convert(value, one, other), other, one), value, rel_tol=1e-15, abs_tol=1e-15)
    direct, by_way_of = convert(value, one, third), convert(convert(value, one, other), other, third)
    assert math.isclose(direct, by_way_of, rel_tol=1e-15, abs_tol=1e-15)


@given(st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_kinds_of_units_do_not_convert_to_one_another(kind: list[str], other: list[str]) -> None:
    assert (kind is other) == all(ratio(one, two) is not None for one in kind for two in other)


@given(st.text(max_size=30))
def test_any_text_is_a_unit_that_converts_to_itself(text: str) -> None:
    assert ratio(text, text) == 1
    assert ratio(f"  {text} ", text) == 1
    assert "inf" not in amount(1.0, text).en or "inf" in text.casefold()


@pytest.mark.parametrize(
    ("value", "unit", "same", "other"),
    [
        (3_800_000, "万元", 380, "亿元"),
        (1200, "公顷", 12, "平方公里"),
        (1200, "公顷", 18_000, "亩"),
        (1, "百亿元", 100, "亿元"),
        (3, "千家", 3000, "家"),
        (20, "亿元/平方公里", 200_000 / 1500, "万元/（亩）"),
        (1, "元／平方米", 10_000 / 15 / 10_000, "万元/亩"),
        (0.5, "吨标准煤／万元", 500, "千克标准煤/万元"),
        (2, "万元/人·年", 20_000, "元/(人·年)"),
        (2, "万元/人·年", 20_000, "元/人/年"),
        (5, "件每万人", 5, "每万人件"),
        (25, "万TEU", 250_000, "二十尺标准箱"),
        (72, "台（套）", 72, "台套"),
        (8, "万千瓦", 80, "兆瓦"),
        (3, "亿千瓦·时", 300_000, "MWh"),
        (65, "％", 650, "‰"),
        (80, "万升", 800, "立方米"),
    ],
)
def test_the_same_in_two_units(value: float, unit: str, same: float, other: str) -> None:
    assert convert(value, unit, other) == pytest.approx(same, rel=1e-12)


def test_a_currency_a_counting_word_and_a_word_not_known_are_each_a_dimension_of_its_own() -> None:
    units = [
        "元",
        "美元",
        "欧元",
        "港元",
        "日元",
        "件",
        "套",
        "台",
        "台套",
        "家",
        "个",
        "人",
        "发",
        "吨",
        "吨标准煤",
        "亩",
        "立方米",
        "",
        "%",
    ]
    assert [(one, two) for one in units for two in units if one != two and ratio(one, two) is not None] == []
    assert differ_in_currency("万欧元/亩", "亿元/平方公里")
    assert not differ_in_currency("件", "套")
    assert ratio("万发", "发") == 10_000


@pytest.mark.parametrize("text", ["吨/", "/吨", "每", "·", "((", "元/(人/年)", "元(2020年价)"])
def test_what_is_no_unit_is_not_read_as_part_of_one(text: str) -> None:
    assert parse(text).factor == 1
    assert all(ratio(text, unit) is None for unit in ("吨", "元", "元/人", "元/年", ""))


def test_numbers_are_told_in_both_languages_by_their_own_unit() -> None:
    assert amount(2750.0, "万美元") == ("2,750 万美元", "US$ 27.5 m")
    assert amount(3_800_000.0, "万元") == ("3,800,000 万元", "CNY 38 bn")
    assert amount(0.52, "吨标准煤/万元") == ("0.52 吨标准煤/万元", "0.52 tce per 10,000 yuan")
    assert amount(12.5, "万平方米").en == "125,000 m²"
    assert amount(500.0, "元/平方米").en == "CNY 500 per m²"
    assert amount(7000.0, "万发").en == "7,000 万发"


def test_the_rounding_of_a_number_is_that_of_its_own_unit() -> None:
    assert slack(12, "平方公里", "公顷") == 50
    assert slack(1200, "公顷", "平方公里") == 0.005
    assert is_count("台（套）")
    assert not is_count("万台")


def figures(*rows: str) -> str:
    return "\n".join(["figure_id, measure_id, scope, year, value, unit", *rows])


def outcome(folder: Path, rule: str, **changes: str) -> Outcome:
    return run(load(example_plan.make(folder, **changes)), select=[rule])


def findings(folder: Path, rule: str, **changes: str) -> list[Finding]:
    return outcome(folder, rule, **changes).findings


def give_unit(folder: Path, table: str, target_id: str, unit: str, **cells: str) -> None:
    """Write a unit, and other cells, into the rows of a target."""
    file = folder / f"{table}.csv"
    rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
    columns = dict.fromkeys([*rows[0], "unit"])
    for row in rows:
        row.setdefault("unit", "")
        if row["target_id"] == target_id:
            row.update(cells, unit=unit)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns)
        writer.writeheader()
        writer.writerows(rows)


LAND = "measure_id, name, name_en, unit\nland, 用地, Land, "
HA, KM2, MU = (
    "ha, land, district, 2026, 1200, 公顷",
    "km2, land, district, 2026, {}, 平方公里",
    "mu, land, district, 2026, 18000, 亩",
)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["", "亩", "平方公里"])
def test_one_area_in_three_units_is_no_contradiction_and_another_area_is(tmp_path: Path, unit: str) -> None:
    same = {"measures": LAND + unit, "figures": figures(HA, KM2.format(12), MU)}
    other = {"measures": LAND + unit, "figures": figures(HA, KM2.format(13))}
    assert findings(tmp_path / "same", "conflicting-figures", **same) == []
    (finding,) = findings(tmp_path / "other", "conflicting-figures", **other)
    assert "1,200 公顷" in finding.message.zh
    assert "13 平方公里" in finding.message.zh
    assert "1,200 ha" in finding.message.en
    assert "13 km²" in finding.message.en


@pytest.mark.slow
def test_one_sum_in_two_units_is_no_contradiction_and_another_sum_is(tmp_path: Path) -> None:
    same = figures("output, output, district, 2026, 50, 亿元", "again, output, district, 2026, 500000, 万元")
    other = figures("output, output, district, 2026, 50, 亿元", "again, output, district, 2026, 510000, 万元")
    assert findings(tmp_path / "same", "conflicting-figures", figures=same) == []
    (finding,) = findings(tmp_path / "other", "conflicting-figures", figures=other)
    assert "510,000 万元" in finding.message.zh
    assert "50 亿元" in finding.message.zh


@pytest.mark.slow
def test_a_figure_rounds_in_the_unit_in_which_it_is_printed(tmp_path: Path) -> None:
    """12 km² is anything from 1,150 to 1,250 ha; 1,200 ha is not."""
    rounded = {"measures": LAND, "figures": figures("a, land, district, 2026, 1240, 公顷", KM2.format(12))}
    exact = {"measures": LAND, "figures": figures(HA, "b, land, district, 2026, 18040, 亩")}
    assert findings(tmp_path / "rounded", "conflicting-figures", **rounded) == []
    assert len(findings(tmp_path / "exact", "conflicting-figures", **exact)) == 1


@pytest.mark.slow
def test_money_of_another_currency_is_told_apart_and_never_compared(tmp_path: Path) -> None:
    dollars = figures("output, output, district, 2026, 50, 亿元", "usd, output, district, 2026, 2750, 万美元")
    result = outcome(tmp_path / "one", "conflicting-figures", figures=dollars)
    assert result.findings == []
    (state,) = [state for state in result.rules if state.rule == "conflicting-figures"]
    assert "2,750 万美元" in state.reason.zh
    assert "US$ 27.5 m" in state.reason.en
    twice = dollars + "\nusd2, output, district, 2026, 0.31, 亿美元"
    (finding,) = findings(tmp_path / "two", "conflicting-figures", figures=twice)
    assert "2,750 万美元" in finding.message.zh
    assert "0.31 亿美元" in finding.message.zh
    assert "亿元" not in finding.message.zh


@pytest.mark.slow
def test_a_measure_without_a_unit_compares_rows_of_one_dimension(tmp_path: Path) -> None:
    rows = ["a, made, district, 2026, 5, 万吨", "b, made, district, 2026, 300, 套", "c, made, district, 2026, {}, 公斤"]
    made = "measure_id, name, name_en, unit\nmade, 产量, Production,"
    same = figures(*rows).format(50_000_000)
    assert findings(tmp_path / "same", "conflicting-figures", measures=made, figures=same) == []
    (finding,) = findings(
        tmp_path / "other", "conflicting-figures", measures=made, figures=figures(*rows).format(60_000_000)
    )
    assert "300 套" not in finding.message.zh


@pytest.mark.slow
def test_the_output_of_a_cluster_agrees_with_prose_in_another_unit(tmp_path: Path) -> None:
    prose = "steel, output, cluster:steel, 2025, {}, 万元"
    assert findings(tmp_path / "same", "conflicting-figures", figures=figures(prose.format(2_000_000))) == []
    (finding,) = findings(tmp_path / "other", "conflicting-figures", figures=figures(prose.format(2_100_000)))
    assert finding.subject == "cluster:steel"
    assert "2,100,000 万元" in finding.message.zh
    assert "200 亿元" in finding.message.zh


@pytest.mark.slow
def test_the_output_of_a_cluster_in_another_unit_rounds_as_it_is_printed(tmp_path: Path) -> None:
    """1,850,000 万元 is 185 亿元 to the last 万元, so 185.2 亿元 is another figure."""
    years = "cluster_id, year, output, output_unit\nsteel, 2025, 1850000, 万元"
    prose = "steel, output, cluster:steel, 2025, {}, 亿元"
    for name, output, count in (("same", "185.0", 0), ("other", "185.2", 1)):
        changes = {"cluster_years": years, "figures": figures(prose.format(output))}
        found = findings(tmp_path / name, "conflicting-figures", **changes)
        assert len(found) == count
    assert "1,850,000 万元" in found[0].message.zh
    assert "185.2 亿元" in found[0].message.zh


@pytest.mark.slow
def test_a_range_holds_what_lies_in_it_in_any_unit(tmp_path: Path) -> None:
    header = "figure_id, measure_id, scope, year, value, value_to, unit\n"
    for name, output, count in (("inside", "550000", 0), ("outside", "650000", 1)):
        rows = f"output, output, district, 2026, 50, 60, 亿元\noutput-again, output, district, 2026, {output}, , 万元"
        found = findings(tmp_path / name, "conflicting-figures", figures=header + rows)
        assert len(found) == count
    assert "50—60 亿元" in found[0].message.zh


@pytest.mark.slow
def test_a_target_in_another_unit_agrees_with_the_prose(tmp_path: Path) -> None:
    for name, count in (("same", "0.007"), ("other", "0.008")):
        folder = example_plan.make(tmp_path / name, figures=figures("f, firms, district, 2030, 70, 家"))
        give_unit(folder, "targets", "firms", "万家", target=count)
        found = run(load(folder), select=["conflicting-figures"]).findings
        assert [finding.subject for finding in found] == ([] if name == "same" else ["figure:firms-2030"])
    assert "0.008 万家" in found[0].message.zh
    assert "70 家" in found[0].message.zh


@pytest.mark.slow
def test_parts_in_other_units_add_up_to_their_whole(tmp_path: Path) -> None:
    relation = "relation_id, kind, whole_measure, whole_scope, part_measure, part_scope, year\nland, sum, land, district, land, part:*, 2026"
    parts = [
        "w, land, district, 2026, 12, 平方公里",
        "a, land, part:a, 2026, 700, 公顷",
        "b, land, part:b, 2026, {}, 亩",
    ]
    changes = {"measures": LAND, "measure_relations": relation}
    assert findings(tmp_path / "same", "tier-sums", figures=figures(*parts).format(7500), **changes) == []
    (finding,) = findings(tmp_path / "other", "tier-sums", figures=figures(*parts).format(9000), **changes)
    assert "13 平方公里（700 公顷＋9,000 亩）" in finding.message.zh
    tonnes = figures(*parts[:2], "b, land, part:b, 2026, 5, 吨")
    lacking = outcome(tmp_path / "tonnes", "tier-sums", figures=tonnes, **changes)
    assert lacking.findings == []
    assert {state.rule: state.status for state in lacking.rules}["tier-sums"] == "not_checked"


@pytest.mark.slow
def test_a_share_is_of_part_and_whole_in_any_unit(tmp_path: Path) -> None:
    share = ["t, output, town, 2026, {}, 万元", "s, output-share, town, 2026, 500, ‰"]
    same, other = (figures(*share).format(part).replace("t, ", "output-town, ", 1) for part in (250_000, 300_000))
    same, other = (text.replace("s, output-share", "share-town, output-share") for text in (same, other))
    assert findings(tmp_path / "same", "stated-shares", figures=same) == []
    (finding,) = findings(tmp_path / "other", "stated-shares", figures=other)
    assert "300,000 万元 ÷ 50 亿元 = 60.0%" in finding.message.zh
    assert "500‰" in finding.message.zh


@pytest.mark.slow
def test_an_actual_figure_counts_in_the_unit_of_its_target(tmp_path: Path) -> None:
    """Half way from 10 to 20 亩 is 15 亩: one hectare is, half a hectare is behind."""
    for name, hectares in (("enough", "1"), ("behind", "0.5")):
        folder = example_plan.make(tmp_path / name)
        give_unit(folder, "targets", "machine-share", "亩", measure_id="low-efficiency-land", scope="town")
        give_unit(folder, "actuals", "machine-share", "公顷", value=hectares)
        plan = load(folder)
        row = targets.rows_by_target(plan)["machine-share"]
        assert row["actual"] == 15 * float(hectares)
        assert row["unit"] == "亩"
        found = run(plan, select=["target-pace"]).findings
        assert [finding.subject for finding in found] == ([] if name == "enough" else ["target:machine-share"])
        assert f"{hectares} 公顷" in [fact.value.zh.split("（")[0] for fact in facts(plan, "target", "machine-share")]
    assert "0.5 公顷" in found[0].message.zh
    assert "15 亩" in found[0].message.zh


@pytest.mark.slow
def test_an_actual_figure_in_another_currency_is_not_held_against_the_target(tmp_path: Path) -> None:
    folder = example_plan.make(tmp_path / "plan")
    give_unit(folder, "targets", "machine-share", "亿元", measure_id="output", scope="town")
    give_unit(folder, "actuals", "machine-share", "亿美元")
    plan = load(folder)
    assert targets.rows_by_target(plan)["machine-share"]["actual"] is None
    result = run(plan, select=["target-pace"])
    assert result.findings == []
    assert "15 亿美元" in {state.rule: state.reason.zh for state in result.rules}["target-pace"]
    assert "15 亿美元" in [fact.value.zh for fact in facts(plan, "target", "machine-share")]


@pytest.mark.slow
def test_the_target_of_recovered_land_counts_in_mu(tmp_path: Path) -> None:
    folder = example_plan.make(tmp_path / "plan")
    give_unit(folder, "targets", "low-efficiency-land", "公顷", target="2")
    target = recovery.recovery_target(load(folder))
    assert target is not None
    assert target.mu == 30


@pytest.mark.slow
def test_money_of_a_project_in_another_unit(tmp_path: Path) -> None:
    money = "money, investment, project:p1, , {}, content"
    header = "figure_id, measure_id, scope, year, value, unit, stated_in\n"

    def found(name: str, figure: str) -> list[str]:
        return [
            finding.message.zh
            for finding in findings(tmp_path / name, "project-figures", figures=header + money.format(figure))
        ]

    assert found("same", "15000, 万元") == []
    assert found("yuan", "150000000, 元") == []
    (other,) = found("other", "16000, 万元")
    assert "16,000 万元" in other
    assert "1.5 亿元" in other
    assert found("dollars", "2000, 万美元") == []


@pytest.mark.slow
def test_a_project_in_another_currency_or_unit_is_held_against_its_own_figures(tmp_path: Path) -> None:
    figure = "figure_id, measure_id, scope, year, value, unit, stated_in\nmoney, investment, project:p1, , {}, 亿美元, content"
    project = "project_id, investment, investment_unit, new_land, new_land_unit\np1, 2750, 万美元, {}, 公顷"
    for name, dollars, hectares, count in (("same", 0.275, 1, 0), ("money", 0.4, 1, 1), ("land", 0.275, 2, 1)):
        folder = example_plan.make(tmp_path / name, figures=figure.format(dollars), projects=project.format(hectares))
        plan = load(folder)
        assert plan.projects.set_index("project_id")["investment_100m_yuan"].isna()["p1"]
        assert len(run(plan, select=["project-figures"]).findings) == count
    (land,) = run(plan, select=["project-figures"]).findings
    assert "15 亩" in land.message.zh
    assert "2 公顷" in land.message.zh


def refusal(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        load(folder)
    assert caught.value.file is not None
    return caught.value.message("en").removeprefix(str(folder)).lstrip("/\\")


@pytest.mark.slow
def test_a_unit_that_cannot_be_converted_is_refused_with_its_row(tmp_path: Path) -> None:
    tonnes = example_plan.make(tmp_path / "tonnes", figures="figure_id, unit\noutput-town, 吨")
    assert refusal(tonnes).startswith("figures.csv, row 4, column unit: '吨' cannot be converted to 亿元. Remedy: ")
    two = refusal(example_plan.make(tmp_path / "two", figures="figure_id, unit\nfirms, 斛\noutput-town, 吨"))
    assert "figures.csv, row 4, column unit: '吨' cannot be converted to 亿元." in two
    assert "figures.csv, row 6, column unit: '斛' cannot be converted to 家." in two
    target = example_plan.make(tmp_path / "target")
    give_unit(target, "targets", "firms", "亩")
    assert refusal(target).startswith("targets.csv, row 6, column unit: '亩' cannot be converted to 家.")
    actual = example_plan.make(tmp_path / "actual")
    give_unit(actual, "actuals", "firms", "%")
    assert refusal(actual).startswith("actuals.csv, row 3, column unit: '%' cannot be converted to 家.")


def test_units_of_columns_are_of_their_dimension() -> None:
    frames = {"measures": pd.DataFrame({"measure_id": [], "unit": []})}
    projects = pd.DataFrame({"project_id": ["p", "q"], "investment": [1.0, 2.0], "investment_unit": ["万美元", "吨"]})
    (flaw,) = inconvertible({**frames, "projects": projects})
    assert (flaw.table, flaw.position, flaw.column) == ("projects", 1, "investment_unit")
    assert list(inconvertible({**frames, "projects": projects[:1]})) == []


@pytest.mark.slow
def test_a_thing_counted_by_the_general_word_is_what_the_measure_counts(tmp_path: Path) -> None:
    firms = figures("firms, firms, district, 2026, 6, 家", "again, firms, district, 2026, {}, 个")
    assert findings(tmp_path / "same", "conflicting-figures", figures=firms.format(6)) == []
    (finding,) = findings(tmp_path / "other", "conflicting-figures", figures=firms.format(7))
    assert "7 个" in finding.message.zh


@given(PRINTED.filter(lambda value: value > 0), ALIKE)
def test_a_statement_converted_to_another_unit_never_contradicts_itself(
    value: float, units: tuple[str, str, str]
) -> None:
    one, other, _ = units
    row = {"value": value, "low": value - slack(value, one, one), "high": value + slack(value, one, one), "unit": one}
    twin = {**row, "value": convert(value, one, other), "unit": other}
    twin |= {name: convert(row[name], one, other) for name in ("low", "high")}
    first, second = statements.in_one_unit(pd.DataFrame([row]), pd.DataFrame([twin]))
    assert first["low"].iloc[0] <= second["high"].iloc[0]
    assert second["low"].iloc[0] <= first["high"].iloc[0]


def test_the_mu_is_a_fifteenth_of_a_hectare() -> None:
    assert ratio("亩", "公顷") == Fraction(1, 15)


@pytest.mark.slow
def test_the_target_of_tax_per_mu_counts_in_the_unit_of_the_ledger(tmp_path: Path) -> None:
    folder = example_plan.make(
        tmp_path / "plan", measures="measure_id, name, name_en, unit\ntax-per-mu, 亩均税收, Tax, 万元/亩"
    )
    give_unit(folder, "targets", "firms", "亿元/平方公里", measure_id="tax-per-mu", target="3")
    rows = {row["measure_id"]: row for row in land_intensity.table(load(folder))}
    assert rows["tax-per-mu"]["target"] == 20
