"""Parcels assigned to zones, millions at a time: files in, a row per overlapping pair out."""
