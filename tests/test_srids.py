"""Cells that state a CRS each: one is that of the file, two are a refusal that names both rows."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from yzgeo.core.errors import InputError
from yzgeo.readers import reading

NEAR = shapely.box(654_700, 3_299_000, 654_800, 3_299_100)


def table(file: Path, *rows: tuple[int | None, str]) -> Path:
    """A table of one shape a row, in hexadecimal (`hex`) or as text (`text`), with its SRID or none."""
    cells = []
    for srid, kind in rows:
        shape = NEAR if srid is None else shapely.set_srid(NEAR, srid)
        if kind == "hex":
            cells.append(shapely.to_wkb(shape, hex=True, include_srid=True))
        else:
            cells.append(f"SRID={srid};{NEAR.wkt}" if srid else NEAR.wkt)
    lines = [f'{number},"{cell}"' for number, cell in enumerate(cells, 1)]
    file.write_text("\n".join(["编号,geom", *lines, ""]), "utf-8")
    return file


@pytest.mark.parametrize("kind", ["hex", "text"])
def test_one_srid_is_that_of_the_file_though_a_row_has_none(tmp_path: Path, kind: str) -> None:
    read = reading.read(table(tmp_path / "t.csv", (4549, kind), (None, kind), (4549, kind)))
    assert "4549" in read.crs.en
    assert len(read.frame) == 3


@pytest.mark.parametrize("kind", ["hex", "text"])
@pytest.mark.parametrize("other", [2437, 4548, 4490])
def test_two_srids_are_refused_with_both_rows(tmp_path: Path, kind: str, other: int) -> None:
    with pytest.raises(InputError) as caught:
        reading.read(table(tmp_path / "t.csv", (4549, kind), (None, kind), (other, kind)))
    error = caught.value
    assert (error.row, error.column) == (4, "geom")
    assert f"SRID 4549 in row 2, SRID {other} in row 4" in error.problem.en


@pytest.mark.parametrize("kind", ["hex", "text"])
def test_an_srid_that_is_none_is_refused_with_its_row(tmp_path: Path, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        reading.read(table(tmp_path / "t.csv", (None, kind), (999999, kind)))
    assert (caught.value.row, caught.value.column) == (3, "geom")
    assert caught.value.parameter is not None
