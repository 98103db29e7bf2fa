"""The QGIS project over plan.gpkg: tables and their relations, forms, map tips, themes, bookmarks and sheets."""
