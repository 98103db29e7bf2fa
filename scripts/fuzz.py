"""Try the command on mutated inputs of every format, and count how it ends.

Failing inputs are kept in a folder, with the command and what it printed.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parents[1])]

from fuzzing import seeds, trial  # noqa: E402  (the tests are no part of the package)


def main() -> int:
    """Run trials; the exit code is 1 when one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--trials", type=int, default=sys.maxsize, help="stop after so many")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000_000, help="number of the first trial")
    parser.add_argument("--format", choices=[*seeds.FORMATS], help="try one format only")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="folder of failing inputs")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    end = time.monotonic() + options.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        template, work = Path(folder, "template"), Path(folder, "work")
        trial.make_template(template)
        trial.warm_up(template)
        with contextlib.suppress(KeyboardInterrupt):  # the counts so far are still told
            for seed in range(options.seed, options.seed + options.trials):
                if time.monotonic() > end:
                    break
                one = trial.run(seed, template, work, options.format)
                counts[one.outcome] += 1
                if one.outcome in trial.BAD:
                    _keep(options.keep / f"{one.outcome}-{one.form}-{seed}", work, one)
                    print(f"{one.outcome} {seed} {one.form}: {one.mutation}")
                    print(f"  {' '.join(one.command)[:200]}\n  {_last(one.stderr)}", flush=True)
    listing = ", ".join(f"{name} {counts[name]}" for name in (*trial.GOOD, *trial.BAD))
    print(f"{counts.total()} trials from number {options.seed}: {listing}")
    return int(any(counts[name] for name in trial.BAD))


def _keep(place: Path, work: Path, one: trial.Trial) -> None:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(work, place)
    text = f"{one.form}: {one.mutation}\nyzgeo {' '.join(one.command)}\n\n{one.stderr}"
    (place / "outcome.txt").write_text(text, encoding="utf-8", errors="replace")


def _last(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1][:300] if lines else ""


if __name__ == "__main__":
    sys.exit(main())
