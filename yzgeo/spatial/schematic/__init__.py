"""Schematic outlines, grown from places to the area that the plan states."""
