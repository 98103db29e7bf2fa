"""The same ids in every build."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

_numbering = threading.RLock()


_numbered = False


_of_this_process = itertools.count(1)


@contextmanager
def stable_ids() -> Iterator[None]:
    """Let folium number its elements instead of drawing random ids, so that two builds give the same bytes.

    The whole map must be built inside, not only rendered, and each page in a ``with`` of its own: a second map
    inside goes on counting, as nested uses do. Threads that build maps inside wait for each other. What was made
    before, such as the colour maps that branca makes when it is imported, keeps its random id.

    >>> import folium
    >>> with stable_ids():
    ...     name = folium.Map(tiles=None).get_name()
    >>> print(f"The map is called {name}.")
    The map is called map_1.
    """
    global _numbered  # noqa: PLW0603  (what is patched is one class for the whole process, too)
    with _numbering:
        if _numbered:
            yield
            return
        _numbered = True
        try:
            with numbered_ids(prefix=""):
                yield
        finally:
            _numbered = False


@contextmanager
def process_ids() -> Iterator[None]:
    """Number elements through all maps of this process, so that two can stand in one figure.

    A program, or a notebook run from its beginning, gives the same ids each time. Inside `stable_ids` those count.
    """
    with _numbering:
        if _numbered:
            yield
            return
        with numbered_ids(prefix="p", numbers=_of_this_process):
            yield


@contextmanager
def numbered_ids(prefix: str, numbers: Iterator[int] | None = None) -> Iterator[None]:
    """Replace folium's two sources of random ids by a counter, by default from 1 on; one thread at a time."""
    import folium.utilities
    from branca.element import Element

    numbers = itertools.count(1) if numbers is None else numbers

    def next_id(*_: object) -> str:
        return f"{prefix}{next(numbers)}"

    with _numbering:
        original_id, original_uuid = vars(Element)["_generate_id"], vars(folium.utilities)["uuid"]
        vars(folium.utilities)["uuid"] = SimpleNamespace(uuid4=lambda: SimpleNamespace(hex=next_id()))
        setattr(Element, "_generate_id", classmethod(next_id))  # noqa: B010  (mypy forbids assigning to a method)
        try:
            yield
        finally:
            setattr(Element, "_generate_id", original_id)  # noqa: B010
            vars(folium.utilities)["uuid"] = original_uuid
