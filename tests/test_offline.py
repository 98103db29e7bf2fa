"""Pages of one file: they load nothing, say nothing on the console, and run nothing that came from data."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import branca.element
import folium
import folium.plugins
import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vendor as vendor_script
from yzgeo.core.errors import InputError
from yzgeo.publish.offline import vendor
from yzgeo.publish.offline.escaping import escape, json_script
from yzgeo.publish.offline.inline import MEDIA_TYPES
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

YINZHOU = (29.82, 121.55)
SQUARE = [[[121.5, 29.8], [121.6, 29.8], [121.6, 29.9], [121.5, 29.9], [121.5, 29.8]]]
LIBRARIES = vendor.register()
# A few packages have no such file; what they say of it stands in their description.
LICENCE_NAMES = {"LICENSE", "LICENSE.txt", "LICENSE.md", "license.txt", "LICENCE.txt", "MIT-LICENCE.txt", "README.md"}

HOSTILE = [
    "<img src=x onerror=\"window.hacked='img'\">",
    "${window.hacked='literal'}",
    "`;window.hacked='backtick';`",
    "\\`;window.hacked='escaped backtick';//",
    "</script><script>window.hacked='script'</script>",
    "<!--<script>window.hacked='comment'",
    "');window.hacked='quote';('",
    '");window.hacked="double quote";("',
    "{{ 7*7 }}",
    "{% raw %}",
    "{# gone #}",
    "a\u2028b\u2029c",
    "&lt;b&gt; &amp;amp; \\u003cb\\u003e \\x3cb\\x3e",
    "\\",
]


def square(**properties: str) -> dict[str, object]:
    feature = {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": SQUARE}}
    return {"type": "FeatureCollection", "features": [feature]}


def plain_map(**options: object) -> folium.Map:
    return folium.Map(location=YINZHOU, zoom_start=12, tiles=None, **options)


def without_blanks(text: str) -> str:
    """Text as one compares it with what a browser lays out: HTML does not keep blanks and line ends."""
    return re.sub(r"\s+", " ", text).strip()


class Visit(NamedTuple):
    """A page in the browser, and all that happened since it was opened."""

    page: Page
    events: list[str]

    def settled(self) -> list[str]:
        """Everything that happened, after what was started has had its chance to."""
        self.page.wait_for_timeout(200)
        return self.events


@contextmanager
def visit(browser: Browser, text: str, folder: Path) -> Iterator[Visit]:
    path = folder / "page.html"
    path.write_text(text, "utf-8")
    context = browser.new_context()
    page = context.new_page()
    events: list[str] = []
    page.on("request", lambda request: events.append(f"request {request.url[:99]}"))
    page.on("console", lambda message: events.append(f"console {message.text}"))
    page.on("pageerror", lambda error: events.append(f"error {error}"))
    page.goto(path.as_uri())
    assert events.pop(0) == f"request {path.as_uri()}"[:107]
    yield Visit(page, events)
    context.close()


def show_all_tips(page: Page) -> None:
    """Open every popup and tooltip of the map, beside each other."""
    page.evaluate(
        """() => {
            const map = Object.values(window).find(value => value instanceof L.Map);
            const open = layer => {
                if (layer.getTooltip && layer.getTooltip()) layer.openTooltip();
                if (layer.getPopup && layer.getPopup()) {
                    layer.getPopup().options.autoClose = false;
                    layer.openPopup();
                }
                if (layer.eachLayer) layer.eachLayer(open);
            };
            map.eachLayer(open);
        }"""
    )


def test_a_map_with_markers_popups_and_shapes_loads_nothing(browser: Browser, tmp_path: Path) -> None:
    with stable_ids():
        chart = plain_map(control_scale=True)
        folium.Marker(YINZHOU, popup=folium.Popup("a popup")).add_to(chart)
        icon = folium.Icon(icon="star", prefix="fa", angle=90)
        folium.Marker((29.83, 121.57), icon=icon).add_to(chart)
        folium.Marker((29.81, 121.53), icon=folium.Icon(icon="home")).add_to(chart)
        folium.GeoJson(square(name="square"), tooltip=folium.GeoJsonTooltip(["name"])).add_to(chart)
        folium.LayerControl().add_to(chart)
        text = standalone(chart, title="Zones & parks", lang="en")
    with visit(browser, text, tmp_path) as visited:
        page = visited.page
        assert page.title() == "Zones & parks"
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.evaluate("document.characterSet") == "UTF-8"
        assert page.locator("path.leaflet-interactive").count() == 1
        pictures = page.locator("img.leaflet-marker-icon, img.leaflet-marker-shadow")
        assert pictures.count() == 2
        assert all(pictures.nth(n).evaluate("picture => picture.naturalWidth") > 0 for n in range(2))
        page.locator("img.leaflet-marker-icon").click()
        page.locator(".leaflet-popup-content").wait_for(state="visible")
        assert page.locator(".leaflet-popup-content").inner_text() == "a popup"
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)")
        assert {family.strip('"') for family in loaded} == {"Glyphicons Halflings", "Font Awesome 6 Free"}
        assert visited.settled() == []


def test_retina_pictures_are_inside_too(browser: Browser, tmp_path: Path) -> None:
    chart = plain_map()
    folium.Marker(YINZHOU).add_to(chart)
    folium.Marker((29.81, 121.53), icon=folium.Icon()).add_to(chart)
    path = tmp_path / "page.html"
    path.write_text(standalone(chart), "utf-8")
    context = browser.new_context(device_scale_factor=2)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert page.locator("img.leaflet-marker-icon").evaluate("picture => picture.naturalWidth") == 50
    assert said == []
    context.close()


def test_leaflet_alone_is_enough_for_a_page(browser: Browser, tmp_path: Path) -> None:
    chart = plain_map()
    chart.default_js, chart.default_css = chart.default_js[:1], chart.default_css[:1]
    folium.Marker(YINZHOU, tooltip="a tip").add_to(chart)
    text = standalone(chart)
    assert "bootstrap" not in text
    with visit(browser, text, tmp_path) as visited:
        visited.page.locator("img.leaflet-marker-icon").hover()
        assert visited.page.locator(".leaflet-tooltip").inner_text() == "a tip"
        assert visited.settled() == []


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Address of a server on this machine, and the paths that it was asked for."""
    paths: list[str] = []

    class Recorder(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Recorder) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()
        thread.join()


def test_the_policy_stops_all_but_tiles(browser: Browser, tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    server, paths = asked
    chart = plain_map()
    loads = f"new Image().src = '{server}/picture'; fetch('{server}/fetched').catch(() => 0);"
    chart.get_root().script.add_child(folium.Element(loads))
    text = standalone(chart)
    with visit(browser, text, tmp_path) as visited:
        assert [event for event in visited.settled() if "Content Security Policy" in event]
    assert paths == []

    with visit(browser, text.replace("Content-Security-Policy", "no-policy"), tmp_path) as visited:
        visited.settled()
    assert "/picture" in paths
    paths.clear()

    chart = plain_map()
    folium.TileLayer(server + "/{z}/{x}/{y}", attr="x").add_to(chart)
    with visit(browser, standalone(chart), tmp_path) as visited:
        visited.settled()
        assert paths == []  # until the reader asks for them
        visited.page.get_by_role("button", name="联网加载底图").click()
        visited.settled()
        assert visited.page.get_by_role("button", name="联网加载底图").count() == 0
    assert paths
    assert all(path.startswith("/12/") for path in paths)


@pytest.mark.parametrize("kind", ["plain", "mini map", "side by side", "two maps", "wms"])
def test_a_map_with_online_tiles_opens_without_a_request(browser: Browser, tmp_path: Path, kind: str) -> None:
    chart = folium.plugins.DualMap(location=YINZHOU) if kind == "two maps" else folium.Map(YINZHOU)
    if kind == "mini map":
        folium.plugins.MiniMap().add_to(chart)
    if kind == "side by side":
        layers = [folium.TileLayer("OpenStreetMap", overlay=True).add_to(chart) for _ in range(2)]
        folium.plugins.SideBySideLayers(*layers).add_to(chart)
    if kind == "wms":
        folium.WmsTileLayer("https://wms.example.net/wms", layers="a", attr="x").add_to(chart)
    with visit(browser, standalone(chart, lang="en"), tmp_path) as visited:
        assert visited.settled() == []
        assert visited.page.get_by_role("button", name="Load the online map").count() == 1


def test_held_back_tiles_draw_nothing_and_the_button_covers_no_control(browser: Browser, tmp_path: Path) -> None:
    chart = folium.Map(YINZHOU, zoom_start=12, control_scale=True)
    folium.plugins.MiniMap().add_to(chart)
    with visit(browser, standalone(chart), tmp_path) as visited:
        tiles = visited.page.locator("img.leaflet-tile")
        tiles.first.wait_for(state="attached")
        # A picture without a source has no width, and Chromium draws a frame in its place.
        assert tiles.evaluate_all("tiles => tiles.map((tile) => tile.naturalWidth)") == [1] * tiles.count()
        button = visited.page.get_by_role("button", name="联网加载底图")
        assert button.evaluate("button => button.closest('.leaflet-container').classList.contains('folium-map')")
        above, below = button.bounding_box(), visited.page.locator(".leaflet-control-scale").bounding_box()
        assert above
        assert below
        assert above["y"] + above["height"] <= below["y"] or below["y"] + below["height"] <= above["y"]


@pytest.mark.parametrize("given", ["map", "figure"])
def test_maps_in_subplots_are_one_page(browser: Browser, tmp_path: Path, given: str) -> None:
    figure = branca.element.Figure()
    charts = [plain_map(), plain_map()]
    for number, chart in enumerate(charts, 1):
        figure.add_subplot(1, 2, number).add_child(chart)
        folium.Marker(YINZHOU).add_to(chart)
    with visit(browser, standalone(charts[0] if given == "map" else figure), tmp_path) as visited:
        assert visited.page.locator("img.leaflet-marker-icon").count() == 2
        assert visited.settled() == []


@pytest.mark.parametrize(
    "element",
    [
        folium.raster_layers.VideoOverlay("https://example.org/a.webm", [[29.8, 121.5], [29.9, 121.6]]),
        folium.Element("<script>L.TileLayer.include({createTile() { fetch('https://example.org/') }})</script>"),
    ],
    ids=["video", "tiles by a script"],
)
def test_what_a_script_would_load_is_stopped(browser: Browser, tmp_path: Path, element: branca.element.Element) -> None:
    chart = plain_map()
    folium.TileLayer("tiles/{z}/{x}/{y}.png", attr="x").add_to(chart)
    if isinstance(element, branca.element.MacroElement):
        element.add_to(chart)
    else:
        chart.get_root().html.add_child(element)
    with visit(browser, standalone(chart), tmp_path) as visited:
        events = visited.settled()
        assert [event for event in events if "Content Security Policy" in event and "example.org" in event]
        assert [event for event in events if event.startswith("request https:")] == []


def test_an_added_script_of_ones_own_is_refused_by_its_address() -> None:
    chart = plain_map()
    chart.default_js = [*chart.default_js]  # folium's list is that of all maps
    chart.add_js_link("own", "https://example.org/own.js")
    with pytest.raises(InputError, match=r"https://example\.org/own\.js"):
        standalone(chart)


@pytest.mark.parametrize("scheme", ["https:", ""])
def test_an_address_without_a_scheme_is_that_of_https(scheme: str) -> None:
    chart = plain_map()
    chart.get_root().header.add_child(
        folium.Element(
            f'<link rel="stylesheet" href="{scheme}//code.jquery.com/ui/1.12.1/themes/base/jquery-ui.css">'
            f'<script src="{scheme}//code.jquery.com/ui/1.12.1/jquery-ui.js"></script>'
            f"<style>p {{ background: url({scheme}//code.jquery.com/ui/1.12.1/themes/base/images/ui-icons_444444_256x240.png) }}</style>"
        )
    )
    page = standalone(chart)
    assert ".ui-slider" in page
    assert "jQuery UI - v1.14.2" in page
    assert "//code.jquery.com/ui" not in page
    chart.get_root().header.add_child(folium.Element(f'<script src="{scheme}//code.jquery.com/no-such.js"></script>'))
    with pytest.raises(InputError, match="no-such"):
        standalone(chart)


def test_tiles_that_the_reader_switches_on_load_at_once(
    browser: Browser, tmp_path: Path, asked: tuple[str, list[str]]
) -> None:
    server, paths = asked
    chart = plain_map()
    folium.TileLayer(server + "/off/{z}/{x}/{y}", attr="x", name="later", show=False, overlay=True).add_to(chart)
    folium.LayerControl(collapsed=False).add_to(chart)
    with visit(browser, standalone(chart), tmp_path) as visited:
        assert visited.settled() == []
        assert paths == []
        visited.page.get_by_text("later").click()
        visited.settled()
    assert paths


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_data_is_shown_and_not_run(browser: Browser, tmp_path: Path, hostile: str) -> None:
    text = escape(hostile)
    chart = plain_map()
    folium.Marker(YINZHOU, popup=folium.Popup(text), tooltip=folium.Tooltip(text)).add_to(chart)
    folium.Marker((29.83, 121.53), popup=text, tooltip=text).add_to(chart)
    folium.Marker((29.84, 121.53), popup=folium.Popup(text, lazy=True)).add_to(chart)
    folium.Marker((29.85, 121.53), popup=folium.Popup(folium.Html(text, script=True))).add_to(chart)
    folium.Marker((29.81, 121.52), icon=folium.DivIcon(html=f'<b class="label">{text}</b>')).add_to(chart)
    folium.GeoJson(
        square(name=text),
        name=text,
        popup=folium.GeoJsonPopup(["name"], aliases=[text]),
        tooltip=folium.GeoJsonTooltip(["name"], aliases=[text]),
    ).add_to(chart)
    folium.FeatureGroup(name=text + "2").add_to(chart)
    folium.LayerControl(collapsed=False).add_to(chart)
    chart.get_root().html.add_child(folium.Element(f'<p id="shown">{text}</p>'))
    chart.get_root().html.add_child(folium.Element(json_script({hostile: hostile}, "data")))

    with visit(browser, standalone(chart, title=hostile), tmp_path) as visited:
        page = visited.page
        page.locator(".leaflet-marker-icon").nth(2).click()  # a lazy popup gets its text only from a click
        show_all_tips(page)
        expected = without_blanks(hostile)

        def shown(selector: str) -> list[str]:
            return [without_blanks(found) for found in page.locator(selector).all_text_contents()]

        assert shown(".leaflet-popup-content > div:not(:has(table))") == [expected] * 4
        assert shown(".leaflet-tooltip > div:not(:has(table))") == [expected] * 2
        for tip in (".leaflet-popup-content", ".leaflet-tooltip"):
            assert shown(f"{tip} th") == shown(f"{tip} td") == [expected]
        assert shown(".label") == shown("#shown") == [expected]
        assert shown(".leaflet-control-layers-overlays label") == [expected, expected + "2"]
        assert json.loads(page.locator("#data").text_content() or "") == {hostile: hostile}
        assert without_blanks(page.title()) == expected
        assert page.evaluate("window.hacked") is None
        assert visited.settled() == []


def test_the_same_text_unescaped_would_run(browser: Browser, tmp_path: Path) -> None:
    """Otherwise the test above could not fail."""
    chart = plain_map()
    folium.Marker(YINZHOU, popup=folium.Popup(html.escape("${window.hacked=1}"))).add_to(chart)
    with visit(browser, standalone(chart), tmp_path) as visited:
        assert visited.page.evaluate("window.hacked") == 1


def test_markup_in_a_text_runs_nothing_even_unescaped(browser: Browser, tmp_path: Path) -> None:
    """The policy names the scripts of the page, so that a handler in a text is none of them."""
    chart = plain_map()
    folium.Marker(YINZHOU, popup=folium.Popup(HOSTILE[0], show=True)).add_to(chart)
    text = standalone(chart)
    with visit(browser, text, tmp_path) as visited:
        assert visited.page.locator(".leaflet-popup-content img").count() == 1
        visited.settled()
        assert visited.page.evaluate("window.hacked") is None
    with visit(browser, re.sub("script-src [^;]*", "script-src 'unsafe-inline'", text), tmp_path) as visited:
        visited.settled()
        assert visited.page.evaluate("window.hacked") == "img"


def test_a_frame_is_held_to_the_policy_of_its_page(browser: Browser, tmp_path: Path) -> None:
    chart = plain_map()
    frame = folium.IFrame("<p id=inner>inside</p><script>document.getElementById('inner').append('!')</script>")
    folium.Marker(YINZHOU, popup=folium.Popup(frame, show=True)).add_to(chart)
    text = standalone(chart)
    assert "frame-src data:" in text
    assert "frame-src" not in standalone(plain_map())
    with visit(browser, text, tmp_path) as visited:
        assert visited.page.frame_locator("iframe").locator("p").inner_text() == "inside!"
        assert [event for event in visited.settled() if not event.startswith("request data:text/html")] == []


BUILD = """
import sys
import folium
from folium.utilities import deep_copy
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone
with stable_ids():
    chart = folium.Map(tiles=None)
    layer = folium.FeatureGroup("layer").add_to(chart)
    folium.Marker((1, 2), popup="here", icon=folium.Icon()).add_to(layer)
    deep_copy(layer).add_to(chart)  # draws ids of another kind
    geometry = {"type": "Point", "coordinates": [1, 2]}
    points = [{"type": "Feature", "properties": {"a": name}, "geometry": geometry} for name in ("b", "c")]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": points},
        style_function=lambda feature: {"color": feature["properties"]["a"]},
        tooltip=folium.GeoJsonTooltip(["a"]),
    ).add_to(chart)
    folium.LayerControl().add_to(chart)
sys.stdout.buffer.write(standalone(chart).encode())
"""


def built(seed: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-c", BUILD]
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout


@pytest.mark.slow
def test_two_builds_give_the_same_bytes() -> None:
    first = built("1")
    assert len(first) > 1_000_000
    assert built("2") == first


def test_building_a_page_twice_gives_the_same_text() -> None:
    with stable_ids():
        chart = plain_map()
        folium.Marker(YINZHOU, popup="here").add_to(chart)
    assert standalone(chart) == standalone(chart)


def test_ids_are_counted_inside_only() -> None:
    before = folium.Map(tiles=None).get_name()
    with stable_ids():
        outer = folium.FeatureGroup().get_name()
        with stable_ids():
            inner = folium.FeatureGroup().get_name()
        last = folium.FeatureGroup().get_name()
    assert [outer, inner, last] == ["feature_group_1", "feature_group_2", "feature_group_3"]
    assert len(before) == len(folium.Map(tiles=None).get_name()) > 32


def test_ids_are_random_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), stable_ids():
        1 / 0  # noqa: B018
    with stable_ids():
        assert folium.FeatureGroup().get_name() == "feature_group_1"
    assert len(folium.FeatureGroup().get_name()) > 32


def test_a_library_without_copy_is_refused_by_name() -> None:
    chart = plain_map()
    chart.get_root().header.add_child(folium.JavascriptLink("https://cdn.jsdelivr.net/npm/some-library@1/x.js"))
    with pytest.raises(InputError, match=r"some-library.*of which yzgeo has no copy.*scripts/vendor\.py"):
        standalone(chart)


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ('<link rel="stylesheet" href="https://example.org/a.css">', "https://example.org/a.css"),
        ("<LINK HREF=https://example.org/a.css REL='Stylesheet'/>", "https://example.org/a.css"),
        ('<script src="https://example.org/a.js"></script>', "https://example.org/a.js"),
        ('<script src="a.js" src="data:,"/></script>', "a.js"),
        ("<script>1\n//# sourceMappingURL=a.js.map\n</script>", "a.js.map"),
        ('<img src="picture.png">', "picture.png"),
        ('<img srcset="data:, 1x, picture.png 2x">', "picture.png"),
        ('<svg><image xlink:href="https://example.org/a.png"/></svg>', "https://example.org/a.png"),
        ('<iframe src="page.html"></iframe>', "page.html"),
        ('<embed src="data:text/html,hello">', "data:text/html,hello"),
        ("<style>@import 'a.css';</style>", "a.css"),
        ("<style>/* ' */ p { background: url( a.png ) }</style>", "a.png"),
        ("<style>@font-face { font-family: x; src: url(a.woff2) }</style>", "a.woff2"),
        ('<p style="background: url(&quot;a.png&quot;)">', "a.png"),
        ('<base href="https://example.org/">', "https://example.org/"),
        ('<meta http-equiv="refresh" content="0; url=https://example.org/">', "https://example.org/"),
    ],
)
def test_what_would_be_loaded_is_refused_by_name(markup: str, named: str) -> None:
    chart = plain_map()
    chart.get_root().header.add_child(folium.Element(markup))
    with pytest.raises(InputError, match=re.escape(named)):
        standalone(chart)


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://example.org/">link</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">',
        "<!-- <script src='https://example.org/a.js'></script> -->",
        "<script>const s = \"<img src='https://example.org/a.png'>\";</script>",
        "<style>p::after { content: 'url(a.png)' } /* url(b.png) */ q { filter: url(#f) }</style>",
        '<svg><title>kept</title><use href="#mark"/></svg>',
    ],
)
def test_what_loads_nothing_is_left_as_it_is(markup: str) -> None:
    chart = plain_map()
    chart.get_root().html.add_child(folium.Element(markup))
    assert markup in standalone(chart)


def test_hints_and_icons_are_left_out_and_the_title_of_the_figure_stays() -> None:
    chart = plain_map()
    chart.get_root().title = "A &amp; B"
    hints = (
        '<link rel="preconnect" href="https://example.org"><link rel="shortcut icon" href="https://example.org/i.ico">'
    )
    chart.get_root().header.add_child(folium.Element(hints))
    page = standalone(chart)
    assert "example.org" not in page
    assert page.count("<title>A &amp; B</title>") == page.count("<title>") == 1
    assert '<meta charset="utf-8">' in page
    assert 'http-equiv="content-type"' not in page


def test_what_would_end_a_script_or_style_is_made_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    contents = {"leaflet.js": b'["</SCRIPT>", "<!--<script>"]', "leaflet.css": b"p::after { content: '</style>' }"}
    read = vendor.read
    monkeypatch.setattr(vendor, "read", lambda url: contents.get(url.rsplit("/", 1)[-1]) or read(url))
    page = standalone(plain_map())
    assert r'["\x3C/SCRIPT>", "\x3C!--<script>"]' in page
    assert r"content: '<\/style>'" in page


@pytest.mark.parametrize(
    ("element", "sign"),
    [
        (lambda: folium.Marker(YINZHOU, popup='<i class="fa fa-star"></i>'), "Font Awesome"),
        (lambda: folium.Marker(YINZHOU, icon=folium.Icon()), "Glyphicons Halflings"),
        (lambda: folium.Marker(YINZHOU, icon=folium.Icon(prefix="fa")), "L.AwesomeMarkers.Icon ="),
        (folium.plugins.LocateControl, "Font Awesome"),
        (
            lambda: folium.Element('<button data-bs-toggle="collapse">'),
            "Bootstrap v5.3.9 (https://getbootstrap.com/)\n",
        ),
    ],
)
def test_what_only_some_pages_use_is_in_those(element: Callable[[], folium.Element], sign: str) -> None:
    with_it, without = plain_map(), plain_map()
    folium.Marker(YINZHOU, popup="a text").add_to(without)
    made = element()
    if isinstance(made, branca.element.MacroElement):
        made.add_to(with_it)
    else:
        with_it.get_root().html.add_child(made)
    assert sign in standalone(with_it)
    assert sign not in standalone(without)
    assert len(standalone(without)) < 600_000


def test_scripts_and_styles_name_no_source_maps() -> None:
    assert "sourceMappingURL" not in standalone(plain_map())


def test_each_font_is_in_the_page_once() -> None:
    chart = plain_map()
    for prefix in ("fa", "glyphicon"):
        folium.Marker(YINZHOU, icon=folium.Icon(prefix=prefix)).add_to(chart)
    page = standalone(chart)
    fonts = re.findall(r"data:font/woff2;base64,([\w+/=]+)", page)
    woff2 = [url for url in vendor.copies() if url.endswith(".woff2")]
    assert len(fonts) == len(set(fonts)) == len(woff2)
    assert not re.search(r"\.(ttf|eot|woff|svg)\b[^\"]*\"?\) *format", page)


def test_the_policy_names_the_hosts_of_the_tile_layers() -> None:
    def images(chart: folium.Map) -> str:
        found = re.search("img-src ([^;]*);", standalone(chart))
        assert found
        return found[1]

    chart = plain_map()
    assert images(chart) == "data: blob:"
    group = folium.FeatureGroup().add_to(chart)
    folium.TileLayer("https://t{s}.example.org/{z}/{x}/{y}.png", attr="x", show=False).add_to(group)
    folium.TileLayer("tiles/{z}/{x}/{y}.png", attr="x").add_to(chart)
    folium.WmsTileLayer("https://wms.example.net:8080/wms", layers="a", attr="x").add_to(chart)
    assert images(chart) == "data: blob: https://*.example.org https://wms.example.net:8080"
    assert images(folium.Map()) == "data: blob: https://tile.openstreetmap.org"


def test_a_tile_address_cannot_add_to_the_policy() -> None:
    chart = plain_map()
    folium.TileLayer("https://a;script-src */{z}", attr="x").add_to(chart)
    with pytest.raises(InputError, match="host name"):
        standalone(chart)


@given(st.text())
def test_escaped_text_is_the_same_text(text: str) -> None:
    escaped = escape(text)
    assert html.unescape(escaped) == text
    assert not set(escaped) & set("<>\"'`\\${}")
    assert jinja2.Template(escaped + ".").render() == re.sub("\r\n?", "\n", escaped) + "."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
HOSTILE_JSON = st.text(alphabet="{}%#\"'\\<>&/!-\u2028").map(lambda text: {text: [text]})


@pytest.mark.slow
@given(JSON | HOSTILE_JSON)
def test_embedded_json_is_the_same_data(data: object) -> None:
    element = json_script(data, "an-id")
    begin, end = '<script type="application/json" id="an-id">', "</script>"
    assert element.startswith(begin)
    assert element.endswith(end)
    content = element[len(begin) : -len(end)]
    assert json.loads(content) == data
    assert not set(content) & set("<>&\u2028\u2029")
    assert jinja2.Template(element).render() == element


def test_embedded_json_is_the_same_whatever_the_order() -> None:
    assert json_script({"a": 1, "b": "鄞州"}, "x") == json_script({"b": "鄞州", "a": 1}, "x")
    assert "鄞州" in json_script("鄞州", "x")


def test_json_has_no_nan() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_script([float("nan")], "x")


@pytest.mark.parametrize("library", LIBRARIES, ids=vendor.folder)
def test_each_library_has_its_licence_and_particulars(library: vendor.Library) -> None:
    assert any(file["path"] in LICENCE_NAMES for file in library["files"])
    assert library["licence"]
    assert library["homepage"].startswith("https://")
    assert len({"npm", "pypi"} & library.keys()) == 1
    for file in library["files"]:
        assert file["urls"] or file["path"] in LICENCE_NAMES
        assert PurePosixPath(file["path"]).suffix in {*MEDIA_TYPES, ".js", ".css", ".txt", ".md", ""}


def test_the_copies_are_the_registered_ones() -> None:
    assert vendor_script.flaws(LIBRARIES) == []
    assert all(vendor.read(url) for url in vendor.copies())


def test_no_address_has_two_copies() -> None:
    urls = [url for library in LIBRARIES for file in library["files"] for url in file["urls"]]
    assert sorted(urls) == sorted(set(urls))


def test_everything_that_a_plain_map_loads_has_a_copy() -> None:
    loaded = {url for _, url in folium.Map.default_js + folium.Map.default_css}
    assert len(loaded) == 10
    assert loaded <= vendor.copies().keys()


def test_a_changed_missing_or_added_copy_is_found(tmp_path: Path) -> None:
    file: vendor.File = {"path": "a.js", "sha256": "0" * 64, "urls": []}
    library: vendor.Library = {"name": "x", "version": "1", "licence": "MIT", "homepage": "", "files": [file]}
    assert vendor_script.flaws([library], tmp_path) == [f"{tmp_path}/x-1/a.js: missing"]
    (tmp_path / "x-1").mkdir()
    (tmp_path / "x-1" / "a.js").write_text("changed")
    (tmp_path / "x-1" / "b.js").write_text("new")
    assert vendor_script.flaws([library], tmp_path) == [
        f"{tmp_path}/x-1/a.js: is not the file that was registered",
        f"{tmp_path}/x-1/b.js: not in the register",
    ]


def test_a_changed_copy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    url, copy = next(iter(vendor.copies().items()))
    monkeypatch.setitem(vendor.copies(), url, copy._replace(sha256="0" * 64))
    with pytest.raises(InputError, match=f"{re.escape(copy.path)}: the file is not the one that was registered"):
        vendor.read(url)


def test_what_belongs_to_no_map_is_refused() -> None:
    with pytest.raises(InputError, match="FeatureGroup belongs to no map") as refused:
        standalone(folium.FeatureGroup())
    assert "add_to" in str(refused.value.remedy)
