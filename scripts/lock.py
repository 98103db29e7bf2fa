"""Write constraints.txt: the exact version of every package that running, building and testing yzgeo needs.

For maintainers; needs a package index, as pip is set up to use it. Run it with the oldest Python that yzgeo
supports: what installs there installs on newer ones too, while the reverse often fails.

`--oldest FILE` writes the oldest version that setup.cfg allows of each package it names, to test with; that needs
no index.

The requirements are read from setup.cfg rather than by installing the checkout, so that neither yzgeo itself nor
the path of anybody's checkout can end up among the pins.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
OLDEST_EXTRAS = ("dask", "test")
"""Of the optional requirements: those that the tests run with."""
HEADER = """\
# Exact versions for scripts/run.py and .ci/run, on Linux with Python {python}. Made by scripts/lock.py, not by hand.
# To refresh: change the ranges in setup.cfg if need be, then run
#     python{python} scripts/lock.py
#     python scripts/run.py test
"""


def requirements(extras: Iterable[str] | None = None) -> list[str]:
    """Everything that setup.cfg (with these extras, or all) and pyproject.toml ask for."""
    config = ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    optional = config["options.extras_require"]
    lists = [config["options"]["install_requires"], *(optional[name] for name in extras or optional)]
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    return build + [line for text in lists for line in text.splitlines() if line]


def oldest(wanted: Iterable[str]) -> list[str]:
    """Pins of the lower bounds of requirements; what they need in turn is left to pip.

    >>> oldest(["click>=8.2,<9", "psycopg[binary]>=3.2,<4", 'tzdata>=2025.1; platform_system == "Windows"'])
    ['click==8.2', 'psycopg==3.2', 'tzdata==2025.1; platform_system == "Windows"']
    """
    pins = []
    for line in wanted:
        name, lower, condition = re.fullmatch(r"([\w.-]+)(?:\[.*\])?>=([\w.]+)[^;]*(;.*)?", line).groups("")  # type: ignore[union-attr]
        pins.append(f"{name}=={lower}{condition}")
    return sorted(set(pins))


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


def main(argv: list[str]) -> int:
    """Refresh constraints.txt, leaving the old one in place when pip fails; or write the oldest versions to a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--oldest", metavar="FILE", type=Path, help="write the lower bounds of setup.cfg there")
    target = parser.parse_args(argv).oldest
    if target:
        target.write_text("\n".join(oldest(requirements(OLDEST_EXTRAS))) + "\n", "utf-8")
        return 0
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
    sys.exit(main(sys.argv[1:]))
