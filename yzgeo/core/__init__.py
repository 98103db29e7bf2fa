"""Modules for every room: texts in two languages, errors, units, labels, plug-ins, safe writing. No geopandas, no plan."""
