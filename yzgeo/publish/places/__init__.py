"""The page on which places are set: one file that makes no request and writes nothing but what its reader saves."""
