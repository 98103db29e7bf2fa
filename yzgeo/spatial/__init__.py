"""Geometry as plain functions on GeoDataFrames."""
