"""Drop this file into your own pipeline: it checks a plan folder and leaves the results where the pipeline reads them.

    python check_plan.py my-plan results      # exit code 0 sound, 1 findings, 2 could not be read

It needs nothing but an installed yzgeo. 把本文件放进自己的流水线即可：检查规划文件夹，退出码 0 合规、1 有发现、2 无法检查。
"""

import os
import subprocess
import sys
from pathlib import Path

REPORTS = {"findings.json": "json", "findings.junit.xml": "junit", "findings.sarif": "sarif"}


def main() -> int:
    """Write the reports, then print what a person reads: annotations on GitHub, text elsewhere."""
    if {"-h", "--help"} & set(sys.argv):
        print(__doc__)
        return 0
    plan, folder = (sys.argv[1:] + ["yinzhou", "results"][len(sys.argv) - 1 :])[:2]
    check = [sys.executable, "-m", "yzgeo", "check", "--plan", plan]
    for name, form in REPORTS.items():
        done = subprocess.run(
            [*check, "--format", form, "-o", str(Path(folder) / name), "--fail-on", "never"], check=False
        )
        if done.returncode:
            return done.returncode
    shown = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
    return subprocess.run([*check, "--format", shown], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
