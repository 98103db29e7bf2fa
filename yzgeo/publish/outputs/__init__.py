"""What `build` writes into the hand-over folder: one kind of file a module, found by its place.

A module has `PURPOSES` (by name of file what it is for) and `files(context)` (by the same names the content).
"""

GROUP = "yzgeo.outputs"
"""The entry-point group under which another distribution registers more of them."""
