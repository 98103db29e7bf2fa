"""What can be found in a document, one kind of thing a module: `ORDER`, and `find(clauses, words)` giving candidates."""

GROUP = "yzgeo.document_kinds"
"""Entry-point group under which another distribution adds a kind."""
