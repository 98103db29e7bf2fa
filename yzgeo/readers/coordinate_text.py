"""Coordinates as people type them: full-width digits, degrees with minutes and seconds, lists of points in one cell.

What is not clearly a coordinate stays none: a letter O is not a zero, and 121-36 is not taken for degrees and minutes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from yzgeo.core.i18n import Text
from yzgeo.spatial.gauss_kruger import LAT, LON

FEWEST = 3
"""Fewest points that enclose an area, without the closing one."""
PLAIN = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict.fromkeys("．。·", "."),
        **dict.fromkeys("－−–—‐‑‒﹣", "-"),
        **dict.fromkeys("＋﹢", "+"),
        **dict.fromkeys("，﹐､", ","),
        **dict.fromkeys("；﹔", ";"),
        **dict.fromkeys("：﹕", ":"),
        **dict.fromkeys("＝", "="),
        **dict.fromkeys("（【［〔", "("),
        **dict.fromkeys("）】］〕", ")"),
        **dict.fromkeys("｜", "|"),
        **dict.fromkeys("＠", "@"),
        **dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009\u202f", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"),
    }
)
"""Signs and digits that look like plain ones, by these; invisible characters go."""
LOOK_ALIKE = Text("全角或形近的数字、符号，按半角读入", "full-width or look-alike digits and signs, read as plain ones")
SEPARATED = Text("去掉千分位逗号", "the number without the commas between its thousands")
SEXAGESIMAL = Text("度分秒换算成十进制度", "degrees, minutes and seconds turned into decimal degrees")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
HEMISPHERE = "[NSEWnsew](?![A-Za-z])"
SECOND_MARK = "″|''|′′|’’|\"|”|“|秒"
DEGREES = re.compile(
    rf"(?P<before>东经|北纬|西经|南纬|{HEMISPHERE})?\s*(?P<sign>[-+]?)(?P<degrees>\d{{1,3}}(?:\.\d+)?)\s*[°º˚度][ ]*"
    rf"(?:(?P<minutes>\d{{1,2}}(?:\.\d+)?)\s*(?:['′’‘]|分)(?!['′’])[ ]*"
    rf"(?:(?P<seconds>\d{{1,2}}(?:\.\d+)?)\s*(?:{SECOND_MARK}))?)?[ ]*(?P<behind>{HEMISPHERE})?",
    re.ASCII,
)
COLONS = re.compile(
    r"(?<![\d.:-])(?P<degrees>\d{1,3})(?P<mark>[:-])(?P<minutes>\d{1,2})(?P=mark)(?P<seconds>\d{1,2}(?:\.\d+)?)(?![\d.:-])",
    re.ASCII,
)
"""121:36:00.0 or 121-36-00.0"""
SPACED = r"\d{1,3}\s+\d{1,2}\s+\d{1,2}(?:\.\d+)?"
"""121 36 00.0"""
GROUPED = r"\d{1,3}(?:,\d{3}){1,2}(?:\.\d+)?"
"""3,299,017.50; one comma without a point may be that of decimals."""
NAMED_PAIR = r"(?:(?P<name>\d{{1,3}}|[^\d,\s][^,\s]*)(?:\s*,\s*|\s+))??(?P<one>{0})(?:\s*,\s*|\s+)(?P<other>{0})"
"""A point of two such numbers, perhaps with its name before them."""
SPACED_ANGLE, SPACED_PAIR = re.compile(SPACED, re.ASCII), re.compile(NAMED_PAIR.format(SPACED), re.ASCII)
GROUPED_NUMBER, GROUPED_PAIR = (
    re.compile(rf"[-+]?{GROUPED}", re.ASCII),
    re.compile(NAMED_PAIR.format(GROUPED), re.ASCII),
)
LABELS = re.compile(
    r"(?<![A-Za-z0-9])(?:[XYxy]\s*(?:坐标)?\s*[=:]|(?:经度|纬度|东经|北纬|横坐标|纵坐标|北坐标|东坐标)\s*[=:]?)\s*(?=[-+]?[\d.])"
)
FEWEST_CHARACTERS = 11
"""Length of the shortest list of points: 1,2;3,4;5,6."""
LEAST_METRES = 10_000.0
"""Both numbers of a pair on a grid are above this: no number of a point or ring is."""


class ListedPoint(NamedTuple):
    """A point of a list: the number of its ring, its place (x, y as they stand), and its own name; blank where not stated."""

    ring: str
    point: tuple[float, float]
    name: str = ""


def plain(text: str) -> str:
    """Text with digits and signs in their plain form.

    >>> print(plain("３２９９０１７．５，－４"))
    3299017.5,-4
    """
    return text.translate(PLAIN)


def number(text: str) -> float | None:
    """A decimal number, or degrees with minutes and seconds, in decimal degrees; None where it is neither.

    >>> print(number("３.5"), number("121°36′00″"), number("29-48-00"), number("1O5"), number("121°66′"))
    3.5 121.6 29.8 None None
    >>> print(number("121 36 00"), number("3,299,017.5"), number("121,605"))
    121.6 3299017.5 None
    """
    plain_text = plain(text).strip()
    if NUMBER.fullmatch(plain_text):
        return float(plain_text)
    if GROUPED_NUMBER.fullmatch(plain_text) and _separates_thousands(plain_text):
        return float(plain_text.replace(",", ""))
    if SPACED_ANGLE.fullmatch(plain_text):
        return _decimal_of_spaced(plain_text)
    matched = DEGREES.fullmatch(plain_text) or COLONS.fullmatch(plain_text)
    return None if matched is None else _decimal(matched)


def how_typed(text: str) -> Text | None:
    """Why a coordinate is not what its text shows at first sight; None for a plain number."""
    if DEGREES.search(plain(text)) or COLONS.search(plain(text)) or SPACED_ANGLE.fullmatch(plain(text).strip()):
        return SEXAGESIMAL
    if GROUPED_NUMBER.fullmatch(plain(text).strip()):
        return SEPARATED
    return LOOK_ALIKE if plain(text) != text else None


def points(text: str) -> list[ListedPoint] | None:
    r"""The points of a list in one cell; None where the text is no such list, or has fewer than three.

    A point is `x,y`, perhaps with name, ring number or a height, `X=…,Y=…`, or degrees with minutes and seconds; points
    are divided by semicolons, bars, line breaks, brackets or, where commas divide their numbers, blanks.

    >>> print([point.name for point in points("J1,3299000,600000\nJ2,3299000,600100\nJ3,3299100,600100")])
    ['J1', 'J2', 'J3']
    >>> print(points("J1（X=3299000，Y=600000）；J2（X=3299000，Y=600100）；J3（X=3299100，Y=600100）")[1].point)
    (3299000.0, 600100.0)
    >>> print(points("121 36 00, 29 48 00; 121 36 36, 29 48 00; 121 36 36, 29 48 36")[1].point)
    (121.61, 29.8)
    >>> print(points("待测绘，2024；2025"))
    None
    """
    if len(text) < FEWEST_CHARACTERS or not NUMBER.search(plain(text)):
        return None
    content = _in_decimals(plain(text))
    if content is None:
        return None
    content = LABELS.sub(" ", content).replace("、", ",")
    divided = content.replace("(", " ").replace("[", " ").replace(")", ";").replace("]", ";")
    records = [record.strip(" ,\t:") for record in re.split(r"[;|\r\n]+", divided)]
    records = [record for record in records if record]
    records = [_ungrouped(record) for record in records]
    by_blanks = len(records) == 1
    if by_blanks:
        records = [_ungrouped(record.strip(",")) for record in records[0].split()]
    listed = [_listed(re.split(r"\s*,\s*|\s+", record), by_blanks) for record in records]
    complete = [point for point in listed if point is not None]
    return complete if len(complete) == len(listed) >= FEWEST else None


def _ungrouped(record: str) -> str:
    """A point whose numbers hold commas between thousands, or blanks between degrees, minutes and seconds, without them."""
    grouped = GROUPED_PAIR.fullmatch(record)
    if grouped is not None and (_separates_thousands(grouped["one"]) or _separates_thousands(grouped["other"])):
        values = [float(grouped[part].replace(",", "")) for part in ("one", "other")]
        return _record(grouped["name"], values) if _is_pair(*values) else record
    spaced = SPACED_PAIR.fullmatch(record)
    if spaced is not None:
        angles = [_decimal_of_spaced(spaced[part]) for part in ("one", "other")]
        known = [angle for angle in angles if angle is not None]
        return _record(spaced["name"], known) if len(known) == len(angles) and _is_pair(*known) else record
    return record


def _record(name: str | None, values: list[float]) -> str:
    return ",".join([*([name] if name else []), *(f"{value:.12f}" for value in values)])


def _separates_thousands(text: str) -> bool:
    """Whether commas in a number can only be those between thousands."""
    return text.count(",") > 1 or "." in text


def _decimal_of_spaced(text: str) -> float | None:
    """Decimal degrees of degrees, minutes and seconds with blanks between; None where minutes or seconds reach 60."""
    degrees, minutes, seconds = map(float, text.split())
    return degrees + minutes / 60 + seconds / 3600 if minutes < 60 and seconds < 60 else None


def _listed(fields: list[str], by_blanks: bool) -> ListedPoint | None:
    """A point from its fields: x,y | name,x,y | ring and name before them | a height behind them."""
    numbers = [float(field) if NUMBER.fullmatch(field) else None for field in fields]
    values = [value for value in numbers if value is not None]
    if len(values) < len(fields) - 1 or len(values) < 2 or (len(values) < len(fields) and numbers[0] is not None):
        return None  # only the first may be a name
    named = fields[0] if numbers[0] is None else ""
    if len(values) == 2:
        return ListedPoint("", (values[0], values[1]), named)
    if len(values) == 3 and _is_pair(values[1], values[2]) and not _is_pair(values[0], values[1]):
        label = fields[len(fields) - 3]
        return (
            ListedPoint(label, (values[1], values[2]), named)
            if named
            else ListedPoint("", (values[1], values[2]), label)
        )
    if len(values) == 3 and not named and (by_blanks or _is_pair(values[0], values[1])):
        return ListedPoint("", (values[0], values[1]))
    if len(values) == 3 and named and _is_pair(values[0], values[1]):
        return ListedPoint("", (values[0], values[1]), named)
    if len(values) == 4 and not named and _is_pair(values[2], values[3]):
        return ListedPoint(fields[1], (values[2], values[3]), fields[0])
    return None


def _is_pair(one: float, other: float) -> bool:
    """Whether two numbers are coordinates in China, in degrees or metres, in either order."""
    low, high = sorted((one, other))
    return (LAT[0] <= low <= LAT[1] and LON[0] <= high <= LON[1]) or low >= LEAST_METRES


def _in_decimals(text: str) -> str | None:
    """The text with each angle as decimal degrees; None where minutes or seconds reach 60."""
    bad = False

    def replaced(matched: re.Match[str]) -> str:
        nonlocal bad
        value = _decimal(matched)
        bad = bad or value is None
        return f" {value:.12f} " if value is not None else ""

    decimals = COLONS.sub(replaced, DEGREES.sub(replaced, text))
    return None if bad else decimals


def _decimal(matched: re.Match[str]) -> float | None:
    """Decimal degrees; None where minutes or seconds reach 60."""
    parts = matched.groupdict()
    degrees, minutes, seconds = (float(parts.get(name) or 0) for name in ("degrees", "minutes", "seconds"))
    if minutes >= 60 or seconds >= 60:
        return None
    side = f"{parts.get('before') or ''}{parts.get('behind') or ''}".upper()
    backwards = parts.get("sign") == "-" or any(mark in side for mark in ("S", "W", "西", "南"))
    return (-1 if backwards else 1) * (degrees + minutes / 60 + seconds / 3600)
