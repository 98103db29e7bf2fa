"""A plan published inside an office: a folder that pygeoapi serves by OGC API Features and Tiles, and its start."""
