"""Grow the schematic outlines of a plan anew and store them in its folder.

A plan folder without outlines gets them in memory whenever it is loaded, which takes seconds. Storing
them makes loading quick and puts any change of an outline in front of whoever reviews the folder.

    python scripts/outlines.py                    # the built-in plan
    python scripts/outlines.py path/to/plan       # another plan folder
    python scripts/outlines.py --check            # exits with 1 when the stored ones are not these

Official outlines are never touched.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from yzgeo.plan import outlines, tables
from yzgeo.plan.load import find_folder, grown_outlines, read_places, with_areas
from yzgeo.plan.transaction import change


def main() -> int:
    """Grow, then store or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plan", nargs="?", default="yinzhou")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    folder = find_folder(arguments.plan)
    frames = tables.read(folder)
    stored = outlines.read_zone_outlines(folder, frames["zones"]["zone_id"])
    if (stored["outline_basis"] == "official").any():
        print(f"{folder}: has official outlines, left alone", file=sys.stderr)
        return 1
    grown = grown_outlines(
        with_areas(frames["zones"]),
        frames["zone_places"],
        read_places(frames["places"]),
        outlines.read_district(folder),
    )
    file = Path(folder) / "zones.geojson"
    text = outlines.text(grown)
    if arguments.check:
        same = file.is_file() and file.read_text(encoding="utf-8") == text
        print(f"{file}: {'as grown' if same else 'differs from what is grown now'}")
        return 0 if same else 1
    change(Path(folder), {file.name: text.encode("utf-8")}, keep=[])
    print(f"{file}: {len(grown)} schematic outlines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
