"""Kinds of subjects with their facts, one a file, found by its place.

A kind has `TITLE`, `subjects(plan)`, the subjects of this kind with their names, and
`facts(plan, subject_id)`. `cite` prints them, the page shows them.
"""

GROUP = "yzgeo.facts"
"""The entry-point group under which another distribution registers more of them."""
