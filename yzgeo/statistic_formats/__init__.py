"""What `stats` prints, one format a file, found by its place.

A format has `BINARY` (whether it needs a file) and `render(statistics, lang)`, which gives bytes.
"""
