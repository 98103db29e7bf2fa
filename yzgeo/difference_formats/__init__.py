"""How `diff` tells what changed, one format a file: `render(old, new, parts, lang)` gives text."""
