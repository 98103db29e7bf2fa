"""What is handed over: page, report, data, in one folder."""
