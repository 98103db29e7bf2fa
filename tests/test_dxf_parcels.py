"""Parcels of a drawing: which lines are land, which number is whose."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import ezdxf
import geopandas as gpd
import pytest
import shapely
import toy
from ezdxf.layouts import BaseLayout

from yzgeo.core.errors import InputError
from yzgeo.export.formats import dxf
from yzgeo.export.metadata import layer_metadata
from yzgeo.ledger import ledger
from yzgeo.plan.load import load
from yzgeo.readers import reading
from yzgeo.readers.dxf_extended_data import columns_by_handle

GRID = "EPSG:4549"
EAST, NORTH = 650_000.0, 3_299_000.0


def square(space: BaseLayout, x: float, y: float, side: float, layer: str = "JZD", closed: bool = True) -> Any:
    corners = [
        (EAST + x, NORTH + y),
        (EAST + x + side, NORTH + y),
        (EAST + x + side, NORTH + y + side),
        (EAST + x, NORTH + y + side),
    ]
    return space.add_lwpolyline(corners, close=closed, dxfattribs={"layer": layer})


def text(space: BaseLayout, words: str, x: float, y: float) -> None:
    space.add_text(words, dxfattribs={"layer": "ZJ"}).set_placement((EAST + x, NORTH + y))


def drawing() -> tuple[Any, Any]:
    made = ezdxf.new("R2004")
    made.encoding = "gbk"
    made.appids.add("SOUTH")
    return made, made.modelspace()


def read(made: Any, tmp_path: Path, layer: str | None = None) -> tuple[dict[Any, float], list[str]]:
    """The areas by number, and the reasons of changes."""
    made.saveas(tmp_path / "a.dxf")
    result = reading.read(tmp_path / "a.dxf", crs=GRID, layer=layer)
    parcels = ledger.translate(tmp_path / "a.dxf", result, {}).frame
    areas = parcels.geometry.to_crs(GRID).area.round(1)
    return dict(zip(parcels["parcel_id"], areas, strict=True)), [why.en for why in result.log["why"]]


def test_what_stands_in_paper_space_is_no_parcel(tmp_path: Path) -> None:
    made, space = drawing()
    square(space, 0, 0, 100)
    text(space, "A1", 50, 50)
    made.layout("Layout1").add_lwpolyline([(0, 0), (420, 0), (420, 297), (0, 297)], close=True)
    areas, reasons = read(made, tmp_path)
    assert areas == {"A1": 10_000}
    assert any("paper space" in why for why in reasons)


def test_number_holder_and_use_come_from_the_data_of_cass(tmp_path: Path) -> None:
    made, space = drawing()
    for place in range(2):
        line = square(space, 200 * place, 0, 100)
        line.set_xdata("SOUTH", [(1000, "300000"), (1000, f"DX-{place},第{place}厂,0601")])
        for y, words in ((30, f"DX-{place}"), (50, "0601"), (70, f"第{place}厂")):
            text(space, words, 200 * place + 50, y)
    made.saveas(tmp_path / "a.dxf")
    frame = reading.read(tmp_path / "a.dxf", crs=GRID).frame
    assert frame[["地块编号", "权利人", "地类编码"]].to_numpy().tolist() == [
        ["DX-0", "第0厂", "0601"],
        ["DX-1", "第1厂", "0601"],
    ]
    parcels = ledger.read(tmp_path / "a.dxf", crs=GRID)
    assert parcels[["parcel_id", "land_use_code"]].to_numpy().tolist() == [["DX-0", "0601"], ["DX-1", "0601"]]


def test_other_codes_of_cass_number_no_parcel() -> None:
    entity = b"\n0\nLWPOLYLINE\n5\n2F\n1001\nSOUTH\n1000\n141121\n1000\nA,B,C\n0\nEOF\n"
    assert columns_by_handle(entity, "gbk") == {}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("none", {"A1": 9_600}),
        ("label", {"A1": 10_000, "A2": 400}),  # as a zone in a zone
        ("cass", {"A1": 9_600, "A2": 400}),  # as a parcel in a parcel
    ],
)
def test_a_line_inside_another_is_a_hole_unless_it_has_a_label(
    tmp_path: Path, number: str, expected: dict[str, float]
) -> None:
    made, space = drawing()
    lines = square(space, 0, 0, 100), square(space, 10, 10, 20)
    if number == "cass":
        for place, line in enumerate(lines, 1):
            line.set_xdata("SOUTH", [(1000, "300000"), (1000, f"A{place},甲,0601")])
    else:
        text(space, "A1", 60, 60)
    if number == "label":
        text(space, "A2", 15, 15)
    areas, reasons = read(made, tmp_path)
    assert areas == expected
    assert any("subtracted" in why or "lies within another area" in why for why in reasons)


def test_a_line_on_another_layer_is_no_hole(tmp_path: Path) -> None:
    made, space = drawing()
    square(space, 0, 0, 100)
    square(space, 10, 10, 20, layer="JMD")
    text(space, "A1", 60, 60)
    assert read(made, tmp_path, layer="JZD")[0] == {"A1": 10_000}


def test_a_frame_around_numbered_parcels_is_left_out_and_told(tmp_path: Path) -> None:
    made, space = drawing()
    square(space, -50, -50, 500)
    for place in range(2):
        square(space, 200 * place, 0, 100)
        text(space, f"A{place}", 200 * place + 50, 50)
    areas, reasons = read(made, tmp_path)
    assert areas == {"A0": 10_000, "A1": 10_000}
    assert any("a frame, left out" in why for why in reasons)


def test_frames_and_buildings_on_layers_without_numbers_are_left_out_and_told(tmp_path: Path) -> None:
    made, space = drawing()
    square(space, -50, -50, 500, layer="TK")
    for place in range(2):
        square(space, 200 * place, 0, 100)
        square(space, 200 * place + 40, 40, 20, layer="JMD")
        text(space, f"A{place}", 200 * place + 5, 5)
    areas, reasons = read(made, tmp_path)
    assert areas == {"A0": 10_000, "A1": 10_000}
    assert sum("numbers nothing" in why for why in reasons) == 3


def test_a_number_inside_a_building_is_that_of_the_parcel(tmp_path: Path) -> None:
    made, space = drawing()
    square(space, 0, 0, 100)
    square(space, 40, 40, 20, layer="JMD")
    text(space, "A1", 50, 50)
    assert read(made, tmp_path, layer="JZD")[0] == {"A1": 10_000}


def test_a_hatch_over_a_line_is_the_same_land(tmp_path: Path) -> None:
    made, space = drawing()
    line = square(space, 0, 0, 100)
    space.add_hatch(dxfattribs={"layer": "填充"}).paths.add_polyline_path(list(line.get_points("xy")), is_closed=True)
    text(space, "A1", 50, 50)
    areas, reasons = read(made, tmp_path)
    assert areas == {"A1": 10_000}
    assert any("it is taken once" in why for why in reasons)


def test_arcs_circles_and_blocks_keep_their_area(tmp_path: Path) -> None:
    made, space = drawing()
    space.add_circle((EAST, NORTH), 100, dxfattribs={"layer": "JZD"})
    text(space, "circle", 0, 0)
    half = [
        (EAST + 300, NORTH, 0, 0, 0),
        (EAST + 400, NORTH, 0, 0, 1),
        (EAST + 400, NORTH + 100, 0, 0, 0),
        (EAST + 300, NORTH + 100, 0, 0, 0),
    ]
    space.add_lwpolyline(half, close=True, dxfattribs={"layer": "JZD"})
    text(space, "bulge", 350, 50)
    block = made.blocks.new("DK")
    for x in (0, 50):
        block.add_lwpolyline([(x, 0), (x + 10, 0), (x + 10, 10), (x, 10)], close=True)
    space.add_blockref("DK", (EAST + 600, NORTH), dxfattribs={"layer": "JZD", "xscale": 2, "yscale": 2, "rotation": 30})
    text(space, "one", 605, 15)
    text(space, "two", 605 + 100 * math.cos(math.radians(30)), 65)
    areas, _ = read(made, tmp_path)
    circle = math.pi * 100**2
    expected = {"circle": circle, "bulge": 10_000 + math.pi * 50**2 / 2, "one": 400, "two": 400}
    assert areas.keys() == expected.keys()
    assert [areas[name] for name in expected] == [pytest.approx(value, rel=1e-4) for value in expected.values()]


def test_lines_end_to_end_and_gaps_of_centimetres_close_and_larger_ones_do_not(tmp_path: Path) -> None:
    made, space = drawing()
    for place in range(3):
        corners = [(0, 0), (100, 0), (100, 100), (0, 100)]
        moved = [(EAST + 200 * place + x, NORTH + y) for x, y in corners]
        text(space, f"A{place}", 200 * place + 50, 50)
        if place == 0:
            for start, end in zip(moved, [*moved[1:], moved[0]], strict=True):
                space.add_line(start, end, dxfattribs={"layer": "JZD"})
        else:
            gap = 0.03 if place == 1 else 3.0
            space.add_lwpolyline([*moved, (moved[0][0] + gap, moved[0][1])], dxfattribs={"layer": "JZD"})
    areas, reasons = read(made, tmp_path)
    assert areas == {"A0": 10_000, "A1": 10_000}
    for words in ("end to end", "some centimetres apart", "not closed and encloses nothing"):
        assert sum(words in why for why in reasons) == 1


def test_the_first_line_of_a_label_is_the_number(tmp_path: Path) -> None:
    made, space = drawing()
    square(space, 0, 0, 100)
    space.add_mtext("A-01\\P甲厂", {"insert": (EAST + 20, NORTH + 60)})
    assert read(made, tmp_path)[0] == {"A-01": 10_000}


@pytest.mark.parametrize("number", ["1e400", "nan"])
def test_a_coordinate_that_is_no_finite_number_is_refused(tmp_path: Path, number: str) -> None:
    made, space = drawing()
    square(space, 0, 0, 100)
    made.saveas(tmp_path / "a.dxf")
    text = (tmp_path / "a.dxf").read_text("gbk")
    (tmp_path / "a.dxf").write_text(text.replace("650000.0", number, 1), "gbk")
    with pytest.raises(InputError, match=r"row 1: .*layer 'JZD' has a coordinate that is no finite number"):
        reading.read(tmp_path / "a.dxf", crs=GRID)


@pytest.mark.slow
def test_parcels_that_export_writes_come_back_with_their_columns(tmp_path: Path) -> None:
    plan = load(toy.make(tmp_path / "plan"))
    holed = shapely.Polygon(
        shapely.box(121.60, 29.80, 121.61, 29.81).exterior, [shapely.box(121.602, 29.802, 121.604, 29.804).exterior]
    )
    parts = shapely.MultiPolygon([shapely.box(121.62, 29.80, 121.63, 29.81), shapely.box(121.64, 29.80, 121.65, 29.81)])
    within = shapely.box(121.6025, 29.8025, 121.603, 29.803)
    names = ["A-1", "A^2\n㑇", "A-3"]
    frame = gpd.GeoDataFrame(
        {"parcel_id": names, "status": "recovered", "area_mu": [10.5, 20.25, 3.0], "town": "镇" * 200},
        geometry=[holed, parts, within],
        crs="EPSG:4490",
    )
    dxf.write(frame, tmp_path / "a.dxf", None, layer_metadata(plan, "parcels", frame, "zh"))
    back = ledger.read(tmp_path / "a.dxf", crs="EPSG:4529")
    assert back["parcel_id"].tolist() == names
    assert back["area_mu"].tolist() == [10.5, 20.25, 3.0]
    assert back["town"].tolist() == ["镇" * 200] * 3
    for one, other in zip(back.geometry, frame.geometry, strict=True):
        assert one.symmetric_difference(other).area < 1e-9


@pytest.mark.parametrize("words", ["混3", "砼12", "砖混2", "简", "钢5-1", "破房"])
@pytest.mark.parametrize("layer", [None, "JZD"])
def test_what_cass_writes_into_a_building_numbers_no_parcel(tmp_path: Path, words: str, layer: str | None) -> None:
    made, space = drawing()
    square(space, 0, 0, 100)
    text(space, "A1", 80, 80)
    square(space, 10, 10, 20, layer="JMD")
    text(space, words, 20, 20)
    assert read(made, tmp_path, layer)[0] == {"A1": 10_000}


def test_two_boundaries_of_one_number_are_two_rows_unless_one_is_in_the_other(tmp_path: Path) -> None:
    made, space = drawing()
    for x, number in ((0, "A1"), (200, "A1"), (400, "A2"), (600, "A3")):
        square(space, x, 0, 100).set_xdata("SOUTH", [(1000, "300000"), (1000, f"{number},甲,0601")])
    square(space, 610, 10, 20).set_xdata("SOUTH", [(1000, "300000"), (1000, "A3,甲,0601")])
    made.saveas(tmp_path / "a.dxf")
    frame = reading.read(tmp_path / "a.dxf", crs=GRID).frame
    areas = sorted(zip(frame["地块编号"], frame.geometry.to_crs(GRID).area.round(1), strict=True))
    assert areas == [("A1", 10_000), ("A1", 10_000), ("A2", 10_000), ("A3", 9_600)]


def test_marks_of_characters_are_read_in_small_letters_too(tmp_path: Path) -> None:
    made, space = drawing()
    square(space, 0, 0, 100).set_xdata("SOUTH", [(1000, "300000"), (1000, r"\U+7532-1,\U+4e59\U+5382,0601")])
    made.saveas(tmp_path / "a.dxf")
    frame = reading.read(tmp_path / "a.dxf", crs=GRID).frame
    assert frame[["地块编号", "权利人"]].to_numpy().tolist() == [["甲-1", "乙厂"]]
