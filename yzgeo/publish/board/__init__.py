"""One composed sheet for a meeting: map, figures, progress, zones, industries and findings on one page."""
