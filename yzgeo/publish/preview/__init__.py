"""The page and the table that show how an import understood its file, before anything is written."""
