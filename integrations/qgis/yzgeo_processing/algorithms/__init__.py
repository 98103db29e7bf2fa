"""One algorithm, one module, found by its place.

A module has `TITLE`, `GROUP`, `HELP` (texts in both languages), `parameters()` giving the definitions of QGIS, and
`process(run)`, which runs the command and returns a `Result`; `OUTPUTS` (definitions) where it has more outputs than
its parameters name, and `refusal(values)` where values of parameters exclude each other.
"""
