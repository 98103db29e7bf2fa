"""Notebooks as pages of the site: what stands in docs/notebooks/NAME.ipynb, as it was run and stored."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "notebooks"
SUFFIXES = {"zh": ".zh.ipynb", "en": ".ipynb"}
SWITCH = re.compile(r"^(?:English|中文)[:：] ?\[[^\]]*\]\([^)]*\)$\n*", re.MULTILINE)
"""What a notebook says of the other language, where the site has a switch for it."""
DOWNLOAD = {"zh": "下载这本笔记本", "en": "Download this notebook"}


def names() -> list[str]:
    """The notebooks, without their language and ending."""
    return sorted(file.name.removesuffix(SUFFIXES["zh"]) for file in FOLDER.glob(f"*{SUFFIXES['zh']}"))


def stored_at(name: str, language: str) -> Path:
    """The file of a notebook in one language."""
    return FOLDER / f"{name}{SUFFIXES[language]}"


def page(name: str, language: str) -> str:
    """A notebook as Markdown: its text, its code, and what it showed.

    >>> print(page("pipeline", "en").splitlines()[0])
    # Pipeline: rules, exit codes and reports
    """
    file = stored_at(name, language)
    parts = [part for cell in json.loads(file.read_text("utf-8"))["cells"] for part in _of_cell(cell)]
    parts.append(f"[{DOWNLOAD[language]}]({file.name}){{ download }}")
    return "\n\n".join(parts) + "\n"


def _of_cell(cell: dict[str, Any]) -> list[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return [SWITCH.sub("", source)]
    return [_fenced(source, "python"), *map(_shown, cell["outputs"])]


def _shown(output: dict[str, Any]) -> str:
    """What a cell showed: its HTML, else its text."""
    data = output.get("data", {})
    if "text/html" in data:
        # Markdown ends a block of HTML at a blank line; in the page of a map, which stands in an attribute, a line end
        # means something.
        whole = re.sub(r'srcdoc="[^"]*"', lambda page: page[0].replace("\n", "&#10;"), "".join(data["text/html"]))
        return f'<div class="shown">{" ".join(whole.splitlines())}</div>'
    text = "".join(output.get("text") or data.get("text/plain") or "")
    return f'<pre class="shown">{html.escape(text.rstrip()).replace(chr(10), "&#10;")}</pre>'


def _fenced(code: str, language: str) -> str:
    return f"```{language}\n{code}\n```"
