"""The page of the review in a real browser: read, answered by key and mouse, saved, read back, safe and open to all."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import made_review
import pandas as pd
import payloads
import pytest
import saved_files
from click.testing import CliRunner
from visiting import HOSTILE, PHONE, WIDE

from yzgeo.cli.main import cli
from yzgeo.plan.load import load
from yzgeo.publish.review.data import QUESTION_COLUMNS
from yzgeo.publish.review.render import render

if TYPE_CHECKING:
    from visiting import Visit

pytestmark = pytest.mark.slow
OPENED_MS, NEXT_MS = 2000, 50
KEYS_TIMED = 40


def written(folder: Path, draft: made_review.Draft, name: str = "review.html") -> Path:
    path = folder / name
    path.write_text(render(*draft, "zh"), "utf-8")
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("review"), made_review.draft())


@pytest.fixture
def opened(visit: Callable[..., Visit], file: Path) -> Visit:
    """One reader at the toy's page."""
    return visit(file, accept_downloads=True)


def state(page: Any, name: str) -> Any:
    return page.evaluate(f"window.yzgeoReview.state.{name}")


def answers(page: Any) -> dict[str, str]:
    return {name: one["answer"] for name, one in state(page, "answers").items()}


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def told(page: Any) -> str:
    return page.locator(".yz-told").inner_text()


def saved(page: Any) -> list[dict[str, str]]:
    return saved_files.saved(page, "questions.csv")


def open_text(page: Any, text: str, name: str = "questions.csv") -> None:
    saved_files.open_text(page, text, name)


def test_a_mark_and_its_row_show_each_other(opened: Visit) -> None:
    page = opened.page
    page.locator(".yz-m", has_text="16.88").click()
    row = page.locator("tr.yz-row.chosen")
    assert "16.88" in row.inner_text()
    assert "东片区可利用面积" in row.locator("q").inner_text()  # the whole quote
    page.locator("tr.yz-row button.yz-cell", has_text="医疗健康").click()
    assert page.locator(".yz-document .yz-m.chosen").inner_text() == "医疗健康"
    assert page.locator(".yz-band path").get_attribute("d")
    assert opened.noise == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []


def test_every_word_of_the_document_stands_there_and_marks_add_none(opened: Visit) -> None:
    body = made_review.CLAUSES[1]["text"]
    page = opened.page
    shown = page.evaluate("[...document.querySelectorAll('.yz-document .yz-clause')].map(one => one.textContent)")
    assert any(text.endswith(body) for text in (one.strip() for one in shown))
    label = page.locator(".yz-m", has_text="16.88").get_attribute("aria-label")
    assert label == "面积 确定 16.88平方公里"


def test_only_what_is_likely_is_chosen_beforehand_and_enter_takes_it(opened: Visit) -> None:
    page = opened.page
    assert state(page, "draft.choice") == ""  # doubtful
    press(page, "Enter")
    assert answers(page) == {}
    assert "先选一个答案" in told(page)
    press(page, "j")
    assert state(page, "draft.choice") == "1"
    press(page, "Enter")
    assert answers(page) == {"q2": "1"}


def test_by_keyboard_alone(opened: Visit) -> None:
    page = opened.page
    press(page, "2", "Enter")
    assert answers(page) == {"q1": "2"}
    assert state(page, "at") == "q2"
    press(page, "0", "Enter", "s")
    assert answers(page) == {"q1": "2", "q2": "0"}
    assert state(page, "at") == "q4"  # the third was skipped and stays open
    press(page, "k")
    assert state(page, "at") == "q3"
    press(page, "b")
    page.keyboard.type("2 j z 局")  # letters in a field are letters
    assert state(page, "draft.note") == "2 j z 局"
    press(page, "Escape", "1", "Enter", "Escape")
    assert state(page, "answers.q3.note") == "2 j z 局"
    assert state(page, "mode") == "question"
    press(page, "/")
    assert page.evaluate("document.activeElement.id") == "yz-search"
    page.keyboard.type("医疗")
    assert page.locator("tr.yz-row").count() == 1
    press(page, "Escape")
    with page.expect_download():
        page.keyboard.press("Control+s")


def test_full_width_digits_count_and_keys_of_an_input_method_do_not(opened: Visit) -> None:
    page = opened.page
    send = "([key, composing]) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, isComposing: composing }))"
    page.evaluate(send, ["2", True])
    assert state(page, "draft.choice") == ""
    page.evaluate(send, ["２", False])
    assert state(page, "draft.choice") == "2"


def test_an_own_value_must_stand_in_the_text(opened: Visit) -> None:
    page = opened.page
    press(page, "e")
    page.keyboard.type("65")
    press(page, "Enter")
    assert answers(page) == {}
    assert "原文里没有“65”" in told(page)
    page.locator("#yz-own").fill("６４")
    assert "一 第1段" in page.locator(".yz-answer.own").inner_text()
    page.locator("#yz-own-unit").fill("个")
    page.locator("#yz-own-unit").press("Enter")
    assert state(page, "answers.q1.value") == "６４"
    assert state(page, "answers.q1.unit") == "个"


def test_undo_goes_back_to_the_first_step(opened: Visit) -> None:
    page = opened.page
    for _ in range(30):
        press(page, "1", "Enter")
    assert len(answers(page)) == 4
    page.locator("tr.yz-row button.yz-cell", has_text="16.88").click()
    press(page, "Delete")
    assert len(answers(page)) == 5
    page.evaluate("document.activeElement.blur()")
    while state(page, "past.length"):
        press(page, "z")
    assert answers(page) == {}
    press(page, "z")
    assert "没有可撤销" in told(page)


def test_a_row_is_changed_or_not_taken_and_kept_struck(opened: Visit) -> None:
    page = opened.page
    page.locator("tr.yz-row button.yz-cell", has_text="16.88").click()
    press(page, "Delete")
    gone = page.locator("button.yz-cell.gone")
    assert gone.inner_text() == "16.88"
    press(page, "Delete", "F2")
    assert answers(page) == {}
    page.locator("#yz-edit").fill("17")
    page.locator("#yz-edit").press("Enter")
    assert "原文里没有“17”" in told(page)
    page.locator("#yz-edit").fill("2025")
    page.locator("#yz-edit").press("Enter")
    (row,) = [one for one in saved(page) if one["question_id"].startswith("row-")]
    assert (row["table"], row["column"], row["answer"], row["value"]) == ("zones", "area", "E", "2025")
    assert (row["start"], row["end"]) == ("8", "13")


def test_questions_that_are_alike_are_all_listed_before_one_answer_counts(opened: Visit) -> None:
    page = opened.page
    page.locator(".yz-alike summary").click()
    assert page.locator(".yz-alike li").count() == 2
    press(page, "2")
    page.locator(".yz-alike li input").first.check()
    page.locator("[data-tool=alike]").click()
    assert answers(page) == {"q1": "2", "q3": "2"}
    page.evaluate("document.activeElement.blur()")
    press(page, "z")
    assert answers(page) == {}


def test_text_and_table_that_differ_are_marked_and_not_asked(opened: Visit) -> None:
    page = opened.page
    assert page.locator(".yz-document .yz-m.differ").all_inner_texts() == ["医疗健康", "生物医药"]
    page.locator(".yz-filter button", has_text="不一").click()
    assert page.locator("tr.yz-row").count() == 2
    page.locator(".yz-document .yz-m.differ").first.click()
    assert "两处都留" in page.locator("tr.chosen").inner_text()


def test_words_that_went_nowhere_are_shown(opened: Visit) -> None:
    page = opened.page
    page.locator(".yz-filter button", has_text="落空").click()
    assert "万亩千亿" in page.locator("tr.yz-row").inner_text()
    assert page.locator(".yz-document .yz-m.unread").inner_text() == "万亩千亿"


def test_the_legend_filters_marks_and_rows(opened: Visit) -> None:
    page = opened.page
    page.locator(".yz-legend button", has_text="产业").click()
    assert page.locator(".yz-document .yz-m", has_text="医疗健康").count() == 0
    assert page.locator("tr.yz-row", has_text="医疗健康").count() == 0


def test_a_question_alone_shows_its_evidence(opened: Visit) -> None:
    page = opened.page
    page.locator("[data-tool=mode]").click()
    press(page, "j")
    slips = page.locator(".yz-slip")
    assert slips.count() == 2
    assert "用水量" in slips.nth(0).inner_text()
    assert "生物医药" in slips.nth(1).inner_text()  # the row of the table that an answer names
    assert "目标值" in page.locator(".yz-answers").inner_text()  # what an answer changes
    press(page, "Escape")
    assert page.locator(".yz-draft").is_visible()


def test_answers_stay_in_the_browser_and_a_saved_file_comes_back_the_same(visit: Any, file: Path) -> None:
    page = visit(file, accept_downloads=True).page
    press(page, "2", "Enter", "0", "Enter")
    given = answers(page)
    assert "2 条未存" in page.locator("[data-tool=save]").inner_text()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.wait_for_function("() => window.yzgeo.ready === true")
    assert answers(page) == given
    rows = saved(page)
    assert "未存" not in page.locator("[data-tool=save]").inner_text()
    assert list(rows[0]) == [*QUESTION_COLUMNS, "document"]
    assert {row["question_id"]: row["answer"] for row in rows if row["answer"]} == given
    text = page.evaluate("window.yzgeoReview.file.text()")
    other = visit(file).page  # another browser, which kept nothing
    assert answers(other) == {}
    open_text(other, text)
    assert answers(other) == given


def test_what_differs_between_two_files_is_asked(opened: Visit) -> None:
    page = opened.page
    press(page, "2", "Enter", "1", "Enter")
    text = page.evaluate("window.yzgeoReview.file.text()")
    press(page, "z", "z", "1", "Enter")
    open_text(page, text)
    assert answers(page) == {"q1": "1", "q2": "1"}
    assert "1 处不同" in told(page)
    page.locator(".yz-conflicts li button", has_text="文件的").click()
    assert answers(page) == {"q1": "2", "q2": "1"}
    assert page.locator(".yz-conflicts").count() == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("question_id,quote,answer,document\nq1,x,1,别的规划（0123456789abcdef）\n", "别的规划"),
        ("question_id,quote,answer\nq1,这句话不在原文里,1\n", "玩具区制造业规划"),
        ("a,b\n1,2\n", "不是问题表"),
        ("", "不是问题表"),
        ("PK\x03\x04\x00\x00", "不是问题表"),
    ],
)
def test_what_is_not_this_document_s_file_changes_nothing(opened: Visit, text: str, words: str) -> None:
    page = opened.page
    press(page, "2", "Enter")
    open_text(page, text)
    assert words in told(page)
    assert answers(page) == {"q1": "2"}


def test_a_file_is_dropped_or_pasted(opened: Visit) -> None:
    page = opened.page
    quote, options = made_review.CLAUSES[1]["text"], "1. 目标 | 一 第1段：形成\n2. 现状"
    text = f'question_id,quote,options,answer\r\nq1,{quote},"{options}",2\r\n'
    page.evaluate(
        """text => { const data = new DataTransfer(); data.items.add(new File([text], 'questions.csv'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }""",
        text,
    )
    page.wait_for_function("() => Object.keys(window.yzgeoReview.state.answers).length === 1")
    page.evaluate("document.activeElement.blur()")
    press(page, "z")
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData('text/plain', text);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""",
        text.replace(",", "\t"),
    )
    assert answers(page) == {"q1": "2"}


def test_a_browser_that_keeps_nothing_says_so(visit: Any, file: Path, tmp_path: Path) -> None:
    seen = visit(file)
    page = seen.context.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    page.goto(file.as_uri())
    page.wait_for_function("() => window.yzgeo.ready === true")
    assert "随时保存" in told(page)
    press(page, "2", "Enter")
    assert answers(page) == {"q1": "2"}


def test_when_nothing_is_left_the_next_step_is_told(opened: Visit, visit: Any, tmp_path: Path) -> None:
    page = opened.page
    for _ in range(4):
        press(page, "1", "Enter")
    words = page.locator(".yz-question").inner_text()
    assert "全部答完" in words
    assert "command to run" in words
    none = visit(written(tmp_path, made_review.nothing_asked()))
    assert "没有要问的" in none.page.locator(".yz-question").inner_text()
    assert none.page.locator("tr.yz-row").count() > 0
    assert none.noise == []


def test_open_questions_are_printed_as_a_form(opened: Visit) -> None:
    page = opened.page
    press(page, "1", "Enter")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    words = page.locator(".yz-form").inner_text()
    assert "下降10%" in words
    assert "64个园区”记作" not in words  # answered
    assert not page.locator(".yz-main").is_visible()
    assert len(page.pdf()) > 1000
    page.emulate_media(media="screen")


def test_a_long_document_opens_and_answers_at_once(visit: Any, tmp_path: Path) -> None:
    page = visit(written(tmp_path, made_review.long(300))).page
    opened_ms = page.evaluate("performance.now()")
    spent = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert spent < OPENED_MS, opened_ms
    assert page.evaluate("document.querySelectorAll('.yz-m').length") < 300
    times = page.evaluate(
        """async ([count]) => { const times = []; const press = key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        for (let number = 0; number < count; number += 1) {
            const from = performance.now(); press('1'); press('Enter'); document.body.offsetHeight;
            times.push(performance.now() - from); await new Promise(done => setTimeout(done, 30)); }
        return times.sort((a, b) => a - b); }""",
        [KEYS_TIMED],
    )
    assert len(answers(page)) == KEYS_TIMED
    assert times[len(times) // 2] < 2 * NEXT_MS  # two keys
    page.locator(".yz-outline button").last.click()
    page.wait_for_function("() => document.querySelector('.yz-document').textContent.includes('第300章')")


def test_hostile_texts_stay_texts(visit: Any, tmp_path: Path) -> None:
    texts = [*payloads.PAYLOADS, HOSTILE]
    clauses = [made_review.clause(f"一 第{n}段{text}", f"前{text}后12", heading=text) for n, text in enumerate(texts)]
    cells = [
        made_review.cell(one, "12", "zones", text, "area", "area", "guess")
        for one, text in zip(clauses, texts, strict=True)
    ]
    asked = [
        {**made_review.question(n, cell, text, [f"1. {text} | {text}"]), "why_zh": text}
        for n, (cell, text) in enumerate(zip(cells, texts, strict=True))
    ]
    document = made_review.draft().document._replace(title=HOSTILE, files=(HOSTILE,))
    draft = made_review.Draft(document, *(pd.DataFrame(rows) for rows in (clauses, cells, asked, [])))
    seen = visit(written(tmp_path, draft))
    page = seen.page
    for number in range(len(texts)):
        press(page, "1", "Enter")
        if number == len(texts) // 2:
            press(page, "Escape")
    assert len(answers(page)) == len(texts)
    assert (
        page.evaluate("document.querySelectorAll('#yz-review img, #yz-review script, #yz-review iframe').length") == 0
    )
    assert page.evaluate("window.hacked") is None
    assert seen.noise == []
    content = page.evaluate("window.yzgeoReview.file.text()")
    cells_saved = [cell for line in csv.reader(io.StringIO(content, newline="")) for cell in line]
    assert [
        cell for cell in cells_saved if re.match(r"[\s\u200b\ufeff]*[=+@＝＋＠-]", cell.removeprefix("\ufeff"))
    ] == []
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.hacked") is None


def test_answers_of_the_page_go_into_the_folder_that_it_was_written_with(visit: Any, tmp_path: Path) -> None:
    plan = tmp_path / "某区规划.txt"
    plan.write_text(
        "某区产业发展规划\n一、产业布局\n1.东片区。可利用面积16.88平方公里。\n主导产业：智能家电、医疗健康。\n2.北片区。可利用面积5平方公里。\n"
        "主导产业：新材料。\n二、目标\n加快建设，推进64个园区改造提升。\n",
        "utf-8",
    )
    folder = tmp_path / "plan"
    done = CliRunner().invoke(cli, ["read", str(plan), "-o", str(folder)])
    assert done.exit_code == 0, done.output
    page = visit(folder / "review.html", accept_downloads=True).page
    assert page.evaluate("window.yzgeoReview.data.questions.length") > 0
    press(page, "1", "Enter")
    sure = "window.yzgeoReview.data.candidates.find(one => !one.question).id"
    page.evaluate(f"window.yzgeoReview.act.select({sure})")
    press(page, "Delete")
    assert sorted(answers(page).values()) == ["1", "X"]
    with page.expect_download() as download:
        page.locator("[data-tool=save]").click()
    file = tmp_path / "questions.csv"
    download.value.save_as(file)
    before = {name: (folder / name).read_bytes() for name in ("figures.csv", "targets.csv", "zones.csv")}
    done = CliRunner().invoke(cli, ["read", "--apply", str(file), "--into", str(folder)])
    assert done.exit_code == 0, done.output
    assert before != {name: (folder / name).read_bytes() for name in before}
    assert "不取" in done.output  # what was struck is told, not lost
    load(folder)


@pytest.mark.parametrize(("lang", "scheme"), [("zh", "light"), ("en", "dark"), ("zh", "dark"), ("en", "light")])
def test_axe_finds_nothing(visit: Any, file: Path, lang: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(file, color_scheme=scheme).page
    found = []

    def examine(where: str) -> None:
        violations = Axe().run(page).response["violations"]
        found.extend((where, one["id"], one["nodes"][0]["html"][:200]) for one in violations)

    if lang == "en":
        page.locator("[data-tool=lang]").click()
    examine("table")
    page.locator("tr.yz-row button.yz-cell", has_text="16.88").click()
    press(page, "Delete")
    examine("struck")
    press(page, "F2")
    examine("changed")
    press(page, "Escape")
    page.locator("[data-tool=mode]").click()
    examine("question")
    page.evaluate("document.activeElement.blur()")
    for _ in range(4):
        press(page, "1", "Enter")
    examine("answered")
    assert found == []


@pytest.mark.parametrize("screen", [PHONE, WIDE, {"width": 1920, "height": 1080}, {"width": 820, "height": 1180}])
def test_nothing_is_cut_on_any_screen(visit: Any, file: Path, screen: dict[str, int]) -> None:
    page = visit(file, viewport=screen).page
    for lang in ("zh", "en"):
        page.evaluate("lang => window.yzgeoReview.store.change({ lang })", lang)
        for pane in ("document", "rows", "question"):
            page.evaluate("pane => window.yzgeoReview.store.change({ pane })", pane)
            assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
            cut = page.evaluate(
                """() => Array.from(document.querySelectorAll('.yz-bar *, .yz-question *, .yz-legend *, .yz-rows-head *')).filter(node =>
                    node.scrollWidth > node.clientWidth + 2 && node.clientWidth > 1 && !node.closest('svg') &&
                    getComputedStyle(node).display !== 'inline' && node.tagName !== 'INPUT' &&
                    !['yz-plan', 'yz-name'].some(name => node.classList.contains(name)) && !node.closest('.yz-coming, .yz-just')
                    ).map(node => node.outerHTML.slice(0, 120))"""
            )
            assert cut == []


def test_one_pane_at_a_time_on_a_narrow_screen(visit: Any, file: Path) -> None:
    page = visit(file, viewport=PHONE).page
    shown = [".yz-document", ".yz-draft", ".yz-answers"]
    for number, name in enumerate(shown):
        page.locator(".yz-panes button").nth(number).click()
        assert [page.locator(one).is_visible() for one in shown] == [one == name for one in shown]


def test_only_one_language_is_seen(opened: Visit) -> None:
    page = opened.page
    page.locator("[data-tool=lang]").click()
    own = page.evaluate(
        """() => Array.from(document.querySelectorAll('.yz-bar button, .yz-progress, .yz-legend, thead, .yz-filter, .yz-decide, .yz-outline h2, .how, .yz-question header, .yz-why'))
            .filter(node => node.dataset.tool !== 'lang').map(node => { const copy = node.cloneNode(true); copy.querySelectorAll('[lang=zh]').forEach(one => one.remove()); return copy.textContent; }).join(' ')"""
    )
    assert re.findall(r"[\u4e00-\u9fff]+", own) == []


def test_the_same_draft_gives_the_same_page() -> None:
    assert render(*made_review.draft(), "zh") == render(*made_review.draft(), "zh")
