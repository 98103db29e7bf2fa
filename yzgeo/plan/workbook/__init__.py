"""A plan folder as one workbook: `layout` says what stands where, `write` writes it, `take_back` reads it again."""
