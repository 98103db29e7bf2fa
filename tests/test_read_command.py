"""`yzgeo read`: a document to a folder that loads, its questions answered and taken in."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import yzgeo
from yzgeo.cli.main import cli
from yzgeo.documents import folder

TEXT = """甲县工业园区规划（2026—2030年）
一、布局
1.两大“产业平台”
甲山开发区。整合乙镇、丙镇工业区块，形成甲山开发区，可利用面积5平方公里。重点发展新材料、装备制造等产业。
主导产业：新材料、=1+1。
乙水开发区。可利用面积6平方公里，形成新城。
主导产业：食品加工。
二、目标
到2030年，绿色工厂达到100家，利润率保持-2.5%。
产值突破50亿元。全县开发区产值突破70亿元，推进8个园区改造提升。
=1+1是一句话。
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["read", *map(str, arguments)])


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    document = tmp_path / "plan.txt"
    document.write_text(TEXT, encoding="utf-8")
    result = run(document, "-o", tmp_path / "plan")
    assert result.exit_code == 0, result.output
    return tmp_path / "plan"


def asked(place: Path) -> list[dict[str, str]]:
    with (place / folder.QUESTIONS).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def answer(place: Path, file: Path, answers: dict[str, dict[str, str]]) -> Result:
    """Answer the questions whose first option holds a text."""
    rows = asked(place)
    for row in rows:
        for words, cells in answers.items():
            if words in row["options"]:
                row.update(cells)
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return run("--apply", file, "--into", place)


def contents(place: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in place.iterdir() if file.is_file()}


@pytest.mark.slow
def test_the_draft_loads_and_is_checked(drafted: Path) -> None:
    plan = yzgeo.load(drafted)
    assert plan.title("zh") == "甲县工业园区规划（2026—2030年）"
    assert list(plan.zones["usable_area_km2"]) == [5, 6]
    assert plan.targets["target"].iloc[0] == 100
    assert [finding.rule for finding in yzgeo.check(plan) if finding.severity == "error"] == []


@pytest.mark.slow
def test_text_of_the_document_is_no_formula(drafted: Path) -> None:
    texts = [file.read_text("utf-8-sig") for file in drafted.glob("*.csv")]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert "'=1+1是一句话。" in cells
    assert not any(cell.startswith("=") for cell in cells)


@pytest.mark.slow
def test_answers_become_rows_once(drafted: Path, tmp_path: Path) -> None:
    first = answer(drafted, tmp_path / "q.csv", {"重点发展": {"answer": "1"}})
    assert first.exit_code == 0, first.output
    with (drafted / "zone_industries.csv").open(encoding="utf-8-sig") as stream:
        prose = [row for row in csv.DictReader(stream) if row["listed_in"] == "prose"]
    assert [row["role"] for row in prose] == ["重点发展", "重点发展"]
    whole = contents(drafted)
    second = run("--apply", tmp_path / "q.csv", "--into", drafted)
    assert second.exit_code == 0
    assert contents(drafted) == whole
    assert [row["answer"] for row in asked(drafted) if "重点发展" in row["options"]] == ["1"]


@pytest.mark.slow
def test_not_stated_adds_nothing(drafted: Path, tmp_path: Path) -> None:
    before = contents(drafted)
    assert answer(drafted, tmp_path / "q.csv", {"重点发展": {"answer": "０"}}).exit_code == 0
    changed = {name for name, content in contents(drafted).items() if before.get(name) != content}
    assert changed == {folder.QUESTIONS}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"answer": "E", "value": "9"}, "9"),
        ({"answer": "7"}, "7"),
        ({"answer": "也许"}, "也许"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_nothing_changes(
    drafted: Path, tmp_path: Path, cells: dict[str, str], told: str
) -> None:
    before = contents(drafted)
    result = answer(drafted, tmp_path / "q.csv", {"园区改造提升": cells})
    assert result.exit_code == 2
    assert told in result.output
    assert contents(drafted) == before


@pytest.mark.slow
@pytest.mark.parametrize("cells", [{"value": "8", "unit": "亩"}, {"value": "改造提升"}])
def test_an_answer_that_cannot_be_applied_is_named(drafted: Path, tmp_path: Path, cells: dict[str, str]) -> None:
    before = contents(drafted)
    result = answer(
        drafted, tmp_path / "q.csv", {"园区改造提升": {"answer": "E", **cells}, "重点发展": {"answer": "1"}}
    )
    rows = asked(drafted)
    wrong = [(at, row["question_id"]) for at, row in enumerate(rows, 2) if "园区改造提升" in row["options"]]
    assert result.exit_code == 2
    for place, identity in wrong:
        assert f"q.csv，第 {place} 行，answer 列：{identity} " in result.output
    assert result.output.count("处理办法") == len(wrong)
    assert not re.search(r"tmp[a-z0-9_]{8}/", result.output)
    assert contents(drafted) == before


@pytest.mark.slow
def test_an_own_value_may_stand_in_words(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text(
        "一、目标\n到2030年，企业收入突破三十亿元，其中两千万元以上企业增加值突破60亿元。\n产值突破五十亿元。\n",
        "utf-8",
    )
    assert run(document, "-o", tmp_path / "plan").exit_code == 0
    given = {"answer": "E", "value": "50"}
    result = answer(tmp_path / "plan", tmp_path / "q.csv", {"50亿元": given})
    assert result.exit_code == 0, result.output


@pytest.mark.slow
def test_an_own_value_that_stands_in_the_text_is_taken(drafted: Path, tmp_path: Path) -> None:
    assert answer(drafted, tmp_path / "q.csv", {"园区改造提升": {"answer": "E", "value": "８"}}).exit_code == 0
    figures = yzgeo.load(drafted).figures
    assert 8 in list(figures["value"])


@pytest.mark.slow
def test_questions_of_another_document_are_refused(drafted: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("question_id,answer,quote\nq001,1,别的文件里的一句话\n", encoding="utf-8")
    result = run("--apply", other, "--into", drafted)
    assert result.exit_code == 2
    assert "q001" in result.output


@pytest.mark.slow
def test_a_changed_text_is_refused(drafted: Path, tmp_path: Path) -> None:
    file = drafted / "clauses.csv"
    file.write_text(file.read_text("utf-8-sig").replace("100家", "900家"), encoding="utf-8")
    result = answer(drafted, tmp_path / "q.csv", {"重点发展": {"answer": "1"}})
    assert result.exit_code == 2


@pytest.mark.slow
def test_a_taken_folder_is_not_overwritten(drafted: Path, tmp_path: Path) -> None:
    before = contents(drafted)
    assert run(tmp_path / "plan.txt", "-o", drafted).exit_code == 2
    assert contents(drafted) == before


@pytest.mark.parametrize("arguments", [[], ["x.txt"], ["--apply", "q.csv"], ["--into", "p"], ["x.doc", "-o", "p"]])
def test_what_is_missing_is_told(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert not (tmp_path / "p").exists()


@pytest.mark.slow
def test_words_of_an_office(tmp_path: Path) -> None:
    own = tmp_path / "words"
    own.mkdir()
    (own / "zones.csv").write_text("word,kind\n创业坊,创业坊\n", encoding="utf-8")
    document = tmp_path / "plan.txt"
    document.write_text("甲山创业坊。整合乙镇工业区块，形成甲山创业坊，可利用面积5平方公里。\n", encoding="utf-8")
    assert run(document, "-o", tmp_path / "without").exit_code == 0
    assert run(document, "-o", tmp_path / "with", "--words", own).exit_code == 0
    assert list(yzgeo.load(tmp_path / "without").zones["name"]) == []
    assert list(yzgeo.load(tmp_path / "with").zones["name"]) == ["甲山创业坊"]


def test_an_unknown_table_of_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zone.csv").write_text("word\n港\n", encoding="utf-8")
    (tmp_path / "plan.txt").write_text("甲。\n", encoding="utf-8")
    assert run(tmp_path / "plan.txt", "-o", tmp_path / "p", "--words", tmp_path).exit_code == 2


def test_inputs_that_cannot_be_are_refused_with_their_own_remedy(tmp_path: Path) -> None:
    document, empty, other = tmp_path / "plan.txt", tmp_path / "empty.txt", tmp_path / "other"
    document.write_text(TEXT, encoding="utf-8")
    empty.write_text(" \n", encoding="utf-8")
    other.mkdir()
    (tmp_path / "plan.docx").mkdir()
    for arguments, told in (
        ((document, tmp_path / "other" / ".." / "plan.txt"), "两次"),
        ((tmp_path / "plan.docx",), "文件夹"),
        ((document, "--words", other), str(other)),
        ((empty,), "empty.txt"),
    ):
        result = run(*arguments, "-o", tmp_path / "p")
        assert result.exit_code == 2
        assert told in result.output
        assert "ocr" not in result.output
        assert not (tmp_path / "p").exists()
