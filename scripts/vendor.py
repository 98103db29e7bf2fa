"""Fetch the libraries of yzgeo/publish/offline/vendor anew, or check that the copies there are the registered ones.

For maintainers; fetching needs npm and pip, each as it is set up to find packages. To add a library or to move to
another version, edit yzgeo/publish/offline/vendor/register.json (leave new hashes empty), run

    python scripts/vendor.py

and look at the hashes that changed before you commit them. `--check` needs no network; it exits with 1 and names
what is wrong if a copy differs from its hash, is missing, or lies there without being registered.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from yzgeo.publish.offline import vendor  # noqa: E402  (a fresh checkout is not installed)

VENDOR = ROOT / "yzgeo" / "publish" / "offline" / "vendor"
NOT_COPIES = {"__init__.py", "__pycache__", vendor.REGISTER}

# Bootstrap's glyphicons were a stylesheet of their own in version 3.0.0 only, which npm never had; later versions
# carry the same classes as one run of rules inside bootstrap.min.css.
GLYPHICONS_SOURCE = "dist/css/bootstrap.min.css"
GLYPHICONS_BEGIN = b'@font-face{font-family:"Glyphicons Halflings"'
TEMPLATE_CALL = re.compile(r"\b\w+\.template\('((?:[^'\\]|\\.)*)'\)")
TEMPLATE_TAG = re.compile(r"(<%.*?%>)", re.DOTALL)

GLYPHICONS_END = b"*{-webkit-box-sizing:border-box"


def download(library: vendor.Library, target: Path) -> Path:
    """Fetch the archive of a library's package into an empty folder."""
    if npm := library.get("npm"):
        command = ["npm", "pack", "--silent", f"{npm}@{library['version']}"]
    else:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        command += [f"{library['pypi']}=={library['version']}"]
    subprocess.run(command, cwd=target, check=True, stdout=subprocess.DEVNULL)
    (archive,) = target.iterdir()
    return archive


def unpack(archive: Path) -> dict[str, bytes]:
    """Files of a package by their path below the package's own top folder."""
    with tarfile.open(archive) as tar:
        return {
            str(PurePosixPath(*PurePosixPath(member.name).parts[1:])): content.read()
            for member in tar
            if (content := tar.extractfile(member))
        }


def glyphicons(package: dict[str, bytes]) -> bytes:
    """The rules for glyphicons out of Bootstrap 3's stylesheet, with its licence comment in front."""
    bootstrap_css = package[GLYPHICONS_SOURCE]
    licence = bootstrap_css[: bootstrap_css.index(b"*/") + 2]
    begin = bootstrap_css.index(GLYPHICONS_BEGIN)
    return licence + b"\n" + bootstrap_css[begin : bootstrap_css.index(GLYPHICONS_END, begin)] + b"\n"


def side_by_side(package: dict[str, bytes]) -> bytes:
    """The plugin as one script: on npm it is the parts that its own build joins."""
    style = package["layout.css"] + package["range.css"]
    icon = base64.b64encode(package["range-icon.png"]).decode("ascii")
    css = style.decode("utf-8").replace("range-icon.png", f"data:image/png;base64,{icon}")
    lines = [line for line in package["index.js"].decode("utf-8").splitlines() if "require(" not in line]
    start = f"var module = {{}}, style = document.createElement('style');\nstyle.textContent = {json.dumps(css)};"
    return "\n".join(["(function () {", start, "document.head.appendChild(style);", *lines, "})();", ""]).encode(
        "utf-8"
    )


def measure(package: dict[str, bytes]) -> bytes:
    """The plugin with its five templates written out: it makes functions of them, which a page's policy forbids."""
    text = package["dist/leaflet-measure.min.js"].decode("utf-8")
    return TEMPLATE_CALL.sub(lambda call: _written_out(_unquoted(call[1])), text).encode("utf-8")


def _unquoted(text: str) -> str:
    """What stands between the quotes of a script's text."""
    return text.replace("\\n", "\n").replace("\\'", "'")


def _written_out(template: str) -> str:
    """An Underscore template as the function that it stands for."""
    steps = []
    for piece in TEMPLATE_TAG.split(template):
        if piece.startswith("<%="):
            steps.append(f"t+={piece[3:-2].strip()};")
        elif piece.startswith("<%"):
            steps.append(piece[2:-2].strip())
        else:
            steps.append(f"t+={json.dumps(piece)};")
    variables = "".join(f"var {name}=d.{name};" for name in ("model", "i18n", "humanize"))
    return f"function(d){{{variables}var t='';{''.join(steps)}return t}}"


DERIVED: dict[tuple[str, str], Callable[[dict[str, bytes]], bytes]] = {
    ("bootstrap-glyphicons", "dist/css/bootstrap-glyphicons.css"): glyphicons,
    ("leaflet-measure", "leaflet-measure.js"): measure,
    ("leaflet-side-by-side", "leaflet-side-by-side.js"): side_by_side,
}
"""Copies that are no file of their package, by library and path: what makes them of it."""


def refresh(library: vendor.Library) -> list[str]:
    """Fetch one library, write its copies and put their hashes into the entry; tell which hashes changed."""
    with tempfile.TemporaryDirectory() as target:
        package = unpack(download(library, Path(target)))
    changed = []
    for file in library["files"]:
        derive = DERIVED.get((library["name"], file["path"]))
        content = derive(package) if derive else package[file["path"]]
        copy = VENDOR / vendor.folder(library) / file["path"]
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        if digest != file["sha256"]:
            changed.append(f"{copy.relative_to(ROOT)}: {file['sha256'] or 'new'} -> {digest}")
            file["sha256"] = digest
    return changed


def flaws(libraries: list[vendor.Library], root: Path = VENDOR) -> list[str]:
    """What is wrong with the copies below a folder, a line each."""
    registered = {
        root / vendor.folder(library) / file["path"]: file["sha256"]
        for library in libraries
        for file in library["files"]
    }
    present = {
        path
        for top in root.iterdir()
        if top.name not in NOT_COPIES
        for path in (top.rglob("*") if top.is_dir() else [top])
        if path.is_file()
    }
    lines = [f"{path}: missing" for path in registered.keys() - present]
    lines += [f"{path}: not in the register" for path in present - registered.keys()]
    lines += [
        f"{path}: is not the file that was registered"
        for path in registered.keys() & present
        if hashlib.sha256(path.read_bytes()).hexdigest() != registered[path]
    ]
    return sorted(lines)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, compare the copies with their hashes")
    check_only = parser.parse_args().check
    libraries = vendor.register()
    if not check_only:
        for library in libraries:
            for line in refresh(library):
                print(line)
        register = json.dumps(libraries, indent=2, ensure_ascii=False) + "\n"
        (VENDOR / vendor.REGISTER).write_text(register, "utf-8")
    wrong = flaws(libraries)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
