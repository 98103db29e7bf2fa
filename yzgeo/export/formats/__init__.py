"""The formats that layers are written to, one a file, found by their place.

A format has `TITLE`, `SUFFIXES` (file endings, in small letters) and `write(frame, file, crs, about)`, which gets
a layer's frame (any columns, any CRS), the CRS wanted or None for the frame's own, and what the layer says of
itself (`about.About`); it returns what the user should know of the result. A format that is written to an
address and not to a file has `SCHEMES` as well, what its addresses begin with, and `write(…, if_exists)`.
"""

GROUP = "yzgeo.exporters"
"""The entry-point group under which another distribution registers more of them."""
