"""What the plan says of each thing, with the clause it stands in."""
