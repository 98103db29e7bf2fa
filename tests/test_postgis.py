"""A real PostGIS server, started for these tests and asked by psql what yzgeo wrote."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import hostile
import payloads
import psycopg
import pytest
import shapely
from click.testing import CliRunner
from psycopg.conninfo import conninfo_to_dict

from benchmarks.postgis import WINDOW, parcels
from postgis_server import programs, server
from yzgeo.cli.main import cli
from yzgeo.core import plugins
from yzgeo.core.errors import InputError
from yzgeo.export.export import export
from yzgeo.export.formats import postgis
from yzgeo.export.metadata import LayerMetadata, layer_metadata
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    if programs() is None or not shutil.which("psql"):
        pytest.skip("no PostGIS: run `apt install postgresql postgresql-postgis`")
    # pytest's own folders are closed to the server's user, and too deep for the name of a socket
    with tempfile.TemporaryDirectory(prefix="yzgeo-") as folder, server(Path(folder)) as address:
        yield address


@pytest.fixture(scope="module")
def yinzhou() -> Plan:
    return load("yinzhou")


@pytest.fixture(scope="module")
def metadata(yinzhou: Plan) -> LayerMetadata:
    return layer_metadata(yinzhou, "zones", plugins.load("yzgeo.layers", "zones").frame(yinzhou), "zh")


def psql(address: str, query: str) -> list[list[str]]:
    """Rows as PostgreSQL's own client gives them; nothing and empty text are both empty."""
    command = ["psql", "--no-psqlrc", "--csv", "--tuples-only", "-c", query, address]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return list(csv.reader(io.StringIO(done.stdout, newline="")))


def put(plan: Plan, layer: str, address: str, crs: str | None = None, if_exists: str = "fail") -> list[str]:
    return [remark.zh for remark in export(plan, layer, address, crs, None, if_exists, "zh")]


def test_psql_reads_the_same_rows_text_and_geometry(database: str, yinzhou: Plan) -> None:
    for layer in ("zones", "parks", "projects", "district"):
        address = f"{database}&table=read_{layer}"
        put(yinzhou, layer, address)
        frame = plugins.load("yzgeo.layers", layer).frame(yinzhou)
        key = frame.columns[0]
        rows = psql(database, f"SELECT {key}, name, source, ST_AsBinary(geom, 'NDR') FROM read_{layer} ORDER BY ctid")
        assert [row[:3] for row in rows] == frame[[key, "name", "source"]].to_numpy().tolist()
        for row, shape in zip(rows, frame.geometry, strict=True):
            assert (row[3] == "") == (shape is None)
            assert shape is None or shapely.from_wkb(row[3].removeprefix("\\x")).equals_exact(shape, 0)
    ((parks, counts),) = psql(
        database,
        "SELECT array_length(parks, 1), project_count_by_evidence->>'plan_text' FROM read_zones WHERE zone_id = 'mingzhou'",
    )
    zone = plugins.load("yzgeo.layers", "zones").frame(yinzhou).iloc[0]
    assert (int(parks), int(counts)) == (len(zone["parks"]), zone["project_count_by_evidence"]["plan_text"])


def test_table_has_key_types_srid_indexes_and_comments(database: str, yinzhou: Plan) -> None:
    put(yinzhou, "projects", f"{database}&table=typed", "EPSG:4549")
    described = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'typed'"
    types = dict(psql(database, described))  # type: ignore[arg-type]
    assert types["investment_100m_yuan"] == "double precision"
    assert types["seq"] == "bigint"
    assert types["name"] == "text"
    assert psql(database, "SELECT type, srid FROM geometry_columns WHERE f_table_name = 'typed'") == [["POINT", "4549"]]
    indexes = [row[0] for row in psql(database, "SELECT indexdef FROM pg_indexes WHERE tablename = 'typed'")]
    assert sum("UNIQUE" in index and "(project_id)" in index for index in indexes) == 1
    assert sum("gist (geom)" in index for index in indexes) == 1
    assert sum("btree (zone_id)" in index for index in indexes) == 1
    ((comment,),) = psql(database, "SELECT obj_description('typed'::regclass)")
    assert "EPSG:4549" in comment
    assert "示意范围" in comment
    ((title,),) = psql(
        database,
        "SELECT col_description('typed'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'typed'::regclass AND attname = 'new_land_mu'",
    )
    assert title == "新增用地（亩）"


def test_hostile_names_of_features_and_tables_stay_names(database: str, tmp_path: Path) -> None:
    plan = load(hostile.make(tmp_path / "plan"))
    table = "片区\"; DROP TABLE typed; --%'"
    address = f"{database}&table=%E7%89%87%E5%8C%BA%22%3B+DROP+TABLE+typed%3B+--%25%27"
    put(plan, "projects", address)
    quoted = table.replace('"', '""')
    rows = psql(database, f'SELECT name FROM "{quoted}" ORDER BY seq')
    assert [row[0] for row in rows] == hostile.NAMES
    put(plan, "projects", address, if_exists="replace")
    assert psql(database, "SELECT count(*) FROM typed") == [["43"]]


def test_every_hostile_text_comes_back_and_the_comment_is_visible_text(database: str, tmp_path: Path) -> None:
    plan = load(payloads.plan_folder(tmp_path / "plan"))
    put(plan, "projects", f"{database}&table=payloads")
    rows = psql(database, "SELECT encode(convert_to(name, 'UTF8'), 'hex') FROM payloads ORDER BY seq")
    assert [bytes.fromhex(name).decode("utf-8") for (name,) in rows] == payloads.PAYLOADS
    ((comment,),) = psql(database, "SELECT obj_description('payloads'::regclass)")
    assert "=[% 1+1 %]<img src=x>␇␀\\u2028局" in comment
    assert "\x1b" not in comment


def test_what_is_there_is_kept_replaced_or_added_to_as_told(
    database: str, yinzhou: Plan, metadata: LayerMetadata
) -> None:
    address = f"{database}&table=told"
    first, more = parcels(10), parcels(30).iloc[10:]
    postgis.write(first, address, None, metadata, "fail")
    with pytest.raises(InputError, match="exists already"):
        postgis.write(first, address, None, metadata, "fail")
    postgis.write(more, address, None, metadata, "append")
    assert psql(database, "SELECT count(*), count(DISTINCT parcel_id) FROM told") == [["30", "30"]]
    with pytest.raises(InputError, match="duplicate key"):  # rows 10 to 29 are there: not one of the others stays
        postgis.write(parcels(40), address, None, metadata, "append")
    with pytest.raises(InputError, match="lacks the columns owner"):
        postgis.write(more.assign(owner="x"), address, None, metadata, "append")
    assert psql(database, "SELECT count(*) FROM told") == [["30"]]
    postgis.write(first, address, None, metadata, "replace")
    assert psql(database, "SELECT count(*) FROM told") == [["10"]]


def test_a_failure_half_way_leaves_the_table_as_it_was(database: str, metadata: LayerMetadata) -> None:
    address = f"{database}&table=whole"
    postgis.write(parcels(5), address, None, metadata, "fail")
    broken = parcels(60_000)
    broken.loc[55_000, "town"] = "no\0text of PostgreSQL"  # in the second batch, when thousands of rows are sent
    with pytest.raises(InputError, match="nothing was changed"):
        postgis.write(broken, address, None, metadata, "replace")
    assert psql(database, "SELECT count(*) FROM whole") == [["5"]]
    assert psql(database, "SELECT count(*) FROM pg_indexes WHERE tablename = 'whole'") == [["2"]]


def test_mixed_shapes_become_one_type_and_rows_without_a_key_get_one(database: str, metadata: LayerMetadata) -> None:
    square = shapely.box(121.6, 29.7, 121.7, 29.8)
    frame = gpd.GeoDataFrame(
        {"name": ["a", "a", None]}, geometry=[square, shapely.MultiPolygon([square]), None], crs="EPSG:4490"
    )
    postgis.write(frame, f"{database}&table=mixed", None, metadata, "fail")
    assert psql(database, "SELECT type FROM geometry_columns WHERE f_table_name = 'mixed'") == [["MULTIPOLYGON"]]
    assert psql(database, "SELECT gid, name, ST_NumGeometries(geom) FROM mixed") == [
        ["1", "a", "1"],
        ["2", "a", "1"],
        ["3", "", ""],
    ]


def test_the_planner_finds_parcels_by_the_spatial_index(database: str, metadata: LayerMetadata) -> None:
    frame = parcels(20_000)
    postgis.write(frame, f"{database}&table=many", None, metadata, "fail")
    window = "ST_MakeEnvelope({}, {}, {}, {}, 4490)".format(*WINDOW)
    query = f"SELECT count(*) FROM many WHERE ST_Intersects(geom, {window})"
    assert psql(database, query) == [[str(int(frame.intersects(shapely.box(*WINDOW)).sum()))]]
    steps = "\n".join(row[0] for row in psql(database, f"EXPLAIN {query}"))
    assert "many_geom_idx" in steps
    ((area,),) = psql(database, "SELECT sum(area_mu) FROM many")
    assert float(area) == frame["area_mu"].sum()


def test_a_database_without_postgis_is_refused_with_the_remedy(database: str, yinzhou: Plan) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("CREATE DATABASE bare TEMPLATE template0")
    with pytest.raises(InputError, match="CREATE EXTENSION postgis"):
        put(yinzhou, "zones", database.replace("/plan?", "/bare?"))


def test_no_server_is_one_message_without_the_password(tmp_path: Path) -> None:
    address = f"postgresql://me:secret@/plan?host={tmp_path}&table=zones"
    command = [sys.executable, "-m", "yzgeo", "export", "zones", "-o", address]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("yzgeo: postgresql://me@/plan：数据库拒绝：")
    assert len(done.stderr.splitlines()) == 1
    assert "secret" not in done.stderr


def test_a_table_name_too_long_or_a_crs_without_a_code_is_refused(yinzhou: Plan) -> None:
    with pytest.raises(InputError, match="cannot name a table"):
        put(yinzhou, "zones", f"postgresql://host/db?table={'表' * 22}")
    with pytest.raises(InputError, match="no EPSG code"):
        put(yinzhou, "zones", "postgresql://host/db", "+proj=tmerc +lon_0=121.5 +x_0=500000 +ellps=GRS80 +units=m")


def test_an_address_without_a_host_names_a_socket(database: str, yinzhou: Plan) -> None:
    """As PostgreSQL's own documentation writes it: three slashes, and the folder of the socket in the query."""
    socket = conninfo_to_dict(database)
    address = f"postgresql:///{socket['dbname']}?host={socket['host']}&user={socket['user']}&table=socket"
    put(yinzhou, "zones", address)
    assert psql(database, "SELECT count(*) FROM socket") == [[str(len(yinzhou.zones))]]


WORD = "geheim7x"
HIDING = [
    "postgresql://me:{0}@127.0.0.1:1/db",
    "postgresql://me:%67eheim7x@127.0.0.1:1/db",
    "postgresql://me%3A{0}@127.0.0.1:1/db",
    "postgresql://:{0}@127.0.0.1:1/db",
    "postgresql://127.0.0.1:1/db?user=me&password={0}",
    "postgresql://127.0.0.1:1/db?user=me&password=%67eheim7x",
    "postgresql://127.0.0.1:1/db?sslpassword={0}&sslmode=disable",
    "postgresql://127.0.0.1:{0}/db",
    "postgresql://me:a@{0}@127.0.0.1:1/db",
    "postgresql://me:a/{0}@127.0.0.1:1/db",
    "postgresql://me:a/{0}?@127.0.0.1:1/db",
    "postgresql://me:a?{0}@127.0.0.1:1/db",
    "postgresql://me:a?/{0}@127.0.0.1:1/db",
    "postgresql://me:a#{0}@127.0.0.1:1/db",
    "postgresql://me:{0}%zz@127.0.0.1:1/db",
    "postgresql://me:{0}%@127.0.0.1:1/db",
    "postgresql://127.0.0.1:1/db?{0}=a",
    "postgresql://127.0.0.1:1/db?password={0}%zz",
    "postgresql://me:a&{0}@127.0.0.1:1/db",
    "POSTGRESQL://me:{0}@127.0.0.1:1/db",
    "postgresql:me:{0}@127.0.0.1:1/db",
    "jdbc:postgresql://127.0.0.1:1/db?password={0}",
    "mysql://me:{0}@127.0.0.1/db",
    "host=127.0.0.1 port=1 user=me password={0} dbname=db",
    "host=127.0.0.1 password='{0}' x.csv",
    "password={0}",
    "dbname=db PASSWORD = {0}",
]


@pytest.mark.parametrize("address", HIDING)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_refusal_shows_a_part_of_a_password(address: str, lang: str, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(tmp_path)
        output = address.format(WORD)
        done = CliRunner().invoke(cli, ["export", "zones", "-o", output, "--lang", lang], prog_name="yzgeo")
    assert done.exit_code == 2, done.output
    assert len(done.stderr.splitlines()) == 1, done.stderr
    for part in (WORD, "geheim", "%67", "heim7", "7x"):
        assert part not in done.output
    assert list(tmp_path.iterdir()) == []
