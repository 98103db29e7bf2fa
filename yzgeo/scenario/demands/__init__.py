"""What a choice of parcels must satisfy; one demand a file.

Each module has `ORDER` and `demands(question)`, which yields a `Demand` for each thing that can be kept or given up by
itself. Another distribution can add its own under the entry-point group below.
"""

GROUP = "yzgeo.scenario_demands"
