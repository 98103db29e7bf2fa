"""Which parcels to redevelop, and when, to reach a target of recovered land at least cost, with a proven bound."""
