"""Output formats of `landuse`, one a file, found by its place.

A format has `SUFFIXES`, `BINARY` (whether it needs a file), `CHANGES` (whether it is of changes alone) and
`render(result, lang)`, which gives bytes.
"""

GROUP = "yzgeo.landuse_formats"
"""The entry-point group under which another distribution registers more of them."""
