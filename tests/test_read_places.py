"""Places that a plan names, looked up among the known places of its district."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.documents import places
from yzgeo.documents.questions import Answer
from yzgeo.plan.load import load

KNOWN = pd.DataFrame(
    {
        "place_id": ["east", "east-2", "hill", "lake"],
        "name": ["东镇", "东镇", "山岗镇", "湖街村"],
        "source": ["GeoNames 1", "GeoNames 2", "GeoNames 3", "GeoNames 4"],
        "uncertainty_m": [2000.0] * 4,
    }
)
PLACES = KNOWN.assign(uncertainty_m="2000").to_dict("records")


def certainty(name: str) -> str:
    return str(places.among([name], KNOWN)["certainty"].iloc[0])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("山岗镇", "sure"),
        ("山岗镇工业区块", "sure"),
        ("湖街村", "sure"),
        ("连片山岗镇", "sure"),
        ("山岗街道", "likely"),  # another title today
        ("山岗创新园", "likely"),  # by its stem alone
        ("上山岗镇", "likely"),  # may be another town
        ("南山岗", "none"),
        ("东镇", "guess"),  # two of that name
        ("山岗镇和湖街村", "guess"),
        ("河街道", "none"),
        ("", "none"),
    ],
)
def test_one_place_by_its_whole_name_is_sure_and_nothing_else(name: str, expected: str) -> None:
    assert certainty(name) == expected


@given(st.text("山岗镇湖街村东道园、上和", max_size=14))
def test_what_is_sure_stands_in_the_text_by_its_whole_name(name: str) -> None:
    found = places.among([name], KNOWN)
    for row in found[found["certainty"] == "sure"].itertuples():
        assert name[row.start : row.end] == row.known_as
        assert len(found) == 1
    assert set(found["name"]) == {name}


def placed(words: str) -> places.Placed:
    cell = {"table": "zones", "key": "北片", "column": "formed_from", "value": words, "clause": "一", "start": 2}
    return places.of_zones(pd.DataFrame([cell]), [{"zone_id": "north", "name": "北片"}], KNOWN)


@pytest.mark.slow
@given(st.text("山岗镇湖街村东道园、，和连片由的基础上", max_size=30))
def test_every_part_of_a_zone_is_placed_or_asked_at_its_own_words(words: str) -> None:
    found = placed(words)
    text = "北片" + words
    for row in found.rows:
        assert row["words"] in text
    for row in found.questions:
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
    assert bool(found.rows or found.questions) == any(True for _ in places._parts(words))


def test_answers_become_rows_and_0_none() -> None:
    asked = placed("连片东镇工业区、河街道").questions
    assert [row["options"].count("GeoNames") for row in asked] == [2, 0]

    def answer(row: dict[str, str], given: str, value: str = "") -> Answer:
        return Answer(row["question_id"], given, value, "", row, 2)

    rows = places.answered([answer(asked[0], "2"), answer(asked[1], "0")], PLACES, Path("q.csv"))
    assert [(row["zone_id"], row["place_id"], row["words"]) for row in rows] == [("north", "east-2", "东镇工业区")]
    rows = places.answered([answer(asked[1], "E", "山岗镇")], PLACES, Path("q.csv"))
    assert [(row["place_id"], row["stand_in"]) for row in rows] == [("hill", "true")]
    for given_answer, value in (("3", ""), ("E", "不在表里"), ("E", "东镇")):  # none, unknown, two of that name
        with pytest.raises(InputError):
            places.answered([answer(asked[0], given_answer, value)], PLACES, Path("q.csv"))


@pytest.mark.slow
def test_a_draft_with_a_district_has_its_places_and_asks_for_the_rest(tmp_path: Path) -> None:
    plan = tmp_path / "规划.txt"
    plan.write_text(
        "一、产业布局\n（一）布局\n1.两大片区。\n东河产业集聚区。在原东河园的基础上，连片姜山镇、某某街道工业区块，形成东河产业集聚区主园区，"
        "可利用面积16.88平方公里。\n主导产业：智能家电、医疗健康。\n",
        "utf-8",
    )
    folder = tmp_path / "plan"
    done = CliRunner().invoke(cli, ["read", str(plan), "-o", str(folder), "--district", "330212"])
    assert done.exit_code == 0, done.output
    rows = load(folder).zone_places
    assert [row.words for row in rows.itertuples()] == ["姜山镇"]
    with (folder / "questions.csv").open(encoding="utf-8-sig", newline="") as file:
        asked = [row for row in csv.DictReader(file) if row["kind"] == "place"]
    assert "某某街道工业区块" in [row["quote"] for row in asked]
    answered = tmp_path / "questions.csv"
    with answered.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(asked[0]))
        writer.writeheader()
        writer.writerows({**row, "answer": "E", "value": "横溪镇"} for row in asked)
    done = CliRunner().invoke(cli, ["read", "--apply", str(answered), "--into", str(folder)])
    assert done.exit_code == 0, done.output
    assert len(load(folder).zone_places) == 1 + len(asked)
