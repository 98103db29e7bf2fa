"""Input formats, one a module, found by its place.

A module has `TITLE`, `SUFFIXES` (endings, lower case, with the dot) and `read(file, layer)`, which returns a `Source`:
the features with the coordinates of the file. `crs_detection` detects the CRS for all formats.
"""

GROUP = "yzgeo.readers"
"""The entry-point group under which another distribution registers more of them."""
