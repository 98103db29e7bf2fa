"""Build plans of several sizes and print the processor time of each, as a whole process, beside that of one zone."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import _made_plan

SIZES = ((1, 1, 1), (6, 24, 43), (25, 60, 300), (60, 150, 500))
"""Zones, parks and projects of each plan."""


def main(arguments: list[str]) -> None:
    """Make each plan, build it, print a line."""
    parser = argparse.ArgumentParser(prog="bench.py build", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="builds of each plan; the median is printed")
    options = parser.parse_args(arguments)
    print(f"{'zones':>6}{'parks':>6}{'projects':>9}{'cpu s':>8}{'ratio':>7}")
    first = None
    with tempfile.TemporaryDirectory() as place:
        for zones, parks, projects in SIZES:
            folder = _made_plan.make(Path(place) / f"plan-{zones}", zones, projects, parks)
            seconds = sorted(_cpu_s(folder, Path(place) / "maps") for _ in range(options.runs))[options.runs // 2]
            first = first or seconds
            print(f"{zones:6}{parks:6}{projects:9}{seconds:8.1f}{seconds / first:7.1f}")


def _cpu_s(plan: Path, output: Path) -> float:
    """Processor seconds, user and system, of one `yzgeo build`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "yzgeo", "build", "--plan", str(plan), "-o", str(output)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
