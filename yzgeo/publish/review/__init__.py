"""The page on which a draft is checked against its document: one file that makes no request and writes nothing itself."""
