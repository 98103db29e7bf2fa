"""Put a whole set of files into a folder, or nothing: no reader ever finds files of two builds taken for one.

Where the system can, the folder is exchanged for a new one in one step (see `folder_swap`): it is the old or the new
at every moment. Elsewhere the files are staged inside and a journal is written (see `core.journal`); the old manifest
leaves first, then the files change places, the new manifest comes last: **where there is a manifest, all files are
its own.** An error undoes the changes; after a kill the next delivery finishes what the journal says, or clears away
what has none.

What yzgeo did not write, by the SHA-256 that the old manifest records, is not replaced unless `force` is given, and
then a copy of it stays in `previous/`. It is never removed. No link is followed out of the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from yzgeo.core import journal
from yzgeo.core.errors import InputError, Parameter, unwritable
from yzgeo.core.file_lock import locked_folder
from yzgeo.core.i18n import Text
from yzgeo.core.output_guard import PREVIOUS, kept_name, refuse_output, refuse_unprintable
from yzgeo.publish.folder_swap import swap_in

STAGE = ".yzgeo-build"
SHA256 = re.compile("[0-9a-f]{64}")
SHOWN_NAMES = 3
"""Names of files in a refusal."""


class Delivered(NamedTuple):
    """Names of what was not yzgeo's own: copies of replaced files, and files of an earlier build changed since."""

    copies: list[str]
    changed: list[str]


def deliver(
    files: dict[str, bytes], folder: Path, manifest: str, *, inputs: Iterable[Path] = (), force: bool = False
) -> Delivered:
    """Write files into a folder in one go.

    Parameters
    ----------
    files
        Content by name relative to the folder, with slashes; `manifest` is one of them.
    folder
        Made where it is missing. Files that its old manifest lists, that are as they were written and that are not
        written again are removed; all others are left alone.
    manifest
        A JSON file whose `outputs` are the names of the set, each with its SHA-256.
    inputs
        Files that are read, and so never written.
    force
        Replace files that yzgeo did not write, or that were changed since; a copy of each stays in `previous/`.

    Raises
    ------
    InputError
        When a file cannot be written or replaced, is an input or one of a plan, is not yzgeo's own, or stands behind a
        link; then everything is as it was.
    """
    place = Path(os.path.realpath(folder))
    refuse_unprintable(folder)
    for name in files:
        refuse_output(place / name, inputs)
    missing = [parent for parent in (place, *place.parents) if not parent.exists()]
    try:
        place.mkdir(parents=True, exist_ok=True)
        with locked_folder(place):
            _finish_or_clear(place, manifest, force)
            for name in files:
                _refuse_links_and_folders(place, name)
            recorded = _recorded(place / manifest)
            foreign = _foreign(place, files, manifest, recorded)
            if foreign and not force:
                raise _not_ours(folder, foreign)
            contents = [(name, (place / name).read_bytes()) for name in foreign]
            copies = {kept_name(name, content): content for name, content in contents}
            for name in copies:
                _refuse_links_and_folders(place, name)
            dropped = [name for name in recorded or {} if name not in files and _is_there(place, name)]
            leaving = [name for name in dropped if _digest(place / name) == (recorded or {})[name]]
            written = {manifest: files[manifest], **copies, **files}
            if not swap_in(place, written, leaving, lambda other: _recorded_with_itself(other, manifest)):
                _write_in_place(place, {**copies, **files}, leaving, manifest)
            return Delivered(list(copies), [name for name in dropped if name not in leaving])
    except OSError as error:
        raise unwritable(Path(error.filename or folder), error) from error
    finally:
        for parent in missing:
            _remove_if_empty(parent)  # else it was delivered


def _write_in_place(folder: Path, files: Mapping[str, bytes], leaving: list[str], manifest: str) -> None:
    try:
        journal.stage(folder, STAGE, files, leaving)
        _move_in(folder, manifest)
    except BaseException:
        if not _holds_files(folder / STAGE / journal.OLD):  # else even putting back failed: the next one finishes
            journal.clear(folder, STAGE)
        raise
    journal.clear(folder, STAGE)


def _move_in(folder: Path, manifest: str) -> None:
    """Let the files of the journal take their places; on an error put back what was there."""
    new, old = folder / STAGE / journal.NEW, folder / STAGE / journal.OLD
    listed = journal.staged(folder, STAGE)
    if listed is None:
        return
    coming = [name for name in [*listed.files, manifest] if (new / name).exists()]  # the rest is in its place
    coming.sort(key=lambda name: name == manifest)
    leaving = [name for name in [manifest, *listed.obsolete, *coming] if name != manifest or manifest in coming]
    moved: list[tuple[Path, Path]] = []
    try:
        for name in dict.fromkeys(coming):
            _refuse_links_and_folders(folder, name)
        for name in dict.fromkeys(leaving):
            if (folder / name).is_file():
                _move(folder / name, old / name, moved)
        for name in dict.fromkeys(coming):
            _move(new / name, folder / name, moved)
    except BaseException:
        for before, after in reversed(moved):
            if not before.exists():
                after.replace(before)
        for _, after in moved:
            _remove_if_empty(after.parent)
        raise
    for name in listed.obsolete:
        _remove_if_empty((folder / name).parent)


def _refuse_links_and_folders(folder: Path, name: str) -> None:
    """A link leads elsewhere; and what stands in the place of a file may hold what is not yzgeo's."""
    parts = Path(name).parts
    for count in range(1, len(parts) + 1):
        place = folder.joinpath(*parts[:count])
        if place.is_symlink():
            raise InputError(
                Text(
                    f"{name} 处是链接，会写到这个文件夹之外；原有文件未动",
                    f"is a link where {name} belongs, by which files would be written elsewhere; nothing was changed",
                ),
                Text("移走或改名这个链接，然后重试", "move or rename the link, then try again"),
                file=str(place),
            )
    if (folder / name).is_dir():
        raise InputError(
            Text(
                f"{name} 是文件夹，应是文件；原有文件未动",
                f"{name} is a folder where a file belongs; nothing was changed",
            ),
            Text("移走或改名这个文件夹，然后重试", "move or rename the folder, then try again"),
            file=str(folder / name),
        )


def _not_ours(folder: Path, names: list[str]) -> InputError:
    shown = "、".join(names[:SHOWN_NAMES])
    count = len(names)
    return InputError(
        Text(
            f"其中有 {count} 个文件不是 yzgeo 写的，或写后被改过（{shown}{' 等' if count > SHOWN_NAMES else ''}）；原有文件未动",
            f"holds {count} files that yzgeo did not write, or that were changed since "
            f"({shown.replace('、', ', ')}{', …' if count > SHOWN_NAMES else ''}); nothing was changed",
        ),
        Text(
            f"换一个文件夹；或强制替换，原文件会留在其中的 {PREVIOUS} 里",
            f"choose another folder; or replace them by force: copies stay in its folder {PREVIOUS}",
        ),
        file=str(folder),
        parameter=Parameter("force"),
    )


def _foreign(folder: Path, files: Mapping[str, bytes], manifest: str, recorded: Mapping[str, str] | None) -> list[str]:
    """Names at which a file stands that would be replaced, and that is neither as recorded nor as it is to be."""
    foreign = []
    for name, content in files.items():
        if not _is_there(folder, name) or (name == manifest and _recorded(folder / name) is not None):
            continue
        if _digest(folder / name) not in ((recorded or {}).get(name), hashlib.sha256(content).hexdigest()):
            foreign.append(name)
    return foreign


def _is_there(folder: Path, name: str) -> bool:
    """Whether a name is a file inside a folder, and no link stands on the way to it."""
    return journal.is_inside(name) and not journal.leads_away(folder, name) and (folder / name).is_file()


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _move(before: Path, after: Path, moved: list[tuple[Path, Path]]) -> None:
    after.parent.mkdir(parents=True, exist_ok=True)
    moved.append((before, after))
    before.replace(after)


def _holds_files(folder: Path) -> bool:
    return any(file.is_file() for file in folder.rglob("*"))


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):  # it is not
        folder.rmdir()


def _finish_or_clear(folder: Path, manifest: str, force: bool = False) -> None:
    """What a killed delivery left: with a journal its files are complete and take their places, else they go.

    A journal may come from strangers too: what is not recorded as yzgeo's own stays as it is.
    """
    listed = journal.staged(folder, STAGE)
    if listed is not None:
        new = folder / STAGE / journal.NEW
        recorded = _recorded(folder / manifest) or _recorded(folder / STAGE / journal.OLD / manifest)
        coming = {name: (new / name).read_bytes() for name in listed.files if (new / name).is_file()}
        foreign = _foreign(folder, coming, manifest, recorded)
        going = [name for name in listed.obsolete if _is_there(folder, name)]
        foreign += [name for name in going if _digest(folder / name) != (recorded or {}).get(name)]
        if foreign and not force:
            raise _not_ours(folder, foreign)
        for name in foreign:
            content = (folder / name).read_bytes()
            copy = kept_name(name, content)
            _refuse_links_and_folders(folder, copy)
            (folder / copy).parent.mkdir(parents=True, exist_ok=True)
            (folder / copy).write_bytes(content)
        _move_in(folder, manifest)
    journal.clear(folder, STAGE)


def _recorded_with_itself(folder: Path, manifest: str) -> dict[str, str]:
    """The files that yzgeo wrote into a folder, the manifest among them, with their SHA-256."""
    recorded = _recorded(folder / manifest)
    return {} if recorded is None else {**recorded, manifest: _digest(folder / manifest)}


def _recorded(manifest: Path) -> dict[str, str] | None:
    """The names that a manifest lists, with their SHA-256; None where it is none of yzgeo's.

    Other programs keep a `manifest.json` with `outputs` too: yzgeo's states its version and the edition.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "manifest.json")
    >>> _ = file.write_text('{"name": "a web app", "outputs": ["index.html"]}')
    >>> print(_recorded(file))
    None
    """
    try:
        content = json.loads(manifest.read_bytes())
        version, edition, outputs = content["yzgeo"], content["edition"], content["outputs"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None  # none, or not one of ours
    if not isinstance(version, str) or not isinstance(edition, str) or not isinstance(outputs, dict):
        return None
    if not all(isinstance(digest, str) and SHA256.fullmatch(digest) for digest in outputs.values()):
        return None
    return outputs
