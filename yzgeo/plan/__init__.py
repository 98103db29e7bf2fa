"""The plan folder: its tables, outlines, listings, and how files come into it."""
