"""How soon a page with many parcels is usable, how large its file is and how smoothly it moves, beside the alternatives.

All pages show the same parcels and stand alone (`yzgeo.standalone`), the network being cut: yzgeo's page of the
built-in plan with a ledger; plain folium with GeoJson in SVG and with prefer_canvas; GeoDataFrame.explore (needs
matplotlib and mapclassify). Coordinates have 7 decimals in all. Usable is when all is drawn and two frames have
passed since, counted from the start of the navigation. Frames are counted by requestAnimationFrame while the map is
dragged, and while it is zoomed by the wheel. Each figure is the median of the runs; where one takes over 20 seconds,
it is that one run. A way that does not open within two minutes is not tried with more parcels.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import folium
import geopandas as gpd
import numpy as np
import shapely
from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmarks._ledgers import made_up
from yzgeo.checks.run import run
from yzgeo.core.palette import STATUS_COLOURS
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.publish.context import BuildContext, ordered_layers
from yzgeo.publish.offline.standalone import standalone
from yzgeo.publish.page import render
from yzgeo.spatial.crs import WGS84
from yzgeo.stats.collect import collect

SLOW_S = 20
GIVEN_UP_MS = 120_000
NOT_OPENED = "does not open"
DECIMALS = 7
SHOWN = ("parcel_id", "status")
PARCELS = "#view=parcels"
"""Where yzgeo's page shows its parcels; the others take no notice of it."""
VIEW = {"width": 1366, "height": 768}
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--js-flags=--max-old-space-size=8192",
]

# `drawn` tells whether the page has drawn its parcels; the moment goes into window.usable.
WATCH = """
    window.drawn = () => {
        if (document.readyState !== 'complete') return false;
        if (document.getElementById('yz-data')) {
            if (!(window.yzgeo && window.yzgeo.ready)) return false;
            if (!document.getElementById('yz-parcels')) return true;
            const tiles = [...document.querySelectorAll('.yz-parcel-tiles canvas')];
            return tiles.length > 0 && tiles.every(tile => 'drawn' in tile.dataset);
        }
        return document.querySelector('.leaflet-overlay-pane path, .leaflet-overlay-pane canvas') !== null;
    };
    const look = () => {
        if (window.drawn()) requestAnimationFrame(() => requestAnimationFrame(() => { window.usable = performance.now(); }));
        else setTimeout(look, 4);
    };
    look();
"""
COUNT = """() => { const frames = window.frames_at = []; window.counting = true;
    const tick = at => {  /* a count that is still waiting for its frame when the next begins ends there */
        if (!window.counting || window.frames_at !== frames) return;
        frames.push(at);
        requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick); }"""
COUNTED = "() => { window.counting = false; return window.frames_at; }"


class Figures(NamedTuple):
    """What was measured of a page: milliseconds to usable, frames a second, and the longest frame in milliseconds."""

    usable_ms: float
    runs: int
    drag_fps: float
    zoom_fps: float
    longest_ms: float


def yzgeo_page(parcels: gpd.GeoDataFrame) -> str:
    """The page of the built-in plan with a ledger."""
    yinzhou = load("yinzhou")
    outcome = run(yinzhou)  # of the plan alone: the rules for parcels are timed by `check`
    plan = with_parcels(yinzhou, parcels)
    frames = {name: layer.frame(plan) for name, layer in ordered_layers().items()}
    return render.render(BuildContext(plan, outcome, collect(plan), frames, {}, "zh"))


def folium_page(parcels: gpd.GeoDataFrame, *, canvas: bool) -> str:
    """Plain folium: one GeoJson layer in one colour, with a tooltip.

    Its `style_function` would write a list of all parcels' numbers that every parcel is looked up in.
    """
    west, south, east, north = parcels.total_bounds
    chart = folium.Map(tiles=None, prefer_canvas=canvas)
    folium.GeoJson(
        parcels[[*SHOWN, "geometry"]].to_crs(WGS84),
        tooltip=folium.GeoJsonTooltip(list(SHOWN)),
    ).add_to(chart)
    chart.fit_bounds([[south, west], [north, east]])
    return standalone(chart)


def explore_page(parcels: gpd.GeoDataFrame) -> str:
    """What geopandas makes of it, without tiles."""
    return standalone(parcels[[*SHOWN, "geometry"]].explore("status", tiles=None, cmap=list(STATUS_COLOURS.values())))


MAKERS: dict[str, Callable[[gpd.GeoDataFrame], str]] = {
    "yzgeo": yzgeo_page,
    "folium": lambda parcels: folium_page(parcels, canvas=False),
    "folium, prefer_canvas": lambda parcels: folium_page(parcels, canvas=True),
    "geopandas.explore": explore_page,
}


def opened(browser: Browser, file: Path) -> tuple[Page, float]:
    """The page of a file, and when it became usable in milliseconds."""
    tab = browser.new_context(offline=True, viewport=VIEW).new_page()
    tab.set_default_timeout(GIVEN_UP_MS)
    tab.add_init_script(WATCH)
    tab.goto(file.as_uri() + PARCELS, wait_until="commit")
    tab.wait_for_function("() => window.usable", polling=50)
    return tab, float(tab.evaluate("() => window.usable"))


def frames(tab: Page, act: Callable[[], None]) -> list[float]:
    """Lengths in milliseconds of the frames while something is done."""
    tab.evaluate(COUNT)
    act()
    at = tab.evaluate(COUNTED)
    return [later - earlier for earlier, later in itertools.pairwise(at)]


def drag(tab: Page) -> None:
    """Drag the map to and fro for about two seconds."""
    tab.mouse.move(700, 400)
    tab.mouse.down()
    for step in range(90):
        tab.mouse.move(700 + 250 * (1 if step // 15 % 2 else -1) * (step % 15) / 15, 400 + step)
        tab.wait_for_timeout(16)
    tab.mouse.up()


def zoom(tab: Page) -> None:
    """Zoom in and out again by the wheel."""
    tab.mouse.move(700, 400)
    for turn in (-120, -120, -120, 120, 120):
        tab.mouse.wheel(0, turn)
        tab.wait_for_timeout(600)


def measured(browser: Browser, file: Path, runs: int) -> Figures:
    """Open a page some times; move the last of them."""
    times: list[float] = []
    while len(times) < runs:
        tab, usable = opened(browser, file)
        times.append(usable)
        if usable > SLOW_S * 1000:
            break
        if len(times) < runs:
            tab.context.close()
    dragged, zoomed = frames(tab, lambda: drag(tab)), frames(tab, lambda: zoom(tab))
    tab.context.close()
    rates = [1000 * len(lengths) / sum(lengths) for lengths in (dragged, zoomed)]
    return Figures(statistics.median(times), len(times), *rates, max(*dragged, *zoomed))


def row(name: str, count: int, folder: Path, browser: Browser, parcels: gpd.GeoDataFrame, runs: int) -> str:
    """A line of the table: one way of showing so many parcels."""
    file = folder / "page.html"
    started = time.perf_counter()
    try:
        text = MAKERS[name](parcels)
        file.write_bytes(text.encode("utf-8"))
    except (ImportError, MemoryError) as error:
        return f"| {name} | {count:,} | not made: {error} | | | | | |"
    made = time.perf_counter() - started
    size = f"{file.stat().st_size / 1e6:.1f}"
    del text
    try:
        figures = measured(browser, file, runs)
    except Error as error:
        return f"| {name} | {count:,} | {size} | {made:.1f} | {NOT_OPENED}: {str(error).splitlines()[0][:90]} | | | |"
    usable = f"{figures.usable_ms:,.0f}{'' if figures.runs == runs else ' (one run)'}"
    moves = f"{figures.drag_fps:.0f} | {figures.zoom_fps:.0f} | {figures.longest_ms:.0f}"
    return f"| {name} | {count:,} | {size} | {made:.1f} | {usable} | {moves} |"


def main(arguments: list[str]) -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        prog="bench.py page", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[0, 10_000, 100_000, 1_000_000], metavar="PARCELS")
    parser.add_argument("--ways", nargs="+", default=list(MAKERS), choices=list(MAKERS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="path of the browser")
    wanted = parser.parse_args(arguments)
    bounds = tuple(load("yinzhou").district.total_bounds)
    ways = list(wanted.ways)
    print("| page | parcels | MB | s to make | ms to usable | fps dragging | fps zooming | longest frame, ms |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for count in wanted.sizes:
            parcels = made_up(count, bounds) if count else ledger.empty()
            parcels.geometry = shapely.transform(parcels.geometry.to_numpy(), lambda xy: np.round(xy, DECIMALS))
            for name in list(ways):
                if count == 0 and name != "yzgeo":
                    continue
                browser = playwright.chromium.launch(executable_path=wanted.chromium, args=CHROMIUM_ARGS)
                line = row(name, count, Path(folder), browser, parcels, wanted.runs)
                browser.close()
                print(line, flush=True)
                if NOT_OPENED in line:
                    ways.remove(name)  # more parcels will not open either
