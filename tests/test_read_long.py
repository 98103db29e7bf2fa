"""A long document takes the time of its length, whatever its paragraphs look like."""

from __future__ import annotations

import time

import pytest
from read_documents import of_text

LONGER = 8
"""Times by which the longer text is longer; work by its square would be 64 times as much."""
SHORT = 150


def seconds(text: str) -> float:
    start = time.process_time()
    of_text(text)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize(
    "phrase",
    [
        "到2030年，工业总产值达到500亿元，",
        "到2030年，工业总产值达到500亿元。",
        "产值突破50亿元，2025年、2030年产值分别达到3亿元、4亿元；",
        "力争引进三百家企业、",
        "甲山产业园面积3平方公里，产值达到5亿元，全区产值6亿元；",
        "到2030年，工业总产值达到500亿元。\n",
    ],
)
def test_one_long_paragraph_takes_the_time_of_its_length(phrase: str) -> None:
    of_text(phrase)  # what is made once
    short = min(seconds(phrase * SHORT) for _ in range(3))
    assert seconds(phrase * SHORT * LONGER) < 3 * LONGER * short


def test_what_stands_far_behind_in_one_paragraph_is_read() -> None:
    drafted = of_text("到2030年，" + "推进园区改造提升，" * 300 + "绿色工厂达到70家。")
    assert drafted.rows("targets", "name", "target", "target_year") == [("绿色工厂", "70", "2030")]
