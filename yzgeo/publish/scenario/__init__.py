"""A scenario as it is handed over: a sheet with its map, the chosen parcels as tables, layer and workbook, and a comparison."""
