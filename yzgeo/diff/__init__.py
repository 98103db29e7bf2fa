"""Compare two plans."""
