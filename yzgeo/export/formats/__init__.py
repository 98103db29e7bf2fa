"""Export formats, one a file, found by their place.

A format has `TITLE`, `SUFFIXES` (file endings, in small letters) and `write(frame, file, crs, metadata)`, which gets
a layer's frame (any columns, any CRS), the target CRS or None for the frame's own, and the metadata of the layer
(`metadata.LayerMetadata`); it returns remarks for the user. A format that writes to an address instead of a file
also has `SCHEMES`, the beginnings of its addresses, and `write(…, if_exists)`.
"""

GROUP = "yzgeo.exporters"
"""The entry-point group under which another distribution registers more of them."""
