"""The report: everything that was computed of a plan, to read on a screen and to print.

`render.py` puts it together from what the other modules prepare, one part of the report each; the pages
themselves are the templates in `assets/report/`.
"""
