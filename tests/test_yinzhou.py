"""The tables of the built-in plan against the plan's own words, which stand beside them clause by clause."""

from __future__ import annotations

import hashlib
import math
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import shapely
from pyproj import Geod

from yzgeo.core import qualifiers as core_qualifiers
from yzgeo.core.values import json_value
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan

FOLDER = Path(__file__).parents[1] / "geodata" / "yinzhou"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load("yinzhou")


@pytest.fixture(scope="module")
def words(plan: Plan) -> dict[str, str]:
    """Text of each clause without the spaces and line breaks of typesetting."""
    return {row.clause: re.sub(r"\s", "", row.text) for row in plan.clauses.itertuples()}


def cells(words: dict[str, str], clause: str) -> list[str]:
    return words[clause].split("｜")


def printed(value: float) -> str:
    return f"{value:.10g}"


@pytest.mark.slow
def test_the_text_is_the_plan_word_for_word(plan: Plan) -> None:
    joined = re.sub(r"\s", "", "".join(plan.clauses["text"]).replace("｜", ""))
    assert hashlib.sha256(joined.encode()).hexdigest() == plan.particulars["text_sha256"]
    assert len(joined) > 20_000


def test_totals(plan: Plan) -> None:
    assert math.fsum(plan.zones["usable_area_km2"]) == 70.25
    investment = plan.projects.groupby("list")["investment_100m_yuan"].agg(math.fsum)
    assert investment.round(9).to_dict() == {"under_construction": 72.41, "planned": 117.9}
    assert round(math.fsum(plan.projects["new_land_mu"].dropna()), 9) == 1360.2
    counts = {
        name: len(getattr(plan, name)) for name in ("zones", "parks", "projects", "targets", "figures", "clusters")
    }
    assert counts == {
        "zones": 6,
        "parks": 24,
        "projects": 43,
        "targets": 64,
        "figures": 161,
        "clusters": 10,
    }  # README, CHANGELOG
    assert (plan.targets["source"].str.startswith("表1")).sum() == 23


def test_zones_are_as_text_and_table_say(plan: Plan, words: dict[str, str]) -> None:
    for zone in plan.zones.itertuples():
        text = words[zone.source]
        assert text.startswith(zone.name + "。")
        assert f"可利用面积{printed(zone.usable_area_km2)}平方公里" in text
        assert zone.positioning in text
        assert zone.formed_from in text
        assert cells(words, zone.source_table)[:2] == [zone.name_table, zone.positioning_table]


@pytest.mark.parametrize("kind", ["parks", "industries"])
def test_lists_of_the_text_are_complete_and_in_order(plan: Plan, words: dict[str, str], kind: str) -> None:
    listing, named, key, lead = {
        "parks": (plan.zone_parks, plan.parks, "park_id", "重点园区："),
        "industries": (plan.zone_industries, plan.industries, "industry_id", "主导产业："),
    }[kind]
    names = named.set_index(key)["name"]
    for (_, source), rows in listing[listing["listed_in"] == "text"].groupby(["zone_id", "source"]):
        listed = [names[item] for item in rows.sort_values("seq")[key]]
        assert words[source] == lead + "、".join(listed) + "。"


def test_lists_of_the_table_are_complete(plan: Plan, words: dict[str, str]) -> None:
    parks, industries = plan.parks.set_index("park_id")["name"], plan.industries.set_index("industry_id")["name"]
    for zone in plan.zones.itertuples():
        row = cells(words, zone.source_table)
        of_zone = plan.zone_parks[
            (plan.zone_parks["zone_id"] == zone.zone_id) & (plan.zone_parks["listed_in"] == "table")
        ]
        listed = plan.zone_industries[
            (plan.zone_industries["zone_id"] == zone.zone_id) & (plan.zone_industries["listed_in"] == "table")
        ]
        column = "".join(industries[item] for item in listed.sort_values("seq")["industry_id"])
        assert row[3] == column
        assert [row[2], *row[4:]] == [parks[item] for item in of_zone.sort_values("seq")["park_id"]]


def test_industries_of_the_prose_stand_there(plan: Plan, words: dict[str, str]) -> None:
    names = plan.industries.set_index("industry_id")["name"]
    prose = plan.zone_industries[plan.zone_industries["listed_in"] == "prose"]
    assert len(prose) > 20
    for row in prose.itertuples():
        assert names[row.industry_id] in words[row.source]
        assert row.role in words[row.source]


def test_projects_are_as_the_annexes_print_them(plan: Plan, words: dict[str, str]) -> None:
    for project in plan.projects.itertuples():
        row = cells(words, project.source)
        assert row[:4] == [str(project.seq), project.name, project.owner, project.content]
        if project.list == "under_construction":
            assert row[4:] == [printed(project.investment_100m_yuan), f"{printed(project.years)}年", project.industry]
            assert pd.isna(project.new_land_mu)
        else:
            land = "——" if pd.isna(project.new_land_mu) else printed(project.new_land_mu)
            assert row[4:] == [land, printed(project.investment_100m_yuan), printed(project.years), project.industry]


def test_land_and_floor_area_of_projects_stand_in_their_content(plan: Plan) -> None:
    assert plan.projects["site_area"].notna().sum() == 18
    assert plan.projects["floor_area"].notna().sum() == 21
    for project in plan.projects.itertuples():
        if not pd.isna(project.site_area):
            assert f"{printed(project.site_area)}{project.site_area_unit}" in project.content
        if not pd.isna(project.floor_area):
            pattern = rf"{project.floor_area_words}为?约?{re.escape(printed(project.floor_area))}(万?平|㎡)"
            assert re.search(pattern, project.content), project.project_id
            assert project.floor_area_unit.startswith("万") == ("万平" in project.content)
        if not pd.isna(project.land_reuse):
            assert project.land_reuse in project.content


def test_land_of_the_content_that_no_column_holds_is_none(plan: Plan) -> None:
    """Every area that a description prints is either in a column, in figures.csv, or not an area of the project."""
    figures = plan.figures[plan.figures["scope"].str.startswith("project:")]
    for project in plan.projects.itertuples():
        held = {printed(value) for value in (project.site_area, project.floor_area) if not pd.isna(value)}
        held |= {printed(value) for value in figures.loc[figures["scope"] == f"project:{project.project_id}", "value"]}
        areas = re.findall(r"(\d[\d.]*)万?(?:亩|平方|平厂|平。|㎡)", project.content)
        assert set(areas) <= held, project.project_id


def test_table_1_row_by_row(plan: Plan, words: dict[str, str]) -> None:
    table = plan.targets[plan.targets["source"].str.startswith("表1")]
    groups = []
    for target in table.itertuples():
        row = cells(words, target.source)
        if row[0] != target.name:
            groups.append(row.pop(0))
        assert groups[-1] == target.group
        name, city, base, goal = row
        assert name == target.name
        assert stated(city) == (json_value(target.city_target), json_value(target.city_text))
        assert stated(goal) == (json_value(target.target), json_value(target.target_text))
        assert stated(base) == (json_value(target.base), None)


def stated(cell: str) -> tuple[float | None, str | None]:
    """The number, or the words, that a cell of 表1 prints; nothing for --."""
    if cell == "--":
        return None, None
    figure = re.fullmatch(r"(?:累计下降)?(-?[\d.]+)%?", cell)
    return (float(figure[1]), None) if figure else (None, cell)


def test_annex_1_row_by_row(plan: Plan, words: dict[str, str]) -> None:
    columns = [
        "firms_2018",
        "output_2018",
        "city_share_2018",
        "output_2020",
        "growth_2020",
        "output_2022",
        "growth_2022",
    ]
    columns += ["output_2025", "growth_2025", "city_output_2025", "city_share_2025"]
    for _, cluster in plan.clusters.iterrows():
        name, *figures = cells(words, cluster["source"])
        assert name == cluster["name"]
        assert [float(figure.rstrip("%％")) for figure in figures] == [float(cluster[column]) for column in columns]


IN_WORDS = {"十大": 10, "十家": 10, "百家": 100, "千家": 1000, "万家": 10000}
UNIT = "(?:个|家|件|项|条|%|亩|套|亿元|万元/亩)?"
FIRMNESS = ("力争", "争取", "争创", "原则上")
"""Qualifiers of a whole sentence: others stand next to their number."""


def statements(plan: Plan) -> pd.DataFrame:
    """All figures and targets outside 表1, with what is printed beside each number."""
    columns = {"target": "value", "target_to": "value_to", "target_qualifier": "qualifier", "name": "printed_name"}
    targets = plan.targets[~plan.targets["source"].str.startswith("表1")].drop(columns="unit").rename(columns=columns)
    names = plan.measures.set_index("measure_id")["name"]
    figures = plan.figures.assign(printed_name=plan.figures["measure_id"].map(names))
    return pd.concat([figures, targets], ignore_index=True)


def places_of(row: object, text: str) -> list[tuple[str, str]]:
    """The text before and behind each place where the clause prints the number, or the range, of a statement."""
    end = "" if pd.isna(row.value_to) else f"[-—–～~至到]{re.escape(printed(row.value_to))}"
    number = rf"(?<![\d.]){re.escape(printed(row.value))}(?:\.0)?{end}(?![\d.]|[-—–]\d+家)"
    patterns = [number, *(word for word, value in IN_WORDS.items() if row.value == value and not end)]
    found = [match.span() for pattern in patterns for match in re.finditer(pattern, text)]
    return [(text[:start], text[stop:]) for start, stop in found]


def stands_beside(word: str, before: str, behind: str) -> bool:
    """Whether a qualifier stands next to the number, or for 力争 and its like earlier in the same sentence."""
    if word in FIRMNESS:
        return word in re.split("[。；]", before)[-1]
    return before.endswith(word) or re.match(UNIT + word, behind) is not None


def test_every_other_figure_stands_in_its_clause_with_its_qualifiers_and_range(
    plan: Plan, words: dict[str, str]
) -> None:
    rows = statements(plan).dropna(subset=["value"])
    assert len(rows) > 190
    qualified = 0
    for row in rows.itertuples():
        found = places_of(row, words[row.source])
        assert found, row
        qualifiers = core_qualifiers.words(row.qualifier)
        qualified += len(qualifiers)
        assert any(all(stands_beside(word, *place) for word in qualifiers) for place in found), row
    assert qualified > 50


LOOSE = "约|近|超过|突破|冲破|逾|不低于|不超过"
BEHIND = "以上|左右|余|以内|以下"


def test_no_qualifier_of_the_clause_is_lost(plan: Plan, words: dict[str, str]) -> None:
    """A number that stands once in its clause has all the words that stand beside it there."""
    told = 0
    for row in statements(plan).dropna(subset=["value"]).itertuples():
        found = places_of(row, words[row.source])
        if len(found) > 1:
            continue
        before, behind = found[0]
        beside = re.findall(f"(?:{LOOSE})$", before) + re.findall(f"^{UNIT}({BEHIND})", behind)
        told += len(beside)
        assert set(beside) <= set(core_qualifiers.words(row.qualifier)), row
    assert told > 25


def test_a_target_in_words_stands_in_its_clause(plan: Plan, words: dict[str, str]) -> None:
    rows = statements(plan)
    rows = rows[rows["value"].isna()]
    assert set(rows["target_text"]) == {"每年有10亿级项目启动", "实现零突破", "全覆盖"}
    for row in rows.itertuples():
        sentence = next(part for part in re.split("[。；]", words[row.source]) if row.target_text in part)
        assert all(word in sentence for word in core_qualifiers.words(row.qualifier)), row


def test_every_noun_is_printed(plan: Plan, words: dict[str, str]) -> None:
    """The noun, or the measure's name where there is none, stands in the clause word for word."""
    rows = statements(plan)
    rows = rows[~rows["scope"].str.startswith("project:")]
    assert rows["noun"].notna().sum() > 60
    for row in rows.itertuples():
        name = row.printed_name if pd.isna(row.noun) else row.noun
        assert name in words[row.source], row
        if not pd.isna(row.noun):
            assert row.noun != row.printed_name, row
    for row in plan.figures[plan.figures["scope"].str.startswith("project:")].dropna(subset=["item"]).itertuples():
        assert row.item in words[row.source], row


def test_two_statistics_of_different_names_are_two_measures(plan: Plan) -> None:
    of_source = {
        (row.source, row.value): row.measure_id for row in statements(plan).dropna(subset=["value"]).itertuples()
    }
    in_table = plan.targets.set_index("source")["measure_id"]
    assert of_source["一（一）4", 2.7] != in_table["表1 第1行"]
    assert of_source["四（四）4", 10] != in_table["表1 第22行"]
    assert of_source["四（二）4", 15] != of_source["专栏3", 15]
    assert of_source["专栏4", 14] != in_table["表1 第11行"]


def test_each_relation_of_measures_quotes_the_clause_that_claims_it(plan: Plan, words: dict[str, str]) -> None:
    assert len(plan.measure_relations) == 18
    for relation in plan.measure_relations.itertuples():
        assert len(relation.words) > 10
        assert relation.words in words[relation.source], relation


def test_areas_of_projects_keep_their_qualifiers(plan: Plan) -> None:
    qualified = 0
    for project in plan.projects.itertuples():
        for value, qualifier in (
            (project.site_area, project.site_area_qualifier),
            (project.floor_area, project.floor_area_qualifier),
        ):
            if not pd.isna(value):
                beside = re.search(rf"(约?)(?<![\d.]){re.escape(printed(value))}(?![\d.])", project.content)
                assert (beside[1] or None) == json_value(qualifier), project
                qualified += bool(beside[1])
    assert qualified == 8


def test_every_source_that_is_a_clause_exists(plan: Plan) -> None:
    clauses = set(plan.clauses["clause"])
    for name in (
        "zones",
        "zone_places",
        "zone_parks",
        "zone_industries",
        "industries",
        "projects",
        "figures",
        "targets",
        "clusters",
    ):
        assert set(getattr(plan, name)["source"]) <= clauses, name


def test_outlines_have_the_plans_area_on_the_ellipsoid(plan: Plan) -> None:
    geod = Geod(ellps="GRS80")
    district = shapely.union_all(plan.district.geometry.to_numpy())
    for zone in plan.zones.itertuples():
        assert zone.geometry.geom_type == "Polygon"
        assert zone.geometry.is_valid
        assert abs(geod.geometry_area_perimeter(zone.geometry)[0]) / 1e6 == pytest.approx(
            zone.usable_area_km2, rel=1e-4
        )
        assert district.covers(zone.geometry)
        assert zone.outline_basis == "schematic"
    shapes = list(plan.zones.geometry)
    assert all(not a.overlaps(b) and not a.contains(b) for i, a in enumerate(shapes) for b in shapes[i + 1 :])


@pytest.mark.slow
def test_stored_outlines_are_what_is_grown_now() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/outlines.py", "--check"],
        cwd=FOLDER.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_district_is_the_one_of_the_record(plan: Plan) -> None:
    area_km2 = abs(Geod(ellps="GRS80").geometry_area_perimeter(plan.district.geometry.iloc[0])[0]) / 1e6
    assert area_km2 == pytest.approx(797.57, abs=0.01)


def frictionless(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("frictionless")), "validate", "datapackage.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_data_package_is_valid_for_frictionless_itself() -> None:
    done = frictionless(FOLDER)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("zones", "16.88", "十六"),
        ("zone_places", "mingzhou,jiangshan", "mingzhou,nowhere"),
        ("projects", "附件2 第1行", "附件9"),
    ],
)
def test_frictionless_refuses_text_for_a_figure_and_unknown_keys(
    tmp_path: Path, table: str, old: str, new: str
) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    content = (tmp_path / f"{table}.csv").read_text("utf-8")
    assert old in content
    (tmp_path / f"{table}.csv").write_text(content.replace(old, new, 1), "utf-8")
    assert frictionless(tmp_path).returncode == 1
