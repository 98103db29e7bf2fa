"""Mutations that know a file's structure: they damage one cell, member, property, coordinate or record of a valid file."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import struct
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pyarrow.parquet as pq

DEEP = 50_000
"""How deep nested input is nested: far deeper than the stack of a process."""
NUMBERS = [
    "", "0", "-1", "1e400", "-1e400", "nan", "inf", "9" * 40, "9" * 5000, "²", "１２", "1,5", "0x1F", "--5", "1e-400",
    "2147483648", "9223372036854775808", "18446744073709551616", "1e22", "三", "+", "1_000", "true", "\ud800", "\x00",
]  # fmt: skip
"""What stands where a number belongs."""
EXTREMES = ["1e308", "-1e308", "5e-324", "1e15", "0", "-1", "", "9007199254740991", "9999", "1900", "0.1", "1e-9"]
"""Numbers that a table may hold, and that nobody reckons with."""
TEXTS = [
    "", " ", "\x00", "\ud800", "\ufeff", "\u202e", "²", "a" * 70_000, "'", '"', "\n", "\r\n", "\t", "=1+1", "::error ::x", "\x1b[31m",
    "None", "null", "nan", "../../x", "/dev/null", "🏭", "合 计", "<a>&lt;", "]]>", "{{", "%s%n", "EPSG:999999", "EPSG:4326",
    "+proj=pipeline", "+proj=tmerc +lon_0=1e400", 'GEOGCS["', "9999-99-99", "0000-00-00", "一九九九年", "POLYGON", "POLYGON EMPTY",
    "POLYGON((", "POLYGON((0 0,1 1))", "POLYGON((1 1,1 1,1 1,1 1))", "POINT(nan inf)", "CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))",
    "GEOMETRYCOLLECTION(" * DEEP, "010700000001000000" * DEEP, "(" * DEEP, "[" * DEEP, "SRID=99999999999;POINT(1 1)",
]  # fmt: skip
"""What stands where text belongs."""
CODECS = ["hex", "rot13", "base64", "utf-16", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "zip", "mbcs", "", "²", "99999999999", "utf-7", "cp037"]  # fmt: skip
"""Names of codecs for a `.cpg`: several turn bytes into bytes, or text into text."""


def mutated(place: Path, form: str, random: Random) -> str:
    """Damage a file or folder of a format; returns what was done to which part."""
    targets = {"plan": _of_plan, "shapefile": _of_parts, "filegdb": _of_parts, "prj": _of_parts}.get(form, _itself)(
        place
    )
    done = []
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        file = random.choice(targets)
        if file.is_file():
            done.append(f"{file.name}: {_file(file, random)}")
    return "; ".join(done)


def _itself(place: Path) -> list[Path]:
    return [place]


def _of_parts(place: Path) -> list[Path]:
    return sorted(file for file in (place.iterdir() if place.is_dir() else place.parent.glob(f"{place.stem}.*")))


def _of_plan(place: Path) -> list[Path]:
    described = [place / "datapackage.json", place / "zones.geojson", place / "district.geojson"]
    return [*described * 3, *sorted(place.glob("*.csv"))]


def _file(file: Path, random: Random) -> str:
    structured = STRUCTURED.get(file.suffix.lower())
    if structured is None or random.random() < 0.12:
        structured = _bytes
    try:
        return structured(file, random)
    except Exception:  # an earlier mutation has left no structure, in any of the ways that are tried here
        return _bytes(file, random)


def _bytes(file: Path, random: Random) -> str:
    content = bytearray(file.read_bytes())
    kind = random.choice(["flip", "cut", "zero", "ones", "insert", "repeat", "empty", "integer"])
    if not content or kind == "empty":
        file.write_bytes(b"" if content else os.urandom(64))
        return "empty"
    at = random.randrange(len(content)) if random.random() < 0.6 else random.randrange(min(len(content), 256))
    if kind == "flip":
        for _ in range(random.choice([1, 4, 40])):
            content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    elif kind == "cut":
        del content[at:]
    elif kind in ("zero", "ones"):
        length = min(random.choice([1, 4, 8, 64]), len(content) - at)
        content[at : at + length] = (b"\0" if kind == "zero" else b"\xff") * length
    elif kind == "insert":
        content[at:at] = random.choice(TEXTS).encode("utf-8", "surrogatepass")
    elif kind == "integer":
        content[at : at + 4] = struct.pack(
            random.choice("<>") + "I", random.choice([0, 1, 2**31 - 1, 2**31, 2**32 - 1, 10**6])
        )
    else:
        content[at:at] = content[at : at + 4096] * random.choice([1, 3, 30])
    file.write_bytes(bytes(content))
    return f"{kind} at {at}"


def _text(content: str, random: Random) -> tuple[str, str]:
    """Text with a number, cell, line or stretch of it replaced."""
    lines = content.splitlines(keepends=True) or [""]
    at = random.randrange(len(lines))
    kind = random.choice(
        ["number", "number", "number", "cell", "cell", "cell", "drop", "double", "swap", "cut", "nest"]
    )
    if kind in ("number", "cell"):
        pattern = r"[-+]?\d+(?:\.\d+)?" if kind == "number" else r"""[^,;<>\[\]{}()"'\s]+"""
        spans = list(re.finditer(pattern, lines[at])) or list(re.finditer(pattern, content))
        whole = lines[at] if re.search(pattern, lines[at]) else content
        if spans:
            span = random.choice(spans)
            new = random.choice(NUMBERS if kind == "number" and random.random() < 0.8 else TEXTS)
            changed = f"{whole[: span.start()]}{new}{whole[span.end() :]}"
            return (
                "".join([*lines[:at], changed, *lines[at + 1 :]]) if whole is lines[at] else changed
            ), f"line {at + 1}, {kind} to {new[:20]!r}"
    if kind == "drop":
        del lines[at]
    elif kind == "double":
        lines[at:at] = [lines[at]] * random.choice([1, 2, 3000])
    elif kind == "swap":
        other = random.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == "nest":
        opening = random.choice(["[", "{", "(", "<a>", "<Folder>", "<MultiGeometry>", '{"a":', '"', "<!--"])
        lines[at] = opening * random.choice([2, DEEP]) + lines[at]
    else:
        place = random.randrange(len(content)) if content else 0
        return content[:place], f"cut at {place}"
    return "".join(lines), f"{kind} line {at + 1}"


def _plain(file: Path, random: Random) -> str:
    if file.suffix.lower() == ".cpg" and random.random() < 0.8:
        codec = random.choice(CODECS)
        file.write_text(codec, encoding="utf-8")
        return f"codec {codec!r}"
    text, done = _text(file.read_text("utf-8"), random)
    encoding = random.choice(["utf-8"] * 8 + ["gb18030", "utf-16"])
    file.write_bytes(text.encode(encoding, "surrogatepass" if encoding != "gb18030" else "replace"))
    return f"{done} in {encoding}"


def _table(file: Path, random: Random) -> str:
    """A cell that stays of its kind, so that what comes behind the schema is reached too."""
    if random.random() < 0.4:
        return _plain(file, random)
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"))))
    row = random.randrange(1, len(rows))
    filled = [place for place, cell in enumerate(rows[row]) if cell]
    place = random.choice(filled if random.random() < 0.7 else range(len(rows[row])))
    old = rows[row][place]
    rows[row][place] = random.choice(EXTREMES if re.fullmatch(r"-?[\d.]+", old) else [*TEXTS, *EXTREMES, old * 2])
    with file.open("w", encoding="utf-8", errors="surrogatepass", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return f"row {row + 1}, {rows[0][place]} to {rows[row][place][:20]!r}"


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


def _xml(content: str, random: Random) -> tuple[str, str]:
    kind = random.choice(["text", "text", "text", "drop", "double", "wrap", "bomb"])
    elements = list(re.finditer(r"<(\w[\w:]*)[^<>]*?(?:/>|>[^<]*</\1>)", content))
    if kind == "text" or not elements:
        return _text(content, random)
    one = random.choice(elements)
    if kind == "bomb":
        prolog, sign, rest = content.rpartition("?>") if content.startswith("<?xml") else ("", "", content)
        end = rest.rfind("</")
        return f"{prolog}{sign}{ENTITIES}{rest[:end]}&j;{rest[end:]}", "entities"
    new = {"drop": "", "double": one[0] * random.choice([2, 2000]), "wrap": f"<{one[1]}>" * DEEP + one[0]}[kind]
    return f"{content[: one.start()]}{new}{content[one.end() :]}", f"{kind} {one[0][:40]}"


def _kml(file: Path, random: Random) -> str:
    text, done = _xml(file.read_text("utf-8"), random)
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    return done


def _zip(file: Path, random: Random) -> str:
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheets = [name for name in members if "sheet" in name or name.endswith(".kml")]
    name = random.choice([*members, *sheets * 3])
    kind = random.choice(["member", "member", "member", "member", "drop", "bomb", "empty"])
    if kind == "member":
        text, done = _xml(members[name].decode("utf-8"), random)
        members[name] = text.encode("utf-8", "surrogatepass")
    else:
        done = kind
        if kind == "drop":
            del members[name]
        elif kind == "empty":
            members[name] = b""
        else:
            at = members[name].rfind(b"</")
            members[name] = members[name][:at] + b" " * 1_000_000_000 + members[name][at:]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return f"{name}: {done}"


def _json(file: Path, random: Random) -> str:
    if random.random() < 0.25:
        return _plain(file, random)
    document = json.loads(file.read_text("utf-8"))
    nodes = list(_nodes(document))
    holder, key, path = random.choice(nodes)
    old = holder[key]
    kind = random.choice(["replace", "replace", "replace", "drop", "double", "nest", "rename"])
    if kind == "drop":
        del holder[key]
    elif kind == "double" and isinstance(holder, list):
        holder[key:key] = [old] * random.choice([1, 3000])
    elif kind == "rename" and isinstance(holder, dict):
        holder[random.choice(TEXTS)] = holder.pop(key)
    elif kind == "nest":
        holder[key] = "\0deep\0"
    else:
        holder[key] = random.choice(
            [
                None,
                True,
                0,
                -1,
                1.5,
                10**40,
                1e308,
                [],
                {},
                [[]],
                [None],
                {"a": None},
                "x",
                float("nan"),
                2**63,
                random.choice(TEXTS),
                random.choice(NUMBERS),
            ]
        )
    text = json.dumps(document, ensure_ascii=random.random() < 0.5)
    opening, closing_ = random.choice(
        [("[", "]"), ('{"type":"GeometryCollection","geometries":[', "]}"), ('{"a":', "}")]
    )
    deep = f"{opening * DEEP}0{closing_ * random.choice([0, DEEP])}"
    file.write_bytes(text.replace('"\\u0000deep\\u0000"', deep).encode("utf-8", "surrogatepass"))
    return f"{kind} {'/'.join(path)}"


def _nodes(node: Any, path: tuple[str, ...] = ()) -> Any:
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        yield node, key, (*path, str(key))
        if isinstance(node[key], dict | list):
            yield from _nodes(node[key], (*path, str(key)))


def wkb(content: bytes, random: Random) -> tuple[bytes, str]:
    """Well-known binary with its structure broken."""

    def nested(code: int) -> bytes:
        return struct.pack("<BII", 1, code, 1) * DEEP + struct.pack("<BIdd", 1, 1, 0.0, 0.0)

    def polygon(points: list[tuple[float, float]]) -> bytes:
        return struct.pack("<BIII", 1, 3, 1, len(points)) + b"".join(struct.pack("<dd", *point) for point in points)

    kinds: dict[str, Callable[[], bytes]] = {
        "nested collections": lambda: nested(7),
        "nested multipolygons": lambda: nested(6),
        "nested after a point": lambda: struct.pack("<BII", 1, 7, 2) + struct.pack("<BIdd", 1, 1, 0.0, 0.0) + nested(7),
        "nested curves": lambda: nested(9),
        "cut": lambda: content[: random.randrange(len(content))],
        "count": lambda: content[:5] + struct.pack("<I", random.choice([0, 2**31 - 1, 2**32 - 1])) + content[9:],
        "type": lambda: (
            content[:1]
            + struct.pack("<I", random.choice([0, 2, 8, 9, 10, 15, 17, 1003, 0x20000003, 2**32 - 1]))
            + content[5:]
        ),
        "order": lambda: bytes([random.choice([0, 2, 255])]) + content[1:],
        "one point": lambda: polygon([(121.6, 29.6)]),
        "unclosed": lambda: polygon([(121.6, 29.6), (121.61, 29.6), (121.61, 29.61)]),
        "not finite": lambda: polygon(
            [(float("nan"), 29.6), (float("inf"), 29.6), (1e308, -1e308), (float("nan"), 29.6)]
        ),
        "empty": lambda: b"",
        "no rings": lambda: struct.pack("<BII", 1, 3, 0),
    }
    kind = random.choice(list(kinds))
    return kinds[kind](), kind


def _parquet(file: Path, random: Random) -> str:
    table = pq.read_table(file)
    metadata = dict(table.schema.metadata)
    if random.random() < 0.5:
        place = random.randrange(len(table))
        shapes = table["geometry"].to_pylist()
        shapes[place], done = wkb(shapes[place], random)
        import pyarrow as pa

        table = table.set_column(table.schema.names.index("geometry"), "geometry", pa.array(shapes, pa.binary()))
    else:
        geo = json.loads(metadata[b"geo"])
        holder, key, path = random.choice(list(_nodes(geo)))
        if random.random() < 0.3:
            del holder[key]
        else:
            holder[key] = random.choice(
                [None, 0, -1, [], {}, "x", 10**40, "\0deep\0", {"id": 5}, [1, 2], random.choice(TEXTS)]
            )
        text = json.dumps(geo).replace('"\\u0000deep\\u0000"', "[" * DEEP + "]" * DEEP)
        metadata[b"geo"] = text.encode("utf-8", "surrogatepass") if random.random() < 0.9 else b"\xff\xfe{"
        done = f"geo {'/'.join(path)}"
    pq.write_table(table.replace_schema_metadata(metadata), file)
    return done


def _sqlite(file: Path, random: Random) -> str:
    with closing(sqlite3.connect(file)) as base:
        tables = [
            name
            for (name,) in base.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'rtree%'"
            )
        ]
        kind = random.choice(["shape", "shape", "cell", "cell", "drop", "schema"])
        table = "parcels" if kind == "shape" else random.choice(tables)
        columns = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")')]
        column = "geom" if kind == "shape" else random.choice(columns)
        for (trigger,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            base.execute(f'DROP TRIGGER "{trigger}"')
        done = ""
        if kind == "shape":
            (blob,) = base.execute("SELECT geom FROM parcels LIMIT 1").fetchone()
            header = 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}.get((blob[3] >> 1) & 7, 0)
            new, done = wkb(blob[header:], random)
            base.execute("UPDATE parcels SET geom = ? WHERE fid = 1", [blob[: random.choice([header] * 5 + [3])] + new])
        elif kind == "cell":
            value = random.choice(
                [None, 0, -1, 2**63 - 1, 1e308, b"\xff\x00", "x", *(text for text in TEXTS if "\ud800" not in text)]
            )
            base.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = ?', [value])
        elif kind == "drop":
            base.execute(f'DROP TABLE "{table}"')
        else:
            base.execute(f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO "{random.choice(["x", "geom ", "fid2"])}"')
        base.commit()
    return f"{kind} {table}.{column} {done}"


STRUCTURED: dict[str, Callable[[Path, Random], str]] = {
    ".txt": _plain, ".csv": _table, ".prj": _plain, ".cpg": _plain, ".dxf": _plain, ".kml": _kml, ".osm": _kml, ".kmz": _zip, ".xlsx": _zip,
    ".geojson": _json, ".json": _json, ".parquet": _parquet, ".gpkg": _sqlite,
}  # fmt: skip
"""The mutation of each ending; others are damaged byte by byte."""
