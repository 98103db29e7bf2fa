"""Build the site of the docs, in Chinese and English, and check every link of it.

    python scripts/website.py -o site            # then open site/index.html, no server needed

Needs `pip install -e ".[docs]"`. A warning of the generator is an error, and so is a link that leads nowhere; addresses on
the web are listed with `--external`, and none is asked.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("zh", "en")
NAMES = {"a": "href", "link": "href", "img": "src", "script": "src", "iframe": "src", "source": "src", "form": "action"}
"""The attribute of an element that names something else."""
FRONT = """\
<!DOCTYPE html>
<html lang="zh"><meta charset="utf-8"><title>yzgeo</title>
<meta http-equiv="refresh" content="0; url=zh/index.html">
<p><a href="zh/index.html">中文</a> · <a href="en/index.html">English</a></p>
"""


class Link(NamedTuple):
    """An address on a page, as an element of it names it."""

    page: Path
    element: str
    address: str


def main(argv: list[str]) -> int:
    """Build, check, and put the site in place; on any failure the folder that was there stays."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, default=ROOT / "site")
    parser.add_argument("--external", action="store_true", help="list the addresses on the web")
    given = parser.parse_args(argv)
    output = given.output.resolve()
    if output.exists() and any(output.iterdir()) and not (output / "zh" / "search").is_dir():
        print(f"website.py: {output} holds something else; name another folder", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if not build(site):
            return 1
        lost, external = check(site)
        for link in lost:
            print(f"website.py: {link.page.relative_to(site)}: {link.address} leads nowhere", file=sys.stderr)
        if lost:
            return 1
        if given.external:
            print("\n".join(sorted({link.address for link in external})))
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(site, output)
    print(f"website.py: {output / 'index.html'}", file=sys.stderr)
    return 0


def build(site: Path) -> bool:
    """Both languages, each a site of its own with its own search; whether nothing was warned of."""
    import jieba
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    jieba.setLogLevel(logging.WARNING)  # without it the search knows no Chinese words, and says nothing
    for language in LANGUAGES:
        os.environ["SITE_LANGUAGE"] = language
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site / language), strict=True)
        try:
            config.plugins.on_startup(command="build", dirty=False)
            build_site(config)
        except Abort:
            return False
        finally:
            config.plugins.on_shutdown()
    (site / "index.html").write_text(FRONT, "utf-8")
    return True


def check(site: Path) -> tuple[list[Link], list[Link]]:
    """Links of a built site that lead nowhere, and those to other hosts.

    A link inside leads to a file of the site, and where it names an anchor, to an element of that id.
    """
    pages = {page: _read(page) for page in sorted(site.rglob("*.html"))}
    lost, external = [], []
    for page, (_, addresses) in pages.items():
        for element, address in addresses:
            parts = urlsplit(address)
            if parts.scheme in ("data", "mailto", "javascript"):
                continue
            if parts.scheme or parts.netloc:
                external.append(Link(page, element, address))
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            ids = pages[target][0] if target in pages else None
            there = target.is_file() and target.is_relative_to(site.resolve())
            if not there or (parts.fragment and (ids is None or unquote(parts.fragment) not in ids)):
                lost.append(Link(page, element, address))
    return lost, external


def _read(page: Path) -> tuple[set[str], list[tuple[str, str]]]:
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    return reader.ids, reader.addresses


class _Reader(HTMLParser):
    """Ids of a page, and what it refers to; the form of a class is that of html.parser."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids |= {value for name in ("id", "name") if (value := given.get(name))}
        if address := given.get(NAMES.get(tag, "")):
            self.addresses.append((tag, address))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
