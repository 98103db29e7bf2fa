"""The reading view: what is marked stands in the plan, both places are shown, and each finding has an address."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st
from visiting import HOSTILE, PHONE

from yzgeo.checks.finding import Finding, Misprint
from yzgeo.checks.run import run
from yzgeo.core.i18n import NOTHING, Text
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.publish.context import build_context
from yzgeo.publish.page import reading
from yzgeo.publish.page.render import render


@pytest.fixture(scope="module")
def yinzhou() -> Plan:
    return load("yinzhou")


def values_of(values: Any) -> Iterator[Any]:
    if isinstance(values, dict):
        for value in values.values():
            yield from values_of(value)
    elif isinstance(values, (list, tuple)):
        for value in values:
            yield from values_of(value)
    else:
        yield values


def is_told(words: str, finding: Finding) -> bool:
    """Whether words are a value of the finding, or stand in its sentence, as text or as a number."""
    bare = "".join(words.split())
    values = list(values_of(finding.values))
    if any(isinstance(value, str) and bare and bare in "".join(value.split()) for value in values):
        return True
    if bare in "".join(finding.message.zh.split()):
        return True
    number = re.match(r"[-−]?[\d,]+(?:\.\d+)?", bare)
    if not number:
        return False
    printed = float(number[0].replace(",", "").replace("−", "-"))
    times = {"万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2}.get(bare[number.end() : number.end() + 1], 1)
    told = [float(one.replace(",", "")) for one in re.findall(r"-?\d[\d,]*(?:\.\d+)?", finding.message.zh)]
    told += [float(value) for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return any(math.isclose(figure, one) for figure in told for one in (printed, printed * times))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["yinzhou", "xiangcheng", "liupanshui"])
def test_what_is_marked_stands_in_the_clause_and_is_what_the_finding_tells(name: str) -> None:
    plan = load(name)
    words = dict(zip(plan.clauses["clause"], plan.clauses["text"], strict=True))
    for finding in run(plan).findings:
        for place in reading.places(plan, finding):
            for start, end in place["spans"]:
                marked = words[place["clause"]][start:end]
                assert marked.strip(), finding
                assert is_told(marked, finding), (finding.rule, finding.key, marked)


@pytest.mark.slow
def test_rules_that_hold_two_places_against_each_other_mark_both(yinzhou: Plan) -> None:
    rules = ("conflicting-figures", "industries-text-table", "parks-text-table", "positioning-text-table", "term-drift")
    findings = run(yinzhou, select=rules).findings
    assert {finding.rule for finding in findings} == set(rules)
    for finding in findings:
        marked = [place["clause"] for place in reading.places(yinzhou, finding) if place["spans"]]
        stated = {place["clause"] for place in reading.places(yinzhou, finding)}
        assert len(marked) >= min(2, len(stated)), finding


def finding_of(message: str, clause: str, **values: Any) -> Finding:
    return Finding(severity="warning", subject="plan:toy", message=Text(message, message), clause=clause, values=values)


def marked_in(plan: Plan, finding: Finding) -> list[list[str]]:
    words = dict(zip(plan.clauses["clause"], plan.clauses["text"], strict=True))
    return [
        [words[place["clause"]][start:end] for start, end in place["spans"]] for place in reading.places(plan, finding)
    ]


def with_clauses(plan: Plan, **texts: str) -> Plan:
    clauses = plan.clauses.iloc[: len(texts)].copy()
    clauses["clause"], clauses["text"] = list(texts), list(texts.values())
    return replace(plan, clauses=clauses)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "message", "values", "marked"),
    [
        ("容积率不低于2.0，建设期2年", "要求 2", {"minimum": 2.0}, ["2.0"]),
        ("1 ｜ 甲 ｜ 2.0 ｜ 2 ｜ 其他", "要求 2", {"minimum": 2.0}, ["2.0"]),
        ("年产200万件，内容2,000万件", "名称 2,000,000 件", {"title": 2e6}, ["200万件"]),
        ("第5期，5家企业", "共 5 家", {"count": 5.0}, ["5家"]),
        ("增长5%，企业12个", "共 5 家", {"count": 5.0}, []),
        ("下降-2.57 ", "为 -2.57%", {"rate": -2.57}, ["-2.57"]),
        ("汽    车和汽车零部件", "归为汽车、机械", {"classes": ["汽车", "机械"]}, []),
        ("产业：汽    车、机械", "归为汽车、机械", {"classes": ["汽车", "机械"]}, ["汽    车", "机械"]),
        ("智能家电、智能家电产业园", "称智能家电", {"name": "智能家电"}, ["智能家电"]),
        ("2020年完成", "（2020 年）", {"year": 2020}, []),
        ("", "要求 2", {"minimum": 2.0}, []),
    ],
)
def test_a_number_is_marked_with_its_unit_and_a_word_where_it_stands_alone(
    yinzhou: Plan, text: str, message: str, values: dict[str, Any], marked: list[str]
) -> None:
    plan = with_clauses(yinzhou, 甲=text)
    assert marked_in(plan, finding_of(message, "甲", **values)) == [marked]


def test_of_a_list_that_holds_another_only_that_one_is_marked(yinzhou: Plan) -> None:
    plan = with_clauses(yinzhou, 甲="主导产业：钢铁、化工、纺织。")
    finding = finding_of("钢铁、化工、纺织中，纺织未见", "甲", leading=["钢铁", "化工", "纺织"], lacking=["纺织"])
    assert marked_in(plan, finding) == [["纺织"]]


def test_a_source_that_is_no_clause_has_no_page(yinzhou: Plan) -> None:
    assert reading.places(yinzhou, finding_of("甲", "parcels.csv；台账")) == []


@given(st.text(alphabet="区主业2.0万件，、｜ \n𠮷", max_size=40), st.text(alphabet="区主业2.0万𠮷", max_size=4))
def test_spans_lie_in_the_text_in_order_and_javascript_cuts_the_same_words(text: str, word: str) -> None:
    spans = reading.merged(
        [*reading.occurrences(text, word), *(number.span for number in reading.printed_numbers(text))]
    )
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    coded = text.encode("utf-16-le")
    cut = [coded[2 * start : 2 * end].decode("utf-16-le") for start, end in reading.in_utf16(text, spans)]
    assert cut == [text[start:end] for start, end in spans]


def test_rows_of_a_table_know_their_columns_only_where_the_plan_tells_them(yinzhou: Plan) -> None:
    made = reading.make_up(yinzhou)
    assert made["表1 第1行"]["columns"] == [0, 1, 2, 3, 4]
    assert made["表1 第2行"]["columns"] == [1, 2, 3, 4]  # the group stands in the row above
    assert made["表2 第1行"]["columns"] == [0, 1, 2, 3, 2, 2]
    assert "columns" not in made["附件1 第1行"]  # its heading has two levels
    assert made["三（二）1"]["part"]["zh"] == "第1段"


def test_a_misprint_is_told_where_it_stands(yinzhou: Plan) -> None:
    plan = with_clauses(yinzhou, 甲="厂房60000平。")

    def misprint(printed: str) -> Misprint:
        return Misprint(clause="甲", printed=printed, suspected="平方米", reason=NOTHING)

    assert reading.misprint_span(plan, misprint("60000平")) == [7, 8]
    assert reading.misprint_span(plan, misprint("房60000平。")) == [7, 8]
    assert reading.misprint_span(plan, misprint("没有")) is None


@pytest.mark.parametrize(
    ("printed", "suspected", "read"),
    [
        ("甲工而业区乙", "工业区", "甲工而"),  # too much
        ("甲智能物设施", "智能物流", "甲智能物"),  # lost, other words follow
        ("乙甲零突破。", "零的突破", "乙甲零"),  # lost within
        ("和插座目", "项目", "和插座"),  # lost before
        ("甲率突破全覆盖", "实现全覆盖", "甲率突破"),  # another word before
        ("甲乙", "丙丁", "甲乙"),  # nothing in common
    ],
)
def test_a_misprint_is_told_behind_the_character_that_is_wrong(printed: str, suspected: str, read: str) -> None:
    assert printed[: reading.misprinted_at(printed, suspected)] == read


def test_two_places_stand_side_by_side_joined_by_a_band(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#rule=industries-text-table")
    page = seen.page
    page.locator(".band path").wait_for(state="attached")
    one, other = (leaf.bounding_box() for leaf in page.locator(".leaf").all())
    assert one["x"] + one["width"] < other["x"]
    assert one["y"] == other["y"]
    assert page.locator(".leaf").nth(0).locator("mark").all_inner_texts() == ["医疗健康"]
    assert page.locator(".leaf").nth(1).locator("mark").all_inner_texts() == ["生物医药"]
    assert page.locator(".leaf .clause.hit").count() == 2
    for hit in page.locator(".leaf .clause.hit").all():
        assert hit.is_visible()
    band = page.locator(".band").bounding_box()
    assert abs(band["x"] - one["x"] - one["width"]) < 2
    assert abs(band["x"] + band["width"] - other["x"]) < 2
    rows = [row.locator("td").all_inner_texts() for row in page.locator(".strip tr").all()]
    assert rows == [
        ["智能家电", "医疗健康", "电子信息", "高端汽配"],
        ["智能家电", "生物医药", "电子信息", "高端汽配"],
    ]
    assert page.locator(".strip mark").all_inner_texts() == ["医疗健康", "生物医药"]
    assert seen.noise == []


def test_every_finding_is_shown_with_all_its_marks(visit: Any, page_file: Path) -> None:
    """The words marked on the pages are those of the data, whatever else is marked over them."""
    seen = visit(page_file, "#view=findings")
    flaws = seen.page.evaluate(
        """async () => {
            const page = window.yzgeo.page, flaws = [];
            for (const finding of page.data.findings) {
                page.store.change({ view: "findings", rule: finding.rule, finding: finding.key });
                const leaves = new Set(finding.places.map(({ clause }) => page.data.clauses[clause].page));
                if (document.querySelectorAll(".leaf").length !== leaves.size) flaws.push([finding.key, "pages"]);
                for (const { clause, spans } of finding.places) {
                    const shown = [...document.querySelectorAll("#yz-reading [data-clause]")].find(one => one.dataset.clause === clause);
                    const marked = shown && [...shown.querySelectorAll("mark")].map(one => one.textContent).join("");
                    const wanted = spans.map(([start, end]) => page.data.clauses[clause].text.slice(start, end)).join("");
                    const letters = words => [...(words || "")].sort().join(""); // a table has them in the order of its columns
                    if (letters(marked) !== letters(wanted)) flaws.push([finding.key, clause, marked, wanted]);
                    if (shown && !shown.classList.contains("hit")) flaws.push([finding.key, clause, "no hit"]);
                }
            }
            return flaws;
        }"""
    )
    assert flaws == []
    assert seen.noise == []


def test_why_mingzhou_is_flagged_in_clicks(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-tab-findings").click()
    page.locator("[data-rule=leading-industries]").click()
    assert "明州经济开发区核心区的主导产业有 4 个，多于 3 个" in page.locator(".finding-head h2").inner_text()
    limit = page.locator(".leaf", has_text="产业布局").locator("mark", has_text="3个")
    limit.scroll_into_view_if_needed()
    assert limit.is_visible()


def test_what_a_ratio_of_2_means_in_the_plans_words_in_clicks(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-tab-findings").click()
    page.locator("[data-rule=floor-area-ratio]").click()
    mark = page.locator(".leaf mark", has_text="2.0")
    assert mark.is_visible()
    sentence = page.locator(".leaf .clause.hit .words").inner_text()
    assert "原则上新建容积率要达到2.0以上" in sentence


def test_a_finding_has_an_address_and_back_goes_back(visit: Any, page_file: Path) -> None:
    address = "#rule=floor-area-ratio&finding=" + quote("project:a3-06", safe="")
    seen = visit(page_file, address)
    page = seen.page
    assert "年产500吨汽车零部件项目" in page.locator(".finding-head h2").inner_text()
    page.get_by_role("button", name="下一条").click()
    assert "年产10万吨益生菌产品项目" in page.locator(".finding-head h2").inner_text()
    page.go_back()
    page.wait_for_function("document.querySelector('.finding-head h2').textContent.includes('年产500吨')")
    seen.go("#rule=floor-area-ratio&finding=3")
    assert "年产10万吨益生菌产品项目" in page.locator(".finding-head h2").inner_text()
    seen.go("#rule=floor-area-ratio&finding=nosuch")
    assert "nosuch" in page.locator("#yz-reading .notice").inner_text()
    assert page.locator(".finding-head h2").is_visible()


def test_a_severity_has_its_findings_and_steps_through_them(visit: Any, page_file: Path) -> None:
    outcome = run(load("yinzhou"))
    page = visit(page_file, "#view=findings").page
    page.locator(".segments").get_by_text("提示").click()
    assert page.locator(".finding-head .tag").inner_text() == "提示"
    after = page.get_by_role("button", name="下一条")
    count = 1
    while after.is_enabled():
        after.click()
        assert page.locator(".finding-head .tag").inner_text() == "提示"
        count += 1
    assert count == len(outcome.findings) - len(outcome.at_least("warning"))


def test_the_whole_plan_is_read_in_its_order_and_every_clause_leads_there(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#zone=mingzhou")
    page = seen.page
    page.locator("#yz-panel button.chip").first.click()
    page.locator("#yz-panel").get_by_text("在原文中看").click()
    shown = page.locator(".whole .clause.hit")
    assert shown.get_attribute("data-clause") == "三（二）1 第2段"
    assert page.evaluate("decodeURIComponent(location.hash)").startswith("#clause=三（二）1 第2段")
    box, frame = shown.bounding_box(), page.locator(".whole > .leaf").bounding_box()
    assert frame["y"] <= box["y"] < frame["y"] + frame["height"]
    clauses = page.locator(".whole [data-clause]").evaluate_all("all => all.map(one => one.dataset.clause)")
    plan = list(load("yinzhou").clauses["clause"])
    missing = [clause for clause in plan if clause not in clauses]
    assert set(missing) <= {"表1", "表2", "附件2", "附件3"}  # set as the heading of their tables
    assert [clause for clause in clauses if "附件3" not in clause] == [
        clause for clause in plan if clause in clauses and "附件3" not in clause
    ]
    page.locator(".whole .number").first.click()
    assert page.locator(".finding-head .tag").is_visible()
    assert seen.noise == []


def test_a_clause_that_was_searched_is_read_in_the_text(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-query").fill("专栏7")
    page.locator("#yz-results button").first.wait_for()
    page.keyboard.press("Enter")
    assert page.locator(".whole .clause.hit").get_attribute("data-clause") == "专栏7"
    assert page.evaluate("decodeURIComponent(location.hash)") == "#clause=专栏7"


def test_misprints_say_that_the_plan_has_them(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#clause=" + quote("专栏6")).page
    words = page.locator('[data-clause="专栏6"] .words')
    assert "实现零〔原文如此〕突破。" in words.inner_text()


def test_a_finding_is_quoted_with_both_places(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#rule=industries-text-table", permissions=["clipboard-read", "clipboard-write"])
    page = seen.page
    page.get_by_role("button", name="引用").click()
    page.get_by_role("button", name="已复制").wait_for()
    quoted = page.evaluate("navigator.clipboard.readText()")
    assert quoted.splitlines()[0].startswith("明州经济开发区核心区的主导产业")
    assert "〔三（二）1 第3段〕“主导产业：智能家电、医疗健康、电子信息、高端汽配。”" in quoted
    assert "〔表2 第1行〕" in quoted
    assert "十四五" in quoted.splitlines()[-1]


def test_where_the_clipboard_is_refused_the_words_are_there_to_copy(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#rule=industries-text-table")
    page = seen.page
    page.evaluate(
        """() => {
            Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
            document.execCommand = () => false;
        }"""
    )
    page.get_by_role("button", name="引用").click()
    area = page.locator(".by-hand textarea")
    area.wait_for()
    assert "〔表2 第1行〕" in area.input_value()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert seen.noise == []


def test_on_a_phone_pages_lie_below_each_other(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#rule=industries-text-table", viewport=PHONE).page
    one, other = (leaf.bounding_box() for leaf in page.locator(".leaf").all())
    assert one["y"] + one["height"] <= other["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_in_english_the_plans_words_stay_chinese_and_say_so(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#rule=industries-text-table").page
    page.locator("#yz-lang").click()
    assert page.locator(".finding-head h2").inner_text().startswith("Leading industries of Mingzhou")
    assert page.locator(".leaf h3").all_inner_texts() == ["Chapter 3 (2) 1", "Table 2"]
    assert page.locator(".leaf .hit .part").inner_text() == "paragraph 3"
    for words in page.locator(".leaf mark, .strip td mark").all():
        assert words.evaluate("one => one.closest('[lang]').lang") == "zh"


def test_the_finding_is_printed_with_its_passages(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#rule=floor-area-ratio").page
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    assert page.locator("#yz-title").is_visible()
    assert page.locator(".leaf mark", has_text="2.0").is_visible()
    clipped = page.locator(".leaf").evaluate_all("all => all.some(one => one.scrollHeight > one.clientHeight + 2)")
    assert not clipped
    assert not page.get_by_role("button", name="引用").is_visible()


def test_strangers_words_in_clauses_are_text(visit: Any, yinzhou: Plan, tmp_path: Path) -> None:
    clauses = yinzhou.clauses.copy()
    hit = clauses["clause"].isin(["三（二）1 第3段", "表2 第1行", "专栏6", "表2"])
    clauses.loc[hit, "text"] = clauses.loc[hit, "text"] + HOSTILE
    clauses.loc[hit, ["heading", "label_en"]] = HOSTILE
    file = tmp_path / "index.html"
    file.write_text(render(build_context(replace(yinzhou, clauses=clauses), "zh")), "utf-8")
    seen = visit(file, "#rule=industries-text-table")
    for _ in ("zh", "en"):
        assert "onerror" in seen.page.locator(".pages").inner_text()
        seen.go("#clause=" + quote("专栏6"))
        assert "onerror" in seen.page.locator(".whole").inner_text()
        seen.go("#rule=industries-text-table")
        seen.page.locator("#yz-lang").click()
    assert seen.page.evaluate("window.hacked") is None
    assert seen.noise == []


def test_a_plan_without_findings_or_words_says_so(visit: Any, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    plan = load(toy.make(tmp_path / "toy"))
    file.write_text(render(build_context(replace(plan, clauses=plan.clauses.iloc[:0]), "zh")), "utf-8")
    seen = visit(file, "#view=findings")
    assert seen.page.locator("#yz-reading").inner_text().strip()
    assert seen.noise == []


def test_where_the_whole_text_opens_is_no_finding(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    first = page.evaluate("window.yzgeo.page.data.clause_order[0]")
    page.evaluate("clause => window.yzgeo.page.store.change({ view: 'findings', clause })", first)
    colours = page.evaluate(
        """() => {
          const style = getComputedStyle(document.querySelector("#yz-reading .whole .clause.hit"));
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.background = "var(--finding-pale)";
          const pale = getComputedStyle(probe).backgroundColor;
          probe.remove();
          return [style.backgroundColor, pale];
        }"""
    )
    assert colours[0] != colours[1]


def test_nothing_shows_beside_the_head_of_a_leaf(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#rule=floor-area-ratio").page
    for leaf in page.locator("#yz-reading .leaf:has(> header)").all():
        inner, head = leaf.evaluate("leaf => [leaf.clientWidth, leaf.querySelector('header').offsetWidth]")
        assert head >= inner - 1
