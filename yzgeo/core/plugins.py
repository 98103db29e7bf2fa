"""Find rules, layers, statistics and formats by their place: a new one is a new file.

A module of a package such as `yzgeo.checks.rules` is a plugin of it; so is a module that another
distribution registers under the entry-point group that the package names in `GROUP`.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

from yzgeo.core.errors import InputError, Parameter, unknown_ending
from yzgeo.core.i18n import Text

SHORT_LIST = 12
"""A list of so many names is shown whole when none is similar."""


def slug(module_name: str) -> str:
    """The public name of a module; a keyword of Python has an underscore behind it.

    >>> print(slug("yzgeo.checks.rules.leading_industries"))
    leading-industries
    """
    return module_name.rpartition(".")[2].rstrip("_").replace("_", "-")


def names(package: str) -> list[str]:
    """Slugs of all plugins of a package, sorted, without importing any of them.

    >>> print("leading-industries" in names("yzgeo.checks.rules"))
    True
    """
    place = importlib.import_module(package)
    own = {slug(module.name) for module in pkgutil.iter_modules(place.__path__)}
    return sorted(own | {slug(point.name) for point in entry_points(group=place.GROUP)})


def load(package: str, name: str) -> ModuleType:
    """Import one plugin by its slug.

    Raises
    ------
    InputError
        When there is no such plugin; the most similar names are given.
    """
    place = importlib.import_module(package)
    for module in pkgutil.iter_modules(place.__path__):
        if slug(module.name) == name:
            return importlib.import_module(f"{package}.{module.name}")
    for point in entry_points(group=place.GROUP):
        if slug(point.name) == name:
            loaded: ModuleType = point.load()
            return loaded
    raise unknown(name, names(package))


def discover(package: str) -> dict[str, ModuleType]:
    """All plugins of a package by slug, in the order of their slugs."""
    return {name: load(package, name) for name in names(package)}


def by_ending(package: str, file: Path | str) -> str | None:
    """The format of a file name by its ending in `SUFFIXES`, the longest first; None where there is none.

    >>> print(by_ending("yzgeo.checks.formats", "out/findings.sarif"), by_ending("yzgeo.checks.formats", "notes.md"))
    sarif None
    """
    names_by_suffix = _endings(package)
    fitting = [suffix for suffix in names_by_suffix if str(file).lower().endswith(suffix)]
    return names_by_suffix[max(fitting, key=len)] if fitting else None


def form_of(package: str, file: Path | str, remedy: Text | None = None, parameter: Parameter | None = None) -> str:
    """The name of the format, of those of a package, that the ending of a file names.

    Parameters
    ----------
    package, file
        As `by_ending` takes them.
    remedy
        What to do with a file of no known format, where more can be said than which endings are known.
    parameter
        What else names the format.

    Raises
    ------
    InputError
        When no format has that ending.

    >>> print(form_of("yzgeo.readers.formats", "Zones.GDB"))
    filegdb
    """
    form = by_ending(package, file)
    if form is None:
        raise unknown_ending(file, sorted(_endings(package)), remedy, parameter)
    return form


def _endings(package: str) -> dict[str, str]:
    """The format's name for each ending that a package knows."""
    return {suffix: name for name, module in discover(package).items() for suffix in module.SUFFIXES}


def unknown(name: str, candidates: Iterable[str]) -> InputError:
    """The refusal of a name that does not exist, with the most similar names.

    >>> print(unknown("leading-industry", ["leading-industries", "zone-area"]).message("en"))
    there is no 'leading-industry'. Remedy: perhaps you mean: leading-industries.
    """
    candidates = list(candidates)
    near = difflib.get_close_matches(name, candidates, n=3, cutoff=0.4)
    if not near:
        near = (
            sorted(candidates)
            if len(candidates) <= SHORT_LIST
            else difflib.get_close_matches(name, candidates, n=3, cutoff=0)
        )
    return InputError(
        Text(f"没有“{name}”", f"there is no '{name}'"),
        Text(f"或许是：{'、'.join(near)}", f"perhaps you mean: {', '.join(near)}"),
    )
