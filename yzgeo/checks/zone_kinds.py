"""Whether a zone is of a kind that a scope such as `kind:core` or the words of a clause name."""

from __future__ import annotations

from yzgeo.core import labels


def is_kind(kind: object, name: str) -> bool:
    """Whether a zone's kind is the one of a name: its code, its word in either language, or a word that ends in it.

    >>> print(is_kind("agglomeration", "集聚区"), is_kind("核心区", "core"), is_kind("core", "集聚区"))
    True True False
    """
    if not isinstance(kind, str):
        return False
    spelled = {text.casefold() for text in (kind, *labels.word(kind))}
    wanted = {text.casefold() for text in (name, *labels.word(name))}
    return bool(spelled & wanted) or (len(name) > 1 and any(text.endswith(name) for text in spelled))
