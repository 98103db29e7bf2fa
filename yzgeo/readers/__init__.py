"""Any file of an office to features in a known CRS: one format a file, geometry made valid, CRS found or asked for."""
