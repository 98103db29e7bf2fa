"""CSV in UTF-8 with the BOM that spreadsheets want; text that would run as a formula gets an apostrophe in front."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyproj

from yzgeo.core import formula_injection

SUFFIXES = (".csv",)
GEOMETRY = False
BOM = b"\xef\xbb\xbf"


def write(rows: pa.RecordBatchReader, file: Path, crs: pyproj.CRS) -> None:
    """Write lines as they come; a parcel outside all zones has an empty `zone_id`."""
    options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="needed")
    with file.open("wb") as stream:
        stream.write(BOM + ",".join(rows.schema.names).encode() + b"\n")
        with pyarrow.csv.CSVWriter(stream, rows.schema, write_options=options) as writer:
            for batch in rows:
                writer.write_batch(_guarded(batch))


def _guarded(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.record_batch([_harmless(column) for column in batch.columns], schema=batch.schema)


def _harmless(texts: pa.Array) -> pa.Array:
    if not (pa.types.is_string(texts.type) or pa.types.is_large_string(texts.type)):
        return texts
    if not pc.any(pc.match_substring_regex(texts, formula_injection.START)).as_py():
        return texts
    return pc.replace_substring_regex(texts, f"({formula_injection.START})", r"'\1")
