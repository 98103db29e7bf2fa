"""Run the notebooks of the docs and store what they show: docs/notebooks/NAME.ipynb and NAME.zh.ipynb of NAME.py.

    python scripts/notebooks.py                  # all of them
    python scripts/notebooks.py planner          # one
    python scripts/notebooks.py --check          # only compare what is stored with what they show now

A source is a Python file in cells, as editors know them: `# %%` begins a cell of code, `# %% [markdown]` one of text.
A cell with `lang="zh"` or `lang="en"` behind that stands in the notebook of this language alone; what has none, the
code above all, stands in both. Needs nbclient and ipykernel, which the extra `test` brings.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import lxml.html
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

Lang = Literal["zh", "en"]
FOLDER = Path(__file__).parents[1] / "docs" / "notebooks"
SUFFIXES: dict[Lang, str] = {"zh": ".zh.ipynb", "en": ".ipynb"}
CELL = re.compile(r"""^# %%(?P<text> \[markdown\])?(?: lang="(?P<lang>\w+)")?$""")
ADDRESS = re.compile(r" at 0x[0-9a-f]+")
"""Where an object lies in memory, as Python's own texts of objects tell."""
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
SECONDS = 120
"""After which a cell is given up."""


class Cell(NamedTuple):
    """One cell of a source; `lang` is None where it stands in both languages."""

    is_text: bool
    lang: str | None
    content: str


def main() -> int:
    """Write the notebooks, or with `--check` exit with 1 where one shows something else than is stored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names())}; without any, all")
    parser.add_argument("--check", action="store_true", help="compare only")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(names()):
        parser.error(f"no such notebook: {', '.join(sorted(unknown))}")
    stale = []
    for name in arguments.names or names():
        for lang in get_args(Lang):
            stored, fresh = stored_at(name, lang), run(notebook(name, lang))
            if not arguments.check:
                nbformat.write(fresh, stored)
            elif not stored.exists() or shown(nbformat.read(stored, 4)) != shown(fresh):
                stale.append(stored.name)
    if stale:
        print(f"{', '.join(stale)}: stale, run python scripts/notebooks.py", file=sys.stderr)
    return 1 if stale else 0


def names() -> list[str]:
    """The notebooks there are, by the names of their sources."""
    return sorted(file.stem for file in FOLDER.glob("*.py"))


def stored_at(name: str, lang: Lang) -> Path:
    """Where the notebook of a language is kept."""
    return FOLDER / f"{name}{SUFFIXES[lang]}"


def notebook(name: str, lang: Lang) -> Any:
    """A notebook in one language, not yet run."""
    source = (FOLDER / f"{name}.py").read_text("utf-8")
    chosen = [cell for cell in cells(source) if cell.lang in (None, lang)]
    made = [
        (new_markdown_cell if cell.is_text else new_code_cell)(cell.content, id=f"{name}-{number}")
        for number, cell in enumerate(chosen, start=1)
    ]
    return new_notebook(cells=made, metadata=METADATA)


def cells(source: str) -> Iterator[Cell]:
    r"""The cells of a source; what stands before the first is about the source itself.

    >>> print(*cells('About.\n# %% [markdown] lang="en"\n# # Title\n#\n# A text.\n\n# %%\n1 + 1\n'), sep="\n")
    Cell(is_text=True, lang='en', content='# Title\n\nA text.')
    Cell(is_text=False, lang=None, content='1 + 1')
    """
    begun: re.Match[str] | None = None
    lines: list[str] = []
    for line in [*source.splitlines(), "# %%"]:
        match = CELL.match(line)
        if match is None:
            lines.append(line)
            continue
        if begun is not None:
            is_text = begun["text"] is not None
            content = [one.removeprefix("#").removeprefix(" ") for one in lines] if is_text else lines
            yield Cell(is_text, begun["lang"], "\n".join(content).strip())
        begun, lines = match, []


def run(made: Any) -> Any:
    """The notebook with what its cells show, run from its beginning in an empty folder.

    Raises
    ------
    CellExecutionError
        When a cell fails.
    """
    from nbclient import NotebookClient
    from traitlets.config import Config

    with tempfile.TemporaryDirectory() as folder:
        kernel = {"connection_file": str(Path(folder) / "kernel.json")}
        if os.name != "nt":  # sockets that are files of the folder: no port is opened
            kernel |= {"transport": "ipc", "ip": str(Path(folder) / "kernel")}
        work = Path(folder) / "work"
        work.mkdir()
        settings = Config(AsyncKernelManager=kernel)
        client = NotebookClient(made, config=settings, timeout=SECONDS, coalesce_streams=True, record_timing=False)
        client.execute(cwd=str(work), env={**os.environ, "IPYTHONDIR": str(Path(folder) / "ipython")})
    for output in (output for cell in made.cells for output in cell.get("outputs", []) if "data" in output):
        output["data"]["text/plain"] = ADDRESS.sub("", output["data"]["text/plain"])
    made.metadata = nbformat.from_dict(METADATA)  # of the kernel it would name this very version of Python
    return made


def shown(run_notebook: Any) -> list[tuple[str, list[str]]]:
    """What a reader sees of each cell, as text: its content and its outputs; of maps what they hold by layers."""
    return [(cell.source, [_text(one) for one in cell.get("outputs", [])]) for cell in run_notebook.cells]


def _text(output: Any) -> str:
    if output.output_type == "stream":
        return f"{output.name}: {output.text}"
    data = output["data"]
    if "text/html" not in data:
        return str(data["text/plain"])
    page = lxml.html.fromstring(f"<div>{data['text/html']}</div>")
    frames = list(page.iter("iframe"))
    for hidden in [*frames, *page.iter("style")]:
        hidden.drop_tree()
    words = " ".join(page.text_content().split())
    return f"{data['text/plain']} {words}" if frames else words


if __name__ == "__main__":
    sys.exit(main())
