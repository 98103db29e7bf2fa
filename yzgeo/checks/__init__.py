"""The plan held against its own words: rules, what they find, and how it is told."""
