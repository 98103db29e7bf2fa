"""Write docs/rules.md and docs/rules.zh.md, the pages of rules, from the rules' docstrings; `--check` only compares."""

from __future__ import annotations

import argparse
import doctest
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from yzgeo.checks.example_plan import PARCELS, TABLES
from yzgeo.checks.run import PACKAGE
from yzgeo.core import plugins
from yzgeo.core.i18n import Lang, Text
from yzgeo.ledger.ledger import LEDGER_FILE
from yzgeo.plan.load import load

DOCS = Path(__file__).parents[1] / "docs"
PAGES: dict[Lang, Path] = {"en": DOCS / "rules.md", "zh": DOCS / "rules.zh.md"}
FOUND, NOT_FOUND = "Found,", "Not found,"
IN_CHINESE = re.compile("(?:查出|不报)：")
PADDING = re.compile("(?<=,) +")
WIDEST = 95
"""Characters of a line of code that the site shows without wrapping on a screen of 1366 pixels."""
IDEOGRAPH, WORD = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]+")
HEADS = Text(
    """# 规则

[English](rules.md)

本页由 `scripts/rules.py` 从规则自带说明生成，示例均经测试运行，请勿手改。

每条规则是 `yzgeo/checks/rules/` 下的一个文件。`yzgeo check` 全部运行，`--select 规则名` 只运行一条；\
规划文件夹可在 `suppressions.csv` 中豁免某些结果，在 `tolerances.csv` 中自定容差，均须写明理由。\
示例在[示例规划](#the-example-plan)上改动一两行，结果以英文印出。

| 规则 | 查什么 |
|---|---|
""",
    """# Rules

[中文](rules.zh.md)

Made by `scripts/rules.py` from the rules' own docstrings, whose examples the tests run: do not edit.

Each rule is one file in `yzgeo/checks/rules/`. `yzgeo check` runs them all, `--select RULE` one; a plan \
folder can excuse findings (`suppressions.csv`) and set tolerances of its own (`tolerances.csv`), each with its reason. \
The examples change a row or two of the [example plan](#the-example-plan).

| rule | what it finds |
|---|---|
""",
)
CLAUSE = Text("条文（鄞州）：", "Clause (鄞州): ")
TOLERANCE = Text("容差：", "Tolerance: ")
EXAMPLE_PLAN = Text(
    # The mark is the anchor of the English heading, so that one link serves both pages.
    '<a id="the-example-plan"></a>\n\n## 示例规划\n\n两个没有毛病的片区，范围为法定边界。\n\n',
    "## The example plan\n\nTwo zones without a flaw, with official outlines.\n\n",
)
LEDGER = Text("地块台账，图形以 WKT 写出", "a parcel ledger with its shapes as WKT")


def main() -> None:
    """Write the pages, or with `--check` exit with 1 when one is not what the rules say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    is_check = parser.parse_args().check
    for lang, file in PAGES.items():
        wanted = page(lang)
        if not is_check:
            file.write_text(wanted, "utf-8")
        elif file.read_text("utf-8") != wanted:
            sys.exit(f"{file} is stale: run python scripts/rules.py")


def page(lang: Lang) -> str:
    """The page of rules in one language, as Markdown."""
    plan = load("yinzhou")
    rules = plugins.discover(PACKAGE)
    contents = "".join(f"| [`{name}`](#{name}) | {rule.TITLE.of(lang)} |\n" for name, rule in rules.items())
    parts = [f"{HEADS.of(lang)}{contents}"]
    for name, rule in rules.items():
        facts = [f"{CLAUSE.of(lang)}{rule.clause(plan)}"]
        if hasattr(rule, "TOLERANCE"):
            facts.append(f"{TOLERANCE.of(lang)}{rule.TOLERANCE.described(lang)}")
        listed = "\n".join(f"- {fact}" for fact in facts)
        parts.append(f"## {name}\n\n**{rule.TITLE.of(lang)}**\n\n{listed}\n\n{_manual(rule, lang)}")
    tables = "\n\n".join(f"`{name}.csv`\n\n```\n{_csv(text)}\n```" for name, text in TABLES.items())
    comma = Text("，", ", ").of(lang)
    ledger = f"`{LEDGER_FILE}`{comma}{LEDGER.of(lang)}\n\n```\n{_csv(PARCELS)}\n```"
    parts.append(f"{EXAMPLE_PLAN.of(lang)}{tables}\n\n{ledger}\n")
    return "\n".join(parts)


def examples(rule: ModuleType) -> Iterator[tuple[bool, str]]:
    """Of each example in a rule's manual: whether it stands under what is found, and what it prints."""
    found = None
    for part in doctest.DocTestParser().parse(rule.__doc__ or ""):
        if isinstance(part, doctest.Example):
            if part.want:
                if found is None:
                    raise ValueError(f"{rule.__name__}: an example stands under neither '{FOUND}' nor '{NOT_FOUND}'")
                yield found, part.want
        else:
            for line in part.splitlines():
                found = False if line.startswith(NOT_FOUND) else True if line.startswith(FOUND) else found


def _manual(rule: ModuleType, lang: Lang) -> str:
    """The docstring in one language as Markdown: its paragraphs as they are, examples as code.

    Raises
    ------
    ValueError
        When an example is introduced in one language only.
    """
    blocks = []
    for block in (rule.__doc__ or "").strip().split("\n\n"):
        if block.lstrip().startswith(">>>"):
            blocks.append(f"```pycon\n{_unindented(block)}\n```")
        elif block.startswith((FOUND, NOT_FOUND)):
            english, line, chinese = block.rpartition("\n")
            if not line or not IN_CHINESE.match(chinese):
                raise ValueError(f"{rule.__name__}: {block!r} is followed by no line in Chinese (查出：…, 不报：…)")
            blocks.append(chinese if lang == "zh" else english)
        elif (lang == "zh") == _is_chinese(block):
            blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def _is_chinese(paragraph: str) -> bool:
    """Whether a paragraph is in Chinese, which may name files, and not in English, which may quote terms."""
    return len(IDEOGRAPH.findall(paragraph)) > len(WORD.findall(paragraph))


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _csv(text: str) -> str:
    """A table as it stands, its columns aligned; without the padding where lines wrap, which nothing then aligns."""
    plain = _unindented(text)
    return PADDING.sub(" ", plain) if max(map(len, plain.splitlines())) > WIDEST else plain


if __name__ == "__main__":
    main()
