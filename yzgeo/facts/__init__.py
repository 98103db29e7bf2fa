"""Facts that the plan states on each subject, with their clauses."""
