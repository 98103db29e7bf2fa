"""The guide to plan folders says of tables and columns what the schema says, in both languages."""

from __future__ import annotations

import doctest
import re

import pytest

import guide_pictures
import plan_guide
from yzgeo.plan import tables

GUIDES = [
    *plan_guide.PAGES.values(),
    *(plan_guide.DOCS / f"{name}.md" for name in ("walkthrough", "walkthrough.zh", "read", "read.zh")),
]


@pytest.mark.parametrize("lang", plan_guide.PAGES)
def test_the_tables_of_the_guide_are_those_of_the_schema(lang: str) -> None:
    text = plan_guide.PAGES[lang].read_text("utf-8")
    assert plan_guide.renewed(text, lang) == text


@pytest.mark.parametrize("lang", plan_guide.PAGES)
def test_every_column_stands_in_the_guide_once_in_its_table(lang: str) -> None:
    sections = re.split(r"^### ", plan_guide.renewed(plan_guide.BEGIN, lang), flags=re.MULTILINE)[1:]
    listed = {
        re.search(r"`(\w+)\.csv`", section)[1]: re.findall(r"^\| `(\w+)`", section, re.MULTILINE)
        for section in sections
    }
    assert listed == {
        name: [field["name"] for field in schema["fields"]] for name, schema in tables.table_schemas().items()
    }


def test_what_is_told_in_one_language_is_told_in_the_other() -> None:
    for table in tables.schema()["tables"]:
        for described in (table, *table["schema"]["fields"]):
            for key in ("title", "description", "shows"):
                assert (key in described) == (f"{key}_en" in described), (table["name"], described["name"], key)


def test_examples_are_rows_of_the_built_in_plan_and_the_fullest() -> None:
    row = plan_guide.fullest_row("targets")
    assert sum(map(bool, row.values())) >= 10
    content = (tables.built_in() / plan_guide.EXAMPLE_PLAN / "targets.csv").read_text("utf-8")
    assert f"\n{row['target_id']},{row['measure_id']}," in content


def test_pictures_of_the_guides_are_there_and_small_and_no_others() -> None:
    shown = {name for guide in GUIDES for name in re.findall(r"\(pictures/([\w-]+)\.png\)", guide.read_text("utf-8"))}
    taken = {*guide_pictures.SHOTS, *guide_pictures.SHEETS, *guide_pictures.REVIEWS}
    assert shown == taken == {file.stem for file in guide_pictures.PICTURES.glob("*.png")}
    for file in guide_pictures.PICTURES.glob("*.png"):
        assert file.read_bytes()[:4] == b"\x89PNG"
        assert file.stat().st_size <= guide_pictures.LARGEST


@pytest.mark.parametrize("script", [plan_guide, guide_pictures])
def test_examples_of_the_scripts(script: object) -> None:
    assert doctest.testmod(script) == (0, doctest.testmod(script).attempted)  # type: ignore[arg-type]
