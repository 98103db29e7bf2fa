"""`yzgeo standalone`: a page that folium saved becomes one file, no less safe than a map in Python."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click.testing
import folium
import folium.plugins
import pytest
import toy

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.publish.offline.saved_page import standalone_page
from yzgeo.publish.offline.stable_ids import stable_ids
from yzgeo.publish.offline.standalone import standalone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = (29.82, 121.55)
EVIL = "https://evil.example"


def saved(*elements: object, tiles: str | None = None) -> str:
    """The text of a page as folium saves it."""
    chart = folium.Map(HERE, zoom_start=12, tiles=tiles)
    for element in elements:
        element.add_to(chart)  # type: ignore[attr-defined]
    text: str = chart.get_root().render()
    return text


def run(*arguments: str | Path) -> click.testing.Result:
    return click.testing.CliRunner().invoke(cli, [*map(str, arguments)], prog_name="yzgeo")


def policy_of(page: str) -> str:
    (policy,) = re.findall('Content-Security-Policy" content="([^"]*)"', page)
    return str(policy)


def test_a_saved_page_is_the_page_of_its_map(tmp_path: Path) -> None:
    def chart() -> folium.Map:
        with stable_ids():
            chart = folium.Map(HERE, zoom_start=12, tiles="OpenStreetMap.France")
            folium.plugins.MarkerCluster([HERE], popups=["here"]).add_to(chart)
        return chart

    chart().save(tmp_path / "map.html")
    done = run("standalone", tmp_path / "map.html", "-o", tmp_path / "one.html", "--title", "A", "--lang", "en")
    assert (done.exit_code, done.output) == (0, "")
    made, expected = (tmp_path / "one.html").read_bytes().decode(), standalone(chart(), title="A", lang="en")
    ids = re.compile(r"rendered_\d+|[0-9a-f]{32}|sha256-[^']*")  # what is drawn by lot when a page is rendered
    assert ids.sub("", made) == ids.sub("", expected)
    assert "https://*.tile.openstreetmap.fr" in policy_of(made)


def test_the_page_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    events: list[str] = []
    page.on("request", lambda request: events.append(request.url))
    page.on("console", lambda message: events.append(message.text))
    file = tmp_path / "one.html"
    file.write_text(standalone_page(saved(folium.Marker(HERE), tiles="OpenStreetMap")), "utf-8")
    page.goto(file.as_uri())
    page.locator("img.leaflet-marker-icon").wait_for()
    assert page.get_by_role("button", name="联网加载底图").count() == 1
    assert [event for event in events if not event.startswith(("data:", "file:"))] == []
    page.close()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<p>hello</p>", "folium"),
        ("<!DOCTYPE html><html><script>1</script><head></head><script>L.map()</script></html>", "folium"),
        ("<!DOCTYPE html><html onload='1'><head></head><script>L.map()</script></html>", "folium"),
        (saved(tiles=None).replace("leaflet@1.9.3", "leaflet@1.0.0"), "leaflet@1.0.0"),
        (saved().replace("</body>", '<img src="https://example.org/a.png"></body>'), "https://example.org/a.png"),
        (saved(folium.Marker(HERE, popup=folium.Popup(folium.IFrame("a")))), "iframe"),
        (standalone(folium.Map(tiles=None)), "Content-Security-Policy"),
        (saved(folium.TileLayer(f"{EVIL}/{{z}}/{{x}}/{{y}}", attr="x")), EVIL),
        (saved(folium.WmsTileLayer(f"{EVIL}/wms", layers="a", attr="x")), EVIL),
        (saved(folium.TileLayer("https://tile.openstreetmap.org.evil.example/{z}", attr="x")), "org.evil.example"),
        (saved().replace("</body>", "<script>L.tileLayer(address)</script></body>"), "瓦片图层"),
    ],
)
def test_what_cannot_go_inside_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "map.html"
    file.write_text(text, "utf-8")
    done = run("standalone", file, "-o", tmp_path / "one.html", "--lang", "en")
    assert done.exit_code == 2
    assert named in done.output
    assert not (tmp_path / "one.html").exists()


def test_a_server_that_is_named_is_asked_for_tiles(tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(saved(folium.TileLayer("https://gis.example:8443/{z}/{x}/{y}", attr="x")), "utf-8")
    refused = run("standalone", file, "--lang", "en")
    assert "--tile-host https://gis.example:8443" in refused.output
    done = run("standalone", file, "--tile-host", "https://gis.example:8443")
    assert done.exit_code == 0
    assert "img-src data: blob: https://gis.example:8443;" in policy_of(done.output)


def test_the_text_of_strangers_gets_no_server_into_the_policy() -> None:
    """Not even where it looks like a tile layer: then the whole page is refused."""
    popup = f'L.tileLayer("{EVIL}/{{z}}") <b>a</b>'
    with pytest.raises(InputError, match=re.escape(EVIL)):
        standalone_page(saved(folium.Marker(HERE, popup=popup)))
    page = standalone_page(saved(folium.Marker(HERE, popup=f"<img src='{EVIL}/a.png' onerror='window.hacked=1'>")))
    assert policy_of(page).count("https://") == 0
    assert "script-src 'unsafe-inline'" not in policy_of(page)


def test_a_second_head_moves_no_policy() -> None:
    """Browsers take no notice of a policy in the body."""
    page = standalone_page(saved().replace("<body>", "<body><p>x</p><head></head>"))
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_a_file_that_is_no_text_and_an_output_that_is_the_input(tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_bytes(b"\xff\xfe\x00")
    assert run("standalone", file).exit_code == 2
    file.write_text(saved(), "utf-8")
    before = file.read_bytes()
    assert run("standalone", file, "-o", file).exit_code == 2
    assert file.read_bytes() == before
    plan = toy.make(tmp_path / "plan")
    kept = (plan / "zones.csv").read_bytes()
    assert run("standalone", file, "-o", plan / "zones.csv").exit_code == 2
    assert (plan / "zones.csv").read_bytes() == kept
