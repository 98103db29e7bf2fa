"""What yzgeo reads: one input format a module, found by its place.

A module has `TITLE`, `SUFFIXES` (endings, lower case, with the dot) and `read(file, layer)`, which gives a `Source`: the
features as they stand in the file. What their coordinates mean is found out for all formats alike by `placing`.
"""

GROUP = "yzgeo.readers"
"""The entry-point group under which another distribution registers more of them."""
