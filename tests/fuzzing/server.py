"""A process that runs a trial for each line it is given: `python -m fuzzing.server FOLDER`.

It is a process of its own, since what a test run has imported and started would be forked with every trial.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from fuzzing import trial


def refuse_and_write() -> None:
    Path("left-over.txt").write_text("half of it", "utf-8")
    sys.stderr.write("yzgeo: a.csv：读不了。处理办法：换一个。\n")
    sys.exit(2)


def refuse_in_two_lines() -> None:
    sys.stderr.write("yzgeo: a.csv：读不了\n下一行。处理办法：换一个。\n")
    sys.exit(2)


def miscount() -> None:
    sys.stderr.write("yzgeo: 有 3 处问题：\n  a.csv：读不了。处理办法：换一个。\n  b.csv：读不了。处理办法：换一个。\n")
    sys.exit(2)


def refuse_two_flaws() -> None:
    sys.stderr.write("yzgeo: 有 2 处问题：\n  a.csv：读不了。处理办法：换一个。\n  b.csv：读不了。处理办法：换一个。\n")
    sys.exit(2)


def run_on() -> None:
    while True:
        pass


CONTROLS = {
    "traceback": lambda: {}["missing"],
    "crash": os.abort,
    "hang": run_on,
    "memory": lambda: bytearray(trial.MEMORY + 300_000_000),
    "written": refuse_and_write,
    "untidy": refuse_in_two_lines,
    "miscounted": miscount,
    "refused": refuse_two_flaws,
    "done": lambda: None,
}
"""What stands in for a command, by the outcome that must be seen, or by what is wrong with it."""


def main() -> None:
    """Answer each line, a format and a number, `valid` and a format, or `control` and a name, with a line of JSON."""
    folder = Path(sys.argv[1])
    trial.make_template(folder / "template")
    trial.warm_up(folder / "template")
    for line in sys.stdin:
        form, argument = line.split()
        work = folder / "work"
        if form == "control":
            work.mkdir(exist_ok=True)
            seconds = 2 if argument == "hang" else trial.CPU_SECONDS  # memory costs a busy machine seconds, too
            print(json.dumps([trial.outcome(CONTROLS[argument], work, seconds)[0]]), flush=True)
        elif form == "valid":
            print(json.dumps(trial.run(0, folder / "template", work, argument, valid=True)), flush=True)
        else:
            print(json.dumps(trial.run(int(argument), folder / "template", work, form)), flush=True)


if __name__ == "__main__":
    main()
