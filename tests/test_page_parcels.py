"""The page with a parcel ledger, and what of a page can be taken along."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from visiting import PHONE

from yzgeo.ledger import ledger
from yzgeo.plan.load import load, up_to, with_parcels
from yzgeo.publish.context import build_context
from yzgeo.publish.page.render import render
from yzgeo.stats import recovery

COUNT = 12
PAINTED = """() => {
    const counts = {};
    for (const tile of document.querySelectorAll(".yz-parcel-tiles canvas")) {
        const {data} = tile.getContext("2d").getImageData(0, 0, tile.width, tile.height);
        for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] < 255) continue;
            const colour = `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`;
            counts[colour] = (counts[colour] || 0) + 1;
        }
    }
    return (Object.entries(counts).sort((a, b) => b[1] - a[1])[0] || [""])[0];
}"""
"""The colour that most is painted in of the parcels."""


@pytest.fixture(scope="module")
def ledger_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the built-in plan with twelve square parcels in a row, N-00 to N-11, in Dongwu."""
    plan = load("yinzhou")
    middle = plan.zones.set_index("zone_id").geometry["dongwu"].representative_point()
    shapes = [
        shapely.box(middle.x + n * 1e-3, middle.y, middle.x + n * 1e-3 + 9e-4, middle.y + 9e-4) for n in range(COUNT)
    ]
    parcels = ledger.empty().reindex(range(COUNT)).set_geometry(shapes, crs="EPSG:4490")
    parcels["parcel_id"] = [f"N-{n:02}" for n in range(COUNT)]
    parcels["status"], parcels["area_mu"] = "under_way", 12.5
    path = tmp_path_factory.mktemp("ledger") / "index.html"
    path.write_text(render(build_context(with_parcels(plan, gpd.GeoDataFrame(parcels)), "zh")), "utf-8")
    return path


def taken(page: Any) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """Features and rows of the two files that the reader gets, as the dialog offers them."""
    features = json.loads(page.evaluate("window.yzgeo.page.download.geojson()"))["features"]
    text = page.evaluate("window.yzgeo.page.download.csv()")
    return features, list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def dialog(page: Any) -> str:
    page.locator('[data-tool="download"]').click()
    told: str = page.locator("#yz-dialog").inner_text()
    page.keyboard.press("Escape")
    return told


def test_an_opened_parcel_is_taken_along_alone(visit: Any, ledger_page: Path) -> None:
    seen = visit(ledger_page, "#view=parcels&parcel=N-03")
    page = seen.page
    page.locator("#yz-panel h2", has_text="N-03").wait_for()
    assert "所选：N-03" in dialog(page)
    (feature,), (row,) = taken(page)
    assert feature["properties"]["parcel_id"] == row["地块编号"] == "N-03"
    assert feature["properties"]["layer"] == "parcels"
    shape = shapely.geometry.shape(feature["geometry"])
    assert shape.is_valid
    assert shape.bounds[2] - shape.bounds[0] == pytest.approx(9e-4, abs=2e-6)
    assert shape.contains(shapely.Point(float(row["经度"]), float(row["纬度"])))
    assert (row["状态"], row["登记面积（亩）"], row["图层"]) == ("进行中", "12.5", "地块")
    seen.go("#view=parcels")
    assert "地块不在其中" in dialog(page)
    features, _ = taken(page)
    assert {feature["properties"]["layer"] for feature in features} == {"zones", "parks", "projects"}
    assert seen.noise == []


@pytest.mark.parametrize(
    ("address", "column", "named"),
    [
        ("#target=low-efficiency-land", "target_id", "low-efficiency-land"),
        ("#cluster=new-materials", "cluster_id", "new-materials"),
        ("#plan=yinzhou", "projects", 43),
    ],
)
def test_what_has_no_place_is_taken_along_as_a_row(
    visit: Any, page_file: Path, address: str, column: str, named: Any
) -> None:
    (feature,), (row,) = taken(visit(page_file, address).page)
    assert feature["properties"][column] == named
    assert feature["geometry"] is None
    assert str(named) in row.values()
    assert (row["经度"], row["纬度"]) == ("", "")


def test_an_industry_is_taken_along_with_its_zones(visit: Any, page_file: Path) -> None:
    features, _ = taken(visit(page_file, "#industry=new-materials").page)
    assert [feature["properties"]["layer"] for feature in features] == ["industries", "zones", "zones"]


def test_the_chosen_class_alone_is_taken_along(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    assert len(taken(page)[1]) == 43
    page.locator("[aria-controls=yz-filter-classes]").click()
    row = page.locator("#yz-filter-classes li").first
    name, count = row.locator(".grow").inner_text(), int(row.locator(".meta").inner_text())
    row.locator("input").click()
    page.keyboard.press("Escape")
    assert f"所选：类别 {name}" in dialog(page)
    _, rows = taken(page)
    assert len(rows) == count < 43
    assert {row["产业分类"] for row in rows} == {name}


def test_rows_have_a_place_inside_their_outline(visit: Any, page_file: Path) -> None:
    features, rows = taken(visit(page_file).page)
    assert len(features) == len(rows)
    for feature, row in zip(features, rows, strict=True):
        if feature["geometry"] is None:
            assert (row["经度"], row["纬度"]) == ("", "")
        else:
            point = shapely.Point(float(row["经度"]), float(row["纬度"]))
            assert shapely.geometry.shape(feature["geometry"]).distance(point) < 1e-6


def test_a_parcel_is_left_for_the_whole_district_and_found_again(visit: Any, ledger_page: Path) -> None:
    seen = visit(ledger_page, "#view=parcels")
    page, zoom = seen.page, "window.yzgeo.page.leaflet.getZoom()"
    away = page.evaluate(zoom)
    seen.go("#view=parcels&parcel=N-03")
    page.wait_for_function(f"() => {zoom} > {away} + 2")
    page.locator("#yz-tab-overview").click()
    page.wait_for_function("() => window.yzgeo.page.map.isWhole()")
    assert page.evaluate(zoom) <= away + 0.25
    seen.go("#view=parcels&parcel=nope")
    page.wait_for_function("() => document.querySelector('#yz-notice').textContent.endsWith(' nope')")
    seen.go("#view=parcels&parcel=N-03")
    page.locator("#yz-panel h2", has_text="N-03").wait_for()
    assert page.locator("#yz-notice").is_hidden()
    assert seen.noise == []


def test_the_ledger_is_named_in_the_readers_language(visit: Any, ledger_page: Path) -> None:
    page = visit(ledger_page, "#target=low-efficiency-land").page
    chips = page.locator("#yz-panel .chip.outside")
    assert "地块台账" in chips.all_inner_texts()
    assert not any("ledger" in text for text in chips.all_inner_texts())
    page.locator("#yz-lang").click()
    assert "parcel ledger" in chips.all_inner_texts()


def test_parcels_are_searched_by_number_and_unpacked_once(visit: Any, ledger_page: Path) -> None:
    seen = visit(ledger_page)
    page = seen.page
    page.evaluate(
        "() => { const old = Blob.prototype.stream; window.unpacked = 0; Blob.prototype.stream = function () { window.unpacked += 1; return old.call(this); }; }"
    )
    query, options = page.locator("#yz-query"), page.locator("#yz-results [role=option]")
    query.press_sequentially("n-1", delay=20)
    options.filter(has_text="N-11").wait_for()
    assert options.all_inner_texts() == ["N-10\n进行中", "N-11\n进行中"]
    query.fill("n-0")
    options.filter(has_text="N-09").wait_for()
    assert options.count() == 10
    query.fill("N-03")
    options.filter(has_text="N-03").wait_for()
    assert page.evaluate("window.unpacked") == 1
    assert "地块编号" in query.get_attribute("placeholder")
    page.wait_for_function("() => document.querySelectorAll('#yz-results [role=option]').length === 1")
    query.press("Enter")
    page.locator("#yz-panel h2", has_text="N-03").wait_for()
    assert page.evaluate("location.hash") == "#view=land&parcel=N-03"
    query.fill("－０３")  # a reader may know the last figures only, and type them full-width
    options.filter(has_text="N-03").wait_for()
    assert options.last.inner_text() == "N-03\n进行中"  # after names that hold the figures too
    query.fill("N-99")
    page.wait_for_function("() => document.querySelector('#yz-search-status').textContent === '没有找到'")
    assert seen.noise == []


def test_a_made_up_ledger_says_so_on_the_map_that_leaves_the_page(
    visit: Any, tmp_path: Path, ledger_page: Path
) -> None:
    page = visit(ledger_page, "#view=parcels").page
    assert "虚构" not in page.locator("body").inner_text()
    assert page.locator("#yz-legend .parcel-row .number").all_inner_texts() == ["0 宗", "12 宗", "0 宗"]
    parcels = load("yinzhou")
    made_up = ledger.empty().reindex(range(1)).set_geometry([parcels.zones.geometry.iloc[0]], crs="EPSG:4490")
    made_up["parcel_id"], made_up["status"], made_up["note"] = "D-1", "recovered", recovery.INVENTED
    file = tmp_path / "index.html"
    file.write_text(render(build_context(with_parcels(parcels, gpd.GeoDataFrame(made_up)), "zh")), "utf-8")
    seen = visit(file, "#view=parcels")
    words = "虚构示例：地块台账为虚构，数字不得引用"
    assert words in seen.page.locator("#yz-view").inner_text()
    seen.page.evaluate("window.yzgeo.page.print.prepare('A4')")
    assert seen.page.locator("#yz-legend li", has_text=words).is_visible()
    seen.page.evaluate("window.yzgeo.page.print.restore()")
    drawn = seen.page.evaluate(
        """async () => {
            const words = [], old = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...at) { words.push(text); return old.call(this, text, ...at); };
            await window.yzgeo.page.picture.draw();
            return words.join("");
        }"""
    )
    assert words in drawn
    assert "图上地块与亩数：虚构示例" in drawn
    assert "已盘活 1 宗" in drawn


def test_parcels_are_on_the_paper_that_the_map_is_refitted_to(visit: Any, ledger_page: Path, tmp_path: Path) -> None:
    """The browser's own menu asks for the sheet at once: there is no frame left in which to draw."""
    seen = visit(ledger_page, "#view=parcels&zone=dongwu")
    seen.page.wait_for_timeout(800)
    painted = """() => [...document.querySelectorAll(".yz-parcel-tiles canvas")].some(canvas => {
        const shown = getComputedStyle(canvas);
        if (shown.opacity !== "1" || shown.visibility !== "visible") return false;
        return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(part => part > 0);
    })"""
    assert seen.page.evaluate(f"() => {{ window.yzgeo.page.print.prepare('A4'); return ({painted})(); }}")
    seen.page.evaluate("window.yzgeo.page.print.restore()")
    seen.page.evaluate(f"window.print = () => {{ window.printed = ({painted})(); }}")
    seen.page.locator('[data-tool="print"]').click()
    seen.page.locator("#yz-dialog select").select_option("A3")
    seen.page.locator("#yz-dialog .primary").click()
    seen.page.wait_for_function("window.printed === true")


def test_recovered_land_is_seen_on_a_dark_ground_and_on_paper(visit: Any, tmp_path: Path) -> None:
    plan = load("yinzhou")
    parcels = ledger.empty().reindex(range(1)).set_geometry([plan.zones.geometry.iloc[4]], crs="EPSG:4490")
    parcels["parcel_id"], parcels["status"] = "R-1", "recovered"
    file = tmp_path / "index.html"
    file.write_text(render(build_context(with_parcels(plan, gpd.GeoDataFrame(parcels)), "zh")), "utf-8")
    page = visit(file, "#view=parcels&parcel=R-1", color_scheme="dark").page
    page.locator("#yz-panel h2").wait_for()

    def inks() -> list[str]:
        sign = page.locator("#yz-legend .parcel-row .sign.full").evaluate("node => getComputedStyle(node).fill")
        return [sign, page.evaluate(PAINTED)]

    light, dark = ["rgb(29, 43, 51)"] * 2, ["rgb(238, 235, 226)"] * 2
    page.wait_for_function(f"() => ({PAINTED})() === '{dark[1]}'")
    assert inks() == dark
    assert page.evaluate("getComputedStyle(document.querySelector('#yz-map path.ring')).stroke") == dark[0]
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    assert inks()[1] == light[1]
    page.evaluate("window.yzgeo.page.print.restore()")
    page.wait_for_function(f"() => ({PAINTED})() === '{dark[1]}'")
    assert inks() == dark
    page.locator('[data-tool="theme"]').click()  # light
    page.wait_for_function(f"() => ({PAINTED})() === '{light[1]}'")
    assert inks() == light


def test_an_opened_parcel_is_in_sight_above_the_sheet_of_a_phone(visit: Any, ledger_page: Path) -> None:
    page = visit(ledger_page, "#view=parcels&parcel=N-03", viewport=PHONE).page
    page.locator("#yz-panel h2").wait_for()
    page.wait_for_timeout(600)
    ring, stage = page.locator("#yz-map path.ring").bounding_box(), page.locator("#yz-stage").bounding_box()
    sheet = page.locator("#yz-panel").bounding_box()
    assert stage["y"] <= ring["y"] + ring["height"] / 2 <= sheet["y"] - 20


@pytest.fixture(scope="module")
def pace_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three statuses, two years, a made-up note, and two parcels that overlap."""
    plan = load("yinzhou")
    x, y = plan.zones.set_index("zone_id").geometry["dongwu"].representative_point().coords[0]
    shapes = [shapely.box(x + n * 5e-3, y, x + n * 5e-3 + 2e-3, y + 2e-3) for n in range(4)]
    shapes.append(shapely.transform(shapes[3], lambda points: points + 1e-3))
    parcels = ledger.empty().reindex(range(5)).set_geometry(shapes, crs="EPSG:4490")
    parcels["parcel_id"] = list("ABCDE")
    parcels["status"] = ["recovered", "recovered", "under_way", "identified", "identified"]
    parcels["recovered_on"] = ["2021-05-01", "2022-05-01", None, None, None]
    parcels["area_mu"], parcels["note"] = [40.0, 60, 80, 60, 60], recovery.INVENTED
    path = tmp_path_factory.mktemp("pace") / "index.html"
    path.write_text(render(build_context(with_parcels(plan, gpd.GeoDataFrame(parcels)), "zh")), "utf-8")
    return path


def test_missing_land_and_pace_are_one_click_away(visit: Any, pace_page: Path) -> None:
    page = visit(pace_page).page
    page.locator("#yz-tab-land").click()
    told = page.locator("#yz-view").inner_text()
    data = page.evaluate("window.yzgeo.page.data.land")
    assert data["recovered_mu"] == 100
    assert page.locator("#yz-view .word").inner_text() in ("落后", "跟上")
    for mu in (data["remaining_mu"], data["needed_mu_per_year"]):
        assert f"{round(mu):,} 亩" in told
    assert "虚构示例" in told


def test_the_overview_tells_missing_land_and_pace_and_leads_to_the_land(visit: Any, pace_page: Path) -> None:
    page = visit(pace_page).page
    line = page.locator("#yz-view .land-line")
    told, data = line.inner_text(), page.evaluate("window.yzgeo.page.data.land")
    for mu in (data["remaining_mu"], data["needed_mu_per_year"]):
        assert f"{round(mu):,} 亩" in told
    assert "落后" in told
    assert "虚构示例" in told
    line.locator("button").click()
    assert "view=land" in page.evaluate("location.hash")


def test_what_the_map_shows_and_no_figure_counts_is_said(visit: Any, tmp_path: Path) -> None:
    plan = load("yinzhou")
    shapes = [shapely.box(121.6 + n * 5e-3, 29.8, 121.602 + n * 5e-3, 29.802) for n in range(2)]
    parcels = ledger.empty().reindex(range(2)).set_geometry(shapes, crs="EPSG:4490")
    parcels["parcel_id"], parcels["status"] = list("AB"), "recovered"
    parcels["recovered_on"], parcels["area_mu"] = ["2022-05-01", "2024-05-01"], [40.0, 60]
    held = up_to(with_parcels(plan, gpd.GeoDataFrame(parcels)), "2023-12-31")
    path = tmp_path / "index.html"
    path.write_text(render(build_context(held, "zh")), "utf-8")
    page = visit(path, "#view=land").page
    assert "已盘活 40 亩" in page.locator("#yz-view").inner_text()
    assert "另有 1 宗、60 亩在 2023-12-31 之后盘活" in page.locator("#yz-view").inner_text()


def test_statuses_and_years_are_switched_on_the_map(visit: Any, pace_page: Path) -> None:
    seen = visit(pace_page, "#view=land")
    page = seen.page
    tally = "window.yzgeo.page.parcels.lines().join()"
    rows = page.locator("#yz-legend .parcel-row")
    assert [row.inner_text().split() for row in rows.all()] == [
        ["已盘活", "2", "宗"],
        ["进行中", "1", "宗"],
        ["已认定", "2", "宗"],
    ]
    assert page.locator("#yz-parcel-note .invented").inner_text() == "图上地块与亩数：虚构示例"
    rows.first.locator("input").uncheck()
    assert page.evaluate("window.yzgeo.page.state.parcelChoice.hidden") == ["recovered"]
    rows.first.locator("input").check()
    page.locator('.parcel-years [data-until="2021"]').click()
    assert "2021 年底已盘活的 1 宗、40 亩" in page.evaluate(tally)
    page.locator('.parcel-years [data-until="2022"]').click()
    assert "2022 年底已盘活的 2 宗、100 亩" in page.locator("#yz-parcel-note").inner_text()
    page.locator('.land-chart [data-year="2021"]').click()  # the point of the chart does what the button does
    assert page.locator('.parcel-years [data-until="2021"]').get_attribute("aria-pressed") == "true"
    page.locator('.land-chart [data-year="2021"]').click()
    assert page.locator('.parcel-years [data-until=""]').get_attribute("aria-pressed") == "true"
    page.locator('.parcel-years [data-until="2022"]').click()
    page.locator("#yz-tab-overview").click()
    assert page.evaluate("window.yzgeo.page.state.parcelChoice") == {"hidden": [], "until": None}
    assert seen.noise == []


def test_a_finding_leads_to_its_parcel_and_the_parcel_to_its_findings(visit: Any, pace_page: Path) -> None:
    seen = visit(pace_page, "#view=land")
    page = seen.page
    zoom = page.evaluate("window.yzgeo.page.leaflet.getZoom()")
    assert "parcel:D" in page.evaluate("window.yzgeo.page.data.findings.flatMap(({subjects}) => subjects)")
    page.evaluate("window.yzgeo.page.open('parcel:D')")
    page.locator("#yz-panel h2", has_text="D").wait_for()
    assert page.evaluate("location.hash") == "#view=land&parcel=D"
    assert "重叠" in page.locator("#yz-panel .finding").first.inner_text()
    assert page.locator("#yz-panel .invented").first.inner_text() == "虚构示例"
    page.wait_for_function(f"() => window.yzgeo.page.leaflet.getZoom() > {zoom} + 1")
    page.evaluate("window.yzgeo.page.open('parcel:nobody')")
    page.wait_for_function("() => document.querySelector('#yz-notice').textContent.endsWith(' nobody')")
    assert seen.noise == []


def test_a_lens_shows_what_is_small_and_goes_with_the_pointer(visit: Any, pace_page: Path) -> None:
    seen = visit(pace_page, "#view=land")
    page = seen.page
    lens, tool = page.locator(".yz-lens"), page.locator('[data-tool="lens"]')
    lens.wait_for()
    assert tool.get_attribute("aria-pressed") == "true"
    assert re.fullmatch(r"\S+ ×3", page.locator(".yz-lens .caption").inner_text())
    ring, map_box = page.locator(".yz-lens .seen"), page.locator("#yz-map").bounding_box()
    page.mouse.move(map_box["x"] + 300, map_box["y"] + 200)
    page.wait_for_function("() => Math.abs(document.querySelector('.yz-lens .seen').cx.baseVal.value - 300) < 2")
    assert float(ring.get_attribute("cy")) == pytest.approx(200, abs=2)
    tool.focus()
    page.keyboard.press("Enter")
    lens.wait_for(state="hidden")
    assert tool.get_attribute("aria-pressed") == "false"
    assert seen.noise == []
    phone = visit(pace_page, "#view=land", viewport=PHONE).page
    assert phone.locator(".yz-lens").is_hidden()
    assert phone.locator('[data-tool="lens"]').is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_land_of_a_ledger(visit: Any, pace_page: Path, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(pace_page, "#view=land", color_scheme=scheme).page
    page.locator(".yz-lens").wait_for()
    page.locator("#yz-layer-list > summary").click()
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in violations] == []


def test_parcels_inside_a_circle_count_by_their_middles(visit: Any, ledger_page: Path) -> None:
    page = visit(ledger_page, "#view=parcels&parcel=N-03").page
    card = page.locator("#yz-measure")
    page.locator('[data-tool="measure-inside"]').click()
    card.locator('[data-form="circle"]').click()
    card.locator("#yz-radius").fill("0.12")  # the middles are some 97 m apart
    card.locator('[data-deed="around"]').click()
    parcels = card.locator('[data-of="parcels"]')
    parcels.locator("[data-key]").first.wait_for()
    rows = parcels.locator("[data-key]").evaluate_all("rows => rows.map(row => row.dataset.key).sort()")
    assert rows == ["parcel:N-02", "parcel:N-03", "parcel:N-04"]
    assert parcels.locator("h2").inner_text() == "地块 3 · 37.5 亩"
    assert "按其外框的中点计" in parcels.inner_text()
    parcels.locator("[data-key]", has_text="N-04").click()
    page.wait_for_function("window.yzgeo.page.state.opened === 'parcel:N-04'")
