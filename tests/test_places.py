"""What of a plan lacks a place, and the places that are taken back into its folder."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
import toy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from yzgeo.cli.main import cli
from yzgeo.core.errors import InputError
from yzgeo.core.formula_injection import escape_formula, unescape_formula
from yzgeo.core.palette import readable
from yzgeo.plan import import_places
from yzgeo.plan.load import load
from yzgeo.plan.missing_places import missing_places, uses

HEAD = "place_id,name,name_en,kind,town_id,lon,lat,uncertainty_m,extent_m,source,uses,evidence,plan"
COLUMNS = HEAD.split(",")
ROW = {
    "place_id": "mill-village",
    "name": "磨村",
    "name_en": "",
    "kind": "village",
    "town_id": "hill",
    "lon": "121.61",
    "lat": "29.64",
    "uncertainty_m": "200",
    "source": "踏勘",
    "uses": "park:mill\nproject:p1\nzone:south 湖边 工业区",
    "evidence": "plan_text",
}


def folder_of(path: Path, **changes: list[toy.Row]) -> Path:
    """The toy plan whose park stands in a town, as do the words of one zone; the project has its owner's address."""
    park = {**toy.TABLES["parks"][0], "place_basis": "stand_in"}
    lake = toy.TABLES["zone_places"][1]
    located = {**toy.TABLES["project_locations"][0], "evidence": "owner_address"}
    folder = toy.make(
        path,
        **{
            "parks": [park],
            "zone_places": [
                toy.TABLES["zone_places"][0],
                lake,
                {**lake, "words": "湖边 工业区", "stand_in": "true"},
            ],
            "project_locations": [located],
            **changes,
        },
    )
    toy.official(folder, north=(121.5, 29.6, 121.7, 29.7), south=(121.5, 29.5, 121.7, 29.6))
    return folder


def saved(path: Path, *rows: dict[str, Any], plan: str = "") -> Path:
    """A file as the page saves it."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows({**row, "plan": row.get("plan", plan)} for row in rows)
    path.write_bytes(stream.getvalue().encode("utf-8-sig"))
    return path


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text("utf-8-sig"))))


def command(*arguments: str) -> int:
    return CliRunner().invoke(cli, ["places", *arguments]).exit_code


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.slow
def test_what_has_no_place_is_told_by_name(tmp_path: Path) -> None:
    plan = load(folder_of(tmp_path / "plan"))
    assert [(one.name, one.standing, [use.key for use in one.uses]) for one in missing_places(plan)] == [
        ("湖边 工业区", "town", ["zone:south 湖边 工业区"]),
        ("磨坊园", "town", ["park:mill"]),
        ("甲厂", "none", ["project:p1"]),  # its owner's address is no place of it
    ]


@pytest.mark.slow
def test_one_name_is_one_entry_and_a_zone_without_places_is_there(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path / "plan",
        parks=[{"park_id": "mill", "name": "甲厂", "source": "一"}],
        zone_places=[toy.TABLES["zone_places"][0]],
    )
    found = missing_places(load(folder))
    assert [(one.name, len(one.uses)) for one in found] == [("甲厂", 2), ("南区", 1)]


@pytest.mark.slow
def test_quotes_stand_in_their_clause(tmp_path: Path) -> None:
    """Of the built-in plan, too: a quote is never put together."""
    for plan in (load(folder_of(tmp_path / "plan")), load("yinzhou")):
        texts = {row.clause: " ".join(row.text.split()) for row in plan.clauses.itertuples()}
        quoted = [use for use in uses(plan) if use.quote]
        assert quoted
        assert [use.key for use in quoted if use.quote.strip("…") not in texts[use.source]] == []


@pytest.mark.slow
def test_a_saved_file_places_all_that_it_names(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "plan")
    before = contents(folder)
    file = saved(tmp_path / "places.csv", ROW, plan=load(folder).name)
    preview = CliRunner().invoke(cli, ["places", str(folder), "--apply", str(file), "--dry-run"])
    assert preview.exit_code == 0
    assert "磨坊园" in preview.stdout
    assert contents(folder) == before
    assert command(str(folder), "--apply", str(file)) == 0
    plan = load(folder)
    assert missing_places(plan) == []
    assert rows_of(folder, "parks")[0]["place_id"] == "mill-village"
    assert [(row["place_id"], row["stand_in"]) for row in rows_of(folder, "zone_places")] == [
        ("hill", "false"),
        ("lake", "false"),
        ("mill-village", "false"),
    ]
    assert [(row["place_id"], row["evidence"], row["source"]) for row in rows_of(folder, "project_locations")] == [
        ("mill-village", "plan_text", "踏勘")
    ]
    place = rows_of(folder, "places")[-1]
    assert {name: place[name] for name in ("name", "lon", "lat", "uncertainty_m", "source", "town_id")} == {
        name: ROW[name] for name in ("name", "lon", "lat", "uncertainty_m", "source", "town_id")
    }
    assert "uses" not in place


@pytest.mark.slow
def test_taken_in_twice_nothing_changes_and_undone_it_is_as_before(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "plan")
    before = contents(folder)
    file = saved(tmp_path / "places.csv", ROW)
    assert command(str(folder), "--apply", str(file)) == 0
    after = contents(folder)
    assert command(str(folder), "--apply", str(file)) == 0
    assert contents(folder) == after
    assert command(str(folder), "--undo") == 0
    assert contents(folder) == before
    assert command(str(folder), "--undo") == 2  # undone is undone
    assert contents(folder) == before


@pytest.mark.slow
def test_what_was_changed_since_is_not_undone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "plan")
    assert command(str(folder), "--undo") == 2  # nothing to undo yet
    assert command(str(folder), "--apply", str(saved(tmp_path / "places.csv", ROW))) == 0
    (folder / "parks.csv").write_text((folder / "parks.csv").read_text("utf-8") + "\n", "utf-8")
    now = contents(folder)
    assert command(str(folder), "--undo") == 2
    assert contents(folder) == now


@pytest.mark.slow
def test_rows_that_place_nothing_leave_the_folder_s_own(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "plan")
    known = {**rows_of(folder, "places")[0], "lon": "121.55"}
    prepared = import_places.prepare(load(folder), saved(tmp_path / "places.csv", known))
    assert prepared.files == {}
    assert "山镇" in prepared.remarks[0].zh
    moved = {**known, "uses": "park:mill"}
    prepared = import_places.prepare(load(folder), saved(tmp_path / "places.csv", moved))
    assert b"121.55" in prepared.files["places.csv"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"plan": "elsewhere"}, "plan"),
        ({"source": ""}, "source"),
        ({"lon": "190"}, "lon"),
        ({"lat": "nan"}, "lat"),
        ({"uncertainty_m": ""}, "uncertainty_m"),
        ({"uncertainty_m": "-1"}, "uncertainty_m"),
        ({"place_id": "磨村"}, "place_id"),
        ({"uses": "park:gone"}, "uses"),
        ({"uses": "../../etc"}, "uses"),
        ({"evidence": ""}, "evidence"),
        ({"evidence": "rumour"}, "evidence"),
        ({"kind": "castle"}, "kind"),
        ({"town_id": "gone"}, "town_id"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_and_nothing_is_written(
    tmp_path: Path, change: dict[str, str], column: str
) -> None:
    folder = folder_of(tmp_path / "plan")
    schema = {field["name"]: field for field in import_places.tables.table_schemas()["places"]["fields"]}
    if column == "kind" and "enum" not in schema["kind"].get("constraints", {}):
        return  # any kind will do
    before = contents(folder)
    file = saved(tmp_path / "places.csv", {**ROW, **change})
    with pytest.raises(InputError) as refused:
        import_places.prepare(load(folder), file)
    assert refused.value.column == column
    assert contents(folder) == before


@pytest.mark.slow
def test_other_files_and_built_in_plans_are_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "plan")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    assert command(str(folder), "--apply", str(tmp_path / "other.csv")) == 2
    assert command(str(folder), "--apply", str(tmp_path / "gone.csv")) == 2
    assert command("yinzhou", "--apply", str(saved(tmp_path / "places.csv", ROW))) == 2
    assert command(str(folder), "--apply", str(tmp_path / "places.csv"), "--undo") == 2
    assert command(str(folder), "-o", str(folder / "places.html")) == 2


@pytest.mark.slow
def test_a_project_keeps_its_other_points(tmp_path: Path) -> None:
    """Only a town, or an owner's address, gives way to a point."""
    village = {**toy.TABLES["places"][0], "place_id": "mill-hamlet", "kind": "village", "name": "小村"}
    folder = folder_of(
        tmp_path / "plan",
        places=[*toy.TABLES["places"], village],
        project_locations=[{**toy.TABLES["project_locations"][0], "place_id": "mill-hamlet"}],
    )
    prepared = import_places.prepare(load(folder), saved(tmp_path / "places.csv", {**ROW, "uses": "park:mill"}))
    assert "project_locations.csv" not in prepared.files


@pytest.mark.slow
def test_a_tab_separated_table_in_gbk_is_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "plan")
    cells = [ROW.get(name, "") for name in COLUMNS]
    cells[COLUMNS.index("uses")] = '"park:mill\nproject:p1"'
    text = "\t".join(COLUMNS) + "\n" + "\t".join(cells) + "\n"
    (tmp_path / "places.txt").write_bytes(text.encode("gb18030"))
    prepared = import_places.prepare(load(folder), tmp_path / "places.txt")
    assert set(prepared.files) == {"places.csv", "parks.csv", "project_locations.csv"}


@given(st.text(alphabet="=+-@'＝a1 \t\u200b"))
def test_formulas_come_back_as_they_were(text: str) -> None:
    if not (text.startswith("'") and unescape_formula(text) != text):
        assert unescape_formula(escape_formula(text)) == text


@given(st.integers(0, 0xFFFFFF), st.sampled_from(["#fbf8f0", "#1b2023", "#ffffff", "#000000"]))
def test_every_colour_has_a_shade_that_can_be_read(colour: int, ground: str) -> None:
    def luminance(text: str) -> float:
        parts = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(readable(f"#{colour:06x}", ground)), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
