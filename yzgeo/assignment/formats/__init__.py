"""The formats that `assign` writes, one a file, found by their place.

A format has `SUFFIXES` (file endings, in small letters), `GEOMETRY` (whether a row carries its parcel's shape) and
`write(rows, file, crs)`, which takes an Arrow reader of record batches and must not hold more than some of them at a
time.
"""

GROUP = "yzgeo.assign_formats"
"""The entry-point group under which another distribution registers more of them."""
