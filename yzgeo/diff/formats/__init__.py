"""How `diff` tells what changed, one format a file: `render(old, new, parts, lang)` gives text."""

GROUP = "yzgeo.diff_formats"
"""The entry-point group under which another distribution registers more of them."""
