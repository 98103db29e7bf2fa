"""The notebooks of the docs show what the code shows today, in both languages, and ask nothing of a network."""

from __future__ import annotations

import copy
import doctest
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

import notebooks

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BOTH = get_args(notebooks.Lang)
ALL = [(name, lang) for name in notebooks.names() for lang in BOTH]
LARGEST = 1_500_000
"""Bytes of a notebook."""
TOY = """# %% [markdown] lang="zh"
# 数
# %% [markdown] lang="en"
# A number
# %%
40 + 2
"""


def stored(name: str, lang: notebooks.Lang) -> Any:
    return nbformat.read(notebooks.stored_at(name, lang), 4)


def outputs(notebook: Any) -> list[Any]:
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def test_there_is_a_notebook_for_each_reader_in_each_language() -> None:
    assert notebooks.names() == ["gis", "pipeline", "planner"]
    wanted = {notebooks.stored_at(name, lang).name for name, lang in ALL}
    assert {file.name for file in notebooks.FOLDER.glob("*.ipynb")} == wanted


@pytest.mark.parametrize(("name", "lang"), ALL)
def test_what_is_stored_is_the_source_run_once_from_its_beginning(name: str, lang: notebooks.Lang) -> None:
    notebook = stored(name, lang)
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells] == [cell.source for cell in notebooks.notebook(name, lang).cells]
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert notebooks.stored_at(name, lang).stat().st_size < LARGEST


@pytest.mark.parametrize(("name", "lang"), ALL)
def test_no_output_tells_of_a_failure_or_of_the_machine(name: str, lang: notebooks.Lang) -> None:
    for output in outputs(stored(name, lang)):
        assert output.output_type != "error"
        assert output.get("name") != "stderr"
        assert re.search(r"/(tmp|home|root|work)/|0x[0-9a-f]{8}", str(output)) is None


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), ALL)
def test_a_fresh_run_shows_what_is_stored(name: str, lang: notebooks.Lang) -> None:
    assert notebooks.shown(notebooks.run(notebooks.notebook(name, lang))) == notebooks.shown(stored(name, lang))


@pytest.mark.parametrize("name", notebooks.names())
def test_what_is_told_in_one_language_is_told_in_the_other(name: str) -> None:
    source = (notebooks.FOLDER / f"{name}.py").read_text("utf-8")
    languages = [cell.lang for cell in notebooks.cells(source) if cell.lang]
    assert languages == ["zh", "en"] * (len(languages) // 2)
    assert len(languages) > 8


@pytest.mark.parametrize(("name", "lang"), ALL)
def test_links_lead_to_files_that_are_there(name: str, lang: notebooks.Lang) -> None:
    texts = "\n".join(cell.source for cell in stored(name, lang).cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(([^)]+)\)", texts)
    assert links
    assert [link for link in links if not (notebooks.FOLDER / link).is_file()] == []


@pytest.mark.slow
def test_no_output_makes_a_request_and_each_map_is_drawn(browser: Browser) -> None:
    pages = [
        output["data"]["text/html"]
        for name, lang in ALL
        for output in outputs(stored(name, lang))
        if "text/html" in output.get("data", {})
    ]
    maps = sum("<iframe" in page for page in pages)
    assert maps == 4
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.set_content("\n".join(pages))
    for number in range(maps):
        page.locator("iframe").nth(number).scroll_into_view_if_needed()
        page.frame_locator("iframe").nth(number).locator("path.leaflet-interactive").first.wait_for()
    assert [address for address in requests if not address.startswith(("about:", "data:"))] == []
    page.close()


def test_another_output_is_another_notebook() -> None:
    notebook = stored("planner", "en")
    changed = copy.deepcopy(notebook)
    table = next(output for output in outputs(changed) if "text/html" in output.get("data", {}))
    table["data"]["text/html"] = table["data"]["text/html"].replace("43", "44")
    assert notebooks.shown(changed) != notebooks.shown(notebook)


@pytest.mark.slow
def test_the_script_writes_notebooks_and_tells_which_are_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(notebooks, "FOLDER", tmp_path)
    (tmp_path / "toy.py").write_text(TOY, "utf-8")
    monkeypatch.setattr("sys.argv", ["notebooks.py"])
    assert notebooks.main() == 0
    assert [cell.source for cell in stored("toy", "zh").cells] == ["数", "40 + 2"]
    assert [output["data"]["text/plain"] for output in outputs(stored("toy", "en"))] == ["42"]
    (tmp_path / "toy.py").write_text(TOY.replace("2", "3"), "utf-8")
    monkeypatch.setattr("sys.argv", ["notebooks.py", "--check", "toy"])
    assert notebooks.main() == 1
    assert "toy.zh.ipynb, toy.ipynb: stale" in capsys.readouterr().err
    (tmp_path / "toy.py").write_text(TOY.replace("2", "None"), "utf-8")
    with pytest.raises(CellExecutionError, match="TypeError"):
        notebooks.main()


def test_examples_of_the_script() -> None:
    assert doctest.testmod(notebooks) == (0, 1)
