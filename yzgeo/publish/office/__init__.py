"""The sheet, the report and the findings in the formats of office programs, which readers edit further."""
