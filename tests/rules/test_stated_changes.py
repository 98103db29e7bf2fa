"""`stated-changes`: a size that both ends do not give; sizes that fit are not told."""

from __future__ import annotations

import pytest
from plan_words import found, with_words

pytestmark = pytest.mark.slow
RULE = "stated-changes"
VIOLATIONS = {
    "per cent": "产值由2015年的100亿元增长到2020年的150亿元，增长40%。",
    "per cent down": "单位工业增加值能耗由0.92吨标准煤/万元下降到0.74吨标准煤/万元，累计下降26%。",
    "points": "绿化率由30%提高到40%，提高5个百分点。",
    "an amount": "高新技术企业由80家增加到120家，净增50家。",
    "an amount in another unit": "耕地由30公顷增加到40公顷，增加250亩。",
    "times": "营业收入由20亿元增长到80亿元，增长2倍。",
    "doubled": "企业数量由50家增加到150家，翻一番。",
    "the city beside it": "研发投入占比3.1%，高于全市0.6个百分点，全市为2.9%。",
    "in brackets": "床位由60张增至100张（增加30张）。",
}
SOUND = {
    "per cent": "产值由2015年的100亿元增长到2020年的150亿元，增长50%。",
    "rounded": "产值由101亿元增长到150亿元，增长48.5%。",
    "about": "产值由100亿元增长到151亿元，增长约50%。",
    "points": "绿化率由30%提高到40%，提高10个百分点。",
    "a rate of a share": "占比由20%提高到30%，提高10%。",
    "a yearly rate": "产值由2015年的100亿元增长到2020年的150亿元，年均增长8.4%。",
    "constant prices": "地区生产总值由100亿元增长到150亿元，增长40%。",
    "another subject": "产值由100亿元增长到150亿元，税收增长40%。",
    "more than": "产值由100亿元增长到150亿元以上，增长60%。",
    "times": "营业收入由20亿元增长到80亿元，增长3倍。",
    "so many times": "营业收入由20亿元增长到80亿元，是2015年的4倍。",
    "doubled": "企业数量由50家增加到100家，翻一番。",
    "the city beside it": "研发投入占比3.1%，高于全市0.6个百分点，全市为2.5%。",
    "below the city": "城镇化率61%，低于全市3个百分点，全市为64%。",
}


@pytest.mark.parametrize("text", VIOLATIONS.values(), ids=VIOLATIONS)
def test_another_size_is_told(text: str) -> None:
    (finding,) = found(with_words(text), RULE)
    assert finding.severity == "warning"


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_size_that_fits_is_not_told(text: str) -> None:
    assert found(with_words(text), RULE) == []
