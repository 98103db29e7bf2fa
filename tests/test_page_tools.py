"""The tools of the page: search, measuring, printing, pictures, downloads, themes."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
import pyproj
import pytest
from visiting import script_of

from yzgeo.spatial.crs import CGCS2000

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FADED_MS = 500  # until a label of the map has faded away
ELLIPSOID = pyproj.CRS(CGCS2000).get_geod()


@pytest.fixture(scope="module")
def geodesic(browser: Browser) -> Any:
    """The page's own script for lengths and areas, alone in a browser: name and points to metres."""
    page = browser.new_page()
    yield script_of(page, "map/geodesic.js")
    page.close()


@pytest.mark.parametrize("size", [0.0005, 0.01, 0.2, 0.6])
@pytest.mark.parametrize("middle", [(29.8, 121.55), (45.0, 90.0), (3.0, 110.0), (-33.0, 18.0)])
def test_lengths_and_areas_are_those_of_the_ellipsoid(geodesic: Any, middle: tuple[float, float], size: float) -> None:
    """Against GeographicLib (pyproj.Geod): a star of nine points about a place, from 50 m to 60 km."""
    turns = np.linspace(0, 2 * np.pi, 9, endpoint=False)
    reach = size * (1 + 0.4 * np.sin(3 * turns))
    points = [
        (middle[0] + float(r * np.sin(t)), middle[1] + float(r * np.cos(t))) for t, r in zip(turns, reach, strict=True)
    ]
    lats, lons = [point[0] for point in points], [point[1] for point in points]
    assert geodesic("length", points) == pytest.approx(ELLIPSOID.line_length(lons, lats), rel=1e-7)
    assert geodesic("area", points) == pytest.approx(abs(ELLIPSOID.polygon_area_perimeter(lons, lats)[0]), rel=1e-4)


def test_measuring_with_the_mouse_and_with_the_keyboard(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    status, box = page.locator("#yz-measure"), page.locator("#yz-map").bounding_box()
    page.locator('[data-tool="measure-length"]').click()
    assert "双击结束" in status.inner_text()
    for x, y in ((500, 300), (700, 300), (700, 400)):
        page.mouse.click(box["x"] + x, box["y"] + y)
    clicked = page.evaluate(
        "[[500, 300], [700, 300], [700, 400]].map(at => window.yzgeo.page.leaflet.containerPointToLatLng(at))"
    )
    expected = ELLIPSOID.line_length([point["lng"] for point in clicked], [point["lat"] for point in clicked])
    shown = float(re.search(r"长度（椭球）([\d.]+) 公里", status.inner_text())[1])  # type: ignore[index]
    assert shown * 1000 == pytest.approx(expected, rel=0.01)
    assert page.locator("#yz-panel").is_hidden()  # shapes under the pointer are not opened while measuring
    page.locator('[data-tool="measure-area"]').click()
    page.locator("#yz-map .leaflet-container").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press("Space")
        page.keyboard.press(key)
        page.wait_for_timeout(400)
    page.keyboard.press("Enter")
    assert re.search(r"面积（椭球）[\d.]+ 平方公里，[\d,.]+ 亩，周长 [\d.]+ 公里", status.inner_text())
    page.keyboard.press("Escape")
    assert status.is_hidden()


SEARCHES = [
    ("东吴", "东吴产业集聚区"),
    ("mzjj", "明州经济开发区核心区"),
    ("mingzhou", "明州经济开发区核心区"),
    ("ryzg", "日月重工"),
    ("riyuezhonggong", "日月重工"),
    ("ri yue", "日月重工"),
    ("zhonggong", "日月重工"),
    ("Dongwu Industrial", "东吴产业集聚区"),
    ("new materials", "新材料"),
    ("东吴工业集聚区", "东吴产业集聚区"),
    ("明州核心区", "明州经济开发区核心区"),  # the map's own label
    ("低效用地", "腾出盘活低效工业用地"),
    ("鄞州 核心区", "鄞州经济开发区核心区"),
    ("biomedicine 泰和", "宁波智能医疗及外科器械制造产业园"),  # a class in English, an owner in Chinese
    ("日月 风电", "年产28万吨大型风电铸件生产线技改项目"),
    ("５Ｇ移动", "年产50万台套5G移动通信滤波器及天线一体化模块项目"),
    ("Ａ２－１１", "年产10万套气压动力机械及元件制造项目"),
]


def test_search_in_chinese_pinyin_and_english(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    for typed, found in SEARCHES:
        page.locator("#yz-query").fill(typed)
        assert found in page.locator("#yz-results [role=option]").first.inner_text(), typed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dongwu industral", "东吴产业集聚区"),
        ("日月重公", "日月重工"),
        ("jsz", "姜山镇"),
        ("规上工业企业", "1,114 家"),
        ("咸祥", "咸祥"),
        ("xianxiang", "咸祥"),
        ("floor area rat", "容积率"),
        ("四（一）5", "四（一）5"),
    ],
)
def test_search_forgives_and_finds_places_rules_and_clauses(
    visit: Any, page_file: Path, typed: str, found: str
) -> None:
    page = visit(page_file).page
    page.locator("#yz-query").fill(typed)
    assert found in page.locator("#yz-results").inner_text()


def test_results_are_counted_by_kind_and_lead_to_where_they_are(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    query = page.locator("#yz-query")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "yz-query"
    query.fill("容积率")
    title = page.locator("#yz-results [role=group]", has_text="原文").get_attribute("aria-label")
    told = page.evaluate(
        "Object.values(window.yzgeo.page.data.clauses).filter(({ heading, text }) => `${heading} ${text}`.includes('容积率')).length"
    )
    assert title == f"原文 {told}"
    page.locator("#yz-results [role=group]", has_text="原文").locator("[role=option]").first.click()
    assert page.evaluate("window.yzgeo.page.state.clause") in page.evaluate("window.yzgeo.page.data.clause_order")
    assert page.locator("#yz-reading").is_visible()
    query.fill("咸祥")
    page.locator("#yz-results [role=group]", has_text="地名").locator("[role=option]").first.click()
    page.wait_for_timeout(400)
    assert page.locator("#yz-map .found").count() == 1
    assert page.locator("#yz-map .leaflet-tooltip").inner_text() == "咸祥"
    at = page.locator("#yz-map .found").bounding_box()
    box = page.locator("#yz-map").bounding_box()
    assert box["x"] < at["x"] < box["x"] + box["width"]
    assert box["y"] < at["y"] < box["y"] + box["height"]


def test_search_by_keyboard_alone(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    query = page.locator("#yz-query")
    query.focus()
    page.keyboard.type("dwcy")
    assert query.get_attribute("aria-expanded") == "true"
    first = query.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    second = query.get_attribute("aria-activedescendant")
    assert (first, second) == ("yz-hit-0", "yz-hit-1") or page.locator("#yz-results [role=option]").count() == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert "东吴产业集聚区" in page.locator("#yz-panel h2").inner_text()
    query.focus()
    query.fill("没有这样的名字")
    assert page.locator("#yz-search-status").inner_text() == "没有找到"
    assert page.locator("#yz-results").is_hidden()


@pytest.mark.parametrize(("paper", "size", "scheme"), [("A4", (842, 595), "dark"), ("A3", (1191, 842), "light")])
def test_printing_puts_map_title_legend_source_and_date_on_the_sheet(
    visit: Any, page_file: Path, tmp_path: Path, paper: str, size: tuple[int, int], scheme: str
) -> None:
    page = visit(page_file, "#view=projects", color_scheme=scheme).page
    page.evaluate("window.print = () => { window.printed = document.body.dataset.paper; }")
    page.locator('[data-tool="print"]').click()
    page.locator("#yz-dialog select").select_option(paper)
    page.locator("#yz-dialog .primary").click()
    assert page.evaluate("window.printed") == paper
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('#yz-title')).color") == "rgb(43, 42, 39)"
    stage = page.locator("#yz-stage").bounding_box()
    for inside in ("#yz-map", "#yz-legend"):
        box = page.locator(inside).bounding_box()
        assert box["width"] > 100
        assert box["x"] + box["width"] <= stage["x"] + stage["width"] + 1
        assert box["y"] + box["height"] <= stage["y"] + stage["height"] + 1
    imprint = page.locator("#yz-imprint").inner_text()
    assert re.search(r"项目.*资料来源：宁波市.*未定位项目 27.*打印日期 20\d\d-\d\d-\d\d", imprint, re.DOTALL)
    assert re.search(r"GeoNames.*OpenStreetMap", page.locator(".leaflet-control-attribution").inner_text())
    sheet = tmp_path / "sheet.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheet.read_bytes())
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {size}
    assert not page.evaluate("document.body.classList.contains('printing')")  # the screen is as it was
    assert page.locator("#yz-tools").is_visible()


def test_printing_from_the_browsers_own_menu_works_too(visit: Any, page_file: Path, tmp_path: Path) -> None:
    page = visit(page_file, "#zone=dongwu").page
    sheet = tmp_path / "sheet.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    assert b"/MediaBox [0 0 841" in sheet.read_bytes() or b"/MediaBox [0 0 842" in sheet.read_bytes()
    assert page.locator("#yz-panel").is_visible()


def printed(page: Any, file: Path) -> tuple[int, tuple[int, int], str]:
    """What the browser's own menu prints: its pages, the size of the first in points, and its words."""
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    pdf = pypdfium2.PdfDocument(file)
    wide, high = pdf[0].get_size()
    return len(pdf), (round(wide), round(high)), re.sub(r"\s", "", pdf[0].get_textpage().get_text_range())


@pytest.mark.parametrize(
    ("lang", "scheme", "words"), [("zh", "dark", "5,000亩低效用地盘活进度未知"), ("en", "light", "Total")]
)
def test_the_overview_is_printed_as_one_composed_sheet(
    visit: Any, page_file: Path, tmp_path: Path, lang: str, scheme: str, words: str
) -> None:
    page = visit(page_file, f"#lang={lang}", color_scheme=scheme).page
    page.evaluate("window.yzgeo.page.print.isRead")
    count, size, told = printed(page, tmp_path / "sheet.pdf")
    assert (count, size) == (1, (1191, 842))
    assert words in told
    assert "1:200,000" in told
    assert page.locator("#yz-sheet").count() == 0  # the screen is as it was
    assert page.locator("#yz-tools").is_visible()


@pytest.mark.parametrize("address", ["#view=projects", "#zone=dongwu", "#view=overview&list=planned"])
def test_what_the_sheet_does_not_tell_is_printed_as_it_is(
    visit: Any, page_file: Path, tmp_path: Path, address: str
) -> None:
    page = visit(page_file, address).page
    page.evaluate("window.yzgeo.page.print.isRead")
    _, size, told = printed(page, tmp_path / "map.pdf")
    assert size == (842, 595)
    assert "打印日期" in told
    assert page.locator('#yz-dialog option[value="sheet"]').count() == 0


def test_the_print_button_offers_the_sheet_and_the_map(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.evaluate("window.yzgeo.page.print.isRead")
    shown = "document.body.classList.contains('sheet') + ' ' + document.querySelectorAll('#yz-sheet svg').length"
    page.evaluate(f"window.print = () => {{ window.printed = {shown}; }}")
    page.locator('[data-tool="print"]').click()
    assert page.locator("#yz-dialog option").evaluate_all("all => all.map(one => one.value)") == ["sheet", "A4", "A3"]
    page.locator("#yz-dialog .primary").click()
    assert page.evaluate("window.printed") == "true 1"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(shown) == "false 0"
    page.locator('[data-tool="print"]').click()
    page.locator("#yz-dialog select").select_option("A3")
    page.locator("#yz-dialog .primary").click()
    assert page.evaluate("window.printed") == "false 0"


def test_the_picture_shows_the_map_in_its_colours(visit: Any, page_file: Path, tmp_path: Path) -> None:
    page = visit(page_file).page
    with page.expect_download() as download:
        page.locator('[data-tool="picture"]').click()
    assert download.value.suggested_filename == "yzgeo-overview.png"
    file = tmp_path / "map.png"
    download.value.save_as(file)
    assert file.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    width, tinted = page.evaluate(
        """async () => {
            const { page } = window.yzgeo, canvas = await page.picture.draw();
            const rgb = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
            const ground = rgb(page.theme.variable("--district").trim());
            const tints = page.data.zones.map(zone => rgb(zone.colour).map((one, at) => one - ground[at]));
            const squares = tints.map(tint => tint.reduce((sum, one) => sum + one * one, 0));
            const counts = tints.map(() => 0);
            const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            for (let i = 0; i < pixels.length; i += 4) {
                const away = [0, 1, 2].map(at => pixels[i + at] - ground[at]);
                tints.forEach((tint, zone) => {
                    const share = away.reduce((sum, one, at) => sum + one * tint[at], 0) / squares[zone];
                    const off = Math.hypot(...away.map((one, at) => one - share * tint[at]));
                    if (share > 0.25 && share < 0.9 && off < 6) counts[zone] += 1;
                });
            }
            return [canvas.width, Object.fromEntries(page.data.zones.map((zone, at) => [zone.zone_id, counts[at]]))];
        }"""
    )
    assert width > 2000
    assert [zone for zone, count in tinted.items() if count < 1000] == []  # every zone's hue, softly laid on the ground


def test_a_selection_is_taken_along_as_geojson_that_gdal_reads(
    visit: Any, page_file: Path, tmp_path: Path, gdal: str
) -> None:
    page = visit(page_file, "#zone=dongwu").page
    file = tmp_path / "dongwu.geojson"
    page.locator('[data-tool="download"]').click()
    with page.expect_download() as download:
        page.locator("#yz-dialog .primary").nth(1).click()
    download.value.save_as(file)
    features = json.loads(file.read_text("utf-8"))["features"]
    kinds = [feature["properties"]["layer"] for feature in features]
    assert (kinds.count("zones"), kinds.count("parks"), kinds.count("projects")) == (1, 4, 2)
    assert features[0]["properties"]["outline_basis"] == "schematic"
    assert features[0]["geometry"]["type"] == "Polygon"
    told = subprocess.run(
        [gdal.replace("ogr2ogr", "ogrinfo"), "-so", "-al", str(file)], capture_output=True, text=True, check=True
    )
    assert "Feature Count: 7" in told.stdout


def test_csv_has_headings_in_the_readers_language_and_all_unlocated_projects(
    visit: Any, page_file: Path, tmp_path: Path
) -> None:
    page = visit(page_file, "#view=projects").page
    file = tmp_path / "projects.csv"
    page.locator('[data-tool="download"]').click()
    with page.expect_download() as download:
        page.locator("#yz-dialog .primary").nth(2).click()
    download.value.save_as(file)
    assert page.locator("#yz-notice").inner_text() == f"已保存 {download.value.suggested_filename}"
    assert page.locator("#yz-notice").is_visible()
    rows = list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"))))
    assert len(rows) == 43
    assert sum(row["位置依据"] == "" for row in rows) == 27
    assert next(row for row in rows if row["项目编号"] == "a3-09")["计划总投资（亿元）"] == "27.8"
    assert [name for name in rows[0] if re.fullmatch(r"[a-z_0-9]+", name)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_until_the_reader_chooses(visit: Any, page_file: Path, scheme: str) -> None:
    page = visit(page_file, color_scheme=scheme).page
    theme = "document.documentElement.dataset.theme"
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(theme) == scheme
    before = page.evaluate(ground)
    page.locator('[data-tool="theme"]').click()
    assert page.evaluate(theme) == "light"
    page.locator('[data-tool="theme"]').click()
    assert page.evaluate(theme) == "dark"
    assert (page.evaluate(ground) == before) == (scheme == "dark")
    page.reload()
    page.wait_for_function("window.yzgeo.ready === true")
    assert page.evaluate(theme) == "dark"  # kept in that browser


def test_full_screen_is_offered(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator('[data-tool="full"]').click()
    page.wait_for_function("document.fullscreenElement !== null")


@pytest.fixture(scope="module")
def grid(browser: Browser) -> Any:
    """The page's own script for the grid, alone in a browser."""
    page = browser.new_page()
    yield script_of(page, "map/gauss_kruger.js")
    page.close()


@pytest.mark.parametrize("lon", [74.2, 87.49, 105.0, 121.55, 121.51, 134.9])
@pytest.mark.parametrize("lat", [3.9, 29.85, 53.5])
def test_the_grid_is_that_of_proj(grid: Any, lat: float, lon: float) -> None:
    """There and back within a millimetre, in the grid that EPSG numbers."""
    at = grid("toGrid", lat, lon)
    epsg = grid("epsgOf", at["belt"])
    known = pyproj.CRS.from_epsg(epsg)
    assert known.coordinate_operation.params[1].value == 3 * at["belt"]  # its central meridian
    east, north = pyproj.Transformer.from_crs(4490, epsg, always_xy=True).transform(lon, lat)
    assert (at["east"], at["north"]) == pytest.approx((east, north), abs=1e-3)
    assert grid("fromGrid", at["belt"], north, east) == pytest.approx([lat, lon], abs=1e-8)


@pytest.mark.parametrize(
    "written",
    [
        "29.8, 121.55",
        "121.55 29.8",
        "29°48′00″N 121°33′00″E",
        "东经121°33′ 北纬29°48′",
        "29° 48' 0\", 121° 33' 0\"",
        "{north:.3f} {east:.3f}",
        "{east:.3f}, {north:.3f}",
        "X={north:.3f} Y=40{east:.3f}",
        "40{east:.3f} {north:.3f}",
    ],
)
def test_coordinates_are_read_as_people_write_them(grid: Any, written: str) -> None:
    belt = 40  # not that of 121.55, which is 41: a neighbour's grid is read as well
    east, north = pyproj.Transformer.from_crs(4490, 4549, always_xy=True).transform(121.55, 29.8)
    text = written.format(north=north, east=east)
    assert grid("placeNamed", text, belt) == pytest.approx([29.8, 121.55], abs=1e-7)


@pytest.mark.parametrize("written", ["", "29.8", "a b", "29.8 121.5 3", "29°61′ 121°", "95 95", "1e5 1e6"])
def test_what_is_no_place_is_none(grid: Any, written: str) -> None:
    assert grid("placeNamed", written, 40) is None


def test_a_line_tells_its_parts_and_a_point_is_taken_back(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    box = page.locator("#yz-map").bounding_box()
    page.locator('[data-tool="measure-length"]').click()
    for x, y in ((500, 300), (700, 300), (700, 400)):
        page.mouse.click(box["x"] + x, box["y"] + y)
    page.wait_for_timeout(FADED_MS)
    assert page.locator("#yz-map .measured").count() == 3  # two parts and the whole
    whole = page.locator("#yz-map .measured").last.inner_text()
    assert whole in page.locator("#yz-measure").inner_text()
    page.locator("#yz-map .leaflet-container").focus()
    page.keyboard.press("Backspace")
    page.wait_for_timeout(FADED_MS)
    assert page.locator("#yz-map .measured").count() == 1
    page.locator('[data-deed="undo"]').click()
    page.wait_for_timeout(FADED_MS)
    assert page.locator("#yz-map .measured").count() == 0


def test_coordinates_are_shown_in_degrees_and_in_the_grid_and_gone_to(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator('[data-tool="measure-place"]').click()
    page.locator("#yz-goto").fill("29.8, 121.55")
    page.keyboard.press("Enter")
    east, north = pyproj.Transformer.from_crs(4490, 4550, always_xy=True).transform(121.55, 29.8)
    assert (
        page.locator("#yz-measure .result").inner_text()
        == f"29.800000, 121.550000 · X {north:.1f} Y 41{east:.1f} (CGCS2000, 123°E, EPSG:4550)"
    )
    middle = page.evaluate("(({ lat, lng }) => [lat, lng])(window.yzgeo.page.leaflet.getCenter())")
    assert middle == pytest.approx([29.8, 121.55], abs=2e-3)
    box = page.locator("#yz-map").bounding_box()
    page.mouse.move(box["x"] + 400, box["y"] + 300)
    assert re.match(r"29\.\d{6}, 121\.\d{6} · X \d{7}\.\d Y 4[01]\d{6}\.\d", page.locator("#yz-pointed").inner_text())
    page.locator("#yz-goto").fill("nowhere")
    page.keyboard.press("Enter")
    assert page.locator("#yz-goto").evaluate("field => field.validationMessage") != ""


def test_what_lies_inside_a_circle_and_a_polygon_is_listed(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#project=a2-03").page
    address = page.evaluate("location.hash")
    card = page.locator("#yz-measure")
    page.locator('[data-tool="measure-inside"]').click()
    card.locator('[data-form="circle"]').click()
    card.locator('[data-deed="around"]').click()
    data = page.evaluate("window.yzgeo.page.data")
    middle = next(site["at"] for site in data["sites"] if "project:a2-03" in [one["key"] for one in site["projects"]])
    for km in (2, 6):
        card.locator("#yz-radius").fill(str(km))
        page.keyboard.press("Enter")
        metres = {
            one["key"]: ELLIPSOID.inv(middle[1], middle[0], site["at"][1], site["at"][0])[2]
            for site in data["sites"]
            for one in site["projects"]
        }
        inside = {key for key, far in metres.items() if far <= 1000 * km}
        uncertain = {key: data["subjects"][key]["uncertainty_m"] for key in metres}
        near = {key for key, far in metres.items() if 0 < far - 1000 * km < uncertain[key]}
        projects = card.locator('[data-of="projects"]')
        rows = projects.locator("[data-key]").evaluate_all("rows => rows.map(row => row.dataset.key)")
        assert len(rows) == len(set(rows))
        assert set(rows) == inside | near
        total = sum(project["investment"] or 0 for project in data["projects"] if project["key"] in inside)
        assert projects.locator("h2").inner_text().startswith(f"项目 {len(inside)} · {total:.10g} 亿元")
        doubtful = [key for key in inside if 1000 * km - metres[key] < uncertain[key]]
        assert f"可能在内 {len(doubtful)} 项" in projects.inner_text()
        assert "27 项未载地点，不在其中" in projects.inner_text()
    with page.expect_download() as download:
        card.locator('[data-deed="csv"]').click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_bytes().decode("utf-8-sig"))))
    assert sum(row["类别"] == "项目" for row in rows) == len(inside | near)
    page.evaluate("window.yzgeo.page.store.change({ printing: 'A4' })")
    paper = page.locator("#yz-list .on-paper")
    assert f"项目 {len(inside)}" in paper.inner_text()
    assert card.is_hidden()  # it would lie upon the map
    page.evaluate("window.yzgeo.page.store.change({ printing: null })")
    assert paper.count() == 0
    card.locator('[data-form="polygon"]').click()
    assert card.locator(".lying").count() == 0
    box = page.locator("#yz-map").bounding_box()
    right, low = box["x"] + box["width"] - 100, box["y"] + box["height"] - 80
    for x, y in ((right - 300, low - 300), (right, low - 300), (right, low)):
        page.mouse.click(x, y)
    assert card.locator(".lying h2").count() == 3
    page.locator("#yz-map .leaflet-container").focus()
    page.keyboard.press("Backspace")
    assert card.locator(".lying").count() == 0
    assert page.evaluate("location.hash") == address
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_a_figure_that_was_searched_for_leads_to_its_clause(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-query").fill("规上工业企业")
    page.locator("#yz-results [role=option]", has_text="1,114 家").click()
    assert page.evaluate("window.yzgeo.page.state.clause") == "一（一）1"
