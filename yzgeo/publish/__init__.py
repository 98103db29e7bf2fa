"""The hand-over folder: page, report and data."""
