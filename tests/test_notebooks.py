"""What a notebook shows of a plan, its findings and statistics: short, and text of strangers stays text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import lxml.html
import pytest
import toy

import yzgeo
from yzgeo.checks.finding import Finding, Findings
from yzgeo.core.html_table import MOST_ROWS, html_table
from yzgeo.core.i18n import Text
from yzgeo.plan.model import Plan
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.plan_map import plan_map
from yzgeo.stats.collect import collect

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = "<img src=x onerror='window.hacked=1'>${window.hacked=1}`</script><script>window.hacked=1</script>{{7*7}}"
LONGEST = 6_000
"""Characters of a table that is short; the whole plan was 20,249 as text."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return yzgeo.load("yinzhou")


@pytest.fixture
def hostile(tmp_path: Path) -> Plan:
    zones = [{**row, "name": HOSTILE} if row["zone_id"] == "north" else row for row in toy.TABLES["zones"]]
    plan = yzgeo.load(toy.make(tmp_path / "plan", zones=zones))
    return replace(plan, particulars={**plan.particulars, "title": HOSTILE + "\n"})


def cells(shown: str) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in lxml.html.fromstring(shown).iter("tr")]


@pytest.mark.slow
def test_a_plan_is_one_line_and_one_table(plan: Plan) -> None:
    assert "6 zones" in repr(plan)
    assert len(repr(plan)) < 200
    shown = plan._repr_html_()
    assert len(shown) < LONGEST
    rows = {row[0]: row[1] for row in cells(shown)}
    assert rows["zones"] == "6"
    assert rows["projects"] == "43"
    assert "parcels" not in rows  # it has none


@pytest.mark.slow
def test_findings_are_a_list_and_a_table(plan: Plan) -> None:
    findings = yzgeo.check(plan)
    assert isinstance(findings, list)
    assert repr(findings).startswith(f"<Findings: {len(findings)}; ")
    assert len(repr(findings)) < 200
    shown = findings._repr_html_()
    head, *rows = cells(shown)
    assert len(rows) == min(MOST_ROWS, len(findings))
    assert rows[0][:2] == [findings[0].severity, findings[0].rule]
    assert f"{len(findings) - MOST_ROWS} more" in shown
    assert len(head) == 6
    assert cells(Findings()._repr_html_())[1:] == []


def test_statistics_stay_what_they_were_and_show_their_summary(plan: Plan) -> None:
    statistics = collect(plan)
    assert json.loads(json.dumps(statistics)) == statistics
    assert repr(statistics).startswith("<Statistics: summary, zones, ")
    shown = statistics._repr_html_()
    assert ["zones", "6"] in [row[2:] for row in cells(shown)]
    assert len(shown) < LONGEST


@pytest.mark.slow
def test_text_of_strangers_is_text_in_every_table(hostile: Plan) -> None:
    finding = Finding(
        severity="error", subject=HOSTILE, message=Text(HOSTILE, HOSTILE), clause=HOSTILE, values={}, rule="a"
    )
    for shown in (
        hostile._repr_html_(),
        Findings([finding])._repr_html_(),
        html_table(HOSTILE, [HOSTILE], [[HOSTILE]]),
    ):
        tree = lxml.html.fromstring(shown)
        assert HOSTILE in tree.text_content()
        assert {element.tag for element in tree.iter()} <= {
            *("div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td")
        }
        assert "tex2jax_ignore" in tree.get("class")
    assert "\n" not in repr(hostile)


def test_what_is_unknown_is_a_dash_and_a_zero_is_none() -> None:
    shown = html_table("", ["a", "b", "c", "d"], [[None, 0, float("nan"), 105375.0]])
    assert cells(shown)[1] == ["—", "0", "—", "105375"]


def test_numbers_stand_to_the_right_and_sentences_to_the_left() -> None:
    shown = html_table("", ["n", "text", "mixed", "unknown"], [[1, "a", 2.5, None], [None, "b", "—", None]])
    rows = [
        [re.search(r"text-align:(\w+)", cell.get("style"))[1] for cell in row]  # type: ignore[index]
        for row in lxml.html.fromstring(shown).iter("tr")
    ]
    assert rows == [["right", "left", "left", "left"]] * 3


def test_a_map_of_a_plan_is_a_folium_map_with_its_layers(plan: Plan) -> None:
    chart: Any = yzgeo.map(plan)
    assert isinstance(chart, folium.Map)
    layers = {child.layer_name: child.data["features"] for child in chart._children.values() if hasattr(child, "data")}
    assert len(layers["产业片区"]) == 6
    assert repr(chart).startswith("<PlanMap: 行政区界线 1, 产业片区 6, ")


def test_ids_of_maps_are_numbers_and_two_maps_can_stand_in_one_figure(plan: Plan) -> None:
    chart, other = yzgeo.map(plan), yzgeo.map(plan)
    assert chart.get_name() != other.get_name()
    assert re.search(r"[0-9a-f]{32}", chart.get_root().render()) is None
    with stable_ids():
        assert yzgeo.map(plan).get_name() == "map_1"


@pytest.mark.slow
def test_a_notebook_shows_the_map_without_a_request(browser: Browser, hostile: Plan) -> None:
    page = browser.new_page()
    events: list[str] = []
    page.on("request", lambda request: events.append(request.url))
    page.on("console", lambda message: events.append(message.text))
    page.set_content(plan_map(hostile)._repr_html_())
    inside = page.frame_locator("iframe")
    inside.locator("path.leaflet-interactive").first.wait_for()
    assert inside.locator("path.leaflet-interactive").count() > 2
    shape = page.frames[1]
    tips = shape.evaluate(
        """() => { const map = window[Object.keys(window).find((name) => /^map_p[0-9]+$/.test(name))];
        const texts = [];
        map.eachLayer((layer) => { if (layer.eachLayer) layer.eachLayer((one) => {
            const latlng = map.getCenter();
            one.fire("mouseover", { latlng: latlng, originalEvent: {} }, true); texts.push(...[...document.querySelectorAll(".leaflet-tooltip")].map((tip) => tip.innerText)); }); });
        return [texts, window.hacked]; }"""
    )
    assert any(re.sub(r"\s+", " ", text or "").strip() == HOSTILE for text in tips[0])
    assert tips[1] is None
    assert [event for event in events if not event.startswith(("data:", "about:"))] == []
    page.close()


@pytest.mark.slow
def test_a_map_out_of_sight_shows_the_whole_plan_once_it_is_seen(browser: Browser, plan: Plan) -> None:
    page = browser.new_page()
    page.set_content(f'<div id="cell" style="display:none">{yzgeo.map(plan)._repr_html_()}</div>')
    shape = page.frames[1]
    shape.wait_for_function("document.querySelector('path.leaflet-interactive')")
    page.evaluate("document.getElementById('cell').style.display = 'block'")
    bounds = ", ".join(map(str, plan.district.total_bounds))
    shape.wait_for_function(
        """() => { const map = window[Object.keys(window).find((name) => /^map_/.test(name))];
        const [west, south, east, north] = [BOUNDS], shown = map.getBounds();
        return shown.contains([[south, west], [north, east]]) && shown.getEast() - shown.getWest() < 4 * (east - west); }""".replace(
            "BOUNDS", bounds
        )
    )
    page.close()


def test_where_frames_are_taken_out_the_map_says_so(plan: Plan) -> None:
    shown = lxml.html.fromstring(yzgeo.map(plan)._repr_html_())
    (frame,) = shown.iter("iframe")
    frame.drop_tree()
    assert "trust this notebook" in shown.text_content()
    assert "信任此笔记本" in shown.text_content()


@pytest.mark.parametrize("name", ["empty", "undrawn"])
def test_a_plan_with_nothing_on_it_has_a_map_and_tables(tmp_path: Path, name: str, plan: Plan) -> None:
    bare = plan
    if name == "empty":
        nothing = {key: table.iloc[:0] for key, table in vars(plan).items() if hasattr(table, "iloc")}
        bare = replace(plan, **nothing)
        assert cells(bare._repr_html_())[1:] == []
    else:
        bare = replace(plan, zones=plan.zones.set_geometry(plan.zones.geometry.map(lambda _: None)))
    assert "L.map(" in plan_map(bare).get_root().render()
