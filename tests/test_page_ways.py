"""Ways through the page: there and back on the map, the keyboard's place in it, addresses that lead nowhere."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from visiting import PHONE, VIEWS, WIDE

from yzgeo.checks.run import run
from yzgeo.plan.load import load
from yzgeo.publish.context import build_context
from yzgeo.publish.page.render import render

ZOOM = "window.yzgeo.page.leaflet.getZoom()"
WHOLE = "window.yzgeo.page.map.isWhole()"
FOCUS = "document.activeElement.id || document.activeElement.dataset.rule || document.activeElement.dataset.row || document.activeElement.tagName"


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_what_was_opened_is_left_for_the_whole_district(visit: Any, page_file: Path, viewport: dict[str, int]) -> None:
    seen = visit(page_file, viewport=viewport)
    page = seen.page
    away = page.evaluate(ZOOM)
    for leave in ("Escape", "back", "view"):
        seen.go("#zone=dongwu")
        page.wait_for_function(f"() => {ZOOM} > {away} + 0.5")
        if leave == "Escape":
            page.keyboard.press("Escape")
        elif leave == "back":
            page.go_back()
        else:
            page.locator("#yz-tab-land").click()
        page.wait_for_function(f"() => {WHOLE} && {ZOOM} <= {away} + 0.25")
        seen.go("")


def test_where_the_reader_went_the_page_stays_and_a_button_leads_back(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#zone=dongwu")
    page = seen.page
    page.wait_for_timeout(500)
    page.locator("[data-tool=zoom-in]").click()
    page.wait_for_timeout(500)
    close = page.evaluate(ZOOM)
    page.keyboard.press("Escape")
    assert page.evaluate(ZOOM) == close
    back = page.get_by_role("button", name="全区", exact=True)
    back.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(WHOLE)
    assert page.evaluate(ZOOM) < close
    page.locator("#yz-lang").click()
    assert page.get_by_role("button", name="Whole", exact=True).is_visible()
    zoom_out, whole = (page.locator(f"[data-tool={name}]").bounding_box() for name in ("zoom-out", "whole"))
    assert abs(whole["y"] - zoom_out["y"] - zoom_out["height"]) < 20


def test_the_focus_stays_where_a_list_is_drawn_anew(visit: Any, page_file: Path) -> None:
    seen = visit(page_file, "#view=projects")
    page = seen.page
    page.locator("[aria-controls=yz-filter-classes]").click()
    box = page.locator("#yz-filter-classes input").nth(2)
    value = box.get_attribute("data-value")
    box.focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.dataset.value") == value
    assert box.is_checked()
    seen.go("#view=findings")
    page.locator("[data-rule=leading-industries]").focus()
    page.keyboard.press("Enter")
    assert page.locator(".rule.open").count() == 1
    assert page.evaluate(FOCUS) == "leading-industries"


def test_home_and_end_go_to_the_first_and_last_tab(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#yz-tab-overview").focus()
    for key, tab in (("End", "findings"), ("Home", "overview"), ("ArrowLeft", "findings"), ("ArrowRight", "overview")):
        page.keyboard.press(key)
        assert page.evaluate(FOCUS) == f"yz-tab-{tab}"
    page.locator("#yz-tab-land").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "yz-tab-land"


def test_escape_ends_measuring_before_it_closes_the_panel(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#zone=dongwu").page
    page.locator('[data-tool="measure-length"]').click()
    box, scale = page.locator("#yz-measure").bounding_box(), page.locator(".leaflet-control-scale").bounding_box()
    assert box["y"] + box["height"] <= scale["y"]
    page.locator('[data-tool="measure-length"]').focus()
    page.keyboard.press("Escape")
    assert page.locator("#yz-measure").is_hidden()
    assert page.locator("#yz-panel").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#yz-panel").is_hidden()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("#zone=nosuch", "nosuch"),
        ("#parcel=nope", "nope"),
        ("#view=x", "x"),
        ("#class=z", "z"),
        ("#rule=<b>y</b>", "<b>y</b>"),
    ],
)
def test_an_address_that_names_nothing_is_told(visit: Any, page_file: Path, address: str, told: str) -> None:
    seen = visit(page_file, address)
    notice = seen.page.locator("#yz-notice")
    assert notice.inner_text().startswith("网址所指的内容不在此页：")
    assert notice.inner_text().endswith(" " + told)
    seen.go("#zone=dongwu")
    assert notice.is_hidden()
    assert seen.noise == []


def test_what_is_said_of_an_address_follows_the_language(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#park=nosuch").page
    page.locator("#yz-lang").click()
    assert page.locator("#yz-notice").inner_text() == "The address names what this page has not: park nosuch"
    assert page.evaluate("location.hash") == "#lang=en"  # which names what is shown


def test_all_findings_are_counted_and_those_of_one_list_lead_to_it(visit: Any, page_file: Path) -> None:
    outcome = run(load("yinzhou"))
    count = len(outcome.findings)
    page = visit(page_file).page
    assert page.locator("#yz-findings > summary").inner_text() == f"检查发现 {count}"
    page.locator("#yz-tab-findings").click()
    by_severity = re.findall(r"\d+", page.locator("#yz-findings .counts").inner_text())
    assert sum(map(int, by_severity)) == count
    page.locator(".segments").get_by_text("全部").click()
    rows = page.locator(".rule-row").all()
    flagged = [sum(map(int, row.locator(".flag:not(.plain)").all_inner_texts())) for row in rows]
    assert sum(flagged) == len(outcome.at_least("warning"))
    assert sum(int(number) for row in rows for number in row.locator(".flag").all_inner_texts()) == count
    assert flagged.index(0) == sum(map(bool, flagged))  # rules that find no more than information come behind
    page.locator(".segments").get_by_text("提示").click()
    found = sum(map(int, page.locator(".rule-row .flag").all_inner_texts()))
    assert found == count - len(outcome.at_least("warning"))
    heading = page.locator("#yz-findings h2", has_text="通过或未检查").evaluate(
        "h2 => [...h2.parentNode.children].slice([...h2.parentNode.children].indexOf(h2)).map(node => node.innerText).join()"
    )
    assert "有发现" not in heading
    gaps = page.locator("#yz-findings .gaps li").all_inner_texts()
    assert len(gaps) == len(outcome.gaps) + len(outcome.proofreading)
    assert sum("没有已知位置，未画在图上" in gap for gap in gaps) > 24


def test_printing_the_findings_tells_them_all(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=findings").page
    assert page.locator("#yz-findings .finding").count() == 0
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    assert page.locator("#yz-findings .finding").count() == len(run(load("yinzhou")).findings)
    assert page.locator("#yz-findings .finding").last.is_visible()
    page.evaluate("window.yzgeo.page.print.restore()")
    assert page.locator("#yz-findings .finding").count() == 0


def test_words_of_the_legend_stay_whole_on_english_paper(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    page.locator("#yz-lang").click()
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    broken = page.evaluate(
        """() => [...document.querySelectorAll("#yz-legend li span")].filter(span => {
            const text = span.firstChild, range = document.createRange();
            return [...text.textContent.matchAll(/\\S+/g)].some(word => {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return range.getClientRects().length > 1;
            });
        }).map(span => span.textContent)"""
    )
    assert broken == []


def test_circles_and_rings_are_in_the_legend_while_they_are_on_the_map(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    legend, circles = seen.page.locator("#yz-legend"), "虚线圈：位置不确定范围"
    assert circles not in legend.text_content()
    tick = seen.page.get_by_label("误差范围")
    tick.check()
    assert circles in legend.text_content()
    tick.uncheck()
    assert circles not in legend.text_content()
    seen.go("#project=a3-13")
    assert circles in legend.text_content()
    assert "外圈：所选" in legend.text_content()
    seen.go("#zone=dongwu")
    assert "外圈" not in legend.text_content()


def test_long_names_push_nothing_out_of_the_page(visit: Any, tmp_path: Path) -> None:
    plan = load("yinzhou")
    long = {"name": "W" * 40, "name_en": "W" * 40}
    zones, projects = plan.zones.copy(), plan.projects.copy()
    zones.loc[zones.index[0], "name"] = "很长的名称" * 8
    zones.loc[zones.index[1], list(long)] = list(long.values())
    projects["name"] = [f"{'项目名称' * 10}{'X' * 40}{n}" for n in range(len(projects))]
    file = tmp_path / "index.html"
    file.write_text(render(build_context(dataclasses.replace(plan, zones=zones, projects=projects), "zh")), "utf-8")
    seen = visit(file, viewport=PHONE)
    for view in VIEWS:
        seen.go(f"#view={view}&zone=dongwu")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], view
        widths = seen.page.locator(".zone-label .name").evaluate_all("all => all.map(one => one.offsetWidth)")
        assert max(widths) <= 10 * 15
        cut = seen.page.evaluate(
            "[...document.querySelectorAll('#yz-list button')].filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML + one.scrollWidth + ' ' + one.clientWidth)"
        )
        assert cut == [], view
    assert seen.page.evaluate("window.yzgeo.page.picture.draw().then(canvas => canvas.width)") > 0
    assert seen.noise == []


def test_a_chosen_class_has_an_address_and_is_named_on_paper_and_in_pictures(visit: Any, page_file: Path) -> None:
    page = visit(page_file, "#view=projects").page
    page.locator("[aria-controls=yz-filter-classes]").click()
    page.locator('#yz-filter-classes [data-value="高端装备"]').click()
    page.keyboard.press("Escape")
    assert page.evaluate("decodeURIComponent(location.hash)") == "#view=projects&class=高端装备"
    counts = page.locator(".zone-label .area")  # of the class alone; hidden as long as the map is small
    told = dict(zip(page.locator(".zone-label .name").all_text_contents(), counts.all_text_contents(), strict=True))
    assert (told["东吴"], told["龙溪"]) == ("1 个项目", "0 个项目")
    assert page.locator("#yz-legend .signs li").first.text_content() == "只看：类别 高端装备"
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    assert page.locator("#yz-imprint span").first.inner_text() == "项目：类别 高端装备"
    page.evaluate("window.yzgeo.page.print.restore()")
    page.locator("#yz-tab-land").click()
    assert page.evaluate("decodeURIComponent(location.hash)") == "#view=land&class=高端装备"
    assert page.locator("#yz-filter .told").inner_text() == "筛选：类别 高端装备"
    page.go_back()
    page.wait_for_function("document.querySelector('#yz-filter .popover .on') !== null")
    page.locator("#yz-lang").click()
    assert page.locator("#yz-legend .signs li").first.text_content() == "Shown alone: Class High-end equipment"
    page.go_back()  # the language is a step of its own
    assert page.locator("#yz-legend .signs li").first.text_content() == "只看：类别 高端装备"
    page.go_back()
    page.locator("#yz-filter .popover .on").wait_for(state="detached")
    assert "只看" not in page.locator("#yz-legend").text_content()


def test_what_is_pointed_at_is_not_printed_over_the_map(visit: Any, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator(".mark .face").first.hover()
    tip = page.locator(".leaflet-tooltip:not(.zone-label):not(.place-label)")
    tip.wait_for()
    page.evaluate("window.yzgeo.page.print.prepare('A4')")
    assert tip.is_hidden()


def test_every_dashed_symbol_is_in_the_legend(visit: Any, page_file: Path) -> None:
    seen = visit(page_file)
    for view in ("overview", "projects", "land"):
        seen.go(f"#view={view}")
        seen.page.evaluate("document.getElementById('yz-legend').open = true")  # folded where the map is small
        dashed = seen.page.locator(".mark .weak").count() > 0
        assert dashed is (view != "land"), view  # no owner's address places new land
        assert not dashed or "虚圈：多仅凭业主定位" in seen.page.locator("#yz-legend").inner_text(), view
