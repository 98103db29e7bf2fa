"""Assign parcels to zones by the million, in batches."""
