"""The packed parcel layer: what is packed is what comes out, in Python and in the browser; nothing in it runs."""

from __future__ import annotations

import base64
import gzip
import json
import math
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import geopandas as gpd
import jinja2
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from shapely import MultiPolygon, Polygon, box

from yzgeo.layers.parcels import with_zones
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.context import build_context
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone
from yzgeo.publish.outputs import layers as layer_files
from yzgeo.publish.page import column_codec
from yzgeo.publish.page.parcel_tiles import BLOCK, elements, pack
from yzgeo.publish.page.render import render
from yzgeo.spatial.overlay.assign import assign

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '<img src=x onerror="window.hacked=1">${window.hacked=1}`</script><script>window.hacked=1</script>{{7*7}}{% raw %}\'"'
PLAIN = box(121.500, 29.800, 121.502, 29.802)
HOLED = box(121.504, 29.800, 121.506, 29.802).difference(box(121.5047, 29.8007, 121.5053, 29.8013))
TWOFOLD = MultiPolygon([box(121.508, 29.800, 121.509, 29.801), box(121.511, 29.800, 121.512, 29.801)])
IN_HOLED, IN_HOLE = (121.5043, 29.8003), (121.505, 29.801)
IN_SECOND_PART, BETWEEN_PARTS = (121.5115, 29.8005), (121.51, 29.8005)


class Reader:
    """Reads what `packing` wrote, number by number."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def varint(self) -> int:
        value = bits = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 127) << bits
            bits += 7
            if byte < 128:
                return value

    def signed(self) -> int:
        value = self.varint()
        return -(value + 1) // 2 if value % 2 else value // 2

    def take(self, length: int) -> bytes:
        self.at += length
        return self.content[self.at - length : self.at]

    def steps(self, count: int) -> list[int]:
        return list(np.cumsum([self.signed() for _ in range(count)])) if count else []

    def column(self, count: int, values: list[str] | None = None) -> list[Any]:
        way = self.varint()
        if way == column_codec.CODED:
            return [values[place - 1] if (place := self.varint()) else None for _ in range(count)]
        if way == column_codec.TEXTS:
            return json.loads(self.take(self.varint()).decode("utf-8", "surrogatepass"))
        if way == column_codec.NUMBERED:
            before, after, digits = json.loads(self.take(self.varint()))
            return [f"{before}{number:0{digits}d}{after}" for number in self.steps(count)]
        if way == column_codec.SCALED:
            scale = 10.0 ** self.varint()
            found = [self.varint() for _ in range(count)]
            return [(-value // 2 if value % 2 == 0 else value // 2) / scale if value else None for value in found]
        floats = struct.unpack(f"<{count}d", self.take(8 * count))
        return [None if math.isnan(value) else value for value in floats]


def made(shapes: list[Any], **columns: list[Any]) -> gpd.GeoDataFrame:
    frame = ledger.empty().drop(columns="geometry").reindex(range(len(shapes)))
    frame["parcel_id"] = [f"P{number}" for number in range(len(shapes))]
    for name, values in columns.items():
        frame[name] = values
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(shapes, crs="EPSG:4490"))


NO_ZONES = pd.DataFrame(columns=["parcel_id", "zone_id", "overlap_m2", "share"])


def unpacked_shapes(packed: Any) -> tuple[list[MultiPolygon], list[int]]:
    count, unit = packed.header["count"], packed.header["unit"]
    reader = Reader(gzip.decompress(packed.parts["boxes"]))
    west, south = reader.steps(count), reader.steps(count)
    for _ in range(2 * count):
        reader.varint()
    status = [reader.varint() for _ in range(count)]
    assert reader.at == len(reader.content)
    shapes = []
    for number in range(-(-count // BLOCK)):
        rows = range(number * BLOCK, min(count, (number + 1) * BLOCK))
        reader = Reader(gzip.decompress(packed.parts[f"shapes-{number}"]))
        parts_of = [reader.varint() for _ in rows]
        rings_of = [reader.varint() for _ in range(sum(parts_of))]
        points_of = [reader.varint() for _ in range(sum(rings_of))]
        x = [reader.signed() for _ in range(sum(points_of))]
        y = [reader.signed() for _ in range(sum(points_of))]
        assert reader.at == len(reader.content)
        moves, rings, points = iter(zip(x, y, strict=True)), iter(rings_of), iter(points_of)
        for row, part_count in zip(rows, parts_of, strict=True):
            at = np.array([west[row] * unit, south[row] * unit])
            parts = []
            for _ in range(part_count):
                outline = []
                for _ in range(next(rings)):
                    ring = []
                    for _ in range(next(points)):
                        at = at + next(moves)
                        ring.append(at / 1e6)
                    outline.append(ring)
                parts.append(Polygon(outline[0], outline[1:]))
            shapes.append(MultiPolygon(parts))
    return shapes, status


def unpacked_facts(packed: Any) -> dict[str, list[Any]]:
    count = packed.header["count"]
    facts: dict[str, list[Any]] = {column["name"]: [] for column in packed.header["columns"]}
    for number in range(-(-count // BLOCK)):
        reader = Reader(gzip.decompress(packed.parts[f"facts-{number}"]))
        rows = min(BLOCK, count - number * BLOCK)
        for column in packed.header["columns"]:
            facts[column["name"]] += reader.column(rows, column["values"])
        assert reader.at == len(reader.content)
    return facts


@given(arrays.arrays(np.int64, st.integers(0, 40), elements=st.integers(-(2**61), 2**61)))
def test_whole_numbers_come_back(values: Any) -> None:
    reader = Reader(column_codec.varints(column_codec.zigzag(values)))
    assert [reader.signed() for _ in values] == values.tolist()
    assert reader.at == len(reader.content)


TWO_DECIMALS = st.integers(-(10**9), 10**9).map(lambda value: value / 100)


@given(st.lists(st.none() | TWO_DECIMALS, max_size=30) | st.lists(st.none() | st.floats(allow_nan=False), max_size=30))
def test_numbers_come_back_exactly(values: list[float | None]) -> None:
    content = column_codec.numbers(np.array([np.nan if value is None else value for value in values], dtype=float))
    assert Reader(content).column(len(values)) == values


def test_figures_of_two_decimals_are_short() -> None:
    assert len(column_codec.numbers(np.round(np.linspace(0.1, 0.6, 100), 2))) == 102


NUMBERED = st.integers(0, 999).map(lambda number: f"330212GB{number:05d}x")


@given(st.lists(st.none() | st.text(), max_size=20) | st.lists(NUMBERED, max_size=20))
def test_texts_come_back(values: list[str | None]) -> None:
    assert Reader(column_codec.texts(values)).column(len(values)) == values


SQUARES = st.builds(
    lambda x, y, w, h: box(x / 1e6, y / 1e6, (x + w) / 1e6, (y + h) / 1e6),
    st.integers(-179_000_000, 179_000_000),
    st.integers(-80_000_000, 80_000_000),
    st.integers(1, 900_000),
    st.integers(1, 900_000),
)


@given(st.lists(SQUARES, min_size=1, max_size=8))
def test_shapes_anywhere_come_back(shapes: list[Polygon]) -> None:
    packed = pack(with_zones(made(shapes), NO_ZONES))
    back, _ = unpacked_shapes(packed)
    order = [int(one[1:]) for one in unpacked_facts(packed)["parcel_id"]]
    assert sorted(order) == list(range(len(shapes)))
    for number, shape in zip(order, back, strict=True):
        assert shape.bounds == pytest.approx(shapes[number].bounds, abs=2e-7)
        assert shapely.area(shape) == pytest.approx(shapely.area(shapes[number]), abs=1e-6)


def test_holes_parts_and_figures_come_back() -> None:
    parcels = made(
        [PLAIN, HOLED, TWOFOLD],
        status=["identified", "recovered", "odd"],
        area_mu=[12.345, np.nan, 1e-9],
        town=["甲", None, "甲"],
        note=[HOSTILE, "b", None],
    )
    zones = gpd.GeoDataFrame({"zone_id": ["z"]}, geometry=[PLAIN], crs="EPSG:4490")
    packed = pack(with_zones(parcels, assign(parcels, zones)))
    shapes, status = unpacked_shapes(packed)
    facts = unpacked_facts(packed)
    order = [int(one[1:]) for one in facts["parcel_id"]]
    for number, shape in zip(order, shapes, strict=True):
        assert shapely.area(shapely.symmetric_difference(shape, parcels.geometry[number])) < 1e-12
        assert len(shape.geoms) == (2 if number == 2 else 1)
    codes = [one["code"] for one in packed.header["statuses"]]
    assert [codes[status[order.index(number)] - 1] for number in range(3)] == ["identified", "recovered", "odd"]

    def column(name: str) -> list[Any]:
        return [facts[name][order.index(number)] for number in range(3)]

    assert column("area_mu") == [12.345, None, 1e-9]
    assert column("town") == ["甲", None, "甲"]
    assert column("note") == [HOSTILE, "b", None]
    assert column("zone_id") == ["z", None, None]
    assert column("zone_share") == [pytest.approx(1), None, None]
    # 0.002 by 0.002 degrees less the hole of 0.0006 by 0.0006: 193.36 m by 221.70 m, less 9 %.
    assert column("drawn_mu") == [None, pytest.approx(58.51, abs=0.01), None]


def test_what_has_no_area_is_counted() -> None:
    parcels = made([PLAIN, None, shapely.Point(121.5, 29.8), Polygon()], status="identified")
    packed = pack(with_zones(parcels, NO_ZONES))
    assert (packed.header["count"], packed.header["undrawn"]) == (1, 3)
    assert [one["count"] for one in packed.header["statuses"]] == [1, 0, 0]
    nothing = pack(with_zones(parcels[1:], NO_ZONES))
    assert (nothing.header["count"], nothing.header["undrawn"]) == (0, 3)


def test_the_same_parcels_give_the_same_bytes_and_no_parcels_give_none() -> None:
    plan = load("yinzhou")
    assert elements(plan.parcels) == ""
    parcels = made([PLAIN, HOLED, TWOFOLD], status="identified")
    assert pack(with_zones(parcels, NO_ZONES)) == pack(with_zones(parcels, NO_ZONES))


def grid(count: int) -> gpd.GeoDataFrame:
    """Squares of 0.001 degree, 100 in a row."""
    number = np.arange(count)
    west, south = 121.5 + number % 100 / 1000, 29.8 + number // 100 / 1000
    shapes = shapely.box(west, south, west + 0.0009, south + 0.0009)
    frame = made(list(shapes), area_mu=number / 8, note=[f"{HOSTILE}{one}" for one in number])
    frame["status"] = np.array(ledger.STATUSES)[number % 3]
    return frame


class Seen:
    """A plain map with the layer alone, opened offline."""

    def __init__(self, browser: Browser, folder: Path, parcels: gpd.GeoDataFrame, before: str = "") -> None:
        plan = with_parcels(load("yinzhou"), parcels)
        west, south, east, north = parcels.total_bounds
        with stable_ids():
            chart = folium.Map(tiles=None)
            figure: Any = chart.get_root()
            figure.html.add_child(folium.Element(elements(with_zones(plan.parcels, plan.parcel_zones))))
            folium.Rectangle([[south, west], [north, east]], fill=True, popup="beneath").add_to(chart)
            last: Any = folium.MacroElement()
            last._template = jinja2.Template("{% macro script(this, kwargs) %}{{ this.script }}{% endmacro %}")
            last.script = (
                f"{before};{chart.get_name()}.fitBounds([[{south}, {west}], [{north}, {east}]], {{animate: false}});"
                "window.zones = {'zone:mingzhou': {name: {zh: '明州', en: 'Mingzhou'}}};"
                f"window.parcels = yzParcels({chart.get_name()}, {{kinds: {{}}, subjects: zones}},"
                " both => both.zh, (key, subject) => { window.opened = [key, subject]; });"
                f"parcels.layer.addTo({chart.get_name()}); window.map = {chart.get_name()};"
            )
            last.add_to(chart)
            text = standalone(chart)
        file = folder / "parcels.html"
        file.write_text(text, "utf-8")
        self.context = browser.new_context(offline=True, viewport={"width": 900, "height": 700})
        self.page: Page = self.context.new_page()
        self.events: list[str] = []
        self.page.on("console", lambda message: self.events.append(message.text))
        self.page.on("pageerror", lambda error: self.events.append(str(error)))
        self.page.on("request", lambda request: self.events.append(request.url[:99]))
        self.page.goto(file.as_uri())
        assert self.events.pop(0) == file.as_uri()[:99]
        self.settle()

    def settle(self) -> None:
        """Wait until all tiles are drawn."""
        self.page.evaluate("() => parcels.ready")
        self.page.evaluate(
            """() => new Promise(done => {
                const look = () => [...document.querySelectorAll('.yz-parcel-tiles canvas')].every(
                    tile => tile.classList.contains('leaflet-tile-loaded')) ? done() : setTimeout(look, 20);
                setTimeout(look, 60);
            })"""
        )

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place is on the screen."""
        spot = self.page.evaluate(f"() => map.latLngToContainerPoint([{lat}, {lon}])")
        return spot["x"], spot["y"]

    def colour(self, lon: float, lat: float) -> list[int]:
        """Red, green, blue and opacity of what is drawn at a place."""
        x, y = self.at(lon, lat)
        return self.page.evaluate(
            f"""() => {{
                for (const tile of document.querySelectorAll('.yz-parcel-tiles canvas')) {{
                    const box = tile.getBoundingClientRect(), x = {x} - box.x, y = {y} - box.y;
                    if (x >= 0 && y >= 0 && x < box.width && y < box.height)
                        return [...tile.getContext('2d').getImageData(x, y, 1, 1).data];
                }}
            }}"""
        )

    def ink(self, shape: Polygon) -> float:
        """The share of dark pixels in the middle of a shape, clear of its line."""
        west, south, east, north = shape.buffer(-2e-4).bounds
        (left, top), (right, bottom) = self.at(west, north), self.at(east, south)
        return self.page.evaluate(
            f"""() => {{
                let dark = 0, all = 0;
                for (const tile of document.querySelectorAll('.yz-parcel-tiles canvas')) {{
                    const box = tile.getBoundingClientRect(), pen = tile.getContext('2d');
                    for (let y = Math.ceil({top}); y < {bottom}; y++) for (let x = Math.ceil({left}); x < {right}; x++) {{
                        if (x < box.x || y < box.y || x >= box.right || y >= box.bottom) continue;
                        const [red, , , opacity] = pen.getImageData(x - box.x, y - box.y, 1, 1).data;
                        if (!opacity) continue;
                        all += 1;
                        dark += red < 140;
                    }}
                }}
                return dark / all;
            }}"""
        )

    def saturation(self) -> int:
        """How far the channels of any opaque pixel lie apart."""
        return self.page.evaluate(
            """() => Math.max(...[...document.querySelectorAll('.yz-parcel-tiles canvas')].map(tile => {
                const {data} = tile.getContext('2d').getImageData(0, 0, tile.width, tile.height);
                let most = 0;
                for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200) most = Math.max(most,
                    Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]));
                return most;
            }))"""
        )

    def click(self, lon: float, lat: float) -> Any:
        """What is opened by a click at a place."""
        self.page.evaluate("() => { window.opened = null; }")
        self.page.mouse.click(*self.at(lon, lat))
        self.page.wait_for_timeout(150)
        return self.page.evaluate("() => window.opened")


@pytest.fixture
def see(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    seen: list[Seen] = []

    def open_layer(parcels: gpd.GeoDataFrame, before: str = "") -> Seen:
        seen.append(Seen(browser, tmp_path, parcels, before))
        return seen[-1]

    yield open_layer
    for one in seen:
        one.context.close()


def test_the_browser_unpacks_what_was_packed(see: Any) -> None:
    parcels = grid(BLOCK + 300)
    parcels.loc[7, "geometry"] = HOLED
    seen = see(parcels)
    found = seen.page.evaluate(
        """async () => {
            await parcels.ready;
            const rows = [];
            for (let i = 0; i < COUNT; i++) {
                const {attributes, geometry} = await parcels.subject(i);
                rows.push([attributes.parcel_id, attributes.area_mu, attributes.note, attributes.status, geometry.coordinates.flat()]);
            }
            return rows;
        }""".replace("COUNT", str(len(parcels)))
    )
    assert len(found) == len(parcels)
    for parcel_id, area_mu, note, status, points in found:
        number = int(parcel_id[1:])
        row = parcels.loc[number]
        assert (area_mu, note, status) == (row["area_mu"], row["note"], ledger.STATUSES[number % 3])
        corners = np.rint(shapely.get_coordinates(row["geometry"]) * 1e6).astype(int).tolist()
        assert {tuple(corner) for corner in np.rint(np.array(points) * 1e6).astype(int).tolist()} == {
            tuple(corner) for corner in corners
        }
    assert seen.events == []


def test_each_parcel_is_drawn_where_it_is_and_answers_there(see: Any) -> None:
    seen = see(made([PLAIN, HOLED, TWOFOLD], status=["identified", "under_way", "recovered"], area_mu=[1.25, 2, 3]))
    assert seen.click(*IN_HOLED)[0] == "parcel:P1"
    assert seen.click(*IN_SECOND_PART)[0] == "parcel:P2"
    assert seen.click(*IN_HOLE) is None
    assert seen.click(*BETWEEN_PARTS) is None
    key, subject = seen.click(121.501, 29.801)
    assert key == "parcel:P0"
    assert subject["attributes"] == {"parcel_id": "P0", "status": "identified", "area_mu": 1.25}
    assert [fact["value"]["zh"] for fact in subject["facts"]] == ["已认定", "1.25 亩"]
    assert seen.events == []  # before the pictures are read, of which Chromium warns
    open_, hatched, solid = [seen.ink(PLAIN), seen.ink(HOLED), seen.ink(TWOFOLD.geoms[1])]
    assert open_ < 0.1 < hatched < 0.6
    assert solid > 0.9
    assert seen.saturation() < 25  # of 255: ink and paper, no hue
    assert seen.colour(*IN_HOLE)[3] == seen.colour(*BETWEEN_PARTS)[3] == 0


def test_where_no_parcel_is_the_shape_below_gets_the_click(see: Any) -> None:
    seen = see(made([PLAIN, HOLED], status="identified"))
    seen.click(*IN_HOLED)
    assert seen.page.locator(".leaflet-popup").count() == 0
    seen.click(*IN_HOLE)
    assert seen.page.locator(".leaflet-popup-content").inner_text() == "beneath"
    seen.page.evaluate("() => map.closePopup().setView([29.801, 121.5045], 20, {animate: false})")
    seen.settle()
    assert seen.click(121.5045, 29.801)[0] == "parcel:P1"


def test_many_parcels_from_afar_are_sums_that_lead_nearer(see: Any) -> None:
    parcels = grid(6000)
    seen = see(parcels)
    seen.page.evaluate("() => map.setZoom(map.getZoom() - 3, {animate: false})")
    seen.settle()
    scene = "() => window.parcels.scene(map.getZoom()).mode"
    assert seen.page.evaluate(scene) == "grid"
    by_status = parcels.groupby("status")["area_mu"].sum()
    for zoom in (8, 11, 13):
        sums = seen.page.evaluate(f"() => parcels.sums({zoom})")
        assert sums == {status: pytest.approx(by_status[status], abs=0.011) for status in ledger.STATUSES}
    seen.page.mouse.move(*seen.at(121.5504, 29.8304))
    seen.page.locator(".yz-parcel-tip").wait_for()
    count, *lines = seen.page.locator(".yz-parcel-tip b, .yz-parcel-tip div div").all_inner_texts()
    told = [re.fullmatch(r"(\S+) ([\d,]+) 宗 · ([\d,]+) 亩", line) for line in lines]
    assert [line[1] for line in told if line] == ["已盘活", "进行中", "已认定"]
    assert sum(int(line[2].replace(",", "")) for line in told if line) == int(count.split()[0].replace(",", ""))
    zoom = seen.page.evaluate("() => map.getZoom()")
    assert seen.click(121.5504, 29.8304) is None
    seen.page.wait_for_function(f"() => map.getZoom() > {zoom} + 1")
    seen.page.wait_for_timeout(400)  # the map is on its way
    seen.page.evaluate("() => map.setView([29.8304, 121.5504], 15, {animate: false})")
    seen.settle()
    assert seen.page.evaluate(scene) == "signs"
    assert seen.click(121.5504, 29.8304)[0].startswith("parcel:P")
    assert seen.events == []


def test_small_parcels_that_stand_apart_are_signs_that_answer(see: Any) -> None:
    places = [(121.50, 29.80), (121.55, 29.82), (121.60, 29.80)]
    shapes = [box(lon - 2e-4, lat - 2e-4, lon + 2e-4, lat + 2e-4) for lon, lat in places]
    seen = see(made(shapes, status=["identified", "under_way", "recovered"]))
    assert seen.page.evaluate("() => parcels.scene(map.getZoom()).mode") == "signs"
    assert [seen.click(*place)[0] for place in places] == ["parcel:P0", "parcel:P1", "parcel:P2"]
    seen.page.evaluate("() => parcels.show({hidden: ['recovered'], until: null})")
    seen.settle()
    assert seen.click(*places[2]) is None
    assert seen.click(*places[1])[0] == "parcel:P1"
    assert seen.events == []
    middles = [seen.colour(*place) for place in places]
    assert middles[0][0] > 200  # paper within a line of ink
    assert middles[2][3] == 0


def test_parcels_are_shown_up_to_the_end_of_a_year(see: Any) -> None:
    shapes = [box(121.5 + n / 100, 29.8, 121.505 + n / 100, 29.805) for n in range(5)]
    days = ["2021-12-31", "2023-05-01", None, None, "2022"]
    statuses = ["recovered", "recovered", "recovered", "under_way", "recovered"]
    seen = see(made(shapes, status=statuses, recovered_on=days, area_mu=[1, 2, 4, 8, 16.25]))

    def shown(until: str) -> list[float]:
        seen.page.evaluate(f"() => parcels.show({{hidden: [], until: {until}}})")
        tally = seen.page.evaluate("() => parcels.tally()")
        return [tally["count"], tally["mu"], tally["undated"]]

    assert seen.page.evaluate("() => parcels.years") == [2021, 2022, 2023]
    assert shown("null") == [5, 31.25, 1]
    assert shown("2021") == [1, 1, 1]
    assert shown("2022") == [2, 17.25, 1]
    assert shown("2023") == [3, 19.25, 1]
    seen.settle()
    assert seen.click(121.5325, 29.8025) is None
    assert seen.click(121.5025, 29.8025)[0] == "parcel:P0"
    assert seen.events == []


def test_the_land_of_each_piece_is_packed_once() -> None:
    """Two parcels that cover the same land count as the ledger's statistics count them."""
    parcels = made([PLAIN, PLAIN, HOLED], status=["recovered", "identified", "under_way"], area_mu=[10.0, 10, 3])
    plan = with_parcels(load("yinzhou"), parcels)
    packed = pack(with_zones(plan.parcels, plan.parcel_zones), plan.parcel_land)
    reader = Reader(gzip.decompress(packed.parts["amounts"]))
    amounts = [reader.varint() * packed.header["amount_unit"] for _ in range(3)]
    assert [reader.varint() for _ in range(3)] == [0, 0, 0]
    assert reader.at == len(reader.content)
    assert sorted(amounts) == pytest.approx([0, 3, 10])


def test_hostile_texts_are_shown_as_text(see: Any) -> None:
    parcels = made(
        [PLAIN, HOLED], status=["recovered", "identified"], measure=HOSTILE, town=HOSTILE, note=[HOSTILE, "x"]
    )
    parcels["parcel_id"] = [HOSTILE, "b"]
    seen = see(parcels)
    seen.page.mouse.move(*seen.at(121.501, 29.801))
    seen.page.locator(".yz-parcel-tip").wait_for()
    lines = seen.page.locator(".yz-parcel-tip b, .yz-parcel-tip div div").all_inner_texts()
    assert lines[:2] == [HOSTILE, "已盘活"]
    assert lines[2].endswith("亩（图上面积）")
    assert lines[3] == "片区之外"
    _, subject = seen.click(121.501, 29.801)
    assert subject["name"]["zh"] == HOSTILE
    assert [fact["value"]["zh"] for fact in subject["facts"]].count(HOSTILE) == 3
    assert seen.page.evaluate("() => window.hacked") is None
    assert seen.page.locator("img").count() == 0
    assert seen.events == []
    seen.page.mouse.move(*seen.at(121.503, 29.801))
    seen.page.locator(".yz-parcel-tip").wait_for(state="detached")


def test_a_parcel_is_found_by_its_number(see: Any) -> None:
    seen = see(grid(BLOCK + 300))
    subject = seen.page.evaluate("() => parcels.select('P4300')")
    assert subject["attributes"]["area_mu"] == 4300 / 8
    assert seen.page.evaluate("() => map.getBounds().contains([29.84345, 121.50045])")
    assert seen.page.evaluate("() => parcels.select('nobody')") is None


def test_parcels_are_counted_by_status_and_pattern(see: Any) -> None:
    seen = see(made([PLAIN, HOLED, TWOFOLD, PLAIN, None], status=["recovered", "recovered", "sold", " ", "identified"]))
    rows = seen.page.evaluate("() => parcels.statuses.map(row => [row.label.zh, row.pattern, row.count])")
    assert sorted(rows) == sorted(
        [
            ["已认定", "open", 0],
            ["进行中", "hatch", 0],
            ["已盘活", "solid", 2],
            ["sold", "dashed", 1],
            ["未填", "dashed", 1],
        ]
    )
    assert seen.page.evaluate("() => parcels.undrawn") == 1


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("delete window.DecompressionStream", "此浏览器太旧"),
        ("window.Int32Array = function () { throw new RangeError('Array buffer allocation failed'); }", "内存可能不够"),
    ],
)
def test_what_cannot_be_drawn_is_told(see: Any, before: str, said: str) -> None:
    seen = see(made([PLAIN], status="identified"), before)
    seen.page.locator(".yz-parcel-notice").wait_for()
    assert said in seen.page.locator(".yz-parcel-notice").inner_text()
    seen.page.mouse.click(*seen.at(121.501, 29.801))
    assert seen.page.locator(".leaflet-popup-content").inner_text() == "beneath"
    assert seen.events == []


def test_the_page_shows_parcels_of_the_plan(browser: Browser, tmp_path: Path) -> None:
    plan: Plan = load("yinzhou")
    middle = plan.zones.set_index("zone_id").geometry["dongwu"].representative_point()
    parcels = made([middle.buffer(0.03, cap_style="square")], status="under_way", area_mu=[12.5])
    file = tmp_path / "page.html"
    file.write_text(render(build_context(with_parcels(plan, parcels), "zh")), "utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    page = context.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.goto(file.as_uri() + "#view=parcels")
    page.wait_for_function("() => window.yzgeo.ready === true")
    page.locator(".yz-parcel-tiles canvas").first.wait_for(state="attached")
    assert "进行中 1 宗" in (page.locator("#yz-legend").text_content() or "")
    page.wait_for_timeout(300)
    page.evaluate("() => window.dispatchEvent(new Event('resize'))")
    spot = page.evaluate(
        f"""() => {{
            const map = Object.values(window).find(value => value instanceof L.Map);
            const at = map.latLngToContainerPoint([{middle.y + 0.025}, {middle.x + 0.025}]);
            const box = map.getContainer().getBoundingClientRect();
            return [at.x + box.x, at.y + box.y];
        }}"""
    )
    page.mouse.click(*spot)
    page.locator("#yz-panel").get_by_text("P0").first.wait_for()
    assert "12.5" in page.locator("#yz-panel").inner_text()
    assert "parcel" in page.evaluate("() => location.hash")
    assert noise == []
    context.close()


def test_the_parts_are_base64_of_gzip() -> None:
    plan = with_parcels(load("yinzhou"), made([PLAIN], status="identified"))
    text = elements(with_zones(plan.parcels, plan.parcel_zones))
    content = text.split('id="yz-parcels-boxes">')[1].split("<")[0]
    assert gzip.decompress(base64.b64decode(content))


def test_the_folder_holds_parcels_where_there_are_any() -> None:
    plan = load("yinzhou")
    assert "data/parcels.geojson" not in layer_files.files(build_context(plan, "zh"))
    parcels = made([PLAIN], status="identified", area_mu=[0.1])
    held = layer_files.files(build_context(with_parcels(plan, parcels), "zh"))
    (feature,) = json.loads(held["data/parcels.geojson"])["features"]
    assert feature["properties"]["area_mu"] == 0.1
    assert feature["properties"]["zone_id"] is None
