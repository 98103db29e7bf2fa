"""Numbers of parcels that occur more than once, among millions, in eight bytes each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Prints = npt.NDArray[np.uint64]
SEED = 20211231
"""Of the multipliers; any will do, but the same each time."""


def fingerprints(ids: pa.Array) -> Prints:
    """Eight bytes for each: the same for the same text, and for no two others in practice.

    A sum of bytes, each times a random number of its place: two different texts agree with a chance of 2⁻⁵⁶ at most.

    >>> print(len(set(fingerprints(pa.array(["A1", "1A", "A1"])).tolist())), "different")
    2 different
    """
    if pa.types.is_integer(ids.type):
        numbers: npt.NDArray[np.int64] = ids.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
        return numbers.view(np.uint64)
    texts = pc.fill_null(ids.cast(pa.large_string()), "")
    _, offsets, data = texts.buffers()
    places = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    lengths = np.diff(places)
    longest = int(lengths.max(initial=0))
    prints = lengths.astype(np.uint64)
    if not longest:
        return prints
    factors = np.random.default_rng(SEED).integers(1, 2**64, longest, dtype=np.uint64) | np.uint64(1)
    letters = np.frombuffer(data, np.uint8)[places[0] : places[-1]].astype(np.uint64) + np.uint64(1)
    letters *= factors[np.arange(len(letters)) - np.repeat(places[:-1] - places[0], lengths)]
    some = lengths > 0
    prints[some] += np.add.reduceat(letters, (places[:-1] - places[0])[some])
    return prints


def repeated(prints: Prints) -> npt.NDArray[np.int64]:
    """Positions of all that occur more than once.

    >>> print(repeated(fingerprints(pa.array(["A", "B", "A", "C"]))))
    [0 2]
    """
    ordered = np.sort(prints)
    twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    return np.flatnonzero(np.isin(prints, twice)) if len(twice) else np.empty(0, dtype=np.int64)
