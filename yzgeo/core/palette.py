"""Colours that readers with any colour vision can tell apart, the same for a zone everywhere.

From the palette of Okabe and Ito (2008, https://jfly.uni-koeln.de/color/), without black and yellow, which have too
little contrast on a paper ground.
"""

from __future__ import annotations

from collections.abc import Iterable

OKABE_ITO = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
INK = "#2b2a27"
QUIET = "#8a857a"
STATUS_COLOURS = {"identified": "#C77700", "under_way": "#3D94CC", "recovered": "#0B3C6F"}
"""Colours of parcels by status: warm for work to do, then blues that also differ in lightness."""
ON_DARK = {STATUS_COLOURS["recovered"]: "#A9CDF3"}
"""Replacements on a dark ground: still the blue furthest from the others in lightness."""


def zone_colours(zone_ids: Iterable[str]) -> dict[str, str]:
    """A colour per zone, in the plan's order; after six zones the colours repeat.

    >>> print(zone_colours(["mingzhou", "yinzhou"])["yinzhou"])
    #D55E00
    """
    return {zone_id: OKABE_ITO[number % len(OKABE_ITO)] for number, zone_id in enumerate(zone_ids)}


def class_colours(classes: Iterable[str]) -> dict[str, str]:
    """A colour for each of the first six classes; further classes have none and share the page's quiet ink.

    >>> print(class_colours("abcdefgh")["a"], "g" in class_colours("abcdefgh"))
    #0072B2 False
    """
    return dict(zip(classes, OKABE_ITO, strict=False))
