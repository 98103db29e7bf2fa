"""What MkDocs is told beyond mkdocs.yml: pages in one of two languages, links out of docs/, pages from the root, notebooks.

`docs/X.md` is English, `docs/X.zh.md` Chinese; both are X of the site of their language. The language of a build is that
of the theme. A link of a page leads where it leads in the checkout: to the page's own language, to the other site,
or, for a file that is on neither, to the repository when setup.cfg names one, else nowhere: its path is told.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from pymdownx.slugs import slugify

import qgis_plugin
import website_notebooks as notebooks

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"zh": "中文", "en": "English"}
NAMES = {"zh": "yzgeo 文档", "en": "yzgeo docs"}
FROM_THE_ROOT = {"contributing.md": "CONTRIBUTING.md", "changelog.md": "CHANGELOG.md", "licences.md": "NOTICE.md"}
"""Pages of the site that stand at the root of the checkout."""
DOWNLOADS = {
    ROOT / "scripts" / "check_plan.py": (
        "downloads/check_plan.py",
        (ROOT / "scripts" / "check_plan.py").read_bytes,
    ),
    qgis_plugin.PLUGIN: ("downloads/yzgeo_processing.zip", lambda: qgis_plugin.pack({})),
}
"""Files that a reader of the site saves: what a page links to in the checkout, its name on the site, and its bytes."""
ONLY_IN = {
    "zh": "\n*本页目前只有英文。*\n\n",
    "en": "\n*This page is in Chinese only, so far.*\n\n",
}
FENCE = re.compile(r"^([ \t]*)(```+|~~~+).*?^\1\2[ \t]*$", re.MULTILINE | re.DOTALL)
SWITCH = re.compile(r"^\[(?:中文|English)\]\([\w.-]+\.md\)(?: · )?\n*", re.MULTILINE)
"""What a page says of the other language, where the site has a switch for it."""
OPTION = re.compile(r"(?<![\w-])(?:--[a-z][\w-]*|-[a-z]\b)(?![^<]*>)")
"""An option of a command in HTML, outside of tags."""
LINK = re.compile(r"(?<![`\\])(?P<image>!?)\[(?P<text>(?:[^\[\]`]|`[^`]*`|\[[^\]]*\])*)\]\((?P<target>[^()\s]+)\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Titles in the language of this build, and anchors as GitHub makes them, Chinese included."""
    language = _language(config)
    config.site_name = NAMES[language]
    there = {
        *FROM_THE_ROOT,
        *map(_page_of_notebook, notebooks.names()),
        *(_name_and_language(file.name)[0] for file in (ROOT / "docs").glob("*.md")),
    }
    config.nav = [_titled(entry, language) for entry in _named(config.nav or [], there)]
    config.mdx_configs["toc"]["slugify"] = slugify(case="lower")
    # Both speak of an address on the web, and a folder has none.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages of this language under the names that both share."""
    for name, source in FROM_THE_ROOT.items():
        files.append(File.generated(config, name, abs_src_path=str(ROOT / source)))
    language = _language(config)
    for file in list(files.documentation_pages()):
        shared, own = _name_and_language(file.src_uri)
        if own == language or files.get_file_from_path(shared) is None:
            _replace(files, config, file, shared)
        elif own == "zh":
            files.remove(file)
    for notebook in notebooks.names():
        content = notebooks.page(notebook, language)
        files.append(File.generated(config, _page_of_notebook(notebook), content=content))
    for name, content in DOWNLOADS.values():
        files.append(File.generated(config, name, content=content()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The text of a page with links that lead somewhere, and a line where it is in the other language."""
    language, source = _language(config), _source(page.file, config)
    pages = {_source(file, config): file.src_uri for file in files if file.abs_src_path}
    for notebook in notebooks.names():
        if notebooks.stored_at(notebook, language) != source:  # which it offers for download
            pages[notebooks.stored_at(notebook, language)] = _page_of_notebook(notebook)
    pages |= {file: name for file, (name, _) in DOWNLOADS.items()}

    def led(match: re.Match[str]) -> str:
        return _link(match, page.file.src_uri, source, pages, language)

    unswitched = SWITCH.sub("", markdown, count=1)
    text = "".join(part if code else LINK.sub(led, part) for part, code in _parts(unswitched))
    own = "zh" if source.name.endswith((".zh.md", ".zh.ipynb")) else "en"
    note = "" if own == language else ONLY_IN[language]
    heading = re.match(r"\s*# .*\n+", text)
    end = heading.end() if heading else 0
    return text[:end] + note + text[end:]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page with options of commands that no line break divides, as `--` and a word."""

    def whole(code: re.Match[str]) -> str:
        return OPTION.sub(r'<span class="option">\g<0></span>', code[0])

    return re.sub(r"<code\b.*?</code>", whole, html, flags=re.DOTALL)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The same page in the other language, for the switch above it."""
    other = next(one for one in LANGUAGES if one != _language(config))
    context["other_language"] = {"name": LANGUAGES[other], "lang": other, "link": f"../{other}/{page.file.dest_uri}"}
    return context


def _language(config: MkDocsConfig) -> str:
    language: str = config.theme["language"]
    return language


def _named(entries: list[Any], there: set[str]) -> list[Any]:
    """Lines whose page exists. A line with a slip is told of all the same: the page that it means is then in none."""
    kept = []
    for entry in entries:
        if isinstance(entry, str):
            kept += [entry] if entry in there else []
        else:
            ((title, below),) = entry.items()
            if isinstance(below, list):
                kept.append({title: _named(below, there)})
            elif below in there:
                kept.append(entry)
    return kept


def _titled(entry: Any, language: str) -> Any:
    """A line of the navigation, or a group of them, with the title of one language."""
    if not isinstance(entry, dict):
        return entry
    ((title, below),) = entry.items()
    chosen = title.split(" | ")[list(LANGUAGES).index(language)]
    return {chosen: [_titled(one, language) for one in below] if isinstance(below, list) else below}


def _name_and_language(name: str) -> tuple[str, str]:
    return (name.removesuffix(".zh.md") + ".md", "zh") if name.endswith(".zh.md") else (name, "en")


def _replace(files: Files, config: MkDocsConfig, file: File, name: str) -> None:
    """Let a file be the page of that name."""
    if file.src_uri != name:
        there = files.get_file_from_path(name)
        if there:
            files.remove(there)
        files.remove(file)
        files.append(File.generated(config, name, abs_src_path=file.abs_src_path))


def _page_of_notebook(notebook: str) -> str:
    return f"notebooks/{notebook}.md"


def _source(file: File, config: MkDocsConfig) -> Path:
    """The file of the checkout that a page is made of."""
    if file.abs_src_path is None:
        return notebooks.stored_at(Path(file.src_uri).stem, _language(config))
    return Path(file.abs_src_path).resolve()


def _parts(markdown: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a block of code."""
    end = 0
    for block in FENCE.finditer(markdown):
        yield markdown[end : block.start()], False
        yield block[0], True
        end = block.end()
    yield markdown[end:], False


def _link(match: re.Match[str], name: str, source: Path, pages: dict[Path, str], language: str) -> str:
    """A link, or a picture, as it is to stand on the page `name`, whose text is the file `source`."""
    address, mark, anchor = match["target"].partition("#")
    if not address or re.match(r"[a-z]+:", address):
        return match[0]
    target = (source.parent / unquote(address)).resolve()
    folder = posixpath.dirname(name) or "."
    shared, other = _name_and_language(_in_docs(target))
    if target in pages:
        led = pages[target]
    elif target.exists() and shared in pages.values():
        if shared == name or (not source.name.endswith(".zh.md") and other == "zh" != language):
            led = posixpath.relpath(f"../{other}/{shared.removesuffix('.md')}.html", folder)
            return f'<a href="{led}{mark}{anchor}">{match["text"]}</a>'  # of another site, which MkDocs does not know
        led = shared
    elif target.exists() and target.is_relative_to(ROOT):
        return _outside(match["text"], target.relative_to(ROOT).as_posix())
    else:
        return match[0]  # MkDocs says that it leads nowhere
    return f"{match['image']}[{match['text']}]({posixpath.relpath(led, folder)}{mark}{anchor})"


def _in_docs(target: Path) -> str:
    docs = ROOT / "docs"
    return target.relative_to(docs).as_posix() if target.is_relative_to(docs) else ""


def _outside(text: str, path: str) -> str:
    """A file of the checkout that is no page: a link into the repository, or its path."""
    config = ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    address = config["metadata"].get("url", "").rstrip("/")
    if address:
        return f"[{text}]({address}/blob/main/{path})"
    return text if posixpath.basename(path) in text else f"{text} (`{path}`)"
