"""Check a plan of many zones and projects, with the time of every rule.

The plan is made up: zones side by side with official outlines, each with a place, a park and two leading industries;
projects spread over them, one in fifty without a place, one in a hundred below the floor area ratio, titles in the
words of real ones. There is no other tool to time it beside; reading is timed beside plain pandas, which checks nothing.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import pandas as pd

from benchmarks import _made_plan
from yzgeo.checks.finding import Finding
from yzgeo.checks.run import PACKAGE
from yzgeo.core import plugins
from yzgeo.plan import tables
from yzgeo.plan.load import load


def main(arguments: list[str]) -> None:
    """Make the plan, read it, run each rule."""
    parser = argparse.ArgumentParser(prog="bench.py check", description=__doc__)
    parser.add_argument("--zones", type=int, default=1_000)
    parser.add_argument("--projects", type=int, default=100_000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = _made_plan.make(Path(place) / "plan", options.zones, options.projects)
        start = time.perf_counter()
        for name in tables.table_schemas():
            pd.read_csv(folder / f"{name}.csv")
        plain = time.perf_counter() - start
        start = time.perf_counter()
        plan = load(folder)
        reading = time.perf_counter() - start
    print(f"{options.zones:,} zones, {options.projects:,} projects")
    print(f"reading and validating {reading:8.2f} s; pandas.read_csv alone {plain:.2f} s, ratio {reading / plain:.0f}")
    seconds: dict[str, float] = {}
    for name, rule in plugins.discover(PACKAGE).items():
        start = time.perf_counter()
        found = sum(isinstance(result, Finding) for result in rule.check(plan))
        seconds[name] = time.perf_counter() - start
        print(f"{name:36}{seconds[name]:8.3f} s {found:8,} findings")
    slowest = max(seconds, key=lambda name: seconds[name])
    print(f"all rules {sum(seconds.values()):.2f} s; slowest: {slowest} {seconds[slowest]:.2f} s")
