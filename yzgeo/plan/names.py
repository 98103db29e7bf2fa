"""Names spelled in Latin letters, for ids and for tables that ask for an English name."""

from __future__ import annotations

import re
from collections.abc import Collection

import pypinyin

LONGEST_ID = 40


def spelled(name: str) -> str:
    """A name in the Hanyu Pinyin spelling, without tones.

    >>> print(spelled("平塘村"))
    Pingtangcun
    """
    return "".join(pypinyin.lazy_pinyin(name)).capitalize()


def new_id(name: str, taken: Collection[str]) -> str:
    """An id of a name that none of the taken ones equals.

    >>> print(new_id("平塘村", []), new_id("平塘村", ["pingtang-cun"]), new_id("?!", []))
    ping-tang-cun ping-tang-cun place
    >>> print(new_id("平塘村", ["ping-tang-cun"]))
    ping-tang-cun-2
    """
    letters = "-".join(pypinyin.lazy_pinyin(name.lower()))
    stem = re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST_ID].strip("-") or "place"
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found
