"""The rules, one a file, found by their place; the file's docstring is the rule's manual page.

A rule has `TITLE`, `clause(plan)`, the clauses that it checks, and `check(plan)`, which yields
`Finding` and, for what it could not check, `NotChecked`. `TITLE` says the problem (正文与表不一致), since it heads the
findings. Where one fact is told of several subjects, `gather(plan, findings)` makes one finding of those of single
subjects that no suppression excuses.
"""

GROUP = "yzgeo.rules"
"""The entry-point group under which another distribution registers more of them."""
