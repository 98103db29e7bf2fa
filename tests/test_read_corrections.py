"""What is changed or struck on the page of the review is written into the tables, proved as everything else."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import yzgeo
from yzgeo.cli.main import cli
from yzgeo.documents import corrections, folder

pytestmark = pytest.mark.slow

TEXT = """甲县工业规划
一、布局
（一）甲山开发区。整合乙镇、丙镇工业区块，形成甲山开发区，可利用面积5平方公里，其中一期7平方公里。
主导产业：新材料、生物医药。
（二）丁河工业园。规划面积12平方公里。
二、目标
到2030年，绿色工厂达到70家，省级的30家；高新企业达到90家。
"""


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    document = tmp_path / "plan.txt"
    document.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(cli, ["read", str(document), "-o", str(tmp_path / "plan")])
    assert result.exit_code == 0, result.output
    return tmp_path / "plan"


def cell(plan: Path, table: str, column: str, value: str) -> dict[str, str]:
    """A drafted cell as the page saves it."""
    taken = folder.kept(plan).taken
    (row,) = taken[(taken["table"] == table) & (taken["column"] == column) & (taken["value"] == value)].to_dict(
        "records"
    )
    return {name: str(row[name]) for name in (*corrections.OF_CELL, "quote", "end")} | {"question_id": "row-0123456789"}


def apply(plan: Path, *rows: dict[str, str]) -> Result:
    columns = ("question_id", "quote", *corrections.OF_CELL, "end", "answer", "value", "unit")
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    file = plan.parent / "answers.csv"
    file.write_text(text.getvalue(), encoding="utf-8")
    return CliRunner().invoke(cli, ["read", "--apply", str(file), "--into", str(plan)])


def contents(plan: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in plan.glob("*.csv")}


@pytest.mark.slow
def test_a_value_is_changed_and_stays_so(drafted: Path) -> None:
    area = cell(drafted, "zones", "area", "5") | {"answer": "E", "value": "7"}
    for _ in range(2):  # the same file once more changes nothing
        result = apply(drafted, area)
        assert result.exit_code == 0, result.output
        zones = yzgeo.load(drafted).zones.set_index("name")
        assert zones.loc["甲山开发区", "area_km2"] == 7
        assert zones.loc["丁河工业园", "area_km2"] == 12
    assert "各表未变" in result.output


def test_a_name_is_changed_and_what_belongs_to_it_stays(drafted: Path) -> None:
    result = apply(drafted, cell(drafted, "zones", "name", "甲山开发区") | {"answer": "E", "value": "甲山"})
    assert result.exit_code == 0, result.output
    plan = yzgeo.load(drafted)
    assert set(plan.zones["name"]) == {"甲山", "丁河工业园"}
    assert len(plan.zone_industries) == 2
    assert set(plan.zone_industries["zone_id"]) <= set(plan.zones["zone_id"])


def test_a_row_is_struck_and_the_others_stay(drafted: Path) -> None:
    before = contents(drafted)
    result = apply(drafted, cell(drafted, "targets", "target", "70") | {"answer": "X"})
    assert result.exit_code == 0, result.output
    plan = yzgeo.load(drafted)
    assert 70 not in set(plan.targets["target"])
    assert 90 in set(plan.targets["target"])
    assert {name for name, content in contents(drafted).items() if before.get(name) != content} == {
        "targets.csv",
        "questions.csv",
    } - ({"questions.csv"} if before["questions.csv"] == (drafted / "questions.csv").read_bytes() else set())


def test_a_zone_that_is_struck_goes_with_its_industries(drafted: Path) -> None:
    assert apply(drafted, cell(drafted, "zones", "name", "甲山开发区") | {"answer": "X"}).exit_code == 0
    plan = yzgeo.load(drafted)
    assert list(plan.zones["name"]) == ["丁河工业园"]
    assert plan.zone_industries.empty


@pytest.mark.parametrize(
    ("change", "told"),
    [({"answer": "E", "value": "8"}, "8"), ({"answer": "E", "value": "7", "start": "9999"}, "没有这一格")],
)
def test_what_the_text_does_not_say_is_refused(drafted: Path, change: dict[str, str], told: str) -> None:
    before = contents(drafted)
    result = apply(drafted, cell(drafted, "zones", "area", "5") | change)
    assert result.exit_code == 2
    assert told in result.output
    assert contents(drafted) == before


def test_a_cell_that_was_changed_by_hand_is_not_overwritten(drafted: Path) -> None:
    file = drafted / "zones.csv"
    text = file.read_text("utf-8-sig")
    assert text.count(",5,") == 1
    file.write_text(text.replace(",5,", ",6,"), encoding="utf-8")
    result = apply(drafted, cell(drafted, "zones", "area", "5") | {"answer": "E", "value": "7"})
    assert result.exit_code == 2
    assert "起草后改过" in result.output
