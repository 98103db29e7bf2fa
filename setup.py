"""Everything is in setup.cfg but this: which files ship, the README without its links, and sdists that are the same bytes."""

import glob
import gzip
import os
import re
import tarfile
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.sdist import sdist


class ReproducibleSdist(sdist):
    """An sdist whose bytes follow from its files and from SOURCE_DATE_EPOCH, as those of the wheel do."""

    def make_archive(self, base_name: str, format: str, root_dir=None, base_dir=None, owner=None, group=None) -> str:
        """Pack the files of `base_dir`; without SOURCE_DATE_EPOCH, and in other formats, as setuptools does."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        if format != "gztar" or epoch is None:
            return super().make_archive(base_name, format, root_dir, base_dir, owner, group)
        archive = f"{base_name}.tar.gz"
        Path(archive).parent.mkdir(parents=True, exist_ok=True)
        with (
            Path(archive).open("wb") as file,
            gzip.GzipFile("", "wb", mtime=int(epoch), fileobj=file) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
        ):
            for path in sorted(Path(root_dir or ".", base_dir).rglob("*")):
                if path.is_file():
                    entry = tar.gettarinfo(path, path.relative_to(root_dir or ".").as_posix())
                    entry.uid = entry.gid = 0
                    entry.uname = entry.gname = ""
                    entry.mtime = int(epoch)
                    entry.mode = 0o755 if entry.mode & 0o100 else 0o644
                    entry.type = tarfile.REGTYPE  # a file that is linked twice is written twice
                    entry.size = path.stat().st_size
                    with path.open("rb") as content:
                        tar.addfile(entry, content)
        return archive


def data_of(folder: str) -> list[str]:
    """Patterns of all files below a folder but Python and the sources of bundled scripts, so that none is forgotten."""
    names = []
    for path in sorted(Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not re.search(r"\.py$|^publish/\w+/src/|(^|/)(\.|__pycache__/)", name):
            names.append(glob.escape(name))
    return names


def description() -> str:
    """README.md for an index, where links into the checkout would lead nowhere: their paths are told, pictures left out."""
    text = Path("README.md").read_text("utf-8")
    text = re.sub(r"^!\[[^\]]*\]\((?!https?:)[^)]*\)\n\n", "", text, flags=re.MULTILINE)
    return re.sub(r"\[([^\]]*)\]\((?!https?:|#)([^)]*)\)", r"\1 (`\2`)", text)


setup(
    long_description=description(),
    cmdclass={"sdist": ReproducibleSdist},
    packages=[*find_packages(include=["yzgeo", "yzgeo.*"]), "yzgeo.geodata"],
    package_dir={"yzgeo.geodata": "geodata"},
    package_data={"yzgeo": data_of("yzgeo"), "yzgeo.geodata": data_of("geodata")},
)
