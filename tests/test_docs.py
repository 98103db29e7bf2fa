"""Each page for users stands in both languages, whole; links lead to what is there, in the language of their page."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

import lock

DOCS = lock.ROOT / "docs"
DEVELOPERS = "*For developers.*"
"""What a page that is in English alone says of itself below its title."""
PAGES = sorted(DOCS.rglob("*.md"))
CHINESE = [page for page in PAGES if page.name.endswith(".zh.md")]
ENGLISH = [page for page in PAGES if page not in CHINESE]
LINKING = [*PAGES, *sorted(lock.ROOT.glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"(?:^|\s+)# .*$")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
CODE = re.compile(r"`[^`]*`")


def chinese(page: Path) -> Path:
    """The Chinese page of an English one."""
    return page.with_name(f"{page.stem}.zh.md")


def english(page: Path) -> Path:
    return page.with_name(page.name.replace(".zh.md", ".md"))


def name(page: Path) -> str:
    return page.relative_to(lock.ROOT).as_posix()


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def prose(page: Path) -> str:
    return FENCE.sub("", text_of(page))


def is_for_developers(page: Path) -> bool:
    return text_of(page).split("\n\n")[1] == DEVELOPERS


def blocks(page: Path) -> list[tuple[str, list[str]]]:
    """Code blocks with their language, without comments."""
    return [
        (language, [left for line in code.splitlines() if (left := COMMENT.sub("", line))])
        for language, code in FENCE.findall(text_of(page))
    ]


def skeleton(page: Path) -> list[str]:
    """Headings by level, tables by rows and columns, lists by items, code and pictures, in the order of the page."""
    kinds = []
    for line in FENCE.sub("```", text_of(page)).splitlines():
        cells = re.sub(r"\\\||`[^`]*`", "", line).count("|") - 1
        item = re.match(r"(#+) |(\||> \|)|\s*([-*]|\d+\.) |(```)|(!\[)", line)
        kinds.append((item[1] or item[4] or item[5] or (f"table {cells}" if item[2] else "list")) if item else "")
    runs = [(kind, len(list(same))) for kind, same in groupby(kinds)]
    return [f"{kind} {count}" if " " in kind or kind == "list" else kind for kind, count in runs if kind]


def anchors(page: Path) -> set[str]:
    """What GitHub and the site call the headings of a page, and marks set by hand."""
    titles = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    words = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).replace("`", "").strip().lower() for title in titles)
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in words} | set(
        re.findall(r'<a id="([^"]+)">', text_of(page))
    )


@pytest.mark.parametrize("page", ENGLISH, ids=name)
def test_a_page_is_there_in_both_languages_or_for_developers(page: Path) -> None:
    assert chinese(page).exists() != is_for_developers(page)


@pytest.mark.parametrize("page", CHINESE, ids=name)
def test_both_languages_say_the_same_in_the_same_order(page: Path) -> None:
    other = english(page)
    assert other.exists()
    assert blocks(page) == blocks(other)
    assert skeleton(page) == skeleton(other)
    for one, two in ((page, other), (other, page)):
        opening = "\n".join(text_of(one).splitlines()[:5])
        assert f"]({two.name})" in opening


@pytest.mark.parametrize("page", CHINESE, ids=name)
def test_no_page_is_in_two_languages(page: Path) -> None:
    said = LINK.sub("", CODE.sub("", prose(page)))
    assert re.findall(r"(?:\b[a-z]+,? ){5,}", said) == []
    lines = [line for line in CODE.sub("", prose(english(page))).splitlines() if not line.startswith(("|", ">"))]
    outside = [re.sub(r"“[^”]*”|《[^》]*》|（[^）]*）", "", line) for line in lines]
    assert [line for line in outside if re.search(r"[。；？]", line)] == []


def test_a_link_to_a_rule_or_the_example_plan_serves_both_languages() -> None:
    in_english = anchors(DOCS / "rules.md") - {"rules"}  # the title
    assert "the-example-plan" in in_english
    assert in_english <= anchors(DOCS / "rules.zh.md")


@pytest.mark.parametrize("page", LINKING, ids=name)
def test_links_lead_to_what_is_there_in_the_language_of_their_page(page: Path) -> None:
    in_chinese = page.name.endswith(".zh.md")
    for target, anchor in LINK.findall(prose(page)):
        led = (page.parent / target).resolve() if target else page
        assert led.exists(), target
        if anchor and led.suffix == ".md":
            assert anchor in anchors(led), (target, anchor)
        if led.suffix == ".md" and led not in (page, chinese(page), english(page)):
            assert in_chinese == led.name.endswith(".zh.md") or not chinese(led).exists(), target
