"""A data file fetches nothing and reads no other file: a server on this computer counts the requests."""

from __future__ import annotations

import contextlib
import http.server
import io
import json
import os
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pyogrio
import pytest
import toy
from shapely import box

from yzgeo.assignment.parcel_source import open_parcels
from yzgeo.core.errors import InputError
from yzgeo.plan import outlines
from yzgeo.readers import reading

pytestmark = pytest.mark.slow

AREA = [[[121.5, 29.7], [121.6, 29.7], [121.6, 29.8], [121.5, 29.7]]]
FEATURE = {"type": "Feature", "properties": {"parcel_id": "A"}, "geometry": {"type": "Polygon", "coordinates": AREA}}


class Server:
    """Counts requests; its `url` names it."""

    def __init__(self) -> None:
        requests: list[str] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                requests.append(self.path)
                self.send_error(404)

            def do_HEAD(self) -> None:
                self.do_GET()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.requests = requests
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    one = Server()
    yield one
    one.server.shutdown()
    one.server.server_close()


def collection(**members: Any) -> str:
    return json.dumps({"type": "FeatureCollection", **members, "features": [FEATURE]})


def link(url: str, kind: str = "link") -> dict[str, Any]:
    return {"type": kind, "properties": {"href": url, "url": url, "type": "proj4"}}


def vrt(url: str) -> str:
    source = f"<SrcDataSource>/vsicurl/{url}</SrcDataSource>"
    return f'<OGRVRTDataSource><OGRVRTLayer name="a">{source}</OGRVRTLayer></OGRVRTDataSource>'


TEXTS: dict[str, Callable[[str], str]] = {
    "link": lambda url: collection(crs=link(url)),
    "url": lambda url: collection(crs=link(url, "url")),
    "name": lambda url: collection(crs={"type": "name", "properties": {"name": url}}),
    "escaped": lambda url: collection(crs=link(url)).replace('"crs"', '"c\\u0072s"').replace('"link"', '"l\\u0069nk"'),
    "single quotes": lambda url: collection(crs=link(url)).replace('"crs"', "'crs'"),
    "comment": lambda url: collection(crs=link(url)).replace('"crs"', '"crs" /* */'),
    "VRT": vrt,
    "WFS": lambda url: f"<OGRWFSDataSource><URL>{url}</URL></OGRWFSDataSource>",
    "GDALG": lambda url: json.dumps(
        {"type": "gdal_streamed_alg", "command_line": f"gdal vector pipeline ! read /vsicurl/{url} ! write a.json"}
    ),
    "NetworkLink": lambda url: f"<kml><NetworkLink><Link><href>{url}</href></Link></NetworkLink></kml>",
    "XInclude": lambda url: (
        f'<kml xmlns:xi="http://www.w3.org/2001/XInclude"><Document><xi:include href="{url}"/></Document></kml>'
    ),
    "entity": lambda url: f'<!DOCTYPE kml [<!ENTITY % x SYSTEM "{url}"> %x;]><kml></kml>',
    "schema": lambda url: (
        f'<kml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{url} {url}"></kml>'
    ),
    "VRT in a drawing": lambda url: f"  0\nSECTION\n999\n{vrt(url)}\n",
    "GML": lambda url: (
        '<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{url} {url}"/>'
    ),
}
ENDINGS = (
    ".geojson", ".json", ".geojsonl", ".kml", ".gpkg", ".fgb", ".shp", ".dbf", ".csv", ".dxf", ".txt", ".parquet", ".xlsx",
    ".kmz", ".shp.zip", ".gdb.zip",
)  # fmt: skip


def opened(file: Path) -> None:
    """Open a file by each reader, and as the outlines of a plan."""
    for read in (reading.read, lambda each: list(open_parcels(each).batches())):
        with contextlib.suppress(InputError):
            read(file)


def test_the_server_counts_what_gdal_fetches(server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.geojson").write_text(TEXTS["link"](f"{server.url}/link"))
    pyogrio.read_info(tmp_path / "a.geojson")
    assert server.requests == ["/link"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of what each library says on content that is not its own
@pytest.mark.parametrize("text", TEXTS)
def test_no_reader_fetches(text: str, server: Server, tmp_path: Path) -> None:
    for ending in ENDINGS:
        file = tmp_path / f"a{ending}"
        file.write_text(TEXTS[text](f"{server.url}/hit"), "utf-8")
        if ending == ".shp":
            for part in (".shx", ".dbf"):
                file.with_suffix(part).write_bytes(b"")
        before = sorted(tmp_path.iterdir())
        opened(file)
        assert sorted(tmp_path.iterdir()) == before, ending
        assert server.requests == [], ending


@pytest.mark.parametrize("text", ["link", "url", "name", "escaped", "VRT", "WFS", "GDALG"])
def test_outlines_of_a_plan_fetch_nothing(text: str, server: Server, tmp_path: Path) -> None:
    (tmp_path / "district.geojson").write_text(TEXTS[text](f"{server.url}/hit"))
    with pytest.raises(InputError, match=r"district\.geojson"):
        outlines.read_district(tmp_path)
    assert server.requests == []


def test_outlines_in_esri_json_are_refused_in_one_line(tmp_path: Path) -> None:
    features = [{"attributes": {"zone_id": "A"}, "geometry": {"rings": AREA}}]
    text = json.dumps({"geometryType": "esriGeometryPolygon", "features": features})
    (tmp_path / "district.geojson").write_text(text)
    with pytest.raises(InputError, match="states no CRS"):
        outlines.read_district(tmp_path)


@pytest.mark.parametrize("name", ["http:", "WFS:http:", "a?b=c", "a;b", "a!b", "zip:", "x#y"])
def test_a_name_is_only_a_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for ending, driver in ((".fgb", "FlatGeobuf"), (".gpkg", "GPKG"), (".geojson", "GeoJSON")):
        frame = gpd.GeoDataFrame({"parcel_id": [name]}, geometry=[box(121.5, 29.7, 121.6, 29.8)], crs=4490)
        frame.to_file(tmp_path / f"plain{ending}", driver=driver)
        (tmp_path / f"plain{ending}").rename(tmp_path / f"{name}{ending}")
        assert reading.read(Path(f"{name}{ending}")).frame["parcel_id"].tolist() == [name]


GRID = "+proj=pipeline +step +inv +proj=utm +zone=50 +ellps=GRS80 +step +proj=hgridshift +grids={}"
ON_GRID = """
import sys, pyproj
pyproj.Transformer.from_pipeline(sys.argv[1]).transform(650000, 3299000)
"""
BY_READER = """
import sys
from yzgeo.core.errors import InputError
from yzgeo.readers import reading
try:
    reading.read(sys.argv[2], crs=sys.argv[1])
except InputError:
    pass
"""


@pytest.mark.slow
def test_a_grid_that_a_crs_names_is_not_fetched(server: Server, tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"parcel_id": ["A"]}, geometry=[box(650_000, 3_299_000, 650_100, 3_299_100)], crs=4549)
    frame.to_parquet(tmp_path / "a.parquet")
    arguments = [GRID.format(f"{server.url}/grid.tif"), str(tmp_path / "a.parquet")]
    for script, fetches in ((BY_READER, False), (ON_GRID, True)):
        environment = {**os.environ, "PROJ_NETWORK": "ON", "PROJ_USER_WRITABLE_DIRECTORY": str(tmp_path)}
        subprocess.run([sys.executable, "-c", script, *arguments], env=environment, check=False, capture_output=True)
        assert bool(server.requests) == fetches, script


def test_links_of_a_workbook_are_not_followed(server: Server, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["地块编号", "面积（亩）"])
    book.active.append(["A", 3])
    content = io.BytesIO()
    book.save(content)
    part = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" TargetMode="External" Target="{server.url}/book.xlsx" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/></Relationships>'
    )
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", part)
    (tmp_path / "a.xlsx").write_bytes(content.getvalue())
    assert reading.read(tmp_path / "a.xlsx").frame["地块编号"].tolist() == ["A"]
    assert server.requests == []


def test_a_crs_that_is_not_known_is_refused_and_not_taken_for_wgs_84(tmp_path: Path) -> None:
    (tmp_path / "a.geojson").write_text(collection(crs={"type": "name", "properties": {"name": "local grid"}}))
    with pytest.raises(InputError, match="names a CRS that is not known: 'local grid'"):
        reading.read(tmp_path / "a.geojson")


def test_features_one_a_line_are_read(tmp_path: Path) -> None:
    line = json.dumps(FEATURE)
    for name, text in (("a.geojsonl", f"{line}\n{line}\n"), ("b.json", f"{line}\n{line}"), ("c.json", line)):
        (tmp_path / name).write_text(text)
        assert len(reading.read(tmp_path / name).frame) == len(text.strip().splitlines())


def geopackage(file: Path, count: int = 2) -> Path:
    shapes = [box(121.5 + number, 29.7, 121.6 + number, 29.8) for number in range(count)]
    frame = gpd.GeoDataFrame({"parcel_id": [str(n) for n in range(count)]}, geometry=shapes, crs=4490)
    frame.to_file(file, layer="parcels", driver="GPKG")
    return file


def add_view(file: Path, sql: str) -> None:
    with contextlib.closing(sqlite3.connect(file)) as database, database:
        database.execute(f"CREATE VIEW v AS {sql}")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('v', 'features', 'v', 4490)"
        )
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', 4490, 0, 0)")


def add_row(database: sqlite3.Connection, number: str) -> None:
    """Add a parcel without the triggers that keep GDAL's count of rows, as programs other than GDAL do."""
    for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f'DROP TRIGGER "{trigger}"')
    database.execute("INSERT INTO parcels (geom, parcel_id) SELECT geom, ? FROM parcels LIMIT 1", [number])
    database.commit()


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def ids(file: Path, layer: str | None = None) -> tuple[list[str], list[str]]:
    """Numbers of the parcels, in `import` and in `assign`."""
    batches = list(open_parcels(file, layer=layer).batches())
    return reading.read(file, layer=layer).frame["parcel_id"].tolist(), [
        number for batch in batches for number in batch["parcel_id"].to_pylist()
    ]


def test_rows_of_a_write_ahead_log_are_read_and_nothing_changes(tmp_path: Path) -> None:
    file = geopackage(tmp_path / "a.gpkg")
    with contextlib.closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("PRAGMA wal_autocheckpoint = 0")
        add_row(other, "log")
        before = content(tmp_path)
        assert set(before) == {"a.gpkg", "a.gpkg-wal", "a.gpkg-shm"}
        assert ids(file) == (["0", "1", "log"], ["0", "1", "log"])
        assert content(tmp_path) == before


def test_rows_beyond_a_count_that_is_stale_are_read(tmp_path: Path) -> None:
    file = geopackage(tmp_path / "a.gpkg")
    with contextlib.closing(sqlite3.connect(file)) as other:
        add_row(other, "more")
    before = content(tmp_path)
    assert ids(file) == (["0", "1", "more"], ["0", "1", "more"])
    assert content(tmp_path) == before


def test_a_geopackage_that_was_closed_in_wal_mode_stays_as_it_is(tmp_path: Path) -> None:
    file = geopackage(tmp_path / "a.gpkg")
    with contextlib.closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    before = content(tmp_path)
    assert ids(file)[0] == ["0", "1"]
    assert content(tmp_path) == before


def test_a_view_is_read_as_a_layer(tmp_path: Path) -> None:
    file = geopackage(tmp_path / "a.gpkg")
    add_view(file, "SELECT fid, geom, parcel_id FROM parcels WHERE parcel_id = '1'")
    before = content(tmp_path)
    assert ids(file, "v") == (["1"], ["1"])
    assert content(tmp_path) == before


@pytest.mark.parametrize(
    "sql",
    [
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom, 'a' AS parcel_id FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT count(*) AS fid, NULL AS geom, 'a' AS parcel_id FROM n",
    ],
)  # fmt: skip
def test_an_endless_view_is_stopped_and_named(sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yzgeo.readers.geopackage_snapshot.SECONDS", 1.0)
    file = geopackage(tmp_path / "a.gpkg")
    add_view(file, sql)
    for read in (reading.read, open_parcels):
        with pytest.raises(InputError, match="its view 'v' does not end in 1 s"):
            read(file, layer="v")


def test_counts_that_take_too_long_to_check_are_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = geopackage(tmp_path / "a.gpkg")
    with contextlib.closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE gpkg_ogr_contents SET feature_count = 1")
    monkeypatch.setattr("yzgeo.readers.geopackage_snapshot.SECONDS", -1.0)
    monkeypatch.setattr("yzgeo.readers.geopackage_snapshot.STEPS", 1)
    before = content(tmp_path)
    assert ids(file) == (["0", "1"], ["0", "1"])
    assert content(tmp_path) == before


def test_a_plan_with_a_link_for_a_crs_is_refused_on_check(server: Server, tmp_path: Path) -> None:
    plan = toy.make(tmp_path / "plan")
    (plan / "zones.geojson").write_text(TEXTS["link"](f"{server.url}/hit"))
    with pytest.raises(InputError, match="names its CRS by a link"):
        outlines.read_zone_outlines(plan, gpd.pd.Series(["A"]))
    assert server.requests == []
