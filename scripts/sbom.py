"""Write the software bill of materials: CycloneDX 1.5, as JSON (https://cyclonedx.org/docs/1.5/json/).

    python scripts/sbom.py -o yzgeo.cdx.json

It lists the Python packages of constraints.txt and the vendored libraries of yzgeo/publish/offline/vendor, these with
the SHA-256 of every file. What yzgeo needs to run is `required`, what only its options, tests and benchmarks need is
`excluded`. Licences of Python packages are those that the installed packages state, so run it with the Python that
run.py sets up. It needs no network, and the same versions give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import uuid
from collections.abc import Iterator
from configparser import ConfigParser
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from yzgeo.core.version import __version__  # noqa: E402  (a fresh checkout is not installed)
from yzgeo.publish.offline import vendor  # noqa: E402

SPECIFICATION = "1.5"
REQUIREMENT = re.compile(r"([\w.-]+)")
EXTRA = re.compile(r";.*\bextra\s*==")
LICENCE_CLASSIFIER = "License :: OSI Approved :: "

Component = dict[str, Any]


def canonical(name: str) -> str:
    """The name of a Python package as an index has it.

    >>> print(canonical("et_xmlfile"))
    et-xmlfile
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """Name and version of every package of constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return {canonical(name): version for name, equals, version in (line.partition("==") for line in lines) if equals}


def direct_requirements() -> list[str]:
    """Names of the packages that setup.cfg asks for, without the optional ones."""
    config = ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = config["options"]["install_requires"].splitlines()
    return [canonical(match[1]) for line in lines if not line.startswith("#") and (match := REQUIREMENT.match(line))]


def required(names: list[str]) -> set[str]:
    """These packages and all that they need in turn, as far as they are installed."""
    closed: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in closed:
            continue
        closed.add(name)
        waiting += [
            canonical(match[1])
            for line in _requires(name)
            if not EXTRA.search(line) and (match := REQUIREMENT.match(line))
        ]
    return closed


def _requires(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []


def licence(name: str) -> list[dict[str, Any]]:
    """The licence that an installed Python package states, as CycloneDX has it; empty where it is not installed."""
    try:
        stated = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []
    if expression := stated.get("License-Expression"):
        return [{"expression": expression}]
    classifiers = [line for line in stated.get_all("Classifier") or [] if line.startswith(LICENCE_CLASSIFIER)]
    names = [line.removeprefix(LICENCE_CLASSIFIER) for line in classifiers]
    first_line = (stated.get("License") or "").strip().partition("\n")[0]
    return [{"license": {"name": text}} for text in names or [first_line] if text]


def python_packages() -> Iterator[Component]:
    """A component for each package of constraints.txt."""
    runs_with = required(direct_requirements())
    for name, version in pins().items():
        address = f"pkg:pypi/{name}@{version}"
        component: Component = {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "scope": "required" if name in runs_with else "excluded",
            "purl": address,
        }
        if licences := licence(name):
            component["licenses"] = licences
        yield component


def vendored_libraries() -> Iterator[Component]:
    """A component for each library of the register, with its files and their hashes."""
    for library in vendor.register():
        kind, name = ("npm", library["npm"]) if "npm" in library else ("pypi", library["pypi"])
        folder = vendor.folder(library)
        stated = library["licence"]
        yield {
            "type": "library",
            "bom-ref": f"vendor/{folder}",
            "name": library["name"],
            "version": library["version"],
            "scope": "required",
            "licenses": [{"expression": stated} if " " in stated else {"license": {"id": stated}}],
            "purl": f"pkg:{kind}/{quote(name, safe='/')}@{library['version']}",
            "externalReferences": [{"type": "website", "url": library["homepage"]}],
            "components": [
                {
                    "type": "file",
                    "bom-ref": f"vendor/{folder}/{file['path']}",
                    "name": file["path"],
                    "hashes": [{"alg": "SHA-256", "content": file["sha256"]}],
                }
                for file in library["files"]
            ],
        }


def bill() -> dict[str, Any]:
    """The bill of materials."""
    root = f"pkg:pypi/yzgeo@{__version__}"
    packages, libraries = list(python_packages()), list(vendored_libraries())
    addresses = {package["name"]: package["bom-ref"] for package in packages}
    needed = [addresses[name] for name in direct_requirements() if name in addresses]
    components = [*packages, *libraries]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components, sort_keys=True))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "yzgeo",
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
                "purl": root,
            }
        },
        "components": components,
        "dependencies": [{"ref": root, "dependsOn": sorted({*needed, *(each["bom-ref"] for each in libraries)})}],
    }


def main(argv: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, help="file to write instead of standard output")
    output = parser.parse_args(argv).output
    text = json.dumps(bill(), indent=1, ensure_ascii=False) + "\n"
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
