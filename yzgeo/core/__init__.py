"""What every room may use: texts in two languages, errors, units, labels, plug-ins, safe writing. No geopandas, no plan."""
