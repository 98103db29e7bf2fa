"""Evaluation of firms: published scores by hand, classes by rank, missing figures by the rule, and what 1 % changes.

Every firm here is invented.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.core.errors import InputError
from yzgeo.stats.evaluation import firms as table
from yzgeo.stats.evaluation.evaluate import Evaluation, evaluate
from yzgeo.stats.evaluation.standard import classes, published, standard

HEADER = (
    "企业名称,规模,评价税收（万元）,用地面积（亩）,工业增加值（万元）,综合能耗（吨标煤）,"
    "主要污染物排放量（吨）,年平均职工人数（人）,R&D经费支出（万元）,主营业务收入（亿元）,用电量（万千瓦时）"
)
AT_REFERENCE = "规上,2409.7,100,13616,5054.194506310319,2.761970825954793,750.6063947078281,302,1,"
"""A firm whose every indicator is the reference value of 2022, but for rounding."""


def firm(name: str, tax: float, land: float = 10, electricity: float = 100) -> str:
    """A firm below the size limit; its electricity in 10,000 kWh."""
    return f"{name},规下,{tax},{land},,,,,,,{electricity}"


def run(
    folder: Path, *rows: str, name: str = "huangyan-2022", letters: str | None = "25,70,95", header: str = HEADER
) -> Evaluation:
    file = folder / "firms.csv"
    file.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    chosen = standard(name)
    return evaluate(table.read(file, chosen, {}, None, None), chosen, classes(letters, chosen))


def test_a_firm_at_every_reference_value_scores_100(tmp_path: Path) -> None:
    (one,) = run(tmp_path, f"甲,{AT_REFERENCE}").firms
    assert one["score"] == pytest.approx(100, abs=1e-4)


def test_the_score_of_a_small_firm_is_the_published_sum(tmp_path: Path) -> None:
    (one,) = run(tmp_path, firm("甲", tax=80)).firms
    assert one["score"] == pytest.approx(8 / 11.5932 * 50 + 0.8 / 0.2352 * 50)


def test_units_of_the_headings_are_converted(tmp_path: Path) -> None:
    in_mu = run(tmp_path, firm("甲", tax=80, land=15))
    other = (
        HEADER.replace("税收（万元）", "税收（元）")
        .replace("面积（亩）", "面积（公顷）")
        .replace("（万千瓦时）", "（千瓦时）")
    )
    in_hectares = run(tmp_path, firm("甲", tax=800_000, land=1, electricity=1_000_000), header=other)
    assert in_hectares.firms == in_mu.firms


def test_a_missing_emission_gets_the_average_and_what_no_rule_covers_no_score(tmp_path: Path) -> None:
    values = AT_REFERENCE.split(",")
    without_emission, without_energy = values.copy(), values.copy()
    without_emission[5], without_energy[4] = "", "—"
    twice = values.copy()
    twice[5] = str(float(values[5]) / 3)
    rows = [
        "甲," + ",".join(values),
        "乙," + ",".join(twice),
        "丙," + ",".join(without_emission),
        "丁," + ",".join(without_energy),
    ]
    result = run(tmp_path, *rows)
    scores = [one["score"] for one in result.firms]
    assert scores[:3] == pytest.approx(
        [100, 120, 90 + 50 / 3], abs=1e-4
    )  # emissions score 10, 30, 10; 丙 their average
    assert (scores[3], result.firms[3]["rank"], result.firms[3]["class"]) == (None, None, None)
    (filled,) = [item for item in result.items if item["filled"]]
    assert (filled["firm"], filled["indicator"], filled["value"]) == ("丙", "单位排放增加值", None)
    assert any("缺数" in remark.zh for remark in result.remarks)
    of_2021 = run(tmp_path, *rows, name="huangyan-2021")
    assert of_2021.firms[2]["score"] is None  # that year's publication has no rule for it


def test_land_of_nought_is_no_value(tmp_path: Path) -> None:
    (one,) = run(tmp_path, firm("甲", tax=80, land=0)).firms
    assert one["score"] is None


def test_classes_are_the_published_shares_by_rank(tmp_path: Path) -> None:
    rows = [firm(f"厂{number}", tax=number) for number in range(1, 21)]
    result = run(tmp_path, *rows, name="anhui-city", letters=None)
    by_rank = [one["class"] for one in sorted(result.firms, key=lambda one: one["rank"])]
    assert "".join(by_rank) == "A" * 5 + "B" * 9 + "C" * 5 + "D"
    assert result.firms[-1]["rank"] == 1


def test_equal_scores_have_one_class(tmp_path: Path) -> None:
    result = run(tmp_path, *(firm(f"厂{number}", tax=50) for number in range(20)))
    assert {(one["rank"], one["class"]) for one in result.firms} == {(1, "A")}


def test_without_published_shares_there_are_no_classes(tmp_path: Path) -> None:
    result = run(tmp_path, firm("甲", tax=80), letters=None)
    assert (result.firms[0]["class"], result.sensitivity) == (None, [])
    assert "未公布分档" in result.remarks[0].zh


def test_what_has_no_published_method_has_no_score(tmp_path: Path) -> None:
    result = run(
        tmp_path,
        f"甲,{AT_REFERENCE}",
        header=HEADER.replace("主营业务收入", "销售收入"),
        name="anhui-city",
        letters=None,
    )
    assert result.firms[0]["score"] is None
    assert "未公布单项指标" in result.remarks[0].zh


def test_one_per_cent_of_land_or_of_a_weight_is_told_where_it_changes_a_class(tmp_path: Path) -> None:
    close = [firm("甲", tax=100), firm("乙", tax=99.5), firm("丙", tax=50), firm("丁", tax=10)]
    result = run(tmp_path, *close, name="anhui-city", letters=None)
    told = {
        (one["firm"], one["changed"], one["which"], one["percent"], one["from"], one["to"])
        for one in result.sensitivity
    }
    assert told == {
        ("甲", "firm_land", "甲", 1, "A", "B"), ("乙", "firm_land", "甲", 1, "B", "A"),
        ("甲", "firm_land", "乙", -1, "A", "B"), ("乙", "firm_land", "乙", -1, "B", "A"),
    }  # fmt: skip
    # 甲 scores 50 and 100, 乙 100 and 49.8: one per cent of either weight turns them round.
    by_weight = [
        firm("甲", tax=115.932, electricity=115.932 / 0.4704),
        firm("乙", tax=231.864, electricity=231.864 / (0.2352 * 0.996)),
        firm("丙", 1),
        firm("丁", 1),
    ]
    result = run(tmp_path, *by_weight)
    changes = {(one["which"], one["percent"]) for one in result.sensitivity if one["changed"] == "indicator_weight"}
    assert changes == {("亩均税收", 1), ("单位用电税收", -1)}
    far = [firm("甲", tax=100), firm("乙", tax=80), firm("丙", tax=50), firm("丁", tax=10)]
    assert run(tmp_path, *far).sensitivity == []


def test_the_order_of_rows_changes_no_result(tmp_path: Path) -> None:
    rows = [firm(f"厂{number}", tax=number % 7 + number / 100) for number in range(12)]
    one, other = run(tmp_path, *rows), run(tmp_path, *reversed(rows))
    assert one.firms == other.firms[::-1]


@pytest.mark.slow
@given(st.lists(st.integers(1, 1000), min_size=1, max_size=30))
def test_a_better_score_never_has_a_worse_class(taxes: list[int]) -> None:
    chosen = standard("anhui-city")
    rows = pd.DataFrame(
        {"firm": [str(place) for place in range(len(taxes))], "size": "规下", "评价税收": taxes, "用地面积": 1.0}
    )
    rows = rows.assign(name=rows["firm"], **{"工业增加值": 1.0})
    firms = sorted(evaluate(rows, chosen, classes(None, chosen)).firms, key=lambda one: -one["score"])
    assert [one["class"] for one in firms] == sorted(one["class"] for one in firms)
    assert [one["rank"] for one in firms] == sorted(one["rank"] for one in firms)


@pytest.mark.parametrize(
    ("rows", "header", "problem"),
    [
        ([firm("甲", 80), firm("甲", 81)], HEADER, r"row 3, column 企业名称: the firm '甲' stands twice"),
        ([firm("甲", 80)], HEADER.replace("面积（亩）", "面积"), "does not state its unit"),
        ([firm("甲", 80)], HEADER.replace("面积（亩）", "面积（吨）"), "cannot be converted to 亩"),
        (["甲,大型,1,1,,,,,,,1"], HEADER, "is no size"),
        (["甲,规下,很多,1,,,,,,,1"], HEADER, "'很多' is not a number"),
        (["规下,80"], "规模,评价税收（万元）", "no column of firms' names"),
        ([firm("甲", 80, land=-5)], HEADER, r"row 2, column 用地面积（亩）: '-5' is negative"),
        (
            [firm("甲", 80), firm("乙", 80, electricity=-0.5)],
            HEADER,
            r"row 3, column 用电量（万千瓦时）: '-0.5' is neg",
        ),
        (["甲,,1,1,,,,,,,1"], HEADER, "row 2, column 规模: states no size"),
    ],
)
def test_a_table_with_flaws_is_refused(tmp_path: Path, rows: list[str], header: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        run(tmp_path, *rows, header=header)


def test_every_flawed_number_is_told_and_a_refund_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        run(tmp_path, firm("甲", 80, land=-5), firm("乙", 80, land=-6), "丙,规下,许多,-7,,,,,,,1")
    flaws = [refusal.value, *refusal.value.others]
    assert sorted((one.row, str(one.column)) for one in flaws) == [
        (2, "用地面积（亩）"), (3, "用地面积（亩）"), (4, "用地面积（亩）"), (4, "评价税收（万元）")
    ]  # fmt: skip
    (one,) = run(tmp_path, firm("甲", tax=-8)).firms  # more tax paid back than paid
    assert one["score"] < 0


def test_an_office_has_a_standard_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    head = "standard_id,place,place_en,year,size,indicator,indicator_en,numerator,numerator_unit,denominator,denominator_unit,unit,weight,reference,method,missing,source"
    own.write_text(
        f"{head}\nours,我区,,2026,规下,亩均税收,,评价税收,万元,用地面积,亩,万元/亩,100,4,ratio,zero,区文 1 号\n",
        "utf-8",
    )
    result = run(tmp_path, firm("甲", tax=80), firm("乙", tax=""), name=str(own))  # type: ignore[arg-type]
    assert [one["score"] for one in result.firms] == [200, 0]
    own.write_text(
        f"{head}\nours,我区,,2026,规下,亩均税收,,评价税收,万元,用地面积,亩,万元/人,100,,ratio,,区文\n", "utf-8"
    )
    with pytest.raises(InputError) as refusal:
        standard(str(own))
    assert {one.column for one in (refusal.value, *refusal.value.others)} == {"reference", "unit"}


@pytest.mark.parametrize("name", ["25,70", "25,20,95", "A,B,C", "huangyan-2022"])
def test_classes_that_are_none_are_refused(name: str) -> None:
    with pytest.raises(InputError):
        classes(name, standard("huangyan-2022"))


def test_a_standard_has_to_be_named() -> None:
    with pytest.raises(InputError, match="huangyan-2022"):
        standard(None)
    with pytest.raises(InputError, match="perhaps you mean: huangyan-2022"):
        standard("huangyan-2023")
    assert len(published()) == 3


@pytest.mark.slow
def test_the_command_writes_every_format_in_both_languages(tmp_path: Path) -> None:
    file = tmp_path / "firms.csv"
    file.write_text("\n".join([HEADER, f"=1+1,{AT_REFERENCE}", firm("乙", 80)]) + "\n", "utf-8")

    def yzgeo(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "yzgeo", "evaluate", str(file), "--standard", "huangyan-2022", *words]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    record = json.loads(yzgeo("--classes", "anhui-city", "--format", "json").stdout)
    assert record["firms"][0]["score"] == pytest.approx(100, abs=1e-4)
    assert record["standard"]["up_to_percent"] == [25, 70, 95, 100]
    assert "得分" in yzgeo().stdout
    assert "score" in yzgeo("--lang", "en").stdout
    header, *lines = csv.reader(io.StringIO(yzgeo("--format", "csv", "--classes", "25,70,95").stdout.lstrip("\ufeff")))
    assert header[:7] == ["名称", "规模", "得分", "名次", "分类", "亩均税收（万元/亩）", "亩均税收得分"]
    assert [line[0] for line in lines] == ["'=1+1", "乙"]
    small = dict(zip(header, lines[1], strict=True))
    assert (small["亩均税收（万元/亩）"], small["单位能耗增加值（万元/吨标煤）"], small["规模"]) == ("8.0", "", "规下")
    english = next(csv.reader(io.StringIO(yzgeo("--format", "csv", "--lang", "en").stdout.lstrip("\ufeff"))))
    assert english[:5] == ["name", "size", "score", "rank", "class"]
    assert yzgeo("-o", str(tmp_path / "classes.xlsx"), "--lang", "en").returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "classes.xlsx")["firms"]
    assert [cell.value for cell in sheet[2]][:2] == ["=1+1", "=1+1"]
    assert sheet["A2"].data_type == "s"
    assert yzgeo("-o", str(file)).returncode == 2
    assert file.read_text("utf-8").startswith(HEADER)
