"""The plan folder: tables, outlines, listings, imports."""
