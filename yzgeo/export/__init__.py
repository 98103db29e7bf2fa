"""Layers written for other programs, with symbology and metadata."""
