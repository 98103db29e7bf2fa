"""Each plugin and feature of folium in a page of its own, opened offline: it asks for nothing and it works."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import jinja2
import numpy as np
import pandas as pd
import pytest
from folium import plugins
from folium.utilities import JsCode
from playwright.sync_api import expect

from yzgeo.core.errors import InputError
from yzgeo.publish.offline.escaping import escape
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

YINZHOU = (29.82, 121.55)
ROW = [[29.82 + number / 800, 121.55 + number / 400] for number in range(20)]
RING = [[121.5, 29.8], [121.6, 29.8], [121.6, 29.9], [121.5, 29.9], [121.5, 29.8]]
DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
HOSTILE = '<img src=x onerror="window.hacked=1">${window.hacked=1}`</script><script>window.hacked=1</script>{{7*7}}\''
CHART = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "title": "Land",
    "data": {"values": [{"zone": "A", "mu": 28}, {"zone": "B", "mu": 55}]},
    "transform": [{"calculate": "datum.mu * 2", "as": "double"}],
    "mark": "bar",
    "encoding": {"x": {"field": "zone", "type": "nominal"}, "y": {"field": "double", "type": "quantitative"}},
}
TABLE: dict[str, tuple[Callable[[folium.Map], Any], Callable[[Page], None]]] = {}
NOISE = {"TimestampedGeoJson": ["$"]}
"""What folium's own template says on the console."""
NEEDS_NETWORK = {"Geocoder", "TimestampedWmsTileLayers", "VectorGridProtobuf"}
"""Cannot work offline by what they are for; docs/standalone.md says why."""


def plain_map() -> folium.Map:
    return folium.Map(location=YINZHOU, zoom_start=12, tiles=None)


def square(**properties: Any) -> dict[str, Any]:
    shape = {"type": "Polygon", "coordinates": [RING]}
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "id": "a", "properties": properties, "geometry": shape}],
    }


def shows(selector: str, count: int | None = None, text: str | None = None) -> Callable[[Page], None]:
    """A check that so many visible elements are there (at least one), the first with a text."""

    def check(page: Page) -> None:
        found = page.locator(selector)
        found.first.wait_for(state="visible", timeout=5000)
        assert count is None or found.count() == count
        assert text is None or text in found.first.inner_text()

    return check


def painted(selector: str) -> Callable[[Page], None]:
    """A check that a canvas has colour on it."""

    def check(page: Page) -> None:
        page.locator(selector).first.wait_for(state="attached", timeout=5000)
        page.wait_for_timeout(300)
        assert page.evaluate(
            f"""() => {{ const canvas = document.querySelector({selector!r});
                return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(v => v); }}"""
        )

    return check


def works(name: str, check: Callable[[Page], None]) -> Callable[[Any], Any]:
    """Enter a map-making function into the table, with what the page must then do."""

    def enter(make: Any) -> Any:
        TABLE[name] = make, check
        return make

    return enter


def simple(name: str, element: Callable[[], Any], check: Callable[[Page], None]) -> None:
    """Enter what is added to a plain map as it is."""
    TABLE[name] = lambda chart: element().add_to(chart), check


def night_falls(page: Page) -> None:
    """By day no night is in sight: it is two in the morning where the map is."""
    page.evaluate(
        """() => Object.values(window).filter((one) => one instanceof L.Map).forEach((map) =>
        map.eachLayer((layer) => layer.setTime && layer.setTime(new Date("2026-01-01T18:00:00Z"))))"""
    )


def then(*steps: Callable[[Page], Any]) -> Callable[[Page], None]:
    def check(page: Page) -> None:
        for step in steps:
            step(page)

    return check


def click(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.click()


def click_map(x: int = 400, y: int = 300) -> Callable[[Page], None]:
    return lambda page: page.mouse.click(x, y)


def hover(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.hover()


def vanishes(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.wait_for(state="hidden", timeout=5000)


def scroll_zoom_comes_on(page: Page) -> None:
    page.locator("img[alt='scroll']").click()
    assert page.evaluate("() => Object.values(window).find(value => value instanceof L.Map).scrollWheelZoom.enabled()")


MARKER, PATH = "img.leaflet-marker-icon", "path.leaflet-interactive"

simple("MarkerCluster", lambda: plugins.MarkerCluster(ROW), shows(".marker-cluster"))
simple("FastMarkerCluster", lambda: plugins.FastMarkerCluster(ROW), shows(".marker-cluster"))
simple("HeatMap", lambda: plugins.HeatMap(ROW), painted("canvas.leaflet-heatmap-layer"))
simple(
    "HeatMapWithTime",
    lambda: plugins.HeatMapWithTime([ROW, ROW[:5]], index=["first", "second"]),
    then(
        shows(".timecontrol-date", text="first"),
        click(".timecontrol-forward"),
        shows(".timecontrol-date", text="second"),
        painted("canvas.heatmap-canvas"),
    ),
)
simple("Draw", lambda: plugins.Draw(export=True), then(click(".leaflet-draw-draw-marker"), click_map(), shows(MARKER)))
simple("GeoMan", plugins.GeoMan, then(click(".leaflet-pm-icon-marker"), click_map(), shows(MARKER)))
simple("Fullscreen", plugins.Fullscreen, shows(".leaflet-control-zoom-fullscreen"))
simple(
    "LocateControl",
    plugins.LocateControl,
    then(
        click(".leaflet-control-locate a"),
        shows(".leaflet-control-locate-location circle, .leaflet-control-locate-marker, " + PATH),
    ),
)
simple(
    "MousePosition",
    plugins.MousePosition,
    then(lambda page: page.mouse.move(400, 300), shows(".leaflet-control-mouseposition", text="29.")),
)
simple("AntPath", lambda: plugins.AntPath(ROW), shows("path.leaflet-ant-path"))
simple(
    "BeautifyIcon",
    lambda: folium.Marker(YINZHOU, icon=plugins.BeautifyIcon(icon="star", number=7, icon_shape="marker")),
    lambda page: expect(page.locator(".beautify-marker.marker")).to_have_text("7"),
)
simple("BoatMarker", lambda: plugins.BoatMarker(YINZHOU, heading=45, wind_heading=10, wind_speed=20), painted("canvas"))
simple("FloatImage", lambda: plugins.FloatImage(DOT, bottom=5, left=5, width="20px"), shows(f"img[src='{DOT}']"))
simple("PolyLineOffset", lambda: plugins.PolyLineOffset(ROW, offset=5), shows(PATH))
simple("PolyLineFromEncoded", lambda: plugins.PolyLineFromEncoded("wq}tDwvneVo}@o}@"), shows(PATH))
simple("PolygonFromEncoded", lambda: plugins.PolygonFromEncoded("wq}tDwvneVo}@o}@n}@?"), shows(PATH))
simple("ScrollZoomToggler", plugins.ScrollZoomToggler, scroll_zoom_comes_on)
simple("SemiCircle", lambda: plugins.SemiCircle(YINZHOU, radius=900, direction=90, arc=60), shows(PATH))
simple("Terminator", plugins.Terminator, then(night_falls, shows("path[d]")))
simple(
    "RegularPolygonMarker", lambda: folium.RegularPolygonMarker(YINZHOU, number_of_sides=5, radius=20), shows("path")
)
simple("ColorLine", lambda: folium.ColorLine(ROW, list(range(19)), colormap=["b", "g"], nb_steps=4), shows(PATH))
simple("ClickForMarker", folium.ClickForMarker, then(click_map(), shows(MARKER)))
simple("ClickForLatLng", lambda: folium.ClickForLatLng(alert=False), click_map())
simple("LatLngPopup", folium.LatLngPopup, then(click_map(), shows(".leaflet-popup-content", text="29.")))
simple("DivIcon", lambda: folium.Marker(YINZHOU, icon=folium.DivIcon(html="<b class='own'>here</b>")), shows("b.own"))
simple("Circle", lambda: folium.Circle(YINZHOU, radius=500), shows(PATH))
simple("CircleMarker", lambda: folium.CircleMarker(YINZHOU), shows(PATH))
simple("PolyLine", lambda: folium.PolyLine(ROW), shows(PATH))
simple(
    "ImageOverlay",
    lambda: folium.raster_layers.ImageOverlay(np.ones((4, 4)), [[29.8, 121.5], [29.9, 121.6]]),
    shows("img.leaflet-image-layer"),
)
simple(
    "TimestampedGeoJson",
    lambda: plugins.TimestampedGeoJson(
        {
            **square(times=["2021-01-01"] * 5),
            "features": [
                {
                    **square(times=["2021-01-01"] * 5)["features"][0],
                    "geometry": {"type": "LineString", "coordinates": RING},
                }
            ],
        },
        period="P1M",
        auto_play=False,
    ),
    then(shows(".timecontrol-date", text="2021"), shows(PATH)),
)
simple(
    "TimeSliderChoropleth",
    lambda: plugins.TimeSliderChoropleth(
        json.dumps(square()), {"a": {"1609459200": {"color": "#ff0000", "opacity": 0.8}}}
    ),
    then(shows("path[fill='#ff0000']"), shows("input[type=range], #slider")),
)
simple(
    "Realtime",
    lambda: plugins.Realtime(
        JsCode(f"(done, failed) => done({json.dumps(square(id=1))})"), get_feature_id=JsCode("f => f.properties.id")
    ),
    shows(PATH),
)
simple(
    "VegaLite",
    lambda: folium.Marker(YINZHOU, popup=folium.Popup().add_child(folium.VegaLite(CHART, width=200, height=120))),
    then(
        click(MARKER),
        shows(".leaflet-popup .vega-embed canvas, .leaflet-popup .vega-embed svg"),
        painted(".vega-embed canvas"),
    ),
)
simple(
    "IFrame",
    lambda: folium.Marker(YINZHOU, popup=folium.Popup(folium.IFrame("<p>inside</p>", width=100, height=60), show=True)),
    lambda page: shows("p", text="inside")(page.frame_locator("iframe")),  # type: ignore[arg-type]
)
simple(
    "TopoJson",
    lambda: folium.TopoJson(
        {
            "type": "Topology",
            "transform": {"scale": [0.1, 0.1], "translate": [121.5, 29.8]},
            "arcs": [[[0, 0], [1, 0], [0, 1], [-1, 0], [0, -1]]],
            "objects": {
                "o": {
                    "type": "GeometryCollection",
                    "geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {}}],
                }
            },
        },
        "objects.o",
    ),
    shows(PATH),
)
simple(
    "Choropleth",
    lambda: folium.Choropleth(
        square(),
        data=pd.DataFrame({"k": ["a"], "v": [1.0]}),
        columns=["k", "v"],
        key_on="feature.id",
        bins=[0, 1, 2, 3],
        legend_name="figures",
    ),
    then(shows(PATH), shows("#legend text.caption, .legend text.caption", text=None)),
)
simple(
    "Icon",
    lambda: folium.Marker(YINZHOU, icon=folium.Icon(icon="star", prefix="fa"), popup="a", tooltip="b"),
    then(hover(".awesome-marker-icon-blue"), shows(".leaflet-tooltip", text="b")),
)


@works("Timeline", then(shows(PATH), shows(".leaflet-timeline-control")))
def timeline(chart: folium.Map) -> None:
    interval = "f => ({start: +new Date(f.properties.start), end: +new Date(f.properties.end)})"
    line = plugins.Timeline(square(start="2020-01-01", end="2022-01-01"), get_interval=JsCode(interval)).add_to(chart)
    plugins.TimelineSlider(auto_play=False).add_timelines(line).add_to(chart)


TABLE["TimelineSlider"] = TABLE["Timeline"]


def measures(page: Page) -> None:
    page.locator(".leaflet-control-measure").hover()
    page.locator(".js-start").click()
    for x, y in ((300, 300), (420, 300), (420, 400)):
        page.mouse.click(x, y)
        page.wait_for_timeout(350)  # two clicks in a short time are one double click
    page.locator(".js-finish").click()
    assert "Area" in page.locator(".leaflet-popup-content").inner_text()


simple("MeasureControl", lambda: plugins.MeasureControl(position="topright"), measures)


@works("Search", lambda page: finds(page, "zone a"))
def search(chart: folium.Map) -> None:
    layer = folium.GeoJson(square(name="zone a")).add_to(chart)
    plugins.Search(layer, search_label="name", collapsed=False).add_to(chart)


def finds(page: Page, name: str) -> None:
    page.locator("input.search-input").press_sequentially(name[:3])
    page.locator(".search-tip").first.wait_for()
    assert page.locator(".search-tip").first.inner_text() == name


@works(
    "MiniMap",
    then(shows(".leaflet-control-minimap img.leaflet-tile"), click(".leaflet-control-minimap-toggle-display")),
)
def mini_map(chart: folium.Map) -> None:
    plugins.MiniMap(tile_layer=folium.TileLayer(DOT, attr="x"), toggle_display=True).add_to(chart)


@works("GroupedLayerControl", then(click(".leaflet-control-layers-selector >> nth=1"), shows(MARKER)))
def grouped(chart: folium.Map) -> None:
    one, two = folium.FeatureGroup("one").add_to(chart), folium.FeatureGroup("two", show=False).add_to(chart)
    folium.Marker(YINZHOU).add_to(two)
    plugins.GroupedLayerControl(groups={"group": [one, two]}, collapsed=False).add_to(chart)


@works("TreeLayerControl", then(hover(".leaflet-control-layers"), shows(".leaflet-layerstree-header", text="top")))
def tree(chart: folium.Map) -> None:
    layer = folium.FeatureGroup("a").add_to(chart)
    plugins.TreeLayerControl(overlay_tree={"label": "top", "children": [{"label": "a", "layer": layer}]}).add_to(chart)


@works("FeatureGroupSubGroup", shows(MARKER, 1))
def subgroup(chart: folium.Map) -> None:
    group = folium.FeatureGroup("g").add_to(chart)
    folium.Marker(YINZHOU).add_to(plugins.FeatureGroupSubGroup(group, "s").add_to(chart))


@works("PolyLineTextPath", lambda page: expect(page.locator("textPath")).to_contain_text("along"))
def text_path(chart: folium.Map) -> None:
    line = folium.PolyLine(ROW).add_to(chart)
    plugins.PolyLineTextPath(line, "along ", repeat=True).add_to(chart)


@works("SideBySideLayers", shows(".leaflet-sbs-divider"))
def side_by_side(chart: folium.Map) -> None:
    left, right = (folium.TileLayer(DOT, attr="x", overlay=True).add_to(chart) for _ in range(2))
    plugins.SideBySideLayers(left, right).add_to(chart)


@works("StripePattern", shows("path[fill^='url(']"))
def patterns(chart: folium.Map) -> None:
    stripes = plugins.StripePattern(angle=-45).add_to(chart)
    plugins.CirclePattern().add_to(chart)
    folium.GeoJson(square(), style_function=lambda _: {"fillPattern": stripes}).add_to(chart)


TABLE["CirclePattern"] = TABLE["StripePattern"]


@works(
    "TagFilterButton",
    then(
        shows(MARKER, 2),
        click(".easy-button-button"),
        shows(".tag-filter-tags-container li, .tag-filter-tag, .leaflet-tag-filter li, li"),
    ),
)
def tag_filter(chart: folium.Map) -> None:
    folium.Marker(YINZHOU, tags=["a"]).add_to(chart)
    folium.Marker(ROW[3], tags=["b"]).add_to(chart)
    plugins.TagFilterButton(["a", "b"]).add_to(chart)


@works("OverlappingMarkerSpiderfier", then(click_map(400, 290), shows("path")))
def spiderfier(chart: folium.Map) -> None:
    for _ in range(4):
        folium.Marker(YINZHOU).add_to(chart)
    plugins.OverlappingMarkerSpiderfier().add_to(chart)


@works(
    "GeoJson",
    then(hover(PATH), shows(".leaflet-tooltip", text="zone a"), click_map(), shows(".leaflet-popup", text="zone a")),
)
def geojson(chart: folium.Map) -> None:
    tips = {"tooltip": folium.GeoJsonTooltip(["name"]), "popup": folium.GeoJsonPopup(["name"])}
    folium.GeoJson(square(name="zone a"), highlight_function=lambda _: {"weight": 5}, **tips).add_to(chart)
    chart.location = [29.85, 121.55]


@works("CustomIcon", shows("img.leaflet-marker-icon[src^='data:image/png']"))
def custom_icon(chart: folium.Map) -> None:
    picture = np.zeros((2, 2, 4))
    folium.Marker(YINZHOU, icon=folium.CustomIcon(picture, icon_size=(20, 20))).add_to(chart)


@works("LayerControl", then(click("input.leaflet-control-layers-selector"), vanishes(MARKER)))
def layer_control(chart: folium.Map) -> None:
    folium.Marker(YINZHOU).add_to(folium.FeatureGroup("layer").add_to(chart))
    folium.LayerControl(collapsed=False).add_to(chart)


@works("ColorMap", shows("#legend text, .legend text"))
def colour_map(chart: folium.Map) -> None:
    from branca.colormap import linear

    linear.viridis.scale(0, 10).to_step(4).add_to(chart)


def open_page(browser: Browser, text: str, folder: Path) -> tuple[Page, list[str]]:
    file = folder / "page.html"
    file.write_text(text, "utf-8")
    position = {"latitude": YINZHOU[0], "longitude": YINZHOU[1], "accuracy": 50}
    context = browser.new_context(
        offline=True, viewport={"width": 800, "height": 600}, geolocation=position, permissions=["geolocation"]
    )
    context.set_default_timeout(6000)
    page = context.new_page()
    events: list[str] = []
    # Chromium warns of the reading of canvases that these tests do.
    page.on("console", lambda message: None if "getImageData" in message.text else events.append(message.text))
    page.on("pageerror", lambda error: events.append(f"error {error}"))
    page.on(
        "request", lambda request: None if request.url.startswith(("data:", "file:")) else events.append(request.url)
    )
    page.goto(file.as_uri())
    return page, events


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], tuple[Page, list[str]]]]:
    pages: list[Page] = []

    def visit(text: str) -> tuple[Page, list[str]]:
        page, events = open_page(browser, text, tmp_path)
        pages.append(page)
        return page, events

    yield visit
    for page in pages:
        page.context.close()


@pytest.mark.parametrize("name", TABLE)
def test_it_works_offline(visit: Any, name: str) -> None:
    make, check = TABLE[name]
    with stable_ids():
        chart = plain_map()
        make(chart)
        text = standalone(chart)
    page, events = visit(text)
    check(page)
    assert [event for event in events if event not in NOISE.get(name, [])] == []


def test_two_maps_side_by_side(visit: Any) -> None:
    with stable_ids():
        pair = plugins.DualMap(location=YINZHOU, tiles=None, zoom_start=12)
        folium.Marker(YINZHOU).add_to(pair.m1)
        text = standalone(pair)
    page, events = visit(text)
    zooms = "() => Object.values(window).filter(value => value instanceof L.Map).map(map => map.getZoom())"
    page.locator(".leaflet-control-zoom-in").first.click()
    page.wait_for_timeout(500)
    assert page.evaluate(zooms) == [13, 13]
    assert events == []


JQUERY_UI = '<script src="https://code.jquery.com/ui/1.12.1/jquery-ui.js"></script>'


@pytest.mark.parametrize(
    "head",
    [
        JQUERY_UI,
        '<link rel="stylesheet" href="//code.jquery.com/ui/1.12.1/themes/base/jquery-ui.css">'
        f'<script src="https://code.jquery.com/jquery-1.12.4.js"></script>{JQUERY_UI}',
    ],
    ids=["geopandas explore", "leafmap"],
)
def test_a_legend_can_be_dragged(visit: Any, head: str) -> None:
    legend = folium.MacroElement()
    legend._template = jinja2.Template(
        "{% macro header(this, kwargs) %}"
        f"{head}<script>$(function () {{ $('.maplegend').draggable(); }});</script>{{% endmacro %}}"
        "{% macro html(this, kwargs) %}<div class='maplegend' style='position: absolute; z-index: 9999; left: 100px; top: 100px'>legend</div>"
        "{% endmacro %}"
    )
    with stable_ids():
        chart = plain_map().add_child(legend)
        text = standalone(chart)
    page, events = visit(text)
    assert events == []
    page.locator(".maplegend.ui-draggable").wait_for()
    box = page.locator(".maplegend").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 105, box["y"] + 55, steps=5)
    page.mouse.up()
    assert page.locator(".maplegend").bounding_box()["x"] == box["x"] + 100
    assert events == []


def test_every_plugin_is_tried_or_needs_the_network() -> None:
    tried = {*TABLE, "DualMap"}
    assert set(plugins.__all__) <= tried | NEEDS_NETWORK
    assert not tried & NEEDS_NETWORK


@pytest.mark.parametrize("element", [plugins.Geocoder(), plugins.VectorGridProtobuf("https://example.org/{z}")])
def test_what_needs_the_network_is_refused_with_the_reason(element: Any) -> None:
    chart = plain_map()
    element.add_to(chart)
    with pytest.raises(
        InputError, match=r"the page loads https://unpkg\.com/leaflet.*no use offline: it (sends|fetches)"
    ):
        standalone(chart)


def test_the_page_of_a_plugin_is_the_same_each_time() -> None:
    def built() -> str:
        with stable_ids():
            chart = plain_map()
            for name in ("MarkerCluster", "Draw", "HeatMapWithTime", "VegaLite", "Choropleth", "TagFilterButton"):
                TABLE[name][0](chart)
            return standalone(chart)

    assert built() == built()


def test_only_what_a_map_needs_is_in_its_page() -> None:
    assert "markercluster" not in standalone(plain_map())
    chart = plain_map()
    chart.default_js, chart.default_css = chart.default_js[:1], chart.default_css[:1]
    assert len(standalone(chart)) < 200_000


def test_hostile_names_in_plugins_are_shown_and_not_run(visit: Any) -> None:
    text = escape(HOSTILE)
    with stable_ids():
        chart = plain_map()
        layer = folium.GeoJson(square(name=text), name=text).add_to(chart)
        group = folium.FeatureGroup(text).add_to(chart)
        folium.Marker(YINZHOU, tags=[text], popup=text, tooltip=text).add_to(group)
        plugins.MarkerCluster([YINZHOU], popups=[text]).add_to(chart)
        plugins.Search(layer, search_label="name", collapsed=False, placeholder=text).add_to(chart)
        plugins.GroupedLayerControl(groups={text: [group]}, collapsed=False).add_to(chart)
        plugins.TreeLayerControl(overlay_tree={"label": text, "children": []}, collapsed=False).add_to(chart)
        plugins.TagFilterButton([text]).add_to(chart)
        plugins.SemiCircle(YINZHOU, radius=900, direction=0, arc=90, popup=text).add_to(chart)
        page_text = standalone(chart)
    page, events = visit(page_text)
    assert events == []
    page.locator("input.search-input").press_sequentially("img")
    page.locator(".search-tip").first.wait_for()
    assert page.locator(".search-tip").first.inner_text() == HOSTILE
    assert HOSTILE in page.locator(".leaflet-control-layers-group-name").first.inner_text()
    assert HOSTILE in page.locator(".leaflet-layerstree-header").first.inner_text()
    page.locator(".easy-button-button").click(force=True)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[src=x]").count() == 0
    assert events == []


def test_hostile_names_in_charts_are_shown_and_not_run(visit: Any) -> None:
    title = escape(HOSTILE)
    values = [{"zone": title, "mu": 1}]
    spec = {**CHART, "title": title, "data": {"values": values}, "usermeta": {"embedOptions": {"renderer": "svg"}}}
    with stable_ids():
        chart = plain_map()
        folium.Marker(YINZHOU, popup=folium.Popup(show=True).add_child(folium.VegaLite(spec))).add_to(chart)
        page_text = standalone(chart)
    page, events = visit(page_text)
    page.locator(".vega-embed svg.marks").wait_for()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[src=x]").count() == 0
    assert events == []
