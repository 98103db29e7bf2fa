"""KML as offices draw it: folders, label points, open lines, links; areas come in, the rest is named."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely import box

from yzgeo.core.errors import InputError
from yzgeo.readers import reading
from yzgeo.readers.formats import kml
from yzgeo.readers.reading import Reading


def coordinates(shape: shapely.Geometry, stop: int | None = None) -> str:
    points = " ".join(f"{x},{y}" for x, y in shapely.get_coordinates(shape)[:stop])
    return f"<coordinates>{points}</coordinates>"


def area(*bounds: float, hole: tuple[float, ...] = ()) -> str:
    inner = f"<innerBoundaryIs><LinearRing>{coordinates(box(*hole))}</LinearRing></innerBoundaryIs>" if hole else ""
    outer = f"<outerBoundaryIs><LinearRing>{coordinates(box(*bounds))}</LinearRing></outerBoundaryIs>"
    return f"<Polygon>{outer}{inner}</Polygon>"


def mark(name: str, *shapes: str) -> str:
    inside = shapes[0] if len(shapes) == 1 else f"<MultiGeometry>{''.join(shapes)}</MultiGeometry>"
    return f"<Placemark><name>{name}</name>{inside if shapes else ''}</Placemark>"


def folder(name: str, *inside: str) -> str:
    return f"<Folder><name>{name}</name>{''.join(inside)}</Folder>"


def document(file: Path, *inside: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> Path:
    text = f'{head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{"".join(inside)}</Document></kml>'
    file.write_text(text, "utf-8")
    return file


WEST, EAST = area(121.5, 29.7, 121.51, 29.71), area(121.6, 29.7, 121.61, 29.71)
POINT = "<Point><coordinates>121.5,29.7</coordinates></Point>"
OPEN = f"<LineString>{coordinates(box(121.7, 29.7, 121.71, 29.71), stop=4)}</LineString>"
CLOSED = f"<LineString>{coordinates(box(121.7, 29.7, 121.71, 29.71))}</LineString>"


def reasons(read: Reading) -> dict[str, list[object]]:
    """Rows of the log by reason."""
    rows = read.log.assign(why=[why.en for why in read.log["why"]]).groupby("why")["row"]
    return {str(why): list(group) for why, group in rows}


def test_a_label_point_is_left_out_and_named(tmp_path: Path) -> None:
    read = reading.read(document(tmp_path / "a.kml", mark("甲", POINT), mark("甲", WEST), mark("乙", EAST)))
    assert read.frame["Name"].tolist() == ["甲", "乙"]
    assert reasons(read)["a label point, left out"] == [1]


@pytest.mark.parametrize("names", [("东镇", "西镇"), ("地块", "地块")])
def test_all_folders_are_read_and_named(names: tuple[str, str], tmp_path: Path) -> None:
    inside = [folder(name, mark("甲", shape)) for name, shape in zip(names, (WEST, EAST), strict=True)]
    read = reading.read(document(tmp_path / "a.kml", *inside))
    assert read.frame["Folder"].tolist() == list(names)
    assert read.log[read.log["field"] == "Folder"]["new"].tolist() == ["、".join(dict.fromkeys(names))]


def test_folders_in_folders_are_read_and_can_be_chosen(tmp_path: Path) -> None:
    file = document(tmp_path / "a.kml", folder("镇", mark("甲", WEST), folder("村", mark("乙", EAST))))
    assert reading.read(file).frame["Folder"].tolist() == ["镇", "村"]
    assert reading.read(file, layer="镇").frame["Name"].tolist() == ["甲", "乙"]
    assert reading.read(file, layer="村").frame["Name"].tolist() == ["乙"]
    with pytest.raises(InputError, match=r"no folder '县'\. Remedy: use one of these: 镇, 村"):
        reading.read(file, layer="县")


def test_a_polygon_with_a_hole_comes_without_the_point_and_line_beside_it(tmp_path: Path) -> None:
    holed = area(121.5, 29.7, 121.51, 29.71, hole=(121.502, 29.702, 121.504, 29.704))
    read = reading.read(document(tmp_path / "a.kml", mark("甲", POINT, holed, OPEN)))
    (shape,) = read.frame.geometry
    assert shape.area == pytest.approx(1e-4 - 4e-6)
    assert reasons(read)["points and lines beside the area are left out"] == [1]


def test_an_open_line_is_named_and_a_closed_one_is_an_area(tmp_path: Path) -> None:
    read = reading.read(document(tmp_path / "a.kml", mark("甲", CLOSED), mark("乙", OPEN)))
    assert read.frame["Name"].tolist() == ["甲"]
    assert [rows for why, rows in reasons(read).items() if "the line is open" in why] == [[2]]
    with pytest.raises(InputError, match=r"only 1 label points and 2 lines that are open.* join the ends"):
        reading.read(document(tmp_path / "b.kml", mark("甲", OPEN), mark("乙", OPEN), mark("丙", POINT)))


def test_a_placemark_without_a_shape_stays(tmp_path: Path) -> None:
    read = reading.read(document(tmp_path / "a.kml", mark("甲", WEST), mark("乙")))
    assert read.frame.geometry.isna().tolist() == [False, True]


def test_extended_data_come_with_their_types(tmp_path: Path) -> None:
    schema = '<Schema id="s"><SimpleField name="宗数" type="int"/><SimpleField name="权属" type="string"/></Schema>'
    data = (
        '<ExtendedData><Data name="用途"><value>工业</value></Data><SchemaData schemaUrl="#s">'
        '<SimpleData name="宗数">007</SimpleData><SimpleData name="权属">007</SimpleData></SchemaData></ExtendedData>'
    )
    frame = reading.read(document(tmp_path / "a.kml", schema, mark("甲", data + WEST))).frame
    assert frame[["用途", "宗数", "权属"]].to_numpy().tolist() == [["工业", 7, "007"]]


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ("<Polygon><outerBoundaryIs><LinearRing><coordinates>1,2</coordinates></LinearRing></outerBoundaryIs></Polygon>",
         "row 2: a ring of it has 1 points"),
        ("<Polygon></Polygon>", "row 2: a polygon of it has 0 outer rings"),
        ("<Polygon><outerBoundaryIs><LinearRing><coordinates>甲,2 1,2 3,4</coordinates></LinearRing></outerBoundaryIs>"
         "</Polygon>", "row 2: its coordinates are not 'longitude,latitude'"),
    ],
)  # fmt: skip
def test_a_broken_shape_is_named_by_its_row(shape: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=words):
        reading.read(document(tmp_path / "a.kml", mark("甲", WEST), mark("乙", shape)))


def test_an_unclosed_ring_is_closed_and_named(tmp_path: Path) -> None:
    ring = f"<LinearRing>{coordinates(box(121.5, 29.7, 121.51, 29.71), stop=4)}</LinearRing>"
    polygon = f"<Polygon><outerBoundaryIs>{ring}</outerBoundaryIs></Polygon>"
    read = reading.read(document(tmp_path / "a.kml", mark("甲", polygon)))
    assert read.frame.geometry.iloc[0].area == pytest.approx(1e-4)
    assert reasons(read)["the ring's ends differ: it is closed"] == [1]


def test_text_in_gbk_is_read_whatever_the_file_declares(tmp_path: Path) -> None:
    for declared in ("GBK", "UTF-8"):
        file = document(tmp_path / "a.kml", mark("鄞州", WEST), head=f'<?xml version="1.0" encoding="{declared}"?>')
        file.write_bytes(file.read_text("utf-8").encode("gbk"))
        read = reading.read(file)
        assert read.frame["Name"].tolist() == ["鄞州"]
        assert reasons(read)["read as GBK"]


def test_declared_entities_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    entity = f'<!DOCTYPE kml [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    file = document(tmp_path / "a.kml", mark("&x;", WEST), head=entity)
    with pytest.raises(InputError, match="declares a DOCTYPE"):
        reading.read(file)


@pytest.mark.parametrize("text", ["", "<kml>", "<kml></xml>", "not XML", "{}", "<OGRVRTDataSource/>"])
def test_what_is_no_kml_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.kml").write_text(text)
    with pytest.raises(InputError) as refusal:
        reading.read(tmp_path / "a.kml")
    assert "\n" not in str(refusal.value)


def test_a_kmz_without_kml_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.kmz", "w") as archive:
        archive.writestr("picture.png", b"")
    with pytest.raises(InputError, match=r"holds no \.kml"):
        reading.read(tmp_path / "a.kmz")


@pytest.mark.slow
def test_many_folders_take_no_longer_than_many_placemarks(tmp_path: Path) -> None:
    marks = [mark(str(number), WEST) for number in range(3000)]
    flat = document(tmp_path / "flat.kml", *marks)
    folders = document(tmp_path / "folders.kml", *(folder(str(number), each) for number, each in enumerate(marks)))
    times = []
    for file in (flat, folders):
        begin = time.process_time()
        assert len(kml.read(file, None).frame) == 3000
        times.append(time.process_time() - begin)
    assert times[1] < 5 * times[0] + 0.5


def test_a_kmz_is_opened_once_however_many_files_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = "".join(f"<NetworkLink><Link><href>{number}.kml</href></Link></NetworkLink>" for number in range(1000))
    with zipfile.ZipFile(tmp_path / "a.kmz", "w") as archive:
        archive.writestr("doc.kml", f"<kml><Document>{links}</Document></kml>")
        for number in range(1000):
            archive.writestr(f"{number}.kml", f"<kml><Document>{mark(str(number), WEST)}</Document></kml>")
    openings = []

    class CountedZip(zipfile.ZipFile):
        def __init__(self, *arguments: Any) -> None:
            openings.append(arguments)
            super().__init__(*arguments)

    monkeypatch.setattr(zipfile, "ZipFile", CountedZip)
    source = kml.read(tmp_path / "a.kmz", None)
    assert len(source.frame) == 1000
    assert not [change for change in source.changes if change.why is kml.LINKED]
    assert len(openings) == 1


def test_a_kmz_of_too_many_files_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.kmz", "w") as archive:
        archive.writestr("doc.kml", f"<kml><Document>{mark('1', WEST)}</Document></kml>")
        for number in range(10_000):
            archive.writestr(f"{number}.png", b"")
    with pytest.raises(InputError, match="holds 10,001 files"):
        reading.read(tmp_path / "a.kmz")


def test_folders_nest_as_deep_as_anybody_draws_them_and_no_deeper(tmp_path: Path) -> None:
    def nested(depth: int) -> Path:
        text = "<Folder>" * depth + mark("1", WEST) + "</Folder>" * depth
        return document(tmp_path / f"{depth}.kml", text)

    assert len(reading.read(nested(200)).frame) == 1
    begin = time.process_time()
    with pytest.raises(InputError, match="its elements nest more than 256 deep"):
        reading.read(nested(200_000))
    assert time.process_time() - begin < 2


def test_a_placemark_and_a_link_end_with_their_own_tag(tmp_path: Path) -> None:
    link = "<NetworkLink><Link><href>other.kml</href></Link></NetworkLink>"
    inner = mark("inner", WEST)
    outer = mark("outer", inner)
    style = "<Style><IconStyle><Icon><href>pin.png</href></Icon></IconStyle></Style>"
    source = kml.read(document(tmp_path / "a.kml", link, style, outer, mark("last", WEST)), None)
    assert source.frame["Name"].tolist() == ["outer", "last"]
    assert [change.old for change in source.changes if change.why is kml.LINKED] == [1]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_in_a_kmz_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.kmz", "w") as archive:
        for name, shape in (("甲", WEST), ("乙", EAST)):
            archive.write(document(tmp_path / "part.kml", mark(name, shape)), "doc.kml")
    with pytest.raises(InputError, match=r"a\.kmz: holds several files of the name 'doc\.kml'"):
        reading.read(tmp_path / "a.kmz")


@pytest.mark.parametrize("text", ["<OGRVRTDataSource/>", '<?xml version="1.0"?>\n<VRTDataset/>'])
def test_a_kml_that_describes_data_elsewhere_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.kml").write_text(text)
    with pytest.raises(InputError, match=r"a\.kml: .*holds VRT, which describes data elsewhere"):
        reading.read(tmp_path / "a.kml")
