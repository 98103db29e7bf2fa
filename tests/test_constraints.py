"""Land that forbids building or must hold it: imported, stored, drawn, exported, held back from the public."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
import toy
from click.testing import CliRunner, Result
from payloads import PAYLOADS
from shapely import LineString, box

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.core.i18n import Text
from yzgeo.layers import constraints as layer
from yzgeo.plan import constraints, outlines
from yzgeo.plan.constraint_kinds import ALIASES, KINDS, NO_BASIS, SUBJECTS, kind_of
from yzgeo.plan.load import load
from yzgeo.plan.public_edition import public_edition
from yzgeo.publish.board import constraints as on_paper
from yzgeo.publish.board.frame import frame_of
from yzgeo.spatial.area import ellipsoidal_m2
from yzgeo.spatial.coverage import pieces_off, pieces_on

INSIDE = box(121.6, 29.6, 121.61, 29.61)
ELSEWHERE = box(121.64, 29.64, 121.65, 29.65)
FAR = box(118, 28, 118.1, 28.1)


@pytest.fixture(scope="module")
def plan_of_toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = toy.make(tmp_path_factory.mktemp("constraints") / "plan")
    (folder / "zones.geojson").write_text(outlines.text(load(folder).zones), "utf-8")
    return folder


@pytest.fixture
def folder(plan_of_toy: Path, tmp_path: Path) -> Path:
    return shutil.copytree(plan_of_toy, tmp_path / "plan")


def file_of(file: Path, *shapes: shapely.Geometry, names: list[str] | None = None) -> Path:
    features = [
        {"type": "Feature", "properties": {"名称": name}, "geometry": shapely.geometry.mapping(shape)}
        for shape, name in zip(shapes, names or [f"甲{number}" for number in range(len(shapes))], strict=True)
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")
    return file


def import_(file: Path, folder: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["import", "constraints", str(file), "--into", str(folder), *options])


def test_each_kind_is_named_by_code_and_names_and_judges_tables_of_a_plan() -> None:
    for code, kind in KINDS.items():
        assert kind_of(code) == kind_of(kind.title.zh) == kind_of(kind.title.en) == kind
        assert kind_of(code.replace("-", "_")) == kind
        assert set(kind.judges) <= set(SUBJECTS)
        assert kind.basis.zh
        assert kind.basis.en
    assert set(ALIASES.values()) <= set(KINDS)
    assert not {*ALIASES} & {kind.title.zh for kind in KINDS.values()}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_on_constraints_has_the_table_of_kinds(lang: str) -> None:
    page = {"en": "constraints.md", "zh": "constraints.zh.md"}[lang]
    rows = (Path(__file__).parents[1] / "docs" / page).read_text("utf-8").splitlines()
    effects = {"forbids": Text("禁止占用", "forbids"), "must_hold": Text("应在其内", "must hold")}
    judged = {"zones": "片区", "parks": "园区", "projects": "项目", "parcels": "地块"}
    for code, kind in KINDS.items():
        (row,) = [row for row in rows if f"`{code}`" in row]
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[0] == kind.title.zh
        assert cells[2] == getattr(effects[kind.effect], lang)
        assert cells[3] == (", ".join(kind.judges) if lang == "en" else "、".join(judged[one] for one in kind.judges))
        assert cells[4] == kind.basis.zh


def test_a_kind_of_an_offices_own_needs_an_effect() -> None:
    with pytest.raises(InputError, match="is not known"):
        kind_of("军事禁区")
    own = kind_of("军事禁区", "forbids", "军事设施保护法")
    assert (own.code, own.effect, own.basis.zh) == ("军事禁区", "forbids", "军事设施保护法")
    turned = kind_of("urban-green-line", "must_hold")
    assert (turned.effect, turned.basis) == ("must_hold", NO_BASIS)  # its law forbids


@pytest.mark.slow
def test_one_kind_replaces_itself_and_leaves_the_others(folder: Path, tmp_path: Path) -> None:
    first = import_(file_of(tmp_path / "a.geojson", INSIDE, ELSEWHERE), folder, "--kind", "永久基本农田")
    assert first.exit_code == 0, first.output
    assert "《土地管理法》第三十五条" in first.stdout
    assert import_(file_of(tmp_path / "b.geojson", INSIDE), folder, "--kind", "军事禁区", "--forbids").exit_code == 0
    assert import_(file_of(tmp_path / "c.geojson", ELSEWHERE), folder, "--kind", "永久基本农田").exit_code == 0
    stored = load(folder).constraints
    assert stored[["kind", "effect", "source"]].to_dict("records") == [
        {"kind": "军事禁区", "effect": "forbids", "source": "b.geojson"},
        {"kind": "permanent-basic-farmland", "effect": "forbids", "source": "c.geojson"},
    ]
    assert stored.geometry.iloc[1].equals(ELSEWHERE)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert [one["path"] for one in package["resources"]].count("constraints.geojson") == 1


@pytest.mark.slow
def test_what_is_no_land_of_the_plan_is_left_out_and_told(folder: Path, tmp_path: Path) -> None:
    line = LineString([(121.6, 29.6), (121.61, 29.61)])
    done = import_(file_of(tmp_path / "a.geojson", INSIDE, line, FAR), folder, "--kind", "生态红线", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "1 feature no area: left out" in done.stdout
    assert "1 feature far from the district: left out" in done.stdout
    assert len(load(folder).constraints) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shapes", "options", "words"),
    [
        ([], ["--kind", "永久基本农田"], "没有要素"),
        ([LineString([(121.6, 29.6), (121.61, 29.61)])], ["--kind", "永久基本农田"], "没有面要素"),
        ([FAR], ["--kind", "永久基本农田"], "公里以内"),
        ([INSIDE], ["--kind", "别的"], "不认得约束种类"),
        ([INSIDE], ["--kind", "别的", "--forbids", "--must-hold"], "不能同用"),
        ([INSIDE], [], "没有写明种类的列"),
        ([INSIDE], ["--map", "kind=名称"], "不认得约束种类“甲0”"),
    ],
)
def test_a_wrong_input_is_one_message_and_changes_nothing(
    folder: Path, tmp_path: Path, shapes: list[shapely.Geometry], options: list[str], words: str
) -> None:
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    done = import_(file_of(tmp_path / "a.geojson", *shapes), folder, *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def layer_of_kinds(file: Path, *kinds: str) -> Path:
    shapes = [box(121.6 + 0.01 * place, 29.6, 121.605 + 0.01 * place, 29.605) for place in range(len(kinds))]
    gpd.GeoDataFrame({"管控类型": kinds, "编号": [1] * len(kinds)}, geometry=shapes, crs=4490).to_file(file)
    return file


@pytest.mark.slow
def test_a_layer_of_several_kinds_is_imported_by_its_column(folder: Path, tmp_path: Path) -> None:
    file = layer_of_kinds(tmp_path / "lines.gpkg", "永久基本农田", "生态红线", "城镇开发边界", "永农", "军事禁区")
    asked = import_(file, folder)  # an office's own kind among them says no effect
    assert asked.exit_code == 2
    assert "第 5 行" in asked.stderr
    assert "--forbids / --must-hold" in asked.stderr
    assert import_(file, folder, "--forbids").exit_code == 0
    stored = load(folder).constraints
    assert list(zip(stored["kind"], stored["effect"], strict=True)) == [
        ("permanent-basic-farmland", "forbids"),
        ("permanent-basic-farmland", "forbids"),
        ("ecological-redline", "forbids"),
        ("urban-development-boundary", "must_hold"),  # --forbids is said of the kind that is not known
        ("军事禁区", "forbids"),
    ]


@pytest.mark.slow
def test_one_kind_is_taken_out_of_a_layer_of_several(folder: Path, tmp_path: Path) -> None:
    file = layer_of_kinds(tmp_path / "lines.gpkg", "永久基本农田", "生态红线", "未定")
    done = import_(file, folder, "--kind", "永久基本农田", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "1 feature of another kind: left out" in done.stdout
    assert load(folder).constraints["kind"].tolist() == ["permanent-basic-farmland"] * 2
    none = import_(file, folder, "--kind", "城市绿线")
    assert none.exit_code == 0  # 未定 may be one
    assert import_(layer_of_kinds(tmp_path / "red.gpkg", "生态红线"), folder, "--kind", "城市绿线").exit_code == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"effect": "maybe"}, "maybe"),
        ({"kind": None}, "has no kind"),
        ({"constraint_id": "b"}, "stands there twice"),
    ],
)
def test_a_flawed_file_of_the_folder_is_refused_by_name(folder: Path, change: dict[str, str], words: str) -> None:
    rows = [{"constraint_id": one, "kind": "军事禁区", "effect": "forbids", "source": "某局"} for one in "ab"]
    rows[0] |= change
    features = [{"type": "Feature", "properties": row, "geometry": INSIDE.__geo_interface__} for row in rows]
    (folder / "constraints.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), "utf-8"
    )
    with pytest.raises(InputError, match=rf"constraints\.geojson.*{words}"):
        load(folder)


@pytest.mark.slow
def test_hostile_names_are_kept_as_text_in_folder_layer_and_export(folder: Path, tmp_path: Path) -> None:
    names = [name for name in PAYLOADS if name.isprintable()]
    file = file_of(tmp_path / "a.geojson", *[INSIDE] * len(names), names=names)
    assert import_(file, folder, "--kind", "<b>${1}</b>", "--forbids").exit_code == 0
    frame = layer.frame(load(folder))
    assert frame["name"].tolist() == names
    assert set(frame["kind_name"]) == {"<b>${1}</b>"}
    exported = CliRunner().invoke(cli, ["export", "constraints", "--plan", str(folder), "-o", str(tmp_path / "o.gpkg")])
    assert exported.exit_code == 0, exported.output
    assert len(gpd.read_file(tmp_path / "o.gpkg", layer="constraints")) == len(names)


@pytest.mark.slow
def test_the_map_draws_a_kind_once_and_the_public_sees_none(folder: Path, tmp_path: Path) -> None:
    neighbour = box(121.61, 29.6, 121.62, 29.61)
    assert import_(file_of(tmp_path / "a.geojson", INSIDE, neighbour), folder, "--kind", "永久基本农田").exit_code == 0
    plan = load(folder)
    drawn = layer.for_map(layer.frame(plan))
    assert len(drawn) == 1
    assert shapely.hausdorff_distance(drawn.geometry.iloc[0], shapely.union(INSIDE, neighbour)) < 1e-4
    assert public_edition(plan).constraints.empty


def test_pieces_on_and_off_a_cover_make_the_shape() -> None:
    shapes = gpd.GeoSeries(
        [box(0, 0, 100, 100), box(200, 0, 300, 100), box(400, 0, 500, 100)], crs=32651, index=[5, 7, 9]
    )
    cover = gpd.GeoSeries([box(60, 0, 110, 100), box(70, 0, 120, 50), box(150, -50, 350, 150)], crs=32651)
    on, off = pieces_on(shapes, cover, 1), pieces_off(shapes, cover, 1)
    assert on["share"].round(3).to_dict() == {5: 0.4, 7: 1.0}
    assert off["share"].round(3).to_dict() == {5: 0.6, 9: 1.0}


def test_strips_thinner_than_the_width_are_no_pieces() -> None:
    shapes = gpd.GeoSeries([box(0, 0, 100, 100)], crs=32651)
    strip = gpd.GeoSeries([box(99, 0, 110, 100)], crs=32651)
    assert pieces_on(shapes, strip, 2).empty
    assert len(pieces_on(shapes, strip, 0.5)) == 1
    assert pieces_on(shapes, gpd.GeoSeries([None], crs=32651), 1).empty
    assert pieces_off(shapes, gpd.GeoSeries([], crs=32651), 1)["share"].tolist() == [1.0]


@pytest.mark.slow
def test_a_plan_without_the_file_has_no_constraints() -> None:
    assert constraints.no_constraints().empty
    assert load("yinzhou").constraints.empty


@pytest.mark.slow
def test_paper_maps_draw_constraints_and_say_what_their_signs_mean(folder: Path, tmp_path: Path) -> None:
    names = ("board.html", "report.html")
    bare = [made(folder, tmp_path / "bare", name) for name in names]
    assert import_(layer_of_kinds(tmp_path / "k.gpkg", "永久基本农田", "城镇开发边界"), folder).exit_code == 0
    drawn = [made(folder, tmp_path / "drawn", name) for name in names]
    for before, after in zip(bare, drawn, strict=True):
        for text, colour in zip(on_paper.SIGNS.values(), (layer.FORBIDS, layer.MUST_HOLD), strict=True):
            assert f">{text.zh}<" not in before
            assert f">{text.zh}<" in after
            assert after.count(colour) > before.count(colour) + 1  # the sign, and the land


@pytest.mark.slow
def test_of_a_constraint_the_map_has_what_lies_in_its_frame(folder: Path, tmp_path: Path) -> None:
    assert import_(layer_of_kinds(tmp_path / "k.gpkg", "永久基本农田", "永农"), folder).exit_code == 0
    plan = load(folder)
    frame = frame_of(plan)
    assert frame is not None
    land = on_paper.on_map(plan, frame)
    assert list(land) == ["forbids"]
    metres = land["forbids"].area / frame.mm_per_m**2
    true = ellipsoidal_m2(plan.constraints.geometry).sum()
    assert metres == pytest.approx(true, rel=0.01)  # two squares, at the scale of the sheet
    away = frame._replace(easting=frame.easting + 1e6)
    assert on_paper.on_map(plan, away) == {}


def made(folder: Path, into: Path, name: str) -> str:
    if not into.exists():
        assert CliRunner().invoke(cli, ["build", "--plan", str(folder), "-o", str(into)]).exit_code == 0
    return (into / name).read_text("utf-8")
