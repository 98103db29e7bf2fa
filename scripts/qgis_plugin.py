"""Pack the QGIS plugin as a zip that QGIS installs.

    python scripts/qgis_plugin.py -o dist/yzgeo_processing.zip

The zip holds integrations/qgis/yzgeo_processing/ and the licence; the same files give the same bytes. For an upload to
plugins.qgis.org give its addresses too, which that site asks for: --email, --repository and --tracker.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "integrations" / "qgis" / "yzgeo_processing"
METADATA = "metadata.txt"
SUFFIXES = (".py", ".svg", ".txt")
"""Of the files that belong to it; what Python leaves beside them does not."""
EPOCH = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o644
ADDRESSES = ("email", "repository", "tracker")
"""Keys that plugins.qgis.org asks for, and that whoever publishes the plugin knows."""


def pack(addresses: Mapping[str, str]) -> bytes:
    """The zip, with these addresses in its metadata."""
    files = {path.relative_to(PLUGIN).as_posix(): path for path in PLUGIN.rglob("*") if path.suffix in SUFFIXES}
    files["LICENSE"] = ROOT / "LICENSE"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name, path in sorted(files.items()):
            content = path.read_bytes()
            if name == METADATA:
                content = filled(content.decode("utf-8"), addresses).encode("utf-8")
            entry = zipfile.ZipInfo(f"{PLUGIN.name}/{name}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = FILE_MODE << 16
            entry.create_system = 3  # the same on every system
            packed.writestr(entry, content)
    return archive.getvalue()


def filled(metadata: str, addresses: Mapping[str, str]) -> str:
    r"""Metadata with addresses in the lines that are open.

    >>> print(filled("author=A\nemail=\n", {"email": "a@b.example"}).splitlines())
    ['author=A', 'email=a@b.example']
    """
    for key, value in addresses.items():
        metadata = re.sub(rf"^{key}=$", lambda _match, line=f"{key}={value}": line, metadata, flags=re.MULTILINE)
    return metadata


def main(arguments: list[str] | None = None) -> int:
    """Write the zip."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist" / f"{PLUGIN.name}.zip")
    for key in ADDRESSES:
        parser.add_argument(f"--{key}", default="")
    given = parser.parse_args(arguments)
    addresses = {key: getattr(given, key) for key in ADDRESSES if getattr(given, key)}
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_bytes(pack(addresses))
    print(f"wrote {given.output}", file=sys.stderr)
    if open_keys := [key for key in ADDRESSES if key not in addresses]:
        print(f"for plugins.qgis.org also give {', '.join(f'--{key}' for key in open_keys)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
