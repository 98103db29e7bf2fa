"""What the page says of zones, in a browser: the first view, the sheet of one, and several side by side."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from visiting import PHONE, WIDE

from yzgeo.plan.load import load
from yzgeo.publish.page.zone_measures import measures
from yzgeo.stats.collect import collect

pytestmark = pytest.mark.slow


def _number(text: str) -> float:
    return 0.0 if text.startswith("—") else float(text.split("\n", maxsplit=1)[0].replace(",", ""))


def test_the_table_of_zones_adds_up(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    for column, total in (("area", 70.25), ("projects", 43), ("money", 190.31)):
        cells = [_number(text) for text in page.locator(f".zone-table tbody td.{column}").all_inner_texts()]
        assert cells[-1] == total
        assert math.isclose(math.fsum(cells[:-1]), total, abs_tol=0.005)


def test_what_has_no_place_is_told_first(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    headline = page.locator(".headline").inner_text()
    assert "190.31 亿元" in headline
    assert "102.56 亿元未载地点" in headline
    widths = {
        part.get_attribute("class"): part.bounding_box()["width"]
        for part in page.locator(".share-bar .place-unlocated, .share-bar .parts").all()
    }
    assert math.isclose(widths["place-unlocated"] / widths["parts"], 102.56 / 190.31, abs_tol=0.02)


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_zones_stand_side_by_side_in_two_clicks(visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
    page = visit(page_file, viewport=viewport).page
    page.locator("#yz-tab-compare").click()
    page.locator("#yz-compare select.add").select_option("dongwu")
    assert page.locator("#yz-compare thead th").count() == 4
    assert page.evaluate("location.hash") == "#view=compare&zones=mingzhou,yinzhou,panhuo,dongwu"
    row = page.locator("#yz-compare tr[data-measure^=area]")
    assert row.locator(".value b").all_inner_texts() == ["16.88", "16.31", "16.1", "5.92"]
    page.locator("#yz-compare .remove").first.click()
    assert page.locator("#yz-compare thead th").count() == 3
    page.go_back()
    page.wait_for_function("document.querySelectorAll('#yz-compare thead th').length === 4")


def test_bars_of_one_measure_share_an_axis(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=compare&zones=mingzhou,dongwu").page
    bars = page.locator("#yz-compare tr[data-measure^=area] .bar span").all()
    widths = [bar.bounding_box()["width"] for bar in bars]
    assert math.isclose(widths[0] / widths[1], 16.88 / 5.92, rel_tol=0.02)
    ticks = page.locator("#yz-compare tr[data-measure^=area] .ticks").all_inner_texts()
    assert ticks[0] == ticks[1]
    page.locator("#yz-lang").click()
    row = page.locator('#yz-compare tr[data-measure="investment"]')
    most = float(row.locator(".ticks span").last.inner_text().replace(",", ""))
    figure = float(row.locator(".value b").first.inner_text().replace(",", ""))
    bar = row.locator(".bar").first.bounding_box()["width"]
    drawn = sum(one.bounding_box()["width"] for one in row.locator(".measure-bar").first.locator(".bar span").all())
    assert math.isclose(drawn / bar, figure / most, rel_tol=0.05)  # both in the reader's unit


def test_a_zone_folds_the_text_to_a_rail_that_leads_on(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=mingzhou").page
    assert page.locator("#yz-list").is_hidden()
    page.locator("#yz-rail [data-key='zone:dongwu']").click()
    assert page.evaluate("location.hash") == "#zone=dongwu"
    assert "5.92 平方公里" in page.locator("#yz-panel").inner_text()
    page.locator("#yz-rail .compare").click()
    assert page.locator("#yz-compare thead th").first.inner_text() == "东吴产业集聚区"
    page.go_back()
    page.locator("#yz-rail .back").click()
    assert page.locator("#yz-list").is_visible()


def test_parks_that_only_the_table_names(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=mingzhou").page
    rows = page.locator("#yz-panel [data-topic=parks] tbody tr")
    only = [
        row.locator("td").first.locator(".open-subject").inner_text()
        for row in rows.all()
        if row.inner_text().split("\n")[-1].split("\t")[1:] == ["—", "✓"]
    ]
    assert only == ["智能家电产业园", "汽车零部件产业园"]


def test_measures_are_the_statistics() -> None:
    plan = load("yinzhou")
    statistics = collect(plan)
    found = {measure["id"]: measure for measure in measures(plan, statistics["land_recovery"])}
    for row in statistics["zones"]:
        zone_id = row["zone_id"]
        assert found["projects"]["by_zone"][zone_id]["value"] == row["project_count"]
        money = found["investment"]["by_zone"][zone_id]["value"]
        assert money == (row["investment_100m_yuan"] if row["project_count"] else None)  # others may lie there
        assert found["new_land"]["by_zone"][zone_id]["value"] == row["new_land_mu"]
        parts = found["investment"]["by_zone"][zone_id]["parts"]
        assert math.isclose(math.fsum(part["value"] for part in parts), row["investment_100m_yuan"] or 0)


def test_what_no_zone_states_is_no_measure() -> None:
    plan = load("xiangcheng")
    statistics = collect(plan)
    for measure in measures(plan, statistics["land_recovery"]):
        assert any(value["value"] is not None for value in measure["by_zone"].values())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_axis_is_in_the_unit_of_its_figures(visit: Any, page_file: Path, lang: str) -> None:
    page = visit(page_file, f"#view=compare&lang={lang}").page
    rows = page.evaluate(
        """() => [...document.querySelectorAll("#yz-compare tr[data-measure]")].filter((row) => row.querySelector(".ticks"))
        .map((row) => [".value b", "td:nth-of-type(1) .ticks span"].map((parts) =>
          [...row.querySelectorAll(parts)].map((part) => Number(part.textContent.replace(",", ""))).filter((one) => one)))"""
    )
    assert len(rows) > 3
    for figures, ticks in rows:
        assert 0.5 * max(figures) <= max(ticks) <= 2.5 * max(figures)


def test_a_measure_that_no_zone_shown_states_has_no_axis(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=compare&zones=yinzhou,panhuo").page
    row = page.locator("#yz-compare tr[data-measure=site_land]")
    assert row.locator(".ticks").count() == 0
    assert row.locator(".value b").all_inner_texts() == ["未载", "未载"]


def test_pieces_of_the_map_keep_their_shape_and_one_scale(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=compare&zones=mingzhou,yinzhou,panhuo").page
    fits = """count => {
      const crops = [...document.querySelectorAll("#yz-compare .crop")];
      const isWhole = (one) => Math.abs(one.width / one.height - one.clientWidth / one.clientHeight) < 0.02;
      return crops.length === count && crops.every(isWhole) && new Set(crops.map((one) => one.dataset.scale)).size === 1;
    }"""
    page.wait_for_function(fits, arg=3, timeout=30000)
    page.locator("#yz-compare select.add").select_option("longxi")
    page.wait_for_function(fits, arg=4, timeout=30000)
    page.locator("#yz-compare .remove").first.click()
    page.wait_for_function(fits, arg=3, timeout=30000)
    page.set_viewport_size({"width": 900, "height": 768})
    page.wait_for_function(fits, arg=3, timeout=30000)
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    page.wait_for_function(fits, arg=3, timeout=30000)


def test_two_zones_with_their_figures_are_in_sight_on_a_phone(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=compare", viewport=PHONE).page
    seen = page.evaluate(
        """() => [...document.querySelectorAll("#yz-compare tr[data-measure^=area] .value b")].filter((figure) => {
          const box = figure.getBoundingClientRect();
          return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
        }).map((figure) => figure.textContent)"""
    )
    assert len(seen) >= 2


def test_a_comparison_tells_each_thing_once(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=compare").page
    heads = page.locator("#yz-compare tbody th").evaluate_all(
        "heads => heads.map((head) => head.firstChild.textContent)"
    )
    assert len(heads) == len(set(heads))
    notes = page.locator("#yz-compare tbody td:nth-child(2) .meta").all_inner_texts()
    assert len(notes) == len(set(notes))


def test_a_finding_of_the_panel_marks_the_words_that_differ(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    findings = page.evaluate("window.yzgeo.page.data.findings")
    lists = [(one, group) for one in findings for group in one["compared"] if group["kind"] == "list"]
    finding, group = next(pair for pair in lists if pair[0]["subject"].startswith("zone:"))
    page.evaluate("key => window.yzgeo.page.open(key)", finding["subject"])
    told = page.locator("#yz-panel .finding p", has_text=finding["message"]["zh"]).first
    rows = [row["items"] for row in group["rows"]]
    lacked = {item for row in rows for item in row if not all(item in other for other in rows)}
    marked = set(told.locator("mark").all_inner_texts())
    assert marked
    assert marked <= lacked
    assert told.inner_text().endswith(finding["message"]["zh"])
