"""The built-in plans that come from excerpts, row by row against the words printed, which stand beside them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pandas as pd
import pytest

from yzgeo.checks.run import run
from yzgeo.core.i18n import Lang
from yzgeo.plan import tables, template
from yzgeo.plan.load import built_in_plans, load
from yzgeo.plan.model import Plan
from yzgeo.publish.build import build

EXCERPTS = ["liupanshui", "xiangcheng"]
OUTSIDE = "规划外资料"
"""Begins the name of a clause that quotes another text than the plan."""


@pytest.fixture(scope="module", params=EXCERPTS)
def plan(request: pytest.FixtureRequest) -> Plan:
    return load(request.param)


@pytest.fixture(scope="module")
def xiangcheng() -> Plan:
    return load("xiangcheng")


@pytest.fixture(scope="module")
def liupanshui() -> Plan:
    return load("liupanshui")


def words(plan: Plan) -> dict[str, str]:
    """Text of each clause without the spaces of typesetting."""
    return {row.clause: re.sub(r"\s", "", row.text) for row in plan.clauses.itertuples()}


def cells(plan: Plan, clause: str) -> list[str]:
    return words(plan)[clause].split("｜")


def held(*parts: object) -> str:
    """Parts of a statement as they are printed together; those that are missing print nothing."""
    return "".join(
        f"{part:.10g}" if isinstance(part, float | int) else str(part) for part in parts if not pd.isna(part)
    )


def test_they_are_built_in_beside_the_whole_plan() -> None:
    assert {*EXCERPTS, "yinzhou"} <= set(built_in_plans())


@pytest.mark.slow
def test_the_text_is_the_excerpt_word_for_word(plan: Plan) -> None:
    joined = re.sub(r"\s", "", "".join(plan.clauses["text"]).replace("｜", ""))
    assert hashlib.sha256(joined.encode()).hexdigest() == plan.particulars["text_sha256"]


def test_nobody_can_take_them_for_the_whole_plan(plan: Plan) -> None:
    assert plan.particulars["title"].endswith("（摘录）")
    assert "不是规划全文" in tables.descriptor(plan.folder)["description"]


@pytest.mark.slow
def test_text_that_is_not_the_plans_says_so(liupanshui: Plan, xiangcheng: Plan) -> None:
    outside = liupanshui.clauses[liupanshui.clauses["heading"].str.startswith("不是规划原文", na=False)]
    assert len(outside) == 2
    assert outside["clause"].str.startswith(OUTSIDE).all()
    assert not xiangcheng.clauses["clause"].str.startswith(OUTSIDE).any()


def test_every_row_has_a_clause(plan: Plan) -> None:
    clauses = set(plan.clauses["clause"])
    for name in (
        "zones",
        "zone_places",
        "zone_parks",
        "industries",
        "zone_industries",
        "figures",
        "enumerations",
        "targets",
    ):
        assert set(getattr(plan, name)["source"]) <= clauses, name
    assert set(plan.parks["clause"].dropna()) <= clauses


def test_zones_are_as_printed(plan: Plan) -> None:
    text = words(plan)
    for zone in plan.zones.itertuples():
        assert zone.name in text[zone.source]
        if not pd.isna(zone.source_table):
            assert zone.name_table in cells(plan, zone.source_table)
        if not pd.isna(zone.formed_from):
            assert zone.formed_from in text[zone.source]
        if not pd.isna(zone.area):
            printed = held(zone.area_kind, "面积", zone.area_qualifier, zone.area, zone.area_unit)
            assert printed in text[zone.source]


def test_areas_that_are_not_usable_land_are_not_taken_for_it(liupanshui: Plan) -> None:
    assert liupanshui.zones.set_index("zone_id")["area_as_printed"].dropna().to_dict() == {
        "zhongshan": "约60平方公里",
        "mugang": "10.21平方公里",
    }
    assert liupanshui.zones["usable_area_km2"].isna().all()


def test_every_other_name_stands_in_its_clause(plan: Plan) -> None:
    text = words(plan)
    named = {
        "parks": "name",
        "industries": "name",
        "enumerations": "item",
        "zone_places": "words",
        "figures": "noun",
        "targets": "name",
    }
    for table, column in named.items():
        rows = getattr(plan, table)
        for row in (rows.assign(source=rows["clause"]) if table == "parks" else rows).itertuples():
            assert getattr(row, column) in text[row.source], (table, row)


def test_figures_are_as_printed(plan: Plan) -> None:
    assert len(plan.figures) in (1, 10)
    for figure in plan.figures.itertuples():
        text = words(plan)[figure.source]
        assert held(figure.qualifier, figure.value, figure.unit) in text
        assert pd.isna(figure.year) or f"{figure.year}年" in text


def test_targets_are_as_printed(liupanshui: Plan) -> None:
    assert len(liupanshui.targets) == 4
    for target in liupanshui.targets.itertuples():
        text = words(liupanshui)[target.source]
        if pd.isna(target.target):
            assert target.target_text in text
        else:
            assert held(target.target, target.unit, target.target_qualifier) in text
        sentence = next(part for part in text.split("。") if target.name in part)
        end_of_period = liupanshui.particulars["period"][1] if "到“十二五”末" in sentence else None
        assert (None if pd.isna(target.target_year) else target.target_year) == end_of_period


def test_no_figure_of_the_text_is_left_out(plan: Plan) -> None:
    units = "平方公里|亩|个|家|亿元|%|万人"
    printed = set(re.findall(rf"([\d.]+)(?:{units})", "".join(words(plan).values())))
    columns = [plan.zones["area"], plan.figures["value"], plan.targets["target"]]
    assert printed == {f"{value:.10g}" for column in columns for value in column.dropna()}


def test_what_the_excerpts_do_not_say_is_blank(plan: Plan) -> None:
    for name in ("projects", "clusters", "actuals", "measure_relations"):
        assert getattr(plan, name).empty, name
    for name in tables.table_schemas():
        for column, values in getattr(plan, name, pd.DataFrame()).items():
            if str(column).endswith("_en"):  # the excerpts are Chinese
                assert values.isna().all(), (name, column)
    assert {"authority", "issued"}.isdisjoint(plan.particulars)


def test_the_table_of_xiangcheng_row_by_row(xiangcheng: Plan) -> None:
    zones = xiangcheng.zones.set_index("zone_id")
    industries = xiangcheng.industries.set_index("industry_id")["name"]
    rows = [clause for clause in xiangcheng.clauses["clause"] if re.fullmatch("表4-2 第.*行", clause)]
    assert len(rows) == 13
    above: list[str] = []
    for row in rows:
        *head, area, listed = cells(xiangcheng, row)
        above = [*above[: 2 - len(head)], *head]  # a blank cell continues the one above it
        (zone_id,) = zones.index[(zones["source"] == row) & (zones["name"] == area)]
        part = zones["parent_zone_id"][zone_id]
        band = zones["parent_zone_id"][part]
        assert [zones["name"][band], zones["name"][part]] == above
        assert pd.isna(zones["parent_zone_id"][band])
        assert zones["kind"][band] == "band"
        of_zone = xiangcheng.zone_industries[xiangcheng.zone_industries["zone_id"] == zone_id]
        assert "、".join(industries[of_zone.sort_values("seq")["industry_id"]]) == listed
        assert set(of_zone["source"]) == {row}
    assert len(zones) == 2 + 8 + 13
    assert (zones["name"] == "黄桥街道").sum() == 2  # it stands in both bands
    assert set(xiangcheng.zone_industries["role"]) == {"重点产业布局"}
    assert cells(xiangcheng, "表4-2")[-1] == "重点产业布局"


def test_the_lists_of_liupanshui_are_complete_and_in_order(liupanshui: Plan) -> None:
    text = words(liupanshui)
    in_no_zone = liupanshui.parks[~liupanshui.parks["park_id"].isin(liupanshui.zone_parks["park_id"])]
    assert f"加快推进{'、'.join(in_no_zone['name'])}等重点产业园区" in text["第六章一 第1段"]
    assert len(in_no_zone) == 11
    of_zhongshan = liupanshui.zone_parks.sort_values("seq")["park_id"]
    names = "、".join(liupanshui.parks.set_index("park_id")["name"][of_zhongshan])
    assert f"有{names}等,园区面积" in text["第六章二（一）1"]
    industries = liupanshui.industries.set_index("industry_id")["name"]
    listed = {
        zone_id: "、".join(industries[rows.sort_values("seq")["industry_id"]])
        for zone_id, rows in liupanshui.zone_industries.groupby("zone_id")
    }
    assert text["第六章二（一）1"].endswith(f"主导产业:{listed.pop('zhongshan')}等。")
    assert f"以{listed.pop('mugang')}为主" in text[f"{OUTSIDE}：木岗产业园区"]
    assert not listed
    for row in liupanshui.zone_industries.itertuples():
        assert row.role in text[row.source]


def test_places_are_those_of_a_public_source_and_in_the_district(plan: Plan) -> None:
    assert plan.places["source"].str.fullmatch(r"GeoNames \d+").all()
    assert plan.places.within(plan.district.geometry.union_all()).all()
    assert len(plan.places) == {"xiangcheng": 6, "liupanshui": 0}[plan.name]
    assert not plan.zone_places["stand_in"].any()
    names = plan.places.set_index("place_id")["name"]
    assert [names[place] for place in plan.zone_places["place_id"]] == list(plan.zone_places["words"])


def test_the_district_is_the_one_of_the_record(plan: Plan) -> None:
    area_km2 = plan.district.to_crs(6933).area.sum() / 1e6
    assert area_km2 == pytest.approx({"xiangcheng": 492.8, "liupanshui": 9922.0}[plan.name], abs=0.1)


@pytest.mark.slow
def test_they_contradict_themselves_nowhere(plan: Plan) -> None:
    findings = run(plan).findings
    assert {(finding.severity, finding.rule) for finding in findings} <= {("info", "target-gain")}  # no figure, no year


@pytest.mark.slow
def test_new_begins_like_any_of_them(plan: Plan, tmp_path: Path) -> None:
    template.copy(plan.folder, tmp_path / "copy")
    copied = load(tmp_path / "copy")
    pd.testing.assert_frame_equal(copied.clauses, plan.clauses)
    assert list(copied.zones["zone_id"]) == list(plan.zones["zone_id"])


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_they_build(plan: Plan, lang: Lang, tmp_path: Path) -> None:
    build(plan, tmp_path / "maps", lang, say=lambda _: None)
    for file in ("index.html", "report.html"):
        assert plan.zones["name"].iloc[0] in (tmp_path / "maps" / file).read_text("utf-8")
