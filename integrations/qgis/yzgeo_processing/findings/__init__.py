"""What a check found: as rows, tables, layers, and in the panel."""
