"""Subjects that `diff` compares, one a file, found by its place.

A subject has `TITLE`, `ORDER` (its place among the others) and `changes(old, new)`, the changes between two plans.
"""

GROUP = "yzgeo.diff_subjects"
"""The entry-point group under which another distribution registers more of them."""
