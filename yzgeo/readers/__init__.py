"""Read any file of an office as features in a known CRS: one format a file, geometry repaired, CRS detected or asked for."""
