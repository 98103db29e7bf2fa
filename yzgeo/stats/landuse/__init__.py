"""Land-use accounts: hectares of each class in each zone, and what became what between two surveys."""
