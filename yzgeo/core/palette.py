"""Colours that readers with any colour vision can tell apart, the same for a zone on all screens.

A hue means a zone and nothing else. The six hues lie at least 0.10 apart in OKLab (0.11 on a dark ground), for readers
with protanopia and deuteranopia too; the test of the page holds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Hue(NamedTuple):
    """A hue for areas and for text, on a light ground and on a dark one."""

    light: str
    light_text: str
    dark: str
    dark_text: str


HUES = (
    Hue("#2F55B5", "#264896", "#5C8BF5", "#9DBBFF"),
    Hue("#AE3D17", "#973411", "#DB5528", "#FF9169"),
    Hue("#14806A", "#0D6553", "#55BFA2", "#74DEC1"),
    Hue("#7E2C66", "#7E2C66", "#B05FA0", "#E39AD2"),
    Hue("#B37F08", "#7A5600", "#EDB447", "#F0BF5C"),
    Hue("#8579D4", "#574BA8", "#D6CBF7", "#DAD1FA"),
)
ZONE_COLOURS = tuple(hue.light for hue in HUES)
PRINT_TONES = ("#86501F", "#CB9448", "#3F2A14", "#E3C48F")
"""Browns of four lightnesses."""
INK = "#1D2B33"
PAPER = "#FCFBF7"
QUIET = "#8a857a"
STATUS_COLOURS = {"identified": "#B9B4A8", "under_way": "#75797A", "recovered": INK}
"""Ink of three lightnesses for parcels by status: hues are for zones."""
ON_DARK = {
    **{hue.light: hue.dark for hue in HUES},
    QUIET: "#A3A299",
    PAPER: "#1B2023",
    STATUS_COLOURS["identified"]: "#5C6465",
    STATUS_COLOURS["under_way"]: "#A3A299",
    STATUS_COLOURS["recovered"]: "#EEEBE2",
}
"""Replacements on a dark ground."""
TEXT_SHADES = {hue.light: hue.light_text for hue in HUES}
"""What text in a zone's hue is written in on a light ground."""
TEXT_SHADES_ON_DARK = {hue.light: hue.dark_text for hue in HUES}


def zone_colours(zone_ids: Iterable[str], kinds: Iterable[object]) -> dict[str, str]:
    """The colour of each zone on a screen: up to six zones have one each, more go by kind.

    Parameters
    ----------
    zone_ids
        The zones, in the plan's order.
    kinds
        Their kinds, in the same order; what is no text is no kind.

    >>> print(zone_colours(["mingzhou", "yinzhou"], ["core", "core"])["yinzhou"])
    #AE3D17
    >>> print(sorted(set(zone_colours("abcdefgh", ["core", "band"] * 4).values())))
    ['#2F55B5', '#AE3D17']
    """
    zones = dict(zip(zone_ids, kinds, strict=True))
    if not goes_by_kind(len(zones)):
        return dict(zip(zones, ZONE_COLOURS, strict=False))
    return _by_kind(zones, ZONE_COLOURS)


def goes_by_kind(zones: int) -> bool:
    """Whether so many zones are coloured by kind on a screen: there are no more hues that all readers can tell apart."""
    return zones > len(ZONE_COLOURS)


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
