"""The formats that layers are written to, one a file, found by their place.

A format has `TITLE`, `SUFFIXES` (file endings) and `write(frame, file, crs)`.
"""
