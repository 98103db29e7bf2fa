"""A CSV file by a Table Schema that is no table of a plan folder, read as those are."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from yzgeo.core.boundary import refuse_unreadable
from yzgeo.core.errors import InputError, all_of
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
    frame, lines, flaws = examine_table(file, schema)
    if flaws:
        raise all_of(flaws)
    return frame, lines


def examine_table(file: Path, schema: tables.Descriptor) -> tuple[pd.DataFrame, list[int], list[InputError]]:
    """The same, and the flaws of its cells beside it: what cannot be used is missing in the table.

    For callers that know more of a row than its schema, and tell all that is wrong at once.

    Raises
    ------
    InputError
        When the file cannot be read as a table of these columns.
    """
    with refuse_unreadable(file):
        records, lines = tables._records(file, schema)
        flaws = tables._validate(file.parent, {file.stem: schema}, {file.stem: records}, {file.stem: lines})
        frame, found = tables._frame(file, schema, records, lines)
    told = {(flaw.row, flaw.column) for flaw in flaws}
    return frame, lines[1:], [*flaws, *(flaw for flaw in found if (flaw.row, flaw.column) not in told)]
