"""Write constraints.txt: the exact version of every package that running, building and testing yzgeo needs.

For maintainers; needs a package index, as pip is set up to use it. Run it with the oldest Python that yzgeo
supports: what installs there installs on newer ones too, while the reverse often fails.

The requirements are read from setup.cfg rather than by installing the checkout, so that neither yzgeo itself nor
the path of anybody's checkout can end up among the pins.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
HEADER = """\
# Exact versions for scripts/run.py and .ci/run, on Linux with Python {python}. Made by scripts/lock.py, not by hand.
# To refresh: change the ranges in setup.cfg if need be, then run
#     python{python} scripts/lock.py
#     python scripts/run.py test
"""


def requirements() -> list[str]:
    """Everything that setup.cfg (with all its extras) and pyproject.toml ask for."""
    config = ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lists = [config["options"]["install_requires"], *config["options.extras_require"].values()]
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    return build + [line for text in lists for line in text.splitlines() if line]


def resolve(wanted: list[str]) -> list[str]:
    """Pins of what pip installs for `wanted` into an empty environment; pip itself stays the machine's own."""
    with tempfile.TemporaryDirectory() as folder:
        builder = venv.EnvBuilder(with_pip=True)
        builder.create(folder)
        python = builder.ensure_directories(folder).env_exe
        # Wheels only: run.py installs without build isolation, where a source package would lack its build tools.
        install = [python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *wanted]
        subprocess.run(install, check=True)
        freeze = [python, "-m", "pip", "list", "--format=freeze", "--exclude", "pip"]
        listing = subprocess.run(freeze, check=True, stdout=subprocess.PIPE, text=True).stdout
    return sorted(listing.splitlines(), key=lambda pin: pin.lower().split("=="))


def main() -> int:
    """Refresh constraints.txt; leave the old one in place when pip fails."""
    if sys.version_info[:2] != OLDEST_PYTHON:
        print("lock.py: run it with Python {}.{}".format(*OLDEST_PYTHON), file=sys.stderr)
        return 2
    try:
        pins = resolve(requirements())
    except subprocess.CalledProcessError as failure:
        return failure.returncode
    header = HEADER.format(python="{}.{}".format(*OLDEST_PYTHON))
    (ROOT / "constraints.txt").write_text(header + "\n".join(pins) + "\n", "utf-8")
    print(f"lock.py: {len(pins)} packages pinned", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
