"""What the rules that read words find in the built-in plans, held against their text; the excerpts have nothing."""

from __future__ import annotations

import pytest
from plan_words import found, told, with_projects, with_words

from yzgeo.plan.load import load

pytestmark = pytest.mark.slow
RULES = (
    "announced-but-missing", "announced-count", "class-other", "industries-in-prose", "numbering", "park-theme",
    "parts-of-project", "project-twins", "relocation-as-new-land", "status-words", "term-drift", "title-and-content", "topic-and-target",
    "unfinished-sentences",
)  # fmt: skip
YINZHOU = {
    "announced-but-missing": {"clause:表3"},
    "announced-count": {"clause:专栏6"},
    "class-other": {"project:a2-05"},
    "industries-in-prose": {"zone:longxi", "zone:mingzhou", "zone:panhuo", "zone:wuxiang"},
    "park-theme": {"park:health-park", "park:shounan-jiangwan"},
    "relocation-as-new-land": {"project:a3-11"},
    "status-words": {"project:a2-03", "project:a2-07", "project:a2-12"},
    "term-drift": {
        "clause:四（二）1",
        "clause:四（四）4",
        "clause:专栏1",
        "clause:附件1",
        "clause:附件2 第21行",
        "clause:附件3 第11行",
        "clause:附件3 第14行",
    },
    "title-and-content": {"project:a2-02"},
    "topic-and-target": {"clause:三（一）1 第2段", "clause:三（一）3 第2段"},
    "unfinished-sentences": {"clause:四（四）4"},
}


@pytest.mark.parametrize("rule", RULES)
def test_yinzhou_has_what_its_text_has(rule: str) -> None:
    assert {finding.subject for finding in found(load("yinzhou"), rule)} == YINZHOU.get(rule, set())


@pytest.mark.parametrize("name", ["xiangcheng", "liupanshui"])
@pytest.mark.parametrize("rule", RULES)
def test_the_excerpts_have_no_warning(rule: str, name: str) -> None:
    assert [one for one in told(load(name), rule) if not one.startswith("info")] == []


def test_a_product_is_known_by_the_paragraph_that_lists_it() -> None:
    listed = "——电子信息产业。重点发展射频模组、小型滤波器、功率放大器等产品。"
    named = {"name": "年产50万台5G滤波器项目", "industry": "其他", "content": None}
    plan = with_projects(named, plan=with_words(listed))
    (finding,) = found(plan, "class-other")
    assert finding.values["industry"] == "电子信息产业"
    assert finding.clause.endswith("；甲")
    two = with_projects(named, plan=with_words(listed, "——高端装备产业。重点发展腔体滤波器、伺服电机等产品。"))
    assert told(two, "class-other") == []  # a product of two industries says of neither
