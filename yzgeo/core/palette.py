"""Colours that readers with any colour vision can tell apart, the same for a zone on all screens.

From the palette of Okabe and Ito (2008, https://jfly.uni-koeln.de/color/), without black and yellow, which have too
little contrast on a paper ground.
"""

from __future__ import annotations

from collections.abc import Iterable

OKABE_ITO = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
PRINT_TONES = ("#86501F", "#CB9448", "#3F2A14", "#E3C48F")
"""Browns of four lightnesses."""
INK = "#2b2a27"
QUIET = "#8a857a"
STATUS_COLOURS = {"identified": "#C77700", "under_way": "#3D94CC", "recovered": "#0B3C6F"}
"""Colours of parcels by status: warm for work to do, then blues that also differ in lightness."""
ON_DARK = {STATUS_COLOURS["recovered"]: "#A9CDF3"}
"""Replacements on a dark ground: still the blue furthest from the others in lightness."""


def zone_colours(zone_ids: Iterable[str], kinds: Iterable[object]) -> dict[str, str]:
    """The colour of each zone on a screen: up to six zones have one each, more go by kind.

    Parameters
    ----------
    zone_ids
        The zones, in the plan's order.
    kinds
        Their kinds, in the same order; what is no text is no kind.

    >>> print(zone_colours(["mingzhou", "yinzhou"], ["core", "core"])["yinzhou"])
    #D55E00
    >>> print(sorted(set(zone_colours("abcdefgh", ["core", "band"] * 4).values())))
    ['#0072B2', '#D55E00']
    """
    zones = dict(zip(zone_ids, kinds, strict=True))
    if not goes_by_kind(len(zones)):
        return dict(zip(zones, OKABE_ITO, strict=False))
    return _by_kind(zones, OKABE_ITO)


def goes_by_kind(zones: int) -> bool:
    """Whether so many zones are coloured by kind on a screen: there are no more hues that all readers can tell apart."""
    return zones > len(OKABE_ITO)


def print_colours(zone_ids: Iterable[str], kinds: Iterable[object]) -> dict[str, str]:
    """The colour of each zone on paper: always by kind, in tones that a grey printer keeps apart.

    >>> print(print_colours(["mingzhou", "dongwu"], ["core", "agglomeration"])["dongwu"])
    #CB9448
    """
    return _by_kind(dict(zip(zone_ids, kinds, strict=True)), PRINT_TONES)


def _by_kind(zones: dict[str, object], palette: tuple[str, ...]) -> dict[str, str]:
    """Kinds in the order of their first zones; zones of no kind and of further kinds are quiet, unless all are of none."""
    named = [kind for kind in dict.fromkeys(zones.values()) if isinstance(kind, str)]
    if not named:
        return dict.fromkeys(zones, palette[0])
    colours: dict[object, str] = dict(zip(named, palette, strict=False))
    return {zone_id: colours.get(kind, QUIET) for zone_id, kind in zones.items()}


def class_colours(classes: Iterable[str]) -> dict[str, str]:
    """A colour for each of the first six classes; further classes have none and share the page's quiet ink.

    >>> print(class_colours("abcdefgh")["a"], "g" in class_colours("abcdefgh"))
    #0072B2 False
    """
    return dict(zip(classes, OKABE_ITO, strict=False))


LEAST_CONTRAST = 4.5
"""Of text against its ground, by WCAG 2.2."""
SHADES = 50


def readable(colour: str, ground: str) -> str:
    """The nearest shade of a colour, towards black or white, in which text on a ground can be read.

    >>> print(readable("#56B4E9", "#ffffff"), readable("#0072B2", "#ffffff"))
    #3a7a9e #0072b2
    """
    rgb = _channels(colour)
    end = 0.0 if _luminance(_channels(ground)) > 0.5 else 255.0
    shades = ([channel + (end - channel) * step / SHADES for channel in rgb] for step in range(SHADES + 1))
    dark = _luminance(_channels(ground)) + 0.05
    for shade in shades:
        light = _luminance([round(channel) for channel in shade]) + 0.05
        if max(light, dark) / min(light, dark) >= LEAST_CONTRAST:
            break
    return f"#{''.join(f'{round(channel):02x}' for channel in shade)}"


def _channels(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _luminance(rgb: list[float]) -> float:
    """Relative luminance by WCAG 2.2, from 0 to 1."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (value / 255 for value in rgb)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
