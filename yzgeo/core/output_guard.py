"""What an output must not be: an input, a file of a plan folder, or a name that no message can show in one line.

`atomic_write` asks here before it opens any output, so that no writer can pass by; commands ask earlier, before the
work, and name their inputs.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from yzgeo.core.errors import InputError, Parameter
from yzgeo.core.i18n import Text

DESCRIPTOR = "datapackage.json"
"""The file that makes a folder a plan folder."""
PREVIOUS = "previous"
"""The subfolder in which the old files of a folder are kept."""
BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Characters that break a line or steer a terminal."""
SHAPEFILE = (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".shp.xml")
MAPINFO = (".dat", ".map", ".id", ".ind", ".mid")
BESIDE = {".shp": SHAPEFILE, ".dbf": SHAPEFILE, ".mif": MAPINFO, ".tab": MAPINFO}
"""Endings of the files that belong to a data set, by the ending of the file that names it."""
DATABASE = ("-wal", "-shm", "-journal")
"""What SQLite adds to the name of a database that is open."""


def refuse_output(output: Path, inputs: Iterable[Path] = ()) -> None:
    """Refuse an output that would destroy what it must not.

    Links, other spellings of a name and hard links are seen through: files are compared by the file system.

    Parameters
    ----------
    output
        The file to be written.
    inputs
        Files, or folders of which every file is an input. Files of Shapefiles and the like are inputs with them.

    Raises
    ------
    InputError
        When it is an input, lies in an input folder, is a file of a plan folder, or its name holds a line break or
        another control character.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "parcels.csv").write_text("parcel_id")
    >>> refuse_output(folder / "overlaps.csv", [folder / "parcels.csv"])
    >>> refuse_output(folder / "parcels.csv", [folder / "parcels.csv"])
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: ...parcels.csv: is the input ...
    """
    refuse_unprintable(output)
    if output.exists() and not output.is_file() and not output.is_dir():
        return  # a pipe or device: nothing is replaced
    target = Path(os.path.realpath(output))
    files = [target, *(target.with_suffix(ending) for ending in BESIDE.get(target.suffix.lower(), ()))]
    for source in inputs:
        if any(_is_input(file, source) for file in files):
            raise InputError(
                Text(f"输出就是输入 {source}，写入会毁掉它", f"is the input {source}, which writing would destroy"),
                Text("换一个文件名", "give another file"),
                file=str(output),
                parameter=Parameter("output"),
            )
    plan = plan_folder_of(target)
    if plan is not None:
        raise InputError(
            Text(
                f"在规划文件夹 {plan} 之内，其中的文件都是输入，不可覆盖或混入",
                f"lies in the plan folder {plan}, whose files are all inputs: none is replaced, none is added",
            ),
            Text("写到规划文件夹之外，或其下的子文件夹", "write outside the plan folder, or into a subfolder of it"),
            file=str(output),
            parameter=Parameter("output"),
        )


def refuse_unprintable(file: Path) -> None:
    r"""Refuse a name that holds a line break or another control character.

    Raises
    ------
    InputError
        For such a name; the message shows it escaped.

    >>> refuse_unprintable(Path("a\nb.csv"))
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: a\x0ab.csv: the name holds a line break or another control character. Remedy: ...
    """
    name = str(file)
    if BREAKING.search(name):
        raise InputError(
            Text("名称含换行或其他控制字符", "the name holds a line break or another control character"),
            Text("改名后重试", "rename it and try again"),
            file=BREAKING.sub(lambda found: f"\\x{ord(found[0]):02x}", name),
        )


def kept_name(name: str, content: bytes) -> str:
    """Where the copy of a user's file is kept in the folder, by its name and content.

    >>> print(kept_name("data/zones.csv", b"mine"))
    previous/data/zones-3fd30542fe3f.csv
    """
    path = Path(name)
    digest = hashlib.sha256(content).hexdigest()[:12]
    return (Path(PREVIOUS) / path.with_name(f"{path.stem}-{digest}{path.suffix}")).as_posix()


def plan_folder_of(target: Path) -> Path | None:
    """The plan folder of which a file is, or would be, a part; subfolders other than hidden ones and backups are none.

    Parameters
    ----------
    target
        A path without links.
    """
    for folder in target.parents:
        inside = target.relative_to(folder).parts
        part_of_plan = len(inside) == 1 or inside[0].startswith(".") or inside[0].lower() == PREVIOUS
        if part_of_plan and _is_plan_folder(folder):
            return folder
    return None


def _is_plan_folder(folder: Path) -> bool:
    """Whether a folder has the descriptor of a plan; one that cannot be read is taken for one."""
    file = folder / DESCRIPTOR
    try:
        return file.is_file() and "plan" in json.loads(file.read_bytes())
    except (OSError, ValueError, TypeError, RecursionError):
        return True


def _is_input(target: Path, source: Path) -> bool:
    place = Path(os.path.realpath(source))
    if any(_same(folder, file) for folder in (target, *target.parents) for file in (place, *_beside(place))):
        return True
    try:
        linked = target.is_file() and target.stat().st_nlink > 1
    except OSError:
        return False
    return linked and place.is_dir() and any(_same(target, file) for file in place.rglob("*"))


def _beside(source: Path) -> Iterator[Path]:
    """The other files of a data set, which need not exist."""
    for ending in BESIDE.get(source.suffix.lower(), ()):
        yield source.with_suffix(ending)
    for ending in DATABASE:
        yield source.with_name(f"{source.name}{ending}")


def _same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except (OSError, ValueError):  # one of them does not exist
        return False


RULES = "rules"
"""The subfolder of a plan folder with rules of the office's own."""
GROUND = "ground"
"""The subfolder of a plan folder with what a map shows under the plan."""
