"""A plan's own document to a draft plan folder: blocks as they stand in the file, clauses, candidates with their quotes."""
