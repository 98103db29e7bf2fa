"""What `check` prints, one format a file, found by its place: `render(plan, outcome, lang)`."""
