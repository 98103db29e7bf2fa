"""The cadastral point text file, as land offices write and vary it."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from yzgeo.core.errors import InputError
from yzgeo.ledger import ledger
from yzgeo.readers import reading
from yzgeo.spatial.gauss_kruger import gauss_kruger

PROPERTIES = {
    "格式版本号": "1.01",
    "数据产生单位": "鄞州区自然资源和规划局",
    "数据产生日期": "2025-6-15",
    "坐标系": "2000国家大地坐标系",
    "几度分带": "3",
    "投影类型": "高斯克吕格",
    "计量单位": "米",
    "带号": "40",
    "精度": "0.001",
    "转换参数": ",,,,,,",
}
NORTH, EAST = 3_299_000.0, 40_600_000.0
SQUARE = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
HOLE = [(20, 20), (40, 20), (40, 40), (20, 40), (20, 20)]
BESIDE = [(200, 0), (220, 0), (220, 20), (200, 20), (200, 0)]


def points(ring: int, corners: list[tuple[int, int]], east: float = EAST, prefix: str = "J") -> list[str]:
    return [f"{prefix}{n},{ring},{NORTH + y:.3f},{east + x:.3f}" for n, (x, y) in enumerate(corners, 1)]


def parcel(count: int, number: str = "DK1", fields: int = 9, area: float = 0.96) -> str:
    cells = [str(count), f"{area:g}", number, "一号地块", "面", "H51G001001", "工业用地", "0601"]
    return ",".join([*cells, *[""] * (fields - 9), "@"])


def write(file: Path, body: list[str], encoding: str = "gbk", brackets: str = "[]", **properties: str) -> Path:
    head = [f"{key}={value}" for key, value in {**PROPERTIES, **properties}.items()]
    left, right = brackets
    lines = [f"{left}属性描述{right}", *head, f"{left}地块坐标{right}", *body]
    file.write_bytes("\r\n".join(lines).encode(encoding))
    return file


def area_m2(read: reading.Reading, crs: str = "EPSG:4528") -> list[float]:
    return read.frame.geometry.to_crs(crs).area.round(2).tolist()


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("brackets", ["[]", "【】"])
@pytest.mark.parametrize("fields", [9, 12])
@pytest.mark.parametrize("prefix", ["J", ""])
def test_offices_vary_it(tmp_path: Path, encoding: str, brackets: str, fields: int, prefix: str) -> None:
    body = [parcel(10, fields=fields), *points(1, SQUARE, prefix=prefix), *points(2, HOLE, prefix=prefix)]
    read = reading.read(write(tmp_path / "a.txt", body, encoding, brackets))
    assert area_m2(read) == [9600]
    row = read.frame.iloc[0]
    assert (row["地块编号"], row["地块名称"], row["地块用途"], row["地类编码"]) == (
        "DK1",
        "一号地块",
        "工业用地",
        "0601",
    )
    assert read.frame.index.tolist() == [13]
    assert read.crs.zh == "EPSG:4528"


@pytest.mark.parametrize("belt", ["40", ""])
@pytest.mark.parametrize("east", [EAST, EAST - 40_000_000])
def test_the_easting_first_is_told_and_mended_before_any_belt(tmp_path: Path, belt: str, east: float) -> None:
    turned = [",".join([*line.split(",")[:2], *line.split(",")[:1:-1]]) for line in points(1, SQUARE, east)]
    file = write(tmp_path / "a.txt", [parcel(5), *turned], 带号=belt)
    district = gpd.GeoSeries([shapely.box(121.0, 29.7, 121.9, 29.9)], crs=4490)
    read = reading.read(file, near=district)
    straight = reading.read(write(tmp_path / "b.txt", [parcel(5), *points(1, SQUARE, east)], 带号=belt), near=district)
    assert read.frame.geometry.iloc[0].equals(straight.frame.geometry.iloc[0])
    assert any("the easting stood first" in why.en for why in read.log["why"])
    assert not any("stood first" in why.en for why in straight.log["why"])


def test_the_first_coordinate_is_the_northing(tmp_path: Path) -> None:
    read = reading.read(write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE)]))
    corner = read.frame.geometry.to_crs("EPSG:4528").iloc[0].bounds[:2]
    assert [round(value, 4) for value in corner] == [EAST, NORTH]


@pytest.mark.parametrize(
    ("east", "stated", "crs"),
    [
        (EAST, "40", "EPSG:4528"),
        (600_000.0, "40", "EPSG:4549"),
        (EAST, "", "EPSG:4528"),
        (41_310_000.0, "41", "EPSG:4529"),
    ],
)
def test_the_belt_number_may_stand_in_front_of_eastings_or_not(
    tmp_path: Path, east: float, stated: str, crs: str
) -> None:
    file = write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE, east)], 带号=stated)
    read = reading.read(file)
    assert read.crs.zh == crs
    assert area_m2(read, crs) == [10_000]


def test_a_belt_that_contradicts_the_eastings_is_refused_with_both_facts(tmp_path: Path) -> None:
    body = [parcel(5), *points(1, SQUARE, 39_438_683.652)]
    file = write(tmp_path / "a.txt", body, 带号="38")
    with pytest.raises(InputError, match=r"a.txt, row 9, column 带号: states belt 38 .*114°.* begin with 39") as error:
        reading.read(file)
    assert "带号是 38（中央经线 114°），横坐标却以 39 开头" in error.value.message("zh")


def test_rings_are_holes_or_parts_as_they_lie(tmp_path: Path) -> None:
    body = [parcel(15), *points(1, SQUARE), *points(1, BESIDE), *points(2, HOLE)]
    read = reading.read(write(tmp_path / "a.txt", body))
    shape = read.frame.geometry.iloc[0]
    assert (len(shape.geoms), area_m2(read)) == (2, [10_000 - 400 + 400])
    body = [parcel(15), *points(1, SQUARE), *points(2, HOLE), *points(3, BESIDE)]
    read = reading.read(write(tmp_path / "b.txt", body))
    assert area_m2(read) == [10_000]
    assert any("taken as a part, not subtracted" in why.en for why in read.log["why"])


def test_rings_that_stay_open_and_wrong_counts_are_told_and_a_cut_file_refused(tmp_path: Path) -> None:
    read = reading.read(write(tmp_path / "a.txt", [parcel(4), *points(1, SQUARE[:-1])]))
    assert area_m2(read) == [10_000]
    assert any(why.en.startswith("the points do not return") for why in read.log["why"])
    read = reading.read(write(tmp_path / "b.txt", [parcel(7), *points(1, SQUARE)]))
    assert read.log[read.log["field"] == "界址点数"][["old", "new"]].to_numpy().tolist() == [[7, 5]]
    with pytest.raises(InputError, match=r"row 13: the parcel should have 9 points and has 4.*cut"):
        reading.read(write(tmp_path / "c.txt", [parcel(9), *points(1, SQUARE[:-1])]))


def test_the_stated_area_is_the_registered_one(tmp_path: Path) -> None:
    parcels = ledger.read(write(tmp_path / "a.txt", [parcel(5, area=1.25), *points(1, SQUARE)]))
    assert parcels[["parcel_id", "area_mu", "land_use_code", "note"]].iloc[0].tolist() == [
        "DK1",
        18.75,
        "0601",
        "一号地块",
    ]


@pytest.mark.parametrize("datum", ["1980西安坐标系", "北京54坐标系"])
def test_old_datums_are_refused_without_parameters_and_shifted_with_them(tmp_path: Path, datum: str) -> None:
    body = [parcel(5), *points(1, SQUARE)]
    with pytest.raises(InputError, match="parameters that differ from place to place and are not public"):
        reading.read(write(tmp_path / "a.txt", body, 坐标系=datum))
    read = reading.read(write(tmp_path / "a.txt", body, 坐标系=datum, 转换参数="0,0,0,0,0,1.0,0"))
    turned = read.frame.geometry.iloc[0]
    plain = reading.read(
        write(tmp_path / "b.txt", body, 坐标系=datum, 转换参数="1e-9,0,0,0,0,0,0")
    ).frame.geometry.iloc[0]
    # coordinate frame rotation: turning the axes by +1″ about the polar axis takes 1″ from every longitude
    assert (turned.centroid.x - plain.centroid.x) * 3600 == pytest.approx(-1, abs=1e-4)
    assert any("coordinate frame rotation" in why.en for why in read.log["why"])
    with pytest.raises(InputError, match="column 转换参数: the transformation has seven numbers"):
        reading.read(write(tmp_path / "a.txt", body, 坐标系=datum, 转换参数="1,2,3"))


def test_degrees_are_read_as_latitude_and_longitude(tmp_path: Path) -> None:
    corners = [(29.8, 121.5), (29.8, 121.6), (29.9, 121.6), (29.8, 121.5)]
    body = [parcel(4), *(f"J{n},1,{lat},{lon}" for n, (lat, lon) in enumerate(corners))]
    read = reading.read(write(tmp_path / "a.txt", body, 计量单位="度", 带号=""))
    assert read.frame.geometry.iloc[0].equals(shapely.Polygon([(lon, lat) for lat, lon in corners]))


def test_degrees_may_be_typed_with_minutes_and_seconds(tmp_path: Path) -> None:
    corners = ["29°48′00″,121°30′00″", "29°48′00″,121°36′00″", "29°54′00″,121°36′00″", "29°48′00″,121°30′00″"]
    body = [parcel(4), *(f"J{n},1,{corner}" for n, corner in enumerate(corners))]
    read = reading.read(write(tmp_path / "a.txt", body, 计量单位="度分秒", 带号=""))
    assert read.frame.geometry.iloc[0].bounds == pytest.approx((121.5, 29.8, 121.6, 29.9))
    assert sum("decimal degrees" in why.en for why in read.log["why"]) == 4


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    good = [parcel(5), *points(1, SQUARE)]
    for body, properties, match in (
        ([*good, "J1,1,abc,40600000"], {}, "row 19: 'J1,1,abc,40600000' is neither"),
        (["J1,1,3299000,40600000"], {}, "row 13: .* neither the line of a parcel"),
        ([], {}, "no features"),
        (good, {"计量单位": "千米"}, "column 计量单位: the unit '千米' cannot be used"),
        (
            good,
            {"坐标系": "宁波独立坐标系"},
            "row 5, column 坐标系: '宁波独立坐标系' is a local grid: it takes parameters.*crs=",
        ),
        (good, {"带号": "四十"}, "'四十' is not the number of a belt"),
        (good, {"带号": "21"}, "belt 21 is not one of 3 degrees"),
    ):
        with pytest.raises(InputError, match=match):
            reading.read(write(tmp_path / "a.txt", body, **properties))
    (tmp_path / "notes.txt").write_text("hello", "utf-8")
    with pytest.raises(InputError, match=r"has no section \[地块坐标\]"):
        reading.read(tmp_path / "notes.txt")


@pytest.mark.slow
@settings(max_examples=40)
@given(
    st.lists(st.floats(0.3, 1.0), min_size=3, max_size=12),
    st.integers(1, 3),
    st.booleans(),
    st.sampled_from([(40, EAST), (40, 600_000.0), (41, 41_320_000.0), (21, 21_320_000.0)]),
)
def test_any_parcel_comes_back_to_a_millimetre(
    radii: list[float], parts: int, holed: bool, belt: tuple[int, float]
) -> None:
    number, east = belt
    angles = [2 * math.pi * n / len(radii) for n in range(len(radii))]

    def star(part: int, size: float) -> list[tuple[float, float]]:
        corners = [
            (size * r * math.cos(a) + 500 * part, size * r * math.sin(a)) for r, a in zip(radii, angles, strict=True)
        ]
        return [*corners, corners[0]]

    lines, shapes = [], []
    for part in range(parts):
        lines += [f"J{n},{1},{NORTH + y:.6f},{east + x:.6f}" for n, (x, y) in enumerate(star(part, 100))]
        lines += [f"J{n},{2},{NORTH + y:.6f},{east + x:.6f}" for n, (x, y) in enumerate(star(part, 25)) if holed]
        shapes.append(shapely.Polygon(star(part, 100), [star(part, 25)] if holed else []))
    with tempfile.TemporaryDirectory() as folder:
        file = write(
            Path(folder, "a.txt"), [parcel(len(lines)), *lines], 带号=str(number), 几度分带="6" if number < 24 else "3"
        )
        read = reading.read(file)
    drawn = read.frame.geometry.to_crs(gauss_kruger(number, numbered=east > 1e6)).iloc[0]
    expected = shapely.transform(shapely.union_all(shapes), lambda points: points + np.array([east, NORTH]))
    assert shapely.hausdorff_distance(drawn.boundary, expected.boundary) < 0.001
    assert drawn.is_valid


def joined(tmp_path: Path, *files: Path) -> Path:
    target = tmp_path / "joined.txt"
    target.write_bytes(b"\r\n".join(file.read_bytes() for file in files))
    return target


def test_every_section_of_a_joined_file_is_read(tmp_path: Path) -> None:
    files = [
        write(tmp_path / f"{n}.txt", [parcel(5, f"DK{n}"), *points(1, SQUARE, EAST + 500 * n)], "utf-8-sig")
        for n in range(3)
    ]
    read = reading.read(joined(tmp_path, *files))
    assert read.frame["地块编号"].tolist() == ["DK0", "DK1", "DK2"]
    assert area_m2(read) == [10_000] * 3
    assert read.frame.index.tolist() == [13, 31, 49]


def test_sections_on_several_grids_come_in_each_on_its_own(tmp_path: Path) -> None:
    one = write(tmp_path / "1.txt", [parcel(5, "A"), *points(1, SQUARE)])
    other = write(tmp_path / "2.txt", [parcel(5, "B"), *points(1, SQUARE, 41_310_000.0)], 带号="41")
    read = reading.read(joined(tmp_path, one, other)).frame
    assert read.geometry.to_crs("EPSG:4528").area.round(2)[13] == 10_000
    assert read.geometry.to_crs("EPSG:4529").area.round(2)[31] == 10_000
    old = write(tmp_path / "3.txt", [parcel(5, "B"), *points(1, SQUARE)], 坐标系="1980西安坐标系")
    with pytest.raises(InputError, match=r"joined.txt.*Xian 1980"):
        reading.read(joined(tmp_path, one, old))


def test_other_sections_are_told_and_left_out(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE), "[扩展信息]", "备注=一", "J9,1,1,1"])
    read = reading.read(file)
    assert area_m2(read) == [10_000]
    assert read.log[read.log["field"] == "扩展信息"]["row"].tolist() == [19]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_saved_as_unicode_is_read(tmp_path: Path, encoding: str) -> None:
    read = reading.read(write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE)], encoding))
    assert area_m2(read) == [10_000]
    assert read.frame["地块名称"].tolist() == ["一号地块"]
    assert read.log[read.log["field"] == "encoding"]["old"].tolist() == [encoding[:6].upper()]


def test_half_a_file_in_utf_16_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE)], "utf-16")
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(InputError, match="neither UTF-8 nor GBK nor UTF-16"):
        reading.read(file)


@pytest.mark.parametrize(
    "named",
    [
        "示例市2000独立坐标系",
        "2000地方坐标系",
        "城建坐标系",
        "某市2000坐标系",
        "北京2000坐标系",
        "宁波市城市坐标系2000",
        "NB2000",
        "Local 2000",
    ],
)
def test_a_local_grid_is_refused_whatever_else_its_name_holds_unless_a_crs_is_given(tmp_path: Path, named: str) -> None:
    file = write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE, 600_000.0)], 坐标系=named, 带号="")
    with pytest.raises(InputError, match=r"row 5, column 坐标系: .* is a local grid: it takes parameters|is not a CRS"):
        reading.read(file)
    assert area_m2(reading.read(file, crs="EPSG:4549"), "EPSG:4549") == [10_000]


@pytest.mark.parametrize(
    "named",
    [
        "2000国家大地坐标系",
        "国家2000坐标系",
        "CGCS2000",
        "CGCS2000_3_Degree_GK_Zone_40",
        "2000国家大地坐标系（3度带，中央经线120度）",
        "中国大地坐标系2000高斯-克吕格投影",
        "CGCS2000 / 3-degree Gauss-Kruger CM 120E",
        "2000",
    ],
)
def test_the_national_system_is_recognised_by_any_of_its_names(tmp_path: Path, named: str) -> None:
    assert area_m2(reading.read(write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE)], 坐标系=named))) == [10_000]


@pytest.mark.parametrize("named", ["1980西安坐标系", "西安80坐标系", "1954年北京坐标系", "北京54", "80西安坐标系"])
def test_an_old_datum_is_no_local_grid(tmp_path: Path, named: str) -> None:
    with pytest.raises(InputError, match=r"Xian 1980|Beijing 1954"):
        reading.read(write(tmp_path / "a.txt", [parcel(5), *points(1, SQUARE)], 坐标系=named))


@pytest.mark.parametrize(("per_hectare", "tells"), [(1, False), (10_000, True), (15, True)])
def test_areas_in_another_unit_than_hectares_are_converted_and_told(
    tmp_path: Path, per_hectare: float, tells: bool
) -> None:
    body = []
    for n, hectares in enumerate((1.0, 1.02)):
        body += [parcel(5, f"DK{n}", 13, hectares * per_hectare), *points(1, SQUARE, EAST + 300 * n)]
    file = write(tmp_path / "a.txt", body)
    assert ledger.read(file)["area_mu"].tolist() == pytest.approx([15, 15.3])
    assert any("the format has hectares" in why.en for why in reading.read(file).log["why"]) == tells


def test_a_stated_area_that_is_simply_wrong_stays(tmp_path: Path) -> None:
    body = [parcel(5, "A", area=1), *points(1, SQUARE), parcel(5, "B", area=10_000), *points(1, SQUARE, EAST + 300)]
    assert ledger.read(write(tmp_path / "a.txt", body))["area_mu"].tolist() == [15, 150_000]


def test_holes_and_open_parts_of_a_file_are_what_they_lie_in(tmp_path: Path) -> None:
    from_zero = [parcel(10), *points(0, SQUARE), *points(1, HOLE)]
    assert area_m2(reading.read(write(tmp_path / "a.txt", from_zero))) == [10_000 - 400]
    open_parts = [parcel(8), *points(1, SQUARE[:-1]), *points(1, BESIDE[:-1])]
    assert area_m2(reading.read(write(tmp_path / "b.txt", open_parts))) == [10_000 + 400]
    with pytest.raises(InputError, match="row 13: the parcel has 2 points only"):
        reading.read(write(tmp_path / "c.txt", [parcel(2), *points(1, SQUARE[:2])]))


def test_full_width_digits_of_points_are_told_and_ring_numbers_may_be_missing(tmp_path: Path) -> None:
    body = [parcel(5), *(",".join(line.split(",")[::2] + line.split(",")[3:]) for line in points(1, SQUARE))]
    assert area_m2(reading.read(write(tmp_path / "a.txt", body))) == [10_000]
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    read = reading.read(
        write(tmp_path / "b.txt", [parcel(5), points(1, SQUARE)[0].translate(wide), *points(1, SQUARE)[1:]])
    )
    assert area_m2(read) == [10_000]
    assert [row for row, why in zip(read.log["row"], read.log["why"], strict=True) if "full-width" in why.en] == [14]


@pytest.mark.parametrize("kind", ["多边形", "Polygon", "POLYGON"])
def test_other_words_for_an_area_are_read(kind: str, tmp_path: Path) -> None:
    body = [parcel(5).replace(",面,", f",{kind},"), *points(1, SQUARE)]
    assert reading.read(write(tmp_path / "a.txt", body)).frame["地块编号"].tolist() == ["DK1"]


@pytest.mark.parametrize("kind", ["线", "点"])
def test_a_file_with_no_area_names_the_field_that_says_so(kind: str, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", [parcel(5).replace(",面,", f",{kind},"), *points(1, SQUARE)])
    with pytest.raises(InputError, match=rf"a\.txt, row \d+, column 图形属性: is '{kind}' and not 面"):
        reading.read(file)
