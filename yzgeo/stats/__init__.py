"""The figures of a plan: land, projects, industries, targets."""
