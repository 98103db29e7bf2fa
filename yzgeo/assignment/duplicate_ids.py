"""Find parcel ids that occur more than once, among millions, by a fingerprint of eight bytes each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Prints = npt.NDArray[np.uint64]
AT_ONCE, MOST_PARTS = 1 << 20, 32
"""Fingerprints looked at together, as long as these are not too many parts."""
WORD = 8
"""Bytes hashed at a time."""
FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""2^64 over the golden ratio (Fibonacci hashing): every bit of a word changes many bits of the fingerprint.

https://en.wikipedia.org/wiki/Hash_function#Fibonacci_hashing"""


def fingerprints(ids: pa.Array) -> Prints:
    """A fingerprint of each id, (n,) uint64: equal for equal ids, and in practice for no two different ones.

    >>> print(len(set(fingerprints(pa.array(["A1", "1A", "A1"])).tolist())), "different")
    2 different
    """
    if pa.types.is_integer(ids.type):
        whole = ids.fill_null(0).cast(pa.int64(), safe=False)  # unsigned ones keep their bits
        return np.frombuffer(whole.buffers()[1], np.uint64)[whole.offset : whole.offset + len(whole)]
    texts = ids.cast(pa.large_string())
    texts = pc.fill_null(texts, "") if texts.null_count else texts
    _, offsets, data = texts.buffers()
    places = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    lengths = np.diff(places)
    prints = lengths.astype(np.uint64)
    if not lengths.any():
        return prints
    letters = np.frombuffer(data, np.uint8)[places[0] : places[-1]]
    padded = np.concatenate([letters, np.zeros(WORD, dtype=np.uint8)])
    words = np.ndarray((len(letters),), f"V{WORD}", buffer=padded, strides=(1,))
    for begin in range(0, int(lengths.max()), WORD):
        some = slice(None) if lengths.min() > begin else np.flatnonzero(lengths > begin)
        word = words[(places[:-1] - places[0])[some] + begin].view("<u8")
        # The bytes behind the end of a text belong to the next one.
        behind = np.maximum(begin + WORD - lengths[some], 0).astype(np.uint64) * np.uint64(8)
        mixed = (prints[some] ^ (word << behind)) * FACTOR
        prints[some] = mixed ^ (mixed >> np.uint64(32))
    return prints


def repeated(batches: Sequence[Prints], first: int = 3) -> tuple[int, list[int]]:
    """How many fingerprints occur more than once, and the positions of the first of them, in rising order.

    They are looked at by parts that no fingerprint shares with another, so that little is held beside them.

    >>> print(repeated([fingerprints(pa.array(["A", "B"])), fingerprints(pa.array(["A", "C"]))]))
    (2, [0, 2])
    """
    begins = np.cumsum([0, *map(len, batches)])
    if not begins[-1]:
        return 0, []
    parts = int(np.clip(np.ceil(begins[-1] / AT_ONCE), 1, MOST_PARTS))
    count = 0
    found: list[int] = []
    for part in range(parts):
        chosen = [np.flatnonzero(_part(prints, parts) == part) for prints in batches]
        prints = np.concatenate([every[some] for every, some in zip(batches, chosen, strict=True)])
        ordered = np.sort(prints)
        twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        if not len(twice):
            continue
        at = np.minimum(np.searchsorted(twice, prints), len(twice) - 1)
        repeats = twice[at] == prints
        count += int(np.count_nonzero(repeats))
        rows = np.concatenate([some + begin for some, begin in zip(chosen, begins[:-1], strict=True)])
        found += rows[repeats][:first].tolist()
    return count, sorted(found)[:first]


def _part(prints: Prints, parts: int) -> npt.NDArray[np.uint64]:
    """The part, 0 to parts - 1, that each fingerprint belongs to; those of numbers are the numbers, and so are mixed."""
    return ((prints * FACTOR) >> np.uint64(40)) % np.uint64(parts)
