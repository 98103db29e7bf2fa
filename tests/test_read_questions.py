"""The questions of a reading offer what the text says, all of it, and nothing empty."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_documents import Drafted, of_text

from yzgeo.documents import questions, words
from yzgeo.documents.candidate import Candidate, frame
from yzgeo.publish.review import data, render
from yzgeo.publish.review.data import Document

WORDS = words.load()
TEXT = "失业率控制在5%以内"
CELLS = {"name": ("失业率", 0, 3), "target": ("5", 6, 7), "unit": ("%", 7, 8), "direction": ("at_most", 3, 10)}


def ask_of(columns: list[str]) -> list[questions.Question]:
    """The questions of a row of targets that has these cells, each likely."""
    cells = [
        Candidate("targets", "k", name, value, "target", "一", start, end, TEXT, "prose", "likely", "cell")
        for name, (value, start, end) in CELLS.items()
        if name in columns
    ]
    clauses = pd.DataFrame({"clause": ["一"], "kind": ["paragraph"], "text": [TEXT]})
    return questions.ask(frame(cells), frame([]), clauses, WORDS)


@given(st.lists(st.sampled_from(list(CELLS)), min_size=1, unique=True))
def test_only_a_name_with_an_amount_is_offered(columns: list[str]) -> None:
    offered = [option for question in ask_of(columns) for option in question.options if option.value]
    assert bool(offered) == ({"name", "target"} <= set(columns))
    lines = [line for question in ask_of(columns) for line in question.row["options"].splitlines()]
    assert len(lines) == len(offered)


def test_an_amount_of_ones_own_completes_a_row_without_one() -> None:
    asked = ask_of(["name", "unit"])
    answer = questions.Answer(asked[0].row["question_id"], questions.OWN, "5", "", asked[0].row, 2)
    clauses = pd.DataFrame({"clause": ["一"], "text": [TEXT]})
    cells = questions.chosen(asked, [answer], clauses, WORDS, Path("questions.csv"))
    assert dict(zip(cells["column"], cells["value"], strict=True)) == {"name": "失业率", "unit": "%", "target": "5"}


def years_offered(drafted: Drafted, value: str, table: str) -> set[str]:
    return {
        cell["value"]
        for question in drafted.questions
        for option in question.options
        if option.value and value in {one["value"] for one in option.cells}
        for cell in option.cells
        if cell["table"] == table and cell["column"] in {"year", "target_year"}
    }


def test_of_several_years_every_number_may_be_of_each() -> None:
    drafted = of_text("到2027年和2030年，规上企业分别达到120家和160家。")
    for value in ("120", "160"):
        for table in ("targets", "figures"):
            assert years_offered(drafted, value, table) == {"2027", "2030"}


def test_where_the_text_has_as_much_for_each_none_is_chosen_beforehand() -> None:
    for text in (
        "到2027年和2030年，规上企业分别达到120家和160家。",
        "到2030年，甲、乙、丙产业产值分别达到100亿元、200亿元。",
    ):
        drafted = of_text(text)
        read = drafted.reading
        rows = pd.concat([read.taken.assign(taken=True), read.asked.assign(taken=False)], ignore_index=True)
        asked = questions.frame(drafted.questions)
        page = data.review_data(data.Document("甲", ()), read.clauses, rows, asked, read.unread, "zh")
        assert len(page["questions"]) == 2
        assert {one["likely"] for one in page["questions"]} == {None}


@pytest.mark.parametrize(
    "said",
    [
        *("六平方公里", "六十八平方公里", "一千二百亩", "百分之十二", "三成", "两成", "翻一番", "三百至三百五十家"),
        *("二十万平方米", "“5+10”家", "一点五倍", "百分之八到百分之十"),
    ],
)
def test_a_number_in_words_that_goes_nowhere_is_told(said: str) -> None:
    drafted = of_text(f"河西片区的情况有{said}左右，各方面要做好工作。到2030年，绿色工厂达到70家。")
    told = list(drafted.reading.unread["number"])
    assert told == [said] or (told == [] and said in drafted.asked())


@pytest.mark.parametrize(
    "said",
    ["一批项目", "一轴两带", "第三次会议", "五百亿级企业", "“十四五”时期", "一体化", "千家万户", "五个坚持", "大成果"],
)
def test_a_manner_of_speaking_is_no_number(said: str) -> None:
    assert of_text(f"推进{said}，做好工作。").reading.unread.empty


def test_answers_are_said_in_english_too() -> None:
    drafted = of_text("“一核”即甲山开发区，规划面积5平方公里，2020年工业产值达到88亿元。")
    asked = next(one for one in drafted.questions if "88" in one.row["question_zh"])
    assert [one.english for one in asked.options] == [
        "base figure: 甲山开发区 工业产值 88亿元 (2020)",
        "base figure: 工业产值 88亿元 (2020)",
    ]
    page = render.of_reading(drafted.reading, drafted.questions, Document("甲", ("甲.txt",)), "en")
    assert "base figure: 甲山开发区 工业产值 88亿元 (2020)" in page
