"""What `diff` holds against each other, one subject a file, found by its place.

A subject has `TITLE`, `ORDER` (its place among the others) and `changes(old, new)`, the changes between two plans.
"""
