"""Overlaps of parcels and zones by area, without an object for every parcel."""
