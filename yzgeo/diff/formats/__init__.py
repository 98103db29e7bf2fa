"""Output formats of `diff`, one a file: `render(old, new, parts, lang)` returns text."""

GROUP = "yzgeo.diff_formats"
"""The entry-point group under which another distribution registers more of them."""
