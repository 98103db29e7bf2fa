"""The page of places in a real browser: set by click, paste, field and keys, saved, read back, safe and open to all."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import payloads
import pytest
import saved_files
import toy
from click.testing import CliRunner
from visiting import PHONE, WIDE

from yzgeo.cli.main import cli
from yzgeo.plan.load import load
from yzgeo.plan.missing_places import missing_places
from yzgeo.publish.places.render import render

if TYPE_CHECKING:
    from visiting import Visit

pytestmark = pytest.mark.slow
CENTRE = "121.61, 29.64"
SOURCE = "自然资源所，2026-05"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy plan with a village named in three ways: by a zone, a park and a project."""
    lake = toy.TABLES["zone_places"][1]
    folder = toy.make(
        tmp_path_factory.mktemp("places") / "plan",
        parks=[
            {"park_id": "mill", "name": "磨村创新园", "place_id": "hill", "place_basis": "stand_in", "source": "一"},
            {"park_id": "none", "name": "无名园", "source": "一"},
        ],
        zone_places=[
            toy.TABLES["zone_places"][0],
            {**lake, "words": "磨村工业区", "stand_in": "true"},
        ],
        project_locations=[],
    )
    toy.official(folder, north=(121.5, 29.6, 121.7, 29.7), south=(121.5, 29.5, 121.7, 29.6))
    return folder


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    """The page of the toy plan."""
    path = folder.parent / "places.html"
    path.write_text(render(load(folder), "zh"), "utf-8")
    return path


@pytest.fixture
def opened(visit: Callable[..., Visit], file: Path) -> Visit:
    """One reader at that page."""
    return visit(file, accept_downloads=True)


def row(page: Any, name: str) -> Any:
    return page.locator(".yz-row", has=page.locator("b", has_text=re.compile(f"^{name}$")))


def state(page: Any, name: str) -> Any:
    return page.evaluate(f"window.yzgeoPlaces.state.{name}")


def fill_in(page: Any) -> None:
    """Everything but the point."""
    page.locator("#yz-source").fill(SOURCE)
    page.locator("#yz-kind").click()
    if page.evaluate("document.querySelector('#yz-kind').tagName") == "SELECT":
        page.locator("#yz-kind").select_option("village")
    else:
        page.locator("#yz-kind").fill("village")
    if page.locator("#yz-evidence").count():
        page.locator("#yz-evidence").select_option("plan_text")


def set_place(page: Any, name: str, text: str = CENTRE) -> None:
    row(page, name).click()
    page.locator("#yz-lonlat").fill(text)
    page.locator("#yz-lonlat").press("Enter")
    fill_in(page)
    page.locator("[data-tool=confirm]").click()


def saved(page: Any) -> list[dict[str, str]]:
    return saved_files.saved(page, "places.csv")


def open_text(page: Any, text: str, name: str = "places.csv") -> None:
    saved_files.open_text(page, text, name)


def test_a_click_sets_the_point_where_it_is(opened: Visit) -> None:
    page = opened.page
    row(page, "无名园").click()
    where = page.evaluate(
        """() => { const { map } = window.yzgeoPlaces; const box = map.leaflet.getContainer().getBoundingClientRect();
        const at = map.leaflet.latLngToContainerPoint([29.64, 121.61]); return [box.left + at.x, box.top + at.y]; }"""
    )
    page.mouse.click(*where)
    draft = state(page, "draft")
    assert (draft["lat"], draft["lon"]) == pytest.approx((29.64, 121.61), abs=0.001)
    assert draft["uncertainty_m"] > 0
    assert "先填来源" in page.locator("[data-tool=confirm]").inner_text()
    page.locator("#yz-source").press("Enter")
    assert state(page, "answers") == {}  # no source, no place
    assert "先填来源" in page.locator(".yz-told").inner_text()
    fill_in(page)
    page.locator("[data-tool=confirm]").click()
    assert len(state(page, "answers")) == 1
    assert opened.noise == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []


def test_a_click_without_a_chosen_name_sets_nothing(opened: Visit) -> None:
    page = opened.page
    page.mouse.click(900, 400)
    assert state(page, "draft") is None
    assert "先在清单里选" in page.locator(".yz-told").inner_text()


def test_coordinates_are_read_and_told_how(opened: Visit) -> None:
    page = opened.page
    row(page, "无名园").click()
    page.locator("#yz-lonlat").fill("29°38′24″N 121°36′36″E")
    page.locator("#yz-lonlat").press("Enter")
    draft = state(page, "draft")
    assert (draft["lon"], draft["lat"]) == (121.61, 29.64)
    assert "度、分、秒" in page.locator(".yz-facts").inner_text()
    page.locator("#yz-lonlat").fill("3280000, 555000")
    page.locator("#yz-lonlat").press("Enter")
    assert "投影" in page.locator(".yz-told").inner_text()
    assert state(page, "draft.lon") == 121.61
    page.locator("#yz-search").fill("121.55，29.61")
    page.locator("#yz-search").press("Enter")
    assert state(page, "draft.lon") == 121.55
    page.locator(".yz-shifted input").check()
    page.locator("#yz-lonlat").fill(CENTRE)
    page.locator("#yz-lonlat").press("Enter")
    assert 100 < page.evaluate("L.latLng(29.64, 121.61).distanceTo(window.yzgeoPlaces.state.draft)") < 1000


def test_a_table_or_coordinates_are_pasted_anywhere(opened: Visit) -> None:
    page = opened.page
    row(page, "无名园").click()
    paste = """text => { const data = new DataTransfer(); data.setData('text/plain', text);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }"""
    page.evaluate(paste, CENTRE)
    assert state(page, "draft.lat") == 29.64
    head = "place_id\tname\tlon\tlat\tuncertainty_m\tsource\tuses"
    page.evaluate(paste, f"{head}\nx\t磨村\t121.6\t29.6\t100\t踏勘\tpark:none")
    assert [one["name"] for one in state(page, "answers").values()] == ["磨村"]


def test_one_place_serves_all_that_are_ticked_and_comes_back_into_the_folder(
    opened: Visit, folder: Path, tmp_path: Path
) -> None:
    page = opened.page
    row(page, "磨村工业区").click()
    page.locator("#yz-place-name").fill("磨村")
    page.locator("fieldset label", has_text="磨村创新园").click()
    page.locator("#yz-lonlat").fill(CENTRE)
    page.locator("#yz-lonlat").press("Enter")
    page.locator("#yz-error").fill("300 米")
    page.locator("#yz-error").press("Enter")
    fill_in(page)
    page.locator("[data-tool=confirm]").click()
    set_place(page, "甲厂", "121.62, 29.65")
    assert "还有 1 处" in page.locator(".yz-head h2").inner_text()
    rows = saved(page)
    assert [row["place_id"] for row in rows[:2]] == ["hill", "lake"]
    assert rows[2]["uses"].split() == ["zone:south", "磨村工业区", "park:mill"]
    assert (rows[2]["lon"], rows[2]["lat"], rows[2]["uncertainty_m"]) == ("121.61", "29.64", "300")
    assert rows[3]["evidence"] == "plan_text"
    assert "未存" not in page.locator("[data-tool=save]").inner_text()

    copy = tmp_path / "plan"
    copy.mkdir()
    for one in folder.iterdir():
        if one.is_file():
            (copy / one.name).write_bytes(one.read_bytes())
    places = tmp_path / "places.csv"
    places.write_bytes(page.evaluate("window.yzgeoPlaces.file.text()").encode())
    done = CliRunner().invoke(cli, ["places", str(copy), "--apply", str(places)])
    assert done.exit_code == 0, done.output
    assert [one.name for one in missing_places(load(copy))] == ["无名园"]


def test_undo_goes_back_step_by_step(opened: Visit) -> None:
    page = opened.page
    set_place(page, "无名园")
    page.evaluate("document.activeElement.blur()")
    answers = state(page, "answers")
    page.keyboard.press("n")  # the next one is not stated
    assert len(state(page, "skipped")) == 1
    page.keyboard.press("z")
    assert state(page, "skipped") == {}
    assert state(page, "answers") == answers
    page.locator("[data-tool=undo]").click()  # the mouse does all that the keys do
    assert state(page, "answers") == {}
    assert state(page, "draft.source") == SOURCE
    for _ in range(5):
        page.keyboard.press("z")
    assert "没有可撤销" in page.locator(".yz-told").inner_text()


def test_answers_stay_in_the_browser_and_a_loaded_file_comes_back_the_same(visit: Any, file: Path) -> None:
    page = visit(file, accept_downloads=True).page
    set_place(page, "无名园")
    page.locator("[data-tool=skip]").click()
    answers, skipped = state(page, "answers"), state(page, "skipped")
    text = page.evaluate("window.yzgeoPlaces.file.text()")
    page.on("dialog", lambda dialog: dialog.accept())
    page.wait_for_timeout(500)  # Chromium hands what a page stores to another process, and the reload may be sooner
    page.reload()
    page.wait_for_function("window.yzgeo.ready === true")
    assert state(page, "answers") == answers
    assert state(page, "skipped") == skipped
    assert "1 处未存" in page.locator("[data-tool=save]").inner_text()
    other = visit(file).page  # another browser, which kept nothing
    assert state(other, "answers") == {}
    open_text(other, text)
    assert state(other, "answers") == answers


def test_what_differs_between_two_files_is_asked(opened: Visit) -> None:
    page = opened.page
    set_place(page, "无名园")
    text = page.evaluate("window.yzgeoPlaces.file.text()").replace("121.61", "121.65")
    open_text(page, text)
    assert "两边不同：无名园" in page.locator(".yz-told").inner_text()
    assert [one["lon"] for one in state(page, "answers").values()] == [121.61]
    page.locator("[data-tool=take-file]").click()
    assert [one["lon"] for one in state(page, "answers").values()] == [121.65]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("place_id,name,lon,lat,uncertainty_m,source,uses,plan\na,b,121,29,1,s,park:none,elsewhere\n", "elsewhere"),
        ("a,b\n1,2\n", "不是地点表"),
        ("place_id,name,lon,lat,uncertainty_m,source,uses\na,b,200,29,1,s,park:none\n", "第 2 行的 lon"),
        ("", "不是地点表"),
    ],
)
def test_what_is_not_this_plan_s_file_changes_nothing(opened: Visit, text: str, told: str) -> None:
    page = opened.page
    set_place(page, "无名园")
    answers = state(page, "answers")
    open_text(page, text)
    assert told in page.locator(".yz-told").inner_text()
    assert state(page, "answers") == answers


def test_a_file_that_is_dropped_is_loaded(opened: Visit) -> None:
    page = opened.page
    text = "place_id,name,lon,lat,uncertainty_m,source,uses\r\nx,磨村,121.6,29.6,100,踏勘,park:none\r\n"
    page.evaluate(
        """text => { const data = new DataTransfer(); data.items.add(new File([text], 'places.csv'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }""",
        text,
    )
    page.wait_for_function("Object.keys(window.yzgeoPlaces.state.answers).length === 1")


def test_outside_the_district_is_told_and_needs_a_note(opened: Visit) -> None:
    page = opened.page
    row(page, "无名园").click()
    page.locator("#yz-lonlat").fill("121.8, 29.6")
    page.locator("#yz-lonlat").press("Enter")
    assert "玩具区外" in page.locator(".yz-facts").inner_text()
    fill_in(page)
    page.locator("#yz-source").press("Enter")
    assert state(page, "answers") == {}
    page.locator("#yz-note").fill("飞地")
    page.locator("#yz-note").press("Enter")
    assert saved(page)[-1]["source"] == f"{SOURCE}（区外：飞地）"


def test_by_keyboard_alone(opened: Visit) -> None:
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("无名园")
    page.keyboard.press("Enter")
    assert "无名园" in page.locator("#yz-card h2").inner_text()
    page.locator("#yz-lonlat").focus()
    page.keyboard.type(CENTRE)
    page.keyboard.press("Enter")
    page.locator(".leaflet-container").focus()
    before = state(page, "draft")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("]")
    after = state(page, "draft")
    assert (after["lat"] - before["lat"]) * 111195 == pytest.approx(10, abs=0.1)
    assert after["uncertainty_m"] > before["uncertainty_m"]
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '【', bubbles: true }))"
    )  # of a Chinese keyboard
    assert state(page, "draft.uncertainty_m") == before["uncertainty_m"]
    page.locator("#yz-kind").focus()
    if page.evaluate("document.activeElement.tagName") == "SELECT":
        page.keyboard.press("ArrowDown")
    else:
        page.keyboard.type("village")
    page.locator("#yz-source").focus()
    page.keyboard.type("n z [ 踏勘")  # letters in a field are letters
    page.keyboard.press("Enter")
    answers = list(state(page, "answers").values())
    assert [one["source"] for one in answers] == ["n z [ 踏勘"]
    page.keyboard.press("Escape")
    page.locator("#yz-search").fill("")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    first = state(page, "selected")
    page.keyboard.press("j")
    assert state(page, "selected") != first
    page.keyboard.press("k")
    assert state(page, "selected") == first
    with page.expect_download():
        page.keyboard.press("Control+s")


def test_dragging_the_ring_and_the_point(opened: Visit) -> None:
    page = opened.page
    row(page, "无名园").click()
    page.locator("#yz-lonlat").fill(CENTRE)
    page.locator("#yz-lonlat").press("Enter")
    before = state(page, "draft")

    def drag(selector: str, dx: int) -> None:
        box = page.locator(selector).bounding_box()
        page.mouse.move(box["x"], box["y"])
        page.mouse.down()
        page.mouse.move(box["x"] + dx / 2, box["y"])
        page.mouse.move(box["x"] + dx, box["y"])
        page.mouse.up()

    drag(".yz-handle", -60)
    wider = state(page, "draft")
    assert wider["uncertainty_m"] > before["uncertainty_m"]
    assert wider["lon"] == before["lon"]
    drag(".yz-own-dot", 60)
    assert state(page, "draft.lon") > before["lon"]


def test_hostile_texts_stay_texts(visit: Any, tmp_path: Path) -> None:
    folder = payloads.plan_folder(tmp_path / "plan")
    for name in ("parks", "zone_places"):
        text = (folder / f"{name}.csv").read_text("utf-8")
        (folder / f"{name}.csv").write_text(text.replace(",named,", ",stand_in,"), "utf-8")
    (folder / "project_locations.csv").write_text(
        (folder / "project_locations.csv").read_text("utf-8").splitlines()[0] + "\n", "utf-8"
    )
    plan = load(folder)
    path = tmp_path / "places.html"
    path.write_text(render(plan, "zh"), "utf-8")
    seen = visit(path)
    page = seen.page
    wanted = missing_places(plan)
    assert len(wanted) >= len({" ".join(text.split()) for text in payloads.PAYLOADS}) - 5
    assert page.locator(".yz-row").count() == len(wanted)
    for number in range(0, len(wanted), 7):
        page.locator(".yz-row").nth(number).click()
        for _ in range(20):  # a busy machine draws the card late, and what was typed before is gone
            page.locator("#yz-lonlat").fill(CENTRE)
            page.locator("#yz-lonlat").press("Enter")
            if "先点图" not in page.locator("[data-tool=confirm]").inner_text():
                break
            page.wait_for_timeout(200)
        fill_in(page)
        page.locator("[data-tool=confirm]").click()
    assert (
        page.evaluate("document.querySelectorAll('#yz-places img, #yz-places script, #yz-places iframe').length") == 0
    )
    assert page.evaluate("window.hacked") is None
    assert seen.noise == []
    text = page.evaluate("window.yzgeoPlaces.file.text()")
    cells = [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
    assert [cell for cell in cells if re.match(r"[\s\u200b\ufeff]*[=+@＝＋＠-]", cell)] == []
    places = tmp_path / "places.csv"
    places.write_bytes(text.encode())
    done = CliRunner().invoke(cli, ["places", str(folder), "--apply", str(places)])
    assert done.exit_code == 0, done.output
    answered = len(range(0, len(wanted), 7))
    assert len(missing_places(load(folder))) <= len(wanted) - answered


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
    examine("list")
    row(page, "磨村工业区").click()
    page.locator("#yz-place-name").fill("磨村")
    page.locator("#yz-lonlat").fill("121.8, 29.6")
    page.locator("#yz-lonlat").press("Enter")
    examine("card")
    page.locator("[data-tool=skip]").click()
    examine("skipped")
    assert found == []


@pytest.mark.parametrize("screen", [PHONE, WIDE, {"width": 1920, "height": 1080}, {"width": 820, "height": 1180}])
def test_nothing_is_cut_on_any_screen(visit: Any, file: Path, screen: dict[str, int]) -> None:
    page = visit(file, viewport=screen).page
    for lang in ("zh", "en"):
        if lang == "en":
            page.evaluate("window.yzgeoPlaces.store.change({ lang: 'en' })")
        page.evaluate("window.yzgeoPlaces.store.change({ pane: 'list' })")
        row(page, "磨村工业区").click()
        page.locator("#yz-lonlat").fill(CENTRE)
        page.locator("#yz-lonlat").press("Enter")
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
        page.wait_for_timeout(300)  # what slides has come to rest
        cut = page.evaluate(
            """() => Array.from(document.querySelectorAll('.yz-bar *, .yz-head *, .yz-card *')).filter(node =>
                node.scrollWidth > node.clientWidth + 2 && node.clientWidth > 0 && !node.closest('svg') &&
                getComputedStyle(node).display !== 'inline' && !['INPUT', 'SELECT'].includes(node.tagName) &&
                !node.classList.contains('yz-plan')).map(node => node.outerHTML.slice(0, 120))"""
        )
        assert cut == []
        dot = page.locator(".yz-own-dot").bounding_box()
        card = page.locator("#yz-card").bounding_box()
        assert dot["x"] < card["x"] or dot["y"] < card["y"]  # the card never hides the point that it is about


@pytest.mark.parametrize("screen", [PHONE, WIDE, {"width": 820, "height": 1180}])
def test_the_district_is_in_sight_beside_the_card(visit: Any, file: Path, screen: dict[str, int]) -> None:
    page = visit(file, viewport=screen).page
    row(page, "无名园").click()
    page.wait_for_timeout(400)  # what slides has come to rest
    x, y = page.evaluate(
        """() => { const { map } = window.yzgeoPlaces; const box = map.leaflet.getContainer().getBoundingClientRect();
        const at = map.leaflet.latLngToContainerPoint([29.6, 121.6]); return [box.left + at.x, box.top + at.y]; }"""
    )
    stage, card = page.locator(".yz-stage").bounding_box(), page.locator("#yz-card").bounding_box()
    assert stage["x"] < x < stage["x"] + stage["width"]
    assert stage["y"] < y < stage["y"] + stage["height"]
    assert x < card["x"] or y < card["y"]


def test_only_one_language_is_seen(opened: Visit) -> None:
    page = opened.page
    page.locator("[data-tool=lang]").click()
    row(page, "无名园").click()
    own = page.evaluate(
        """() => Array.from(document.querySelectorAll('.yz-bar button, .yz-bar b, .yz-head, h3, .yz-hints, .yz-legend, .yz-zoom, .yz-decide, .yz-field label, .yz-shifted'))
            .filter(node => node.dataset.tool !== 'lang').map(node => node.textContent).join(' ')"""
    )
    assert re.findall(r"[\u4e00-\u9fff]+", own) == []


def test_the_same_plan_gives_the_same_page(folder: Path) -> None:
    assert render(load(folder), "zh") == render(load(folder), "zh")
