"""Time yzgeo and its alternatives in the same run: `bench.py NAME`, one file of benchmarks/ each."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

NAMES = sorted(file.stem for file in Path(__file__).with_name("benchmarks").glob("[a-z]*.py"))


def main() -> None:
    """Run the benchmark named first on the command line with what follows."""
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.exit(f"usage: bench.py {{{'|'.join(NAMES)}}} [--help]")
    importlib.import_module(f"benchmarks.{sys.argv[1]}").main(sys.argv[2:])


if __name__ == "__main__":
    main()
