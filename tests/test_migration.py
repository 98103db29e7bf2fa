"""Plan folders of the first schema, carried over to today's; and one answer of the loader and of Frictionless."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import toy

from yzgeo.core.errors import InputError
from yzgeo.plan import migration, tables
from yzgeo.plan.load import load

VERSION_1 = {
    "zones.csv": "zone_id,name,name_table,name_en,kind,usable_area_km2,positioning,positioning_table,formed_from,source,source_table,备注\n"
    "north,北区,,North,core,4.10,,,,一,,老厂多\n",
    "clusters.csv": "cluster_id,name,name_en,firms_2018,output_2018,growth_2020,output_2020,city_share_2018,source\n"
    "steel,钢铁,Steel,7,100,10,121,,一\n",
    "projects.csv": "project_id,list,seq,name,owner,content,investment_100m_yuan,years,industry,new_land_mu,site_area,site_area_unit,"
    "floor_area,floor_area_unit,floor_area_words,works,land_reuse,source\n"
    "p1,planned,1,甲厂,甲公司,,2.50,2,钢铁,,15,亩,20000,平方米,建筑面积,new_build,,附件 第1行\n"
    "p2,planned,2,乙厂,乙公司,,,2,钢铁,12,,,,,,new_build,,附件 第1行\n",
}


def old_folder(folder: Path) -> Path:
    """A folder as the first version of the schema had it."""
    toy.make(folder, zone_places=[], zone_parks=[], zone_industries=[], project_locations=[], parks=[])
    for name, content in VERSION_1.items():
        (folder / name).write_text(content, "utf-8")
    (folder / "cluster_years.csv").unlink()
    (folder / "notes.txt").write_text("…", "utf-8")
    for name, column in (("places", "extent_m"), ("industries", "aliases"), ("figures", "noun"), ("actuals", "unit")):
        rows = list(csv.reader((folder / f"{name}.csv").read_text("utf-8").splitlines()))
        place = rows[0].index(column)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([row[:place] + row[place + 1 :] for row in rows])
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    del package["schema_version"]
    package["resources"] = [{"name": "notes", "path": "notes.txt"}]
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    return folder


def test_an_old_folder_is_refused_with_the_command_that_carries_it_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"older yzgeo .*run: yzgeo migrate"):
        load(old_folder(tmp_path / "old"))


def test_a_folder_of_a_newer_yzgeo_is_refused_as_such(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    (folder / "datapackage.json").write_text(json.dumps(package | {"schema_version": 99}), "utf-8")
    with pytest.raises(InputError, match="upgrade yzgeo"):
        load(folder)
    with pytest.raises(InputError, match="upgrade yzgeo"):
        migration.prepare(folder)


@pytest.mark.slow
def test_an_old_folder_is_carried_over_without_a_loss(tmp_path: Path) -> None:
    folder = old_folder(tmp_path / "old")
    before = {file.name: file.read_bytes() for file in folder.glob("*.csv")}
    prepared = migration.prepare(folder)
    assert {file.name: file.read_bytes() for file in folder.glob("*.csv")} == before  # preparing writes nothing
    kept = migration.apply(folder, prepared)
    plan = load(folder)
    zone = plan.zones.iloc[0]
    assert (zone["usable_area_km2"], zone["area_as_printed"], zone["备注"]) == (4.1, "4.1平方公里", "老厂多")
    projects = plan.projects.set_index("project_id")
    assert projects["investment_100m_yuan"].tolist()[0] == 2.5
    assert projects["investment_100m_yuan"].isna().tolist() == [False, True]
    assert projects.loc["p2", "new_land_mu"] == 12
    cluster = plan.clusters.iloc[0]
    assert cluster[["firms_2018", "output_2018", "output_2020", "growth_2020"]].tolist() == [7, 100, 121, 10]
    assert "city_share_2018" not in cluster
    assert {name.rpartition("/")[2].split("-")[0] for name in kept} >= {"zones", "clusters", "projects", "datapackage"}
    backups = set(before.values())
    assert all((folder / name).read_bytes() in backups for name in kept if name.endswith(".csv"))
    assert frictionless_accepts(folder)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["resources"][-1] == {"name": "notes", "path": "notes.txt"}
    again = migration.prepare(folder)
    assert (again.files, again.old) == ({}, again.new)


@pytest.mark.slow
def test_the_command_previews_writes_and_says_what_it_kept(tmp_path: Path) -> None:
    folder = old_folder(tmp_path / "old")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "yzgeo", "migrate", str(folder), "--lang", "en", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    preview = run("--preview")
    assert (preview.returncode, preview.stdout) == (0, "")
    assert "nothing written" in preview.stderr
    assert not (folder / "previous").exists()
    assert run().returncode == 0
    assert len(load(folder).zones) == 1
    assert "nothing changed" in run().stderr


def rename(folder: Path, table: str, old: str, new: str) -> None:
    file = folder / f"{table}.csv"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda folder: None,
    "empty": lambda folder: (shutil.rmtree(folder), toy.create(folder)),
    "text for a number": lambda folder: rename(folder, "zones", ",4,", ",四,"),
    "no zone of that id": lambda folder: rename(folder, "zone_places", "north", "nowhere"),
    "no parent of that id": lambda folder: rename(folder, "zones", "core,,4", "core,nowhere,4"),
    "the same key twice": lambda folder: rename(folder, "zones", "south", "north"),
    "a blank name": lambda folder: rename(folder, "zones", "北区", ""),
    "a negative area": lambda folder: rename(folder, "zones", ",4,", ",-4,"),
    "an unknown place of listing": lambda folder: rename(folder, "zone_parks", "text", "map"),
    "a column less": lambda folder: rename(folder, "zones", "zone_id,name,", "zone_id,"),
    "no file": lambda folder: (folder / "parks.csv").unlink(),
    "a clause that is not there": lambda folder: rename(folder, "projects", "附件 第1行", "附件 第9行"),
    "own kind of zone": lambda folder: rename(folder, "zones", "agglomeration", "示范带"),
    "no area": lambda folder: rename(folder, "zones", "4,,平方公里,可利用", ",,,"),
    "no English": lambda folder: rename(folder, "zones", "North", ""),
}


def rewrite(folder: Path, table: str, change: Callable[[list[list[str]]], object]) -> None:
    file = folder / f"{table}.csv"
    rows = list(csv.reader(file.read_text("utf-8").splitlines()))
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)


def encode(folder: Path, encoding: str) -> None:
    file = folder / "zones.csv"
    file.write_bytes(file.read_text("utf-8").encode(encoding))


LOADER_REFUSES: dict[str, Callable[[Path], object]] = {
    "area of 0": lambda folder: rename(folder, "zones", ",4,", ",0,"),
    "not finite": lambda folder: rename(folder, "zones", ",4,", ",INF,"),
    "underscores": lambda folder: rename(folder, "zones", ",4,", ",1_000,"),
    "inverted range": lambda folder: rename(folder, "zones", ",4,,", ",4,3,"),
    "no unit": lambda folder: rename(folder, "zones", "平方公里", ""),
    "unit of something else": lambda folder: rename(folder, "zones", "平方公里", "吨"),
    "zone in itself": lambda folder: rename(folder, "zones", "core,,4", "core,north,4"),
    "no such scope": lambda folder: rename(folder, "targets", ",zone,", ",zone:nope,"),
    "invalid district": lambda folder: (folder / "district.geojson").write_text("{}", "utf-8"),
    "NUL": lambda folder: rename(folder, "zones", "北区", "北\0区"),
}
"""What Frictionless, which knows the schema alone, lets pass."""
LOADER_ACCEPTS: dict[str, Callable[[Path], object]] = {
    "GBK": lambda folder: encode(folder, "gbk"),
    "blank row": lambda folder: rewrite(folder, "zones", lambda rows: rows.insert(2, [""] * len(rows[0]))),
    "columns in another order": lambda folder: rewrite(folder, "zones", lambda rows: [row.reverse() for row in rows]),
    "own column": lambda folder: rewrite(folder, "zones", lambda rows: [row.append("我") for row in rows]),
    "blank behind a key": lambda folder: rename(folder, "zone_places", "north,", "north ,"),
}
"""What spreadsheets do to a file, and no one means by it: the loader understands it, Frictionless does not."""


@pytest.mark.slow
@pytest.mark.parametrize("damage", [*LOADER_REFUSES, *LOADER_ACCEPTS])
def test_where_frictionless_and_the_loader_differ_is_as_the_guide_says(tmp_path: Path, damage: str) -> None:
    folder = toy.make(tmp_path / "toy")
    {**LOADER_REFUSES, **LOADER_ACCEPTS}[damage](folder)
    assert loads(folder) == (damage in LOADER_ACCEPTS)
    assert frictionless_accepts(folder) == (damage in LOADER_REFUSES)


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_frictionless_and_the_loader_give_one_answer(tmp_path: Path, damage: str) -> None:
    folder = toy.make(tmp_path / "toy")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    DAMAGES[damage](folder)
    after = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert damage == "nothing" or before != after
    assert frictionless_accepts(folder) == loads(folder)


def loads(folder: Path) -> bool:
    try:
        load(folder)
    except InputError:
        return False
    return True


def frictionless_accepts(folder: Path) -> bool:
    """What Frictionless's own program says of the folder's descriptor."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def test_all_flaws_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    folder = toy.make(tmp_path / "toy")
    rename(folder, "zones", ",4,", ",四,")
    rename(folder, "zone_parks", "text", "map")
    rename(folder, "clauses", "label_en,", "")
    with pytest.raises(InputError) as caught:
        load(folder)
    lines = caught.value.message("en").splitlines()
    assert all(
        any(words in line for line in lines) for words in ("'四' is not a number", "'map' is not one of", "label_en")
    )
    assert lines[0].endswith(" problems:")
    assert not any(
        "does not stand in column clause" in line for line in lines
    )  # the table of clauses could not be read


def test_the_schema_of_every_folder_is_that_of_the_package() -> None:
    for folder in tables.built_in().glob("*/"):
        if (folder / "datapackage.json").is_file():
            assert migration.prepare(folder).files == {}
