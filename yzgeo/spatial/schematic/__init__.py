"""Schematic outlines, grown from places to a stated area."""
