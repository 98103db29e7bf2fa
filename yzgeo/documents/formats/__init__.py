"""Kinds of document, one a module, found by its place.

A module has `TITLE`, `SUFFIXES` (endings, lower case, with the dot) and `read(file)`, which returns the blocks of the
file in reading order. Asides (page heads, hidden and struck text) stand behind the table or paragraph they interrupt.
"""

GROUP = "yzgeo.documents"
"""The entry-point group under which another distribution registers more of them."""
