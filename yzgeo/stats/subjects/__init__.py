"""Statistics, one subject a file, found by their place.

A subject has `TITLE` and `table(plan)`, which gives what `statistics.json` holds under its name:
rows (a list of dicts with the same keys) or a dict of values and rows.
"""

GROUP = "yzgeo.statistics"
"""The entry-point group under which another distribution registers more of them."""
