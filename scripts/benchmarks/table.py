"""How soon the table of a page with many parcels answers: until what was asked for is on the screen.

The parcels of `page`, in a browser of 1366 to 768 pixels with the network cut. Each answer counts from the click or
the change of the filter to the end of the frame that shows it, the median of the runs; a column is sorted one way and
then the other, so that no order is asked for twice running.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks._ledgers import made_up
from benchmarks.page import CHROMIUM_ARGS, VIEW, yzgeo_page
from yzgeo.plan.load import load

TABLE = "#view=projects&table=parcels"
REST_MS = 300
SORTED_AHEAD_MS = 3000
ANSWER = """async ([kind, value]) => {
    const { page } = window.yzgeo;
    const { filter } = page.state;
    const acts = {
        sort: () => document.querySelectorAll('#yz-table thead button')[value].click(),
        zone: () => page.store.change({ filter: { ...filter, zones: [page.data.zones[value].zone_id] } }),
        land: () => page.store.change({ filter: { ...filter, land: { from: value, to: null, unstated: true } } }),
        click: () => document.querySelector(value).click(),
    };
    const from = performance.now();
    acts[kind]();
    await new Promise(shown => requestAnimationFrame(() => {
        const channel = new MessageChannel();  // its message comes when the frame is painted
        channel.port1.onmessage = shown;
        channel.port2.postMessage(0);
    }));
    return performance.now() - from;
}"""
ASKED: tuple[tuple[str, str, int | str], ...] = (
    ("sort numbers", "sort", 0),
    ("sort statuses", "sort", 1),
    ("sort areas", "sort", 3),
    ("one zone", "zone", 0),
    ("another zone", "zone", 1),
    ("and larger than 5 mu", "land", 5),
    ("sort what is left", "sort", 3),
    ("all again", "click", "#yz-filter .clear"),
    ("mark a row", "click", "#yz-table tbody tr:nth-child(5) td:nth-child(3)"),
    ("the table of projects", "click", "[data-table=projects]"),
    ("that of parcels again", "click", "[data-table=parcels]"),
)


def answers(tab: Page, runs: int) -> dict[str, list[float]]:
    """Milliseconds of each answer, by what was asked."""
    times: dict[str, list[float]] = {name: [] for name, _, _ in ASKED}
    for _ in range(runs):
        for name, kind, value in ASKED:
            times[name].append(float(tab.evaluate(ANSWER, [kind, value])))
            tab.wait_for_timeout(REST_MS)
    return times


def main(arguments: list[str]) -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        prog="bench.py table", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parcels", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="path of the browser")
    wanted = parser.parse_args(arguments)
    parcels = made_up(wanted.parcels, tuple(load("yinzhou").district.total_bounds))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(yzgeo_page(parcels), "utf-8")
        browser = playwright.chromium.launch(executable_path=wanted.chromium, args=CHROMIUM_ARGS)
        tab = browser.new_context(offline=True, viewport=VIEW).new_page()
        tab.goto(file.as_uri() + TABLE)
        tab.wait_for_selector("#yz-table tbody tr:nth-child(5)")
        shown = tab.evaluate("performance.now()")
        tab.wait_for_timeout(SORTED_AHEAD_MS)
        times = answers(tab, wanted.runs)
        browser.close()
    print(f"{wanted.parcels:,} parcels, rows in sight after {shown:,.0f} ms\n\n| asked | ms | longest |\n|---|---|---|")
    for name, each in times.items():
        print(f"| {name} | {statistics.median(each):.0f} | {max(each):.0f} |")
