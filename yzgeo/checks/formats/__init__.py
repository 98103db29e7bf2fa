"""Output formats of `check`, one a file, found by its place: `render(plan, outcome, lang)`."""

GROUP = "yzgeo.rule_formats"
"""The entry-point group under which another distribution registers more of them."""
