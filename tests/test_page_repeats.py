"""What the page's data repeat is written once, and nothing is lost by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import demo_ledger
from yzgeo.ledger import ledger
from yzgeo.plan.load import load, with_parcels
from yzgeo.publish.context import build_context
from yzgeo.publish.page.data import page_data
from yzgeo.publish.page.render import render
from yzgeo.publish.page.repeats import folded

NAMES = st.sampled_from(["zh", "en", "=", "==", "a longer name of a value"])
VALUES = st.recursive(
    st.none() | st.integers(0, 3) | st.sampled_from(["片区", "a text of more than twenty-four letters"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=40,
)


def unfolded(whole: dict[str, Any]) -> Any:
    """What the page's script makes of it, told once more in Python."""
    parts: list[Any] = []

    def put(value: Any) -> Any:
        if isinstance(value, dict):
            return (
                parts[value[whole["mark"]]] if list(value) == [whole["mark"]] else {k: put(v) for k, v in value.items()}
            )
        return [put(one) for one in value] if isinstance(value, list) else value

    for part in whole["parts"]:
        parts.append(put(part))
    return put(whole["data"])


@given(VALUES)
def test_nothing_is_lost(data: Any) -> None:
    assert unfolded(folded(data)) == data


def test_no_part_is_written_twice() -> None:
    row = {"label": {"zh": "完成", "en": "Reached so far"}, "value": ["not reported anywhere"]}
    text = json.dumps(folded([row] * 50), ensure_ascii=False)
    assert text.count("Reached so far") == text.count("not reported anywhere") == 1


def test_the_page_reads_what_was_written(visit: Any, page_file: Path) -> None:
    data = page_data(build_context(load("yinzhou"), "zh"))
    assert len(folded(data)["parts"]) > 100
    read = visit(page_file).page.evaluate("window.yzgeo.page.data")
    assert read == json.loads(json.dumps(data))


@pytest.mark.slow
def test_a_page_with_a_ledger_stays_small(tmp_path: Path) -> None:
    plan, file = load("yinzhou"), tmp_path / "ledger.gpkg"
    demo_ledger.write(plan, file)
    read = ledger.read_with_log(file, {}, None, None, None, plan.district.geometry, {})
    page = render(build_context(with_parcels(plan, read.frame), "zh"))
    assert 'id="yz-parcels"' in page
    assert len(page.encode("utf-8")) < 1_800_000
