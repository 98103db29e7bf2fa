"""Rules of an office's own: a folder with a table of limits and, where it is named on the command line, Python rules."""
