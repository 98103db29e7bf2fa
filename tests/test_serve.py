"""A plan served by pygeoapi on the loopback address, as ogr2ogr, QGIS, a browser and a reader of tiles see it."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import geopandas as gpd
import payloads
import pyogrio
import pytest
import shapely
import yaml
from click.testing import CliRunner

from postgis_server import programs, server
from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.export.export import export
from yzgeo.plan.load import load
from yzgeo.publish.server import database, folder, run, tiles
from yzgeo.publish.server.configuration import Given, text

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROBE = "${YZGEO_PROBE}"
LAYERS = ["district", "zones", "parks", "projects", "parcels"]
PARCELS = 60
DEEPEST = tiles.ZOOMS[1]


class Service(NamedTuple):
    """A running server: its address, the folder it serves, and its process."""

    url: str
    folder: Path
    process: subprocess.Popen[str]

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        request = urllib.request.Request(self.url + path, headers=headers)  # noqa: S310  (of our own making)
        with urllib.request.urlopen(request) as answer:  # noqa: S310  (of our own making)
            return answer.status, dict(answer.headers), answer.read()

    def json(self, path: str, **headers: str) -> Any:
        return json.loads(self.get(path, **headers)[2])


def plan_of(place: Path) -> Path:
    """The plan whose texts programs would obey; its English title names a variable of the environment."""
    made = payloads.plan_folder(place)
    package = json.loads((made / "datapackage.json").read_text("utf-8"))
    package |= {
        "title_en": PROBE,
        "licenses": [{"name": "ODbL-1.0", "title": "开放数据库许可", "path": "https://example.invalid/odbl"}],
    }
    (made / "datapackage.json").write_text(json.dumps(package), "utf-8")
    return made


def ledger(file: Path) -> gpd.GeoDataFrame:
    """Squares of some 50 m side by side, the last without a shape."""
    corners = [(121.52 + 0.002 * (number % 10), 29.55 + 0.002 * (number // 10)) for number in range(PARCELS - 1)]
    shapes = [shapely.box(x, y, x + 0.0005, y + 0.0005) for x, y in corners]
    frame = gpd.GeoDataFrame(
        {"parcel_id": [f"甲<{number}>" for number in range(PARCELS)], "status": "identified", "area_mu": 3.5},
        geometry=[*shapes, None],
        crs=4490,
    )
    pyogrio.write_dataframe(frame, file)
    return frame


@contextmanager
def started(place: Path, **environment: str) -> Iterator[Service]:
    command = [sys.executable, "-m", "yzgeo", "serve", "start", str(place), "--port", "0", "--lang", "en"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", env={**os.environ, **environment}
    )
    assert process.stderr
    try:
        line = process.stderr.readline()
        assert line.startswith("serving at http://127.0.0.1:"), line + process.stderr.read()
        yield Service(line.split()[2].rstrip(";"), place, process)
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for name in (*run.NEEDED, "pmtiles"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f'{name} is missing: run pip install "yzgeo[serve]"')
    place = tmp_path_factory.mktemp("served")
    ledger(place / "ledger.gpkg")
    arguments = ["serve", "new", str(place / "office"), "--plan", str(plan_of(place / "plan"))]
    done = CliRunner().invoke(cli, [*arguments, "--parcels", str(place / "ledger.gpkg")], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return place / "office"


@pytest.fixture(scope="module")
def service(served: Path) -> Iterator[Service]:
    with started(served, YZGEO_PROBE="taken from the environment") as running:
        yield running


def same_shapes(found: gpd.GeoSeries, expected: gpd.GeoSeries) -> bool:
    """Equal to the seven decimals of GeoJSON, wherever rings begin and whichever way they run."""
    pairs = zip(shapely.normalize(found.to_numpy()), shapely.normalize(expected.to_numpy()), strict=True)
    return all(
        (one is None) == (other is None) and (one is None or one.equals_exact(other, 1e-7)) for one, other in pairs
    )


@pytest.mark.slow
def test_ogr2ogr_reads_every_layer_as_the_geopackage_holds_it(service: Service, gdal: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gpkg"
    subprocess.run([gdal, str(copy), f"OAPIF:{service.url}"], check=True, capture_output=True)
    assert sorted(pyogrio.list_layers(copy)[:, 0]) == sorted(LAYERS)
    for layer in LAYERS:
        found = pyogrio.read_dataframe(copy, layer=layer)
        expected = pyogrio.read_dataframe(service.folder / "static" / "plan.gpkg", layer=layer)
        assert len(found) == len(expected)
        for column in {"name", "source", "parcel_id", "zone_id"} & set(expected):
            assert found[column].fillna("").tolist() == expected[column].fillna("").tolist()
        assert same_shapes(found.geometry, expected.geometry)
    assert set(payloads.PAYLOADS) <= set(pyogrio.read_dataframe(copy, layer="projects")["name"])


@pytest.mark.slow
def test_qgis_reads_every_layer_takes_its_styles_and_draws_the_tiles(
    service: Service, qgis: str, tmp_path: Path
) -> None:
    bounds = gpd.GeoSeries([shapely.box(121.515, 29.545, 121.545, 29.57)], crs=4326).to_crs(3857).total_bounds
    script = str(Path(__file__).with_name("open_service_in_qgis.py"))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "HOME": str(tmp_path),
    }
    command = [qgis, script, service.url, str(tmp_path), json.dumps(bounds.tolist()), *LAYERS]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    for layer in LAYERS:
        expected = pyogrio.read_dataframe(service.folder / "static" / "plan.gpkg", layer=layer)
        assert seen[layer]["valid"]
        assert seen[layer]["count"] == len(expected)
        names = expected["name"].tolist() if "name" in expected else []
        assert seen[layer]["names"] == [name.removeprefix("\ufeff") for name in names]  # which Qt takes for a mark
        read = gpd.GeoSeries([None if shape is None else shapely.from_wkt(shape) for shape in seen[layer]["shapes"]])
        assert same_shapes(read, expected.geometry)
        located = int(expected.geometry.notna().sum())
        assert seen[layer]["styles"] == {".sld": [True, located], ".qml": [True, located]}
    assert seen["tile_colours"] > 1


@pytest.mark.slow
def test_every_parcel_with_a_shape_is_in_the_deepest_tiles(service: Service, gdal: str, tmp_path: Path) -> None:
    """Fetched one by one as a map does, then read by another GDAL than made them."""
    made = sorted((service.folder / "tiles" / "parcels" / str(DEEPEST)).rglob("*.pbf"))
    for file in made:
        column, row = file.parent.name, file.stem
        status, headers, content = service.get(
            f"/collections/parcels/tiles/WebMercatorQuad/{DEEPEST}/{row}/{column}?f=mvt"
        )
        assert (status, headers["Content-Type"]) == (200, "application/vnd.mapbox-vector-tile")
        place = tmp_path / str(DEEPEST) / column / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    shutil.copy(service.folder / "tiles" / "parcels" / "metadata.json", tmp_path)
    copy = tmp_path / "copy.gpkg"
    subprocess.run([gdal, str(copy), f"MVT:{tmp_path / str(DEEPEST)}"], check=True, capture_output=True)
    found = pyogrio.read_dataframe(copy, layer="parcels").to_crs(4326)
    assert set(found["parcel_id"]) == {f"甲<{number}>" for number in range(PARCELS - 1)}
    whole = found.dissolve("parcel_id").loc["甲<0>"].geometry
    assert whole.hausdorff_distance(shapely.box(121.52, 29.55, 121.5205, 29.5505)) < 2e-5  # a unit of a tile, twice
    assert service.get(f"/collections/parcels/tiles/WebMercatorQuad/{DEEPEST}/0/0?f=mvt")[0] == 204


@pytest.mark.slow
def test_a_client_reads_pmtiles_by_ranges_of_the_one_file(service: Service) -> None:
    from pmtiles.reader import Reader

    def part(offset: int, length: int) -> bytes:
        status, headers, content = service.get("/static/parcels.pmtiles", Range=f"bytes={offset}-{offset + length - 1}")
        assert (status, headers["Content-Type"]) == (206, "application/vnd.pmtiles")
        return content

    reader = Reader(part)
    assert (reader.header()["min_zoom"], reader.header()["max_zoom"]) == tiles.ZOOMS
    file = next((service.folder / "tiles" / "parcels" / str(DEEPEST)).rglob("*.pbf"))
    assert gzip.decompress(reader.get(DEEPEST, int(file.parent.name), int(file.stem))) == file.read_bytes()


@pytest.mark.slow
def test_each_layer_tells_its_title_extent_licence_and_styles_in_both_languages(service: Service) -> None:
    titles = {
        lang: {one["id"]: one["title"] for one in service.json(f"/collections?f=json&lang={lang}")["collections"]}
        for lang in ("zh", "en")
    }
    assert (titles["zh"]["zones"], titles["en"]["zones"]) == ("产业片区", "Zones")
    assert service.json("/collections/zones?f=json")["title"] == "产业片区"
    assert (
        service.json("/collections/zones", **{"Accept-Language": "en-GB", "Accept": "application/json"})["title"]
        == "Zones"
    )
    zones = service.json("/collections/zones?f=json")
    assert zones["extent"]["spatial"]["bbox"][0] == pytest.approx(
        pyogrio.read_dataframe(service.folder / "static" / "plan.gpkg", layer="zones").total_bounds, abs=1e-9
    )
    assert "示意范围" in zones["description"]
    links = {(link["rel"], link["type"]): link for link in zones["links"]}
    assert links["license", "text/html"]["href"] == "https://example.invalid/odbl"
    for media_type, name in (
        ("application/vnd.ogc.sld+xml", "styles/zones.sld"),
        ("application/x-qgis-layer-settings", "styles/zones.qml"),
        ("application/geopackage+sqlite3", "plan.gpkg"),
    ):
        link = links["enclosure" if name.endswith("gpkg") else "stylesheet", media_type]
        status, headers, content = service.get(link["href"].removeprefix(service.url))
        assert (status, headers["Content-Type"].partition(";")[0]) == (200, media_type)
        assert content == (service.folder / "static" / name).read_bytes()
        assert link["length"] == len(content)
    about = service.json("/openapi?f=json")["info"]
    assert "开放数据库许可" in str(about["license"]["name"])
    assert about["license"]["url"] == "https://example.invalid/odbl"


@pytest.mark.slow
def test_a_box_gives_the_features_that_reach_into_it(service: Service) -> None:
    found = service.json("/collections/parcels/items?f=json&bbox=121.5202,29.5502,121.5203,29.5503")
    assert {feature["id"] for feature in found["features"] if feature["geometry"]} == {"甲<0>"}


@pytest.mark.slow
def test_texts_of_the_plan_never_name_the_environment(service: Service) -> None:
    for path in ("/?f=json&lang=en", "/?f=html&lang=en", "/openapi?f=json", "/collections/zones?f=json&lang=en"):
        content = service.get(path)[2].decode("utf-8")
        assert "taken from the environment" not in content
    assert service.json("/?f=json&lang=en")["title"] == PROBE


@pytest.mark.slow
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_changed_over_the_network(service: Service, method: str) -> None:
    before = (service.folder / "data" / "zones.geojson").read_bytes()
    for path in ("/collections/zones/items", "/collections/zones/items/north"):
        body = b'{"type": "Feature", "geometry": null, "properties": {"name": "x"}}'
        request = urllib.request.Request(  # noqa: S310  (of our own making)
            service.url + path, body, {"Content-Type": "application/geo+json"}, method=method
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)  # noqa: S310  (of our own making)
        assert 400 <= refused.value.code < 500
        refused.value.close()
    assert (service.folder / "data" / "zones.geojson").read_bytes() == before


@pytest.mark.slow
def test_no_page_of_another_site_may_read_answers(service: Service) -> None:
    headers = service.get("/collections/zones/items?f=json", Origin="http://elsewhere.example")[1]
    assert not any(name.lower().startswith("access-control-") for name in headers)


@pytest.mark.slow
def test_the_pages_load_nothing_from_elsewhere_and_run_no_text_of_the_plan(service: Service, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    noise: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: noise.append(dialog.message) or dialog.dismiss())  # type: ignore[func-returns-value]
    page.on("pageerror", lambda error: noise.append(str(error)))
    paths = ["/", "/collections", "/conformance", "/openapi", "/TileMatrixSets", "/TileMatrixSets/WebMercatorQuad"]
    paths += ["/processes", "/jobs", "/stac", "/collections/none", "/collections/parcels/tiles"]
    paths += ["/collections/parcels/tiles/WebMercatorQuad/metadata"]
    paths += ["/collections/zones/schema", "/collections/zones/queryables"]
    for layer in LAYERS:
        first = service.json(f"/collections/{layer}/items?f=json&limit=1")["features"][0]["id"]
        paths += [f"/collections/{layer}{part}" for part in ("", "/items", f"/items/{quote(str(first))}")]
    paths += [f"/collections/projects/items/p{number}" for number in range(8, 15)]  # HTML and XML
    for path in paths:
        page.goto(f"{service.url}{path}?f=html")
        assert page.title()
        if path == "/collections/zones":
            page.locator("#map path.leaflet-interactive").nth(2).wait_for()  # two zones, and the bounds
        if path.startswith("/collections/projects"):
            page.wait_for_load_state("networkidle")  # features are drawn, and what they would run has run
        if path == "/collections/projects/items/p10":
            assert page.locator("h1").inner_text() == payloads.PAYLOADS[9]
    context.close()
    assert noise == []
    assert [each for each in requests if not each.startswith((service.url, "data:"))] == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_asked_and_leaves_nothing(served: Path, number: int) -> None:
    with started(served) as running:
        children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
        assert running.get("/collections/zones/items?f=json")[0] == 200
        if children.exists():
            assert children.read_text() == ""
        running.process.send_signal(number)
        assert running.process.wait(10) == 0
        assert running.process.stderr
        assert running.process.stderr.read() == "stopped\n"
        with pytest.raises(urllib.error.URLError):
            running.get("/")


@pytest.mark.slow
def test_pygeoapi_finds_the_configuration_valid(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pygeoapi.config import validate_config
    from pygeoapi.util import yaml_load

    monkeypatch.setenv("YZGEO_FOLDER", str(served))
    monkeypatch.setenv("YZGEO_URL", "http://gis.example/plan")
    with (served / folder.CONFIGURATION).open(encoding="utf-8") as stream:
        read = yaml_load(stream)
    assert validate_config(read)
    assert read["server"]["url"] == "http://gis.example/plan"
    assert read["metadata"]["identification"]["title"]["en"] == PROBE


@pytest.mark.slow
def test_the_same_plan_gives_the_same_folder(served: Path, tmp_path: Path) -> None:
    plan = load(served.parent / "plan")
    folder.write(plan, tmp_path / "one", "zh", lambda line: None)
    folder.write(plan, tmp_path / "two", "zh", lambda line: None)
    one, two = (
        {file.relative_to(place): file.read_bytes() for file in place.rglob("*") if file.is_file()}
        for place in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


@pytest.mark.slow
def test_too_many_parcels_for_a_file_are_tiles_alone(
    served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MOST_IN_FILE", PARCELS - 1)
    arguments = ["serve", "new", str(tmp_path / "office"), "--plan", str(served.parent / "plan"), "--lang", "en"]
    done = CliRunner().invoke(
        cli, [*arguments, "--parcels", str(served.parent / "ledger.gpkg")], catch_exceptions=False
    )
    assert "Parcels: 60 are more than 59, served as tiles and not as features; for features use PostGIS" in done.stderr
    read = yaml.safe_load((tmp_path / "office" / folder.CONFIGURATION).read_text("utf-8"))
    assert [one["type"] for one in read["resources"]["parcels"]["providers"]] == ["tile"]
    assert not (tmp_path / "office" / "data" / "parcels.geojson").exists()
    with started(tmp_path / "office") as running:
        assert [one["id"] for one in running.json("/collections?f=json")["collections"]] == LAYERS
        assert running.get("/collections/parcels?f=html")[0] == 200
        tile = next((tmp_path / "office" / "tiles" / "parcels" / str(DEEPEST)).rglob("*.pbf"))
        path = f"/collections/parcels/tiles/WebMercatorQuad/{DEEPEST}/{tile.stem}/{tile.parent.name}?f=mvt"
        assert running.get(path)[2] == tile.read_bytes()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if programs() is None:
        pytest.skip("no PostGIS: run `apt install postgresql postgresql-postgis`")
    # pytest's own folders are closed to the server's user, and too deep for the name of a socket
    with tempfile.TemporaryDirectory(prefix="yzgeo-") as place, server(Path(place)) as started_at:
        yield started_at


@pytest.mark.slow
def test_features_come_from_postgis_with_their_text_and_shapes(
    served: Path, address: str, gdal: str, tmp_path: Path
) -> None:
    plan = load(served.parent / "plan")
    layers = ["zones", "parks", "projects"]
    for layer in layers:
        export(plan, layer, f"{address}&table={layer}", "EPSG:4326", None, "fail", "zh")
    folder.write(plan, tmp_path / "office", "zh", lambda line: None, postgis=address)
    assert [file.name for file in (tmp_path / "office" / "data").iterdir()] == [
        "district.geojson"
    ]  # none in the database
    with started(tmp_path / "office") as running:
        # A row without a place gets a property `geom` of pygeoapi 0.21, which must not meet a geometry of that name.
        command = [gdal, "-lco", "GEOMETRY_NAME=shape", str(tmp_path / "copy.gpkg"), f"OAPIF:{running.url}"]
        subprocess.run(command, check=True, capture_output=True)
        inside = running.json("/collections/parks/items?f=json&bbox=121.59,29.64,121.61,29.66")
        assert inside["numberMatched"] == len(payloads.PAYLOADS) + 1
        assert running.json("/collections/parks/items?f=json&bbox=121.51,29.51,121.52,29.52")["features"] == []
    for layer in layers:
        found = pyogrio.read_dataframe(tmp_path / "copy.gpkg", layer=layer)
        expected = pyogrio.read_dataframe(tmp_path / "office" / "static" / "plan.gpkg", layer=layer)
        key = folder.identified(expected)[0]
        told = found.sort_values("id").reset_index(drop=True)
        known = expected.rename(columns={key: "id"}).sort_values("id").reset_index(drop=True)
        for column in ("id", "name", "source"):
            assert told[column].tolist() == known[column].tolist()
        assert same_shapes(told.geometry, known.geometry)


@pytest.mark.slow
def test_tables_in_another_crs_or_missing_are_refused(served: Path, address: str) -> None:
    plan = load(served.parent / "plan")
    export(plan, "zones", f"{address}&table=zones&schema=public", "EPSG:4490", None, "replace", "zh")
    with pytest.raises(InputError, match=r"zones \(4490\).* Remedy: write these layers again in EPSG:4326"):
        database.providers(address, ["zones"], {"zones": "name"})
    with pytest.raises(InputError, match="a table of none of the layers"):
        database.providers(address, ["none"], {"none": None})


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://me:geheim7x@127.0.0.1:1/db",
        "postgresql://127.0.0.1:1/db?password=geheim7x",
        "postgresql://me:a%zzgeheim7x@h/db",
    ],
)
def test_a_password_is_neither_written_nor_shown(given: str) -> None:
    with pytest.raises(InputError) as refused:
        database.providers(given, ["zones"], {"zones": "name"})
    assert "geheim7x" not in refused.value.message("zh") + refused.value.message("en")


def refusal(*arguments: str | Path) -> str:
    done = CliRunner().invoke(cli, ["serve", *map(str, arguments)], prog_name="yzgeo")
    assert done.exit_code == 2, done.output
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_what_cannot_be_served_is_refused_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["yzgeo", "--lang", "en"])  # where a refusal looks for its language
    assert "holds no pygeoapi.yml. Remedy: write the folder first, by yzgeo serve new" in refusal(
        "start", "--lang", "en", tmp_path
    )
    (tmp_path / folder.CONFIGURATION).write_text("{}", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(run, "NEEDED", ("no_such_library",))
        assert 'no_such_library is not installed. Remedy: run pip install "yzgeo[serve]"' in refusal(
            "start", "--lang", "en", tmp_path
        )
    monkeypatch.setattr(run, "NEEDED", ())
    assert "give it (--url http://SERVER:5000)" in refusal("start", tmp_path, "--host", "0.0.0.0")  # noqa: S104
    assert "'javascript:x' is no address" in refusal("start", tmp_path, "--url", "javascript:x")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"cannot listen at 127.0.0.1:{port}" in refusal("start", tmp_path, "--port", str(port))


def test_tiles_without_the_library_are_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "available", lambda: False)
    with pytest.raises(InputError, match=r'run pip install "yzgeo\[serve\]"'):
        tiles.unpacked(b"")


@pytest.mark.parametrize(
    "words", [*payloads.PAYLOADS, PROBE, "${A:-b}", "是", "null", "1_000", "2026-01-01", "a: b # c"]
)
def test_every_text_comes_back_from_the_configuration_as_itself(words: str) -> None:
    written = text({"title": words, words: [words], "url": Given("${YZGEO_URL}/x")})
    assert yaml.safe_load(written) == {"title": words, words: [words], "url": "${YZGEO_URL}/x"}
    assert (
        '\n"url": ${YZGEO_URL}/x\n' in written
    )  # which pygeoapi puts the value into, since no quotation mark stands by
    assert f": {words}\n" not in written
