"""Check a plan against its own text: rules, findings, tolerances, suppressions, output formats."""
