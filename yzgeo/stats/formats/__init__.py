"""Output formats of `stats`, one a file, found by its place.

A format has `BINARY` (whether it needs a file) and `render(statistics, lang)`, which gives bytes.
"""

GROUP = "yzgeo.statistic_formats"
"""The entry-point group under which another distribution registers more of them."""
