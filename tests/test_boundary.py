"""What libraries throw over strangers' bytes is a refusal in one line; our own mistakes are not."""

from __future__ import annotations

import io
import json
import sqlite3
import struct
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest
import shapely
from shapely import box

from yzgeo.core.archives import refuse_swelling
from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.core.nesting import DEEPEST, refuse_deep_wkb, refuse_deep_wkt
from yzgeo.readers import reading

POINT = struct.pack("<BIdd", 1, 1, 0.0, 0.0)


def head(code: int, parts: int = 1, order: str = "<", byte: int | None = None) -> bytes:
    return struct.pack(f"{order}BII", (order == "<") if byte is None else byte, code, parts)


def nothing() -> None:
    raise RuntimeError


@pytest.mark.parametrize(
    "act",
    [
        lambda: json.loads("[" * 100_000),
        lambda: int("9" * 5000),
        lambda: float("²"),
        b"\xff".decode,
        "\ud800".encode,
        lambda: Path("a\0b").read_bytes(),
        lambda: struct.unpack("<I", b"a"),
        lambda: shapely.from_wkb(b"\x01\x03"),
        lambda: pa.array(["a"]).cast(pa.int64()),
        lambda: sqlite3.connect(":memory:").execute("SELECT * FROM missing"),
        lambda: json.loads(object()),  # a TypeError of a library
        nothing,
    ],
)
def test_what_a_library_throws_is_a_refusal_in_one_line(act) -> None:
    with pytest.raises(InputError) as refused, refuse_unreadable("a.gpkg"):
        act()
    for message in (refused.value.message("en"), refused.value.message("zh")):
        assert message.startswith("a.gpkg")
        assert "\n" not in message
        assert "None" not in message
        assert "()" not in message
    assert refused.value.__cause__ is not None


def test_the_reason_of_a_key_error_has_its_name() -> None:
    archive = zipfile.ZipFile(io.BytesIO(), "w")
    with pytest.raises(InputError, match=r"\(KeyError .*workbook\.xml"), refuse_unreadable("a.xlsx"):
        archive.getinfo("xl/workbook.xml")


def test_our_own_mistake_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yzgeo.core.boundary.PACKAGE", str(Path(__file__).parent))
    for act in (lambda: {}["missing"], lambda: None.missing, lambda: len(1)):
        with pytest.raises((KeyError, AttributeError, TypeError)), refuse_unreadable("a.csv"):
            act()


def test_a_refusal_keeps_its_place_and_gets_the_file_it_lacks() -> None:
    def refusal(file: str | None) -> InputError:
        return InputError(Text("坏", "bad"), Text("改", "mend it"), file=file, row=3)

    for file, expected in ((None, "all.csv, row 3: bad"), ("one.csv", "one.csv, row 3: bad")):
        with pytest.raises(InputError, match=expected), refuse_unreadable("all.csv"):
            raise refusal(file)


def test_a_missing_file_is_told_as_the_system_does() -> None:
    with pytest.raises(InputError, match=r"no-such\.csv: cannot be opened"), refuse_unreadable("other.csv"):
        Path("no-such.csv").read_bytes()


@pytest.mark.parametrize(
    "deep",
    [
        head(7) * 50_000 + POINT,
        head(6) * 50_000,
        head(9) * 50_000,
        head(7, order=">") * 50_000,
        head(1007) * 50_000,
        head(7, byte=2) * 50_000,
        head(7, 2) + POINT + head(7) * 50_000,
        struct.pack("<BIII", 1, 7 | 0x20000000, 4490, 1) * 50_000,
        head(7, 2) + box(0, 0, 1, 1).wkb + head(7) * 50_000,
    ],
    ids=[
        "collections",
        "multipolygons",
        "curves",
        "big-endian",
        "z",
        "order",
        "behind a point",
        "srid",
        "behind a box",
    ],
)
def test_deep_binary_is_refused_before_geos_sees_it(deep: bytes) -> None:
    with pytest.raises(InputError, match=r"row 3: the shape nests more than 32 deep"):
        refuse_deep_wkb([None, POINT, deep, deep])


def test_what_does_not_nest_passes_however_long_it_is() -> None:
    ring = shapely.Point(0, 0).buffer(1, quad_segs=200)
    many = shapely.MultiPolygon([box(5 * place, 0, 5 * place + 1, 1) for place in range(2000)])
    nested = POINT
    for _ in range(DEEPEST - 1):
        nested = head(7) + nested
    refuse_deep_wkb([ring.wkb, many.wkb, shapely.GeometryCollection([many, ring]).wkb, nested, b"", b"\x01\x07"])
    refuse_deep_wkt(many.wkt)


def test_deep_text_is_refused_before_geos_sees_it() -> None:
    with pytest.raises(InputError, match="nests more than 32 deep"):
        refuse_deep_wkt("GEOMETRYCOLLECTION(" * 50_000)


def test_an_ordinary_archive_passes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.kmz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", bytes(1_000_000))
    refuse_swelling(tmp_path / "a.kmz")
    refuse_swelling(tmp_path / "missing.kmz")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.kmz", "split it, or export it as GeoPackage"),
        ("a.shp.zip", "unpack it yourself and give the file in it"),
        ("a.xlsx", "remove rows and columns without content"),
    ],
)
def test_an_archive_that_swells_is_refused_with_what_helps_its_kind(name: str, remedy: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content", bytes(100_000_001))
    with pytest.raises(InputError, match=f"unpack to 100 MB.*{remedy}"):
        reading.read(tmp_path / name)


def test_an_archive_of_too_many_files_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.gdb.zip", "w") as archive:
        for number in range(10_001):
            archive.writestr(f"a.gdb/{number}", b"")
    with pytest.raises(InputError, match=r"holds 10,001 files.*unpack it yourself"):
        reading.read(tmp_path / "a.gdb.zip")
