"""A CSV file by a Table Schema that is no table of a plan folder, read as those are."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import all_of
from yzgeo.plan import tables


def read_table(file: Path, schema: tables.Descriptor) -> tuple[pd.DataFrame, list[int]]:
    """The rows of a file, validated and typed as the tables of a plan folder are.

    Returns
    -------
    DataFrame and list of int
        The table, columns outside the schema as text after the others; the row of the file of each of its rows.

    Raises
    ------
    InputError
        On flaws, all of them.
    """
    with refuse_unreadable(file):
        records, lines = tables._records(file, schema)
        flaws = tables._validate(file.parent, {file.stem: schema}, {file.stem: records}, {file.stem: lines})
    if not flaws:
        frame, flaws = tables._frame(file, schema, records, lines)
    if flaws:
        raise all_of(flaws)
    return frame, lines[1:]
